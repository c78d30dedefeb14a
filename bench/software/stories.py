"""The stories that the software prints, out of the sets' story files.

All sites have all of them; of each site a few are kept as pages of articles, another few for every theme.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32
from zoneinfo import ZoneInfo

from bench.own import Block, read_blocks, read_stories

ZONE = ZoneInfo("Asia/Makassar")
"""Where all the sites are: they print a story's time as it was there."""
IMAGE = "/images/foto.png"
"""The address of the picture that all stories share."""
_EDITED = timedelta(days=1, hours=2, minutes=40)
_PICKED = {"id": 4, "en": 2, "": 2}
"""How many stories a site keeps as articles, by language; "" is any other."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Related:
    """A line between two paragraphs that leads to another story."""

    label: str
    """With the space after it: "Baca juga: "."""
    slug: str
    title: str

    @property
    def line(self) -> str:
        """The line as a reader sees it."""
        return self.label + self.title


@dataclass(frozen=True, slots=True)
class Story:
    """A story as a newsroom would type it into the system."""

    slug: str
    language: str
    """BCP 47 primary tag."""
    title: str
    standfirst: str
    section: str
    tags: tuple[str, ...]
    author: str
    caption: str
    published: datetime
    """In `ZONE`."""
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    """Of each block its line in the story's file, without the mark of its kind."""
    related: Related | None
    """Stands after the second paragraph."""

    @property
    def edited(self) -> datetime:
        """When it was touched again: on another day, so that neither time can be taken for the other."""
        return self.published + _EDITED

    @property
    def text(self) -> str:
        """What a reader calls the article: its blocks, a blank line between them."""
        return "\n\n".join(block.text for block in self.blocks)


def read_words() -> dict[str, dict[str, str]]:
    """What a site prints beside its stories, by its language."""
    words: dict[str, dict[str, str]] = _choice()["words"]
    return words


def read_months() -> list[list[str]]:
    """The twelve months' names in each of the sites' languages."""
    words = tomllib.loads((_HERE.parent / "own" / "words.toml").read_text("utf-8"))
    return [words[language]["months"] for language in read_words()]


@cache
def read_choice() -> tuple[Story, ...]:
    """The stories of `stories.toml`; of those with a related line in their language, every second has one."""
    found = [_find(*place) for place in _choice()["choice"]]
    return tuple(_story(language, told, _related(found, at)) for at, (language, told) in enumerate(found))


def pick_stories(stories: Sequence[Story], number: int) -> list[Story]:
    """The stories that the site of this number keeps as pages of articles: other ones than its neighbours."""
    picked = []
    for language, count in _PICKED.items():
        fitting = [
            story for story in stories if language == (story.language if story.language in _PICKED else "")
        ]
        picked += [fitting[(number * count + step) % len(fitting)] for step in range(count)]
    return picked


def slugify(name: str) -> str:
    """`name` as the part of an address: ASCII letters and digits with hyphens, or a number made of it.

    >>> slugify("Laporan Khusus"), slugify("España"), slugify("社会")
    ('laporan-khusus', 'espana', '34c869f4')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or f"{crc32(name.encode()):08x}"


@cache
def _choice() -> dict[str, Any]:
    return tomllib.loads((_HERE / "stories.toml").read_text("utf-8"))


def _find(folder: str, language: str, beginning: str) -> tuple[str, dict[str, Any]]:
    stories = _stories(folder)[language]
    return language, next(story for story in stories if story["slug"].startswith(beginning))


@cache
def _stories(folder: str) -> dict[str, list[dict[str, Any]]]:
    return read_stories(_HERE.parent / folder)


def _related(found: Sequence[tuple[str, dict[str, Any]]], at: int) -> Related | None:
    """Of the first, third, ... story of its language the line that leads to the next."""
    language = found[at][0]
    if language not in read_words():
        return None
    mine = [number for number, (other, _) in enumerate(found) if other == language]
    place = mine.index(at)
    if place % 2:
        return None
    told = found[mine[(place + 1) % len(mine)]][1]
    return Related(read_words()[language]["related"], _slug(told), told["title"])


def _story(language: str, told: dict[str, Any], related: Related | None) -> Story:
    blocks = read_blocks(told, {})
    lines = told["body"].strip().splitlines()
    (author,) = told["authors"]
    return Story(
        slug=_slug(told),
        language=language,
        title=told["title"],
        standfirst=told["standfirst"],
        section=told["section"],
        tags=tuple(told["tags"]),
        author=author,
        caption=told["caption"],
        published=told["published"].astimezone(ZONE),
        blocks=blocks,
        sources=tuple(
            line if block.kind == "paragraph" else line.split(" ", 1)[1]
            for block, line in zip(blocks, lines, strict=True)
        ),
        related=related,
    )


def _slug(told: dict[str, Any]) -> str:
    """The last part of the slug, which in some sets is a whole path."""
    slug: str = told["slug"].rstrip("/").rsplit("/", 1)[-1]
    return slugify(slug.removesuffix(".html"))
