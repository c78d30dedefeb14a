"""What SQLite could not do, told to a person in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kaltimcrawl.errors import ArchiveBusy, ArchiveError

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_REMEDIES = {
    sqlite3.SQLITE_FULL: "no room left on the disk; make room and run it again",
    sqlite3.SQLITE_IOERR: "the disk failed or is full",
    sqlite3.SQLITE_READONLY: "can't be written; the archive's folder and its files must be writable",
    sqlite3.SQLITE_CANTOPEN: "can't be opened; the archive's folder must be writable",
    sqlite3.SQLITE_PERM: "can't be opened; the archive's folder and its files must be writable",
    sqlite3.SQLITE_CORRUPT: "damaged; set it aside and ingest the files of warc/ into a new archive",
    sqlite3.SQLITE_NOTADB: "not an archive, or damaged; set it aside or name another folder with --archive",
}


def archive_error(path: Path, error: sqlite3.Error) -> ArchiveError:
    """The error to raise for what SQLite said: the file, what is wrong, what to do, SQLite's own words.

    ArchiveBusy where another program is writing for longer than the archive waits.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code; the module's own errors have none
    if code in _BUSY:
        return ArchiveBusy(f"{path}: another program is writing to it ({error}); try again when it has ended")
    remedy = _REMEDIES.get(code)
    return ArchiveError(f"{path}: {remedy} ({error})" if remedy else f"{path}: {error}")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns errors of SQLite in its block into `archive_error`."""
    try:
        yield
    except sqlite3.Error as error:
        raise archive_error(path, error) from error
