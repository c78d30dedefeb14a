"""`python -m bench.software [THEME ...]`: render the stories in every theme, or in those named.

What is built already stays as it is. A theme that can't be installed or built is left out with a line on
stderr, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from bench.software.building import ROOT, build_theme, is_built
from bench.software.catalogue import Theme, read_catalogue
from bench.software.tools import SoftwareError, missing_tool


def main(words: Sequence[str] | None = None) -> int:
    """The program's exit code."""
    themes = {theme.name: theme for theme in read_catalogue()}
    parser = argparse.ArgumentParser(
        prog="python -m bench.software", description="Render the stories in themes of publishing software."
    )
    parser.add_argument(
        "theme", nargs="*", metavar="THEME", help=f"all where none is named: {', '.join(themes)}"
    )
    names = parser.parse_args(words).theme
    if unknown := [name for name in names if name not in themes]:
        parser.error(f"no theme {unknown[0]!r}")
    return build([themes[name] for name in names or themes])


def build(themes: Sequence[Theme], root: Path = ROOT) -> int:
    """Build those that aren't; the exit code."""
    is_whole = True
    absent = set()
    for theme in themes:
        if is_built(theme, root):
            print(f"{theme.name}: is there")
        elif lack := missing_tool(theme.system):
            is_whole = False
            if theme.system.name not in absent:
                absent.add(theme.system.name)
                print(f"bench.software: no theme of {theme.system.name}: {lack}", file=sys.stderr)
        else:
            is_whole &= _build_one(theme, root)
    return 0 if is_whole else 1


def _build_one(theme: Theme, root: Path) -> bool:
    began = monotonic()
    try:
        count = build_theme(theme, root)
    except SoftwareError as error:
        print(f"bench.software: {theme.name} is left out: {error}", file=sys.stderr)
        return False
    print(f"{theme.name}: {count} pages, {monotonic() - began:.0f} s", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
