"""Sections that stand over the title, or in a part of the page's <title>."""

from __future__ import annotations

import pytest

from tests.extraction.pages import TITLE, on_page

SITE = '<meta property="og:site_name" content="Suara Hulu">'


@pytest.mark.parametrize(
    ("title", "section"),
    [
        (f"{TITLE} - Pasar - Suara Hulu", "Pasar"),
        (f"{TITLE} | Suara Hulu | Pasar", "Pasar"),
        (f"{TITLE} - Pasar Rakyat - Kabar Lain", "Pasar Rakyat"),
        (f"{TITLE} - Suara Hulu", None),
        (f"{TITLE} - Pasar - Daerah - Kabar Lain", None),
        (f"{TITLE} - Tercepat dan Terpercaya di Hulu Mahakam - Suara Hulu", None),
        (f"{TITLE} - Berita Terkini - Suara Hulu", None),
    ],
)
def test_a_part_of_the_pages_title_is_the_section_where_nothing_else_tells(
    title: str, section: str | None
) -> None:
    article = on_page(f"{SITE}<h1>{TITLE}</h1>", title=title)
    assert article.section == section
    if section:
        assert article.provenance["section"].place == "css: title"


def test_a_badge_goes_before_a_part_of_the_pages_title() -> None:
    over = f"<div><span class=badge>Niaga</span><h1>{TITLE}</h1></div>"
    assert on_page(SITE + over, title=f"{TITLE} - Pasar - Suara Hulu").section == "Niaga"


@pytest.mark.parametrize(
    ("before", "section"),
    [
        ("<a class='post-tag' href='/tag/pasar/'>Pasar</a>", "Pasar"),
        ("<a class=tags href='/tag/pasar/'>Pasar</a>", "Pasar"),
        ("<a href='#'>Pasar</a>", "Pasar"),
        ("<span class=up>Alle Beiträge</span>", None),
        ("<a href='/'>Pasar</a>", None),
        ("<a href='#'>Email a friend</a>", None),
        ("<span class=up>Pilihan Editor</span>", None),
    ],
)
def test_the_tag_right_over_the_title_is_the_section(before: str, section: str | None) -> None:
    assert on_page(f"<article><header>{before}<h1>{TITLE}</h1></header></article>").section == section
