"""Extractors side by side: what is told of a fake peer, and that the quick run works."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bench import tables
from bench.pages import Page
from bench.peers import Extractor, PeerReading, load_peers, loading
from bench.peers.plain import decode_page, html_to_text
from bench.readings import Run, bare, ours, read_all
from bench.scorecards import make_card

ROOT = Path(__file__).parents[2]
TEXT = "Rapat digelar di Samarinda pada hari Senin.\n\nWali kota memimpin rapat itu sendiri."
ARTICLE = Page(
    "own",
    "https://portal.example/a/",
    b"<p>a</p>",
    None,
    TEXT,
    name="a",
    language="en",
    title="Rapat",
    authors=("Rina Wati",),
    published=datetime(2025, 5, 12, 6, 30, tzinfo=UTC),
    section="Daerah",
)
FRONT = Page("own", "https://portal.example/", b"<p>b</p>", None, None, name="front")
PAGES = [ARTICLE, FRONT]


def _run(
    name: str, readings: list[PeerReading], seconds: list[float], fields: str = "", errors: int = 0
) -> Run:
    extractor = Extractor(name, "1.0", lambda page: PeerReading(), frozenset(fields.split()))
    return Run(extractor, readings, ["ValueError"] * errors, seconds)


@pytest.fixture
def runs() -> list[Run]:
    right = PeerReading(
        TEXT,
        "Rapat",
        datetime(2025, 5, 12, 6, 30, tzinfo=UTC),
        ("Rina Wati",),
        "Daerah",
        confidence=0.97,
        says_article=True,
    )
    short = PeerReading(f"{TEXT}\n\nBaca juga: Banjir", "Rapat", date(2025, 5, 12))
    long = PeerReading("Berita " * 60)
    return [
        _run("bare", [PeerReading(), PeerReading()], [0.001, 0.001]),
        _run(
            "kaltimcrawl",
            [right, PeerReading(says_article=False)],
            [0.002, 0.009],
            "title date author section",
        ),
        _run("trafilatura", [short, long], [0.020, 0.090], "title date", errors=1),
    ]


def test_the_tables_tell_what_each_extractor_got_right(runs: list[Run]) -> None:
    """A peer's kinds are told by its text's length, fields that it lacks are "-", speed is of articles alone."""
    cards = [make_card(run, PAGES) for run in runs[1:]]
    rows = {section.title: section.rows for section in tables.sections(cards, runs, PAGES)}
    assert rows["Text"] == (
        ("kaltimcrawl", "1.0000", "1.0000", "1.0000", "100.0%", "0", "0", "0"),
        ("trafilatura", "0.7692", "1.0000", "0.8696", "0.0%", "1", "1", "1"),
    )
    notes = {section.title: section.notes for section in tables.sections(cards, runs, PAGES)}
    assert notes["F1 by language"] == ("A peer is ahead of kaltimcrawl in none.",)
    assert rows["F1 by language"] == (("en", "1", "1.000", "0.870"),)
    assert rows["Fields"] == (
        ("kaltimcrawl", "100.0%", "100.0%", "100.0%", "100.0%", "100.0%", "100.0%"),
        ("trafilatura", "100.0%", "0.0%", "100.0%", "-", "-", "0.0%"),
    )
    assert rows["Speed"][1:] == (
        ("kaltimcrawl", "2.00", "2.00", "2.00", "2.00"),
        ("kaltimcrawl on own", "2.00", "2.00", "2.00", "2.00"),
        ("trafilatura", "20.00", "20.00", "20.00", "20.00"),
        ("kaltimcrawl on other pages", "9.00", "9.00", "9.00", "9.00"),
    )
    assert rows["Reliability of kaltimcrawl's confidence"] == (
        ("0.9 to 1.0", "1", "0.970", "1.000", "1.000"),
    )


def test_the_limits_are_kaltimcrawls(runs: list[Run]) -> None:
    """Other languages are held against the best peer; what no page tells (here Indonesian) is missed, not kept."""
    cards = [make_card(run, PAGES) for run in runs[1:]]
    kept = {limit.what: limit.is_kept for limit in tables.limits(cards, runs, PAGES)}
    assert kept == {
        "text, F1 on Indonesian pages": False,
        "text, Indonesian pages under F1 0.9": True,
        "text, pages with a line of chrome": True,
        "pages that made it raise": True,
        "text, F1 in other languages, beside the best peer": True,
        "title, share right": True,
        "date, share right": True,
        "author, share right": True,
        "section, share right": True,
        "kind, share right": True,
        "speed, median of the ratios": True,
        "speed, p95 of the ratios": True,
        "speed beside trafilatura": True,
    }


def test_misses_are_told_page_by_page(runs: list[Run]) -> None:
    """What was given, and what the truth is; nothing of what is right."""
    ours, theirs = (make_card(run, PAGES) for run in runs[1:])
    assert list(tables.misses(ours)) == []
    assert list(tables.misses(theirs)) == [
        "own a: text, F1 0.870",
        "own a: chrome: Baca juga: Banjir",
        "own a: kind: False for True",
        "own a: date: '2025-05-12' for '2025-05-12 06:30:00+00:00'",
        "own a: author: () for ('Rina Wati',)",
        "own a: section: None for 'Daerah'",
        "own front: kind: True for False",
    ]


def test_a_peer_that_raises_gives_an_empty_reading_that_is_counted() -> None:
    """The other pages are read; the error is told once, however many rounds there are."""

    def read(page: Page) -> PeerReading:
        if page is FRONT:
            raise ValueError("no")
        return PeerReading("text")

    extractor = Extractor("fake", "1", read, frozenset())
    run = read_all([bare(), ours(), extractor], PAGES, 2, 2)[2]
    assert run.readings == [PeerReading("text"), PeerReading()]
    assert run.errors == ["ValueError"]
    assert max(run.seconds) < float("inf")


def test_a_peer_that_is_absent_is_left_out_with_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """What isn't installed is no failure."""
    monkeypatch.setitem(loading.PEERS, "no-such-extractor", "no_such_module")
    found, absent = load_peers(["no-such-extractor"])
    assert found == []
    assert absent == ["no-such-extractor is left out: No module named 'bench.peers.no_such_module'."]


def test_text_of_a_fragment_has_a_line_for_each_block() -> None:
    """Inline marks join, blocks and breaks part, scripts and comments are unseen."""
    fragment = (
        "<div><h2>Judul</h2><p>Satu <b>dua</b><!-- x -->, tiga<br>empat</p><script>x()</script>lima</div>"
    )
    assert html_to_text(fragment) == "Judul\nSatu dua, tiga\nempat\nlima"
    assert html_to_text(" ") == html_to_text(None) == ""


def test_a_page_is_decoded_by_the_charset_it_declares() -> None:
    """An unknown charset is as good as none: UTF-8."""
    assert decode_page("<meta charset=windows-1251>Да".encode("cp1251")).endswith("Да")
    assert decode_page("<meta charset=x-none>Да".encode()).endswith("Да")


def test_a_quick_run_prints_every_table_and_judges_no_limit() -> None:
    """One command; with trafilatura alone, which the tests' environment has."""
    command = [sys.executable, "-m", "bench.extractors", "--quick", "--only", "trafilatura"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [line for line in ended.stdout.splitlines() if line.startswith("#")] == [
        "## Extraction beside its peers",
        "### Text",
        "### F1 by source",
        "### F1 by language",
        "### Fields",
        "### Speed",
        "### Reliability of kaltimcrawl's confidence",
        *(["### Memory of a page"] if Path("/proc/self/clear_refs").exists() else []),
        "### Limits",
    ]
    assert "Not judged" in ended.stdout


def test_no_peer_can_fetch_anything() -> None:
    """In a process of its own, for it can't be undone: hosts are neither looked up nor connected to."""
    code = (
        "import urllib.request; from bench.peers.loading import stay_offline; stay_offline();"
        " urllib.request.urlopen('http://127.0.0.1:9/')"
    )
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert "refused: the bench fetches nothing" in ended.stderr
