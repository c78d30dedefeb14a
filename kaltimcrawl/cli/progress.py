"""What a crawl tells while it runs: a live line on a terminal, plain lines in a pipe or in cron's mail."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kaltimcrawl.cli.printing import make_console, one_line

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.spiders.run import PortalResult

PLAIN_EVERY = 100
"""Pages between two plain lines of one portal."""

_FILED = ("new", "revision", "unchanged")


class _Tally:
    """Pages and articles of all portals so far, and the rate since the start."""

    def __init__(self) -> None:
        self.pages = 0
        self.articles = 0
        self._started = time.monotonic()

    def count(self, outcome: str) -> None:
        self.pages += 1
        self.articles += outcome in _FILED

    def __str__(self) -> str:
        rate = self.pages / max(time.monotonic() - self._started, 0.001)
        return f"{self.pages} pages, {self.articles} articles, {rate:.1f} pages/s"


class PlainProgress:
    """A line when a portal begins, every `PLAIN_EVERY` pages, and when it ends; to stderr."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._tally = _Tally()

    def on_start(self, portal: Portal) -> None:
        """Tell which portal is asked now."""
        self._console.print(f"{portal.slug}: crawling {portal.home}", markup=False)

    def on_page(self, portal: str, url: str, kind: str) -> None:
        """Count a page; `kind` is that of its `intake.Outcome`."""
        self._tally.count(kind)
        if self._tally.pages % PLAIN_EVERY == 0:
            self._console.print(f"{portal}: {self._tally}", markup=False)

    def on_finish(self, portal: Portal, result: PortalResult) -> None:
        """Tell how the portal ended."""
        self._console.print(f"{portal.slug}: {result.status} ({self._tally} in all)", markup=False)


class LiveProgress:
    """One line that moves: the portal, pages, articles, rate, time, and the last page."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tally = _Tally()
        self._line = progress.add_task("starting", total=None, tally="", last="")

    def on_start(self, portal: Portal) -> None:
        """Show which portal is asked now."""
        self._progress.update(self._line, description=one_line(portal.name), last=portal.home)

    def on_page(self, portal: str, url: str, kind: str) -> None:
        """Count a page and show it."""
        self._tally.count(kind)
        self._progress.update(self._line, tally=str(self._tally), last=one_line(url))

    def on_finish(self, portal: Portal, result: PortalResult) -> None:
        """Leave a line that stays above the moving one."""
        self._progress.console.print(f"{portal.slug}: {result.status}", markup=False)


@contextmanager
def show_progress() -> Iterator[PlainProgress | LiveProgress]:
    """A watcher for `crawl_portals` that suits where stderr goes."""
    console = make_console(stderr=True)
    if not console.is_terminal:
        yield PlainProgress(console)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False, style="bold"),
        TextColumn("{task.fields[tally]}", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.fields[last]}", markup=False, style="dim"),
    )
    with Progress(*columns, console=console, transient=True, expand=True) as progress:
        yield LiveProgress(progress)
