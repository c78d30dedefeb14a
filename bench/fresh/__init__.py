"""A third set of pages with known truth: other systems and stories than `bench/own` and `bench/blind`.

It was written apart from extraction, and once told how a portal fares that was never seen. Extraction was
mended by it afterwards: since then it keeps extraction from falling back, as `bench/own` does.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_fresh_pages"]


def read_fresh_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
