"""The forms of a byline beside a date that has no label: a name with its bearer's post, town or desk."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.bylines import has_label_sign, without_places
from kaltimcrawl.extraction.bywords import is_place, load_words
from kaltimcrawl.extraction.eastern import japanese_name, read_eastern
from kaltimcrawl.extraction.fullnames import is_full_name, names_at_start, split_names
from kaltimcrawl.extraction.phrases import load_phrases

_LONGEST = 90
_MOST_WORDS_OF_POST = 6
_SIGNS = (" | ", " / ", " - ", " – ", " — ", ", ", "، ")
_FROM_CORRESPONDENT = re.compile(
    r"(?:de\snotre\s(?:correspondante?|envoyée?\sspéciale?|journaliste)|dal(?:la)?\snostr[oa]\s(?:inviat[oa]|corrispondente)"
    r"|de\snuestr[oa]\s(?:corresponsal|enviad[oa]\sespecial)|d[oa]\snoss[oa]\s(?:correspondente|enviad[oa]\sespecial)"
    r"|von\sunsere[mr]\skorrespondent(?:en|in)|from\sour\s(?:own\s)?correspondent|dari\skoresponden\skami)"
    r"(?:\s(?:à|en|au|aux|a|in|em|aus|di)\s[^,:]{2,30})?\s?[,:–-]?\s(?P<name>[^\W\d_][^,:]{3,40})",
    re.IGNORECASE,
)


def names_in_form(text: str) -> tuple[str, ...]:
    """The names of such a line; empty for others.

    >>> names_in_form("Ann Porter | Staff Writer"), names_in_form("Redacción / Laura Méndez")
    (('Ann Porter',), ('Laura Méndez',))
    >>> names_in_form("Ann Porter Political correspondent")
    ('Ann Porter',)
    >>> names_in_form("Ann Roe in Lagos and Ben Roe in Ibadan")
    ('Ann Roe', 'Ben Roe')
    >>> names_in_form("Pasar Hulu, Kutai Timur"), names_in_form("Rina Wati, Budi Susilo")
    ((), ())
    """
    if len(text) > _LONGEST:
        return ()
    if not text.isascii():
        if credits := read_eastern(text):
            return tuple(name for role, name in credits if role == "author")
        if (name := japanese_name(text)) is not None:
            return (name,)
    sent = _FROM_CORRESPONDENT.fullmatch(text)
    if sent is not None and is_full_name(sent["name"]):
        return (sent["name"],)
    for sign in _SIGNS:
        before, found, behind = text.partition(sign)
        if found and behind:
            return _of_two(before.strip(), behind.strip(), sign)
    return _with_places(text) or _with_post(text)


def _with_places(text: str) -> tuple[str, ...]:
    """The names of those who tell where they are: "Ann Roe in Lagos and Ben Roe in Ibadan"."""
    bare = without_places(text) if " in " in text else text
    names = split_names(bare) if bare != text else []
    return tuple(names) if names and all(map(_is_person, names)) else ()


def _with_post(text: str) -> tuple[str, ...]:
    """The name that its bearer's work, or the verb of writing, stands right behind."""
    names, rest = names_at_start(text)
    if rest or len(names) != 1 or not text.startswith(f"{names[0]} ") or not _is_person(names[0]):
        return ()
    behind = text[len(names[0]) :].strip()
    return (names[0],) if is_post(behind) or behind.lower() in load_words().verbs else ()


def _of_two(before: str, behind: str, sign: str) -> tuple[str, ...]:
    """The name that stands before or behind a sign, where the other side is a post, a town or a desk."""
    is_named, is_named_behind = _is_person(before), _is_person(behind)
    if is_named_behind and load_phrases().kinds["desk"].fits(before):
        return (behind,)
    if is_named_behind and sign not in (", ", "، ") and is_place(before):
        return (behind,)  # how Arab papers print it: "القاهرة - أحمد سالم"
    if is_named and (
        is_post(behind) or has_label_sign(behind) or (_may_follow(sign, before) and is_place(behind))
    ):
        return (before,)
    return ()


def _is_person(text: str) -> bool:
    return is_full_name(text) and not is_place(text)


def _may_follow(sign: str, name: str) -> bool:
    """Whether a town behind a sign may be where a person writes from: a comma parts places from countries."""
    return sign == " / " or not name[0].isascii()


def is_post(text: str) -> bool:
    """Whether a few words are what somebody is: "Health reporter", "Koresponden Balikpapan"."""
    words = [word.strip(".,").lower() for word in text.split()]
    its = load_words()
    if not 0 < len(words) <= _MOST_WORDS_OF_POST or any(map(str.isdigit, text)):
        return False
    return words[-1] in its.jobs or words[0] in its.jobs | its.trades
