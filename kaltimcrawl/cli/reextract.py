"""`kaltimcrawl reextract`: the articles of the archive read anew from their captures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.printing import one_line
from kaltimcrawl.errors import InputError

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.reextract import Reread
    from kaltimcrawl.storage import Archive

_WORDS = {
    "unchanged": "unchanged",
    "longer": "longer",
    "shorter": "shorter",
    "fields": "other fields changed",
    "no article": "no longer an article",
    "moved": "at another address",
    "unreadable": "not to be read",
}
_KEPT = ("no article", "moved")
_SHOWN_FILES = 5
_CHANGED = ("longer", "shorter", "fields")


@click.command(short_help="Read the archive's articles anew from their captures.")
@click.argument("names", metavar="[NAME...]", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Print what would change; change nothing.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read at most N articles a portal.")
@click.option(
    "--warcs",
    "folders",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Another folder of WARC and WACZ files, for those that were moved since; may be repeated.",
)
@click.pass_obj
def reextract(
    folder: ArchiveFolder, names: tuple[str, ...], dry_run: bool, limit: int | None, folders: tuple[Path, ...]
) -> int:
    """Read the articles of the portals NAME..., or of all, anew from their captures in DIR/warc/, and in the
    files that were ingested, where these still are.

    Worth its time after an update of kaltimcrawl or of a portal's file, and once a portal's first articles
    are in: those were read before the others had taught what stands on every page. The captures stay as they
    are, and no article is lost: one whose page is none any more, or can't be read, is told and kept. A better
    reading of the same capture makes no revision.
    """
    from kaltimcrawl.storage import Archive, ArchiveLock

    shelves = [folder.path / "warc", *folders]
    for shelf in folders:
        if not shelf.is_dir():
            raise InputError(f"--warcs {shelf}: not a folder")
    with ArchiveLock(folder.held()), Archive.open(folder.path) as archive:
        totals = Counter[str]()
        for portal in _chosen(archive, folder, names):
            totals.update(_reread_portal(archive, portal, shelves, limit, dry_run))
    return int(totals["unreadable"] > 0)


def _chosen(archive: Archive, folder: ArchiveFolder, names: Sequence[str]) -> list[Portal]:
    """The portals to read, each by the rules of its file where it has one. Raises InputError for others."""
    from kaltimcrawl.portals import load_portals
    from kaltimcrawl.reextract import portal_of

    held = {portal.slug: portal for portal in archive.held_portals()}
    for name in names:
        if name not in held:
            known = ", ".join(held) or "none"
            raise InputError(f"{name}: no article of that portal in {folder.database}; it has: {known}")
    declared = load_portals(folder.portals)
    return [declared.get(slug) or portal_of(held[slug]) for slug in (dict.fromkeys(names) or held)]


def _reread_portal(
    archive: Archive, portal: Portal, shelves: Sequence[Path], limit: int | None, dry_run: bool
) -> Mapping[str, int]:
    """How many articles of a portal came out how, in a run of its own."""
    from kaltimcrawl.reextract import reextract_portal

    run = None if dry_run else archive.start_run("reextract", portal.slug, datetime.now(UTC))
    status, counts, troubles = "stopped", Counter[str](), Counter[str]()
    try:
        for one in reextract_portal(archive, portal, shelves, run, limit=limit, dry_run=dry_run):
            counts[one.kind] += 1
            if one.trouble:
                troubles[one.trouble.partition(": ")[0]] += 1
                if run is not None:
                    archive.add_error(run, portal.slug, one.url, "capture", one.trouble, datetime.now(UTC))
            _tell(one, dry_run)
        status = "failed" if counts["unreadable"] else "finished"
    finally:
        if run is not None:
            archive.finish_run(run, status, datetime.now(UTC), _columns(counts), {})
    if troubles:
        _tell_unread(portal, troubles)
    if counts:
        told = ", ".join(f"{counts[kind]} {word}" for kind, word in _WORDS.items() if counts[kind])
        click.echo(f"{portal.slug}: {told}")
    return counts


def _tell_unread(portal: Portal, troubles: Mapping[str, int]) -> None:
    """Print which files could not be read, and how many articles that leaves as they were."""
    number, files = sum(troubles.values()), sorted(troubles)
    articles = "article is" if number == 1 else "articles are"
    names = ", ".join(files[:_SHOWN_FILES])
    if len(files) > _SHOWN_FILES:
        names += f" and {len(files) - _SHOWN_FILES} more (crawl_errors has them)"
    remedy = (
        "--warcs FOLDER tells where they are now"
        if len(files) > 1
        else "--warcs FOLDER tells where it is now"
    )
    click.echo(
        f"kaltimcrawl: {portal.slug}: {number} {articles} kept as before; can't be read: {names}; {remedy}",
        err=True,
    )


def _tell(one: Reread, dry_run: bool) -> None:
    """Print what became of an article that a person may want to look at."""
    if one.kind in _KEPT:
        click.echo(f"kaltimcrawl: {one.url}: {_WORDS[one.kind]}; kept as before", err=True)
    elif dry_run and one.kind in _CHANGED:
        grown = f" {one.grown:+d}" if one.grown else ""
        click.echo(f"{_WORDS[one.kind]}{grown}: {one.url}: {one_line(one.title)}")


def _columns(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts as crawl_runs has them: what it has no column for goes to its stats."""
    return {
        "unchanged": counts["unchanged"],
        "no_article": counts["no article"],
        "failed": counts["unreadable"],
        **{f"reextract/{kind}": counts[kind] for kind in (*_CHANGED, "moved") if counts[kind]},
    }
