"""`kaltimcrawl portal`: the portals that can be crawled by name; listed here, added and checked beside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.portal_add import add_portal
from kaltimcrawl.cli.portal_check import check_portal, check_saved_pages
from kaltimcrawl.cli.printing import print_table

if TYPE_CHECKING:
    from kaltimcrawl.portals import Doors, Portal


@click.group(short_help="The portals that can be crawled by name.")
def portal() -> None:
    """The portals that can be crawled by name: the package's, and your own in DIR/portals/."""


for _verb in (add_portal, check_portal, check_saved_pages):
    portal.add_command(_verb)


@portal.command(name="list", short_help="List the portals and the doors by which they are crawled.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def list_portals(folder: ArchiveFolder, form: str) -> None:
    """List the portals: name, title, region, home, and by which doors their articles are found."""
    from kaltimcrawl.portals import load_portals

    folder.usable()
    portals = load_portals(folder.portals)
    rows = [_row(portals[slug], folder) for slug in sorted(portals)]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    print_table(
        ("Name", "Portal", "Region", "Home", "Doors", "From"),
        [(r["name"], r["title"], r["region"], r["home"], r["doors"], r["from"]) for r in rows],
    )
    click.echo(f"\n{len(rows)} portals. `kaltimcrawl crawl NAME` crawls one.")


def _row(one: Portal, folder: ArchiveFolder) -> dict[str, str]:
    own = one.file is not None and one.file.parent.resolve() == folder.portals.resolve()
    return {
        "name": one.slug,
        "title": one.name,
        "region": one.region,
        "home": one.home,
        "doors": ", ".join(_door_names(one.doors)),
        "from": str(one.file) if own else "package",
    }


def _door_names(doors: Doors) -> list[str]:
    declared = {
        "feed": doors.feeds,
        "sitemap": doors.sitemaps,
        "WordPress": doors.wordpress,
        "listing": doors.listings,
    }
    return [name for name, door in declared.items() if door] or ["found from its home"]
