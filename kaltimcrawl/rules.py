"""The words in which a portal's file says where a field stands: shared by `portals/` and `extraction/`.

A rule is an ordered list of places; the first that yields text wins. A place is `source: what`:

    jsonld: datePublished        a key of the page's JSON-LD, dots for nesting (author.name)
    meta: article:section        a <meta> by its name, property or itemprop
    css: h1.judul                a CSS selector
    xpath: (//h4//a)[2]          an XPath 1.0 expression
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

SOURCES = ("jsonld", "meta", "css", "xpath")

FIELDS = (
    "title",
    "subtitle",
    "authors",
    "editors",
    "published",
    "modified",
    "section",
    "tags",
    "lead_image",
    "body",
)
"""The fields of an article for which a portal's file may give places."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a field may stand."""

    source: str
    """One of `SOURCES`."""
    what: str
    """JSON-LD key, meta name, CSS selector or XPath, as the file has it."""

    def __str__(self) -> str:
        return f"{self.source}: {self.what}"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The extraction rules of one layout of a portal."""

    until: date | None = None
    """Last day of the layout, in the portal's zone; None for the present one."""
    fields: Mapping[str, tuple[Place, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Field name (of `FIELDS`) to its places in order."""
    drop: tuple[str, ...] = ()
    """CSS selectors of what never belongs to the body."""
    strip: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Field name to a regular expression; what it matches is cut from the field's text."""

    def __reduce__(self) -> tuple[object, ...]:
        """Read-only mappings can't be pickled, and a portal goes whole to the process that crawls it."""
        return _rules, (self.until, dict(self.fields), self.drop, dict(self.strip))


def _rules(
    until: date | None, fields: dict[str, tuple[Place, ...]], drop: tuple[str, ...], strip: dict[str, str]
) -> RuleSet:
    return RuleSet(until, MappingProxyType(fields), drop, MappingProxyType(strip))
