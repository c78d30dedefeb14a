"""The counts of a run, in words."""

from __future__ import annotations

from collections.abc import Mapping

import click

_WORDS = {
    "new": "new",
    "revisions": "revised",
    "unchanged": "unchanged",
    "gone": "gone",
    "back": "back again",
    "no_article": "no article",
    "failed": "failed",
    "errors": "errors",
}
"""Counters of crawl_runs to what a person reads, in order."""


def in_words(counts: Mapping[str, int]) -> str:
    """`19 new, 6 no article`; what is zero is left out, `nothing new` where all is."""
    told = [f"{counts[name]} {_for(counts[name], word)}" for name, word in _WORDS.items() if counts.get(name)]
    return ", ".join(told) or "nothing new"


def _for(count: int, word: str) -> str:
    return word.removesuffix("s") if count == 1 else word


def tell_counts(name: str, counts: Mapping[str, int]) -> None:
    """Print what came of `name` in a line."""
    click.echo(f"{name}: {in_words(counts)}")
