"""Which elements of a page hold the article's body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.halves import boxes_of_text, short_boxes_behind
from kaltimcrawl.extraction.items import TEASERS, find_asides, weigh
from kaltimcrawl.extraction.leads import leads_before
from kaltimcrawl.extraction.marks import has_aside_word, has_chrome_word
from kaltimcrawl.extraction.partheads import with_own_heads
from kaltimcrawl.extraction.pieces import (
    LEAST_PROSE,
    NEVER_BODIES,
    PARAGRAPHS,
    has_twin,
    is_chapter,
    is_paragraph,
    pieces_after,
    pieces_of_mark,
)
from kaltimcrawl.extraction.survey import Marked, Survey
from kaltimcrawl.extraction.tree import text_of
from kaltimcrawl.extraction.witnesses import Lead

_NEARLY_ALL = 0.72
_LOOSE = 0.3  # share of prose that stands in paragraphs right below: then this is the body
_TITLED_PROSE, _TITLED_BLOCKS = 250, 3
_LEAST_DENSE, _LEVELS_OF_ASIDE = 300, 5
_SAME_PROSE, _MUCH_BESIDE = 0.8, 1.5
_HALVES = "prose in halves"
_LEAST_MARKED, _MOST_MARKED = 250, 40
"""Characters of a body without prose, and elements that are looked at for it."""
_MOST_GROWTH = 12  # a container holds the lead and at most so many times more


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen containers."""

    elements: tuple[Element, ...]
    """In document order; one, or the parts of a body that a system serves in pieces."""
    place: str
    """What chose them: a mark, or "prose" for the scorer, which says so where a text stands in halves."""
    prose: int
    """Characters of prose below them."""
    method: str = "marks"
    """As `Article.method`."""
    asides: frozenset[Element] = frozenset()
    """Lists of teasers and comments within them, which are no part of the body."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The best choice, and the second that another way of choosing made: a witness to the first."""

    first: Choice
    rival: Choice | None


_ARTICLE_BODY, _MOST_OF_BODY, _NEARLY_WHOLE = "[articlebody]", 0.8, 0.92
_LONG_LEAD = 400  # longer than a standfirst
_MOST_BLOCKS = 2_000


def choose_containers(survey: Survey, anchor: int | None = None) -> Choices | None:
    """The body's containers: by the systems' marks where they hold most prose, else by where prose stands.

    `anchor` is the place of the title's heading, where it is known. None where no running text is found.
    """
    asides = find_asides(survey)
    weighed = weigh(survey, asides)
    marked = _with_asides(_by_marks(survey, weighed, anchor, asides), asides)
    generic = _with_asides(_by_prose(survey, weighed, anchor, asides), asides)
    if marked is None or generic is None:
        only = marked or generic or _marked_without_prose(survey, anchor)
        return Choices(only, None) if only is not None else None
    if marked.prose * 3 < generic.prose and not _holds(generic.elements[0], marked.elements):
        return Choices(generic, marked)
    is_half = generic.place == _HALVES and set(marked.elements) < set(generic.elements)
    is_led = generic.elements[1:] == marked.elements and generic.prose - marked.prose >= _LONG_LEAD
    if is_half or is_led or marked.prose * 4 < generic.prose or _is_round_page(marked, generic):
        return Choices(generic, marked)
    return Choices(marked, generic)


def _is_round_page(marked: Choice, generic: Choice) -> bool:
    """Whether a mark goes round much beside the text, which has an element of its own within it: "#isi"."""
    if len(marked.elements) != 1 or len(generic.elements) != 1:
        return False
    outer, inner = marked.elements[0], generic.elements[0]
    if generic.prose < _SAME_PROSE * marked.prose or outer not in inner.iterancestors():
        return False
    return _MUCH_BESIDE * len(text_of(inner)) < len(text_of(outer))


def choose_densest(survey: Survey) -> Choices | None:
    """The element right below which most of the page's prose stands, in whatever place; None where that is
    little, or stands in a box named for consent, comments or recommendations. For pages whose body is laid
    out as others lay out chrome.
    """
    held: dict[Element, int] = {}
    for block, size in survey.blocks.items():
        parent = block.getparent() if block.tag in PARAGRAPHS else block
        for above, share in ((parent, size), (parent.getparent() if parent is not None else None, size // 2)):
            if above is not None and above.tag not in NEVER_BODIES:
                held[above] = held.get(above, 0) + share
    best = max(held, key=held.__getitem__, default=None)
    if best is None or held[best] < _LEAST_DENSE:
        return None
    around = (best, *best.iterancestors())
    if any(map(has_aside_word, around[:_LEVELS_OF_ASIDE])) or any(map(_is_of_dialog, around)):
        return None
    return Choices(Choice((best,), "densest", held[best], "generic"), None)


def _is_of_dialog(element: Element) -> bool:
    """Whether an element is a window over the page, or hidden, as WAI-ARIA tells it."""
    return element.get("role") in ("dialog", "alertdialog") or element.get("aria-hidden") == "true"


def overlap(first: Choice, second: Choice | None) -> float | None:
    """Share of the larger choice's prose that the smaller has too, 0 to 1; None without a second choice."""
    if second is None:
        return None
    if first.elements == second.elements or holds_all(first, second) or holds_all(second, first):
        return min(first.prose, second.prose) / max(1, first.prose, second.prose)
    return 0.0


def holds_all(outer: Choice, inner: Choice) -> bool:
    """Whether every element of `inner` is one of `outer`'s or stands within one."""
    return all(
        element in outer.elements or any(above in outer.elements for above in element.iterancestors())
        for element in inner.elements
    )


def choose_by_lead(survey: Survey, lead: Lead) -> Choice | None:
    """The container whose text holds `lead`, the beginning of the page's description, or None."""
    holder = next((block for block in survey.blocks if lead.stands_in(text_of(block)[:2000])), None)
    if holder is None:
        return None
    best = holder
    for above in holder.iterancestors():
        if above.tag in ("body", "html") or survey.prose.get(above, 0) > _MOST_GROWTH * max(
            LEAST_PROSE, survey.prose.get(best, 0)
        ):
            break
        if survey.prose.get(above, 0) > survey.prose.get(best, 0):
            best = above
    prose = survey.prose.get(best, 0)
    return Choice((best,), "lead", prose, "generic") if prose >= LEAST_PROSE else None


def _with_asides(choice: Choice | None, asides: Mapping[Element, float]) -> Choice | None:
    """`choice` with the asides within it, where it holds prose beside them."""
    if choice is None or not asides or choice.prose < LEAST_PROSE:
        return choice
    elements = set(choice.elements)
    within = [aside for aside in asides if not elements.isdisjoint(aside.iterancestors())]
    return replace(choice, asides=frozenset(within)) if within else choice


def _holds(outer: Element, inner: Sequence[Element]) -> bool:
    return any(ancestor is outer for element in inner for ancestor in element.iterancestors())


def _by_marks(
    survey: Survey, prose_of: Mapping[Element, int], anchor: int | None, asides: Mapping[Element, float]
) -> Choice | None:
    """The most trusted mark that holds enough prose; of its elements the fullest, or all pieces of a body."""
    by_mark: dict[str, list[Marked]] = {}
    title = survey.elements[anchor] if anchor else None
    for marked in survey.marked.get("body", ()):
        if (
            marked.element.tag not in NEVER_BODIES
            and prose_of.get(marked.element, 0) > 0
            and not _in_chrome(marked.element)
            and not (title is not None and _in_other_item(marked.element, title))
            and not (asides and _in_teaser(marked.element, asides))
        ):
            by_mark.setdefault(marked.mark, []).append(marked)
    best: Choice | None = None
    best_value = 0.0
    for mark, group in by_mark.items():
        elements = pieces_of_mark(group, survey, prose_of, anchor)
        prose = sum(prose_of.get(element, 0) for element in elements)
        value = prose * (1.0 - min(group[0].rank, 80) / 400)
        if prose >= LEAST_PROSE and value > best_value:
            parts = with_own_heads(elements) if len(elements) > 1 else elements
            best, best_value = Choice(tuple(parts), mark, prose), value
    return _innermost(best, survey, prose_of, asides) if best else None


def _marked_without_prose(survey: Survey, anchor: int | None) -> Choice | None:
    """The marked element with most text under the title, where that has none of links: a recipe, a list of
    names, a poem. None where there is little.
    """
    best, most = None, _LEAST_MARKED
    found = list(islice(survey.marked.get("body", ()), _MOST_MARKED))
    counts = Counter(marked.mark for marked in found)
    for marked in found:
        if counts[marked.mark] > 1:
            continue  # entries of a list
        if anchor is None or marked.order <= anchor or _in_chrome(marked.element):
            continue
        if marked.element.tag in NEVER_BODIES or has_chrome_word(marked.element):
            continue
        size = len(text_of(marked.element))
        linked = sum(len(text_of(link)) for link in islice(marked.element.iter("a"), _MOST_MARKED))
        if size > most and linked * 4 < size:
            best, most = marked, size
    return Choice((best.element,), best.mark, 0) if best is not None else None


def _in_teaser(element: Element, asides: Mapping[Element, float]) -> bool:
    """Whether an element is an item of a list of teasers, or stands in one."""
    if asides.get(element) == TEASERS:
        return True
    return any(asides.get(above) == TEASERS for above in element.iterancestors())


def _in_other_item(element: Element, title: Element) -> bool:
    """Whether an element stands in an item of a list that doesn't hold the title: another article's."""
    item = next(element.iterancestors("li"), None)
    return item is not None and item not in title.iterancestors()


def _in_chrome(element: Element) -> bool:
    return any(ancestor.tag in ("aside", "footer", "nav") for ancestor in element.iterancestors())


def _innermost(
    choice: Choice, survey: Survey, prose_of: Mapping[Element, int], asides: Collection[Element]
) -> Choice:
    """The marked element within the chosen one that holds nearly all of its prose; or what is marked as the
    article's body to machines and holds most, where no paragraph stands beside it.
    """
    if len(choice.elements) != 1:
        return choice
    outer = choice.elements[0]
    inside = [
        marked
        for marked in survey.marked.get("body", ())
        if marked.element is not outer
        and prose_of.get(marked.element, 0) >= _MOST_OF_BODY * choice.prose
        and outer in marked.element.iterancestors()
    ]
    whole = [one for one in inside if prose_of[one.element] >= _NEARLY_WHOLE * choice.prose]
    within = whole[-1].element if whole else outer
    most = [
        one
        for one in inside
        if one.mark == _ARTICLE_BODY
        and within in one.element.iterancestors()
        and not _has_paragraphs_beside(survey, outer, one.element, asides)
    ]
    deepest = (most or whole)[-1:]
    return Choice((deepest[0].element,), deepest[0].mark, prose_of[deepest[0].element]) if deepest else choice


def _has_paragraphs_beside(
    survey: Survey, outer: Element, inner: Element, asides: Collection[Element]
) -> bool:
    """Whether a paragraph stands in an element beside the marked one within it: a lead, the rest of a text;
    none of `asides`.
    """
    for block in survey.blocks if len(survey.blocks) <= _MOST_BLOCKS else ():
        above = set(block.iterancestors())
        if block.tag == "p" and inner not in above and outer in above and above.isdisjoint(asides):
            return True
    return len(survey.blocks) > _MOST_BLOCKS


def _by_prose(
    survey: Survey, prose_of: Mapping[Element, int], anchor: int | None, asides: Collection[Element]
) -> Choice | None:
    """From the root down as long as one child holds nearly all the prose of its parent, chrome aside.

    Where prose is spread over several children, the first that comes with or after the title (whose place is
    `anchor`) and holds a fair share is the article, with those that are like it: comments and recommendations
    stand below it.
    """
    here = survey.root.find("body")
    if here is None:
        here = survey.root
    if prose_of.get(here, 0) < LEAST_PROSE:
        return None
    titles = survey.elements[anchor : anchor + 1] if anchor is not None else []
    over_title = frozenset(above for title in titles for above in title.iterancestors())
    pieces: tuple[Element, ...] = ()
    place = "prose"
    while True:
        holders = survey.below.get(here, ())
        children = [
            child
            for child in holders
            if child.tag not in NEVER_BODIES or (child.tag == "li" and child in over_title)  # a column
        ]
        half = sum(map(prose_of.__getitem__, children)) / 2
        welcome = [
            child
            for child in children
            if not has_chrome_word(child) or (prose_of[child] > half and not has_aside_word(child))
        ] or children
        fullest = max(welcome, key=prose_of.__getitem__, default=None)
        if fullest is None or fullest.tag == "p":
            break
        total = sum(map(prose_of.__getitem__, welcome))
        own = max(0, prose_of.get(here, 0) - sum(map(prose_of.__getitem__, holders)))
        if fullest not in over_title and prose_of[fullest] < total + own and is_chapter(fullest):
            break
        if anchor and fullest not in over_title:
            halves = boxes_of_text(survey, prose_of, fullest, anchor, asides)
            if len(halves) > 1:
                pieces, place = halves, _HALVES
                break
        is_one = prose_of[fullest] >= _NEARLY_ALL * (total + own) and prose_of[fullest] >= LEAST_PROSE
        if is_one and not (anchor and has_twin(survey, prose_of, fullest, welcome, anchor, asides)):
            titled = _titled(survey, prose_of, welcome, over_title)
            here = fullest if titled is None else titled
            continue
        paragraphs = own + sum(prose_of[child] for child in children if is_paragraph(survey, child))
        if anchor is None or paragraphs > _LOOSE * (total + own):
            break
        pieces = pieces_after(survey, prose_of, here, welcome, anchor, total, asides)
        if len(pieces) != 1:
            break
        here = pieces[0]
    if (
        here.tag in ("html", "body")
        and not any(child.tag == "p" for child in here)
        and prose_of.get(here, 0) < 400
    ):
        return None
    body = pieces if len(pieces) > 1 else (here, *short_boxes_behind(prose_of, here, asides))
    first = body[0] if place == _HALVES else here
    elements = (*leads_before(survey, prose_of, first, anchor, asides), *body)
    return Choice(elements, place, sum(prose_of.get(element, 0) for element in elements), "generic")


def _titled(
    survey: Survey, prose_of: Mapping[Element, int], children: Sequence[Element], over_title: Set[Element]
) -> Element | None:
    """The child that holds the title and several paragraphs: what stands beside it may be another article."""
    child = next((child for child in children if child in over_title), None)
    if child is None or prose_of[child] < _TITLED_PROSE:
        return None
    blocks = (block for block in survey.blocks if child in block.iterancestors())
    return child if len(list(islice(blocks, _TITLED_BLOCKS))) == _TITLED_BLOCKS else None
