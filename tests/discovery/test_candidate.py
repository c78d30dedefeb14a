from datetime import UTC, datetime, timedelta, timezone

from kaltimcrawl.discovery import Candidate, unique
from kaltimcrawl.discovery.candidate import clean_title, read_candidate

SITEMAP = "https://kaltim.example/sitemap.xml"
FEED = "https://kaltim.example/feed"
NOON = datetime(2025, 5, 12, 12, 0, tzinfo=UTC)


def test_variants_of_one_address_become_one_candidate_of_the_earliest_door():
    found = unique(
        [
            Candidate("https://www.kaltim.example/2025/banjir/?utm_source=wa", FEED, title="Banjir"),
            Candidate("https://kaltim.example/2025/longsor/", FEED),
            Candidate("http://m.kaltim.example/2025/banjir?m=1#komentar", SITEMAP, NOON, NOON, "Banjir lagi"),
            Candidate("https://kaltim.example/2025/banjir/amp/", SITEMAP),
        ]
    )
    assert list(found) == [
        Candidate("https://www.kaltim.example/2025/banjir/?utm_source=wa", FEED, NOON, NOON, "Banjir"),
        Candidate("https://kaltim.example/2025/longsor/", FEED),
    ]


def test_nothing_unique_of_nothing():
    assert list(unique(iter(()))) == []


def test_a_door_s_strings_become_plain_values():
    found = read_candidate(
        " /2025/05/12/banjir\n",
        FEED,
        lastmod="2025-05-12T20:00:00+08:00",
        published="Mon, 12 May 2025 19:00:00 +0800",
        title="Banjir &#8220;tahunan&#8221; di <b>Sebulu</b>\n ",
    )
    wita = timezone(timedelta(hours=8))
    assert found == Candidate(
        "https://kaltim.example/2025/05/12/banjir",
        FEED,
        datetime(2025, 5, 12, 20, 0, tzinfo=wita),
        datetime(2025, 5, 12, 19, 0, tzinfo=wita),
        "Banjir “tahunan” di Sebulu",
    )


def test_zeros_that_databases_print_are_no_times():
    for zero in ("0000-00-00T00:00:00", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00", "kemarin", ""):
        assert read_candidate("https://kaltim.example/a", FEED, zero, zero) == Candidate(
            "https://kaltim.example/a", FEED
        )


def test_what_is_no_web_address_is_no_candidate():
    for link in (
        "",
        "javascript:void(0)",
        "mailto:redaksi@kaltim.example",
        "http://",
        "http://[::1",
        "https://\ud800.id",
    ):
        found = read_candidate(link, FEED)
        assert found is None or found.url == FEED


def test_a_title_is_one_bounded_line_or_nothing():
    assert clean_title("  <i></i> \n") is None
    assert clean_title("a < b & c") == "a < b & c"
    assert clean_title("\ud83d setengah") == "? setengah"
    assert len(clean_title("kata " * 100_000) or "") <= 500
