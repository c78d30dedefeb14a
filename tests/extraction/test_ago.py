"""Spans of time before the writing, as systems print them."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.ago import is_ago_line, read_ago
from tests.extraction.dated import CAPTURED, TEXT, TITLE, URL, read


@pytest.mark.parametrize("unit", ["menit", "jam", "hari", "minggu", "bulan", "tahun"])
def test_indonesian_units_stand_before_the_english_word_too(unit: str) -> None:
    ago = read_ago(f"2 {unit} ago")
    assert ago is not None
    assert ago == read_ago(f"2 {unit} lalu")


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("3 weeks, 2 days ago", 23 * 86400),
        ("3 minggu, 2 hari ago", 23 * 86400),
        ("1 jam 20 menit yang lalu", 4800),
        ("2 hari 3 minggu lalu", 3 * 604800),
    ],
)
def test_a_larger_span_before_one_is_added_to_it(line: str, seconds: int) -> None:
    ago = read_ago(line)
    assert ago is not None
    assert ago.seconds == seconds


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("satu jam lalu", 3600),
        ("sebelas menit yang lalu", 660),
        ("setengah jam lalu", 1800),
        ("half an hour ago", 1800),
        ("two days ago", 2 * 86400),
        ("vor zwei Stunden", 7200),
        ("för en timme sedan", 3600),
        ("godzinę temu", 3600),
        ("před hodinou", 3600),
        ("годину тому", 3600),
        ("o oră în urmă", 3600),
        ("il y a quelques instants", 0),
        ("sesaat yang lalu", 0),
        ("just now", 0),
    ],
)
def test_spans_are_told_in_words(line: str, seconds: int) -> None:
    ago = read_ago(line)
    assert ago is not None
    assert ago.seconds == seconds
    assert is_ago_line(f"Rina Wati | {line}")


@pytest.mark.parametrize("line", ["satu setengah jam lalu", "one and a half hours ago"])
def test_what_is_more_than_a_half_is_not_read(line: str) -> None:
    assert read_ago(line) is None


@pytest.mark.parametrize("line", ["Dua tahun lalu hilang", "Warga yang baru saja pulang", "Rina Wati"])
def test_a_line_that_says_more_is_no_span_alone(line: str) -> None:
    assert not is_ago_line(line)


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
