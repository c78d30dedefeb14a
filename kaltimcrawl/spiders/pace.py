"""The pace of each host, kept by all the crawlers of a process together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic

from kaltimcrawl.portals import Portal
from kaltimcrawl.spiders.crawl import portal_hosts
from kaltimcrawl.spiders.refusal import Refusal
from kaltimcrawl.urls import host_of

MAX_REST = 15 * 60.0
"""Seconds beyond its delay that a run waits for a host without one good answer; then it leaves it alone."""

MAX_BACKOFF = 60.0
"""Seconds. The longest rest that a failing host is given unasked, unless its delay is longer."""

MAX_FAILURES = 5
"""Failures in a row after which nothing is asked of the host a second time until it has answered."""


@dataclass(frozen=True, slots=True)
class HostRest:
    """That a host is not to be asked for a while."""

    host: str
    """Its name, as `pace_name` gives it."""
    until: datetime
    """Aware, UTC."""


class RetryLater(Refusal):
    """Raised in place of a request to a host that is left alone for the rest of the run."""

    def __init__(self, message: str) -> None:
        super().__init__("network", message)


class HostPace:
    """The pace of one host: one exchange at a time, each some seconds after the end of the last.

    The first exchange comes its delay after `began`, when this process came to life: another may have asked
    the host just before, and one that was killed leaves no word of it. Times are of `time.monotonic`.
    """

    def __init__(self, name: str, began: float) -> None:
        self.name = name
        self.delay_s = 0.0
        """The longest that a portal or robots.txt asks for."""
        self.failures = 0
        """In a row."""
        self.closed: str | None = None
        """Why it is left alone for the rest of the run, where it is."""
        self.is_answering = False
        """Whether its last exchange was a good one."""
        self._ended = began
        self._resume = began
        self._rested_s = 0.0
        self._lock = asyncio.Lock()

    def ask(self, delay_s: float) -> None:
        """Takes that someone wants as many seconds between two exchanges; the longest holds, for all."""
        self.delay_s = max(self.delay_s, delay_s)

    def ready_at(self, delay_s: float = 0.0) -> float:
        """When the next exchange may begin, if none is under way; `delay_s` is the least delay."""
        return max(self._resume, self._ended + max(self.delay_s, delay_s))

    @asynccontextmanager
    async def turn(self, delay_s: float, is_over: asyncio.Event) -> AsyncIterator[None]:
        """The time of one exchange, alone with the host, at least `delay_s` after the last.

        Raises `RetryLater` where the host is left alone, and `Refusal` once `is_over`: a request that has
        waited must not go out when its crawl has ended.
        """
        async with self._lock:
            await self._wait(delay_s, is_over)
            try:
                yield
            finally:
                self._ended = monotonic()

    async def _wait(self, delay_s: float, is_over: asyncio.Event) -> None:
        while not is_over.is_set():
            if self.closed is not None:
                raise RetryLater(self.closed)
            # Looked at again after each sleep: robots.txt or an answer may have asked for more meanwhile.
            seconds = self.ready_at(delay_s) - monotonic()
            if seconds <= 0:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await is_over.wait()
        raise Refusal("internal", "the crawl is over")

    def succeeded(self) -> None:
        """Takes that the host answered, whatever it answered: it is there, and not overrun."""
        self.failures = 0
        self.is_answering = True
        self._rested_s = 0.0

    def failed(self, asked_s: float | None = None) -> None:
        """Gives the host a rest: of `asked_s` where it names a time, else twice as long as the last one.

        The rest begins at its delay doubled, so that a server of one's own, with a delay of 0, gets none.
        """
        self.failures += 1
        self.is_answering = False
        grown = self.delay_s * 2.0 ** min(self.failures, 16)
        rest = max(asked_s or 0.0, min(grown, max(MAX_BACKOFF, self.delay_s)))
        self._rest(rest, is_asked=asked_s is not None and asked_s >= rest)

    def recall(self, until: datetime) -> None:
        """Takes that the host is not to be asked before `until`, as another run was told."""
        self._rest((until - datetime.now(UTC)).total_seconds(), is_asked=True)

    def _rest(self, seconds: float, is_asked: bool) -> None:
        self._resume = max(self._resume, monotonic() + seconds)
        beyond = max(seconds - self.delay_s, 0.0)
        self._rested_s += beyond
        if self._rested_s <= MAX_REST:
            return
        if is_asked and beyond > MAX_REST:
            self.closed = f"{self.name} asks to be left alone until {self.rest().until:%Y-%m-%d %H:%M} UTC"
        else:
            minutes = f"{self._rested_s / 60:.0f} minutes"
            self.closed = (
                f"{self.name} failed {self.failures} times in a row, {minutes} of rest given or asked"
            )

    async def rested(self) -> None:
        """Returns when the rest is over that the host was given after a failure."""
        while self.closed is None and (seconds := self._resume - monotonic()) > 0:
            await asyncio.sleep(seconds)

    def rest(self) -> HostRest:
        """When it may be asked again, by its delay or by what it told."""
        return HostRest(self.name, datetime.now(UTC) + timedelta(seconds=self.ready_at() - monotonic()))


class Pace:
    """The pace of every host that the process asks, one for all its crawlers.

    `rests` are what an earlier run's `rests()` gave, so that this one waits as well.
    """

    def __init__(self, rests: Iterable[HostRest] = ()) -> None:
        self._began = monotonic()
        self._hosts: dict[str, HostPace] = {}
        for rest in rests:
            self._named(rest.host).recall(rest.until)

    def expect(self, portals: Iterable[Portal]) -> None:
        """Takes the delays of portals whose turn will come: others may be led to their hosts before."""
        for portal in portals:
            for host in portal_hosts(portal):
                self._named(host).ask(portal.delay)

    def host(self, url: str) -> HostPace:
        """The pace of the host of `url`."""
        return self._named(pace_name(url))

    def _named(self, name: str) -> HostPace:
        if name not in self._hosts:
            self._hosts[name] = HostPace(name, self._began)
        return self._hosts[name]

    def closed(self, portal: Portal) -> str | None:
        """Why one of the portal's own hosts is left alone, where one is."""
        hosts = map(self._named, portal_hosts(portal))
        return next((host.closed for host in hosts if host.closed is not None), None)

    def answering(self) -> list[str]:
        """The names of the hosts whose last exchange was a good one."""
        return [host.name for host in self._hosts.values() if host.is_answering]

    def rests(self) -> list[HostRest]:
        """The hosts that are not to be asked yet, for the next run to know."""
        now = datetime.now(UTC)
        return [rest for rest in (host.rest() for host in self._hosts.values()) if rest.until > now]


def pace_name(url: str) -> str:
    """The name under which a host's pace is kept: without port, and without www.

    Pace is for the machine's sake, and http and https, or two ports, are one machine, as is nearly always a
    host and its www. twin. Whether two other names are one machine can't be told from outside: behind a
    content network hundreds of portals share one address.

    >>> pace_name("https://www.kaltim.example:8443/a") == pace_name("http://kaltim.example/b")
    True
    """
    return host_of(url).removeprefix("www.")
