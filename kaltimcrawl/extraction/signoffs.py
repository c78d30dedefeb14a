"""What a closing mark says: initials, an agency, that the text was paid for, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kaltimcrawl.extraction.agencies import agency_of_signoff
from kaltimcrawl.extraction.datafiles import read_data

_BREAK = re.compile(r"\s*[/|&+,]\s*|[)\]]\s*[(\[]|\s+[-–—]\s+|(?<=[a-z])[-–—](?=[A-Z])")
_INITIALS = re.compile(r"[^\W\d_]{1,8}\d{0,2}|[a-z]{1,3}-\d{1,3}", re.IGNORECASE)
_ALL_SMALL = 5
"""Letters that initials in lower case have at most; longer ones name something."""
_LEAST_ACRONYM = 3
_ENDS = "()[] .*#-–—:"


@dataclass(frozen=True, slots=True)
class Signoff:
    """What a closing mark says."""

    initials: tuple[str, ...] = ()
    agency: str | None = None
    is_paid: bool = False
    sponsor: str | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    paid: re.Pattern[str]
    """Matches what says paid at the start of a part with its number ("adv01"), and what parts it from the
    payer's name.
    """
    site: re.Pattern[str]
    """Matches a site's address."""
    other: frozenset[str]
    payers: frozenset[str]
    firms: frozenset[str]


@cache
def _load() -> _Words:
    data = read_data("signoffs.toml")
    paid = "|".join(re.escape(word) for word in sorted(data["paid"], key=len, reverse=True))
    by = "|".join(data["by"])
    domains = "|".join(re.escape(ending) for ending in data["domains"])
    return _Words(
        re.compile(
            rf"(?:{paid})(?:\d{{1,4}}|[\s.:–—-]{{1,3}}(?:0\d{{1,3}}|\d{{1,4}}$))?(?![^\W_])[\s.:–—-]*(?:(?:{by})\s)?",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:www\.)?[\w-]{{2,30}}\.(?:{domains})", re.IGNORECASE),
        frozenset(data["other"]),
        frozenset(data["payers"]),
        frozenset(data["firms"]),
    )


def read_signoff(mark: str | None) -> Signoff:
    """The parts of a closing mark as printed; all empty for None.

    >>> read_signoff("(rin/adv/Diskominfo Samarinda)")
    Signoff(initials=('rin',), agency=None, is_paid=True, sponsor='Diskominfo Samarinda')
    >>> read_signoff("(mrf/rdw)").initials
    ('mrf', 'rdw')
    """
    words = _load()
    stripped = [part.strip(_ENDS) for part in _BREAK.split((mark or "").strip(_ENDS))]
    parts = [part for part in stripped if part]
    initials: dict[str, None] = {}
    payers: list[str] = []
    agency = None
    is_paid = any(map(words.paid.match, parts))
    has_small = any(part.islower() for part in parts)
    for part in parts:
        found = words.paid.match(part)
        if found is not None:
            payers.extend(filter(None, (part[found.end() :],)))
        elif _is_payer(part) or (is_paid and _is_firm(part, has_small)):
            payers.append(part)
        elif (named := agency_of_signoff(part)) is not None or is_site_address(part):
            agency = agency or named or part
        elif part.lower() not in _load().other and _INITIALS.fullmatch(part):
            initials[part] = None
    return Signoff(tuple(initials), agency, is_paid, "/".join(payers) or None if is_paid else None)


def _is_payer(part: str) -> bool:
    """Whether a part names an office or company rather than a person by initials."""
    if part.lower() in _load().other or agency_of_signoff(part) is not None or is_site_address(part):
        return False
    return " " in part or part.lower() in _load().payers or (part.islower() and len(part) > _ALL_SMALL)


def _is_firm(part: str, has_small: bool) -> bool:
    """Whether a part of a mark that says paid is a firm's short name: a known one, or the one in capitals
    where another part is in small letters.
    """
    is_acronym = has_small and len(part) >= _LEAST_ACRONYM and part.isalpha() and part.isupper()
    return is_acronym or part.lower() in _load().firms


def is_site_address(text: str) -> bool:
    """Whether a text is nothing but a site's address: "detik.com", "www.kaltimpost.id"."""
    return _load().site.fullmatch(text) is not None


def sponsor_of(label: str) -> str | None:
    """Who paid, as a section or tag says it: "Advertorial DPRD Kutim" gives "DPRD Kutim"; else None."""
    found = _load().paid.match(label)
    return label[found.end() :].strip(_ENDS) or None if found is not None else None


def most_specific(sponsors: Iterable[str | None]) -> str | None:
    """The first of `sponsors`, or a later one that says the same and more ("DPRD" and "DPRD Kutim")."""
    named: Sequence[str] = [sponsor for sponsor in sponsors if sponsor]
    best = named[0] if named else None
    for sponsor in named[1:]:
        if best is not None and set(best.casefold().split()) < set(sponsor.casefold().split()):
            best = sponsor
    return best
