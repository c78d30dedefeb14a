"""A body as pieces of plain bytes: gzip is known by its first bytes and undone up to a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from kaltimcrawl.errors import DiscoveryError

MAX_BYTES = 50 * 1024 * 1024
"""Plain bytes read of one file: the limit of https://www.sitemaps.org/protocol.html for a sitemap."""

CHUNK_BYTES = 64 * 1024

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


def read_chunks(body: bytes, url: str) -> Iterator[bytes]:
    """The plain bytes of `body` in order, at most `CHUNK_BYTES` at a time and `MAX_BYTES` in all.

    Reads gzip (RFC 1952) of one member or several, and ignores what follows the last. Raises
    `DiscoveryError`, after the bytes that could be read, where there are more than `MAX_BYTES` or the
    compressed data ends early or is damaged.
    """
    total = 0
    for chunk in _inflate(body, url) if body.startswith(_GZIP_MAGIC) else _slice(body):
        total += len(chunk)
        if total > MAX_BYTES:
            yield chunk[: len(chunk) - (total - MAX_BYTES)]
            raise DiscoveryError(f"{url}: larger than {MAX_BYTES >> 20} MiB, the limit of a sitemap or feed")
        yield chunk


def _slice(body: bytes) -> Iterator[bytes]:
    for start in range(0, len(body), CHUNK_BYTES):
        yield body[start : start + CHUNK_BYTES]


def _inflate(body: bytes, url: str) -> Iterator[bytes]:
    position = 0
    while body.startswith(_GZIP_MAGIC, position):
        member = zlib.decompressobj(_GZIP_WINDOW)
        while not member.eof:
            pending = member.unconsumed_tail
            if not pending:
                pending = body[position : position + CHUNK_BYTES]
                position += len(pending)
            yield _inflate_piece(member, pending, url)
        position -= len(member.unused_data)


def _inflate_piece(member: zlib._Decompress, piece: bytes, url: str) -> bytes:
    try:
        plain = member.decompress(piece, CHUNK_BYTES)
    except zlib.error:
        raise DiscoveryError(f"{url}: the gzip data is damaged; expected a whole file") from None
    if not piece and not plain and not member.eof:
        raise DiscoveryError(f"{url}: the gzip data ends early; expected a whole file")
    return plain
