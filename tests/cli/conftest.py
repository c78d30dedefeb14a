"""The command as people run it: a process of its own, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kaltimcrawl

SOURCE = Path(kaltimcrawl.__file__).parent.parent

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of the command: none of the tester's settings, the package in reach from any folder."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KALTIMCRAWL", "COLUMNS"))
    }
    return {**kept, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", "HOME": str(tmp_path)}


@pytest.fixture
def command(tmp_path: Path, environment: dict[str, str]) -> Command:
    """Runs `kaltimcrawl WORDS...` in an empty folder and gives its exit code, stdout and stderr."""
    folder = tmp_path / "empty"
    folder.mkdir()

    def run(*words: str | Path, **settings: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kaltimcrawl", *map(str, words)],
            **{
                "capture_output": True,
                "text": True,
                "cwd": folder,
                "env": environment,
                "timeout": 120,
                "stdin": subprocess.DEVNULL,
                **settings,
            },
        )

    return run


def told(ended: subprocess.CompletedProcess[str]) -> tuple[int, str]:
    """Exit code and stderr: what a person is told when something is wrong."""
    return ended.returncode, ended.stderr
