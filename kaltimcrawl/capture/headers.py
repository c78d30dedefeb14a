"""Heads of records and of HTTP messages: made fit to be written, and read back whatever they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from kaltimcrawl.capture.capture import Headers

MAX_HEAD = 1_048_576
"""Bytes of the longest head that is read, WARC's or HTTP's."""

_MAX_WRITTEN = MAX_HEAD // 4  # of one HTTP head; what we write must stay readable to us, escapes included
_NOT_TOKEN = re.compile(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]")  # RFC 9110, section 5.6.2
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_WIDE = re.compile(r"[^\x00-\xff]+")
_UNFIT_FOR_URI = re.compile(r"[^\x21-\x7e]+|[<>\"]+")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Head:
    """The first line and the fields of a record or message."""

    first_line: str
    fields: Headers

    def value(self, name: str) -> str | None:
        """The first field's value of that name (lower case), or None."""
        return next((value for field, value in self.fields if field.lower() == name), None)

    def joined(self, name: str) -> str:
        """All values of that name (lower case) as one list (RFC 9110, section 5.3); empty for none."""
        return ", ".join(value for field, value in self.fields if field.lower() == name)


def clean_text(text: str) -> str:
    """`text` as one line of latin-1 without control characters, so that it can't end a header or begin one.

    Controls become spaces; characters beyond latin-1, which no header can have held, are percent-encoded.

    >>> clean_text("a\\r\\nSet-Cookie: b ")
    'a  Set-Cookie: b'
    >>> clean_text("Jum’at")
    'Jum%E2%80%99at'
    """
    text = _WIDE.sub(lambda found: quote(found[0], errors="replace"), text)
    return _CONTROL.sub(" ", text).strip(" \t")


def printable(text: str) -> str:
    """`text` as one line fit for a terminal: what can't be printed, or steers what is, becomes `?`."""
    return "".join(char if char.isprintable() else "?" for char in text)


def clean_token(text: str) -> str:
    """`text` with every character that a header's name may not have turned into `_`."""
    return _NOT_TOKEN.sub("_", text)


def clean_uri(url: str) -> str:
    """`url` with white space, controls, non-ASCII and `<>"`, which no URI may have, percent-encoded."""
    return _UNFIT_FOR_URI.sub(lambda found: quote(found[0], safe="", errors="replace"), url)


def clean_headers(headers: Iterable[tuple[str, str]]) -> Headers:
    """The headers fit to be written. Nameless ones are left out, and all that goes beyond 256 KiB."""
    kept, size = [], 0
    for name, value in headers:
        name, value = clean_token(name), clean_text(value)
        size += len(name) + len(value) + 4
        if size > _MAX_WRITTEN:
            break
        if name:
            kept.append((name, value))
    return tuple(kept)


def true_headers(headers: Headers, body_length: int, is_bodiless: bool) -> Headers:
    """A response's headers that tell the truth of a body of `body_length` bytes, no longer chunked.

    A Transfer-Encoding and any Content-Length that is not the body's are kept as `X-Archive-Orig-…`, as pywb
    and wayback machines name what they had to change (Common Crawl writes `X-Crawler-…` for the same); the
    right Content-Length is added. Where `is_bodiless` (HEAD, 1xx, 204, 304), Content-Length tells of a body
    that is not sent (RFC 9110, section 8.6), and stays.
    """
    length = str(body_length)
    kept: list[tuple[str, str]] = []
    is_told = is_bodiless
    for name, value in headers:
        if name.lower() == "transfer-encoding":
            name = f"X-Archive-Orig-{name}"
        elif name.lower() == "content-length" and not is_bodiless:
            name = f"X-Archive-Orig-{name}" if is_told or value != length else name
            is_told = is_told or value == length
        kept.append((name, value))
    return (*kept, *(() if is_told else (("Content-Length", length),)))


def encode_head(first_line: str, fields: Headers) -> bytes:
    """The head as bytes, with its blank line. What it is made of must be clean."""
    lines = [first_line, *(f"{name}: {value}" for name, value in fields), "", ""]
    return "\r\n".join(lines).encode("latin-1")


def parse_head(data: bytes, charset: str = "latin-1") -> Head:
    """What `data` says, with folded lines joined and lines that are no field left out."""
    first_line, *lines = data.decode(charset, errors="replace").split("\n")
    fields: list[tuple[str, str]] = []
    folded: list[str] = []

    def close() -> None:
        name, colon, value = " ".join(folded).partition(":")
        if colon:
            fields.append((name.strip(" \t"), value.strip(" \t")))

    for line in lines:
        line = line.removesuffix("\r")
        if line[:1] in {" ", "\t"} and folded:
            folded.append(line.strip(" \t"))
            continue
        close()
        folded = [line]
    close()
    return Head(first_line.removesuffix("\r"), tuple(fields))


def split_head(message: bytes) -> tuple[bytes, bytes] | None:
    """The head (without its blank line) and the body of an HTTP message; None where the head never ends.

    A message that ends within `MAX_HEAD` bytes without a blank line is all head.
    """
    found = _END_OF_HEAD.search(message, 0, MAX_HEAD)
    if found:
        return message[: found.start()], message[found.end() :]
    return (message, b"") if len(message) < MAX_HEAD else None
