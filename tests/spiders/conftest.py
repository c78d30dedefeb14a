"""A small web server whose answers each test writes, and the crawl run against it in a process of its own."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

RUNNER = Path(__file__).with_name("run_crawl.py")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


HTML = "text/html; charset=utf-8"


@dataclass
class Answer:
    body: bytes
    status: int
    headers: dict[str, str]
    after_s: float


@dataclass
class Hit:
    """A request: when it arrived, and when its answer was ready to go out; by `time.monotonic`."""

    host: str
    port: int
    path: str
    headers: dict[str, str]
    began: float
    ended: float = 0.0


class Site:
    """Answers by path; what has no answer is a 404. `hits` are the requests in order of arrival."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.hits: list[Hit] = []
        self._server = ThreadingHTTPServer((address, 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://{address}:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def put(
        self,
        path: str,
        body: bytes = b"",
        status: int = 200,
        after_s: float = 0.0,
        first: tuple[int, ...] = (),
        **headers: str,
    ) -> None:
        """Answers `path` so, after each status of `first` once. Underscores in header names are hyphens.

        Status 0 is a connection that breaks without an answer.
        """
        named = {name.replace("_", "-"): value for name, value in ({"Content_Type": HTML} | headers).items()}
        once = [Answer(b"sebentar", status, named, after_s) for status in first]
        self.answers[path] = [*once, Answer(body, status, named, after_s)]

    def put_article(self, path: str, number: int, parts: tuple[str, ...] = (), **more: Any) -> None:
        self.put(path, article_page(self.url + path, number, parts), **more)

    def put_feed(self, path: str, paths: list[str], **more: Any) -> None:
        """An RSS feed of the addresses, the first the newest: a day apart, the first on 30 June 2025."""
        items = "".join(
            f"<item><title>Berita {number}</title><link>{self.url}{item}</link>"
            f"<pubDate>{30 - number % 30:02} Jun {2025 - number // 30} 08:00:00 +0800</pubDate></item>"
            for number, item in enumerate(paths)
        )
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Uji</title>{items}</channel></rss>'
        self.put(path, feed.encode(), Content_Type="application/rss+xml", **more)

    def put_news(self, count: int, feed: str = "/feed/", **more: Any) -> list[str]:
        """The paths of `count` articles that `feed` names."""
        paths = [f"/2025/06/02/berita-{number}/" for number in range(count)]
        for number, path in enumerate(paths):
            self.put_article(path, number, **more)
        self.put_feed(feed, paths)
        return paths

    def portal(self, **fields: Any) -> dict[str, Any]:
        """A portal of this site whose door is /feed/, with what `fields` say otherwise."""
        return {"home": self.url + "/", "doors": {"feeds": [self.url + "/feed/"]}} | fields

    def paths(self) -> list[str]:
        return [hit.path for hit in self.hits]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, hit: Hit) -> Answer:
        answers = self.answers.get(hit.path, [Answer(b"tidak ada", 404, {"Content-Type": HTML}, 0.0)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        etag = answer.headers.get("ETag")
        if etag and hit.headers.get("If-None-Match") == etag:
            return Answer(b"", 304, {"ETag": etag}, 0.0)
        return answer

    def _handler(site) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                began = time.monotonic()
                host, _, port = self.headers["Host"].rpartition(":")
                hit = Hit(host, int(port), self.path, dict(self.headers.items()), began)
                site.hits.append(hit)
                answer = site._answer(hit)
                time.sleep(answer.after_s)
                if answer.status == 0:
                    hit.ended = time.monotonic()
                    self.close_connection = True
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if answer.status != 304:
                    self.send_header("Content-Length", str(len(answer.body)))
                # Before anything goes out: the client has all of an answer without a body with its headers.
                hit.ended = time.monotonic()
                self.end_headers()
                with contextlib.suppress(ConnectionError):  # a client may be killed
                    self.wfile.write(answer.body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def article_page(url: str, number: int, parts: tuple[str, ...] = ()) -> bytes:
    """A WordPress-like page of an article of four paragraphs; `parts` are the addresses of its pages."""
    paragraphs = "".join(
        f"<p>SAMARINDA – Warga kelurahan ke-{number} bergotong royong membersihkan parit bagian {row}, "
        f"supaya air hujan tidak lagi meluap ke jalan dan halaman rumah, kata ketua RT pada hari Senin.</p>"
        for row in range(1, 5)
    )
    links = " ".join(f'<a class="post-page-numbers" href="{part}">{n}</a>' for n, part in enumerate(parts, 1))
    pages = f'<div class="page-links">Halaman: {links}</div>' if parts else ""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": f"Warga Bersihkan Parit Kelurahan {number}",
        "datePublished": "2025-06-02T08:00:00+08:00",
        "author": {"@type": "Person", "name": "Sari Utami"},
    }
    return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">
<title>Warga Bersihkan Parit Kelurahan {number} - Kabar Uji</title><link rel="canonical" href="{url}">
<meta property="og:type" content="article">
<meta property="og:title" content="Warga Bersihkan Parit Kelurahan {number}">
<script type="application/ld+json">{json.dumps(data)}</script></head>
<body class="single single-post"><main><article class="post hentry">
<h1 class="entry-title">Warga Bersihkan Parit Kelurahan {number}</h1>
<div class="entry-content">{paragraphs}{pages}</div></article></main></body></html>""".encode()


@dataclass
class Outcome:
    """What the crawl's process printed, and where its archive is."""

    folder: Path
    code: int
    stderr: str
    results: list[dict[str, Any]]
    pages: list[list[str]]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that the archive answers to `sql`."""
        return query(self.folder, sql)


def query(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / "kaltim.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


class Crawls:
    """Crawls into one folder, each in its own process; a portal is given by what differs from a plain one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self, *portals: dict[str, Any], **options: Any) -> subprocess.Popen[str]:
        """The process of a crawl that goes on."""
        order = json.dumps({"folder": str(self.folder), "portals": portals, "options": options})
        command = [sys.executable, str(RUNNER), order]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=ENVIRONMENT)

    def finish(self, process: subprocess.Popen[str]) -> Outcome:
        """What came of a started crawl."""
        stdout, stderr = process.communicate(timeout=60)
        report = json.loads(stdout) if stdout else {"results": [], "pages": []}
        return Outcome(self.folder, process.returncode, stderr, report["results"], report["pages"])

    def __call__(self, *portals: dict[str, Any], **options: Any) -> Outcome:
        return self.finish(self.start(*portals, **options))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that the archive answers to `sql`."""
        return query(self.folder, sql)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def site_at() -> Iterator[Callable[[str], Site]]:
    """Makes a site at a loopback address: 127.0.0.2 and its neighbours are other hosts."""
    with contextlib.ExitStack() as sites:
        yield lambda address: sites.enter_context(contextlib.closing(Site(address)))


@pytest.fixture
def crawl(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def wait_for_hits(site: Any, count: int, process: subprocess.Popen[str]) -> None:
    """Until the server has been asked `count` times; the process must still run."""
    until = time.monotonic() + 30
    while len(site.hits) < count:
        assert time.monotonic() < until
        assert process.poll() is None
        time.sleep(0.01)
