"""Texts that systems write in parts: chapters in sections, boxes numbered by their level."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import html

from kaltimcrawl import extract
from kaltimcrawl.extraction.pieces import is_chapter, is_paragraph
from kaltimcrawl.extraction.survey import survey_page
from tests.extraction.pages import PROSE, URL, of_page
from tests.extraction.test_containers import ARTICLE, OPINIONS, TITLE, paragraphs, taken

HEADS = ("Janji Dinas", "Tanggapan Warga")


def chapter(heading: str, texts: list[str], classes: str = "") -> str:
    """A part of a text in a section of its own."""
    return f"<section{classes}><h2>{heading}</h2>{paragraphs(texts)}</section>"


@pytest.mark.parametrize("cut", [1, 3, 4])
@pytest.mark.parametrize("mark", ["", '<a href="#b">¶</a>', '<a class=headerlink href="#b">#</a>'])
def test_bare_sections_under_subheadings_beside_paragraphs_are_one_text(mark: str, cut: int) -> None:
    chapters = [
        chapter(head + mark, texts).replace("<h2>", f"<h2 id={name}>")
        for head, name, texts in zip(HEADS, "bc", (OPINIONS[:cut], OPINIONS[cut:]), strict=True)
    ]
    page = f"<main><section><h1>{TITLE}</h1>{paragraphs(ARTICLE)}{''.join(chapters)}</section></main>"
    assert [text.rstrip("¶#") for text in taken(page)] == [
        *ARTICLE, HEADS[0], *OPINIONS[:cut], HEADS[1], *OPINIONS[cut:],
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["", '<a href="#lain">#</a>'])
@pytest.mark.parametrize("box", ["<main><section>{}{}</section></main>", "{}<div class=u1>{}</div>"])
def test_the_longest_chapter_is_not_the_whole_text(box: str, mark: str) -> None:
    long = [f"{text} Begitu kata warga {number}." for number, text in enumerate(OPINIONS * 4)]
    chapters = chapter(HEADS[0] + mark, long[:3]) + chapter(HEADS[1] + mark, long[3:])
    text = taken(box.format(f"<h1>{TITLE}</h1>", paragraphs(ARTICLE[:1]) + chapters))
    assert [line.rstrip("#") for line in text] == [ARTICLE[0], HEADS[0], *long[:3], HEADS[1], *long[3:]]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>{1}</p>{0}", True),
        ("{0}<p>{1}</p>", True),
        ("<p>{1}</p>" + chapter('Janji<a href="#b">¶</a>', ARTICLE[:2]), True),
        ("<p>{1}</p>" + chapter("<a href=/x>Janji Dinas</a>", ARTICLE[:2]), False),
        ("<p>{1}</p>" + chapter("Janji Dinas", ARTICLE[:2], " class=u1"), False),
        ("<p>{1}</p>" + chapter("Janji Dinas", ARTICLE[:2]).replace("section", "div"), False),
        (f"<p>{{1}}</p><section>{paragraphs(ARTICLE[:2])}</section>", False),
        ("<article><p>{1}</p></article>{0}", False),
    ],
)
def test_a_chapter_is_a_bare_section_with_a_subheading_beside_paragraphs_and_is_text_as_they_are(
    page: str, expected: bool
) -> None:
    written = f"<html><body>{page.format(chapter(HEADS[0], ARTICLE[:2]), ARTICLE[0])}</body></html>"
    root = html.document_fromstring(written)
    box = root.xpath("//section | //div")[0]
    assert is_chapter(box) is expected
    assert is_paragraph(survey_page(root, written.encode()), box) is expected


@pytest.mark.parametrize("count", [1, 2])
def test_sections_whose_headings_lead_elsewhere_are_other_articles(count: int) -> None:
    teasers = "".join(
        chapter(f"<a href=/{number}>{head} dan Kota Lama</a>", OPINIONS[number : number + 2])
        for number, head in enumerate(HEADS[:count])
    )
    page = f"<main><section><h1>{TITLE}</h1>{paragraphs(ARTICLE)}{teasers}</section></main>"
    assert taken(page) == ARTICLE


@pytest.mark.parametrize("texts", [OPINIONS[:2], OPINIONS])
def test_a_bare_section_beside_an_article_and_no_paragraph_is_none_of_it(texts: list[str]) -> None:
    article = f"<article><h1>{TITLE}</h1>{paragraphs(ARTICLE)}</article>"
    assert taken(f"<main>{article}{chapter(HEADS[1], texts)}</main>") == ARTICLE


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [("level1", "level2", True), ("level1", "kotak", False), ("u1", "u2", False)],
)
def test_boxes_whose_classes_differ_in_a_number_are_one_text_with_the_headings_between(
    first: str, second: str, is_one: bool
) -> None:
    parts = f"<div class={first}>{paragraphs(ARTICLE)}</div><h2>{HEADS[1]}</h2><div class={second}>{paragraphs(OPINIONS[:3])}</div>"
    expected = [*ARTICLE, HEADS[1], *OPINIONS[:3]] if is_one else ARTICLE
    assert taken(f"<div class=page><h1>{TITLE}</h1>{parts}</div>") == expected


def test_boxes_of_marked_paragraphs_side_by_side_are_one_text_with_what_lies_between() -> None:
    first, *others = (f'<p itemprop="articleBody">{text}</p>' for text in ARTICLE)
    boxes = (
        f'<div class="badan"><x-isi><span></span>{first}</x-isi></div><h2>{HEADS[0]}</h2>'
        '<div class="kolom"><a href="/lain">Kabar lain dari hulu sungai</a></div>'
        f'<div class="badan">{"".join(others)}</div>'
    )
    assert taken(f"<h1>{TITLE}</h1><div>{boxes}</div>") == [ARTICLE[0], HEADS[0], *ARTICLE[1:]]


def test_columns_of_a_grid_are_no_parts_of_one_text() -> None:
    column = f"<h3>Sungai Kita</h3>{paragraphs(OPINIONS[:2])}"
    row = f'<div class="col-md-8">{paragraphs(ARTICLE)}</div><div class="col-md-4">{column}</div>'
    assert taken(f"<h1>{TITLE}</h1><div class=row>{row}</div>") == ARTICLE


@pytest.mark.parametrize("link", ["'#janji'", "#janji", '"#janji"'])
def test_marks_of_headings_go_however_their_link_is_quoted(link: str) -> None:
    head = f"<h2 id=janji><a href={link}># </a>{HEADS[0]}</h2>"
    body = f"{paragraphs(ARTICLE[:2])}{head}{paragraphs(ARTICLE[2:])}"
    assert taken(f"<h1>{TITLE}</h1><div class=isi>{body}</div>") == [*ARTICLE[:2], HEADS[0], *ARTICLE[2:]]


FIRST, SECOND = (f"{' '.join(ARTICLE[:3])}", f"{' '.join(ARTICLE[1:])} Lagi.")


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("<h2>Listrik dari Aki Traktor</h2>", True),
        ("<h2><a href=/x>Listrik dari Aki Traktor</a></h2>", False),
        ("<h2>Komentar</h2>", False),
        ("<p>Listrik dari aki traktor.</p>", False),
    ],
)
def test_bare_sections_under_subheadings_are_the_parts_of_one_text(heading: str, is_one: bool) -> None:
    sections = f"<section><p>{FIRST}</p></section><section>{heading}<p>{SECOND}</p></section>"
    text = taken(f"<article><header><h1>{TITLE}</h1></header><div class=isi>{sections}</div></article>")
    assert FIRST in text
    assert (SECOND in text) is is_one


def test_the_subheadings_beside_marked_pieces_are_text() -> None:
    sections = "".join(
        f"<section class=part><h2>{head}</h2><div class=body-text>{paragraphs(texts)}</div></section>"
        for head, texts in zip(HEADS, (OPINIONS[:2], OPINIONS[2:]), strict=True)
    )
    page = f"<main><h1>{TITLE}</h1><div class=detail>{sections}</div></main>"
    assert taken(page) == [HEADS[0], *OPINIONS[:2], HEADS[1], *OPINIONS[2:]]


@pytest.mark.parametrize("classes", ["page", "page lazy-page"])
def test_the_pages_of_an_article_in_one_document_are_one_text(classes: str) -> None:
    """The first has no subheading, the later ones a class more; a number stands over each."""
    texts = (ARTICLE, OPINIONS[:3], OPINIONS[3:])
    pages = [
        f"<div class='{classes if number else 'page'}'><div class=number>{number + 1} dari 3 halaman</div>"
        f"{f'<h2>{HEADS[number - 1]}</h2>' if number else ''}<div class=body-text>{paragraphs(each)}</div></div>"
        for number, each in enumerate(texts)
    ]
    page = f"<main><h1>{TITLE}</h1><div class=detail>{''.join(pages)}</div></main>"
    assert taken(page) == [*ARTICLE, HEADS[0], *OPINIONS[:3], HEADS[1], *OPINIONS[3:]]


@pytest.mark.parametrize("classes", ["s", "story-text"])
def test_a_piece_that_asks_for_an_address_is_no_text(classes: str) -> None:
    offer = (
        "<p>Kabar dari hulu sebelum feri berangkat, gratis untuk Anda setiap hari kerja, kirim alamat.</p>"
    )
    form = "<form><input type=email></form>"
    boxes = [paragraphs(OPINIONS[:3]), offer + form, paragraphs(OPINIONS[3:])]
    pieces = "".join(f"<section class={classes}>{box}</section>" for box in boxes)
    assert taken(f"<article><h1>{TITLE}</h1>{pieces}</article>") == OPINIONS


def test_whole_articles_under_the_first_are_not_its_text() -> None:
    def entry(title: str, texts: Sequence[str]) -> str:
        return f'<article class="butir butir--daftar"><h2>{title}</h2><div>{"".join(f"<p>{t}</p>" for t in texts)}</div></article>'

    others = "".join(
        entry(
            f"Kabar lama nomor {number} dari hulu", [f"{sentence} Edisi {number}." for sentence in PROSE] * 2
        )
        for number in range(6)
    )
    article = extract(
        f"<html><head><title>Kabar Hulu</title><meta property='og:title' content='{TITLE}'></head><body>"
        f"<h1>Artikel Terbaru</h1><div class=daftar>{entry(TITLE, PROSE)}{others}</div></body></html>",
        URL,
    )
    assert article is not None
    assert (article.title, article.text) == (TITLE, "\n\n".join(PROSE))


def test_the_entries_of_a_report_under_its_title_are_its_text() -> None:
    entries = "".join(
        f'<article class="butir butir--daftar"><h2>Pukul {hour}.00</h2><p>{sentence}</p></article>'
        for hour, sentence in enumerate(PROSE, start=7)
    )
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=daftar>{entries}</div></body></html>",
        URL,
    )
    assert article is not None
    assert [line for line in article.text.split("\n\n") if line in PROSE] == list(PROSE)


@pytest.mark.parametrize("size", [1, 3])
def test_the_pieces_that_follow_an_introduction_in_its_own_box_are_taken(size: int) -> None:
    lead = f"<div class='lead_a block_b'><p>{' '.join(ARTICLE[:2])}</p></div>"
    rest = [*ARTICLE[2:], *OPINIONS[:3]]
    boxes = "".join(
        f"<div class='text_c block_b'>{paragraphs(rest[n : n + size])}</div>"
        for n in range(0, len(rest), size)
    )
    promo = "<div class='promo_w block_b'><a href='/wa'><strong>App ons!</strong></a></div>"
    page = f"<main><article><h1>{TITLE}</h1><div class=meta>12 Mei 2025</div>{lead}{boxes}{promo}</article></main>"
    assert taken(page) == [" ".join(ARTICLE[:2]), *rest]


def test_boxes_of_chrome_that_follow_an_introduction_are_none_of_its_text() -> None:
    lead = f"<div class='lead_a block_b'><p>{' '.join(ARTICLE[:2])}</p></div>"
    offer = "<p>Terima kabar hulu setiap pagi di kotak surat Anda, tanpa biaya, dari meja redaksi kami di kota.</p>"
    offers = f"<div class='newsletter block_c'>{offer * 2}</div>" * 2
    boxes = "".join(
        f"<div class='text_c block_d'><p>{text}</p></div>" for text in [*ARTICLE[2:], *OPINIONS[:3]]
    )
    page = f"<main><article><h1>{TITLE}</h1><div class=meta>12 Mei 2025</div>{lead}{offers}{boxes}</article></main>"
    assert taken(page) == [" ".join(ARTICLE[:2]), *ARTICLE[2:], *OPINIONS[:3]]


@pytest.mark.parametrize(
    ("first", "rest", "is_whole"),
    [("itemIntroText", "itemFullText", True), ("intro", "isi", True), ("satu", "dua", False)],
)
def test_an_opening_of_several_paragraphs_goes_with_its_rest_where_it_is_named_so(
    first: str, rest: str, is_whole: bool
) -> None:
    opening = f"<div class={first}>{paragraphs(ARTICLE)}</div>"
    page = f"<main><h1>{TITLE}</h1><div>{opening}<div class={rest}>{paragraphs(OPINIONS)}</div></div></main>"
    assert (taken(page) == [*ARTICLE, *OPINIONS]) == is_whole


LEAD = " ".join(ARTICLE[:2])
BOXES = "".join(f"<div class='text_c block_b'><p>{text}</p></div>" for text in [*ARTICLE[2:], *OPINIONS])


def test_an_introduction_is_taken_once() -> None:
    points = ["Tanggul jebol", "Jalan putus"]
    items = "".join(f"<li>{point}</li>" for point in points)
    lead = f"<div class='lead_a block_b'><p>{LEAD}</p><ul>{items}</ul></div>"
    page = f"<main><article><h1>{TITLE}</h1>{lead}{BOXES}</article></main>"
    assert taken(page) == [LEAD, *points, *ARTICLE[2:], *OPINIONS]


def test_a_row_of_the_date_before_an_introduction_is_none_of_its_pieces() -> None:
    row = "<div class='row_z block_b'>Oleh Rina Wati untuk Kabar Hulu di Samarinda, <time>12 Mei 2025</time></div>"
    lead = f"<div class='lead_a block_b'><p>{LEAD}</p></div>"
    page = f"<main><article><h1>{TITLE}</h1>{row}{lead}{BOXES}</article></main>"
    assert taken(page) == [LEAD, *ARTICLE[2:], *OPINIONS]


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ("<div class=audio>Dengarkan tulisan ini</div>", []),
        ("<div class='video block_b'><p>Dengarkan tulisan ini</p></div>", []),
        ("<div class=kotak>Dengarkan tulisan ini</div>", ["Dengarkan tulisan ini"]),
    ],
)
def test_a_players_box_between_pieces_is_none_of_them(box: str, said: list[str]) -> None:
    lead = f"<div class='lead_a block_b'><p>{LEAD}</p></div>"
    page = f"<main><article><h1>{TITLE}</h1>{lead}{box}{BOXES}</article></main>"
    assert taken(page) == [LEAD, *said, *ARTICLE[2:], *OPINIONS]


def test_an_offer_amid_the_pieces_of_the_body_that_the_description_tells_is_no_text() -> None:
    marked = f"<div class=entry-content>{paragraphs([f'{text} Begitu.' for text in ARTICLE * 2])}</div>"
    offer = (
        "<p>Kabar dari hulu sebelum feri berangkat, gratis untuk Anda setiap hari kerja, kirim alamat.</p>"
    )
    form = f"{offer}<form><input type=email></form>"
    boxes = [paragraphs(OPINIONS[:2]), form, paragraphs(OPINIONS[2:4]), paragraphs(OPINIONS[4:])]
    pieces = "".join(f"<section class=s>{box}</section>" for box in boxes)
    head = f'<meta name="description" content="{OPINIONS[0]}">'
    article = of_page(f"<h1>{TITLE}</h1><article>{pieces}</article>{marked}", head)
    assert [block.text for block in article.blocks] == OPINIONS


def test_pieces_in_rows_whose_classes_set_the_space_round_them_are_one_text() -> None:
    def row(classes: str, cell: str, texts: list[str], plain: str = "") -> str:
        text = f"<div class='article-text c-1{plain}'>{paragraphs(texts)}</div>"
        return f"<div class='block pb-15 pb-5@m {classes}'><div class=grid><div class='{cell}'>{text}</div></div>"

    others = "".join(f"<p><a href=/{n}>{text}</a> {text}</p>" for n, text in enumerate(OPINIONS[2:]))
    first = row("divider", "cell col-8", ARTICLE) + "</div>"
    rest = row("mt-n35 mt-n25@m mt-n15@s", "full cell col-8", OPINIONS[:1], " plain")
    foot = f"<div class=block><section class=t-meta>{others}</section></div></div>"
    body = (
        f"<div class=flush><div class=block><div class=ads></div></div>{first}<div>{rest}{foot}</div></div>"
    )
    assert taken(f"<article><h1>{TITLE}</h1>{body}</article>") == [*ARTICLE, OPINIONS[0]]
