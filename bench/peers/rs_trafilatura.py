"""rs-trafilatura: trafilatura's ways in Rust, with a classifier of pages."""

from __future__ import annotations

from datetime import datetime

import rs_trafilatura

from bench.peers.reading import PeerReading

FIELDS = frozenset(("title", "date", "author"))


def read(body: bytes, url: str | None) -> PeerReading:
    """Its text and metadata."""
    result = rs_trafilatura.extract_bytes(body, url=url)
    published = datetime.fromisoformat(result.date) if result.date else None
    return PeerReading(
        result.main_content or "", result.title, published, (result.author,) if result.author else ()
    )
