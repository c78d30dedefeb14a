from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from kaltimcrawl.demo.generated import make_article

Ask = Callable[..., Any]


@pytest.mark.parametrize(("options", "path"), [([], "/feed/"), (["--pages", "50"], make_article(50).path)])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_the_module_serves_until_it_is_ended(
    ask: Ask, options: list[str], path: str, end: signal.Signals
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kaltimcrawl.demo", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert ask(url + path).status == 200
        process.send_signal(end)
        assert process.communicate(timeout=10) == ("", "")
        assert process.returncode == 0
