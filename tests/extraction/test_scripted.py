"""Dates of publication that only a page's scripts tell."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl import extract
from kaltimcrawl.extraction.scripted import scripted_date
from tests.extraction.pages import PROSE, TITLE

URL = "https://kabar.example/ekonomi/harga-beras-naik-jelang-panen-raya/"
LAYER = '<script>window.layer = {"publicationDate":"2026-07-21","publicationTime":"07:55:00"}</script>'


def published(script: str, head: str = '<meta property="og:type" content="article">') -> str | None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>{TITLE}</title>{head}{script}</head><body><h1>{TITLE}</h1><div>{text}</div></body></html>"
    article = extract(page, URL)
    assert article is not None
    return article.published.isoformat() if article.published is not None else None


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (LAYER, "2026-07-21T07:55:00+08:00"),
        ('<script>var data = {"pubtime": "2026-07-21 07:55:26"}</script>', "2026-07-21T07:55:26+08:00"),
        (
            "<script>dataLayer.push({'published_date': '2026-07-21 07:55'})</script>",
            "2026-07-21T07:55:00+08:00",
        ),
        (
            '<script>s.push([1,"{\\"publishedAt\\":\\"2026-07-21T07:55:00Z\\"}"])</script>',
            "2026-07-21T15:55:00+08:00",
        ),
        (
            "<div data-state='{&quot;publishedAt&quot;:&quot;2026-07-21T07:55:00Z&quot;}'></div>",
            "2026-07-21T15:55:00+08:00",
        ),
        ('<script>x={"publishDate":"2026-07-21"}</script>', "2026-07-21T00:00:00+08:00"),
        (f'{LAYER}<script>x=[{{"publishDate":"2026-07-20"}}]</script>', None),
        ('<script>x={"unpublishDate":"2026-07-21"}</script>', None),
        ('<script>x={"publishDate":"1 hari lalu"}</script>', None),
        (f"<meta name=date content=2025-05-12>{LAYER}", "2025-05-12T00:00:00+08:00"),
    ],
)
def test_a_date_of_publication_that_scripts_tell_counts_where_nothing_else_does(
    script: str, expected: str | None
) -> None:
    assert published(script) == expected


STAMP = '<script>x={"publishedAt":"2026-07-21T07:55:00Z"}</script>'


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("21 Juli 2026", "2026-07-21T15:55:00+08:00"),
        ("20 Juli 2026", "2026-07-20T00:00:00+08:00"),
        ("21 Juli 2026 09.10 WITA", "2026-07-21T09:10:00+08:00"),
        ("3 minggu yang lalu", "2026-07-21T15:55:00+08:00"),
        ("2 hari yang lalu", "2026-08-15T00:00:00+08:00"),
    ],
)
def test_scripts_tell_the_minute_of_a_printed_day(printed: str, expected: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    body = f"<h1>{TITLE}</h1><div class=meta><time>{printed}</time></div><div>{text}</div>"
    page = f"<html><head><title>{TITLE}</title>{STAMP}</head><body>{body}</body></html>"
    article = extract(page, URL, captured=datetime(2026, 8, 17, 4, tzinfo=UTC))
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-07-21 15:40:00", "2026-07-21T15:40:00+08:00"),
        ("2026-07-21T07:40:00.000", "2026-07-21T00:00:00+08:00"),
        ("2026-07-20 15:40:00", "2026-07-21T00:00:00+08:00"),
    ],
)
def test_a_time_as_databases_keep_it_is_the_sites_own(value: str, expected: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    script = f'<script>let data = "{{\\"publish_date\\": \\"{value}\\"}}"</script>'
    body = f"<h1>{TITLE}</h1><div class=meta><span>21 Jul 2026</span></div><div>{text}</div>{script}"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>", URL)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == expected


def test_its_place_names_the_key() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><title>{TITLE}</title>{LAYER}</head><body><h1>{TITLE}</h1>{text}</body></html>", URL
    )
    assert article is not None
    origin = article.provenance["published"]
    assert (origin.place, origin.raw) == ("script: publicationDate", "2026-07-21 07:55:00")


@pytest.mark.parametrize("script", ["", LAYER])
def test_it_makes_no_article_of_a_page(script: str) -> None:
    page = f"<html><head><title>{TITLE}</title>{script}</head><body><h1>Pasar</h1><div>{PROSE[0]}</div></body></html>"
    assert extract(page, "https://kabar.example/pasar") is None


@given(st.binary())
def test_any_bytes_are_read(source: bytes) -> None:
    told = scripted_date(source + b'{"publishDate":"2026-07-21"}')
    assert told is None or told[1].startswith("2026-07-21")


def test_the_minute_of_a_day_that_only_the_address_tells_is_that_of_the_scripts() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    script = '<script>var data = {"pubtime": "2019-09-07 19:02:26"}</script>'
    kind = '<meta property="og:type" content="article">'
    page = f"<html><head><title>{TITLE}</title>{kind}{script}</head><body><h1>{TITLE}</h1><div>{text}</div></body></html>"
    article = extract(page, "https://kabar.example/omn/20190907/20190907A081B000.html")
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == "2019-09-07T19:02:26+08:00"
