"""Packages installed and programs run for a site, under `.software/tools`."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bench.software.catalogue import System, Theme

_INSTALL_SECONDS, _RUN_SECONDS = 600, 300
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_TOLD = 200
"""Letters of a program's output that a message repeats."""


class SoftwareError(Exception):
    """A theme can't be installed or built; the message is one line."""


def missing_tool(system: System) -> str | None:
    """What the machine lacks for this system, and the remedy in one line; None where it has all."""
    if system.name == "hexo":
        absent = [name for name in ("node", "npm") if shutil.which(name) is None]
        if absent:
            return f"{' and '.join(absent)} not found: install Node.js 20 or newer, which brings both"
    return None


def install(theme: Theme, folder: Path) -> None:
    """Have the system's and the theme's packages in `folder`, in exact versions. Raises `SoftwareError`."""
    folder.mkdir(parents=True, exist_ok=True)
    packages = {**theme.system.packages, **theme.packages}
    if theme.system.name == "hexo":
        _install_npm(packages, theme.system, folder)
    else:
        _install_pip(packages, folder)


def python_of(folder: Path) -> Path:
    """The interpreter of the environment in `folder`."""
    return folder / "bin" / "python"


def run(
    command: Sequence[str | Path],
    folder: Path,
    seconds: int = _RUN_SECONDS,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run it in `folder`, its output kept there in build.log. Raises `SoftwareError` where it fails."""
    log = folder / "build.log"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            # Some fold what they say to the width of a terminal, which would cut a message in two.
            env={**os.environ, "COLUMNS": "300", **(environment or {})},
            start_new_session=True,
        ) as started,
    ):
        try:
            status = started.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise SoftwareError(f"{_short(command)} took more than {seconds} s") from error
        finally:  # what it started itself too, whatever ended the wait
            with suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
    if status:
        raise SoftwareError(f"{_short(command)} failed: {_reason(log.read_text('utf-8', 'replace'))}")


def _install_npm(packages: Mapping[str, str], system: System, folder: Path) -> None:
    wanted = [f"{name}@{version}" for name, version in packages.items() if _held(folder, name) != version]
    if not wanted:
        return
    manifest = folder / "package.json"
    if not manifest.exists():
        manifest.write_text('{"private": true}\n', "utf-8")
    # No package's own script is run: none of these themes needs one.
    options = ["--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    if system.before:
        options.append(f"--before={system.before}")
    run(["npm", "install", *options, *wanted], folder, _INSTALL_SECONDS)


def _held(folder: Path, name: str) -> str | None:
    manifest = folder / "node_modules" / name / "package.json"
    if not manifest.exists():
        return None
    version: str = json.loads(manifest.read_text("utf-8"))["version"]
    return version


def _install_pip(packages: Mapping[str, str], folder: Path) -> None:
    python = python_of(folder)
    if not python.with_name("pip").exists():  # what comes last: an environment broken off is made anew
        run([sys.executable, "-m", "venv", folder], folder, _INSTALL_SECONDS)
    # The catalogue has every package, so that nothing is fetched unpinned.
    options = ["--disable-pip-version-check", "--quiet", "--no-deps"]
    pinned = [f"{name}=={version}" for name, version in packages.items()]
    run([python, "-m", "pip", "install", *options, *pinned], folder, _INSTALL_SECONDS)


def _short(command: Sequence[str | Path]) -> str:
    return " ".join(Path(word).name for word in command[:3])


def _reason(output: str) -> str:
    """The line that tells what went wrong: npm's first after its code, else the last with the word error."""
    lines = [line.strip() for line in _COLOURS.sub("", output).splitlines() if line.strip()]
    npms = [line for line in lines if line.startswith("npm error") and "error code" not in line]
    telling = [line for line in lines if "error" in line.casefold() and not line.startswith("at ")]
    return (npms[:1] or telling[-1:] or lines[-1:] or ["it said nothing"])[0][:_TOLD]
