"""Whether an article can still be had at its address: gone, with the time and what told it, and back again.

Nothing is deleted: a gone article keeps its text and revisions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kaltimcrawl.times import read_machine_time, utc_text
from kaltimcrawl.urls import url_key

if TYPE_CHECKING:
    from kaltimcrawl.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class KeptCapture:
    """A capture that holds its payload itself."""

    record_id: str
    url: str
    captured: datetime
    """Aware, UTC, to the second."""
    payload_digest: str | None


def whole_capture(archive: Archive, url: str, *, of_article: bool = False) -> KeptCapture | None:
    """The newest answer of 200 of `url`, as it was asked, that holds its payload; None where there is none.

    `of_article`: only such as an article was read from, and no page that stood in its place.
    """
    row = archive.row(
        """
        select record_id, url, captured, payload_digest
        from captures
        where url = :url and status = 200 and revisit_of is null
            and (not :of_article or exists (select 1 from revision_captures where capture_id = captures.id))
        order by id desc
        limit 1
        """,
        {"url": url, "of_article": int(of_article)},
    )
    if row is None:
        return None
    when = read_machine_time(row[2])
    return KeptCapture(row[0], row[1], when, row[3]) if when else None


def held_key(archive: Archive, url: str) -> str | None:
    """The `url_key` of the article that `url` leads to, by itself or as an alias; None where none is held."""
    row = archive.row(
        """
        select url_key from articles
        where url_key in (:key, (select kept from aliases where url_key = :key))
        """,
        {"key": url_key(url)},
    )
    return str(row[0]) if row else None


def held_title(archive: Archive, url: str) -> str | None:
    """The title of the article that `url` leads to; None where none is held."""
    key = held_key(archive, url)
    row = archive.row("select title from articles where url_key = ?", (key,)) if key is not None else None
    return str(row[0]) if row else None


def mark_gone(archive: Archive, key: str, reason: str, when: datetime, record_id: str | None) -> bool:
    """Whether the article of that key was there until now: it is marked gone at `when` (aware)."""
    row = archive.row("select id from articles where url_key = ? and gone is null", (key,))
    if row is None:
        return False
    archive.execute("update articles set gone = ? where id = ?", (utc_text(when), row[0]))
    _note(archive, row[0], "gone", reason, when, record_id)
    return True


def mark_back(archive: Archive, key: str, when: datetime, record_id: str | None) -> bool:
    """Whether the article of that key was gone until now: it is marked back."""
    row = archive.row("select id from articles where url_key = ? and gone is not null", (key,))
    if row is None:
        return False
    archive.execute("update articles set gone = null where id = ?", (row[0],))
    _note(archive, row[0], "back", "found again at its address", when, record_id)
    return True


def _note(
    archive: Archive, article_id: int, event: str, reason: str, when: datetime, record_id: str | None
) -> None:
    archive.execute(
        """
        insert into article_events (article_id, at, event, reason, capture_id)
        values (?, ?, ?, ?, (select id from captures where record_id = ?))
        """,
        (article_id, utc_text(when), event, reason, record_id),
    )


def see_again(archive: Archive, key: str, when: datetime, record_id: str) -> bool:
    """Whether an article of that key is held: its newest revision was seen again at `when`, unchanged.

    For an answer of "not modified", or with the bytes that an earlier one had: nothing is read. `record_id`
    is the capture's, known to the archive; the further pages of an article on several stay those seen last.
    """
    row = archive.row(
        """
        select articles.id, article_revisions.id, captures.id
        from articles
        join article_revisions on article_revisions.article_id = articles.id
            and article_revisions.number = articles.revisions
        join captures on captures.record_id = ?
        where articles.url_key = ?
        """,
        (record_id, key),
    )
    if row is None:
        return False
    article_id, revision_id, capture_id = row
    seen = utc_text(when)
    archive.execute(
        """
        insert into revision_captures (revision_id, seen, position, capture_id) values (?, ?, 0, ?)
        on conflict (revision_id, seen, position) do nothing
        """,
        (revision_id, seen, capture_id),
    )
    archive.execute(
        """
        insert into revision_captures (revision_id, seen, position, capture_id)
        select revision_id, :seen, position, capture_id
        from revision_captures
        where revision_id = :revision and position > 0
            and seen = (
                select max(seen) from revision_captures where revision_id = :revision and seen < :seen
            )
        on conflict (revision_id, seen, position) do nothing
        """,
        {"revision": revision_id, "seen": seen},
    )
    archive.execute(
        "update articles set last_seen = max(last_seen, ?) where id = ?",
        (seen, article_id),
    )
    return True
