"""`kaltimcrawl update`: what portals have published since they were last asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.crawling import run_spiders, tell_results
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.reading import crawled_portals
from kaltimcrawl.errors import InputError

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal


@click.command(short_help="Fetch what is new on the portals crawled before.")
@click.argument("names", metavar="[NAME...]", nargs=-1)
@click.pass_obj
def update(folder: ArchiveFolder, names: tuple[str, ...]) -> int:
    """Fetch what is new on the portals NAME..., or on every portal that was crawled into this archive.

    Meant for cron: quiet portals cost a few conditional requests, and exit code 75 says that another run
    still holds the archive.
    """
    from kaltimcrawl.portals import find_portal
    from kaltimcrawl.spiders.run import CrawlOptions

    folder.usable()
    if names:
        portals = [find_portal(name, folder.portals) for name in dict.fromkeys(names)]
    else:
        portals = _known_portals(folder)
    return tell_results(folder, run_spiders(folder, portals, CrawlOptions(command="update")))


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
