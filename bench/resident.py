"""How much memory a process holds, without a library: /proc where there is one, else `ps`."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path


def resident_mb(pid: int) -> float:
    """The resident set of the process now, in MB (2**20 bytes). Raises OSError where there is none such."""
    fields = _status(pid)
    if fields:
        return int(fields["VmRSS"].split()[0]) / 1024
    answer = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)  # noqa: S607 - wherever the system has it
    if not answer.stdout.strip():
        raise ProcessLookupError(f"no process {pid}")
    return int(answer.stdout) / 1024


def own_peak_mb() -> float:
    """The most that this process ever held, in MB.

    Linux hands ru_maxrss on to what a process starts, so there VmHWM is asked, which begins anew.
    """
    fields = _status("self")
    if fields:
        return int(fields["VmHWM"].split()[0]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _status(pid: int | str) -> dict[str, str]:
    path = Path(f"/proc/{pid}/status")
    if not Path("/proc/self/status").exists():
        return {}
    return dict(line.split(":", 1) for line in path.read_text("ascii", "replace").splitlines())
