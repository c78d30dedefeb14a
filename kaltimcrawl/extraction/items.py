"""Lists of teasers and of comments: prose that is not the article's, told by how it is laid out.

A page may hold more prose in its recommendations and comments than in its article. Both are lists: siblings
alike, each with a little prose beside a headline that links elsewhere (a teaser) or beside a name or a time
(a comment). Or a label stands over them. An article's paragraphs stand beside each other with nothing of
their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.labels import LabelKind
from kaltimcrawl.extraction.marks import has_aside_word, is_called_teaser, names_slides
from kaltimcrawl.extraction.survey import Survey
from kaltimcrawl.extraction.tree import text_of

TEASERS, COMMENTS, NAMED = 0.04, 0.15, 0.15
"""What prose weighs in a list of teasers, in one like comments, and in what is named for such things."""

_PARAGRAPHS = frozenset(
    ("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "span", "font", "b", "strong")
)
_NO_NAMES = (_PARAGRAPHS - {"span", "b", "strong", "h5", "h6"}) | {"li", "figcaption", "td", "caption"}
"""Elements whose short text is no name over a comment."""
_CELLS = frozenset(("td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_ITEM = 900
_LONE_ITEM = 900
_MARKED_BODY = 300
_SHORTEST_HEADLINE = 15
_SOME_HEADLINES, _FEW_HEADLINES, _SOME_PARAGRAPHS = 3, 2, 3
_OTHER_PROSE = 250
_MOST_PARAGRAPHS = 2
_SOME_CELLS = 3
_SOME_PICTURES = 2
_LEVELS_OF_BOXES = 5
_SOME_SENTENCES, _SHORTEST_SENTENCE = 2, 60
_MOST_LOOKED_AT = 40
_LONGEST_NAME = 45
_WHOLE_PAGE = 0.6
_MOST_SIBLINGS = 200
_LEAST_REST = 300
_MOSTLY_TOLD = 0.7
_LIVE = re.compile(r"live[-_]?(?:blog|ticker|post|entry|update|item)")


def find_asides(survey: Survey) -> dict[Element, float]:
    """Elements whose prose is hardly the article's, with what a character of it weighs, 0 to 1."""
    prose = survey.prose
    whole = max(prose.values(), default=0)
    most = _WHOLE_PAGE * whole
    titled = _with_ancestors(survey.elements[place] for place in survey.headings)
    bodies = {
        marked.element
        for marked in survey.marked.get("body", ())
        if prose.get(marked.element, 0) >= _MARKED_BODY
    }
    full = titled | _with_ancestors(bodies)
    asides: dict[Element, float] = {}
    for parent, children in survey.below.items():
        small = [
            child for child in children if prose[child] <= _LONGEST_ITEM and child.tag not in _PARAGRAPHS
        ]
        if small and len(parent) > 1:
            listed = {
                item: weight
                for item, weight in _listed(survey, parent, small, full)
                if prose[item] < most or len(children) > _SOME_CELLS
            }
            if COMMENTS in listed.values() and (
                _is_within(parent, bodies) or _are_steps(survey, listed, whole) or _are_entries(listed)
            ):
                listed = {item: weight for item, weight in listed.items() if weight != COMMENTS}
            asides.update(listed)
        if (
            len(children) >= _SOME_HEADLINES
            and parent not in titled
            and _alternates(survey, parent, len(children))
        ):
            asides[parent] = TEASERS
        for child in children:
            if (
                child not in asides
                and prose[child] < most
                and child not in titled
                and (
                    (has_aside_word(child) and (prose[child] <= _LONGEST_ITEM or not is_called_teaser(child)))
                    or _is_slideshow(child)
                )
            ):
                asides[child] = NAMED
    for label, kind in survey.labels:
        if kind == "summary":
            continue
        if label.tag not in _HEADINGS and (_is_counter(label) or _leads_down(label)):
            continue
        for element in _under_label(survey, label, kind, titled):
            size = prose.get(element, 0)
            if size and (size < most or whole - size >= _OTHER_PROSE):
                asides.setdefault(element, NAMED)
    return asides


def _is_slideshow(box: Element) -> bool:
    """Whether a box is named for pictures one after the other, and holds some: its prose is captions."""
    return names_slides(box) and len(list(islice(box.iter("img"), _SOME_PICTURES))) == _SOME_PICTURES


def _is_counter(label: Element) -> bool:
    """Whether a label begins with a number, or tells of none: "3 Komentar", "Komentar (0)"."""
    text = (label.text or "").strip()
    return text[:1].isdigit() or text.endswith("(0)")


def _leads_down(label: Element) -> bool:
    """Whether a label is a link to a part of the page: readers of comments are led to them from the top."""
    link = label if label.tag == "a" else next(label.iterancestors("a"), None)
    return link is not None and (link.get("href") or "").startswith("#")


def _is_within(element: Element, bodies: Set[Element]) -> bool:
    """Whether an element stands in a marked body: entries under names and times are a live blog's there."""
    return bool(bodies) and (element in bodies or not bodies.isdisjoint(element.iterancestors()))


def _are_steps(survey: Survey, listed: Mapping[Element, float], whole: int) -> bool:
    """Whether items like comments are all that the page tells, without a link or time: steps with names."""
    rest = whole - sum(survey.prose[item] for item in listed)
    return rest < _LEAST_REST and all(next(item.iter("a", "time"), None) is None for item in listed)


def _are_entries(listed: Mapping[Element, float]) -> bool:
    """Whether items like comments are the entries of a live report: each under a heading of its own that
    leads nowhere, hardly any of them a name, and none in a box named for comments.
    """
    headings = [next(item.iter("h2", "h3", "h4"), None) for item in islice(listed, _MOST_LOOKED_AT)]
    if any(heading is None or next(heading.iter("a"), None) is not None for heading in headings):
        return False
    if any(map(has_aside_word, listed)):
        return False
    texts = [text_of(heading) for heading in headings if heading is not None]
    told = sum(" " in text and not is_full_name(text) for text in texts)
    return told >= _MOSTLY_TOLD * len(texts)


def _with_ancestors(elements: Iterable[Element]) -> frozenset[Element]:
    """The elements and all above them: whether one holds another is asked of many, and answered at once."""
    return frozenset(above for element in elements for above in (element, *element.iterancestors()))


def _under_label(survey: Survey, label: Element, kind: LabelKind, titled: Set[Element]) -> Iterator[Element]:
    """What a label stands over: the box that begins with it, else what follows it in its parent."""
    box = label
    above = box.getparent()
    while (
        above is not None and not survey.prose.get(box) and above.tag != "body" and _begins_with(above, box)
    ):
        if box is not label and _stands_apart(survey, box, above):
            return
        if kind == "others" and _is_text_under_label(survey, box, above):
            return
        if box.tag in _CELLS and box.getnext() is not None:
            return  # a column of its own
        box = above
        above = box.getparent()
    if survey.prose.get(box):
        if box.tag not in _PARAGRAPHS and box not in titled:
            yield box
        return
    if above is None or not survey.prose.get(above) or len(text_of(box)) > len(text_of(label)) + 5:
        return
    if kind == "comments" and not any(
        survey.prose.get(before) for before in islice(box.itersiblings(preceding=True), _MOST_SIBLINGS)
    ):
        return  # a button over the text
    if kind == "comments" and _stands_amid_paragraphs(survey, box):
        return
    for number, sibling in enumerate(box.itersiblings()):
        if number == _MOST_SIBLINGS or sibling in titled:
            return
        if kind == "others" and survey.prose.get(sibling) and not _is_teaser_under_label(survey, sibling):
            return
        yield sibling


def _stands_amid_paragraphs(survey: Survey, heading: Element) -> bool:
    """Whether a label is a heading or button in a text: bare paragraphs, and no other prose, stand on both
    its sides.
    """
    for is_before, enough in ((True, _FEW_HEADLINES), (False, _SOME_PARAGRAPHS)):
        beside = islice(heading.itersiblings(preceding=is_before), _MOST_SIBLINGS)
        prose = [each for each in beside if survey.prose.get(each)]
        if len(prose) < enough or any(each.tag != "p" or each.attrib for each in prose):
            return False
    return True


def _is_text_under_label(survey: Survey, box: Element, above: Element) -> bool:
    """Whether what a label's box opens is a part of a text, in which the label stands over the next link: it
    goes on with paragraphs, one after the other, or boxes of them, and no more headlines.
    """
    behind = box.getnext()
    if len(list(islice(box.iter("a"), _FEW_HEADLINES))) == _FEW_HEADLINES:
        return False
    if all(each is None or next(each.iter("a"), None) is None for each in (box, behind)):
        return False  # teasers may come without links
    prose = 0
    for each in islice(box.itersiblings(), _MOST_SIBLINGS):
        size = survey.prose.get(each, 0)
        if each.tag in _HEADINGS and next(each.iter("a"), None) is not None:
            return False
        if size and (_is_teaser(survey, each) or next(each.iter("time", "img"), None) is not None):
            return False
        prose += size >= _SHORTEST_SENTENCE and _begins_with_paragraph(each)
    return prose >= _SOME_SENTENCES and not has_aside_word(above)


def _begins_with_paragraph(box: Element) -> bool:
    """Whether an element is a paragraph, or boxes round nothing else at their beginning."""
    for _ in range(_LEVELS_OF_BOXES):
        if box.tag == "p":
            return True
        if box.tag != "div" or not len(box) or (box.text and not box.text.isspace()):
            return False
        box = box[0]
    return False


def _stands_apart(survey: Survey, box: Element, above: Element) -> bool:
    """Whether a label's box holds the headlines that it stands over, at the top of a text's paragraphs."""
    links = (link for link in box.iter("a") if len(text_of(link)) >= _SHORTEST_HEADLINE)
    if len(list(islice(links, _FEW_HEADLINES))) < _FEW_HEADLINES:
        return False
    paragraphs = (child for child in above.iterchildren("p") if child in survey.blocks)
    return len(list(islice(paragraphs, _SOME_PARAGRAPHS))) == _SOME_PARAGRAPHS


def _is_teaser_under_label(survey: Survey, sibling: Element) -> bool:
    """Whether what stands under a label is a teaser: a paragraph with a link in it is the article's next."""
    if sibling.tag in _PARAGRAPHS:
        return _begins_with_headline(survey, sibling)
    return _is_teaser(survey, sibling)


def _begins_with(outer: Element, inner: Element) -> bool:
    return outer[0] is inner and not (outer.text and outer.text.strip())


def _begins_with_headline(survey: Survey, paragraph: Element) -> bool:
    """Whether a paragraph is a linked headline, or one with its teaser under it on a new line."""
    if not len(paragraph) or paragraph[0].tag != "a" or (paragraph.text and paragraph.text.strip()):
        return False
    is_alone = len(paragraph) == 1 and paragraph not in survey.prose
    breaks_after = len(paragraph) > 1 and paragraph[1].tag == "br" and not (paragraph[0].tail or "").strip()
    return (is_alone or breaks_after) and len(text_of(paragraph[0])) >= _SHORTEST_HEADLINE


def _alternates(survey: Survey, parent: Element, prose: int) -> bool:
    """Whether a parent's paragraphs are linked headlines and teasers by turns, a headline first."""
    turns, is_headline, is_first = 0, False, True
    for child in parent:
        if child.tag in _PARAGRAPHS and _begins_with_headline(survey, child):
            is_headline = True
            turns += child in survey.prose  # and its teaser in the same paragraph
        elif child in survey.prose:
            if is_first and not is_headline:
                return False
            turns += is_headline
            is_headline = False
        is_first = is_first and child not in survey.prose
    return turns >= max(_SOME_HEADLINES, 0.7 * prose)


def _listed(
    survey: Survey, parent: Element, small: list[Element], full: Set[Element]
) -> Iterator[tuple[Element, float]]:
    """The items of lists among a parent's `small` children, alike in tag and class as the others may be.

    `full` are the elements that hold the page's heading, or a marked body of some length: no items.
    """
    prose = survey.prose
    kinds = {(str(child.tag), child.get("class")) for child in small}
    groups: dict[tuple[str, str | None], list[Element]] = {}
    for child in parent:
        kind = (str(child.tag), child.get("class"))
        if kind in kinds:
            groups.setdefault(kind, []).append(child)
    for group in groups.values():
        if len(group) < 2:
            continue
        holders = [item for item in group if prose.get(item) and item not in full]
        if not holders:
            continue
        sizes = sorted(prose[item] for item in holders)
        typical = sizes[(len(sizes) - 1) // 2] if len(sizes) > 1 else 0
        holders = [item for item in holders if prose[item] <= max(_LONE_ITEM, 3 * typical)]
        is_bare = group[0].tag in ("div", "section") and not group[0].get("class")
        if is_bare and (len(group) < len(parent) or _are_named_apart(group)):
            continue  # bare boxes beside others are no list, nor parts of a page with names of their own
        if _is_live_entry(group[0]):
            continue
        if group[0].tag == "td" and len(group) < _SOME_CELLS:
            continue  # two cells side by side are columns of the page
        if group[0].tag == "table" and len(group) <= _SOME_CELLS:
            continue  # and a few tables its head, middle and foot
        looked_at = group[:_MOST_LOOKED_AT]
        enough = max(2, 0.7 * len(looked_at))
        if sum(_is_teaser(survey, item) for item in looked_at) >= enough:
            yield from dict.fromkeys(holders, TEASERS).items()
        elif len(holders) > 1 and sum(_is_comment(survey, item) for item in looked_at) >= enough:
            yield from dict.fromkeys(holders, COMMENTS).items()


def _is_live_entry(item: Element) -> bool:
    """Whether an item is marked as an entry of a report that is written as things happen."""
    parent = item.getparent()
    above = parent.get("class") if parent is not None else None
    names = f"{item.get('itemprop') or ''} {item.get('class') or ''} {above or ''}".lower()
    return "live" in names and _LIVE.search(names) is not None


def _are_named_apart(boxes: Iterable[Element]) -> bool:
    """Whether boxes have ids that differ by more than a number."""
    names = {name.rstrip("0123456789") for box in islice(boxes, _MOST_LOOKED_AT) if (name := box.get("id"))}
    return len(names) > 1


def _is_teaser(survey: Survey, item: Element) -> bool:
    """Whether an item is a headline that links elsewhere and a little prose."""
    prose = survey.prose
    if prose.get(item, 0) > _LONGEST_ITEM:
        return False
    if sum(1 for paragraph in item.iter("p") if prose.get(paragraph)) > _MOST_PARAGRAPHS:
        return False
    for number, link in enumerate(item.iter("a")):
        if number == _MOST_LOOKED_AT:
            return False
        holder = link.getparent()
        if (holder is None or holder is item or not prose.get(holder)) and len(
            text_of(link)
        ) >= _SHORTEST_HEADLINE:
            return True
    return False


def _is_comment(survey: Survey, item: Element) -> bool:
    """Whether an item is prose under a name or a time."""
    if survey.prose.get(item, 0) > _LONGEST_ITEM:
        return False
    for number, inner in enumerate(item.iter()):
        if number == _MOST_LOOKED_AT or (survey.prose.get(inner, 0) and not len(inner)) or inner.tag == "pre":
            return False
        text = inner.text
        holder = inner.getparent()
        if (
            holder is not None
            and holder is not item
            and (
                (survey.prose.get(holder) and holder.tag in _PARAGRAPHS)
                or (holder.tag == "li" and inner.tail and not inner.tail.isspace())
            )
        ):
            continue  # emphasis within a paragraph, or within one of the points that an item lists
        if text and inner.tag not in _NO_NAMES and not len(inner):
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
