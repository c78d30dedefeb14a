"""WARC/1.1 records as the bytes of a file, each a gzip member of its own (ISO 28500:2017, annex D)."""

from __future__ import annotations

import ipaddress
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kaltimcrawl.capture.capture import Exchange, Headers, Original, Rendering
from kaltimcrawl.capture.headers import (
    clean_headers,
    clean_text,
    clean_token,
    clean_uri,
    encode_head,
    true_headers,
)
from kaltimcrawl.capture.revisits import Profile, profile_of, profile_uri

RENDERED_TYPE = "text/html; charset=utf-8"
PURPOSE, FOR_RENDERING = "Kaltimcrawl-Purpose", "rendering"
"""A field of our own (other readers pass over it: ISO 28500:2017, 5.1): what a page is rendered of is read as
no article by itself, whether or not the rendering came about."""
CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

_LEVEL = 6  # warcio's own 9 takes twice as long over a page to save a hundredth of it
_VERSION = "WARC/1.1"
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#]*", re.IGNORECASE)
_PLAIN_PROTOCOLS = {"HTTP/1.0", "HTTP/1.1"}
_ALPN_NAMES = {"HTTP/2": "h2", "HTTP/2.0": "h2", "H2": "h2", "HTTP/3": "h3", "HTTP/3.0": "h3", "H3": "h3"}


@dataclass(frozen=True, slots=True)
class BuiltRendering:
    """The record of a rendered page, and what it says of itself."""

    url: str
    record_id: str
    payload_digest: str
    record: bytes


@dataclass(frozen=True, slots=True)
class BuiltExchange:
    """The two records of an exchange, and what the response's says of itself."""

    url: str
    headers: Headers
    record_id: str
    payload_digest: str | None
    refers_to: str | None
    """Of a revisit the record that holds its payload."""
    response: bytes
    """The response, or the revisit that stands for it."""
    request: bytes


def build_warcinfo(file_name: str, fields: Mapping[str, str]) -> tuple[str, bytes]:
    """The id and the record of a warcinfo with these fields; empty ones are left out."""
    clean = {name: " ".join(value.split()) for name, value in fields.items()}
    record = _builder().create_warcinfo_record(file_name, clean)
    return record.rec_headers.get_header("WARC-Record-ID"), _compress(record)


def build_exchange(exchange: Exchange, warcinfo_id: str, original: Original | None = None) -> BuiltExchange:
    """The response and the request record, tied to one another and to the warcinfo.

    Where the exchange says that nothing has changed since `original`, a revisit stands for the response: the
    same head, no body.

    The body stands as it was received, its Content-Encoding with it. The response's other headers are made
    true (`headers.true_headers`), and nothing in them can end a line. An answer over HTTP/2 or 3 is written
    in HTTP/1.1's form, the protocol named by WARC-Protocol, as Common Crawl and Browsertrix do
    (iipc/warc-specifications#42): readers know no other form.
    """
    shared = _shared_fields(exchange, warcinfo_id)
    protocol = exchange.protocol.upper() if exchange.protocol.upper() in _PLAIN_PROTOCOLS else "HTTP/1.1"
    is_bodiless = not exchange.body and (
        exchange.method.upper() == "HEAD" or exchange.status in {204, 304} or 100 <= exchange.status < 200
    )
    headers = true_headers(clean_headers(exchange.response_headers), len(exchange.body), is_bodiless)
    status_line = f"{exchange.status:03d} {clean_text(exchange.reason)}"
    head = _Head(protocol, status_line, headers)
    profile = profile_of(exchange, shared["WARC-Target-URI"], original) if original else None
    if original and profile:
        response = _build("revisit", {**shared, **_revisit_fields(original, profile)}, head, b"")
    else:
        response = _build("response", shared, head, exchange.body)
    record_id = response.rec_headers.get_header("WARC-Record-ID")

    target = f"{_request_target(shared['WARC-Target-URI'])} {protocol}"
    method = clean_token(exchange.method) or "GET"
    asked = _Head(method, target, clean_headers(exchange.request_headers))
    request = _build("request", {**shared, "WARC-Concurrent-To": record_id}, asked, b"")
    return BuiltExchange(
        url=shared["WARC-Target-URI"],
        headers=headers,
        record_id=record_id,
        payload_digest=response.rec_headers.get_header("WARC-Payload-Digest"),
        refers_to=original.record_id if original and profile else None,
        response=_compress(response),
        request=_compress(request),
    )


def build_rendering(rendering: Rendering, warcinfo_id: str) -> BuiltRendering:
    """The `conversion` record (ISO 28500:2017, 6.8) of a page that a browser made.

    The standard has no form for it. A `resource`, which Browsertrix and wpull write under a URN of their own,
    may not say by WARC-Refers-To what it was made of, and under the page's own address it would take the
    place of the page in replay; what indexes for replay (cdxj-indexer, pywb) passes over conversions.
    """
    fields = {
        "WARC-Target-URI": clean_uri(rendering.url),
        "WARC-Date": warc_date(rendering.made),
        "WARC-Warcinfo-ID": warcinfo_id,
        "WARC-Refers-To": rendering.served_id,
    }
    record = _builder().create_warc_record(
        "",
        "conversion",
        payload=BytesIO(rendering.body),
        length=len(rendering.body),
        warc_content_type=RENDERED_TYPE,
        warc_headers_dict=fields,
    )
    head = record.rec_headers
    return BuiltRendering(
        url=fields["WARC-Target-URI"],
        record_id=head.get_header("WARC-Record-ID"),
        payload_digest=head.get_header("WARC-Payload-Digest"),
        record=_compress(record),
    )


def _shared_fields(exchange: Exchange, warcinfo_id: str) -> dict[str, str]:
    fields = {
        "WARC-Target-URI": clean_uri(exchange.url),
        "WARC-Date": warc_date(exchange.started),
        "WARC-Warcinfo-ID": warcinfo_id,
    }
    if exchange.ip_address and _is_ip(exchange.ip_address):
        fields["WARC-IP-Address"] = exchange.ip_address
    if exchange.for_rendering:
        fields[PURPOSE] = FOR_RENDERING
    if alpn_name := _ALPN_NAMES.get(exchange.protocol.upper()):
        fields["WARC-Protocol"] = alpn_name
    return fields


def _revisit_fields(original: Original, profile: Profile) -> dict[str, str]:
    """What ties a revisit to the original, whose payload, and so whose digest, it has too."""
    fields = {
        "WARC-Profile": profile_uri(profile, _VERSION),
        "WARC-Refers-To": f"<{clean_uri(original.record_id.strip('<> '))}>",
        "WARC-Refers-To-Target-URI": clean_uri(original.url),
        "WARC-Refers-To-Date": warc_date(original.captured),
    }
    if original.payload_digest:
        fields["WARC-Payload-Digest"] = clean_text(original.payload_digest)
    if profile == "identical-payload-digest":
        fields["WARC-Truncated"] = "length"  # 6.7.2 asks for it; of a 304 nothing is cut off
    return fields


def warc_date(when: datetime) -> str:
    """`when` in UTC to the microsecond: `2025-05-12T06:30:00.250000Z`; a fraction of nought is left out.

    Raises ValueError for a naive datetime.
    """
    if when.tzinfo is None:
        raise ValueError("a naive datetime has no UTC time")
    return when.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "%" not in text  # an interface's name is this machine's business


def _request_target(url: str) -> str:
    """The origin-form (RFC 9112, section 3.2.1) that was asked for."""
    found = _ORIGIN.match(url)
    target = url[found.end() if found else 0 :].partition("#")[0]
    return target if target.startswith("/") else f"/{target}"


class _Head(StatusAndHeaders):  # type: ignore[misc]
    """A head that is written byte by byte as it came: warcio's own percent-encodes what is not ASCII."""

    def __init__(self, protocol: str, status_line: str, fields: Headers) -> None:
        super().__init__(status_line, list(fields), protocol=protocol)
        self._fields = fields

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        self.headers_buff = encode_head(f"{self.protocol} {self.statusline}", self._fields)


def _builder() -> Any:
    return RecordBuilder(warc_version=_VERSION)


def _build(kind: str, fields: dict[str, str], head: _Head, body: bytes) -> Any:
    return _builder().create_warc_record(
        "", kind, payload=BytesIO(body), length=len(body), warc_headers_dict=fields, http_headers=head
    )


def _compress(record: Any) -> bytes:
    """The record as one gzip member."""
    plain = BytesIO()
    WARCWriter(plain, gzip=False, warc_version=_VERSION).write_record(record)
    engine = zlib.compressobj(_LEVEL, zlib.DEFLATED, 31)
    return engine.compress(plain.getbuffer()) + engine.flush()
