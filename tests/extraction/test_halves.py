"""Texts that a template cuts in two, with an advertisement between."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, TITLE
from tests.extraction.test_containers import HEADLINES, OPINIONS, paragraphs, taken

TEASERS = (
    "<div class=kk><h4>Berita Lainnya</h4>"
    + "".join(
        f"<div><a href=/2025/05/1{number}/x/>{headline}</a><p>{text}</p></div>"
        for number, (headline, text) in enumerate(zip(HEADLINES, OPINIONS, strict=False))
    )
    + "</div>"
)
NAMES = [("text", "text-2"), ("isi", "isi"), ("konten-atas", "konten-bawah"), ("naskah", "naskah lanjutan")]


def page_of(first: str, second: str, position: int, between: str = "<div class=ads></div>") -> str:
    """A page whose text is cut before the paragraph at `position`."""
    halves = (
        f'<div class="{first}">{paragraphs(ARTICLE[:position])}</div>{between}'
        f'<div class="{second}">{paragraphs(ARTICLE[position:])}</div>'
    )
    return f"<div class=main><h1>{TITLE}</h1><div>Rina Wati | 12 Mei 2025</div>{halves}</div>{TEASERS}"


@pytest.mark.parametrize("position", range(1, len(ARTICLE)))
@pytest.mark.parametrize("names", NAMES, ids="/".join)
def test_both_halves_are_the_text(names: tuple[str, str], position: int) -> None:
    assert taken(page_of(*names, position)) == ARTICLE


@pytest.mark.parametrize(
    "marked", [("post-content", "post-content-2"), ("entry-content", "entry-content dua")]
)
def test_a_marked_half_is_not_the_whole(marked: tuple[str, str]) -> None:
    assert taken(page_of(*marked, 2)) == ARTICLE


@pytest.mark.parametrize(
    "beside",
    [
        f"<div class=article__dukungan><p>{OPINIONS[0]}</p><p>{OPINIONS[1]}</p></div>",
        f"<div class='article__isi kedua'><h3>Tentang Kami</h3><p>{OPINIONS[0]}</p><p>{OPINIONS[1]}</p></div>",
        f"<div class='article__isi kedua'><time>12 Mei</time><p>{OPINIONS[0]}</p><p>{OPINIONS[1]}</p></div>",
        f"<h4>Komentar</h4><div class='article__isi kedua'><p>{OPINIONS[0]}</p><p>{OPINIONS[1]}</p></div>",
    ],
    ids=["named otherwise", "headed", "dated", "under a label"],
)
def test_a_box_beside_the_text_is_no_half_of_it(beside: str) -> None:
    text = f'<div class="article__isi">{paragraphs(ARTICLE)}</div>'
    assert taken(f"<div class=main><h1>{TITLE}</h1>{text}{beside}</div>") == ARTICLE


def test_pieces_of_a_mark_may_stand_in_bare_boxes() -> None:
    piece = '<div class="row r{0}"><div class="kol"><div class="article-text">{1}</div></div></div>'
    first, second = paragraphs(ARTICLE[:2]), paragraphs(ARTICLE[2:])
    page = (
        f"<h1>{TITLE}</h1><div class=atas>{piece.format(1, first)}<div>{piece.format(2, second)}</div></div>"
    )
    assert taken(page) == ARTICLE


def test_a_box_of_another_story_may_stand_between_the_halves() -> None:
    other = f"<div class=related-story><a href=/x><h3>{HEADLINES[0]}</h3></a><p>{OPINIONS[0]}</p></div>"
    assert taken(page_of("konten html_0", "konten html_3", 2, other)) == ARTICLE


def widget(content: str) -> str:
    """What a page builder puts round each part."""
    return (
        f"<section class=pb-section><div class=pb-column><div class=pb-part>{content}</div></div></section>"
    )


def test_the_short_end_of_a_text_that_a_page_builder_made_is_the_text_s() -> None:
    parts = [
        widget(f"<h1>{TITLE}</h1><div>Rina Wati | 12 Mei 2025</div>"),
        widget(paragraphs(ARTICLE)),
        widget("<h2>Syarat Warga</h2>"),
        widget("<ul><li>Punya kartu penduduk</li><li>Punya surat jalan</li></ul>"),
        widget("<h2>Bagikan</h2><a href=/fb>Facebook</a>"),
        widget("<p>Kontak redaksi.</p>"),
    ]
    text = taken(f"<div class=pb>{''.join(parts)}</div>{TEASERS}")
    assert text == [*ARTICLE, "Syarat Warga", "Punya kartu penduduk", "Punya surat jalan"]


def test_the_opening_in_a_box_named_near_the_rest_is_of_the_text() -> None:
    opening, first, second = (" ".join(texts) for texts in (ARTICLE, OPINIONS, reversed(ARTICLE)))
    caption = f"{ARTICLE[0].rstrip('.')}, tampak pada siang hari"
    rest = f"<p>{first}</p><div class=ad></div><div class=hub><span>Banjir: <a href=/b>Tiga Desa Terendam Air Sungai</a></span></div>"
    page = (
        f"<h1>{TITLE}</h1><div class=story><div id=article-content-div><p>{opening}</p><div class=video>{caption}</div></div>"
        f"<div class=foto></div><div class=article_middle>{rest}<p>{second}</p></div></div>"
    )
    text = taken(page)
    assert text[0] == opening
    assert text[-1] == second


def test_a_half_in_a_box_of_another_name_is_told_by_the_box_that_it_fills() -> None:
    first = f'<div class=area><div id=isi-awal class="mod-isi">{paragraphs(ARTICLE[:1])}</div></div>'
    second = f'<div id=isi-awal-lanjut class="mod-isidanlain mod-isi">{paragraphs(ARTICLE[1:])}</div>'
    page = f"<div class=main><h1>{TITLE}</h1>{first}<div class=iklan></div>{second}</div>"
    assert taken(page) == ARTICLE
