"""What `themes.toml` declares: the systems with their packages, and the themes with their sites."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from bench.software.stories import Story, read_words, slugify

Values = Mapping[str, Any]
PATH = Path(__file__).with_name("themes.toml")


class CatalogueError(ValueError):
    """`themes.toml` says something that isn't understood: which entry, and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A publishing system."""

    name: Literal["hexo", "pelican", "nikola"]
    packages: Mapping[str, str]
    """Exact versions by name."""
    before: date | None = None
    """What the packages need in turn is taken as it was on this day. None: `packages` has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme and the site that is printed in it."""

    name: str
    """The system's name, a hyphen, and the theme's: its folder under `.software/pages`."""
    number: int
    """Its place among the themes, from 0: it decides which stories are kept."""
    system: System
    theme: str
    """As the system's setting names it; of Pelican also a folder of its environment, "site-packages/..."."""
    site: str
    """The newspaper's name."""
    host: str
    language: Literal["id", "en"]
    """Of the site's own words, as far as the theme knows it."""
    path: str
    """A story's address: {y}, {n}, {d} of its day, {slug}, and with Hexo {section}."""
    packages: Mapping[str, str] = field(default_factory=dict)
    """What the theme needs beside the system's packages."""
    settings: Values = field(default_factory=dict)
    """The theme's own settings, in the theme's own form."""
    site_settings: Values = field(default_factory=dict)
    """The system's settings, where this site has others than its neighbours."""
    front: Mapping[str, str] = field(default_factory=dict)
    """Fields of a story that the theme knows: {author}, {image}, {standfirst}, {language} are filled in."""
    pages: tuple[Values, ...] = ()
    """Pages that the theme wants beside the stories, each with its `path`, `title` and front matter."""
    authors: str = ""
    """The data file in which the theme looks up authors by their slug, where it has one."""
    example: str = ""
    """The file of settings in the theme's package that its manual tells to begin with."""
    has_more: bool = False
    """Whether the teaser is ended by a mark after the first paragraph."""

    @property
    def address(self) -> str:
        """The site's address, without a slash at its end."""
        return f"https://{self.host}"

    def told(self, word: str) -> str:
        """What the site prints for this of `read_words`, with its own name and host."""
        return read_words()[self.language][word].format(site=self.site, host=self.host)

    def path_of(self, story: Story) -> str:
        """The story's path on the site, from the slash on."""
        when = story.published
        return self.path.format(
            y=when.year,
            n=f"{when.month:02}",
            d=f"{when.day:02}",
            section=slugify(story.section),
            slug=story.slug,
        )

    def front_of(self, story: Story, image: str) -> dict[str, str]:
        """The fields of `front` for this story."""
        known = {
            "author": story.author,
            "author_slug": slugify(story.author),
            "image": image,
            "standfirst": story.standfirst,
            "language": story.language,
        }
        return {name: form.format(**known) for name, form in self.front.items()}


def read_catalogue(path: Path = PATH) -> list[Theme]:
    """All themes, in the file's order. Raises `CatalogueError`."""
    told = tomllib.loads(path.read_text("utf-8"))
    systems = {name: _system(name, entry) for name, entry in told["systems"].items()}
    return [_theme(at, name, entry, systems) for at, (name, entry) in enumerate(told["themes"].items())]


def _system(name: str, entry: dict[str, Any]) -> System:
    _check(name, entry, System)
    return System(**{**entry, "name": name})


def _theme(number: int, name: str, entry: dict[str, Any], systems: Mapping[str, System]) -> Theme:
    _check(name, entry, Theme)
    if entry["system"] not in systems:
        raise CatalogueError(f"{name}: no system {entry['system']!r} is declared")
    told = {**entry, "system": systems[entry["system"]], "pages": tuple(entry.get("pages", ()))}
    return Theme(name=name, number=number, **told)


def _check(name: str, entry: dict[str, Any], kind: type[System | Theme]) -> None:
    fields = {one.name: one for one in dataclasses.fields(kind)}
    if unknown := sorted(entry.keys() - (fields.keys() - {"name", "number"})):
        raise CatalogueError(f"{name}: unknown key {unknown[0]!r}")
    missing = [
        one.name
        for one in fields.values()
        if one.default is one.default_factory is dataclasses.MISSING
        and one.name not in entry
        and one.name not in ("name", "number")
    ]
    if missing:
        raise CatalogueError(f"{name}: the key {missing[0]!r} is missing")
