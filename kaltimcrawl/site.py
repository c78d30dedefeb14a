"""The archive's web site: where its files are, and the command that serves an archive with them.

The site itself is data (`archive/`): templates, styles, descriptions and a few plugins for Datasette 0.65
(https://docs.datasette.io/en/0.65/). A checkout serves it by `datasette archive/`; an installed package
carries the same files as `kaltimcrawl/_site`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kaltimcrawl.errors import ArchiveError

DATABASE = "kaltim.db"
"""The database's file in an archive's folder; its stem is the name that templates and addresses use."""

_SQLITE_MAGIC = b"SQLite format 3\0"


def site_folder() -> Path:
    """The folder with metadata.yaml, settings.json, templates, static and plugins: the installed package's
    own, else the checkout's `archive/`.

    Raises ArchiveError where neither is whole.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_site", package.parent / "archive"):
        if (folder / "metadata.yaml").is_file() and (folder / "settings.json").is_file():
            return folder
    raise ArchiveError(f"{package}: the site's files are missing; install kaltimcrawl again")


def serve_command(folder: Path, host: str = "127.0.0.1", port: int = 8001) -> list[str]:
    """The argument vector that serves `folder`'s archive on `host` and `port`, by this same Python.

    The database is opened read-only but mutable: Datasette sees what a crawl writes meanwhile.
    Raises ArchiveError where `folder` holds no archive.
    """
    database = _database_of(folder)
    site = site_folder()
    settings = json.loads((site / "settings.json").read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "datasette", "serve", str(database)]
    command += ["--host", host, "--port", str(port)]
    command += ["--metadata", str(site / "metadata.yaml")]
    command += ["--template-dir", str(site / "templates")]
    command += ["--plugins-dir", str(site / "plugins")]
    command += ["--static", f"static:{site / 'static'}"]
    for name, value in settings.items():
        command += ["--setting", name, _setting_word(value)]
    return command


def _database_of(folder: Path) -> Path:
    # Absolute, so that no folder's name is taken for an option and no later chdir matters.
    database = folder.resolve() / DATABASE
    try:
        with database.open("rb") as file:
            magic = file.read(len(_SQLITE_MAGIC))
    except FileNotFoundError:
        raise ArchiveError(
            f"{folder}: no archive here ({DATABASE} is missing); make one with "
            "`kaltimcrawl crawl NAME` or `kaltimcrawl demo`, or name another folder with --archive"
        ) from None
    except OSError as error:
        raise ArchiveError(
            f"{database}: can't be read ({error.strerror}); check the file's permissions"
        ) from None
    if magic != _SQLITE_MAGIC:
        raise ArchiveError(
            f"{database}: is no SQLite database; restore it from a copy, or move it away and crawl anew"
        )
    return database


def _setting_word(value: object) -> str:
    """A setting as Datasette's command line writes it: on and off, digits, or the word itself."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)
