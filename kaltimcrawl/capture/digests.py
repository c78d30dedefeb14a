"""Labelled digests, `sha1:3I42H3S6…`, of WARC-Block-Digest and WARC-Payload-Digest (ISO 28500, 5.8)."""

from __future__ import annotations

import base64
import binascii
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

    @property
    def name(self) -> str:
        """The algorithm."""

    @property
    def digest_size(self) -> int:
        """Bytes of a digest."""


def start_digest(label: str | None) -> Hash | None:
    """A hash of the label's algorithm; None for no label or an algorithm that is not known here."""
    algorithm = _ALGORITHMS.get((label or "").partition(":")[0].strip().lower())
    return hashlib.new(algorithm, usedforsecurity=False) if algorithm else None


def is_same_digest(one: str, other: str) -> bool | None:
    """Whether two labels state one digest, however each writes it; None where they can't be compared.

    >>> is_same_digest("md5:1B2M2Y8AsgTpgAmY7PhCfg==", "MD5:d41d8cd98f00b204e9800998ecf8427e")
    True
    """
    hashes = start_digest(one), start_digest(other)
    if hashes[0] is None or hashes[1] is None or hashes[0].name != hashes[1].name:
        return None
    return any(is_digest(other, value) for value in _values(one, hashes[0].digest_size))


def _values(label: str, size: int) -> list[bytes]:
    """The digests of `size` bytes that the label's value can be read as."""
    text = label.partition(":")[2].strip().rstrip("=")
    values = []
    for decode, width in ((base64.b16decode, 2), (base64.b32decode, 8), (base64.urlsafe_b64decode, 4)):
        folded = text.replace("+", "-").replace("/", "_") if width == 4 else text.upper()
        try:
            value = decode(folded + "=" * (-len(folded) % width))
        except (binascii.Error, ValueError):
            continue
        if len(value) == size:
            values.append(value)
    return values


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
