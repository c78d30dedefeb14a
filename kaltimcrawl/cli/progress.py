"""What a crawl tells while it runs: a live line on a terminal, plain lines in a pipe or in cron's mail."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column

from kaltimcrawl.cli.printing import make_console, one_line

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.spiders.run import PortalResult

PLAIN_EVERY = 100
"""Pages between two plain lines of one portal."""

_FILED = ("new", "revision", "unchanged")


class _Tally:
    """Pages and articles so far, and the rate since the start."""

    def __init__(self) -> None:
        self.pages = 0
        self._articles = 0
        self._started = time.monotonic()

    def count(self, kind: str) -> None:
        self.pages += 1
        self._articles += kind in _FILED

    def __str__(self) -> str:
        rate = self.pages / max(time.monotonic() - self._started, 0.001)
        return f"{self.pages} pages, {self._articles} articles, {rate:.1f} pages/s"


class PlainProgress:
    """A line when a portal begins, every `PLAIN_EVERY` pages of it, and when it ends."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._tallies: dict[str, _Tally] = {}

    def on_start(self, portal: Portal) -> None:
        """Tell which portal is asked now."""
        self._tallies[portal.slug] = _Tally()
        self._tell(portal.slug, f"crawling {portal.home}")

    def on_page(self, portal: str, url: str, kind: str) -> None:
        """Count a page; `kind` is that of its `intake.Outcome`."""
        self._tallies[portal].count(kind)
        if self._tallies[portal].pages % PLAIN_EVERY == 0:
            self._tell(portal, str(self._tallies[portal]))

    def on_finish(self, portal: Portal, result: PortalResult) -> None:
        """Tell how the portal ended."""
        self._tell(portal.slug, f"{result.status}, {self._tallies.pop(portal.slug)}")

    def _tell(self, slug: str, words: str) -> None:
        self._console.print(f"{slug}: {words}", markup=False)


class LiveProgress:
    """Lines that move: of each portal being crawled its pages, articles, rate, time and last page."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._lines: dict[str, tuple[TaskID, _Tally]] = {}

    def on_start(self, portal: Portal) -> None:
        """Begin the portal's line."""
        line = self._progress.add_task(one_line(portal.name), total=None, tally="", last=portal.home)
        self._lines[portal.slug] = (line, _Tally())

    def on_page(self, portal: str, url: str, kind: str) -> None:
        """Count a page and show it; `kind` is that of its `intake.Outcome`."""
        line, tally = self._lines[portal]
        tally.count(kind)
        self._progress.update(line, tally=str(tally), last=one_line(url))

    def on_finish(self, portal: Portal, result: PortalResult) -> None:
        """Replace the portal's line by one that stays."""
        line, tally = self._lines.pop(portal.slug)
        self._progress.remove_task(line)
        self._progress.console.print(f"{portal.slug}: {result.status}, {tally}", markup=False)


@contextmanager
def show_progress(verbose: bool = False) -> Iterator[PlainProgress | LiveProgress]:
    """A watcher for `crawl_portals` that suits where stderr goes; plain beside the log of a verbose run."""
    console = make_console(stderr=True)
    if verbose or not console.is_terminal:
        yield PlainProgress(console)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False, style="bold"),
        TextColumn("{task.fields[tally]}", markup=False),
        TimeElapsedColumn(),
        TextColumn(
            "{task.fields[last]}", markup=False, style="dim", table_column=Column(no_wrap=True, ratio=1)
        ),
    )
    with Progress(*columns, console=console, transient=True, expand=True) as progress:
        yield LiveProgress(progress)
