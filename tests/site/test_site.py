"""Where the site's files are, and the command that serves them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kaltimcrawl.errors import ArchiveError
from kaltimcrawl.site import serve_command, site_folder


@pytest.fixture
def archive(sample_site: Any, tmp_path: Path) -> Path:
    """A folder with nothing but a database, and a name that could be taken for an option."""
    folder = tmp_path / "-arsip kita"
    folder.mkdir()
    return shutil.copy(sample_site.folder / "kaltim.db", folder / "kaltim.db").parent


def test_the_site_folder_holds_what_datasette_needs() -> None:
    folder = site_folder()
    assert {"metadata.yaml", "settings.json", "templates", "static", "plugins"} <= {
        entry.name for entry in folder.iterdir()
    }


def test_the_command_names_every_part_of_the_site(archive: Path) -> None:
    site = site_folder()
    assert serve_command(archive, "127.0.0.1", 8017) == [
        sys.executable,
        *("-m", "datasette", "serve", str(archive / "kaltim.db")),
        *("--host", "127.0.0.1", "--port", "8017"),
        *("--metadata", str(site / "metadata.yaml")),
        *("--template-dir", str(site / "templates")),
        *("--plugins-dir", str(site / "plugins")),
        *("--static", f"static:{site / 'static'}"),
        *("--setting", "default_page_size", "50"),
        *("--setting", "default_facet_size", "24"),
        *("--setting", "suggest_facets", "off"),
        *("--setting", "facet_time_limit_ms", "500"),
        *("--setting", "sql_time_limit_ms", "3000"),
        *("--setting", "truncate_cells_html", "240"),
    ]


def test_datasette_runs_the_command(archive: Path) -> None:
    command = serve_command(archive, "127.0.0.1", 0)
    answer = subprocess.run(
        [*command, "--get", "/kaltim/cari?q=banjir"], capture_output=True, text=True, timeout=60
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "<mark>Banjir</mark> rendam dua kelurahan" in answer.stdout
    settings = subprocess.run(
        [*command, "--get", "/-/settings.json"], capture_output=True, text=True, timeout=60
    )
    assert json.loads(settings.stdout)["suggest_facets"] is False


def test_a_folder_without_a_database_is_told_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as told:
        serve_command(tmp_path, "127.0.0.1", 8001)
    assert str(told.value) == (
        f"{tmp_path}: no archive here (kaltim.db is missing); make one with `kaltimcrawl crawl NAME` or "
        "`kaltimcrawl demo`, or name another folder with --archive"
    )


@pytest.mark.parametrize("content", [b"", b"<!doctype html>", b"SQLite format 2\0" + bytes(100)])
def test_what_is_no_sqlite_database_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kaltim.db").write_bytes(content)
    with pytest.raises(ArchiveError, match=r"kaltim\.db: is no SQLite database; [^\n]+$"):
        serve_command(tmp_path, "127.0.0.1", 8001)


def test_a_folder_in_the_database_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "kaltim.db").mkdir()
    with pytest.raises(ArchiveError, match=r"kaltim\.db: can't be read \([^\n]+$"):
        serve_command(tmp_path, "127.0.0.1", 8001)
