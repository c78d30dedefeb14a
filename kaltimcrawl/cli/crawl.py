"""`kaltimcrawl crawl`: portals, by name, into the archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.bounds import Bounds, bounds, read_bounds
from kaltimcrawl.cli.calendar import about
from kaltimcrawl.cli.crawling import run_spiders, tell_due, tell_results
from kaltimcrawl.cli.folder import ArchiveFolder

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal


@click.command(short_help="Crawl portals by name into the archive.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@bounds
@click.option(
    "--gaps",
    is_flag=True,
    help="Fill the gaps that `kaltimcrawl gaps` names: also what failed, and what held articles link to.",
)
@click.option("--dry-run", is_flag=True, help="Ask only the doors, and print what would be fetched.")
@click.pass_obj
def crawl(
    folder: ArchiveFolder,
    names: tuple[str, ...],
    max_pages: int | None,
    max_time: str | None,
    since: str | None,
    until: str | None,
    gaps: bool,
    dry_run: bool,
) -> int:
    """Crawl the portals NAME... (see `kaltimcrawl portal list`) into the archive.

    All their doors are read to the end, or as far back as --since asks. robots.txt is obeyed, one request at
    a time is sent to a host, and a delay kept between two. What the archive holds already is not fetched
    again: `update` looks for changes. With --gaps, what is missing is asked once more, however often it has
    failed, and how long that will take is told first.

    Ctrl-C stops after the page in flight; the next run goes on from there.
    """
    from kaltimcrawl.portals import find_portal
    from kaltimcrawl.spiders.run import CrawlOptions

    folder.usable()
    portals = [find_portal(name, folder.portals) for name in dict.fromkeys(names)]
    limits = read_bounds(max_pages, max_time, since, until)
    options = CrawlOptions(command="crawl", dry_run=dry_run, retry_failed=gaps, **limits)
    if gaps:
        _open_gaps(folder, portals, limits, dry_run)
    results = run_spiders(folder, portals, options)
    return tell_due(folder, portals, results, options) if dry_run else tell_results(folder, results, options)


def _open_gaps(folder: ArchiveFolder, portals: Sequence[Portal], limits: Bounds, dry_run: bool) -> None:
    """Make due what is missing, and tell of each portal how much that is and how long it will take.

    A dry run only tells; `tell_due` looks again, once the doors have been asked.
    """
    from kaltimcrawl.gaps import open_gaps
    from kaltimcrawl.storage import Archive, ArchiveLock

    with ArchiveLock(folder.path), Archive.open(folder.path) as archive:
        for portal in portals:
            with archive.trial() if dry_run else archive.batch():
                opened = open_gaps(
                    archive,
                    folder.path,
                    portal,
                    datetime.now(UTC),
                    limits["since"],
                    limits["until"],
                    limits["max_pages"],
                )
            words = f"{opened.pages:,} missing {'page' if opened.pages == 1 else 'pages'} to fetch"
            if opened.linked:
                words += f", {opened.linked:,} known only by links in held articles"
            click.echo(f"{portal.slug}: {words}; about {about(opened.time.total_seconds())}.")
