"""A sample archive, filled by plain SQL, and the site that serves it in-process."""

from __future__ import annotations

import asyncio
import functools
import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.plugins import pm

from kaltimcrawl.site import site_folder

SCHEMA = Path(__file__).parents[2] / "kaltimcrawl" / "storage" / "schema.sql"
SEEN = "2025-05-12T07:00:00Z"


class Sample:
    """An archive's database under construction: `put` inserts a row, `article` an article and its revision."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)
        self.connection.executescript(SCHEMA.read_text(encoding="utf-8"))
        self.connection.execute("pragma journal_mode = wal")

    def put(self, table: str, **values: Any) -> int:
        marks = ", ".join("?" for _ in values)
        sql = f"insert into {table} ({', '.join(values)}) values ({marks})"  # noqa: S608 - our own names
        with self.connection:
            return self.connection.execute(sql, list(values.values())).lastrowid or 0

    def portal(self, slug: str, name: str, region: str) -> None:
        home = f"https://{slug}.example/"
        self.put("portals", slug=slug, name=name, home=home, region=region, timezone="Asia/Makassar")

    def article(self, number: int, **values: Any) -> int:
        url = f"https://contoh.example/berita/{number}"
        text = values.get("text", "Isi berita.")
        row = {
            "id": number,
            "url": url,
            "canonical_url": url,
            "url_key": f"contoh.example/berita/{number}",
            "portal": "contoh",
            "title": f"Berita {number}",
            "text": text,
            "html": f"<p>{text}</p>",
            "word_count": len(text.split()),
            "first_seen": SEEN,
            "last_seen": SEEN,
        } | values
        capture = self.put(
            "captures",
            record_id=f"<urn:uuid:00000000-0000-4000-8000-{number:012}>",
            url=row["url"],
            portal=row["portal"],
            captured=SEEN,
            status=200,
            content_type="text/html",
            payload_digest="sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
            warc_file="kaltimcrawl-20250512070000-00001.warc.gz",
            warc_offset=1000 * number,
            warc_length=512,
        )
        self.put("articles", **row, capture_id=capture)
        revision = self.revision(number, 1, title=row["title"], text=row["text"], html=row["html"])
        self.put("revision_captures", revision_id=revision, seen=SEEN, position=0, capture_id=capture)
        return number

    def revision(self, article: int, number: int, **values: Any) -> int:
        digest = hashlib.sha256(f"{article} {number}".encode()).hexdigest()
        row = {
            "article_id": article,
            "number": number,
            "seen": SEEN,
            "digest": digest,
            "title": "Judul",
            "text": "Isi.",
            "html": "<p>Isi.</p>",
            "provenance": '{"title": {"place": "jsonld: headline", "raw": "Judul", "disagreeing": '
            '[{"place": "css: title", "raw": "Judul lain"}]}}',
            "extractor": "kaltimcrawl/0.1.0",
        } | values
        return self.put("article_revisions", **row)


def fill(sample: Sample) -> None:
    """Two portals and five articles that differ in what they have."""
    sample.portal("contoh", "Kabar Contoh", "Samarinda")
    sample.portal("pesisir", "Pesisir Pos", "Bontang")
    run = sample.put(
        "crawl_runs", command="crawl", program="kaltimcrawl/0.1.0", started=SEEN, status="finished"
    )
    sample.article(
        1,
        title="Banjir rendam dua kelurahan di Samarinda",
        subtitle="Warga mengungsi ke balai desa",
        text="SAMARINDA – Hujan deras membuat banjir setinggi lutut.\n\nWarga Jum'at pagi mengungsi.",
        html="<p>SAMARINDA – Hujan deras membuat banjir setinggi lutut.</p>"
        '<p>Warga Jum\'at pagi <a href="https://contoh.example/peta">mengungsi</a>.</p>',
        section="Peristiwa",
        authors="Rina Sari, Budi Lestari",
        dateline="SAMARINDA",
        published="2025-05-12T14:30:00+08:00",
        published_utc="2025-05-12T06:30:00Z",
        published_raw="Senin, 12 Mei 2025 | 14:30 WITA",
        published_precision="minute",
        language="id",
        lead_image="https://contoh.example/banjir.jpg",
        revisions=2,
    )
    sample.put("bylines", article_id=1, position=0, name="Rina Sari", role="author")
    sample.put("bylines", article_id=1, position=1, name="Budi Lestari", role="author")
    sample.put("bylines", article_id=1, position=2, name="Wahyu", role="editor")
    sample.put("tags", id=7, name="banjir & longsor")
    sample.put("article_tags", article_id=1, tag_id=7)
    sample.put(
        "images",
        article_id=1,
        position=0,
        url="https://contoh.example/banjir.jpg",
        caption="Warga menembus banjir",
        credit="Ist",
    )
    sample.revision(1, 2, title="Banjir rendam dua kelurahan di Samarinda", seen="2025-05-12T09:00:00Z")
    sample.article(
        2,
        title="Covid-19: puskesmas buka layanan malam",
        text="BONTANG – Puskesmas membuka layanan malam.",
        portal="pesisir",
        section="Kesehatan",
        published="2025-04-01",
        published_utc="2025-03-31T16:00:00Z",
        published_precision="day",
    )
    sample.article(
        3,
        title="Dewan dorong perbaikan jalan poros",
        section="Peristiwa",
        is_advertorial=1,
        signoff="(adv/DPRD Contoh)",
        advertorial_reason="(adv/DPRD Contoh)",
        sponsor="DPRD Contoh",
        agency="ANTARA",
        correction="Ralat: panjang jalan itu 3 kilometer.",
        gone="2026-01-05T02:30:00Z",
        method="generic",
        confidence=0.42,
        warnings='["JSON-LD holds 3 paragraphs that the body lacks"]',
        published="2025-05-11T08:05:00+07:00",
        published_utc="2025-05-11T01:05:00Z",
        published_precision="minute",
    )
    sample.article(4, title="Berita tanpa tanggal")
    sample.article(
        5, title="Teks impor", html="", text="Paragraf satu.\n\nParagraf <dua>.", published_utc=None
    )
    sample.put(
        "crawl_errors",
        run_id=run,
        portal="pesisir",
        url="https://pesisir.example/x",
        kind="http",
        message="500 Internal Server Error",
        at=SEEN,
    )
    sample.put(
        "frontier",
        url_key="contoh.example/z",
        url="https://contoh.example/z",
        portal="contoh",
        source="feed",
        first_seen=SEEN,
    )


class Site:
    """A site over `folder`, as `datasette FOLDER/` serves it; calling it with a path gets that page."""

    def __init__(self, folder: Path, make: Callable[[Sample], None] | None) -> None:
        self.folder = folder
        copy_site(folder)
        if make:
            sample = Sample(folder / "kaltim.db")
            make(sample)
            sample.connection.close()
        self._datasette = Datasette(config_dir=folder)

    def __call__(self, path: str) -> Any:
        return asyncio.run(self._datasette.client.get(path))


def copy_site(folder: Path) -> None:
    """The site's own files, and what crawls leave beside a database."""
    site = site_folder()
    for name in ("templates", "static", "plugins"):
        shutil.copytree(site / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("metadata.yaml", "settings.json"):
        shutil.copy(site / name, folder / name)
    (folder / "warc").mkdir()
    (folder / "warc" / "kaltimcrawl-1.warc.gz").write_bytes(b"\x1f\x8b")
    (folder / "kaltim.lock").touch()


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Sample], None] | None], Site]:
    """A site over a database that the given function fills; over none where it is None."""
    return lambda make: Site(tmp_path_factory.mktemp("archive"), make)


@pytest.fixture(scope="session")
def browse(new_site: Callable[[Callable[[Sample], None] | None], Site]) -> Callable[[str], Any]:
    """The sample archive's site, for tests that only read: each page is made once."""
    return functools.cache(new_site(fill))


@pytest.fixture
def sample_site(new_site: Callable[[Callable[[Sample], None] | None], Site]) -> Site:
    """A sample archive's site of the test's own."""
    return new_site(fill)


@pytest.fixture(scope="session")
def plugin(browse: Callable[[str], Any]) -> Callable[[str], Any]:
    """A plugin's module, by its name, as Datasette loaded it."""
    return lambda name: pm.get_plugin(f"{name}.py")
