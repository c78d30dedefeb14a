"""What the gap ledger counts: addresses by what came of them, for a day, a door, a portal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

GapState = Literal["held", "due", "linked", "failed", "excluded", "gone", "no article"]
"""As in the frontier, by what the archive holds: held where an article is; due also where the frontier says
held and none is; linked where only a held article leads there, and no door."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Addresses by what came of them; of an article's several addresses one counts."""

    held: int = 0
    """An article is in the archive."""
    lost: int = 0
    """Of the held those that the portal has taken away since."""
    due: int = 0
    """Named, and not fetched yet."""
    linked: int = 0
    """Named by nothing but a link in a held article."""
    failed: int = 0
    """Tried, and nothing came that says anything of the article."""
    excluded: int = 0
    """robots.txt forbids them."""
    gone: int = 0
    """They led to nothing when they were first asked: never held."""
    no_article: int = 0
    """Fetched, and no article: they count neither as known nor as missing."""

    @property
    def known(self) -> int:
        """Articles that the portal has or had, as far as anything tells."""
        return self.held + self.missing

    @property
    def missing(self) -> int:
        """Known, and not held."""
        return self.due + self.linked + self.failed + self.excluded + self.gone

    @property
    def share(self) -> float:
        """Of the known the part that is held; 1 where nothing is known."""
        return self.held / self.known if self.known else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.held + other.held,
            self.lost + other.lost,
            self.due + other.due,
            self.linked + other.linked,
            self.failed + other.failed,
            self.excluded + other.excluded,
            self.gone + other.gone,
            self.no_article + other.no_article,
        )


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, Tally())


@dataclass(frozen=True, slots=True)
class PeriodTally:
    """The addresses of a day, or of a month where the day isn't known."""

    period: str | None
    """2025-05-12, or 2025-05, in the portal's zone; None: undated."""
    tally: Tally


@dataclass(frozen=True, slots=True)
class DoorTally:
    """What a door has named."""

    url: str
    kind: str
    asked: str | None
    """When it last answered, UTC; None: never."""
    named: int
    """Addresses, those that turned out no articles too."""
    total: int | None
    """How many articles it says that the portal has; None where it doesn't say."""

    @property
    def unnamed(self) -> int:
        """Articles that it says there are and has not named: by their number, since no address is known."""
        return max(0, (self.total or 0) - self.named)


@dataclass(frozen=True, slots=True)
class Missing:
    """An address of an article that is known and not held."""

    url: str
    period: str | None
    """As in `PeriodTally`."""
    state: GapState
    reason: str
    """What came of the last try, in a line."""


@dataclass(frozen=True, slots=True)
class PortalTally:
    """The gap ledger of one portal."""

    slug: str
    name: str
    home: str
    timezone: str
    tally: Tally
    """Of all periods together."""
    periods: tuple[PeriodTally, ...]
    """Those of which anything is known, the oldest first, the undated last."""
    doors: tuple[DoorTally, ...]
    kinds: tuple[tuple[str, int], ...]
    """Kinds of doors and how many different addresses those of each have named, the most first."""
    unnamed: int
    """Held articles that no door has named: ingested, imported, or reached by a redirect."""
    dated_by_change: int
    """Missing addresses whose day is that of their last change: nothing tells their publication."""
