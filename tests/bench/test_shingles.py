"""Shingles: counted by hand, and beside the benchmark's own way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.shingles import Match, match_texts, score

WORDS = st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join)


def test_runs_of_four_words_are_counted_as_a_multiset() -> None:
    """Truth abcd, bcde; read abcd, bcdx, cdxx: one is shared, two were only read, one is only true."""
    match = match_texts("a b c d e", "a, b - c d\nx x")
    assert match == Match(both=1 / 4, read_only=2 / 4, true_only=1 / 4)
    assert match.precision == pytest.approx(1 / 3)
    assert match.recall == pytest.approx(1 / 2)
    assert match.f1 == pytest.approx(0.4)


def test_a_run_that_stands_twice_must_be_read_twice() -> None:
    """Truth has "a a a a" three times in six words, five of them give it twice."""
    assert match_texts("a a a a a a", "a a a a a") == Match(2 / 3, 0, 1 / 3)


def test_a_short_text_is_one_run() -> None:
    """Fewer than four words are one run, so that a caption alone can match or not."""
    assert match_texts("Wali kota", "Wali  kota!") == Match(1, 0, 0)
    assert match_texts("Wali kota", "wali kota") == Match(0, 1 / 2, 1 / 2)


def test_nothing_against_nothing_is_right() -> None:
    """Neither text has a word."""
    match = match_texts("", " - ")
    assert (match.precision, match.recall, match.f1) == (1.0, 1.0, 1.0)


def test_a_page_that_gave_nothing_counts_in_the_recall_alone() -> None:
    """Precision is the mean over pages with a reading: (1 + 1/3) / 2; recall over all three: (1 + 1/2 + 0) / 3."""
    matches = [
        match_texts("a b c d", "a b c d"),
        match_texts("a b c d e", "a b c d x x"),
        match_texts("a b", ""),
    ]
    scores = score(matches)
    assert scores.precision == pytest.approx(2 / 3)
    assert scores.recall == pytest.approx(1 / 2)
    assert scores.f1 == pytest.approx(2 * (2 / 3) * (1 / 2) / (2 / 3 + 1 / 2))


def test_no_page_scores_nothing() -> None:
    """A mean over no page is 0, not an error."""
    assert (score([]).precision, score([]).recall, score([]).f1) == (0.0, 0.0, 0.0)


@given(WORDS, WORDS)
def test_truth_and_reading_in_turns_give_precision_for_recall(one: str, other: str) -> None:
    """Each figure is a share, and to swap the texts swaps precision and recall."""
    there, back = match_texts(one, other), match_texts(other, one)
    assert (there.precision, there.recall) == (back.recall, back.precision)
    assert all(0 <= figure <= 1 for figure in (there.precision, there.recall, there.f1))
    assert match_texts(one, one).f1 == 1.0
