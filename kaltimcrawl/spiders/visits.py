"""What visits of addresses found, and how each is stored: article, frontier, gone or back, aliases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kaltimcrawl.capture import Capture
from kaltimcrawl.extraction import Article, Told, Witness, recover_article
from kaltimcrawl.intake import Intake, Outcome, Reading, part_urls
from kaltimcrawl.portals import Portal
from kaltimcrawl.schedule import Revisits, next_try, next_visit
from kaltimcrawl.storage import (
    MAX_TRIES,
    AliasReason,
    Archive,
    Due,
    Frontier,
    State,
    held_key,
    mark_back,
    mark_gone,
    note_alias,
    see_again,
    witnesses_of,
)
from kaltimcrawl.urls import url_key

_GONE_AGAIN = timedelta(days=1)
"""What is gone is looked for after a day at the soonest."""


@dataclass(frozen=True, slots=True)
class Visit:
    """An address answered with a page."""

    due: Due
    landed: str
    """Where redirects led: the same address where none did."""
    status: int
    readings: tuple[Reading, ...]
    """Of its parts, in order."""
    again: Capture | None = None
    """The answer that the first page is as before, where the readings are of what was captured earlier, and
    of what was missing of it."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address answered that nothing has changed, or with the bytes it answered before."""

    due: Due
    capture: Capture
    status: int


@dataclass(frozen=True, slots=True)
class Gone:
    """An address leads to its article no more."""

    due: Due
    reason: str
    status: int | None
    record_id: str | None


@dataclass(frozen=True, slots=True)
class Failed:
    """An address gave nothing that says anything of its article."""

    due: Due
    status: int | None


@dataclass(frozen=True, slots=True)
class Excluded:
    """An address that robots.txt forbids."""

    due: Due


AnyVisit = Visit | Unchanged | Gone | Failed | Excluded


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing a visit came to."""

    outcome: Outcome | None
    event: str | None = None
    """gone or back, where the article was the other before."""


class VisitStore:
    """Stores visits of one portal, within the caller's transaction."""

    def __init__(self, archive: Archive, portal: Portal, intake: Intake, revisits: Revisits) -> None:
        self._archive = archive
        self._portal = portal
        self._intake = intake
        self._revisits = revisits
        self._frontier: Frontier = archive.frontier(portal.slug)

    def store(self, visit: AnyVisit, when: datetime) -> Stored:
        """Stores what the visit at `when` (aware, UTC) found."""
        if isinstance(visit, Visit):
            return self._store_page(visit, when)
        if isinstance(visit, Unchanged):
            return self._store_unchanged(visit, when)
        if isinstance(visit, Gone):
            return self._store_gone(visit, when)
        if isinstance(visit, Failed):
            due = visit.due
            state: State = "failed" if held_key(self._archive, due.url) is None else "held"
            again = next_try(due.tries + 1, when)
            self._frontier.note(due.url, state, visit.status, when, again, is_failure=True)
            return Stored(Outcome("failed", due.url, None))
        self._frontier.note(visit.due.url, "excluded", None, when)
        return Stored(None)

    def _store_page(self, visit: Visit, when: datetime) -> Stored:
        due = visit.due
        held_before = held_key(self._archive, due.url)
        outcome = self._intake.take(self._portal, visit.readings)
        article = next((one.article for one in visit.readings if one.article is not None), None)
        if article is None:
            if held_before is None:
                self._frontier.note(due.url, "no article", visit.status, when)
            else:  # what it reads as now says nothing of what it was
                self._note_held(due.url, due, None, visit.status, when, is_changed=False)
            return Stored(outcome)
        address = article.canonical_url or article.url or visit.landed
        is_changed = outcome.kind == "revision" and visit.again is None
        is_lacking = len(visit.readings) < len(part_urls(article))
        self._note_addresses(visit, address, article, when, is_changed=is_changed, is_lacking=is_lacking)
        self._keep_validators(visit, when)
        # Until then its first sighting waits to be completed: one seen again would be a text of its own.
        if visit.again is not None and (not is_lacking or due.tries >= MAX_TRIES):
            see_again(self._archive, url_key(address), visit.again.captured, visit.again.record_id)
        record_id = visit.readings[0].capture.record_id if visit.readings[0].capture else None
        is_back = mark_back(self._archive, url_key(address), when, record_id)
        return Stored(outcome, "back" if is_back else None)

    def _note_addresses(
        self,
        visit: Visit,
        address: str,
        article: Article,
        when: datetime,
        *,
        is_changed: bool,
        is_lacking: bool,
    ) -> None:
        """Notes the visit of the article's own address, and the others that led there as its aliases.

        Where the frontier knows the article's own address, only that is visited again.
        """
        due = visit.due
        is_known = bool(self._frontier.known([address]))
        target = address if is_known else due.url
        self._note_held(
            target, due, article, visit.status, when, is_changed=is_changed, is_lacking=is_lacking
        )
        reason: AliasReason = "redirect" if url_key(visit.landed) != url_key(due.url) else "canonical"
        for url in dict.fromkeys((due.url, visit.landed)):
            note_alias(self._archive, url, address, reason, when)
            if url_key(url) != url_key(target):
                self._frontier.note(url, "held", visit.status, when)
        for part in article.page_urls[1:]:
            note_alias(self._archive, part, address, "part", when)

    def _note_held(
        self,
        url: str,
        due: Due,
        article: Article | None,
        status: int | None,
        when: datetime,
        *,
        is_changed: bool,
        is_lacking: bool = False,
    ) -> None:
        """Notes when the article is visited again; sooner, as what failed, where pages of it are lacking."""
        published = article.published if article is not None else None
        born = min(when, published or due.published or due.first_seen)
        again = next_visit(self._revisits, born.astimezone(UTC), when, due.changes + is_changed)
        if is_lacking and due.tries < MAX_TRIES:
            again = min(again, next_try(due.tries + 1, when))
        self._frontier.note(url, "held", status, when, again, is_changed=is_changed, is_failure=is_lacking)

    def _keep_validators(self, visit: Visit, when: datetime) -> None:
        """Keeps what lets the first page be asked conditionally; of several pages any may change."""
        capture = visit.readings[0].capture
        if capture is None or visit.again is not None or len(visit.readings) > 1:
            return
        headers = {name.lower(): value for name, value in capture.headers}
        etag, modified = headers.get("etag"), headers.get("last-modified")
        if etag or modified:
            self._frontier.keep_validators(visit.due.url, etag, modified, capture.captured)

    def _store_unchanged(self, visit: Unchanged, when: datetime) -> Stored:
        due = visit.due
        key = held_key(self._archive, due.url)
        is_back = False
        if key is not None:
            see_again(self._archive, key, visit.capture.captured, visit.capture.record_id)
            is_back = mark_back(self._archive, key, when, visit.capture.record_id)
        self._note_held(due.url, due, None, visit.status, when, is_changed=False)
        return Stored(Outcome("unchanged", due.url, None), "back" if is_back else None)

    def _store_gone(self, visit: Gone, when: datetime) -> Stored:
        due = visit.due
        key = held_key(self._archive, due.url)
        self._frontier.note(due.url, "gone", visit.status, when, self._next_look(due, when, key is not None))
        if key is None:
            return Stored(self._recover(due, visit))
        is_news = mark_gone(self._archive, key, visit.reason, when, visit.record_id)
        return Stored(None, "gone" if is_news else None)

    def _next_look(self, due: Due, when: datetime, is_held: bool) -> datetime | None:
        """When a gone address is looked at again: as its article's age has it; where none was ever had, once
        more, since some portals announce a page before it stands."""
        if not is_held:
            return when + _GONE_AGAIN if due.visited is None else None
        born = min(when, due.published or due.first_seen)
        return max(next_visit(self._revisits, born, when, 0), when + _GONE_AGAIN)

    def _recover(self, due: Due, visit: Gone) -> Outcome | None:
        """The article as a door told it, filed, where its page was never had."""
        for kept in witnesses_of(self._archive, [due.key]):
            if kept.title is None:
                continue
            told = Told(due.url, Witness(kept.kind, kept.html), kept.title, kept.published or due.published)
            article = recover_article(told, self._portal.timezone)
            if article is not None:
                outcome = self._intake.take_told(self._portal, article, kept.record_id, kept.seen)
                mark_gone(self._archive, due.key, visit.reason, kept.seen, visit.record_id)
                return outcome
        return Outcome("failed", due.url, None)
