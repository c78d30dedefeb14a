"""Texts that a page hides."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, read

SPAM = "Situs judi gacor terpercaya hari ini"
MORE = PROSE[0].replace("Harga", "Nilai")
LAST = f"{MORE} Begitu."


def amid(box: str, head: str = "") -> str:
    """The text of an article with something before its last paragraph."""
    return read(end=f"{box}<p>{LAST}</p>", head=head).text


@pytest.mark.parametrize(
    "style",
    [
        "position:absolute;left:-9999px",
        "position: absolute; top: -10000px;",
        "text-indent:-9999px",
        "margin-left:-99999px",
        "font-size:0",
        "font-size: 0px !important",
        "opacity:0",
        "opacity: 0.0;",
        "height:0;overflow:hidden",
        "max-height: 0px; overflow-y: hidden",
        "clip: rect(0, 0, 0, 0); position: absolute",
        "display:none",
        "visibility: hidden",
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "span"])
def test_what_a_style_hides_is_none_of_the_text(style: str, tag: str) -> None:
    assert amid(f'<{tag} style="{style}">{SPAM}</{tag}>') == "\n\n".join((*PROSE, LAST))


@pytest.mark.parametrize(
    "style",
    [
        "left:-20px",
        "margin-left:-15px;",
        "text-indent:-20px",
        "font-size:0.9em",
        "opacity:0.8",
        "height:0",
        "line-height:0;overflow:hidden",
        "padding-left:9999px",
        "border-left:-9999px",
    ],
)
def test_what_a_style_only_shifts_or_dims_stays(style: str) -> None:
    assert SPAM in amid(f'<p style="{style}">{SPAM}</p>')


@pytest.mark.parametrize(
    "box",
    [
        '<div style="opacity:0">{}</div>',
        '<div style="height:0;overflow:hidden">{}</div>',
        "<div class=hidden>{}</div>",
        "<div class=d-none>{}</div>",
    ],
)
def test_what_scripts_may_show_stays_where_it_holds_prose(box: str) -> None:
    assert MORE in amid(box.format(f"<p>{MORE}</p>"))
    assert MORE in amid(box.format(f"{MORE}<br>{MORE} Lagi."))


def test_so_do_lines_that_are_faded_in_one_by_one() -> None:
    lines = ("Beras medium Rp14.000.", "Beras premium Rp16.500.", "Beras ketan Rp18.000.")
    faded = "".join(f'<p style="opacity:0">{line}</p>' for line in lines)
    assert amid(faded) == "\n\n".join((*PROSE, *lines, LAST))


def test_a_box_without_a_font_size_shows_what_its_children_hold() -> None:
    assert "Rp14.000" in amid(
        '<div style="font-size:0"><p style="font-size:16px">Beras medium Rp14.000.</p></div>'
    )


@pytest.mark.parametrize(
    ("classes", "is_kept"),
    [
        ("d-none", False),
        ("hidden", False),
        ("pesan is-hidden", False),
        ("d-none d-print-block", False),
        ("d-none d-md-none", False),
        ("d-none d-md-block", True),
        ("hidden md:block", True),
        ("hidden lg:flex", True),
        ("hide show", True),
        ("hidden-xs", True),
        ("judul-hidden-gems", True),
    ],
)
def test_classes_of_frameworks_hide_unless_another_shows(classes: str, is_kept: bool) -> None:
    assert ("Salin tautan berhasil" in amid(f'<p class="{classes}">Salin tautan berhasil</p>')) is is_kept


def test_a_picture_that_is_faded_in_stays() -> None:
    article = read(end=f'<div style="opacity:0"><img src=/b.jpg></div><p>{LAST}</p>')
    assert [image.url for image in article.images] == ["https://kabar.example/b.jpg"]


def test_a_hidden_sign_between_words_stays() -> None:
    assert "Pasar: Beras" in amid("<p><b>Pasar</b><span class=hide>: </span><b>Beras</b> mahal di kota.</p>")
