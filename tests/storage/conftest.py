"""Small articles, captures of them, and an archive to file them in."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.capture import Capture, Location
from kaltimcrawl.extraction import Article, Origin
from kaltimcrawl.extraction.article import Block, Image
from kaltimcrawl.portals import Portal
from kaltimcrawl.storage import Archive, Filing

ROOT = Path(__file__).parents[2]
WITA = ZoneInfo("Asia/Makassar")
HOME = "https://kabar.example"
URL = f"{HOME}/2025/05/banjir"
START = datetime(2025, 5, 12, 6, 30, tzinfo=UTC)


class Desk:
    """Makes what is filed, and files it."""

    url = URL
    start = START
    portal = Portal(slug="kabar", name="Kabar Mahakam", home=f"{HOME}/", region="Samarinda", timezone=WITA)

    def article(self, text: str = "SAMARINDA – Banjir surut.", url: str = URL, **changes: Any) -> Article:
        """An article of one paragraph a line of `text`."""
        values: dict[str, Any] = {
            "url": url,
            "canonical_url": url,
            "title": "Banjir Surut",
            "authors": ("Rina",),
            "editors": ("Budi",),
            "published": datetime(2025, 5, 12, 14, 30, tzinfo=WITA),
            "published_raw": "Senin, 12 Mei 2025 | 14:30 WITA",
            "published_precision": "minute",
            "section": "Kota",
            "tags": ("banjir", "Samarinda"),
            "dateline": "SAMARINDA",
            "images": (Image(f"{HOME}/a.jpg", "Air surut", "Dok. BPBD"),),
            "lead_image": Image(f"{HOME}/a.jpg", "Air surut", "Dok. BPBD"),
            "blocks": tuple(Block("paragraph", line) for line in text.splitlines()),
            "html": "".join(f"<p>{line}</p>" for line in text.splitlines()),
            "language": "id",
            "provenance": MappingProxyType({"title": Origin("jsonld: headline", "Banjir Surut")}),
        }
        return Article(**{**values, **changes})

    def capture(self, number: int, url: str = URL, seconds: int = 0, status: int = 200) -> Capture:
        """The capture with record id `number`, `seconds` after the first."""
        return Capture(
            url,
            self.start + timedelta(seconds=seconds),
            status,
            (("Content-Type", "text/html; charset=utf-8"),),
            "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
            f"<urn:uuid:00000000-0000-4000-8000-{number:012}>",
            Location("kabar-00001.warc.gz", 1000 * number, 900),
        )

    def file(self, archive: Archive, article: Article, *captures: Capture) -> str:
        """What filing the article, read from the captures, made."""
        with archive.batch():
            archive.add_captures(captures, self.portal.slug, None)
            seen = captures[0].captured if captures else self.start
            record_ids = tuple(capture.record_id for capture in captures)
            return archive.file(Filing(self.portal.slug, article, record_ids, seen))


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def archive(folder: Path, desk: Desk) -> Iterator[Archive]:
    with Archive.open(folder) as archive:
        archive.add_portal(desk.portal)
        yield archive


@pytest.fixture
def plain(folder: Path) -> Callable[..., list[tuple[Any, ...]]]:
    """Rows of a query over a connection of its own, without any code of ours."""

    def rows(query: str, *values: object) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(folder / "kaltim.db")
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    return rows


@pytest.fixture
def child() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts Python on a program's text; `sys.argv[1:]` are the arguments. Killed at the test's end."""
    children: list[subprocess.Popen[str]] = []

    def start(program: str, *arguments: object) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", program, *map(str, arguments)]
        children.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment))
        return children[-1]

    yield start
    for process in children:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
