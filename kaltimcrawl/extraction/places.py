"""A portal's own rules: the text that stands at the places its file names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.structured import Structured, texts_of
from kaltimcrawl.extraction.tree import fold, text_of
from kaltimcrawl.rules import Place, RuleSet


def rules_for(rules: Sequence[RuleSet], day: date | None) -> RuleSet | None:
    """The rules of the layout that stood on `day`; the present ones where no day is given."""
    present = next((one for one in rules if one.until is None), None)
    if day is None:
        return present
    ended = sorted(
        (one for one in rules if one.until is not None and day <= one.until),
        key=lambda one: one.until or date.max,
    )
    return ended[0] if ended else present


def read_rule(
    name: str, rules: RuleSet | None, root: Element, structured: Structured
) -> tuple[list[str], Place] | None:
    """The texts at the first place of field `name` that yields any, and the place; None where none does."""
    if rules is None:
        return None
    cut = rules.strip.get(name)
    for place in rules.fields.get(name, ()):
        texts = [fold(text) for text in _texts_at(place, root, structured)]
        if cut:
            texts = [fold(re.sub(cut, "", text)) for text in texts]
        texts = [text for text in texts if text]
        if texts:
            return texts, place
    return None


def _texts_at(place: Place, root: Element, structured: Structured) -> list[str]:
    if place.source == "meta":
        return list(structured.meta.get(place.what.lower(), ()))
    if place.source == "jsonld":
        nodes = [structured.article] if structured.article is not None else []
        for node in [*nodes, *structured.nodes]:
            value: object = node
            for key in place.what.split("."):
                value = value.get(key) if isinstance(value, dict) else value
            texts = texts_of(value) if value is not node else []
            if texts:
                return texts
        return []
    texts = []
    for found in select(place, root):
        texts.append(
            found
            if isinstance(found, str)
            else found.get("datetime") or found.get("content") or text_of(found)
        )
    return texts


def select(place: Place, root: Element) -> list[Element | str]:
    """The elements, or strings, at a css or xpath place."""
    found = _compiled(place.source, place.what)(root)
    if not isinstance(found, list):  # an XPath that counts, or puts strings together
        return [str(found)]
    return [one if isinstance(one, Element) else str(one) for one in found]


def select_elements(places: Sequence[Place], root: Element) -> tuple[list[Element], Place] | None:
    """The elements at the first css or xpath place that holds any."""
    for place in places:
        if place.source in ("css", "xpath"):
            elements = [found for found in select(place, root) if not isinstance(found, str)]
            if elements:
                return elements, place
    return None


def select_dropped(rules: RuleSet | None, root: Element) -> frozenset[Element]:
    """The elements that the rules leave out of the body."""
    if rules is None:
        return frozenset()
    places = [Place("css", selector) for selector in rules.drop]
    return frozenset(found for place in places for found in select(place, root) if not isinstance(found, str))


@lru_cache(maxsize=1024)
def _compiled(source: str, what: str) -> CSSSelector | etree.XPath:
    return CSSSelector(what, translator="html") if source == "css" else etree.XPath(what)
