"""Dates: what share the fast path takes, what is read rightly, and dates a second beside dateparser.

Texts are those that the pages' own marks call a date: `datetime` attributes, <meta> and JSON-LD values, and
what stands in elements whose class, id or itemprop says date or time. Which they are doesn't depend on who
reads them. The forms below are read by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import dateparser
from lxml import etree, html

from bench.clock import least_seconds
from bench.pages import Page, read_pages
from bench.report import Section
from kaltimcrawl.extraction.dates import read_date, read_date_slowly

FORMS = {
    "Senin, 12 Mei 2025 | 14:30 WITA": "2025-05-12T14:30+08:00",
    "Jum'at, 12 Agustus 2022 | 10:15 WITA": "2022-08-12T10:15+08:00",
    "Jum’at, 12 Agustus 2022": "2022-08-12T00:00+08:00",
    "Ahad, 4 Mei 2025 pukul 14.30": "2025-05-04T14:30+08:00",
    "23 Ags 2021": "2021-08-23T00:00+08:00",
    "23 Agst 2021": "2021-08-23T00:00+08:00",
    "23 Agt 2021": "2021-08-23T00:00+08:00",
    "6 Nop 2019": "2019-11-06T00:00+08:00",
    "1 Pebruari 2020 08.05": "2020-02-01T08:05+08:00",
    "31 Okt 2024, 23:59 WIB": "2024-10-31T23:59+07:00",
    "12/05/2025 14.30": "2025-05-12T14:30+08:00",
    "01/02/2023 10:00 WITA": "2023-02-01T10:00+08:00",
    "12-05-2025": "2025-05-12T00:00+08:00",
    "2025.05.12 14:30": "2025-05-12T14:30+08:00",
    "Samarinda, 12 Januari 2023": "2023-01-12T00:00+08:00",
    "Samarinda, Jumat (12/8/2022)": "2022-08-12T00:00+08:00",
    "Penulis: Rina Wati | Jum'at, 12 Agustus 2022 | 10:15 WITA": "2022-08-12T10:15+08:00",
    "Mei 12, 2025 2:30 pm": "2025-05-12T14:30+08:00",
    "3 jam yang lalu": "2026-11-24T09:00+08:00",
    "sejam lalu": "2026-11-24T11:00+08:00",
    "Kemarin, 20.15 WIB": "2026-11-23T20:15+07:00",
    "2025-05-12T14:30:00+08:00": "2025-05-12T14:30+08:00",
    "2025-05-12 14:30:00": "2025-05-12T14:30+08:00",
    "2019-09-28WIB19:17:34+07:00": "2019-09-28T19:17+07:00",
    "Mon, 12 May 2025 14:30:00 +0800": "2025-05-12T14:30+08:00",
    "Sunday, 06-Nov-94 08:49:37 GMT": "1994-11-06T08:49+00:00",
    "12 Ogos 2025": "2025-08-12T00:00+08:00",
    "12. März 2025, 14:30 Uhr": "2025-03-12T14:30+08:00",
    "12 de mayo de 2025": "2025-05-12T00:00+08:00",
    "12 мая 2025, 14:30": "2025-05-12T14:30+08:00",
    "Thứ Hai, 12/5/2025 14:30 (GMT+7)": "2025-05-12T14:30+07:00",
    "2025年5月12日 14:30": "2025-05-12T14:30+08:00",
}
"""Forms of dates, with what they say where it is WITA, and 12.00 of 2026-11-24."""

_ZONE = ZoneInfo("Asia/Makassar")
_NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
_SETTINGS = {
    "DATE_ORDER": "DMY",
    "TIMEZONE": "Asia/Makassar",
    "RETURN_AS_TIMEZONE_AWARE": True,
    "RELATIVE_BASE": datetime(2026, 11, 24, 12, 0),  # naive, of TIMEZONE
}
_DATED = re.compile(r"date|time|tanggal|waktu|publish|updated", re.IGNORECASE)
_JSON_DATE = re.compile(r'"date(?:Published|Modified|Created)"\s*:\s*"([^"]{1,60})"')
_LONGEST = 160


def measure(rounds: int = 7, most_pages: int | None = None) -> Section:
    """Rates of both on the dates of the pages and on the forms, and what a text costs that is no date."""
    pages = read_pages()[:most_pages]
    texts = list(dict.fromkeys(text for page in pages for text in read_marked_texts(page)))
    read = [text for text in texts if read_date(text, _ZONE, _NOW)]
    slowly = [text for text in texts if text not in set(read) and read_date_slowly(text, _ZONE)]
    misses = [text for text in _short_texts(pages) if read_date(text, _ZONE, _NOW) is None]
    sets = {"dates of the pages": read, "forms": list(FORMS), "texts that are no date": misses}
    rows = tuple(_row(name, texts, rounds) for name, texts in sets.items())
    dated = len(read) + len(slowly)
    notes = (
        f"{len(pages)} pages hold {dated} distinct texts that are marked as dates and read as such. The fast"
        f" path takes {len(read)} of them ({len(read) / max(1, dated):.1%}), dateparser the other"
        f" {len(slowly)}.",
        f"Of {len(FORMS)} forms the fast path reads {_rightly(_read_fast)} rightly to the minute,"
        f" dateparser.parse(languages=['id']) {_rightly(_read_by_dateparser)}.",
    )
    columns = ("of", "texts", "fast path, us each", "a second", "dateparser, us each", "a second")
    return Section("Dates", columns, rows, notes)


def read_marked_texts(page: Page) -> Iterator[str]:
    """The texts that a page marks as dates, in order, printed ones and a machine's."""
    tree = html.fromstring(page.body)
    for element in tree.iter(etree.Element):
        marks = " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "property", "name"))
        if element.tag != "time" and not _DATED.search(marks):
            continue
        is_short = len(element) < 4 and element.tag not in ("script", "style")
        text = "".join(map(str, element.itertext())) if is_short else ""
        for value in (element.get("datetime"), element.get("content"), text):
            folded = " ".join((value or "").split())
            if 4 <= len(folded) <= _LONGEST and any(map(str.isdigit, folded)):
                yield folded
    for script in tree.iter("script"):
        yield from _JSON_DATE.findall(script.text or "")


def _short_texts(pages: Iterable[Page]) -> list[str]:
    """Distinct texts of up to 160 characters, of which most are no dates."""
    texts: dict[str, None] = {}
    for page in pages:
        for text in html.fromstring(page.body).itertext():
            folded = " ".join(str(text).split())
            if 4 <= len(folded) <= _LONGEST:
                texts[folded] = None
    return list(texts)[:5000]


def _row(name: str, texts: Sequence[str], rounds: int) -> tuple[str, ...]:
    few = texts[:: max(1, len(texts) // 300)]  # dateparser takes a thousand times as long
    fast = least_seconds([lambda: list(map(_read_fast, texts))], rounds)[0] / max(1, len(texts))
    slow = least_seconds([lambda: list(map(_read_by_dateparser, few))], 1 + rounds // 3)[0] / max(1, len(few))
    return (name, str(len(texts)), f"{fast * 1e6:.2f}", _rate(fast), f"{slow * 1e6:.0f}", _rate(slow))


def _rate(seconds: float) -> str:
    return f"{1 / seconds:,.0f}" if seconds else "-"


def _rightly(read: Callable[[str], datetime | None]) -> int:
    right = 0
    for text, expected in FORMS.items():
        when = read(text)
        right += when is not None and when.replace(second=0) == datetime.fromisoformat(expected)
    return right


def _read_fast(text: str) -> datetime | None:
    reading = read_date(text, _ZONE, _NOW)
    return reading.when if reading else None


def _read_by_dateparser(text: str) -> datetime | None:
    settings: Any = _SETTINGS
    when: datetime | None = dateparser.parse(text, languages=["id"], settings=settings)
    return when
