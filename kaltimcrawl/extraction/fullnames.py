"""Names of people in running words: where one begins and ends, and what behind it is a job or a house."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.bywords import Words, is_place, load_words

LONGEST_NAME = 70
_WORDS_OF_NAME = 2
_MOST_WORDS = 6
MOST_WORDS_BARE = 4
BREAK = re.compile(r"\s*[|•·;()\[\]\n]\s*|\s[-–—]\s|\s{2,}|,\s*(?=\d)|\s+(?=[\d@])|/(?=\s)|\s/")
_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.\s?){0,2}[A-Z][A-Za-z]{0,4}\.[A-Za-z]{0,5}\.?|M[MTHPA]|S[EHTP]|MSi|PhD|MBA"
)
_COMMON_BREAK = re.compile(r"\s*[,&/、，]\s*|\s+(?=(?:dan|and|und|serta|et|och|og|và|и|ve)\s)", re.IGNORECASE)
_WITH = re.compile(
    r"\s\((?:avec|with|mit|con|com|bersama|dengan|met|med|z)\s(?P<names>[^()\d]{5,80})\)", re.IGNORECASE
)
_GLUED = re.compile(r"[^\s&]+&[^\s&]+")
_TWO = re.compile(r"(?P<one>\S+(?:\s\S+){1,3})\s(?:y|e|en|i)\s(?P<other>\S+(?:\s\S+){1,3})")
"""Two full names; of "José Ortega y Gasset" the end is none."""
_LAST_DEGREE = re.compile(
    r"(?:^|\s)(?:(?:[^\W\d_a-z][^\W\d_]{0,3}\.){2,}|[JS]r\.|(?<=[a-z]\s)[A-Z]\.|(?:[A-Z]\.\s){1,3}[A-Z]\.)$"
)
_INITIALS_FIRST = re.compile(r"[a-z]{2,4},\s")
"""Of who edited it, before the writer: "jm, Justyna Mazurek"."""
_HOUSE_FIRST = re.compile(r"(?!MHD\b)[B-DF-HJ-NP-TV-Z]{3,5}\s[A-Z]")
_WORDS_OF_PERSON = 2
_WORDS_OF_HEADLINE = 3
"""More words than that, the last of them a preposition's, are a headline: "Kabinet Baru Sworn In"."""
_HOUSE_BEHIND_STROKE = re.compile(r"\s?/\s?(?:(?:[\w-]{1,20}\.){1,2}[A-Za-z]{2,4}|[A-Z]{2,5}\d?)$")
"""For whom one writes: "Thu Hiền/VOV.VN"."""
_ALSO_FORENAME = "dan"
_ALSO_PREPOSITIONS = frozenset(("en", "e", "i"))
"""Words between names that are prepositions in other languages: "corresponsal en Lima"."""
_LONGEST_ACRONYM = 5
_OF_SURNAMES = frozenset(("i", "y"))
"""Between the two surnames of a Catalan or Spaniard: "Oriol Cardona i Xifra", "José Ortega y Gasset"."""
_HAN, _LONGEST_HAN = re.compile(r"[\u3400-\u9fff]+"), 8
_HANGUL, _MOST_HANGUL = re.compile(r"[가-힣]+"), 3
_HIRAGANA, _LONGEST_KANA = re.compile(r"[\u3041-\u309f]"), 4
"""A longer word with Japanese's grammar in it is none of a name."""


def split_names(text: str) -> list[str]:
    """The names that one claim holds: "Rina Wati, Budi dan Lia" gives three; else the text itself.

    >>> split_names("Rina Wati & Budi Susilo"), split_names("Dr. Budi Susilo, M.Si")
    (['Rina Wati', 'Budi Susilo'], ['Dr. Budi Susilo, M.Si'])
    """
    housed = _HOUSE_BEHIND_STROKE.search(text) if "/" in text else None
    if housed is not None and is_full_name(text[: housed.start()]):
        return [text[: housed.start()]]
    initials = _INITIALS_FIRST.match(text)
    if initials is not None and is_full_name(text[initials.end() :]):
        return [text[initials.end() :]]
    two = _TWO.fullmatch(text) if len(text) <= LONGEST_NAME else None
    if two is not None and is_full_name(two["one"]) and is_full_name(two["other"]):
        return [two["one"], two["other"]]
    if not _COMMON_BREAK.search(text) or (" " not in text and _GLUED.fullmatch(text)):
        return [text]  # "Kabar&Hulu" is a house
    names, rest = names_at_start(_COMMON_BREAK.sub(_as_comma, text))
    is_broken_off = text[-2:-1].isspace() and text[-1].islower()  # "Mac & i", a magazine
    if len(names) > 1 and " " not in names[-1] and _is_of_another_script(names[-1]) and " " in names[-2]:
        names = names[:-1]  # "Константин Воеводкин, Томск"
    return names if names and not rest and not is_broken_off else [text]


def with_company(text: str) -> str:
    """A byline with those whom brackets name beside its first in the same row.

    >>> with_company("Par Anne Roux (avec Luc Petit et Jo Lang)"), with_company("Ann Roe (with AP)")
    ('Par Anne Roux, Luc Petit, Jo Lang', 'Ann Roe (with AP)')
    """
    found = _WITH.search(text)
    names = split_names(found["names"]) if found is not None else []
    if found is None or not names or not all(map(is_full_name, names)):
        return text
    return f"{text[: found.start()]}, {', '.join(names)}{text[found.end() :]}"


def without_by(text: str) -> str:
    """A full name without the by-word of Swahili or Tagalog, "Na" or "Ni", before it, and in capitals without
    the place behind it: "Na RINA WATI, KIGOMA"; others as they are.

    Names of women in Bali begin with "Ni" too, as "Ni Made Ayu".
    """
    name, comma, place = text[3:].partition(", ") if text.startswith(("Na ", "Ni ")) else ("", "", "")
    is_name = is_full_name(name) and name.partition(" ")[0].lower() not in load_words().balinese
    return name if is_name and (not comma or (name.isupper() and place.isupper())) else text


def is_full_name(text: str) -> bool:
    """Whether `text` is nothing but the two to five words of a name."""
    if any(len(word) > _LONGEST_KANA and _HIRAGANA.search(word) for word in text.split()):
        return False
    if sum(map(len, _HAN.findall(text))) > _LONGEST_HAN or len(_HANGUL.findall(text)) > _MOST_HANGUL:
        return False
    names, rest = names_at_start(text)
    is_name = not rest and len(names) == 1 and names[0] == text and 2 <= len(text.split()) <= 5
    words = load_words()
    return (
        is_name
        and text.rpartition(" ")[2] not in words.small
        and not (text.count(" ") >= _WORDS_OF_HEADLINE and text.rpartition(" ")[2].lower() in words.open_ends)
        and words.no_names.isdisjoint(text.lower().split())
    )


def names_before_date(text: str) -> tuple[str, ...]:
    """The name of two words or more that a date follows right behind: "Rina Wati, Senin, 12 Mei 2025"."""
    names, rest = names_at_start(BREAK.split(text.replace(" ,", ","), maxsplit=1)[0])
    is_name = len(names) == 1 and not rest and is_full_name(names[0]) and not is_place(names[0])
    return (names[0],) if is_name else ()


def begins_with_house(text: str) -> bool:
    """Whether a text begins as names of broadcasters do, with letters that are no forename: "BBC Hulu"."""
    return _HOUSE_FIRST.match(text) is not None


def ends_in_degree(text: str) -> bool:
    """Whether a text ends in a degree or initial, whose point is no sentence's end: "Rina Wati, Ph.D."."""
    return _LAST_DEGREE.search(text) is not None


def without_ends(name: str) -> str:
    """A name without the signs round it; the point of a degree or initial stays: "Rina Wati, S.H., M.H."."""
    bare_name = name.strip(" ,.:;*-–—()")
    return f"{bare_name}." if _LAST_DEGREE.search(name.strip(" ,:;*-–—()")) else bare_name


def names_at_start(text: str) -> tuple[list[str], str]:
    """The names that a text begins with, and what follows them."""
    words = load_words()
    names: list[str] = []
    current: list[str] = []
    tokens = text.replace("、", ", ").split(" ")
    for position, token in enumerate(tokens):
        word = token.strip(",*")
        lowered = word.lower().rstrip(".")
        opens = word[:1].isupper() and (len(lowered) == 1 or (lowered == _ALSO_FORENAME and not current))
        is_within = lowered in _OF_SURNAMES and len(current) > 1 and position == len(tokens) - 2
        if is_within:
            current.append(word)
            continue
        if lowered in words.between and (lowered not in words.small or not current) and not opens:
            names, current = [*names, " ".join(current)], []
            continue
        ends = lowered in words.ends or word in ("in", "IN")  # "In" is a Korean forename
        is_name_too = lowered in words.also_names and (
            _opens_name(tokens[position:]) if not current else not current[-1].isascii()
        )  # "Thu Hiền", "Hoài Thu"
        ends = ends and not is_name_too
        if ends or not (_is_name_word(word) or (current and lowered in words.small)):
            is_work = names and not current and (lowered in words.jobs or lowered in words.trades)
            if is_work and (words.between - _ALSO_PREPOSITIONS).isdisjoint(tokens[position:]):
                return _finished(names), ""  # "Par Anne Roth, journaliste au service Monde"
            if names and word[:1].islower() and not ends:  # "Landesanstalt für …" is no person
                current = []
            is_acronym = (
                bool(names) and not current and position == len(tokens) - 1 and len(word) <= _LONGEST_ACRONYM
            )
            rest = "" if ends or is_acronym else " ".join(tokens[position:])  # "Por Ana Lima, G9"
            return _finished([*names, " ".join(current)]), rest
        if len(current) > 1 and _is_in_capitals(current) and _names_house(tokens[position:], words):
            return _finished([*names, " ".join(current)]), ""  # "ANN ROE Gazette Central Bureau"
        is_housed = len(current) >= MOST_WORDS_BARE and current[-1].lower() in words.organisations
        if is_housed and not names and _is_post(tokens[position:], words):
            return _finished([" ".join(current[:_WORDS_OF_NAME])]), ""  # "Ann Roe Hulu Times Staff Reporter"
        if 2 <= len(current) < MOST_WORDS_BARE and _is_rank(lowered, words):
            if names and " " in names[0] and lowered in words.jobs and not names[0].isupper():
                current = []  # "Ann Roe, East Bay Reporter"
            return _finished([*names, _without_house(current) if current else ""]), ""
        current.append(word)
        if token.endswith(","):
            names, current = [*names, " ".join(current)], []
    return _finished([*names, " ".join(current)]), ""


def _opens_name(tokens: Sequence[str]) -> bool:
    """Whether a weekday's short form begins a name: "Thu Hiền", and not "Thu 12 Mei", "Sun May"."""
    following = tokens[1].strip(",*") if len(tokens) > 1 else ""
    return (
        tokens[0].istitle()
        and tokens[0].isalpha()
        and _is_name_word(following)
        and following.istitle()
        and following.lower() not in load_words().months
    )


def _is_in_capitals(words: Sequence[str]) -> bool:
    return all(word.isupper() and len(word.strip(".")) > 1 for word in words)


def _names_house(tokens: Sequence[str], words: Words) -> bool:
    """Whether what follows a name in capitals is nothing but words with a capital first, and no rank."""
    first = tokens[0]
    return (
        first[1:].islower()
        and all(token[:1].isupper() for token in tokens)
        and not any(_is_rank(token.lower(), words) for token in tokens)
    )


def _is_post(tokens: Sequence[str], words: Words) -> bool:
    """Whether what follows a name and a house is nothing but a rank and a work: "Staff Reporter"."""
    low = [token.lower() for token in tokens]
    return len(low) == _WORDS_OF_NAME and _is_rank(low[0], words) and low[1] in words.jobs


_WITH_ARTICLE = re.compile(r"(?:a[ldrstzn]|el|ben|ibn|d|o)[-'’][^\W\d_a-z]")
"""How names of many Arabs and some others begin: "al-Jourani", "d'Angelo"."""


def _is_name_word(word: str) -> bool:
    """Whether a word may be a name's: a letter first that is no small one, and no digits."""
    first = word[:1]
    return (
        first.isalpha()
        and (not first.islower() or _WITH_ARTICLE.match(word) is not None)
        and (
            word.isalpha()
            or all(char in ".'’`‘ʻʼ-\u200c\u200d" or category(char)[0] in "LM" for char in word)
        )
    )


def _is_of_another_script(word: str) -> bool:
    return word[:1] > "\u024f"


def _finished(names: list[str]) -> list[str]:
    """`names` without jobs, ranks, places and suffixes; a degree goes with the name before it."""
    words = load_words()
    kept: list[str] = []
    for name in names:
        for suffix in words.suffixes:
            name = name.removesuffix(suffix).strip()
        name = _without_rank(name, words)
        while name and name.rpartition(" ")[2] in words.small:  # "Maëlle Kerbrat le" jeudi 16 avril
            name = name.rpartition(" ")[0]
        if name and name.split()[-1].lower() in words.jobs:
            name = _before_agency(name)
        if not name:
            continue
        lowered = name.lower().split()
        if kept and (
            lowered[0] in words.ranks
            or lowered[0] == "the"
            or is_place(name)
            or "of" in lowered  # "NORTH OF ENGLAND REPORTER"
            or not words.organisations.isdisjoint(lowered)
        ):
            continue
        is_short = len(name) <= _LONGEST_ACRONYM and name.isupper() and name.isascii()
        if kept and is_short and " " in kept[-1] and not kept[-1].isupper() and not _DEGREE.fullmatch(name):
            continue  # "Ed Hornick, CNN"
        if kept and _DEGREE.fullmatch(name):
            kept[-1] = f"{kept[-1]}, {name}"
        elif len(name) >= 2 and len(name) <= LONGEST_NAME and len(name.split()) <= _MOST_WORDS:
            kept.append(name)
    return kept


def _before_agency(name: str) -> str:
    """The person before an agency and a job: "MIKE FITZPATRICK AP Sports Writer"; nothing without both."""
    its = name.split()
    places = range(_WORDS_OF_PERSON, len(its))
    return next((" ".join(its[:place]) for place in places if agency_of(its[place]) is not None), "")


def _is_rank(word: str, words: Words) -> bool:
    return word in words.ranks or (word in words.jobs and not word.endswith("s"))


def _without_rank(name: str, words: Words) -> str:
    """A name of two words or more without what tells its bearer's work: "Rina Wati Wartawan Kabar Hulu"."""
    its = name.split()
    for position, word in enumerate(its[2:MOST_WORDS_BARE], 2):
        if _is_rank(word.lower(), words):
            return " ".join(its[:position])
    return name


def _without_house(words: Sequence[str]) -> str:
    """A name whose bearer's work follows, without the house in capitals before that: "Rina Wati KHN"."""
    last = words[-1]
    is_of_house = (
        len(words) > _WORDS_OF_NAME
        and last.isupper()
        and not words[0].isupper()
        and _DEGREE.fullmatch(last) is None
        and last.strip("IVX") != ""
    )
    is_agency = len(words) > _WORDS_OF_NAME and (
        agency_of(last) is not None or last.lower() in load_words().organisations
    )
    return " ".join(words[:-1] if is_of_house or is_agency else words)


def _as_comma(found: re.Match[str]) -> str:
    return ", " if found.group().strip() else found.group()
