"""The sample that a portal's profile is learned from, kept in the archive."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

from kaltimcrawl.extraction.figures import PageFigures
from kaltimcrawl.extraction.profile import PortalProfile, rank_of

if TYPE_CHECKING:
    from kaltimcrawl.extraction import Learned
    from kaltimcrawl.storage.archive import Archive

_LINE_BYTES = 10


def load_profile(archive: Archive, portal: str) -> PortalProfile:
    """The profile of the portal with that slug; one that knows nothing where nothing is kept of it."""
    rows = archive.rows(
        "select url_key, captured, paths, lines from profile_pages where portal = ?", (portal,)
    )
    return PortalProfile.of(_figures_of(*row) for row in rows)


def keep_learned(archive: Archive, portal: str, learned: Learned) -> None:
    """Stores what a page changed in the portal's sample, within the caller's transaction.

    The figures are written even where they are known already: an earlier transaction may have been undone.
    """
    if learned.dropped is not None:
        archive.execute(
            "delete from profile_pages where portal = ? and rank = ?", (portal, rank_of(learned.dropped))
        )
    page = learned.kept
    if page is not None:
        archive.execute(
            """
            insert into profile_pages (portal, rank, url_key, captured, paths, lines)
            values (?, ?, ?, ?, ?, ?)
            on conflict (portal, rank) do update set
                url_key = excluded.url_key,
                captured = excluded.captured,
                paths = excluded.paths,
                lines = excluded.lines
            """,
            (portal, rank_of(page.key), page.key, page.captured, _paths_of(page), _packed(page)),
        )


def replace_profile(archive: Archive, portal: str, profile: PortalProfile) -> None:
    """Makes the portal's sample that of `profile`, within the caller's transaction."""
    from kaltimcrawl.extraction import Learned

    archive.execute("delete from profile_pages where portal = ?", (portal,))
    for page in profile.pages:
        keep_learned(archive, portal, Learned(page, None))


def _paths_of(page: PageFigures) -> str:
    paths = {
        "body": page.body_path,
        "title": page.title_path,
        "date": page.date_path,
        "byline": page.byline_path,
    }
    return json.dumps({part: path for part, path in paths.items() if path}, ensure_ascii=False)


def _packed(page: PageFigures) -> bytes:
    number = len(page.lines)
    return struct.pack(f">{number}Q{number}H", *page.lines, *page.sizes)


def _figures_of(key: str, captured: int, paths: str, lines: bytes) -> PageFigures:
    number = len(lines) // _LINE_BYTES
    numbers = struct.unpack(f">{number}Q{number}H", lines)
    named = json.loads(paths)
    return PageFigures(
        key=key,
        captured=captured,
        body_path=named.get("body", ""),
        title_path=named.get("title", ""),
        date_path=named.get("date", ""),
        byline_path=named.get("byline", ""),
        lines=numbers[:number],
        sizes=numbers[number:],
    )
