"""Lists of teasers and of comments: prose that is not the article's, told by how it is laid out.

A page may hold more prose in its recommendations and comments than in its article. Both are lists: siblings
alike, each with a little prose beside a headline that links elsewhere (a teaser) or beside a name or a time (a
comment). Paragraphs of an article stand beside each other with nothing of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.marks import has_aside_word
from kaltimcrawl.extraction.survey import Survey
from kaltimcrawl.extraction.tree import text_of

TEASERS, COMMENTS, NAMED = 0.04, 0.15, 0.15
"""What prose weighs in a list of teasers, in one like comments, and in what is named for such things."""

_PARAGRAPHS = frozenset(
    ("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "span", "font", "b", "strong")
)
_LONGEST_ITEM = 900
_SHORTEST_HEADLINE = 15
_MOST_LINKS = 12
_MOST_LOOKED_AT = 40
_LONGEST_NAME = 45
_WHOLE_PAGE = 0.6


def find_asides(survey: Survey) -> dict[Element, float]:
    """Elements whose prose is hardly the article's, with what a character of it weighs, 0 to 1."""
    whole = max(survey.prose.values(), default=0)
    asides: dict[Element, float] = {}
    for children in survey.below.values():
        if len(children) > 1:
            asides.update(_listed(survey, children))
        for child in children:
            if child not in asides and survey.prose[child] < _WHOLE_PAGE * whole and has_aside_word(child):
                asides[child] = NAMED
    return asides


def _listed(survey: Survey, children: list[Element]) -> Iterator[tuple[Element, float]]:
    """The children that are items of a list, alike in tag and class."""
    groups: dict[tuple[str, str | None], list[Element]] = {}
    for child in children:
        if child.tag not in _PARAGRAPHS:
            groups.setdefault((str(child.tag), child.get("class")), []).append(child)
    for group in groups.values():
        if len(group) < 2 or survey.prose[group[0]] > _LONGEST_ITEM:
            continue
        looked_at = group[:_MOST_LOOKED_AT]
        enough = max(2, 0.7 * len(looked_at))
        if sum(_is_teaser(survey, item) for item in looked_at) >= enough:
            yield from dict.fromkeys(group, TEASERS).items()
        elif sum(_is_comment(survey, item) for item in looked_at) >= enough:
            yield from dict.fromkeys(group, COMMENTS).items()


def _is_teaser(survey: Survey, item: Element) -> bool:
    """Whether an item is a headline that links elsewhere and a little prose."""
    if survey.prose[item] > _LONGEST_ITEM:
        return False
    for number, link in enumerate(item.iter("a")):
        if number == _MOST_LINKS:
            return False
        holder = link.getparent()
        if (holder is None or not survey.prose.get(holder) or holder is item) and len(
            text_of(link)
        ) >= _SHORTEST_HEADLINE:
            return True
    return False


def _is_comment(survey: Survey, item: Element) -> bool:
    """Whether an item is prose under a name or a time."""
    if survey.prose[item] > _LONGEST_ITEM:
        return False
    for number, inner in enumerate(item.iter()):
        if number == _MOST_LOOKED_AT or survey.prose.get(inner, 0) and not len(inner):
            return False
        text = inner.text
        if text and inner.tag not in _PARAGRAPHS - {"span", "b", "strong", "h5", "h6"} and not len(inner):
            size = len(text.strip())
            if 1 < size <= _LONGEST_NAME:
                return True
    return False


def weigh(survey: Survey, asides: dict[Element, float]) -> dict[Element, int]:
    """Prose by element, that of asides by their weight."""
    if not asides:
        return survey.prose
    weighed = dict(survey.prose)
    for aside, weight in asides.items():
        above = list(aside.iterancestors())
        if any(element in asides for element in above):
            continue
        lost = int(survey.prose[aside] * (1 - weight))
        for element in (aside, *above):
            if element in weighed:
                weighed[element] = max(0, weighed[element] - lost)
    return weighed
