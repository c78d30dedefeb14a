"""`kaltimcrawl gaps`: the articles that an archive hasn't got."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from kaltimcrawl.cli.calendar import Report, print_report, print_summary
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.printing import printable
from kaltimcrawl.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaltimcrawl.portals import Portal
    from kaltimcrawl.storage.gaps import GapLedger
    from kaltimcrawl.storage.tallies import Missing, PortalTally, Tally


@click.command(short_help="Name the articles that are known and not held.")
@click.argument("names", metavar="[NAME...]", nargs=-1)
@click.option(
    "--holes", type=click.IntRange(0), default=5, show_default=True, help="Name so many of the worst holes."
)
@click.option(
    "--examples", type=click.IntRange(0), default=3, show_default=True, help="Addresses shown of each."
)
@click.option(
    "--format", "form", type=click.Choice(["calendar", "json"]), default="calendar", show_default=True
)
@click.option(
    "--list",
    "is_list",
    is_flag=True,
    help="Print only the missing addresses, one a line: address, day, state and reason, parted by tabs.",
)
@click.pass_obj
def gaps(
    folder: ArchiveFolder, names: tuple[str, ...], holes: int, examples: int, form: str, is_list: bool
) -> None:
    """Show which articles of the portals NAME..., or of all, are known and not held: a calendar, and the
    worst holes by name.

    An article is known by any feed, sitemap, REST answer or listing that named it, or by a link in an article
    that is held. Missing is what was not fetched yet, failed, is forbidden by robots.txt, or was gone when
    it was first asked. Numbers that nobody named are told where a portal counts its articles by them. Nothing
    is fetched: `kaltimcrawl crawl NAME --gaps` does that.
    """
    from kaltimcrawl.storage.gaps import open_ledger

    with open_ledger(folder.held()) as ledger:
        slugs = list(dict.fromkeys(names)) or [one.slug for one in ledger.portals()]
        if not slugs:
            raise InputError(
                f"{folder.path}: nothing is known of any portal; begin with `kaltimcrawl crawl NAME`"
            )
        if is_list:
            _print_list(ledger, folder, slugs)
        elif form == "json":
            _print_json(ledger, folder, slugs)
        else:
            _print_calendars(ledger, folder, slugs, holes, examples)


def _read(ledger: GapLedger, folder: ArchiveFolder, slug: str) -> Report:
    from kaltimcrawl.gaps import estimate_pace, find_holes, number_rows

    portal = _declared(folder, slug)
    tally = _tally(ledger, slug, portal)
    return Report(
        portal=tally,
        holes=tuple(find_holes(tally.periods)),
        numbers=tuple(number_rows(ledger)),
        seconds_each=estimate_pace(ledger, portal),
        is_declared=portal is not None,
    )


def _tally(ledger: GapLedger, slug: str, portal: Portal | None) -> PortalTally:
    """The ledger of the portal as its file or else the archive knows it, links in held articles included."""
    from kaltimcrawl.gaps import article_judge

    home = next((one.home for one in ledger.portals() if one.slug == slug), "")
    return ledger.read(slug, article_judge(home, portal))


def _declared(folder: ArchiveFolder, slug: str) -> Portal | None:
    """The portal as its file has it; None where it was ingested, or its file is gone."""
    from kaltimcrawl.portals import find_portal

    try:
        return find_portal(slug, folder.portals)
    except InputError:
        return None


def _print_calendars(
    ledger: GapLedger, folder: ArchiveFolder, slugs: Sequence[str], holes: int, examples: int
) -> None:
    tallies = []
    for slug in slugs:
        report = _read(ledger, folder, slug)
        shown = [
            (hole, list(ledger.missing(hole.first, hole.last, examples))) for hole in report.holes[:holes]
        ]
        print_report(report, shown, list(ledger.missing(limit=examples, undated=True)))
        tallies.append(report.portal)
    if len(tallies) > 1:
        print_summary(tallies)


def _print_list(ledger: GapLedger, folder: ArchiveFolder, slugs: Sequence[str]) -> None:
    for slug in slugs:
        _tally(ledger, slug, _declared(folder, slug))
        for one in ledger.missing():
            cells = (one.url, one.period or "", one.state, one.reason)
            click.echo("\t".join(printable(cell).replace("\t", " ") for cell in cells))


def _print_json(ledger: GapLedger, folder: ArchiveFolder, slugs: Sequence[str]) -> None:
    """An array of portals, written piece by piece: the missing addresses of one may be very many."""
    for place, slug in enumerate(slugs):
        head = json.dumps(_as_json(_read(ledger, folder, slug)), ensure_ascii=False, indent=1)
        click.echo(
            ("[" if place == 0 else ",") + "\n" + head.removesuffix("\n}") + ',\n "missing": [', nl=False
        )
        for piece in _in_pieces(ledger.missing()):
            click.echo(piece, nl=False)
        click.echo("]\n}", nl=False)
    click.echo("\n]")


def _in_pieces(missing: Iterator[Missing]) -> Iterator[str]:
    for place, one in enumerate(missing):
        text = json.dumps(
            {"url": one.url, "day": one.period, "state": one.state, "reason": one.reason}, ensure_ascii=False
        )
        yield (",\n  " if place else "\n  ") + text


def _as_json(report: Report) -> dict[str, Any]:
    one = report.portal
    return {
        "portal": one.slug,
        "name": one.name,
        "home": one.home,
        "timezone": one.timezone,
        "known": one.tally.known,
        **_counts(one.tally),
        "held_named_by_no_door": one.unnamed,
        "missing_dated_by_change": one.dated_by_change,
        "seconds_to_fill": round(report.seconds),
        "days": [{"day": period.period, **_counts(period.tally)} for period in one.periods],
        "holes": [{"first": hole.first, "last": hole.last, **_counts(hole.tally)} for hole in report.holes],
        "kinds_of_doors": dict(one.kinds),
        "doors": [{**asdict(door), "unnamed": door.unnamed} for door in one.doors],
        "numbers": [
            {**asdict(row), "share": round(row.share, 4), "is_dense": row.is_dense} for row in report.numbers
        ],
    }


def _counts(tally: Tally) -> dict[str, int]:
    return {"missing_count": tally.missing, **asdict(tally)}
