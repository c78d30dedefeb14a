"""What the bench of storage tells of its figures, by hand-made ones, and that it measures the profile."""

from __future__ import annotations

from pathlib import Path

from bench.material import prepare
from bench.storage import StorageTimes, measure, report


def test_the_profile_is_a_row_and_a_share_of_filing() -> None:
    section = report(StorageTimes(500, 0.25, 0.24, 0.26, 0.01, 0.125, 0.12))
    assert section.rows == (
        ("executemany of the same rows", "4000", "1.00"),
        ("Archive.add_captures and Archive.file", "2000", "2.00"),
        ("the same with Archive.keep_learned", "1923", "2.08"),
    )
    assert "take 0.020 s per 1,000 articles, 4.0% of filing;" in section.notes[1]


def test_keeping_what_was_learned_is_measured(tmp_path: Path) -> None:
    times = measure(prepare(3, tmp_path), rounds=1)
    assert times.articles == 3
    assert 0 < times.keeping_s < times.learning_s
