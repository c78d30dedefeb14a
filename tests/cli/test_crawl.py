import sqlite3

import pytest

from kaltimcrawl.demo import DemoServer
from kaltimcrawl.storage import ArchiveLock

PORTAL = """name = "Kabar Uji"
home = "{home}"
region = "Samarinda"
timezone = "Asia/Makassar"
delay = 0
allow_private = true
"""


@pytest.fixture
def own_portal(tmp_path):
    """The demo portal, declared by its home alone in the archive's own portal files."""
    with DemoServer(port=0) as server:
        file = tmp_path / "empty" / "archive" / "portals" / "kabar-uji.toml"
        file.parent.mkdir(parents=True)
        file.write_text(PORTAL.format(home=f"{server.url}/"), encoding="utf-8")
        yield server


def _rows(tmp_path, sql):
    with sqlite3.connect(tmp_path / "empty" / "archive" / "kaltim.db") as connection:
        return connection.execute(sql).fetchall()


def test_a_portal_of_one_s_own_is_listed_crawled_and_updated(command, own_portal, tmp_path):
    assert "kabar-uji" in command("portal", "list").stdout
    first = command("crawl", "kabar-uji", "--max-pages", "3")
    assert "Traceback" not in first.stderr
    assert first.stdout.startswith("kabar-uji: 3 new")
    assert _rows(tmp_path, "select count(*) from articles") == [(3,)]
    command("crawl", "kabar-uji")
    held = _rows(tmp_path, "select count(*) from articles")
    assert held > [(3,)]
    update = command("update")
    assert " new" not in update.stdout.replace("nothing new", "")
    assert update.stdout.startswith("kabar-uji: ")
    assert _rows(tmp_path, "select count(*) from articles") == held


def test_progress_in_a_pipe_is_plain_lines_on_stderr(command, own_portal):
    ended = command("crawl", "kabar-uji", "--max-pages", "2")
    lines = ended.stderr.splitlines()
    assert lines[0] == f"kabar-uji: crawling {own_portal.url}/"
    assert lines[-1].startswith("kabar-uji: finished, ")
    assert "\x1b" not in ended.stderr


def test_an_unknown_portal_exits_2_and_names_the_nearest(words, tmp_path):
    for wrong in (["crawl", "kaltimtodai"], ["update", "kaltimtodai"]):
        ended = words(*wrong)
        assert ended.returncode == 2
        assert "kaltimtodai" in ended.stderr
        assert "kaltimtoday" in ended.stderr
        assert ended.stderr.count("\n") == 1
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.parametrize("since", ["yesterday", "2025-13-01", "12/05/2025", "", "9" * 400])
def test_a_date_that_is_none_exits_2_and_shows_the_form(words, since):
    ended = words("crawl", "niaga-asia", "--since", since)
    line = f"kaltimcrawl: --since {since}: not a date; write it as 2025-05-12, 2025-05 or 2025\n"
    assert (ended.returncode, ended.stderr) == (2, line)


def test_another_run_that_holds_the_archive_exits_75(command, own_portal, tmp_path):
    dump = tmp_path / "x.txt"
    dump.write_text("Judul\n\nIsi.")
    with ArchiveLock(tmp_path / "empty" / "archive"):
        for words in (["crawl", "kabar-uji"], ["update", "kabar-uji"], ["import-text", dump]):
            ended = command(*words)
            assert ended.returncode == 75
            assert ended.stderr.splitlines()[-1].startswith("kaltimcrawl: ")
            assert "Traceback" not in ended.stderr


def test_update_of_an_archive_that_knows_no_portal_says_what_to_do_first(words):
    ended = words("update")
    line = "kaltimcrawl: archive: no portal to update; begin with `kaltimcrawl crawl NAME`\n"
    assert (ended.returncode, ended.stderr) == (2, line)


def test_a_portal_file_that_is_wrong_is_named_with_its_key(command, own_portal, tmp_path):
    file = tmp_path / "empty" / "archive" / "portals" / "kabar-uji.toml"
    file.write_text(file.read_text().replace("timezone", "timezon"))
    for words in (["crawl", "kabar-uji"], ["portal", "list"], ["update", "kabar-uji"]):
        ended = command(*words)
        assert ended.returncode == 2
        assert "kabar-uji.toml" in ended.stderr
        assert "timezon" in ended.stderr
        assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("most", "told"), [("1", "1 page would be fetched, of "), ("3", "3 pages would be fetched, of ")]
)
def test_a_dry_run_tells_no_more_pages_than_may_be_fetched(command, own_portal, most, told):
    first, *planned = command("crawl", "kabar-uji", "--dry-run", "--max-pages", most).stdout.splitlines()
    assert first.startswith(f"kabar-uji: {told}")
    assert len(planned) == int(most)
