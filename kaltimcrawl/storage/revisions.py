"""The revisions of an article: what its sightings, in order of time, make them.

A sighting is what the article's pages said at one time. Captures come in any order (an old WARC is ingested
after years of crawling), and come again. So revisions aren't counted up: sightings next to each other in time
that agree in title and text are one revision, known since the first. revision_captures keeps all sightings.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from kaltimcrawl.storage.cells import iso_text, storable

if TYPE_CHECKING:
    from kaltimcrawl.extraction import Article
    from kaltimcrawl.storage.archive import Archive


def content_digest(article: Article, text: str | None = None) -> str:
    """What makes a revision: sha256 over title, subtitle and text, white space folded, in NFC.

    `text` stands in for the article's. Counters, related links and other chrome are no part of it, so they
    make no revision.
    """
    parts = (article.title, article.subtitle or "", article.text if text is None else text)
    folded = "\n".join(" ".join(unicodedata.normalize("NFC", storable(part)).split()) for part in parts)
    return sha256(folded.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Sighting:
    """What an article's pages said at one time."""

    seen: str
    """UTC, as the archive writes it."""
    record_id: str
    """Of the first page's capture; empty for imported text."""
    digest: str
    captures: tuple[int, ...]
    """Rows of captures, the article's pages in order; empty for imported text."""
    revision: int | None = None
    """The row of article_revisions it belongs to; None before it is filed."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What orders sightings: the same order whatever came first into the archive."""
        return self.seen, self.record_id, self.digest


@dataclass(frozen=True, slots=True)
class History:
    """What all sightings of an article come to."""

    sightings: tuple[Sighting, ...]
    """In order of time."""
    revisions: int
    is_revised: bool
    """Whether the new sighting told of a text that the revisions had not at that time."""

    @property
    def capture_id(self) -> int | None:
        """The first page of the newest sighting that has any; None where all is imported text."""
        return next((old.captures[0] for old in reversed(self.sightings) if old.captures), None)


def begin_history(archive: Archive, article_id: int, article: Article, new: Sighting) -> None:
    """Files the first sighting of an article: revision 1."""
    revision = _insert_revision(archive, article_id, 1, article, new)
    _insert_sighting(archive, revision, new)


def add_sighting(
    archive: Archive, article_id: int, article: Article, new: Sighting, untaught: str | None = None
) -> History:
    """Files a sighting of a known article, and makes its revisions what all its sightings make them.

    `untaught` is the digest that the page would have without the portal's profile: revisions of that digest
    are the same text, read before the profile knew what it knows now, and take the better reading over.
    A capture has one text: read again, it is the same sighting, which may read otherwise now. Of two captures
    that show the same text in the same second, the one with the greater record id stays.
    """
    if untaught is not None and untaught != new.digest:
        _better(archive, article_id, article, new.digest, untaught)
    known = _sightings(archive, article_id)
    same = next((old for old in known if (old.key, old.captures) == (new.key, new.captures)), None)
    if same is not None:
        new = replace(new, revision=same.revision)
    gone = [old for old in known if old is not same and _is_superseded(old, new)]
    kept = [old for old in known if old is not same and old not in gone]
    if not any((old.seen, old.digest) == (new.seen, new.digest) for old in kept):
        kept.append(new)
    kept.sort(key=attrgetter("key"))
    for old in gone:
        archive.execute(
            "delete from revision_captures where revision_id = ? and seen = ?", (old.revision, old.seen)
        )
    before = len({old.revision for old in known})
    after = _settle(archive, article_id, article, new, kept)
    is_reread_otherwise = any(old.record_id == new.record_id and old.digest != new.digest for old in gone)
    return History(tuple(kept), after, after > before or is_reread_otherwise)


def _better(archive: Archive, article_id: int, article: Article, digest: str, untaught: str) -> None:
    """Gives the revisions that read `untaught` the text that the portal's profile leaves of it."""
    archive.execute(
        "update article_revisions set text = ?, html = ?, digest = ? where article_id = ? and digest = ?",
        (article.text, article.html, digest, article_id, untaught),
    )


def _is_superseded(old: Sighting, new: Sighting) -> bool:
    """Whether `new` stands for `old` too: the same capture read again, or its lesser twin."""
    is_same_capture = bool(new.record_id) and old.record_id == new.record_id
    is_twin = (old.seen, old.digest) == (new.seen, new.digest) and old.record_id <= new.record_id
    return is_same_capture or is_twin


def _sightings(archive: Archive, article_id: int) -> list[Sighting]:
    rows = archive.rows(
        """
        select article_revisions.id, revision_captures.seen, digest, record_id, capture_id
        from article_revisions
        join revision_captures on revision_captures.revision_id = article_revisions.id
        left join captures on captures.id = revision_captures.capture_id
        where article_id = ?
        order by article_revisions.id, revision_captures.seen, position
        """,
        (article_id,),
    )
    sightings = []
    for (revision, seen, digest), group in groupby(rows, key=lambda row: row[:3]):
        pages = list(group)
        captures = tuple(page[4] for page in pages if page[4] is not None)
        sightings.append(Sighting(seen, pages[0][3] or "", digest, captures, revision))
    return sightings


def _settle(
    archive: Archive, article_id: int, article: Article, new: Sighting, sightings: list[Sighting]
) -> int:
    """The number of revisions, once the rows are what `sightings`, in order of time, make them."""
    revisions: list[tuple[int, str]] = []  # row and first sight
    taken: set[int] = set()
    for _, run in groupby(sightings, key=attrgetter("digest")):
        members = list(run)
        free = (old.revision for old in members if old.revision is not None and old.revision not in taken)
        revision = next(free, None)
        if revision is None:
            number = -len(revisions) - 1  # for the time being: another may still have the number
            if members[0] is new:
                revision = _insert_revision(archive, article_id, number, article, new)
            else:
                revision = _copy_revision(archive, members[0], number)
        elif members[0] is new:
            _update_revision(archive, revision, article)
        taken.add(revision)
        revisions.append((revision, members[0].seen))
        _move_sightings(archive, revision, members)
    _number(archive, article_id, revisions)
    return len(revisions)


def _move_sightings(archive: Archive, revision: int, members: list[Sighting]) -> None:
    for sighting in members:
        if sighting.revision is None:
            _insert_sighting(archive, revision, sighting)
        elif sighting.revision != revision:
            archive.execute(
                "update revision_captures set revision_id = ? where revision_id = ? and seen = ?",
                (revision, sighting.revision, sighting.seen),
            )


def _insert_sighting(archive: Archive, revision: int, sighting: Sighting) -> None:
    for position, capture_id in enumerate(sighting.captures or (None,)):
        archive.execute(
            "insert into revision_captures (revision_id, seen, position, capture_id) values (?, ?, ?, ?)",
            (revision, sighting.seen, position, capture_id),
        )


def _number(archive: Archive, article_id: int, revisions: list[tuple[int, str]]) -> None:
    """Numbers the revisions in order, and drops those that no sighting is left of."""
    query = "select id, number, seen from article_revisions where article_id = ?"
    stored = archive.rows(query, (article_id,))
    wanted = {row: (number, seen) for number, (row, seen) in enumerate(revisions, start=1)}
    for row, _, _ in stored:
        if row not in wanted:
            archive.execute("delete from article_revisions where id = ?", (row,))
    wrong = [(*wanted[row], row) for row, *stands in stored if row in wanted and wanted[row] != tuple(stands)]
    # By way of the negative, since (article_id, number) is unique at every step.
    archive.execute_many(
        "update article_revisions set number = -? where id = ?", [(number, row) for number, _, row in wrong]
    )
    archive.execute_many("update article_revisions set number = ?, seen = ? where id = ?", wrong)


def _revision_columns(article: Article) -> dict[str, Any]:
    from kaltimcrawl import __version__  # the package's door imports this room's neighbours

    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "text": article.text,
        "html": article.html,
        "published": iso_text(article.published),
        "modified": iso_text(article.modified),
        "authors": ", ".join(article.authors) or None,
        "section": article.section,
        "tags": json.dumps(article.tags, ensure_ascii=False),
        "provenance": _origins(article),
        "extractor": f"kaltimcrawl/{__version__}",
        **trust_columns(article),
    }


def trust_columns(article: Article) -> dict[str, Any]:
    """How the text was found and how far it is to be trusted; null where that wasn't estimated."""
    return {
        "method": article.method or None,
        "confidence": article.confidence or None,
        "warnings": json.dumps(article.warnings, ensure_ascii=False) if article.warnings else None,
    }


def _origins(article: Article) -> str:
    """The provenance as JSON: field to place, raw string, and what other sources say instead."""
    origins = {name: asdict(origin) for name, origin in article.provenance.items()}
    return json.dumps(origins, ensure_ascii=False, sort_keys=True)


def _insert_revision(archive: Archive, article_id: int, number: int, article: Article, new: Sighting) -> int:
    columns = {
        "article_id": article_id,
        "number": number,
        "seen": new.seen,
        "digest": new.digest,
        **_revision_columns(article),
    }
    return archive.insert("article_revisions", columns)


def _update_revision(archive: Archive, revision: int, article: Article) -> None:
    """A revision reads as its first sighting did."""
    archive.update("article_revisions", revision, _revision_columns(article))


def _copy_revision(archive: Archive, first: Sighting, number: int) -> int:
    """The row of a new revision, with all that the one had to which its first sighting belonged."""
    cursor = archive.execute(
        """
        insert into article_revisions (article_id, number, seen, digest, title, subtitle, text, html,
            published, modified, authors, section, tags, provenance, extractor, method, confidence, warnings)
        select article_id, ?, ?, digest, title, subtitle, text, html,
            published, modified, authors, section, tags, provenance, extractor, method, confidence, warnings
        from article_revisions
        where id = ?
        """,
        (number, first.seen, first.revision),
    )
    return int(cursor.lastrowid or 0)
