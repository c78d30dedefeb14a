"""The command as people run it: a process of its own, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kaltimcrawl
from kaltimcrawl.cli.program import run

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
    folder.mkdir(exist_ok=True)

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


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """As `command`, but in the tests' own process, where many a word is said in the time of one."""
    folder = tmp_path / "empty"
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("KALTIMCRAWL_ARCHIVE", raising=False)

    def say(*words: str | Path) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        code = run([*map(str, words)])
        return subprocess.CompletedProcess(words, code, *capsys.readouterr())

    return say
