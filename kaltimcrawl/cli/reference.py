"""`python -m kaltimcrawl.cli.reference`: writes docs/commands.md from the help of the commands themselves.

Only what stands between the two markers is written; with `--check` nothing is, and the exit code is 1 where
the page is behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kaltimcrawl.cli.program import program

PAGE = Path("docs/commands.md")
BEGIN = "<!-- from here on written by: python -m kaltimcrawl.cli.reference -->"
END = "<!-- as far as here -->"
WIDTH = 100


def write_reference(page: str) -> str:
    """`page` with the help of every command between its markers. Raises ValueError where it lacks them."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page lacks the line {BEGIN!r} or {END!r}")
    return f"{head}{BEGIN}\n\n{_reference()}\n{END}{tail}"


def _reference() -> str:
    return "\n".join(f"## {name}\n\n```text\n{text}\n```\n" for name, text in _helps(program, "kaltimcrawl"))


def _helps(
    command: click.Command, name: str, parent: click.Context | None = None
) -> Iterator[tuple[str, str]]:
    """The full name and the help text of `command` and of each below it."""
    settings = {**command.context_settings, "terminal_width": WIDTH}
    context = click.Context(command, parent=parent, info_name=name.rpartition(" ")[2], **settings)
    yield name, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _helps(found, f"{name} {below}", context)


def main(words: list[str]) -> int:
    """Write the page, or with --check compare it; the exit code."""
    old = PAGE.read_text(encoding="utf-8")
    new = write_reference(old)
    if words == ["--check"]:
        return int(new != old)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
