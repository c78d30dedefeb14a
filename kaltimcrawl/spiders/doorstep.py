"""One door opened: asked, its failure recorded, what the next question needs remembered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from scrapy.http import Response
from w3lib.encoding import http_content_type_encoding

from kaltimcrawl.capture import Capture, Original
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed, capture_of
from kaltimcrawl.storage import DoorKind, KnownDoor, whole_capture

MAX_DOOR_BYTES = 64 * 1024 * 1024
_NO_SUCH_PAGE = frozenset((400, 404, 410))
"""What a page past the last one answers: WordPress REST says 400, listings and lists by date 404 or 410."""


class NoSuchPage(Exception):
    """Raised where a page of a door that may be missing is."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A door's answer."""

    door: KnownDoor
    asked: str
    """The address that was asked: the door's own, or a further page's."""
    response: Response
    is_unchanged: bool
    """Whether it says that nothing has changed, or is byte for byte what was taken the last time."""

    @property
    def capture(self) -> Capture:
        """The answer's capture."""
        return capture_of(self.response)

    @property
    def encoding(self) -> str | None:
        """The encoding that HTTP declares."""
        header = self.response.headers.get("Content-Type")
        return http_content_type_encoding(header.decode("latin-1")) if header else None

    def header(self, name: str) -> str | None:
        """The header of that name."""
        value = self.response.headers.get(name)
        return value.decode("latin-1") if value else None


class Doorstep:
    """Opens a portal's doors."""

    def __init__(self, crawl: PortalCrawl, fetcher: Fetcher) -> None:
        self._crawl = crawl
        self._fetcher = fetcher
        self.opened = 0
        """Pages of doors that answered, "not modified" included."""
        self.failed = 0
        """Those that didn't."""
        self.has_feed = False
        """Whether the portal has a feed: then an update asks its other doors but now and then."""

    def door(self, url: str, kind: DoorKind) -> KnownDoor:
        """The door at `url` as the archive knows it."""
        return self._crawl.archive.doors(self._crawl.portal.slug).door(url, kind)

    async def open(
        self,
        door: KnownDoor,
        url: str | None = None,
        *,
        is_conditional: bool = True,
        is_guess: bool = False,
        may_be_missing: bool = False,
    ) -> Answered | None:
        """The answer of a door, or of the page `url` of it; None where it failed, which is recorded.

        A guess that fails is no failure of the portal's. Raises `NoSuchPage` where there is no such page and
        `may_be_missing`.
        """
        url = url or door.url
        kept = whole_capture(self._crawl.archive, url)
        meta: dict[str, Any] = {"conditional": is_conditional, "download_maxsize": MAX_DOOR_BYTES}
        if kept is not None:
            meta["original"] = Original(kept.record_id, kept.url, kept.captured, kept.payload_digest)
        try:
            response = await self._fetcher.get(url, meta)
        except FetchFailed as failure:
            if may_be_missing and failure.status in _NO_SUCH_PAGE:
                raise NoSuchPage from None
            if not is_guess:
                self._crawl.ledger.error(url, failure)
                self.failed += 1
            return None
        finally:
            self._crawl.ledger.flush_when_due()
        self.opened += not is_guess
        is_unchanged = response.status == 304 or (
            kept is not None
            and capture_of(response).refers_to == kept.record_id
            and self._was_taken(url, kept.captured)
        )
        return Answered(door, url, response, is_unchanged)

    def _was_taken(self, url: str, captured: datetime) -> bool:
        """Whether what the answer captured then named is kept: a killed run may have left it untaken."""
        validators = self._crawl.frontier.validators(url)
        return validators is not None and validators.captured >= captured

    def remember(self, answer: Answered, *, is_new: bool, total: int | None = None) -> None:
        """Keeps what the next question needs; only once what the door named is kept."""
        self._crawl.frontier.keep_validators(
            answer.asked, answer.header("ETag"), answer.header("Last-Modified"), answer.capture.captured
        )
        self.note(answer.door, is_new=is_new, total=total)

    def note(self, door: KnownDoor, *, is_new: bool, total: int | None = None) -> None:
        """Notes that the door was asked."""
        is_second = self.has_feed and door.kind != "feed"
        doors = self._crawl.archive.doors(self._crawl.portal.slug)
        doors.note(door, datetime.now(UTC), is_new, total, is_second=is_second)

    def unreadable(self, answer: Answered, error: DiscoveryError | str, is_guess: bool = False) -> None:
        """Records that the answer is not what the door should give."""
        if is_guess:
            return
        failure = FetchFailed("door", str(error), answer.response.status, answer.capture.record_id)
        self._crawl.ledger.error(answer.response.url, failure)

    def unfit(self, door: KnownDoor, reason: str) -> None:
        """Records that what the door gave can't be all that it has."""
        self._crawl.ledger.error(door.url, FetchFailed("door", reason))
