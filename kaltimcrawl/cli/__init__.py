"""The command line: words in, calls into the rooms, lines out. One module a verb; `main` is the command."""

from kaltimcrawl.cli.program import main

__all__ = ["main"]
