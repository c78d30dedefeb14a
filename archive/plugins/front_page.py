"""What the front page tells of the archive: how much it holds, of whom, from when to when."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.database import QueryInterrupted

DATABASE = "kaltim"
NEWEST = 10

# Scalar subqueries, each answered from an index: a portal's texts need not be read to count them.
SUMMARY = """
select
  (select count(*) from articles) as articles,
  (select count(distinct portal) from articles) as portals,
  (select published from articles where published_utc is not null order by published_utc limit 1) as first,
  (select published from articles order by published_utc desc limit 1) as last,
  (select max(captured) from captures) as captured
"""
PORTALS = """
select portals.slug, portals.name, portals.region, count(articles.id) as articles
from portals
left join articles on articles.portal = portals.slug
group by portals.slug
order by articles desc, portals.name
"""
YEARS = """
select substr(published_month, 1, 4) as year, count(*) as articles
from articles
where published_month is not null
group by year
order by year desc
"""
LATEST = """
select articles.id, articles.title, articles.section, articles.published, articles.published_precision,
  articles.is_advertorial, portals.name as portal
from articles
join portals on portals.slug = articles.portal
order by articles.published_utc desc
limit :limit
"""


@hookimpl
def extra_template_vars(
    view_name: str | None, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]] | None:
    """`arsip` for the front page: None where there is no archive yet, else its parts as rows."""
    if view_name != "index":
        return None

    async def front_page() -> dict[str, Any]:
        return {"arsip": await read_archive(datasette)}

    return front_page


async def read_archive(datasette: Any) -> dict[str, Any] | None:
    """summary (a row), portals, years and latest (rows); None where there is no archive to read."""
    if DATABASE not in datasette.databases:
        return None
    database = datasette.get_database(DATABASE)
    try:
        return {
            "summary": (await database.execute(SUMMARY)).first(),
            "portals": (await database.execute(PORTALS)).rows,
            "years": (await database.execute(YEARS)).rows,
            "latest": (await database.execute(LATEST, {"limit": NEWEST})).rows,
        }
    except (sqlite3.OperationalError, QueryInterrupted):  # not our tables, or more than the time limit allows
        return None
