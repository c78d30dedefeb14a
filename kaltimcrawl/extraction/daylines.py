"""Dates on lines of their own that are no stamps: days of a schedule, of a law, rows of a timetable."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.datelabels import PUBLISHED_VERBS
from kaltimcrawl.extraction.heads import is_date_line, tells_days
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.verdict import SENTENCE_END, is_prose

_SOME_DAYS = 2
_LINKED = 0.5
_MOST_LINES = 40
"""Lines that are looked at round a date: a hostile page has thousands of dates."""


def tells_day_of_text(lines: Sequence[Line], position: int, first_prose: int, last_prose: int) -> bool:
    """Whether a date on a line of its own is the article's: asked of those near the top or under the text.

    Over the text it is the page's stamp unless a schedule tells several, and so it is in a plain line right
    under the lead or a byline. Under the text it is the article's as one of a list's or table's, or as a
    heading over what is no link: the page's stamp stands alone, and that of another article beside its link.
    """
    if position < first_prose:
        return tells_days(lines[: min(first_prose, _MOST_LINES)])
    line = lines[position]
    if line.boxed or line.links:
        return False
    if _goes_on(line, lines[position - 1 : position]):
        return True
    if position < last_prose:
        above = lines[position - 1]
        is_told = position > first_prose + 1 and (
            is_prose(above) or SENTENCE_END.search(above.text) is not None
        )
        return is_told or _stands_out(line) or _is_over_short(lines[position + 1])
    if line.group:
        return _is_of_table(lines, position)
    if _stands_out(line):
        under = lines[position + 1 : position + 2]
        return bool(under) and not is_date_line(under[0].text) and not _is_linked(under[0])
    foot = lines[last_prose + 1 : last_prose + 1 + _MOST_LINES]
    days = {each.text for each in foot if is_date_line(each.text)}
    return len(days) >= _SOME_DAYS and not any(map(_is_linked, foot))


def _goes_on(line: Line, above: Sequence[Line]) -> bool:
    """Whether a date goes on with the line above, as in laws: "Ditetapkan di Samarinda", "pada tanggal …"."""
    return (
        bool(above)
        and line.text[0].islower()
        and not line.text.startswith(PUBLISHED_VERBS)
        and SENTENCE_END.search(above[0].text) is None
        and not above[0].links
        and not begins_byline(above[0].text)
    )


def _stands_out(line: Line) -> bool:
    return line.kind != "paragraph" or line.strong


def _is_linked(line: Line) -> bool:
    return line.boxed or line.link_share > _LINKED


def _is_over_short(under: Line) -> bool:
    """Whether the line under a date is short and no link, as in a schedule: a stamp has the text under it."""
    return under.kind == "paragraph" and not _is_linked(under) and not is_prose(under)


def _is_of_table(lines: Sequence[Line], position: int) -> bool:
    """Whether a row or item stands in a table or list that tells several days, none of them linked."""
    group = lines[position].group
    start = max(0, position - _MOST_LINES)
    above = takewhile(lambda line: line.group == group, reversed(lines[start : position + 1]))
    under = takewhile(lambda line: line.group == group, lines[position + 1 : position + _MOST_LINES])
    members = [*above, *under]
    days = {line.text for line in members if is_date_line(line.text)}
    return len(days) >= _SOME_DAYS and not any(map(_is_linked, members))
