"""Lists of comments, told from what lays a page out."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, URL, of_page
from tests.extraction.test_containers import ARTICLE, OPINIONS, TITLE, paragraphs, taken


@pytest.mark.parametrize(("count", "is_kept"), [(3, True), (4, False)])
def test_a_few_tables_beside_each_other_are_no_list_of_comments(count: int, is_kept: bool) -> None:
    opinions = OPINIONS[:count]
    tables = "".join(
        f"<table><tr><td><b>Bagian {number}</b></td></tr><tr><td>{text}</td></tr></table>"
        for number, text in enumerate(opinions)
    )
    text = taken(f"<h1>{TITLE}</h1><div class=u1>{paragraphs(ARTICLE)}{tables}</div>")
    assert text[: len(ARTICLE)] == ARTICLE
    assert [each for each in text if each in OPINIONS] == (opinions if is_kept else [])


NAMES = [
    "<b>Kabar Pasar</b>",
    "<span>Rina Wati</span>",
    "<a href=/u>Rina Wati</a>",
    "<time>12 Mei 2025</time>",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("box", ["<div>{}</div>", "<section>{}</section>", "<div class=u5>{}</div>"])
def test_a_box_that_holds_most_of_the_prose_is_no_comment_beside_another(box: str, name: str) -> None:
    small = box.format(f"{name}<p>{OPINIONS[0]}</p>")
    large = box.format(name + paragraphs(ARTICLE))
    text = taken(f"<h1>{TITLE}</h1><main>{small}{large}</main>")
    assert [each for each in text if each in ARTICLE + OPINIONS] == ARTICLE


OPENING = [ARTICLE[0], ARTICLE[2]]


@pytest.mark.parametrize("name", NAMES[2:])
@pytest.mark.parametrize("box", ["<div>{}</div>", "<div class=u5>{}</div>"])
def test_boxes_that_hold_less_are_comments_however_few(box: str, name: str) -> None:
    comments = "".join(box.format(f"{name}<p>{text} {text} {text}</p>") for text in OPINIONS[:2])
    body = f"<div class=u1>{paragraphs(OPENING)}</div>"
    assert taken(f"<h1>{TITLE}</h1>{body}<main>{comments}</main>") == OPENING


@pytest.mark.parametrize("tag", ["div", "section"])
@pytest.mark.parametrize("name", NAMES[2:])
@pytest.mark.parametrize(
    ("ids", "is_kept"),
    [
        (("awal", "isi", "lokasi", "akhir"), True),
        (("bagian1", "bagian2", "bagian3", "penutup"), True),
        (("k1", "k2", "k3", "k4"), False),
        (("", "", "", ""), False),
    ],
)
def test_bare_boxes_with_names_of_their_own_are_parts_of_the_page(
    ids: tuple[str, ...], is_kept: bool, name: str, tag: str
) -> None:
    boxes = "".join(
        f"<{tag} id='{own}'>{name}<p>{text} {text}</p></{tag}>"
        if own
        else f"<{tag}>{name}<p>{text} {text}</p></{tag}>"
        for own, text in zip(ids, OPINIONS, strict=False)
    )
    text = taken(f"<h1>{TITLE}</h1><div class=u1>{paragraphs(OPENING)}</div><main>{boxes}</main>")
    said = [f"{each} {each}" for each in OPINIONS[:4]]
    assert [each for each in text if each in OPENING + said] == OPENING + (said if is_kept else [])


@pytest.mark.parametrize("name", NAMES[2:])
@pytest.mark.parametrize("place", [0, 3])
def test_the_text_in_a_bare_box_with_a_name_beside_others_is_the_articles(name: str, place: int) -> None:
    inner = [f"<p>{text}</p>" for text in OPINIONS[:3]]
    inner.insert(place, paragraphs(ARTICLE))
    ids = ("kepala", "isi", "lokasi", "kaki")
    boxes = "".join(f"<div id={own}>{name}{each}</div>" for own, each in zip(ids, inner, strict=True))
    text = taken(f"<h1>{TITLE}</h1><main>{boxes}</main>")
    assert [each for each in text if each in ARTICLE] == ARTICLE


@pytest.mark.parametrize("tag", ["li", "article"])
@pytest.mark.parametrize("name", NAMES[2:])
def test_names_of_their_own_make_no_parts_of_the_page_of_items(name: str, tag: str) -> None:
    ids = ("rina", "budi", "lia", "amir", "sita")
    items = "".join(
        f"<{tag} id={own}>{name}<p>{text} {text}</p></{tag}>" for own, text in zip(ids, OPINIONS, strict=True)
    )
    body = f"<div class=u1>{paragraphs(OPENING)}</div>"
    assert taken(f"<h1>{TITLE}</h1>{body}<div class=u2>{items}</div>") == OPENING


@pytest.mark.parametrize(("cells", "is_kept"), [(2, True), (3, False)])
def test_two_cells_beside_each_other_are_columns_and_more_are_a_list(cells: int, is_kept: bool) -> None:
    row = "".join(
        f"<td><b>Bagian {number}</b><p>{text}</p></td>" for number, text in enumerate(OPINIONS[:cells])
    )
    text = taken(f"<h1>{TITLE}</h1><div class=u1>{paragraphs(ARTICLE)}<table><tr>{row}</tr></table></div>")
    assert (any(OPINIONS[0] in each for each in text)) is is_kept


@pytest.mark.parametrize("count", [3, 5, 9])
@pytest.mark.parametrize("label", ["", "<p><b>Berita Terkait</b></p>"])
def test_linked_headlines_under_a_text_make_no_list_of_it(label: str, count: int) -> None:
    links = "".join(
        f"<p><a href=/{number}>Banjir Rendam Desa {number} di Hulu</a></p>" for number in range(count)
    )
    text = taken(f"<h1>{TITLE}</h1><div class=entry-content>{paragraphs(ARTICLE)}{label}{links}</div>")
    assert text == ARTICLE


@pytest.mark.parametrize("count", [3, 4])
def test_linked_headlines_between_paragraphs_make_no_list_of_an_article(count: int) -> None:
    text = (ARTICLE * 2)[: count + 1]
    links = [f"<p><a href=/{number}>Banjir Rendam Desa {number} di Hulu</a></p>" for number in range(count)]
    body = "".join(
        f"<p>{number} {line}</p>{link}"
        for number, (line, link) in enumerate(zip(text, [*links, ""], strict=True))
    )
    opinions = "".join(f"<div><b>Udin</b><p>{opinion}</p></div>" for opinion in OPINIONS[:3])
    read = taken(f"<h1>{TITLE}</h1><main><div class=isi>{body}</div><section>{opinions}</section></main>")
    assert read == [f"{number} {line}" for number, line in enumerate(text)]


@pytest.mark.parametrize(
    "label", ["<p>Baca juga: <a href=/x>Pasar Pagi Pindah Lagi</a></p>", "<p>Baca juga:</p>"]
)
def test_a_paragraph_with_a_link_under_a_label_of_teasers_is_the_articles(label: str) -> None:
    linked = f"{ARTICLE[0]} Lihat <a href=/y>nomor rekening resmi kelurahan</a> di situs."
    page = f"<h1>{TITLE}</h1><div class=entry-content>{paragraphs(ARTICLE)}{label}<h3>Bantuan</h3><p>{linked}</p></div>"
    assert taken(page)[-1].startswith(ARTICLE[0])


def test_a_link_down_to_the_comments_over_the_text_is_no_label() -> None:
    cell = f"<td><a href='#c'><font>Comments 0</font></a><br>{'<br><br>'.join(ARTICLE)}</td>"
    page = f"<table><tr><td><b>{TITLE}</b></td></tr><tr>{cell}</tr></table>"
    assert taken(page)[-len(ARTICLE) :] == ARTICLE


@pytest.mark.parametrize("mark", ["class=liveblog__post", "itemprop=liveBlogUpdate"])
def test_the_entries_of_a_live_report_are_its_text(mark: str) -> None:
    entries = "".join(
        f"<article {mark}><header><time>18h{number}</time><h3>Kapal ke-{number}</h3></header><p>{text}</p></article>"
        for number, text in enumerate(ARTICLE, 10)
    )
    assert [text for text in taken(f"<h1>{TITLE}</h1><div>{entries}</div>") if text in ARTICLE] == ARTICLE


def test_entries_in_the_list_of_a_live_report_are_its_text() -> None:
    entries = "".join(
        f"<li class=lb-post><time>17:{number}</time><span>Rina Wati</span><h3>Kabar {number}</h3><p>{text}</p></li>"
        for number, text in enumerate(ARTICLE, 10)
    )
    page = f"<h1>{TITLE}</h1><ul class=liveblog-posts>{entries}</ul>"
    assert [text for text in taken(page) if text in ARTICLE] == ARTICLE


def test_a_long_text_in_a_box_that_is_called_a_teaser_is_the_article() -> None:
    teasers = "".join(
        f"<div class=butir><div class=blog_teaser_text>{' '.join(PROSE)[n:]}</div><a href=/{n}>selengkapnya</a></div>"
        for n in range(9)
    )
    text = "".join(f"<p>{sentence} {sentence.lower()} {sentence.lower()}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><div class=atas>{teasers}</div><div class=kanan>"
        f"<div class=blog_teaser_headline>{TITLE}</div><div class=blog_teaser_text>{text}</div></div></body></html>",
        URL,
    )
    assert article is not None
    assert article.text.startswith(PROSE[0])


def test_captions_of_a_slideshow_before_the_text_are_none_of_it() -> None:
    slides = "".join(
        f"<div class='gallery-item gambar'><img src=/{number}.jpg><p>{text}</p></div>"
        for number, text in enumerate(OPINIONS[:3])
    )
    gallery = f"<div class=story-gallery><div class=slick>{slides}</div></div>"
    page = f"<section><h1>{TITLE}</h1></section><section>{gallery}<div class=u9>{paragraphs(ARTICLE)}</div></section>"
    assert taken(page) == ARTICLE


def test_a_text_in_a_box_that_is_named_for_pictures_and_holds_one_stays() -> None:
    page = f"<h1>{TITLE}</h1><div class=gallery-body><img src=/1.jpg>{paragraphs(ARTICLE)}</div>"
    assert taken(page) == ARTICLE


def test_a_heading_called_comments_amid_bare_paragraphs_is_one_of_the_text() -> None:
    page = f"<h1>{TITLE}</h1><div class=u9>{paragraphs(ARTICLE)}<h3>Komentar</h3>{paragraphs(OPINIONS)}</div>"
    assert taken(page) == [*ARTICLE, "Komentar", *OPINIONS]


BACA = "<p>Baca juga: <a href=/2025/05/10/banjir>Banjir Rendam Loa Bakung, 300 Rumah Terdampak</a></p>"
LONG = [*ARTICLE[:3], *OPINIONS[:3]]


@pytest.mark.parametrize("position", [2, 3, 4])
def test_a_label_that_opens_a_box_of_the_text_takes_no_more_than_its_link(position: int) -> None:
    first, second = paragraphs(LONG[:position]), paragraphs(LONG[position:])
    page = f"<h1>{TITLE}</h1><main><div class=u1>{first}</div><div class=ads></div><div class=u1>{BACA}{second}</div></main>"
    assert taken(page) == LONG


def test_so_does_one_over_a_text_in_nested_boxes() -> None:
    boxes = "".join(f"<div class=r><div class=c><p>{text}</p></div></div>" for text in LONG)
    assert taken(f"<h1>{TITLE}</h1><main><div class=u1>{BACA}{boxes}</div></main>") == LONG


@pytest.mark.parametrize("button", ["<p>Komentar (0)</p>", "<div>Komentar (0)</div>", "<p>Komentar</p>"])
def test_a_button_for_comments_amid_the_text_ends_nothing(button: str) -> None:
    page = (
        f"<h1>{TITLE}</h1><div class=entry-content>{paragraphs(LONG[:3])}{button}{paragraphs(LONG[3:])}</div>"
    )
    assert taken(page) == LONG


@pytest.mark.parametrize("label", ["Berita Terpopuler", "Baca Juga", "Most read"])
def test_a_label_in_the_column_beside_it_takes_nothing_off_the_text(label: str) -> None:
    links = "".join(
        f"<li><a href=/{number}>Kabar lain nomor {number} dari hulu</a></li>" for number in range(4)
    )
    left = f"<td><b>{label}</b><ul>{links}</ul></td>"
    text = "<br><br>".join(PROSE)
    foot = f"<tr><td colspan=2>Kabar Hulu terbit sejak 1998. {PROSE[0]} {PROSE[1]}</td></tr>"
    article = of_page(
        f"<table><tr>{left}<td><h2>{TITLE}</h2>12 Mei 2025<br><br>{text}</td></tr>{foot}</table>"
    )
    assert [block.text for block in article.blocks][: len(PROSE)] == list(PROSE)


@pytest.mark.parametrize(
    ("heading", "is_whole"),
    [
        ("<h3>Kabar pukul {}</h3>", True),
        ("<h3>Kabar</h3>", False),
        ("<h3><a href=/x>Kabar pukul {}</a></h3>", False),
        ("", False),
    ],
)
def test_a_live_report_whose_entries_have_headings_is_read_whole(heading: str, is_whole: bool) -> None:
    entries = "".join(
        f"<li><b>Rina Wati</b><time>{hour}.00</time>{heading.format(hour)}<p>{text}</p></li>"
        for hour, text in enumerate(OPINIONS, start=7)
    )
    page = f"<h1>{TITLE}</h1><ul>{entries}</ul>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    told = [block.text for block in article.blocks] if article is not None else []
    assert [text for text in told if text in OPINIONS] == (OPINIONS if is_whole else [])


def test_lists_whose_points_begin_in_bold_are_no_comments() -> None:
    last = "Perbaikan nomor {} yang lain dijadwalkan pada bulan depan oleh dinas di kabupaten itu."
    parts = "".join(
        f"<p>{number} {ARTICLE[1]}</p><ul><li><b>Jalan poros {number} (2009).</b> {number} {ARTICLE[2]}</li>"
        f"<li><b>Nomor {number}.</b> {ARTICLE[0]}</li><li>{last.format(number)}</li></ul>"
        for number in range(4)
    )
    text = taken(f"<h1>{TITLE}</h1><article>{parts}{paragraphs(ARTICLE)}</article>")
    assert [each for each in text if "yang lain" in each] == [last.format(number) for number in range(4)]
