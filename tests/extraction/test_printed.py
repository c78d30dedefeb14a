"""Dates that stand near an article without a known mark, and those read by the page's language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kaltimcrawl import Article, extract
from kaltimcrawl.extraction.dates import read_date
from tests.extraction.pages import PROSE, TITLE

URL = "https://kabar.example/harga-beras-naik-jelang-panen-raya-di-kutai-kartanegara/"


def read(under: str = "", over: str = "", end: str = "", lang: str = "id") -> Article:
    """The article of a page with something over its title, under it, and under its text."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    article = extract(
        f"<html lang={lang}><head>{head}</head><body>{over}<div><h1>{TITLE}</h1>{under}<div class=z3>{text}</div>"
        f"{end}</div></body></html>",
        URL,
    )
    assert article is not None
    return article


def day_of(article: Article) -> str | None:
    return article.published.isoformat()[:16] if article.published else None


@pytest.mark.parametrize(
    ("under", "expected"),
    [
        ("<div><span>Senin, 12 Mei 2025</span><span>14:30 WITA</span></div>", "2025-05-12T14:30"),
        ("<div>Senin, 12 Mei 2025<br>pukul 14.30</div>", "2025-05-12T14:30"),
        ("<div>12 Mei 2025<br>3 menit</div>", "2025-05-12T00:00"),
        ("<i><abbr title='2025-05-12T14:30:00+08:00'>Senin</abbr></i>", "2025-05-12T14:30"),
        ("<ul><li title='2025-05-12T14:30:00+08:00'>12 Mei 2025</li></ul>", "2025-05-12T14:30"),
        ("<i property='dc:date' content='2025-05-12T14:30:00+08:00'>Mei</i>", "2025-05-12T14:30"),
        ("<i data-date='2025-05-12T14:30:00+08:00'>3 jam lalu</i>", "2025-05-12T14:30"),
        ("<i data-updated='2025-05-12T14:30:00+08:00'>3 jam lalu</i>", None),
        ("<span>12.05.25</span>", "2025-05-12T00:00"),
        ("<p><a href='/u/1'>Rina</a>, 8.5.12</p>", "2012-05-08T00:00"),
        ("<span>Skor 12.05.25 dalam lomba</span>", None),
        ("<span>Des 12 2024</span>", "2024-12-12T00:00"),
        ("<p>By Rina Wati - Aug 12,2017 - Last updated at Aug 12,2017</p>", "2017-08-12T00:00"),
        ("<div>26Aug 2019<div>Rina Wati</div></div>", "2019-08-26T00:00"),
        ("<div>Update: June, 25/2019 - 16:27 <i>|</i></div>", "2019-06-25T16:27"),
        ("<span>Juni 19th, 2018</span>", "2018-06-19T00:00"),
        ("<span>Aug 18th, 2010 7:30PM</span>", "2010-08-18T19:30"),
        ("<p>Rina Wati, 6th June 2013</p>", "2013-06-06T00:00"),
        ("<p><a href='/u/1'>Rina</a>, 22nd May 2014</p>", "2014-05-22T00:00"),
        ("<span>07.17.13</span> <span>1:00 PM</span>", "2013-07-17T13:00"),
        ("<div class='comment-lead'><b class=PublishDate_date>12 Mei 2025</b></div>", "2025-05-12T00:00"),
        ("<time datetime='2025-05-22T10:18:46Z'>Diterbitkan 12 Mei 2025</time>", "2025-05-12T00:00"),
    ],
)
def test_a_date_under_the_title_is_read_without_a_mark(under: str, expected: str | None) -> None:
    assert day_of(read(under)) == expected


@pytest.mark.parametrize(
    ("classes", "expected"), [("published_date", "2025-05-12T14:30"), ("topbar", None), ("date", None)]
)
def test_over_the_title_a_date_needs_a_class_of_publication(classes: str, expected: str | None) -> None:
    over = f"<div><div><span class={classes}>12 Mei 2025, 14:30</span></div></div>"
    assert day_of(read(over=f"<header>{over}</header>")) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("<div><p>Diterbitkan pada: 12 Mei 2025</p></div>", "2025-05-12T00:00"),
        ("<div>Diposting oleh <i>Rina</i> pada 12 Mei 2025 - 14:30</div>", "2025-05-12T14:30"),
        ("<p>Posted 12 Mei 2025</p><p>Posted 11 Mei 2025</p>", None),
        ("<p>Dibaca 12 Mei 2025</p>", None),
        ("<div><i></i> Diterbitkan 12 Mei 2025</div>", "2025-05-12T00:00"),
        ("<div><i></i> Diterbitkan 12 Mei 2025</div><p>9 Mei 2025</p>", "2025-05-12T00:00"),
        ("<div><i></i> Diterbitkan di Tenggarong</div>", None),
        (
            "<div>This entry was posted on May 12, 2025 at 2:30 pm by <a href=/a>Rina</a> in Kota.</div>",
            "2025-05-12T14:30",
        ),
    ],
)
def test_a_line_under_the_text_that_says_published_dates_it(end: str, expected: str | None) -> None:
    assert day_of(read(end=end)) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en-US", "3/09/15 8:00am", "2015-03-09T08:00"),
        ("en-US", "8/17/13", "2013-08-17T00:00"),
        ("en", "3/09/15 8:00am", "2015-03-09T08:00"),
        ("en", "3/09/15 08:00", "2015-09-03T08:00"),
        ("en-GB", "3/09/15 8:00am", "2015-09-03T08:00"),
        ("id", "3/09/2015 8:00 am", "2015-09-03T08:00"),
    ],
)
def test_the_month_comes_first_only_on_american_pages(lang: str, text: str, expected: str) -> None:
    assert day_of(read(f"<span>{text}</span>", lang=lang)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("dc:date dc:created", "2025-05-12T09:45"), ("dc:modified", "2025-05-12T14:30")],
)
def test_a_marked_line_holds_the_time_for_machines_in_rdfa(name: str, expected: str) -> None:
    """How Drupal prints the particulars of its articles."""
    span = (
        f'<span property="{name}" content="2025-05-12T09:45:00+08:00">Dikirim pada 12/05/2025 - 14:30</span>'
    )
    assert read(f"<div class='meta submitted'>{span}</div>").published.isoformat().startswith(expected)


def test_what_is_told_to_be_a_date_is_no_time() -> None:
    assert read_date("12.05.25", UTC) is None
    reading = read_date("12.05.25", UTC, is_date=True)
    assert reading is not None
    assert reading.when == datetime(2025, 5, 12, tzinfo=UTC)
    assert read_date("Skor 12.05.25", UTC, is_date=True) is None


def test_the_time_in_the_titles_header_counts_whatever_stands_round_it() -> None:
    header = f"<header><h1>{TITLE}</h1><time datetime='2025-05-12T14:30:00+08:00'>12 Mei</time></header>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f"<html lang=id><head><title>{TITLE}</title><meta property='og:type' content='article'></head><body>"
        f"<div><div id=sidebar>{header}</div><div class=z3>{text}</div></div></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert day_of(article) == "2025-05-12T14:30"


def test_a_label_in_an_element_right_before_a_date_belongs_to_it() -> None:
    article = read(
        "<div><em>Updated:</em> Senin, 12 Mei 2025 14:30</div>", end="<div>Published 9 Mei 2025</div>"
    )
    assert day_of(article) == "2025-05-09T00:00"


@pytest.mark.parametrize(("lang", "expected"), [("ko", "2026-04-02T11:26"), ("id", "2002-04-26T11:26")])
def test_short_dates_begin_with_the_year_in_east_asia(lang: str, expected: str) -> None:
    article = read("<strong>26-04-02 11:26</strong>", lang=lang)
    assert day_of(article) == expected
    assert article.published_raw == "26-04-02 11:26"


def test_a_comma_may_stand_between_month_and_year() -> None:
    assert day_of(read("<span class=p-date>04 Agu, 2026</span>")) == "2026-08-04T00:00"


@pytest.mark.parametrize(
    "other",
    [
        "<img alt='2019-05-12 08.30.11' src='/f.jpg'>",
        "<div data-deadline='2020-01-01T00:00:00'></div>",
        "<a data-date='2020-01-01' href='/x'></a>",
    ],
)
def test_an_attribute_of_something_else_is_no_date_of_publication(other: str) -> None:
    article = read(f"<div>{other}<span>Senin, 12 Mei 2025 14:30 WITA</span></div>")
    assert day_of(article) == "2025-05-12T14:30"


@pytest.mark.parametrize(
    ("under", "expected"),
    [
        ("<span class=updated>30 Mei 2025 08:00</span> <span>12 Mei 2025</span>", "2025-05-12T00:00"),
        (
            "<b title='2025-05-30T08:00:00+08:00' class=post-modified></b> <span>12 Mei 2025</span>",
            "2025-05-12T00:00",
        ),
        (
            "<span class='updated published'>12 Mei 2025 14:30</span> <span>13 Mei 2025</span>",
            "2025-05-12T14:30",
        ),
        ("<span class=updated>Published: 12 Mei 2025 14:30</span>", "2025-05-12T14:30"),
        ("<span class=updated>14.30 WITA, 12 Mei 2025</span>", "2025-05-12T14:30"),
        ("<span class=post-modified>Diterbitkan 12 Mei 2025</span>", "2025-05-12T00:00"),
        (
            "<time class=updated>Published: 12 Mei 2025</time> <b>9 Mei 2025</b>",
            "2025-05-12T00:00",
        ),
    ],
)
def test_the_time_of_the_last_change_is_no_publication(under: str, expected: str | None) -> None:
    assert day_of(read(f"<div>{under}</div>")) == expected


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("<h2>Senin, 12 Mei 2025</h2>", "2025-05-12T00:00"),
        ("<h2>Senin, 12 Mei 2025: hari pasar</h2>", None),
        ("<h2>Senin, 12 Mei 2025</h2><p>Salam dari Hulu</p>", None),
    ],
)
def test_the_day_in_the_heading_over_a_post_dates_it(over: str, expected: str | None) -> None:
    assert day_of(read(over=over)) == expected


def test_the_day_before_a_box_with_text_of_its_own_dates_no_post() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    for own, expected in (("", "2025-05-12T00:00"), ("Salam dari Hulu", None)):
        page = (
            f"<html lang=id><head><title>{TITLE}</title><meta property='og:type' content='article'></head><body>"
            f"<h2>Senin, 12 Mei 2025</h2><div>{own}<h1>{TITLE}</h1><div class=z3>{text}</div></div></body></html>"
        )
        article = extract(page, URL)
        assert article is not None
        assert day_of(article) == expected


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("<p>Oleh Rina Wati, 12 Mei 2025 14:30</p>", "2025-05-12T14:30"),
        ("<p><i></i> Senin, 12 Mei 2025</p>", "2025-05-12T00:00"),
        ("<p>Senin, 12 Mei 2025</p><p>Selasa, 13 Mei 2025</p>", None),
        ("<p>Oleh Rina Wati, dibaca 12 Mei 2025</p>", None),
        ("<p>Pasar Induk, 12 Mei 2025</p>", None),
        ("<h4>Kabar dari Muara</h4><p>Senin, 12 Mei 2025</p>", None),
        ("<b>Komentar</b><p>Senin, 12 Mei 2025</p>", None),
        ("<div><p>Senin, 12 Mei 2025</p><h5><a href='/x'>Banjir Rendam Tiga Desa Lagi</a></h5></div>", None),
        ("<p>Diperbarui 12 Mei 2025</p>", None),
    ],
)
def test_the_one_dated_line_at_the_foot_dates_a_page_without_another(foot: str, expected: str | None) -> None:
    assert day_of(read(end=foot)) == expected
    if expected is not None:
        assert day_of(read("<p>9 Mei 2025</p>", end=foot)) == "2025-05-09T00:00"


STAMPS = [
    "<span class=timestamp>31 Mei 2025 08:00</span>",
    "<time datetime=2025-05-31T08:00:00+08:00>31 Mei 2025</time>",
]


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("entry", ["<ul><li>{} {}</li></ul>", "<div><article>{} {}</article></div>"])
@pytest.mark.parametrize(
    ("link", "is_date"), [("Banjir Rendam Tiga Desa di Hulu", False), ("Rina Wati", True)]
)
def test_a_date_in_an_entry_with_anothers_headline_dates_no_article(
    link: str, is_date: bool, entry: str, stamp: str
) -> None:
    over = entry.format(f"<a href=/lain>{link}</a>", stamp)
    assert (day_of(read(over=over)) == "2025-05-31T08:00") is is_date
    assert day_of(read("<p>12 Mei 2025 14:30</p>", over)) == (
        "2025-05-31T08:00" if is_date else "2025-05-12T14:30"
    )


def test_an_entry_between_title_and_text_dates_no_article() -> None:
    entry = "<ul><li><a href=/x>Banjir Rendam Tiga Desa di Hulu</a> <span class=waktu>31 Mei 2025 08:00</span></li></ul>"
    assert day_of(read(entry)) is None


def test_a_card_right_under_a_short_text_doesnt_date_it() -> None:
    card = (
        "<div><h5><a href=/x>Banjir Rendam Tiga Desa Lagi</a></h5><span class=date>12 Mei 2025</span></div>"
    )
    assert day_of(read(end=card)) is None


LONG = [f"{sentence} Kabar {number}." for number, sentence in enumerate(PROSE * 5)]


def dated_page(body: str) -> Article:
    """The article of a page with `body`, whose head and address tell no date."""
    head = f"<title>{TITLE}</title><meta property='og:type' content='article'>"
    article = extract(f"<html lang=id><head>{head}</head><body>{body}</body></html>", URL)
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ("<h5><a href=/x>Banjir Rendam Tiga Desa Lagi</a></h5>{}", None),
        ("{}<h6><a href=/x>Banjir Rendam Tiga Desa Lagi</a></h6>", None),
        ("{}", "2025-05-12T00:00"),
    ],
)
def test_a_marked_date_under_the_text_is_not_that_of_anothers_card(card: str, expected: str | None) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in LONG)
    end = f"<div>{card.format('<span class=date>Kabar Hulu 12 Mei 2025</span>')}</div>"
    assert day_of(dated_page(f"<div><h1>{TITLE}</h1><div class=z3>{text}</div>{end}</div>")) == expected


@pytest.mark.parametrize(("between", "expected"), [(0, "2025-05-20T08:00"), (130, None)])
def test_a_time_far_above_the_title_is_no_date_of_the_article(between: int, expected: str | None) -> None:
    over = "<div><time datetime=2025-05-20T08:00:00+08:00>20 Mei</time></div>" + "<i></i>" * between
    assert day_of(read(over=over)) == expected


def test_a_time_under_the_title_goes_before_one_over_it() -> None:
    times = [
        f"<div><time datetime={day}T08:00:00+08:00>Mei</time></div>" for day in ("2025-05-12", "2025-05-20")
    ]
    assert day_of(read(*times)) == "2025-05-12T08:00"


@pytest.mark.parametrize(
    ("name", "expected"), [("post-date", "2025-05-12T14:30"), ("u7", "2025-05-09T08:00")]
)
@pytest.mark.parametrize(
    "box", ["{0}<div class=entry-content>{1}</div>", "<div class=entry-content>{0}{1}</div>"]
)
def test_a_marked_date_among_the_first_of_a_body_that_holds_its_head_dates_it(
    box: str, name: str, expected: str
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in LONG)
    dates = f"<p>Pasar pagi, 9 Mei 2025 08:00</p><div class={name}>12 Mei 2025 14:30</div>"
    assert day_of(dated_page(box.format(f"<h1>{TITLE}</h1>", dates + text))) == expected


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("<div><b>Published:</b> 12 Mei 2025 14:30</div>", "2025-05-12T14:30"),
        ("<div>Diterbitkan pada 12 Mei 2025</div>", "2025-05-12T00:00"),
        ("<div><b>Pasar:</b> 12 Mei 2025 14:30</div>", None),
        ("<div>Diterbitkan pada 12 Mei 2025</div><p>Salam dari Hulu</p>", None),
        ("<div><b>Tanggal terbit: </b>12 Mei 2025 14:30</div><p>Salam dari Hulu</p>", "2025-05-12T14:30"),
        (
            "<div class=header-time><i>2025</i> <i>05</i>/<i> 12</i> <i class=time>14:30:05</i></div><p>Hulu</p>",
            "2025-05-12T14:30",
        ),
        ("<div class=header-lines>2025-05-12 14:30</div><p>Hulu</p>", None),
    ],
)
def test_a_line_of_publication_right_over_the_titles_box_dates_it(over: str, expected: str | None) -> None:
    assert day_of(read(over=over)) == expected


STAMPED = "<p>Published: <time datetime=2025-05-12T14:30:00+08:00>12 Mei 2025</time></p>"


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        (STAMPED, "2025-05-12T14:30"),
        (f"<p>By <a rel=author href=/u>Rina Wati</a></p>{STAMPED}", "2025-05-12T14:30"),
        ("<p>Diterbitkan 12 Mei 2025</p>", "2025-05-12T00:00"),
        (f"{STAMPED}<p>Published: 9 Mei 2025</p>", None),
        ("<p>Warta <time datetime=2025-05-12T14:30:00+08:00>12 Mei 2025</time> Hulu</p>", None),
    ],
)
@pytest.mark.parametrize("box", ["<main><article>{}</article></main>", "<div class=w1>{}</div>"])
def test_the_one_labelled_line_in_an_articles_own_footer_dates_it(
    box: str, foot: str, expected: str | None
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in LONG)
    assert day_of(dated_page(box.format(f"<h1>{TITLE}</h1>{text}<footer>{foot}</footer>"))) == expected


def test_the_date_right_before_a_title_in_the_same_element_dates_it() -> None:
    over = f"<div><small><i class='fa fa-calendar'></i> Selasa, 13 Mei 2025<h3>{TITLE}</h3></small></div>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f"<html><head><title>{TITLE}</title></head><body>{over}<div class=caption>{text}</div></body></html>"
    )
    article = extract(page, "https://desa.example/berita/detail/harga-beras-naik-jelang-panen-raya")
    assert article is not None
    assert day_of(article) == "2025-05-13T00:00"


def test_a_date_over_a_heading_whose_first_line_is_the_title_dates_it() -> None:
    article = extract(
        f"<html><head><title>Kabar Hulu</title><meta property='og:title' content='{TITLE}'></head><body><div>"
        f"<div class=keterangan>12.05.2025</div><h1><strong>{TITLE}</strong><br>Panen raya bulan depan "
        "diperkirakan menurunkan harga di semua pasar kabupaten menurut catatan dinas</h1>"
        f"<div>{''.join(f'<p>{sentence} {sentence.lower()}</p>' for sentence in PROSE)}</div></div></body></html>",
        "https://kabar.example/majalah/harga-beras",
    )
    assert article is not None
    assert article.published is not None
    assert article.published.strftime("%Y-%m-%d") == "2025-05-12"


@pytest.mark.parametrize(
    ("copies", "expected"), [(1, "2025-05-13T00:00"), (2, "2025-05-13T00:00"), (3, None)]
)
def test_a_day_under_the_text_that_many_lines_bear_is_of_a_list(copies: int, expected: str | None) -> None:
    lines = "<div><span>13 Mei 2025</span></div>" * copies
    text = "".join(f"<p>{sentence}</p>" for sentence in LONG)
    assert day_of(dated_page(f"<h1>{TITLE}</h1><div>{text}</div>{lines}")) == expected


def test_a_day_in_another_articles_entry_under_the_text_dates_nothing() -> None:
    entry = "<ul><li><a href=/lain>Jembatan Hulu Dibuka Kembali untuk Truk Kecil</a> <span>13 Mei 2025</span></li></ul>"
    text = "".join(f"<p>{sentence}</p>" for sentence in LONG)
    assert day_of(dated_page(f"<h1>{TITLE}</h1><div>{text}</div>{entry}")) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dinas menetapkan harga baru untuk seluruh pasar kabupaten pada 13 Mei 2025.", None),
        ("Diposting pada Selasa, 13 Mei 2025 pukul 14.30 WITA oleh admin desa.", "2025-05-13T14:30"),
        ("Oleh Rina Wati Lestari pada Selasa, 13 Mei 2025 pukul 14.30 WITA.", "2025-05-13T14:30"),
        ("Rabu, 13 Mei 2025", "2025-05-13T00:00"),
    ],
)
def test_a_lead_that_tells_a_day_is_no_date_of_publication(line: str, expected: str | None) -> None:
    assert day_of(read(under=f"<p>{line}</p>")) == expected


def test_an_empty_time_far_under_a_title_within_the_body_but_before_its_text_dates_it() -> None:
    picture = f"<figure><picture>{'<source>' * 20}<img src=/a.jpg></picture><figcaption>Pasar hulu</figcaption></figure>"
    head = f"<h1>{TITLE}</h1>{picture}<div><a href=/p/1>Rina Wati</a> <time dateTime=2025-05-13T06:30:00Z></time></div>"
    text = "".join(f"<p>{sentence}</p>" for sentence in LONG)
    assert day_of(dated_page(f"<div class=entry-content>{head}{text}</div>")) == "2025-05-13T14:30"


@pytest.mark.parametrize(
    ("under", "over", "when"),
    [
        ("<div class=data>2023ko maiatzaren 15a</div>", "", "2023-05-15T00:00"),
        ("", "<div class=news-header__date><x-date time=1729746725></x-date></div>", "2024-10-24T13:12"),
        ("<time datetime=1729746725000>kemarin</time>", "", "2024-10-24T13:12"),
        ("<time datetime=20241024>kemarin</time>", "", "2024-10-24T00:00"),
    ],
)
def test_dates_for_the_browser_to_print_and_in_basque_are_read(under: str, over: str, when: str) -> None:
    page = (
        f"<html lang=id><head><title>{TITLE}</title><meta property='og:type' content='article'></head><body>"
        f"<div id=news-header>{over}<h1>{TITLE}</h1>{under}</div>"
        f"<div class=z3>{''.join(f'<p>{sentence}</p>' for sentence in PROSE)}</div></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert day_of(article) == when


def test_a_date_in_a_box_before_the_titles_box_is_read_where_it_is_named_so() -> None:
    for name, when in (("cmsDate", "2016-05-12T14:22"), ("cmsType", None)):
        over = f"<div id={name}><div><span>» 2016年05月12日 14時22分 更新</span></div></div>"
        text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
        page = (
            f"{over}<div id=cmsTitle><div class=inner><h1>{TITLE}</h1></div></div><div class=z3>{text}</div>"
        )
        head = f"<title>{TITLE}</title><meta property='og:type' content='article'>"
        article = extract(f"<html lang=id><head>{head}</head><body>{page}</body></html>", URL)
        assert article is not None
        assert day_of(article) == when


def test_a_line_that_says_published_goes_before_a_date_over_the_title() -> None:
    menu = "<ul>" + "<li><a href=/x>Niaga</a></li>" * 8 + "</ul>"
    article = read(
        under="<div>Published on May 6, 2010</div>",
        over=f"<table><tr><td class=date>Friday, May 7, 2010</td></tr></table>{menu}",
    )
    assert day_of(article) == "2010-05-06T00:00"


def test_the_day_of_the_address_tells_which_number_is_the_month() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html lang=en><title>{TITLE}</title><h1>{TITLE}</h1><div>Posted 8/11/2009</div><div>{text}</div></html>"
    article = extract(page, "https://kabar.example/news/2009-08-11-harga-beras-naik_N.htm")
    assert article is not None
    assert day_of(article) == "2009-08-11T00:00"


def test_the_day_in_a_row_that_is_marked_as_the_authors_box_is_the_articles() -> None:
    row = "<div class=author-box><span>OLEH:</span><a href='/author/r'>Rina Wati</a><div class=date>12 Mei 2025</div></div>"
    assert day_of(read(row)) == "2025-05-12T00:00"


@pytest.mark.parametrize(
    ("under", "expected"),
    [
        ("<span>17 Agt '24</span>", "2024-08-17T00:00"),
        ("<p>Von Anna Roth | 12.05.25</p>", "2025-05-12T00:00"),
        ("<span>மே 12, 2025</span>", "2025-05-12T00:00"),
        ("<span>12 மே 2025</span>", "2025-05-12T00:00"),
        ("<span>12 May 2025</span><span>14:30 MYT</span>", "2025-05-12T14:30"),
        ("<span>12 May 2025</span><span>02:30 PM MYT</span>", "2025-05-12T14:30"),
        ("<span>12 May 2025</span><span>14:30 kapal</span>", "2025-05-12T00:00"),
        ("<span>17 kapal '24</span>", None),
    ],
)
def test_short_years_months_and_zones_are_read_in_a_printed_line(under: str, expected: str | None) -> None:
    assert day_of(read(f"<div>{under}</div>")) == expected


def test_a_dated_row_of_the_byline_may_name_the_comments() -> None:
    row = "<div class=firma_komentar><span>Rina Wati</span> <a>12 Mei 2025 - 14:30</a> <a href=#k>3</a></div>"
    assert day_of(read(row.replace("komentar", "comentarios"))) == "2025-05-12T14:30"
    assert day_of(read(row.replace("firma_komentar", "comentarios"))) is None


def test_the_day_of_a_long_sentence_of_filing_is_read() -> None:
    shelves = ", ".join(
        f"<a href='/kategori/{n}/' rel='category tag'>Rubrik Nomor {n}</a>" for n in range(14)
    )
    line = f"<p>This entry was posted on Monday, May 12, 2025 at 2:30 pm and is filed under {shelves}.</p>"
    assert day_of(read(end=line)) == "2025-05-12T14:30"


def test_a_day_that_a_sentence_of_the_text_tells_is_not_its_own() -> None:
    told = "Lembaga riset pada 2 Mei 2025 menerbitkan laporan <a href=https://lain.example/a>itu</a>, yang memuat harga beras sepuluh tahun."
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><article><dl><dd>│12 Mei 2025│</dd></dl><h3>{TITLE}</h3>"
        f"<p>{told}</p><div class=z3>{text}</div></article></body></html>",
        URL,
    )
    assert article is not None
    assert day_of(article) == "2025-05-12T00:00"


def test_where_a_page_claims_the_offset_of_its_last_change_its_printed_clock_has_it_too() -> None:
    prose = "市は来月から古い橋の架け替え工事を始め、二年ほどの間は渡し船を出すと月曜日に発表した。費用の三分の二は国が出すという。"
    text = "".join(f"<p>{prose}{number}番目の橋も同じだ。</p>" for number in range(4))
    changed = '<meta property="article:modified_time" content="2025-05-13T09:00:00+09:00">'
    title = "市が古い橋の架け替えを始める"
    article = extract(
        f"<html lang=ja><head><title>{title}</title>{changed}</head><body><h1>{title}</h1>"
        f"<p>2025年5月12日 14時30分 公開</p><div class=z3>{text}</div></body></html>",
        "https://kawa.example/articles/47110001",
    )
    assert article is not None
    assert str(article.published) == "2025-05-12 14:30:00+09:00"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Updated: May 12, 2025 03:49 pm", "2025-05-12T07:36"),
        ("May 12, 2025 03:49 pm", "2025-05-12T15:49"),
    ],
)
def test_a_claim_that_gives_the_last_change_gives_way_to_one_of_an_earlier_minute(
    printed: str, expected: str
) -> None:
    claims = "".join(
        f'<meta name="{name}" content="2025-05-12T{clock}+05:30">'
        for name, clock in (
            ("datePublished", "15:49:00"),
            ("publish-date", "07:36:00"),
            ("dateModified", "15:49:00"),
        )
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><title>{TITLE}</title>{claims}</head><body><h1>{TITLE}</h1><p>{printed}</p>"
        f"<div class=z3>{text}</div></body></html>",
        URL,
    )
    assert article is not None
    assert day_of(article) == expected
