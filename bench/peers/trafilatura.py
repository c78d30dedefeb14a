"""trafilatura with its metadata, comments left out."""

from __future__ import annotations

from datetime import date

import trafilatura
from trafilatura.settings import Document

from bench.peers.reading import PeerReading

FIELDS = frozenset(("title", "date", "author", "section"))


def read(body: bytes, url: str | None) -> PeerReading:
    """Its text and metadata; its date is a day. Of its categories the first stands for the section."""
    document = trafilatura.bare_extraction(body, url=url, with_metadata=True, include_comments=False)
    if not isinstance(document, Document):
        return PeerReading()
    return PeerReading(
        text=document.text or "",
        title=document.title,
        published=date.fromisoformat(document.date) if document.date else None,
        authors=(document.author,) if document.author else (),
        section=next(iter(document.categories or ()), None),
    )
