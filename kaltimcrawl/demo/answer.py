"""What a site gives for a path, before HTTP makes a response of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import unquote, urlsplit

HTML = "text/html; charset=UTF-8"
XML = "text/xml; charset=UTF-8"
PLAIN = "text/plain; charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and a body; the same for the same path, always."""

    body: bytes = b""
    content_type: str = HTML
    """The Content-Type header as sent."""
    status: int = 200
    modified: datetime | None = None
    """Aware; sent as Last-Modified."""
    location: str | None = None
    """Absolute address of a redirect."""


class Site(Protocol):
    """What the server can serve."""

    def answer(self, target: str) -> Answer:
        """The answer for a request target: path, and query where there is one. Raises nothing."""
        ...


def split_target(target: str) -> tuple[str, str]:
    """Path, its escapes undone, and query of a request target; no path where it can't be read.

    >>> split_target("/tag/ulap%20doyo/?s=kain")
    ('/tag/ulap doyo/', 's=kain')
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return "", ""
    return unquote(parts.path), parts.query
