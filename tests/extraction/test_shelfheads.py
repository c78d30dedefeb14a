"""Sections that the heads of lists of others name."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, TITLE, of_page

MENU = "<td><a href='/?b=kota'>Kota</a> <a href='/?b=daerah'>Daerah</a> <a href='/?b=hukum'>Hukum</a> <a href='/?b=usaha'>Usaha</a></td>"


def section(after: str, over: str = "") -> str | None:
    """The section of a page of tables, with a menu, whose text has `after` under it."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    rows = f"<tr>{MENU}</tr><tr><td>{over}<h2>{TITLE}</h2>{text}</td></tr><tr><td>{after}</td></tr>"
    return of_page(f"<table>{rows}</table>").section


LIST = "<ul><li><a href='/?id=1'>Jembatan Hulu Diperbaiki Tahun Depan</a></li><li><a href='/?id=2'>Panen Raya Mundur Sebulan di Hulu</a></li></ul>"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<b>Berita Daerah Lainnya</b>", "Daerah"),
        ("<h4>More in Hukum »</h4>", "Hukum"),
        ("<a href='/x'>Kembali ke Indeks Usaha</a>", "Usaha"),
        ("<b>Berita Lainnya</b>", None),
        ("<b>Berita Olahraga Lainnya</b>", None),
        ("<b>Berita Daerah Lainnya</b><b>Berita Hukum Lainnya</b>", None),
    ],
)
def test_the_head_of_the_others_names_a_section_of_the_menu(head: str, expected: str | None) -> None:
    assert section(f"{head}{LIST}") == expected


def test_an_entry_of_a_menu_in_a_column_is_known_over_the_title() -> None:
    column = "".join(
        f"<tr><td>&nbsp;<a href='/{name}.htm'>{name}</a></td></tr>"
        for name in ("Kota", "Daerah", "Hukum", "Usaha")
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    over = "<font size=1><b>DAERAH</b></font><hr>"
    page = f"<table><tr><td><table>{column}</table></td><td>{over}<span class=judul>{TITLE}</span>{text}</td></tr></table>"
    assert of_page(page).section == "DAERAH"


def test_the_section_over_the_day_in_a_body_of_bare_text_is_read_and_no_headline_under_it_is_its_author() -> (
    None
):
    heads = (
        "Pasar Ikan Higienis Diresmikan Gubernur",
        "Kapal Feri Rusak Antrean Mengular",
        "Kuota Pupuk Kembali Dipangkas",
    )
    others = "".join(
        f"<li><a href='/isi.php?n={n}'>{head}</a> <span class=tgl>11/8/09 18:10</span></li>"
        for n, head in enumerate(heads)
    )
    text = "<br><br>".join(PROSE)
    body = f"<b>Daerah</b><br><span class=tgl>Rabu, 12 Agustus 2009 09:47</span><br><span class=judul>{TITLE}</span><br><br>{text}<br><br><b>Berita Lainnya...</b><ul>{others}</ul>"
    article = of_page(f"<table><tr>{MENU}</tr><tr><td>{body}</td></tr></table>")
    assert (article.section, article.authors) == ("Daerah", ())
    assert article.published is not None
    assert article.published.isoformat() == "2009-08-12T09:47:00+08:00"
