"""What was found out about a portal's doors by knocking at them: plain values, for tables and drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DoorKind = Literal["feed", "sitemap", "wordpress", "listing"]

DOOR_WORDS: dict[DoorKind, str] = {
    "feed": "feed",
    "sitemap": "sitemap",
    "wordpress": "WordPress REST",
    "listing": "listing",
}
"""What people call the kinds, in the order in which a portal's file has them."""


@dataclass(frozen=True, slots=True)
class FoundDoor:
    """A door that a portal names, that its file declares, or that was guessed."""

    kind: DoorKind
    url: str
    how: str
    """How it was found: "Sitemap line of robots.txt"."""
    is_opened: bool = False
    """Whether it was asked for; False where others of its kind were enough."""
    problem: str | None = None
    """Why it is no door, one line: "403 Forbidden"; None where it is one, or wasn't asked for."""
    named: int = 0
    """Articles that it names, as far as it was read."""
    detail: str = ""
    """What else it showed: "index of 12 sitemaps", "next page: https://…"."""
    reaches_back: bool = False
    """Whether it leads to more than the newest articles, so that a backfill can go by it alone."""
    oldest: datetime | None = None
    """The oldest time that it gave; aware."""
    is_index: bool = False
    """Whether it is a listing of everything ("indeks")."""
    by_date: str | None = None
    """Of a listing: the address of its lists by date, with {year}, {month} and {day}."""

    @property
    def serves(self) -> bool:
        """Whether it was opened and names articles."""
        return self.is_opened and self.problem is None and self.named > 0


def choose_doors(doors: Sequence[FoundDoor]) -> tuple[FoundDoor, ...]:
    """The doors that a portal's file should declare, in the order of the file.

    Feeds, sitemaps and WordPress REST that serve. Where none of these reaches back, listings too: an index
    that goes on to further pages, else all that serve, and with them those that were not asked for, since a
    menu's others are of the same kind.
    """
    serving = [door for door in doors if door.serves]
    kinds: tuple[DoorKind, ...] = ("feed", "sitemap", "wordpress")
    chosen = [door for kind in kinds for door in serving if door.kind == kind]
    if any(door.reaches_back for door in chosen):
        return tuple(chosen)
    listings = [door for door in serving if door.kind == "listing"]
    indexes = [door for door in listings if door.is_index and door.reaches_back]
    if not indexes and listings:
        listings += [door for door in doors if door.kind == "listing" and not door.is_opened]
    return (*chosen, *(indexes or listings))
