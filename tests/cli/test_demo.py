import json
import socket
import sqlite3

import pytest

from kaltimcrawl.demo import DemoServer


@pytest.fixture(scope="module")
def truth():
    with DemoServer(port=0) as server:
        return list(server.articles())


def _rows(folder, sql):
    with sqlite3.connect(folder / "kaltim.db") as connection:
        return connection.execute(sql).fetchall()


def test_the_demo_archives_all_its_articles_and_a_second_run_finds_nothing_new(command, truth, tmp_path):
    first = command("demo")
    assert first.returncode == 0, first.stderr
    assert "Traceback" not in first.stderr
    folder = tmp_path / "empty" / "demo-archive"
    assert {title for (title,) in _rows(folder, "select title from articles")} == {one.title for one in truth}
    assert f"The newest 10 of {len(truth)} articles in demo-archive:" in first.stdout
    assert f"{len(truth)} new" in first.stdout
    assert first.stdout.count("  failed as the demo portal has it: ") == 2
    assert first.stdout.splitlines()[-1] == "Browse them:  kaltimcrawl --archive demo-archive serve"

    second = command("demo")
    assert second.returncode == 0, second.stderr
    assert f"Nothing new: demo-archive held all {len(truth)} articles already." in second.stdout
    assert _rows(folder, "select count(*) from article_revisions") == [(len(truth),)]
    assert not (tmp_path / "empty" / "archive").exists()

    found = json.loads(command("--archive", "demo-archive", "search", "banjir", "--format", "json").stdout)
    assert found


def test_the_demo_goes_where_archive_says_and_not_where_the_environment_says(command, environment, tmp_path):
    environment["KALTIMCRAWL_ARCHIVE"] = str(tmp_path / "real")
    assert command("--archive", tmp_path / "elsewhere", "demo").returncode == 0
    assert (tmp_path / "elsewhere" / "kaltim.db").is_file()
    assert not (tmp_path / "real").exists()


def test_a_port_that_was_taken_since_is_told(command, tmp_path):
    assert command("demo").returncode == 0
    folder = tmp_path / "empty" / "demo-archive"
    [(home,)] = _rows(folder, "select home from portals")
    with socket.socket() as other:
        other.bind(("127.0.0.1", int(home.rstrip("/").rpartition(":")[2])))
        other.listen()
        ended = command("demo")
    assert ended.returncode == 2
    assert ended.stderr.startswith("kaltimcrawl: port ")
    assert "in use" in ended.stderr
    assert ended.stderr.count("\n") == 1
