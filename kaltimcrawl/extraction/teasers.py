"""Headlines of other articles that stand in the text as if they were its own: boxes without a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged
from kaltimcrawl.urls import absolute_url, split_url

_START = 2
"""Letters by which most links are told to be none of the headlines asked for."""
_SHORTEST, _LONGEST = 25, 200
_MOST_LINKS = 2_000


def without_teasers(judged: Judged, page: Page) -> Judged:
    """`judged` without the lines that the page links as headlines of other articles, outside of the body.

    Only short lines that end like no sentence are asked of, and links to the article's own parts are none.
    """
    asked = frozenset(line.text.casefold() for line in judged.kept if _may_be_headline(line))
    found = frozenset(_headlines_beside(page, asked)) if asked else frozenset()
    if not found:
        return judged
    kept = [line for line in judged.kept if line.linked or line.text.casefold() not in found]
    dropped = [line for line in judged.kept if not line.linked and line.text.casefold() in found]
    return replace(judged, kept=kept, dropped=[*judged.dropped, *dropped])


def _may_be_headline(line: Line) -> bool:
    return (
        _SHORTEST <= len(line.text) <= _LONGEST
        and line.kind != "table_row"
        and not line.linked
        and SENTENCE_END.search(line.text) is None
    )


def _headlines_beside(page: Page, asked: Set[str]) -> Iterator[str]:
    """Those of the texts (in lower case) that links to other pages have, outside of the body."""
    own = split_url(page.url or "").path.rstrip("/")
    starts = {text[:_START] for text in asked}
    beside = map(page.survey.elements.__getitem__, page.survey.links)
    cleared = (link for part in page.survey.cleared for link in part.iter("a"))
    for link in islice(chain(beside, cleared), _MOST_LINKS):
        text = link.text or ""
        if not len(link) and (len(text) < _SHORTEST or text.lstrip()[:8].casefold()[:_START] not in starts):
            continue
        text = brief_text(link).casefold()
        if text in asked and not _is_own_part(link, page.url, own) and not _stands_in(link, page.containers):
            yield text


def _is_own_part(link: Element, base: str | None, own: str) -> bool:
    """Whether a link leads to a place of the page itself, or to another page of its article."""
    href = (link.get("href") or "").strip()
    if href.startswith("#"):
        return len(href) > 1
    url = absolute_url(href, base) if href else None
    return url is not None and len(own) > 1 and split_url(url).path.startswith(own)


def _stands_in(element: Element, containers: Sequence[Element]) -> bool:
    return any(above in containers for above in element.iterancestors())
