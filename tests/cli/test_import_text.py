import json
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

PARAGRAPHS = [
    "TENGGARONG – Pemerintah kabupaten membuka jembatan gantung yang menghubungkan dua desa di hulu sungai, setelah "
    "warga menunggu perbaikannya selama dua tahun.",
    "Jembatan sepanjang seratus meter itu kini dapat dilalui sepeda motor, sedangkan mobil tetap memutar lewat jalan "
    "provinsi yang jaraknya dua belas kilometer.",
    "“Anak sekolah tidak perlu lagi menyeberang dengan perahu,” ujar kepala desa saat peresmian pada Rabu pagi.",
]
DUMP = "\n\n".join(
    [
        "BerandaKutai KartanegaraJembatan Gantung Dua Desa Dibuka,...",
        "Jembatan Gantung Dua Desa Dibuka, Warga Tak Lagi Menyeberang dengan Perahu",
        "Terbaru",
        *PARAGRAPHS,
        "(adv)",
        "Trending Minggu Ini",
        "Kamu mungkin juga suka",
        "",
    ]
)
TITLE = "Jembatan Gantung Dua Desa Dibuka, Warga Tak Lagi Menyeberang dengan Perahu"
SEED = Path(__file__).parents[3] / "shared" / "seed.txt"


@pytest.fixture
def dump(tmp_path):
    file = tmp_path / "jembatan.txt"
    file.write_text(DUMP, encoding="utf-8")
    return file


def _rows(tmp_path, sql):
    with sqlite3.connect(tmp_path / "empty" / "archive" / "kaltim.db") as connection:
        return connection.execute(sql).fetchall()


def test_a_dump_becomes_an_article_without_its_chrome(command, dump, tmp_path):
    ended = command("import-text", dump)
    says = f"{dump}: new: {TITLE} (Kutai Kartanegara, TENGGARONG, 3 blocks, advertorial)\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, says, "")
    sql = "select portal, title, section, dateline, is_advertorial, text from articles"
    assert _rows(tmp_path, sql) == [
        ("import", TITLE, "Kutai Kartanegara", "TENGGARONG", 1, "\n\n".join(PARAGRAPHS))
    ]


def test_the_dump_is_kept_as_it_came_and_names_the_article(command, dump, tmp_path):
    command("import-text", dump)
    digest = sha256(dump.read_bytes()).hexdigest()
    kept = tmp_path / "empty" / "archive" / "text" / f"{digest}.txt"
    assert kept.read_bytes() == dump.read_bytes()
    assert _rows(tmp_path, "select url, canonical_url from articles") == [(f"urn:sha256:{digest}",) * 2]
    [(provenance,)] = _rows(tmp_path, "select provenance from article_revisions")
    assert json.loads(provenance)["source"] == {
        "place": f"text/{digest}.txt",
        "raw": digest,
        "disagreeing": [],
    }


def test_importing_twice_changes_nothing(command, dump, tmp_path):
    command("import-text", dump)
    again = command("import-text", dump)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.startswith(f"{dump}: unchanged: ")
    assert _rows(tmp_path, "select count(*) from article_revisions") == [(1,)]
    assert _rows(tmp_path, "select command, status, new, unchanged from crawl_runs order by id") == [
        ("import-text", "finished", 1, 0),
        ("import-text", "finished", 0, 1),
    ]


def test_what_holds_no_article_fails_alone_and_is_kept_in_crawl_errors(command, dump, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text("Terbaru\n\nTrending Minggu Ini\n")
    ended = command("import-text", note, dump)
    assert ended.returncode == 1
    assert ended.stderr == f"kaltimcrawl: {note}: no article in it: a title and a paragraph are the least\n"
    assert ended.stdout.startswith(f"{dump}: new: ")
    assert _rows(tmp_path, "select kind, url from crawl_errors") == [("extraction", note.as_uri())]


def test_a_file_in_another_encoding_is_refused_until_it_is_named(command, tmp_path):
    old = tmp_path / "old.txt"
    old.write_bytes(DUMP.encode("windows-1252"))
    refused = command("import-text", old)
    line = f"kaltimcrawl: {old}: not written in utf-8; say how with --encoding, as windows-1252\n"
    assert (refused.returncode, refused.stderr) == (2, line)
    assert not (tmp_path / "empty" / "archive").exists()
    assert command("import-text", old, "--encoding", "windows-1252").returncode == 0
    assert _rows(tmp_path, "select text from articles") == [("\n\n".join(PARAGRAPHS),)]


@pytest.mark.parametrize("name", ["klingon", "base64"])
def test_an_encoding_that_is_none_of_text_is_refused(command, dump, name):
    ended = command("import-text", dump, "--encoding", name)
    line = f"kaltimcrawl: --encoding {name}: not an encoding of text, as utf-8 is one\n"
    assert (ended.returncode, ended.stderr) == (2, line)


@pytest.mark.skipif(not SEED.is_file(), reason="../shared/seed.txt is not beside this checkout")
def test_the_seed_is_imported_whole(command, tmp_path):
    assert command("import-text", SEED).returncode == 0
    [(title, section, dateline, advertorial, text)] = _rows(
        tmp_path, "select title, section, dateline, is_advertorial, text from articles"
    )
    assert title == (
        "Delegasi Taiwan Tinjau Kaltim, Peluang Emas Perkuat Jejaring Global dan Dorong Kolaborasi Strategis"
    )
    assert (section, dateline, advertorial) == ("DPRD Kaltim", "SAMARINDA", 1)
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]
    body = lines[lines.index("Terbaru") + 1 : lines.index("Trending Minggu Ini")]
    assert text.split("\n\n") == [*body[:-1], body[-1].removesuffix(" (adv)")]
