"""Bylines: the names of a short printed line, by their labels ("Oleh Rina | Editor: Lia")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.tree import fold

LONGEST_BYLINE = 240
_LONGEST_NAME = 70
_LONGEST_LABEL = 40
_MOST_WORDS = 6
_MOST_WORDS_BARE = 4
_BREAK = re.compile(r"\s*[|•·;()\[\]\n]\s*|\s[-–—]\s|\s{2,}|,\s*(?=\d)|\s+(?=\d)|/(?=\s)|\s/")
_DESK_BEFORE = re.compile(
    r"[\w-]{1,30}\.(?:com|co|id|co\.id|net|news|my\.id|org)\s*[/,–—-]\s*", re.IGNORECASE
)
_REPORT_FROM = re.compile(
    r"laporan\s+(?:wartawan|reporter|jurnalis|kontributor)\s+[^,:]{1,40}[,:]\s*", re.IGNORECASE
)
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.\s?){1,3}[A-Za-z]{0,5}\.?|M[MTHPA]|S[EHTP]|MSi|PhD|MBA")
_COMMON_BREAK = re.compile(r"\s*[,&/、，]\s*|\s+(?=(?:dan|and|und|serta)\s)", re.IGNORECASE)
_COLONS = ":："


@dataclass(frozen=True, slots=True)
class _Words:
    roles: Mapping[str, str]
    """Label to role."""
    weak: frozenset[str]
    label: re.Pattern[str]
    """Any label in lower case where a word begins, and what follows up to the name; group 1 is the label."""
    first: frozenset[str]
    """The labels' first words."""
    between: frozenset[str]
    small: frozenset[str]
    ends: frozenset[str]
    jobs: frozenset[str]
    offices: frozenset[str]
    months: frozenset[str]
    suffixes: tuple[str, ...]


@cache
def _load() -> _Words:
    data = read_data("bylines.toml")
    labels, words = dict(data["labels"]), data["words"]
    weak = frozenset(labels.pop("weak"))
    roles = {label: role for role, its in labels.items() for label in its}
    either = "|".join(re.escape(label) for label in sorted(roles, key=len, reverse=True))
    return _Words(
        roles,
        weak,
        re.compile(rf"(?<![^\W_])({either})(?:\s?[:：]\s?|\s)"),
        frozenset(label.split()[0] for label in roles),
        between=frozenset(words["between"]),
        small=frozenset(words["small"]),
        ends=frozenset(words["ends"]),
        jobs=frozenset(words["jobs"]),
        offices=frozenset(words["offices"]),
        months=frozenset(
            word
            for months in read_data("dates.toml")["months"].values()
            for month in months
            for word in month.split()
        ),
        suffixes=tuple(words["suffixes"]),
    )


def begins_byline(text: str) -> bool:
    """Whether `text` begins with a label's first word; cheap."""
    if text.isspace():
        return False
    words = text[:_LONGEST_LABEL].split(None, 1)
    return bool(words) and words[0].lower().replace("：", ":").partition(":")[0] in _load().first


def is_label(text: str) -> bool:
    """Whether `text` is nothing but a label, so that the name stands in an element beside it.

    Words of sentences are none: "di" stands before a section too.
    """
    label = text.strip(" :：\n\t").lower()
    return label in _load().roles and label not in _load().weak


def read_bylines(text: str, *, is_marked: bool = False) -> list[tuple[str, str]]:
    """(role, name) of those whom a short line names as having made the article; empty where it is no byline.

    Roles are author, editor, photo and source.
    `is_marked`: the page marks the line as a byline, so that a bare "di" or "Text" before a name is read too.

    >>> read_bylines("Oleh Rina Wati - Kabar Hulu | Senin, 12 Mei 2025")
    [('author', 'Rina Wati')]
    >>> read_bylines("By JANE DOE and JOHN ROE | Reporters")
    [('author', 'JANE DOE'), ('author', 'JOHN ROE')]
    >>> read_bylines("By Monday the river had risen")
    []
    """
    text = fold(text).replace(" ,", ",").strip("()[]*_ ")
    if not 3 <= len(text) <= LONGEST_BYLINE:
        return []
    if not begins_byline(text) and ":" not in text and "：" not in text and "/" not in text[:_LONGEST_LABEL]:
        return []
    text = _without_desk(text)
    words = _load()
    credits: list[tuple[str, str]] = []
    labels = _labels_in(text, words)
    first = next(labels, None)
    if first is None or not _opens(text, first) or _is_sentence_word(first, words, is_marked):
        return []
    found = [first, *labels]
    ends = [label.start() for label in found[1:]] + [len(text)]
    for label, end in zip(found, ends, strict=True):
        if _is_sentence_word(label, words, is_marked):
            break
        named = _credits_after(label, text[label.end() : end].strip(" ,|/"), words)
        if not named and label is first:
            return []
        credits += named
    return credits


def _is_sentence_word(label: re.Match[str], words: _Words, is_marked: bool) -> bool:
    """Whether a label may be a sentence's word: "di" without a colon, in a line that nothing marks."""
    return not is_marked and label[1] in words.weak and not _has_colon(label)


def _has_colon(label: re.Match[str]) -> bool:
    return label[0].rstrip()[-1:] in _COLONS


def _credits_after(label: re.Match[str], value: str, words: _Words) -> list[tuple[str, str]]:
    """(role, name) of those whom the text after a label names, and an agency behind a stroke."""
    role = words.roles[label[1]]
    value, _, desk = value.partition("/") if role != "source" else (value, "", "")
    named = [(role, name) for name in _names_of(value, role, _has_colon(label))]
    if named and agency_of(desk) is not None:
        named.append(("source", desk.strip()))
    return named


def _opens(text: str, label: re.Match[str]) -> bool:
    """Whether a label opens the byline: at the line's start, or with a colon after a date."""
    before = text[: label.start()]
    return not before or (_has_colon(label) and any(map(str.isdigit, before)))


def _without_desk(text: str) -> str:
    """A byline without what stands before the name: "KABAR.CO/ BUDI", "Laporan Wartawan Kabar Hulu, Budi"."""
    report = _REPORT_FROM.match(text) if text[:1] in "Ll" else None
    if report is not None:
        return f"oleh {text[report.end() :]}"
    desk = _DESK_BEFORE.match(text)
    if desk is not None and 2 <= len(text) - desk.end() <= _LONGEST_NAME:
        rest = text[desk.end() :]
        return rest if begins_byline(rest) else f"oleh {rest}"
    return text


def _labels_in(text: str, words: _Words) -> Iterator[re.Match[str]]:
    """The label a line begins with, and those further on that have a colon or are a role's plain word."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a Turkish capital I with its dot: two characters in lower case
        return
    for found in words.label.finditer(lowered):
        label = text[found.start(1) : found.end(1)]
        if (
            found.start() == 0
            or _has_colon(found)
            or (
                label[:1].isupper()
                and label.lower() in ("editor", "penulis", "reporter", "fotografer", "redaktur")
            )
        ):
            yield found


def _names_of(value: str, role: str, has_colon: bool) -> tuple[str, ...]:
    segment = _BREAK.split(value)[0].strip(" ,.:*-–—") if value else ""
    before, _, last = segment.rpartition(" ")
    if last.lower() in _load().months and value[len(segment) :].lstrip(" ,.")[:1].isdigit():
        segment = before
    if role == "source":
        return (segment,) if has_colon and 2 <= len(segment) <= _LONGEST_NAME else ()
    names, rest = _names_at_start(segment)
    if sum(word.islower() for word in rest.split()) > 1:  # "Foto: Rina saat memberi keterangan"
        return ()
    if not has_colon and (rest or any(len(name.split()) > _MOST_WORDS_BARE for name in names)):
        return ()
    if names or not has_colon or not _is_plain(segment):
        return tuple(names)
    return (segment,)  # "Editor: rina": no capital, but the colon says that a name follows


def _is_plain(segment: str) -> bool:
    words = segment.split()
    return 1 <= len(words) <= 4 and all(word.strip(".'’-").isalpha() for word in words)


def _names_at_start(text: str) -> tuple[list[str], str]:
    """The names that a text begins with, and what follows them."""
    words = _load()
    names: list[str] = []
    current: list[str] = []
    tokens = text.replace("、", ", ").split(" ")
    for position, token in enumerate(tokens):
        word = token.strip(",")
        lowered = word.lower().rstrip(".")
        if lowered in words.between and (lowered not in words.small or not current):
            names, current = [*names, " ".join(current)], []
            continue
        if lowered in words.ends or not (_is_name_word(word) or (current and lowered in words.small)):
            rest = "" if lowered in words.ends else " ".join(tokens[position:])
            return _finished([*names, " ".join(current)]), rest
        current.append(word)
        if token.endswith(","):
            names, current = [*names, " ".join(current)], []
    return _finished([*names, " ".join(current)]), ""


def _is_name_word(word: str) -> bool:
    """Whether a word may be a name's: a letter first that is no small one, and no digits."""
    first = word[:1]
    return (
        first.isalpha()
        and not first.islower()
        and (word.isalpha() or all(char in ".'’`-" or category(char)[0] in "LM" for char in word))
    )


def _finished(names: list[str]) -> list[str]:
    """`names` without jobs and suffixes; a degree goes with the name before it."""
    words = _load()
    kept: list[str] = []
    for name in names:
        for suffix in words.suffixes:
            name = name.removesuffix(suffix).strip()
        if not name or name.split()[-1].lower() in words.jobs:
            continue
        if kept and _DEGREE.fullmatch(name):
            kept[-1] = f"{kept[-1]}, {name}"
        elif len(name) >= 2 and len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS:
            kept.append(name)
    return kept


def split_names(text: str) -> list[str]:
    """The names that one claim holds: "Rina Wati, Budi dan Lia" gives three; else the text itself.

    >>> split_names("Rina Wati & Budi Susilo"), split_names("Dr. Budi Susilo, M.Si")
    (['Rina Wati', 'Budi Susilo'], ['Dr. Budi Susilo, M.Si'])
    """
    if not _COMMON_BREAK.search(text):
        return [text]
    names, rest = _names_at_start(_COMMON_BREAK.sub(_as_comma, text))
    return names if names and not rest else [text]


def _as_comma(found: re.Match[str]) -> str:
    return ", " if found.group().strip() else found.group()


def is_full_name(text: str) -> bool:
    """Whether `text` is nothing but the two to five words of a name."""
    names, rest = _names_at_start(text)
    return not rest and len(names) == 1 and names[0] == text and 2 <= len(text.split()) <= 5


def is_date_word(text: str) -> bool:
    """Whether `text` is one of the words that dates and bylines have and no name is: "Senin", "Published"."""
    return text.lower() in _load().ends


def is_office(name: str) -> bool:
    """Whether a credit names an office, an archive or nobody ("Humas Pemkot", "Istimewa", "Dok. Pribadi")."""
    return any(word.strip(".,:").lower() in _load().offices for word in name.split())
