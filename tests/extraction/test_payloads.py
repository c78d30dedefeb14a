"""Texts that only the JSON of a page's app holds."""

from __future__ import annotations

import json

import pytest

from kaltimcrawl import Article, extract
from kaltimcrawl.extraction.payloads import text_in_state

URL = "https://kabar.example/read/warga/warga-keluhkan-jalan-rusak"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
TEXTS = [
    f"{opening} mengeluhkan jalan rusak yang tidak kunjung diperbaiki pemerintah daerah sejak tahun lalu."
    for opening in (
        "Warga Loa Janan",
        "Sopir angkutan",
        "Pedagang sayur",
        "Guru sekolah dasar",
        "Kepala dusun",
    )
]
HTML = "".join(f"<p>{text}</p>" for text in TEXTS)


def state_of(*articles: dict[str, object]) -> str:
    data = {"props": {"pageProps": {"items": list(articles)}}}
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'


def taken(script: str, body: str = "<div id=__next><p>Memuat…</p></div>") -> Article | None:
    head = f'<title>{TITLE} | Kabar Hulu</title><meta property="og:title" content="{TITLE}">'
    date = '<meta property="article:published_time" content="2025-05-12T14:30:00+08:00">'
    return extract(f"<html lang=id><head>{head}{date}</head><body>{body}{script}</body></html>", URL)


def test_a_page_that_shows_no_text_has_that_of_its_app() -> None:
    article = taken(state_of({"title": TITLE, "body": HTML}))
    assert article is not None
    assert [block.text for block in article.blocks] == TEXTS
    assert article.method == "state"
    assert article.warnings == (
        "the page shows only a part of the text; the rest is the page's own script's",
    )
    assert article.title == TITLE


def test_a_text_that_the_page_shows_is_taken_from_the_page() -> None:
    shown = "".join(f"<p>{text[::-1]}</p>" for text in TEXTS)
    article = taken(state_of({"title": TITLE, "body": HTML}), f"<h1>{TITLE}</h1><div class=isi>{shown}</div>")
    assert article is not None
    assert article.method == "generic"
    assert [block.text for block in article.blocks] == [text[::-1] for text in TEXTS]


@pytest.mark.parametrize(
    "script",
    [
        state_of({"title": "Banjir Rendam Tiga Desa", "body": HTML}),
        state_of({"title": TITLE, "body": TEXTS[0]}),
        state_of({"title": TITLE, "body": "<p>a</p>" * 9}),
        state_of({"body": HTML}),
        state_of({"title": TITLE, "body": HTML}).replace("application/json", "text/plain"),
        state_of({"title": TITLE, "body": HTML}).replace("</script>", ""),
        f'<script type="application/json">{{"title": "{TITLE}", "body": </script>',
        '<script type="application/json">' + "[" * 100_000 + "</script>",
    ],
)
def test_what_is_another_articles_short_or_broken_is_no_text(script: str) -> None:
    assert taken(script) is None


def test_of_several_texts_under_the_title_the_longest_is_taken() -> None:
    source = state_of({"title": TITLE, "summary": HTML, "content": HTML + HTML}).encode()
    assert text_in_state(source, [f"{TITLE} | Kabar Hulu"]) == HTML + HTML


ESCAPED = HTML.replace("<", "\\u003C").replace("/", "\\u002F")
NAMED = f'{{title:"{TITLE}",url:"\\u002Fread",body:"{ESCAPED}"}}'


@pytest.mark.parametrize(
    "script",
    [
        f'<script>kabar.storyData = {{"headline": "{TITLE}", "richText": "{HTML}"}};</script>',
        f'<script data-a="b">window.__STATE__={{"a":{{"title":"{TITLE}","body":"{HTML}"}}}};var b=1</script>',
        f"<script>window.__NUXT__=(function(a,b){{return {{data:[{NAMED}]}}}}(null,1))</script>",
        f"<script>var data = {{ title: '{TITLE}', content: '{HTML}' }}</script>",
        f'<script>var data = {{ title: "{TITLE}", content: "{HTML.replace("<", "&lt;")}" }}</script>',
        state_of({"headline": TITLE, "richText": HTML.replace("</p>", "{/p}")}),
    ],
)
def test_variables_and_programs_hold_texts_too(script: str) -> None:
    article = taken(script)
    assert article is not None
    assert [block.text for block in article.blocks] == TEXTS
    assert article.method == "state"


@pytest.mark.parametrize(
    "script",
    [
        f"<script>window.__NUXT__=(function(a){{return {NAMED.replace('Warga', 'Pasar')}}}(1))</script>",
        f"<script>var a = {{title: '{TITLE}', body: '{HTML}', text: '{HTML} lagi'}}</script>",
        f"<script>var a = {{title: '{TITLE}', body: '{HTML}</script>",
        f"<script type=text/x-template>a = {{title: '{TITLE}', body: '{HTML}'}}</script>",
    ],
)
def test_what_a_program_gives_under_another_title_twice_or_broken_is_no_text(script: str) -> None:
    assert taken(script) is None
