"""A third set of pages with known truth: other systems and stories than `bench/own` and `bench/blind`.

Extraction is not tuned on it: it tells how a portal fares that was never seen. A page of it that is read
wrongly is a reason to add one like it to `bench/own` and to mend it there.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_fresh_pages"]


def read_fresh_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
