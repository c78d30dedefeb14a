"""Revisit records: answers whose payload stands in an earlier record (ISO 28500:2017, 6.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from kaltimcrawl.capture.capture import Capture, Exchange, Headers, Original
from kaltimcrawl.capture.digests import is_digest, is_same_digest, start_digest

Profile = Literal["identical-payload-digest", "server-not-modified"]

_PROFILE_URI = re.compile(
    # Heritrix writes "uri-agnostic-" where the addresses differ; WARC/1.1 lets them differ in any case.
    r"<?https?://netpreserve\.org/warc/[\d.]+/revisit/"
    r"(?:uri-agnostic-)?(identical-payload-digest|server-not-modified)/?>?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Revisit:
    """A revisit record: when an address was asked again, and what is known of the record with the payload."""

    capture: Capture
    """What the record says itself. One without an HTTP head has no headers, and the status that its profile
    tells of, 200 or 304. `refers_to` is None where the record names none."""
    profile: Profile
    original_url: str
    """WARC-Refers-To-Target-URI, or the revisit's own address."""
    original_captured: datetime | None
    """WARC-Refers-To-Date; aware."""

    def may_be_of(self, original: Capture) -> bool:
        """Whether nothing is known against it that the payload of `original` is the revisit's.

        Digests of a `server-not-modified` say nothing: old Heritrix made them of the 304's empty body
        (internetarchive/heritrix3#118).
        """
        ours, theirs = self.capture.payload_digest, original.payload_digest
        if self.profile == "server-not-modified" or not ours or not theirs:
            return True
        return is_same_digest(ours, theirs) is not False

    def resolved(self, original: Capture) -> Capture:
        """The capture that the revisit would be, had it kept its payload.

        A 304's head is not that of a page (RFC 9110, section 15.4.5): status and headers are then the
        original's, as where the revisit has none.
        """
        capture = replace(self.capture, refers_to=original.refers_to or original.record_id)
        if capture.headers and capture.status != 304:
            return capture
        return replace(capture, status=original.status, headers=original.headers)


def read_profile(uri: str) -> Profile | None:
    """The profile that a WARC-Profile names, of whatever version of the standard; None for one not known.

    >>> read_profile("http://netpreserve.org/warc/1.0/revisit/server-not-modified")
    'server-not-modified'
    """
    found = _PROFILE_URI.fullmatch(uri.strip())
    if not found:
        return None
    return "server-not-modified" if found[1] == "server-not-modified" else "identical-payload-digest"


def profile_uri(profile: Profile, version: str) -> str:
    """The profile's URI in a file of that version.

    >>> profile_uri("server-not-modified", "WARC/1.1")
    'http://netpreserve.org/warc/1.1/revisit/server-not-modified'
    """
    return f"http://netpreserve.org/warc/{version.removeprefix('WARC/')}/revisit/{profile}"


def profile_of(exchange: Exchange, url: str, original: Original) -> Profile | None:
    """What the exchange says of `original`; None where it has to be kept whole. `url` is as it is written.

    A 304 speaks of its own address only. A 200 is compared by digest, whatever the original's address; a
    digest that can be forged at will (MD5) is no proof.
    """
    if exchange.status == 304 and not exchange.body and original.url == url:
        return "server-not-modified"
    label = original.payload_digest or ""
    if exchange.status != 200 or not exchange.body or label.strip().lower().startswith("md5"):
        return None
    digest = start_digest(label)
    if digest is None:
        return None
    digest.update(exchange.body)
    return "identical-payload-digest" if is_digest(label, digest.digest()) else None


def without_head(profile: Profile) -> tuple[int, Headers]:
    """Status and headers of a revisit that kept no HTTP head."""
    return (304 if profile == "server-not-modified" else 200), ()
