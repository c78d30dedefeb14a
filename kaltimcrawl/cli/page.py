"""A page to be read, wherever it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes and what is known of them."""

    url: str | None
    """Its address: where the redirects ended, or what the person says; None where nobody knows."""
    content_type: str | None
    """As the server declared it."""
    body: bytes
    """Content-Encoding undone."""
