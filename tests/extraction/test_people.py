"""Authors, editors, photographers and agencies, through `extract`."""

from __future__ import annotations

from typing import Any

import pytest

from kaltimcrawl import Article, extract
from tests.extraction.pages import PROSE, TITLE, URL, news, of_page, on_page, read


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        ("<p><span>Writer</span> <span>Citra Anggraini</span></p>", ("Citra Anggraini",)),
        (
            '<div class="Page-authors">By <a href="/c">Hannah Weiss</a>, <a href="/d">Lobsang Dorje</a></div>',
            ("Hannah Weiss", "Lobsang Dorje"),
        ),
        ("<small>Penulis: Igang | Rabu, 15 Maret 2023 | 09:42 WITA | Dibaca 1.204 kali</small>", ("Igang",)),
        (
            '<div class="name">Citra Anggraini</div><div class="time">Sabtu 10 Feb 2024, 08:00 WIB</div>',
            ("Citra Anggraini",),
        ),
        (
            '<div><span>Nurul Huda</span> <time datetime="2025-05-12T06:30:00+08:00">12 Mei 2025</time></div>',
            ("Nurul Huda",),
        ),
        ("<div>Laporan Wartawan Kabar Hulu, Budi Susilo</div>", ("Budi Susilo",)),
        ("<div>Oleh Admin</div>", ("Admin",)),
    ],
)
def test_authors_of_unknown_themes_are_read_as_printed(top: str, authors: tuple[str, ...]) -> None:
    assert read(top).authors == authors


def test_a_person_goes_before_an_account_and_a_desk() -> None:
    assert read("<div>Oleh Admin</div>", data=news(author={"name": "Rina Wati"})).authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("end", "data", "agency", "place"),
    [
        ("<p>Sumber: Antara</p>", None, "ANTARA", "text: source"),
        ("<p>Sumber: The Telegraph</p>", None, "The Telegraph", "text: source"),
        ("<p>Pewarta: Arumanto/Antara</p>", None, "ANTARA", "text: source"),
        ("<p>(ant)</p>", None, "ANTARA", "text: signoff"),
        (
            "",
            news(author={"@type": "Organization", "name": "Kantor Berita Antara"}),
            "ANTARA",
            "jsonld: author",
        ),
    ],
)
def test_an_agency_is_a_field_and_no_author(
    end: str, data: dict[str, Any] | None, agency: str, place: str
) -> None:
    article = read(end=end, data=data)
    assert (article.agency, article.provenance["agency"].place) == (agency, place)
    assert agency not in article.authors


def test_people_are_told_apart_by_their_labels() -> None:
    article = read(
        end="<p>Reporter: Rina Wati, Budi Susilo</p><p>Editor: Lia Permata</p><p>Fotografer: Dewi Lestari</p>"
    )
    assert article.authors == ("Rina Wati", "Budi Susilo")
    assert (article.editors, article.photographers) == (("Lia Permata",), ("Dewi Lestari",))
    assert article.text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    ("over", "authors"),
    [
        (
            f"<h1>{TITLE}</h1><p>12 Mei 2025 <i class='fa fa-user'></i> Rina Wati <i class='fa fa-eye'></i> 341</p>",
            ("Rina Wati",),
        ),
        (
            f"<h1>{TITLE}</h1><p><span class='bi bi-person'></span> <a href='/u/2'>Norhalisa</a></p>",
            ("Norhalisa",),
        ),
        (
            f"<h1>{TITLE}</h1><div><div>Norhalisa</div><div>12 Mei 2025, 14:25 WITA</div></div>",
            ("Norhalisa",),
        ),
    ],
)
def test_an_author_is_known_by_an_icon_or_the_date_beside(over: str, authors: tuple[str, ...]) -> None:
    assert on_page(over).authors == authors


def test_a_word_of_many_addresses_is_no_portals_name() -> None:
    over = f"<h1>{TITLE}</h1><p><i class='fa fa-user'></i>Operator Desa</p>"
    assert on_page(over, "https://longbeliu.desa.id/artikel/2025/5/12/harga-beras").authors == (
        "Operator Desa",
    )


def test_particulars_under_the_text_tell_date_and_author() -> None:
    listed = (
        "<ul><li><strong>Tanggal</strong> 19.08.2025</li><li><strong>Penulis</strong> Siti Raudhah</li></ul>"
    )
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1><div class=z3>{text}</div><div>{listed}</div></body></html>"
    article = extract(page, "https://kabar.example/pasar/a-704075")
    assert article is not None
    assert article.published is not None
    assert (article.published.date().isoformat(), article.authors) == ("2025-08-19", ("Siti Raudhah",))


def test_an_aside_of_the_article_tells_its_author_and_date() -> None:
    told = (
        "<aside class=info><dl><dd itemprop=author><i class='fa fa-user'></i><span itemprop=name>Yusran Ilyas</span></dd>"
        "<dd class=published><time datetime='2025-05-04T06:45:00+08:00'>04 Mei 2025</time></dd></dl></aside>"
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{told}<section class=z3>{text}</section></article></body></html>"
    article = extract(page, URL)
    assert article is not None
    assert article.authors == ("Yusran Ilyas",)
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-04T06:45:00+08:00"


@pytest.mark.parametrize(
    "over",
    [
        f"<h1>{TITLE}</h1><div><i class='fas fa-user-circle'></i><div><p>Ade Rasyid</p><p>Penulis</p></div></div>",
        f"<h1>{TITLE}</h1><div><span>✍️ Ade Rasyid</span><span>•</span><span>📅 19 Februari 2026 pukul 17.10</span></div>",
        f"<h1>{TITLE}</h1><div class='author_share'><span>Ade Rasyid</span><ul><li>Bagikan artikel:</li></ul></div>",
        f"<article><div class=box><a href=/y class=kose-yazar-isim>Ade Rasyid</a></div><h1>{TITLE}</h1></article>",
    ],
)
def test_an_author_stands_alone_beside_buttons_signs_and_titles(over: str) -> None:
    assert on_page(over).authors == ("Ade Rasyid",)


PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in PROSE)


BUTTONS = "<ul>" + "<li><a href='#'><i class=x></i></a></li>" * 4 + "</ul>"


@pytest.mark.parametrize("is_title_inside", [True, False])
def test_an_author_may_stand_behind_buttons_at_the_top_of_the_box_that_holds_the_text(
    is_title_inside: bool,
) -> None:
    heading, top = f"<h1>{TITLE}</h1>", f"{BUTTONS}<div><i class='fa fa-user'></i> Rina Wati</div>"
    body = f"<div class=z3>{heading}{top}{PARAGRAPHS}</div>"
    if not is_title_inside:
        body = f"{heading}<div class=z3>{top}{PARAGRAPHS}</div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>", URL)
    assert article is not None
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize("box", ["sidebar", "newsletter"])
def test_what_stands_beside_the_title_is_the_articles_whatever_the_box_round_both_is_called(box: str) -> None:
    head = (
        f"<div class={box}><h1>{TITLE}</h1><p>Penulis: Rina Wati</p><p class=date>12 Mei 2025 14:30</p></div>"
    )
    claims = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    article = extract(
        f"<html><head>{claims}</head><body><div>{head}<div class=z3>{PARAGRAPHS}</div></div></body></html>",
        URL,
    )
    assert article is not None
    assert (article.authors, article.published_raw) == (("Rina Wati",), "12 Mei 2025 14:30")


def under_body(end: str, box: str = "div") -> Article:
    """The article of a page with something right under the box that holds its text; `box` holds them all."""
    long = f"<p>{' '.join(PROSE)}</p>" * 2
    page = f"<html lang=id><head><title>{TITLE}</title></head><body><{box}><h1>{TITLE}</h1><div class=z3>{long}</div>{end}</{box}></body></html>"
    article = extract(page, URL)
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("<div>Oleh Rina Wati</div>", ("Rina Wati",)),
        ("<div>Oleh Rina</div>", ()),
        ("<div><b>Komentar</b></div><div>Oleh Rina Wati</div>", ()),
        ("<div><b>Berita Terkait</b></div><div>Oleh Rina Wati</div>", ()),
    ],
)
def test_a_byline_right_under_the_text_needs_a_full_name_and_no_colon(
    end: str, authors: tuple[str, ...]
) -> None:
    assert under_body(end).authors == authors


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("<a href='/rina'>Rina Wati</a>, <a href='/budi'>Budi Susilo</a>", ("Rina Wati", "Budi Susilo")),
        ("<a href='/rina'>Rina Wati</a>, <a href='/kabar'>Kabar Hulu.com</a>", ("Rina Wati",)),
        ("<a href='/budi'>Budi Susilo</a>, <a href='/ani'>Ani Lestari</a>", ("Rina Wati",)),
    ],
)
def test_all_whom_the_foot_names_are_authors_where_machines_are_told_one_of_them(
    names: str, authors: tuple[str, ...]
) -> None:
    foot = f"</div><div><p class=detail__author>{names}</p></div><div>"
    assert read(end=foot, head="<meta name=author content='Rina Wati'>").authors == authors


def test_a_last_name_alone_is_somebody_of_one_name() -> None:
    claim = news(author=[{"name": "Nur Hidayat"}, {"name": "Hidayat"}])
    assert read(data=claim).authors == ("Nur Hidayat", "Hidayat")


def test_a_part_of_a_name_beside_the_whole_one_is_nobody_else() -> None:
    end = "<p>Warga menunggu. <b>(kabarhulu.com/rina)</b></p><p>Reporter: Rina Wati</p>"
    assert read(end=end, data=news(author=[{"name": "Rina Wati"}, {"name": "Rina"}])).authors == (
        "Rina Wati",
    )


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        (
            "<span class=author-name>Rina Wati</span>, <span class=author-name>Budi Susilo</span>",
            ("Rina Wati", "Budi Susilo"),
        ),
        (
            "<span class=author-name>Rina Wati</span> dan <span class=author-name>Budi Susilo</span>",
            ("Rina Wati", "Budi Susilo"),
        ),
        (
            "<span class=author-name>Rina Wati</span>: Teks <span class=author-name>Budi Susilo</span>: Foto",
            ("Rina Wati",),
        ),
        (
            "<span class=author-name>Ani Lestari</span>, <span class=author-name>Budi Susilo</span>",
            ("Rina Wati",),
        ),
    ],
)
def test_all_who_are_marked_alike_are_authors_where_machines_are_told_one(
    row: str, authors: tuple[str, ...]
) -> None:
    assert read(f"<div>{row}</div>", data=news(author={"name": "Rina Wati"})).authors == authors


def test_a_post_behind_a_name_makes_no_other_person() -> None:
    claim = news(author=[{"name": "Rina Wati"}, {"name": "Rina Wati Reporter"}])
    assert read(data=claim).authors == ("Rina Wati",)


def test_an_address_in_a_byline_is_none_of_the_name() -> None:
    byline = "<p class=author>BY RINA WATI <a href='mailto:rina@kabar.example'>rina@kabar.example</a></p>"
    assert read(byline).authors == ("RINA WATI",)


def test_a_role_that_is_glued_to_a_name_makes_no_other_person() -> None:
    byline = "<div class=byline><span class=byline__name>Oleh Rina Wati</span><span class=byline__title>Wartawan Kabar</span></div>"
    assert read(byline).authors == ("Rina Wati",)


LINKS = "<a rel=author href='/u/1'>Rina Wati</a>, <a rel=author href='/u/2'>Budi Susilo</a>"
BOXED_LINKS = "<div><span><a rel=author href='/u/1'>Rina Wati</a></span> <span><a rel=author href='/u/2'>Budi Susilo</a></span></div>"


@pytest.mark.parametrize("row", [f"<div>{LINKS}</div>", f"<div>{BOXED_LINKS}</div>"])
@pytest.mark.parametrize("claim", [{"name": "Rina Wati"}, [{"name": "Budi Susilo"}]])
def test_all_who_are_linked_in_a_row_are_authors_where_the_page_claims_one(row: str, claim: object) -> None:
    assert read(row, data=news(author=claim)).authors == ("Rina Wati", "Budi Susilo")


def test_an_agency_that_is_marked_as_author_is_the_agency() -> None:
    article = read("<div class=author>Kantor Berita Antara</div>")
    assert (article.authors, article.agency) == ((), "ANTARA")


def test_the_closing_line_of_agencies_gives_the_editor() -> None:
    article = read(
        end="<p>(Reporting by Rina Wati; Additional reporting by Ann Roe; Editing by Hannah Weiss)</p>"
    )
    assert (article.authors, article.editors) == (("Rina Wati",), ("Hannah Weiss",))


@pytest.mark.parametrize("box", ["article-copyright", "copyright", "post-license"])
@pytest.mark.parametrize(
    "line",
    [
        "<i class=ic></i>Penulis: Rina Wati",
        "<span><i class=ic></i>Penulis: </span><span><a href=/u>Rina Wati</a></span>",
    ],
)
def test_a_label_behind_an_icon_in_a_licence_box_under_the_text_names_the_author(box: str, line: str) -> None:
    page = f"<div class='{box}'><div>{line}</div><div><b>Lisensi: </b>Bebas</div></div>"
    assert under_body(page, "article").authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("box", "authors"),
    [("article-copyright", ("Rina Wati",)), ("copyright", ("Rina Wati",)), ("sidebar", ())],
)
@pytest.mark.parametrize("name", ["Rina Wati", "<a href=/u>Rina Wati</a>"])
def test_a_label_in_bold_in_a_licence_box_under_the_text_names_the_author(
    name: str, box: str, authors: tuple[str, ...]
) -> None:
    page = f"<div class='{box}'><div><b>Penulis: </b>{name}</div></div>"
    assert under_body(page, "article").authors == authors


@pytest.mark.parametrize("label", ["<b><i class=ic></i>Penulis: </b>", "<span><i></i>Penulis: </span>"])
def test_a_label_under_the_text_may_be_an_element_with_an_icon(label: str) -> None:
    assert under_body(f"<div>{label}<span>Rina Wati</span></div>").authors == ("Rina Wati",)


@pytest.mark.parametrize("tag", ["h5", "h6"])
@pytest.mark.parametrize("name", ["Rina Wati", "<a href=/u>Rina Wati</a>"])
def test_a_small_heading_under_the_text_names_the_author(name: str, tag: str) -> None:
    assert read(end=f"<{tag}>Posted by: {name} 3 minggu, 2 hari ago</{tag}>").authors == ("Rina Wati",)


def test_an_agency_with_its_place_is_the_agency() -> None:
    article = read("<div class=author>The Associated Press LONDON</div>")
    assert (article.authors, article.agency) == ((), "AP")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<div class=news_author>Rina Wati — Senin, 12 Mei 2025, 18:03</div>", ("Rina Wati",)),
        (
            "<ul><li><span>Penulis, </span><span>Rina Wati &amp; Budi Susilo</span></li></ul>",
            ("Rina Wati", "Budi Susilo"),
        ),
        (
            "<div class=author><span class=article-authors_name>Na Berdina Sanga</span></div>",
            ("Berdina Sanga",),
        ),
        ("<span class=author><a href=/author/hulu>Hulu - Rina Wati</a></span>", ("Rina Wati",)),
        (
            "<div class=author><span>By</span><a href=/authors/rina>Rina Wati</a><span>Sefton Reporter</span></div>",
            ("Rina Wati",),
        ),
        ("<p class=author>本报记者 石 敏 韦立山</p>", ("石 敏", "韦立山")),
        (
            "<div>Autoři: <span><a rel=author href=/r/1><span itemprop=author>Jiří Klapka</span></a></span>,"
            " <span><span itemprop=author>Milena Tůmová</span></span></div>",
            ("Jiří Klapka", "Milena Tůmová"),
        ),
        (
            "<h4><a href=/author/a/><img src=a.jpg></a></h4><h4><a href=/author/a/>Rina Wati</a>,"
            " <a href=/author/b/>Budi Susilo</a></h4>",
            ("Rina Wati", "Budi Susilo"),
        ),
        ("<div class=author><span>Data publicării:</span> <time>12.05.2025 15:47</time></div>", ()),
        (
            "<time>12 Mei 2025</time><div><a href='#'>Facebook Count</a> <a href='#'>Twitter Share</a></div>",
            (),
        ),
    ],
)
def test_bylines_of_many_lands_are_read(byline: str, authors: tuple[str, ...]) -> None:
    assert read(byline).authors == authors


def test_a_desk_in_the_byline_is_not_bettered_by_what_stands_beside_the_date() -> None:
    byline = (
        "<span class=byline>Our Correspondent</span><p><time>12 Mei 2025</time> <span>Hulu Mahakam</span></p>"
    )
    assert read(byline).authors == ("Our Correspondent",)


def test_an_editor_whose_page_the_byline_links_to_is_the_author_too() -> None:
    byline = '<div><a rel=author href="/author/rina">Rina Wati</a></div>'
    article = read(byline, end="<p>Editor: Rina Wati</p>", data=news(author="Rina Wati"))
    assert (article.authors, article.editors) == (("Rina Wati",), ("Rina Wati",))


def test_all_who_are_linked_are_authors_where_a_label_tells_one() -> None:
    row = "<p><span>By <a href=/author/a/>Rina Wati</a></span><span><a href=/author/b/>Budi Susilo</a></span></p>"
    assert read(row).authors == ("Rina Wati", "Budi Susilo")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        (
            "<div class=read__author id=penulis><a href=/profile/1>Kontributor Nunukan, Sukoco</a></div>",
            ("Sukoco",),
        ),
        (
            "<div><span id=author>Rina Wati</span> | <span>Agus Mulyadi</span> | 9 November 2010</div>",
            ("Rina Wati",),
        ),
        ("<div id=gazeta_article_author>Marzena Kołodko, Szczecin</div>", ("Marzena Kołodko",)),
        (
            "<div class=author-inline>Γράφει η <strong>Βασιλική Τζουανοπούλου</strong></div>",
            ("Βασιλική Τζουανοπούλου",),
        ),
        ("<p class=byline>By Ann Roe, East Bay Reporter</p>", ("Ann Roe",)),
        (
            "<p class=byline><span itemprop=author><a href=/h/a>Sunna Björk</a> og <a href=/h/b>Magnús Logi</a> skrifa</span></p>",
            ("Sunna Björk", "Magnús Logi"),
        ),
        (
            "<div class=author-info><a class=name href=/a/1>ĐẶNG KHÁNH - NGỌC TRÂM</a></div>",
            ("ĐẶNG KHÁNH", "NGỌC TRÂM"),
        ),
        ("<div class=writeBy> الدقهلية - شريف الجبالى </div>", ("شريف الجبالى",)),
        ("<div class=item-reporter>فاطمه ساکی\u200cزاده</div>", ("فاطمه ساکی\u200cزاده",)),
        ("<p class=byline>Константин Воеводкин, Томск</p>", ("Константин Воеводкин",)),
        (
            "<div class=author-name><a href=/authors/t>Tess Brunwick</a>, <span>Otago / Southland Reporter</span></div>",
            ("Tess Brunwick",),
        ),
        ("<p><time>12 Mei 2025</time> <span><a href=/topic/aid>Humanitarian Aid</a></span></p>", ()),
        ("<p><time>12 Mei 2025</time></p><ul><li><a href='#'>Drukuj</a></li></ul>", ()),
        ("<span class=byline>Redaksi Kabar Hulu</span>", ("Redaksi Kabar Hulu",)),
        ("<span class=byline>Kabar Hulu</span>", ("Kabar Hulu",)),
        (
            "<span class=byline>Kabar Hulu</span><div class=author-box><h4>Rina Wati</h4></div>",
            ("Rina Wati",),
        ),
    ],
)
def test_bylines_with_posts_places_and_desks_are_read(byline: str, authors: tuple[str, ...]) -> None:
    assert read(byline, head='<meta property="og:site_name" content="Kabar Hulu">').authors == authors


RINA = ("Rina Wati",)
H1 = f"<h1>{TITLE}</h1>"
DATE = "Senin, 12 Mei 2025 14:30 WITA"
TEXT = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
DESK = "<meta name=author content=Redaksi>"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<a rel=author href=/p/1>Rina Wati</a>", RINA),
        ("<span itemprop=author>Heriyanto</span>", ("Heriyanto",)),
        ("<a href=/author/rina>Rina Wati</a>", RINA),
        ("<a href=/author/rina>Rina</a>", ("Redaksi",)),
        ("<a rel=author href=/p/1>rinawati on <img src=g.png></a>", ("Redaksi",)),
        ("<a rel=author href=/p/1>Rina Wati</a> <a rel=author href=/p/2>Budi Susilo</a>", ("Redaksi",)),
        ("<ul>" + "<li><a href=/author/r>Rina Wati</a></li>" * 4 + "</ul>", ("Redaksi",)),
        (
            "<h4><a href=/x>Jembatan Hulu Dibuka Kembali</a></h4><a rel=author href=/p/1>Rina Wati</a>",
            ("Redaksi",),
        ),
    ],
)
def test_the_only_one_who_is_marked_in_a_column_beside_the_text_comes_before_a_claimed_desk(
    byline: str, authors: tuple[str, ...]
) -> None:
    column = f"<div class=col><div class=box>{byline}</div></div>"
    assert of_page(f"<div><div>{H1}{TEXT}</div>{column}</div>", DESK).authors == authors


def test_a_newsroom_that_is_claimed_gives_way_to_the_one_whom_a_label_names() -> None:
    head = "<meta property='article:author' content='Lentera Teluk newsroom'>"
    rights = (
        "<ul><li><strong>Post author: </strong> Rina Wati</li><li><strong>Link: </strong> kabar</li></ul>"
    )
    text = f"{H1}<p>{DATE}</p><div class=entry-content>{TEXT}</div>"
    assert of_page(f"{text}{rights}", head).authors == RINA
    assert of_page(text, head).authors == ("Lentera Teluk newsroom",)


@pytest.mark.parametrize(
    ("claim", "author"),
    [
        ("Redacció", "Rina Wati"),
        ("Toimitus", "Rina Wati"),
        ("Szerkesztőség", "Rina Wati"),
        ("ਖ਼ਬਰ ਵੈੱਬ ਡੈਸਕ", "Rina Wati"),
        ("Onze redactie", "Rina Wati"),
        ("Badan Meteorologi, Klimatologi, dan Geofisika", "Rina Wati"),
        ("Budi Susilo", "Budi Susilo"),
    ],
)
def test_a_claimed_desk_or_office_gives_way_to_the_person_beside_the_date(claim: str, author: str) -> None:
    row = "<div><span>12 Mei 2025</span><span>Rina Wati</span></div>"
    assert read(row, head=f'<meta name="author" content="{claim}">').authors == (author,)


def test_a_claimed_name_that_is_the_hosts_gives_way_to_a_person_marked_below() -> None:
    box = '<div class="author-box"><a href="/penulis/rina">Rina Wati</a><p>Tinggal di Bogor</p></div>'
    head = '<meta name="author" content="Warna Senja">'
    assert read(box, head=head, url="https://warnasenja.example/2025/05/12/beras/").authors == ("Rina Wati",)
    assert read("", head=head, url="https://warnasenja.example/2025/05/12/beras/").authors == ("Warna Senja",)


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        (["聯合報", "林宥辰"], ("林宥辰",)),
        (["TPN/Rita Bolotinha"], ("Rita Bolotinha",)),
        (["Catrin Howells", "Western Mail"], ("Catrin Howells",)),
        (["KH"], ("KH",)),
    ],
)
def test_a_paper_beside_a_person_is_no_author(names: list[str], authors: tuple[str, ...]) -> None:
    people = [{"@type": "Person", "name": name} for name in names]
    assert read(data=news(author=people)).authors == authors


@pytest.mark.parametrize(
    "row",
    [
        '<div><a href="/author/rina">Rina Wati</a> (Text), <a href="/author/budi">Budi Susilo</a> (Fotos)</div>',
        '<div><a href="/author/rina">Rina Wati</a><div class=p>foto: <a href="/author/budi">Budi Susilo</a></div></div>',
        '<p class=row><a href="/x/1">Rina Wati</a> (Text), <a href="/x/2">Budi Susilo</a> (Bilder)</p>',
    ],
)
def test_the_photographer_of_a_byline_is_no_author(row: str) -> None:
    claimed = [{"@type": "Person", "name": name} for name in ("Rina Wati", "Budi Susilo")]
    assert read(row, data=news(author=claimed)).authors == ("Rina Wati",)


def test_who_is_only_marked_as_editor_is_the_author_that_is_claimed() -> None:
    row = '<p><span class="editor">Rina Wati, Kabar News</span></p>'
    assert read(row, head='<meta name="parsely-author" content="Rina Wati">').authors == ("Rina Wati",)
    theme = '<meta name="author" content="Anton, anton@theme.example">'
    assert read('<p><i class="fa fa-user"></i> Administrator</p>', head=theme).authors == ("Administrator",)


def test_a_bold_name_over_the_text_beats_a_claimed_account_and_no_claimed_person() -> None:
    bold = f"<p><strong>Rina Wati</strong></p>{''.join(f'<p>{text}</p>' for text in PROSE)}"
    for claim, author in (("Nas", "Rina Wati"), ("Budi Susilo", "Budi Susilo")):
        head = f'<title>{TITLE}</title><meta name="author" content="{claim}">'
        page = f"<html lang=id><head>{head}</head><body><h1>{TITLE}</h1><div class=entry-content>{bold}</div></body></html>"
        article = extract(page, URL)
        assert article is not None
        assert article.authors == (author,)


def test_a_login_that_is_marked_gives_way_to_the_name_that_closes_the_text() -> None:
    line = "<p>Warga berharap janji itu ditepati tahun depan. [Gungun Mubarok]</p>"
    assert read("<span class=author>gungun</span>", end=line).authors == ("Gungun Mubarok",)
    assert read("<span class=author>gungun</span>").authors == ("gungun",)


def test_who_edited_it_is_no_author_under_a_short_name() -> None:
    row = "<p>By <a href='/author/lia' rel=author>Lia</a></p><p>Reporter: Rina Wati</p><p>Editor: Lia Aminah</p>"
    article = read(row)
    assert (article.authors, article.editors) == (("Rina Wati",), ("Lia Aminah",))


def test_a_desk_keeps_its_whole_name() -> None:
    assert read("<p class=byline>By Redaksi Suara NTB</p>").authors == ("Redaksi Suara NTB",)


def test_a_marked_name_that_is_the_hosts_is_a_person() -> None:
    row = "<span class=author>Warna Senja</span><div class=author-box><a href='/penulis/rina'>Rina Wati</a></div>"
    assert read(row, url="https://warnasenja.example/2025/05/12/beras/").authors == ("Warna Senja",)


@pytest.mark.parametrize(
    ("top", "end", "authors"),
    [
        ("<p>Oleh: itsmis</p>", "<p>Penulis: Rina Wati</p>", ("Rina Wati",)),
        ("<p>Oleh: rina</p>", "", ("rina",)),
        ("", "<p>Penulis : Kristanti, Diskominfo Hulu</p>", ("Kristanti",)),
        ("<p>Posted by MICHUZI BLOG</p>", "", ("MICHUZI BLOG",)),
    ],
)
def test_accounts_and_offices_give_way_to_persons_beside_them(
    top: str, end: str, authors: tuple[str, ...]
) -> None:
    assert read(top, end).authors == authors


def test_a_paper_that_a_label_names_gives_way_to_who_signs_over_the_text() -> None:
    lead = "<p><b>Na Rina Wati, Samarinda</b></p>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    body = f"<h1>{TITLE}</h1><p>Posted by MICHUZI BLOG</p><div class=entry-content>{lead}{text}</div>"
    article = of_page(body)
    assert (article.authors, article.text) == (("Rina Wati",), "\n\n".join(PROSE))


@pytest.mark.parametrize(("end", "author"), [("<p>(Rina Wati)</p>", "Rina Wati"), ("", "Warna Senja")])
def test_the_hosts_name_in_a_byline_gives_way_to_who_signs(end: str, author: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    top = f'<h1>{TITLE}</h1><span class=meta-author><a href="/author/kabar/" >Warna Senja</a></span>'
    page = f"<html><head><title>{TITLE}</title></head><body>{top}<div class=entry-content>{text}{end}</div></body></html>"
    article = extract(page, "https://www.warnasenja.example/2025/05/12/harga-beras-naik/")
    assert article is not None
    assert article.authors == (author,)


@pytest.mark.parametrize("line", ["Special Correspondent", "Staff Reporter"])
def test_a_desk_over_the_text_is_the_author_and_no_text(line: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in (line, *PROSE))
    article = of_page(f"<h1>{TITLE}</h1><div class=entry-content>{text}</div>")
    assert (article.authors, article.text) == ((line,), "\n\n".join(PROSE))
