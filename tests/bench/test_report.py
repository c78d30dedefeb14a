from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def report() -> ModuleType:
    # bench is no part of the package: loaded by its path, as the checkout has it.
    path = Path(__file__).parents[2] / "bench" / "report.py"
    spec = importlib.util.spec_from_file_location("bench_report", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_report"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_a_limit_says_what_was_missed_and_by_how_much(report: ModuleType) -> None:
    missed = report.Limit("extraction, median", 6.25, 5.0, "bare parses")
    kept = report.Limit("crawl, share", 0.5, 0.5, "of the bare spider's", is_floor=True)
    assert report.limits_text([missed, kept], is_judged=True) == (
        "## Limits\n\n```text\n"
        "MISSED  extraction, median: 6.25 bare parses (at most 5)\n"
        "kept    crawl, share: 0.5 of the bare spider's (at least 0.5)\n"
        "```"
    )


def test_a_section_is_a_markdown_table_with_its_notes(report: ModuleType) -> None:
    section = report.Section(
        "Memory", ("pages", "MB"), (("1,000", "96"), ("10,000", "101")), ("Peak 101 MB.",)
    )
    assert section.text() == (
        "## Memory\n\n| pages  |  MB |\n| ------ | --: |\n| 1,000  |  96 |\n| 10,000 | 101 |\n\nPeak 101 MB."
    )
