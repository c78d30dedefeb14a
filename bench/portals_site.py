"""A server of many small portals, one a loopback address, that counts what it is asked and when."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_SENTENCE = (
    "Warga kelurahan ke-{number} bergotong royong membersihkan parit bagian {row} agar air hujan tidak lagi "
    "meluap ke jalan, kata ketua RT yang ditemui pada hari Senin di rumahnya."
)


@dataclass(slots=True)
class News:
    """The articles of one portal, numbered from 0; the newest last."""

    times: list[datetime] = field(default_factory=list)
    """When each was published; aware."""
    in_feed: int = 10


@dataclass(slots=True)
class Counts:
    """What a server was asked."""

    requests: Counter[str] = field(default_factory=Counter)
    """By kind: robots, feed, sitemap, page, other."""
    bytes_sent: int = 0


class PortalsSite:
    """Portals at http://127.0.0.1:PORT/, http://127.0.0.2:PORT/ and so on, each with news and a feed."""

    def __init__(self) -> None:
        self.news: dict[str, News] = {}
        self.counts = Counts()
        self._server = ThreadingHTTPServer(("0.0.0.0", 0), _handler(self))  # noqa: S104 - loopback's addresses
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def home(self, number: int) -> str:
        """The home page of the portal of that number, from 0 to 250."""
        return f"http://127.0.0.{number + 1}:{self.port}/"

    def close(self) -> None:
        """Stops the server."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, host: str, path: str) -> tuple[str, bytes] | None:
        """Content type and body of a path; None where there is nothing."""
        news = self.news.setdefault(host, News())
        base = f"http://{host}:{self.port}"
        if path == "/feed/":
            return "application/rss+xml", _feed(base, news).encode()
        if path.startswith("/berita/"):
            number = int(path.split("/")[2])
            if number < len(news.times):
                return "text/html; charset=utf-8", _page(base + path, number, news.times[number]).encode()
        return None


@contextmanager
def portals_site() -> Iterator[PortalsSite]:
    """The server, running."""
    site = PortalsSite()
    try:
        yield site
    finally:
        site.close()


def _feed(base: str, news: News) -> str:
    numbers = range(len(news.times))[-news.in_feed :]
    items = "".join(
        f"<item><title>Berita {number}</title><link>{base}/berita/{number}/parit-kelurahan/</link>"
        f"<pubDate>{news.times[number]:%a, %d %b %Y %H:%M:%S %z}</pubDate></item>"
        for number in reversed(numbers)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>'


def _page(url: str, number: int, published: datetime) -> str:
    paragraphs = "".join(f"<p>{_SENTENCE.format(number=number, row=row)}</p>" for row in range(1, 9))
    return (
        f"<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>Parit Kelurahan {number}</title>"
        f'<link rel=canonical href="{url}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{published.isoformat()}"></head>'
        f"<body class=single><article><h1>Parit Kelurahan {number} Dibersihkan</h1>"
        f"<div class=entry-content>{paragraphs}</div></article></body></html>"
    )


def _kind(path: str) -> str:
    if path.startswith("/berita/"):
        return "page"
    return {"/robots.txt": "robots", "/feed/": "feed", "/sitemap.xml": "sitemap"}.get(path, "other")


def _handler(site: PortalsSite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            host = (self.headers.get("Host") or "").partition(":")[0]
            site.counts.requests[_kind(self.path)] += 1
            found = site.answer(host, self.path)
            content_type, body = found or ("text/html", b"tidak ada")
            etag = f'"{sha1(body, usedforsecurity=False).hexdigest()}"'
            is_known = found is not None and self.headers.get("If-None-Match") == etag
            self.send_response(304 if is_known else 200 if found else 404)
            self.send_header("Content-Type", content_type)
            if found:
                self.send_header("ETag", etag)
            sent = b"" if is_known else body
            if not is_known:
                self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)
            site.counts.bytes_sent += len(sent)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def serve_sitemap(body_for: Callable[[str], bytes]) -> tuple[str, bytes, Callable[[], None]]:
    """The home of a site that has nothing but /sitemap.xml, that sitemap, and what stops the server.

    `body_for` makes the sitemap of the home's address.
    """
    made: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            is_sitemap = self.path == "/sitemap.xml"
            answer = made[0] if is_sitemap else b""
            self.send_response(200 if is_sitemap else 404)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    home = f"http://127.0.0.1:{server.server_port}/"
    made.append(body_for(home))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return home, made[0], server.shutdown
