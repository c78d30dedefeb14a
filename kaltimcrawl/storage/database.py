"""The archive's SQLite file: opened, made and brought to the schema of this program."""

from __future__ import annotations

import re
import sqlite3
from contextlib import ExitStack
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sqlite_utils import Database

from kaltimcrawl.errors import ArchiveError
from kaltimcrawl.storage.trouble import told

APPLICATION_ID = 0x4B4C5443
"""`KLTC` in `pragma application_id`: tells an archive from any other SQLite file."""

FILE_NAME = "kaltim.db"
BUSY_TIMEOUT_MS = 5000
_FIRST_VERSION = 1
_MIGRATION = re.compile(r"(\d{4})_\w+\.sql")
_SCRIPTS = files(__package__)


def open_database(folder: Path, scripts: Traversable = _SCRIPTS) -> Database:
    """The archive's database in `folder`, made where there is none, of the schema this program knows.

    WAL, foreign keys on, 5 seconds' patience with another writer. `scripts` holds `schema.sql` and the folder
    `migrations`. Raises ArchiveError for a file that is no archive (it is left as it is), is damaged or made
    by a newer program, and for a folder that can't be written.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"{folder}: can't be made ({error.strerror}); name another folder with --archive"
        ) from error
    with told(path), ExitStack() as undone:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)
        undone.callback(connection.close)
        _prepare(connection, path, scripts)
        database = Database(connection)
        undone.pop_all()
    return database


def _prepare(connection: sqlite3.Connection, path: Path, scripts: Traversable) -> None:
    version = _version_of(connection, path, scripts)  # before any change: it may be another program's
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma foreign_keys = on")
    if version != latest_version(scripts):
        _bring_up(connection, path, scripts)


def _version_of(connection: sqlite3.Connection, path: Path, scripts: Traversable) -> int:
    """The schema's version: 0 for an empty database."""
    # The tables come first: another process may make them all, and the numbers with them, between two reads.
    (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    if tables == 0:
        return 0
    (application_id,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise ArchiveError(f"{path}: a database of another program; name the archive's folder with --archive")
    latest = latest_version(scripts)
    if version > latest:
        raise ArchiveError(
            f"{path}: made by a newer kaltimcrawl (schema {version}, this one knows {latest}); update it"
        )
    return int(version)


def _bring_up(connection: sqlite3.Connection, path: Path, scripts: Traversable) -> None:
    """Makes or migrates the schema in one transaction: a kill leaves the old, never half of the new."""
    connection.execute("begin immediate")
    try:
        version = _version_of(connection, path, scripts)  # another process may have been first
        migrations = [script for number, script in _migrations(scripts) if number > version]
        schema = scripts.joinpath("schema.sql")
        for script in migrations if version else [schema.read_text("utf-8")]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {latest_version(scripts)}")
        connection.execute("commit")
    finally:
        if connection.in_transaction:
            connection.execute("rollback")


def _statements(script: str) -> list[str]:
    """The statements of a script. `executescript` won't do: it commits before it begins."""
    statements, waiting = [], ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            statements.append(waiting)
            waiting = ""
    return [*statements, waiting]  # what is left is blank or a comment, else SQLite will say that it is cut


def latest_version(scripts: Traversable = _SCRIPTS) -> int:
    """The schema version that this program makes and reads."""
    return max((number for number, _ in _migrations(scripts)), default=_FIRST_VERSION)


def _migrations(scripts: Traversable) -> list[tuple[int, str]]:
    found = []
    for entry in scripts.joinpath("migrations").iterdir():
        name = _MIGRATION.fullmatch(entry.name)
        if name:
            found.append((int(name[1]), entry.read_text("utf-8")))
    return sorted(found)
