"""What stands near the article and belongs to others: cards with headlines of their own."""

from __future__ import annotations

import pytest

from tests.extraction.pages import TITLE, on_page

H1 = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize("tag", ["h4", "h5", "h6"])
@pytest.mark.parametrize(
    ("heading", "authors"),
    [
        ("Oleh: Raden Aryo Wicaksana", ("Raden Aryo Wicaksana",)),
        ("Banjir Rendam Tiga Desa", ()),
    ],
)
def test_a_heading_with_a_label_is_a_byline_and_no_card_of_another_article(
    heading: str, authors: tuple[str, ...], tag: str
) -> None:
    over = (
        f"{H1}<div><{tag}><a href=/penulis/1>{heading}</a></{tag}><span>Penulis: Sita Maharani</span></div>"
    )
    names = on_page(f"{H1}<div><{tag}><a href=/penulis/1>{heading}</a></{tag}></div>").authors
    assert names == authors
    assert ("Sita Maharani" in on_page(over).authors) is bool(authors)


@pytest.mark.parametrize(
    ("box", "authors"),
    [
        ("infobox", ("Sita Maharani",)),
        ("faktabox", ("Sita Maharani",)),
        ("kotak", ("Raden Aryo Wicaksana", "Sita Maharani")),
    ],
)
def test_who_wrote_what_a_box_of_facts_tells_of_is_no_author(box: str, authors: tuple[str, ...]) -> None:
    facts = f"<div class={box}><p>Naskah drama: Ronggeng Hulu</p><p>Penulis: Raden Aryo Wicaksana</p></div>"
    assert on_page(f"{H1}{facts}<p>Oleh: Sita Maharani</p>").authors == authors
