"""Small boxes with a form in them within a text: what they say is an offer, and none of it."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.containers import Choice, Choices
from kaltimcrawl.extraction.page import Page

_LONGEST_OFFER = 300


def offers_within(page: Page, choices: Choices) -> frozenset[Element]:
    """The small boxes with a form in them, within what may be the body."""
    rival = choices.rival.elements if choices.rival is not None else ()
    bodies = {*choices.first.elements, *rival}
    return frozenset(
        box
        for box in page.survey.asking
        if box not in bodies and not bodies.isdisjoint(box.iterancestors()) and _is_short(box)
    )


def without_offers(choices: Choices, asking: frozenset[Element]) -> Choices:
    """The choices without those of a body's many pieces that are such boxes; `asking` are all with a form."""
    rival = choices.rival
    return Choices(
        _without_its_offers(choices.first, asking),
        _without_its_offers(rival, asking) if rival is not None else None,
    )


def _without_its_offers(choice: Choice, asking: frozenset[Element]) -> Choice:
    pieces = choice.elements
    if len(pieces) == 1 or asking.isdisjoint(pieces):
        return choice
    own = tuple(piece for piece in pieces if not (piece in asking and _is_short(piece)))
    return replace(choice, elements=own) if own else choice


def _is_short(box: Element) -> bool:
    """Whether a box says no more than an offer does; read only as far."""
    left = _LONGEST_OFFER
    for text in box.itertext():
        left -= len(text.strip())
        if left < 0:
            return False
    return True
