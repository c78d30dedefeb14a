"""The dateline: the place, often with the portal's name, before the first dash of the text."""

from __future__ import annotations

import re

_DASH = re.compile(
    r"(?P<head>[^–—―]{2,70}?)\s*(?:\s[-–—―]{1,2}(?:\s|(?=[A-Z“\"]))|(?<=[A-Z)])[-–—―]{1,2}\s?|[–—―]{1,2}\s?)"
)
_DATE = re.compile(r",?\s*\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)$")
_DESK = re.compile(r"[\w.-]+\.(?:com|id|co|net|org|co\.id|news)$", re.IGNORECASE)
_SMALL_WORDS = frozenset(["di", "dan", "dari", "van", "de", "del", "la", "el", "al", "the", "of", "and"])
_LONGEST_WORDS = 9


def read_dateline(text: str) -> str | None:
    """The dateline at the start of a first paragraph, without its dash, or None.

    >>> read_dateline("SAMARINDA – Pemerintah Provinsi Kalimantan Timur kembali menunjukkan")
    'SAMARINDA'
    >>> read_dateline("KABARHULU.ID, BONTANG – Warga menunggu")
    'KABARHULU.ID, BONTANG'
    >>> read_dateline("Bupati - yang hadir bersama istri - meresmikan pasar") is None
    True
    """
    found = _DASH.match(text[:120])
    if found is None:
        return None
    if text[found.end() :].lstrip()[:1].islower():  # an aside between dashes, not the sentence's beginning
        return None
    head = found["head"].strip(" ,:")
    return head if _is_place(head) else None


def _is_place(head: str) -> bool:
    """Whether every word is a name's: capital first, or a desk, a date in brackets, a small word."""
    bare = _DATE.sub("", head)
    words = [word.strip("(),.:/") for word in bare.split()]
    words = [word for word in words if word]
    if not words or len(words) > _LONGEST_WORDS or head.endswith((".", "!", "?")):
        return False
    if any(not (word[0].isupper() or word.lower() in _SMALL_WORDS or _DESK.match(word)) for word in words):
        return False
    shouted = all(word.isupper() or not word.isalpha() for word in words[:1])
    return shouted or len(words) <= 3 or "," in bare or "(" in bare
