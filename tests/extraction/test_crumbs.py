"""Breadcrumbs that no known mark tells."""

from __future__ import annotations

import pytest

from tests.extraction.pages import TITLE, on_page

H1 = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    ("row", "crumbs"),
    [
        (
            "<div><a href='https://kabar.example/'>Suara Hulu</a> &raquo; <a href='/p'>Pasar</a></div>",
            ("Pasar",),
        ),
        ("<div class=rastro-migas><a href='/p'>Pasar</a></div>", ("Pasar",)),
        (
            "<div class=BreadCrumb><a href='/'>Beranda</a> / <a href='/n'>Niaga</a> / <a href='/p'>Pasar</a> / "
            "Beras di Hulu Makin Mahal</div>",
            ("Niaga", "Pasar"),
        ),
        (
            "<div class=BreadCrumb><a href='/'>Beranda</a> / <a href='/p'>Pasar</a> / Senin, 12 Mei 2025</div>",
            ("Pasar",),
        ),
        (
            "<div class=BreadCrumb><a href='/'>Beranda</a> / <a href='/n'>Niaga</a> / <a href='/p'>Pasar</a> / Beras</div>",
            ("Niaga", "Pasar", "Beras"),
        ),
    ],
)
def test_a_way_from_the_front_page_ends_before_the_page_itself(row: str, crumbs: tuple[str, ...]) -> None:
    assert on_page(row + H1).breadcrumbs == crumbs
