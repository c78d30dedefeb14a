"""Whose text an article is by the line under it."""

from __future__ import annotations

import pytest

from tests.extraction.pages import read

MADE = "Pewarta: Rina Wati<br>Editor: Joko Sandika<br>"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (f"<p>{MADE}COPYRIGHT © ANTARA 2025</p>", "ANTARA"),
        ("<p>Pewarta: Rina Wati</p><p>Editor: Joko Sandika</p><p>Copyright © ANTARA 2025</p>", "ANTARA"),
        (f"<p>{MADE}© 2025 Reuters</p>", "Reuters"),
        (f"<p>{MADE}Copyright © Kabar Hulu 2025</p>", None),
        (f"<p>{MADE}Artikel ini telah tayang di Kompas.com dengan judul “Beras Naik”</p>", "Kompas.com"),
        (
            f"<p>{MADE}<em>Berita ini sudah terbit di Harian Hilir dengan judul Beras Naik</em></p>",
            "Harian Hilir",
        ),
        (f"<p>{MADE}Artikel ini telah tayang di Kabar.example dengan judul “Beras Naik”</p>", None),
    ],
)
def test_the_line_under_a_text_tells_where_it_is_from(line: str, agency: str | None) -> None:
    article = read(end=line)
    assert article.agency == agency
    assert (article.authors, article.editors) == (("Rina Wati",), ("Joko Sandika",))


def test_a_copyright_behind_an_editor_in_one_column_is_no_part_of_the_name() -> None:
    article = read(end="<p>Pewarta : Rina Wati<br>Editor : Joko Sandika<br>Copyright © ANTARA 2025</p>")
    assert article.editors == ("Joko Sandika",)
