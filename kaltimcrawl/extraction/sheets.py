"""What a page's own style sheets hide: the few plain rules of them that can be told without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.hiding import stays_hidden, tells_hidden

_LONGEST_SHEETS, _MOST_SHEETS = 400_000, 40
_MOST_RULES, _MOST_ELEMENTS = 200, 5_000
_FARTHEST = 2_000
"""Characters of a rule before what hides in it."""
_HIDING = ("display:none", "display: none", "visibility:hidden", "visibility: hidden", ":-999", ": -999")
_NAME = re.compile(r"[.#]-?[A-Za-z_][\w-]{0,80}")
_SHOWN = re.compile(r"display\s?:\s?(?!none)[a-z]|visibility\s?:\s?visible|position\s?:\s?static")


def hidden_by_sheets(containers: Sequence[Element], source: bytes) -> frozenset[Element]:
    """The elements in `containers` that a <style> of their page hides by a plain selector (".salin", "#x"),
    and that hold no prose and no picture.
    """
    sheets = _sheets(source)
    names = _names_in(sheets)
    if not names:
        return frozenset()
    found: dict[Element, frozenset[str]] = {}
    for container in containers:
        for element in islice(container.iterdescendants(), _MOST_ELEMENTS):
            if named := names.intersection(_names_of(element)):
                found[element] = named
    if not found:
        return frozenset()
    hidden = _confirmed(frozenset().union(*found.values()), _text_of(sheets))
    return frozenset(
        element for element, own in found.items() if not hidden.isdisjoint(own) and stays_hidden(element)
    )


@lru_cache(maxsize=8)
def _names_in(sheets: bytes) -> frozenset[str]:
    """The classes and ids that plain rules hide; kept, as a portal's pages share their sheets."""
    text = _text_of(sheets)
    places = _places_of_hiding(text)
    return frozenset(name for place in places for name in _plain_names(_selectors_of(text, place)))


def _names_of(element: Element) -> list[str]:
    """What selectors may name an element by, in lower case."""
    names = [f".{name}" for name in (element.get("class") or "").lower().split()]
    return [*names, f"#{name.lower()}"] if (name := element.get("id")) else names


def _sheets(source: bytes) -> bytes:
    """The page's style sheets as one, to a length."""
    sheets: list[bytes] = []
    size = start = 0
    while len(sheets) < _MOST_SHEETS and size < _LONGEST_SHEETS:
        start = source.find(b"<style", start)
        end = source.find(b"</style", start) if start >= 0 else -1
        if end < 0:
            break
        sheets.append(source[source.find(b">", start) + 1 : min(end, start + _LONGEST_SHEETS)])
        size += len(sheets[-1])
        start = end
    return b"}".join(sheets)


def _text_of(sheets: bytes) -> str:
    return sheets.decode("utf-8", "replace").lower()


def _places_of_hiding(sheets: str) -> Iterator[int]:
    """Where in the sheets something is hidden, some of each kind; a pattern takes ten times as long."""
    for words in _HIDING:
        place = -1
        for _ in range(_MOST_RULES):
            place = sheets.find(words, place + 1)
            if place < 0:
                break
            yield place


def _selectors_of(sheets: str, place: int) -> str:
    """The selectors of the rule in which `place` stands."""
    least = max(0, place - _FARTHEST)
    end = sheets.rfind("{", least, place)
    if end < 0 or sheets.find("}", end, place) >= 0:
        return ""
    return sheets[max(sheets.rfind(sign, least, end) for sign in "{};") + 1 : end]


def _plain_names(selectors: str) -> list[str]:
    """Those of a rule's selectors that are a class or an id and nothing else."""
    return [name.strip() for name in selectors.split(",") if _NAME.fullmatch(name.strip())]


def _confirmed(names: frozenset[str], sheets: str) -> frozenset[str]:
    """Those of `names` that are hidden outside of @media, and that no rule shows."""
    hidden: set[str] = set()
    shown: set[str] = set()
    depth = 0
    for chunk in sheets.split("}"):
        *around, rule = chunk.split("{")
        if around and any(name in around[-1] for name in names):
            selectors = around[-1].rpartition(";")[2]
            if _SHOWN.search(rule):
                shown.update(_NAME.findall(selectors))
            elif depth + len(around) == 1 and tells_hidden(rule):
                hidden.update(_plain_names(selectors))
        depth = max(0, depth + len(around) - 1)
    return names & hidden - shown
