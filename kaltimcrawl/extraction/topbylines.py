"""Bylines among the first lines of a body."""

from __future__ import annotations

from kaltimcrawl.extraction.bylines import begins_byline, read_bylines
from kaltimcrawl.extraction.bywords import is_office, is_place, load_words
from kaltimcrawl.extraction.fullnames import is_full_name, without_by
from kaltimcrawl.extraction.heads import (
    LONGEST_FURNITURE,
    is_byline_in_words,
)
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.shelfnames import is_host

_JOBS = load_words().jobs
_WORDS_OF_PERSON, _WORDS_OF_POST = 2, 5
_BY_BEFORE_CAPITALS = ("Na ", "Ni ")
"""By-words of Swahili and Tagalog, which are words of every sentence too."""
_LONGEST_HOUSE = 25


def read_byline_amid(
    line: Line, *, is_first: bool, is_over_text: bool, is_over_prose: bool
) -> list[tuple[str, str]]:
    """(role, name) of the byline under the lead: "Von Ann Roe und Max Roth, MDR", "RINA WATI, Samarinda"."""
    text = line.text
    if len(text) > LONGEST_FURNITURE or text[-1] in ".!?…":
        return []
    if line.kind == "heading" and is_first and begins_byline(text):
        told = read_bylines(text)
        return told if told and all(is_full_name(each) for _, each in told) else []
    if line.kind != "paragraph":
        return []
    if is_first and text[-1] in ":：" and not text.isascii():
        told = read_bylines(text.rstrip(":："))
        if told and all(is_full_name(each) for _, each in told):
            return told  # how papers of Egypt begin
    if is_over_text and not line.links and load_phrases().kinds["desk"].fits(text):
        return [("author", text)]
    if is_over_prose and line.strong and (person := name_set_apart(text.strip("()"))) is not None:
        return [("author", person)]
    if is_byline_in_words(text):
        return read_bylines(text)
    house, dash, named = text.rstrip(":：").partition(" – ")
    is_set = (is_first and text[-1] in ":：") or (is_over_prose and line.strong and not text.isascii())
    if dash and is_set and is_full_name(named) and len(house) <= _LONGEST_HOUSE:
        return [("author", named)]  # how papers of Iran and Syria begin
    if text.startswith(_BY_BEFORE_CAPITALS) and text[3:].isupper() and is_full_name(text[3:]):
        return [("author", text[3:])]
    name, comma, place = text.partition(", ")
    name = without_by(name)
    is_told = is_place(place) or (is_first and place.istitle()) or place.rpartition(" ")[2].lower() in _JOBS
    is_set_apart = line.strong or name.isupper()
    return [("author", name)] if comma and is_told and is_set_apart and is_full_name(name) else []


def name_with_host(text: str) -> str | None:
    """The author whom a line names with the host: "Rina Wati | kabarhulu.co", "Rina Wati/kabarhulu.co"."""
    for sign in (" | ", "/"):
        name, found, host = text.partition(sign)
        if found and is_host(host.strip()) and is_full_name(name.strip()):
            return name.strip()
    return None


def name_set_apart(text: str) -> str | None:
    """The author whom the first line names, where it is nothing but a name and maybe a place or post: "Rina
    Wati | Berau", "Rina Wati Features Writer".
    """
    name, bar, place = text.partition(" | ")
    name = without_by(name)
    if bar and (len(place) > _LONGEST_HOUSE or not place[0].isupper()):
        return None
    words = name.split()
    if min(map(len, words)) == 1 == max(map(len, words)):
        return None  # "A A A", buttons for the size of letters
    if len(words) > _WORDS_OF_PERSON and words[-1].lower() in _JOBS:
        name = " ".join(words[: max(_WORDS_OF_PERSON, len(words) - _WORDS_OF_PERSON)])  # the post: two words
    return name if is_full_name(name) and not (is_place(name) or is_office(name)) else None


def is_post(line: Line) -> bool:
    """Whether a line is nothing but what somebody is at a paper: "Tribune Staff Reporter"."""
    words = line.text.split()
    return 1 < len(words) <= _WORDS_OF_POST and words[-1].lower() in _JOBS and line.text[0].isupper()
