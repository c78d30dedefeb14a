"""The line of its own over or under a text that says it was paid for: "ADVERTORIAL", "[ADV]"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaltimcrawl.extraction.language import read_language
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged, is_prose

_MOST_LINES = 8
"""Lines over the first sentence, and under the last, among which it may stand."""
_LONGEST = 60
_ENDS = " ()[]*#-–—:|•."
_BARE = "adv"
_LANGUAGES = frozenset(("id", "ms"))
"""Those in which a bare "ADV" says that the text was paid for; in Italian it stands over advertisements."""


def without_paid_line(lines: Sequence[Line], judged: Judged) -> Sequence[Line]:
    """The lines of a body without such a line at either end, which `judged` is told; under the text it is the
    mark that closes it.
    """
    over = next((place for place in _until_prose(lines, 0, 1) if _says_paid(lines, place)), None)
    under = next((place for place in _until_prose(lines, len(lines) - 1, -1) if _closes(lines, place)), None)
    found = sorted({place for place in (over, under) if place is not None})
    if not found:
        return lines
    judged.paid = lines[found[0]].text
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
