"""Lists that hold everything: a portal's index ("indeks"), and lists by date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlunsplit

from lxml import etree

from kaltimcrawl.discovery.address import is_media, is_of_portal, page_number
from kaltimcrawl.discovery.page import Link, parse_page
from kaltimcrawl.urls import split_url, url_key

MAX_INDEXES = 3
"""Indexes taken of a home page."""

_INDEX = frozenset(
    ("indeks", "index", "indeks-berita", "index-berita", "index-news", "arsip", "archive", "archives")
)
_ENDINGS = (".html", ".htm", ".php")
_DATE = frozenset(("date", "tanggal", "tgl", "d"))
_DAY = frozenset(("day", "hari", "tgl", "tanggal", "d"))
_MONTH = frozenset(("month", "bulan", "bln", "m"))
_YEAR = frozenset(("year", "tahun", "thn", "y"))
_YEAR_FIRST = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}([-/])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12][0-9]|3[01])/?$")
_DAY_FIRST = re.compile(r"(?<![0-9])(?:0[1-9]|[12][0-9]|3[01])([-/])(?:0[1-9]|1[0-2])\1(?:19|20)[0-9]{2}/?$")


@dataclass(frozen=True, slots=True)
class DateArchive:
    """Lists of one day each, under addresses that differ in the date alone."""

    template: str
    """An address with {year}, {month} and {day}; other braces are percent-encoded."""

    def of(self, day: date) -> str:
        """The address of the list of `day`."""
        parts = {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}
        return re.sub(r"\{(year|month|day)\}", lambda found: parts[found[1]], self.template)


def is_index(url: str) -> bool:
    """Whether the address ends as that of an index: /indeks, /indeks-berita, /berita/indeks.html, /archives/.

    `index.html` and `index.php` are servers' words for a front page.
    """
    last = split_url(url).path.lower().rstrip("/").rpartition("/")[2]
    name = next((last.removesuffix(ending) for ending in _ENDINGS if last.endswith(ending)), last)
    return name in _INDEX and (name == last or name != "index")


def read_indexes(body: bytes, url: str, encoding: str | None = None) -> tuple[str, ...]:
    """The indexes that the page `body`, that `url` answered with, links to, wherever on it, each once.

    Portals put this link in the footer or under a box of teasers, so no menu is asked for. `encoding` is what
    HTTP declared. Raises `DiscoveryError` for an empty page.
    """
    page = parse_page(body, url, encoding)
    first: dict[str, str] = {}
    for link in page.links:
        if is_index(link.url) and is_of_portal(link.url, url) and page_number(link.url) == 1:
            first.setdefault(url_key(link.url), link.url)
    first.pop(url_key(url), None)
    return tuple(first.values())[:MAX_INDEXES]


def read_date_archive(body: bytes, url: str, encoding: str | None = None) -> DateArchive | None:
    """The lists by date that the list `body`, that `url` answered with, leads to; None where there are none.

    Told from a link that ends in a full date, else from a form that asks for one. `encoding` is what HTTP
    declared. Raises `DiscoveryError` for an empty page.
    """
    page = parse_page(body, url, encoding)
    own = [link for link in page.links if is_of_portal(link.url, url) and not is_media(link.url)]
    template = _of_links(own)
    if template is None:
        forms = (_of_form(form, page.absolute(form.get("action") or "") or url) for form in _forms(page.root))
        template = next((found for found in forms if found and is_of_portal(found, url)), None)
    return DateArchive(template) if template else None


def _of_links(links: Iterable[Link]) -> str | None:
    for link in links:
        template = _with_places(link.url)
        if template:
            return template
    return None


def _with_places(url: str) -> str | None:
    """`url` with places for its date, where it ends in one or has one in its query."""
    parts = split_url(_without_braces(url))
    path = _YEAR_FIRST.sub(r"{year}\1{month}\1{day}", parts.path)
    path = _DAY_FIRST.sub(r"{day}\1{month}\1{year}", path) if path == parts.path else path
    if path != parts.path:
        slash = "/" if parts.path.endswith("/") else ""
        return urlunsplit((parts.scheme, parts.netloc, path + slash, parts.query, ""))
    query = [(name, _dated(value)) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
    if any("{year}" in value for _, value in query):
        return urlunsplit((parts.scheme, parts.netloc, parts.path, _encoded(query), ""))
    return None


def _dated(value: str) -> str:
    dated = _YEAR_FIRST.sub(r"{year}\1{month}\1{day}", value)
    return _DAY_FIRST.sub(r"{day}\1{month}\1{year}", dated) if dated == value else dated


def _forms(root: etree._Element) -> Iterable[etree._Element]:
    return (form for form in root.iter("form") if (form.get("method") or "get").strip().lower() == "get")


def _of_form(form: etree._Element, action: str) -> str | None:
    """The address that the form asks for a day, or None where it doesn't ask for one."""
    fields = {
        (field.get("name") or ""): (field.get("type") or "").lower() for field in form.iter("input", "select")
    }
    by_name = {name.lower(): name for name in fields if name}
    whole = next((name for name, kind in fields.items() if name and kind == "date"), None)
    day, month, year = (
        next((by_name[name] for name in by_name if name in names), None) for names in (_DAY, _MONTH, _YEAR)
    )
    if whole is None and day and month and year:
        asked = [(day, "{day}"), (month, "{month}"), (year, "{year}")]
    else:
        whole = whole or next((by_name[name] for name in by_name if name in _DATE - {"d"}), None)
        asked = [(whole, "{year}-{month}-{day}")] if whole else []
    if not asked:
        return None
    parts = split_url(_without_braces(action))
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", _encoded(asked), ""))


def _encoded(query: list[tuple[str, str]]) -> str:
    return urlencode(query, safe="{}/-")


def _without_braces(url: str) -> str:
    return url.replace("{", "%7B").replace("}", "%7D")
