"""What a run is asked to do, who watches it, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, Protocol

from kaltimcrawl.portals import Portal


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """What a run is asked to do."""

    command: Literal["crawl", "update"] = "crawl"
    """crawl reads every door to its end; update asks whether doors changed, and stops at what is known."""
    limit: int | None = None
    """Most article pages a portal; None: all that are due."""
    since: datetime | None = None
    """Candidates known to be older are left for another run; aware."""


@dataclass(frozen=True, slots=True)
class PortalResult:
    """What became of one portal's run."""

    portal: str
    """Its slug."""
    status: Literal["finished", "failed", "stopped"]
    """finished: all that was asked; failed: no door opened, or the portal or the archive gave trouble;
    stopped: by a signal, or before its turn came."""
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """captures, new, revisions, unchanged, no_article, failed: the columns of crawl_runs."""
    errors: int = 0
    """Rows in crawl_errors."""


class Watcher(Protocol):
    """Whoever shows progress; called in the crawl's own thread, so it must be quick."""

    def on_start(self, portal: Portal) -> None:
        """The portal's turn has come."""

    def on_page(self, portal: str, url: str, kind: str) -> None:
        """An article page was stored, with its outcome's kind; `portal` is a slug."""

    def on_finish(self, portal: Portal, result: PortalResult) -> None:
        """The portal's run is over."""
