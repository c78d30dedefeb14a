"""`kaltimcrawl update`: what portals have published since they were last asked."""

from __future__ import annotations

import click

from kaltimcrawl.cli.crawling import run_spiders, tell_results
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.reading import crawled_portals
from kaltimcrawl.errors import InputError


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
    slugs = names or (crawled_portals(folder.database) if folder.database.is_file() else ())
    if not slugs:
        raise InputError(
            f"{folder.path}: no portal was crawled into it yet; begin with `kaltimcrawl crawl NAME`"
        )
    portals = [find_portal(name, folder.portals) for name in dict.fromkeys(slugs)]
    return tell_results(
        folder, run_spiders(folder, portals, CrawlOptions(command="update", limit=None, since=None))
    )
