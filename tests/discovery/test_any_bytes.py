"""Whatever bytes a portal answers with: candidates or one DiscoveryError, nothing else."""

import gzip
from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaltimcrawl.discovery import (
    Candidate,
    is_article_url,
    read_feed,
    read_home,
    read_listing,
    read_posts,
    read_robots_sitemaps,
    read_sitemap,
    unique,
)
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.times import utc_text

T = TypeVar("T")

HOME = "https://kaltim.example/"
FRAGMENTS = [
    *(
        b"<rss>",
        b"<feed>",
        b"<rdf:RDF>",
        b"<urlset>",
        b"<sitemapindex>",
        b"<html>",
        b"<item>",
        b"</item>",
        b"<url>",
    ),
    *(
        b"</url>",
        b"<sitemap>",
        b"<loc>",
        b"</loc>",
        b"<link>",
        b"</link>",
        b"<link href='",
        b"'>",
        b"<entry>",
    ),
    *(
        b"<news:news>",
        b"<title>",
        b"</title>",
        b"<lastmod>",
        b"</lastmod>",
        b"<pubDate>",
        b"0001-01-01T00:00:00+14:00",
    ),
    *(
        b"9999-12-31T23:59:59-12:00",
        b"Mon, 32 Foo 99999 99:99",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"&",
        b"&#0;",
    ),
    *(
        b"&#55296;",
        b"&x;",
        b"<?xml version='1.0' encoding='",
        b"'?>",
        b"<!DOCTYPE x [",
        b"]>",
        b"<!ENTITY a 'b'>",
    ),
    *(
        b"https://kaltim.example/2025/05/12/",
        b"http://[",
        b"//",
        b"https://k\xc3\xa4.example/%zz",
        b"?page=2",
        b"#",
    ),
    *(
        b"<a href='",
        b"<a rel=next href=",
        b"<nav>",
        b"<base href='",
        b"\x00",
        b"\xff\xfe",
        b"\x1f\x8b",
        b"\xed\xa0\x80",
    ),
    *(b'[{"link":"', b'","title":{"rendered":"', b'\\ud800"}}]', b"[{", b"{}", b"]", b"Sitemap: ", b"\n"),
]
BODIES = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=6), max_size=30).map(b"".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=20).map(b"".join).map(gzip.compress),
)
ENCODINGS = st.sampled_from(
    [None, "utf-8", "windows-1252", "utf-16", "zlib", "punycode", "tidak-ada", "\x00", "shift_jis"]
)

DOORS: dict[str, Callable[[bytes, str | None], Iterable[Candidate]]] = {
    "feed": lambda body, encoding: read_feed(body, HOME, encoding),
    "sitemap": lambda body, encoding: read_sitemap(body, HOME, encoding).candidates,
    "posts": lambda body, encoding: read_posts(body, HOME, encoding),
    "listing": lambda body, encoding: read_listing(body, HOME, Doors(), HOME, encoding).candidates,
}


def read_or_line(read: Callable[[], T]) -> tuple[T | None, str | None]:
    try:
        return read(), None
    except DiscoveryError as told:
        return None, str(told)


@pytest.mark.parametrize("door", DOORS)
@given(body=BODIES, encoding=ENCODINGS)
@example(body=b"", encoding=None)
def test_any_bytes_give_candidates_that_can_be_filed_or_one_line(door, body, encoding):
    found, line = read_or_line(lambda: list(DOORS[door](body, encoding)))
    assert line is None or (line.startswith(HOME) and "\n" not in line)
    for candidate in unique(found or ()):
        assert candidate.url.encode()
        assert candidate.key
        assert (candidate.title or "x").encode()
        times = [utc_text(when) for when in (candidate.lastmod, candidate.published) if when]
        assert all(time.endswith("Z") for time in times)
        assert is_article_url(candidate.url, Doors(), HOME) in (True, False)


@given(body=BODIES, encoding=ENCODINGS)
def test_any_bytes_may_stand_for_a_home_page_or_robots_txt(body, encoding):
    assert len(read_robots_sitemaps(body, HOME)) <= 200
    _, line = read_or_line(lambda: read_home(body, HOME, encoding))
    assert line in (None, f"{HOME}: an empty page; expected HTML")


@given(st.text(max_size=100))
def test_any_text_may_be_asked_whether_it_is_an_article(text):
    assert is_article_url(text, Doors(), text) in (True, False)
    assert is_article_url(HOME + text, Doors(), HOME) in (True, False)
