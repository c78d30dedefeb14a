"""A fourth set of pages with known truth: layouts after real sites and themes, of a real page's weight.

It was written apart from extraction, from what public copies of such pages and the sources of such themes
show of their structure, with words of its own. It tells how portals fare that were never seen.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_unseen_pages"]


def read_unseen_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
