"""What `crawl`, `update` and `demo` share: run the spiders, tell what came of it, choose the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.counts import tell_counts
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.progress import show_progress

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.spiders.run import CrawlOptions, PortalResult


def run_spiders(
    folder: ArchiveFolder, portals: Sequence[Portal], options: CrawlOptions
) -> list[PortalResult]:
    """How the crawl of each portal into `folder` ended. Raises ArchiveBusy where another run holds it."""
    from kaltimcrawl.spiders.run import crawl_portals

    with show_progress(folder.verbose) as watcher:
        return crawl_portals(portals, folder.usable(), options, watcher, verbose=folder.verbose)


def tell_results(folder: ArchiveFolder, results: Sequence[PortalResult]) -> int:
    """The exit code, once each portal's outcome is printed. Raises KeyboardInterrupt where it was stopped."""
    for one in results:
        tell_counts(one.portal if one.status == "finished" else f"{one.portal} ({one.status})", one.counts)
    errors = sum(one.errors for one in results)
    if errors:
        click.echo(
            f"What failed stands in the table crawl_errors of {folder.database} ({errors} rows of this run)."
        )
    if any(one.status == "stopped" for one in results):
        raise KeyboardInterrupt
    return int(bool(errors) or any(one.status == "failed" for one in results))
