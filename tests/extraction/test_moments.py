"""Which of the dates on a page is the article's: not the page's clock, prayer times or a comment's."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract
from tests.extraction.dated import CAPTURED, SHOWN, TEXT, TITLE, URL, read

CLOCK = "Minggu, 1 Juni 2025"
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
    article = read(over, f"<p>{SHOWN}</p>", under)
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
    article = read(own=f"<div class={name}><div class={name}-container><div>{SHOWN}</div></div></div>")
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


def test_a_time_behind_a_day_and_signs_is_of_that_day() -> None:
    own = "<div class=dateline>Mon 12 May 2025 <span> // </span>08:32 UTC </div>"
    assert str(read(own=own).published)[:16] in ("2025-05-12 08:32", "2025-05-12 16:32")


def test_the_day_in_the_bar_over_all_pages_is_no_articles() -> None:
    bar = "<div class=top-bar><div class=date>Senin, 12 Mei 2025</div></div>"
    assert read(over=bar).published is None


def test_the_only_time_that_microdata_declares_counts_in_a_footer_too() -> None:
    foot = "<div class=footer><p><time itemprop=datePublished datetime='{}'>05/21/2024</time></p></div>"
    first, second = foot.format("2024-05-21"), foot.format("2024-05-20")
    assert day_of(read(under=first)) == "2024-05-21"
    assert day_of(read(under=first + second)) is None


def day_of(article: Article) -> str | None:
    return article.published.isoformat()[:10] if article.published else None


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


@pytest.mark.parametrize(
    "by",
    ["Posted by Rina Wati at", "Diposting oleh Rina Wati pukul", "Posted by <a href=/r>Rina Wati</a> at"],
)
def test_the_minute_of_a_day_over_the_title_may_stand_in_the_byline_under_the_text(by: str) -> None:
    article = read(
        over="<h2 class=date-header>12 Mei 2025</h2>", under=f"<p class=post-footer>{by} 14:30</p>"
    )
    assert str(article.published) == "2025-05-12 14:30:00+08:00"
    assert article.provenance["published"].raw.endswith("14:30")
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize("line", ["Pasar buka pukul 14:30", "Posted by Udin at 31:70"])
def test_another_clock_under_the_text_is_not_the_articles(line: str) -> None:
    article = read(over="<h2 class=date-header>12 Mei 2025</h2>", under=f"<p class=post-footer>{line}</p>")
    assert str(article.published) == "2025-05-12 00:00:00+08:00"
