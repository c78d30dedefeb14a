"""Lines that only sound like chrome, by what stands round them: steps of advice, what somebody said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import LABEL_END
from kaltimcrawl.extraction.verdict import SENTENCE_END, is_prose

_SAID = re.compile(
    r"[,”\"]\s(?:kata|ujar|ucap|jelas|tutur|sebut|imbau|papar|terang|tegas|ungkap|pesan|ajak)(?:nya)?\s|"
    r"[,”\"]\s(?:said|says|told)\s",
    re.IGNORECASE,
)
_SOME_STEPS, _SHORTEST_STEP, _SHORTEST_CLEARED = 2, 12, 25
_SOME_PARAGRAPHS, _SHORTEST_PARAGRAPH, _LONGEST_NAME = 3, 60, 30


def clear_suspicion(lines: Sequence[Line]) -> None:
    """Takes `suspect` off lines that are the article's all the same.

    Items without links among others like them are steps or advice: "Unduh aplikasi Mobile JKN di Play Store".
    So is the label over a list of such sentences: "Rekomendasi:". Words that somebody is told to have said
    are no invitation. "Komentar" over paragraphs up to the end, none of them signed, is a subheading.
    """
    if not any(line.suspect for line in lines):
        return
    for _, members in groupby(lines, key=lambda line: line.group if line.kind == "list_item" else 0):
        items = list(members)
        if items[0].kind == "list_item" and _are_steps(items):
            for item in items:
                item.suspect = item.suspect and (bool(item.links) or len(item.text) < _SHORTEST_CLEARED)
    for number, line in enumerate(lines):
        if not line.suspect or line.links:
            continue
        is_heading = line.kind == "heading" and heads_paragraphs(line, lines[number + 1 :])
        if is_heading or _SAID.search(line.text) or _heads_advice(line, lines[number + 1 : number + 3]):
            line.suspect = False


def _are_steps(items: Sequence[Line]) -> bool:
    plain = (item for item in items if not item.suspect and not item.links)
    return sum(len(item.text) >= _SHORTEST_STEP for item in plain) >= _SOME_STEPS


def _heads_advice(label: Line, under: Sequence[Line]) -> bool:
    """Whether a label stands over a list of sentences without links."""
    return (
        kind_of(label.text.strip(LABEL_END)) == "others"
        and len(under) == _SOME_STEPS
        and all(
            line.kind == "list_item" and not line.links and SENTENCE_END.search(line.text) is not None
            for line in under
        )
    )


def heads_paragraphs(label: Line, under: Sequence[Line]) -> bool:
    """Whether paragraphs and nothing else follow a label of readers' comments, which names and times part."""
    if kind_of(label.text.strip(LABEL_END)) != "comments" or any(map(str.isdigit, label.text)):
        return False
    prose = sum(map(is_prose, under))
    return prose >= _SOME_PARAGRAPHS and all(
        line.kind == "heading"
        or (len(line.text) >= _SHORTEST_PARAGRAPH and not line.boxed and ":" not in line.text[:_LONGEST_NAME])
        for line in under
    )
