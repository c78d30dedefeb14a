"""`kaltimcrawl extract`: the article of one page, without an archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.input_file import read_file, read_stdin
from kaltimcrawl.cli.page import Page
from kaltimcrawl.cli.printing import one_line
from kaltimcrawl.errors import InputError, KaltimcrawlError
from kaltimcrawl.urls import absolute_url

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal

MAX_BYTES = 64 * 1024 * 1024
"""Of a page in a file or on standard input; real ones are under 5 MB."""


@click.command(short_help="Print the article of one page.")
@click.argument("source", metavar="FILE|URL|-")
@click.option(
    "--url", metavar="URL", help="The page's address, where it comes from a file or standard input."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "markdown", "text"]),
    default="json",
    show_default=True,
    help="json has every field.",
)
@click.option("--allow-private", is_flag=True, help="Allow a URL on a loopback or private address.")
@click.pass_obj
def extract(folder: ArchiveFolder, source: str, url: str | None, form: str, allow_private: bool) -> None:
    """Print the article of a page: of a saved FILE, of the page at a URL, or of standard input (-).

    Nothing is archived. A URL is asked for once, as by a browser, and its site's robots.txt is not: you named
    the page, no robot found it. The rules of a portal on the same host are used. Exit code 1 where the page
    holds no article. What speaks against the text is told on standard error; json has it as a field.
    """
    from kaltimcrawl.cli import article_print
    from kaltimcrawl.extraction import extract as extract_article

    if url is not None and absolute_url(url) is None:
        raise InputError(f"--url {url}: not an http or https address")
    page = _read_page(source, url, allow_private)
    article = extract_article(
        page.body, page.url, _portal_of(folder, page.url), content_type=page.content_type
    )
    if article is None:
        raise KaltimcrawlError(f"{source}: no article in it (a front page, a listing, or no news page)")
    write = {
        "json": article_print.as_json,
        "markdown": article_print.as_markdown,
        "text": article_print.as_text,
    }
    click.echo(write[form](article))
    for warning in article.warnings if form != "json" else ():
        click.echo(f"kaltimcrawl: {source}: {one_line(warning)}", err=True)


def _read_page(source: str, url: str | None, allow_private: bool) -> Page:
    if source == "-":
        return Page(url, None, read_stdin(MAX_BYTES))
    if "://" in source and not Path(source).exists():
        from kaltimcrawl.cli.one_page import fetch_page

        page = fetch_page(source, allow_private)
        return Page(url or page.url, page.content_type, page.body)
    body = read_file(Path(source), MAX_BYTES)
    if body.startswith((b"WARC/", b"PK\x03\x04")) or source.endswith((".warc", ".warc.gz", ".wacz")):
        raise InputError(f"{source}: holds many pages; `kaltimcrawl ingest {source}` archives their articles")
    return Page(url, None, body)


def _portal_of(folder: ArchiveFolder, url: str | None) -> Portal | None:
    """The portal whose rules and zone the page is read by: the same that `ingest` would take."""
    if url is None:
        return None
    from kaltimcrawl.ingest import PortalsByHost
    from kaltimcrawl.portals import load_portals

    return PortalsByHost(load_portals(folder.portals)).portal_for(url)
