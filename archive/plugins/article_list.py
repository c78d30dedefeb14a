"""What the list of articles says of itself: portals' names, and the tag or person that it is narrowed to."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from markupsafe import Markup

DATABASE = "kaltim"
NAMES = "select slug, name from portals"
TAG = "select name from tags where id = :id"


@hookimpl
def extra_template_vars(
    view_name: str | None, database: str | None, table: str | None, request: Any, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]] | None:
    """For the list of articles: `nama_portal`, slug to name; `melalui`, what `_through` narrows it to."""
    if view_name != "table" or database != DATABASE or table != "articles":
        return None

    async def names() -> dict[str, Any]:
        rows = (await datasette.get_database(DATABASE).execute(NAMES)).rows
        through = [await _read_through(datasette, text) for text in request.args.getlist("_through")]
        return {"nama_portal": {row["slug"]: row["name"] for row in rows}, "melalui": through}

    return names


async def _read_through(datasette: Any, text: str) -> dict[str, str]:
    # Datasette has read the same JSON before this template is made, and refused what is none.
    through = json.loads(text)
    label, value = str(through.get("table")), str(through.get("value"))
    if (through.get("table"), through.get("column")) == ("article_tags", "tag_id"):
        row = (await datasette.get_database(DATABASE).execute(TAG, {"id": value})).first()
        label, value = "Tag", row["name"] if row else value
    elif (through.get("table"), through.get("column")) == ("bylines", "name"):
        label = "Nama"
    return {"argument": text, "label": label, "value": value}


@hookimpl
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """A link to the article for `article_id` in the answers of queries; tables have their own links."""
    if table is None and database == DATABASE and column == "article_id" and isinstance(value, int):
        return Markup('<a href="{}">{}</a>').format(
            datasette.urls.row(DATABASE, "articles", str(value)), value
        )
    return None
