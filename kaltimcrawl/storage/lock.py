"""One writer an archive: a lock that a dead process does not leave behind."""

from __future__ import annotations

import fcntl
import os
from contextlib import ExitStack, suppress
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
            with ExitStack() as undone:
                undone.callback(os.close, file)
                self._take(file)
                undone.pop_all()
        except OSError as error:
            raise ArchiveError(
                f"{self._path}: can't be locked ({error.strerror}); the archive's folder must be writable"
            ) from error
        self._file = file
        return self

    def _take(self, file: int) -> None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(file, 200, 0).decode("utf-8", "replace").strip()
            who = f" ({holder})" if holder else ""
            raise ArchiveBusy(
                f"{self._path.parent}: another run holds the archive{who}; try again when it has ended"
            ) from error
        os.ftruncate(file, 0)
        os.pwrite(file, f"process {os.getpid()}, since {utc_text(datetime.now(UTC))}\n".encode(), 0)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            with suppress(OSError):  # the holder's name is for the message only
                os.ftruncate(file, 0)
            os.close(file)
