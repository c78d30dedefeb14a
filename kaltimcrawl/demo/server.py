"""The HTTP server of the demo portal: the standard library's, on the loopback only.

Conditional requests follow RFC 9110, section 13: If-None-Match goes before If-Modified-Since.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
import threading
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from socketserver import TCPServer
from types import TracebackType
from typing import Any, Self

from kaltimcrawl.demo.answer import Answer, Site
from kaltimcrawl.demo.article import DemoArticle, load_articles
from kaltimcrawl.demo.site import DemoSite
from kaltimcrawl.times import read_machine_time

HOST = "127.0.0.1"
LOG_LENGTH = 100_000
"""Requests that the log holds; the oldest go first."""

_IDLE_SECONDS = 30
_LONGEST_LOGGED = 500
_SHORTEST_GZIP = 500
_COMPRESSED = ("text/html", "text/css", "text/plain", "text/xml", "application/rss+xml")


class SiteServer:
    """Serves a site from a thread of its own for as long as it is entered.

    `port` is taken where it is free, else any free one; 0 asks for any. The site is made when the address
    is known, since its pages name it.
    """

    def __init__(self, make_site: Callable[[str], Site], port: int = 0) -> None:
        self._make_site = make_site
        self._wanted = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._log: deque[tuple[str, int]] = deque(maxlen=LOG_LENGTH)

    def __enter__(self) -> Self:
        server = _bind(self._wanted)
        server.log = self._log
        server.site = self._make_site(f"http://{HOST}:{server.server_port}")
        self._server = server
        self._thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
        if self._thread is not None:
            self._thread.join()
        self._server = self._thread = None

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`. Raises RuntimeError where the server isn't running."""
        if self._server is None:
            raise RuntimeError("the server has no address before it is entered")
        return f"http://{HOST}:{self._server.server_port}"

    @property
    def requests(self) -> list[tuple[str, int]]:
        """The last `LOG_LENGTH` requests in the order of their answers: target and status."""
        return list(self._log)


class DemoServer(SiteServer):
    """Serves the demo portal: `with DemoServer() as server: … server.url …`."""

    def __init__(self, port: int = 0) -> None:
        super().__init__(DemoSite, port)

    def articles(self) -> list[DemoArticle]:
        """What the portal's articles say, oldest first: the truth to hold an archive against."""
        return list(load_articles())


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    site: Site
    log: deque[tuple[str, int]]

    def server_bind(self) -> None:
        """Binds without the parent's look-up of the host's name, which takes seconds on some machines."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Says nothing of a client that went away; the rest is a bug and stays visible."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _bind(port: int) -> _Server:
    try:
        return _Server((HOST, port), _Handler)
    except OSError:
        if port == 0:
            raise
        return _Server((HOST, 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "kaltimcrawl-demo"
    sys_version = ""
    timeout = _IDLE_SECONDS
    # Header and body leave in one packet: written apart, Nagle and delayed ACK cost 40 ms a request.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        self._respond(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: `SiteServer.requests` is the log."""

    def _respond(self, with_body: bool) -> None:
        answer = self.server.site.answer(self.path)
        body, headers = answer.body, {"Content-Type": answer.content_type}
        status = answer.status
        if answer.location is not None:
            headers["Location"] = answer.location
        if status == HTTPStatus.OK:
            etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
            body, etag = self._encoded(answer, etag, headers)
            headers["ETag"] = etag
            headers["Cache-Control"] = "max-age=0"
            if answer.modified is not None:
                headers["Last-Modified"] = format_datetime(answer.modified.astimezone(UTC), usegmt=True)
            if self._is_known(etag, answer.modified):
                status = HTTPStatus.NOT_MODIFIED
                headers.pop("Content-Type")
                headers.pop("Content-Encoding", None)
        # Before the answer leaves, so that a client that has it finds it in the log.
        self.server.log.append((self.path[:_LONGEST_LOGGED], int(status)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body and status != HTTPStatus.NOT_MODIFIED:
            self.wfile.write(body)

    def _encoded(self, answer: Answer, etag: str, headers: dict[str, str]) -> tuple[bytes, str]:
        """The body as it goes out and its tag: weak when compressed, since the bytes are other ones."""
        if not answer.content_type.startswith(_COMPRESSED) or len(answer.body) < _SHORTEST_GZIP:
            return answer.body, etag
        headers["Vary"] = "Accept-Encoding"
        if not _accepts_gzip(self.headers.get("Accept-Encoding", "")):
            return answer.body, etag
        headers["Content-Encoding"] = "gzip"
        return gzip.compress(answer.body, 5, mtime=0), f"W/{etag}"

    def _is_known(self, etag: str, modified: datetime | None) -> bool:
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return "*" in known or etag.removeprefix("W/") in known
        since = read_machine_time(self.headers.get("If-Modified-Since", ""))
        return since is not None and modified is not None and modified <= since


def _accepts_gzip(header: str) -> bool:
    for token in header.lower().split(","):
        coding, _, weight = token.partition(";")
        if coding.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
