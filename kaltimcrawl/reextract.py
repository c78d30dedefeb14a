"""The articles of an archive read anew from their captures: by today's rules and all that a portal taught."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from kaltimcrawl.errors import CaptureError
from kaltimcrawl.extraction import MOST_ARTICLES, PageFigures, PortalProfile, rank_of
from kaltimcrawl.intake import Intake, Reading, read_page
from kaltimcrawl.originals import Originals
from kaltimcrawl.portals import Portal
from kaltimcrawl.storage import Archive, HeldArticle, HeldPortal
from kaltimcrawl.urls import url_key

BATCH_SIZE = 50
"""Articles a transaction: a kill costs at most so many, which the next run reads again."""

RereadKind = Literal["unchanged", "longer", "shorter", "fields", "no article", "moved", "unreadable"]


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of reading one article anew."""

    kind: RereadKind
    """`unchanged`; `longer` or `shorter` text; `fields`: other fields, or a text of the same length.

    The rest are kept as they are: `no article` any more, `moved` (the page gives another address now),
    `unreadable`.
    """
    url: str
    title: str
    grown: int = 0
    """Characters by which the text is longer."""
    trouble: str = ""
    """Of an unreadable one: what kept its capture from being read."""


def portal_of(held: HeldPortal) -> Portal:
    """The portal of an archive that no file declares any more, or none ever did."""
    zone = ZoneInfo(held.timezone)
    return Portal(slug=held.slug, name=held.name, home=held.home, region=held.region, timezone=zone)


def reextract_portal(
    archive: Archive,
    portal: Portal,
    folders: Sequence[Path],
    run_id: int | None,
    *,
    limit: int | None = None,
    dry_run: bool = False,
) -> Iterator[Reread]:
    """Reads the portal's articles anew, in the order they were first filed, and files what comes out.

    First learns the portal's profile from its sample of articles as they read today, then reads each sighting
    of each article by it. `folders` hold the WARCs; the first that has a capture serves. `limit` is the most
    articles read. With `dry_run` all is done but kept: each transaction is undone. A sighting keeps its time
    and its captures, so that a better reading makes no revision. Raises `ArchiveError` where the archive
    can't be written.
    """
    keys = archive.held_keys(portal.slug)
    originals = Originals(archive, folders)
    profile = _learn(archive, portal, keys, originals)
    if not dry_run:
        archive.replace_profile(portal.slug, profile)
    rows = sorted(row for _, row in keys)[:limit]
    intake = Intake(archive, run_id)
    for batch in _batches(rows):
        read = [_read(held, portal, profile, originals) for held in archive.held_articles(batch)]
        yield from _file(archive, portal, intake, read, dry_run)


def _batches(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    return (rows[start : start + BATCH_SIZE] for start in range(0, len(rows), BATCH_SIZE))


def _learn(
    archive: Archive, portal: Portal, keys: Sequence[tuple[str, int]], originals: Originals
) -> PortalProfile:
    """The profile of the sample as its newest captures read today; those that are gone, as they read once."""
    pages = {page.key: page for page in archive.profile(portal.slug).pages}
    sample = nsmallest(MOST_ARTICLES, keys, key=lambda item: (rank_of(item[0]), item[0]))
    for batch in _batches([row for _, row in sample]):
        for held in archive.held_articles(batch):
            figures = _measure(held, portal, originals)
            if figures is not None:
                pages[held.url_key] = replace(figures, key=held.url_key)
    return PortalProfile.of(pages.values())


def _measure(held: HeldArticle, portal: Portal, originals: Originals) -> PageFigures | None:
    try:
        capture, body = originals.read(held.sightings[-1][0])
    except CaptureError:  # told when its turn comes to be read
        return None
    return read_page(capture, body, portal).figures


@dataclass(frozen=True, slots=True)
class _ReadAnew:
    """An article and its sightings as they read now, to be filed; or why it is kept as it is."""

    held: HeldArticle
    sightings: tuple[tuple[Reading, ...], ...]
    kept: Reread | None


def _read(held: HeldArticle, portal: Portal, profile: PortalProfile, originals: Originals) -> _ReadAnew:
    """All sightings or none: an old one left to old rules would look like a revision."""
    sightings = []
    try:
        for pages in held.sightings:
            captures = [originals.read(page) for page in pages]
            readings = [read_page(capture, body, portal, profile) for capture, body in captures]
            sightings.append(tuple(readings))
    except CaptureError as error:
        return _ReadAnew(held, (), Reread("unreadable", held.url, held.title, trouble=str(error)))
    first = sightings[-1][0].article
    if first is None:
        return _ReadAnew(held, (), Reread("no article", held.url, held.title))
    if url_key(first.canonical_url or first.url or "") != held.url_key:
        return _ReadAnew(held, (), Reread("moved", held.url, held.title))
    return _ReadAnew(held, tuple(sightings), None)


def _file(
    archive: Archive, portal: Portal, intake: Intake, read: Sequence[_ReadAnew], dry_run: bool
) -> list[Reread]:
    """What came of a batch of articles, filed in one transaction."""
    with archive.trial() if dry_run else archive.batch():
        return [one.kept or _file_one(archive, portal, intake, one) for one in read]


def _file_one(archive: Archive, portal: Portal, intake: Intake, one: _ReadAnew) -> Reread:
    held = one.held
    before = archive.read_content(held.id)
    for readings in one.sightings:
        article = readings[0].article
        if article is not None and url_key(article.canonical_url or article.url or "") == held.url_key:
            intake.take(portal, readings)
    after = archive.read_content(held.id)
    grown = len(after.text) - len(before.text)
    kind: RereadKind = "unchanged"
    if grown:
        kind = "longer" if grown > 0 else "shorter"
    elif before != after:
        kind = "fields"
    return Reread(kind, held.url, held.title, grown)
