"""The form of a portal's and of a family's file: which keys there are and of which type.

What a value means (a URL that answers to a host, a selector that compiles) is checked by the modules that
make something of it: `doors`, `layouts`, `load`.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kaltimcrawl.errors import PortalError
from kaltimcrawl.portals.document import read_document
from kaltimcrawl.portals.spot import Spot, did_you_mean, kind_of, shown


class DiscoveryForm(msgspec.Struct, frozen=True, kw_only=True):
    """[discovery]; None where the key is absent, so that the family's holds."""

    feeds: list[str] | None = None
    sitemaps: list[str] | None = None
    wordpress: str | None = None
    listings: list[str] | None = None
    archives: list[str] | None = None
    next: list[str] | None = None
    article_url: list[str] | str | None = None


class LayoutForm(msgspec.Struct, frozen=True, kw_only=True):
    """[extraction] or one of [[extraction]]: the keys of `rules.FIELDS`, and what is no place."""

    until: date | None = None
    title: list[str] | None = None
    subtitle: list[str] | None = None
    authors: list[str] | None = None
    editors: list[str] | None = None
    published: list[str] | None = None
    modified: list[str] | None = None
    section: list[str] | None = None
    tags: list[str] | None = None
    lead_image: list[str] | None = None
    body: list[str] | None = None
    drop: list[str] | None = None
    strip: dict[str, str] | None = None


class FamilyForm(msgspec.Struct, frozen=True, kw_only=True):
    """What portals of one CMS share."""

    timezone: str | None = None
    delay: float | None = None
    discovery: DiscoveryForm = DiscoveryForm()
    extraction: LayoutForm | list[LayoutForm] | None = None


class PortalForm(FamilyForm, frozen=True, kw_only=True):
    """A portal's file."""

    name: str
    home: str
    region: str = ""
    family: str | None = None
    allow_private: bool = False
    render: bool = False


_STRINGS = 'a list of strings, as ["…", "…"]'
_EXPECTED = {
    "name": 'the portal\'s name, as "Kaltim Post"',
    "home": 'the home page\'s URL, as "https://kaltim.example/"',
    "region": 'a city, regency or province, as "Balikpapan"',
    "timezone": 'an IANA time zone, as "Asia/Makassar"',
    "family": "the name of a family's file without .toml",
    "delay": "a number of seconds",
    "allow_private": "true or false",
    "render": "true or false",
    "discovery": "a table, as [discovery]",
    "extraction": "a table, as [extraction], or several, as [[extraction]]",
    "wordpress": "a URL, as \"https://kaltim.example/wp-json/wp/v2/posts\"",
    "until": "a date without quotes, as 2024-03-01",
    "strip": "a table of a field's name and a regular expression, as { authors = '^Penulis:' }",
}  # fmt: skip
_PATH = re.compile(r"(.*) - at `\$\.?(.*)`", re.DOTALL)
_STEP = re.compile(r"([A-Za-z_]+)|\[(\d+)\]|\[\.\.\.\]")
_MISSING = re.compile(r"Object missing required field `(\w+)`")

Form = TypeVar("Form", bound=FamilyForm)


def read_form(path: Path, form: type[Form]) -> Form:
    """The file `path` as `form` (`PortalForm` or `FamilyForm`), its keys and types checked.

    Raises PortalError, one line, for the first key that doesn't belong or whose value has the wrong type.
    """
    document = read_document(path)
    spot = Spot(path)
    _check_keys(spot, document, form)
    try:
        return msgspec.convert(document, form, builtin_types=(date,))
    except msgspec.ValidationError as error:
        raise _type_error(spot, document, str(error)) from None


def _check_keys(spot: Spot, document: dict[str, Any], form: type[FamilyForm]) -> None:
    _check_table(spot, document, form.__struct_fields__, form)
    discovery, extraction = document.get("discovery"), document.get("extraction")
    if isinstance(discovery, dict):
        _check_table(spot.at("discovery"), discovery, DiscoveryForm.__struct_fields__, form)
    if isinstance(extraction, dict):
        _check_table(spot.at("extraction"), extraction, LayoutForm.__struct_fields__, form)
    if isinstance(extraction, list):
        for number, layout in enumerate(extraction, 1):
            if isinstance(layout, dict):
                here = spot.at("extraction").numbered(number)
                _check_table(here, layout, LayoutForm.__struct_fields__, form)


def _check_table(spot: Spot, table: dict[str, Any], known: tuple[str, ...], form: type[FamilyForm]) -> None:
    for key in table:
        if key not in known:
            raise spot.at(key).error(f"unknown key{_remedy(key, known, form)}")


def _remedy(key: str, known: tuple[str, ...], form: type[FamilyForm]) -> str:
    """Where the key was meant to stand, or which word was meant: TOML reads a key under the last [table]."""
    if key in form.__struct_fields__:
        return "; it belongs at the top of the file, before the first [table]"
    if key in DiscoveryForm.__struct_fields__:
        return "; it belongs under [discovery]"
    if key in LayoutForm.__struct_fields__:
        return "; it belongs under [extraction]"
    if key in PortalForm.__struct_fields__:
        return "; it belongs in a portal's file, not in a family's"
    return did_you_mean(key, known) or f"; known are {', '.join(known)}"


def _type_error(spot: Spot, document: dict[str, Any], message: str) -> PortalError:
    """msgspec says where; what a person is told is made here from the value that stands there."""
    missing = _MISSING.fullmatch(message)
    if missing:
        return spot.at(missing[1]).error(f"missing; expected {_EXPECTED[missing[1]]}")
    found = _PATH.fullmatch(message)
    value: Any = document
    key = ""
    for name, index in _STEP.findall(found[2] if found else ""):
        within_list = bool(index) and key != "extraction"
        if within_list or (not name and not index):
            return spot.error(f"expected {_expected(key)}, and not all in it are strings")
        value = value[name] if name else value[int(index)]
        key = name or key
        spot = spot.at(name) if name else spot.numbered(int(index) + 1)
    return spot.error(f"expected {_expected(key)}, got {_told(value)}")


def _expected(key: str) -> str:
    return _EXPECTED.get(key, _STRINGS)


def _told(value: object) -> str:
    return kind_of(value) if isinstance(value, (list, dict)) else f"{kind_of(value)}: {shown(value)}"
