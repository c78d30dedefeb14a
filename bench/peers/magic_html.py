"""magic-html: it gives HTML and a title."""

from __future__ import annotations

from magic_html import GeneralExtractor

from bench.peers.plain import decode_page, html_to_text
from bench.peers.reading import PeerReading

FIELDS = frozenset(("title",))
_EXTRACTOR = GeneralExtractor()


def read(body: bytes, url: str | None) -> PeerReading:
    """Its body as text, and the title."""
    found = _EXTRACTOR.extract(decode_page(body), base_url=url or "", html_type="article")
    return PeerReading(html_to_text(found["html"]), found["title"])
