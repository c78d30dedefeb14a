"""A crawl that is stopped, killed or hindered: what is kept, and how the next run goes on."""

import json
import signal
from typing import Any

from tests.spiders.conftest import wait_for_hits


def test_a_signal_stops_the_crawl_and_the_run_says_so(site: Any, crawl: Any) -> None:
    site.put_news(40)
    process = crawl.start(site.portal(delay=0.1))
    wait_for_hits(site, 12, process)
    process.send_signal(signal.SIGTERM)
    outcome = crawl.finish(process)
    assert outcome.code == 0, outcome.stderr
    assert outcome.results[0]["status"] == "stopped"
    assert outcome.rows("select status, finished is not null from crawl_runs") == [("stopped", 1)]
    held = outcome.rows("select count(*) from articles")[0][0]
    assert held == outcome.results[0]["counts"]["new"] >= 9
    asked = len(site.hits)
    crawl(site.portal())
    assert len(site.hits) - asked == 2 + 40 - held
    assert crawl.rows("select count(*) from articles") == [(40,)]


def test_a_signal_stops_all_portals(site: Any, crawl: Any) -> None:
    site.put_news(40)
    others = [f"/2025/07/02/lain-{number}/" for number in range(40)]
    for number, path in enumerate(others):
        site.put_article(path, number)
    site.put_feed("/lain/", others)
    other = site.portal(slug="lain", delay=0.1, doors={"feeds": [site.url + "/lain/"]})
    process = crawl.start(site.portal(delay=0.1), other)
    wait_for_hits(site, 8, process)
    process.send_signal(signal.SIGINT)
    outcome = crawl.finish(process)
    assert [(one["portal"], one["status"]) for one in outcome.results] == [
        ("uji", "stopped"),
        ("lain", "stopped"),
    ]
    assert sorted(outcome.rows("select portal, status from crawl_runs")) == [
        ("lain", "stopped"),
        ("uji", "stopped"),
    ]


def test_after_kill_9_nothing_that_was_filed_is_fetched_again(site: Any, crawl: Any) -> None:
    paths = site.put_news(60)
    process = crawl.start(site.portal(delay=0.08))
    wait_for_hits(site, 42, process)
    process.kill()
    process.communicate()
    held = {url for (url,) in crawl.rows("select url from articles")}
    assert len(held) >= 5
    assert crawl.rows("select status, finished from crawl_runs") == [("running", None)]
    asked = len(site.hits)
    fetched = {site.url + path for path in site.paths()[2:asked]}
    outcome = crawl(site.portal())
    again = [site.url + path for path in site.paths()[asked:]]
    assert again[:2] == [site.url + "/robots.txt", site.url + "/feed/"]
    assert held.isdisjoint(again)
    assert len(fetched & set(again)) <= 1, "only the page in flight is fetched once more"
    assert {site.url + path for path in paths} - fetched <= set(again)
    assert crawl.rows("select status from crawl_runs order by id") == [("killed",), ("finished",)]
    assert outcome.rows("select count(*) from articles") == [(60,)]
    assert outcome.rows("select count(*) from article_revisions") == [(60,)]


def test_after_kill_9_a_page_that_was_reached_by_redirects_is_not_fetched_again(
    site: Any, crawl: Any
) -> None:
    paths = site.put_news(40)
    for number, path in enumerate(paths):
        own = f"/warta/{number}/parit-dibersihkan/"
        site.put(path, status=301, Location=f"/pindah/{number}/")
        site.put(f"/pindah/{number}/", status=302, Location=own)
        site.put_article(own, number)
    process = crawl.start(site.portal(delay=0.05))
    wait_for_hits(site, 2 + 3 * 9, process)
    process.kill()
    process.communicate()
    asked = len(site.hits)
    fetched = {path for path in site.paths()[2:asked] if path.startswith("/warta/")}
    filed = crawl.rows("select count(*) from articles")[0][0]
    assert filed + 5 < len(fetched), "most are in the WARC alone"
    crawl(site.portal())
    again = site.paths()[asked:]
    assert len(fetched & set(again)) <= 1, "only the page in flight is fetched once more"
    numbers = {path.split("/")[2] for path in fetched - set(again)}
    assert not {f"/2025/06/02/berita-{number}/" for number in numbers} & set(again)
    assert crawl.rows("select count(*), sum(revisions) from articles") == [(40, 40)]
    reasons = "select reason, count(*) from aliases group by reason"
    assert crawl.rows(reasons) == [("redirect", 40)]
    assert crawl.rows("select count(*) from frontier where state = 'held'") == [(40,)]


def test_a_dead_portal_does_not_end_the_others(site: Any, crawl: Any) -> None:
    site.put_news(2)
    dead = {"slug": "mati", "home": "http://127.0.0.2:9/", "doors": {"feeds": ["http://127.0.0.2:9/feed/"]}}
    outcome = crawl(dead, site.portal())
    assert [(one["portal"], one["status"], one["errors"]) for one in outcome.results] == [
        ("mati", "failed", 1),
        ("uji", "finished", 0),
    ]
    assert outcome.rows("select portal, kind, message from crawl_errors") == [
        (
            "mati",
            "network",
            "http://127.0.0.2:9/robots.txt can't be read (the host refused the connection), "
            "which closes the host: RFC 9309, 2.3.1.4",
        )
    ]
    assert outcome.stderr == ""


def test_two_runs_cannot_have_one_archive(site: Any, crawl: Any) -> None:
    site.put_news(30)
    process = crawl.start(site.portal(delay=0.1))
    wait_for_hits(site, 3, process)
    second = crawl(site.portal())
    assert second.code == 75
    assert second.stderr.startswith("kaltimcrawl: ")
    assert second.stderr.count("\n") == 1
    process.send_signal(signal.SIGTERM)
    assert crawl.finish(process).code == 0


def test_what_a_run_counted_stands_in_crawl_runs(site: Any, crawl: Any) -> None:
    paths = site.put_news(3)
    site.put(paths[1], b"hilang", 404)
    crawl(site.portal())
    [(command, portal, status, captures, new, failed, stats)] = crawl.rows(
        "select command, portal, status, captures, new, failed, stats from crawl_runs"
    )
    assert (command, portal, status, captures, new, failed) == ("crawl", "uji", "finished", 5, 2, 1)
    assert json.loads(stats)["downloader/response_count"] == 5
