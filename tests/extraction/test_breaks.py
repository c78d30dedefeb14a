"""Words and lines that a page parts by breaks, boxes and styles."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, of_page, read

BLOCK = '<span style="display:block">'
HALVES = ("Harga Beras Naik,", "Jelang Panen Raya di Kutai Kartanegara")


@pytest.mark.parametrize(
    "heading",
    [
        "{}<br>{}",
        "{}<br/>{}",
        "<span>{}<br></span>{}",
        "<div>{}</div><div>{}</div>",
        BLOCK + "{}</span><span>{}</span>",
        "<span class='judul d-block'>{}</span>{}",
    ],
)
def test_the_lines_of_a_title_are_parted(heading: str) -> None:
    assert read(title=heading.format(*HALVES)).title == " ".join(HALVES)


def test_a_word_that_spans_make_up_stays_one() -> None:
    title = "<span>H</span><span>arga</span> Beras Naik Jelang Panen Raya di Kutai Kartanegara"
    assert read(title=title).title == "Harga Beras Naik Jelang Panen Raya di Kutai Kartanegara"


@pytest.mark.parametrize(
    "caption", ["Antrean di pasar.<br>Foto: Rina Wati", "<p>Antrean di pasar.</p><p>Foto: Rina Wati</p>"]
)
def test_so_are_those_of_a_caption(caption: str) -> None:
    article = read(f"<figure><img src=/beras.jpg><figcaption>{caption}</figcaption></figure>")
    assert article.lead_image is not None
    assert (article.lead_image.caption, article.lead_image.credit) == (
        "Antrean di pasar. Foto: Rina Wati",
        "Rina Wati",
    )


@pytest.mark.parametrize(
    "style", ["display:block", "margin:0; DISPLAY : block;", "display: block; color: #111"]
)
def test_spans_that_a_style_shows_as_blocks_are_paragraphs(style: str) -> None:
    text = "".join(f'<span style="{style}">{sentence}</span>' for sentence in PROSE)
    article = of_page(
        f"<h1>Harga Beras Naik Jelang Panen Raya di Kutai Kartanegara</h1><div class=z>{text}</div>"
    )
    assert [block.text for block in article.blocks] == list(PROSE)


def test_in_a_paragraph_they_are_lines() -> None:
    lines = (
        "Beras medium Rp14.000 sekilo di pasar induk.",
        "Beras premium Rp16.500 sekilo di pasar yang sama.",
    )
    article = read(end=f"<p>{BLOCK}{lines[0]}</span>{BLOCK}{lines[1]}</span></p><p>{PROSE[0]} Begitu.</p>")
    assert [block.text for block in article.blocks] == [*PROSE, *lines, f"{PROSE[0]} Begitu."]


def test_a_span_round_paragraphs_leaves_them_as_they_are() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = of_page(f"<h1>Harga Beras Naik Jelang Panen Raya</h1><div class=z>{BLOCK}{text}</span></div>")
    assert [block.text for block in article.blocks] == list(PROSE)


def test_boxes_of_a_title_may_hold_what_no_tree_may_be_given() -> None:
    heading = "<div>Harga Beras\x01 Naik</div><div>Jelang\x7f Panen &#2; Raya</div>"
    assert read(title=heading).title.startswith("Harga Beras")
