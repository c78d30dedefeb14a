"""What `crawl`, `update` and `demo` share: run the spiders, tell what came of it, choose the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.counts import in_words
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.printing import printable, short_time
from kaltimcrawl.cli.progress import show_progress

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.spiders.run import CrawlOptions, PortalResult
    from kaltimcrawl.storage import Archive

_SHOWN_DUE = 50


def run_spiders(
    folder: ArchiveFolder, portals: Sequence[Portal], options: CrawlOptions
) -> list[PortalResult]:
    """How the crawl of each portal into `folder` ended. Raises ArchiveBusy where another run holds it."""
    from kaltimcrawl.spiders.run import crawl_portals

    with show_progress(folder.verbose) as watcher:
        return crawl_portals(portals, folder.usable(), options, watcher, verbose=folder.verbose)


def tell_results(folder: ArchiveFolder, results: Sequence[PortalResult], options: CrawlOptions) -> int:
    """The exit code, once each portal's outcome is printed. Raises KeyboardInterrupt where it was stopped."""
    for one in results:
        _tell_result(one)
    errors = sum(one.errors for one in results)
    if errors:
        click.echo(
            f"What failed stands in the table crawl_errors of {folder.database} ({errors} rows of this run)."
        )
    if any(one.status == "stopped" for one in results):
        raise KeyboardInterrupt
    return int(bool(errors) or _is_lacking(results, options))


def _is_lacking(results: Sequence[PortalResult], options: CrawlOptions) -> bool:
    """Whether a portal wasn't asked for all that it should have been; an update is meant to let some rest."""
    lacking = {"failed"} if options.command == "update" else {"failed", "resting"}
    return any(one.status in lacking for one in results)


def _tell_result(one: PortalResult) -> None:
    name = one.portal if one.status == "finished" else f"{one.portal} ({one.status})"
    words = in_words(one.counts)
    if one.left:
        words += f"; {one.left} left for the next run"
    if one.trouble:
        words = f"{one.trouble}; {words}" if one.status == "failed" else one.trouble
    click.echo(f"{name}: {printable(words)}")


def tell_due(
    folder: ArchiveFolder, portals: Sequence[Portal], results: Sequence[PortalResult], options: CrawlOptions
) -> int:
    """The exit code of a dry run, once what each portal's run would fetch is printed, the newest first."""
    from kaltimcrawl.gaps import open_gaps
    from kaltimcrawl.storage import Archive, ArchiveLock

    with ArchiveLock(folder.path), Archive.open(folder.path) as archive:
        for portal, one in zip(portals, results, strict=True):
            if one.status == "resting":
                _tell_result(one)
                continue
            with archive.trial():
                if options.retry_failed:
                    open_gaps(archive, folder.path, portal, datetime.now(UTC))
                _tell_planned(archive, portal, options)
    return int(_is_lacking(results, options))


def _tell_planned(archive: Archive, portal: Portal, options: CrawlOptions) -> None:
    """Print how many of the portal's addresses are due, and the newest of them."""
    frontier, now = archive.frontier(portal.slug), datetime.now(UTC)
    is_update = options.command == "update"
    known = frontier.count_due(now, options.since, options.until, is_update)
    left = known if options.max_pages is None else min(known, options.max_pages)
    due = frontier.due(
        options.max_pages or _SHOWN_DUE, now, options.since, options.until, with_revisits=is_update
    )
    pages = "1 page" if left == 1 else f"{left} pages"
    of_known = f", of {known} that are due" if left < known else ""
    click.echo(f"{portal.slug}: {pages} would be fetched{of_known}")
    for address in due[:_SHOWN_DUE]:
        when = short_time(address.published or address.lastmod)
        why = "again" if address.visited else "new"
        click.echo(f"  {when:16}  {why:5}  {printable(address.url)}")
    if left > len(due[:_SHOWN_DUE]):
        click.echo(f"  … and {left - len(due[:_SHOWN_DUE])} more")
