"""Labelled digests, `sha1:3I42H3S6…`, of WARC-Block-Digest and WARC-Payload-Digest (ISO 28500, 5.8)."""

from __future__ import annotations

import base64
import hashlib
from typing import Protocol

_ALGORITHMS = {
    "md5": "md5",
    "sha1": "sha1",
    "sha-1": "sha1",
    "sha256": "sha256",
    "sha-256": "sha256",
    "sha512": "sha512",
    "sha-512": "sha512",
}


class Hash(Protocol):
    """What hashlib gives."""

    def update(self, data: bytes, /) -> None:
        """Takes more of what is digested."""

    def digest(self) -> bytes:
        """The digest of all that was taken."""


def start_digest(label: str | None) -> Hash | None:
    """A hash of the label's algorithm; None for no label or an algorithm that is not known here."""
    algorithm = _ALGORITHMS.get((label or "").partition(":")[0].strip().lower())
    return hashlib.new(algorithm, usedforsecurity=False) if algorithm else None


def is_digest(label: str, digest: bytes) -> bool:
    """Whether the label's value is `digest`, in base32 (what most write), base16 or base64 (RFC 4648).

    >>> is_digest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", hashlib.sha1(b"").digest())
    True
    """
    value = label.partition(":")[2].strip().rstrip("=")
    folded = {base64.b32encode(digest).decode().rstrip("="), digest.hex().upper()}
    exact = {
        base64.b64encode(digest).decode().rstrip("="),
        base64.urlsafe_b64encode(digest).decode().rstrip("="),
    }
    return value.upper() in folded or value in exact
