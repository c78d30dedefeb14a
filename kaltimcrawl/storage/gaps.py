"""The gap ledger: what an archive knows of a portal's articles, day by day, beside what it holds.

Read from the tables by a connection that can't write. What is needed for one portal is put in temporary
tables, which SQLite keeps in a file once they grow, so that memory doesn't depend on how much is known.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import lru_cache
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

from kaltimcrawl.discovery.day import day_in_address
from kaltimcrawl.errors import InputError
from kaltimcrawl.storage.archive import Archive
from kaltimcrawl.storage.database import BUSY_TIMEOUT_MS, FILE_NAME, latest_version
from kaltimcrawl.storage.held import HeldPortal
from kaltimcrawl.storage.tallies import DoorTally, Missing, PeriodTally, PortalTally, Tally, total
from kaltimcrawl.storage.trouble import told
from kaltimcrawl.urls import absolute_url, canonical_url, host_of, url_key

_CACHE_KIB = 16_000
_REMEMBERED_LINKS = 20_000
_LINK = re.compile(r'<a [^>]*?href="([^"]+)"')


@contextmanager
def open_ledger(folder: Path) -> Iterator[GapLedger]:
    """The gap ledger of the archive in `folder`, which exists; of an older schema it is brought up first.

    Raises ArchiveError where it can't be read, then or later.
    """
    path = folder / FILE_NAME
    with told(path):
        with closing(_connect(path)) as connection:
            (version,) = connection.execute("pragma user_version").fetchone()
        if version != latest_version():
            Archive.open(folder).close()
        with closing(_connect(path)) as connection:
            yield GapLedger(connection)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None
    )


class GapLedger:
    """Reads one portal after the other: `read` first, then what else is asked of that portal."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(f"pragma temp.cache_size = -{_CACHE_KIB}")
        connection.create_function("local_day", 2, _local_day, deterministic=True)
        connection.create_function("day_in_address", 1, day_in_address, deterministic=True)
        for statement in _TABLES:
            connection.execute(statement)
        self._slug = ""

    def portals(self) -> list[HeldPortal]:
        """The portals of which anything is known, by slug."""
        return [HeldPortal(*row) for row in self._connection.execute(_PORTALS)]

    def read(self, slug: str, is_article: Callable[[str], bool] | None = None) -> PortalTally:
        """What is known of the portal `slug`. Raises InputError where it isn't known at all.

        `is_article` tells by its form whether an address that only held articles link to may be an article;
        None: links are not looked at.
        """
        portal = next((one for one in self.portals() if one.slug == slug), None)
        if portal is None:
            others = ", ".join(one.slug for one in self.portals()) or "no portal"
            raise InputError(f"nothing is known of {slug!r} in this archive; it knows {others}")
        self._slug = slug
        values = {"portal": slug, "zone": portal.timezone}
        with self._reading():
            for statement in _FILL:
                self._connection.execute(statement, values)
            self._connection.execute(_FILL_ERRORS, values)
            if is_article is not None and portal.home:
                self._add_linked(portal.home, is_article)
        periods = self._periods()
        return PortalTally(
            slug=slug,
            name=portal.name,
            home=portal.home,
            timezone=portal.timezone,
            tally=total(one.tally for one in periods),
            periods=periods,
            doors=tuple(DoorTally(*row) for row in self._connection.execute(_DOORS, values)),
            kinds=tuple(self._connection.execute(_KINDS, values)),
            unnamed=self._number(_UNNAMED, values),
            dated_by_change=self._number(_BY_CHANGE),
        )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """All inside sees one state of the archive, whatever a crawl writes meanwhile."""
        self._connection.execute("begin")
        try:
            yield
        finally:
            self._connection.execute("commit")

    def _number(self, query: str, values: dict[str, str] | None = None) -> int:
        (number,) = self._connection.execute(query, values or {}).fetchone()
        return int(number)

    def _periods(self) -> tuple[PeriodTally, ...]:
        return tuple(
            PeriodTally(period, Tally(*counts)) for period, *counts in self._connection.execute(_PERIODS)
        )

    def _add_linked(self, home: str, is_article: Callable[[str], bool]) -> None:
        """Adds the addresses that held articles link to and that nothing else knows."""
        self._connection.execute("delete from links")
        self._connection.execute("delete from linked")
        self._connection.executemany(
            "insert into links (bare, link, source) values (?, ?, ?)", self._links(home)
        )
        # Nearly all links lead to what is known, and are told so as they stand: only the rest is taken apart.
        self._connection.executemany(
            "insert or ignore into linked (url_key, url, source) values (?, ?, ?)",
            _read_links(self._connection.execute(_UNKNOWN_BARE)),
        )
        unknown = self._connection.execute(_UNKNOWN_LINKS)
        self._connection.executemany(
            "insert into known (url, source, state, period) values (?, ?, 'linked', ?)",
            ((url, source, day_in_address(url)) for url, source in unknown if is_article(url)),
        )

    def _links(self, home: str) -> Iterator[tuple[str, str, str]]:
        """Bare form, link and the article that leads there, of links on the portal's host."""
        host = host_of(home).removeprefix("www.")
        seen: set[str] = set()
        rows = self._connection.execute(
            "select canonical_url, html from articles where portal = ? order by id", (self._slug,)
        )
        for source, html in rows:
            for link in _LINK.findall(html) if host in html else ():
                if host not in link or link in seen:
                    continue
                if len(seen) >= _REMEMBERED_LINKS:
                    seen.clear()
                seen.add(link)
                yield _bare(link), link, source

    def missing(
        self, first: str | None = None, last: str | None = None, limit: int = -1, *, undated: bool = False
    ) -> Iterator[Missing]:
        """The portal's missing addresses, the newest day first, the undated last; at most `limit`.

        `first` and `last` are days, or months of which the day isn't known, as they stand in
        `PortalTally.periods`, both included; without them all, or only the `undated`.
        """
        values = {"first": first, "last": last, "limit": limit, "undated": int(undated)}
        for url, period, state, source, status, tries, error in self._connection.execute(_MISSING, values):
            yield Missing(url, period, state, _reason(state, source, status, tries, error))

    def linked(self) -> Iterator[tuple[str, str]]:
        """The addresses that only held articles lead to, each with the address of one of these articles."""
        yield from self._connection.execute(
            "select url, source from known where state = 'linked' order by url"
        )

    def addresses(self) -> Iterator[str]:
        """All addresses that are known of the portal, what is no article too, in no order."""
        values = {"portal": self._slug}
        for (url,) in self._connection.execute(_ADDRESSES, values):
            yield str(url)

    def pace(self) -> float | None:
        """Seconds that a request to the portal has taken, its delay included; None where no run tells.

        Of the last ten runs of ten requests or more, the one that made most tells it.
        """
        row = self._connection.execute(_PACE, {"portal": self._slug}).fetchone()
        return float(row[0]) if row else None

    def crawl_delay(self) -> float:
        """Seconds between two requests that the portal's robots.txt asked for when last seen; 0: none."""
        row = self._connection.execute(_CRAWL_DELAY, {"portal": self._slug}).fetchone()
        return float(row[0]) if row else 0.0


def _bare(link: str) -> str:
    """A link without scheme, `www.` and last slash: of a plain address its `url_key`, else nobody's."""
    return link.partition("://")[2].removeprefix("www.").rstrip("/")


def _read_links(links: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Key, address and source of links as they stand in HTML; those that lead nowhere are left out."""
    for link, source in links:
        url = absolute_url(unescape(link))
        if url is not None:
            yield url_key(url), canonical_url(url), source


@lru_cache(maxsize=4096)
def _local_day(utc: str | None, zone: str) -> str | None:
    """The day of a time of the archive (2025-05-12T06:30:00Z) in a zone by its IANA name."""
    if not utc:
        return None
    try:
        return datetime.fromisoformat(utc).astimezone(ZoneInfo(zone)).date().isoformat()
    except OverflowError:  # a page may claim the last day of the year 9999
        return None


def _reason(state: str, source: str | None, status: int | None, tries: int, error: str | None) -> str:
    """What to tell of a missing address in a line, as far as the archive knows."""
    if state == "linked":
        return f"linked by {source}"
    if state == "excluded":
        return "robots.txt forbids it"
    told_error = " ".join((error or "").split())
    if state == "due":
        last = told_error or status
        return f"due again; the last answer: {last}" if last else "not fetched yet"
    told_error = told_error or (f"answered {status}" if status else "nothing answered")
    return f"{told_error}; {tries} tries in a row" if state == "failed" and tries > 1 else told_error


_TABLES = (
    """
    create temp table known (
        url text not null,
        state text not null,
        period text,
        is_lost integer not null default 0,
        is_by_change integer not null default 0,
        source text,
        status integer,
        tries integer not null default 0
    )
    """,
    "create index temp.known_missing on known (period, state) where state not in ('held', 'no article')",
    "create temp table dated (id integer primary key, published text)",
    "create temp table lost (id integer primary key)",
    "create temp table links (bare text not null, link text not null, source text not null)",
    "create temp table linked (url_key text primary key, url text, source text) without rowid",
    "create temp table last_error (url text primary key, message text, id integer)",
)

_PORTALS = """
select slug, name, home, region, timezone
from portals
where exists (select 1 from frontier where portal = slug)
    or exists (select 1 from articles where portal = slug)
order by slug
"""

# Columns behind an article's text are read from indexes: in the row they stand beyond pages of text.
_FILL = (
    "delete from known",
    "delete from dated",
    "insert into dated select id, published_utc from articles indexed by articles_published_utc",
    "delete from last_error",
    "delete from lost",
    "insert into lost select id from articles indexed by articles_gone where gone is not null",
    """
    insert into known (url, state, period, is_lost)
    select articles.canonical_url, 'held',
        coalesce(
            local_day(coalesce(dated.published, frontier.published), :zone),
            day_in_address(articles.canonical_url),
            local_day(frontier.lastmod, :zone)
        ),
        lost.id is not null
    from articles indexed by articles_portal
    join dated on dated.id = articles.id
    left join lost on lost.id = articles.id
    left join frontier on frontier.url_key = articles.url_key
    where articles.portal = :portal
    """,
    """
    insert into known (url, state, period, is_by_change, status, tries)
    select url,
        case state when 'held' then 'due' else state end,
        coalesce(local_day(published, :zone), day_in_address(url), local_day(lastmod, :zone)),
        published is null and lastmod is not null and day_in_address(url) is null,
        status,
        tries
    from frontier
    where portal = :portal
        and not exists (select 1 from articles where articles.url_key = frontier.url_key)
        and not exists (
            select 1
            from aliases
            join articles on articles.url_key = aliases.kept
            where aliases.url_key = frontier.url_key
        )
    """,
)

_PERIODS = """
select period,
    sum(state = 'held'), sum(is_lost), sum(state = 'due'), sum(state = 'linked'), sum(state = 'failed'),
    sum(state = 'excluded'), sum(state = 'gone'), sum(state = 'no article')
from known
group by period
order by period is null, period
"""

_BY_CHANGE = "select count(*) from known where is_by_change and state not in ('held', 'no article')"

_DOORS = """
select url, kind, asked, (select count(*) from frontier_doors where door_id = doors.id) as named, total
from doors
where portal = :portal
order by named desc, url
"""

_KINDS = """
select kind, count(distinct url_key) as named
from doors
join frontier_doors on frontier_doors.door_id = doors.id
where portal = :portal
group by kind
order by named desc, kind
"""

_UNNAMED = """
select count(*)
from articles
where portal = :portal
    and not exists (select 1 from frontier where frontier.url_key = articles.url_key)
    and not exists (
        select 1
        from aliases
        join frontier on frontier.url_key = aliases.url_key
        where aliases.kept = articles.url_key
    )
"""

_UNKNOWN_BARE = """
select link, source
from (select bare, link, source, min(rowid) as first from links group by bare)
where not exists (select 1 from frontier where frontier.url_key = bare)
    and not exists (select 1 from articles where articles.url_key = bare)
    and not exists (select 1 from aliases where aliases.url_key = bare)
order by first
"""

_UNKNOWN_LINKS = """
select url, source
from linked
where not exists (select 1 from frontier where frontier.url_key = linked.url_key)
    and not exists (select 1 from articles where articles.url_key = linked.url_key)
    and not exists (select 1 from aliases where aliases.url_key = linked.url_key)
"""

_FILL_ERRORS = """
insert into last_error
select url, message, max(id)
from crawl_errors
where portal = :portal and url is not null
group by url
"""

_MISSING = """
select known.url, period, state, source, status, tries, message
from known
left join last_error on last_error.url = known.url
where state not in ('held', 'no article')
    and (:first is null or (period between :first and :last and length(period) = length(:first)))
    and not (:undated and period is not null)
order by period desc, known.url
limit :limit
"""

_ADDRESSES = """
select url from known
union all
select aliases.url
from aliases
join articles on articles.url_key = aliases.kept
where articles.portal = :portal
"""

_PACE = """
select (julianday(finished) - julianday(started)) * 86400 / captures
from (
    select started, finished, captures
    from crawl_runs
    where portal = :portal and command in ('crawl', 'update') and finished is not null and captures >= 10
    order by id desc
    limit 10
)
order by captures desc
limit 1
"""

_CRAWL_DELAY = """
select json_extract(stats, '$."robotstxt/crawl_delay"') as delay
from crawl_runs
where portal = :portal and delay is not null
order by id desc
limit 1
"""
