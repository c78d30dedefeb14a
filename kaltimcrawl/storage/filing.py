"""Articles into rows: what is new, what is a revision, what is only seen again."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from kaltimcrawl.times import utc_text
from kaltimcrawl.urls import canonical_url, url_key

if TYPE_CHECKING:
    from kaltimcrawl.extraction import Article
    from kaltimcrawl.storage.archive import Archive

FilingOutcome = Literal["new", "revision", "unchanged"]


@dataclass(frozen=True, slots=True)
class Filing:
    """An article to file."""

    portal: str
    """Slug; the portal is known to the archive."""
    article: Article
    record_ids: tuple[str, ...]
    """The captures it was read from, parts in order, known to the archive; empty for imported text."""
    seen: datetime
    """When the page was captured; aware."""


def content_digest(article: Article) -> str:
    """What makes a revision: sha256 over title, subtitle and text, white space folded, in NFC.

    Counters, related links and other chrome are no part of it, so they make no revision.
    """
    parts = (article.title, article.subtitle or "", article.text)
    folded = "\n".join(" ".join(unicodedata.normalize("NFC", part).split()) for part in parts)
    return sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


def file_article(archive: Archive, filing: Filing) -> FilingOutcome:
    """Files an article within the caller's transaction.

    The first filing makes the article and its revision 1. Another text makes a revision, placed by when it was
    seen: the article's row always shows the newest, whatever order captures come in. The same text seen again
    moves `first_seen` or `last_seen`, and the newest capture's metadata (authors, tags, images, dates) stands in
    the row; a capture filed before changes nothing.
    """
    address = filing.article.canonical_url or filing.article.url
    if address is None:
        raise ValueError("an article without an address can't be filed")
    seen = utc_text(filing.seen)
    captures = [_capture_id(archive, record_id) for record_id in filing.record_ids]
    row = archive.execute(
        "select id, last_seen from articles where url_key = ?", (url_key(address),)
    ).fetchone()
    if row is None:
        article_id = _insert_article(archive, filing, address, seen, captures)
        _insert_revision(archive, article_id, filing, seen, captures)
        _write_parts(archive, article_id, filing.article)
        return "new"
    article_id, last_seen = row
    is_newest = seen >= last_seen
    outcome: FilingOutcome = "unchanged"
    if _make_revision(archive, article_id, filing, seen, captures):
        outcome = "revision"
    if is_newest:
        _update_article(archive, article_id, filing, address, seen, captures)
        _write_parts(archive, article_id, filing.article)
    _count_revisions(archive, article_id, seen)
    return outcome


def _capture_id(archive: Archive, record_id: str) -> int:
    row = archive.execute("select id from captures where record_id = ?", (record_id,)).fetchone()
    if row is None:
        raise ValueError(f"no capture {record_id} in the archive: captures are stored before their article")
    return int(row[0])


def _make_revision(archive: Archive, article_id: int, filing: Filing, seen: str, captures: list[int]) -> bool:
    """Whether the article's text, as seen then, differs from the revision that stood at that time.

    A text that the next revision has already moves that revision's time back instead of making another.
    """
    digest = content_digest(filing.article)
    before = archive.execute(
        "select id, digest from article_revisions where article_id = ? and seen <= ? order by seen desc, number desc limit 1",
        (article_id, seen),
    ).fetchone()
    if before is not None and before[1] == digest:
        return False
    after = archive.execute(
        "select id, digest from article_revisions where article_id = ? and seen > ? order by seen, number limit 1",
        (article_id, seen),
    ).fetchone()
    if after is not None and after[1] == digest:
        _move_revision(archive, after[0], seen, captures)
        return False
    _insert_revision(archive, article_id, filing, seen, captures)
    return True


def _move_revision(archive: Archive, revision_id: int, seen: str, captures: list[int]) -> None:
    """An earlier capture of a revision's text: from then on it was so, and that capture shows it."""
    archive.execute("update article_revisions set seen = ? where id = ?", (seen, revision_id))
    if captures:
        archive.execute("delete from revision_captures where revision_id = ?", (revision_id,))
        _insert_revision_captures(archive, revision_id, captures)


def _insert_article(archive: Archive, filing: Filing, address: str, seen: str, captures: list[int]) -> int:
    columns = {
        **_columns_of(filing, address, captures),
        "url_key": url_key(address),
        "first_seen": seen,
        "last_seen": seen,
    }
    names = ", ".join(columns)
    marks = ", ".join(f":{name}" for name in columns)
    cursor = archive.execute(f"insert into articles ({names}) values ({marks})", columns)  # noqa: S608 - column names of our own
    return int(cursor.lastrowid or 0)


def _update_article(
    archive: Archive, article_id: int, filing: Filing, address: str, seen: str, captures: list[int]
) -> None:
    columns = {**_columns_of(filing, address, captures), "last_seen": seen}
    if not captures:  # an imported text does not take an article's capture away
        del columns["capture_id"]
    sets = ", ".join(f"{name} = :{name}" for name in columns)
    archive.execute(f"update articles set {sets} where id = :id", {**columns, "id": article_id})  # noqa: S608 - column names of our own


def _columns_of(filing: Filing, address: str, captures: list[int]) -> dict[str, Any]:
    article = filing.article
    return {
        "url": article.url or address,
        "canonical_url": canonical_url(address),
        "portal": filing.portal,
        "title": article.title,
        "subtitle": article.subtitle,
        "text": article.text,
        "html": article.html,
        "section": article.section,
        "dateline": article.dateline,
        "authors": ", ".join(article.authors) or None,
        "published": _iso(article.published),
        "published_utc": utc_text(article.published) if article.published else None,
        "published_raw": article.published_raw,
        "published_precision": article.published_precision,
        "modified": _iso(article.modified),
        "modified_raw": article.modified_raw,
        "language": article.language,
        "is_advertorial": int(article.is_advertorial),
        "signoff": article.signoff,
        "lead_image": article.lead_image.url if article.lead_image else None,
        "word_count": len(article.text.split()),
        "capture_id": captures[0] if captures else None,
    }


def _iso(when: datetime | None) -> str | None:
    return when.isoformat(timespec="seconds") if when else None


def _insert_revision(
    archive: Archive, article_id: int, filing: Filing, seen: str, captures: list[int]
) -> None:
    from kaltimcrawl import __version__  # the package's door imports this room's neighbours

    article = filing.article
    cursor = archive.execute(
        """
        insert into article_revisions (article_id, number, seen, digest, title, subtitle, text, html, published,
            modified, authors, section, tags, provenance, extractor)
        values (?, (select coalesce(max(number), 0) + 1 from article_revisions where article_id = ?), ?, ?, ?, ?, ?,
            ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article_id,
            article_id,
            seen,
            content_digest(article),
            article.title,
            article.subtitle,
            article.text,
            article.html,
            _iso(article.published),
            _iso(article.modified),
            ", ".join(article.authors) or None,
            article.section,
            json.dumps(article.tags, ensure_ascii=False),
            json.dumps(dict(article.provenance), ensure_ascii=False, sort_keys=True),
            f"kaltimcrawl/{__version__}",
        ),
    )
    _insert_revision_captures(archive, int(cursor.lastrowid or 0), captures)


def _insert_revision_captures(archive: Archive, revision_id: int, captures: list[int]) -> None:
    archive.execute_many(
        "insert into revision_captures (revision_id, position, capture_id) values (?, ?, ?)",
        [(revision_id, position, capture_id) for position, capture_id in enumerate(captures)],
    )


def _count_revisions(archive: Archive, article_id: int, seen: str) -> None:
    """Numbers the revisions by time, and brings the article's count and first and last sight up to date."""
    revisions = archive.execute(
        "select id, number from article_revisions where article_id = ? order by seen, number", (article_id,)
    ).fetchall()
    wrong = [(number, id_) for number, (id_, given) in enumerate(revisions, start=1) if number != given]
    # By way of negative numbers, since (article_id, number) is unique at every step.
    archive.execute_many("update article_revisions set number = -? where id = ?", wrong)
    archive.execute_many("update article_revisions set number = ? where id = ?", wrong)
    archive.execute(
        "update articles set revisions = ?, first_seen = min(first_seen, ?), last_seen = max(last_seen, ?) where id = ?",
        (len(revisions), seen, seen, article_id),
    )


def _write_parts(archive: Archive, article_id: int, article: Article) -> None:
    """Bylines, tags and images of the article as it stands now, in place of those before."""
    for statement in (
        "delete from bylines where article_id = ?",
        "delete from article_tags where article_id = ?",
        "delete from images where article_id = ?",
    ):
        archive.execute(statement, (article_id,))
    people = [(name, "author") for name in article.authors] + [(name, "editor") for name in article.editors]
    archive.execute_many(
        "insert into bylines (article_id, position, name, role) values (?, ?, ?, ?)",
        [(article_id, position, name, role) for position, (name, role) in enumerate(people)],
    )
    tags = list(dict.fromkeys(article.tags))
    archive.execute_many(
        "insert into tags (name) values (?) on conflict (name) do nothing", [(tag,) for tag in tags]
    )
    archive.execute_many(
        "insert into article_tags (article_id, tag_id) select ?, id from tags where name = ?",
        [(article_id, tag) for tag in tags],
    )
    archive.execute_many(
        "insert into images (article_id, position, url, caption, credit) values (?, ?, ?, ?, ?)",
        [
            (article_id, position, image.url, image.caption, image.credit)
            for position, image in enumerate(article.images)
        ],
    )
