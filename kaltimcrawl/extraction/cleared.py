"""Lines that only sound like chrome, by what stands round them: steps of advice, what somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from kaltimcrawl.extraction.fronted import tells_on
from kaltimcrawl.extraction.labels import kind_of, load_subheads
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import LABEL_END, Phrases, load_phrases
from kaltimcrawl.extraction.verdict import SENTENCE_END, is_prose

_SAID = re.compile(
    r"[,”\"]\s(?:kata|ujar|ucap|jelas|tutur|sebut|imbau|pinta|papar|terang|tegas|ungkap|pesan|ajak|tulis|saran|nasihat|seru"
    r"|kutip|tambah|lanjut|cerita|bilang)(?:nya)?\b|"
    r"[,”\"]\s(?:\w{1,20}\s)?(?:said|says|told|wrote|writes|warned|warns|added|adds|advised|advises)\b|"
    r"[,”\"»]\s(?:dit|explique|dijo|dice|explicó|disse|diz|ha\sdetto|spiega|sagte|sagt|zei|zegt)\b",
    re.IGNORECASE,
)
_LINES_UNDER, _LINKED_UNDER, _LONGEST_CHOICE, _ENDS = 4, 0.3, 40, ".!?。"
_SOME_STEPS, _SHORTEST_STEP, _SHORTEST_CLEARED = 2, 12, 25
_SOME_PARAGRAPHS, _SHORTEST_PARAGRAPH, _LONGEST_NAME = 3, 60, 30
_SOME_ROWS, _LINKED, _FEWEST_WORDS = 3, 0.5, 4
_SHORTEST_SENTENCE, _MOST_MEMBERS = 40, 12
_WORDS_OF_SUBHEAD, _NO_SUBHEAD = range(2, 9), (":", "©", "@", "|", "#")
_TOLD = ("share", "login", "legal", "follow", "media", "newsletter", "counter", "block", "tags")
"""What headings, items and rows may sound like and be the article's all the same."""


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
        if items[0].kind == "list_item" and _are_choices(items):
            for item in items:
                item.suspect = item.suspect and not _is_word_too(item)
        if items[0].kind == "list_item" and _are_steps(items):
            for item in items:
                item.suspect = item.suspect and (bool(item.links) or len(item.text) < _SHORTEST_CLEARED)
    phrases = load_phrases()
    text = [number for number, line in enumerate(lines) if _is_sentence(line)]
    first, last = (text[0], text[-1]) if text else (0, 0)
    for number, line in enumerate(lines):
        if not line.suspect:
            continue
        if _is_others_disclaimer(line.text, phrases) or (
            first < number and _is_of_text(lines, number, first, last, phrases)
        ):
            line.suspect = False
        if line.links:
            continue
        under = lines[number + 1 : number + 1 + _LINES_UNDER]
        is_heading = line.kind == "heading" and heads_paragraphs(line, lines[number + 1 :])
        is_label = _heads_advice(line, under[:_SOME_STEPS]) or (number > 0 and _heads_sentences(line, under))
        if is_heading or is_label or is_said(line.text) or tells_on(line.text, phrases):
            line.suspect = False


def _is_sentence(line: Line) -> bool:
    """Whether a line is a sentence, as the text begins and ends with."""
    if line.kind != "paragraph":
        return False
    return is_prose(line) or (
        len(line.text) >= _SHORTEST_SENTENCE
        and not line.suspect
        and not line.boxed
        and line.link_share < _LINKED
        and SENTENCE_END.search(line.text) is not None
    )


def is_said(text: str) -> bool:
    """Whether a text is told to be somebody's words: "…, ujar Rina", "…, she wrote"."""
    return _SAID.search(text) is not None


def _is_of_text(lines: Sequence[Line], number: int, first: int, last: int, phrases: Phrases) -> bool:
    """Whether a line under the `first` sentence is a heading, row, instruction or sentence of the article's.

    Under the `last` it is one only as a step among others.
    """
    line, kinds = lines[number], phrases.kinds
    text = line.text
    if line.boxed or line.labelled or kinds["promotes"].fits(text):
        return False
    members = list(_group_of(lines, number, first)) if line.group else []
    is_linked = any(each.links or each.boxed for each in members)
    if number >= last:
        steps = (
            each for each in members if each.kind == "list_item" and kinds["instruction"].fits(each.text)
        )
        return len(members) >= _SOME_STEPS and not is_linked and next(steps, None) is not None
    enough = _SOME_ROWS if line.kind == "table_row" else _SOME_STEPS
    if len(members) >= enough and not is_linked and _may_be_told(text, phrases):
        return True
    if kinds["instruction"].fits(text):
        return _is_instruction(line, lines[number + 1])
    if line.links:
        return False
    if line.kind == "heading" or line.strong:
        return _heads_text(line, lines[number + 1], phrases)
    is_sentence = text.endswith(".") and ":" not in text
    return is_sentence and kinds["media"].fits(text) and not kinds["shown"].fits(text)


def _group_of(lines: Sequence[Line], number: int, first: int) -> Iterator[Line]:
    """The lines round one in its list or table; none of a list right under the first sentence."""
    group = lines[number].group
    start = number
    while start and number - start < _MOST_MEMBERS and lines[start - 1].group == group:
        start -= 1
    if start > first + 1 or lines[number].kind == "table_row" or lines[start - 1].text.endswith(":"):
        yield from takewhile(lambda line: line.group == group, lines[start : number + _MOST_MEMBERS])


def _is_others_disclaimer(text: str, phrases: Phrases) -> bool:
    """Whether a disclaimer is no portal's and no author's: of an agency that the article quotes."""
    return phrases.kinds["disclaimer"].fits(text) and not phrases.kinds["own"].fits(text)


def _is_instruction(line: Line, under: Line) -> bool:
    """Whether words that tell the reader to install or open something are a step, or the heading of some."""
    if line.kind == "list_item":
        return line.link_share < _LINKED
    if line.kind == "heading" or line.strong:
        return not line.links and not under.boxed and under.link_share < _LINKED
    return not line.links and line.text.endswith(".") and len(line.text.split()) >= _FEWEST_WORDS


def _heads_text(line: Line, under: Line, phrases: Phrases) -> bool:
    """Whether a few words stand over a sentence without a link, and are no label and no invitation."""
    kinds, text = phrases.kinds, line.text
    if under.kind != "paragraph" or under.links or under.boxed or SENTENCE_END.search(under.text) is None:
        return False
    if line.kind == "heading":
        return _may_be_told(text, phrases)
    is_short = len(text.split()) in _WORDS_OF_SUBHEAD and not any(sign in text for sign in _NO_SUBHEAD)
    return kinds["networks"].fits(text) or (is_short and _may_be_told(text, phrases))


def _may_be_told(text: str, phrases: Phrases) -> bool:
    """Whether a text is no label, and sounds like what articles tell of too."""
    bare = text.strip(LABEL_END)
    if kind_of(bare) is not None or phrases.kinds["related"].fits(text):
        return False
    return any(phrases.kinds[kind].fits(bare) for kind in _TOLD)


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


def _are_choices(items: Sequence[Line]) -> bool:
    """Whether short items without links stand in a list: "Terbaru", "Terpopuler" among what may be chosen."""
    return len(items) > _SOME_STEPS and all(
        not item.links and not item.boxed and len(item.text) <= _LONGEST_CHOICE for item in items
    )


def _is_word_too(label: Line) -> bool:
    """Whether a label over other articles is a word that heads parts of a text as well: "Rekomendasi:"."""
    return label.text.strip(LABEL_END).lower() in load_subheads()


def _heads_sentences(label: Line, under: Sequence[Line]) -> bool:
    """Whether sentences without links stand under such a word, and no linked headline soon after."""
    if label.boxed or not under or not _is_word_too(label):
        return False
    first = under[0]
    if first.kind not in ("paragraph", "list_item") or any(
        line.link_share >= _LINKED_UNDER for line in under
    ):
        return False
    return not first.links and not first.boxed and _ends_as_sentence(first.text)


def _ends_as_sentence(text: str) -> bool:
    return len(text) >= _SHORTEST_CLEARED and text[-1] in _ENDS and any(map(str.isspace, text))


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
