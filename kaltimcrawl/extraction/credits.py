"""Credit lines: "Penulis: … | Editor: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kaltimcrawl.extraction.bylines import read_bylines, with_bars, without_post, without_second_label
from kaltimcrawl.extraction.bywords import is_date_word
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.fullnames import is_full_name, split_names, without_ends
from kaltimcrawl.extraction.names import clean_name, read_han_reporters
from kaltimcrawl.extraction.phrases import load_phrases

_CREDIT_BREAK = re.compile(
    r"\s*(?:\||;|/(?=\s*(?:editor|penulis|reporter|pewarta|foto|red\b|ed\b))|•|·|\s[-–—]\s|,\s*(?=(?:editor|penulis|reporter|pewarta|redaktur|foto)\s*:))\s*",
    re.IGNORECASE,
)
_CREDIT_START = re.compile(
    r"(?:(?<!citizen)(?<!student)\s+|(?<=[a-z])(?=(?-i:[A-Z])))(?=(?:editor|penulis|pewarta|reporter|rep|red|redaktur|foto|sumber(?:\s(?:berita|artikel|tulisan))?|kontributor|penyunting|uploader)\s*:)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s\([^()]{1,60}\)?$")  # "Rina Wati (magang)"
_LONGEST_NOTE = 30
_SENTENCE_WITHIN = re.compile(r"[?!.]\s[^\W\d_a-z]")
_LONGEST_REPORTING = 400
_REPORTING = re.compile(
    r"(?P<who>additional|reporting|writing|editing)\s(?:(?:and\s)?(?:reporting|writing|editing)\s)?by\s",
    re.IGNORECASE,
)
_BETWEEN_TASKS = re.compile(
    r";|,\s(?=(?:additional\s|reporting\s|writing\s|editing\s)(?:and\s|reporting\s|by\s))", re.IGNORECASE
)
_NAME_OF_INTERVIEWER = r"(?P<name>[^\W\d_][\w.'’ -]{3,60}?)"
_WORDS_OF_INTERVIEWS = {
    place: "|".join(word.replace(" ", r"\s") for word in words)
    for place, words in read_data("bylines.toml")["interviews"].items()
}
_INTERVIEWERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_WORDS_OF_INTERVIEWS['before']})\s?:?\s{_NAME_OF_INTERVIEWER}\.?",
        rf"{_NAME_OF_INTERVIEWER}\s(?:{_WORDS_OF_INTERVIEWS['behind']})\.?",
    )
)
_NUMBERED = re.compile(r"[（(](?P<credit>[^（()）]{4,60})[)）]\s?\d{5,9}")
_REPORTER = "기자"
_OF_REPORTERS = re.compile(
    r"(?:[가-힣]{2,6}\s?[/=]\s?)?(?:글·사진|사진·글|글)?\s?=?\s?(?P<names>(?:[가-힣]{2,4}(?:[\s,·]{1,2}|/(?=[가-힣]))){1,4}|[가-힣]{2,4})(?:인턴)?기자(?:\s\S{3,80})?"
)
_REPORTS_HAN = ("報導", "报道")
_REPORTERS_HAN = ("記者", "记者", "實習")
_OF_REPORTERS_HAN = re.compile(
    r"(?:實習)?(?:記者|记者)\s?(?P<names>[\u4e00-\u9fff]{2,4}(?:[、， ][\u4e00-\u9fff]{2,4}){0,3})"
    r"\s?[／/]\s?[\u4e00-\u9fff]{2,10}(?:報導|报道|電|电)"
)
_OF_DESK_HAN = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:中心|組|社|部)\s?[／/]\s?(?:記者|记者)?"
    r"(?P<names>(?!綜合|综合|整理)[\u4e00-\u9fff]{2,4}(?:[、， ][\u4e00-\u9fff]{2,4}){0,3})"
    r"\s?(?:[／/]\s?[\u4e00-\u9fff]{2,6})?(?:報導|报道)"
)
"""How TV stations of Taiwan begin: "生活中心／林芷涵報導"."""
_BAR_BEHIND_HAN = re.compile(
    r"(?<=[编編]辑)\s?[|｜]\s?(?=[\u4e00-\u9fff])|(?<=編輯)\s?[|｜]\s?(?=[\u4e00-\u9fff])"
)
_BETWEEN_NAMES = re.compile(r"[\s,·、，/]+")
_PLACE = re.compile(r"\sin\s[A-Z][\w.' -]{1,40}?(?=\s(?:and|&)\s|[,;.]|$)")
"""Where a reporter was: "in Colcha K"."""
_NAME = re.compile(r"[^\d\W][\w.'’`-]*(?:[\s,&/、，]+(?:dan\s+|and\s+)?[^\d\W][\w.'’`-]*){0,9}\.?")


def read_credits(text: str) -> list[tuple[str, str]]:
    """(role, name) of a credit line: "Penulis: Bayu | Editor: Lia" gives both; empty where it is none.

    >>> read_credits("Penulis: Bayu Tirta | Editor: Lia Permata")
    [('author', 'Bayu Tirta'), ('editor', 'Lia Permata')]
    """
    text = with_bars(_without_number(text)).strip("()[]（）【】*_| ")
    if "|" in text or "｜" in text:
        text = _BAR_BEHIND_HAN.sub("：", text)
    text, second = without_second_label(text)
    if load_phrases().credit.match(text) is None:
        return []
    credits: list[tuple[str, str]] = []
    for part in _CREDIT_BREAK.split(_CREDIT_START.sub(" | ", text)):
        part = part.strip("()[] /~")
        if not part:
            continue
        read = _read_credit(part)
        if read is None:
            if credits and len(part) <= _LONGEST_NOTE and part[-1] not in ".!?":
                continue  # "Reporter: Bayu | ADV Diskominfo"
            return []
        credits.append(read)
    if second is not None and credits and second not in {role for role, _ in credits}:
        credits.append((second, credits[0][1]))
    return credits


def before_credits(text: str) -> str:
    """What stands before the first label within a line: "Rina Wati Editor: Lia" gives "Rina Wati"."""
    return _CREDIT_START.split(text, maxsplit=1)[0].rstrip(" |,/-–—") if ":" in text else text


def read_reporting(text: str) -> list[tuple[str, str]]:
    """(role, name) of the line that closes reports and interviews: "(Reporting by Ani; Editing by Budi)".

    >>> read_reporting("Reporting by Ani Lestari in Solo and Oliver Roe; Editing by Deepti Raghavan")
    [('author', 'Ani Lestari'), ('author', 'Oliver Roe'), ('editor', 'Deepti Raghavan')]
    >>> read_reporting("Anna Weber führte das Gespräch.")
    [('author', 'Anna Weber')]
    """
    text = text.strip("()[] ")
    if len(text) > _LONGEST_REPORTING:
        return []
    if (asked := next(filter(None, (each.fullmatch(text) for each in _INTERVIEWERS)), None)) is not None:
        return [("author", name) for name in split_names(asked["name"]) if is_full_name(name)]
    if _REPORTING.match(text) is None:
        return []
    credits: list[tuple[str, str]] = []
    for piece in _BETWEEN_TASKS.split(text):
        found = _REPORTING.match(piece.strip())
        if found is not None and found["who"].lower() != "additional":
            role = "editor" if found["who"].lower() == "editing" else "author"
            names = split_names(_PLACE.sub("", piece.strip()[found.end() :].strip(" .")))
            credits += [(role, name) for name in names if is_full_name(name)]
    return credits


def _without_number(text: str) -> str:
    """A credit in brackets without the day behind it, as in Taiwan: "（編輯：方沛清）1150912"."""
    found = _NUMBERED.fullmatch(text)
    return found["credit"] if found is not None else text


def read_reporters(text: str) -> tuple[str, ...]:
    """The names of the line that Korean papers close with, and those of China begin with; empty for others.

    >>> read_reporters("최윤호 기자 uknow@kabar.example"), read_reporters("記者張仲凱、吳雨桐／基隆報導")
    (('최윤호',), ('張仲凱', '吳雨桐'))
    >>> read_reporters("生活中心／林芷涵報導"), read_reporters("生活中心／綜合報導")
    (('林芷涵',), ())
    """
    signed = _OF_REPORTERS.fullmatch(text.strip("[]()")) if _REPORTER in text else None
    if signed is None and text.startswith(_REPORTERS_HAN):
        signed = _OF_REPORTERS_HAN.fullmatch(text)
    if signed is None and text.endswith(_REPORTS_HAN):
        signed = _OF_DESK_HAN.fullmatch(text)
    if signed is None:
        return read_han_reporters(text)
    return tuple(_BETWEEN_NAMES.split(signed["names"].strip()))


def named_in(credits: Iterable[tuple[str, str]], role: str) -> tuple[str, ...]:
    """The names that `read_credits` gave for a role, cleaned, each once, in their order."""
    names = (clean_name(name) for who, name in credits if who == role)
    return tuple(dict.fromkeys(name for name in names if name))


def is_said(text: str) -> bool:
    """Whether what stands behind "Sumber:" is a sentence: "dari mana uang itu? Itulah pertanyaannya."."""
    return text[:1].islower() and (text[-1] in "?!" or _SENTENCE_WITHIN.search(text) is not None)


def _read_credit(part: str) -> tuple[str, str] | None:
    for role, label in load_phrases().credits.items():
        found = label.match(part)
        if found is None:
            continue
        name = without_ends(_NOTE.sub("", without_post(part[found.end() :])).replace(" / ", "/"))
        while " " in name and is_date_word(name.rpartition(" ")[2]):
            name = name.rpartition(" ")[0]  # "Oleh: Rina Wati Selasa", a date on the next line
        if (role == "source" and is_said(name)) or (role == "translator" and name[:1].islower()):
            continue
        if (role == "source" and len(name) <= 120) or (name and len(name) <= 80 and _NAME.fullmatch(name)):
            return role, _without_house(part, role, name) if ", " in name else name
    return None


def _without_house(part: str, role: str, name: str) -> str:
    """The full name that a credit's are, without what its bearer is of: "Rina Wati, Balai Riset Hulu"."""
    named = [told for who, told in read_bylines(part) if who == role]
    return (
        named[0] if len(named) == 1 and is_full_name(named[0]) and name.startswith(f"{named[0]}, ") else name
    )
