"""A seventh set of pages with known truth, in many languages, after CMSs and themes of no other set.

It was written apart from extraction, from theme sources, views of small portals and saved pages;
what it varies above all is how a page tells its author, its section and its date.
It tells how portals fare that were never seen.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_abroad_pages"]


def read_abroad_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
