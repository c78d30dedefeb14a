"""A portal's file, drafted: TOML whose comments say how each line was found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kaltimcrawl.portals.doors import shares_site
from kaltimcrawl.portals.findings import DOOR_WORDS, DoorKind, FoundDoor, choose_doors
from kaltimcrawl.urls import host_of

MAX_DOOR_LENGTH = 500
"""Characters of an address that a draft takes: the whole file must stay within `document.MAX_BYTES`."""

_MAX_COMMENT = 400
_KEYS: dict[DoorKind, str] = {
    "feed": "feeds",
    "sitemap": "sitemaps",
    "wordpress": "wordpress",
    "listing": "listings",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A value of the file, and how it was found."""

    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a portal's file is to say."""

    name: Line
    home: Line
    timezone: Line
    """An IANA zone."""
    delay: float
    delay_why: str
    doors: tuple[FoundDoor, ...]
    """All that were found: `choose_doors` takes those that are declared, comments tell of the others."""
    found_on: date
    allow_private: bool = False
    render: bool = False
    notes: tuple[str, ...] = ()
    """What a person should look at, a sentence each."""


def draft_text(draft: Draft) -> str:
    """The file's text: TOML that `portals.load_portal` takes, in UTF-8 within its bounds."""
    return "\n".join([*_head(draft), "", *_discovery(draft), *_extraction(draft)]) + "\n"


def declared_doors(draft: Draft) -> tuple[FoundDoor, ...]:
    """The doors that the text declares: the chosen ones whose address a portal's file may have."""
    return tuple(door for door in choose_doors(draft.doors) if _refusal(door, draft.home.value) is None)


def _refusal(door: FoundDoor, home: str) -> str | None:
    """Why a portal's file can't declare the door, or None where it can."""
    if not shares_site(host_of(door.url), host_of(home)):
        return "not on the portal's host"
    return "its address is very long" if len(door.url) > MAX_DOOR_LENGTH else None


def _head(draft: Draft) -> Iterator[str]:
    yield _comment(
        f"Known: what the portal showed on {draft.found_on}; each comment says how its line was found."
    )
    yield _comment(
        "Not known: the region, and whether the doors name everything. Look it over before a crawl."
    )
    for note in draft.notes:
        yield _comment(f"Look at this: {note}")
    yield _with_comment(f"name = {_string(draft.name.value)}", draft.name.why)
    yield _with_comment(f"home = {_string(draft.home.value)}", draft.home.why)
    yield _comment(
        'region = "…"  (the city, regency or province it writes for, by which archives are sorted)'
    )
    yield _with_comment(f"timezone = {_string(draft.timezone.value)}", draft.timezone.why)
    yield _with_comment(f"delay = {draft.delay:g}", draft.delay_why)
    if draft.allow_private:
        yield _with_comment("allow_private = true", "--allow-private: this machine or a private network")
    if draft.render:
        yield _with_comment("render = true", "--render: a browser makes the pages of articles")


def _discovery(draft: Draft) -> Iterator[str]:
    declared = declared_doors(draft)
    yield "[discovery]"
    for kind, key in _KEYS.items():
        here = [door for door in declared if door.kind == kind]
        if kind == "wordpress":
            yield from (_with_comment(f"{key} = {_address(door)}", _told(door)) for door in here[:1])
        elif here:
            yield f"{key} = ["
            yield from (_with_comment(f"  {_address(door)},", _told(door)) for door in here)
            yield "]"
    archives = [door for door in declared if door.kind == "listing" and door.by_date is not None]
    if archives:
        yield "archives = ["
        yield from (
            _with_comment(f"  {_string(door.by_date or '')},", f"dates that {door.url} leads to")
            for door in {door.by_date: door for door in archives}.values()
        )
        yield "]"
    others = [door for door in draft.doors if door not in declared]
    if others:
        yield _comment("Found, and not declared:")
    for door in others:
        reason = _refusal(door, draft.home.value) or door.problem or _told(door)
        yield _comment(f"- {DOOR_WORDS[door.kind]} {door.url}: {reason}")


def _told(door: FoundDoor) -> str:
    """How the door was found and what it showed."""
    shown = [door.how]
    if door.is_opened:
        back = f" back to {door.oldest:%Y-%m-%d}" if door.oldest else ""
        shown.append(f"names {door.named} article{'' if door.named == 1 else 's'}{back}")
    else:
        shown.append("not asked for")
    return "; ".join([*shown, door.detail] if door.detail else shown)


def _extraction(draft: Draft) -> Iterator[str]:
    yield ""
    yield _comment("Fields that the sampled pages give wrongly are mended here; docs/portals.md says how:")
    yield _comment("[extraction]")
    yield _comment('authors = ["css: .penulis"]')


def _address(door: FoundDoor) -> str:
    """The address as the file writes it: braces would be places for {home} and {host}."""
    return _string(door.url.replace("{", "%7B").replace("}", "%7D"))


def _string(text: str) -> str:
    """`text` as a basic string of TOML, whose escapes are JSON's and one more (TOML 1.0, "String")."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _with_comment(line: str, why: str) -> str:
    return f"{line}  {_comment(why)}" if why else line


def _comment(text: str) -> str:
    """`text` as a comment: one line, without the characters that end or spoil it."""
    return f"# {_plain(' '.join(text.split()))[:_MAX_COMMENT]}"


def _plain(text: Iterable[str]) -> str:
    return "".join(char for char in text if char.isprintable())
