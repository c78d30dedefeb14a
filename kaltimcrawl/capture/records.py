"""WARC records as they stand in a stream: fields, block and place. Bounded whatever the file holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kaltimcrawl.capture.digests import is_digest, start_digest
from kaltimcrawl.capture.headers import MAX_HEAD, parse_head
from kaltimcrawl.capture.streams import RecordStream

_MAX_FIRST_LINE = 8_192
_PIECE = 1_048_576


@dataclass(frozen=True, slots=True)
class Record:
    """A record of any type."""

    fields: Mapping[str, str]
    """By name in lower case; of a repeated field the first."""
    offset: int
    length: int
    """Bytes as stored, with the blank lines after it."""
    block: bytes
    """At most as many bytes as were asked for; empty for a record that was not wanted."""
    is_cut: bool
    """Whether the block goes on."""
    is_block_digest_right: bool | None
    """None without a WARC-Block-Digest of a known algorithm, or where the record was not wanted."""

    @property
    def kind(self) -> str:
        """WARC-Type, in lower case."""
        return self.fields.get("warc-type", "").lower()


def read_records(
    stream: RecordStream, is_wanted: Callable[[Mapping[str, str]], bool], limit: int
) -> Iterator[Record]:
    """All records of the stream in order; blocks, up to `limit` bytes each, of those whose fields are wanted.

    Raises `CaptureError` at the first that can't be read: where one record has no sound length, nobody knows
    where the next begins.
    """
    while stream.begin():
        fields = _read_fields(stream)
        length = _read_length(stream, fields)
        if is_wanted(fields):
            block, is_right = _read_block(stream, length, limit, fields.get("warc-block-digest"))
        else:
            block, is_right = _read_block(stream, length, 0, None)
        yield Record(fields, stream.offset, stream.end(), block, length > limit, is_right)


def _read_fields(stream: RecordStream) -> Mapping[str, str]:
    first_line = stream.readline(_MAX_FIRST_LINE)
    if not first_line.startswith(b"WARC/1."):
        _refuse(stream, first_line)
    head = bytearray(first_line)
    while line := stream.readline(MAX_HEAD - len(head)):
        if line in {b"\n", b"\r\n"}:
            break
        head += line
    else:
        what = "has a head that is too long" if len(head) >= MAX_HEAD else "breaks off in its head"
        stream.damage(what)
    fields: dict[str, str] = {}
    for name, value in parse_head(bytes(head), "utf-8").fields:
        fields.setdefault(name.lower(), value)
    return fields


def _refuse(stream: RecordStream, first_line: bytes) -> None:
    if first_line.startswith(b"filedesc:"):
        stream.damage("is of an ARC file", "`warcio recompress OLD NEW` makes a WARC of it")
    found = first_line[:40].decode("ascii", errors="replace").rstrip()
    stream.damage(f"doesn't begin with WARC/1.0 or WARC/1.1 but with {found!r}")


def _read_length(stream: RecordStream, fields: Mapping[str, str]) -> int:
    text = fields.get("content-length", "")
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        stream.damage(f"has no Content-Length in digits but {text[:40]!r}")
    return int(text)


def _read_block(
    stream: RecordStream, length: int, limit: int, digest_label: str | None
) -> tuple[bytes, bool | None]:
    """The first `limit` bytes of the block, and whether its digest, over all of it, is right."""
    digest = start_digest(digest_label)
    block, left = bytearray(), length
    while left:
        piece = stream.read(min(left, _PIECE))
        if not piece:
            stream.damage(f"breaks off {left} bytes before its end")
        left -= len(piece)
        if digest:
            digest.update(piece)
        if len(block) < limit:
            block += piece[: limit - len(block)]
    is_right = is_digest(digest_label, digest.digest()) if digest and digest_label else None
    return bytes(block), is_right
