"""Saved pages: read as they were when they were saved, told where they are not."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kaltimcrawl
from kaltimcrawl.errors import InputError
from kaltimcrawl.portals import load_portal
from kaltimcrawl.saved_pages import (
    TEST_FILE,
    TEST_TEXT,
    Difference,
    PageToSave,
    differences,
    expect,
    read_saved,
    save_pages,
)

TOML = 'name = "Kabar Hulu"\nhome = "https://kabarhulu.example/"\n'
TEXT = "".join(
    f"<p>SAMARINDA – Warga bergotong royong membersihkan parit bagian {row}, supaya air hujan tidak lagi "
    "meluap ke jalan dan halaman rumah, kata ketua RT pada hari Senin.</p>"
    for row in range(4)
)
PAGE = f"""<html lang="id"><head><title>Warga Bersihkan Parit</title><meta property="og:type" content="article">
</head><body><article><h1>Warga Bersihkan Parit</h1><span class="penulis">Sari Utami</span>
<div class="entry-content">{TEXT}</div></article></body></html>""".encode()


@pytest.fixture
def portals(tmp_path: Path) -> Path:
    """A folder of portal files with one portal and one saved page."""
    (tmp_path / "kabarhulu.toml").write_text(TOML, "utf-8")
    place = tmp_path / "fixtures" / "kabarhulu"
    place.mkdir(parents=True)
    page = PageToSave(
        "https://kabarhulu.example/2025/06/02/warga/", "text/html", datetime(2026, 1, 1, tzinfo=UTC), PAGE
    )
    save_pages(place, load_portal(tmp_path / "kabarhulu.toml"), [page])
    (tmp_path / TEST_FILE).write_text(TEST_TEXT, "utf-8")
    return tmp_path


def changes(portals: Path) -> tuple[Difference, ...]:
    [page] = read_saved(portals / "fixtures" / "kabarhulu")
    return differences(page, load_portal(portals / "kabarhulu.toml"))


def test_a_saved_page_is_kept_as_served_and_read_as_it_was(portals):
    assert (portals / "fixtures" / "kabarhulu" / "01.html").read_bytes() == PAGE
    [record] = json.loads((portals / "fixtures" / "kabarhulu" / "expected.json").read_text("utf-8"))
    assert record["article"]["title"] == "Warga Bersihkan Parit"
    assert len(record["article"]["text"]) == 4
    assert changes(portals) == ()


def test_a_changed_rule_is_told_by_field_and_can_be_expected_from_then_on(portals):
    (portals / "kabarhulu.toml").write_text(TOML + '[extraction]\nsection = ["css: .penulis"]\n', "utf-8")
    assert changes(portals) == (Difference("section", "–", "Sari Utami"),)
    place = portals / "fixtures" / "kabarhulu"
    expect(place, load_portal(portals / "kabarhulu.toml"), read_saved(place))
    assert changes(portals) == ()


def test_of_a_text_the_first_block_that_differs_is_told(portals):
    file = portals / "fixtures" / "kabarhulu" / "expected.json"
    record = json.loads(file.read_text("utf-8"))
    del record[0]["article"]["text"][3]
    record[0]["article"]["text"][1] = "lain"
    file.write_text(json.dumps(record), "utf-8")
    [change] = changes(portals)
    assert (change.field, change.expected) == ("text", "[2] lain")
    assert change.read.startswith("[2] SAMARINDA – Warga")


def test_a_page_that_is_no_article_any_more_is_told(portals):
    (portals / "fixtures" / "kabarhulu" / "01.html").write_bytes(b"<html><body>Pindah</body></html>")
    assert changes(portals) == (Difference("article", "Warga Bersihkan Parit", "no article"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "can't be read"),
        ('[{"file": "01.html"}]', "missing required field"),
        (
            '[{"file": "../../x", "url": "", "content_type": null, "captured": "2026-01-01T00:00:00Z", "article": null}]',
            "expected a file beside it",
        ),
    ],
)
def test_a_record_that_is_none_of_ours_is_refused_in_one_line(portals, text, said):
    (portals / "fixtures" / "kabarhulu" / "expected.json").write_text(text, "utf-8")
    with pytest.raises(InputError, match=said) as caught:
        changes(portals)
    assert "\n" not in str(caught.value)


def test_pytest_runs_the_same_beside_the_portals(portals):
    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(portals)]
        root = str(Path(kaltimcrawl.__file__).parents[1])
        return subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)

    done = run()
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
    (portals / "kabarhulu.toml").write_text(TOML + '[extraction]\nsection = ["css: .penulis"]\n', "utf-8")
    assert "1 failed" in run().stdout
