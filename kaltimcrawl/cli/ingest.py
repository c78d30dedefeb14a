"""`kaltimcrawl ingest`: WARC and WACZ files of any maker into the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
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

    The files stay where they are: the archive notes their names and the places of their records. A page
    belongs to the portal that is declared for its host; a host that none is declared for becomes a portal of
    its own. A file that was ingested before adds nothing.
    """
    from kaltimcrawl.portals import load_portals
    from kaltimcrawl.storage import Archive, ArchiveLock

    paths = existing_files(files)
    portals = load_portals(folder.portals)
    errors = 0
    with ArchiveLock(folder.usable()), Archive.open(folder.path) as archive:
        for path in paths:
            counts = _ingest_one(path, archive, portals)
            tell_counts(path.name, counts)
            errors += counts.get("errors", 0)
    return int(errors > 0)


def _ingest_one(path: Path, archive: Archive, portals: Mapping[str, Portal]) -> Mapping[str, int]:
    """Counts of what came of one file, in a run of its own; a file that can't be read counts as one error."""
    from kaltimcrawl.ingest import ingest_file

    run = archive.start_run("ingest", None, datetime.now(UTC))
    status, counts = "stopped", Counter[str]()
    try:
        counts.update(ingest_file(path, archive, portals, run))
        status = "failed" if counts["errors"] else "finished"
    except CaptureError as error:
        click.echo(f"kaltimcrawl: {error}", err=True)
        archive.add_error(run, None, str(path), "capture", str(error), datetime.now(UTC))
        status, counts["errors"] = "failed", 1
    finally:
        archive.finish_run(run, status, datetime.now(UTC), counts, {"file": path.name})
    return counts
