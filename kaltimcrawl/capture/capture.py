"""What capture takes and gives: an HTTP exchange or a rendered page, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[str, str], ...]
"""Header names and values in order, decoded as latin-1 (RFC 9110, section 5.5)."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """An HTTP exchange as a client saw it, before it is kept."""

    url: str
    method: str
    request_headers: Headers
    started: datetime
    """When the request was sent; aware, UTC."""
    status: int
    reason: str
    protocol: str
    """`HTTP/1.1` and the like."""
    response_headers: Headers
    body: bytes
    """As received: still compressed where Content-Encoding says so, no longer chunked."""
    ip_address: str | None = None
    for_rendering: bool = False
    """Whether a browser makes a page of it, which is then kept as a `Rendering`."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page as a browser made it of what was served, before it is kept."""

    url: str
    """Of the page as it was served."""
    served_id: str
    """WARC-Record-ID of the response that was served."""
    made: datetime
    """When the page was taken from the browser; aware."""
    body: bytes
    """HTML in UTF-8."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a record stands."""

    file: str
    """Name of the WARC, without its folder; of a member of a WACZ `name.wacz!/archive/data.warc.gz`."""
    offset: int
    """Bytes from the start of the file, or of the WACZ's member, to the record's (compressed) start."""
    length: int
    """Bytes of the record as stored; 0 where the reader can't tell."""


@dataclass(frozen=True, slots=True)
class Original:
    """An earlier capture of an address, as a writer must know it to write that nothing has changed since.

    It holds its payload itself: a revisit never refers to a revisit.
    """

    record_id: str
    url: str
    captured: datetime
    """Aware. As exact as it is known: readers compare it with the record's WARC-Date."""
    payload_digest: str | None
    """WARC-Payload-Digest; without one only a 304 can say that nothing has changed."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A kept response: what was asked, when, what came back, where it is kept. Its body goes beside it."""

    url: str
    """WARC-Target-URI."""
    captured: datetime
    """WARC-Date; aware, UTC."""
    status: int
    headers: Headers
    """The response's headers as kept."""
    payload_digest: str | None
    """WARC-Payload-Digest: `sha1:` and base32, over the body as received (ISO 28500, 5.9)."""
    record_id: str
    """WARC-Record-ID of the response record, or the revisit: `<urn:uuid:...>`."""
    location: Location
    refers_to: str | None = None
    """Of a revisit the record id of the capture that holds its payload; None: it holds its own."""
    served_id: str | None = None
    """Of a page that a browser made the record id of the response that it was made of."""
    for_rendering: bool = False
    """Whether it was fetched for a browser to make a page of: an article stands in that page, not in this."""

    @property
    def content_type(self) -> str | None:
        """The Content-Type header's value, or None."""
        return next((value for name, value in self.headers if name.lower() == "content-type"), None)
