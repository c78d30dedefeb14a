"""Exchanges and rendered pages into WARC files: one writer a run, its files rolled when they are full."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from kaltimcrawl.capture.building import (
    CONFORMS_TO,
    RENDERED_TYPE,
    build_exchange,
    build_rendering,
    build_warcinfo,
)
from kaltimcrawl.capture.capture import Capture, Exchange, Location, Original, Rendering
from kaltimcrawl.capture.openfile import OpenWarc
from kaltimcrawl.capture.recovery import recover
from kaltimcrawl.errors import CaptureError

_UNFIT_FOR_NAME = re.compile(r"[^A-Za-z0-9_]+")
_MAX_WORD = 64


class WarcWriter:
    """Writes exchanges to `<prefix>-<UTC time>-<run>-<00001>.warc.gz` in `folder`; a context manager.

    The file being written ends in `.open`, and loses that when it is rolled at `max_bytes` or closed. One
    that a dead process left is first made whole. Any number of writers, of any number of processes, may use
    one folder; one writer is not for several threads. Raises `CaptureError` where the folder can't be used.
    """

    def __init__(
        self,
        folder: Path,
        *,
        program: str,
        run: str,
        prefix: str = "kaltimcrawl",
        max_bytes: int = 1_000_000_000,
        user_agent: str | None = None,
    ) -> None:
        self._folder = folder
        self._program = program
        self._run = run
        self._prefix = prefix
        self._max_bytes = max_bytes
        self._user_agent = user_agent
        self._number = 1
        self._warcinfo_id = ""
        self._file: OpenWarc | None = None
        self._has_exchange = False  # the file at hand
        self._is_closed = False
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CaptureError(f"{folder}: can't be made a folder for WARCs: {error.strerror}") from error
        self.recovered = recover(folder)
        """What was done with files that dead processes left, for a log to tell."""

    def write(self, exchange: Exchange, original: Original | None = None) -> Capture:
        """The capture, after its records were handed to the system: a killed process loses none it was given.

        `original` is an earlier capture of the address. Where the exchange is a 304, or a 200 with the same
        payload, a `revisit` is written, without the body; the capture's `refers_to` then names the original.

        No file grows beyond `max_bytes` unless by a single exchange. Raises `CaptureError` where the records
        can't be written; none is then left half-written, and writing can be tried again.
        """
        file = self._opened()
        built = build_exchange(exchange, self._warcinfo_id, original)
        if self._is_full(file, len(built.response) + len(built.request)):
            file = self._roll()
            built = build_exchange(exchange, self._warcinfo_id, original)
        offset, _ = file.append(built.response, built.request)
        self._has_exchange = True
        return Capture(
            url=built.url,
            captured=exchange.started.astimezone(UTC),
            status=exchange.status,
            headers=built.headers,
            payload_digest=built.payload_digest,
            record_id=built.record_id,
            location=Location(file.name, offset, len(built.response)),
            refers_to=built.refers_to,
            for_rendering=exchange.for_rendering,
        )

    def write_rendering(self, rendering: Rendering) -> Capture:
        """The capture of a page that a browser made, by the rules of `write`; as if it had answered 200."""
        file = self._opened()
        built = build_rendering(rendering, self._warcinfo_id)
        if self._is_full(file, len(built.record)):
            file = self._roll()
            built = build_rendering(rendering, self._warcinfo_id)
        [offset] = file.append(built.record)
        self._has_exchange = True
        return Capture(
            url=built.url,
            captured=rendering.made.astimezone(UTC),
            status=200,
            headers=(("Content-Type", RENDERED_TYPE),),
            payload_digest=built.payload_digest,
            record_id=built.record_id,
            location=Location(file.name, offset, len(built.record)),
            served_id=rendering.served_id,
        )

    def close(self) -> None:
        """Gives the file at hand its name. A second call changes nothing. Raises `CaptureError`."""
        self._is_closed = True
        self._finish()

    def __enter__(self) -> WarcWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self) -> OpenWarc:
        if self._is_closed:
            raise ValueError("the writer is closed")
        return self._file or self._begin()

    def _is_full(self, file: OpenWarc, more: int) -> bool:
        return self._has_exchange and file.size + more > self._max_bytes

    def _roll(self) -> OpenWarc:
        self._finish()
        return self._begin()

    def _begin(self) -> OpenWarc:
        """A new file with its warcinfo."""
        now = datetime.now(UTC)
        stem = f"{_word(self._prefix)}-{now:%Y%m%d%H%M%S}-{_word(self._run)}"
        file = OpenWarc(self._folder, stem, self._number)
        self._number = file.number + 1
        self._warcinfo_id, warcinfo = build_warcinfo(
            file.name,
            {
                "software": self._program,
                "format": "WARC File Format 1.1",
                "conformsTo": CONFORMS_TO,
                "isPartOf": self._run,
                "http-header-user-agent": self._user_agent or "",
            },
        )
        try:
            file.append(warcinfo)
        except CaptureError:
            file.discard()
            raise
        self._file, self._has_exchange = file, False
        return file

    def _finish(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.finish()


def _word(text: str) -> str:
    """`text` as part of a file's name, of letters, digits, `_` and `-`."""
    return _UNFIT_FOR_NAME.sub("-", text)[:_MAX_WORD].strip("-") or "x"
