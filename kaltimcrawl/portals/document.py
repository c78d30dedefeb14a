"""A TOML file read within bounds: its keys and values, or one line that says which file and line is wrong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from kaltimcrawl.errors import PortalError
from kaltimcrawl.portals.spot import Spot

MAX_BYTES = 64 * 1024
MAX_LINE = 2500
"""Characters: room for the longest URL. Also bounds dotted keys, for which tomllib takes quadratic time."""

_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def read_document(path: Path) -> dict[str, Any]:
    """The keys and values of the TOML 1.0 file `path` (UTF-8, at most `MAX_BYTES`).

    Raises PortalError where the file can't be read, is too large or is no TOML; then with the line.
    """
    spot = Spot(path)
    text = _read_text(spot)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise _line_error(spot, number, f"longer than {MAX_LINE} characters")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(spot, text, str(error)) from None
    except ValueError as error:  # a whole number of thousands of digits
        raise spot.error(f"no TOML: {error}") from None
    except RecursionError:
        raise spot.error("no TOML for a portal: lists or tables nested too deeply") from None


def _read_text(spot: Spot) -> str:
    try:
        if not spot.file.is_file():  # a pipe would keep us waiting
            raise spot.error("no such file" if not spot.file.exists() else "not a file")
        with spot.file.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise spot.error(f"can't be read: {getattr(error, 'strerror', None) or error}") from None
    if len(body) > MAX_BYTES:
        raise spot.error(f"larger than {MAX_BYTES // 1024} KiB, too large for a portal's file")
    try:
        return body.decode("utf-8-sig").replace("\r\n", "\n")  # editors on Windows put a BOM
    except UnicodeDecodeError as error:
        raise _line_error(
            spot, body[: error.start].count(b"\n") + 1, "not UTF-8; save the file as UTF-8"
        ) from None


def _syntax_error(spot: Spot, text: str, message: str) -> PortalError:
    found = _PLACE.fullmatch(message)
    if found is None:
        return spot.error(f"no TOML: {message}")
    what, line, column = found.groups()
    if line is None:
        return _line_error(spot, text.rstrip("\n").count("\n") + 1, f"{what}, and the file ends")
    return _line_error(spot, int(line), f"{what} (column {column})")


def _line_error(spot: Spot, number: int, text: str) -> PortalError:
    return spot.error(f"line {number}: {text}")
