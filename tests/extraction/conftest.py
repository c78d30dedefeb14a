"""Saved pages with known truth, where they stand beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"


def _truths(pattern: str) -> list[dict[str, Any]]:
    return [
        {**json.loads(line), "folder": file.parent}
        for file in sorted(SHARED.glob(pattern))
        for line in file.read_text("utf-8").splitlines()
    ]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Gives `real_truth` and `wordpress_truth` each page's truth; one skipped test where there is none."""
    for name, pattern in (("real_truth", "real/truth.jsonl"), ("wordpress_truth", "wordpress/*/truth.jsonl")):
        if name in metafunc.fixturenames:
            truths = _truths(pattern)
            skip = pytest.param(None, marks=pytest.mark.skip(reason=f"no saved pages at {SHARED}"))
            ids = [f"{truth['folder'].name}-{_name(truth)}" for truth in truths]
            metafunc.parametrize(name, truths or [skip], ids=ids or None)


def _name(truth: dict[str, Any]) -> str:
    return Path(truth["file"] if "file" in truth else truth["files"][0]).stem[:40]
