"""What a crawl has done and the archive doesn't know yet: kept a moment, then stored in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from kaltimcrawl.capture import Capture
from kaltimcrawl.extraction import PortalProfile
from kaltimcrawl.intake import Intake, Outcome
from kaltimcrawl.portals import Portal
from kaltimcrawl.schedule import Revisits
from kaltimcrawl.spiders.fetch import FetchFailed
from kaltimcrawl.spiders.salvage import salvage_runs
from kaltimcrawl.spiders.visits import AnyVisit, Excluded, Failed, Gone, Stored, Unchanged, Visit, VisitStore
from kaltimcrawl.storage import Archive, Due

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
        self,
        archive: Archive,
        portal: Portal,
        run_id: int,
        revisits: Revisits,
        on_outcome: Callable[[Outcome], None],
    ) -> None:
        self._archive = archive
        self._portal = portal
        self._intake = Intake(archive, run_id)
        self._store = VisitStore(archive, portal, self._intake, revisits)
        self._run_id = run_id
        self._on_outcome = on_outcome
        self._captures: list[Capture] = []
        self._visits: list[tuple[AnyVisit, datetime]] = []
        self._errors: list[_Error] = []
        self._flushed = monotonic()
        self.counts = dict.fromkeys(("captures", *COUNTERS.values(), "gone", "back"), 0)
        """What was done, by name, and its number so far."""
        self.errors = 0
        """Rows of crawl_errors so far."""

    def salvage(self, folder: Path) -> int:
        """The number of pages filed that killed runs of the portal left in their WARCs in `folder`."""
        return salvage_runs(self._archive, folder, self._portal, self._intake, self._store, self._run_id)

    @property
    def profile(self) -> PortalProfile:
        """What the portal's articles have taught up to the last flush."""
        return self._intake.profile(self._portal)

    def capture(self, capture: Capture) -> None:
        """Takes a capture, whatever it is of."""
        self._captures.append(capture)
        self.counts["captures"] += 1

    def visit(self, visit: Visit) -> None:
        """Takes what an address of the frontier gave."""
        self._take(visit)

    def unchanged(self, due: Due, capture: Capture, status: int) -> None:
        """Takes that an address said that nothing has changed."""
        self._take(Unchanged(due, capture, status))

    def gone(self, due: Due, reason: str, status: int | None, record_id: str | None) -> None:
        """Takes that an address leads to its article no more."""
        self._take(Gone(due, reason, status, record_id))

    def exclude(self, due: Due) -> None:
        """Takes that robots.txt forbids the address: no error, but no article either."""
        self._take(Excluded(due))

    def fail(self, due: Due, failure: FetchFailed) -> None:
        """Takes that an address gave nothing."""
        self._take(Failed(due, failure.status))
        self.error(due.url, failure)

    def _take(self, visit: AnyVisit) -> None:
        self._visits.append((visit, datetime.now(UTC)))

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
            stored = [self._store.store(visit, when) for visit, when in visits]
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
        for one in stored:
            self._count(one)

    def _count(self, stored: Stored) -> None:
        if stored.event is not None:
            self.counts[stored.event] += 1
        if stored.outcome is not None:
            self.counts[COUNTERS[stored.outcome.kind]] += 1
            self._on_outcome(stored.outcome)
