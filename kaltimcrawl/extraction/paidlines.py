"""The line of its own over or under a text that says it was paid for: "ADVERTORIAL", "[ADV]"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaltimcrawl.extraction.language import read_language
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.paidsentences import tells_paid
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged, is_prose

_MOST_LINES = 8
"""Lines over the first sentence, and under the last, among which it may stand."""
_LEAST_LINES, _MOST_UNDER = 3, 3
_LONGEST = 60
_ENDS = " ()[]*#-–—:|•."
_BARE = "adv"
_LANGUAGES = frozenset(("id", "ms"))
"""Those in which a bare "ADV" says that the text was paid for; in Italian it stands over advertisements."""


def without_paid_line(lines: Sequence[Line], judged: Judged) -> Sequence[Line]:
    """The lines of a body without such a line or sentence at either end, which `judged` is told; a line under
    the text is the mark that closes it.
    """
    over = next((place for place in _until_prose(lines, 0, 1) if _says_paid(lines, place)), None)
    under = next((place for place in _until_prose(lines, len(lines) - 1, -1) if _closes(lines, place)), None)
    told = _place_of_sentence(lines)
    found = sorted({place for place in (over, under, told) if place is not None})
    if not found:
        return lines
    judged.paid = lines[told if told is not None else found[0]].text
    if under is not None and under != over:
        judged.signoff = lines[under].text
    judged.dropped += [lines[place] for place in found]
    return [line for place, line in enumerate(lines) if place not in found]


def _until_prose(lines: Sequence[Line], start: int, step: int) -> Iterator[int]:
    """The places of the lines from an end of the body up to its first sentence."""
    for place in range(start, start + step * min(_MOST_LINES, len(lines)), step):
        if is_prose(lines[place]):
            return
        yield place


def _place_of_sentence(lines: Sequence[Line]) -> int | None:
    """The place of the line among the first and last that says so in a sentence; never the whole text."""
    if len(lines) <= _LEAST_LINES:
        return None
    places = (*range(len(lines) - 1, len(lines) - 1 - _MOST_UNDER, -1), 0, 1)
    return next(
        (
            place
            for place in places
            if lines[place].kind == "paragraph" and not lines[place].boxed and tells_paid(lines[place].text)
        ),
        None,
    )


def _says_paid(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is nothing but the words that say a text was paid for, maybe with who paid."""
    line = lines[place]
    if len(line.text) > _LONGEST or line.links or line.boxed or line.kind not in ("paragraph", "heading"):
        return False
    words = line.text.strip(_ENDS)
    if not load_phrases().kinds["paid"].fits(words) or SENTENCE_END.search(line.text):
        return False
    if words.lower() != _BARE or line.text[0] in "([*":
        return True
    told = " ".join(each.text for each in lines if is_prose(each))
    is_alone = sum(each.text == line.text for each in lines) == 1  # others mark advertisements
    return is_alone and read_language(told, None) in _LANGUAGES


def _closes(lines: Sequence[Line], place: int) -> bool:
    """Whether such a line closes the text rather than heads a list of adverts or of other paid articles."""
    line = lines[place]
    is_over_links = place + 1 < len(lines) and lines[place + 1].link_share > 0
    return (
        line.kind == "paragraph"
        and not is_over_links
        and _says_paid(lines, place)
        and read_signoff(line.text).is_paid
    )
