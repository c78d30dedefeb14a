"""Spans of time before the writing, as systems print them."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.ago import read_ago


@pytest.mark.parametrize("unit", ["menit", "jam", "hari", "minggu", "bulan", "tahun"])
def test_indonesian_units_stand_before_the_english_word_too(unit: str) -> None:
    ago = read_ago(f"2 {unit} ago")
    assert ago is not None
    assert ago == read_ago(f"2 {unit} lalu")
