"""What is judged, and the judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["gone", "front page", "soft 404", "parked", "login", "challenge", "maintenance"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave for an article's address."""

    url: str
    """The article's address, as it was asked for."""
    landed: str
    """Where redirects led; `url` where there were none."""
    status: int
    """Of the last response."""
    headers: tuple[tuple[str, str], ...]
    """Names and values of the last response's headers, in any case."""
    body: bytes
    """Of the last response, content coding undone."""
    home: str
    """The portal's home page."""
    known_title: str | None = None
    """The title under which the article is archived. A page that bears it is not taken for an impostor, a
    wall in place of its text excepted."""

    def header(self, name: str) -> str | None:
        """The first value of a header by its lower-case name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class Impostor:
    """What stands in the article's place."""

    kind: Kind
    reason: str
    """One short line: what told it."""
