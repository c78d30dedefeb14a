"""Pictures for the demo portal's articles: a river at some hour of the day, drawn from a number."""

from __future__ import annotations

import math
import random
import struct
import zlib

WIDTH, HEIGHT = 640, 360

_SKIES = (
    ((250, 214, 165), (91, 127, 166)),
    ((205, 228, 240), (70, 130, 180)),
    ((244, 176, 138), (108, 75, 122)),
    ((222, 226, 228), (120, 136, 148)),
)
_SKY_COLOURS = 32


def draw_picture(seed: str) -> bytes:
    """A PNG (640 × 360, paletted) of hills over a river; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a drawing, no secret
    near, far = chance.choice(_SKIES)
    colours = [_mixed(far, near, step / (_SKY_COLOURS - 1)) for step in range(_SKY_COLOURS)]
    colours += [(78, 116, 96), (46, 82, 62), (138, 118, 84), (168, 148, 112)]
    ridges = [_ridge(chance, HEIGHT * level, HEIGHT * 0.09) for level in (0.45, 0.56)]
    shore = int(HEIGHT * 0.68)
    rows = b"".join(b"\0" + _row(y, shore, ridges) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    palette = bytes(value for colour in colours for value in colour)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _row(y: int, shore: int, ridges: list[list[int]]) -> bytes:
    if y >= shore:
        water = _SKY_COLOURS + (3 if (y * 7) % 23 < 3 else 2)
        return bytes([water]) * WIDTH
    sky = min(_SKY_COLOURS - 1, y * _SKY_COLOURS // shore)
    far, near = ridges
    return bytes(
        _SKY_COLOURS + 1 if y > near[x] else _SKY_COLOURS if y > far[x] else sky for x in range(WIDTH)
    )


def _ridge(chance: random.Random, level: float, height: float) -> list[int]:
    waves = [(chance.uniform(0.004, 0.03), chance.uniform(0, math.tau)) for _ in range(3)]
    return [
        int(level + sum(math.sin(x * speed + shift) for speed, shift in waves) * height / 2)
        for x in range(WIDTH)
    ]


def _mixed(one: tuple[int, int, int], other: tuple[int, int, int], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
