"""Regular expressions of a portal's file, compiled; those that a text could stall are refused."""

from __future__ import annotations

import re
import warnings

from kaltimcrawl.portals.backtracking import backtracking_bits
from kaltimcrawl.portals.spot import Spot, shown

MAX_LENGTH = 500
MAX_BITS = 24.0
"""Some ten million steps at worst on an address of full length: under a second."""


def read_pattern(spot: Spot, text: str) -> re.Pattern[str]:
    """The regular expression `text` (Python's `re`), compiled.

    Raises PortalError where it doesn't compile, is longer than `MAX_LENGTH`, or where its repeats could be
    tried in too many ways (see `backtracking`); backreferences are refused for the same reason.
    """
    if not 0 < len(text) <= MAX_LENGTH:
        raise spot.error(f"expected a regular expression of 1 to {MAX_LENGTH} characters, got {len(text)}")
    try:
        with warnings.catch_warnings():  # "possible nested set" is a word to programmers
            warnings.simplefilter("ignore", FutureWarning)
            pattern = re.compile(text)
            bits = backtracking_bits(text)
    except (re.error, OverflowError) as error:
        raise spot.error(f"{shown(text)} is no regular expression: {error}") from None
    except RecursionError:
        raise spot.error(f"{shown(text)} is nested too deeply") from None
    if bits > MAX_BITS:
        raise spot.error(
            f"{shown(text)} could take very long on some texts; begin it with ^, write [^/]+ for .*,"
            " and no repeat within a repeat"
        )
    return pattern
