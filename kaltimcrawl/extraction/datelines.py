"""The dateline: the place, often with the portal's name or the day, before the first dash of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaltimcrawl.extraction.bywords import is_date_word, is_place, load_words

_DASH = re.compile(
    r"(?P<head>[^–—―]{2,70}?)\s*(?:\s[-–—―]{1,2}(?:\s|(?=[A-Z“\"]))|(?<=[A-Z)])[-–—―]{1,2}\s?|[–—―]{1,2}\s?)"
)
JAPANESE_PLACE = r"【(?P<place>[\u30a0-\u30ff\u4e00-\u9fff]{2,12})"
"""How what papers of Japan have from abroad begins: "【ロンドン＝佐久間陽子】"."""
_JAPANESE = re.compile(rf"{JAPANESE_PLACE}[＝=][^】]{{2,20}}】")
_NUMBERED_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?")
_DAY, _YEAR = re.compile(r"[0-3]?\d"), re.compile(r"(?:19|20)\d\d")
_DESK = re.compile(r"[\w.-]+\.(?:com|id|co|net|org|co\.id|news)$", re.IGNORECASE)
_DESK_BEFORE = re.compile(r"[\w.-]{2,40}\.(?:com|id|co|net|org|news),\s", re.IGNORECASE)
_ENDS_OF_TOWN = ",:-–—"
_DASHES = ("-", "–", "—")
_SMALL_WORDS = frozenset(["di", "dan", "dari", "van", "de", "del", "la", "el", "al", "the", "of", "and"])
_LONGEST_WORDS = 9
_LONGEST_START, _SHORTEST_REST = 120, 2
_MOST_WORDS_OF_CITY, _MOST_WORDS_OF_TOWN = 6, 3


def read_dateline(text: str) -> str | None:
    """The dateline at the start of a first paragraph, without its dash, or None.

    >>> read_dateline("SAMARINDA – Pemerintah Provinsi Kalimantan Timur kembali menunjukkan")
    'SAMARINDA'
    >>> read_dateline("KABARHULU.ID – BONTANG, 12 Mei 2025 – Warga menunggu")
    'KABARHULU.ID – BONTANG, 12 Mei 2025'
    >>> read_dateline("Bupati - yang hadir bersama istri - meresmikan pasar") is None
    True
    """
    start = text[:_LONGEST_START]
    japanese = _JAPANESE.match(start)
    if japanese is not None:
        return japanese["place"]
    found = _DASH.match(start)
    if found is None:
        return None
    if text[found.end() :].lstrip()[:1].islower():  # an aside between dashes, not the sentence's beginning
        return None
    head = found["head"].strip(" ,:")
    is_alone = len(text) - found.end() < _SHORTEST_REST
    if not _is_place(head) or (is_alone and any(map(str.isdigit, head))):
        return None  # with the day, on a line of its own, it is the agency's paragraph
    second = _DASH.match(start, found.end())
    if second is not None and not text[second.end() :].lstrip()[:1].islower():
        city = second["head"].strip(" ,:")
        if _goes_on(head, city):
            return f"{text[: found.end()].strip()} {city}".strip(" ,:")
    return head


def read_bare_dateline(text: str) -> str | None:
    """The dateline at the start of a first paragraph that has no dash, or one without a space before it: a
    town that is known, in capitals or behind a desk, right before the sentence's beginning; or None.

    >>> read_bare_dateline("SAMARINDA Warga sepuluh desa"), read_bare_dateline("Samarinda- Warga")
    ('SAMARINDA', 'Samarinda')
    >>> read_bare_dateline("KabarHulu.com, Bontang Warga sepuluh desa")
    'KabarHulu.com, Bontang'
    """
    start = text[:_LONGEST_START]
    desk = _DESK_BEFORE.match(start)
    words = start[desk.end() if desk is not None else 0 :].split(" ")[: _MOST_WORDS_OF_TOWN + 1]
    for count in range(len(words) - 1, 0, -1):
        whole, beginning = " ".join(words[:count]), words[count]
        town = whole.rstrip(_ENDS_OF_TOWN)
        is_told = desk is not None or town.isupper() or whole[len(town) :] in _DASHES
        if is_told and is_place(town) and town[0].isupper() and _begins_sentence(beginning):
            return f"{desk.group()}{town}" if desk is not None else town
    return None


def _begins_sentence(word: str) -> bool:
    """Whether a word may be a sentence's first, and neither a shouted name's next nor another town."""
    bare = word.strip("“”\"‘’'(),.")
    return bare[:1].isupper() and not (len(bare) > 1 and bare.isupper()) and not is_place(bare)


def _goes_on(head: str, city: str) -> bool:
    """Whether the place stands behind a desk and a dash of its own: "KABARHULU.ID – BONTANG – Warga …"."""
    if len(city.split()) > _MOST_WORDS_OF_CITY or not _is_place(city):
        return False
    is_shouted = city.isupper() and head.isupper() and len(head.split()) == 1
    return is_shouted or _DESK.fullmatch(head) is not None


def _is_place(head: str) -> bool:
    """Whether every word is a name's: capital first, or a desk, a small word, or of the date behind it."""
    words = [word for word in (word.strip("(),.:/|") for word in head.split()) if word]
    bare = list(_without_date(words))
    if not bare or len(bare) > _LONGEST_WORDS or head.endswith((".", "!", "?")):
        return False
    if any(not (word[0].isupper() or word.lower() in _SMALL_WORDS or _DESK.match(word)) for word in bare):
        return False
    shouted = all(word.isupper() or not word.isalpha() for word in bare[:1])
    return shouted or len(bare) <= 3 or "," in head or "(" in head


def _without_date(words: Sequence[str]) -> Iterator[str]:
    """The words without those of the date among them: "Senin", "12", "Mei", "2025"; "12/5"."""
    if not any(word[0].isdigit() for word in words):
        yield from words
        return
    months = load_words().months
    is_month = [False, *(word.lower() in months for word in words), False]
    is_dated = any(map(_NUMBERED_DAY.fullmatch, words)) or any(is_month)
    for place, word in enumerate(words, 1):
        near = is_month[max(0, place - 2) : place + 2]
        is_of_day = (
            _NUMBERED_DAY.fullmatch(word) is not None
            or (any(near) and (_DAY.fullmatch(word) or _YEAR.fullmatch(word)) is not None)
            or (is_dated and (is_month[place] or is_date_word(word)))
        )
        if not is_of_day:
            yield word
