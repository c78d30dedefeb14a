"""Labels over what is no part of the article ("Komentar", "Berita Terkait"): `data/labels.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.tree import WORD_BREAK

LONGEST_LABEL = 48
LabelKind = Literal["comments", "others", "summary"]
_ENDS = " \t\n\r:：.,!?…-–—>»›|()[]■□●◆◇▼▽▶0123456789"


@cache
def load_labels() -> Mapping[str, LabelKind]:
    """Label to what stands under it."""
    data = read_data("labels.toml")
    kinds: tuple[LabelKind, ...] = ("summary", "others", "comments")
    joined: dict[str, LabelKind] = {
        f"{first} {second}": "others"
        for firsts, seconds in data["combinations"].values()
        for first in firsts
        for second in seconds
    }
    return joined | {label: kind for kind in kinds for labels in data[kind].values() for label in labels}


@cache
def load_subheads() -> frozenset[str]:
    """The labels that are words too, by which an article may head a part of its text."""
    return frozenset(read_data("labels.toml")["subheads"]["words"])


@lru_cache(maxsize=4096)
def kind_of(text: str) -> LabelKind | None:
    """What a text stands over where it is a label, else None.

    >>> kind_of("Komentar (12)"), kind_of(" BERITA TERKAIT :"), kind_of("Komentar pelatih")
    ('comments', 'others', None)
    """
    if len(text) > LONGEST_LABEL:
        return None
    low = text.lower().replace(WORD_BREAK, "")
    if "i\u0307" in low:
        low = low.replace("i\u0307", "i")  # of the Turkish capital
    return load_labels().get(" ".join(low.strip(_ENDS).split()))
