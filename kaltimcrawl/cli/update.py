"""`kaltimcrawl update`: what portals have published since they were last asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.bounds import bounds, read_bounds
from kaltimcrawl.cli.crawling import run_spiders, tell_due, tell_results
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.reading import crawled_portals
from kaltimcrawl.errors import InputError

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal


@click.command(short_help="Fetch what is new on the portals crawled before.")
@click.argument("names", metavar="[NAME...]", nargs=-1)
@bounds
@click.option("--all", "ask_all", is_flag=True, help="Ask every door of every portal, due or not.")
@click.option("--dry-run", is_flag=True, help="Ask only the doors, and print what would be fetched.")
@click.pass_obj
def update(
    folder: ArchiveFolder,
    names: tuple[str, ...],
    max_pages: int | None,
    max_time: str | None,
    since: str | None,
    until: str | None,
    ask_all: bool,
    dry_run: bool,
) -> int:
    """Fetch what is new or changed on the portals NAME..., or on every one crawled into this archive.

    Meant for cron. A door is asked as often as its portal publishes, an article again after an hour, six
    hours, a day, a week, a month, then every year. Quiet portals cost a few conditional requests or none;
    one that gives nothing but trouble is left alone for a while. Exit code 75 says that another run still
    holds the archive.
    """
    from kaltimcrawl.portals import find_portal
    from kaltimcrawl.spiders.run import CrawlOptions

    folder.usable()
    if names:
        portals = [find_portal(name, folder.portals) for name in dict.fromkeys(names)]
    else:
        portals = _known_portals(folder)
    limits = read_bounds(max_pages, max_time, since, until)
    options = CrawlOptions(command="update", ask_all=ask_all, dry_run=dry_run, **limits)
    results = run_spiders(folder, portals, options)
    return tell_due(folder, portals, results, options) if dry_run else tell_results(folder, results, options)


def _known_portals(folder: ArchiveFolder) -> list[Portal]:
    """The portals that the archive was filled from; one whose file is gone is told and left out."""
    from kaltimcrawl.portals import find_portal

    portals = []
    for slug in crawled_portals(folder.database) if folder.database.is_file() else ():
        try:
            portals.append(find_portal(slug, folder.portals))
        except InputError as error:
            click.echo(f"kaltimcrawl: left out: {error}", err=True)
    if not portals:
        raise InputError(f"{folder.path}: no portal to update; begin with `kaltimcrawl crawl NAME`")
    return portals
