"""The archive's SQLite file: opened, made and brought to the schema of this program."""

from __future__ import annotations

import re
import sqlite3
from importlib.resources import files
from pathlib import Path

from sqlite_utils import Database

from kaltimcrawl.errors import ArchiveError

APPLICATION_ID = 0x4B4C5443
"""`KLTC` in `pragma application_id`: tells an archive from any other SQLite file."""

FILE_NAME = "kaltim.db"
BUSY_TIMEOUT_MS = 5000
_FIRST_VERSION = 1
_MIGRATION = re.compile(r"(\d{4})_\w+\.sql")


def open_database(folder: Path) -> Database:
    """The archive's database in `folder`, made where there is none, of the schema this program knows.

    WAL, foreign keys on, 5 seconds' patience with another writer. Raises ArchiveError for a file that is no
    archive, is damaged, or was made by a newer program, and for a folder that can't be written.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(
            f"{path}: can't be opened ({error}); the archive's folder must be writable"
        ) from error
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise ArchiveError(f"{path}: not a readable archive ({error})") from error
    except ArchiveError:
        connection.close()
        raise
    return Database(connection)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma recursive_triggers = on")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    version = _version_of(connection, path)
    if version == latest_version():
        return
    scripts = (
        [_schema()] if version == 0 else [script for number, script in _migrations() if number > version]
    )
    _run(
        connection,
        [
            *scripts,
            f"pragma application_id = {APPLICATION_ID};",
            f"pragma user_version = {latest_version()};",
        ],
    )


def _version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version: 0 for an empty database."""
    (application_id,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    if tables == 0:
        return 0
    if application_id != APPLICATION_ID:
        raise ArchiveError(f"{path}: a database of another program; name the archive's folder with --archive")
    if version > latest_version():
        raise ArchiveError(
            f"{path}: made by a newer kaltimcrawl (schema {version}, this one knows {latest_version()}); update kaltimcrawl"
        )
    return int(version)


def _run(connection: sqlite3.Connection, scripts: list[str]) -> None:
    """Runs scripts in one transaction: a killed program leaves the old schema, never half of the new."""
    connection.execute("begin immediate")
    try:
        for statement in _statements("\n".join(scripts)):
            connection.execute(statement)
    except sqlite3.Error:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def _statements(script: str) -> list[str]:
    """The statements of a script. `executescript` won't do: it commits before it begins."""
    statements, waiting = [], ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            statements.append(waiting)
            waiting = ""
    return statements


def latest_version() -> int:
    """The schema version that this program makes and reads."""
    return max((number for number, _ in _migrations()), default=_FIRST_VERSION)


def _schema() -> str:
    return files(__package__).joinpath("schema.sql").read_text("utf-8")


def _migrations() -> list[tuple[int, str]]:
    found = []
    for entry in files(__package__).joinpath("migrations").iterdir():
        name = _MIGRATION.fullmatch(entry.name)
        if name:
            found.append((int(name[1]), entry.read_text("utf-8")))
    return sorted(found)
