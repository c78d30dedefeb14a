"""The list of articles: narrowed to a tag (`?_tag=`) or a person (`?_name=`), with its portals' names.

Datasette's own `_through` would serve for both, but its parameter is lost beside any other filter (0.65.5).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments
from markupsafe import Markup

DATABASE = "kaltim"
NAMES = "select slug, name from portals"
NARROWED = {
    "_tag": """
        articles.id in (
          select article_tags.article_id
          from article_tags join tags on tags.id = article_tags.tag_id
          where tags.name = :{parameter}
        )
    """,
    "_name": "articles.id in (select article_id from bylines where name = :{parameter})",
}
LABELS = {"_tag": "Tag", "_name": "Nama"}


@hookimpl
def filters_from_request(request: Any, database: str, table: str) -> FilterArguments | None:
    """A condition for each `_tag` and `_name`, all of which must be met; `dipersempit` for the page."""
    if database != DATABASE or table != "articles":
        return None
    asked = [(key, value) for key in NARROWED for value in request.args.getlist(key)]
    names = [f"narrowed{number}" for number in range(len(asked))]
    return FilterArguments(
        [NARROWED[key].format(parameter=name) for (key, _), name in zip(asked, names, strict=True)],
        params={name: value for (_, value), name in zip(asked, names, strict=True)},
        human_descriptions=[f'{key[1:]} is "{value}"' for key, value in asked],
        extra_context={"dipersempit": [(key, LABELS[key], value) for key, value in asked]},
    )


@hookimpl
def extra_template_vars(
    view_name: str | None, database: str | None, table: str | None, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]] | None:
    """`nama_portal`, slug to name, for the list of articles."""
    if view_name != "table" or database != DATABASE or table != "articles":
        return None

    async def names() -> dict[str, Any]:
        rows = (await datasette.get_database(DATABASE).execute(NAMES)).rows
        return {"nama_portal": {row["slug"]: row["name"] for row in rows}}

    return names


@hookimpl
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """A link to the article for `article_id` in the answers of queries; tables have their own links."""
    if table is None and database == DATABASE and column == "article_id" and isinstance(value, int):
        return Markup('<a href="{}">{}</a>').format(
            datasette.urls.row(DATABASE, "articles", str(value)), value
        )
    return None
