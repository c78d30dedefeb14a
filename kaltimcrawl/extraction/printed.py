"""The texts round an article that may be its printed date, the most trusted first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.apart import grounds_of, is_of_card, is_of_entry
from kaltimcrawl.extraction.around import elements_at_foot, elements_under
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.dates import PUBLISHED_LABELS, PUBLISHED_VERBS, UPDATED, is_iso_day
from kaltimcrawl.extraction.heads import is_date_line
from kaltimcrawl.extraction.marks import parts_of
from kaltimcrawl.extraction.page import FAR_ABOVE_TITLE, Page
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.extraction.verdict import SENTENCE_END

_LONGEST_DATE_LINE = 160
_MOST_COPIES = 2
"""For narrow screens and for wide ones."""
_SHORTEST_DATE = 6
_LONGEST_STAMP = 60
OF_CHANGE = "css: time.updated"
"""The place of a <time> that is marked as that of the last change: it tells the publication where none else
does.
"""
_LIKE_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:\w{3,9}|\d{1,2})[\s,/.-]+\d{2}|\d{1,2}[.:]\d{2}|\d{1,3}\s\w+\s(?:yang\s)?(?:lalu|ago)|\w{3,9}[.,]?\s\d{1,2}(?:(?:st|nd|rd|th)?,?\s|,|/)\d{4}|(?<!\w)\d{1,2}[A-Z][a-z]{2,8}\s\d{4}"
    r"|\d{4}\s?[年년./-]\s?\d{1,2}|\d{4}e?ko\s\w{3,16}\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?[^\s\d.,:;/|()-]{3,16}\.?\s(?:de\s)?\d{4}|\d{1,3}\s?(?:分|小时|時間|시간|분)\s?前?"
)
_HINT = re.compile(
    r"(?<!status-)publi(?:sh|é|c)|tanggal|waktu|posted|terbit|tayang|(?:^|[^a-z])(?:tgl|date|datum|data|fecha|fetxa|dato|datestamp|datetime)(?:$|[^a-z])"
)
_HINT_OVER_TITLE = re.compile(
    r"(?<!status-)publi(?:sh|é|c)|posted|terbit|tayang|(?:post|article|artikel|entry|berita|news)(?:[_-]?header)?[_-]{0,2}(?:date|datum|tanggal|tgl)"
    r"|(?:article|artikel|berita|header|news|post|pub)[_-]?time(?:$|[^a-z])"
)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"(?<![\d.])\d\d?[:.hH]\d\d(?!\.?\d)")
_ONLY_CLOCK = re.compile(
    r"\W*(?:(?:pukul|jam|pkl|at|um)\W?\s*)?(?:(?:[01]\d|2[0-3])[:.]|\d:)[0-5]\d(?::[0-5]\d)?(?:\s?(?:wib|wita|wit|[ap]\.?m\.?|uhr|utc|gmt|bst|cet|cest|e[ds]t|p[ds]t|ist|jst|msk))?\W*",
    re.IGNORECASE,
)
_LONGEST_CLOCK = 24
_BREAKS = " |·•–—-"
_ROUND_LABELS = " |·•–—-:,(\n\t"
_DIGITS_OF_EPOCHS = (10, 13)
_EPOCHS = ("time", "data-time", "data-timestamp", "timestamp", "datetime")
"""Attributes that tell a time for the browser to print."""
_NO_DATES = frozenset(("time", "img", "source", "a"))
_OF_DATES = re.compile(r"^(?:title|content)$|date(?!line)|time|publi|tgl|tanggal")
"""Names of attributes that may tell when an article was published; a deadline's is none."""
_LONGEST_FULL_DATE = 40
_LONGEST_LABEL = 24
"""Of an element right before a date: "Updated:"."""
_DAY_OF_ISO = 10
_LEVELS_OF_BAR, _LEVELS_OF_TITLE = 4, 2
_TOP_BAR = re.compile(
    r"(?:^|[\s_-])(?:top-?bar|top-?header|header-top|topnav|current-?date|ticker)(?:$|[\s_-])",
    re.IGNORECASE,
)
_READ = re.compile(r"\b(?:dibaca|dilihat|dikunjungi|viewed|hits)\b", re.IGNORECASE)
_STATED = re.compile(r"(?:19|20|[۱١][۳۴٤]|[۲٢][۰٠])\d\d")
_MOST_ELEMENTS_OVER_BODY = 400
_MOST_WITH_VALUES = 60
_MOST_SPANS = 6
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_NEAREST_OVER_TITLE = 3
_MOST_IN_HEAD = 16  # elements under a title that stands in the body
_MOST_TO_PROSE, _LEAST_PROSE = 60, 80
_HINTED_OVER_TITLE, _HINTED_UNDER_TITLE = 12, 40


def printed_dates(page: Page, title_order: int) -> Iterator[tuple[str, str]]:
    """Texts near the article that may be its date, with their places; the most trusted first."""
    has_clock = has_any = False
    # A date above the title may be the page's clock: those under it come first.
    near = sorted(page.close("published", title_order), key=lambda marked: marked.order < title_order)
    grounds = grounds_of(page, title_order)
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
                has_clock = has_clock or _CLOCK.search(text) is not None
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
                is_change = _tells_change(element) or _is_called_change(element)
                yield text, OF_CHANGE if is_change else "css: time"
    for text in (*_lines_over_body(page, title_order, grounds), *_lines_over_title(page, title_order)):
        yield text, "text"
    if has_any:
        return
    for text in _beside_heading(page, title_order):
        yield text, "css: time"
    yield from _hinted(page, title_order, grounds)
    for text in _labelled_under_body(page):
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


def date_texts(element: Element) -> Iterator[str]:
    """The date attributes and the text of an element, and those of a <time> within it.

    Where the text itself says that it is the date of publication, and of another day, it alone counts.
    """
    text = brief_text(element)
    times = [element, *element.iter("time"), *_with_property(element)]
    for inner in times[1:]:
        rest = text.replace(brief_text(inner), "", 1) if _tells_change(inner) else ""
        if _LIKE_DATE.search(rest):  # another date stands beside that of the last change
            text = rest.strip(" |·,–—-")
            times.remove(inner)
    is_text = 4 <= len(text) <= _LONGEST_DATE_LINE and any(map(str.isdigit, text))
    is_label = is_text and text.lower().startswith(PUBLISHED_VERBS) and _STATED.search(text) is not None
    for inner in times:
        value = inner.get("datetime") or inner.get("content") or (inner.tag == "abbr" and inner.get("title"))
        if value and not (is_label and not is_iso_day(value[:_DAY_OF_ISO], text)):
            yield _of_epoch(value) or value
    if is_text:
        yield text
    elif not text and len(element):
        yield from filter(None, (_of_epoch(element[0].get(name)) for name in _EPOCHS))


def _of_epoch(value: str | None) -> str | None:
    """The time in ISO 8601 that seconds or milliseconds since 1970 tell; None for other values.

    >>> _of_epoch("1729746725"), _of_epoch("20241024")
    ('2024-10-24T05:12:05+00:00', None)
    """
    if value is None or len(value) not in _DIGITS_OF_EPOCHS or not (value.isascii() and value.isdecimal()):
        return None
    return datetime.fromtimestamp(int(value[: _DIGITS_OF_EPOCHS[0]]), UTC).isoformat()


def _with_property(element: Element) -> Iterator[Element]:
    """The <span>s within an element that tell its date for machines by RDFa, as those of Drupal do."""
    for inner in islice(element.iter("span"), _MOST_SPANS):
        if inner is not element and _OF_DATES.search(inner.get("property") or "") is not None:
            yield inner


def _lines_over_body(page: Page, title_order: int, grounds: frozenset[Element]) -> Iterator[str]:
    """Short texts between the title and the body, for pages whose marks nobody knows.

    A day with the time that stands right behind it, and what elements there give for machines, too.
    """
    start = title_order + 1
    holds_title = page.body_order < title_order
    end = start + _MOST_IN_HEAD if holds_title else min(page.body_order, start + _MOST_ELEMENTS_OVER_BODY)
    day = ""
    for place, element in enumerate(page.survey.elements[start:end]):
        if _tells_change(element):
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
                _SHORTEST_DATE <= len(text) <= _LONGEST_DATE_LINE
                and _DIGIT.search(text)  # which most have none of
                and _LIKE_DATE.search(text)
                and (holds_title or page.is_own(element))
                and not is_of_entry(element, grounds)
                and not _is_sentence(text)
            ):
                label = (element.text or "").rstrip() if is_tail and not len(element) else ""
                is_label = label.endswith(":") and len(label) <= _LONGEST_LABEL
                yield f"{label.strip()} {text}" if is_label else text
                day = "" if _CLOCK.search(text) else text.strip()


def _is_sentence(text: str) -> bool:
    """Whether a text with a date is a sentence that tells what happened then: a lead, a standfirst."""
    line = text.strip()
    return (
        len(line) > _LONGEST_STAMP
        and SENTENCE_END.search(line) is not None
        and not line.lower().startswith(PUBLISHED_VERBS)
        and not begins_byline(line)
    )


def looks_like_date(text: str) -> bool:
    """Whether a text holds what may be a day or a time."""
    return _LIKE_DATE.search(text) is not None


def _tells_change(element: Element) -> bool:
    """Whether an element is marked as the time of the last change, and as no other; nor says "Published"."""
    parts = {part for part, _, _ in parts_of(element)}
    if "modified" not in parts or "published" in parts:
        return False
    return not (element.text or "").lstrip().lower().startswith(PUBLISHED_VERBS)


def _text_before(element: Element) -> str:
    """The text that stands right before an element, in the same parent."""
    before, above = element.getprevious(), element.getparent()
    return ((before.tail if before is not None else above.text if above is not None else None) or "").strip()


def _is_called_change(time: Element) -> bool:
    """Whether the text right before a <time> says that it is that of the last change: "Last edited …"."""
    label = _text_before(time).strip(_ROUND_LABELS)
    return 0 < len(label) <= _LONGEST_LABEL and UPDATED.fullmatch(label) is not None


def _values_of(page: Page, element: Element, holds_title: bool) -> Iterator[str]:
    """What an element says in ISO 8601 in `title`, `content` or an attribute of its own for the day."""
    for name, value in element.items() if element.tag not in _NO_DATES else ():
        if (
            isinstance(name, str)
            and isinstance(value, str)
            and _OF_DATES.search(name) is not None
            and (_is_iso(value) or (name == "title" and _is_full_date(value)))
            and not ("mod" in name or "upd" in name)
            and (holds_title or page.is_own(element))
        ):
            yield value


def _is_iso(value: str) -> bool:
    return value[:2] in ("20", "19") and is_iso_day(value[:_DAY_OF_ISO])


def _is_full_date(value: str) -> bool:
    """Whether the title of an element that says "9 bulan yang lalu" tells the day with its year."""
    return (
        len(value) <= _LONGEST_FULL_DATE
        and _STATED.search(value) is not None
        and _LIKE_DATE.search(value) is not None
    )


def _lines_over_title(page: Page, title_order: int) -> Iterator[str]:
    """Short texts right over the title, in the same box: the page's clock stands farther away."""
    if not title_order:
        return
    title = page.survey.elements[title_order]
    heading = next(title.iterancestors("h1", "h2", "h3"), title)
    for element in islice(heading.itersiblings(preceding=True), _NEAREST_OVER_TITLE):
        text = brief_text(element)
        if (
            8 <= len(text) <= _LONGEST_DATE_LINE
            and _LIKE_DATE.search(text)
            and page.may_tell(element, title_order)
        ):
            yield text
    text = _text_before(heading)
    if len(text) <= _LONGEST_DATE_LINE and is_date_line(text):
        yield text
    box = heading.getparent()
    for _ in range(_LEVELS_OF_TITLE):
        if box is None or box.getprevious() is not None or (box.text and box.text.strip()):
            break
        box = box.getparent()
    before = box.getprevious() if box is not None and not (box.text and box.text.strip()) else None
    text = brief_text(before) if before is not None else ""
    is_set_as_date = before is not None and (
        before.tag in _HEADINGS or "date" in (before.get("class") or before.get("id") or "").lower()
    )
    if _is_line_of_publication(text) or (is_set_as_date and is_date_line(text)):
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
                if _LIKE_DATE.search(text):
                    yield text, f"css: .{classes.split()[0]}" if classes and not is_labelled else "text"


def _labelled_under_body(page: Page) -> Iterator[str]:
    """Dates behind a label among the particulars under the body: "Tanggal 19.08.2025".

    Or behind a verb ("Diterbitkan 19.08.2025"); several lines of those are of teasers.
    """
    lines: dict[str, str] = {}
    """What tells the day for machines, or the line itself, by the line."""
    for element in elements_under(page):
        label, text = element.text, element.tail
        if text and not text.isspace() and _is_line_of_publication(text) and page.is_own(element):
            lines[fold(text)] = text.strip()
        if not label:
            continue
        if (
            text
            and len(text) <= _LONGEST_DATE_LINE
            and label.strip(" :\n\t").lower() in PUBLISHED_LABELS
            and _LIKE_DATE.search(text)
            and page.is_own(element)
        ):
            yield text.strip()
        if label.strip().lower().startswith(PUBLISHED_VERBS):
            line = brief_text(element)
            if len(line) <= _LONGEST_DATE_LINE and _LIKE_DATE.search(line) and page.is_own(element):
                lines[line] = next(
                    (value for time in element.iter("time") if (value := time.get("datetime"))), line
                )
    if len(lines) == 1:
        yield from lines.values()


def dates_at_foot(page: Page, grounds: frozenset[Element]) -> Iterator[str]:
    """The one dated line right under the body that a byline begins, or that is nothing but a date.

    For pages that tell no date elsewhere. Lines of other articles' cards are none, nor any under a label or
    heading.
    """
    lines: list[str] = []
    for element in elements_at_foot(page):
        for text in filter(None, (element.text, element.tail)):
            line = fold(text) if _SHORTEST_DATE <= len(text) <= _LONGEST_DATE_LINE else ""
            if not line or _STATED.search(line) is None or _READ.search(line) or not page.is_own(element):
                continue
            is_dated = (
                is_date_line(line)
                or (begins_byline(line) and _LIKE_DATE.search(line) is not None)
                or _is_line_of_publication(line.lstrip(_BREAKS))
            )
            if is_dated and not is_of_card(element, grounds) and not is_of_entry(element, grounds):
                lines.append(line)
    if len(set(lines)) == 1 and len(lines) <= _MOST_COPIES:  # the entries of a list may bear one day
        yield lines[0]


def _begins_with_verb(element: Element) -> bool:
    """Whether an element, or the first within it, begins with a verb of publishing; cheap."""
    text = element.text
    if len(element) and (text is None or text.isspace()):
        text = element[0].text
    return text is not None and text.strip().lower().startswith(PUBLISHED_VERBS)


def _is_labelled(line: str) -> bool:
    """Whether a line of publication has a label with a colon, which no other text between does."""
    return ":" in line[:_LONGEST_LABEL] and _is_line_of_publication(line)


def _is_line_of_publication(text: str) -> bool:
    """Whether a text begins with a verb of publishing, and tells a date: "VERÖFFENTLICHT AM 07.06.2019"."""
    return (
        len(text) <= _LONGEST_DATE_LINE
        and _DIGIT.search(text) is not None
        and text.strip().lower().startswith(PUBLISHED_VERBS)
        and _LIKE_DATE.search(text) is not None
    )
