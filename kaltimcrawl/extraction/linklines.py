"""Lines that are nothing but links to other pages, and the labels over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, islice

from kaltimcrawl.extraction.heads import LONGEST_FURNITURE
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.verdict import SENTENCE_END

_RUNNING_TIME = re.compile(
    r"(?:\d{1,2}:\d\d|\d{1,2}\s(?:menit|jam|hari|minggu)\s(?:yang\s)?lalu|\d{1,2}\s(?:hours?|days?|minutes?)\sago)$"
)
_LONGEST_LABEL, _MOST_HEADLINES = 60, 12


def is_bare_link(line: Line) -> bool:
    """Whether a paragraph or heading is nothing but a link to another page: a headline between paragraphs."""
    if line.kind == "table_row":
        return False
    if line.link_share < 0.9 and not _is_timed_link(line) and not _is_link_row(line):
        return False
    return line.kind != "list_item" or line.boxed


def _is_timed_link(line: Line) -> bool:
    """Whether a line is a video's headline: a link and a running time, or a text that a time is glued to."""
    is_linked = line.link_share > 0.5
    if not is_linked and len(line.text) > LONGEST_FURNITURE:
        return False
    found = _RUNNING_TIME.search(line.text)
    return found is not None and (is_linked or line.text[: found.start()][-1:].isalpha())


def _is_link_row(line: Line) -> bool:
    """Whether a short line is links and what parts them: "Cetak | Kirim ke teman"."""
    return line.link_share > 0.75 and len(line.text) <= LONGEST_FURNITURE and "|" in line.text


def heads_links(lines: Sequence[Line], position: int) -> bool:
    """Whether a short line with a colon stands over nothing but headlines that lead to other pages:
    "Kabar hari ini:". One that announces links of the article's own is another: those are `own`.

    A sentence may end in a colon over a related link, too, and over what it announces behind that: where the
    text goes on, the line is in bold, and over several headlines.
    """
    line = lines[position]
    text = line.text
    if not text.endswith((":", "：")) or len(text) > _LONGEST_LABEL or SENTENCE_END.search(text[:-1]):
        return False
    behind = [*islice(lines, position + 1, position + 1 + _MOST_HEADLINES)]
    rest = list(dropwhile(lambda each: not each.own and is_bare_link(each), behind))
    headlines = len(behind) - len(rest)
    return headlines > 0 and (not rest or (line.strong and headlines > 1 and rest[0].kind == "paragraph"))
