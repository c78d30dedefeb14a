"""Pages that nest deeper than parsers read: their deepest boxes are taken out, and what they hold stays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MOST_OPEN, _MOST_BARE = 200, 120
"""Elements that may stand open round one: libxml2 stops at 256. Boxes without a name give way first."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})[^<>]*>")
# fmt: off
_NEVER_NESTED = frozenset((
    "br", "img", "hr", "input", "meta", "link", "wbr", "source", "col", "area", "base", "embed",
    "p", "h1", "h2", "h3", "h4", "h5", "h6",
))
_INLINE = frozenset((
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "q", "s", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
))
_OF_TABLES = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th", "body", "html"))
# fmt: on
_CELLS = frozenset(("td", "th"))
_RAW = frozenset(("script", "style", "textarea"))
_BARE = frozenset(("div", "span", "font", "section", "center"))
_FARTHEST_INLINE = 30


def flatten(text: str) -> str:
    """`text` without the tags of elements that stand too deep; what is between them stays.

    An end tag ends what stands open within its element, too, as it does in browsers: what follows a box that
    twenty thousand open ones stand in is as shallow as the box.
    """
    return _TAG.sub(_Open().judge, text)


@dataclass(slots=True)
class _Open:
    """The elements that stand open at a place of a page."""

    names: list[tuple[str, bool]] = field(default_factory=list)
    """Name, and whether the tags are kept, of each element."""
    kept: int = 0
    """How many of them are kept."""
    counts: list[dict[str, int]] = field(default_factory=lambda: [{}])
    """How many of each name are open in each table's cell round the place, the page's own first."""
    raw: str = ""
    """The element whose text holds no tags, if the place is in one."""

    def judge(self, tag: re.Match[str]) -> str:
        """What stands in a tag's stead."""
        name = tag[2].lower()
        if self.raw:
            self.raw = "" if tag[1] and name == self.raw else self.raw
            return tag[0]
        if name in _NEVER_NESTED or tag[0].endswith("/>"):
            return tag[0]
        if tag[1]:
            return self._end(name)
        if name in _RAW:
            self.raw = name
            return tag[0]
        return self._begin(name, tag[0])

    def _begin(self, name: str, tag: str) -> str:
        is_bare = name in _BARE and len(tag) == len(name) + 2
        is_kept = self.kept < (_MOST_BARE if is_bare else _MOST_OPEN)
        self.names.append((name, is_kept))
        self.kept += is_kept
        self.counts[-1][name] = self.counts[-1].get(name, 0) + 1
        if name in _CELLS:
            self.counts.append({})
        return tag if is_kept else " "

    def _end(self, name: str) -> str:
        """The end tags of an element and of all that is kept within it; a space where it isn't open."""
        if not self._is_open(name):
            return " "
        ends: list[str] = []
        while self.names:
            inner, is_kept = self.names.pop()
            if inner in _CELLS:
                self.counts.pop()
            self.counts[-1][inner] -= 1
            if is_kept:
                self.kept -= 1
                ends.append(f"</{inner}>")
            if inner == name:
                break
        return "".join(ends) or " "

    def _is_open(self, name: str) -> bool:
        """Whether an end tag ends an element: an inline one none beyond a box, in a cell none round it."""
        if name in _INLINE:
            for inner, _ in reversed(self.names[-_FARTHEST_INLINE:]):
                if inner == name:
                    return True
                if inner not in _INLINE:
                    return False
            return False
        if name in _OF_TABLES:
            return any(counts.get(name) for counts in self.counts)
        return bool(self.counts[-1].get(name))
