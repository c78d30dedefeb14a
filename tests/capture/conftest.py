from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from kaltimcrawl.capture import Exchange

URL = "https://kabar.example/2025/05/banjir"
MakeExchange = Callable[..., Exchange]
MakeRecord = Callable[..., bytes]


@pytest.fixture(scope="session")
def make_exchange() -> MakeExchange:
    """An exchange of a small page, changed as the keywords say."""

    def make(**changes: Any) -> Exchange:
        values: dict[str, Any] = {
            "url": URL,
            "method": "GET",
            "request_headers": (("Host", "kabar.example"), ("User-Agent", "kaltimcrawl/1")),
            "started": datetime(2025, 5, 12, 6, 30, 0, 250_000, tzinfo=UTC),
            "status": 200,
            "reason": "OK",
            "protocol": "HTTP/1.1",
            "response_headers": (("Content-Type", "text/html"),),
            "body": b"<p>Banjir surut.</p>",
            "ip_address": "192.0.2.7",
        }
        return Exchange(**{**values, **changes})

    return make


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """A record as another program may have written it; a field set to None is left out."""

    def make(
        block: bytes = b"HTTP/1.1 200 OK\r\n\r\nBanjir", *, is_gzip: bool = False, **fields: str | None
    ) -> bytes:
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        values: dict[str, str | None] = {
            "WARC-Type": "response",
            "WARC-Target-URI": URL,
            "WARC-Date": "2025-05-12T06:30:00Z",
            "WARC-Record-ID": "<urn:uuid:6b0ee0a4-0000-4000-8000-000000000001>",
            "Content-Type": "application/http; msgtype=response",
            "Content-Length": str(len(block)),
            **named,
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in values.items() if value is not None)
        record = b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"
        return gzip.compress(record, mtime=0) if is_gzip else record

    return make
