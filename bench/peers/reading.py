"""What an extractor gives of a page, in one form for all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bench.pages import Page

LEAST_TEXT = 250
"""Characters of text from which on a peer counts as saying "this is an article": none has a word for it."""


@dataclass(frozen=True, slots=True)
class PeerReading:
    """What was read; what an extractor has no field for stays empty."""

    text: str = ""
    """Blocks, a line each or with blank lines between."""
    title: str | None = None
    published: date | None = None
    """A `datetime`, aware or naive, where it gives a time; a `date` where it gives a day only."""
    authors: tuple[str, ...] = ()
    """As it gives them: several names may stand in one string."""
    section: str | None = None
    confidence: float | None = None
    """Its own doubt, 0 to 1; no peer has it."""
    says_article: bool | None = None
    """Whether it holds the page for an article; None where it doesn't say."""

    @property
    def is_article(self) -> bool:
        """What it says, or whether it gave text enough."""
        return len(self.text) >= LEAST_TEXT if self.says_article is None else self.says_article


@dataclass(frozen=True, slots=True)
class Extractor:
    """One of the extractors that are measured side by side."""

    name: str
    version: str
    read: Callable[[Page], PeerReading]
    """May raise whatever it raises."""
    fields: frozenset[str]
    """Of title, date, author and section, those that it gives."""
