"""The one way in: captures become articles in the archive here, whether a crawl or a WARC brought them.

`read_page` makes a `Reading` of a page, `Intake.take` files the readings of one article. The parts of an
article on several pages come together: the spider fetches them, `gather` finds them in a stream of captures.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from kaltimcrawl.capture import Capture
from kaltimcrawl.extraction import (
    Article,
    Learner,
    PageFigures,
    PortalProfile,
    Witness,
    examine,
    join_parts,
)
from kaltimcrawl.portals import Portal
from kaltimcrawl.storage import Archive, Filing
from kaltimcrawl.urls import url_key

OutcomeKind = Literal["new", "revision", "unchanged", "no article", "failed"]

MAX_PARTS = 30
"""Pages of one article. Longer "articles" are galleries and traps."""

MAX_OPEN_GROUPS = 64
"""Articles whose other pages `gather` still waits for; the one that waits longest is given as it is."""

_HTML_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Reading:
    """What extraction made of one page."""

    capture: Capture | None
    """None for imported text, which no page was kept of."""
    article: Article | None
    """None where the page is no article."""
    figures: PageFigures | None = None
    """What the page adds to its portal's profile; None where there is nothing to learn from."""
    untaught_text: str | None = None
    """The article's text without the portal's profile; None where the profile changed nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the readings of one article."""

    kind: OutcomeKind
    url: str
    title: str | None
    """The article's title; None where there is no article."""


def is_page(capture: Capture) -> bool:
    """Whether the capture may hold an article: it answered 200, with HTML or without saying what it is.

    What a browser makes a page of holds none: its article is the rendered page's, whose capture is one too.
    """
    media_type = (capture.content_type or "").partition(";")[0].strip().lower()
    if capture.for_rendering:
        return False
    return capture.status == 200 and (not media_type or media_type in _HTML_TYPES)


def read_page(
    capture: Capture,
    body: bytes,
    portal: Portal,
    profile: PortalProfile | None = None,
    witnesses: Sequence[Witness] = (),
) -> Reading:
    """The reading of one page; `body` without its content encoding. What is no page has no article.

    `profile` is what the portal's other articles taught, `witnesses` what doors brought of this one.
    """
    if not is_page(capture):
        return Reading(capture, None)
    examined = examine(
        body,
        capture.url,
        portal,
        content_type=capture.content_type,
        captured=capture.captured,
        witnesses=witnesses,
        profile=profile,
    )
    if examined is None:
        return Reading(capture, None)
    untaught = examined.untaught_text
    is_changed = bool(untaught) and untaught != examined.article.text
    return Reading(capture, examined.article, examined.figures, untaught if is_changed else None)


def part_urls(article: Article) -> tuple[str, ...]:
    """The addresses of all pages of the article in order, at most `MAX_PARTS`; empty for a single page."""
    return article.page_urls[:MAX_PARTS] if len(article.page_urls) > 1 else ()


class Intake:
    """Files readings in an archive for one run, and learns of each portal from what it files.

    Batching is the caller's: `with archive.batch()`.
    """

    def __init__(self, archive: Archive, run_id: int | None) -> None:
        self._archive = archive
        self._learners: dict[str, Learner] = {}
        self.run_id = run_id

    def profile(self, portal: Portal) -> PortalProfile:
        """What the portal's articles have taught up to now, those of earlier runs included."""
        return self._learner(portal).profile

    def _learner(self, portal: Portal) -> Learner:
        if portal.slug not in self._learners:
            self._learners[portal.slug] = Learner(self._archive.profile(portal.slug))
        return self._learners[portal.slug]

    def take(self, portal: Portal, readings: Sequence[Reading]) -> Outcome:
        """What became of one article, whose parts' readings come in order; at least one.

        The captures of the readings must be in the archive already, by `Archive.add_captures`. Raises
        `ArchiveError` where the archive can't be written.
        """
        parts = [reading for reading in readings if reading.article is not None]
        articles = [reading.article for reading in parts if reading.article is not None]
        if not articles:
            return Outcome("no article", _url_of(readings[0]), None)
        article = articles[0] if len(articles) == 1 else join_parts(articles)
        captures = [reading.capture for reading in parts if reading.capture is not None]
        seen = captures[0].captured if captures else datetime.now(UTC)
        filing = Filing(
            portal=portal.slug,
            article=article,
            record_ids=tuple(capture.record_id for capture in captures),
            seen=seen,
            untaught_text=parts[0].untaught_text if len(parts) == 1 else None,
        )
        kind = self._archive.file(filing)
        self._learn(portal, article, parts[0])
        return Outcome(kind, article.url or _url_of(parts[0]), article.title)

    def take_told(self, portal: Portal, article: Article, record_id: str | None, seen: datetime) -> Outcome:
        """What became of an article that a door told whole, whose page was not had.

        `record_id` is the door's capture, known to the archive, and `seen` (aware) when that was made.
        """
        filing = Filing(portal.slug, article, (record_id,) if record_id else (), seen)
        return Outcome(self._archive.file(filing), article.url or "", article.title)

    def _learn(self, portal: Portal, article: Article, first: Reading) -> None:
        """Learns from an article's first page; the others have the same around their text."""
        address = article.canonical_url or article.url
        if first.figures is not None and address is not None:
            figures = replace(first.figures, key=url_key(address))
            self._archive.keep_learned(portal.slug, self._learner(portal).take(figures))


def _url_of(reading: Reading) -> str:
    return reading.capture.url if reading.capture else ""


def gather(
    pages: Iterable[tuple[Capture, bytes]],
    portal_for: Callable[[str], Portal | None],
    profile_for: Callable[[Portal], PortalProfile] | None = None,
) -> Iterator[tuple[Portal, tuple[Reading, ...]]]:
    """The readings of each article in a stream of pages, parts together and in order, with its portal.

    A page that is no article comes as the one reading without an article. Pages for which `portal_for` has
    no portal, and captures that are no pages, are passed over. Parts may lie anywhere in the stream: at most
    `MAX_OPEN_GROUPS` articles wait for theirs at a time. A part that comes a second time begins its article
    anew, so that a stream of several crawls gives each crawl's article. `profile_for` gives what is known of
    a portal at the time a page of it is read.
    """
    waiting: OrderedDict[str, _Group] = OrderedDict()
    for capture, body in pages:
        portal = portal_for(capture.url) if is_page(capture) else None
        if portal is None:
            continue
        reading = read_page(capture, body, portal, profile_for(portal) if profile_for else None)
        parts = part_urls(reading.article) if reading.article else ()
        if not parts:
            yield portal, (reading,)
            continue
        first = url_key(parts[0])
        here = url_key(capture.url)
        if first in waiting and here in waiting[first].readings:
            yield waiting.pop(first).given()
        group = waiting.setdefault(first, _Group(portal, tuple(map(url_key, parts))))
        group.readings[here] = reading
        if group.is_whole:
            yield waiting.pop(first).given()
        elif len(waiting) > MAX_OPEN_GROUPS:
            yield waiting.popitem(last=False)[1].given()
    for group in waiting.values():
        yield group.given()


@dataclass(slots=True)
class _Group:
    """The parts of one article that have come so far, by their keys."""

    portal: Portal
    keys: tuple[str, ...]
    readings: dict[str, Reading] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return all(key in self.readings for key in self.keys)

    def given(self) -> tuple[Portal, tuple[Reading, ...]]:
        """The portal and the readings in the article's order; what the article doesn't name comes last."""
        order = {key: number for number, key in enumerate(self.keys)}
        keys = sorted(self.readings, key=lambda key: order.get(key, len(order)))
        return self.portal, tuple(self.readings[key] for key in keys)
