"""`kaltimcrawl portal add`: a portal declared from its home page alone."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime

import click

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.probing import print_findings, run_probe, why_no_articles
from kaltimcrawl.errors import InputError, KaltimcrawlError


@click.command(name="add", short_help="Declare a portal from its home page alone.")
@click.argument("url", metavar="URL")
@click.option("--name", "slug", metavar="SLUG", help="The portal's name for commands; else made of its host.")
@click.option(
    "--delay",
    type=click.FloatRange(0, 3600),
    metavar="SECONDS",
    help="Seconds between two requests, now and in the file; else 1, or what robots.txt asks for.",
)
@click.option(
    "--render",
    is_flag=True,
    help="Have a browser make the articles' pages, now and in crawls: render = true.",
)
@click.option("--dry-run", is_flag=True, help="Print the file instead of writing it.")
@click.option("--allow-private", is_flag=True, help="Allow a home on a loopback or private address.")
@click.pass_obj
def add_portal(
    folder: ArchiveFolder,
    url: str,
    slug: str | None,
    delay: float | None,
    render: bool,
    dry_run: bool,
    allow_private: bool,
) -> None:
    """Declare the portal whose home page is at URL: find its doors, sample ten articles, write its file.

    Read are robots.txt and the home page, then the feeds, sitemaps, WordPress REST, index and sections that
    these name; only where they name none, two usual places are tried. What would be taken out of the sampled
    articles is shown. DIR/portals/SLUG.toml then says how each line was found, and the sampled pages stand in
    DIR/portals/fixtures/SLUG/, which `kaltimcrawl portal test` reads anew. Nothing is archived, no file
    overwritten. Exit code 1 where no article was found.
    """
    from kaltimcrawl.declaring import declare, make_draft, undeclared
    from kaltimcrawl.portals.drafting import draft_text

    folder.usable()
    portal = undeclared(url, folder.portals, slug, delay, allow_private, render)
    findings = run_probe(folder, portal, "found")
    if findings.home_problem is not None and findings.home_problem.kind == "private":
        raise InputError(f"{portal.home}: leads to a private address; --allow-private permits it")
    print_findings(findings)
    if not findings.articles:
        raise KaltimcrawlError(why_no_articles(findings))
    draft = make_draft(findings, datetime.now(UTC).astimezone(portal.timezone).date(), delay)
    if dry_run:
        click.echo(f"\n{folder.portals / portal.slug}.toml would be (--dry-run: nothing is written):\n")
        click.echo(draft_text(draft), nl=False)
        return
    declared = declare(draft, findings, folder.portals)
    _tell_next(folder, declared.slug, len(findings.articles))


def _tell_next(folder: ArchiveFolder, slug: str, pages: int) -> None:
    command = "kaltimcrawl"
    if folder.named:
        command += f" --archive {shlex.quote(str(folder.path))}"
    click.echo(
        f"\nWritten: {folder.portals / slug}.toml, and {pages} pages in {folder.portals / 'fixtures' / slug}."
    )
    click.echo("Look the file over; its comments say how each line was found. Then:")
    click.echo(f"  {command} crawl {slug}         crawls it")
    click.echo(f"  {command} portal test {slug}   holds the saved pages against what is read of them")
    click.echo(f"  {command} portal check {slug}  asks the portal again")
