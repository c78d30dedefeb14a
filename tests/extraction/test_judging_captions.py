"""Captions and credits of pictures that no mark tells from text."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, read

MORE = PROSE[0].replace("Harga", "Nilai")


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Jembatan yang putus - Foto: Rina Wati", False),
        ("Jembatan yang putus. Foto: Rina Wati", False),
        ("Jembatan yang putus | Photo: Rina Wati", False),
        ("Warga menunggu di tepi sungai. (Foto: Rina Wati)", False),
        ("Di dinding tertulis foto: Rina Wati bersama warga hulu.", True),
        ("Petugas menunjukkan dua foto: satu dari hulu, satu dari hilir.", True),
        ("Katanya - foto: itu tidak benar.", True),
    ],
)
def test_a_caption_is_known_by_its_maker_at_the_end(line: str, is_text: bool) -> None:
    kept = (line,) if is_text else ()
    assert read(end=f"<p>{line}</p><p>{MORE}</p>").text == "\n\n".join((*PROSE, *kept, MORE))


@pytest.mark.parametrize(
    ("line", "authors"), [("Image: VideoLAN", ()), ("Bild: Rina Wati", ()), ("Rina Wati", ("Rina Wati",))]
)
def test_a_picture_s_credit_in_bold_under_the_text_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    assert read(end=f"<p><b>{line}</b></p>").authors == authors
