"""A portal's own names, and titles without them."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.sitenames import without_site_names
from tests.extraction.pages import PROSE, TITLE

NAMES = ["kabarhulu", "kabarhuluonline"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Banjir Surut - Kabar Hulu", "Banjir Surut"),
        ("Banjir Surut « Kabar Hulu", "Banjir Surut"),
        ("Banjir Surut | Kabar Hulu | Print", "Banjir Surut"),
        ("Kabar Hulu » Blog Archive » Banjir Surut", "Banjir Surut"),
        ("The Kabar Hulu » Blog Archive » Banjir Surut", "Banjir Surut"),
        ("Banjir Surut » Warga Pulang", "Banjir Surut » Warga Pulang"),
        ("Banjir - Print Media in Hulu", "Banjir - Print Media in Hulu"),
    ],
)
def test_a_title_ends_and_begins_without_the_portals_names(title: str, expected: str) -> None:
    assert without_site_names(title, NAMES) == expected


def test_a_headline_that_a_page_gives_as_its_applications_name_is_the_title() -> None:
    head = f'<meta name="application-name" content="{TITLE}"><title>{TITLE}</title><meta property="og:type" content="article">'
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1><p>12 Mei 2025</p><div>{text}</div></body></html>"
    article = extract(page, "https://kabarhulu.example/mengapa-warga-suka-pasar-pagi-398615")
    assert article is not None
    assert article.title == TITLE
