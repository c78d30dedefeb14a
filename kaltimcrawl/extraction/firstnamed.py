"""The first of several sources that names people, and the desks and accounts that are met before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kaltimcrawl.extraction.agencies import agency_of, without_agency
from kaltimcrawl.extraction.bywords import is_office, is_organisation, load_words
from kaltimcrawl.extraction.fullnames import begins_with_house, is_full_name
from kaltimcrawl.extraction.names import (
    is_named_as_host,
    is_site,
    is_word_of_site,
    without_site,
)
from kaltimcrawl.extraction.page import Found, Named
from kaltimcrawl.extraction.phrases import load_phrases

_DESK = re.compile(
    r"\b(?:redaksi|redaktur|redaktion|redactie|redacción|redação|newsroom|staff|news\s?desk|tim)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?<=\w\s)(?:GmbH|AG|Ltd|Inc|LLC|Tbk)\.?$|(?<=\w,\s)(?:Ltd|Inc|LLC)\.?$"
    r"|\s(?:d\.o\.o\.|S\.A\.|a\.\s?s\.|s\.\s?r\.\s?o\.|S\.p\.A\.|S\.r\.l\.|[Ss]p\.\sz\so\.\s?o\.)$"
    r"|,\s(?:a\.\s?s\.|s\.\s?r\.\s?o\.|Inc\.?|Ltd\.?|S\.A\.),"
    r"|^(?:PT|CV)\.?\s\S+\s\S"
)
"""A claimed firm is the portal's publisher."""
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_HOST = re.compile(r"\w{2}\.[A-Za-z]{2,4}\b")
_GO_ON = frozenset(
    ("of", "for", "the", "on", "at", "de", "der", "des", "auf", "di", "da", "do", "dan", "and")
)


@dataclass(frozen=True, slots=True)
class Told:
    """The first source that names people, and the desks and accounts that were met before it."""

    people: Named | None
    desks: tuple[Named, ...]
    accounts: tuple[Named, ...]


def first_people(sources: Iterable[Named], sites: set[str], editors: tuple[str, ...]) -> Told:
    """The first of `sources` that names people other than `editors`; the portal (`sites`: its names)
    and agencies are left out of each.
    """
    desks: list[Named] = []
    accounts: list[Named] = []
    for found in sources:
        names = _names_kept(found, sites, editors)
        people = _people_among(names, found, sites)
        if people and not _are_of_host(people, found, sites) and not _are_logins(people, found.place):
            return Told(Found(_each_once(people), found.place, found.raw), tuple(desks), tuple(accounts))
        if names:
            is_account = bool(people) or all(_is_account(name, sites) for name in names)
            (accounts if is_account else desks).append(Found(names, found.place, found.raw))
    return Told(None, tuple(desks), tuple(accounts))


def _names_kept(found: Named, sites: set[str], editors: tuple[str, ...]) -> tuple[str, ...]:
    """The names of one place without agencies, firms and the portal, unless a byline names that alone."""
    desk = load_phrases().kinds["desk"]
    is_printed = found.place == "text: author"
    is_lone = len(found.value) == 1
    may_be_site = is_printed or found.place.startswith("css:")
    return tuple(
        name
        for whole in found.value
        if (name := whole if desk.fits(whole) else without_agency(without_site(whole, sites)))
        and (is_printed or not _FIRM.search(name))
        and (not is_site(name, sites) or (may_be_site and (is_lone or _names_desk(name))))
        and (is_lone or not (is_word_of_site(name, sites) or is_organisation(name)))
        and not _is_broken_off(name)
        and agency_of(name) is None
        and (is_printed or name not in editors)
    )


def _people_among(names: Sequence[str], found: Named, sites: set[str]) -> tuple[str, ...]:
    """Those of `names` that are no desk, account, portal, claimed office or paper, or acronym by a person."""
    kinds = load_phrases().kinds
    may_be_office = not found.place.startswith("meta:")
    may_be_paper = may_be_office and not found.place.startswith("jsonld:")
    is_of_office = is_office((found.raw or "").partition(" ")[0])  # "Badan Meteorologi, Klimatologi, …"
    people = tuple(
        name
        for name in names
        if not (kinds["desk"].fits(name) or kinds["account"].fits(name) or is_site(name, sites))
        and (may_be_office or not (is_of_office or is_office(name)))
        and (may_be_paper or not is_organisation(name))
    )
    if any(" " in name for name in people):  # "TPN/Rita Bolotinha", "itsmis, Rina Wati"
        people = tuple(name for name in people if not (_ACRONYM.fullmatch(name) or _is_login(name)))
        others = tuple(name for name in people if not (_of_account(name) or begins_with_house(name)))
        people = others or people
    if len(people) > 1:  # "Rina Wati, Diskominfo Hulu"
        people = tuple(name for name in people if not is_office(name)) or people
    return people


def _of_account(name: str) -> bool:
    """Whether a name is that of a portal's account: "Admin Kabar Hulu"."""
    return name.partition(" ")[0].lower() in ("admin", "administrator")


def _are_of_host(names: Sequence[str], found: Named, sites: set[str]) -> bool:
    """Whether what machines are told is the host's name."""
    is_claim = found.place.startswith(("meta:", "jsonld:"))
    return is_claim and all(is_named_as_host(name, sites) for name in names)


def _is_account(name: str, sites: set[str]) -> bool:
    """Whether a name is an account's ("admin") or the portal's own, and no desk's."""
    return load_phrases().kinds["account"].fits(name) or (is_site(name, sites) and not _names_desk(name))


def is_printed_desk(found: Named) -> bool:
    """Whether a desk stands in an element that is marked as the byline."""
    return found.place.startswith("css:")


def _names_desk(name: str) -> bool:
    """Whether the portal's name goes with a word for those who make it: "Redaksi Kabar Hulu"."""
    return len(name.split()) > 1 and _DESK.search(name) is not None


def is_person(name: str) -> bool:
    """Whether `name` is nothing but a person's full name, without a host's."""
    return is_full_name(name) and not _HOST.search(name)


def _is_broken_off(name: str) -> bool:
    """Whether a name ends in a word that more follows: what is left of "University of Wexmoor" without it."""
    return name.rpartition(" ")[2] in _GO_ON


def _are_logins(names: Sequence[str], place: str) -> bool:
    """Whether what <meta> or a mark names are words without a capital, by which one logs in."""
    return place.startswith(("meta:", "css:")) and all(map(_is_login, names))


def _is_login(name: str) -> bool:
    return name.isalnum() and name.islower()


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    """`names` without repeated ones, those cut short ("Lena H." of "Lena H. Sun", "Rudi" of "Rudi Mahendra"),
    and the papers that stand behind them ("The Kabar Post").

    A last word alone is somebody else: many in Indonesia have one name, as "Hidayat" beside "Nur Hidayat".
    """
    own = tuple(dict.fromkeys(names))
    first = {name.casefold().partition(" ")[0] for name in own if " " in name}
    return tuple(
        name
        for name in own
        if name.casefold() not in first
        and not any(name != other and _is_with_post(name, other) for other in own)
        and not any(other != name and other.startswith(f"{name.rstrip('.')}.") for other in own)
        and not (name.startswith("The ") and name is not own[0])
    )


def _is_with_post(name: str, other: str) -> bool:
    """Whether a name is another with what its bearer is behind it, glued or a word: "Rina WatiWartawan"."""
    rest = name[len(other) :] if name.startswith(other) else ""
    return (
        rest[:1].isupper()
        or (rest[:2] == ", " and rest[2:3].islower())
        or (" " in other and rest.strip().lower() in load_words().jobs)
    )
