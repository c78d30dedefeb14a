"""The WARC file that is being written: `<name>.open` until it is whole, locked by whoever writes it.

Each process, and each writer in it, has its own file. The lock (flock) goes with its process however that
ends, so that a `.open` file without one is a dead process's, and `recovery.py` may make it whole.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from io import FileIO
from pathlib import Path
from typing import NoReturn

from kaltimcrawl.errors import CaptureError

OPEN_SUFFIX = ".open"

_MAX_TRIES = 10_000


class OpenWarc:
    """A new WARC file in `folder`, under the first number from `number` on that no file has.

    Raises `CaptureError` where it can't be made or written.
    """

    def __init__(self, folder: Path, stem: str, number: int) -> None:
        self._folder = folder
        self.size = 0
        """Bytes of whole records."""
        for self.number in range(number, number + _MAX_TRIES):
            self.name = f"{stem}-{self.number:05}.warc.gz"
            self._open_path = folder / f"{self.name}{OPEN_SUFFIX}"
            file = self._create()
            if file is not None:
                self._file = file
                return
        raise CaptureError(f"{folder / stem}-*.warc.gz: {_MAX_TRIES} files of that name are there already")

    def append(self, *records: bytes) -> tuple[int, ...]:
        """The offset of each record, after all of them were handed to the system.

        Raises `CaptureError` where they could not be; the file is then cut back to what it was.
        """
        offsets = []
        try:
            at = self.size
            for record in records:
                offsets.append(at)
                self._write(record, at)
                at += len(record)
        except OSError as error:
            self._cut_back(error)
        self.size = at
        return tuple(offsets)

    def finish(self) -> None:
        """Puts the file on the disk and gives it its name."""
        try:
            with self._file:
                self._file.truncate(self.size)
                os.fsync(self._file.fileno())
                self._open_path.rename(self._folder / self.name)
            sync_folder(self._folder)
        except OSError as error:
            self._fail(error, "it is kept as it is and made whole by the next crawl")

    def discard(self) -> None:
        """Removes the file. Raises nothing: what can't be removed, the next crawl finds and removes."""
        with self._file, contextlib.suppress(OSError):
            self._open_path.unlink()

    def _create(self) -> FileIO | None:
        """The file, locked; None where the name is taken."""
        try:
            file = self._open_path.open("xb", buffering=0)
            if is_locked_by_us(file, self._open_path):
                if not (self._folder / self.name).exists():
                    return file
                self._open_path.unlink()  # a file of that name was finished between two looks
            file.close()
        except FileExistsError:
            return None
        except OSError as error:
            self._fail(error, "see to the folder's disk and its rights")
        return None

    def _write(self, record: bytes, at: int) -> None:
        view = memoryview(record)
        while view:  # at a place of our own reckoning: whatever broke off before, offsets stay right
            written = os.pwrite(self._file.fileno(), view, at)
            view, at = view[written:], at + written

    def _cut_back(self, reason: OSError) -> NoReturn:
        try:
            self._file.truncate(self.size)
        except OSError as error:
            self._fail(error, "the next crawl cuts the half-written record off")
        self._fail(reason, "no record was left half-written; see to the disk and crawl again")

    def _fail(self, error: OSError, remedy: str) -> NoReturn:
        raise CaptureError(f"{self._open_path}: can't be written: {error.strerror}; {remedy}") from error


def is_locked_by_us(file: FileIO, path: Path) -> bool:
    """Whether the lock of the open file was free and is ours now, and the file still stands at `path`."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        here, there = os.fstat(file.fileno()), path.stat(follow_symlinks=False)
    except (BlockingIOError, FileNotFoundError):
        return False
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)


def sync_folder(folder: Path) -> None:
    """Puts the folder's names on the disk, so that a rename outlives a power cut."""
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
