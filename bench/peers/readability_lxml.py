"""readability-lxml: it gives HTML, a title and an author."""

from __future__ import annotations

from readability import Document

from bench.peers.plain import html_to_text
from bench.peers.reading import PeerReading

FIELDS = frozenset(("title", "author"))
_NOBODY = "[no-author]"


def read(body: bytes, url: str | None) -> PeerReading:
    """Its summary as text, the short title, and the author where it has one."""
    document = Document(body, url=url)
    author = document.author()
    return PeerReading(
        text=html_to_text(document.summary(html_partial=True)),
        title=document.short_title(),
        authors=() if author == _NOBODY else (author,),
    )
