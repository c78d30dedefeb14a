"""The processes that are measured from outside: a server of generated pages, and the crawls of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.report import BenchError


@contextmanager
def serving(pages: int) -> Iterator[str]:
    """The address of a site of `pages` generated articles, served by a process of its own."""
    command = [sys.executable, "-m", "kaltimcrawl.demo", "--pages", str(pages)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            url = server.stdout.readline().strip()
            if not url:
                raise BenchError("the server of generated pages did not start")
            yield url
        finally:
            server.terminate()


@contextmanager
def crawling(module: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The process of `python -m MODULE WORDS...`, killed where it outlives the block."""
    command = [sys.executable, "-m", module, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def finish(process: subprocess.Popen[str], last_line: str | None = None) -> dict[str, Any]:
    """The JSON object on the last line that the process printed. Raises BenchError where there is none."""
    stdout, stderr = process.communicate()
    lines = (stdout or last_line or "").strip().splitlines()
    if process.returncode or not lines:
        words = stderr.strip().splitlines()[-1:] or ["it said nothing"]
        assert isinstance(process.args, list)  # as `crawling` gave them
        raise BenchError(
            f"{' '.join(map(str, process.args[1:3]))} ended with {process.returncode}: {words[0]}"
        )
    told: dict[str, Any] = json.loads(lines[-1])
    return told
