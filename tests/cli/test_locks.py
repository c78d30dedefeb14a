import re
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.*?))? \\$")


def _pins(name: str) -> set[tuple[str, str, str | None]]:
    lines = (TOP / name).read_text(encoding="ascii").splitlines()
    return {found.groups() for line in lines if (found := PIN.match(line))}


def _names(requirements: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9_.-]+", one).group().lower().replace("_", "-") for one in requirements}


def _project() -> dict:
    return tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_no_word_of_where_it_was_made(name):
    for line in (TOP / name).read_text(encoding="ascii").splitlines():
        assert PIN.match(line) or re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line), line


def test_the_runtime_lock_pins_all_that_the_package_and_its_build_ask_for():
    project = _project()
    asked = _names(project["project"]["dependencies"]) | _names(project["dependency-groups"]["build"])
    assert asked <= {name for name, _, _ in _pins("requirements.lock")}


def test_the_other_lock_pins_all_extras_besides():
    extras = _project()["project"]["optional-dependencies"]
    asked = set().union(*(_names(extras[name]) for name in ("test", "lint", "bench")))
    assert asked <= {name for name, _, _ in _pins("requirements-dev.lock")}


def test_the_lock_of_the_bench_pins_the_other_extractors_and_what_kaltimcrawl_runs_on():
    project = _project()["project"]
    extras = project["optional-dependencies"]
    asked = _names(project["dependencies"]) | _names(extras["bench"]) | _names(extras["bench-peers"])
    assert asked <= {name for name, _, _ in _pins("requirements-bench.lock")}


def test_both_locks_pin_the_same_releases():
    assert _pins("requirements.lock") <= _pins("requirements-dev.lock")


def test_datasette_stays_before_1_0():
    assert {pin.rpartition(".")[0] for name, pin, _ in _pins("requirements.lock") if name == "datasette"} == {
        "0.65"
    }
