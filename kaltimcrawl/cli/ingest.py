"""`kaltimcrawl ingest`: WARC and WACZ files of any maker into the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.counts import tell_counts
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.input_file import existing_files
from kaltimcrawl.errors import CaptureError

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.storage import Archive


@click.command(short_help="Archive the articles in WARC and WACZ files.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def ingest(folder: ArchiveFolder, files: tuple[Path, ...]) -> int:
    """Archive the articles in WARC files (.warc, .warc.gz) and WACZ files, by whomever they were made.

    The files stay where they are: the archive notes their folders and names, and the places of their records.
    A page belongs to the portal that is declared for its host; a host that none is declared for becomes a
    portal of its own. A file that was ingested before adds nothing. A revisit record is one more sighting of
    the page it repeats; the WARC that holds the page is looked for in DIR/warc/, in the folders of the FILEs,
    and where it was ingested from.
    """
    from kaltimcrawl.portals import load_portals
    from kaltimcrawl.storage import Archive, ArchiveLock

    paths = existing_files(files)
    portals = load_portals(folder.portals)
    folders = tuple(dict.fromkeys((folder.path / "warc", *(path.parent for path in paths))))
    errors = 0
    with ArchiveLock(folder.usable()), Archive.open(folder.path) as archive:
        for path in paths:
            counts = _ingest_one(path, archive, portals, folders)
            tell_counts(path.name, counts)
            errors += counts.get("errors", 0)
    return int(errors > 0)


def _ingest_one(
    path: Path, archive: Archive, portals: Mapping[str, Portal], folders: Sequence[Path]
) -> Mapping[str, int]:
    """Counts of what came of one file, in a run of its own; a file that can't be read counts as one error."""
    from kaltimcrawl.ingest import UNRESOLVED, ingest_file

    run = archive.start_run("ingest", None, datetime.now(UTC))
    status, counts = "stopped", Counter[str]()
    try:
        ingested = ingest_file(path, archive, portals, run, folders)
        counts.update(ingested.counts)
        status = "finished"
        if ingested.damage:
            _tell(str(ingested.damage))
            status = "failed"
    except CaptureError as error:
        _tell(str(error))
        archive.add_error(run, None, str(path), "capture", str(error), datetime.now(UTC))
        status, counts["errors"] = "failed", 1
    finally:
        archive.finish_run(
            run, status, datetime.now(UTC), counts, {"file": path.name, "folder": str(path.parent.absolute())}
        )
    if counts[UNRESOLVED]:
        number = counts[UNRESOLVED]
        told = f"{number} revisit{' is' if number == 1 else 's are'} left out, whose page"
        remedy = "ingest the WARC that holds it, then this again"
        _tell(f"{path.name}: {told} wasn't found; {remedy}")
    return counts


def _tell(what: str) -> None:
    click.echo(f"kaltimcrawl: {what}", err=True)
