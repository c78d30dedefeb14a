"""Sentences that say a text was paid for, and by whom: "Artikel ini adalah advertorial dari Bank Hulu."."""

from __future__ import annotations

import re
from functools import cache

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.fronted import tells_on
from kaltimcrawl.extraction.phrases import load_phrases

_LONGEST = 220
_LONGEST_TITLE = 300
_SIGNS = (":", "|", " -", " –", " —")
_ENDS = " ()[]*#•–—-"
# fmt: off
_HINTS = (
    "adv", "pariwara", "sponsor", "iklan", "inforial", "infotorial", "inftorial", "partner", "sembahkan",
    "kerja sama", "kerjasama", "presented", "paid", "brought", "patrocin", "publi", "promo", "bayar",
    "präsent", "branded", "bezahlt", "zusammenarbeit", "kooperation", "oferecido", "ofrecido", "offerto",
    "proposé", "association", "cooperation",
)
# fmt: on
"""One of which stands in all such sentences, in lower case."""
_BY = frozenset(
    (
        "by",
        "oleh",
        "dengan",
        "dari",
        "from",
        "with",
        "for",
        "bersama",
        "milik",
        "por",
        "par",
        "von",
        "mit",
        "da",
    )
)
_NETWORKS = ("taboola", "outbrain", "mgid", "google", "revcontent", "dianomi", "adnow", "popin")
"""Whose boxes of adverts stand among articles' lines."""
_PAYER_ENDS = re.compile(
    r"[,;]|\.\s|\s(?:dan\s(?:bukan|tidak)|yang|untuk|and\s(?:is|does|was)|which|und\s(?:ist|wurde))\s"
)


@cache
def _load() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = read_data("signoffs.toml")
    sentences = "|".join(f"(?:{pattern})" for pattern in data["sentences"]["patterns"])
    titles = data["titles"]
    plain, bracketed = "|".join(titles["plain"]), "|".join((*titles["plain"], *titles["bracketed"]))
    return (
        re.compile(rf"(?:{sentences})(?P<payer>\s\S.{{1,90}})?", re.IGNORECASE),
        re.compile(
            rf"[\[(]\s?(?:{bracketed})\s?[\])]\s?[:–—-]?\s?\S|(?:{plain})\s?[:|]\s?\S|(?:{plain})\s[–—-]\s\S"
            rf"|.{{10,250}}\s[\[(]\s?(?:{bracketed})\s?[\])]$",
            re.IGNORECASE,
        ),
    )


def may_tell_paid(text: str) -> bool:
    """Whether a text has a word of such sentences in it; cheap."""
    low = text.lower()
    # A generator takes twice as long, and this is asked of many lines.
    for hint in _HINTS:  # noqa: SIM110
        if hint in low:
            return True
    return False


def tells_paid(text: str) -> bool:
    """Whether a line is nothing but such a sentence.

    >>> tells_paid("(Artikel ini merupakan kerja sama dengan Bank Hulu)"), tells_paid("Artikel ini panjang.")
    (True, False)
    """
    return _match(text) is not None


def payer_in(text: str) -> str | None:
    """Who paid, as such a sentence says it; None for other texts and where it names nobody."""
    found = _match(text)
    if found is None or found["payer"] is None:
        return None
    return _PAYER_ENDS.split(found["payer"].strip())[0].strip(' .)]*”"') or None


def title_tells_paid(title: str) -> bool:
    """Whether a title begins or ends in a word for what is paid for, set off: "[ADV] …", "Advertorial: …"."""
    if title[:1] not in "[(" and title[-1:] not in "])" and not any(sign in title for sign in _SIGNS):
        return False
    return len(title) <= _LONGEST_TITLE and _load()[1].match(title) is not None


def _match(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST or not may_tell_paid(text):
        return None
    found = _load()[0].fullmatch(text.strip(_ENDS).rstrip(". "))
    if found is None or tells_on(text.strip(), load_phrases()):
        return None
    payer = (found["payer"] or "").strip()
    is_open = not payer and found.group().rpartition(" ")[2].lower() in _BY
    return None if is_open or payer.lower().startswith(_NETWORKS) else found
