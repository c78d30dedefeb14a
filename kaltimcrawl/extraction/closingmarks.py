"""Which marks in brackets close a text: not what a speaker did nor where a quote is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.verdict import SENTENCE_END, is_prose

_ROUND = " ()[]*."
_SHORTEST_SENTENCE = 25
_LONGEST_INITIALS = 4


@dataclass(frozen=True, slots=True)
class _Words:
    stage: frozenset[str]
    quoted: frozenset[str]


@cache
def _load() -> _Words:
    data = read_data("signoffs.toml")
    return _Words(frozenset(data["stage"]), frozenset(data["quoted"]))


def says_other(mark: str) -> bool:
    """Whether brackets hold no sign-off wherever they stand.

    >>> says_other("(Tepuk tangan)"), says_other("(HR Bukhari)"), says_other("(Rina Wati)")
    (True, True, False)
    """
    low = mark.strip(_ROUND).lower()
    first = low.partition(" ")[0].rstrip(".")
    return low in _load().stage or (first != low and first in _load().quoted)


def is_lone_break(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the only stars of a text that goes on: no mark that closes it, and no scene's end."""
    text = lines[place].text
    return (
        not text.strip("*")
        and any(map(_is_sentence, lines[place + 1 :]))
        and sum(line.text == text for line in lines) == 1
    )


def closes_text(mark: str, behind: Sequence[Line], before: Sequence[Line] = ()) -> bool:
    """Whether a mark closes a text with such lines behind it.

    A lone word or stars may as well be a team, a laugh or the break between two scenes: those close it only
    where no sentence of the text follows, initials where no more than one does.
    """
    inside = mark.strip(_ROUND)
    if not inside.isalpha() if inside else "(" in mark or "[" in mark:
        return True
    if inside and not read_signoff(mark).initials:
        return True  # "(adv)", "(red)", "(ant)"
    if not inside and behind and any(line.text == mark for line in (*before, *behind)):
        return False
    is_short = bool(inside) and len(inside) <= _LONGEST_INITIALS and (inside.islower() or inside.isupper())
    return sum(map(_is_sentence, behind)) <= is_short


def _is_sentence(line: Line) -> bool:
    if line.link_share >= 0.5 or line.boxed or line.strong:
        return False
    return is_prose(line) or (
        len(line.text) >= _SHORTEST_SENTENCE and SENTENCE_END.search(line.text) is not None
    )
