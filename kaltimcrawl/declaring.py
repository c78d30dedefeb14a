"""A portal declared from what a probe found: its file drafted, its sampled pages saved beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from kaltimcrawl.errors import InputError
from kaltimcrawl.portals import Portal, load_portals
from kaltimcrawl.portals.drafting import Draft, Line, draft_text
from kaltimcrawl.portals.load import DEFAULT_DELAY, DEFAULT_TIMEZONE
from kaltimcrawl.portals.placing import place_portal, portal_path
from kaltimcrawl.portals.slug import slug_of
from kaltimcrawl.saved_pages import TEST_FILE, TEST_TEXT, PageToSave, save_pages
from kaltimcrawl.spiders.probe import Findings
from kaltimcrawl.urls import absolute_url, canonical_url, host_of, is_private_host

_ZONES = {7: "Asia/Jakarta", 8: "Asia/Makassar", 9: "Asia/Jayapura"}
_MOST_LACKING = 0.5


def undeclared(
    url: str, folder: Path, slug: str | None, delay: float | None, allow_private: bool, render: bool = False
) -> Portal:
    """The portal whose home is `url`, as far as it is known before it is asked for anything.

    `folder` is that of the user's portal files; `slug` the name that the user wants, else it is made of the
    host. Raises InputError where `url` is no address that may be asked, and where the name is taken or the
    portal declared already.
    """
    home = _read_home(url, allow_private)
    chosen = slug or slug_of(home)
    portal_path(folder, chosen)
    if slug is None:
        _refuse_known(home, chosen, folder)
    return Portal(
        slug=chosen,
        name=host_of(home),
        home=home,
        region="",
        timezone=ZoneInfo(DEFAULT_TIMEZONE),
        delay=DEFAULT_DELAY if delay is None else delay,
        allow_private=allow_private,
        render=render,
    )


def _read_home(url: str, allow_private: bool) -> str:
    absolute = absolute_url(url)
    if absolute is None or "@" in absolute.split("/")[2]:
        meant = f"https://{url}"
        near = f"; did you mean {meant}?" if "://" not in url and "." in url and absolute_url(meant) else ""
        raise InputError(f"{url!a}: not the address of a home page, as https://kaltim.example/{near}")
    if not allow_private and is_private_host(host_of(absolute)):
        raise InputError(f"{absolute}: on this machine or a private network; --allow-private permits it")
    return canonical_url(absolute)


def _refuse_known(home: str, slug: str, folder: Path) -> None:
    for portal in load_portals(folder).values():
        if portal.slug == slug or _site(portal.home) == _site(home):
            raise InputError(
                f"{home}: declared already as {portal.slug} ({portal.file}); `kaltimcrawl portal check "
                f"{portal.slug}` tries it, and --name SLUG declares it anew"
            )


def _site(home: str) -> str:
    return canonical_url(home).partition("://")[2].removeprefix("www.").rstrip("/")


def make_draft(findings: Findings, found_on: date, delay: float | None = None) -> Draft:
    """The draft of what was found; `delay` is the user's word on it, else robots.txt's or the usual."""
    portal = findings.portal
    name, name_why = findings.masthead or (portal.name, "its host: the home page gives no name")
    pace, pace_why = _pace(findings, delay)
    return Draft(
        name=Line(name, name_why),
        home=Line(portal.home, "as the portal answers"),
        timezone=_timezone(findings),
        delay=pace,
        delay_why=pace_why,
        doors=findings.doors,
        found_on=found_on,
        allow_private=portal.allow_private,
        render=portal.render,
        notes=(*findings.notes, *_lacking(findings)),
    )


def _pace(findings: Findings, delay: float | None) -> tuple[float, str]:
    asked = findings.crawl_delay or 0.0
    if asked > findings.portal.delay:
        return asked, "seconds between requests: Crawl-delay of robots.txt"
    return findings.portal.delay, f"seconds between requests: {'the usual' if delay is None else '--delay'}"


def _timezone(findings: Findings) -> Line:
    """The zone of most sampled times; a time without one was read as the region's."""
    times = [one.article.published for one in findings.articles if one.article and one.article.published]
    hours = Counter(int(offset.total_seconds() // 3600) for time in times if (offset := time.utcoffset()))
    hour, count = hours.most_common(1)[0] if hours else (8, 0)
    if hour in _ZONES and 2 * count > len(times):
        return Line(
            _ZONES[hour], f"{count} of {len(times)} sampled times are of +{hour:02}:00, or give no zone"
        )
    return Line(DEFAULT_TIMEZONE, "assumed: the region's; the sampled times don't tell")


def _lacking(findings: Findings) -> Iterable[str]:
    """What many of the sampled articles lack."""
    articles = [one.article for one in findings.articles if one.article is not None]
    lacking = {
        "date": [one for one in articles if one.published is None],
        "author": [one for one in articles if not one.authors],
        "section": [one for one in articles if one.section is None],
    }
    for field, without in lacking.items():
        if without and len(without) >= _MOST_LACKING * len(articles):
            yield f"{len(without)} of {len(articles)} sampled articles give no {field}"


def declare(draft: Draft, findings: Findings, folder: Path) -> Portal:
    """The portal, once its file, its saved pages and the test of these stand in `folder`.

    Raises InputError where something of it is there already.
    """
    pages = [
        PageToSave(one.url, one.content_type, one.captured, one.body)
        for one in findings.articles
        if one.captured is not None
    ]
    portal = place_portal(
        folder,
        findings.portal.slug,
        draft_text(draft),
        lambda place, portal: save_pages(place, portal, pages),
    )
    test = folder / TEST_FILE
    if not test.exists():
        test.write_text(TEST_TEXT, encoding="utf-8")
    return portal
