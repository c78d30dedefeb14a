"""The verdict on a body's lines, and what its rules have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.tree import bare, weight

SENTENCE_END = re.compile(r"[.!?…:;。！？।؟][\"'”’」』)\]]*$")
_PROSE_LENGTH, _LEAST_LENGTH = 80, 32


@dataclass(slots=True)
class Judged:
    """The verdict on a body's lines."""

    kept: list[Line] = field(default_factory=list)
    dropped: list[Line] = field(default_factory=list)
    signoff: str | None = None
    """The closing mark as printed; the one that says advertorial where there are several."""
    paid: str | None = None
    """The line of its own that says the text was paid for."""
    credits: list[tuple[str, str]] = field(default_factory=list)
    """(role, text after the label) of credit lines, in order."""
    signed: list[tuple[str, str]] = field(default_factory=list)
    """The same of dropped lines that name them in words or sign; where nothing else names them they count."""
    tag_line: str | None = None
    tag_links: list[str] = field(default_factory=list)
    """The texts of its links."""
    correction: str | None = None
    stamps: list[str] = field(default_factory=list)
    """Dates of the page's head, where the container holds it."""


def is_prose(line: Line) -> bool:
    """Whether a line is running text: a sentence of some length, mostly unlinked."""
    # Asked of each line a dozen times: its weight is no less than its length, and at most 2.5 times that.
    size = len(line.text)
    if size < _PROSE_LENGTH and (size < _LEAST_LENGTH or weight(line.text) < _PROSE_LENGTH):
        return False
    return not line.boxed and (not line.linked or line.link_share < 0.5)


def is_same(text: str, other: str) -> bool:
    """Whether a line says what a title or caption says, punctuation aside."""
    return abs(len(text) - len(other)) < 20 and bare(text) == bare(other)
