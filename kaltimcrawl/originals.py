"""Captures found again where they are kept: those an archive names, and those that revisits refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kaltimcrawl.capture import Capture, Location, Revisit, read_visit
from kaltimcrawl.errors import CaptureError
from kaltimcrawl.storage import Archive, HeldPage
from kaltimcrawl.times import utc_text

_IN_WACZ = "!/"  # parts a WACZ's name from that of the WARC in it
_MAX_STEPS = 5  # revisits of revisits, which some makers write

_BY_ID = """
    select record_id, warc_file, warc_offset, warc_length
    from captures
    where record_id in (?, ?)
    """
_BY_SECOND = """
    select record_id, warc_file, warc_offset, warc_length
    from captures
    where url = ? and captured = ? and record_id <> ?
    limit 10
    """
_BY_DIGEST = """
    select record_id, warc_file, warc_offset, warc_length
    from captures
    where url = ? and payload_digest = ? and record_id <> ?
    order by captured
    limit 10
    """
_INGESTED_FROM = """
    select json_extract(stats, '$.folder') as folder
    from crawl_runs
    where command = 'ingest' and json_extract(stats, '$.file') = ? and folder is not null
    group by folder
    order by max(id) desc
    """


class Originals:
    """Reads captures of an archive from folders of WARCs; the first folder that has one serves.

    A file that is in none of them is looked for where it was ingested from.
    """

    def __init__(self, archive: Archive, folders: Sequence[Path]) -> None:
        self._archive = archive
        self._folders = folders
        self._fresh: dict[str, Capture] = {}
        self._ingested: dict[str, list[Path]] = {}

    def note(self, capture: Capture) -> None:
        """Makes a capture known before the archive knows it."""
        self._fresh[capture.record_id] = capture

    def forget(self, captures: Iterable[Capture]) -> None:
        """Drops what was noted, once the archive has it."""
        for capture in captures:
            self._fresh.pop(capture.record_id, None)

    def read(self, page: HeldPage) -> tuple[Capture, bytes]:
        """The capture and its body, of a revisit that of its original. Raises `CaptureError` for neither."""
        return self._read(page, _MAX_STEPS)

    def resolve(self, revisit: Revisit) -> tuple[Capture, bytes]:
        """The revisit as the capture it would be with its payload, and the original's body.

        The original is the record it names, else the capture of the address and second it names, else the
        oldest of that address whose payload has its digest. Raises `CaptureError` where none can be read.
        """
        return self._resolve(revisit, _MAX_STEPS)

    def _read(self, page: HeldPage, steps: int) -> tuple[Capture, bytes]:
        troubles: dict[Path, CaptureError] = {}
        for folder in self._folders_of(page.file):
            try:
                visit = read_visit(folder, Location(page.file, page.offset, page.length))
            except CaptureError as error:
                troubles[folder] = error
                continue
            capture = visit.capture if isinstance(visit, Revisit) else visit[0]
            if capture.record_id == page.record_id:
                return self._resolve(visit, steps) if isinstance(visit, Revisit) else visit
            troubles[folder] = CaptureError(
                f"{folder / page.file}: another record stands at byte {page.offset}; is it that file?"
            )
        # Told is where it once stood: that is the place that a person has to look at.
        told = next(iter((*self._ingested_from(page.file), *self._folders)), None)
        raise troubles[told] if told else CaptureError(f"{page.file}: no folder to look for it in")

    def _folders_of(self, file: str) -> Iterator[Path]:
        """The folders to look in, those it was ingested from only where the others lack it."""
        yield from self._folders
        yield from (folder for folder in self._ingested_from(file) if folder not in self._folders)

    def _ingested_from(self, file: str) -> list[Path]:
        """The folders in which a file of that name was ingested, the last first."""
        name = file.partition(_IN_WACZ)[0]
        if name not in self._ingested:
            self._ingested[name] = [Path(folder) for (folder,) in self._archive.rows(_INGESTED_FROM, (name,))]
        return self._ingested[name]

    def _resolve(self, revisit: Revisit, steps: int) -> tuple[Capture, bytes]:
        trouble: CaptureError | None = None
        for page in self._candidates(revisit) if steps else ():
            try:
                original, body = self._read(page, steps - 1)
            except CaptureError as error:
                trouble = trouble or error
                continue
            if revisit.may_be_of(original):
                return revisit.resolved(original), body
        raise trouble or CaptureError(_unknown(revisit))

    def _candidates(self, revisit: Revisit) -> Iterator[HeldPage]:
        own, named = revisit.capture, revisit.capture.refers_to
        if named:
            names = (named, named.strip("<>"))  # WARC/1.0's grammar has no brackets (annotated 1.1, 5.10)
            yield from map(_page, (self._fresh[name] for name in names if name in self._fresh))
            yield from self._held(_BY_ID, names)
        if revisit.original_captured:
            second = utc_text(revisit.original_captured)
            yield from self._held(_BY_SECOND, (revisit.original_url, second, own.record_id))
            yield from (_page(one) for one in self._noted(revisit) if utc_text(one.captured) == second)
        if own.payload_digest and revisit.profile == "identical-payload-digest":
            digest = own.payload_digest
            yield from self._held(_BY_DIGEST, (revisit.original_url, digest, own.record_id))
            yield from (_page(one) for one in self._noted(revisit) if one.payload_digest == digest)

    def _noted(self, revisit: Revisit) -> list[Capture]:
        return [one for one in self._fresh.values() if one.url == revisit.original_url]

    def _held(self, query: str, values: tuple[str, ...]) -> Iterator[HeldPage]:
        return (HeldPage(*row) for row in self._archive.rows(query, values))


def _page(capture: Capture) -> HeldPage:
    place = capture.location
    return HeldPage(capture.record_id, place.file, place.offset, place.length)


def _unknown(revisit: Revisit) -> str:
    own = revisit.capture
    named = own.refers_to or f"of {revisit.original_url[:200]}"
    return (
        f"{own.location.file}: the revisit at byte {own.location.offset} is left out: the record {named} "
        "that holds its page is unknown; ingest the WARC that has it, then this again"
    )
