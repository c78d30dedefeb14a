"""A second set of pages with known truth: other stories, words and layouts than `bench/own` has.

Extraction is not tuned on them: they tell how it fares on a portal that it has never seen. A page of this
set that is read wrongly is a reason to add one like it to `bench/own` and to mend it there.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_blind_pages"]


def read_blind_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
