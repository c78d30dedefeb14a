"""Which lines of a body are the article's own, and what the others say that is worth a field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC

from kaltimcrawl.extraction.bylines import begins_byline, read_bylines
from kaltimcrawl.extraction.captions import is_caption, is_over_credit, is_photo_credit, maker_of
from kaltimcrawl.extraction.cleared import clear_suspicion, is_said
from kaltimcrawl.extraction.closing import BARE_SIGNOFF, split_signoff, take_signoff
from kaltimcrawl.extraction.datelabels import UPDATED
from kaltimcrawl.extraction.datelines import read_dateline
from kaltimcrawl.extraction.dates import read_date
from kaltimcrawl.extraction.daylines import tells_day_of_text
from kaltimcrawl.extraction.endings import (
    drop_bio,
    drop_ends,
    take_signatures,
    take_tail,
)
from kaltimcrawl.extraction.hanends import without_rest
from kaltimcrawl.extraction.heads import (
    LONGEST_FURNITURE,
    is_byline_in_words,
    is_byline_of_day,
    is_change,
    is_date_line,
    is_posting,
    read_oleh,
    without_head,
)
from kaltimcrawl.extraction.imprints import is_imprint
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.linklines import heads_links, is_bare_link
from kaltimcrawl.extraction.owntext import mark_own
from kaltimcrawl.extraction.paidlines import without_paid_line
from kaltimcrawl.extraction.phrases import LABEL_END, LONGEST_PHRASE, Phrases, load_phrases, names_channel
from kaltimcrawl.extraction.rows import is_row_of_networks, is_row_of_shelves, is_row_of_tools
from kaltimcrawl.extraction.runs import (
    without_chrome_runs,
    without_echoed_lists,
    without_heads_of_entries,
    without_link_lists,
    without_pull_quotes,
    without_refrains,
    without_summary,
)
from kaltimcrawl.extraction.suspects import (
    LONGEST_INVITATION,
    OPENERS,
    is_labelled,
    is_suspect,
)
from kaltimcrawl.extraction.taglines import without_tag_lists
from kaltimcrawl.extraction.topbylines import is_post, name_with_host, read_byline_amid
from kaltimcrawl.extraction.tree import weight
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged, is_prose, is_same

_REPEATED_LENGTH = 45
_TOP_WINDOW = 6
_ROW = 3
_LONGEST_MARK, _WORDS_OF_HEADLINE = 28, 4
_LAST_LINES = 3
_WORDS_OF_CALL, _WORDS_OF_LABEL = 8, 4
_COLON = re.compile("[:：]")
_LONGEST_NOTICE = 200
_HEAVIEST_IN_BOX = 60
_LINKED_PROSE, _LINKED_LABEL = 0.5, 0.25
_FURNITURE_BREAK = re.compile(r"\s*[|•·]\s*")
_TRAIL_BREAK = re.compile(r"\s*[/>»›→|]\s*")
"""Between the parts of a breadcrumb trail: "Beranda / Kaltim / Samarinda"."""
_BREAK_OR_DASH = re.compile(rf"{_FURNITURE_BREAK.pattern}|\s[-–—]\s")
_COUNT_END = re.compile(r"\b(?:dibaca|dilihat|dikunjungi)\s?:?\s?\d[\d.,]{0,9}\s?(?:kali|x)$", re.IGNORECASE)
"""How a row of particulars ends: "Berita RSUD Dibaca 96 Kali"."""
_BEFORE_CLOCK = " (,|·-–"
_PLACE_BEFORE = re.compile(
    r"[^\W\d_a-z][^\W\d_]{2,20}(?:[\s-][^\W\d_]{2,20}){0,2}[\s,]{1,2}(?=\d{1,2}(?!\d))"
)
_CLOCK_END = re.compile(
    r"(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:wib|wita|wit|น\.|uhr|h)?[)\]]?$", re.IGNORECASE
)
"""How a source with its date ends: "S! News 05 มี.ค. 65 (14:22 น.)"."""


def judge(
    lines: Sequence[Line], title: str | None, captions: Sequence[str] = (), portal: Sequence[str] = ()
) -> Judged:
    """The article's own lines, in order, and what the rest told.

    `title` at the top is a repetition, and so are the `captions` of pictures, which have a field of their
    own. `portal` is what the portal is called: its name and its host.
    """
    judged = Judged()
    phrases = load_phrases()
    repeated = [text for text in (*captions, *portal) if text]
    for line in lines:
        line.suspect = len(line.text) <= LONGEST_PHRASE and is_suspect(line, phrases)
    lines = without_tag_lists(without_paid_line(lines, judged), judged)
    clear_suspicion(lines)
    mark_own(lines, portal)
    waiting = without_link_lists(_with_initials(lines), judged)
    waiting = without_heads_of_entries(without_refrains(waiting, judged), judged)
    waiting = without_pull_quotes(waiting, judged)
    waiting = without_summary(waiting, judged)
    waiting = without_echoed_lists(waiting, judged)
    waiting = without_rest(without_chrome_runs(waiting, phrases, judged), judged)
    waiting = without_head(waiting, title, judged)
    prose = [position for position, line in enumerate(waiting) if is_prose(line)]
    first_prose, last_prose = (prose[0], prose[-1]) if prose else (0, -1)
    for position, line in enumerate(waiting):
        at_top = position < _TOP_WINDOW
        if line.own:
            judged.kept.append(line)
        elif at_top and line.kind != "heading" and (credit := read_oleh(line.text)):
            judged.credits.append(credit)
            judged.dropped.append(line)
        elif at_top and line.strong and (name := name_with_host(line.text)) is not None:
            judged.credits.append(("author", name))
            judged.dropped.append(line)
        elif at_top and (
            named := read_byline_amid(
                line,
                is_first=position == 0,
                is_over_text=position < first_prose,
                is_over_prose=prose[:1] == [position + 1],
            )
        ):
            judged.signed.extend(named)
            judged.dropped.append(line)
        elif at_top and position and waiting[position - 1] in judged.dropped and is_post(line):
            judged.dropped.append(line)
        elif (
            (at_top and title is not None and is_same(line.text, title))
            or (
                (at_top or position > last_prose)
                and _is_stamp(line)
                and not tells_day_of_text(waiting, position, first_prose, last_prose)
            )
            or (position > last_prose and (_is_of_foot(line) or _is_in_furniture(line, phrases)))
            or (
                position > max(first_prose, len(waiting) - _LAST_LINES - 1)
                and is_imprint(waiting, position, portal)
            )
            or (
                position < first_prose
                and at_top
                and (_is_furniture(line, phrases) or is_caption(line) or _is_in_furniture(line, phrases))
            )
            or _is_noise(line, phrases, repeated, waiting, position)
        ):
            judged.dropped.append(line)
            if at_top and is_date_line(line.text):
                judged.stamps.append(line.text)
            if maker := maker_of(line.text):
                judged.credits.append(("photo", maker))
            if position > last_prose and begins_byline(line.text):
                judged.signed.extend(read_bylines(line.text.rstrip(".")))
        else:
            judged.kept.append(line)
    take_tail(judged, phrases)
    drop_ends(judged)
    take_signoff(judged, phrases)
    drop_ends(judged)
    take_signatures(judged)
    drop_bio(judged)
    judged.kept = list(_without_repeats(judged.kept))
    _join_dateline(judged)
    drop_ends(judged)
    return judged


def _with_initials(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, a capital that is set in an element of its own put before the paragraph that it begins."""
    if not any(len(line.text) == 1 for line in lines):
        return lines
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above is not None and _begins(above.text, line):
            joined[-1] = replace(line, text=above.text + line.text, html=above.text + line.html)
        else:
            joined.append(line)
    return joined


def _begins(initial: str, line: Line) -> bool:
    return len(initial) == 1 and initial.isupper() and line.kind == "paragraph" and line.text[:1].islower()


def _is_stamp(line: Line) -> bool:
    """Whether a line is a date and no more: the page's at the top, or that of a list at the end.

    Between the two a date on a line of its own is a chronicle's.
    """
    if len(line.text) > LONGEST_FURNITURE:
        return False
    if is_date_line(line.text) or _is_placed_stamp(line.text):
        return True
    noise = load_phrases().noise
    parts = _BREAK_OR_DASH.split(line.text)
    return (line.suspect or len(parts) > 1) and all(is_date_line(part) or noise.fits(part) for part in parts)


def _is_placed_stamp(text: str) -> bool:
    """Whether a line is a place, the minute of a day and that of the last change: "Jihlava 15:26 14. října
    2025 (Aktualizováno: 17:10 14. 10. 2025)".
    """
    found = _PLACE_BEFORE.match(text)
    if found is None or UPDATED.search(text) is None or SENTENCE_END.search(text) is not None:
        return False
    reading = read_date(text[found.end() :], UTC)
    return reading is not None and reading.precision == "minute" and is_date_line(text[found.end() :])


def _is_in_furniture(line: Line, phrases: Phrases) -> bool:
    """Whether a short line over or under the text stands in a box that is named for comments, tags and such.

    One that may have a field of its own (tags, a correction, a sign-off) is left to what reads those.
    """
    return (
        line.boxed
        and (not line.suspect or names_channel(line.text.lower(), phrases))
        and weight(line.text) <= _HEAVIEST_IN_BOX
        and split_signoff(line.text)[1] is None
    )


def _is_furniture(line: Line, phrases: Phrases) -> bool:
    """Whether a short line over the text is a count ("341"), a stamp, a row ("Rina Wati · 5 min read") or a
    breadcrumb trail.
    """
    text = line.text
    if len(text) > LONGEST_FURNITURE or line.kind == "table_row":
        return False
    if text.replace(".", "").replace(",", "").isdecimal():
        return True
    counted = _COUNT_END.search(text.rstrip(".")) if line.kind != "heading" else None
    if counted is not None and (
        text[-1] != "." or is_date_line(text[: counted.start()].rstrip(_BEFORE_CLOCK))
    ):
        return True
    clock = _CLOCK_END.search(text) if line.kind == "paragraph" else None
    if clock is not None and text[: clock.start()].rstrip(_BEFORE_CLOCK)[-1:].isdigit():
        return True
    trail = _TRAIL_BREAK.split(text)
    if len(trail) > 1 and phrases.kinds["home"].fits(trail[0]):
        return True
    parts = _FURNITURE_BREAK.split(text)
    return (
        len(parts) >= _ROW
        and SENTENCE_END.search(text) is None
        and any(phrases.noise.fits(part) or is_date_line(part) for part in parts)
    )


def _is_noise(
    line: Line, phrases: Phrases, repeated: Sequence[str], lines: Sequence[Line], position: int
) -> bool:
    text = line.text
    if not text[0].isalnum() and not any(map(str.isalnum, text)):
        return BARE_SIGNOFF.match(text) is None
    if line.labelled and len(text) <= LONGEST_INVITATION and not SENTENCE_END.search(text):
        return True
    if _is_labelled_headline(line) or is_change(text):
        return True
    if line.kind == "paragraph" and (_is_called_media(line, phrases) or is_row_of_networks(text)):
        return True
    if line.suspect:
        kinds = phrases.kinds
        opened, text = text, text.lstrip(OPENERS)
        if (len(text) < _LONGEST_NOTICE or line.strong) and (
            phrases.noise.fits(opened)
            or phrases.noise.fits(text)
            or phrases.noise.fits(text.rstrip(LABEL_END))
        ):
            return True
        if kinds["disclaimer"].fits(text):
            return True
        if kinds["related"].fits(text) and _announces(line):
            return True
        if is_labelled(line) and (line.links or line.strong or not SENTENCE_END.search(text)):
            return True
        low = text.lower()
        if kinds["follow"].fits(text) and (
            line.links or _in_tail(position, lines) or line.strong or names_channel(low, phrases)
        ):
            return True
        if len(text) <= LONGEST_INVITATION and names_channel(low, phrases) and kinds["newsletter"].fits(text):
            return True
    if len(text) > 3 and any(is_same(text, other) for other in repeated):
        return True
    if maker_of(text) is not None:
        return not is_said(text)
    if line.outward and line.kind == "heading" and _heads_prose(lines, position):
        return False
    return (
        is_bare_link(line)
        or heads_links(lines, position)
        or is_over_credit(line, lines[position + 1] if position + 1 < len(lines) else None, phrases)
        or (is_photo_credit(line, phrases) and not is_said(text))
    )


def _is_called_media(line: Line, phrases: Phrases) -> bool:
    """Whether a paragraph set apart is the headline of a video or pictures, behind a word for those."""
    text = line.text
    return (
        ":" in text[:_LONGEST_MARK]
        and (line.strong or line.link_share > _LINKED_PROSE)
        and phrases.kinds["medialabel"].fits(text)
        and SENTENCE_END.search(text) is None
    )


def _heads_prose(lines: Sequence[Line], position: int) -> bool:
    """Whether a paragraph follows a heading: of a round-up, where it leads to what the paragraph is about."""
    follower = lines[position + 1] if position + 1 < len(lines) else None
    return follower is not None and follower.kind == "paragraph" and follower.link_share < _LINKED_PROSE


def _is_labelled_headline(line: Line) -> bool:
    """Whether a line is a label with a colon and then nothing but a linked headline, in any language."""
    if len(line.links) != 1 or line.kind == "table_row":
        return False
    headline = line.links[0].text
    label = line.text.removesuffix(headline).rstrip()
    return (
        len(label) < len(line.text.rstrip())
        and 0 < len(label) <= _LONGEST_MARK
        and label.endswith((":", "："))
        and len(headline.split()) >= _WORDS_OF_HEADLINE
        and not SENTENCE_END.search(headline)
    )


def _is_of_foot(line: Line) -> bool:
    """Whether a line under the text says where it is filed, or who made it."""
    text = line.text
    if is_row_of_shelves(line) or is_row_of_tools(line) or text.rstrip(".") == "ENDS":
        return True
    return is_byline_of_day(text) or is_byline_in_words(text) or is_posting(text)


def _announces(line: Line) -> bool:
    """Whether a line that begins like "Baca juga" is an announcement rather than a sentence that says so."""
    words = len(line.text.split())
    if line.link_share > _LINKED_LABEL or words <= 4 or (words <= _WORDS_OF_CALL and line.text.endswith("!")):
        return True
    head = line.text[:40]
    is_told = (
        not line.links and line.text.endswith(".") and len(_COLON.split(head, 1)[0].split()) > _WORDS_OF_LABEL
    )
    return (_COLON.search(head) is not None and not is_told and not (words > 25 and not line.links)) or (
        line.strong and not SENTENCE_END.search(line.text)
    )


def _in_tail(position: int, lines: Sequence[Line]) -> bool:
    return position >= len(lines) - 6


def _without_repeats(lines: list[Line]) -> Iterator[Line]:
    """Lines without a second copy of a long line: themes print the lead twice, pages glue parts together."""
    seen: set[str] = set()
    for line in lines:
        if len(line.text) >= _REPEATED_LENGTH and line.kind != "table_row":
            if line.text in seen:
                continue
            seen.add(line.text)
        yield line


def _join_dateline(judged: Judged) -> None:
    """Joins a dateline that stands on a line of its own ("Jakarta -") to the sentence it opens."""
    if len(judged.kept) < 2:
        return
    first, second = judged.kept[:2]
    if (
        len(first.text) <= 70
        and first.text.endswith(("-", "–", "—"))
        and second.kind == "paragraph"
        and read_dateline(first.text + " A")
    ):
        second.text = f"{first.text} {second.text}"
        second.html = f"{first.html} {second.html}"
        second.links = (*first.links, *second.links)
        del judged.kept[0]
