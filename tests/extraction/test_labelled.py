"""Names printed with a label of their own, wherever it stands, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, TITLE, URL, news, of_page, read


@pytest.mark.parametrize(
    "top",
    [
        "<span><i class=x></i> Penulis: Rina Wati</span>",
        "<span><i class=x></i> Penulis: <b>Rina Wati</b></span>",
        "<div><img src='/p.png'> Oleh Rina Wati</div>",
        "<div><b>Kabar Pasar</b> Oleh: Rina Wati</div>",
    ],
)
def test_a_label_is_read_behind_an_icon_without_known_class_and_behind_an_element(top: str) -> None:
    assert read(top).authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        ("<div><p>Rina Wati</p><p>Penulis</p></div>", ("Rina Wati",)),
        ("<div><b>Rina Wati</b><em>Reporter</em></div>", ("Rina Wati",)),
        ("<div><p>Bagikan</p><p>Penulis</p></div>", ()),
        ("<div><p>Kabar Warga dari Hulu Mahakam</p><p>Penulis</p></div>", ()),
    ],
)
def test_a_role_under_a_full_name_names_its_bearer(top: str, authors: tuple[str, ...]) -> None:
    assert read(top).authors == authors


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        (
            "<div><span>By</span> <a href='/u/1'>Hannah Weiss</a>, <a href='/u/2'>Lobsang Dorje</a> and "
            "<a href='/u/3'>Rina Wati</a></div>",
            ("Hannah Weiss", "Lobsang Dorje", "Rina Wati"),
        ),
        (
            "<div><span>Oleh</span> <b>Rina Wati</b> dan <b>Budi Susilo</b> <b>Bagikan</b></div>",
            ("Rina Wati", "Budi Susilo"),
        ),
    ],
)
def test_names_in_elements_of_their_own_follow_a_label(top: str, authors: tuple[str, ...]) -> None:
    assert read(top).authors == authors


def test_a_byline_before_many_links_in_its_element_is_read() -> None:
    links = "".join(
        f"<li><a href='/x{n}'>Bagikan kabar ini ke kawan nomor {n} di hulu</a></li>" for n in range(8)
    )
    assert read(f"<div>Oleh: Rina Wati <ul>{links}</ul></div>").authors == ("Rina Wati",)


def test_a_label_behind_an_icon_is_no_part_of_the_name() -> None:
    assert read("<p><i class='fa fa-user'></i> di Chiara Bellandi</p>").authors == ("Chiara Bellandi",)


def test_who_made_a_picture_is_no_author_whatever_the_label() -> None:
    """Slavic papers print "Autor" under pictures."""
    picture = "<div class=mainImage><img src=/1.jpg><span class=imgInfo>Tramvaj na vožnji / Autor: Budi Susilo</span></div>"
    article = read(f"<ul><li><i class=icon-user></i> Rina Wati</li></ul>{picture}")
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize("name", ["author-image-box", "byline photo-byline", "post-meta img-meta"])
def test_a_byline_with_a_picture_of_its_author_is_one(name: str) -> None:
    assert read(f"<div class='{name}'><img src=/rina.jpg><span>Penulis: Rina Wati</span></div>").authors == (
        "Rina Wati",
    )


def test_a_row_of_particulars_gives_the_byline_alone() -> None:
    row = (
        '<div class="post-meta"><span><i class="fa"></i> By <a href="#">Rina Wati</a></span> '
        '<span><a href="#">Berita</a></span> <span>28 November 2022</span></div>'
    )
    assert read(row).authors == ("Rina Wati",)


def test_all_names_in_boxes_of_one_class_behind_a_label_are_authors() -> None:
    items = "".join(f"<div class=item>{name}</div>" for name in ("Rina Wati", "Budi Susilo", "Hastuti"))
    row = f"<div class=field><div class=lab>Penulis</div><div class=items>{items}</div></div>"
    assert read(row).authors == ("Rina Wati", "Budi Susilo", "Hastuti")
    assert read(row.replace("class=item>", ">")).authors != ("Rina Wati", "Budi Susilo", "Hastuti")


def test_a_byline_between_signs_behind_an_element_is_read() -> None:
    row = "<div><a href='/l'>Lingkungan</a> | By: Rina Wati and Budi Susilo | <span>Views: 43</span></div>"
    assert read(row).authors == ("Rina Wati", "Budi Susilo")


@pytest.mark.parametrize("entry", ["article", "div class=feed"])
def test_bylines_of_entries_under_the_text_are_others(entry: str) -> None:
    tag = entry.partition(" ")[0]
    link = (
        "<a href='/lain/{0}'>Banjir Rendam Tiga Desa di Hulu {0}</a><span class=author>By Budi Susilo</span>"
    )
    entries = "".join(f"<{entry}>{link.format(number)}</{tag}>" for number in range(3))
    own = "<div><a href='/author/rina' class=author>Rina Wati</a></div>"
    assert read(own, end=f"</div><section><h3>Terbaru</h3>{entries}</section>").authors == ("Rina Wati",)


def test_labels_in_cells_of_a_table_under_the_title_name_their_bearers() -> None:
    row = "<tr><td>{}</td><td>:</td><td><b>{}</b></td></tr>"
    table = row.format("Reporter", "Rina Wati") + row.format("Editor", "Budi Susilo")
    article = read(f"<table class=kru>{table}</table>")
    assert (article.authors, article.editors) == (("Rina Wati",), ("Budi Susilo",))


def test_a_quotation_over_the_text_is_no_byline() -> None:
    assert read("<blockquote><div>By Psalm 119, he has discovered mustard</div></blockquote>").authors == ()


def test_a_date_on_the_line_after_a_name_is_none_of_it() -> None:
    row = "<div class=info>Oleh : Rina Wati<br>Selasa | 10-03-2015 | 08:10 WIB</div>"
    assert read(row).authors == ("Rina Wati",)


FEED = "<div class=feed><a href='{1}'>Banjir Rendam Tiga Desa di Hulu {0}</a><span class=byline>By Budi Susilo</span></div>"


def test_labelled_lines_of_boxes_side_by_side_under_the_text_are_others() -> None:
    entries = "".join(FEED.format(number, f"/lain/{number}") for number in range(3))
    article = read(data=news(author="Rina Wati"), end=f"</div><div>{entries}</div>")
    assert article.authors == ("Rina Wati",)
    lone = "<div class=sign><a href='/penulis'>Lihat semua tulisan kami di sini</a><span>Oleh Rina Wati</span></div>"
    assert read(end=f"</div>{lone}<div class=other>Iklan</div>").authors == ("Rina Wati",)


def test_a_label_far_from_a_marked_author_is_anothers() -> None:
    entries = "".join(FEED.format(number, "#") for number in range(3))
    own = "<p>By <a href='/author/rina' rel=author>Rina Wati</a><span>, penulis lepas di hulu</span></p>"
    assert read(own, end=f"</div><div><h3>Terbaru</h3>{entries}</div>").authors == ("Rina Wati",)


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src=/a.jpg><figcaption>Pasar. <span class=author>Autor: Budi Susilo</span></figcaption></figure>",
        "<table><tr><td class=credit>By Budi Susilo, for KABAR</td></tr></table>",
    ],
)
def test_who_took_the_picture_is_no_author(picture: str) -> None:
    assert read(f"<div class=byline>By Rina Wati</div>{picture}").authors == ("Rina Wati",)


def test_an_author_who_took_the_picture_too_stays_one() -> None:
    caption = "<figure><img src=/a.jpg><figcaption>Pasar. <span class=byline>Foto: Budi Susilo</span></figcaption></figure>"
    data = news(author=[{"name": "Rina Wati"}, {"name": "Budi Susilo"}])
    row = "<div class=byline>Oleh Rina Wati</div>"
    assert read(f"{caption}{row}", data=data).authors == ("Rina Wati", "Budi Susilo")


def test_what_follows_a_byline_behind_a_break_is_none_of_the_name() -> None:
    row = "<div class=byline>By Rina Wati<br>The Hulu<br><span>Published on May 6, 2025</span></div>"
    assert read(row).authors == ("Rina Wati",)


@pytest.mark.parametrize("mark", ["Foto Budi Susilo", "Photo Budi Susilo", "Fot. Budi Susilo"])
def test_a_label_for_pictures_needs_no_colon_in_a_byline(mark: str) -> None:
    row = f"<div class=byline><span class=n>Text <a href='/av/x'>Rina Wati</a></span><span class=n>{mark}</span></div>"
    assert read(row).authors == ("Rina Wati",)


OTHERS = "".join(
    f"<div><a href='/niaga/{name}'>Pasar {name} Ramai Pembeli</a><small>{by} - 8 Mei 2025 09:00</small></div>"
    for name, by in (
        ("Hulu", "oleh Doni Saputra"),
        ("Hilir", "Oleh: Budi Susilo"),
        ("Lama", "by Doni Saputra"),
    )
)


@pytest.mark.parametrize("label", ["<h3>Berita Terkait</h3>", "<b>Baca Juga</b>"])
@pytest.mark.parametrize(
    ("top", "authors"), [("<p>Oleh: Rina Wati</p>", ("Rina Wati",)), ("<i>12 Mei 2025</i>", ())]
)
def test_those_of_a_list_in_the_column_of_the_text_are_no_authors(
    top: str, authors: tuple[str, ...], label: str
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = of_page(
        f"<table><tr><td><h1>{TITLE}</h1>{top}{text}<div>{label}{OTHERS}</div></td></tr></table>"
    )
    assert article.authors == authors


def test_a_labelled_line_under_such_a_list_is_the_articles() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    under = f"<div><b>Berita Terkait</b>{OTHERS}</div><p>Penulis: Rina Wati</p>"
    article = of_page(f"<div><h1>{TITLE}</h1><div class=z3>{text}</div>{under}</div>")
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Penulis : Rina Wati I Editor : Joko Sandika</p>",
        "<p>Penulis: Rina Wati (Editor: Joko Sandika)</p>",
        "<div>Rina Wati (Editor: Joko Sandika)</div>",
        "<div>Rina Wati [Redaktur: Joko Sandika]</div>",
        "<div class=credit><b class=credit-title>Penulis</b><div class=credit-name><h6>Rina Wati</h6></div></div>"
        "<div class=credit><b class=credit-title>Editor</b><div class=credit-name><h6>Joko Sandika</h6></div></div>",
    ],
)
def test_an_editor_stands_behind_what_is_like_a_bar_or_in_brackets(line: str) -> None:
    article = read(f"<div>{line}<span>12 Mei 2025 14:30</span></div>")
    assert (article.authors, article.editors) == (("Rina Wati",), ("Joko Sandika",))
    assert article.photographers == ()


@pytest.mark.parametrize("label", ["Citizen Reporter", "Jurnalis Warga", "Penulis Tamu"])
def test_a_citizen_is_a_writer_too(label: str) -> None:
    line = f"<p>{label}: Rina Wati</p>"
    assert read(line).authors == ("Rina Wati",)
    under = read(end=line)
    assert under.authors == ("Rina Wati",)
    assert label not in under.text


def test_who_is_labelled_by_a_picture_made_that() -> None:
    figure = "<div class=pic><img src=/f/pasar-hulu.jpg><div class=credit>Autor: Joko Susilo</div></div>"
    article = read(f"<p>Oleh: Rina Wati</p>{figure}")
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("lang", "authors"), [("it", ("Rina Conti",)), ("it-CH", ("Rina Conti",)), ("id", ())]
)
def test_a_small_by_word_of_italian_needs_a_page_in_italian(lang: str, authors: tuple[str, ...]) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    body = f"<h1>{TITLE}</h1><div>di <a href=/r>Rina Conti</a></div><div class=z3>{text}</div>"
    article = extract(
        f"<html lang={lang}><head><title>{TITLE}</title></head><body><div>{body}</div></body></html>", URL
    )
    assert article is not None
    assert article.authors == authors


def test_an_editor_in_brackets_stands_behind_the_author_without_a_label() -> None:
    article = read("<div>Anna Roth, Max Maier (Editor)</div>")
    assert (article.authors, article.editors) == (("Anna Roth",), ("Max Maier",))
    assert read("<div>Anna Roth, Max Maier (Camat)</div>").authors == ()


@pytest.mark.parametrize(
    ("row", "author"),
    [
        ("<span>By: <a href=/s/71>Rina Wati</a><br>Kabar Executive News Editor</span>", "Rina Wati"),
        (
            "<div class=author_fmt>By <a rel=author href=/rina>Rina Wati</a> <br>Kabar Health News</div>",
            "Rina Wati",
        ),
        ("<div><span>12 Mei 2025</span>| 来源<b>Kabar</b>| 作者<span>林河</span></div>", "林河"),
    ],
)
def test_a_name_stands_before_a_break_or_behind_a_label_between_elements(row: str, author: str) -> None:
    assert read(row).authors == (author,)


@pytest.mark.parametrize("tag", ["p", "span", "h4"])
def test_roles_without_colons_behind_names_are_theirs(tag: str) -> None:
    pairs = [("Rina Wati", "Reporter"), ("Budi Susilo", "Fotografer"), ("Lia Aminah", "Editor")]
    row = "".join(f"<{tag}>{name}</{tag}><p>{role}</p>" for name, role in pairs)
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = of_page(
        f"<article><h1>{TITLE}</h1><div class=z3>{text}</div><div class=tim>{row}</div></article>"
    )
    assert (article.authors, article.photographers, article.editors) == (
        ("Rina Wati",),
        ("Budi Susilo",),
        ("Lia Aminah",),
    )


def test_the_hidden_byline_of_a_video_is_not_the_articles() -> None:
    hidden = '<div class=byline style="display:none;">By Ann Roe, Ben Roe and Jo Lang</div>'
    assert read(f"{hidden}<div class=byline>By Rina Wati</div>").authors == ("Rina Wati",)
    assert read(hidden).authors == ("Ann Roe", "Ben Roe", "Jo Lang")


@pytest.mark.parametrize(
    "words", ["Illustration by", "Illustrations by", "Ilustrasi oleh", "Illustration de"]
)
def test_who_drew_the_pictures_is_no_author_beside_the_writer(words: str) -> None:
    writer = "<p class=by_line>By <a rel=author href=/c/rina>Rina Wati</a></p>"
    maker = f"<p class=by_line>{words} <a rel=author href=/c/budi>Budi Susilo</a></p>"
    article = read(f"<div>{writer}{maker}</div>")
    assert article.authors == ("Rina Wati",)
    assert article.photographers == ("Budi Susilo",)
