"""The texts round an article that may be its printed date, the most trusted first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.ago import is_ago_line
from kaltimcrawl.extraction.apart import grounds_of, is_of_card, is_of_entry
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.clocks import REGIONS, ZONES
from kaltimcrawl.extraction.datedfoot import SHORTEST_DATE, labelled_under_body
from kaltimcrawl.extraction.datelabels import PUBLISHED_VERBS, UPDATED
from kaltimcrawl.extraction.datetexts import (
    DIGIT,
    LIKE_DATE,
    LONGEST_DATE_LINE,
    OF_DATES,
    STATED,
    date_texts,
    is_full_date,
    is_iso,
    is_line_of_publication,
    tells_change,
    text_before,
)
from kaltimcrawl.extraction.heads import is_date_line
from kaltimcrawl.extraction.page import FAR_ABOVE_TITLE, Page
from kaltimcrawl.extraction.verdict import SENTENCE_END

_LONGEST_STAMP = 60
OF_CHANGE = "css: time.updated"
"""The place of a <time> that is marked as that of the last change: it tells the publication where none else
does.
"""
_HINT = re.compile(
    r"(?<!status-)publi(?:sh|é|c)|tanggal|waktu|posted|terbit|tayang|(?:^|[^a-z])(?:tgl|date|datum|data|fecha|fetxa|dato|datestamp|datetime)(?:$|[^a-z])"
)
_HINT_OVER_TITLE = re.compile(
    r"(?<!status-)publi(?:sh|é|c)|posted|terbit|tayang|(?:post|article|artikel|entry|berita|news)(?:[_-]?header)?[_-]{0,2}(?:date|datum|tanggal|tgl)"
    r"|(?:article|artikel|berita|header|news|post|pub)[_-]?time(?:$|[^a-z])"
)
_CLOCK = re.compile(r"(?<![\d.])\d\d?[:.hH]\d\d(?!\.?\d)")
_OF_MIDNIGHT = re.compile(r"T00:00(?::00(?:\.0{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?\s*$")
"""A stamp that may tell only the day."""
_OF_SEAT = re.compile(r"T[\d:.]{4,15}(?:Z|[+-]00:?00|\+07:?00)\s*$")
_ZONES = (b"WIB", b"WITA", b"Wita", b"WIT ", b"WIT<")
_NAMES_OF_ZONES = "|".join((*ZONES, *REGIONS, "bst", "ist", "uhr"))
_ONLY_CLOCK = re.compile(
    r"\W*(?:(?:pukul|jam|pkl|at|um)\W?\s*)?(?:(?:[01]\d|2[0-3])[:.]|\d:)[0-5]\d(?::[0-5]\d)?"
    rf"(?:\s?[ap]\.?m\.?)?(?:\s?(?:{_NAMES_OF_ZONES}))?\W*",
    re.IGNORECASE,
)
_BETWEEN_PARTS = re.compile(r"\s[|•·–—-]\s")
_LONGEST_CLOCK = 24
_ROUND_LABELS = " |·•–—-:,(\n\t"
_NO_DATES = frozenset(("time", "img", "source", "a"))
_LONGEST_LABEL = 24
"""Of an element right before a date: "Updated:"."""
_LEVELS_OF_BAR, _LEVELS_OF_TITLE = 4, 2
_TOP_BAR = re.compile(
    r"(?:^|[\s_-])(?:top-?bar|top-?header|header-top|topnav|current-?date|ticker)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_ELEMENTS_OVER_BODY = 400
_MOST_WITH_VALUES = 60
_SET_APART = frozenset(("h2", "h3", "h4", "h5", "h6", "font"))
_NEAREST_OVER_TITLE = 3
_MOST_IN_HEAD = 16  # elements under a title that stands in the body
_MOST_TO_PROSE, _LEAST_PROSE = 60, 80
_MOST_OVER_BODY, _MOST_TO_AVATAR = 2, 6
_HINTED_OVER_TITLE, _HINTED_UNDER_TITLE = 12, 40


def printed_dates(page: Page, title_order: int) -> Iterator[tuple[str, str]]:
    """Texts near the article that may be its date, with their places; the most trusted first."""
    has_clock = has_any = False
    # A date above the title may be the page's clock: those under it come first.
    near = sorted(page.close("published", title_order), key=lambda marked: marked.order < title_order)
    grounds = grounds_of(page, title_order)
    over_body: Sequence[str] | None = None
    if near and near[0].order < title_order:
        over_body = tuple(_lines_over_body(page, title_order, grounds))
        for text in over_body:
            if text.strip().lower().startswith(PUBLISHED_VERBS):
                yield text, "text"
    for marked in near:
        if marked.order < title_order and (
            _in_page_header(page, marked.element, title_order) or _in_top_bar(marked.element)
        ):
            continue
        if is_of_entry(marked.element, grounds):
            continue
        for text in date_texts(marked.element):
            if len(text) > _LONGEST_CLOCK or _ONLY_CLOCK.fullmatch(text) is None:
                has_any = True
                has_clock = has_clock or (_CLOCK.search(text) is not None and not _may_be_off(page, text))
            yield text, f"css: {marked.mark}"
    if has_clock:
        return
    for marked in page.heading("published"):
        for text in date_texts(marked.element) if not is_of_card(marked.element, grounds) else ():
            yield text, f"css: {marked.mark}"
    head = max(page.body_order, title_order)
    end = max(head, min(_end_of_head(page, head), page.body_end))
    for place in sorted(page.survey.times, key=lambda place: place < title_order):
        element = page.survey.elements[place]
        is_near = title_order - FAR_ABOVE_TITLE <= place <= end
        is_own = place > head or page.is_own(element)
        if is_near and is_own and not is_of_entry(element, grounds):
            for text in date_texts(element):
                is_change = tells_change(element) or _is_called_change(element)
                yield text, OF_CHANGE if is_change else "css: time"
    over_body = tuple(_lines_over_body(page, title_order, grounds)) if over_body is None else over_body
    for text in (*over_body, *_lines_over_title(page, title_order)):
        yield text, "text"
    if has_any:
        return
    for text in _beside_heading(page, title_order):
        yield text, "css: time"
    yield from _hinted(page, title_order, grounds)
    for text in labelled_under_body(page):
        yield text, "text: under body"
    for marked in page.far("published", title_order):
        for text in date_texts(marked.element) if not is_of_card(marked.element, grounds) else ():
            yield text, f"css: {marked.mark}"


def _end_of_head(page: Page, start: int) -> int:
    """The place of the first paragraph after `start`, or where it would stand under a short head."""
    around = page.survey.elements[start + 1 : start + _MOST_TO_PROSE]
    blocks = page.survey.blocks
    first = next((n for n, each in enumerate(around, start + 1) if blocks.get(each, 0) >= _LEAST_PROSE), 0)
    return max(first, start + _MOST_IN_HEAD)


def _may_be_off(page: Page, text: str) -> bool:
    """Whether a printed time may tell more than a stamp: than one of midnight, and on a page that prints
    times with their zone than one in UTC or with Jakarta's offset.
    """
    if _OF_MIDNIGHT.search(text) is not None:
        return True
    return _OF_SEAT.search(text) is not None and any(zone in page.source for zone in _ZONES)


def _in_page_header(page: Page, element: Element, title_order: int) -> bool:
    """Whether an element stands in the site's <header>, which tells today's date, not in the article's."""
    header = next(element.iterancestors("header"), None)
    if header is None or next(header.iterancestors("article", "main"), None) is not None:
        return False
    return header not in page.survey.elements[title_order].iterancestors("header")


def _in_top_bar(element: Element) -> bool:
    """Whether an element stands in a box that is named for the top of all pages, where today's date is."""
    boxes = islice(chain((element,), element.iterancestors()), _LEVELS_OF_BAR)
    return any(_TOP_BAR.search(f"{box.get('class') or ''} {box.get('id') or ''}") for box in boxes)


def _lines_over_body(page: Page, title_order: int, grounds: frozenset[Element]) -> Iterator[str]:
    """Short texts between the title and the body, for pages whose marks nobody knows.

    A day with the time that stands right behind it, and what elements there give for machines, too.
    """
    start = title_order + 1
    holds_title = page.body_order < title_order
    end = start + _MOST_IN_HEAD if holds_title else min(page.body_order, start + _MOST_ELEMENTS_OVER_BODY)
    if not holds_title and page.body_order <= start + _MOST_OVER_BODY:
        yield from _beside_avatars(page)
    day = ""
    for place, element in enumerate(page.survey.elements[start:end]):
        if tells_change(element):
            continue
        if place < _MOST_WITH_VALUES and element.tag != "a":
            yield from _values_of(page, element, holds_title)
        for is_tail, text in enumerate((element.text, element.tail)):
            if not text or not any(map(str.isalnum, text)):
                continue  # "12 May 2025 // 08:32"
            if day and len(text) <= _LONGEST_CLOCK and _ONLY_CLOCK.fullmatch(text):
                yield f"{day} {text.strip()}"
            day = ""
            if (
                SHORTEST_DATE <= len(text) <= LONGEST_DATE_LINE
                and _tells_time(page, text)
                and (holds_title or page.is_own(element))
                and not is_of_entry(element, grounds)
                and not _is_sentence(text)
                and not (element.tag == "p" and len(element) and _is_sentence(brief_text(element)))
            ):
                label = (element.text or "").rstrip() if is_tail and not len(element) else ""
                is_label = label.endswith(":") and len(label) <= _LONGEST_LABEL
                yield f"{label.strip()} {text}" if is_label else text
                day = "" if _CLOCK.search(text) else text.strip()


def _beside_avatars(page: Page) -> Iterator[str]:
    """The lines with a day and its time behind a picture in the body's first elements, where its box holds
    the head: a writer's portrait stands before them.
    """
    for element in page.survey.elements[page.body_order : page.body_order + _MOST_TO_AVATAR]:
        text = element.tail if element.tag == "img" else None
        if (
            text is not None
            and SHORTEST_DATE <= len(text.strip()) <= LONGEST_DATE_LINE
            and STATED.search(text) is not None
            and _CLOCK.search(text) is not None
            and any(map(is_date_line, _BETWEEN_PARTS.split(text)))
        ):
            yield text


def _tells_time(page: Page, text: str) -> bool:
    """Whether a text may tell a date, or how long before the capture: "sejam lalu"."""
    if DIGIT.search(text) and LIKE_DATE.search(text):  # most have no digit
        return True
    return page.captured is not None and is_ago_line(text)


def _is_sentence(text: str) -> bool:
    """Whether a text with a date is a sentence that tells what happened then: a lead, a standfirst."""
    line = text.strip()
    return (
        len(line) > _LONGEST_STAMP
        and SENTENCE_END.search(line) is not None
        and not line.lower().startswith(PUBLISHED_VERBS)
        and not begins_byline(line)
    )


def _is_called_change(time: Element) -> bool:
    """Whether the text right before a <time> says that it is that of the last change: "Last edited …"."""
    label = text_before(time).strip(_ROUND_LABELS)
    return 0 < len(label) <= _LONGEST_LABEL and UPDATED.fullmatch(label) is not None


def _values_of(page: Page, element: Element, holds_title: bool) -> Iterator[str]:
    """What an element says in ISO 8601 in `title`, `content` or an attribute of its own for the day."""
    for name, value in element.items() if element.tag not in _NO_DATES else ():
        if (
            isinstance(name, str)
            and isinstance(value, str)
            and OF_DATES.search(name) is not None
            and (is_iso(value) or (name == "title" and is_full_date(value)))
            and not ("mod" in name or "upd" in name)
            and (holds_title or page.is_own(element))
        ):
            yield value


def _lines_over_title(page: Page, title_order: int) -> Iterator[str]:
    """Short texts right over the title, in the same box: the page's clock stands farther away."""
    if not title_order:
        return
    title = page.survey.elements[title_order]
    heading = next(title.iterancestors("h1", "h2", "h3"), title)
    for element in islice(heading.itersiblings(preceding=True), _NEAREST_OVER_TITLE):
        text = brief_text(element)
        if (
            8 <= len(text) <= LONGEST_DATE_LINE
            and _tells_time(page, text)
            and page.may_tell(element, title_order)
        ):
            yield text
    text = text_before(heading)
    if len(text) <= LONGEST_DATE_LINE and is_date_line(text):
        yield text
    box = heading.getparent()
    for _ in range(_LEVELS_OF_TITLE):
        if box is None or box.getprevious() is not None or (box.text and box.text.strip()):
            break
        box = box.getparent()
    before = box.getprevious() if box is not None and not (box.text and box.text.strip()) else None
    text = brief_text(before) if before is not None else ""
    is_set_as_date = before is not None and (
        before.tag in _SET_APART or "date" in (before.get("class") or before.get("id") or "").lower()
    )
    if is_line_of_publication(text) or (is_set_as_date and is_date_line(text)):
        yield text  # of the day's first post, as old blogs set it


def _beside_heading(page: Page, title_order: int) -> Iterator[str]:
    """The first <time> of the <header> that holds the title, whatever stands round that."""
    header = next(page.survey.elements[title_order].iterancestors("header"), None) if title_order else None
    moment = next(header.iter("time"), None) if header is not None else None
    if moment is not None and header is not None and next(header.iter("nav"), None) is None:
        yield from date_texts(moment)


def _hinted(page: Page, title_order: int, grounds: frozenset[Element]) -> Iterator[tuple[str, str]]:
    """Texts of elements near the title whose class only sounds like a date's, or over it with a label."""
    start = max(0, title_order - _HINTED_OVER_TITLE)
    end = title_order + (_MOST_IN_HEAD if page.body_order < title_order else _HINTED_UNDER_TITLE)
    if page.body_order > title_order:
        end = min(end, page.body_order)
    for place, element in enumerate(page.survey.elements[start:end], start):
        classes = element.get("class") or element.get("id") or ""
        hint = _HINT if place > title_order else _HINT_OVER_TITLE
        is_labelled = place < title_order and _begins_with_verb(element) and _is_labelled(brief_text(element))
        if not is_labelled and not hint.search(classes.lower()):
            continue
        is_own = page.body_order < title_order < place or page.is_own(element, strict=False)
        if is_own and not is_of_entry(element, grounds):
            for text in date_texts(element):
                if _tells_time(page, text):
                    yield text, f"css: .{classes.split()[0]}" if classes and not is_labelled else "text"


def _begins_with_verb(element: Element) -> bool:
    """Whether an element, or the first within it, begins with a verb of publishing; cheap."""
    text = element.text
    if len(element) and (text is None or text.isspace()):
        text = element[0].text
    return text is not None and text.strip().lower().startswith(PUBLISHED_VERBS)


def _is_labelled(line: str) -> bool:
    """Whether a line of publication has a label with a colon, which no other text between does."""
    return ":" in line[:_LONGEST_LABEL] and is_line_of_publication(line)
