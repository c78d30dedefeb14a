import json

import pytest

DUMP = """BerandaBontangDermaga Nelayan Diperbaiki,...

Dermaga Nelayan Diperbaiki Sebelum Musim Ombak

Terbaru

BONTANG – Dermaga nelayan di pesisir selatan diperbaiki sebelum musim ombak tiba, dan perahu untuk sementara ditambatkan di muara.

Pekerjaan itu selesai dalam empat puluh hari, menurut pengawas proyek yang ditemui di lokasi pada Selasa siang.
"""


@pytest.fixture
def archive(words, tmp_path):
    file = tmp_path / "dermaga.txt"
    file.write_text(DUMP, encoding="utf-8")
    assert words("import-text", file).returncode == 0


@pytest.mark.usefixtures("archive")
def test_json_gives_the_hits_as_records(words):
    ended = words("search", "dermaga ombak", "--format", "json")
    [hit] = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (hit["title"], hit["portal"]) == ("Dermaga Nelayan Diperbaiki Sebelum Musim Ombak", "import")
    assert hit["url"].startswith("urn:sha256:")


@pytest.mark.usefixtures("archive")
def test_a_table_in_a_pipe_keeps_each_line_whole(words):
    ended = words("search", "muara")
    lines = ended.stdout.splitlines()
    assert ended.returncode == 0
    assert lines[0].split() == ["Published", "Portal", "Article"]
    assert lines[2].split(maxsplit=2) == ["–", "import", "Dermaga Nelayan Diperbaiki Sebelum Musim Ombak"]
    assert "ditambatkan di muara" in lines[3]
    assert lines[4].split()[0].startswith("urn:sha256:")
    assert "\x1b" not in ended.stdout


@pytest.mark.usefixtures("archive")
def test_nothing_found_is_said_and_is_no_error(words):
    ended = words("search", "gempa")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Nothing found for 'gempa'.\n", "")
    assert words("search", "gempa", "--format", "json").stdout == "[]\n"


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "query", ['"', "AND", "a OR", "title:x", "(", "*", "-", "'; drop table articles; --", "NEAR(", ""]
)
def test_no_query_is_an_error_of_sql(words, query):
    ended = words("search", query)
    assert "Traceback" not in ended.stderr
    assert "syntax" not in ended.stderr
    assert ended.returncode in (0, 2)


def test_without_an_archive_it_says_how_to_make_one(words, tmp_path):
    for verb in (["search", "banjir"], ["serve"]):
        ended = words(*verb)
        assert ended.returncode == 2
        assert ended.stderr == (
            "kaltimcrawl: archive/kaltim.db: no archive there yet; make one with `kaltimcrawl crawl NAME`, "
            "`kaltimcrawl ingest FILE` or `kaltimcrawl demo`, or name its folder with --archive\n"
        )
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_folder_that_is_a_file_is_told(words, tmp_path):
    (tmp_path / "empty" / "archive").write_text("x")
    for verb in (["search", "x"], ["serve"], ["update"], ["portal", "list"], ["crawl", "niaga-asia"]):
        ended = words(*verb)
        assert (ended.returncode, ended.stderr) == (
            2,
            "kaltimcrawl: archive: a file; --archive names a folder\n",
        )


def test_a_database_that_is_none_is_one_line(words, tmp_path):
    (tmp_path / "empty" / "archive").mkdir()
    (tmp_path / "empty" / "archive" / "kaltim.db").write_bytes(b"no database" * 1000)
    for verb in (["search", "x"], ["serve"], ["update"]):
        ended = words(*verb)
        assert ended.returncode == 1
        assert ended.stderr.startswith("kaltimcrawl: ")
        assert "kaltim.db" in ended.stderr
        assert ended.stderr.count("\n") == 1
