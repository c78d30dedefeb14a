"""`kaltimcrawl demo`: the whole job on a bundled portal, with no network but the loopback."""

from __future__ import annotations

import shlex
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
def demo(folder: ArchiveFolder) -> None:
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
        served = len(server.articles())
        click.echo(f"{portal.name}: a portal of {served} invented articles, served at {server.url}")
        (result,) = run_spiders(folder, [portal], CrawlOptions(command="crawl"))
    if result.status == "stopped":
        raise KeyboardInterrupt
    if result.status != "finished":
        raise KaltimcrawlError(f"the demo's crawl {result.status}; `kaltimcrawl -v demo` tells more")
    _show_articles(folder, result, served)
    _show_mishaps(folder)
    _show_search(folder)
    click.echo(f"\nThe pages as served are in {folder.path / 'warc'}, the articles in {folder.database}.")
    click.echo(f"Browse them:  {_command(folder)} serve")


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
                "free it, or take another folder: kaltimcrawl --archive DIR demo"
            ) from error
    return port


def _show_articles(folder: ArchiveFolder, result: PortalResult, served: int) -> None:
    """Tell what is new. Raises KaltimcrawlError where an article is lacking: the demo checks itself."""
    held = reading.article_count(folder.database, DEMO_SLUG)
    if result.counts.get("new", 0) + result.counts.get("revisions", 0):
        newest = reading.newest_articles(folder.database, DEMO_SLUG, SHOWN_ARTICLES)
        click.echo(f"\nThe newest {len(newest)} of {held} articles in {folder.path}:\n")
        print_table(
            ("Published", "Title", "Section", "Author", "Words"),
            [
                (
                    short_time(one.published),
                    one.title,
                    one.section or "–",
                    one.authors or "–",
                    str(one.word_count),
                )
                for one in newest
            ],
            numbers=("Words",),
        )
        click.echo()
    else:
        click.echo(f"Nothing new: {folder.path} held all {held} articles already.")
    click.echo(f"This run: {in_words(result.counts)}.")
    if held != served:
        raise KaltimcrawlError(f"{folder.database}: holds {held} of the demo's {served} articles")


def _show_mishaps(folder: ArchiveFolder) -> None:
    """Tell what failed. Raises KaltimcrawlError for what the demo portal doesn't fail at on purpose."""
    from kaltimcrawl.demo.site import BROKEN_PATH, GONE_PATH

    for mishap in reading.last_mishaps(folder.database, DEMO_SLUG):
        line = f"{mishap.message} ({mishap.url})"
        if urlsplit(mishap.url or "").path not in (GONE_PATH, BROKEN_PATH):
            raise KaltimcrawlError(line)
        click.echo(f"  failed as the demo portal has it: {line}")


def _show_search(folder: ArchiveFolder) -> None:
    from kaltimcrawl.storage import Archive

    with Archive.open(folder.path) as archive:
        hits = archive.search(QUERY, SHOWN_HITS)
    click.echo(f"\n{_command(folder)} search {QUERY} --limit {SHOWN_HITS}\n")
    print_hits(hits)


def _command(folder: ArchiveFolder) -> str:
    return f"kaltimcrawl --archive {shlex.quote(str(folder.path))}"
