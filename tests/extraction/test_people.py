"""Authors, editors, photographers and agencies, through `extract`."""

from __future__ import annotations

from typing import Any

import pytest

from kaltimcrawl import Article, extract
from tests.extraction.pages import PROSE, TITLE, URL, news, on_page, read


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


def test_an_address_in_a_byline_is_none_of_the_name() -> None:
    byline = "<p class=author>BY RINA WATI <a href='mailto:rina@kabar.example'>rina@kabar.example</a></p>"
    assert read(byline).authors == ("RINA WATI",)


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


@pytest.mark.parametrize(
    "byline",
    [
        "Kontributor Kutim - Rina Wati",
        "Kontributor Kutai Timur | Rina Wati",
        "Laporan Kontributor Kutim / Rina Wati",
        "Reporter Samarinda – Rina Wati",
    ],
)
def test_the_place_before_a_reporters_name_is_nobody(byline: str) -> None:
    assert read(f"<div>{byline}<br>12 Mei 2025</div>").authors == ("Rina Wati",)


def test_an_account_is_no_editor() -> None:
    assert read(end="<p>Uploader: Admin</p>").editors == ()


@pytest.mark.parametrize(
    ("source", "authors"),
    [("Ann Roe-Porter, Harbour News", ("Ann Roe-Porter",)), ("Harbour News", ())],
)
def test_a_source_line_names_the_person_with_the_paper(source: str, authors: tuple[str, ...]) -> None:
    top = f"<div class=article-meta><div><b>Source:</b> <a href='/s/9'>{source}</a></div><i>24 May 2022</i></div>"
    assert read(top).authors == authors


def test_the_address_of_a_work_begins_no_agencys_name() -> None:
    assert read(end="<p>SOURCE: hulu.ly/11AIhhY Journal of Rivers, online</p>").agency is None
    assert read(end="<p>SOURCE: Antara</p>").agency == "ANTARA"
