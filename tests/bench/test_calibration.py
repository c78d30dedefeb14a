"""The table of confidence against what was right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.calibration import Bin, expected_error, reliability

SHARES = st.floats(0, 1)


def test_a_tenth_tells_what_was_claimed_and_how_often_it_was_right() -> None:
    """Tenths without pages are left out; 1.0 belongs to the last."""
    bins = reliability([(0.95, 1.0), (1.0, 0.5), (0.12, 0.0), (0.9, 0.99), (0.18, 0.98)])
    assert bins == [
        Bin(0.1, 0.2, 2, pytest.approx(0.15), 0.0, pytest.approx(0.49)),
        Bin(0.9, 1.0, 3, pytest.approx(0.95), pytest.approx(2 / 3), pytest.approx(0.83)),
    ]
    assert bins[0].row() == ("0.1 to 0.2", "2", "0.150", "0.000", "0.490")


def test_the_error_is_the_mean_distance_weighed_by_pages() -> None:
    """Two pages are 0.15 off, three 0.95 - 2/3."""
    bins = reliability([(0.95, 1.0), (1.0, 0.5), (0.12, 0.0), (0.9, 0.99), (0.18, 0.98)])
    assert expected_error(bins) == pytest.approx((2 * 0.15 + 3 * (0.95 - 2 / 3)) / 5)
    assert expected_error([]) == 0.0


@given(st.lists(st.tuples(SHARES, SHARES)))
def test_every_page_stands_in_one_tenth(pairs: list[tuple[float, float]]) -> None:
    """No page is lost, and none counts twice."""
    assert sum(each.pages for each in reliability(pairs)) == len(pairs)
