"""Sections as pages claim them for machines, and what goes before a claim."""

from __future__ import annotations

import pytest

from tests.extraction.pages import news, read

URL = "https://kabar.example/2025/05/12/beras-mahal"
CLAIM = '<meta property="article:section" content="{}">'
CRUMBS = "<nav class=breadcrumb><a href='/'>Beranda</a> / <a href='/k/9'>{}</a></nav>"


@pytest.mark.parametrize(
    ("claim", "crumb", "section"),
    [
        ("news", "Pasar Hulu", "Pasar Hulu"),
        ("News", "Pasar Hulu", "Pasar Hulu"),
        ("News", "Berita", "News"),
        ("Niaga", "Pasar Hulu", "Niaga"),
    ],
)
def test_a_claim_that_only_says_news_gives_way_to_breadcrumbs_that_say_more(
    claim: str, crumb: str, section: str
) -> None:
    assert read(CRUMBS.format(crumb), head=CLAIM.format(claim), url=URL).section == section


@pytest.mark.parametrize(
    ("word", "claim", "section"),
    [
        ("hulu", "Hulu News", "Hulu News"),
        ("hulu", "Huluraya News", "hulu"),
        ("hulu", "hulu news", "hulu"),
        ("Hulu", "Hulu News", "Hulu"),
    ],
)
def test_a_word_for_machines_gives_way_to_the_claim_that_begins_with_it(
    word: str, claim: str, section: str
) -> None:
    article = read(data=news(articleSection=word), head=CLAIM.format(claim), url=URL)
    assert article.section == section


@pytest.mark.parametrize(
    ("href", "section"),
    [("/ekonomika", "Экономика"), ("/ekonomika.html", "Экономика"), ("/ekonomika-2.html", "ekonomika")],
)
def test_a_claimed_folder_is_printed_by_the_link_that_leads_to_it(href: str, section: str) -> None:
    menu = f"<nav><a href='{href}'>Экономика</a></nav>"
    assert read(menu, head=CLAIM.format("ekonomika"), url=URL).section == section


def test_of_several_categories_that_machines_are_told_the_breadcrumbs_choose() -> None:
    head = '<meta name=category content="Pasar, Niaga, Pangan, Tani">'
    way = "<nav class=breadcrumb><a href='/'>Beranda</a> / <a href='/kolom'>Kolom</a></nav>"
    assert read(way, head=head).section == "Kolom"
    assert read(head=head).section == "Pasar"


@pytest.mark.parametrize(
    ("url", "section"), [("/niaga/pasar/2025/05/12/harga-beras-naik/", "Pasar"), (None, "Niaga")]
)
def test_of_a_claimed_way_that_the_address_goes_the_last_is_the_section(
    url: str | None, section: str
) -> None:
    whole = (
        f"https://kabar.example{url}" if url else "https://kabar.example/harga-beras-naik-jelang-panen-raya/"
    )
    assert read(head='<meta name=articlesection content="Niaga,Pasar">', url=whole).section == section


def test_the_end_of_the_host_over_news_is_no_shelf() -> None:
    head = '<meta property="og:site_name" content="kabarNews">'
    way = "<nav class=breadcrumb><a href='https://www.kabar.com/'>kabarcom</a> / <a href='https://news.kabar.com/'>kabarNews</a> / <a href='https://news.kabar.com/berita'>Berita</a></nav>"
    assert (
        read(way, head=head, url="https://news.kabar.com/berita/d-819/harga-beras-naik-jelang-panen").section
        == "Berita"
    )
