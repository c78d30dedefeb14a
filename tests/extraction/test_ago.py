"""Spans of time before the writing, as systems print them."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.ago import is_ago_line, read_ago


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
