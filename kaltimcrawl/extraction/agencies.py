"""News agencies by the spellings that bylines and sign-offs use: `data/agencies.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kaltimcrawl.extraction.datafiles import read_data

_LONGEST = 60
_WORDS_OF_NAME = 2
_IN = frozenset(("in", "di", "à", "en", "em"))
_WITH = frozenset(("avec", "with", "mit", "con", "com", "dan", "and", "et", "und", "dengan"))
"""Words that join an agency to a name before it."""
_ENDS = " .,;:*()[]-–—/"


@dataclass(frozen=True, slots=True)
class _Agencies:
    """Spelling, in lower case, to the agency's name."""

    anywhere: Mapping[str, str]
    in_signoffs: Mapping[str, str]
    before: tuple[str, ...]
    """Words that may stand before a name ("Kantor Berita "), the longer first."""


@cache
def _load() -> _Agencies:
    data = read_data("agencies.toml")
    names = {spelling: name for name, spellings in data["agencies"].items() for spelling in spellings}
    short = {spelling: name for name, spellings in data["signoff"].items() for spelling in spellings}
    before = tuple(f"{words} " for words in sorted(data["words"]["before"], key=len, reverse=True))
    return _Agencies(names, names | short, before)


def agency_of(text: str) -> str | None:
    """The news agency that `text`, a name as printed, is; None where it is none.

    >>> agency_of("Kantor Berita Antara"), agency_of("Antara Susilo")
    ('ANTARA', None)
    """
    if len(text) > _LONGEST:
        return None
    agencies = _load()
    spelling = " ".join(text.lower().strip(_ENDS).split())
    name = agencies.anywhere.get(spelling)
    if name is not None:
        return name
    bare = next((spelling[len(words) :] for words in agencies.before if spelling.startswith(words)), None)
    return agencies.anywhere.get(bare) if bare else None


def without_agency(name: str) -> str:
    """A person's name without the agency's behind it, and an agency's without the place behind that.

    >>> without_agency("Rina Wati Bloomberg"), without_agency("The Associated Press LONDON")
    ('Rina Wati', 'The Associated Press')
    >>> without_agency("Le Figaro avec AFP"), without_agency("Reuters in Boston")
    ('Le Figaro', 'Reuters')
    """
    words = name.split()
    is_plain = len(words) == _WORDS_OF_NAME and not words[-1].isupper()  # as most are
    if is_plain or len(words) < _WORDS_OF_NAME or agency_of(name) is not None:
        return name
    for position in range(len(words) - 1, 0, -1):
        before, behind = " ".join(words[:position]), " ".join(words[position:])
        is_place = behind.isupper() or words[position].lower() in _IN
        if is_place and agency_of(before) is not None:
            return before
        if position >= _WORDS_OF_NAME and behind[0].isupper() and agency_of(behind) is not None:
            return before[: -len(words[position - 1]) - 1] if words[position - 1] in _WITH else before
    return name


def agency_of_signoff(part: str) -> str | None:
    """The agency that a part of a sign-off stands for ("ant"), or None: other short words are initials."""
    return _load().in_signoffs.get(part.lower().strip(_ENDS))
