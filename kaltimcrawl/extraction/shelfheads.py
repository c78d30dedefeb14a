"""The section that the heads of lists of others name: "Berita Daerah Lainnya" under an article of Daerah."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.menus import Menus
from kaltimcrawl.extraction.page import Found
from kaltimcrawl.extraction.shelfnames import WHOLE, is_plain_section

_HEADS = tuple(
    (before, after)
    for before, _, after in (head.partition("*") for head in read_data("sections.toml")["heads"])
)
_SHORTEST, _LONGEST, _LONGEST_NAME, _MOST_UNDER_BODY = 6, 60, 30, 400


def section_of_heads(menus: Menus) -> Found[str] | None:
    """The one entry of the page's menus that stands in the head of a list under the body; None where heads
    name several, as on pages that list all their sections.
    """
    if not menus.names:
        return None
    found: dict[str, Found[str]] = {}
    under = menus.page.survey.elements[menus.page.body_end + 1 :]
    for element in islice(under, _MOST_UNDER_BODY):
        text = brief_text(element) if element.text or len(element) == 1 else ""
        if not _SHORTEST <= len(text) <= _LONGEST:
            continue
        for name in _names_in(text):
            if name.casefold() in menus.names and name.lower() not in WHOLE and is_plain_section(name):
                found.setdefault(name.casefold(), Found(name, "text: head of others", text))
    return next(iter(found.values())) if len(found) == 1 else None


def _names_in(text: str) -> Iterator[str]:
    """What stands in a head where a section's name would: "Daerah" of "Berita Daerah Lainnya:"."""
    text = text.rstrip(" :»›>…")
    low = text.lower()
    for before, after in _HEADS:
        if low.startswith(before) and low.endswith(after) and len(low) > len(before) + len(after):
            name = text[len(before) : len(text) - len(after)].strip()
            if 3 <= len(name) <= _LONGEST_NAME:
                yield name
