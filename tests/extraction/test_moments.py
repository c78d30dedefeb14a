"""Which of the dates on a page is the article's: not the page's clock, prayer times or a comment's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from kaltimcrawl import Article, extract

URL = "https://berita.example/warga-keluhkan-jalan-rusak-di-loa-janan/"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
TEXT = (
    "<p>SAMARINDA – Warga Loa Janan mengeluhkan jalan rusak yang tidak kunjung diperbaiki sejak tahun lalu.</p>"
    "<p>“Sudah setahun kami menunggu,” kata Udin, warga setempat, ketika ditemui di rumahnya pada siang hari.</p>"
    "<p>Dinas pekerjaan umum berjanji memulai perbaikan bulan depan setelah anggaran perubahan disahkan.</p>"
)
CAPTURED = datetime(2025, 6, 1, 3, 0, tzinfo=UTC)
OWN = "Senin, 12 Mei 2025 - 14:30 WITA"
CLOCK = "Minggu, 1 Juni 2025"


def read(over: str = "", own: str = "", under: str = "") -> Article:
    """The article of a page with something over its title, under it, and under its text."""
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    body = f"{over}<article><h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div></article>{under}"
    page = f"<html lang=id><head>{head}</head><body>{body}</body></html>"
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    return article


OVER = [
    f"<div class=topbar>{CLOCK}</div>",
    f"<div id=clock><span>{CLOCK} 11:00 WITA</span></div>",
    f"<header><span class=date>{CLOCK}</span></header>",
]
UNDER = [
    "<div class=jadwal-sholat><p>Jadwal Salat Minggu, 1 Juni 2025</p><p>Subuh 04:55</p><p>Zuhur 12:14</p></div>",
    "<div id=comments><ol><li class=comment><b>Udin</b> <time datetime=2025-05-30T10:00:00+08:00>30 Mei 2025</time>"
    "<p>Semoga cepat diperbaiki karena anak-anak kami lewat situ.</p></li></ol></div>",
    "<aside><ul><li><a href=/lain>Banjir Rendam Tiga Desa</a> <time datetime=2025-05-31T08:00:00+08:00>31 Mei</time></li></ul></aside>",
]


@pytest.mark.parametrize("over", OVER)
@pytest.mark.parametrize("under", UNDER)
def test_the_date_under_the_title_wins(over: str, under: str) -> None:
    article = read(over, f"<p>{OWN}</p>", under)
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"


@pytest.mark.parametrize("over", OVER)
def test_the_pages_clock_is_no_date_of_publication(over: str) -> None:
    assert read(over).published is None


@pytest.mark.parametrize("under", UNDER)
def test_prayer_times_comments_and_teasers_date_no_article(under: str) -> None:
    assert read(under=under).published is None


def test_a_date_after_the_capture_is_no_date_of_publication() -> None:
    assert read(own="<p>Rabu, 1 Juli 2026 - 08:00 WITA</p>").published is None


def read_claim(claims: str, own: str = "") -> str | None:
    """The time of publication of a page with `claims` in its head and something under its title."""
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">{claims}'
    body = f"<article><h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div></article>"
    article = extract(f"<html lang=id><head>{head}</head><body>{body}</body></html>", URL, captured=CAPTURED)
    assert article is not None
    return article.published.isoformat() if article.published else None


CREATED = '<meta name="dc.date.created" content="2025-05-20T09:00:00+08:00">'
CREATED_DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Jalan Rusak", "dateCreated": "2025-05-20T09:00:00+08:00"}</script>'


@pytest.mark.parametrize("claims", [CREATED, CREATED_DATA])
def test_a_printed_date_goes_before_the_time_when_the_page_was_made(claims: str) -> None:
    assert read_claim(claims, f"<p>{OWN}</p>") == "2025-05-12T14:30:00+08:00"
    assert read_claim(claims) == "2025-05-20T09:00:00+08:00"


@pytest.mark.parametrize(
    ("day", "printed", "expected"),
    [
        ("2025-05-11", "Senin, 12 Mei 2025 06:30 WITA", "2025-05-12T06:30:00+08:00"),
        ("2025-05-12", "Senin, 12 Mei 2025 06:30 WITA", "2025-05-12T06:30:00+08:00"),
        ("2025-05-11", "Senin, 12 Mei 2025 06:30", "2025-05-11T00:00:00+08:00"),
        ("2025-05-11", "Senin, 12 Mei 2025 14:30 WITA", "2025-05-11T00:00:00+08:00"),
    ],
)
def test_a_printed_minute_is_of_the_claimed_day_where_that_is_told_in_utc(
    day: str, printed: str, expected: str
) -> None:
    claims = f'<meta name="citation_publication_date" content="{day}">'
    assert read_claim(claims, f"<p>{printed}</p>") == expected


@pytest.mark.parametrize(
    "own",
    [
        "<div class=meta><span>12 Mei 2025</span> <time class=updated datetime=2025-05-20T10:00:00+08:00>20 Mei 2025</time></div>",
        "<div class=w1><span>12 Mei 2025</span> <time class=updated datetime=2025-05-20T10:00:00+08:00>20 Mei 2025</time></div>",
        "<div class=w1><time class=modified datetime=2025-05-20T10:00:00+08:00>20 Mei 2025</time> <i>12 Mei 2025</i></div>",
    ],
)
def test_a_time_of_the_last_change_is_not_that_of_publication(own: str) -> None:
    article = read(own=own)
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.date().isoformat(), article.modified.date().isoformat()) == (
        "2025-05-12",
        "2025-05-20",
    )


def test_a_time_of_the_last_change_tells_the_publication_where_nothing_else_does() -> None:
    article = read(own="<p><time class=updated datetime=2025-05-12T10:00:00+08:00>12 Mei 2025</time></p>")
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T10:00:00+08:00"


@pytest.mark.parametrize(("name", "is_read"), [("elementor-widget", True), ("widget", False)])
def test_a_widget_holds_the_articles_date_where_a_page_builder_calls_all_parts_so(
    name: str, is_read: bool
) -> None:
    article = read(own=f"<div class={name}><div class={name}-container><div>{OWN}</div></div></div>")
    assert (article.published is not None) == is_read


@pytest.mark.parametrize(
    "between",
    [", updated {}", " | Last Updated {}", " (diperbarui {})", " – aktualisiert {}", ", terakhir diubah {}"],
)
def test_a_date_before_that_of_the_change_is_the_publication(between: str) -> None:
    article = read(own=f"<p>12 Mei 2025 15:02{between.format('14 Mei 2025 16:16')}</p>")
    assert article.published is not None
    assert article.modified is not None
    assert article.published.isoformat() == "2025-05-12T15:02:00+08:00"
    assert article.modified.isoformat() == "2025-05-14T16:16:00+08:00"


@pytest.mark.parametrize(
    "line",
    [
        "Diperbarui: 14 Mei 2025 16:16 | Terbit: 12 Mei 2025 15:02",
        "Last Updated: 14 May 2025 16:16, Published: 12 May 2025 15:02",
        "আপডেট : ১৪ মে ২০২৫, ১৬:১৬ | প্রকাশ : ১২ মে ২০২৫, ১৫:০২",
    ],
)
def test_a_labelled_date_behind_that_of_the_change_is_the_publication(line: str) -> None:
    article = read(own=f"<p>{line}</p>")
    assert article.published is not None
    assert article.modified is not None
    assert article.published.isoformat() == "2025-05-12T15:02:00+08:00"
    assert article.modified.isoformat() == "2025-05-14T16:16:00+08:00"


@pytest.mark.parametrize("seconds", [0, 20, 1200])
@pytest.mark.parametrize("form", ["jsonld", "meta"])
def test_the_clock_of_the_request_is_no_claim_where_an_older_date_is_printed(seconds: int, form: str) -> None:
    when = (CAPTURED - timedelta(seconds=seconds)).isoformat()
    claim = (
        f'<meta property="article:published_time" content="{when}">'
        if form == "meta"
        else '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", '
        f'"datePublished": "{when}", "dateModified": "{when}"}}</script>'
    )
    assert read_claim(claim, "<p>12 Mei 2025 14:30 WITA</p>") == "2025-05-12T14:30:00+08:00"
    claimed = read_claim(claim)
    assert claimed is not None
    assert datetime.fromisoformat(claimed) == datetime.fromisoformat(when)


@pytest.mark.parametrize(("seconds", "day"), [(20, "2025-05-12"), (1200, "2025-06-01")])
def test_a_printed_day_is_held_against_the_clock_of_the_very_request_alone(seconds: int, day: str) -> None:
    when = (CAPTURED - timedelta(seconds=seconds)).isoformat()
    claimed = read_claim(f'<meta property="article:published_time" content="{when}">', "<p>12 Mei 2025</p>")
    assert claimed is not None
    assert claimed[:10] == day


@pytest.mark.parametrize("hours", [1, 8])
def test_an_article_that_was_just_published_keeps_its_claim(hours: int) -> None:
    """No offset that is left out makes the claim a clock."""
    here = CAPTURED.astimezone(timezone(timedelta(hours=8)))
    printed = (here - timedelta(hours=hours)).strftime("%d/%m/%Y %H:%M")
    claim = f'<meta property="article:published_time" content="{here.isoformat()}">'
    claimed = read_claim(claim, f"<p>{printed}</p>")
    assert claimed is not None
    assert datetime.fromisoformat(claimed) == CAPTURED


@pytest.mark.parametrize("label", ["Last updated on:", "Diperbarui", "Aktualisiert:"])
def test_a_labelled_change_tells_the_publication_only_where_nothing_else_does(label: str) -> None:
    change = f"<p>{label} 12 Mei 2025 14:30</p>"
    assert read_claim("", change) == "2025-05-12T14:30:00+08:00"
    assert read_claim("", f"{change}<p>9 Mei 2025</p>") == "2025-05-09T00:00:00+08:00"


DATED = [
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "sailthru.date",
    "date",
    "displaydate",
]


@pytest.mark.parametrize("name", DATED)
@pytest.mark.parametrize(
    ("claimed", "printed", "expected"),
    [
        ("2025-05-20T09:00:00+08:00", "12 Mei 2025 14:30", "2025-05-12T14:30:00+08:00"),
        ("2025-05-20T09:00:00+08:00", "12 Mei 2025", "2025-05-12T00:00:00+08:00"),
        ("2025-05-20T09:00:00+08:00", "", "2025-05-20T09:00:00+08:00"),
        ("2025-05-12T14:30:00+07:00", "12 Mei 2025 14:30", "2025-05-12T14:30:00+07:00"),
        ("2025-05-12T14:30:00+07:00", "12 Mei 2025 14:30 WITA", "2025-05-12T14:30:00+08:00"),
        ("2025-05-12T09:15:00+07:00", "12 Mei 2025 14:30", "2025-05-12T14:30:00+08:00"),
        ("2025-05-12T09:15:00+08:00", "12 Mei 2025", "2025-05-12T09:15:00+08:00"),
    ],
)
def test_what_may_be_the_day_of_a_pages_making_only_adds_to_a_printed_date(
    claimed: str, printed: str, expected: str, name: str
) -> None:
    assert read_claim(f'<meta name="{name}" content="{claimed}">', f"<p>{printed}</p>") == expected


def test_the_original_date_of_an_article_is_a_claim_of_publication() -> None:
    claim = '<meta name="article_date_original" content="2025-05-12T14:30:00+08:00">'
    assert read_claim(claim, "<p>9 Mei 2025</p>") == "2025-05-12T14:30:00+08:00"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("14-12-09", None),
        ("14/12/09", None),
        ("14.12.09", None),
        ("14.12.2009", "2009-12-14T00:00:00+08:00"),
    ],
)
@pytest.mark.parametrize("name", ["pubdate", "date", "createdate"])
def test_a_claim_that_may_begin_with_the_year_or_the_day_is_none(
    name: str, content: str, expected: str | None
) -> None:
    assert read_claim(f'<meta name="{name}" content="{content}">') == expected


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        ("2025-04-05", "2025-04-05T14:30:00+08:00"),
        ("2025-04-06", "2025-05-04T14:30:00+08:00"),
        ("2024-04-05", "2025-05-04T14:30:00+08:00"),
    ],
)
def test_a_printed_day_and_month_are_turned_to_the_order_of_the_claimed_day(
    claimed: str, expected: str
) -> None:
    assert read_claim(f'<meta name="dc.date" content="{claimed}">', "<p>04/05/2025 14:30</p>") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Senin, 12 Mei 2025 - 14:30 WITA", "2025-05-12T14:30:00+08:00"),
        ("Selasa, 13 Mei 2025 - 14:30 WITA", "2025-05-12T00:00:00+08:00"),
        ("Senin, 12 Mei 2025", "2025-05-12T00:00:00+08:00"),
    ],
)
def test_the_dated_line_at_the_bodys_head_gives_the_minute_of_the_day_in_the_address(
    line: str, expected: str
) -> None:
    page = (
        f"<html lang=id><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
        f"<div class=entry-content><p>{line}</p>{TEXT}</div></body></html>"
    )
    article = extract(page, "https://berita.example/2025/05/12/jalan-rusak/", captured=CAPTURED)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == expected


def test_a_microformats_date_under_the_text_is_that_of_publication() -> None:
    stamp = "<time class='{}' datetime='2025-05-12T14:30:00+08:00'>12 Mei</time>"
    for name, is_read in (("dt-published", True), ("dt-kabar", False)):
        article = read(under=f"<p>Warta Hulu {stamp.format(name)}</p>")
        assert (article.published is not None) is is_read


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (["2025-05-12 07:42:00+08:00"], "2025-05-12T07:42:00+08:00"),
        (["2025-05-12T07:42+08:00", "2025-05-11T20:15+08:00"], "2025-05-12T07:42:00+08:00"),
        (["2025-05-12T07:42+08:00", "2025-05-12T20:15+08:00"], "2025-05-12T00:00:00+08:00"),
        (["2025-05-11T07:42+08:00"], "2025-05-12T00:00:00+08:00"),
    ],
)
def test_the_only_time_of_the_day_in_the_address_gives_its_minute_wherever_it_stands(
    times: list[str], expected: str
) -> None:
    items = "".join(f"<li><time datetime='{time}'>Senin</time></li>" for time in times)
    page = (
        f"<html lang=id><head><title>{TITLE}</title></head><body><nav><a href=/x>Beranda</a><ul>{items}</ul></nav>"
        f"<h1>{TITLE}</h1><div class=entry-content>{TEXT}</div></body></html>"
    )
    article = extract(page, "https://berita.example/2025/05/12/jalan-rusak/", captured=CAPTURED)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == expected


@pytest.mark.parametrize(
    "lead", ["", "<p>Warga Loa Janan berharap jalan itu segera diperbaiki tahun ini.</p>"]
)
@pytest.mark.parametrize("box", ["<div class=z1>{}</div>", "<article class=z1>{}</article>"])
def test_the_time_at_the_head_of_a_body_that_holds_its_title_gives_the_minute(box: str, lead: str) -> None:
    time = "<p>Rina Wati, <time datetime=2025-05-12T06:30:00Z>Mon May 12 2025</time></p>"
    body = box.format(f"<h1>{TITLE}</h1>{lead}{time}{TEXT}")
    page = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"


def test_a_time_that_is_called_that_of_the_last_edit_is_none_of_publication() -> None:
    times = "<p>12 Mei 2025</p><p>Last edited <time datetime=2025-05-20T10:00:00+08:00>Tue May 20</time></p>"
    article = read(own=times)
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.day, article.modified.day) == (12, 20)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("<p class=pub_date>Monday, Jan. 27, 2025 | 2 a.m.</p>", "2025-01-27T02:00:00+08:00"),
        ("<p>Sept. 5, 2024</p>", "2024-09-05T00:00:00+08:00"),
    ],
)
def test_months_that_are_cut_with_a_full_stop_tell_the_date(own: str, expected: str) -> None:
    article = read(own=own)
    assert article.published is not None
    assert article.published.isoformat() == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-05-12", "2025-05-12T14:22:00+08:00"), ("2025-05-13", "2025-05-13T00:00:00+08:00")],
)
def test_a_marked_time_at_the_bodys_beginning_gives_the_minute_of_the_claimed_day(
    day: str, expected: str
) -> None:
    line = "<div class=byline><p class=date><span>2:22 p.m.</span>, <span>12 Mei 2025</span></p></div>"
    body = f"<h1>{TITLE}</h1><div class=entry-content><p>{TITLE} lagi, kata warga.</p>{line}{TEXT}</div>"
    page = f'<html><head><title>{TITLE}</title><meta property="article:published_time" content="{day}"></head><body>{body}</body></html>'
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == expected


def test_october_in_croatia_is_november_in_poland() -> None:
    def month(language: str) -> int:
        page = f"<h1>{TITLE}</h1><div class=date>28. listopad 2023. 21:14</div><div class=entry-content>{TEXT}</div>"
        head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
        article = extract(f"<html lang={language}><head>{head}</head><body>{page}</body></html>", URL)
        assert article is not None
        assert article.published is not None
        return article.published.month

    assert (month("hr"), month("pl")) == (10, 11)


def test_a_date_in_a_row_whose_items_link_nowhere_is_the_articles() -> None:
    row = "<ul><li><a href='#'>By Rina Wati</a></li><li><a href='#'><i class=fa></i>Senin, 12 Mei 2025 | 14:30 WITA</a></li></ul>"
    assert str(read(own=row).published) == "2025-05-12 14:30:00+08:00"


def test_a_claim_with_jakartas_offset_gives_way_to_the_printed_zone_of_the_same_clock() -> None:
    def published(claim: str) -> str:
        data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "{claim}"}}'
        head = f'<title>{TITLE}</title><script type="application/ld+json">{data}</script>'
        own = "<div>Minggu, 11 Mei 2025 06:20 WITA</div>"
        body = f"<h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div>"
        article = extract(f"<html lang=id><head>{head}</head><body>{body}</body></html>", URL)
        assert article is not None
        return str(article.published)

    assert published("2025-05-11T06:20:41+07:00") == "2025-05-11 06:20:41+08:00"
    assert published("2025-05-11T05:20:41+07:00") == "2025-05-11 05:20:41+07:00"


def test_a_time_behind_a_day_and_signs_is_of_that_day() -> None:
    own = "<div class=dateline>Mon 12 May 2025 <span> // </span>08:32 UTC </div>"
    assert str(read(own=own).published)[:16] in ("2025-05-12 08:32", "2025-05-12 16:32")


def test_the_day_in_the_bar_over_all_pages_is_no_articles() -> None:
    bar = "<div class=top-bar><div class=date>Senin, 12 Mei 2025</div></div>"
    assert read(over=bar).published is None


STAMPS = [
    ("<meta name=generator content='WordPress 4.9.8'>", "2025-05-12T14:30"),
    ("<meta name=generator content='WordPress 5.2'>", "2025-05-12T14:30"),
    ("<meta name=generator content='WordPress 5.3'>", "2025-05-12T22:30"),
    ("<meta name=generator content='Hugo 0.99'>", "2025-05-12T22:30"),
]


@pytest.mark.parametrize(("head", "when"), STAMPS)
def test_themes_of_old_wordpress_stamp_the_sites_time_as_utc(head: str, when: str) -> None:
    own = "<time class=entry-date datetime='2025-05-12T14:30:00+00:00'>12 Mei 2025</time>"
    page = f"<html lang=id><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div></body></html>"
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat()[:16] == when


@pytest.mark.parametrize(("year", "hour"), [(2018, "14:30"), (2021, "22:30")])
def test_when_no_version_is_told_the_capture_dates_wordpress(year: int, hour: str) -> None:
    own = f"<time class=entry-date datetime='{year}-05-12T14:30:00+00:00'>12 Mei {year}</time>"
    style = "<link rel=stylesheet href='/wp-content/themes/x/style.css'>"
    page = f"<html lang=id><head><title>{TITLE}</title>{style}</head><body><h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div></body></html>"
    article = extract(page, URL, captured=datetime(year, 6, 1, tzinfo=UTC))
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat()[11:16] == hour


def test_the_only_time_that_microdata_declares_counts_in_a_footer_too() -> None:
    foot = "<div class=footer><p><time itemprop=datePublished datetime='{}'>05/21/2024</time></p></div>"
    first, second = foot.format("2024-05-21"), foot.format("2024-05-20")
    assert day_of(read(under=first)) == "2024-05-21"
    assert day_of(read(under=first + second)) is None


def day_of(article: Article) -> str | None:
    return article.published.isoformat()[:10] if article.published else None


def test_a_claim_without_zone_has_that_of_the_same_clock_in_another() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2025-05-12 06:41:09"}'
    head = (
        f"<title>{TITLE}</title><script type='application/ld+json'>{data}</script>"
        "<meta property='article:published_time' content='2025-05-12T06:41:09+00:00'>"
    )
    page = f"<html lang=id><head>{head}</head><body><h1>{TITLE}</h1><div class=entry-content>{TEXT}</div></body></html>"
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat()[:16] == "2025-05-12T14:41"


SHOWN = "Senin, 12 Mei 2025 14:30 WITA"


@pytest.mark.parametrize(
    "own",
    [
        f'<div class=entry-meta><time class=published datetime="2025-05-12T14:30:00+00:00">{SHOWN}</time></div>',
        f'<meta itemprop=datePublished content="2025-05-12T14:30:00Z"><div><span>{SHOWN}</span></div>',
        f'<div><span itemprop=datePublished content="2025-05-12T14:30:07.000Z">{SHOWN}</span></div>',
        f'<time class=entry-date datetime="2025-05-12T14:30:00+07:00">{SHOWN}</time>',
        f'<time datetime="2025-05-12T06:30:00Z">{SHOWN}</time>',
    ],
)
def test_a_printed_time_with_its_zone_corrects_the_stamp_of_an_element(own: str) -> None:
    when = read_claim("", own)
    assert when is not None
    assert (when[:16], when[-6:]) == ("2025-05-12T14:30", "+08:00")


def test_an_elements_stamp_in_utc_stands_beside_a_time_without_a_zone() -> None:
    own = "<time class=published datetime=2025-05-12T06:30:00+00:00>12 Mei 2025 06:30</time>"
    assert read_claim("", own) == "2025-05-12T14:30:00+08:00"


@pytest.mark.parametrize("name", ["date", "pubdate", "dc.date", "article:published_time"])
@pytest.mark.parametrize("own", ["<p>Rabu, 5 Maret 2025 14:30 WITA</p>", "<p>05/03/2025 14:30 WITA</p>"])
def test_a_claim_with_the_month_first_is_read_as_the_printed_date(name: str, own: str) -> None:
    when = read_claim(f'<meta name="{name}" content="03/05/2025">', own)
    assert when == "2025-03-05T14:30:00+08:00"


def test_a_claim_that_day_first_would_lie_after_the_capture_has_the_month_first() -> None:
    assert read_claim('<meta name="date" content="05/12/2025">') == "2025-05-12T00:00:00+08:00"
    assert read_claim('<meta name="date" content="12/11/2025">') is None
    assert read_claim("", "<p>05/12/2025</p>") is None


def test_what_can_be_read_in_one_way_settles_a_printed_date_by_numbers() -> None:
    claim = '<meta property="article:published_time" content="2025-05-04">'
    assert read_claim(claim, "<p>05/04/2025 14:30</p>") == "2025-05-04T14:30:00+08:00"


MIDNIGHT = '<meta property="article:published_time" content="2025-05-12T00:00:00+08:00">'


@pytest.mark.parametrize(
    ("own", "clock"),
    [
        (f"<p>{SHOWN}</p>", "14:30"),
        ("<p>Senin, 12 Mei 2025 00:00 WITA</p>", "00:00"),
        ("<p>Selasa, 13 Mei 2025 09:10 WITA</p>", "00:00"),
        ("", "00:00"),
    ],
)
def test_a_claim_of_midnight_is_a_day_where_its_minute_is_printed(own: str, clock: str) -> None:
    assert read_claim(MIDNIGHT, own) == f"2025-05-12T{clock}:00+08:00"


@pytest.mark.parametrize(
    "own",
    [
        f'<time class=published datetime="2025-05-12T00:00:00+08:00">{SHOWN}</time>',
        f'<meta itemprop=datePublished content="2025-05-12T00:00:00Z"><p>{SHOWN}</p>',
        f'<div><time datetime="2025-05-12T00:00">12 Mei 2025</time></div><p>{SHOWN}</p>',
    ],
)
def test_an_elements_stamp_of_midnight_is_a_day_too(own: str) -> None:
    assert read_claim("", own) == "2025-05-12T14:30:00+08:00"


def test_a_claim_of_midnight_in_utc_stands_where_that_instant_is_printed() -> None:
    claim = MIDNIGHT.replace("+08:00", "Z")
    assert read_claim(claim, "<p>Senin, 12 Mei 2025 07.00 WIB</p>") == "2025-05-12T07:00:00+07:00"


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("sejam lalu", "2025-06-01T10:00"),
        ("sejam yang lalu", "2025-06-01T10:00"),
        ("dua jam lalu", "2025-06-01T09:00"),
        ("setengah jam yang lalu", "2025-06-01T10:30"),
        ("an hour ago", "2025-06-01T10:00"),
        ("vor einer Stunde", "2025-06-01T10:00"),
        ("hace 3 horas", "2025-06-01T08:00"),
        ("seminggu lalu", "2025-05-25T00:00"),
        ("Sehari yang lalu", "2025-05-31T00:00"),
        ("Kemarin", "2025-05-31T00:00"),
        ("yesterday", "2025-05-31T00:00"),
        ("Baru saja", "2025-06-01T00:00"),
        ("Diterbitkan sejam lalu", "2025-06-01T10:00"),
        ("satu setengah jam lalu", None),
    ],
)
@pytest.mark.parametrize(
    "row",
    [
        "<div class=meta>Rina Wati | {}</div>",
        "<div class=x2><span>Rina Wati</span> <span>{}</span></div>",
        "<span class=post-date>{}</span>",
    ],
)
def test_how_long_ago_is_counted_from_the_capture_in_words_too(row: str, told: str, when: str | None) -> None:
    article = read(own=row.format(told))
    assert (article.published and article.published.isoformat()[:16]) == when


@pytest.mark.parametrize(
    "line", ["Setahun lalu warga mengungsi", "Jalan yang baru saja diperbaiki rusak lagi"]
)
def test_a_sentence_that_says_how_long_ago_dates_no_article(line: str) -> None:
    assert read(own=f"<p class=x2>{line}</p>").published is None


def test_how_long_ago_an_article_was_published_is_no_line_of_its_text() -> None:
    body = f"<h1>{TITLE}</h1><div class=entry-content><p>Sejam yang lalu</p>{TEXT}</div>"
    page = f"<html lang=id><head><title>{TITLE}</title></head><body>{body}</body></html>"
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    assert article.blocks[0].text.startswith("SAMARINDA")
    assert article.published is not None
    assert article.published.isoformat()[:16] == "2025-06-01T10:00"


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("Kemarin, 20.15 WIB", "2025-05-31T20:15:00+07:00"),
        ("Mei 12, 2025 2:30 pm", "2025-05-12T14:30:00+08:00"),
    ],
)
@pytest.mark.parametrize("name", ["meta", "date"])
def test_a_date_is_read_apart_from_the_name_that_stands_right_before_it(
    name: str, told: str, when: str
) -> None:
    article = read(own=f"<div class={name}><span>Oleh: Rina Wati</span><span>{told}</span></div>")
    assert article.authors == ("Rina Wati",)
    assert article.published is not None
    assert article.published.isoformat() == when
