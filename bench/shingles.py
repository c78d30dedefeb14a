"""How much two texts share: runs of four words, as scrapinghub/article-extraction-benchmark counts them.

Its method (`evaluate.py`, commit 11b407d): words are what `\\w+` finds, a text is the multiset of its runs
of four words (a shorter text is one run), a page's counts are divided by their sum so that a long text weighs
no more than a short one, precision is the mean over the pages that gave something, recall over those with a
truth, and F1 is the harmonic mean of the two means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

WORDS = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """Shares of the runs of two texts: they add up to 1, or are all 0 where neither text has a word."""

    both: float
    """True positives: runs of the truth that were read."""
    read_only: float
    """False positives."""
    true_only: float
    """False negatives."""

    @property
    def precision(self) -> float:
        """The share of what was read that is true; 1 where neither text has a word."""
        return _share(self.both, self.read_only, self.true_only)

    @property
    def recall(self) -> float:
        """The share of the truth that was read; 1 where neither text has a word."""
        return _share(self.both, self.true_only, self.read_only)

    @property
    def f1(self) -> float:
        """The harmonic mean of the page's precision and recall, 0 to 1."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over pages, each 0 to 1."""

    precision: float
    recall: float
    f1: float


def match_texts(true: str, read: str) -> Match:
    """What the text that was read shares with the true one."""
    true_runs, read_runs = _runs(true), _runs(read)
    both = (true_runs & read_runs).total()
    counts = (both, read_runs.total() - both, true_runs.total() - both)
    total = sum(counts) or 1
    return Match(*(count / total for count in counts))


def score(matches: Sequence[Match]) -> Scores:
    """The benchmark's three figures; 0 for a mean over no page."""
    precisions = [match.precision for match in matches if match.both + match.read_only > 0]
    recalls = [match.recall for match in matches if match.both + match.true_only > 0]
    precision, recall = (mean(values) if values else 0.0 for values in (precisions, recalls))
    return Scores(precision, recall, harmonic(precision, recall))


def harmonic(one: float, other: float) -> float:
    """The harmonic mean; 0 where both are 0."""
    return 2 * one * other / (one + other) if one + other else 0.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    runs = (tuple(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)))
    return Counter(run for run in runs if run)


def _share(both: float, only: float, missing: float) -> float:
    if only == missing == 0:
        return 1.0
    return both / (both + only) if both + only else 0.0
