"""Copies of articles' texts that doors brought: feeds' content:encoded, WordPress REST's content.rendered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from kaltimcrawl.times import read_machine_time, utc_text

if TYPE_CHECKING:
    from kaltimcrawl.storage.archive import Archive

WitnessKind = Literal["feed", "rest"]


@dataclass(frozen=True, slots=True)
class KeptWitness:
    """A copy of an article's text as a door printed it."""

    key: str
    """See `urls.url_key`."""
    kind: WitnessKind
    html: str
    title: str | None
    published: datetime | None
    """Aware."""
    seen: datetime
    """When the door was captured; aware."""
    record_id: str | None
    """The door's capture."""


def keep_witnesses(archive: Archive, witnesses: Iterable[KeptWitness]) -> None:
    """Keeps each, in place of an older one of its article and kind."""
    archive.execute_many(
        """
        insert into witnesses (url_key, kind, html, title, published, seen, record_id)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (url_key, kind) do update
        set html = excluded.html, title = excluded.title, published = excluded.published,
            seen = excluded.seen, record_id = excluded.record_id
        where excluded.seen >= witnesses.seen and excluded.html is not witnesses.html
        """,
        (
            (
                one.key,
                one.kind,
                one.html,
                one.title,
                utc_text(one.published) if one.published else None,
                utc_text(one.seen),
                one.record_id,
            )
            for one in witnesses
        ),
    )


def witnesses_of(archive: Archive, keys: Sequence[str]) -> list[KeptWitness]:
    """What doors brought of the article with any of those keys, REST's copies first."""
    marks = ", ".join("?" * len(keys))
    rows = archive.rows(
        f"""
        select url_key, kind, html, title, published, seen, record_id
        from witnesses
        where url_key in ({marks})
        order by kind = 'feed', seen desc
        """,  # noqa: S608 - only question marks are put in
        list(keys),
    )
    return [
        KeptWitness(key, kind, html, title, _time(published), _time(seen) or datetime.min, record_id)
        for key, kind, html, title, published, seen, record_id in rows
    ]


def _time(text: str | None) -> datetime | None:
    return read_machine_time(text) if text else None
