"""What a crawl has done and the archive doesn't know yet: kept a moment, then stored in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from kaltimcrawl.capture import Capture
from kaltimcrawl.extraction import PortalProfile
from kaltimcrawl.intake import Intake, Outcome, Reading
from kaltimcrawl.portals import Portal
from kaltimcrawl.spiders.fetch import FetchFailed
from kaltimcrawl.storage import Archive, Frontier
from kaltimcrawl.urls import url_key

BATCH_SIZE = 50
"""Articles a transaction."""

BATCH_SECONDS = 2.0
"""The longest that a page waits for the next one before both are stored: what a kill -9 can cost."""

COUNTERS = {
    "new": "new",
    "revision": "revisions",
    "unchanged": "unchanged",
    "no article": "no_article",
    "failed": "failed",
}
"""The kind of an outcome to its column of crawl_runs."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """An address of the frontier that was asked."""

    url: str
    landed: str
    """Where redirects led: the same address where none did."""
    state: str | None
    """Its state in the frontier; None: as the outcome of the readings has it."""
    status: int | None
    readings: tuple[Reading, ...]
    when: datetime


@dataclass(frozen=True, slots=True)
class _Error:
    url: str
    kind: str
    message: str
    record_id: str | None
    when: datetime


class Ledger:
    """Takes captures, visits and errors of one portal's run; `flush` stores them, in that order.

    No transaction is open between calls: several portals crawl in one process, each with its own connection.
    `on_outcome` is called, after the transaction, with each visit's outcome.
    """

    def __init__(
        self, archive: Archive, portal: Portal, run_id: int, on_outcome: Callable[[Outcome], None]
    ) -> None:
        self._archive = archive
        self._portal = portal
        self._frontier: Frontier = archive.frontier(portal.slug)
        self._intake = Intake(archive, run_id)
        self._run_id = run_id
        self._on_outcome = on_outcome
        self._captures: list[Capture] = []
        self._visits: list[_Visit] = []
        self._errors: list[_Error] = []
        self._flushed = monotonic()
        self.counts = dict.fromkeys(("captures", *COUNTERS.values()), 0)
        """Column of crawl_runs to its number so far."""
        self.errors = 0
        """Rows of crawl_errors so far."""

    @property
    def profile(self) -> PortalProfile:
        """What the portal's articles have taught up to the last flush."""
        return self._intake.profile(self._portal)

    def capture(self, capture: Capture) -> None:
        """Takes a capture, whatever it is of."""
        self._captures.append(capture)
        self.counts["captures"] += 1

    def visit(self, url: str, landed: str, readings: Sequence[Reading], status: int) -> None:
        """Takes what `url` of the frontier gave, by redirects at `landed`: its parts' readings, in order."""
        self._visits.append(_Visit(url, landed, None, status, tuple(readings), datetime.now(UTC)))

    def exclude(self, url: str) -> None:
        """Takes that robots.txt forbids the address: no error, but no article either."""
        self._visits.append(_Visit(url, url, "excluded", None, (), datetime.now(UTC)))

    def fail(self, url: str, failure: FetchFailed) -> None:
        """Takes that the address `url` of the frontier gave nothing."""
        self._visits.append(_Visit(url, url, "failed", failure.status, (), datetime.now(UTC)))
        self.error(url, failure)

    def error(self, url: str, failure: FetchFailed) -> None:
        """Takes an error that is no article's: of a door, or of one part of an article."""
        self._errors.append(_Error(url, failure.kind, failure.message, failure.record_id, datetime.now(UTC)))
        self.errors += 1

    def flush_when_due(self) -> None:
        """Stores what has been taken where it is a batch's worth or has waited long enough."""
        waited = monotonic() - self._flushed
        if (
            len(self._visits) >= BATCH_SIZE
            or len(self._captures) >= 2 * BATCH_SIZE
            or waited >= BATCH_SECONDS
        ):
            self.flush()

    def flush(self) -> None:
        """Stores all that has been taken, in one transaction. Raises `ArchiveError` where that fails."""
        captures, visits, errors = self._captures, self._visits, self._errors
        self._flushed = monotonic()
        if not (captures or visits or errors):
            return
        with self._archive.batch():
            self._archive.add_captures(captures, self._portal.slug, self._run_id)
            outcomes = [self._store(visit) for visit in visits]
            for error in errors:
                self._archive.add_error(
                    self._run_id,
                    self._portal.slug,
                    error.url,
                    error.kind,
                    error.message,
                    error.when,
                    error.record_id,
                )
        # Only now: what a failed transaction undid is tried again by the next flush.
        self._captures, self._visits, self._errors = [], [], []
        for outcome in outcomes:
            if outcome is not None:
                self.counts[COUNTERS[outcome.kind]] += 1
                self._on_outcome(outcome)

    def _store(self, visit: _Visit) -> Outcome | None:
        outcome = None
        if visit.readings:
            outcome = self._intake.take(self._portal, visit.readings)
        elif visit.state == "failed":
            outcome = Outcome("failed", visit.url, None)
        found = outcome is not None and outcome.kind in ("new", "revision", "unchanged")
        state = visit.state or ("held" if found else "no article")
        self._frontier.note(visit.url, state, visit.status, visit.when)
        if url_key(visit.landed) != url_key(visit.url):  # known by another door, it need not be asked again
            self._frontier.note(visit.landed, state, visit.status, visit.when)
        return outcome
