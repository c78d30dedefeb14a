"""The fit of confidence's weights: to readings whose outcome is known, and to those that were noted."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.evidence import FIRST_READINGS, fit_weights, main, note, read_first_readings
from bench.fitting import BIAS, Reading, chance, fit
from bench.pages import read_pages

READINGS = st.lists(
    st.builds(Reading, st.dictionaries(st.sampled_from("abc"), st.floats(0, 1), max_size=3), st.booleans()),
    max_size=12,
)
PRIOR = {BIAS: 1.0, "a": -0.5, "b": 0.0}


def test_without_readings_all_stays_as_it_was_thought() -> None:
    assert fit([], PRIOR) == PRIOR


def test_many_readings_tell_how_often_a_feature_goes_with_a_right_one() -> None:
    seen = [Reading({}, number < 900) for number in range(1000)]
    seen += [Reading({"a": 1.0}, number < 300) for number in range(1000)]
    weights = fit(seen, PRIOR)
    assert chance({}, weights) == pytest.approx(0.9, abs=0.02)
    assert chance({"a": 1.0}, weights) == pytest.approx(0.3, abs=0.03)
    assert weights["b"] == 0.0


@given(READINGS.flatmap(lambda readings: st.tuples(st.just(readings), st.permutations(readings))))
@settings(deadline=None, max_examples=50)
def test_the_order_of_the_readings_changes_nothing(orders: tuple[list[Reading], list[Reading]]) -> None:
    one, other = orders
    assert fit(other, PRIOR) == fit(one, PRIOR)


def test_the_weights_in_use_are_those_that_fit_the_first_readings() -> None:
    data = files("kaltimcrawl.extraction").joinpath("data/confidence.toml").read_text("utf-8")
    assert tomllib.loads(data)["weights"] == fit_weights(read_first_readings())


def test_a_reading_is_noted_with_what_spoke_for_it() -> None:
    page = next(page for page in read_pages() if page.is_article)
    noted = note(page)
    assert noted["source"] == "demo"
    assert noted["f1"] == 1.0
    assert {name for name in noted["features"] if name.startswith("method_")}


def test_the_notes_are_lines_of_json_and_the_fit_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.loads(line) for line in FIRST_READINGS.read_text("utf-8").splitlines()]
    assert {"source", "page", "f1", "features"} == {key for row in rows for key in row}
    assert main(["fit"]) == 0
    printed = capsys.readouterr().out
    assert "bias = " in printed
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in printed.splitlines()]
    assert ["further", "35", "0.908", "27", "3", "3"] in rows
