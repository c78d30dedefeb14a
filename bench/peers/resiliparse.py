"""resiliparse: the main content as text, and the document's title; it reads no other field."""

from __future__ import annotations

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

from bench.peers.reading import PeerReading

FIELDS = frozenset(("title",))


def read(body: bytes, url: str | None) -> PeerReading:
    """The main content without the texts of images."""
    tree = HTMLTree.parse_from_bytes(body, detect_encoding(body) or "utf-8")
    text = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False)
    return PeerReading(text, tree.title)
