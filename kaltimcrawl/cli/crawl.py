"""`kaltimcrawl crawl`: portals, by name, into the archive."""

from __future__ import annotations

import click

from kaltimcrawl.cli.bounds import bounds, read_bounds
from kaltimcrawl.cli.crawling import run_spiders, tell_due, tell_results
from kaltimcrawl.cli.folder import ArchiveFolder


@click.command(short_help="Crawl portals by name into the archive.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@bounds
@click.option("--gaps", is_flag=True, help="Also try once more what failed, however often it has.")
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
    again: `update` looks for changes. Ctrl-C stops after the page in flight; the next run goes on from there.
    """
    from kaltimcrawl.portals import find_portal
    from kaltimcrawl.spiders.run import CrawlOptions

    folder.usable()
    portals = [find_portal(name, folder.portals) for name in dict.fromkeys(names)]
    limits = read_bounds(max_pages, max_time, since, until)
    options = CrawlOptions(command="crawl", dry_run=dry_run, retry_failed=gaps, **limits)
    results = run_spiders(folder, portals, options)
    return tell_due(folder, results, options) if dry_run else tell_results(folder, results)
