"""Servers that run on after the script that started them, and are found again by a file with their number."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PATIENCE_S = 30.0


class DidNotStartError(Exception):
    """Raised where a server ended or said nothing within PATIENCE_S; its message ends with its log."""


def start(command: Sequence[str], name: str, folder: Path, **environment: str) -> None:
    """Starts a server in a session of its own, with `name`.pid and `name`.log in the folder."""
    with (folder / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=os.environ | environment,
            start_new_session=True,
        )
    (folder / f"{name}.pid").write_text(f"{process.pid}\n", "ascii")


def await_answer(answers: Callable[[], bool], name: str, folder: Path) -> None:
    """Returns when `answers()` is true; raises DidNotStartError."""
    until = time.monotonic() + PATIENCE_S
    while not answers():
        if not is_running(name, folder) or time.monotonic() > until:
            log = (folder / f"{name}.log").read_text("utf-8", "replace")
            raise DidNotStartError(f"{name} in {folder} did not start:\n{log[-2000:]}")
        time.sleep(0.05)


def is_running(name: str, folder: Path) -> bool:
    """Whether the server runs that was started in this folder, and not another that was given its number since."""
    return _pid(name, folder) is not None


def stop(name: str, folder: Path) -> None:
    """Ends the server and its workers, if it runs."""
    until = time.monotonic() + PATIENCE_S
    signals = iter((signal.SIGTERM,))
    while (pid := _pid(name, folder)) is not None:
        late = time.monotonic() > until
        if (number := signal.SIGKILL if late else next(signals, None)) is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, number)
        time.sleep(0.05)
    (folder / f"{name}.pid").unlink(missing_ok=True)


def _pid(name: str, folder: Path) -> int | None:
    file = folder / f"{name}.pid"
    if not file.exists():
        return None
    pid = int(file.read_text("ascii"))
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)  # a child of ours that has ended stays in the table until it is asked for
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()[0]
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return None
    # For a moment after its start a process has no command line yet.
    is_ours = not command or os.fsencode(folder) in command
    return pid if is_ours and state not in "ZX" else None
