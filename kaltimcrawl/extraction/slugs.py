"""Whether a page's address says what its title says."""

from __future__ import annotations

import re
from unicodedata import normalize
from urllib.parse import unquote

from kaltimcrawl.extraction.tree import bare
from kaltimcrawl.urls import split_url

_WORDS_OF_TITLE, _SHORTEST, _LONGEST = 4, 18, 24
_WORDS_OF_SLUG, _SHARE_OF_SLUG, _LEAST_OF_SLUG = 3, 0.7, 2
_SIGNS, _BREAKS = re.compile(r"[-_:=&/]"), re.compile(r"[\s\u2010-\u2014/-]+")
_IN_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})


def _spellings(word: str) -> tuple[str, ...]:
    """How addresses may spell a word in lower case: "für" as itself, "fuer" or "fur"."""
    if word.isascii():
        return (word,)
    plain = normalize("NFKD", word).encode("ascii", "ignore").decode()
    return word, word.translate(_IN_TWO_LETTERS), plain


def is_in_address(title: str, url: str | None) -> bool:
    """Whether the page's address repeats the beginning of a title of several words, or consists of them."""
    key = bare(title)[:_LONGEST]
    words = title.lower().split()
    if len(words) < _WORDS_OF_TITLE or len(key) < _SHORTEST or not url:
        return False
    url = unquote(url) if "%" in url else url
    if key in bare(url):
        return True
    address = split_url(url)
    slugs = (address.path.rstrip("/").rpartition("/")[2].partition(".")[0], address.query)
    told = {spelling for word in _BREAKS.split(title.lower()) for spelling in _spellings(bare(word))}
    for slug in slugs:
        parts = [part for part in _SIGNS.split(slug.lower()) if len(part) > _LEAST_OF_SLUG]
        same = sum(1 for part in parts if part in told)
        if len(parts) >= _WORDS_OF_SLUG and same >= _SHARE_OF_SLUG * len(parts):
            return True
    return False
