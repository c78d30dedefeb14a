"""WARC files that a dead process left open, made whole."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from kaltimcrawl.capture.openfile import OPEN_SUFFIX, is_locked_by_us, sync_folder
from kaltimcrawl.errors import CaptureError

_READ = 32_768
_PIECE = 1_048_576


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was done with one file."""

    file: str
    """Its name now; without a record it was removed."""
    records: int
    """Whole records, warcinfo and requests among them."""
    cut: int
    """Bytes of a half-written record that were cut off its end."""

    def __str__(self) -> str:
        done = "made whole" if self.records else "removed"
        return f"{self.file}: {done} after its writer died; {self.records} records, {self.cut} bytes cut off"


def recover(folder: Path) -> tuple[Recovered, ...]:
    """What was done with each `*.warc.gz.open` in `folder` that no living process writes.

    Each is cut after its last whole record and given its name. Raises `CaptureError` where it can't be.
    """
    return tuple(_recover_all(folder))


def _recover_all(folder: Path) -> Iterator[Recovered]:
    for path in sorted(folder.glob(f"*.warc.gz{OPEN_SUFFIX}")):
        try:
            done = _recover_file(path)
        except OSError as error:
            raise CaptureError(
                f"{path}: left by a dead process and can't be made whole: {error.strerror}; see to its rights"
            ) from error
        if done:
            yield done


def _recover_file(path: Path) -> Recovered | None:
    """What was done; None where another writes the file or has just dealt with it."""
    try:
        file = FileIO(os.open(path, os.O_RDWR | os.O_NOFOLLOW), "r+")
    except FileNotFoundError:
        return None
    with file:
        if not is_locked_by_us(file, path):
            return None
        whole, records = _measure(file)
        cut = file.seek(0, os.SEEK_END) - whole
        name = path.name.removesuffix(OPEN_SUFFIX)
        if not records:
            path.unlink()
            return Recovered(name, 0, cut)
        if path.with_name(name).exists():
            raise CaptureError(f"{path}: {name} is there too; move one of the two away")
        file.truncate(whole)
        os.fsync(file.fileno())
        path.rename(path.with_name(name))
    sync_folder(path.parent)
    return Recovered(name, records, cut)


def _measure(file: FileIO) -> tuple[int, int]:
    """Bytes and number of the gzip members that are whole, their checksums right, from the start on."""
    whole = records = 0
    member = zlib.decompressobj(31)
    while raw := file.read(_READ):
        while raw:
            try:
                member.decompress(raw, _PIECE)
            except zlib.error:
                return whole, records
            if not member.eof:
                raw = member.unconsumed_tail
                continue
            raw = member.unused_data
            whole, records = file.tell() - len(raw), records + 1
            member = zlib.decompressobj(31)
    return whole, records
