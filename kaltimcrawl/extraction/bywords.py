"""The words that bylines are told by: `data/bylines.toml`, ready for look-up, and what single words say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kaltimcrawl.extraction.datafiles import read_data


@dataclass(frozen=True, slots=True)
class Words:
    """The words by their use, in lower case."""

    roles: Mapping[str, str]
    """Label to role."""
    weak: frozenset[str]
    label: re.Pattern[str]
    """Any label in lower case where a word begins, and what follows up to the name; group 1 is the label."""
    joint: re.Pattern[str]
    """Two labels before one colon ("penulis/editor:"), in lower case; groups 1 and 2 are the labels."""
    first: frozenset[str]
    """The labels' first words."""
    between: frozenset[str]
    small: frozenset[str]
    open_ends: frozenset[str]
    ends: frozenset[str]
    verbs: frozenset[str]
    """Those of `ends` that say that whom they follow wrote: "Sigríður Jónsdóttir skrifar"."""
    also_names: frozenset[str]
    """Those of `ends` that begin names too: short forms of weekdays."""
    sites: frozenset[str]
    """Those that stand beside a site's name where a page names it as its author."""
    jobs: frozenset[str]
    trades: frozenset[str]
    """What people are who write in papers."""
    ranks: frozenset[str]
    organisations: frozenset[str]
    organisation_ends: tuple[str, ...]
    places: frozenset[str]
    regions: frozenset[str]
    districts: frozenset[str]
    never: frozenset[str]
    networks: frozenset[str]
    offices: frozenset[str]
    nobody: frozenset[str]
    """Those of `offices` that no office has in its name."""
    months: frozenset[str]
    suffixes: tuple[str, ...]
    shelves: frozenset[str]
    """Words that names of sections are put together of, in Indonesia."""
    balinese: frozenset[str]
    """What follows "Ni" in names of women in Bali."""
    families: frozenset[str]
    """Family names of Japan."""
    no_names: frozenset[str]
    """Words that no person's name has."""
    greetings: frozenset[str]
    """First words of what texts end with in bold and is their own."""
    never_first: frozenset[str]
    """First words of what stands under texts in bold and names nobody."""
    about: tuple[str, ...]
    """What stands before the name over a box that tells of the author: "Tentang Rina Wati"."""


@cache
def load_words() -> Words:
    """The package's words, read and compiled once."""
    data = read_data("bylines.toml")
    labels, words = dict(data["labels"]), data["words"]
    weak = frozenset(labels.pop("weak"))
    roles = {label: role for role, its in labels.items() for label in its}
    either = "|".join(re.escape(label) for label in sorted(roles, key=len, reverse=True))
    return Words(
        roles,
        weak,
        re.compile(rf"(?<![^\W_])({either})(?:\s?[:：]\s?|\s[—–]\s|\s)"),
        re.compile(rf"({either})\s?(?:[/&+,]|dan|and|und)\s?({either})\s?[:：]\s?"),
        frozenset(label.split()[0] for label in roles),
        between=frozenset(words["between"]),
        small=frozenset(words["small"]),
        open_ends=frozenset(words["open_ends"]),
        ends=frozenset(words["ends"] + words["verbs"]),
        verbs=frozenset(words["verbs"]),
        also_names=frozenset(words["also_names"]),
        sites=frozenset(words["sites"]),
        jobs=frozenset(words["jobs"]),
        trades=frozenset(words["trades"]),
        ranks=frozenset(words["ranks"]),
        organisations=frozenset(words["organisations"]),
        organisation_ends=tuple(words["organisation_ends"]),
        places=frozenset(words["places"]),
        regions=frozenset(words["regions"]),
        districts=frozenset(words["districts"]),
        never=frozenset(words["never"]),
        networks=frozenset(words["networks"]),
        offices=frozenset(words["offices"]),
        nobody=frozenset(words["nobody"]),
        months=frozenset(
            word
            for months in read_data("dates.toml")["months"].values()
            for month in months
            for word in month.split()
        ),
        suffixes=tuple(words["suffixes"]),
        shelves=frozenset(words["shelves"]),
        balinese=frozenset(words["balinese"]),
        families=frozenset(words["families"]),
        no_names=frozenset(words["no_names"]),
        greetings=frozenset(words["greetings"]),
        never_first=frozenset(words["never_first"]),
        about=tuple(words["about"]),
    )


def is_date_word(text: str) -> bool:
    """Whether `text` is one of the words that dates and bylines have and no name is: "Senin", "Published"."""
    return text.lower() in load_words().ends


def is_of_sites(word: str) -> bool:
    """Whether a word in lower case goes with a site's name: "redaksi", "online"."""
    return word in load_words().sites


def is_office(name: str) -> bool:
    """Whether a credit names an office, an archive or nobody ("Humas Pemkot", "Istimewa", "Dok. Pribadi")."""
    return any(word.strip(".,:").lower() in load_words().offices for word in name.split())


def is_nobody(name: str) -> bool:
    """Whether a source names none that a reader could ask: "Istimewa", "Berbagai Sumber", a lone "Humas"."""
    words = [word.strip(".,:()").lower() for word in name.split()]
    return not load_words().nobody.isdisjoint(words) or (len(words) == 1 and is_office(name))


def is_place(name: str) -> bool:
    """Whether a name is a town's or a region's: "Samarinda", "Kutai Timur", "Kota Bontang"."""
    lowered, words = name.lower(), load_words()
    if lowered in words.places:
        return True
    first, _, last = lowered.rpartition(" ")
    return bool(first) and (last in words.regions or lowered.split(" ", 1)[0] in words.districts)


def is_organisation(name: str) -> bool:
    """Whether a name ends in what papers, firms and schools are called: "Regulatory News"."""
    words = load_words()
    is_told_by_end = not name.isascii() and name.endswith(words.organisation_ends)
    return is_told_by_end or name.rpartition(" ")[2].lower() in words.organisations


def is_never_name(text: str) -> bool:
    """Whether a short text stands where names do and names nobody: "Website", "Nasional", "Gaya Hidup"."""
    low = text.lower()
    return low in load_words().never or (bool(low) and load_words().shelves.issuperset(low.split()))
