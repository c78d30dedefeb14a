"""WARC and WACZ files of any maker into the archive, by the same intake as a live crawl."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from kaltimcrawl.capture import Capture, Revisit, read_visits
from kaltimcrawl.errors import CaptureError
from kaltimcrawl.intake import Intake, Outcome, Reading, gather, is_page
from kaltimcrawl.originals import Originals
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


REVISITS, UNRESOLVED = "ingest/revisits", "ingest/unresolved"
"""Counts of revisits that were read as the page they repeat, and of those whose page wasn't found."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What came of a file."""

    counts: dict[str, int]
    """Counts of what it held: captures, new, revisions, unchanged, no_article, failed, errors."""
    damage: CaptureError | None
    """What ended the reading before the file's end; what stands before it is archived."""


def ingest_file(
    path: Path,
    archive: Archive,
    portals: Mapping[str, Portal],
    run_id: int | None,
    folders: Sequence[Path] = (),
) -> Ingested:
    """What came of a WARC or WACZ file.

    Files every article among the file's HTML pages that answered 200, under the portal of `portals` (slug to
    portal) whose host the page has, else under a portal derived from its host. A revisit is a sighting of the
    page it repeats, which is looked for in the file, in its folder, and in the `folders` of WARCs that were
    ingested or crawled before; where there are revisits, `REVISITS` and `UNRESOLVED` are counted too, and the
    first that isn't resolved is kept in crawl_errors. Raises `CaptureError` where nothing of the file can be
    read; damage further on is kept in crawl_errors and counted in errors.
    """
    counts = dict.fromkeys(("captures", *_COUNTERS.values(), "errors"), 0)
    intake = Intake(archive, run_id)
    pages = _Pages(path, Originals(archive, (path.parent, *folders)))
    gathered = gather(pages.read(), PortalsByHost(portals).portal_for, intake.profile)
    while batch := list(islice(gathered, BATCH_SIZE)):
        with archive.batch():
            for outcome in _file_batch(batch, archive, intake, counts, pages):
                counts[_COUNTERS[outcome.kind]] += 1
    if pages.damage and not counts["captures"]:
        raise pages.damage
    if pages.damage:
        counts["errors"] += 1
    if pages.resolved or pages.unresolved:
        counts |= {REVISITS: pages.resolved, UNRESOLVED: len(pages.unresolved)}
    for error in (pages.damage, *pages.unresolved[:1]):
        if error:
            archive.add_error(run_id, None, str(path), "capture", str(error), datetime.now(UTC))
    return Ingested(counts, pages.damage)


@dataclass(slots=True)
class _Pages:
    """The pages of a file, the revisited ones among them."""

    path: Path
    originals: Originals
    damage: CaptureError | None = None
    """What ended the reading before the file's end."""
    resolved: int = 0
    unresolved: list[CaptureError] = field(default_factory=list)
    _answers: dict[str, Capture] = field(default_factory=dict)

    def read(self) -> Iterator[tuple[Capture, bytes]]:
        """The pages up to the file's end or its damage; revisits that stand before their page come last."""
        early: list[Revisit] = []
        try:
            for visit in read_visits(self.path):
                if not isinstance(visit, Revisit):
                    if is_page(visit[0]):
                        self.originals.note(visit[0])
                        yield visit
                elif _may_be_page(visit.capture):
                    page = self._resolve(visit)
                    if isinstance(page, CaptureError):
                        early.append(visit)  # the parts of a WACZ are in no order
                    elif is_page(page[0]):
                        yield page
        except CaptureError as error:
            self.damage = error
        for revisit in early:
            page = self._resolve(revisit)
            if isinstance(page, CaptureError):
                self.unresolved.append(page)
            elif is_page(page[0]):
                yield page

    def _resolve(self, revisit: Revisit) -> tuple[Capture, bytes] | CaptureError:
        try:
            capture, body = self.originals.resolve(revisit)
        except CaptureError as error:
            return error
        self.resolved += is_page(capture)
        self._answers[capture.record_id] = replace(revisit.capture, refers_to=capture.refers_to)
        return capture, body

    def as_kept(self, captures: Sequence[Capture]) -> list[Capture]:
        """The captures as they were answered, a 304 as a 304; for the archive, which has them from now on."""
        self.originals.forget(captures)
        return [self._answers.pop(capture.record_id, capture) for capture in captures]


def _may_be_page(answer: Capture) -> bool:
    """Whether a revisit may be one of a page, as far as it tells itself."""
    return is_page(replace(answer, status=200) if answer.status == 304 else answer)


def _file_batch(
    batch: list[tuple[Portal, tuple[Reading, ...]]],
    archive: Archive,
    intake: Intake,
    counts: dict[str, int],
    pages: _Pages,
) -> Iterator[Outcome]:
    for portal in {portal.slug: portal for portal, _ in batch}.values():
        archive.add_portal(portal)
    for portal, readings in batch:
        captures = [reading.capture for reading in readings if reading.capture]
        archive.add_captures(pages.as_kept(captures), portal.slug, intake.run_id)
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
