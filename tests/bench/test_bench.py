"""The bench's quick run: that it works, and what it prints, never how fast it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def quick() -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench.run", "--quick"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def test_a_quick_run_measures_everything_and_ends_well(quick: subprocess.CompletedProcess[str]) -> None:
    assert (quick.returncode, quick.stderr) == (0, "")
    headings = [line for line in quick.stdout.splitlines() if line.startswith("#")]
    assert headings == [
        "# kaltimcrawl bench",
        "## Extraction",
        "## Dates",
        "## Discovery and update",
        "## Crawl with no delay",
        "## Articles into SQLite",
        "## CPU ms a page, by stage",
        "## Memory of a long crawl",
        "## Limits",
    ]


def test_a_quick_run_judges_no_limit(quick: subprocess.CompletedProcess[str]) -> None:
    assert "Not judged" in quick.stdout
    assert "MISSED" not in quick.stdout


def test_the_report_says_what_it_was_measured_on(quick: subprocess.CompletedProcess[str]) -> None:
    told = [line.split(maxsplit=1)[0] for line in quick.stdout.split("```")[1].splitlines()[1:]]
    assert told == ["date", "machine", "system", "load", "python", "program", "libraries"]


def test_an_unknown_measurement_is_a_usage_error() -> None:
    command = [sys.executable, "-m", "bench.run", "--only", "speed"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert "invalid choice: 'speed'" in ended.stderr
