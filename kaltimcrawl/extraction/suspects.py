"""Which lines may be no article's, by their words: most are not asked any further."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.labels import LONGEST_LABEL, kind_of
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import Phrases, names_channel

_HASHTAGS = re.compile(r"(?:#\s?\w[^#]{0,40}){2,30}")
_MOSTLY = 0.6
OPENERS = " ※◎○●◆◇■□▶►★☆▪([{«»>*→•·・-–—:|#👉📲📌🔴🔔📢📣📰📱💬✅➡▶\ufe0f"
LONGEST_INVITATION = 240


def is_suspect(line: Line, phrases: Phrases) -> bool:
    low = line.text.lower()
    if phrases.suspect.fit(low) or is_labelled(line):
        return True
    if low[0] in OPENERS and (phrases.suspect.fit(low.lstrip(OPENERS)) or is_row_of_tags(line)):
        return True
    return len(low) <= LONGEST_INVITATION and names_channel(low, phrases)


def is_row_of_tags(line: Line) -> bool:
    """Whether a line is nothing but hashtags, most of them links: "#Morowali #nelayan"."""
    return line.link_share > _MOSTLY and _HASHTAGS.fullmatch(line.text) is not None


def is_labelled(line: Line) -> bool:
    """Whether a line is a label, or begins with one before a colon or before its link ("यह भी पढ़ें …")."""
    text = line.text
    if len(text) <= LONGEST_LABEL and kind_of(text.lstrip("・")) in ("others", "comments"):
        return True
    start = text[: LONGEST_LABEL + 2]
    if ":" in start or "：" in start:
        head = start.replace("：", ":").partition(":")[0]
        if kind_of(head.strip(OPENERS)) == "others":
            return True
    return bool(line.links) and _label_before_link(line)


def _label_before_link(line: Line) -> bool:
    first = line.links[0].text
    head = line.text.partition(first)[0] if first else ""
    return 0 < len(head) <= LONGEST_LABEL and kind_of(head.strip(OPENERS)) == "others"
