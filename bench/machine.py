"""What a report was measured on and with."""

from __future__ import annotations

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lxml import etree

from kaltimcrawl import __version__

_LIBRARIES = ("scrapy", "twisted", "lxml", "trafilatura", "warcio", "sqlite-utils", "nh3")


def describe() -> str:
    """Machine, system, versions and date: a few lines."""
    libraries = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    libxml = ".".join(map(str, etree.LIBXML_VERSION))
    return "\n".join(
        [
            f"date      {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
            f"machine   {platform.node()}: {cpu_model()}, {os.cpu_count()} cores, {platform.machine()}",
            f"system    {platform.system()} {platform.release()}",
            f"load      {_load()} (what else ran when the bench began)",
            f"python    {platform.python_implementation()} {platform.python_version()}",
            f"program   kaltimcrawl {__version__}",
            f"libraries {libraries}, libxml2 {libxml}, SQLite {sqlite3.sqlite_version}",
        ]
    )


def cpu_model() -> str:
    """The CPU as the system names it; "unknown CPU" where it doesn't."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text("utf-8", "replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or "unknown CPU"


def _load() -> str:
    try:
        return f"{os.getloadavg()[0]:.2f}"
    except OSError:
        return "unknown"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
