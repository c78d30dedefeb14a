"""`kaltimcrawl import-text`: flat text dumps of pages into the archive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.input_file import existing_files, read_file
from kaltimcrawl.cli.printing import one_line
from kaltimcrawl.errors import InputError

if TYPE_CHECKING:
    from kaltimcrawl.extraction import Article
    from kaltimcrawl.intake import Intake
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.storage import Archive

MAX_BYTES = 16 * 1024 * 1024
"""Of one dump: an article, not a corpus."""


@click.command("import-text", short_help="Archive the articles in text dumps of pages.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--encoding", default="utf-8", show_default=True, help="How the files are written.")
@click.pass_obj
def import_text(folder: ArchiveFolder, files: tuple[Path, ...], encoding: str) -> int:
    """Archive the article in each text FILE: a page's text as someone copied it, menus and boxes glued in.

    The breadcrumb gives the section; labels such as "Terbaru" and "Kamu mungkin juga suka" are left out.
    The file is kept as it came in DIR/text/ under its SHA-256, which is the article's address too
    (urn:sha256:...), so importing it again changes nothing.
    """
    from kaltimcrawl.intake import Intake
    from kaltimcrawl.storage import Archive, ArchiveLock

    dumps = [_read_dump_file(path, encoding) for path in existing_files(files)]
    portal = _import_portal()
    with ArchiveLock(folder.usable()), Archive.open(folder.path) as archive:
        archive.add_portal(portal)
        run = archive.start_run("import-text", portal.slug, datetime.now(UTC))
        intake = Intake(archive, run)
        counts = Counter(_take(dump, portal, intake, archive, folder) for dump in dumps)
        archive.finish_run(run, "failed" if counts["failed"] else "finished", datetime.now(UTC), counts, {})
    return int(counts["failed"] > 0)


@dataclass(frozen=True, slots=True)
class _Dump:
    path: Path
    body: bytes
    text: str

    @property
    def digest(self) -> str:
        return sha256(self.body).hexdigest()


def _read_dump_file(path: Path, encoding: str) -> _Dump:
    body = read_file(path, MAX_BYTES)
    try:
        text = body.decode(encoding)
    except LookupError as error:
        raise InputError(f"--encoding {encoding}: not an encoding of text, as utf-8 is one") from error
    except UnicodeError as error:
        raise InputError(
            f"{path}: not written in {encoding}; say how with --encoding, as windows-1252"
        ) from error
    return _Dump(path, body, text.removeprefix("\ufeff"))


def _take(dump: _Dump, portal: Portal, intake: Intake, archive: Archive, folder: ArchiveFolder) -> str:
    """The counter of crawl_runs that the dump adds to, told in a line."""
    from kaltimcrawl.extraction import read_dump
    from kaltimcrawl.intake import Reading

    article = read_dump(dump.text)
    if article is None:
        message = f"{dump.path}: no article in it: a title and a paragraph are the least"
        archive.add_error(
            intake.run_id,
            portal.slug,
            dump.path.absolute().as_uri(),
            "extraction",
            message,
            datetime.now(UTC),
        )
        click.echo(f"kaltimcrawl: {message}", err=True)
        return "failed"
    kept = _keep(dump, folder)
    outcome = intake.take(portal, [Reading(None, _identified(article, dump.digest, kept))])
    paid = f"advertorial of {article.sponsor}" if article.sponsor else "advertorial"
    facts = (article.section, article.dateline, f"{len(article.blocks)} blocks")
    marks = ", ".join(one_line(fact) for fact in (*facts, paid if article.is_advertorial else None) if fact)
    click.echo(f"{dump.path}: {outcome.kind}: {one_line(article.title)} ({marks})")
    return "revisions" if outcome.kind == "revision" else outcome.kind


def _keep(dump: _Dump, folder: ArchiveFolder) -> str:
    """The place in the archive's folder where the dump is kept as it came; written whole or not at all."""
    folder.dumps.mkdir(parents=True, exist_ok=True)
    kept = folder.dumps / f"{dump.digest}.txt"
    if not kept.exists():
        part = kept.with_suffix(".part")
        part.write_bytes(dump.body)
        part.replace(kept)
    return kept.relative_to(folder.path).as_posix()


def _identified(article: Article, digest: str, kept: str) -> Article:
    from kaltimcrawl.extraction import Origin

    address = f"urn:sha256:{digest}"
    source = MappingProxyType({**article.provenance, "source": Origin(kept, digest)})
    return replace(article, url=address, canonical_url=address, provenance=source)


def _import_portal() -> Portal:
    """The portal that imported articles stand under: their texts don't tell where they were published."""
    from kaltimcrawl.portals import Portal

    zone = ZoneInfo("Asia/Makassar")
    return Portal(slug="import", name="Teks impor", home="", region="Kalimantan Timur", timezone=zone)
