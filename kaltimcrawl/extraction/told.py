"""The fields that an article's own text tells: the same whether a page, a door or a dump brought it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from kaltimcrawl.extraction.advertorials import Advertorial
from kaltimcrawl.extraction.article import Block
from kaltimcrawl.extraction.credits import named_in
from kaltimcrawl.extraction.datelines import read_bare_dateline, read_dateline
from kaltimcrawl.extraction.language import read_language
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.markup import build_markup
from kaltimcrawl.extraction.page import Found
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.verdict import Judged


class TextFields(TypedDict):
    """Fields of `Article`, by their names there."""

    blocks: tuple[Block, ...]
    html: str
    dateline: str | None
    language: str | None
    is_advertorial: bool
    advertorial_reason: str | None
    sponsor: str | None
    signoff: str | None
    initials: tuple[str, ...]
    correction: str | None


def fields_of_text(
    judged: Judged,
    kept: Sequence[Line],
    advertorial: Advertorial | None,
    declared_language: str | None = None,
) -> TextFields:
    """The fields that the `kept` lines of a judged text tell; `advertorial` says that it was paid for.

    `declared_language` is the page's own word (BCP 47), which stands in where the text is too short to tell.
    """
    blocks = tuple(Block(line.kind, line.text, line.level) for line in kept)
    return TextFields(
        blocks=blocks,
        html=build_markup(kept),
        dateline=_dateline_of(blocks[0].text) if blocks else None,
        language=read_language("\n".join(block.text for block in blocks), declared_language),
        is_advertorial=advertorial is not None,
        advertorial_reason=advertorial.reason.value if advertorial else None,
        sponsor=advertorial.sponsor.value if advertorial and advertorial.sponsor else None,
        signoff=judged.signoff,
        initials=read_signoff(judged.signoff).initials,
        correction=judged.correction,
    )


def _dateline_of(text: str) -> str | None:
    return read_dateline(text) or read_bare_dateline(text)


class TextOrigins(TypedDict):
    """Where fields that the text tells stood, as `claims.origins_of` takes them."""

    is_advertorial: Found[str] | None
    sponsor: Found[str] | None
    signoff: Found[str] | None
    correction: Found[str] | None


def names_told(judged: Judged, role: str) -> tuple[str, ...]:
    """The names that a judged text gives for a role: those of its credits, else those that sign it."""
    return named_in(judged.credits, role) or named_in(judged.signed, role)


def origins_of_text(judged: Judged, advertorial: Advertorial | None) -> TextOrigins:
    """The places of what the text tells by its closing lines."""
    return TextOrigins(
        is_advertorial=advertorial.reason if advertorial else None,
        sponsor=advertorial.sponsor if advertorial else None,
        signoff=Found(judged.signoff, "text: signoff") if judged.signoff else None,
        correction=Found(judged.correction, "text: correction") if judged.correction else None,
    )
