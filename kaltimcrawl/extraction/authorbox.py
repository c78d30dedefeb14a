"""Boxes that tell of an article's author without a name that says so: a portrait, a name, a few words."""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bywords import is_organisation, is_place, load_words
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.tree import fold

_MOST_CHILDREN, _MOST_ELEMENTS = 6, 30
_LONGEST, _LONGEST_NAME = 700, 50
_FIRST_WORDS = 6
_WRITERS = frozenset(("penulis", "author", "kolumnis", "redaktur", "wartawati"))


def is_author_box(box: Element) -> bool:
    """Whether a box holds a portrait, a person's name in a line of its own, and that the bearer writes.

    One of several boxes alike is of a list: its people are what the article is about.
    """
    if not 0 < len(box) <= _MOST_CHILDREN or next(box.iter("img"), None) is None:
        return False
    texts = [fold(str(text)) for text in islice(box.itertext(), _MOST_ELEMENTS) if not text.isspace()]
    name = texts[0] if len(texts) > 1 else ""
    if (
        not 0 < len(name) <= _LONGEST_NAME
        or not is_full_name(name)
        or is_place(name)
        or is_organisation(name)
    ):
        return False
    whole = brief_text(box)
    return 0 < len(whole) <= _LONGEST and _tells_job(" ".join(texts[1:])) and not _has_kin(box)


def _tells_job(text: str) -> bool:
    """Whether one of a text's first words says that someone writes in papers."""
    words = {word.strip(".,:;()").lower() for word in text.split(None, _FIRST_WORDS)[:_FIRST_WORDS]}
    return not words.isdisjoint(load_words().jobs | _WRITERS)


def _has_kin(box: Element) -> bool:
    """Whether the element right before or behind is a box of the same kind with a portrait, too."""
    beside = (box.getprevious(), box.getnext())
    return any(
        each is not None
        and (each.tag, each.get("class")) == (box.tag, box.get("class"))
        and next(each.iter("img"), None) is not None
        for each in beside
    )
