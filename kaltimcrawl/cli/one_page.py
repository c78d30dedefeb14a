"""One page, fetched because a person named it: bounded in size and time, public addresses unless told else.

robots.txt speaks to robots that find their own way; a page that a person names is asked for as by a browser.
No proxy is used: whether a proxy's far side is private can't be known.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import urllib.error
import urllib.request
from contextlib import suppress
from functools import partial
from threading import Timer
from typing import Any
from urllib.parse import urldefrag

from w3lib.url import safe_url_string

from kaltimcrawl.capture import decode_body
from kaltimcrawl.cli.page import Page
from kaltimcrawl.errors import InputError, KaltimcrawlError
from kaltimcrawl.spiders.settings import USER_AGENT
from kaltimcrawl.urls import absolute_url

MAX_BYTES = 16 * 1024 * 1024
"""Of a page as sent and, separately, as decompressed."""
TOTAL_S = 30.0
"""Seconds for everything: redirects, headers, body."""
READ_S = 10.0
"""Seconds for a connection, and for each read."""


def fetch_page(url: str, allow_private: bool = False) -> Page:
    """The page at `url`. Raises InputError where it may not be asked for, KaltimcrawlError where it fails."""
    if absolute_url(url) is None:
        raise InputError(f"{url}: not an http or https address")
    line = _Line(allow_private, TOTAL_S)
    try:
        with line:
            page = _read(_make_opener(line), url)
            if line.cut:  # a body without a length just ends where the line was cut
                raise TimeoutError
            return page
    except urllib.error.HTTPError as error:
        error.close()
        answer = f"the server answered {error.code} " if error.code >= 400 else ""
        raise KaltimcrawlError(f"{url}: {answer}{' '.join(error.reason.split())}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = f"no whole answer within {TOTAL_S:.0f} s" if line.cut else _reason(error)
        raise KaltimcrawlError(f"{url}: {reason}") from error


def _make_opener(line: _Line) -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()  # only these handlers: no file:, no ftp:, no proxy, no cookies
    for handler in (
        _Http(line),
        _Https(line),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [
        ("User-Agent", USER_AGENT),
        ("Accept", "text/html,application/xhtml+xml,*/*;q=0.1"),
        ("Accept-Encoding", "gzip"),
    ]
    return opener


def _read(opener: urllib.request.OpenerDirector, url: str) -> Page:
    request = urllib.request.Request(safe_url_string(url))  # noqa: S310 - the opener has no other schemes
    with opener.open(request, timeout=READ_S) as response:
        body = response.read(MAX_BYTES + 1)
        if len(body) <= MAX_BYTES:
            if response.length:  # bytes promised and not sent; read(n) doesn't complain as read() does
                raise http.client.IncompleteRead(body, response.length)
            body = decode_body(body, response.headers.get("Content-Encoding"), MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise KaltimcrawlError(f"{url}: larger than {MAX_BYTES / 2**20:.3g} MB")
        return Page(urldefrag(response.url).url, response.headers.get("Content-Type"), body)


def _reason(error: Exception) -> str:
    inner = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(inner, TimeoutError):
        return f"no answer within {READ_S:.0f} s"
    if isinstance(inner, http.client.IncompleteRead):
        return "the answer broke off"
    if isinstance(inner, ssl.SSLCertVerificationError):
        return f"its certificate can't be trusted: {inner.verify_message}"
    if isinstance(inner, socket.gaierror):
        return f"its host is not known ({inner.strerror})"
    text = inner.strerror if isinstance(inner, OSError) and inner.strerror else str(inner)
    return " ".join(text.split()) or type(inner).__name__


class _Line:
    """The way to servers: to permitted addresses only, and cut when the time is over.

    A timeout a read alone would let a server drip a byte every few seconds for ever.
    """

    def __init__(self, allow_private: bool, seconds: float) -> None:
        self.cut = False
        self._allow_private = allow_private
        self._open: list[socket.socket] = []
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self.cut = True
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def watch(self, connection: socket.socket) -> None:
        """Have `connection` cut when the time is over."""
        self._open.append(connection)

    def dial(self, host: str, port: int) -> socket.socket:
        """A connection to `host`; raises InputError where it is private, OSError where no address answers."""
        failure = OSError("its host has no address")
        for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            if not (self._allow_private or _is_public(str(address[0]))):
                raise InputError(f"{host}: a private address ({address[0]}); --allow-private permits it")
            connection = socket.socket(family, kind, protocol)
            connection.settimeout(READ_S)
            self.watch(connection)
            try:
                connection.connect(address)
            except OSError as error:
                connection.close()
                failure = error
            else:
                return connection
        raise failure


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return ip.is_global and not ip.is_multicast


class _HttpConnection(http.client.HTTPConnection):
    def __init__(self, line: _Line, host: str, **settings: Any) -> None:
        super().__init__(host, **settings)
        self._line = line

    def connect(self) -> None:
        self.sock = self._line.dial(self.host, self.port)


class _HttpsConnection(http.client.HTTPSConnection):
    def __init__(self, line: _Line, host: str, **settings: Any) -> None:
        super().__init__(host, **settings)
        self._line = line

    def connect(self) -> None:
        plain = self._line.dial(self.host, self.port)
        context = ssl.create_default_context()
        sealed = context.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
        self._line.watch(sealed)
        self.sock = sealed
        sealed.do_handshake()


class _Http(urllib.request.AbstractHTTPHandler):
    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_HttpConnection, self._line), request)

    http_request = urllib.request.AbstractHTTPHandler.do_request_


class _Https(urllib.request.AbstractHTTPHandler):
    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_HttpsConnection, self._line), request)

    https_request = urllib.request.AbstractHTTPHandler.do_request_
