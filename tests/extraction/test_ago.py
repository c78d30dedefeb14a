"""Spans of time before the writing, as systems print them."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.ago import read_ago


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
