"""Addresses that lead to an article whose own address is another: redirects, twins, further pages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from kaltimcrawl.times import utc_text
from kaltimcrawl.urls import url_key

if TYPE_CHECKING:
    from kaltimcrawl.storage.archive import Archive

AliasReason = Literal["redirect", "canonical", "part"]


def note_alias(archive: Archive, url: str, kept: str, reason: AliasReason, when: datetime) -> bool:
    """Whether `url` is another address than `kept`, the article's own: it is noted once, as its alias."""
    key, kept_key = url_key(url), url_key(kept)
    if key == kept_key:
        return False
    archive.execute(
        """
        insert into aliases (url_key, url, kept, reason, first_seen) values (?, ?, ?, ?, ?)
        on conflict (url_key) do update set kept = excluded.kept, reason = excluded.reason
        """,
        (key, url, kept_key, reason, utc_text(when)),
    )
    return True


def count_parts(archive: Archive, kept: str) -> int:
    """The number of further pages that the article of that key was ever seen to have."""
    row = archive.row("select count(*) from aliases where kept = ? and reason = 'part'", (kept,))
    return int(row[0]) if row else 0
