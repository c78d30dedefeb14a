"""Runs of lines such as "Penerbit: Gramedia": data that an article gives, though some look like credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.heads import is_date_line
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import Phrases, load_phrases
from kaltimcrawl.extraction.suspects import is_labelled
from kaltimcrawl.extraction.verdict import is_prose

_LONGEST, _LONGEST_LABEL, _MOST_WORDS = 160, 30, 4
_SOME_LINES, _SOME_UNKNOWN = 3, 2
_NOT_OF_DATA = ("related", "block", "end", "follow", "ad", "legal")
_COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class _Field:
    """A line of a run."""

    label: str
    value: str
    role: str
    """"credit" where it says who made something, "known" where its words are furniture's elsewhere, or ""."""


@cache
def _works() -> frozenset[str]:
    return frozenset(read_data("owntext.toml")["works"]["labels"])


def mark_data(lines: Sequence[Line]) -> None:
    """Sets `own` on runs of three or more lines of "label: value" that are more than who made the article.

    Among a book's or film's data "Penulis: …" names the book's author. Credits that begin a run over the
    text, or end one under it, are the article's all the same.
    """
    if sum(":" in line.text[: _LONGEST_LABEL + 2] for line in lines) < _SOME_LINES:
        return
    prose = [number for number, line in enumerate(lines) if is_prose(line)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    for start, fields in _runs(lines):
        end = start + len(fields)
        if start < first:
            while fields and fields[0].role == "credit":
                fields, start = fields[1:], start + 1
        if end > last:
            while fields and fields[-1].role == "credit":
                fields, end = fields[:-1], end - 1
        if _are_data(fields):
            for line in lines[start:end]:
                line.own = True
                line.suspect = False


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, list[_Field]]]:
    """Where each run of three lines or more begins, and its fields."""
    phrases = load_phrases()
    start, fields = 0, list[_Field]()
    for number, line in enumerate(lines):
        field = _field_of(line, phrases)
        if field is not None and (not fields or line.kind == lines[start].kind):
            start = start if fields else number
            fields.append(field)
            continue
        if len(fields) >= _SOME_LINES:
            yield start, fields
        start, fields = number, [field] if field is not None else []
    if len(fields) >= _SOME_LINES:
        yield start, fields


def _field_of(line: Line, phrases: Phrases) -> _Field | None:
    """The label and value of a line; None where it is none, or announces other articles."""
    text = line.text
    if len(text) > _LONGEST or line.kind not in ("paragraph", "list_item") or line.boxed or line.own:
        return None
    label, colon, value = text[: _LONGEST_LABEL + 1].replace("：", ":").partition(":")
    label = label.strip(" -•·*")
    if not colon or not label[:1].isalpha() or len(label.split()) > _MOST_WORDS:
        return None
    value = text[text.replace("：", ":").index(":") + 1 :].strip()
    if not value or (line.links and (line.suspect or line.link_share > 0.5)):
        return None
    if line.suspect and (is_labelled(line) or any(phrases.kinds[kind].fits(text) for kind in _NOT_OF_DATA)):
        return None
    if phrases.credits["translator"].match(text):
        return _Field(label, value, "")  # books have theirs
    if phrases.credit.match(text) or begins_byline(text):
        return _Field(label, value, "credit")
    is_known = line.suspect or is_date_line(text)
    return _Field(label, value, "known" if is_known else "")


def _are_data(fields: Sequence[_Field]) -> bool:
    """Whether labels that are no credits are most of a run, and tell of a work or hold figures."""
    unknown = [field for field in fields if not field.role]
    credits = sum(field.role == "credit" for field in fields)
    return (
        len(fields) >= _SOME_LINES
        and len(unknown) >= max(_SOME_UNKNOWN, credits)
        and any(field.label.lower() in _works() or any(map(str.isdigit, field.value)) for field in unknown)
    )
