"""The lines of `data/phrases.toml`, compiled: what a line is, judged by its words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from re import Pattern

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.tree import WORD_BREAK

LONGEST_PHRASE = 400
"""Characters; longer lines are prose whatever they begin with."""


_NOISE = (
    "ad",
    "page",
    "share",
    "counter",
    "media",
    "legal",
    "login",
    "contents",
    "rating",
    "notice",
    "origin",
)


_PLAIN_START = re.compile(r"[^\W\d_](?![?*{|])")
_SPACE = re.compile(r"(?:\\ )+")
_ESCAPED = re.compile(r"\\.")
_INNERMOST = re.compile(r"\[[^\]]*\]|\([^()]*\)")  # sets and groups, whose strokes part no whole patterns
_ANYWHERE = ".{"
_COUNTED = re.compile(r".(?:[?*]|\{0?,?\d*(?:,\d*)?\})")
_PLAIN = re.compile(r"[^\W\d_]{4,}|[^\x00-\x7f]{2,}")
_JUDGED = ("related", "block", "end", "follow", "tags", "correction", "disclaimer")
LABEL_END = " :：.-–—>»|…"
"""What a label such as "Baca juga" may end in."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Patterns for the beginning of a line, sorted by the letter that it must begin with.

    There are hundreds: to try them all on each line takes a fiftieth of the time that a page takes, and to
    look with each for a word that may stand anywhere as much again.
    """

    by_letter: Mapping[str, Pattern[str]]
    by_word: tuple[tuple[str, Pattern[str]], ...]
    """Those that may begin with anything and have a word in them that all texts hold that fit."""
    others: Pattern[str] | None
    """Those that may begin with several letters, or with none."""

    def fit(self, line: str) -> bool:
        """Whether a line in lower case begins as one of the patterns says."""
        line = line.replace(WORD_BREAK, "")
        if self.others is not None and self.others.match(line) is not None:
            return True
        own = self.by_letter.get(line[:1])
        if own is not None and own.match(line) is not None:
            return True
        # A generator takes twice as long, and this is asked of every line.
        for word, pattern in self.by_word:  # noqa: SIM110
            if word in line and pattern.match(line) is not None:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Phrase:
    """The patterns of one kind of line."""

    openings: Openings
    """Compared with lines in lower case: without regard to case, `re` tries every alternative."""

    def fits(self, line: str) -> bool:
        """Whether a folded line is of this kind."""
        return len(line) <= LONGEST_PHRASE and self.openings.fit(line.lower())


@dataclass(frozen=True, slots=True)
class Phrases:
    """All kinds of line, and the label words of credit lines."""

    kinds: Mapping[str, Phrase]
    noise: Phrase
    """All kinds that are no text wherever they stand."""
    suspect: Openings
    """Match whatever fits a kind that lines of a body are judged by, in lower case. Most lines don't."""
    credits: Mapping[str, Pattern[str]]
    """Role (author, editor, photo, source) to its labels; matches label and separator at a line's start."""
    credit: Pattern[str]
    """Matches any role's label at a line's start."""
    signoff: Pattern[str]
    """Fits the inside of a closing bracket."""
    closers: tuple[str, ...]
    """Found in the last lines that thank or tell of the portal, in lower case."""
    channels: tuple[str, ...]
    """Found in lines that invite to a newsletter, a messenger's channel or an app, in lower case."""
    plain_channels: tuple[str, ...]
    """Those of plain letters: half of them, and all that most lines can hold."""
    advertorial: Pattern[str]
    """Found in a sign-off that says the text was paid for."""
    home: Pattern[str]
    """Matches a word for the front page at the start of a line in lower case."""


@cache
def load_phrases() -> Phrases:
    """The package's phrases, read and compiled once."""
    data, labels_of = read_data("phrases.toml"), read_data("bylines.toml")["labels"]
    signoff, closers = data.pop("signoff"), data.pop("closers")
    channels = tuple(data.pop("channels")["words"])
    credit = {
        role: [*(_SPACE.sub(r"\\s+", re.escape(label)) for label in labels_of[role]), *patterns]
        for role, patterns in data.pop("credit").items()
    }
    kinds = {kind: Phrase(_sorted([table], r"\Z")) for kind, table in data.items()}
    credits = {
        role: _compiled(rf"(?:{'|'.join(labels)})\s*(?:/\s*\w+\s*)?[:：;]\s*")
        for role, labels in credit.items()
    }
    labels = "|".join(label for labels in credit.values() for label in labels)
    return Phrases(
        kinds,
        Phrase(_sorted([data[kind] for kind in _NOISE], r"\Z")),
        _sorted([data[kind] for kind in (*_NOISE, *_JUDGED)], rf"[{re.escape(LABEL_END)}]*\Z"),
        credits,
        _compiled(rf"(?:{labels})\s*(?:/\s*\w+\s*)?[:：;]"),
        _compiled("|".join(signoff["whole"])),
        tuple(closers["words"]),
        channels,
        tuple(filter(str.isascii, channels)),
        _compiled(signoff["advertorial"]),
        re.compile("|".join(sorted(data["home"]["whole"], key=len, reverse=True))),
    )


def names_channel(low: str, phrases: Phrases) -> bool:
    """Whether a text in lower case names a newsletter, a messenger's channel or the like."""
    # A generator takes twice as long, and this is asked of every line.
    for name in phrases.plain_channels if low.isascii() else phrases.channels:  # noqa: SIM110
        if name in low:
            return True
    return False


def _sorted(tables: list[Mapping[str, list[str]]], ended: str) -> Openings:
    """The patterns of some kinds; a line that must fit as a whole may go on as `ended` says."""
    by_letter: dict[str, list[str]] = {}
    by_word: list[tuple[str, Pattern[str]]] = []
    for table in tables:
        whole = [(pattern, f"(?:{pattern}){ended}") for pattern in table.get("whole", ())]
        for pattern, sought in [*((pattern, pattern) for pattern in table.get("start", ())), *whole]:
            if word := _word_within(pattern):
                by_word.append((word, re.compile(sought)))
            else:
                by_letter.setdefault(_first_letter(pattern), []).append(sought)
    compiled = {letter: re.compile("|".join(its)) for letter, its in by_letter.items()}
    others = compiled.pop("", None)
    return Openings(compiled, tuple(by_word), others)


def _first_letter(pattern: str) -> str:
    """The letter that all texts begin with that fit a pattern; empty where there may be several, or none."""
    first = _PLAIN_START.match(pattern)
    return first.group() if first is not None and "|" not in _flat(pattern, "") else ""


def _word_within(pattern: str) -> str:
    """A word that all texts hold that fit a pattern which begins with anything; empty where none is seen."""
    flat = _flat(pattern, "\n")
    if not pattern.startswith(_ANYWHERE) or "|" in flat:
        return ""
    return max(_PLAIN.findall(_COUNTED.sub("\n", flat)), key=len, default="")


def _flat(pattern: str, gap: str) -> str:
    """A pattern without what is escaped, its sets and its groups: `gap` stands for each."""
    flat = _ESCAPED.sub(gap, pattern)
    while (shorter := _INNERMOST.sub(gap, flat)) != flat:
        flat = shorter
    return flat


def _compiled(pattern: str) -> Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
