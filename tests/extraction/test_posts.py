"""Pages that print several posts whole, through `extract`."""

from __future__ import annotations

import json

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE

HEADLINES = (
    "Harga Beras Naik Jelang Panen Raya di Hulu",
    "Jembatan Hulu Dibuka Kembali untuk Truk Kecil",
    "Perahu Sekolah Tujuh Desa Belum Bersurat Jalan",
    "Sensus Tambak di Muara Dilewatkan Lagi Tahun Ini",
)
OWN = "https://kabar.example/blog/2025/05/12/harga-beras/"


def is_article(page: str, url: str = OWN, head: str = "") -> bool:
    """Whether a page is one that claims to be an article, as blogs' lists do too."""
    title = f"<title>{HEADLINES[0]} - Kabar Hulu</title><meta property='og:type' content='article'>"
    return extract(f"<html><head>{title}{head}</head><body>{page}</body></html>", url) is not None


def text_of(headline: str, sentences: int = 3) -> str:
    """Paragraphs that no other post has."""
    return "".join(f"<p>{headline}: {sentence}</p>" for sentence in PROSE[:sentences])


def posts(count: int, sentences: int = 3, first: str = "/blog/2025/05/12/harga-beras/") -> str:
    """Posts under headlines that link to their pages, the first one to `first`."""
    addresses = (first, *(f"/blog/lain/{number}/" for number in range(1, count)))
    return "".join(
        f"<div class=pos><h2><a href='{address}'>{headline}</a></h2><p>12 Mei 2025</p>{text_of(headline, sentences)}</div>"
        for address, headline in zip(addresses, HEADLINES, strict=False)
    )


@pytest.mark.parametrize("tag", ["h1", "h2", "h3"])
def test_a_page_of_three_whole_posts_is_no_article(tag: str) -> None:
    page = posts(4).replace("h2", tag)
    assert not is_article(page, "https://kabar.example/blog/2/")
    assert not is_article(page, "https://kabar.example/page2.html")


def test_an_article_with_other_whole_posts_under_it_is_one() -> None:
    assert is_article(posts(4))
    assert is_article(posts(4), f"{OWN}amp/", f"<link rel=canonical href='{OWN}'>")
    own = f"<h1>{HEADLINES[0]}</h1><p>12 Mei 2025</p>{text_of('Beras')}"
    assert is_article(own + posts(4, first="/blog/lain/0/"))


def test_one_post_is_an_article_whatever_its_headline_links_to() -> None:
    assert is_article(posts(1, first="/blog/lain/0/"))


def test_a_page_that_declares_its_article_is_one() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": HEADLINES[0]})
    head = f'<script type="application/ld+json">{data}</script>'
    assert is_article(posts(4, first="/blog/lain/0/"), head=head)


def test_a_list_of_linked_headings_under_a_title_of_its_own_is_an_article() -> None:
    lead = f"<h1>Empat Kabar dari Hulu Pekan Ini yang Layak Dibaca</h1><p>12 Mei 2025</p><p>{PROSE[0]}</p>"
    own = "<title>Empat Kabar dari Hulu Pekan Ini yang Layak Dibaca</title><meta property='og:type' content='article'>"
    page = f"<html><head>{own}</head><body><div>{lead}{posts(4, first='/blog/lain/0/')}</div></body></html>"
    assert extract(page, OWN) is not None


def test_an_article_whose_title_only_machines_are_told_is_one_whatever_follows() -> None:
    own = "".join(f"<p>Beras: {sentence}</p>" for sentence in PROSE)
    assert is_article(
        f"<div><p>12 Mei 2025</p>{own}</div>{posts(4, first='/blog/lain/0/').replace(HEADLINES[0], 'Lain Lagi dari Hulu')}"
    )


def test_the_address_that_a_page_claims_as_its_own_may_differ_from_the_captured_one() -> None:
    assert is_article(posts(4), f"{OWN}amp/", f"<meta property='og:url' content='{OWN}'>")


def test_parts_of_one_article_that_link_to_the_same_page_are_no_posts() -> None:
    page = "".join(f"<h2><a href='/foto/7/'>{headline}</a></h2>{text_of(headline)}" for headline in HEADLINES)
    assert is_article(f"<div><p>12 Mei 2025</p>{page}</div>")


@pytest.mark.parametrize(
    ("address", "expected"),
    [("/niaga/hrg-brs/", True), ("/niaga/hrg-brs", True), ("/niaga/", False), ("/", False)],
)
def test_a_headline_that_links_to_its_own_page_is_an_articles_though_the_body_is_classed_as_a_blogs(
    address: str, expected: bool
) -> None:
    page = (
        f"<html><head><title>{HEADLINES[0]} - Kabar Hulu</title></head><body id=index class=home><h1><a href='{address}' rel="
        f"bookmark>{HEADLINES[0]}</a></h1><p>12 Mei 2025</p><div class=isi>{text_of('Beras')}{text_of('Pasar')}</div></body></html>"
    )
    assert (extract(page, "https://kabar.example/niaga/hrg-brs/") is not None) is expected
