"""metadata.yaml describes what schema.sql makes, no more and no less, and everything is readable anywhere."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
import yaml
from datasette.app import DEFAULT_SETTINGS

from kaltimcrawl.site import site_folder

SCHEMA = Path(__file__).parents[2] / "kaltimcrawl" / "storage" / "schema.sql"
METADATA = yaml.safe_load((site_folder() / "metadata.yaml").read_text(encoding="utf-8"))
TABLES = METADATA["databases"]["kaltim"]["tables"]


def schema() -> dict[str, list[str]]:
    """Table to columns, the generated ones too, without the index's own tables."""
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA.read_text(encoding="utf-8"))
    names = database.execute(
        "select name from sqlite_master where type = 'table' and name not like 'articles_fts%'"
    )
    return {
        name: [row[1] for row in database.execute(f"pragma table_xinfo({name})")]
        for (name,) in names.fetchall()
    }


def test_every_table_has_a_title_and_a_description() -> None:
    assert sorted(TABLES) == sorted(schema())
    assert [
        name for name, table in TABLES.items() if not (table.get("title") and table.get("description"))
    ] == []


@pytest.mark.parametrize(("table", "columns"), schema().items(), ids=schema())
def test_every_column_has_a_description(table: str, columns: list[str]) -> None:
    assert list(TABLES[table]["columns"]) == columns
    assert all(TABLES[table]["columns"].values())


def test_facets_sorts_and_labels_name_columns() -> None:
    for name, columns in schema().items():
        table = TABLES[name]
        named = [*table.get("facets", []), *table.get("units", {})]
        named += [table[key] for key in ("label_column", "sort", "sort_desc", "fts_pk") if key in table]
        assert set(named) <= set(columns), name


def test_articles_are_faceted_and_sorted_as_readers_need() -> None:
    assert TABLES["articles"]["facets"] == ["portal", "section", "authors", "published_month", "certainty"]
    assert TABLES["articles"]["sort_desc"] == "published_utc"


def test_settings_are_datasette_s_own() -> None:
    settings = json.loads((site_folder() / "settings.json").read_text(encoding="utf-8"))
    assert settings.keys() <= DEFAULT_SETTINGS.keys()
    assert (settings["suggest_facets"], settings["sql_time_limit_ms"], settings["facet_time_limit_ms"]) == (
        False,
        3000,
        500,
    )


def test_what_datasette_reads_in_the_locale_s_encoding_is_ascii() -> None:
    folder = site_folder()
    files = [folder / "metadata.yaml", folder / "settings.json", *sorted((folder / "plugins").glob("*.py"))]
    assert [file.name for file in files if not file.read_bytes().isascii()] == []
