"""The language a text is written in, told by its most common words."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "id": frozenset(
        [
            "yang",
            "dan",
            "di",
            "untuk",
            "dengan",
            "ini",
            "itu",
            "dari",
            "pada",
            "tidak",
            "akan",
            "juga",
            "oleh",
            "dalam",
            "ke",
            "kami",
            "adalah",
            "sebagai",
            "telah",
            "bisa",
            "para",
            "kata",
            "tersebut",
            "karena",
            "saat",
            "ada",
        ]
    ),
    "ms": frozenset(
        [
            "yang",
            "dan",
            "di",
            "untuk",
            "dengan",
            "ini",
            "itu",
            "daripada",
            "pada",
            "tidak",
            "akan",
            "juga",
            "oleh",
            "dalam",
            "ke",
            "kami",
            "adalah",
            "sebagai",
            "telah",
            "boleh",
            "para",
            "kata",
            "tersebut",
            "kerana",
            "apabila",
            "beliau",
            "ialah",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "is",
            "was",
            "for",
            "on",
            "that",
            "with",
            "as",
            "by",
            "at",
            "from",
            "it",
            "be",
            "this",
            "are",
            "has",
            "his",
            "he",
            "not",
            "have",
            "an",
            "said",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "und",
            "in",
            "den",
            "von",
            "zu",
            "das",
            "mit",
            "sich",
            "des",
            "auf",
            "für",
            "ist",
            "im",
            "dem",
            "nicht",
            "ein",
            "eine",
            "als",
            "auch",
            "es",
            "an",
            "werden",
            "aus",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "de",
            "des",
            "et",
            "en",
            "un",
            "une",
            "du",
            "que",
            "pour",
            "dans",
            "est",
            "au",
            "qui",
            "sur",
            "par",
            "pas",
            "plus",
            "avec",
            "son",
            "ce",
            "il",
            "sont",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "de",
            "que",
            "y",
            "en",
            "un",
            "una",
            "del",
            "se",
            "las",
            "por",
            "con",
            "para",
            "al",
            "es",
            "lo",
            "como",
            "su",
            "más",
            "pero",
            "sus",
            "fue",
        ]
    ),
    "pt": frozenset(
        [
            "o",
            "a",
            "os",
            "de",
            "que",
            "e",
            "em",
            "um",
            "uma",
            "do",
            "da",
            "se",
            "as",
            "por",
            "com",
            "para",
            "não",
            "no",
            "na",
            "é",
            "mais",
            "dos",
            "como",
            "foi",
            "ao",
        ]
    ),
    "it": frozenset(
        [
            "il",
            "la",
            "di",
            "che",
            "e",
            "in",
            "un",
            "una",
            "del",
            "per",
            "è",
            "con",
            "si",
            "non",
            "le",
            "da",
            "dei",
            "al",
            "della",
            "sono",
            "nel",
            "anche",
            "ha",
            "più",
            "gli",
        ]
    ),
    "nl": frozenset(
        [
            "de",
            "het",
            "een",
            "van",
            "en",
            "in",
            "is",
            "dat",
            "op",
            "te",
            "zijn",
            "met",
            "voor",
            "niet",
            "aan",
            "er",
            "om",
            "ook",
            "als",
            "door",
            "bij",
            "naar",
            "maar",
            "werd",
        ]
    ),
}
_ONLY_MALAY = _COMMON["ms"] - _COMMON["id"]
_ONLY_INDONESIAN = _COMMON["id"] - _COMMON["ms"]
_WINDOW = 1500
_ENOUGH = 0.08
_PLENTY = 0.14


def read_language(text: str, declared: str | None) -> str | None:
    """The primary language tag (BCP 47) of `text`: as its words show, else as declared, else None.

    Words come first because themes declare the language they were written in ("en-US" over Indonesian).
    """
    words = [word.lower() for word in _WORD.findall(text[:_WINDOW])]
    if len(words) >= 20:
        if sum(map(_COMMON["id"].__contains__, words)) > _PLENTY * len(words):
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
