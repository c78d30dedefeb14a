"""Discovery and update: a large sitemap, forty quiet portals, and a day of hourly updates of a busy one."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from lxml import etree

from bench.children import crawling, finish
from bench.portals_site import News, PortalsSite, portals_site, serve_sitemap
from bench.report import BenchError, Limit, Section

MOST_MB = 150
MOST_REQUESTS = 1.5
_HOUR = timedelta(hours=1)
_TIMES = {
    "doors": ("asked", "changed"),
    "frontier": ("lastmod", "published", "first_seen", "visited", "next_visit"),
    "validators": ("captured",),
    "robots": ("fetched",),
    "captures": ("captured",),
    "articles": ("first_seen", "last_seen"),
}
"""Tables and columns of times by which an archive is made older."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    urls: int
    portals: int
    hours: int


FULL, QUICK = Size(50_000, 40, 24), Size(500, 3, 3)


def measure(size: Size) -> Section:
    """All three. Raises BenchError where a run fails."""
    rows: list[tuple[str, ...]] = []
    sitemap, floor = _read_sitemap(size.urls)
    rate = size.urls / sitemap["seconds"]
    rows.append(
        (
            f"a sitemap of {size.urls:,} URLs into the frontier",
            "2",
            "–",
            f"{sitemap['seconds']:.2f}",
            f"{rate:,.0f} URLs/s, {sitemap['peak_mb']:.0f} MB",
        )
    )
    rows.append(
        (
            "the same parsed by a bare lxml iterparse",
            "–",
            "–",
            f"{floor:.2f}",
            f"{size.urls / floor:,.0f} URLs/s",
        )
    )
    quiet = _update_quiet(size.portals)
    rows.append(
        (
            f"an update of {size.portals} portals with nothing new",
            str(quiet.requests),
            f"{quiet.bytes_sent:,}",
            f"{quiet.seconds:.2f}",
            quiet.kinds,
        )
    )
    day = _update_hourly(size.hours)
    fewest = 2 * size.hours
    allowed = MOST_REQUESTS * fewest + day.revisits
    rows.append(
        (
            f"{size.hours} hourly updates, an article new in each",
            str(day.requests),
            f"{day.bytes_sent:,}",
            f"{day.seconds:.1f}",
            f"{day.kinds}; {day.revisits} re-visits are asked for",
        )
    )
    limits = (
        Limit("discovery, memory with a large sitemap", sitemap["peak_mb"], MOST_MB, "MB"),
        Limit(
            "hourly update, requests a day",
            day.requests,
            allowed,
            f"requests ({MOST_REQUESTS:g} times the fewest, {fewest}, and the re-visits)",
        ),
    )
    notes = (
        "Answered at once, no delay; seconds with the start of reactor and archive. Bytes are of bodies."
        " Requests are by kind as the server counted them. Between two hourly updates the archive is made an"
        " hour older.",
    )
    columns = ("discovery and update", "requests", "bytes", "seconds", "of which")
    return Section("Discovery and update", columns, tuple(rows), notes, limits)


def _read_sitemap(urls: int) -> tuple[dict[str, Any], float]:
    """What the run told, and the seconds of a bare parse."""
    home, body, stop = serve_sitemap(lambda home: _sitemap(home, urls))
    try:
        with tempfile.TemporaryDirectory(prefix="kaltimcrawl-bench-") as folder:
            portals = [{"home": home, "sitemaps": [f"{home}sitemap.xml"]}]
            told = _run(folder, "crawl", portals, dry_run=True)
    finally:
        stop()
    if told["counts"]["left"] != urls:
        raise BenchError(f"{told['counts']['left']} of {urls} URLs came into the frontier")
    began = perf_counter()
    parser = etree.XMLPullParser(events=("end",))
    for start in range(0, len(body), 65_536):
        parser.feed(body[start : start + 65_536])
        for _, element in parser.read_events():
            if isinstance(element, etree._Element):
                element.clear()
    return told, perf_counter() - began


def _sitemap(home: str, urls: int) -> bytes:
    entries = "".join(
        f"<url><loc>{home}2025/05/12/berita-panjang-nomor-{number}-dari-samarinda/</loc>"
        f"<lastmod>2025-05-{number % 28 + 1:02}T08:00:00+08:00</lastmod></url>\n"
        for number in range(urls)
    )
    head = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}{entries}</urlset>".encode()


@dataclass(frozen=True, slots=True)
class Asked:
    """What updates asked of the server."""

    requests: int
    bytes_sent: int
    seconds: float
    kinds: str
    revisits: int = 0


def _update_quiet(portals: int) -> Asked:
    with portals_site() as site, tempfile.TemporaryDirectory(prefix="kaltimcrawl-bench-") as folder:
        order = [_portal(site, number) for number in range(portals)]
        now = datetime.now(UTC).replace(microsecond=0)
        for number in range(portals):
            times = [now - timedelta(days=3, hours=12 * back) for back in range(10, 0, -1)]
            site.news[f"127.0.0.{number + 1}"] = News(times)
        first = _run(folder, "crawl", order)
        if first["counts"]["new"] != 10 * portals:
            raise BenchError(f"{first['counts']['new']} of {10 * portals} articles came in")
        with _connection(folder) as archive:  # none of the articles' own visits, and every feed due
            archive.execute("update frontier set next_visit = null")
            archive.execute("update doors set asked = '2020-01-01T00:00:00Z'")
        return _asked(site, [lambda: _run(folder, "update", order)])


def _update_hourly(hours: int) -> Asked:
    with portals_site() as site, tempfile.TemporaryDirectory(prefix="kaltimcrawl-bench-") as folder:
        order = [_portal(site, 0)]
        now = datetime.now(UTC).replace(microsecond=0)
        # Two weeks of an article an hour, older than any re-visit but the yearly one.
        news = site.news["127.0.0.1"] = News([now - (13 * 24 - back) * _HOUR for back in range(0, 13 * 24)])
        _run(folder, "crawl", order)
        with _connection(folder) as archive:
            archive.execute("update frontier set next_visit = null")
        revisits = 0

        def hour() -> dict[str, Any]:
            nonlocal revisits
            _age(folder, _HOUR)
            news.times = [one - _HOUR for one in news.times]
            news.times.append(datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5))
            with _connection(folder) as archive:
                stamp = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
                (due,) = archive.execute(
                    "select count(*) from frontier where state = 'held' and next_visit <= ?", (stamp,)
                ).fetchone()
            revisits += due
            return _run(folder, "update", order)

        asked = _asked(site, [hour] * hours)
        return Asked(asked.requests, asked.bytes_sent, asked.seconds, asked.kinds, revisits)


def _asked(site: PortalsSite, runs: Sequence[Any]) -> Asked:
    """What the server was asked while the runs went on, one after the other."""
    site.counts.requests.clear()
    site.counts.bytes_sent = 0
    seconds = 0.0
    for run in runs:
        told = run()
        seconds += told["seconds"]
        if set(told["statuses"]) != {"finished"}:
            raise BenchError(f"an update ended {told['statuses']}")
    kinds = ", ".join(f"{count} {kind}" for kind, count in site.counts.requests.most_common())
    return Asked(site.counts.requests.total(), site.counts.bytes_sent, seconds, kinds)


def _portal(site: PortalsSite, number: int) -> dict[str, Any]:
    home = site.home(number)
    return {"home": home, "feeds": [f"{home}feed/"]}


def _run(folder: str, command: str, portals: Sequence[Mapping[str, Any]], **options: bool) -> dict[str, Any]:
    order = json.dumps({"folder": folder, "command": command, "portals": portals, **options})
    with crawling("bench.update_child", order) as process:
        return finish(process)


def _age(folder: str, age: timedelta) -> None:
    """Makes all that the archive remembers of times older."""
    with _connection(folder) as archive:
        for table, columns in _TIMES.items():
            older = ", ".join(
                f"{one} = strftime('%Y-%m-%dT%H:%M:%SZ', {one}, '-{int(age.total_seconds())} seconds')"
                for one in columns
            )
            archive.execute(f"update {table} set {older}")  # noqa: S608 - our own names


def _connection(folder: str) -> Any:
    connection = sqlite3.connect(Path(folder) / "kaltim.db", isolation_level=None)
    return closing(connection)
