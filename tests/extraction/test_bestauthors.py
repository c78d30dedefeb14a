"""Whose article it is where labels, links, claims and marks name different people, through `extract`."""

from __future__ import annotations

import pytest

from tests.extraction.pages import news, read


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("<a href='/rina'>Rina Wati</a>, <a href='/budi'>Budi Susilo</a>", ("Rina Wati", "Budi Susilo")),
        ("<a href='/rina'>Rina Wati</a>, <a href='/kabar'>Kabar Hulu.com</a>", ("Rina Wati",)),
        ("<a href='/budi'>Budi Susilo</a>, <a href='/ani'>Ani Lestari</a>", ("Rina Wati",)),
    ],
)
def test_all_whom_the_foot_names_are_authors_where_machines_are_told_one_of_them(
    names: str, authors: tuple[str, ...]
) -> None:
    foot = f"</div><div><p class=detail__author>{names}</p></div><div>"
    assert read(end=foot, head="<meta name=author content='Rina Wati'>").authors == authors


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        (
            "<span class=author-name>Rina Wati</span>, <span class=author-name>Budi Susilo</span>",
            ("Rina Wati", "Budi Susilo"),
        ),
        (
            "<span class=author-name>Rina Wati</span> dan <span class=author-name>Budi Susilo</span>",
            ("Rina Wati", "Budi Susilo"),
        ),
        (
            "<span class=author-name>Rina Wati</span>: Teks <span class=author-name>Budi Susilo</span>: Foto",
            ("Rina Wati",),
        ),
        (
            "<span class=author-name>Ani Lestari</span>, <span class=author-name>Budi Susilo</span>",
            ("Rina Wati",),
        ),
    ],
)
def test_all_who_are_marked_alike_are_authors_where_machines_are_told_one(
    row: str, authors: tuple[str, ...]
) -> None:
    assert read(f"<div>{row}</div>", data=news(author={"name": "Rina Wati"})).authors == authors


LINKS = "<a rel=author href='/u/1'>Rina Wati</a>, <a rel=author href='/u/2'>Budi Susilo</a>"
BOXED_LINKS = "<div><span><a rel=author href='/u/1'>Rina Wati</a></span> <span><a rel=author href='/u/2'>Budi Susilo</a></span></div>"


@pytest.mark.parametrize("row", [f"<div>{LINKS}</div>", f"<div>{BOXED_LINKS}</div>"])
@pytest.mark.parametrize("claim", [{"name": "Rina Wati"}, [{"name": "Budi Susilo"}]])
def test_all_who_are_linked_in_a_row_are_authors_where_the_page_claims_one(row: str, claim: object) -> None:
    assert read(row, data=news(author=claim)).authors == ("Rina Wati", "Budi Susilo")


def test_an_editor_whose_page_the_byline_links_to_is_the_author_too() -> None:
    byline = '<div><a rel=author href="/author/rina">Rina Wati</a></div>'
    article = read(byline, end="<p>Editor: Rina Wati</p>", data=news(author="Rina Wati"))
    assert (article.authors, article.editors) == (("Rina Wati",), ("Rina Wati",))


def test_all_who_are_linked_are_authors_where_a_label_tells_one() -> None:
    row = "<p><span>By <a href=/author/a/>Rina Wati</a></span><span><a href=/author/b/>Budi Susilo</a></span></p>"
    assert read(row).authors == ("Rina Wati", "Budi Susilo")


def test_who_is_only_marked_as_editor_is_the_author_that_is_claimed() -> None:
    row = '<p><span class="editor">Rina Wati, Kabar News</span></p>'
    assert read(row, head='<meta name="parsely-author" content="Rina Wati">').authors == ("Rina Wati",)
    theme = '<meta name="author" content="Anton, anton@theme.example">'
    assert read('<p><i class="fa fa-user"></i> Administrator</p>', head=theme).authors == ("Administrator",)


def test_the_one_word_read_of_a_name_that_is_claimed_whole_gives_way_to_it() -> None:
    data = news(author={"@type": "Person", "name": "Rina Wati"})
    assert read("<p class=byline>Oleh Rina</p>", data=data).authors == ("Rina Wati",)
    assert read("<p class=byline>Oleh Budi</p>", data=data).authors == ("Budi",)


def test_what_machines_are_told_of_the_editor_alone_or_in_initials_is_no_author() -> None:
    byline, end = "<p class=author>Wisnu</p>", "<p>Editor: Sukarsa Wijaya</p>"
    article = read(byline, end=end, head='<meta name="author" content="Sukarsa">')
    assert (article.authors, article.editors) == (("Wisnu",), ("Sukarsa Wijaya",))
    assert read(head='<meta name="author" content="isn">').authors == ()
