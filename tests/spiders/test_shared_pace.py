"""What servers see of the pace: when requests arrive, across portals, redirects, refusals and runs.

Only least gaps are asserted, and that nothing overlaps: a slow machine makes no gap smaller.
"""

import re
import signal
import subprocess
import sys
import time
import zlib
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.spiders.conftest import ENVIRONMENT, wait_for_hits

PLAIN = {"Content_Type": "text/plain"}
ARTICLE = "/2025/06/02/berita-0/"


def gaps(hits: list[Any]) -> list[float]:
    """Seconds from the end of each exchange to the next arrival; negative where two overlap."""
    ordered = sorted(hits, key=lambda hit: hit.began)
    return [later.began - earlier.ended for earlier, later in pairwise(ordered)]


def gaps_after(hits: list[Any], path: str) -> list[float]:
    return [gap for hit, gap in zip(hits, gaps(hits), strict=False) if hit.path == path]


def test_three_portals_on_one_host_ask_it_one_at_a_time_at_the_slowest_ones_pace(
    site: Any, crawl: Any
) -> None:
    portals = []
    for number, delay in enumerate((0.1, 0.25, 0.0)):
        path = f"/2025/06/0{number + 1}/berita-{number}/"
        site.put_article(path, number, after_s=0.05)
        site.put_feed(f"/{number}/feed/", [path], after_s=0.05)
        doors = {"feeds": [f"{site.url}/{number}/feed/"]}
        home = f"http://127.0.0.{number + 2}/"  # no two portals of one home crawl at a time
        portals.append({"slug": f"uji-{number}", "home": home, "doors": doors, "delay": delay})
    outcome = crawl(*portals)
    assert [one["counts"]["new"] for one in outcome.results] == [1, 1, 1]
    assert len(site.hits) == 9
    assert min(gaps(site.hits)) >= 0.25
    feeds = [number for number, path in enumerate(site.paths()) if path.endswith("/feed/")]
    articles = [number for number, path in enumerate(site.paths()) if "berita" in path]
    assert max(feeds) < max(articles)
    assert min(articles) > 2  # all three robots.txt went before: the portals did crawl together


def test_two_ports_of_a_host_are_one_host(site_at: Any, crawl: Any) -> None:
    sites = [site_at("127.0.0.1"), site_at("127.0.0.1")]
    for site in sites:
        site.put_news(2, after_s=0.05)
    doors = {"feeds": [site.url + "/feed/" for site in sites]}
    portals = [
        {"slug": f"uji-{number}", "home": f"http://127.0.0.{number + 2}/", "doors": doors, "delay": 0.1}
        for number in range(2)
    ]
    crawl(*portals)
    hits = [hit for site in sites for hit in site.hits]
    assert {hit.port for hit in hits} == {int(site.url.rpartition(":")[2]) for site in sites}
    assert min(gaps(hits)) >= 0.1


def test_hosts_have_each_their_own_pace(site_at: Any, crawl: Any) -> None:
    sites = [site_at("127.0.0.1"), site_at("127.0.0.2")]
    for site in sites:
        site.put_news(4)
    crawl(*(site.portal(slug=f"uji-{number}", delay=0.3) for number, site in enumerate(sites)))
    assert all(min(gaps(site.hits)) >= 0.3 for site in sites)
    first, second = (site.hits for site in sites)
    assert first[0].began < second[-1].began
    assert second[0].began < first[-1].began


def test_crawl_delay_is_kept_over_redirects(site: Any, crawl: Any) -> None:
    site.put_news(2)
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 0.3\n", **PLAIN)
    site.put(ARTICLE, status=302, Location="/pindah/")
    site.put("/pindah/", status=301, Location="/baru/")
    site.put_article("/baru/", 0)
    outcome = crawl(site.portal(delay=0.05))
    assert outcome.results[0]["counts"]["new"] == 2
    assert [site.paths().count(path) for path in (ARTICLE, "/pindah/", "/baru/")] == [1, 1, 1]
    assert min(gaps(site.hits)) >= 0.3


def test_two_portals_that_lead_to_a_third_host_ask_it_one_at_a_time(site_at: Any, crawl: Any) -> None:
    third = site_at("127.0.0.1")
    third.put("/robots.txt", b"User-agent: *\nCrawl-delay: 0.25\n", **PLAIN)
    third.put_feed("/feed/", [])
    portals = []
    for number in range(2):
        own = site_at(f"127.0.0.{number + 2}")
        for path in own.put_news(2):
            there = f"/{number}{path}"
            own.put(path, status=302, Location=third.url + there)
            third.put_article(there, number, after_s=0.05)
        doors = {"feeds": [own.url + "/feed/", third.url + "/feed/"]}
        portals.append(own.portal(slug=f"uji-{number}", doors=doors, delay=0.1))
    outcome = crawl(*portals)
    assert sum(path.endswith("berita-0/") for path in third.paths()) == 2
    assert sum(path.endswith("berita-1/") for path in third.paths()) == 2
    assert min(gaps(third.hits)) >= 0.25
    assert [one["errors"] for one in outcome.results] == [0, 0]


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (429, {"Retry_After": "1"}),
        (503, {"Retry_After": "Wed, 25 Nov 2026 08:00:01 GMT", "Date": "Wed, 25 Nov 2026 08:00:00 GMT"}),
    ],
)
def test_retry_after_holds_for_the_whole_host(
    site: Any, crawl: Any, status: int, headers: dict[str, str]
) -> None:
    site.put_news(3)
    site.put_article(ARTICLE, 0, first=(status,), **headers)
    outcome = crawl(site.portal(delay=0.05))
    assert site.paths().count(ARTICLE) == 2
    assert gaps_after(site.hits, ARTICLE)[0] >= 1.0
    assert outcome.results[0]["counts"]["new"] == 3
    assert outcome.results[0]["errors"] == 0


def test_retry_after_is_obeyed_by_every_portal_of_the_host(site: Any, crawl: Any) -> None:
    paths = site.put_news(6)
    site.put_article(ARTICLE, 0, first=(429,), Retry_After="1")
    portals = []
    for number in range(2):
        feed = f"/{number}/feed/"
        site.put_feed(feed, paths[number * 3 : number * 3 + 3])
        home = f"http://127.0.0.{number + 2}/"
        doors = {"feeds": [site.url + feed]}
        portals.append({"slug": f"uji-{number}", "home": home, "doors": doors, "delay": 0.02})
    crawl(*portals)
    assert len(site.hits) == 11
    assert gaps_after(site.hits, ARTICLE)[0] >= 1.0


@pytest.mark.parametrize("status", [429, 502, 0])
def test_rests_grow_while_a_host_fails(site: Any, crawl: Any, status: int) -> None:
    site.put_news(1)
    site.put(ARTICLE, b"sibuk", status)
    outcome = crawl(site.portal(delay=0.15))
    assert site.paths() == ["/robots.txt", "/feed/", ARTICLE, ARTICLE, ARTICLE]
    first, second = gaps(site.hits)[2:]
    assert first >= 0.3
    assert second >= 0.6
    assert outcome.rows("select count(*) from crawl_errors") == [(1,)]


def test_a_host_that_fails_at_everything_is_asked_nothing_twice(site: Any, crawl: Any) -> None:
    paths = site.put_news(8)
    for path in paths:
        site.put(path, b"sibuk", 503)
    crawl(site.portal())
    assert sorted(site.paths().count(path) for path in paths) == [1, 1, 1, 1, 1, 1, 3, 3]


def test_a_host_that_asks_for_an_hour_is_left_alone_and_its_pages_stay_due(site: Any, crawl: Any) -> None:
    paths = site.put_news(10)
    site.put_feed("/feed/", paths[:5], after_s=0.1)
    site.put_feed("/lain/", paths[5:])
    site.put(ARTICLE, b"pergi", 429, Retry_After="3600")
    for path in paths[5:]:
        site.put_article(path, 5, after_s=0.2)
    beside = {"slug": "lain", "home": "http://127.0.0.2/", "doors": {"feeds": [site.url + "/lain/"]}}
    site.put_feed("/nanti/", ["/2025/06/02/nanti/"])
    third = site.portal(slug="nanti", doors={"feeds": [site.url + "/nanti/"]})
    outcome = crawl(site.portal(), beside, third)
    assert site.paths()[-1] == ARTICLE
    assert site.paths().count(ARTICLE) == 1
    assert [one["status"] for one in outcome.results] == ["failed"] * 3
    assert [one["errors"] for one in outcome.results] == [1] * 3
    assert outcome.rows("select count(*) from frontier where state = 'failed'") == [(0,)]
    messages = {message for (message,) in outcome.rows("select message from crawl_errors")}
    assert len(messages) == 1
    assert messages.pop().startswith("127.0.0.1 asks to be left alone until 20")
    assert outcome.rows(
        "select kind, captures.status from crawl_errors left join captures on captures.id = capture_id "
        "where capture_id is not null"
    ) == [("http", 429)]
    assert outcome.stderr == ""
    asked = len(site.hits)
    again = crawl(site.portal(), beside, command="update")
    assert len(site.hits) == asked
    assert [one["status"] for one in again.results] == ["resting"] * 2
    in_half_an_hour = datetime.now(UTC) + timedelta(minutes=30)
    assert all(
        datetime.fromisoformat(until) > in_half_an_hour
        for (until,) in again.rows("select rest_until from portals")
    )


def test_a_crawl_heeds_what_a_host_asked_an_earlier_run_for(site: Any, site_at: Any, crawl: Any) -> None:
    site.put_news(2)
    site.put("/feed/", b"pergi", 429, Retry_After="3600")
    crawl(site.portal())
    asked = len(site.hits)
    beside = site_at("127.0.0.2")
    beside.put_news(1)
    site.put_feed("/feed/", ["/2025/06/02/berita-0/"])
    other = beside.portal(slug="lain")
    same_host = site.portal(slug="tetangga")
    outcome = crawl(site.portal(), other, same_host)
    assert len(site.hits) == asked
    assert [one["status"] for one in outcome.results] == ["resting", "finished", "resting"]
    runs = (
        "select portal, status, json_extract(stats, '$.trouble') from crawl_runs where id > 1 order by portal"
    )
    (_, _, none), *resting = outcome.rows(runs)
    assert none is None
    assert [run[:2] for run in resting] == [("tetangga", "resting"), ("uji", "resting")]
    assert all(run[2].startswith("127.0.0.1 asks to be left alone until 20") for run in resting)
    assert outcome.rows("select count(*) from crawl_errors") == [(1,)], "of the first run"

    crawl(site.portal(), command="update", ask_all=True)
    assert len(site.hits) > asked
    asked = len(site.hits)
    assert crawl(site.portal()).results[0]["status"] == "finished"
    assert len(site.hits) > asked


def test_a_resting_host_is_told_in_a_line_with_exit_code_1(site: Any, crawl: Any) -> None:
    site.put("/feed/", b"pergi", 429, Retry_After="3600")
    declared = crawl.folder / "portals" / "uji.toml"
    declared.parent.mkdir()
    declared.write_text(
        f'name = "Kabar Uji"\nhome = "{site.url}/"\ndelay = 0\nallow_private = true\n'
        f'[discovery]\nfeeds = ["{site.url}/feed/"]\n'
    )
    crawl(site.portal())
    asked = len(site.hits)
    command = [sys.executable, "-m", "kaltimcrawl", "--archive", str(crawl.folder), "crawl", "uji"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env=ENVIRONMENT, check=False)
    assert re.fullmatch(
        r"uji \(resting\): 127\.0\.0\.1 asks to be left alone until 20\S+ \d\d:\d\d UTC\n", ended.stdout
    )
    assert ended.returncode == 1
    assert len(site.hits) == asked


def test_a_short_rest_that_a_signal_ended_is_waited_for_by_the_next_run(site: Any, crawl: Any) -> None:
    site.put_news(1)
    site.put("/feed/", b"sibuk", 503, Retry_After="6")
    process = crawl.start(site.portal())
    wait_for_hits(site, 2, process)
    wait_for_record(crawl.folder, b"503 ", process)
    process.send_signal(signal.SIGTERM)
    crawl.finish(process)
    site.put_feed("/feed/", ["/2025/06/02/berita-0/"])
    outcome = crawl(site.portal())
    assert outcome.results[0]["counts"]["new"] == 1
    assert site.hits[2].began - site.hits[1].ended >= 5.9


def test_a_robots_txt_that_answers_429_closes_the_host(site: Any, crawl: Any) -> None:
    site.put_news(1)
    site.put("/robots.txt", b"sibuk", 429)
    outcome = crawl(site.portal())
    assert site.paths() == ["/robots.txt"] * 3
    assert outcome.results[0]["status"] == "failed"


def wait_for_record(folder: Path, words: bytes, process: Any) -> None:
    """Until a WARC below `folder` has the words: what is written there has been taken note of."""
    until = time.monotonic() + 30
    while words not in b"".join(map(unpacked, folder.rglob("*.warc.gz*"))):
        assert time.monotonic() < until
        assert process.poll() is None
        time.sleep(0.02)


def unpacked(file: Path) -> bytes:
    """What the file's members hold, of the last as much as is written."""
    packed, pieces = file.read_bytes(), []
    while packed:
        member = zlib.decompressobj(wbits=31)
        pieces.append(member.decompress(packed))
        packed = member.unused_data
    return b"".join(pieces)


@pytest.mark.parametrize("path", ["/robots.txt", "/feed/", ARTICLE])
def test_a_signal_ends_a_rest(site: Any, crawl: Any, path: str) -> None:
    paths = site.put_news(3)
    site.put(path, b"sibuk", 503, Retry_After="800")
    process = crawl.start(site.portal())
    asked = ["/robots.txt", "/feed/", *paths].index(path) + 1
    wait_for_hits(site, asked, process)
    time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
    outcome = crawl.finish(process)  # which waits a minute, not 800 s
    assert outcome.code == 0
    assert outcome.results[0]["status"] == "stopped"
    assert len(site.hits) == asked
    assert outcome.stderr == ""


@pytest.mark.parametrize("is_killed", [False, True])
def test_a_run_right_after_another_keeps_the_delay(site: Any, crawl: Any, is_killed: bool) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /\n", **PLAIN)
    process = crawl.start(site.portal(delay=1.5))
    if is_killed:
        wait_for_hits(site, 1, process)
        process.kill()
        process.communicate()
    else:
        crawl.finish(process)
    crawl(site.portal(delay=1.5))
    assert site.paths() == ["/robots.txt"] * 2
    assert gaps(site.hits)[0] >= 1.5


def test_a_run_right_after_another_keeps_the_crawl_delay(site: Any, crawl: Any) -> None:
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 4\n", **PLAIN)
    site.put_feed("/feed/", [])
    crawl(site.portal())
    crawl(site.portal())
    assert site.paths() == ["/robots.txt", "/feed/"] * 2
    assert min(gaps(site.hits)) >= 4
