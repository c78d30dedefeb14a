"""How far back candidates go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.discovery import Candidate
from kaltimcrawl.discovery.extent import LONG_SITEMAP, Extent

NOW = datetime(2025, 6, 30, tzinfo=UTC)


def candidates(*days: int | None) -> list[Candidate]:
    """Candidates of so many days ago; of no time for None."""
    return [
        Candidate(
            f"https://a.example/{number}", "door", NOW - timedelta(days=day) if day is not None else None
        )
        for number, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("days", "since", "reaches"),
    [
        ((), None, False),
        ((0, 1, 2), None, False),
        ((0, 59), None, False),
        ((0, 60), None, True),
        ((400, 400), None, False),
        ((0, 2), 2, True),
        ((0, 2), 3, False),
        ((None,) * (LONG_SITEMAP - 1), None, False),
        ((None,) * LONG_SITEMAP, None, True),
        ((0, *(None,) * LONG_SITEMAP), None, True),
    ],
)
def test_what_spans_two_months_or_holds_much_reaches_back(
    days: tuple[int | None, ...], since: int | None, reaches: bool
) -> None:
    when = NOW - timedelta(days=since) if since is not None else None
    assert Extent.of(candidates(*days)).reaches_back(when) is reaches


def test_publication_goes_before_a_change() -> None:
    old = Candidate("https://a.example/1", "door", lastmod=NOW, published=NOW - timedelta(days=90))
    assert Extent.of([old, *candidates(0)]).reaches_back()


@given(st.lists(st.none() | st.integers(0, 1000)), st.lists(st.none() | st.integers(0, 1000)))
def test_two_extents_together_are_that_of_all(some: list[int | None], others: list[int | None]) -> None:
    both = Extent.of(candidates(*some)) | Extent.of(candidates(*others))
    assert both == Extent.of(candidates(*some, *others))
