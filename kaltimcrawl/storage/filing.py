"""Articles into rows: what is new, what is a revision, what is only seen again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from kaltimcrawl.storage.cells import iso_text, storable
from kaltimcrawl.storage.revisions import Sighting, add_sighting, begin_history, content_digest, trust_columns
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
    untaught_text: str | None = None
    """The text as it reads without the portal's profile; None where the profile changed nothing."""


def file_article(archive: Archive, filing: Filing) -> FilingOutcome:
    """Files an article within the caller's transaction.

    The first filing makes the article and its revision 1; another text makes a revision, placed by when it
    was seen (see `revisions`). The article's row, bylines, tags and images are those of the newest sighting.
    The same filings end in the same rows in whatever order they come; filed again they are "unchanged". What
    the portal's profile has learned since the last filing makes no revision of what the portal printed.
    """
    address = filing.article.canonical_url or filing.article.url
    if address is None:
        raise ValueError("an article without an address can't be filed")
    article, key = filing.article, url_key(address)
    sighting = Sighting(
        utc_text(filing.seen),
        filing.record_ids[0] if filing.record_ids else "",
        content_digest(article),
        tuple(_capture_id(archive, record_id) for record_id in filing.record_ids),
    )
    row = archive.row("select id from articles where url_key = ?", (key,))
    if row is None:
        first = {"url_key": key, "first_seen": sighting.seen, "last_seen": sighting.seen}
        capture = {"capture_id": sighting.captures[0] if sighting.captures else None}
        article_id = archive.insert("articles", {**_columns_of(filing, address), **first, **capture})
        begin_history(archive, article_id, article, sighting)
        _insert_parts(archive, article_id, article)
        return "new"
    untaught = None if filing.untaught_text is None else content_digest(article, filing.untaught_text)
    history = add_sighting(archive, row[0], article, sighting, untaught)
    columns = {
        "revisions": history.revisions,
        "first_seen": history.sightings[0].seen,
        "last_seen": history.sightings[-1].seen,
        "capture_id": history.capture_id,
    }
    is_newest = history.sightings[-1].key == sighting.key
    if is_newest:
        columns = {**_columns_of(filing, address), **columns}
    elif untaught is not None and history.sightings[-1].digest == sighting.digest:
        columns |= {name: _columns_of(filing, address)[name] for name in ("text", "html", "word_count")}
    archive.update("articles", row[0], columns)
    if is_newest:
        _replace_parts(archive, row[0], article)
    return "revision" if history.is_revised else "unchanged"


def _capture_id(archive: Archive, record_id: str) -> int:
    row = archive.row("select id from captures where record_id = ?", (record_id,))
    if row is None:
        raise ValueError(f"no capture {record_id} in the archive: captures are stored before their article")
    return int(row[0])


def _columns_of(filing: Filing, address: str) -> dict[str, Any]:
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
        "published": iso_text(article.published),
        "published_utc": utc_text(article.published) if article.published else None,
        "published_raw": article.published_raw,
        "published_precision": article.published_precision,
        "modified": iso_text(article.modified),
        "modified_raw": article.modified_raw,
        "language": article.language,
        "is_advertorial": int(article.is_advertorial),
        "signoff": article.signoff,
        "lead_image": article.lead_image.url if article.lead_image else None,
        "word_count": article.word_count,
        "agency": article.agency,
        "advertorial_reason": article.advertorial_reason,
        "sponsor": article.sponsor,
        "initials": ", ".join(article.initials) or None,
        "correction": article.correction,
        **trust_columns(article),
    }


def _replace_parts(archive: Archive, article_id: int, article: Article) -> None:
    for statement in (
        "delete from bylines where article_id = ?",
        "delete from article_tags where article_id = ?",
        "delete from images where article_id = ?",
    ):
        archive.execute(statement, (article_id,))
    _insert_parts(archive, article_id, article)


def _insert_parts(archive: Archive, article_id: int, article: Article) -> None:
    """Bylines, tags and images."""
    people = [
        *((name, "author") for name in article.authors),
        *((name, "editor") for name in article.editors),
        *((name, "photographer") for name in article.photographers),
    ]
    archive.execute_many(
        "insert into bylines (article_id, position, name, role) values (?, ?, ?, ?)",
        [(article_id, position, name, role) for position, (name, role) in enumerate(people)],
    )
    tags = list(dict.fromkeys(map(storable, article.tags)))
    archive.execute_many(
        "insert into tags (name) values (?) on conflict (name) do nothing", [(tag,) for tag in tags]
    )
    if tags:
        archive.execute(
            "insert into article_tags select ?, tags.id from json_each(?) join tags on name = value",
            (article_id, json.dumps(tags)),
        )
    archive.execute_many(
        "insert into images (article_id, position, url, caption, credit) values (?, ?, ?, ?, ?)",
        [
            (article_id, position, image.url, image.caption, image.credit)
            for position, image in enumerate(article.images)
        ],
    )
