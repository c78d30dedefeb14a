"""The memory that one page takes while it is read, by the process that reads it and nothing else.

`python -m bench.page_memory` is that process; `measure()` starts it. lxml's trees live outside of Python's
own memory, so the growth of the resident set is what is measured: its peak (VmHWM, set back before) less what
the process held before. Linux only: elsewhere there is no such peak to set back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from lxml import html

from bench.report import Section
from bench.resident import own_peak_mb, resident_mb
from kaltimcrawl import extract

PARAGRAPHS = 20_000
_MB = 2**20
_PEAK = Path("/proc/self/clear_refs")
_SET_BACK = "5"
"""What resets VmHWM (proc(5))."""


def measure(paragraphs: int = PARAGRAPHS) -> Section | None:
    """The growth for a long page, as a multiple of its bytes, beside a bare parse; None off Linux."""
    if not _PEAK.exists():
        return None
    rows = []
    for name in ("bare lxml.html.fromstring", "kaltimcrawl"):
        told = _child(name, paragraphs)
        growth, size = told["growth_mb"], told["page_mb"]
        rows.append((name, f"{size:.1f}", f"{growth:.1f}", f"{growth / size:.1f}"))
    note = (
        "Growth of the resident set of a process of its own while it reads one page of"
        f" {paragraphs:,} paragraphs; a small page was read before."
    )
    return Section(
        "Memory of a page", ("reader", "page, MB", "peak, MB", "times the page"), tuple(rows), (note,)
    )


def make_page(paragraphs: int) -> bytes:
    """An article of so many paragraphs, no two alike, between a menu and a list of links."""
    links = "".join(f'<li><a href="/berita/{number}/">Berita {number}</a></li>' for number in range(40))
    body = "".join(
        f"<p>Rapat ke-{number} di Samarinda membahas jalan {number * 7} meter, kata <b>wali kota</b>,"
        f' yang dimuat <a href="/arsip/{number}/">arsip</a> kota pada hari itu juga.</p>\n'
        for number in range(paragraphs)
    )
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Rapat panjang</title></head><body>'
        f"<nav><ul>{links}</ul></nav><article><h1>Rapat panjang di Samarinda</h1>{body}</article>"
        f"<aside><ul>{links}</ul></aside></body></html>"
    ).encode()


def _child(name: str, paragraphs: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.page_memory", name, str(paragraphs)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(ended.stdout)
    return told


def _main(name: str, paragraphs: int) -> None:
    read = extract if name == "kaltimcrawl" else html.fromstring
    read(make_page(50))
    page = make_page(paragraphs)
    before = resident_mb(os.getpid())
    _PEAK.write_text(_SET_BACK, "ascii")
    result = read(page)
    peak = own_peak_mb()
    assert result is not None
    print(json.dumps({"page_mb": len(page) / _MB, "growth_mb": peak - before}))


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
