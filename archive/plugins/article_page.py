"""What stands around an article on its page: portal, bylines, tags, images, revisions and their captures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl

DATABASE = "kaltim"
MOST = 200
"""Rows of any one list on a page: an article that has more of something than a person would read."""

PORTAL = """
select slug, name, home, region from portals
where slug = (select portal from articles where id = :id)
"""
BYLINES = "select name, role from bylines where article_id = :id order by role, position limit :most"
TAGS = """
select tags.name
from article_tags join tags on tags.id = article_tags.tag_id
where article_tags.article_id = :id
order by tags.name
limit :most
"""
IMAGES = (
    "select position, url, caption, credit from images where article_id = :id order by position limit :most"
)
REVISIONS = """
select id, number, seen, digest, title, extractor
from article_revisions
where article_id = :id
order by number desc
limit :most
"""
CAPTURES = """
select article_revisions.number, captures.id, url, captured, status,
  warc_file, warc_offset, warc_length, record_id, payload_digest
from article_revisions
join revision_captures on revision_captures.revision_id = article_revisions.id
join captures on captures.id = revision_captures.capture_id
where article_revisions.article_id = :id
order by article_revisions.number desc, revision_captures.seen desc, revision_captures.position
limit :most
"""
NEWEST_CAPTURE = """
select null as number, id, url, captured, status,
  warc_file, warc_offset, warc_length, record_id, payload_digest
from captures
where id = (select capture_id from articles where id = :id)
"""
NEWEST_PROVENANCE = """
select provenance from article_revisions where article_id = :id order by number desc limit 1
"""
PAGE_OF_REVISION = "select article_id from article_revisions where id = :id"


@hookimpl
def extra_template_vars(
    view_name: str | None, database: str | None, table: str | None, request: Any, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]] | None:
    """`sekitar` for the pages of an article and of one of its revisions."""
    if view_name != "row" or database != DATABASE or table not in ("articles", "article_revisions"):
        return None

    async def surroundings() -> dict[str, Any]:
        key = request.url_vars["pks"]
        if table == "article_revisions":
            row = (await datasette.get_database(DATABASE).execute(PAGE_OF_REVISION, {"id": key})).first()
            key = row["article_id"] if row else None
        return {"sekitar": await read_surroundings(datasette, key)}

    return surroundings


async def read_surroundings(datasette: Any, article_id: str | int | None) -> dict[str, Any]:
    """portal (a row or None), authors, editors and photographers (names), tags, images, revisions, captures
    (rows), provenance (JSON of the newest revision, or None).

    captures are those of all revisions, newest first; the capture seen last comes before them where no
    revision was read from it (the page was seen again, unchanged).
    """
    database = datasette.get_database(DATABASE)

    async def rows(sql: str) -> list[Any]:
        return list((await database.execute(sql, {"id": article_id, "most": MOST})).rows)

    bylines, captures = await rows(BYLINES), await rows(CAPTURES)
    held = {capture["id"] for capture in captures}
    newest = [capture for capture in await rows(NEWEST_CAPTURE) if capture["id"] not in held]
    return {
        "portal": next(iter(await rows(PORTAL)), None),
        "authors": [byline["name"] for byline in bylines if byline["role"] == "author"],
        "editors": [byline["name"] for byline in bylines if byline["role"] not in ("author", "photographer")],
        "photographers": [byline["name"] for byline in bylines if byline["role"] == "photographer"],
        "tags": await rows(TAGS),
        "images": await rows(IMAGES),
        "revisions": await rows(REVISIONS),
        "captures": newest + captures,
        "provenance": next((row["provenance"] for row in await rows(NEWEST_PROVENANCE)), None),
    }
