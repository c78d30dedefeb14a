"""Where a Chinese article ends: papers of China name the editor under it, whatever follows."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.verdict import Judged, is_prose

_EDITOR = re.compile(
    r"[（(\[【]?\s?(?:责任编辑|責任編輯|责编|責編|责任校对)\s?[:：]\s?[\w\s、,，/_-]{0,24}[)）\]】]?"
)
_LONGEST = 40


def without_rest(lines: list[Line], judged: Judged) -> list[Line]:
    """The lines up to that which names the editor responsible; what stands behind it is others' or the
    portal's and goes to `judged.dropped`.

    All of them where none names one, or no prose stands over it.
    """
    end = next((place for place, line in enumerate(lines) if _names_editor(line.text)), len(lines))
    if end >= len(lines) - 1 or not any(map(is_prose, lines[:end])):
        return lines
    judged.dropped.extend(lines[end + 1 :])
    return lines[: end + 1]


def _names_editor(text: str) -> bool:
    return len(text) <= _LONGEST and not text.isascii() and _EDITOR.fullmatch(text) is not None
