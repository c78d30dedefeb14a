"""The day that an address shows: /2025/05/12/slug."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(
    r"/((?:19|20)[0-9]{2})(?:"
    r"/(0?[1-9]|1[0-2])(?:/(0?[1-9]|[12][0-9]|3[01]))?"
    r"|-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"
    r")/"
)


def day_in_address(url: str) -> str | None:
    """The day that the path of `url` shows as 2025-05-12, or the month as 2025-05; None where it shows none.

    Read are /2025/05/12/, /2025/05/, /2025-05-12/ and /20250512/, where something follows. It is the portal's
    own day: addresses are made of it. What names no day (/2025/02/30/) is none.

    >>> day_in_address("https://kaltim.example/2025/05/12/banjir")
    '2025-05-12'
    >>> day_in_address("https://kaltim.example/2025/05/banjir"), day_in_address("https://kaltim.example/banjir")
    ('2025-05', None)
    """
    found = _DATE.search(url)
    if found is None:
        return None
    year = int(found[1])
    month = int(found[2] or found[4] or found[6])
    day = found[3] or found[5] or found[7]
    if day is None:
        return f"{year}-{month:02}"
    try:
        return date(year, month, int(day)).isoformat()
    except ValueError:
        return None
