"""Values as the archive's columns hold them."""

from __future__ import annotations

import re
from datetime import datetime

_HALVES = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` as SQLite keeps it whole: no NUL, at which its functions and shell stop, no half surrogate pair.

    JSON on pages (`"\\ud83d"`, an emoji cut in its middle) and file names with stray bytes bring such halves,
    which have no UTF-8: each becomes a replacement character.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()  # much faster than a search for halves, and nearly always all there is to do
    except UnicodeEncodeError:
        return _HALVES.sub("\ufffd", text)
    return text


def iso_text(when: datetime | None) -> str | None:
    """ISO 8601 to the second, with the offset it has; None for None."""
    return when.isoformat(timespec="seconds") if when else None
