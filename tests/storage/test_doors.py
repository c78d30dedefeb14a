"""The doors of a portal: when each is asked again, by the pace at which the portal publishes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kaltimcrawl.discovery import Candidate

HOME = "https://kabar.example"
FEED = f"{HOME}/feed/"
NOW = datetime(2025, 5, 12, 6, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def doors(archive):
    return archive.doors("kabar")


def publish(archive, count: int, every: timedelta, until: datetime = NOW) -> None:
    """Articles in the frontier, the newest at `until`."""
    candidates = [
        Candidate(f"{HOME}/{number}", FEED, published=until - number * every) for number in range(count)
    ]
    archive.frontier("kabar").admit(candidates, NOW)


def test_a_door_is_known_once(doors):
    first = doors.door(FEED, "feed")
    assert (first.url, first.kind, first.asked, first.waits) == (FEED, "feed", None, None)
    assert doors.door(FEED, "feed") == first
    assert first.is_due(NOW)


@pytest.mark.parametrize(
    ("count", "every", "wait"),
    [
        (10, HOUR, 27 * HOUR / 60),
        (40, 12 * HOUR, 6 * HOUR * 0.95),
        (40, HOUR / 60, HOUR / 6),
        (3, 90 * 24 * HOUR, 24 * HOUR),
    ],
)
def test_a_door_waits_half_the_time_between_two_articles(archive, doors, count, every, wait):
    publish(archive, count, every)
    door = doors.door(FEED, "feed")
    doors.note(door, NOW, is_new=True)
    known = doors.door(FEED, "feed")
    assert (known.asked, known.waits) == (NOW, wait)
    assert not known.is_due(NOW + wait - timedelta(seconds=1))
    assert known.is_due(NOW + wait)


def test_a_portal_that_fell_silent_is_asked_less(archive, doors):
    publish(archive, 20, HOUR, until=NOW - 400 * HOUR)
    doors.note(doors.door(FEED, "feed"), NOW, is_new=False)
    assert doors.door(FEED, "feed").waits == (419 * HOUR) / 40


def test_a_door_beside_the_feed_waits_a_day(archive, doors):
    publish(archive, 20, HOUR)
    doors.note(doors.door(f"{HOME}/peta.xml", "sitemap"), NOW, is_new=True, is_second=True)
    assert doors.door(f"{HOME}/peta.xml", "sitemap").waits == 24 * HOUR


def test_what_a_door_says_of_the_whole_is_kept(archive, doors):
    door = doors.door(f"{HOME}/wp-json/wp/v2/posts", "rest")
    doors.note(door, NOW, is_new=True, total=224)
    doors.note(door, NOW, is_new=False)
    assert archive.rows("select total, asked, changed from doors") == [
        (224, "2025-05-12T06:30:00Z", "2025-05-12T06:30:00Z")
    ]
