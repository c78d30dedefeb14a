"""What a killed run had fetched and not filed: taken out of its WARC, so that nothing is fetched again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from kaltimcrawl.capture import Capture, read_captures
from kaltimcrawl.errors import CaptureError
from kaltimcrawl.intake import Intake, Reading, gather
from kaltimcrawl.portals import Portal
from kaltimcrawl.spiders.visits import Visit, VisitStore
from kaltimcrawl.storage import Archive
from kaltimcrawl.urls import absolute_url, url_key

logger = logging.getLogger(__name__)

BATCH_SIZE = 50
"""Articles a transaction."""


def salvage_runs(
    archive: Archive, folder: Path, portal: Portal, intake: Intake, store: VisitStore, own_run: int
) -> int:
    """The number of pages filed that earlier runs of the portal, killed, had fetched and not filed.

    `folder` holds the WARCs, which are whole by now; `own_run` is the run that goes on. A page is salvaged
    where a door named its address, or one that redirected there. The archive's lock must be held: so a run
    that is `running` is dead. Raises `ArchiveError` where the archive can't be written.
    """
    salvaged = 0
    for run_id in archive.unfinished_runs(portal.slug):
        if run_id == own_run:
            continue
        redirects = _Redirects()
        for path in sorted(folder.glob(f"*-{portal.slug}-{run_id}-*.warc.gz")):
            salvaged += _salvage_file(archive, path, portal, intake, store, run_id, redirects)
        archive.update("crawl_runs", run_id, {"status": "killed"})
    return salvaged


def _salvage_file(
    archive: Archive,
    path: Path,
    portal: Portal,
    intake: Intake,
    store: VisitStore,
    run_id: int,
    redirects: _Redirects,
) -> int:
    salvaged = 0
    frontier = archive.frontier(portal.slug)
    unknown = _unknown(archive, path, portal, run_id, redirects)
    gathered = gather(unknown, lambda url: portal, intake.profile)
    while batch := list(islice(_whole(gathered, path), BATCH_SIZE)):
        with archive.batch():
            for _, readings in batch:
                first = readings[0].capture
                if first is None:
                    continue
                asked = next(filter(None, map(frontier.find, redirects.asked(first))), None)
                if asked is None:
                    continue
                store.store(Visit(asked, first.url, first.status, readings), datetime.now(UTC))
                salvaged += 1
    return salvaged


class _Redirects:
    """The redirects of one run, as its captures show them in order."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._chains: dict[str, tuple[str, ...]] = {}

    def note(self, capture: Capture) -> None:
        """Takes a capture: a redirect, or the page that redirects may have led to."""
        to = _target(capture)
        if to is None:
            chain = self._chain(capture.url)
            if len(chain) > 1:
                self._chains[capture.record_id] = chain
        elif url_key(to) != url_key(capture.url):  # from http to https and the like leads to no other article
            self._sources[url_key(to)] = capture.url

    def _chain(self, url: str) -> tuple[str, ...]:
        chain = [url]
        while (source := self._sources.get(url_key(chain[0]))) is not None and source not in chain:
            chain.insert(0, source)
        return tuple(chain)

    def asked(self, capture: Capture) -> tuple[str, ...]:
        """The addresses that led to the page, the one asked first at the front; its own comes last."""
        return self._chains.get(capture.record_id, (capture.url,))


def _target(capture: Capture) -> str | None:
    """Where a capture redirects to; None for one that is no redirect."""
    if not 300 <= capture.status < 400:
        return None
    to = next((value for name, value in capture.headers if name.lower() == "location"), None)
    return absolute_url(to, capture.url) if to is not None else None


def _whole(
    gathered: Iterator[tuple[Portal, tuple[Reading, ...]]], path: Path
) -> Iterator[tuple[Portal, tuple[Reading, ...]]]:
    """What `gather` gives, up to a damage of the file."""
    try:
        yield from gathered
    except CaptureError as error:
        logger.warning("%s: not all of a killed run could be salvaged: %s", path.name, error)


def _unknown(
    archive: Archive, path: Path, portal: Portal, run_id: int, redirects: _Redirects
) -> Iterator[tuple[Capture, bytes]]:
    """The captures of the file that the archive doesn't know, each made known before it is given.

    Redirects are noted of all: the archive may know of one, and not of the page it led to.
    """
    for capture, body in read_captures(path):
        redirects.note(capture)
        if not archive.knows_capture(capture.record_id):
            archive.add_captures([capture], portal.slug, run_id)
            yield capture, body
