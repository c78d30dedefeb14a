"""A page as the field readers see it: its tree, its survey, its claims, and what the caller knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Generic, Protocol, TypeVar

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.marks import names_chrome, names_chrome_by_word, names_particulars, parts_of
from kaltimcrawl.extraction.structured import Structured
from kaltimcrawl.extraction.survey import Marked, Survey
from kaltimcrawl.rules import RuleSet

Value = TypeVar("Value", covariant=True)
_LONGEST_ROW = 120
_MOST_IN_HEAD = 12
FAR_ABOVE_TITLE = 120
_HEADINGS = frozenset(("h2", "h3", "h4"))
_LICENCE = re.compile(r"(?:^|[\s_-])(?:copyright|licen[sc]e)(?:$|[\s_-])")
_NOT_ARTICLE = frozenset(("aside", "nav", "footer"))


class PortalHints(Protocol):
    """What extraction takes from a portal: `portals.Portal` has it."""

    @property
    def timezone(self) -> tzinfo:
        """Zone of times that the page prints without one."""

    @property
    def rules(self) -> tuple[RuleSet, ...]:
        """Rules of the portal's layouts: ended ones by their end, then the present one."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A field's value and where it stood."""

    value: Value
    place: str
    """As `Claim.place`; empty where nothing was found."""
    raw: str = ""
    """As `Claim.raw`; empty where the value is what stands there."""
    disagreeing: tuple[Claim, ...] = ()
    """What other places say instead."""


Named = Found[tuple[str, ...]]
"""Who is named in one place."""


@dataclass(frozen=True, slots=True)
class Page:
    """What every field reader is handed."""

    url: str | None
    root: Element
    structured: Structured
    survey: Survey
    containers: tuple[Element, ...]
    zone: tzinfo | None
    """The portal's zone, or None where no portal is given."""
    captured: datetime | None
    rules: RuleSet | None
    body_order: int
    """Place of the body in the document."""
    body_end: int
    """Place in the document of the body's last element."""
    verdicts: tuple[dict[Element, bool], dict[Element, bool]] = field(compare=False, repr=False)
    """What `is_own` found of elements before, leniently and strictly: siblings share their ancestors.

    Those above the body and the title are welcome from the beginning."""
    anchor: int | None = None
    """Place of the title's heading, where it was known before the body."""
    source: bytes = field(default=b"", compare=False, repr=False)
    """The page as it was parsed, in UTF-8: what its scripts say isn't in the tree."""

    def moved_to(self, containers: tuple[Element, ...]) -> Page:
        """The page with its body elsewhere."""
        return lay_out(
            self.url,
            self.structured,
            self.survey,
            containers,
            zone=self.zone,
            captured=self.captured,
            rules=self.rules,
            anchor=self.anchor,
            source=self.source,
        )

    def close(self, part: str, title_order: int) -> Iterator[Marked]:
        """Elements marked as `part` between title and body, the most trusted mark first."""
        body = self.body_order
        for marked in self.survey.best(part):
            if title_order - FAR_ABOVE_TITLE <= marked.order <= body and self.is_own(
                marked.element, strict=False
            ):
                yield marked

    def far(self, part: str, title_order: int) -> Iterator[Marked]:
        """The other elements marked as `part` that may belong to the article: mostly those under the body.

        Sidebars, footers of the page, related lists and what stands within the body itself are left out.
        """
        body = self.body_order
        for marked in self.survey.best(part):
            if not title_order - FAR_ABOVE_TITLE <= marked.order <= body and self.is_own(marked.element):
                yield marked

    def heading(self, part: str) -> Iterator[Marked]:
        """Elements marked as `part` among the first of the body: its head may stand in it."""
        for marked in self.survey.marked.get(part, ()):
            if self.body_order < marked.order <= min(self.body_order + _MOST_IN_HEAD, self.body_end):
                yield marked

    def near(self, part: str, title_order: int) -> Iterator[Marked]:
        """`close`, then `far`."""
        yield from self.close(part, title_order)
        yield from self.far(part, title_order)

    def may_tell(self, element: Element, title_order: int) -> bool:
        """Whether an element near the title may tell of the article: its own, one in the body; or any, where
        the body holds the title, and so all of the head.
        """
        if self.body_order < title_order or self.is_own(element, strict=False):
            return True
        if element in self.containers:  # a line of the head that is long enough for prose
            return True
        is_text = element.tag in _HEADINGS
        return not is_text and any(above in self.containers for above in element.iterancestors())

    def is_own(self, element: Element, *, strict: bool = True) -> bool:
        """Whether no ancestor of `element` is chrome by its tag or marks; if `strict`, nor by its words.

        What holds the body too (a wrapper called "content-sidebar") is never chrome.
        """
        if element in self.containers:
            return False
        verdicts = self.verdicts[strict]
        walked: list[Element] = []
        verdict = True
        above = element.getparent()
        while above is not None:
            known = verdicts.get(above)
            if known is None and above.tag == "footer" and above.getparent() in self.containers:
                known = True  # what an article says of itself at its end
            if known is None:
                walked.append(above)
                known = None if self._is_welcoming(above, strict) else False
            if known is not None:
                verdict = known
                break
            above = above.getparent()
        for ancestor in walked:
            verdicts[ancestor] = verdict
        return verdict

    def _is_welcoming(self, ancestor: Element, strict: bool) -> bool:
        """Whether an element, for all its own marks say, may hold what belongs to the article."""
        if ancestor in self.containers or (ancestor.tag in _NOT_ARTICLE and not _is_of_article(ancestor)):
            return False
        classes, name = ancestor.get("class"), ancestor.get("id")
        if not (classes or name):
            return True
        return not (
            (names_chrome(classes, name) and not _is_row_of_author(ancestor))
            or (
                strict
                and ancestor.tag != "footer"
                and names_chrome_by_word(classes, name)
                and not (_is_licence(ancestor) or (names_particulars(ancestor) and _is_dated_row(ancestor)))
            )
        )


def _is_row_of_author(box: Element) -> bool:
    """Whether what is marked as an author's box says no more than who wrote the article, and when."""
    return any(part == "author_box" for part, _, _ in parts_of(box)) and _is_dated_row(box)


def _is_dated_row(box: Element) -> bool:
    """Whether a box says no more than a row of an article's particulars, a number among them."""
    text = brief_text(box)
    return len(text) <= _LONGEST_ROW and any(map(str.isdigit, text))


def _is_licence(box: Element) -> bool:
    """Whether a box in an article tells by whom it is and how it may be copied."""
    names = f"{box.get('class') or ''} {box.get('id') or ''}"
    return (
        _LICENCE.search(names.lower()) is not None
        and next(box.iterancestors("article", "main"), None) is not None
    )


def _is_of_article(element: Element) -> bool:
    """Whether an <aside> is named for an article's particulars, or a <footer> stands in an <article>."""
    if element.tag == "aside":
        return names_particulars(element)
    return element.tag == "footer" and any(ancestor.tag == "article" for ancestor in element.iterancestors())


def lay_out(
    url: str | None,
    structured: Structured,
    survey: Survey,
    containers: tuple[Element, ...],
    *,
    zone: tzinfo | None,
    captured: datetime | None,
    rules: RuleSet | None,
    anchor: int | None = None,
    source: bytes = b"",
) -> Page:
    """The page whose body stands in `containers`, in document order and at least one.

    `anchor` is the place of the title's heading, where it is known before: what holds it is the article's.
    """
    last = containers[-1]
    own = [*containers, *survey.elements[anchor : anchor + 1]] if anchor is not None else containers
    spine = dict.fromkeys((above for element in own for above in element.iterancestors()), True)
    return Page(
        url,
        survey.root,
        structured,
        survey,
        containers,
        zone,
        captured,
        rules,
        body_order=survey.place_of(containers[0]),
        body_end=survey.place_of(last) + sum(1 for _ in last.iter(etree.Element)) - 1,
        verdicts=(spine, spine.copy()),
        anchor=anchor,
        source=source,
    )
