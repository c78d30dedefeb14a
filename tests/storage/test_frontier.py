"""What is known, due and tried: admitted in a stream, drawn newest first, tried again so often."""

# ruff: noqa: PT012 - a batch that fails is several calls; the queries are our own
from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from kaltimcrawl.discovery import Candidate
from kaltimcrawl.storage import Due, Validators
from kaltimcrawl.storage.frontier import DUE_AGAIN, DUE_DATED, DUE_UNDATED, MAX_TRIES

HOME = "https://kabar.example"
FEED = f"{HOME}/feed/"
NOW = datetime(2025, 5, 12, 6, 30, tzinfo=UTC)


def named(name: str, **values: object) -> Candidate:
    return Candidate(f"{HOME}/{name}", FEED, **values)


def days_ago(count: float) -> datetime:
    return NOW - timedelta(days=count)


@pytest.fixture
def frontier(archive):
    return archive.frontier("kabar")


def names(due: list[Due]) -> list[str]:
    return [one.url.removeprefix(f"{HOME}/") for one in due]


def test_an_unknown_address_is_due(frontier, archive):
    candidate = Candidate(f"{HOME}/a/?utm_source=x", FEED, days_ago(1), days_ago(2), "Banjir")
    assert frontier.admit([candidate], NOW) == 1
    assert frontier.due(9, NOW) == [Due(f"{HOME}/a/", "kabar.example/a", days_ago(1), days_ago(2), NOW)]
    assert archive.rows("select * from frontier") == [
        (
            *("kabar.example/a", f"{HOME}/a/", "kabar", FEED, "2025-05-11T06:30:00Z", "2025-05-10T06:30:00Z"),
            *("Banjir", "due", "2025-05-12T06:30:00Z", None, 0, None, None, 0),
        )
    ]


def test_variants_of_an_address_are_one(frontier):
    variants = [named("a"), named("a/"), named("a?m=1"), Candidate("http://www.kabar.example/a/amp", FEED)]
    assert frontier.admit(variants, NOW) == 1
    assert names(frontier.due(9, NOW)) == ["a"]


def test_the_newest_come_first_and_the_undated_last(frontier):
    frontier.admit(
        [
            named("undated"),
            named("old", published=days_ago(9)),
            named("new", lastmod=days_ago(1)),
            named("changed", published=days_ago(5), lastmod=days_ago(0)),
            named("newer", published=days_ago(0.5)),
        ],
        NOW,
    )
    assert names(frontier.due(9, NOW)) == ["newer", "new", "changed", "old", "undated"]
    assert names(frontier.due(2, NOW)) == ["newer", "new"]
    assert frontier.due(0, NOW) == []


def test_since_leaves_out_what_is_dated_before_it(frontier):
    frontier.admit(
        [named("old", published=days_ago(9)), named("undated"), named("new", lastmod=days_ago(1))], NOW
    )
    assert names(frontier.due(9, NOW, since=days_ago(2))) == ["new", "undated"]
    assert names(frontier.due(9, NOW, since=days_ago(9))) == ["new", "old", "undated"]


@pytest.mark.parametrize("kind", [set, list, frozenset, tuple])
def test_what_is_excluded_makes_room_for_others(frontier, kind):
    frontier.admit([named(str(n), published=days_ago(n)) for n in range(6)] + [named("undated")], NOW)
    exclude = kind(["kabar.example/0", "kabar.example/1", "kabar.example/undated", "kabar.example/unknown"])
    assert names(frontier.due(2, NOW, exclude=exclude)) == ["2", "3"]
    assert names(frontier.due(9, NOW, exclude=exclude)) == ["2", "3", "4", "5"]


@pytest.mark.parametrize("state", ["held", "no article", "excluded"])
def test_what_was_visited_is_due_no_more(frontier, archive, state):
    frontier.admit([named("a")], NOW)
    frontier.note("http://www.kabar.example/a/?m=1", state, 200, NOW)
    assert frontier.due(9, NOW) == []
    assert frontier.admit([named("a")], NOW) == 0
    assert archive.rows("select state, status, visited, tries from frontier") == [
        (state, 200, "2025-05-12T06:30:00Z", 0)
    ]


def test_a_failed_address_is_due_after_the_others_so_often(frontier):
    frontier.admit([named("failed", published=days_ago(0)), named("other", published=days_ago(9))], NOW)
    for tries in range(1, MAX_TRIES):
        frontier.note(f"{HOME}/failed", "failed", 500, NOW)
        assert [
            (name, due.tries) for name, due in zip(["other", "failed"], frontier.due(9, NOW), strict=True)
        ] == [
            ("other", 0),
            ("failed", tries),
        ]
    frontier.note(f"{HOME}/failed", "failed", None, NOW)
    assert names(frontier.due(9, NOW)) == ["other"]


def test_a_success_makes_earlier_failures_forgotten(frontier):
    frontier.admit([named("a")], NOW)
    for _ in range(MAX_TRIES - 1):
        frontier.note(f"{HOME}/a", "failed", 500, NOW)
    frontier.note(f"{HOME}/a", "held", 200, NOW)
    frontier.note(f"{HOME}/a", "failed", 500, NOW)
    assert [due.tries for due in frontier.due(9, NOW)] == [1]


def test_many_visits_are_no_failures(frontier):
    frontier.admit([named("a")], NOW)
    for _ in range(MAX_TRIES + 1):
        frontier.note(f"{HOME}/a", "held", 200, NOW)
    frontier.note(f"{HOME}/a", "failed", 500, NOW)
    assert names(frontier.due(9, NOW)) == ["a"]


@pytest.mark.parametrize("state", ["held", "no article", "failed"])
def test_a_change_after_the_visit_makes_due_once(frontier, state):
    frontier.admit([named("a", lastmod=days_ago(9))], NOW)
    for _ in range(MAX_TRIES):
        frontier.note(f"{HOME}/a", state, 200, days_ago(5))
    assert frontier.admit([named("a", lastmod=days_ago(9)), named("a", lastmod=days_ago(6))], NOW) == 0
    assert frontier.due(9, NOW) == []
    assert frontier.admit([named("a", lastmod=days_ago(4))], NOW) == 1
    assert [due.lastmod for due in frontier.due(9, NOW)] == [days_ago(4)]
    frontier.note(f"{HOME}/a", "held", 200, days_ago(3))
    assert frontier.admit([named("a", lastmod=days_ago(4))], NOW) == 0


def test_what_robots_txt_forbids_stays_excluded(frontier):
    frontier.admit([named("a")], NOW)
    frontier.note(f"{HOME}/a", "excluded", None, days_ago(5))
    assert frontier.admit([named("a", lastmod=days_ago(1))], NOW) == 0


def test_local_time_stamped_as_utc_makes_due_once_not_for_hours(frontier):
    ahead = NOW + timedelta(hours=8)
    frontier.admit([named("a")], NOW)
    frontier.note(f"{HOME}/a", "held", 200, NOW)
    assert frontier.admit([named("a", lastmod=ahead)], NOW) == 1
    frontier.note(f"{HOME}/a", "held", 200, NOW)
    assert frontier.admit([named("a", lastmod=ahead)], NOW) == 0


def test_a_lastmod_of_the_future_tells_nothing(frontier):
    frontier.admit([named("a", lastmod=days_ago(-300))], NOW)
    assert [due.lastmod for due in frontier.due(9, NOW)] == [None]
    frontier.note(f"{HOME}/a", "held", 200, NOW)
    assert frontier.admit([named("a", lastmod=days_ago(-300))], NOW) == 0
    later = NOW + timedelta(days=2)
    assert frontier.admit([named("a", lastmod=later)], later) == 1


def test_a_known_address_learns_what_a_door_knows_better(frontier, archive):
    frontier.admit([named("a")], NOW)
    frontier.admit([Candidate(f"{HOME}/a", "later", days_ago(3), days_ago(4), "Banjir")], NOW)
    frontier.admit([Candidate(f"{HOME}/a", "last", days_ago(5), days_ago(6), "Lain"), named("a")], NOW)
    assert archive.rows("select source, lastmod, published, title from frontier") == [
        (FEED, "2025-05-09T06:30:00Z", "2025-05-08T06:30:00Z", "Banjir")
    ]


def test_a_door_that_tells_nothing_new_writes_nothing(frontier, archive):
    candidates = [named(str(n), lastmod=days_ago(n), published=days_ago(n), title="x") for n in range(5)]
    frontier.admit(candidates, NOW)
    (before,) = archive.rows("select total_changes()")
    frontier.admit([*candidates, named("0")], NOW)
    assert archive.rows("select total_changes()") == [before]


def test_each_portal_has_its_own(frontier, archive, desk):
    other = type(desk.portal)(
        slug="warta", name="Warta", home="https://warta.example/", region="", timezone=desk.portal.timezone
    )
    archive.add_portal(other)
    frontier.admit([named("a")], NOW)
    assert archive.frontier("warta").admit([Candidate("https://warta.example/b", FEED)], NOW) == 1
    assert names(frontier.due(9, NOW)) == ["a"]
    assert [due.key for due in archive.frontier("warta").due(9, NOW)] == ["warta.example/b"]


def test_a_sitemap_of_50_000_is_taken_in_as_it_comes(frontier, folder):
    """What has been drawn and isn't stored yet is never more than a batch."""
    with closing(sqlite3.connect(folder / "kaltim.db")) as reader:
        waiting = []

        def candidates():
            for number in range(50_000):
                if number % 2_500 == 0:
                    (stored,) = reader.execute("select count(*) from frontier").fetchone()
                    waiting.append(number - stored)
                yield named(f"{number:05}", lastmod=days_ago(number / 1000) if number % 10 else None)

        assert frontier.admit(candidates(), NOW) == 50_000
    assert len(waiting) == 20
    assert max(waiting) <= 500
    assert names(frontier.due(3, NOW)) == ["00001", "00002", "00003"]
    assert len(frontier.due(60_000, NOW)) == 50_000
    assert names(frontier.due(60_000, NOW)[-1:])[0].endswith("0")


@pytest.mark.parametrize("query", [DUE_DATED, DUE_UNDATED, DUE_AGAIN])
def test_due_is_answered_by_the_index_without_a_sort(frontier, archive, query):
    frontier.admit([named(str(n), lastmod=days_ago(n % 90)) for n in range(500)], NOW)
    values = {
        "portal": "kabar",
        "state": "due",
        "most_tries": 5,
        "limit": 20,
        "since": "",
        "until": "9999",
        "now": "2025",
    }
    plan = [row[3] for row in archive.rows(f"explain query plan {query}", values)]
    assert len(plan) == 1
    index = (
        "frontier_visits (portal=? AND state=? AND next_visit<?)"
        if query is DUE_AGAIN
        else "frontier_due (portal=? AND state=? AND <expr>"
    )
    assert plan[0].startswith(f"SEARCH frontier USING INDEX {index}")


def test_known_is_told_in_the_words_asked(frontier):
    frontier.admit([named(str(n)) for n in range(1200)], NOW)
    asked = [f"http://www.kabar.example/{n}/?fbclid=x" for n in range(1190, 1210)] + [
        "not an address",
        "\ud800",
    ]
    assert frontier.known(asked) == set(asked[:10])
    assert frontier.known(iter([])) == set()
    assert len(frontier.known(f"{HOME}/{n}" for n in range(5000))) == 1200


def test_an_address_that_no_door_named_is_not_noted(frontier, archive):
    frontier.note(f"{HOME}/unknown", "held", 200, NOW)
    assert archive.rows("select * from frontier") == []


def test_validators_are_those_of_the_last_answer(frontier):
    assert frontier.validators(FEED) is None
    frontier.keep_validators(FEED, 'W/"abc"', "Mon, 12 May 2025 06:30:00 GMT", NOW)
    assert frontier.validators(FEED) == Validators('W/"abc"', "Mon, 12 May 2025 06:30:00 GMT", NOW)
    frontier.keep_validators(FEED, None, None, NOW + timedelta(seconds=1))
    assert frontier.validators(FEED) == Validators(None, None, NOW + timedelta(seconds=1))


def test_a_batch_that_fails_admits_nothing(frontier, archive):
    with pytest.raises(KeyError), archive.batch():
        frontier.admit([named("a")], NOW)
        raise KeyError
    assert frontier.known([f"{HOME}/a"]) == set()


def test_until_leaves_out_what_is_dated_from_it_on(frontier):
    frontier.admit(
        [named("old", published=days_ago(9)), named("undated"), named("new", lastmod=days_ago(1))], NOW
    )
    assert names(frontier.due(9, NOW, until=days_ago(1))) == ["old", "undated"]
    assert frontier.count_due(NOW, until=days_ago(1)) == 2


def test_a_failed_address_waits_for_its_time(frontier):
    frontier.admit([named("a")], NOW)
    frontier.note(f"{HOME}/a", "failed", 500, NOW, NOW + timedelta(hours=1))
    assert frontier.due(9, NOW) == []
    assert names(frontier.due(9, NOW + timedelta(hours=1))) == ["a"]
    assert frontier.retry_all(NOW) == 1
    assert [due.tries for due in frontier.due(9, NOW)] == [0]


@pytest.mark.parametrize("state", ["held", "gone"])
def test_what_was_had_is_due_again_when_its_visit_has_come(frontier, state):
    frontier.admit([named("a"), named("new")], NOW)
    assert frontier.note(f"{HOME}/a", state, 200, NOW, NOW + timedelta(days=1), is_changed=True)
    later = NOW + timedelta(days=1)
    assert names(frontier.due(9, later)) == ["new"]
    assert names(frontier.due(9, NOW, with_revisits=True)) == ["new"]
    found = frontier.due(9, later, with_revisits=True)
    assert (names(found), found[1].visited, found[1].changes) == (["new", "a"], NOW, 1)
    assert [frontier.count_due(when, with_revisits=True) for when in (NOW, later)] == [1, 2]


def test_a_visit_of_an_unknown_address_is_told(frontier):
    assert not frontier.note(f"{HOME}/a", "held", 200, NOW)


def test_each_candidate_keeps_its_doors(frontier, archive):
    doors = archive.doors("kabar")
    feed, sitemap = doors.door(FEED, "feed"), doors.door(f"{HOME}/peta.xml", "sitemap")
    frontier.admit([named("a")], NOW, feed.id)
    frontier.admit([named("a", lastmod=days_ago(1)), named("b")], NOW, sitemap.id)
    frontier.admit([named("a", lastmod=days_ago(3))], NOW, sitemap.id)
    assert archive.rows(
        "select url_key, url, kind, lastmod from frontier_doors join doors on id = door_id"
    ) == [
        ("kabar.example/a", FEED, "feed", None),
        ("kabar.example/a", f"{HOME}/peta.xml", "sitemap", "2025-05-11T06:30:00Z"),
        ("kabar.example/b", f"{HOME}/peta.xml", "sitemap", None),
    ]
