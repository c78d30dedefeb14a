"""Bodies as they were meant, out of bodies as they were sent: codings and chunks undone, within bounds.

Nothing here raises: a body that is not coded as its headers say is given back as it is (servers and old
Common Crawl files have such), and one that breaks off or is damaged gives what comes before the damage.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import brotli
import zstandard

_MAX_CODINGS = 5
_MAX_MEMBERS = 1_000  # gzip members or zstd frames of one body; a page has one
_MAX_CHUNKS = 1_000_000
_SLICE = 65_536
_BROTLI_SLICE = 1_024  # a damaged slice is lost whole: brotli's state can't be copied
_ZSTD_SLICE = 256  # 4 bytes of zstd can stand for 128 KiB, and its output can't be bounded otherwise
_ZSTD_WINDOW = 8_388_608  # RFC 9659: what a browser accepts
_GZIP_MAGIC = b"\x1f\x8b"
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's wbits
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,512}<[!?A-Za-z]")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]{0,16}(?:;[^\r\n]{0,4096})?\r\n")


def decode_body(body: bytes, content_encoding: str | None, limit: int) -> bytes:
    """`body` with the codings that Content-Encoding lists undone, last first; at most `limit` bytes of it.

    Knows gzip, deflate (with zlib's frame, RFC 9110, and without, as some servers send it), br, zstd,
    identity, and stacks of up to five. At a coding it doesn't know it stops.

    >>> decode_body(zlib.compress(b"kabar"), "deflate", 1000)
    b'kabar'
    """
    codings = [coding.strip().lower() for coding in (content_encoding or "").split(",")]
    codings = [coding for coding in codings if coding not in {"", "identity"}]
    if len(codings) > _MAX_CODINGS or limit <= 0:
        return body[: max(limit, 0)]
    for coding in reversed(codings):
        decode = _DECODERS.get(coding)
        if decode is None:
            break
        body = decode(body, limit)
    return body[:limit]


def _gunzip(body: bytes, limit: int) -> bytes:
    out, at = bytearray(), 0
    for _ in range(_MAX_MEMBERS):
        if not body.startswith(_GZIP_MAGIC, at) or len(out) >= limit:
            break
        piece, at, is_broken = _inflate(body, at, _GZIP, limit - len(out))
        out += piece
        if is_broken:
            break
    return bytes(out) if out or at else body


def _undeflate(body: bytes, limit: int) -> bytes:
    if _MARKUP.match(body):  # which zlib's frame can't begin like; a bare stream hardly does
        return body
    out, _, is_broken = _inflate(body, 0, _ZLIB, limit)
    if not is_broken:
        return out
    raw, _, is_raw_broken = _inflate(body, 0, _RAW, limit)
    return raw if not is_raw_broken else out or body


def _inflate(body: bytes, start: int, wbits: int, limit: int) -> tuple[bytes, int, bool]:
    """At most `limit` bytes of the stream at `start`, where it ends, and whether it is damaged."""
    engine = zlib.decompressobj(wbits)
    out, at = bytearray(), start
    while at < len(body) and not engine.eof and len(out) < limit:
        piece, before = body[at : at + _SLICE], engine.copy()
        try:
            out += engine.decompress(piece, limit - len(out))
        except zlib.error:
            out += _inflate_bytewise(before, piece, limit - len(out))
            return bytes(out), at if not out else at + len(piece), True
        at += len(piece)
    return bytes(out), at - len(engine.unused_data), False


def _inflate_bytewise(engine: zlib._Decompress, piece: bytes, limit: int) -> bytes:
    """What comes before the damage in `piece`: zlib gives nothing of a call that meets an error."""
    out = bytearray()
    for at in range(len(piece)):
        if len(out) >= limit:
            break
        try:
            out += engine.decompress(piece[at : at + 1], limit - len(out))
        except zlib.error:
            break
    return bytes(out)


def _unbrotli(body: bytes, limit: int) -> bytes:
    engine = brotli.Decompressor()
    out, at = bytearray(), 0
    try:
        while len(out) < limit and not engine.is_finished():
            piece = b""
            if engine.can_accept_more_data():
                piece = body[at : at + _BROTLI_SLICE]
                at += len(piece)
                if not piece:
                    break
            out += engine.process(piece, output_buffer_limit=limit - len(out))
    except brotli.error:
        # Brotli has no magic number: markup that is not compressed at all may begin like a stream of it.
        return body if _MARKUP.match(body) or not out else bytes(out)
    return bytes(out)


def _unzstd(body: bytes, limit: int) -> bytes:
    out, at = bytearray(), 0
    for _ in range(_MAX_MEMBERS):
        if not body.startswith(_ZSTD_MAGIC, at) or len(out) >= limit:
            break
        engine = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        try:
            while at < len(body) and not engine.eof and len(out) < limit:
                piece = body[at : at + _ZSTD_SLICE]
                out += engine.decompress(piece)
                at += len(piece) - len(engine.unused_data)
        except zstandard.ZstdError:
            break
    return bytes(out) if out or at else body


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,  # RFC 9110, section 8.4.1.3: the same
    "deflate": _undeflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}


def undo_chunks(body: bytes) -> bytes:
    """A chunked message's body (RFC 9112, section 7.1) without its chunks; no longer than `body`.

    Many WARCs keep `Transfer-Encoding: chunked` over a body that their maker had already put together
    (warcio#75); a body that doesn't begin with a chunk is such, and is given back as it is. One that breaks
    off gives what there is; after damage, the rest follows as it stands.
    """
    out, at = bytearray(), 0
    for _ in range(_MAX_CHUNKS):
        found = _CHUNK_SIZE.match(body, at)
        if not found:
            break
        size = int(found[1], 16)
        if not size:
            return bytes(out)
        end = found.end() + size
        if not b"\r\n".startswith(body[end : end + 2]):  # where the body breaks off, less of it
            break
        out += body[found.end() : end]
        at = end + 2
    return bytes(out) + body[at:] if at else body
