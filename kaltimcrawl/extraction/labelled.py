"""Credit lines near the title or the text that stand outside of it: "Editor: Lia" over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.apart import (
    is_beside_headline,
    is_of_card,
    is_of_facts,
    is_of_other,
    is_of_picture,
)
from kaltimcrawl.extraction.around import elements_before_title, elements_over, elements_under
from kaltimcrawl.extraction.bylines import (
    LONGEST_BYLINE,
    begins_byline,
    has_label_sign,
    is_label,
    read_bylines,
    roles_behind,
)
from kaltimcrawl.extraction.bynames import named_parts
from kaltimcrawl.extraction.bywords import load_words
from kaltimcrawl.extraction.credits import read_credits
from kaltimcrawl.extraction.eastern import read_eastern
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.hiding import tells_hidden
from kaltimcrawl.extraction.marks import names_picture
from kaltimcrawl.extraction.names import clean_name, read_han_reporters, spaced_text
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.tree import fold

_MOST_NAMES, _LONGEST_BETWEEN, _MOST_IN_ROW = 4, 12, 8
_LISTS = frozenset(("ul", "ol"))
_CELLS = frozenset(("td", "th"))
_NEAR_TITLE, _MOST_IN_BYLINE = 4, 12
"""Elements over the title among which a byline may stand."""
_NEAR_BODY = 8
"""Elements under the body in which a byline needs no colon."""
_LEVELS_OF_PICTURE = 2
_WRITERS = ("penulis", "reporter", "wartawan", "jurnalis", "pewarta", "kontributor", "ditulis", "writ")
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w.-]{2,80}")
_BETWEEN_PARTS = " |•·–—-\t\r\n"
_BAR = re.compile(r"\s[|•·]\s")
Printed = list[tuple[str, str]]
"""(role, name) of what is printed with a label."""


def photographers_in_byline(page: Page, title_order: int) -> tuple[str, ...]:
    """The names that elements marked as the byline, or the rows that they stand in, label as the
    photographer's: none of a caption.
    """
    return tuple(
        name
        for element in _rows_of_bylines(page, title_order)
        if len(element) <= _MOST_IN_BYLINE and not is_of_picture(element)
        for role, name in _credits_of(element, is_marked=True)
        if role == "photo"
    )


def _rows_of_bylines(page: Page, title_order: int) -> Iterator[Element]:
    """What is marked as the byline, the row that has words before it, and rows with brackets behind names."""
    for marked in islice(page.close("author", title_order), 8):
        yield marked.element
        row = marked.element.getparent()
        if row is None:
            continue
        before = row.text or ""
        is_led_to = len(row) == 1 and bool(before) and not before.isspace()
        if is_led_to or ":" in before or _has_brackets_behind(row):
            yield row
    for element in elements_over(page, title_order):
        if _has_brackets_behind(element):
            yield element


def _has_brackets_behind(row: Element) -> bool:
    """Whether brackets open right behind an element of a row, or fill one."""
    return any((child.text or "")[:1] == "(" or (child.tail or "").lstrip()[:1] == "(" for child in row)


def labelled_near(page: Page, title_order: int, grounds: frozenset[Element]) -> Printed:
    """Credit lines near the title or body that stand outside of the body ("Editor: Lia" over the text)."""
    credits: Printed = []
    hidden: Printed = []
    seen: set[Element] = set()
    for part in ("author", "editor", "published"):
        close = list(islice(page.close(part, title_order), 8))
        is_told = part == "author" and any(is_full_name(spaced_text(marked.element)) for marked in close)
        for marked in chain(close, () if is_told else islice(page.far(part, title_order), 2)):
            if marked.element not in seen:
                seen.add(marked.element)
                named = _credits_of(marked.element, is_marked=part != "published")
                if named and not is_of_other(marked.element, grounds):
                    told = hidden if _is_hidden(marked.element) else credits
                    told.extend(_in_picture(marked.element, named))
    before = elements_before_title(page, title_order, _NEAR_TITLE)
    is_italian = (page.structured.declared_language or "").lower().startswith("it")  # elsewhere "di" is "at"
    for element in (*elements_over(page, title_order), *before):
        text = element.text
        if text is None or text.isspace():
            text = _behind_icon(element) if len(element) else None
        if (
            text
            and len(text) <= LONGEST_BYLINE
            and (
                has_label_sign(text)
                or begins_byline(text)
                or _is_label_with_comma(text)
                or read_han_reporters(text)
                or read_eastern(text)
                or ("(" in text and roles_behind(text))
            )
            and element not in seen
            and page.may_tell(element, title_order)
        ):
            named = (
                _credits_of(element, is_marked=is_italian and text.strip().lower() == "di")
                or _credits_beside(element, text)
                or (read_bylines(text) if len(element) else [])
            )
            if named and not (
                is_of_card(element, grounds) or _is_quoted(element) or is_of_facts(element, grounds)
            ):
                told = hidden if _is_hidden(element) else credits
                told.extend(_in_picture(element, named))
        tail = element.tail
        if (
            tail
            and not tail.isspace()
            and len(tail) <= LONGEST_BYLINE
            and begins_byline(tail := tail.lstrip(_BETWEEN_PARTS))
        ):
            told = read_bylines(tail) or _in_picture(element, _credits_behind(element, tail))
            credits.extend(told if page.may_tell(element, title_order) else ())
    if not any(role == "author" for role, _ in credits):
        credits += hidden  # else a video's, as a rule
    return [*credits, *_labelled_under(page, grounds)]


def _is_hidden(element: Element) -> bool:
    """Whether an element's own style hides it, as it does the bylines of videos."""
    return tells_hidden(element.get("style") or "")


def _labelled_under(page: Page, grounds: frozenset[Element]) -> Iterator[tuple[str, str]]:
    """The credits of the lines under the body; behind the label of a list only those with a colon of their
    own that stand beside no headline.
    """
    labels = {labelled for labelled, _ in page.survey.labels}
    is_listed = False
    for place, element in enumerate(elements_under(page)):
        text = element.text
        if len(element) and (text is None or text.isspace()):
            text = _label_within(element)
        is_listed = is_listed or element in labels  # what follows is others' articles, or comments
        if not text or len(text) > LONGEST_BYLINE or text.isspace():
            continue
        is_right_under = place < _NEAR_BODY and not is_listed and begins_byline(text)
        has_colon = has_label_sign(text) if is_listed else ":" in text
        if (has_colon or is_right_under or is_label(text, is_alone=True)) and page.is_own(element):
            named = read_credits(spaced_text(element)) if has_colon else []
            named = (
                named
                or _credits_beside(element, text)
                or (_full_names(read_bylines(spaced_text(element))) if is_right_under else [])
            )
            if not named or is_of_other(element, grounds):
                continue
            if not (is_listed and is_beside_headline(element, grounds)):
                yield from named


def _is_quoted(element: Element) -> bool:
    """Whether an element stands in a quotation: "By Psalm 119 he had learned it"."""
    return next(element.iterancestors("blockquote"), None) is not None


def _in_picture(element: Element, credits: Printed) -> Printed:
    """The credits of an element; under a picture the author is who made that, as Slavic papers print it."""
    around = islice(chain((element,), element.iterancestors()), _LEVELS_OF_PICTURE)
    if not (names_picture(around) or (is_of_picture(element) and not _tells_writer(element))):
        return credits
    return [("photo" if role == "author" else role, name) for role, name in credits]


def _tells_writer(element: Element) -> bool:
    """Whether a line begins with a word for one who writes: rows of credits are marked as pictures' too."""
    return spaced_text(element).lower().startswith(_WRITERS)


def _is_label_with_comma(text: str) -> bool:
    """Whether a text is a label with a comma, for those who hear the page: "Author, " before the name."""
    return text.rstrip().endswith(",") and is_label(text, is_alone=True)


def _label_within(element: Element) -> str | None:
    """The label that a line begins with in an element of its own, maybe behind an icon: "<b>Author: </b>"."""
    first = element[0]
    text = first.text or (_behind_icon(first) if len(first) else None)
    return text if text is not None and has_label_sign(text) and len(text) <= LONGEST_BYLINE else None


def _full_names(credits: Printed) -> Printed:
    return [(role, name) for role, name in credits if is_full_name(name)]


def _behind_icon(element: Element) -> str | None:
    """The text that an element begins with behind an icon: an empty element."""
    icon = element[0]
    return icon.tail if not len(icon) and not (icon.text and icon.text.strip()) else None


def _credits_beside(element: Element, text: str) -> Printed:
    """The credits of a label that is an element of its own: those of the element after it; where nothing
    follows, the name over it.
    """
    if len(element) or element.tag == "a" or not is_label(text, is_alone=True):
        return []
    if name := _name_before(element):
        return read_bylines(f"{text.strip()}: {name}")
    tail = (element.tail or "").strip(" :：\n\t")
    beside = element.getnext() if not (tail or element.tag in _CELLS) else None
    if beside is None and not tail:
        beside = _cell_beside(element)
    if beside is None and not tail:
        over = element.getprevious()
        name = spaced_text(over) if over is not None else ""
        return read_bylines(f"{text.strip()}: {name}") if is_full_name(name) else []
    if beside is not None and beside.tag in _LISTS and len(beside) >= _MOST_NAMES:
        return []  # all who write for the portal
    name = _names_from(beside) if beside is not None else tail[:LONGEST_BYLINE]
    is_credit = is_label(text) or is_full_name(name)
    return read_bylines(f"{text.strip(' :,')}: {name}") if name and is_credit else []


def _name_before(label: Element) -> str:
    """The name over a label without a colon in a row of names with their roles behind them: "Rina Wati",
    "Reporter", "Budi Susilo", "Editor"; empty for other rows.
    """
    row, before = label.getparent(), label.getprevious()
    if row is None or before is None or (label.text or "").rstrip().endswith((":", "：")):
        return ""
    texts = [spaced_text(each) for each in islice(row, _MOST_IN_ROW + 1)]
    is_row = len(texts) <= _MOST_IN_ROW and len(texts) % 2 == 0
    if not is_row or not all(is_label(role, is_alone=True) for role in texts[1::2]):
        return ""
    return spaced_text(before) if all(map(is_full_name, texts[::2])) else ""


def _credits_behind(element: Element, label: str) -> Printed:
    """The credits of a label that stands between two elements of a row: "… | 作者<span>林河</span>"."""
    beside = element.getnext()
    if beside is None or not is_label(label, is_alone=True):
        return []
    name = spaced_text(beside)
    return read_bylines(f"{label.strip(' :：')}: {name}") if 0 < len(name) <= LONGEST_BYLINE else []


def _cell_beside(element: Element) -> Element | None:
    """The cell of a table behind that which a label fills; one of nothing but a colon is passed over."""
    cell = element if element.tag in _CELLS else element.getparent()
    if cell is None or cell.tag not in _CELLS or spaced_text(cell) != spaced_text(element):
        return None
    beside = cell.getnext()
    if beside is not None and not spaced_text(beside).strip(" :："):
        beside = beside.getnext()
    return beside


def _are_names(box: Element, items: list[str]) -> bool:
    """Whether what a box's elements say are names; in those of one class all but the first may be single."""
    kinds = {(item.tag, item.get("class")) for item in islice(box, _MOST_NAMES)}
    is_one_kind = len(kinds) == 1 and box[0].get("class") is not None
    return all(map(is_full_name, items)) or (
        is_one_kind and is_full_name(items[0]) and all(map(clean_name, items))
    )


def _names_from(first: Element) -> str:
    """The text of an element, its names parted where each has an element of its own, and of those after it as
    long as it ends in a comma or "and".
    """
    between = load_words().between
    items = [spaced_text(item) for item in islice(first, _MOST_NAMES)]
    if len(items) > 1 and _are_names(first, items):
        return ", ".join(items)
    text, element = spaced_text(first), first
    for _ in range(_MOST_NAMES):
        tail = fold((element.tail or "")[:_LONGEST_BETWEEN])
        last = (tail or text).rpartition(" ")[2].lower()
        following = element.getnext()
        if following is None:
            break
        is_joint = (following.text or "").strip().lower() in between  # "and" in an element of its own
        if not (is_joint or last in between or last.endswith(",")):
            break
        text, element = f"{text} {tail} {spaced_text(following)}", following
    return text


def _byline_within(element: Element) -> Element:
    """The first element of a row of particulars, where that is a byline of its own and others follow it;
    else the row.
    """
    if len(element) <= 1 or (element.text and not element.text.isspace()):
        return element
    first = element[0]
    text = spaced_text(first)
    is_whole = begins_byline(text) and not is_label(text, is_alone=True) and bool(read_bylines(text))
    return first if is_whole else element


def _credits_of_first_line(element: Element) -> Printed:
    """The credits of what an element says before its first break: "By <a>Rina Wati</a><br>The Kabar"."""
    first = element[0] if len(element) else None
    text = element.text if first is not None else None
    if text is None or first is None or not begins_byline(text):
        return []
    if first.tag == "br":
        return read_bylines(text, is_marked=True)
    following = first.getnext()
    text = text.strip()
    is_whole = following is not None and following.tag == "br" and not (first.tail or "").strip(" ,\n\t\r")
    return read_bylines(f"{text} {spaced_text(first)}", is_marked=True) if is_whole else []


def _credits_of(element: Element, *, is_marked: bool) -> Printed:
    if not is_marked:
        element = _byline_within(element)
    text = spaced_text(element)
    if is_marked and "@" in text:
        text = _ADDRESS.sub("", text).strip()
    if len(text) > LONGEST_BYLINE:
        return []
    named = _credits_of_first_line(element)
    if named and all(is_full_name(name.partition(", ")[0]) for _, name in named):
        return named
    credits = (read_credits(text) if has_label_sign(text) else []) or read_bylines(text, is_marked=is_marked)
    credits = credits or [("author", name) for name in read_han_reporters(text)] or read_eastern(text)
    if not credits and not is_marked and _BAR.search(text):
        pieces = _BAR.split(text)
        credits = [credit for piece in pieces if begins_byline(piece) for credit in read_bylines(piece)]
    if is_marked and credits and len(element) and all(role == "author" for role, _ in credits):
        return [("author", name) for name in named_parts(element)] or credits
    return credits
