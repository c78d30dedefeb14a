"""A WARC's bytes, record by record, and where each stands: out of gzip members or a plain file."""

from __future__ import annotations

import zipfile
import zlib
from typing import NoReturn, Protocol

from kaltimcrawl.capture.headers import printable
from kaltimcrawl.errors import CaptureError

_READ = 32_768
_PIECE = 262_144
_MAX_EMPTY = 100  # gzip members in a row that hold nothing
_MAX_PADDING = 65_536
_BOMB_BYTES = 536_870_912
_BOMB_RATIO = 200
_RECOMPRESS = "`warcio recompress OLD NEW` makes a WARC of it that can be read"


class Readable(Protocol):
    """A file open for reading, or a member of a ZIP."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""


def open_stream(file: Readable, name: str, offset: int = 0) -> RecordStream:
    """The records in `file`, which stands at byte `offset`; its bytes say whether they are compressed.

    Raises `CaptureError` where there are none. `name` is what messages call the file.
    """
    start = RecordStream(file, name, offset).read_file(_READ)
    if not start:
        raise CaptureError(f"{printable(name)}: nothing stands at byte {offset}; a WARC or WACZ was expected")
    if start.startswith(b"\x28\xb5\x2f\xfd"):
        raise CaptureError(
            f"{printable(name)}: is compressed by zstd; `zstd -d` makes a .warc of it that can be read"
        )
    return (_GzipStream if start.startswith(b"\x1f\x8b") else _PlainStream)(file, name, offset, start)


class RecordStream:
    """Bytes of one record at a time: `begin`, then `readline` and `read`, then `end`.

    Whatever is wrong with the file is raised as `CaptureError` that names it and the record's offset.
    """

    def __init__(self, file: Readable, name: str, offset: int, start: bytes = b"") -> None:
        self._file = file
        self._name = name
        self._buffer = start
        self._at = 0
        self._file_at = offset + len(start)
        self.offset = offset
        """Where the record begins, in bytes of the file as stored."""

    def begin(self) -> bool:
        """Whether another record follows; if so, `offset` is its place."""
        raise NotImplementedError

    def end(self) -> int:
        """The record's length as stored, with the blank lines after it. Call it when the block was read."""
        raise NotImplementedError

    def _more(self) -> bytes:
        raise NotImplementedError

    def readline(self, limit: int) -> bytes:
        """The bytes up to and with the next newline, at most `limit`; less only where the file ends."""
        line = bytearray()
        while len(line) < limit and self._fill():
            found = self._buffer.find(b"\n", self._at, self._at + limit - len(line))
            end = found + 1 if found >= 0 else min(len(self._buffer), self._at + limit - len(line))
            line += self._buffer[self._at : end]
            self._at = end
            if found >= 0:
                break
        return bytes(line)

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, as many as are at hand; none only where the file (or the gzip member) ends."""
        if not size or not self._fill():
            return b""
        piece = self._buffer[self._at : self._at + size]
        self._at += len(piece)
        return piece

    def damage(self, what: str, remedy: str = "get a whole copy of the file") -> NoReturn:
        """Raises `CaptureError` for the record at hand."""
        where = f"{printable(self._name)}: the record at byte {self.offset}"
        raise CaptureError(f"{where} {printable(what)}; what stands before it was read; {remedy}")

    def _fill(self) -> bool:
        """Whether there is a byte at hand, after reading on where there was none."""
        if self._at >= len(self._buffer):
            self._buffer, self._at = self._more(), 0
        return bool(self._buffer)

    def _skip_newlines(self, limit: int) -> int:
        skipped = 0
        while skipped <= limit and self._fill() and self._buffer[self._at] in b"\r\n":
            rest = len(self._buffer) - self._at
            count = rest - len(self._buffer[self._at :].lstrip(b"\r\n"))
            self._at += count
            skipped += count
        return skipped

    def read_file(self, size: int) -> bytes:
        """The file's next bytes as stored."""
        try:
            data = self._file.read(size)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
            self.damage(f"can't be read ({error})", "see to the disk, or get another copy of the file")
        self._file_at += len(data)
        return data


class _PlainStream(RecordStream):
    """Records that stand in a file one after the other, not compressed."""

    def begin(self) -> bool:
        self._skip_newlines(_MAX_PADDING)
        self.offset = self._position
        return self._fill()

    def end(self) -> int:
        self._skip_newlines(_MAX_PADDING)
        return self._position - self.offset

    @property
    def _position(self) -> int:
        return self._file_at - len(self._buffer) + self._at

    def _more(self) -> bytes:
        return self.read_file(_PIECE)


class _GzipStream(RecordStream):
    """Records each in a gzip member of its own (ISO 28500, annex D), so that each can be reached alone."""

    def __init__(self, file: Readable, name: str, offset: int, start: bytes = b"") -> None:
        super().__init__(file, name, offset, start)
        self._raw = start  # compressed, not yet taken
        self._member = zlib.decompressobj(31)
        self._given = 0  # bytes that the member gave

    def begin(self) -> bool:
        empty = 0
        while True:
            self._raw = self._raw or self.read_file(_READ)
            self.offset = self._file_at - len(self._raw)
            if not self._raw:
                return False
            self._member, self._given = zlib.decompressobj(31), 0
            self._buffer, self._at = b"", 0
            if self._fill():
                return True
            empty += 1
            if empty > _MAX_EMPTY:
                self.damage("holds nothing, as many before it")

    def end(self) -> int:
        if self._skip_newlines(_MAX_PADDING) > _MAX_PADDING:
            self.damage("is followed by nothing but blank lines")
        if self._fill():
            self.damage("shares its gzip member with what follows", _RECOMPRESS)
        return self._file_at - len(self._raw) - self.offset

    def _more(self) -> bytes:
        while not self._member.eof:
            self._raw = self._raw or self.read_file(_READ)
            is_at_end = not self._raw  # zlib may yet hold back output
            try:
                piece = self._member.decompress(self._raw, _PIECE)
            except zlib.error as error:
                self.damage(f"is not sound gzip ({str(error).rpartition(': ')[2]})")
            if is_at_end and not piece:
                self.damage("breaks off where the file ends")
            self._raw = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            self._given += len(piece)
            taken = self._file_at - len(self._raw) - self.offset
            if self._given > _BOMB_BYTES and self._given > _BOMB_RATIO * taken:
                self.damage("expands without end", "leave it out: no page is like that")
            if piece:
                return piece
        return b""
