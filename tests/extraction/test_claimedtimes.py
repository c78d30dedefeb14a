"""The times that a page tells machines, beside those that it prints."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from kaltimcrawl import extract
from tests.extraction.dated import CAPTURED, SHOWN, TEXT, TITLE, URL, read_claim

CREATED = '<meta name="dc.date.created" content="2025-05-20T09:00:00+08:00">'
CREATED_DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Jalan Rusak", "dateCreated": "2025-05-20T09:00:00+08:00"}</script>'


@pytest.mark.parametrize("claims", [CREATED, CREATED_DATA])
def test_a_printed_date_goes_before_the_time_when_the_page_was_made(claims: str) -> None:
    assert read_claim(claims, f"<p>{SHOWN}</p>") == "2025-05-12T14:30:00+08:00"
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


@pytest.mark.parametrize(
    ("claimed", "told", "expected"),
    [
        ("2025-05-12 15:30:22", "2025-05-12T14:30:22+00:00", "2025-05-12T15:30:22+01:00"),
        ("2025-05-12 15:30:22", "2025-05-12T09:45:22Z", "2025-05-12T15:30:22+05:45"),
        ("2025-05-12 15:30:22", "2025-05-12T14:31:40Z", "2025-05-12T15:30:22+08:00"),
    ],
)
def test_a_claim_without_zone_has_the_offset_by_which_it_is_anothers_instant(
    claimed: str, told: str, expected: str
) -> None:
    head = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{claimed}"}}</script>'
        f'<meta property="article:published_time" content="{told}">'
    )
    assert read_claim(head) == expected


def test_a_printed_clock_has_the_offset_that_the_pages_scripts_tell() -> None:
    script = '<script>var page = {"publishedAt": "2025-05-12T14:30:00+01:00"}</script>'
    assert read_claim(script, "<p>12 Mei 2025 14:30</p>") == "2025-05-12T14:30:00+01:00"


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


def test_what_microdata_tells_in_an_item_of_a_list_is_another_articles() -> None:
    others = "".join(
        f'<li><a href=/lain-{day}>Banjir Rendam Tiga Desa di Hulu</a><meta itemprop="datePublished" content="2024-01-{day}T08:00:00Z"></li>'
        for day in (11, 12)
    )
    assert read_claim("", f"<p>{SHOWN}</p><ul>{others}</ul>") == "2025-05-12T14:30:00+08:00"


ENGLISH = [
    (
        '<meta name="parsely-pub-date" content="2025-05-12T18:38:14">',
        "2:38 p.m. EDT May 12, 2025",
        "2025-05-12T18:38:14+00:00",
    ),
    (
        '<meta name="publish-date" content="2025-05-12T14:38:00">',
        "2:38 p.m. EDT May 12, 2025",
        "2025-05-12T14:38:00-04:00",
    ),
    (
        '<meta name="publish-date" content="2025-05-12T13:01:00">',
        "2:38 p.m. EDT May 12, 2025",
        "2025-05-12T13:01:00-04:00",
    ),
    (
        '<meta name="published-at" content="2025-05-12T14:38:00Z">',
        "2:38 p.m. EDT May 12, 2025",
        "2025-05-12T14:38:00-04:00",
    ),
    (
        '<meta name="published-at" content="2025-05-12T18:38:00Z">',
        "2:38 p.m. EDT May 12, 2025",
        "2025-05-12T18:38:00+00:00",
    ),
    (
        '<meta name="date" content="2025-05-12T18:38:00Z">',
        "May 12, 2025 at 2:38PM",
        "2025-05-12T14:38:00-04:00",
    ),
]


@pytest.mark.parametrize(("claim", "printed", "expected"), ENGLISH)
def test_a_time_without_its_zone_has_that_of_what_is_printed_or_of_the_same_instant(
    claim: str, printed: str, expected: str
) -> None:
    text = "The council of the town met on the road that the rain had washed away, and told the people when."
    page = (
        f"<html lang=en><head><title>Road Is Mended</title>{claim}</head><body><h1>Road Is Mended</h1>"
        f"<p class=date>{printed}</p><div class=entry-content>"
        + "".join(f"<p>{number} {text}</p>" for number in ("First", "Then", "Later", "Last"))
        + "</div></body></html>"
    )
    article = extract(page, "https://example.com/2025/road-is-mended-by-the-town.html")
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == expected
