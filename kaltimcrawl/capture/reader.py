"""Captures out of WARCs and WACZs of any maker."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from kaltimcrawl.capture.building import FOR_RENDERING, PURPOSE
from kaltimcrawl.capture.capture import Capture, Headers, Location
from kaltimcrawl.capture.decoding import decode_body, undo_chunks
from kaltimcrawl.capture.digests import is_digest, start_digest
from kaltimcrawl.capture.headers import MAX_HEAD, Head, clean_uri, parse_head, printable, split_head
from kaltimcrawl.capture.openfile import OPEN_SUFFIX
from kaltimcrawl.capture.records import Record, read_records
from kaltimcrawl.capture.revisits import Revisit, read_profile, without_head
from kaltimcrawl.capture.streams import RecordStream, open_stream
from kaltimcrawl.capture.wacz import Wacz
from kaltimcrawl.errors import CaptureError
from kaltimcrawl.times import read_machine_time

MAX_BODY = 33_554_432
"""Bytes of a body that are read, as stored and again decoded; more is cut off."""

Visit = tuple[Capture, bytes] | Revisit
"""What a record tells of an address: what it answered, or that it answered as before."""

_HTML = ("text/html", "application/xhtml+xml")
_IN_WACZ = "!/"
RemarkKind = Literal["revisit", "unreadable", "digest", "cut"]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person may want to know or count about a record that was skipped, or read all the same."""

    kind: RemarkKind
    """`revisit`: skipped, since its body stands in another record, or nobody knows where. `unreadable`:
    skipped, since it lacks what a capture needs. `digest`: read, though a digest it states is not that of its
    bytes. `cut`: read up to `MAX_BODY`."""
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
    whatever status, or a `resource` of such an address that is HTML, which counts as status 200, as does a
    `conversion` that is HTML and says of what: a page that a browser made. Its headers are as stored, its
    body as `decode_body` gives it. All else is passed over. What is odd about a record is
    told to `remark`, called before the record is given; digests are checked where they are stated.

    Raises `CaptureError` with file, offset and remedy where the file can't be read on, after giving all
    captures that stand before.
    """
    for visit in read_visits(path, remark):
        if isinstance(visit, Revisit):
            remark(_remark_on(visit))
        else:
            yield visit


def read_visits(path: Path, remark: Callable[[Remark], None] = log_remark) -> Iterator[Visit]:
    """As `read_captures`, with the revisits of http(s) addresses where they stand."""
    try:
        with path.open("rb") as file:
            is_zip = file.read(2) == b"PK"
            file.seek(0)
            if not is_zip:
                yield from _visits(open_stream(file, path.name), path.name, remark)
                return
    except OSError as error:
        raise CaptureError(f"{path}: can't be read: {error.strerror}") from error
    with Wacz(path) as wacz:
        for name in wacz.warc_names():
            member = f"{path.name}{_IN_WACZ}{name}"
            yield from _visits(open_stream(wacz.open(name), member), member, remark)


def read_record(folder: Path, location: Location) -> tuple[Capture, bytes]:
    """The capture at `location`, of a file in `folder`, with its body as `read_captures` gives it.

    Finds it too in the file that is being written. Raises `CaptureError` where there is none, or a revisit.
    """
    visit = read_visit(folder, location)
    if isinstance(visit, Revisit):
        raise CaptureError(_remark_on(visit).message)
    return visit


def read_visit(folder: Path, location: Location) -> Visit:
    """As `read_record`, but gives a revisit where one stands there."""
    with _open_at(folder, location) as stream:
        for given in _visits(stream, location.file, log_remark, is_single=True):
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


def _visits(
    stream: RecordStream, file: str, remark: Callable[[Remark], None], is_single: bool = False
) -> Iterator[Visit]:
    for record in read_records(stream, _is_visit, MAX_HEAD + MAX_BODY):
        reading = _Reading(record, Location(file, record.offset, record.length), remark)
        if _is_visit(record.fields) and (given := reading.visit()):
            yield given
        if is_single:
            return


def _is_visit(fields: Mapping[str, str]) -> bool:
    if not _url(fields).lower().startswith(("http://", "https://")):
        return False
    kind, media_type = fields.get("warc-type", "").lower(), fields.get("content-type", "").lower()
    if kind in {"response", "revisit"}:
        return True
    is_kept_page = kind == "resource" or (kind == "conversion" and "warc-refers-to" in fields)
    return is_kept_page and media_type.startswith(_HTML)


def _url(fields: Mapping[str, str], name: str = "warc-target-uri") -> str:
    """The address in that field, escaped where its writer failed to; without the `<>` of WARC/1.0."""
    return clean_uri(fields.get(name, "").removeprefix("<").removesuffix(">"))


def _remark_on(revisit: Revisit) -> Remark:
    location, url = revisit.capture.location, revisit.capture.url
    return _remark("revisit", location, url, "is a revisit: its body stands in another record")


def _remark(kind: RemarkKind, location: Location, url: str, what: str) -> Remark:
    at = f"{printable(location.file)}: the record at byte {location.offset}"
    return Remark(kind, f"{at} ({url[:200]}) {what}", location)


class _Reading:
    """One record on its way to a capture."""

    def __init__(self, record: Record, location: Location, remark: Callable[[Remark], None]) -> None:
        self._record = record
        self._location = location
        self._remark = remark

    def visit(self) -> Visit | None:
        """What the record tells; None, with a remark, where it lacks what it needs for that."""
        captured = read_machine_time(self._record.fields.get("warc-date", ""))
        record_id = self._record.fields.get("warc-record-id", "")
        if captured is None or not record_id:
            self._leave_out("a WARC-Date" if captured is None else "a WARC-Record-ID")
            return None
        read = self._revisit if self._record.kind == "revisit" else self._capture
        return read(captured, record_id)

    def _revisit(self, captured: datetime, record_id: str) -> Revisit | None:
        """Digests go unchecked, as with warcio: the payload is elsewhere, and some take it for the block."""
        fields = self._record.fields
        stated = fields.get("warc-profile", "")
        profile = read_profile(stated)
        if profile is None:
            # 6.7.1: "shall not attempt to interpret the enclosing record"
            self._tell("revisit", f"is a revisit of a profile that isn't known: {printable(stated)[:200]!r}")
            return None
        message = self._message()
        status, headers = (message[0], message[1].fields) if message else without_head(profile)
        url = _url(fields)
        digest = fields.get("warc-payload-digest")
        capture = Capture(url, captured, status, headers, digest, record_id, self._location)
        return Revisit(
            replace(capture, refers_to=self._referred(), for_rendering=self._is_for_rendering()),
            profile,
            _url(fields, "warc-refers-to-target-uri") or url,
            read_machine_time(fields.get("warc-refers-to-date", "")),
        )

    def _capture(self, captured: datetime, record_id: str) -> tuple[Capture, bytes] | None:
        message = self._message()
        if message is None:
            self._leave_out("an HTTP head")
            return None
        status, head, payload = message
        fields = self._record.fields
        dechunked = _undo_transfer(payload, head)
        self._check_digests(payload, dechunked)
        body = decode_body(dechunked, head.joined("content-encoding"), MAX_BODY)
        if self._record.is_cut or len(payload) > MAX_BODY or len(body) == MAX_BODY:
            self._tell("cut", f"has a body of more than {MAX_BODY // 1_048_576} MiB: the rest is left out")
        digest = fields.get("warc-payload-digest")
        url = _url(fields)
        headers: Headers = head.fields
        capture = Capture(url, captured, status, headers, digest, record_id, self._location)
        served_id = self._referred() if self._record.kind == "conversion" else None
        return replace(capture, served_id=served_id, for_rendering=self._is_for_rendering()), body

    def _referred(self) -> str | None:
        """WARC-Refers-To in the form that WARC-Record-ID has."""
        named = self._record.fields.get("warc-refers-to", "").strip("<> ")
        return f"<{named}>" if named else None

    def _is_for_rendering(self) -> bool:
        return self._record.fields.get(PURPOSE.lower()) == FOR_RENDERING

    def _leave_out(self, lack: str) -> None:
        self._tell("unreadable", f"is left out: {lack} was expected")

    def _tell(self, kind: RemarkKind, what: str) -> None:
        self._remark(_remark(kind, self._location, _url(self._record.fields), what))

    def _message(self) -> tuple[int, Head, bytes] | None:
        """Status, head and payload, as stored; None for a `response` without an HTTP head."""
        block = self._record.block
        if self._record.kind in {"resource", "conversion"}:
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
            self._tell(
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
