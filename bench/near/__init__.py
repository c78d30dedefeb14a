"""A seventh set of pages with known truth: Indonesian alone, after themes and portals no other set follows.

It was written without a look at extraction, from theme sources, detail views of local-government and local
news sites and template markup, with words of its own. Above all it varies how author, editor, section and
date are printed.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.own import OwnPage, read_own_pages

HERE = Path(__file__).parent

__all__ = ["HERE", "read_near_pages"]


def read_near_pages() -> Iterator[OwnPage]:
    """The set's pages, always the same and in the same order."""
    return read_own_pages(HERE)
