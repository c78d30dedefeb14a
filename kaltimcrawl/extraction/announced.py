"""Related links within a paragraph: "… di lantai dua. (Baca juga: <a>Banjir Rendam Tiga Desa</a>)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kaltimcrawl.extraction.labels import LONGEST_LABEL, kind_of
from kaltimcrawl.extraction.lines import Piece

_BEFORE_LINK = re.compile(
    r"(?P<opening>[(\[]?)\s*(?P<words>[^\s()\[\].:：!?]{1,30}(?:\s[^\s()\[\].:：!?]{1,30}){0,5})\s?(?P<colon>[:：]?)\s*$"
)
_CLOSING = re.compile(r"\s*[)\]][.,]?(?=\s|$)|\s*\.\s*$")
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', ")", "。")
_LONGEST_BEFORE = 3 * LONGEST_LABEL
_LEAST_REST = 60
"""Characters of a paragraph beside the link: a line that is nothing else is judged as a whole."""


def without_announced(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a line without the links that a label and a colon, or a bracket and a label, announce.

    Label and link go, with the bracket round them. A line with little besides stays as it is.
    """
    if not any(piece.href for piece in pieces) or not _may_announce(pieces):
        return pieces
    kept = list(pieces)
    number = 0
    while number < len(kept):
        end = _end_of_announced(kept, number)
        if end is None:
            number += 1
            continue
        _cut(kept, number)
        for linked in range(number, end):
            kept[linked] = replace(kept[linked], text="")
        closing = _CLOSING.match(kept[end].text) if end < len(kept) else None
        if closing is not None:
            kept[end] = replace(kept[end], text=kept[end].text[closing.end() :])
        number = end
    if sum(len(piece.text.strip()) for piece in kept) < _LEAST_REST:
        return pieces
    return [piece for piece in kept if piece.text]


def _may_announce(pieces: Sequence[Piece]) -> bool:
    text = "".join([piece.text for piece in pieces])
    return any(sign in text for sign in ":：([")


def _end_of_announced(pieces: Sequence[Piece], number: int) -> int | None:
    """Where the link that begins with the piece at `number` ends, if it is announced."""
    href = pieces[number].href
    if not href or not pieces[number].text.strip():
        return None
    end = number + 1
    while end < len(pieces) and pieces[end].href == href:
        end += 1
    head, colon, _ = pieces[number].text.replace("：", ":").partition(":")
    if colon and len(head) <= LONGEST_LABEL and kind_of(head) == "others":
        return end
    return end if _label_before(pieces, number) is not None else None


def _label_before(pieces: Sequence[Piece], number: int) -> int | None:
    """How many characters before the link are its label and bracket, behind a sentence; None without one."""
    before = "".join([piece.text for piece in pieces[:number]])[-_LONGEST_BEFORE:]
    found = _BEFORE_LINK.search(before)
    if found is None or not (found["opening"] or found["colon"]):
        return None
    for word in re.finditer(r"\S+", found["words"]):
        if kind_of(found["words"][word.start() :]) != "others":
            continue
        is_bracketed = bool(found["opening"]) and word.start() == 0
        start = found.start() if is_bracketed else found.start("words") + word.start()
        is_apart = is_bracketed or not (said := before[:start].rstrip()) or said.endswith(_SENTENCE_ENDS)
        return len(before) - start if is_apart and (is_bracketed or found["colon"]) else None
    return None


def _cut(pieces: list[Piece], number: int) -> None:
    """Takes the label before the link at `number` out of the pieces."""
    left = _label_before(pieces, number) or 0
    for place in range(number - 1, -1, -1):
        if left <= 0:
            return
        text = pieces[place].text
        pieces[place] = replace(pieces[place], text=text[: max(0, len(text) - left)])
        left -= len(text)
