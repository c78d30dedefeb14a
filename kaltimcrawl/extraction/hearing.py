"""A body before the witnesses: kept, exchanged for a better one, or doubted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kaltimcrawl.extraction.confidence import Evidence
from kaltimcrawl.extraction.containers import Choice, choose_by_lead, holds_all, overlap
from kaltimcrawl.extraction.kinds import is_thin
from kaltimcrawl.extraction.leads import read_standfirst
from kaltimcrawl.extraction.lines import Body, Line
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.tree import text_of
from kaltimcrawl.extraction.verdict import Judged, is_prose
from kaltimcrawl.extraction.witnesses import (
    Comparison,
    Lead,
    Testimony,
    compare,
    counted_words,
    holds_lead,
    lead_of,
)

_FEW_WORDS, _MANY_WORDS = 0.7, 1.6
_FRAGMENT = 0.5
_AGREED = 0.8


@dataclass(frozen=True, slots=True)
class Taken:
    """A body as it was read."""

    choice: Choice
    body: Body
    judged: Judged
    method: str
    """As `Article.method`."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The better body, and what was said against it."""

    taken: Taken
    warnings: tuple[str, ...]
    evidence: Evidence
    standfirst: Found[str] | None = None
    """The page's description, where it is printed between title and body."""


Reader = Callable[[Choice], Taken]
Judge = Callable[[Sequence[Line]], Judged]


def hear(
    page: Page,
    taken: Taken,
    rival: Choice | None,
    testimonies: Sequence[Testimony],
    read: Reader,
    judge_lines: Judge,
    title_order: int,
) -> Heard:
    """The body of `taken`, of `rival` (the second choice) or of a witness, whichever agrees best.

    `read` reads another choice's body; `judge_lines` judges a testimony's lines as a body's are.
    """
    warnings: list[str] = []
    lead = lead_of(page.structured)
    lead_held = holds_lead(taken.judged.kept, lead) if lead else None
    comparison: Comparison | None = None
    if lead and not lead_held and (other := _with_lead(page, taken, rival, lead, read)) is not None:
        taken, lead_held = other, True
        warnings.append("the body was found by the page's description, which the first choice lacked")
    standfirst = read_standfirst(page, title_order, lead) if lead and not lead_held else None
    if standfirst is not None:
        lead_held = None  # it speaks neither for the body nor against it
    for testimony in testimonies:
        taken, comparison = _heard_one(taken, rival, testimony, read, judge_lines, warnings)
        if comparison.heard >= _AGREED:
            break
    _count_words(page, taken, warnings)
    if lead_held is False:
        warnings.append("the page's description stands nowhere in the body")
    return Heard(taken, tuple(warnings), _evidence(taken, rival, comparison, lead_held), standfirst)


def _with_lead(page: Page, taken: Taken, rival: Choice | None, lead: Lead, read: Reader) -> Taken | None:
    """The body that the description is the beginning of, where it isn't the chosen one."""
    if taken.method == "rules":
        return None
    others = [rival] if rival and any(lead.stands_in(text_of(element)) for element in rival.elements) else []
    if not others and (found := choose_by_lead(page.survey, lead)) is not None:
        others = [found]
    for choice in others:
        if choice.elements != taken.choice.elements and not holds_all(choice, taken.choice):
            other = read(choice)
            if holds_lead(other.judged.kept, lead) and _prose(other) * 2 >= min(_prose(taken), 1200):
                return other
    return None


def _prose(taken: Taken) -> int:
    return sum(len(line.text) for line in taken.judged.kept if is_prose(line))


def _heard_one(
    taken: Taken,
    rival: Choice | None,
    testimony: Testimony,
    read: Reader,
    judge_lines: Judge,
    warnings: list[str],
) -> tuple[Taken, Comparison]:
    told = Testimony(testimony.source, tuple(judge_lines(testimony.lines).kept))
    comparison = compare(told, taken.judged.kept)
    name = told.name
    if comparison.heard < _FRAGMENT and rival is not None and taken.method != "rules":
        other = read(rival)
        second = compare(told, other.judged.kept)
        if second.heard >= _AGREED:
            warnings.append(f"another body was taken than the first choice, since it is what {name} holds")
            return other, second
    if comparison.is_whole:
        warnings.append(f"the page shows only a part of the text; the rest is {name}'s")
        return _testified(taken, told), comparison
    if is_thin(taken.judged.kept) and not is_thin(told.lines):
        warnings.append(f"the page shows nothing of the text; it is {name}'s")
        return _testified(taken, told), compare(told, told.lines)
    if comparison.missing:
        paragraphs = "paragraph" if comparison.missing == 1 else "paragraphs"
        warnings.append(f"{name} holds {comparison.missing} {paragraphs} that the body lacks")
    elif comparison.covered < _FRAGMENT and comparison.longer > 0.3:
        warnings.append(f"the body holds more text than {name}")
    return taken, comparison


def _testified(taken: Taken, testimony: Testimony) -> Taken:
    whole = replace(taken.judged, kept=list(testimony.lines))
    return Taken(taken.choice, taken.body, whole, testimony.source)


def _count_words(page: Page, taken: Taken, warnings: list[str]) -> None:
    counted = counted_words(page.structured)
    if counted is None:
        return
    words = sum(len(line.text.split()) for line in taken.judged.kept)
    if not _FEW_WORDS * counted <= words + 15 or words > _MANY_WORDS * counted + 60:
        warnings.append(f"JSON-LD counts {counted} words, the body has {words}")


def _evidence(
    taken: Taken, rival: Choice | None, comparison: Comparison | None, lead_held: bool | None
) -> Evidence:
    kept = taken.judged.kept
    size = sum(len(line.text) for line in kept)
    dropped = sum(
        len(line.text) for line in taken.judged.dropped if not line.suspect and line.link_share < 0.5
    )
    return Evidence(
        method=taken.method,
        agreement=overlap(taken.choice, rival),
        heard=comparison.heard if comparison else None,
        covered=comparison.covered if comparison else None,
        lead_held=lead_held,
        characters=size,
        dropped_share=dropped / max(1, size + dropped),
        link_share=sum(line.linked for line in kept) / max(1, size),
        prose_share=_prose(taken) / max(1, size),
    )
