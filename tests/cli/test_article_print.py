import json
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

import pytest

from kaltimcrawl.cli.article_print import as_json, as_markdown, as_text
from kaltimcrawl.extraction.article import Article, Block, Claim, Image, Link, Origin


@pytest.fixture
def article() -> Article:
    image = Image("https://kaltim.example/foto>1.jpg", caption="Warga [RT 5]", credit="Adi")
    return Article(
        url="https://kaltim.example/2025/banjir?utm_source=wa",
        canonical_url="https://kaltim.example/2025/banjir",
        title="Banjir *surut*",
        subtitle="Warga pulang",
        authors=("Sari", "Budi"),
        published=datetime.fromisoformat("2025-05-12T14:30:00+08:00"),
        published_raw="Senin, 12 Mei 2025 | 14:30 WITA",
        published_precision="minute",
        section="Samarinda",
        tags=("banjir",),
        dateline="SAMARINDA",
        lead_image=image,
        images=(image,),
        blocks=(
            Block("paragraph", "SAMARINDA – Air surut."),
            Block("heading", "Bantuan", 3),
            Block("list_item", "beras"),
            Block("list_item", "1. selimut"),
            Block("quote", "“Kami pulang.”"),
            Block("paragraph", "1. Bukan daftar <b>"),
        ),
        html="<p>SAMARINDA – Air surut.</p>",
        language="id",
        links=(Link("https://kaltim.example/x", "x"),),
        provenance=MappingProxyType(
            {"title": Origin("jsonld: headline", "Banjir *surut*", (Claim("css: title", "Banjir"),))}
        ),
    )


def test_json_has_every_field_and_the_text(article):
    image = {"url": "https://kaltim.example/foto>1.jpg", "caption": "Warga [RT 5]", "credit": "Adi"}
    read = json.loads(as_json(article))
    assert set(read) == {*Article.__dataclass_fields__, "text"}
    assert read | {"blocks": None, "text": None} == {
        "url": "https://kaltim.example/2025/banjir?utm_source=wa",
        "canonical_url": "https://kaltim.example/2025/banjir",
        "title": "Banjir *surut*",
        "subtitle": "Warga pulang",
        "authors": ["Sari", "Budi"],
        "editors": [],
        "photographers": [],
        "agency": None,
        "published": "2025-05-12T14:30:00+08:00",
        "published_raw": "Senin, 12 Mei 2025 | 14:30 WITA",
        "published_precision": "minute",
        "modified": None,
        "modified_raw": None,
        "section": "Samarinda",
        "breadcrumbs": [],
        "tags": ["banjir"],
        "dateline": "SAMARINDA",
        "lead_image": image,
        "images": [image],
        "blocks": None,
        "html": "<p>SAMARINDA – Air surut.</p>",
        "language": "id",
        "is_advertorial": False,
        "advertorial_reason": None,
        "sponsor": None,
        "signoff": None,
        "initials": [],
        "correction": None,
        "page_urls": [],
        "links": [{"url": "https://kaltim.example/x", "text": "x"}],
        "method": "",
        "confidence": 0.0,
        "warnings": [],
        "provenance": {
            "title": {
                "place": "jsonld: headline",
                "raw": "Banjir *surut*",
                "disagreeing": [{"place": "css: title", "raw": "Banjir"}],
            }
        },
        "text": None,
    }
    assert read["blocks"][:2] == [
        {"kind": "paragraph", "text": "SAMARINDA – Air surut.", "level": None},
        {"kind": "heading", "text": "Bantuan", "level": 3},
    ]
    assert read["text"].split("\n\n")[0] == "SAMARINDA – Air surut."


def test_markdown_shows_the_blocks_and_escapes_what_looks_like_markup(article):
    assert as_markdown(article) == (
        "# Banjir \\*surut\\*\n\n"
        "**Warga pulang**\n\n"
        "*Sari, Budi · 2025-05-12 14:30 · Samarinda · https://kaltim.example/2025/banjir*\n\n"
        "![Warga \\[RT 5\\]](<https://kaltim.example/foto%3E1.jpg>)\n\n"
        "SAMARINDA – Air surut.\n\n"
        "### Bantuan\n\n"
        "- beras\n"
        "- 1\\. selimut\n\n"
        "> “Kami pulang.”\n\n"
        "1\\. Bukan daftar \\<b\\>"
    )


def test_text_is_title_subtitle_byline_and_paragraphs(article):
    assert as_text(article).split("\n\n")[:4] == [
        "Banjir *surut*",
        "Warga pulang",
        "Sari, Budi · 2025-05-12 14:30 · Samarinda · https://kaltim.example/2025/banjir",
        "SAMARINDA – Air surut.",
    ]


def test_text_and_markdown_send_no_commands_to_the_terminal():
    hostile = Article(
        url=None, canonical_url=None, title="A\x1b[31mB", blocks=(Block("paragraph", "x\x07\x9by\u202ez"),)
    )
    assert as_text(hostile) == "A[31mB\n\nxyz"
    assert as_markdown(hostile) == "# A\\[31mB\n\nxyz"


def test_the_byline_tells_agency_and_who_paid(article):
    paid = replace(article, agency="ANTARA", is_advertorial=True, sponsor="DPRD Kaltim")
    assert as_text(paid).split("\n\n")[2] == (
        "Sari, Budi · ANTARA · 2025-05-12 14:30 · Samarinda · advertorial: DPRD Kaltim · https://kaltim.example/2025/banjir"
    )
