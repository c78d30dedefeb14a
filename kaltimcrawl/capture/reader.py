"""Captures out of WARCs and WACZs of any maker."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kaltimcrawl.capture.capture import Capture, Headers, Location
from kaltimcrawl.capture.decoding import decode_body, undo_chunks
from kaltimcrawl.capture.digests import is_digest, start_digest
from kaltimcrawl.capture.headers import MAX_HEAD, Head, clean_uri, parse_head, printable, split_head
from kaltimcrawl.capture.openfile import OPEN_SUFFIX
from kaltimcrawl.capture.records import Record, read_records
from kaltimcrawl.capture.streams import RecordStream, open_stream
from kaltimcrawl.capture.wacz import Wacz
from kaltimcrawl.errors import CaptureError
from kaltimcrawl.times import read_machine_time

MAX_BODY = 33_554_432
"""Bytes of a body that are read, as stored and again decoded; more is cut off."""

_HTML = ("text/html", "application/xhtml+xml")
_IN_WACZ = "!/"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person may want to know or count about a record that was skipped, or read all the same."""

    kind: Literal["revisit", "unreadable", "digest", "cut"]
    """`revisit`: skipped, since its body stands in another record. `unreadable`: skipped, since it lacks what
    a capture needs. `digest`: read, though a digest it states is not that of its bytes. `cut`: read up to
    `MAX_BODY`."""
    message: str
    """One line that names file, offset and address."""
    location: Location


def log_remark(remark: Remark) -> None:
    """Logs it: revisits, of which a WARC may hold a million, for those who debug, the rest as warnings."""
    _log.log(logging.DEBUG if remark.kind == "revisit" else logging.WARNING, "%s", remark.message)


def read_captures(
    path: Path, remark: Callable[[Remark], None] = log_remark
) -> Iterator[tuple[Capture, bytes]]:
    """The captures in a .warc, .warc.gz or .wacz, in order, each with its body, codings and chunks undone.

    The file's content says which it is, not its name. A capture is a `response` of an http(s) address, of
    whatever status, or a `resource` of such an address that is HTML, which counts as status 200; its headers
    are as stored, its body as `decode_body` gives it. All else is passed over. What is odd about a record is
    told to `remark`, called before the record is given; digests are checked where they are stated.

    Raises `CaptureError` with file, offset and remedy where the file can't be read on, after giving all
    captures that stand before.
    """
    try:
        with path.open("rb") as file:
            is_zip = file.read(2) == b"PK"
            file.seek(0)
            if not is_zip:
                yield from _captures(open_stream(file, path.name), path.name, remark)
                return
    except OSError as error:
        raise CaptureError(f"{path}: can't be read: {error.strerror}") from error
    with Wacz(path) as wacz:
        for name in wacz.warc_names():
            member = f"{path.name}{_IN_WACZ}{name}"
            yield from _captures(open_stream(wacz.open(name), member), member, remark)


def read_record(folder: Path, location: Location) -> tuple[Capture, bytes]:
    """The capture at `location`, of a file in `folder`, with its body as `read_captures` gives it.

    Finds it too in the file that is being written. Raises `CaptureError` where there is none.
    """
    with _open_at(folder, location) as stream:
        for given in _captures(stream, location.file, log_remark, is_single=True):
            return given
    raise CaptureError(
        f"{location.file}: there is no capture at byte {location.offset}; is it the file that was crawled?"
    )


@contextmanager
def _open_at(folder: Path, location: Location) -> Iterator[RecordStream]:
    file_name, in_wacz, member = location.file.partition(_IN_WACZ)
    if file_name in {"", ".", ".."} or "\0" in file_name or Path(file_name).name != file_name:
        raise CaptureError(f"{printable(location.file)}: the name of a file was expected, not a path")
    path = folder / file_name
    try:
        if in_wacz:
            with Wacz(path) as wacz:
                file = wacz.open(member, location.offset)
                yield open_stream(file, location.file, location.offset)
            return
        with (path if path.exists() else folder / f"{file_name}{OPEN_SUFFIX}").open("rb") as plain:
            plain.seek(location.offset)
            yield open_stream(plain, file_name, location.offset)
    except OSError as error:
        raise CaptureError(f"{path}: can't be read: {error.strerror}") from error


def _captures(
    stream: RecordStream, file: str, remark: Callable[[Remark], None], is_single: bool = False
) -> Iterator[tuple[Capture, bytes]]:
    for record in read_records(stream, _is_capture, MAX_HEAD + MAX_BODY):
        reading = _Reading(record, Location(file, record.offset, record.length), remark)
        if record.kind == "revisit":
            reading.tell("revisit", "is a revisit: its body stands in another record")
        elif _is_capture(record.fields) and (given := reading.capture()):
            yield given
        if is_single:
            return


def _is_capture(fields: Mapping[str, str]) -> bool:
    if not _url(fields).lower().startswith(("http://", "https://")):
        return False
    kind, media_type = fields.get("warc-type", "").lower(), fields.get("content-type", "").lower()
    return kind == "response" or (kind == "resource" and media_type.startswith(_HTML))


def _url(fields: Mapping[str, str]) -> str:
    """WARC-Target-URI, escaped where its writer failed to; without the `<>` that WARC/1.0 asked for."""
    return clean_uri(fields.get("warc-target-uri", "").removeprefix("<").removesuffix(">"))


class _Reading:
    """One record on its way to a capture."""

    def __init__(self, record: Record, location: Location, remark: Callable[[Remark], None]) -> None:
        self._record = record
        self._location = location
        self._remark = remark

    def tell(self, kind: Literal["revisit", "unreadable", "digest", "cut"], what: str) -> None:
        """Remarks on the record."""
        at = f"{printable(self._location.file)}: the record at byte {self._location.offset}"
        self._remark(Remark(kind, f"{at} ({_url(self._record.fields)[:200]}) {what}", self._location))

    def capture(self) -> tuple[Capture, bytes] | None:
        """The capture and its body; None, with a remark, where the record lacks what one needs."""
        fields = self._record.fields
        captured = read_machine_time(fields.get("warc-date", ""))
        record_id = fields.get("warc-record-id", "")
        message = self._message()
        if captured is None or not record_id or message is None:
            lack = (
                "a WARC-Date" if captured is None else "a WARC-Record-ID" if not record_id else "an HTTP head"
            )
            self.tell("unreadable", f"is left out: {lack} was expected")
            return None
        status, head, payload = message
        dechunked = _undo_transfer(payload, head)
        self._check_digests(payload, dechunked)
        body = decode_body(dechunked, head.joined("content-encoding"), MAX_BODY)
        if self._record.is_cut or len(payload) > MAX_BODY or len(body) == MAX_BODY:
            self.tell("cut", f"has a body of more than {MAX_BODY // 1_048_576} MiB: the rest is left out")
        digest = fields.get("warc-payload-digest")
        url = _url(fields)
        headers: Headers = head.fields
        return Capture(url, captured, status, headers, digest, record_id, self._location), body

    def _message(self) -> tuple[int, Head, bytes] | None:
        """Status, head and payload, as stored; None for a `response` without an HTTP head."""
        block = self._record.block
        if self._record.kind == "resource":
            return 200, Head("", (("Content-Type", self._record.fields["content-type"]),)), block
        parts = split_head(block)
        if parts is None:
            return None
        head = parse_head(parts[0])
        protocol, _, rest = head.first_line.partition(" ")
        status = rest.lstrip(" ")[:3]
        if not (protocol.upper().startswith("HTTP") and status.isascii() and status.isdigit()):
            return None
        return int(status), head, parts[1]

    def _check_digests(self, payload: bytes, dechunked: bytes) -> None:
        label = self._record.fields.get("warc-payload-digest")
        is_right = self._record.is_block_digest_right is not False
        if is_right and label and not self._record.is_cut:
            # The payload is what is left when chunks are undone; many makers digest the chunks (warcio#74).
            is_right = _is_digest_of(label, dechunked) or (
                dechunked is not payload and _is_digest_of(label, payload)
            )
        if not is_right:
            self.tell(
                "digest", "is not what its digest was made of; it may have been changed, and is read as it is"
            )


def _is_digest_of(label: str, data: bytes) -> bool:
    digest = start_digest(label)
    if digest is None:  # of an algorithm that can't be checked
        return True
    digest.update(data)
    return is_digest(label, digest.digest())


def _undo_transfer(payload: bytes, head: Head) -> bytes:
    codings, _, last = head.joined("transfer-encoding").lower().rpartition(",")
    if last.strip() != "chunked":
        return payload
    return decode_body(undo_chunks(payload), codings, MAX_BODY) if codings else undo_chunks(payload)
