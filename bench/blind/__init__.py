"""A second set of pages with known truth: other stories, words and layouts than `bench/own` has.

They were written apart from extraction, and once told how it fares on a portal that it has never seen. It
was mended by them afterwards: since then they keep it from falling back, as `bench/own` does.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_blind_pages"]


def read_blind_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
