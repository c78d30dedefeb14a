"""What spoke for each text when a set was read for the first time, and the weights of confidence that fit.

`python -m bench.evidence note --source NAME` prints a set's articles, a line of JSON each: what
`confidence.py` weighs, and the text's F1. `first_readings.jsonl` holds those of the sets that were noted
before extraction was mended by them; `python -m bench.evidence fit` prints the weights that fit them, for
`data/confidence.toml`, and how the text of each set was read.
"""

from __future__ import annotations

import argparse
import json
import signal
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.calibration import COLUMNS, WHOLE, expected_error, reliability
from bench.fitting import Reading, chance, fit
from bench.pages import SOURCES, Page, read_all_pages
from bench.readings import read_ours
from bench.report import table
from bench.shingles import match_texts
from kaltimcrawl.extraction import confidence

Row = dict[str, Any]
"""source, page, f1 and features of one reading."""
FIRST_READINGS = Path(__file__).with_name("first_readings.jsonl")
_COLUMNS_OF_SETS = ("set", "articles", "mean F1", f"F1 >= {WHOLE}", "F1 < 0.9", "none found")
_EXTRACT = "kaltimcrawl.extraction.extract"


def main(words: Sequence[str] | None = None) -> int:
    """Note a set's evidence, or fit the weights to what was noted."""
    parser = argparse.ArgumentParser(prog="python -m bench.evidence", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("note").add_argument("--source", action="append", choices=SOURCES, required=True)
    commands.add_parser("fit")
    options = parser.parse_args(words)
    if options.command == "note":
        for page in read_all_pages():
            if page.source in options.source and page.is_article:
                print(json.dumps(note(page), ensure_ascii=False))
        return 0
    rows = read_first_readings()
    print("\n".join(f"{name} = {weight:.2f}" for name, weight in fit_weights(rows).items()))
    bins = reliability(list(_as_foretold(rows)))
    print("\nEach set as the weights foretell it that fit the other sets:\n")
    print(table(COLUMNS, [each.row() for each in bins]))
    print(f"\nExpected calibration error {expected_error(bins):.3f}.")
    print("\nEach set as it was read for the first time:\n")
    print(table(_COLUMNS_OF_SETS, list(_rows_of_sets())))
    return 0


def note(page: Page) -> Row:
    """What spoke for the text that was read of a page, and its F1; no features where no article was found."""
    heard: dict[str, float] = {}

    def weigh(evidence: confidence.Evidence, warnings: int) -> float:
        heard.update(confidence.features(evidence, warnings))
        return confidence.confidence_of(evidence, warnings)

    with patch(f"{_EXTRACT}.confidence_of", weigh):
        text = read_ours(page).text
    shown = {name: round(value, 4) for name, value in heard.items() if value} if text else {}
    return {
        "source": page.source,
        "page": page.name,
        "f1": round(match_texts(page.text or "", text or "").f1, 4),
        "features": shown,
    }


def read_first_readings() -> list[Row]:
    """The readings that were noted, without the pages that no article was found on."""
    rows = [json.loads(line) for line in FIRST_READINGS.read_text("utf-8").splitlines()]
    return [row for row in rows if row["features"]]


def _rows_of_sets() -> Iterator[tuple[str, ...]]:
    """Articles, mean F1 and how many texts were whole, poor and not found, by set in the order of reading."""
    readings: dict[str, list[float]] = {}
    for line in FIRST_READINGS.read_text("utf-8").splitlines():
        row = json.loads(line)
        readings.setdefault(row["source"], []).append(row["f1"])
    for source, scores in readings.items():
        counts = (
            sum(score >= WHOLE for score in scores),
            sum(score < 0.9 for score in scores),
            scores.count(0),
        )
        yield source, str(len(scores)), f"{sum(scores) / len(scores):.3f}", *map(str, counts)


def fit_weights(rows: Sequence[Row]) -> dict[str, float]:
    """The weights that fit the readings, to two places; before them were those of the data file's [prior]."""
    data = files("kaltimcrawl.extraction").joinpath("data/confidence.toml").read_text("utf-8")
    readings = [Reading(row["features"], row["f1"] >= WHOLE) for row in rows]
    return {name: round(weight, 2) for name, weight in fit(readings, tomllib.loads(data)["prior"]).items()}


def _as_foretold(rows: Sequence[Row]) -> Iterator[tuple[float, float]]:
    """Confidence and F1 of each reading, by weights that its set had no part in."""
    for source in sorted({row["source"] for row in rows}):
        weights = fit_weights([row for row in rows if row["source"] != source])
        yield from ((chance(row["features"], weights), row["f1"]) for row in rows if row["source"] == source)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader such as head may leave
    raise SystemExit(main())
