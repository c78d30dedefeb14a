"""When articles, failed addresses, doors and portals are asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.schedule import (
    LONGEST_REST,
    LONGEST_RETRY,
    LONGEST_WAIT,
    SHORTEST_WAIT,
    Revisits,
    next_run,
    next_try,
    next_visit,
    next_wait,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REVISITS = Revisits((HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY), 365 * DAY, HOUR)
BORN = datetime(2025, 5, 12, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "next_age"),
    [
        (timedelta(minutes=5), timedelta(minutes=65)),  # at least an hour lies between two visits
        (2 * HOUR, 6 * HOUR),
        (6 * HOUR, DAY),
        (2 * DAY, 7 * DAY),
        (8 * DAY, 30 * DAY),
        (30 * DAY, 395 * DAY),
        (394 * DAY, 395 * DAY),
        (2000 * DAY, (30 + 6 * 365) * DAY),
    ],
)
def test_an_article_is_visited_again_by_its_age(age: timedelta, next_age: timedelta) -> None:
    assert next_visit(REVISITS, BORN, BORN + age, 0) == BORN + next_age


def test_a_story_that_changed_is_visited_more_often() -> None:
    visited = BORN + 2 * DAY
    waits = [next_visit(REVISITS, BORN, visited, changes) - visited for changes in range(5)]
    assert waits == [5 * DAY, 2.5 * DAY, 1.25 * DAY, 0.625 * DAY, 0.625 * DAY]


@given(st.timedeltas(min_value=timedelta(), max_value=timedelta(days=20_000)), st.integers(0, 10**6))
def test_the_next_visit_is_never_sooner_than_allowed(age: timedelta, changes: int) -> None:
    visited = BORN + age
    assert visited + HOUR <= next_visit(REVISITS, BORN, visited, changes) <= visited + 366 * DAY


def test_failures_wait_longer_each_time() -> None:
    assert [next_try(count, BORN) - BORN for count in (1, 2, 3)] == [HOUR, 4 * HOUR, 16 * HOUR]
    assert next_try(10**6, BORN) - BORN == LONGEST_RETRY


def test_portals_in_trouble_rest_longer_each_time() -> None:
    assert [next_run(count, BORN) - BORN for count in (1, 2, 3)] == [HOUR / 4, HOUR / 2, HOUR]
    assert next_run(10**6, BORN) - BORN == LONGEST_REST


def test_a_door_is_asked_as_often_as_its_portal_publishes() -> None:
    assert next_wait(HOUR, None) == HOUR / 2
    assert next_wait(12 * HOUR, None) == 6 * HOUR
    assert next_wait(timedelta(minutes=1), None) == SHORTEST_WAIT
    assert next_wait(30 * DAY, None) == LONGEST_WAIT


def test_a_door_whose_pace_is_unknown_is_asked_ever_less() -> None:
    assert next_wait(None, None) == 2 * SHORTEST_WAIT
    assert next_wait(None, 2 * HOUR) == 4 * HOUR
    assert next_wait(None, 20 * HOUR) == LONGEST_WAIT
