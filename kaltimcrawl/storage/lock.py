"""One writer an archive: a lock that a dead process does not leave behind."""

from __future__ import annotations

import fcntl
import os
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from kaltimcrawl.errors import ArchiveBusy, ArchiveError
from kaltimcrawl.times import utc_text

FILE_NAME = "kaltim.lock"


class ArchiveLock:
    """Holds an archive's folder for one run, as a context manager.

    An advisory lock (flock) on `kaltim.lock`, which the kernel lets go when the process ends, however it
    ends. The file holds who took it, for the message. Raises ArchiveBusy where another run holds it, of this
    process or any other, and ArchiveError where the folder can't be written.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._file: int | None = None

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise ArchiveError(
                f"{self._path}: can't be written ({error.strerror}); the archive's folder must be writable"
            ) from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(file, 200, 0).decode("utf-8", "replace").strip()
            os.close(file)
            raise ArchiveBusy(
                f"{self._path.parent}: another run holds the archive{f' ({holder})' if holder else ''}; try again when it has ended"
            ) from error
        os.ftruncate(file, 0)
        os.pwrite(file, f"process {os.getpid()}, since {utc_text(datetime.now(UTC))}\n".encode(), 0)
        self._file = file
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = None
