"""The gap ledger: every known address counted once, on its day, by what came of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.discovery import Candidate
from kaltimcrawl.errors import ArchiveError, InputError
from kaltimcrawl.gaps import Hole, by_month, estimate_pace, find_holes, number_rows, open_gaps
from kaltimcrawl.storage import note_alias
from kaltimcrawl.storage.gaps import open_ledger
from kaltimcrawl.storage.tallies import Missing, PeriodTally, Tally, total
from kaltimcrawl.urls import url_key

HOME = "https://kabar.example"
NOW = datetime(2025, 6, 1, 0, 0, tzinfo=UTC)
STATES = ("due", "failed", "excluded", "gone", "no article")


def name(archive, url, state="due", status=None, kind="sitemap", **values):
    """A door names the address, and a visit has left it in that state."""
    door = archive.doors("kabar").door(f"{HOME}/{kind}.xml", kind)
    frontier = archive.frontier("kabar")
    frontier.admit([Candidate(url, door.url, **values)], NOW, door.id)
    if state != "due":
        frontier.note(url, state, status, NOW)


def hold(archive, desk, url, number=1, **changes):
    changes.setdefault("published", datetime(2025, 5, 12, 14, 30, tzinfo=desk.portal.timezone))
    desk.file(archive, desk.article(url=url, **changes), desk.capture(number, url))


def read(folder, **more):
    with open_ledger(folder) as ledger:
        return ledger.read("kabar", **more)


def periods(folder, **more):
    return {one.period: one.tally for one in read(folder, **more).periods}


def test_each_address_counts_on_its_day_by_what_came_of_it(archive, folder, desk):
    day = datetime(2025, 5, 12, 3, 0, tzinfo=UTC)
    for state in STATES:
        name(archive, f"{HOME}/{state.replace(' ', '-')}", state, 200, published=day)
    name(archive, f"{HOME}/a", "held", 200, published=day - timedelta(days=40))
    hold(archive, desk, f"{HOME}/a")
    tally = Tally(held=1, due=1, failed=1, excluded=1, gone=1, no_article=1)
    assert periods(folder) == {"2025-05-12": tally}
    assert (tally.known, tally.missing, tally.share) == (5, 4, 0.2)


def test_a_day_is_the_portal_s_own(archive, folder, desk):
    name(archive, f"{HOME}/a", published=datetime(2025, 5, 12, 15, 59, tzinfo=UTC))
    name(archive, f"{HOME}/b", published=datetime(2025, 5, 12, 16, 0, tzinfo=UTC))
    hold(archive, desk, f"{HOME}/c", published=datetime(2025, 5, 13, 23, 59, tzinfo=desk.portal.timezone))
    assert periods(folder) == {
        "2025-05-12": Tally(due=1),
        "2025-05-13": Tally(due=1, held=1),
    }


def test_what_no_door_dates_has_the_day_of_its_address_then_of_its_change_else_none(archive, folder):
    changed = datetime(2025, 5, 30, tzinfo=UTC)
    name(archive, f"{HOME}/2025/05/02/a", lastmod=changed)
    name(archive, f"{HOME}/2024/12/b", lastmod=changed)
    name(archive, f"{HOME}/c", lastmod=changed)
    name(archive, f"{HOME}/d")
    found = read(folder)
    assert [(one.period, one.tally.due) for one in found.periods] == [
        ("2024-12", 1), ("2025-05-02", 1), ("2025-05-30", 1), (None, 1),
    ]  # fmt: skip
    assert found.dated_by_change == 1


def test_an_article_of_several_addresses_counts_once(archive, folder, desk):
    name(archive, f"{HOME}/old", "held", 200)
    name(archive, f"{HOME}/new", "held", 200)
    hold(archive, desk, f"{HOME}/new")
    note_alias(archive, f"{HOME}/old", f"{HOME}/new", "redirect", NOW)
    found = read(folder)
    assert (found.tally, found.unnamed) == (Tally(held=1), 0)


def test_held_articles_that_no_door_named_are_known_too(archive, folder, desk):
    hold(archive, desk, f"{HOME}/a")
    found = read(folder)
    assert (found.tally, found.unnamed) == (Tally(held=1), 1)


def test_an_article_that_went_is_held_and_lost(archive, folder, desk):
    hold(archive, desk, f"{HOME}/a")
    name(archive, f"{HOME}/a", "gone", 404)
    archive.execute("update articles set gone = '2025-05-20T00:00:00Z'")
    assert read(folder).tally == Tally(held=1, lost=1)


def test_what_the_frontier_holds_and_the_archive_does_not_is_due(archive, folder, desk):
    name(archive, f"{HOME}/a", "held", 200)
    assert read(folder).tally == Tally(due=1)
    frontier = archive.frontier("kabar")
    assert frontier.retry_all(NOW) == 1
    assert [(one.url, one.visited) for one in frontier.due(9, NOW)] == [(f"{HOME}/a", None)]


def test_doors_are_counted_and_a_total_tells_of_what_was_not_named(archive, folder):
    for path in ("a", "b"):
        name(archive, f"{HOME}/{path}", kind="rest")
    name(archive, f"{HOME}/a", kind="feed")
    archive.execute("update doors set total = 5 where kind = 'rest'")
    found = read(folder)
    assert found.kinds == (("rest", 2), ("feed", 1))
    assert [(door.kind, door.named, door.total, door.unnamed) for door in found.doors] == [
        ("rest", 2, 5, 3),
        ("feed", 1, None, 0),
    ]


def test_missing_addresses_come_with_their_reason_the_newest_first(archive, folder):
    name(archive, f"{HOME}/2025/05/03/a", "failed", 500)
    archive.add_error(None, "kabar", f"{HOME}/2025/05/03/a", "http", "an older one", NOW)
    archive.add_error(None, "kabar", f"{HOME}/2025/05/03/a", "http", "answered\n500", NOW)
    name(archive, f"{HOME}/2025/05/02/b", "gone", 410)
    name(archive, f"{HOME}/2025/05/01/c", "excluded")
    name(archive, f"{HOME}/d")
    name(archive, f"{HOME}/e", "no article", 200)
    with open_ledger(folder) as ledger:
        ledger.read("kabar")
        assert list(ledger.missing()) == [
            Missing(f"{HOME}/2025/05/03/a", "2025-05-03", "failed", "answered 500"),
            Missing(f"{HOME}/2025/05/02/b", "2025-05-02", "gone", "answered 410"),
            Missing(f"{HOME}/2025/05/01/c", "2025-05-01", "excluded", "robots.txt forbids it"),
            Missing(f"{HOME}/d", None, "due", "not fetched yet"),
        ]
        assert [one.state for one in ledger.missing("2025-05-01", "2025-05-02", 1)] == ["gone"]
        assert [one.url for one in ledger.missing(undated=True)] == [f"{HOME}/d"]


def test_links_of_held_articles_that_nothing_else_knows_are_named(archive, folder, desk):
    def anchor(path):
        return f'<p><a class="x" href="{HOME}{path}">x</a></p>'

    links = (
        "/2025/05/01/a",
        "/2025/05/01/a?utm_source=x",
        "/2025/05/02/b",
        "/2025/05/12/own/",
        "/tag/x",
        "/old",
    )
    html = "".join(map(anchor, links)) + '<a href="https://lain.example/2025/05/01/z">z</a>'
    hold(archive, desk, f"{HOME}/2025/05/12/own", html=html)
    note_alias(archive, f"{HOME}/old", f"{HOME}/2025/05/12/own", "redirect", NOW)
    name(archive, f"{HOME}/2025/05/02/b", "no article", 200)
    with open_ledger(folder) as ledger:
        found = ledger.read("kabar", lambda url: "/tag/" not in url)
        assert (found.tally.linked, found.tally.held) == (1, 1)
        own = f"{HOME}/2025/05/12/own"
        assert list(ledger.linked()) == [(f"{HOME}/2025/05/01/a", own)]
        assert list(ledger.missing()) == [
            Missing(f"{HOME}/2025/05/01/a", "2025-05-01", "linked", f"linked by {own}")
        ]
    assert read(folder).tally.linked == 0


def test_links_to_what_is_known_are_known_in_any_form_and_only_the_odd_ones_are_taken_apart(
    archive, folder, desk, monkeypatch
):
    host = HOME.partition("://")[2]
    plain = [f"{HOME}/2025/05/01/a", f"{HOME}/2025/05/01/a/", f"http://{host}/2025/05/02/b/"]
    odd = [f"{HOME}/2025/05/01/a/?utm_source=x&amp;m=1", f"{HOME}/2025/05/02/b#komentar"]
    unknown = [f"{HOME}/2025/05/03/c/", f"http://{host}/2025/05/03/c/?utm_medium=x", f"{HOME}/2025/05/03/c"]
    name(archive, f"{HOME}/2025/05/01/a")
    for number, links in enumerate((plain + odd, unknown, unknown), 10):
        html = "".join(f'<p><a href="{link}">x</a></p>' for link in links)
        hold(archive, desk, f"{HOME}/2025/05/{number}/sumber", html=html)
    note_alias(archive, f"{HOME}/2025/05/02/b", f"{HOME}/2025/05/10/sumber", "redirect", NOW)
    taken_apart = []
    monkeypatch.setattr(
        "kaltimcrawl.storage.gaps.url_key", lambda url: taken_apart.append(url) or url_key(url)
    )
    with open_ledger(folder) as ledger:
        ledger.read("kabar", lambda url: True)
        assert list(ledger.linked()) == [(f"{HOME}/2025/05/03/c/", f"{HOME}/2025/05/11/sumber")]
    assert len(taken_apart) == len(odd) + 2, "and one of each form of what is unknown"


def test_filling_gaps_makes_due_what_can_be_had_and_tells_its_time(archive, folder, desk):
    hold(archive, desk, f"{HOME}/a", html=f'<p><a href="{HOME}/2025/05/01/linked">x</a></p>')
    name(archive, f"{HOME}/due")
    for state in ("failed", "excluded", "gone", "no article"):
        name(archive, f"{HOME}/{state.replace(' ', '-')}", state, 500)
    opened = open_gaps(archive, folder, desk.portal, NOW)
    assert (opened.pages, opened.linked, opened.seconds_each) == (4, 1, 2.0)
    assert opened.time == timedelta(seconds=8)
    row = archive.row("select state, source from frontier where url like '%linked'")
    assert row == ("due", f"{HOME}/a")
    doors = archive.rows("select url, kind from doors where kind = 'link'")
    assert doors == [(f"{HOME}/#links", "link")]
    assert read(folder).tally == Tally(held=1, due=4, gone=1, no_article=1)
    tomorrow = open_gaps(archive, folder, desk.portal, NOW + timedelta(days=1), max_pages=3)
    assert (tomorrow.pages, tomorrow.linked) == (3, 0)
    assert read(folder).tally == Tally(held=1, due=5, no_article=1)


def test_a_portal_that_was_never_crawled_has_no_gaps_to_fill(archive, folder, desk):
    assert open_gaps(archive, folder, desk.portal, NOW).pages == 0
    assert archive.rows("select * from doors") == []


def test_the_pace_is_that_of_past_runs_and_never_below_the_delay(archive, folder, desk):
    def run(seconds, captures, **stats):
        number = archive.start_run("crawl", "kabar", NOW)
        archive.finish_run(
            number, "finished", NOW + timedelta(seconds=seconds), {"captures": captures}, stats
        )

    def pace():
        with open_ledger(folder) as ledger:
            ledger.read("kabar")
            return round(estimate_pace(ledger, desk.portal), 3)

    name(archive, f"{HOME}/a")
    assert pace() == 2.0
    run(9, 9)
    assert pace() == 2.0
    run(150, 100)
    run(900, 50)
    assert pace() == 1.5
    run(1, 20, **{"robotstxt/crawl_delay": 10.0})
    assert pace() == 10.0


def test_numbers_of_what_is_known_are_read(archive, folder, desk):
    for number in range(100, 130):
        if number != 115:
            name(archive, f"{HOME}/read/{number}/judul", "no article" if number % 2 else "due", 200)
    hold(archive, desk, f"{HOME}/read/130/judul")
    with open_ledger(folder) as ledger:
        ledger.read("kabar")
        [row] = number_rows(ledger)
    assert (row.known, row.missing, str(row.runs[0])) == (30, 1, "115")


def test_a_portal_that_is_unknown_is_told_with_those_that_are_known(archive, folder):
    with (
        open_ledger(folder) as ledger,
        pytest.raises(InputError, match="of 'lain' in this archive; it knows no portal"),
    ):
        ledger.read("lain")
    name(archive, f"{HOME}/a")
    with open_ledger(folder) as ledger, pytest.raises(InputError, match="it knows kabar"):
        ledger.read("lain")


def test_the_ledger_writes_nothing(archive, folder, desk):
    name(archive, f"{HOME}/a")
    hold(archive, desk, f"{HOME}/b")
    before = list(archive._database.conn.iterdump())
    read(folder, is_article=lambda url: True)
    assert list(archive._database.conn.iterdump()) == before


def test_a_file_that_is_no_archive_is_told_in_a_line(tmp_path):
    (tmp_path / "kaltim.db").write_text("x" * 4096)
    with pytest.raises(ArchiveError), open_ledger(tmp_path):
        pass


def day(number, held, missing):
    return PeriodTally((date(2025, 1, 1) + timedelta(days=number)).isoformat(), Tally(held=held, due=missing))


def test_days_that_are_mostly_missing_make_one_hole():
    found = find_holes([day(0, 5, 1), day(1, 0, 3), day(2, 2, 2), day(8, 0, 4), day(9, 9, 0), day(10, 0, 1)])
    assert found == [
        Hole("2025-01-02", "2025-01-09", Tally(held=2, due=9)),
        Hole("2025-01-11", "2025-01-11", Tally(due=1)),
        Hole("2025-01-01", "2025-01-01", Tally(held=5, due=1)),
    ]


def test_a_month_without_days_is_a_hole_and_the_undated_are_none():
    month = PeriodTally("2025-02", Tally(held=1, failed=2))
    assert find_holes([month, PeriodTally(None, Tally(due=9))]) == [Hole("2025-02", "2025-02", month.tally)]


@given(st.dictionaries(st.integers(0, 400), st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_holes_and_months_count_all_that_is_missing_once(days):
    periods = [day(number, *days[number]) for number in sorted(days)]
    whole = total(one.tally for one in periods)
    holes = find_holes(periods)
    assert sum(hole.tally.missing for hole in holes) == whole.missing
    assert total(by_month(periods).values()) == whole
    assert [hole.tally.missing for hole in holes] == sorted((h.tally.missing for h in holes), reverse=True)
    spans = sorted((hole.first, hole.last) for hole in holes)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
