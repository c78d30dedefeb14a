"""Lists and runs of lines that are no article's: links, refrains, what a label opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from kaltimcrawl.extraction.cleared import heads_paragraphs
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import LABEL_END, Phrases
from kaltimcrawl.extraction.suspects import is_labelled
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged, is_prose

_CLOCK_BEFORE = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s?(?:[|·•–-]\s)?", re.IGNORECASE)
_REFRAIN, _SHORTEST_REFRAIN = 3, 8
_LONGEST_LABEL = 80
_ENOUGH_BEFORE = 240
_LINKED = 0.8
_SHORTEST_ECHO = 20
_LONGEST_BOX_LABEL = 40
_LONGEST_UNDER_LINK = 160
_SUMMARY_WINDOW = 8
_SHORTEST_QUOTE, _SHORTEST_PULLED, _LONGEST_PULLED = 10, 25, 300
_LONGEST_ATTRIBUTION = 100
_OPENING_QUOTES, _CLOSING_QUOTES = "“„«‹「", "”“»›」"
_ROUND_QUOTES = " .,!?…-–—\"'“”„«»‘’›‹「」"
_SOME_TEASERS = 4
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[^\W\d]{1,5})?")


def without_link_lists(lines: Sequence[Line], judged: Judged) -> list[Line]:
    """Lines without the lists whose every item is a link, and without short boxed lines full of links,
    and what stands under those in their box: the lead of what they link to.
    """
    shares: dict[int, list[float]] = {}
    for line in lines:
        if line.group and line.kind in ("list_item", "table_row"):
            shares.setdefault(line.group, []).append(line.link_share)
    linked = {
        group for group, values in shares.items() if sum(value > 0.8 for value in values) > 0.7 * len(values)
    }
    linked |= _labelled_lists(lines) | _teaser_lists(lines)
    linked -= {line.group for line in lines if line.own}
    kept: list[Line] = []
    follows_kept = under_link = False
    for line in lines:
        is_link = line.boxed and line.link_share > 0.5 and not line.own
        under_link = is_link or (under_link and line.boxed and len(line.text) <= _LONGEST_UNDER_LINK)
        if under_link or (line.group in linked and line.kind in ("list_item", "table_row")):
            if follows_kept and (
                _is_list_label(kept[-1])
                or (line.boxed and _is_box_label(kept[-1]))
                or (line.group and _announces(kept[-1]))
            ):
                judged.dropped.append(kept.pop())
            judged.dropped.append(line)
            follows_kept = False
        else:
            kept.append(line)
            follows_kept = True
    return kept


def _labelled_lists(lines: Sequence[Line]) -> set[int]:
    """The lists whose first item is a label and the rest links: "Berita Terkait", and what is related."""
    found: set[int] = set()
    for group, members in groupby(lines, key=_list_of):
        first, *rest = members
        if group and rest and _is_list_label(first) and any(line.link_share > _LINKED for line in rest):
            found.add(group)
    return found


def _teaser_lists(lines: Sequence[Line]) -> set[int]:
    """The lists under the text whose items each begin with a linked headline: other articles."""
    last = max((number for number, line in enumerate(lines) if not line.group and is_prose(line)), default=-1)
    found: set[int] = set()
    for group, members in groupby(lines[last + 1 :], key=_list_of):
        items = list(members)
        begun = sum(map(_begins_with_headline, items))
        if group and begun >= _SOME_TEASERS and begun >= 0.8 * len(items):
            found.add(group)
    return found


def _begins_with_headline(line: Line) -> bool:
    headline = line.links[0].text if line.links else ""
    return len(headline) >= _SHORTEST_ECHO and line.link_share >= 0.3 and line.text.startswith(headline)


def _is_list_label(line: Line) -> bool:
    """Whether a line says what the list of links under it is: gone with it, it opens no run of its own."""
    return (
        line.suspect and len(line.text) < _LONGEST_LABEL and kind_of(line.text.strip(LABEL_END)) == "others"
    )


def _announces(line: Line) -> bool:
    """Whether a few words with a colon stand over a list of links, in any language: "Tautan:"."""
    return (
        len(line.text) <= _LONGEST_BOX_LABEL
        and line.text.endswith((":", "："))
        and not line.links
        and not line.group
    )


def _is_box_label(line: Line) -> bool:
    """Whether a short line in a box of links is what stands over them, in any language."""
    return line.boxed and len(line.text) <= _LONGEST_BOX_LABEL and SENTENCE_END.search(line.text) is None


def without_refrains(lines: list[Line], judged: Judged) -> list[Line]:
    """Lines without those that stand three times or more: teasers of a list, labels of its items, markers.

    A song's refrain and what is said of each of several things stay: no link, no box and no label is near.
    """
    texts = [line.text for line in lines]
    if len(set(texts)) > len(texts) - _REFRAIN + 1:
        return lines
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.kind not in ("table_row", "list_item") and len(line.text) >= _SHORTEST_REFRAIN:
            places.setdefault(line.text, []).append(index)
    refrains = {text: its for text, its in places.items() if len(its) >= _REFRAIN}
    markers = {text for text, its in refrains.items() if _is_marker(lines, its)}
    gone = {
        text for text, its in refrains.items() if _is_of_teasers(lines, its) or _signs_entries(lines, its)
    }
    if len(markers) == 1:  # several part what is told in turn, as the names of who speaks
        gone |= markers
    judged.dropped.extend(line for line in lines if line.text in gone)
    return [line for line in lines if line.text not in gone]


def _is_of_teasers(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether a line that stands at several places is linked, boxed or a label, or mostly beside links."""
    if any(lines[place].link_share > 0.5 or lines[place].boxed or lines[place].suspect for place in places):
        return True
    beside = sum(
        any(
            line.link_share > 0.5 or line.boxed
            for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
        )
        for at in places
    )
    return 2 * beside > len(places)


def _signs_entries(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether a few words stand mostly over prose and under a time: who wrote the entries of a live blog."""
    if len(lines[places[0]].text) > _LONGEST_BOX_LABEL:
        return False
    signed = sum(
        any(_CLOCK.fullmatch(line.text) for line in lines[max(0, at - 2) : at])
        and any(map(is_prose, lines[at + 1 : at + 2]))
        for at in places
    )
    return 2 * signed > len(places)


def without_heads_of_entries(lines: list[Line], judged: Judged) -> list[Line]:
    """Lines without those that say when and by whom an entry of a live report was written: "15:42 Rina Wati".

    There are several, each over a heading or a sentence.
    """
    gone = {
        number
        for number, line in enumerate(lines[:-1])
        if len(line.text) <= _LONGEST_BOX_LABEL
        and (clock := _CLOCK_BEFORE.match(line.text)) is not None
        and is_full_name(line.text[clock.end() :])
        and (lines[number + 1].kind == "heading" or is_prose(lines[number + 1]))
    }
    if len(gone) < _REFRAIN:
        return lines
    judged.dropped.extend(lines[number] for number in sorted(gone))
    return [line for number, line in enumerate(lines) if number not in gone]


def _is_marker(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether a few words without a sentence's end stand each time between two paragraphs of prose."""
    line = lines[places[0]]
    return (
        len(line.text) <= _LONGEST_BOX_LABEL
        and line.kind == "paragraph"
        and not line.strong
        and SENTENCE_END.search(line.text) is None
        and all(
            0 < at < len(lines) - 1 and is_prose(lines[at - 1]) and is_prose(lines[at + 1]) for at in places
        )
    )


def without_echoed_lists(lines: list[Line], judged: Judged) -> list[Line]:
    """Lines without the lists whose every item a later paragraph says word for word, and their label.

    Such a box ("Highlights", "Intinya sih...") sums the article up by cutting its own sentences.
    """
    if not lines or not any(line.kind == "list_item" for line in lines[: len(lines) // 2 + 1]):
        return lines
    echoed: set[int] = set()
    for group, members in groupby(range(len(lines)), key=lambda index: _list_of(lines[index])):
        items = list(members)
        if not group or any(len(lines[index].text) < _SHORTEST_ECHO for index in items):
            continue
        later = "\n".join(line.text for line in lines[items[-1] + 1 :] if line.kind == "paragraph")
        if all(lines[index].text.rstrip(" .…") in later for index in items):
            echoed.update(items)
            label = items[0] - 1
            if label >= 0 and len(lines[label].text) <= _LONGEST_BOX_LABEL and not is_prose(lines[label]):
                echoed.add(label)
    judged.dropped.extend(lines[index] for index in sorted(echoed))
    return [line for index, line in enumerate(lines) if index not in echoed]


def without_pull_quotes(lines: list[Line], judged: Judged) -> list[Line]:
    """Lines without those that repeat, set apart as papers set them, words of a paragraph beside them."""
    paragraphs = [line.text for line in lines if line.kind == "paragraph"]
    prose = [line.text for line in lines if line.kind == "paragraph" and is_prose(line)]
    kept: list[Line] = []
    is_behind = False
    for line in lines:
        words = line.text.strip(_ROUND_QUOTES) if _may_be_pulled(line) else ""
        beside = paragraphs if line.kind == "quote" else prose  # a poem's lines repeat each other
        is_pulled = bool(words) and any(len(text) > len(line.text) and words in text for text in beside)
        if is_pulled or (is_behind and _attributes(line, paragraphs)):
            judged.dropped.append(line)
        else:
            kept.append(line)
        is_behind = is_pulled
    return kept


def _attributes(line: Line, paragraphs: Sequence[str]) -> bool:
    """Whether a line behind a quote says whose it is, "Rina Wati, pedagang", as the text does too."""
    name = line.text.lstrip(" -–—").partition(",")[0]
    return (
        len(line.text) <= _LONGEST_ATTRIBUTION
        and SENTENCE_END.search(line.text) is None
        and is_full_name(name)
        and any(name.split()[-1] in text for text in paragraphs if text != line.text)
    )


def _may_be_pulled(line: Line) -> bool:
    if (
        line.kind in ("paragraph", "table_row")
        and not line.strong
        and line.text[0] in _OPENING_QUOTES
        and line.text[-1] in _CLOSING_QUOTES
    ):
        return _SHORTEST_QUOTE <= len(line.text) <= _LONGEST_PULLED
    return (
        (
            (line.kind == "quote" and len(line.text) >= _SHORTEST_QUOTE)
            or (
                line.kind == "paragraph"
                and len(line.text) >= _SHORTEST_PULLED
                and not line.strong
                and SENTENCE_END.search(line.text) is None
            )
        )
        and len(line.text) <= _LONGEST_PULLED
        and not line.group
    )


def without_summary(lines: list[Line], judged: Judged) -> list[Line]:
    """Lines without the list over the text that a label calls its summary, and without the label.

    Under the text, or in its midst, such a heading opens a part of the article.
    """
    for label in range(min(_SUMMARY_WINDOW, len(lines) - 1)):
        if kind_of(lines[label].text) != "summary" or any(map(is_prose, lines[:label])):
            continue
        group = lines[label + 1].group
        end = label + 1
        while end < len(lines) and group and lines[end].group == group and lines[end].kind == "list_item":
            end += 1
        if any(map(is_prose, lines[end:])):
            judged.dropped.extend(lines[label:end])
            return lines[:label] + lines[end:]
    return lines


def _list_of(line: Line) -> int:
    return line.group if line.kind == "list_item" else 0


def without_chrome_runs(lines: list[Line], phrases: Phrases, judged: Judged) -> list[Line]:
    """Lines without the runs that a label such as "Artikel Terkait" opens: its links and their teasers."""
    if not any(line.suspect and len(line.text) < _LONGEST_LABEL for line in lines):
        return lines
    prose_after = [0] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        prose_after[index] = prose_after[index + 1] + (
            len(lines[index].text) if is_prose(lines[index]) else 0
        )
    run: Literal["", "inline", "block"] = ""
    has_links = False
    kept: list[Line] = []
    for index, line in enumerate(lines):
        is_label = line.suspect and not line.own and len(line.text) < _LONGEST_LABEL
        label = line.text.strip(LABEL_END) if is_label else ""
        kind = _label_kind(label, phrases) if label else ""
        before = prose_after[0] - prose_after[index]
        if kind == "comments" and before >= _ENOUGH_BEFORE and not heads_paragraphs(line, lines[index + 1 :]):
            judged.dropped.extend(lines[index:])
            break
        if kind == "end" and prose_after[index] * 4 < prose_after[0]:
            judged.dropped.extend(lines[index:])
            break
        if kind in ("inline", "block"):
            run = "inline" if kind == "inline" else "block"
            has_links = bool(line.links)
        elif run and (line.own or _ends_run(lines, index, run, prose_after[index], has_links)):
            run = ""
        has_links = has_links or bool(line.links)
        (judged.dropped if run else kept).append(line)
    return kept


def _label_kind(label: str, phrases: Phrases) -> Literal["", "comments", "end", "inline", "block"]:
    """What a label says of the lines under it."""
    kind = kind_of(label)
    if kind == "comments" and not any(map(str.isdigit, label)):  # "0 Komentar" is a counter
        return "comments"
    if phrases.kinds["end"].fits(label):
        return "end"
    if kind == "others" or phrases.kinds["block"].fits(label):
        return "inline" if phrases.kinds["related"].fits(label) else "block"
    return ""


def _ends_run(lines: list[Line], index: int, run: str, prose_after: int, has_links: bool) -> bool:
    """Whether the article goes on with a line: unlinked, and no teaser between two links.

    A run in which nothing is linked so far announces headlines without their links: only a sentence ends it.
    """
    line = lines[index]
    if line.link_share >= 0.3 or line.boxed:
        return False
    if is_prose(line) or (_list_of(lines[index - 1]) and not line.group and _is_sentence(line)):
        return True
    for other in lines[index + 1 : index + 3]:
        if other.suspect and is_labelled(other):
            break
        if other.link_share > 0.8:
            return False
    return (has_links and (run == "inline" or prose_after > 0)) or (
        _is_sentence(line) and (prose_after > 0 or has_links)
    )


def _is_sentence(line: Line) -> bool:
    return (
        line.kind == "paragraph"
        and line.link_share < 0.3
        and len(line.text) > 25
        and SENTENCE_END.search(line.text) is not None
    )
