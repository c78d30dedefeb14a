"""`kaltimcrawl portal check` and `portal test`: whether a portal still gives articles, and the same ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.printing import cut, print_table
from kaltimcrawl.cli.probing import as_plain, print_findings, run_probe, why_no_articles
from kaltimcrawl.errors import InputError, KaltimcrawlError

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal

_VALUE_CELLS = 70


@click.command(name="check", short_help="Ask a portal whether it still yields articles.")
@click.argument("name", metavar="NAME")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def check_portal(folder: ArchiveFolder, name: str, form: str) -> int:
    """Open the doors of the portal NAME, read ten of its articles, and show what would be taken out of them.

    The doors are those that its file declares; those that its home page names where it declares none. Nothing
    is guessed, archived or written. Exit code 1 where no article came.
    """
    from kaltimcrawl.portals import find_portal

    folder.usable()
    findings = run_probe(folder, find_portal(name, folder.portals), "declared")
    if form == "json":
        click.echo(json.dumps(as_plain(findings), ensure_ascii=False, indent=2))
        return int(not findings.articles)
    print_findings(findings)
    if not findings.articles:
        raise KaltimcrawlError(why_no_articles(findings))
    doors = [door for door in findings.doors if door.is_opened]
    failed = sum(not door.serves for door in doors)
    click.echo(
        f"{name}: yields articles ({len(findings.articles)} of {len(findings.samples)} pages); "
        f"{len(doors) - failed} of {len(doors)} doors asked for serve."
    )
    return 0


@click.command(name="test", short_help="Hold saved pages against what is read of them now.")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--accept", is_flag=True, help="Expect from now on what is read now.")
@click.pass_obj
def check_saved_pages(folder: ArchiveFolder, names: tuple[str, ...], accept: bool) -> int:
    """Read the saved pages of the portals NAME..., or of all that have some, and tell what is read otherwise.

    `portal add` saves the pages it sampled in DIR/portals/fixtures/NAME/, with what was read of them in
    expected.json. Worth its time after a change of the portal's file and after an update of kaltimcrawl. No
    network is used. Exit code 1 where something differs and --accept is not given.
    """
    from kaltimcrawl.portals import find_portal

    folder.usable()
    wanted = list(dict.fromkeys(names)) or _with_pages(folder)
    if not wanted:
        raise InputError(
            f"{folder.portals / 'fixtures'}: no saved pages; `kaltimcrawl portal add URL` saves some"
        )
    counts = [_check(folder, find_portal(name, folder.portals), accept) for name in wanted]
    return int(any(counts) and not accept)


def _with_pages(folder: ArchiveFolder) -> list[str]:
    return sorted(path.parent.name for path in (folder.portals / "fixtures").glob("*/expected.json"))


def _check(folder: ArchiveFolder, portal: Portal, accept: bool) -> int:
    """How many of the portal's saved pages are read otherwise than expected."""
    from kaltimcrawl.saved_pages import differences, expect, read_saved

    place = folder.portals / "fixtures" / portal.slug
    pages = read_saved(place)
    if not pages:
        raise InputError(f"{place}: no saved pages of {portal.slug}; `kaltimcrawl portal add URL` saves some")
    found = [(page, differences(page, portal)) for page in pages]
    changed = sum(bool(each) for _, each in found)
    rows = [
        (page.file.name, each.field, cut(each.expected, _VALUE_CELLS), cut(each.read, _VALUE_CELLS))
        for page, several in found
        for each in several
    ]
    if rows:
        print_table(("Page", "Field", "Expected", "Read"), rows)
        print()
    if changed and accept:
        expect(place, portal, pages)
    outcome = f"{changed} read otherwise than expected" if changed else "all read as expected"
    accepted = "; what is read now is expected from now on" if changed and accept else ""
    click.echo(
        f"{portal.slug}: {len(pages)} saved page{'' if len(pages) == 1 else 's'}, {outcome}{accepted}."
    )
    return changed
