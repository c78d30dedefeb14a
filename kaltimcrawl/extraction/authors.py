"""Where a page names its authors to readers: marked elements, and what only looks like a byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.apart import is_of_card, is_of_other
from kaltimcrawl.extraction.around import (
    MOST_UNDER_BODY,
    elements_at_foot,
    elements_before_title,
    elements_over,
    elements_under,
)
from kaltimcrawl.extraction.bylines import LONGEST_BYLINE, read_bylines
from kaltimcrawl.extraction.bynames import bare_names, named_parts, names_in
from kaltimcrawl.extraction.bywords import is_never_name, is_place, load_words
from kaltimcrawl.extraction.credits import before_credits
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.icons import texts_by_icon
from kaltimcrawl.extraction.marks import box_of, parts_of
from kaltimcrawl.extraction.menus import is_in_menu
from kaltimcrawl.extraction.names import PENS, names_of, spaced_text
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.shelfnames import is_of_site
from kaltimcrawl.extraction.survey import Marked
from kaltimcrawl.extraction.tree import fold

_HINT = re.compile(
    r"(?:^|[\s_-])(?:name|nama)(?:$|\s)|(?:^|[\s_-])auth(?:$|\s)|author|byline|writer|write-?by|penulis|reporter|wartawan|submitted|firma|autor|auteur|verfasser"
    r"|journalist|redactor|redakteur|yazar|muhabir|contributor",
    re.IGNORECASE,
)
_NO_HINT = re.compile(
    r"(?:^|[\s_-])(?:terms?|forums?|comments?|commentaires?|komentar|comentarios?|reply|message|location|place|city|lokasi|tags?|categor(?:y|ies)|kategori|site|logo|brand|desc(?:ription)?|series|section|column|channel|program(?:me)?|show|team|company|product|event|menu|fotos?|photos?|image)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""What is named beside an author's name or in another's place: ".author_desc", ".tags-name"."""
_NEAREST_UNDER = 3
_MOST_ELEMENTS_AT_END = 8
_MOST_BESIDE_TIME, _MOST_BESIDE = 4, 10
_MOST_ABOVE = 200
"""Marked elements between title and text that are looked at."""
_BETWEEN_NAMES = " ,;&·|/"
_FEW_IN_ROW, _MOST_IN_ROW = 3, 40
_LEVELS_OF_ROW = 2
_HEADINGS = frozenset(("h1", "h2"))
_SURE_MARKS = frozenset(("rel=author", "[author]"))
_SOME_AUTHORS = 4


def authors_above(page: Page, title_order: int, grounds: frozenset[Element]) -> Iterator[Named]:
    """Names in elements marked as authors between title and text; those of one mark beside each other go
    together.
    """
    close = list(islice(chain(page.close("author", title_order), _in_head(page, title_order)), _MOST_ABOVE))
    rows: dict[tuple[str, Element | None], list[Marked]] = {}
    for marked in close:
        rows.setdefault((marked.mark, _row_of(marked.element)), []).append(marked)
    for marked in close:
        if _is_beside(page, marked, title_order) and _is_one_of_many(marked):
            continue
        if _leads_away(page, marked):
            continue
        beside = rows[marked.mark, _row_of(marked.element)]
        if (names := _names_of_row(page, marked, beside)) and not is_of_card(marked.element, grounds):
            yield Found(names, f"css: {marked.mark}")


def _in_head(page: Page, title_order: int) -> list[Marked]:
    """What is marked as a full name of the author in the body, over its first prose."""
    marked = list(page.heading("author"))
    head = frozenset(elements_over(page, title_order)) if marked else frozenset()
    return [each for each in marked if each.element in head and is_full_name(spaced_text(each.element))]


def _is_beside(page: Page, marked: Marked, title_order: int) -> bool:
    """Whether an element of a list of authors stands over the title or beside the article."""
    return marked.order < title_order or not page.is_own(marked.element)


def _is_of_everybody(element: Element) -> bool:
    """Whether a link is of a list of all who write for the portal: of several such links in a row."""
    item = element.getparent()
    if element.tag != "a" or item is None:
        return False
    row = item.getparent() if item.tag == "li" else item
    if row is None:
        return False
    links = (next(each.iter("a"), None) for each in islice(row, _MOST_IN_ROW))
    authors = (
        link for link in links if link is not None and any(part == "author" for part, _, _ in parts_of(link))
    )
    return len(list(islice(authors, _SOME_AUTHORS))) == _SOME_AUTHORS


def _leads_away(page: Page, marked: Marked) -> bool:
    """Whether a link is an author's by its address alone, which is another site's: networks have profiles."""
    is_by_address = marked.mark.startswith("href=") and page.url is not None
    return is_by_address and not is_of_site(marked.element.get("href") or "", page.url)


def _is_one_of_many(marked: Marked) -> bool:
    """Whether a link is of a list of authors, or an author's by its address alone and an entry of a menu."""
    is_entry = marked.mark.startswith("href=") and is_in_menu(marked.element)
    return is_entry or _is_of_everybody(marked.element)


def _names_of_row(page: Page, marked: Marked, beside: Sequence[Marked]) -> tuple[str, ...]:
    """The names in a marked element, and in those `beside` it of its mark and row where it is their first.

    Nothing but commas and words like "and" stands behind each: a role there may be the photographer's.
    """
    names = names_in(page, marked.element)
    if not names or beside[0] is not marked:
        return names
    others = [name for each in beside[1:_MOST_BESIDE] for name in names_in(page, each.element)]
    tails = {fold(each.element.tail or "").strip(_BETWEEN_NAMES).lower() for each in beside}
    is_row = (
        others
        and all(map(is_full_name, (*names, *others)))
        and all(not tail or tail in load_words().between for tail in tails)
    )
    return tuple(dict.fromkeys((*names, *others))) if is_row else names


def _row_of(element: Element) -> Element | None:
    """What holds an element, and others beside it: the boxes of its own are passed over."""
    row = element.getparent()
    for _ in range(_LEVELS_OF_ROW):
        if row is None or len(row) != 1:
            break
        row = row.getparent()
    return row


def authors_linked(page: Page, title_order: int, grounds: frozenset[Element]) -> Iterator[Named]:
    """Full names that link to their bearers' pages, between title and body, all those of the first one's row.

    They come before a page's <meta>, where many have the portal's own name.
    """
    if not any(each.element.tag == "a" for each in page.survey.marked.get("author", ())):
        return
    links = [
        marked
        for marked in page.close("author", title_order)
        if marked.element.tag == "a"
        and marked.mark.startswith(("rel=", "href="))
        and not _leads_away(page, marked)
        and spaced_text(marked.element)  # and no picture
        and not (_is_beside(page, marked, title_order) and _is_one_of_many(marked))
    ]
    first = next((link for link in links if not is_of_card(link.element, grounds)), None)
    if first is None:
        return
    row = first.element.getparent()
    if row is not None and len(row) <= _FEW_IN_ROW and (above := row.getparent()) is not None:
        row = above  # each name in a box of its own
    rows = {row, *(() if row is None else islice(row, _MOST_IN_ROW))}
    texts = dict.fromkeys(spaced_text(link.element) for link in links if link.element.getparent() in rows)
    if all(is_full_name(text) for text in texts):
        yield Found(names_of(texts), f"css: {first.mark}", ", ".join(texts))


def authors_below(page: Page, title_order: int, grounds: frozenset[Element]) -> Iterator[Named]:
    """Names under the body: the author box's, then whatever is marked as an author."""
    for marked in page.survey.marked.get("author_box", ())[:4]:
        heading = _heading_of(marked.element)
        if names := names_of(named_parts(marked.element)) or names_of([_without_about(heading) or heading]):
            yield Found(names, f"css: {marked.mark}")
    far = list(page.far("author", title_order))
    for marked in far:
        if _is_one_of_many(marked) or _leads_away(page, marked):
            continue
        if (names := _names_of_row(page, marked, far)) and not is_of_other(marked.element, grounds):
            yield Found(names, f"css: {marked.mark}")
    for marked in page.survey.best("author"):
        near = page.body_end < marked.order <= page.body_end + MOST_UNDER_BODY
        if near and marked.rank == 0 and (names := names_in(page, marked.element)):
            if is_of_other(marked.element, grounds):
                continue
            yield Found(names, f"css: {marked.mark}")


def author_told_of(page: Page) -> Iterator[Named]:
    """The name in the only aside that is named for an author and headed "About Rina Wati"."""
    told = {
        name: box.get("class") or box.get("id")
        for box in page.survey.cleared
        if box_of(box) == "bios" and (name := _without_about(_heading_of(box))) and is_full_name(name)
    }
    if len(told) == 1:
        [(name, where)] = told.items()
        yield Found(names_of([name]), f"css: {where}")


def author_marked_alone(page: Page, grounds: frozenset[Element]) -> Iterator[Named]:
    """The full name that all of the page's microdata and links to authors' pages give, wherever they stand:
    layouts put the byline into a column beside the article.
    """
    named: dict[tuple[str, ...], str] = {}
    for marked in page.survey.marked.get("author", ()):
        is_sure = marked.mark in _SURE_MARKS or marked.mark.startswith("href=")
        if not is_sure or _is_one_of_many(marked) or is_of_card(marked.element, grounds):
            continue
        if _leads_away(page, marked):
            continue
        if names := names_in(page, marked.element):
            named.setdefault(names, marked.mark)
    if len(named) == 1:
        [(names, mark)] = named.items()
        if mark in _SURE_MARKS or all(map(is_full_name, names)):
            yield Found(names, f"css: {mark}")


def author_signed_under(page: Page) -> Iterator[Named]:
    """The full name behind a pen that is all of a box of the first few right under the text: "✒ Rina Wati".

    Without that sign a heading or button of any words may stand there.
    """
    for element in elements_at_foot(page)[:_NEAREST_UNDER]:
        text = spaced_text(element)
        name = text.strip(PENS)
        if text[:1] in PENS.lstrip(" ,") and is_full_name(name) and page.is_own(element):
            yield Found((name,), "text: under body", text)
            return


def _heading_of(box: Element) -> str:
    texts = (spaced_text(inner) for inner in box.iter("h2", "h3", "h4", "h5", "h6", "a"))
    return next((text for text in texts if text and not is_never_name(text)), "")


def _without_about(heading: str) -> str:
    """The name in the heading of a box about an author; nothing where the heading has no words for that."""
    low = heading.lower()
    starts = (words for words in load_words().about if low.startswith(words))
    about = max((words for words in starts if not low[len(words) :][:1].isalnum()), key=len, default="")
    return heading[len(about) :].strip(" :-–—") if about else ""


def authors_hinted(page: Page, title_order: int, grounds: frozenset[Element]) -> Iterator[Named]:
    """Names in elements whose class only sounds like a byline's, and unlinked ones beside a <time>.

    The body's last elements are among them: in some countries the author stands under the text.
    """
    start = max(page.body_order, page.body_end - _MOST_ELEMENTS_AT_END)
    last = page.survey.elements[start : page.body_end + 1]
    over = elements_before_title(page, title_order)
    yield from _hinted(page, elements_over(page, title_order), grounds)
    yield from _hinted(page, last, grounds, is_within=True)
    yield from _hinted(page, over, grounds, is_list_likely=True)
    foot: list[Element] | None = None
    for place in page.survey.times[:4]:
        parent = page.survey.elements[place].getparent()
        if parent is None or len(parent) > _MOST_BESIDE_TIME or not page.is_own(parent, strict=False):
            continue
        if place > page.body_end:
            foot = elements_at_foot(page) if foot is None else foot
            if page.survey.elements[place] not in foot or is_of_card(parent, grounds):
                continue  # of a comment, or of another article
        for element in parent:
            is_plain = element.tag in ("span", "b", "strong", "em") and not (
                _links_elsewhere(element) or sounds_otherwise(element)
            )
            names = bare_names(element) if is_plain else ()
            if names and not any(map(is_place, names)):
                yield Found(names, "css: time")


def _links_elsewhere(element: Element) -> bool:
    """Whether an element holds a link that is no author's: to a topic, a section."""
    link = next(element.iter("a"), None)
    return link is not None and not any(part == "author" for part, _, _ in parts_of(link))


def authors_hinted_below(page: Page, grounds: frozenset[Element]) -> Iterator[Named]:
    """The same in the first elements under the body, where readers' comments may stand."""
    yield from _hinted(page, elements_under(page), grounds, is_list_likely=True)


def _hinted(
    page: Page,
    elements: Iterable[Element],
    grounds: frozenset[Element],
    *,
    is_within: bool = False,
    is_list_likely: bool = False,
) -> Iterator[Named]:
    for element in elements:
        hint = _hint_of(element)
        if hint is None or element.tag in _HEADINGS:
            continue
        if sounds_otherwise(element) or (is_list_likely and _is_of_everybody(element)):
            continue
        if next(element.iterancestors("figure", "figcaption"), None) is not None:
            continue  # who took the picture
        is_near = is_within or page.is_own(element, strict=False)
        if is_near and (names := bare_names(element)) and not is_of_card(element, grounds):
            yield Found(_with_those_beside(element, names), f"css: {hint}")


def _hint_of(element: Element) -> str | None:
    """The first class of an element that its classes hint to be a byline, or its id that does: old systems
    name by ids what stands once.
    """
    classes, name = element.get("class"), element.get("id")
    if classes and _HINT.search(classes):
        return f".{classes.split()[0]}"
    is_hint = name is not None and _HINT.search(name) and not _NO_HINT.search(name)
    return f"#{name}" if is_hint else None


def _with_those_beside(element: Element, names: tuple[str, ...]) -> tuple[str, ...]:
    """`names` and those in the elements of the same class beside theirs, where all are full."""
    classes = element.get("class")
    if not classes:
        return names
    over, under = (
        [
            name
            for each in islice(element.itersiblings(preceding=is_over), _MOST_BESIDE)
            if each.get("class") == classes
            for name in bare_names(each)
        ]
        for is_over in (True, False)
    )
    row = (*reversed(over), *names, *under)
    return tuple(dict.fromkeys(row)) if all(map(is_full_name, row)) else names


def authors_by_icon(page: Page, title_order: int) -> Iterator[Named]:
    """Names behind an icon of a person, between title and body."""
    over = elements_before_title(page, title_order)
    for text, classes in texts_by_icon((*elements_over(page, title_order), *over), "author"):
        if len(text) > LONGEST_BYLINE:
            continue
        labelled = [name for role, name in read_bylines(text, is_marked=True) if role == "author"]
        if (names := names_of(labelled or [before_credits(text)])) and not any(map(is_place, names)):
            yield Found(names, f"css: .{'.'.join(classes.split())}", text)


def sounds_otherwise(element: Element) -> bool:
    """Whether an element's class names what stands beside an author: a description, a tag, the site."""
    classes = element.get("class")
    return classes is not None and _NO_HINT.search(classes) is not None
