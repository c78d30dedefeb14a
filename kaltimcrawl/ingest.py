"""WARC and WACZ files of any maker into the archive, by the same intake as a live crawl."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from kaltimcrawl.capture import Capture, read_captures
from kaltimcrawl.errors import CaptureError
from kaltimcrawl.intake import Intake, Outcome, Reading, gather, is_page
from kaltimcrawl.portals import Portal
from kaltimcrawl.storage import Archive
from kaltimcrawl.urls import host_of

BATCH_SIZE = 50
"""Articles a transaction."""

UNKNOWN_ZONE = ZoneInfo("Asia/Jakarta")
"""Zone of a portal that no file declares, where a page's time says none: most such captures are of national
portals, which write Western Indonesian Time. Declare the portal before the ingest to say otherwise."""

_COUNTERS: dict[str, str] = {
    "new": "new",
    "revision": "revisions",
    "unchanged": "unchanged",
    "no article": "no_article",
    "failed": "failed",
}


def ingest_file(
    path: Path, archive: Archive, portals: Mapping[str, Portal], run_id: int | None
) -> dict[str, int]:
    """Counts of what the file held: captures, new, revisions, unchanged, no_article, failed, errors.

    Files every article among the file's HTML pages that answered 200, under the portal of `portals` (slug to
    portal) whose host the page has, else under a portal derived from its host. Raises `CaptureError` where
    nothing of the file can be read; a file damaged further on gives what comes before the damage, which is
    kept in crawl_errors and counted in errors.
    """
    counts = dict.fromkeys(("captures", *_COUNTERS.values(), "errors"), 0)
    damage: list[CaptureError] = []
    intake = Intake(archive, run_id)
    gathered = gather(_pages(path, damage), PortalsByHost(portals).portal_for, intake.profile)
    while batch := list(islice(gathered, BATCH_SIZE)):
        with archive.batch():
            for outcome in _file_batch(batch, archive, intake, counts):
                counts[_COUNTERS[outcome.kind]] += 1
    if damage and not counts["captures"]:
        raise damage[0]
    for error in damage:
        archive.add_error(run_id, None, str(path), "capture", str(error), datetime.now(UTC))
        counts["errors"] += 1
    return counts


def _pages(path: Path, damage: list[CaptureError]) -> Iterator[tuple[Capture, bytes]]:
    """The file's pages up to its end or its damage, which is put into `damage`."""
    try:
        yield from (page for page in read_captures(path) if is_page(page[0]))
    except CaptureError as error:
        damage.append(error)


def _file_batch(
    batch: list[tuple[Portal, tuple[Reading, ...]]], archive: Archive, intake: Intake, counts: dict[str, int]
) -> Iterator[Outcome]:
    for portal in {portal.slug: portal for portal, _ in batch}.values():
        archive.add_portal(portal)
    for portal, readings in batch:
        captures = [reading.capture for reading in readings if reading.capture]
        archive.add_captures(captures, portal.slug, intake.run_id)
        counts["captures"] += len(captures)
        yield intake.take(portal, readings)


class PortalsByHost:
    """Finds the portal a page belongs to by its host."""

    def __init__(self, portals: Mapping[str, Portal]) -> None:
        self._taken = set(portals)
        self._declared = {_plain_host(portal.home): portal for portal in portals.values()}
        self._derived: dict[str, Portal] = {}

    def portal_for(self, url: str) -> Portal | None:
        """The portal of the longest host that is the page's or its parent; else one derived from the host.

        None only for an address without a host.
        """
        host = _plain_host(url)
        if not host:
            return None
        labels = host.split(".")
        for start in range(len(labels)):
            declared = self._declared.get(".".join(labels[start:]))
            if declared:
                return declared
        if host not in self._derived:
            self._derived[host] = self._derive(host)
        return self._derived[host]

    def _derive(self, host: str) -> Portal:
        slug = re.sub(r"[^a-z0-9]+", "-", host).strip("-") or "host"
        while slug in self._taken:  # no host writes into a portal that it only resembles
            slug += "-host"
        self._taken.add(slug)
        return Portal(slug=slug, name=host, home=f"https://{host}/", region="", timezone=UNKNOWN_ZONE)


def _plain_host(url: str) -> str:
    return re.sub(r"^(?:www|m|amp)\.(?=[^.]+\.)", "", host_of(url))
