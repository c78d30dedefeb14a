"""One portal's run: the archive, the WARC and the ledger of its spider, opened and closed together."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Literal

from kaltimcrawl import __version__
from kaltimcrawl.capture import WarcWriter
from kaltimcrawl.intake import Outcome
from kaltimcrawl.originals import Originals
from kaltimcrawl.portals import Portal
from kaltimcrawl.schedule import Revisits
from kaltimcrawl.spiders.ledger import Ledger
from kaltimcrawl.spiders.options import CrawlOptions, PortalResult, Watcher
from kaltimcrawl.storage import Archive, Due, RobotsBook, note_rest
from kaltimcrawl.urls import host_of

logger = logging.getLogger(__name__)

WARC_FOLDER = "warc"


class PortalCrawl:
    """The run of one portal in the archive `folder`, from its row in crawl_runs to its result.

    Each has its own connection and WARC, so that several run in one process. Whoever opens it holds the
    archive's lock, and calls `close`. `deadline` is the `time.monotonic` at which the run is over; None:
    when all is done. Raises `ArchiveError` and `CaptureError` where one can't be opened.
    """

    def __init__(
        self,
        portal: Portal,
        folder: Path,
        options: CrawlOptions,
        revisits: Revisits,
        watcher: Watcher | None = None,
        deadline: float | None = None,
    ) -> None:
        self.portal = portal
        self.options = options
        self.hosts = portal_hosts(portal)
        self._watcher = watcher
        self._deadline = deadline
        self.archive = Archive.open(folder)
        self.archive.add_portal(portal)
        self.run_id = self.archive.start_run(options.command, portal.slug, datetime.now(UTC))
        self.frontier = self.archive.frontier(portal.slug)
        self.robots = RobotsBook(self.archive)
        self.originals = Originals(self.archive, [folder / WARC_FOLDER])
        self.writer = WarcWriter(
            folder / WARC_FOLDER,
            program=f"kaltimcrawl/{__version__}",
            run=f"{portal.slug}-{self.run_id}",
        )
        for recovered in self.writer.recovered:
            logger.warning("%s", recovered)
        self.ledger = Ledger(self.archive, portal, self.run_id, revisits, self._show)
        self.trouble: str | None = None
        """Why the run counts as failed, where it does."""
        self.rest_until: datetime | None = None
        """Until when a host of the portal asked to be left alone, where it did; aware, UTC."""
        self.result: PortalResult | None = None
        salvaged = self.ledger.salvage(folder / WARC_FOLDER)
        if salvaged:
            logger.warning("%s: %d pages of a killed run filed from its WARC", portal.slug, salvaged)
        if options.retry_failed and not options.dry_run:
            self.frontier.retry_all(datetime.now(UTC))

    @property
    def is_over(self) -> bool:
        """Whether the run's time is up."""
        return self._deadline is not None and monotonic() >= self._deadline

    def due(self, limit: int, exclude: Collection[str] = ()) -> list[Due]:
        """At most `limit` addresses that the run has to visit: see `Frontier.due`."""
        options = self.options
        return self.frontier.due(
            limit,
            datetime.now(UTC),
            options.since,
            options.until,
            exclude,
            with_revisits=options.command == "update",
        )

    def _count_left(self) -> int:
        options = self.options
        return self.frontier.count_due(
            datetime.now(UTC), options.since, options.until, options.command == "update"
        )

    def _show(self, outcome: Outcome) -> None:
        if self._watcher is not None:
            self._watcher.on_page(self.portal.slug, outcome.url, outcome.kind)

    def close(self, is_stopped: bool, stats: Mapping[str, object]) -> PortalResult:
        """The result, after all has been stored and closed. A second call changes nothing."""
        if self.result is not None:
            return self.result
        status: Literal["finished", "failed", "stopped"] = "finished"
        if self.trouble is not None:
            status = "failed"
        elif is_stopped:
            status = "stopped"
        self.result = PortalResult(self.portal.slug, "failed", self.ledger.counts, self.ledger.errors)
        left = 0
        try:
            self.writer.close()
            self.ledger.flush()
            left = self._count_left()
            note_rest(self.archive, self.portal.slug, self.trouble, datetime.now(UTC), self.rest_until)
            self.archive.finish_run(
                self.run_id,
                status,
                datetime.now(UTC),
                self.ledger.counts,
                _plain_stats({**stats, "frontier/left": left}, self.trouble),
            )
        finally:
            self.archive.close()
        self.result = PortalResult(
            self.portal.slug, status, dict(self.ledger.counts), self.ledger.errors, left, self.trouble
        )
        return self.result


def note_resting(archive: Archive, portal: Portal, trouble: str) -> None:
    """Notes a crawl of the portal that asked nothing, and why: `trouble`, one line."""
    archive.add_portal(portal)
    now = datetime.now(UTC)
    run_id = archive.start_run("crawl", portal.slug, now)
    archive.finish_run(run_id, "resting", now, {}, {"trouble": trouble})


def portal_hosts(portal: Portal) -> tuple[str, ...]:
    """The hosts, each with its subdomains, that requests for the portal may go to: its own and its doors'."""
    doors = portal.doors
    urls = (
        portal.home,
        *doors.feeds,
        *doors.sitemaps,
        *doors.listings,
        *doors.archives,
        *filter(None, [doors.wordpress]),
    )
    return tuple(dict.fromkeys(host_of(url).removeprefix("www.") for url in urls))


def _plain_stats(stats: Mapping[str, object], trouble: str | None) -> dict[str, object]:
    """Scrapy's counters as JSON can hold them: numbers and text."""
    plain: dict[str, object] = {"trouble": trouble} if trouble else {}
    for name, value in stats.items():
        plain[name] = value if isinstance(value, int | float) else str(value)
    return plain
