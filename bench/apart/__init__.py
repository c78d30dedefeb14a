"""A sixth set of pages with known truth, after real themes and sites that no other set follows.

It was written apart from extraction, from theme sources, detail views of small portals and saved pages, with
words of its own and with chrome that each layout builds in its own way.
It tells how portals fare that were never seen.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_apart_pages"]


def read_apart_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
