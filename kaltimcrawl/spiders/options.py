"""What a run is asked to do, who watches it, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal, Protocol

from kaltimcrawl.portals import Portal


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """What a run is asked to do."""

    command: Literal["crawl", "update"] = "crawl"
    """crawl reads the doors to their end; update asks those that are due, stops at what is known, and visits
    again what its age makes due."""
    max_pages: int | None = None
    """Most article pages a portal; None: all that are due."""
    max_time: timedelta | None = None
    """The run ends after it, and the next goes on from there; None: when all is done."""
    since: datetime | None = None
    """Candidates known to be older are left for another run; aware."""
    until: datetime | None = None
    """Candidates known to be of that time or later are left for another run; aware."""
    ask_all: bool = False
    """Whether an update asks every door, due or not."""
    dry_run: bool = False
    """Whether only doors are asked, and no article."""
    retry_failed: bool = False
    """Whether what failed is tried once more, however often it has: for filling gaps."""


@dataclass(frozen=True, slots=True)
class PortalResult:
    """What became of one portal's run."""

    portal: str
    """Its slug."""
    status: Literal["finished", "failed", "stopped", "resting"]
    """finished: all that was asked, or as much as its bounds let; failed: no door opened, or the portal or
    the archive gave trouble; stopped: by a signal, or before its turn came; resting: left alone, since it
    gave trouble lately or asked for it."""
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """captures, new, revisions, unchanged, no_article, failed, gone, back: what was done, by its name."""
    errors: int = 0
    """Rows in crawl_errors."""
    left: int = 0
    """Addresses that are still due."""
    trouble: str | None = None
    """Why it failed or rests, in one line."""


class Watcher(Protocol):
    """Whoever shows progress; called in the crawl's own thread, so it must be quick."""

    def on_start(self, portal: Portal) -> None:
        """The portal's turn has come."""

    def on_page(self, portal: str, url: str, kind: str) -> None:
        """An article page was stored, with its outcome's kind; `portal` is a slug."""

    def on_finish(self, portal: Portal, result: PortalResult) -> None:
        """The portal's run is over."""
