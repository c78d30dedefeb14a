"""What a measurement gives: a table, notes and the limits it must keep; and how that is printed.

Tables are Markdown with their columns aligned, to be read on a terminal and pasted into docs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class BenchError(Exception):
    """Raised where something broke, so that there is no figure; the message is one line."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure and the bound that it must keep."""

    what: str
    value: float
    bound: float
    unit: str
    is_floor: bool = False
    """Whether the value must be at least the bound, rather than at most."""

    @property
    def is_kept(self) -> bool:
        """Whether the value keeps the bound."""
        return self.value >= self.bound if self.is_floor else self.value <= self.bound

    def line(self) -> str:
        """`kept    extraction, median: 4.61 bare parses (at most 5)`."""
        verdict = "kept  " if self.is_kept else "MISSED"
        word = "at least" if self.is_floor else "at most"
        return f"{verdict}  {self.what}: {self.value:.3g} {self.unit} ({word} {self.bound:g})"


@dataclass(frozen=True, slots=True)
class Section:
    """One measurement's part of the report."""

    title: str
    columns: tuple[str, ...]
    """The first holds names, the others figures."""
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()

    def text(self) -> str:
        """The section as Markdown."""
        parts = [f"## {self.title}", table(self.columns, self.rows), *self.notes]
        return "\n\n".join(parts)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, names to the left, figures to the right."""
    widths = [max(len(row[at]) for row in [columns, *rows]) for at in range(len(columns))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in [columns, rule, *rows])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cells[0].ljust(widths[0])]
    padded += [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
    return f"| {' | '.join(padded)} |"


def limits_text(limits: Sequence[Limit], is_judged: bool) -> str:
    """The report's last part: each limit in a line, or that none was judged."""
    if not is_judged:
        return "## Limits\n\nNot judged: a quick run shows that the measurements work, not what they measure."
    return "\n".join(["## Limits", "", "```text", *(limit.line() for limit in limits), "```"])
