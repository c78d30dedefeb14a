"""`kaltimcrawl demo`: the whole job on a bundled portal, with no network but the loopback."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from kaltimcrawl.cli import reading
from kaltimcrawl.cli.counts import in_words
from kaltimcrawl.cli.crawling import run_spiders
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.printing import print_table, short_time
from kaltimcrawl.cli.search import print_hits
from kaltimcrawl.errors import InputError, KaltimcrawlError

if TYPE_CHECKING:
    from kaltimcrawl.spiders.run import PortalResult

DEMO_SLUG = "demo"
QUERY = "banjir"
SHOWN_ARTICLES = 10
SHOWN_HITS = 3


@click.command(short_help="Crawl the bundled demo portal and show its archive.")
@click.pass_obj
def demo(folder: ArchiveFolder) -> int:
    """Crawl a small news portal that comes with the package, and show what the archive then holds.

    The portal is served to this machine only, over real HTTP. Its articles are invented, so they go into
    ./demo-archive (or the DIR of --archive), never among real ones. A second run finds nothing new.
    """
    from kaltimcrawl.demo import DemoServer, demo_portal
    from kaltimcrawl.spiders.run import CrawlOptions

    folder = folder.for_demo()
    folder.usable()
    with DemoServer(port=_demo_port(folder)) as server:
        portal = demo_portal(server.url)
        click.echo(
            f"{portal.name}: a portal of {len(server.articles())} invented articles, served at {server.url}"
        )
        (result,) = run_spiders(folder, [portal], CrawlOptions(command="crawl"))
    if result.status != "finished":
        raise KaltimcrawlError(f"the demo's crawl ended as {result.status}; kaltimcrawl -v demo tells more")
    _show(folder, result)
    return 0


def _demo_port(folder: ArchiveFolder) -> int:
    """The port at which the archive knows the demo portal, so that addresses stay the same; else 0.

    Raises InputError where another program has taken it since.
    """
    known = reading.portal_home(folder.database, DEMO_SLUG) if folder.database.is_file() else None
    port = urlsplit(known).port if known else None
    if port is None:
        return 0
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise InputError(
                f"port {port}, at which {folder.path} knows the demo portal, is in use; "
                f"free it, or begin anew with rm -r {folder.path}"
            ) from error
    return port


def _show(folder: ArchiveFolder, result: PortalResult) -> None:
    """Tell what came of the run: new articles, what failed, one search, and how to browse."""
    from kaltimcrawl.storage import Archive

    count = reading.article_count(folder.database)
    if result.counts.get("new", 0) + result.counts.get("revisions", 0):
        _show_newest(folder, count)
    else:
        click.echo(f"Nothing new: {folder.path} held all {count} articles already.")
    click.echo(f"This run: {in_words(result.counts)}.")
    for mishap in reading.last_mishaps(folder.database, result.portal):
        click.echo(f"  as the demo means it to be: {mishap.message or mishap.kind} ({mishap.url})")
    with Archive.open(folder.path) as archive:
        hits = archive.search(QUERY, SHOWN_HITS)
    click.echo(f"\nkaltimcrawl --archive {folder.path} search {QUERY} --limit {SHOWN_HITS}")
    print_hits(hits)
    click.echo(f"\nThe pages as served are in {folder.path / 'warc'}, the articles in {folder.database}.")
    click.echo(f"Browse them:  kaltimcrawl --archive {folder.path} serve")


def _show_newest(folder: ArchiveFolder, count: int) -> None:
    newest = reading.newest_articles(folder.database, SHOWN_ARTICLES)
    click.echo(f"\nThe newest {len(newest)} of {count} articles in {folder.path}:\n")
    print_table(
        ("Published", "Title", "Section", "Author", "Words"),
        [
            (short_time(a.published), a.title, a.section or "–", a.authors or "–", str(a.word_count))
            for a in newest
        ],
        numbers=("Words",),
    )
    click.echo()
