"""The picture of every story, made of nothing but the standard library."""

from __future__ import annotations

import struct
import zlib

_WIDTH, _HEIGHT = 640, 360


def make_png() -> bytes:
    """A grey gradient of 640 by 360 pixels."""
    rows = b"".join(b"\0" + bytes(40 + (x + y) // 5 for x in range(_WIDTH)) for y in range(_HEIGHT))
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
