"""The pages that were built, with what a reader finds on each.

The text is the story's blocks, the title the story's. Which other fields a page tells is decided by its HTML:

- Time: to the minute where the HTML has a time with its offset that is the story's minute; else to the day,
  where it has the day in figures from the year on, as in an address, or with the month's name; else nothing.
  A day in a form that the story itself has doesn't count.
- Author and section: by the places of their names, see `bench.software.places`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from bench.software.building import ROOT, is_built
from bench.software.catalogue import Theme, read_catalogue
from bench.software.places import is_told
from bench.software.stories import ZONE, Story, read_choice, read_months

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)")


@dataclass(frozen=True, slots=True)
class SoftwarePage:
    """A page that software printed, and what a reader finds on it."""

    name: str
    """The theme's name and the file's: "hexo-next/front.html"."""
    kind: str
    """article, front, category, tag, author, archive or static."""
    url: str
    body: bytes
    language: str
    """BCP 47 primary tag."""
    text: str | None
    """The story's blocks, a blank line between them; None where the page is no article."""
    title: str | None = None
    author: str | None = None
    section: str | None = None
    published: datetime | None = None
    """In the sites' zone; midnight where only the day is told."""
    precision: Literal["minute", "day"] = "minute"
    must_not: tuple[str, ...] = ()
    """The related line, which is no part of the text."""


def read_software_pages(root: Path = ROOT) -> Iterator[SoftwarePage]:
    """The pages under `root` of every theme whose pages are those of its entry as it is now."""
    for theme in read_catalogue():
        if is_built(theme, root):
            yield from read_theme_pages(theme, root / "pages" / theme.name)


def read_theme_pages(theme: Theme, folder: Path) -> Iterator[SoftwarePage]:
    """The pages in a theme's folder."""
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    bodies = {row["file"]: (folder / row["file"]).read_bytes() for row in rows}
    stories = {story.slug: story for story in read_choice()}
    articles = {row["file"]: stories[row["slug"]] for row in rows if row["kind"] == "article"}
    tells_author = is_told([(bodies[file], story.author) for file, story in articles.items()])
    tells_section = is_told([(bodies[file], story.section) for file, story in articles.items()])
    for row in rows:
        body, story = bodies[row["file"]], articles.get(row["file"])
        page = {"name": f"{theme.name}/{row['file']}", "body": body}
        page |= {name: row[name] for name in ("kind", "url", "language")}
        if story is None:
            yield SoftwarePage(**page, text=None)
        else:
            yield SoftwarePage(
                **page,
                text=story.text,
                title=story.title,
                author=story.author if tells_author else None,
                section=story.section if tells_section else None,
                must_not=(story.related.line,) if story.related else (),
                **_time(story, body.decode("utf-8")),
            )


def _time(story: Story, html: str) -> dict[str, Any]:
    """The fields that tell when the story was published, as far as the page does."""
    minute = story.published.replace(second=0, microsecond=0)
    for found in _TIME.findall(html):
        told = datetime.fromisoformat(found).astimezone(ZONE)
        if told.replace(second=0, microsecond=0) == minute:
            return {"published": minute, "precision": "minute"}
    own = "\n".join((story.title, story.standfirst, story.caption, story.text))
    if any(found[0] not in own for found in _day(minute).finditer(html)):
        return {"published": minute.replace(hour=0, minute=0), "precision": "day"}
    return {}


def _day(when: datetime) -> re.Pattern[str]:
    """The day in figures from the year on, or with the month's name, which may be cut to three letters."""
    months = "|".join(f"{names[when.month - 1][:3]}[a-z]*" for names in read_months())
    d, n, y = f"0?{when.day}", f"0?{when.month}", when.year
    return re.compile(
        rf"(?<!\d){y}[-/.年]\s?{n}[-/.月]\s?{d}(?!\d)"
        rf"|(?<!\d){d}(?:st|nd|rd|th)? (?:{months})\.?,? {y}(?!\d)"
        rf"|\b(?:{months})\.? {d}(?:st|nd|rd|th)?,? {y}(?!\d)",
        re.IGNORECASE,
    )
