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

logger = logging.getLogger(__name__)

BATCH_SIZE = 50
"""Articles a transaction."""


def salvage_runs(
    archive: Archive, folder: Path, portal: Portal, intake: Intake, store: VisitStore, own_run: int
) -> int:
    """The number of pages filed that earlier runs of the portal, killed, had fetched and not filed.

    `folder` holds the WARCs, which are whole by now; `own_run` is the run that goes on. A page is salvaged
    where a door named its address. The archive's lock must be held: so a run that is `running` is dead.
    Raises `ArchiveError` where the archive can't be written.
    """
    salvaged = 0
    for run_id in archive.unfinished_runs(portal.slug):
        if run_id == own_run:
            continue
        for path in sorted(folder.glob(f"*-{portal.slug}-{run_id}-*.warc.gz")):
            salvaged += _salvage_file(archive, path, portal, intake, store, run_id)
        archive.update("crawl_runs", run_id, {"status": "killed"})
    return salvaged


def _salvage_file(
    archive: Archive, path: Path, portal: Portal, intake: Intake, store: VisitStore, run_id: int
) -> int:
    salvaged = 0
    frontier = archive.frontier(portal.slug)
    gathered = gather(_unknown(archive, path, portal, run_id), lambda url: portal, intake.profile)
    while batch := list(islice(_whole(gathered, path), BATCH_SIZE)):
        with archive.batch():
            for _, readings in batch:
                first = readings[0].capture
                due = frontier.find(first.url) if first is not None else None
                if first is None or due is None:
                    continue
                store.store(Visit(due, first.url, first.status, readings), datetime.now(UTC))
                salvaged += 1
    return salvaged


def _whole(
    gathered: Iterator[tuple[Portal, tuple[Reading, ...]]], path: Path
) -> Iterator[tuple[Portal, tuple[Reading, ...]]]:
    """What `gather` gives, up to a damage of the file."""
    try:
        yield from gathered
    except CaptureError as error:
        logger.warning("%s: not all of a killed run could be salvaged: %s", path.name, error)


def _unknown(archive: Archive, path: Path, portal: Portal, run_id: int) -> Iterator[tuple[Capture, bytes]]:
    """The captures of the file that the archive doesn't know, each made known before it is given."""
    for capture, body in read_captures(path):
        if not archive.knows_capture(capture.record_id):
            archive.add_captures([capture], portal.slug, run_id)
            yield capture, body
