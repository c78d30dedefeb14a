"""The language a text is written in, told by its most common words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kaltimcrawl.extraction.datafiles import read_data

_COMMON: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in read_data("languages.toml").items()
}
_INDONESIAN = _COMMON["id"]
_ONLY_MALAY = _COMMON["ms"] - _COMMON["id"]
_ONLY_INDONESIAN = _COMMON["id"] - _COMMON["ms"]
_WINDOW = 1000
_ENOUGH = 0.08
_PLENTY = 0.14


def read_language(text: str, declared: str | None) -> str | None:
    """The primary language tag (BCP 47) of `text`: as its words show, else as declared, else None.

    Words come first because themes declare the language they were written in ("en-US" over Indonesian).
    """
    words = text[:_WINDOW].lower().split()
    if len(words) >= 20:
        if sum(map(_INDONESIAN.__contains__, words)) > _PLENTY * len(words):
            return _id_or_ms(words)
        shares = {
            language: sum(map(common.__contains__, words)) / len(words)
            for language, common in _COMMON.items()
        }
        best = max(shares, key=lambda language: shares[language])
        if shares[best] >= _ENOUGH:
            return best
    primary = (declared or "").strip().replace("_", "-").split("-")[0].lower()
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else None


def _id_or_ms(words: list[str]) -> str:
    """Indonesian or Malay, which share their most common words, by the few that they don't."""
    malay = sum(map(_ONLY_MALAY.__contains__, words))
    return "ms" if malay > sum(map(_ONLY_INDONESIAN.__contains__, words)) else "id"
