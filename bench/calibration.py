"""Whether a confidence means what it says: by decile, how often the text was right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

WHOLE = 0.99
"""F1 from which on a text counts as the whole article and nothing else."""

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The pages whose confidence lies in one tenth."""

    low: float
    high: float
    """Exclusive, but for the last tenth."""
    pages: int
    confidence: float
    """The mean of what was claimed."""
    right: float
    """The share of pages whose F1 is at least `WHOLE`."""
    f1: float
    """The mean."""

    def row(self) -> tuple[str, ...]:
        """Its line of a table."""
        shares = (self.confidence, self.right, self.f1)
        return (f"{self.low:.1f} to {self.high:.1f}", str(self.pages), *(f"{share:.3f}" for share in shares))


COLUMNS = ("confidence", "pages", "mean confidence", f"share with F1 >= {WHOLE}", "mean F1")


def reliability(pairs: Sequence[tuple[float, float]]) -> list[Bin]:
    """The tenths that hold pages, least confident first; a pair is a page's confidence (0 to 1) and F1."""
    bins = []
    for number in range(BINS):
        mine = [pair for pair in pairs if min(int(pair[0] * BINS), BINS - 1) == number]
        if mine:
            right = mean(f1 >= WHOLE for _, f1 in mine)
            claimed, found = (mean(values) for values in zip(*mine, strict=True))
            bins.append(Bin(number / BINS, (number + 1) / BINS, len(mine), claimed, right, found))
    return bins


def expected_error(bins: Sequence[Bin]) -> float:
    """The mean distance between what was claimed and the share that was right, weighed by pages."""
    pages = sum(each.pages for each in bins)
    return sum(each.pages * abs(each.confidence - each.right) for each in bins) / pages if pages else 0.0
