"""Lines and tables for people: a terminal gets colours and folding, a pipe gets whole lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PIPE_WIDTH = 4000


def printable(text: str) -> str:
    """`text` without control and direction characters, by which a hostile page could command a terminal."""
    return _CONTROL.sub("", text)


def one_line(text: str | None) -> str:
    """`text` on one line, fit for a terminal; '' for None."""
    return printable(" ".join((text or "").split()))


def short_time(when: datetime | str | None) -> str:
    """`2025-05-12 14:30`, in the zone it was published in; a dash for None."""
    text = when.isoformat() if isinstance(when, datetime) else when or ""
    return text[:16].replace("T", " ") or "–"


def make_console(stderr: bool = False) -> Console:
    """A console that folds lines on a terminal and leaves them whole in a pipe or file."""
    console = Console(stderr=stderr, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = _PIPE_WIDTH
    return console


def print_table(
    heads: Sequence[str], rows: Iterable[Sequence[str | Text]], numbers: Sequence[str] = ()
) -> None:
    """Print `rows` under `heads` to stdout; the columns named in `numbers` are set to the right."""
    console = make_console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head in heads:
        table.add_column(head, justify="right" if head in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) if isinstance(cell, str) else cell for cell in row))
    with console.capture() as captured:
        console.print(table)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def cut(text: str, cells: int) -> str:
    """`text` cut to at most `cells` columns of a terminal, an ellipsis where something was cut."""
    if cell_len(text) <= cells:
        return text
    return text[: cells - 1].rstrip() + "…"
