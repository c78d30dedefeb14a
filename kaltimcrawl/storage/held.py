"""The articles an archive holds, with the captures they were read from: what `reextract` goes through."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kaltimcrawl.storage.archive import Archive

# fmt: off
_NOT_CONTENT = frozenset((
    "id", "url", "revisions", "first_seen", "last_seen", "capture_id", "word_count", "method", "confidence",
    "warnings", "certainty",
))
# fmt: on
"""Columns of articles that a reading doesn't print: where it came from, and how far it is trusted."""


@dataclass(frozen=True, slots=True)
class HeldPortal:
    """A portal as the archive knows it."""

    slug: str
    name: str
    home: str
    region: str
    timezone: str
    """IANA name."""


@dataclass(frozen=True, slots=True)
class HeldPage:
    """Where a page of an article is kept."""

    record_id: str
    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class HeldArticle:
    """An article and the pages it was read from."""

    id: int
    url_key: str
    url: str
    title: str
    sightings: tuple[tuple[HeldPage, ...], ...]
    """Each time it was seen, the oldest first, its pages in order; what was imported as text is left out."""


@dataclass(frozen=True, slots=True)
class Content:
    """What an article's rows say."""

    text: str
    others: tuple[Any, ...]
    """Its other fields, bylines, tags and images."""


def held_portals(archive: Archive) -> list[HeldPortal]:
    """The portals that the archive holds articles of, by slug."""
    rows = archive.rows(
        """
        select slug, name, home, region, timezone
        from portals
        where exists (select 1 from articles where portal = slug)
        order by slug
        """
    )
    return [HeldPortal(*row) for row in rows]


def held_keys(archive: Archive, portal: str) -> list[tuple[str, int]]:
    """`url_key` and row of all articles of a portal that a capture shows."""
    rows = archive.rows(
        "select url_key, id from articles where portal = ? and capture_id is not null", (portal,)
    )
    return [(key, row) for key, row in rows]


def held_articles(archive: Archive, article_ids: Sequence[int]) -> list[HeldArticle]:
    """The articles of those rows, in order of row; those that no capture shows are left out."""
    rows = archive.rows(
        """
        select articles.id, url_key, articles.url, articles.title, revision_captures.seen,
            article_revisions.id, record_id, warc_file, warc_offset, warc_length
        from articles
        join article_revisions on article_revisions.article_id = articles.id
        join revision_captures on revision_captures.revision_id = article_revisions.id
        join captures on captures.id = revision_captures.capture_id
        where articles.id in (select value from json_each(?))
        order by articles.id, revision_captures.seen, article_revisions.id, position
        """,
        (json.dumps(list(article_ids)),),
    )
    held = []
    for (number, key, url, title), group in groupby(rows, key=lambda row: row[:4]):
        seen = [list(pages) for _, pages in groupby(group, key=lambda row: row[4:6])]
        sightings = tuple(tuple(HeldPage(*page[6:]) for page in pages) for pages in seen)
        held.append(HeldArticle(number, key, url, title, sightings))
    return held


def newest_pages(archive: Archive, key: str) -> tuple[HeldPage, ...]:
    """The pages of the newest sighting of the article of that key, in order; empty for imported text."""
    row = archive.row("select id from articles where url_key = ?", (key,))
    held = held_articles(archive, [row[0]]) if row else []
    return held[0].sightings[-1] if held else ()


def read_content(archive: Archive, article_id: int) -> Content:
    """What the rows of an article say now."""
    names = [
        name
        for (name,) in archive.rows("select name from pragma_table_xinfo('articles')")
        if name not in _NOT_CONTENT and name != "text"
    ]
    columns = ", ".join(names)
    row = archive.row(f"select text, {columns} from articles where id = ?", (article_id,))  # noqa: S608
    if row is None:
        raise ValueError(f"no article {article_id} in the archive")
    parts = (
        archive.rows(statement, (article_id,))
        for statement in (
            "select name, role from bylines where article_id = ? order by position",
            "select name from article_tags join tags on tags.id = tag_id where article_id = ? order by name",
            "select url, caption, credit from images where article_id = ? order by position",
        )
    )
    return Content(str(row[0]), (*row[1:], *map(tuple, parts)))
