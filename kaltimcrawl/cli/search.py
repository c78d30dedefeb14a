"""`kaltimcrawl search`: full-text search over titles and texts."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.text import Text

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.printing import one_line, print_table, short_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaltimcrawl.storage import Hit


@click.command(short_help="Find articles by their words.")
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="At most so many hits."
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def search(folder: ArchiveFolder, query: str, limit: int, form: str) -> None:
    """Find articles that hold every word of QUERY; "words in quotes" stand together, word* begins words.

    The best hits come first. The same search is on the site that `kaltimcrawl serve` shows.
    """
    from kaltimcrawl.storage import Archive

    with Archive.open(folder.held()) as archive:
        hits = archive.search(query, limit)
    if form == "json":
        click.echo(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=2))
    elif hits:
        print_hits(hits)
    else:
        click.echo(f"Nothing found for {query!r}.")


def print_hits(hits: Sequence[Hit]) -> None:
    """Print `hits` as a table: when, which portal, and title, found place and address beneath each other."""
    print_table(
        ("Published", "Portal", "Article"),
        [(short_time(hit.published), hit.portal, _article_cell(hit)) for hit in hits],
    )


def _article_cell(hit: Hit) -> Text:
    cell = Text(one_line(hit.title), style="bold")
    if hit.snippet:
        cell.append("\n").append_text(_marked(one_line(hit.snippet)))
    return cell.append("\n").append(one_line(hit.url), style="cyan")


def _marked(snippet: str) -> Text:
    text = Text(style="not bold dim")
    for position, piece in enumerate(snippet.replace("››", "‹‹").split("‹‹")):
        text.append(piece, style="not dim bold yellow" if position % 2 else "")
    return text
