"""`kaltimcrawl crawl`: portals, by name, into the archive."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from kaltimcrawl.cli.crawling import run_spiders, tell_results
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.errors import InputError
from kaltimcrawl.times import read_machine_time

REGION_ZONE = ZoneInfo("Asia/Makassar")
"""The zone of --since: East Kalimantan's."""


@click.command(short_help="Crawl portals by name into the archive.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", help="At most N articles a portal, newest first."
)
@click.option(
    "--since", metavar="DATE", help="Only what was published or changed since, as 2025-05-12 or 2025-05."
)
@click.pass_obj
def crawl(folder: ArchiveFolder, names: tuple[str, ...], limit: int | None, since: str | None) -> int:
    """Crawl the portals NAME... (see `kaltimcrawl portal list`) into the archive.

    robots.txt is obeyed, one request at a time is sent to a host, and a delay kept between two. What the
    archive holds already is not fetched again. Ctrl-C stops after the page in flight; the next run goes on.
    """
    from kaltimcrawl.portals import find_portal
    from kaltimcrawl.spiders.run import CrawlOptions

    folder.usable()
    portals = [find_portal(name, folder.portals) for name in dict.fromkeys(names)]
    options = CrawlOptions(command="crawl", limit=limit, since=_read_since(since))
    return tell_results(folder, run_spiders(folder, portals, options))


def _read_since(text: str | None) -> datetime | None:
    if text is None:
        return None
    when = read_machine_time(f"{text}-01" if len(text) == 4 and text.isdecimal() else text, REGION_ZONE)
    if when is None:
        raise InputError(f"--since {text}: not a date; write it as 2025-05-12, 2025-05 or 2025")
    return when
