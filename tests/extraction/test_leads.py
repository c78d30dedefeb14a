"""Where the parts of a body stand apart: its opening before it, its pieces side by side."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.datafiles import read_data
from tests.extraction.pages import PROSE, news
from tests.extraction.pages import read as read_page
from tests.extraction.test_containers import ARTICLE, OPINIONS, TITLE, URL, paragraphs, taken

OPENING = OPINIONS[:3]
WHOLE = [*OPENING, *ARTICLE]
ADVERTISEMENT = '<div class="x-ad"><img src="/a.gif"></div>'


@pytest.mark.parametrize(
    "body",
    [
        # paragraphs, then a box that opens on a click
        f"<div class=u1><h1>{TITLE}</h1>{{opening}}<hr>{ADVERTISEMENT}<div class=u2>{{rest}}</div></div>",
        # the same in a box of its own, the title elsewhere
        f"<h1>{TITLE}</h1><div class=u1>{{opening}}{ADVERTISEMENT}<blockquote>{{rest}}</blockquote></div>",
        # boxes with an advertisement between them
        f"<h1>{TITLE}</h1><div class=u1><div class=u2>{{opening}}</div>{ADVERTISEMENT}<div class=u2>{{rest}}</div></div>",
        # bare boxes round pieces that are numbered
        f"<h1>{TITLE}</h1><div><div><div class='isi p_0 p_first'>{{opening}}</div></div>{ADVERTISEMENT}"
        "<div><div class='isi p_2'>{rest}</div></div></div>",
        # fields of a text whose kinds differ by a class
        f"<h1>{TITLE}</h1><div class=f><div class=i><div class='paragraph p--chapo p--full'>{{opening}}</div></div>"
        "<div class=i><div class='paragraph p--text p--full'>{rest}</div></div></div>",
    ],
)
def test_an_opening_apart_from_the_rest_is_kept(body: str) -> None:
    rest = paragraphs(ARTICLE * 1)
    assert taken(body.format(opening=paragraphs(OPENING), rest=rest)) == WHOLE


def test_an_opening_in_boxes_of_one_paragraph_each_is_kept() -> None:
    boxes = "".join(f"<div class=par{number}><p>{text}</p></div>" for number, text in enumerate(OPENING))
    long = ARTICLE + OPINIONS[3:]
    body = f"<h1>{TITLE}</h1><div id=isi>{boxes}<div class=body>{paragraphs(long)}</div></div>"
    assert taken(body) == [*OPENING, *long]


def test_a_sentence_apart_from_the_body_is_no_text() -> None:
    body = (
        f"<h1>{TITLE}</h1><p>{OPINIONS[0]}</p><div><a href=/rina>Rina</a> 12 Mei 2025</div>"
        f"<div class=u1>{paragraphs(ARTICLE)}</div>"
    )
    assert taken(body) == ARTICLE


def test_a_box_beside_the_body_with_headlines_that_link_elsewhere_is_none_of_it() -> None:
    other = (
        f"<div class=u2><h3><a href=/lain>Banjir Rendam Tiga Desa</a></h3>{paragraphs(OPINIONS[:2])}</div>"
    )
    body = f"<h1>{TITLE}</h1><div class=u1><div class=u2>{paragraphs(ARTICLE * 1)}</div>{other}</div>"
    assert taken(body) == ARTICLE


def test_a_header_that_is_not_closed_hides_nothing() -> None:
    many = (
        ARTICLE + OPINIONS + ["Dewan menyatakan akan mengawal perbaikan jalan itu sampai selesai tahun ini."]
    )
    assert (
        taken(f"<header><div><h1>{TITLE}</h1><div class=entry-content>{paragraphs(many)}</div></header>")
        == many
    )


def test_a_mark_in_an_item_of_a_list_is_another_article_s() -> None:
    item = f"<li><h3>Banjir Rendam Tiga Desa</h3><div class=entry-content>{paragraphs(OPINIONS)}</div></li>"
    assert (
        taken(
            f"<div><h1>{TITLE}</h1><div class=u1>{paragraphs(ARTICLE)}</div></div><div><ul>{item}</ul></div>"
        )
        == ARTICLE
    )


def test_steps_under_their_names_are_no_comments() -> None:
    steps = "".join(
        f"<div class=step><div><span>Langkah {number}</span><p>{text}</p></div></div>"
        for number, text in enumerate(OPINIONS, 1)
    )
    assert [text for text in taken(f"<h1>{TITLE}</h1><div>{steps}</div>") if text in OPINIONS] == OPINIONS


def test_samples_of_code_are_no_comments() -> None:
    samples = "".join(
        f"<p>{text}</p><div class=syntax><span>ini</span><pre>baris({number}) = baris({number}) + 1; simpan()</pre></div>"
        for number, text in enumerate(ARTICLE)
    )
    kept = taken(f"<h1>{TITLE}</h1><article>{samples}</article>")
    assert [text for text in kept if "simpan" in text] == [
        f"baris({number}) = baris({number}) + 1; simpan()" for number in range(len(ARTICLE))
    ]


def test_the_page_s_description_printed_under_the_title_is_the_subtitle() -> None:
    head = (
        f'<title>{TITLE}</title><meta property="og:type" content="article">'
        f'<meta property="og:description" content="{OPINIONS[0]}">'
    )
    over = f"<div class=x7><h1>{TITLE}</h1><h4>{OPINIONS[0]}</h4><span>Rina Wati</span></div>"
    article = extract(
        f"<html lang=id><head>{head}</head><body>{over}<div class=entry-content>{paragraphs(ARTICLE)}</div></body>",
        URL,
    )
    assert article is not None
    assert [block.text for block in article.blocks] == ARTICLE
    assert (article.subtitle, article.warnings) == (OPINIONS[0], ())
    assert article.provenance["subtitle"].place == "text: description"


def test_a_box_beside_the_body_that_begins_with_a_heading_is_none_of_it() -> None:
    other = f"<div class=box><h3>Suara Warga</h3>{paragraphs(OPINIONS)}</div>"
    long = ARTICLE + [text.replace("Saya", "Kami") for text in OPINIONS[::-1]]
    body = f"<h1>{TITLE}</h1><div class=c><div class=box>{paragraphs(long + ['Demikian.'] * 1)}</div>{other}</div>"
    assert taken(body)[: len(long)] == long


def test_pieces_of_an_article_without_class_are_no_list_of_comments() -> None:
    parts = f"<section id=info><h2>Info</h2></section><section id=isi><ul><li>Bagikan</li></ul>{paragraphs(ARTICLE)}</section>"
    comments = (
        f"<section id=komen><h2>Komentar</h2><article><b>Udin</b><p>{OPINIONS[0]}</p></article></section>"
    )
    assert taken(f"<article><h1>{TITLE}</h1>{parts}{comments}</article>") == ARTICLE


def test_a_short_piece_right_behind_its_twin_is_kept() -> None:
    listed = "<ul><li>Pengendara sepeda lewat jalan setapak.</li><li>Mobil lewat jalan poros.</li></ul>"
    end = "Pasar pekan tetap buka seperti biasa pada hari Rabu."
    body = f"<div class='ce_text block'>{paragraphs(ARTICLE)}</div><div class='ce_text block'>{listed}<p>{end}</p></div>"
    assert taken(f"<div><h1>{TITLE}</h1>{body}</div>")[-1] == end


SHORT = "Warga Loa Janan menunggu perbaikan jalan poros sejak setahun lalu."


@pytest.mark.parametrize("classes", ["fig-standfirst", "x-article-dek", "artikel__kurztext", "subjudul"])
@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>{{standfirst}}<div class=entry-content>{{text}}</div>",
        f"<h1>{TITLE}</h1><div class=u1>{{standfirst}}{{text}}</div>",
        f"<div class=u1><h1>{TITLE}</h1>{{standfirst}}{{text}}</div>",
    ],
)
def test_what_its_class_names_a_standfirst_is_the_subtitle_and_no_text(classes: str, body: str) -> None:
    standfirst = f"<p class='{classes}'>{SHORT}</p>"
    page = body.format(standfirst=standfirst, text=paragraphs(ARTICLE))
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert (article.subtitle, [block.text for block in article.blocks]) == (SHORT, ARTICLE)


@pytest.mark.parametrize(
    "standfirst", ["<p class=dek>Banjir</p>", f"<p class=dek>{' '.join(ARTICLE * 2)}</p>"]
)
def test_a_standfirst_is_no_word_and_no_text(standfirst: str) -> None:
    page = f"<h1>{TITLE}</h1><div class=u1>{standfirst}{paragraphs(ARTICLE)}</div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert article.subtitle is None


@pytest.mark.parametrize(("classes", "is_kept"), [("summary", False), ("standfirst", False), ("u2", True)])
def test_a_box_before_the_body_is_its_opening_unless_its_class_says_otherwise(
    classes: str, is_kept: bool
) -> None:
    lead = f"<div class={classes}><p>{OPENING[0]}</p></div>"
    text = taken(f"<div><h1>{TITLE}</h1>{lead}<div class=u1>{paragraphs(ARTICLE)}</div></div>")
    assert text == (OPENING[:1] if is_kept else []) + ARTICLE


PLACES = {
    "over": f"<h1>{TITLE}</h1>{{standfirst}}<div class=u1>{{text}}</div>",
    "within": f"<h1>{TITLE}</h1><div class=entry-content>{{standfirst}}{{text}}</div>",
    "under title": f"<article><h1>{TITLE}</h1>{{standfirst}}{{text}}</article>",
}


@pytest.mark.parametrize("tag", ["p", "div", "h2"])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("word", read_data("marks.toml")["chrome"]["standfirsts"])
def test_each_word_of_standfirsts_names_the_subtitle(word: str, place: str, tag: str) -> None:
    standfirst = f"<{tag} class='x-{word}'>{SHORT}</{tag}>"
    page = place.format(standfirst=standfirst, text=paragraphs(ARTICLE))
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert (article.subtitle, [block.text for block in article.blocks]) == (SHORT, ARTICLE)


@pytest.mark.parametrize("classes", ["lead", "desc", "u4", "dekat", "ingression"])
def test_a_sentence_of_another_class_at_the_top_of_the_text_is_text(classes: str) -> None:
    page = (
        f"<h1>{TITLE}</h1><div class=entry-content><p class={classes}>{SHORT}</p>{paragraphs(ARTICLE)}</div>"
    )
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert (article.subtitle, [block.text for block in article.blocks]) == (None, [SHORT, *ARTICLE])


def test_what_stands_behind_the_first_paragraph_is_no_subtitle_whatever_its_class() -> None:
    inner = f"<p>{ARTICLE[0]}</p><p class=dek>{SHORT}</p>{paragraphs(ARTICLE[1:])}"
    page = f"<h1>{TITLE}</h1><div class=entry-content>{inner}</div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert (article.subtitle, [block.text for block in article.blocks]) == (
        None,
        [ARTICLE[0], SHORT, *ARTICLE[1:]],
    )


@pytest.mark.parametrize("box", ["<div class=q7><p>{}</p></div>", "<p class=q7>{}</p>", "<p>{}</p>"])
def test_a_line_that_the_page_claims_as_its_second_headline_is_the_subtitle_alone(box: str) -> None:
    line = "Pedagang menunggu. Dinas berjanji. Beras tetap mahal di pasar pagi hingga akhir pekan."
    article = read_page(box.format(line), data=news(alternativeHeadline=line))
    assert (article.subtitle, article.blocks[0].text) == (line, PROSE[0])


@pytest.mark.parametrize("tag", ["h2", "h3"])
@pytest.mark.parametrize("row", ["", "<div><strong><a href=/r/x>여운태</a></strong><span>기자</span></div>"])
def test_the_heading_at_the_bodys_head_that_the_description_says_is_the_subtitle(tag: str, row: str) -> None:
    told = "Warga Hulu Menunggu Operasi Pasar di Lima Kecamatan"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f'<html><head><title>{TITLE}</title><meta name="description" content="{told}"></head><body><h1>{TITLE}</h1>'
        f"<p>12 Mei 2025</p><article class=entry-content><{tag}>{told}</{tag}>{row}{text}</article></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert (article.subtitle, article.text) == (told, "\n\n".join(PROSE))
    assert article.authors == (("여운태",) if row else ())


def test_an_excerpt_of_several_sentences_over_the_paragraphs_of_the_body_is_the_first_of_them() -> None:
    excerpt = "Feri di hulu berhenti sampai November. Ratusan pelajar harus memutar, dan bupati meminta maaf."
    page = f"<h1>{TITLE}</h1><div class=entry-content><div class=item-excerpt>{excerpt}</div>{paragraphs(ARTICLE)}</div>"
    assert taken(page) == [excerpt, *ARTICLE]


STANDFIRST = (
    "Sudah tiga bulan warga tidak menerima kabar apa pun dari dinas. Kini mereka menutup jalan itu sendiri."
)


def subtitle(between: str) -> str | None:
    """The subtitle of a page that has `between` between its title and its marked body."""
    body = f"<div class=entry-content>{paragraphs(ARTICLE)}</div>"
    page = f"<article><h1>{TITLE}</h1>{between}{body}</article>"
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    article = extract(f"<html lang=id><head>{head}</head><body>{page}</body></html>", URL)
    assert article is not None
    assert [block.text for block in article.blocks] == ARTICLE
    return article.subtitle


@pytest.mark.parametrize(
    "box", ["<p>{}</p>", "<p class=summary>{}</p>", "<div><p>{}</p></div>", "<div>{}</div>"]
)
def test_the_only_paragraph_between_title_and_body_is_the_subtitle(box: str) -> None:
    assert subtitle(box.format(STANDFIRST)) == STANDFIRST


@pytest.mark.parametrize(
    "between",
    [
        f"<p>{STANDFIRST}</p><p>{OPINIONS[0]}</p>",
        f"<div><img src=/a.jpg><p>{STANDFIRST}</p></div>",
        f"<p>Foto: Rina Wati. {STANDFIRST}</p>",
        f"<aside><p>{STANDFIRST}</p></aside>",
        "<p>This is AI generated summarization, which may have errors. For context, read the full article.</p>",
        "<p>Warga menutup jalan yang rusak sejak tiga bulan lalu tanpa kabar apa pun dari dinas</p>",
    ],
)
def test_other_paragraphs_there_are_no_subtitle(between: str) -> None:
    assert subtitle(between) is None


LEAD = f"SAMARINDA – {PROSE[0]}"


@pytest.mark.parametrize(
    "tag", ["h2 class=lead", "h2", "h5", "strong", "blockquote", "p class=ringkas", "div class=excerpt"]
)
def test_an_opening_with_the_text_s_dateline_is_text_whatever_it_is_set_in(tag: str) -> None:
    article = read_page(f"<{tag}>{LEAD}</{tag.split()[0]}>")
    assert article.text.split("\n\n")[0] == LEAD
    assert article.dateline == "SAMARINDA"
    assert article.subtitle is None


@pytest.mark.parametrize("tag", ["h2", "h5", "strong", "blockquote"])
def test_a_sentence_that_is_set_apart_under_the_title_is_a_subtitle(tag: str) -> None:
    said = "Pemerintah kota memindahkan ratusan pedagang agar jalan kembali berfungsi."
    article = read_page(f"<{tag}>{said}</{tag}>")
    assert article.subtitle == said
    assert article.text == "\n\n".join(PROSE)


def test_a_heading_right_under_the_title_is_a_subtitle_without_a_full_stop() -> None:
    said = "Ratusan pedagang dipindahkan agar jalan kembali berfungsi"
    assert read_page(f"<h2>{said}</h2>").subtitle == said
    assert read_page(f"<div>12 Mei 2025</div><h2>{said}</h2>").subtitle is None


@pytest.mark.parametrize("tag", ["p><em", "p><i", "p><strong", "h2", "h4"])
@pytest.mark.parametrize("box", ["<h1>{}</h1>", "<div class=page-header><h1>{}</h1></div>"])
def test_a_line_set_apart_right_under_the_title_or_its_box_is_a_subtitle(tag: str, box: str) -> None:
    said = "Pipa induk pecah terkena alat berat proyek drainase, perbaikan makan waktu tiga hari lamanya"
    line = f"<{tag}>{said}</{'></'.join(reversed(tag.split('><')))}>"
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    row = "<div class=k2><span>Rina Wati</span> <span>Senin, 12 Mei 2025 14:30 WITA</span></div>"
    body = f"<div class=k3>{paragraphs(ARTICLE)}</div>"
    page = f"<div>{box.format(TITLE)}{line}{row}<img src=/a.jpg>{body}</div>"
    article = extract(f"<html lang=id><head>{head}</head><body>{page}</body></html>", URL)
    assert article is not None
    assert article.subtitle == said
    assert [block.text for block in article.blocks] == ARTICLE


@pytest.mark.parametrize(
    "said",
    [
        "Penulis: Rina Wati dan Budi Susilo | Penyunting Lia Aminah | Dibaca seratus dua puluh kali oleh pembaca",
        "Kabar Hulu | Rina Wati dan Budi Susilo | Senin, 12 Mei 2025 14:30 WITA | Dibaca seratus kali oleh warga",
    ],
)
def test_who_and_when_in_italics_are_no_subtitle(said: str) -> None:
    assert subtitle(f"<p><em>{said}</em></p>") is None


def test_what_stands_under_the_picture_in_the_body_is_its_first_paragraph() -> None:
    lead = f"<p class=ingress>{SHORT}</p>"
    picture = "<div><img src=/a.jpg></div>"
    page = f"<h1>{TITLE}</h1><div class=u1>{{picture}}{lead}{paragraphs(ARTICLE)}</div>"
    read = extract(f"<html><body>{page.format(picture=picture)}</body></html>", URL)
    assert read is not None
    assert read.text.startswith(SHORT)
    bare = extract(f"<html><body>{page.format(picture='')}</body></html>", URL)
    assert bare is not None
    assert bare.subtitle == SHORT


def test_a_first_paragraph_that_is_printed_over_the_body_too_is_text() -> None:
    head = f"<header><h1>{TITLE}</h1><p class=ringkas>{PROSE[0]}</p></header>"
    body = "<br><br>".join(PROSE)
    article = extract(f"<html><body>{head}<article class=z3>{body}</article></body></html>", URL)
    assert article is not None
    assert article.subtitle == PROSE[0]
    assert article.text == "\n\n".join(PROSE)
