"""The file: made, opened, refused, migrated; plain SQLite reads it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from kaltimcrawl.errors import ArchiveBusy, ArchiveError
from kaltimcrawl.storage import Archive
from kaltimcrawl.storage.database import APPLICATION_ID, latest_version, open_database

PACKAGE = Path(__file__).parents[2] / "kaltimcrawl" / "storage"
TABLES = {
    *("portals", "crawl_runs", "captures", "articles", "article_revisions", "revision_captures", "bylines"),
    *("tags", "article_tags", "images", "crawl_errors", "frontier", "validators", "articles_fts"),
    *("profile_pages", "doors", "frontier_doors", "aliases", "witnesses", "article_events"),
    *("robots", "host_rests"),
}


@pytest.fixture
def scripts(tmp_path):
    """The schema's scripts, to which a test adds migrations."""
    folder = tmp_path / "scripts"
    (folder / "migrations").mkdir(parents=True)
    shutil.copy(PACKAGE / "schema.sql", folder)
    return folder


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"pragma {name}").fetchone()[0]


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("select name from sqlite_master where type = 'table'")
        return {name for (name,) in rows if not name.startswith("articles_fts_")}


def test_a_new_archive_says_what_it_is(folder):
    Archive.open(folder).close()
    path = folder / "kaltim.db"
    assert pragma(path, "application_id") == APPLICATION_ID == int.from_bytes(b"KLTC", "big")
    assert (pragma(path, "user_version"), latest_version()) == (6, 6)
    assert pragma(path, "journal_mode") == "wal"
    assert tables(path) == TABLES


def test_python_without_the_package_reads_and_searches_it(folder, archive, desk):
    desk.file(archive, desk.article(), desk.capture(1))
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "print(c.execute('select articles.title from articles join articles_fts on articles_fts.rowid = articles.id"
        " where articles_fts match ?', ('surut',)).fetchall())"
    )
    command = [sys.executable, "-I", "-S", "-c", program, folder / "kaltim.db"]
    assert (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[('Banjir Surut',)]\n"
    )


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="no sqlite3 shell here")
def test_the_sqlite3_shell_reads_it(folder, archive, desk):
    desk.file(archive, desk.article(), desk.capture(1))
    command = ["sqlite3", folder / "kaltim.db", "select title, published_month from articles"]
    assert (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout == "Banjir Surut|2025-05\n"
    )


def test_opening_again_changes_nothing(folder, archive, desk):
    desk.file(archive, desk.article(), desk.capture(1))
    with Archive.open(folder) as again:
        assert again.rows("select title from articles") == [("Banjir Surut",)]


def test_foreign_keys_hold(archive):
    with pytest.raises(ArchiveError, match=r"FOREIGN KEY constraint failed"):
        archive.execute(
            "insert into captures values (1, 'r', 'u', 'nowhere', 't', 200, '', '', 'w', 0, 1, null, null)"
        )


def test_an_empty_file_becomes_an_archive(folder):
    folder.mkdir()
    (folder / "kaltim.db").touch()
    Archive.open(folder).close()
    assert tables(folder / "kaltim.db") == TABLES


def test_a_database_of_another_program_is_refused_and_left_as_it_is(folder):
    folder.mkdir()
    path = folder / "kaltim.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table notes (text)")
    before = path.read_bytes()
    with pytest.raises(ArchiveError) as caught:
        Archive.open(folder)
    assert (
        str(caught.value)
        == f"{path}: a database of another program; name the archive's folder with --archive"
    )
    assert path.read_bytes() == before
    assert [entry.name for entry in folder.iterdir()] == ["kaltim.db"]


def test_an_archive_of_a_newer_program_is_refused(folder):
    Archive.open(folder).close()
    path = folder / "kaltim.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 7")
    with pytest.raises(ArchiveError) as caught:
        Archive.open(folder)
    assert str(caught.value) == f"{path}: made by a newer kaltimcrawl (schema 7, this one knows 6); update it"


@pytest.mark.parametrize("content", [b"<html>" * 1000, b"SQLite format 3\0" + bytes(range(256)) * 40])
def test_what_is_no_database_is_refused_in_a_line(folder, content):
    folder.mkdir()
    (folder / "kaltim.db").write_bytes(content)
    with pytest.raises(ArchiveError) as caught:
        Archive.open(folder)
    assert str(caught.value).startswith(f"{folder / 'kaltim.db'}: ")
    assert "\n" not in str(caught.value)
    assert (folder / "kaltim.db").read_bytes() == content


def test_damage_met_on_the_way_is_told_in_a_line(folder, desk):
    with Archive.open(folder) as archive:
        archive.add_portal(desk.portal)
        for number in range(40):
            url = f"{desk.url}/{number}"
            desk.file(archive, desk.article("Banjir. " * 400, url), desk.capture(number, url))
    path = folder / "kaltim.db"
    content = bytearray(path.read_bytes())
    content[4096 * 60 :] = bytes(255) * (len(content) // 255)
    path.write_bytes(content)
    with (
        pytest.raises(ArchiveError, match=r"damaged; set it aside") as caught,
        Archive.open(folder) as archive,
    ):
        archive.rows("select * from articles")
    assert str(caught.value).startswith(f"{path}: ")


def test_a_file_in_the_folder_s_place_is_told_in_a_line(tmp_path):
    (tmp_path / "archive").touch()
    for folder in (tmp_path / "archive", tmp_path / "archive" / "deeper"):
        with pytest.raises(ArchiveError, match=r"can't be made .* name another folder with --archive"):
            Archive.open(folder)


def test_a_folder_in_the_file_s_place_is_told_in_a_line(folder):
    (folder / "kaltim.db").mkdir(parents=True)
    with pytest.raises(
        ArchiveError, match=r"kaltim.db: can't be opened; the archive's folder must be writable"
    ):
        Archive.open(folder)


@pytest.fixture
def somebody():
    """Rights of a common user, which root can take on; a folder that everybody reaches."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    is_root = os.geteuid() == 0
    yield folder, (lambda: os.seteuid(65534)) if is_root else (lambda: None)
    if is_root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_without_the_right_to_write_is_told_in_a_line(somebody):
    folder, become_common = somebody
    folder.chmod(0o555)
    become_common()
    with pytest.raises(
        ArchiveError, match=r"kaltim.db: can't be opened; the archive's folder must be writable"
    ):
        Archive.open(folder)
    with pytest.raises(ArchiveError, match=r"new: can't be made"):
        Archive.open(folder / "new")


def test_an_archive_without_the_right_to_write_is_told_in_a_line(somebody, desk):
    folder, become_common = somebody
    Archive.open(folder).close()
    (folder / "kaltim.db").chmod(0o444)
    folder.chmod(0o555)
    become_common()
    with pytest.raises(ArchiveError, match=r"must be writable"), Archive.open(folder) as archive:
        archive.start_run("crawl", None, desk.start)


def test_it_opens_while_another_program_writes(folder, archive):
    with closing(sqlite3.connect(folder / "kaltim.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        Archive.open(folder).close()


def test_a_file_that_another_program_locks_whole_is_busy(folder, monkeypatch):
    monkeypatch.setattr("kaltimcrawl.storage.database.BUSY_TIMEOUT_MS", 20)
    folder.mkdir()
    with closing(sqlite3.connect(folder / "kaltim.db", isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(
            ArchiveBusy, match=r"another program is writing to it .* try again when it has ended"
        ):
            Archive.open(folder)


def test_processes_that_make_it_at_once_make_one(folder, child):
    program = "import pathlib, sys; from kaltimcrawl.storage import Archive; Archive.open(pathlib.Path(sys.argv[1])).close(); print('opened')"
    children = [child(program, folder) for _ in range(4)]
    assert [process.communicate(timeout=60)[0] for process in children] == ["opened\n"] * 4
    assert tables(folder / "kaltim.db") == TABLES


def test_one_that_another_process_makes_between_two_reads_is_opened(folder, monkeypatch):
    connect, opened = sqlite3.connect, []

    class Late(sqlite3.Connection):
        def execute(self, *words):
            if opened:
                return super().execute(*words)
            rows = super().execute(*words).fetchall()  # to the end, else the read would hold the file
            opened.append(True)
            open_database(folder).close()
            return SimpleNamespace(fetchone=lambda: rows[0])

    def connected(*words, **options):
        return connect(*words, **options, factory=sqlite3.Connection if opened else Late)

    monkeypatch.setattr(sqlite3, "connect", connected)
    open_database(folder).close()
    assert tables(folder / "kaltim.db") == TABLES


def test_a_migration_brings_an_archive_up(folder, scripts):
    open_database(folder, scripts).close()
    (scripts / "migrations" / "0002_mood.sql").write_text(
        "alter table articles add column mood text; -- why\n"
        "create table moods (name text);\ncreate trigger t after insert on moods begin select 1; end;\n-- end"
    )
    (scripts / "migrations" / "0003_more.sql").write_text("insert into moods values ('senang');\n")
    database = open_database(folder, scripts)
    assert database.query("select * from moods").__next__() == {"name": "senang"}
    assert "mood" in database["articles"].columns_dict
    database.close()
    assert pragma(folder / "kaltim.db", "user_version") == 3


def columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Table to its columns, the generated ones too."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(
                "select name, type, hidden from pragma_table_xinfo(?)", (table,)
            ).fetchall()
            for table in tables(path)
        }


def indexes(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("select name from sqlite_master where type = 'index'")}


def test_an_archive_of_the_first_version_becomes_what_a_new_one_is(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    with closing(sqlite3.connect(old / "kaltim.db")) as connection:
        connection.executescript((Path(__file__).parent / "versions" / "0001.sql").read_text("utf-8"))
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute("pragma user_version = 1")
    for folder in (old, new):
        Archive.open(folder).close()
    assert pragma(old / "kaltim.db", "user_version") == latest_version()
    assert columns(old / "kaltim.db") == columns(new / "kaltim.db")
    assert indexes(old / "kaltim.db") == indexes(new / "kaltim.db")


@pytest.mark.parametrize("broken", ["insert into nowhere values (1);\n", "create table half (\n"])
def test_a_migration_that_fails_leaves_the_old_archive(folder, scripts, broken):
    open_database(folder, scripts).close()
    path = folder / "kaltim.db"
    (scripts / "migrations" / "0002_mood.sql").write_text("create table moods (name text);\n")
    (scripts / "migrations" / "0003_broken.sql").write_text(broken)
    with pytest.raises(ArchiveError, match=r"kaltim.db: "):
        open_database(folder, scripts)
    assert tables(path) == TABLES
    assert pragma(path, "user_version") == 1


def test_a_new_archive_needs_no_migration(folder, scripts):
    (scripts / "migrations" / "0002_mood.sql").write_text("this is no SQL;\n")
    open_database(folder, scripts).close()
    assert pragma(folder / "kaltim.db", "user_version") == 2
