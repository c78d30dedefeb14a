"""An article out of what a door printed of it, where its page can't be had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from types import MappingProxyType

from kaltimcrawl.extraction.advertorials import read_advertorial
from kaltimcrawl.extraction.article import Article
from kaltimcrawl.extraction.claims import origins_of
from kaltimcrawl.extraction.judging import judge
from kaltimcrawl.extraction.page import Found
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.structured import Structured
from kaltimcrawl.extraction.told import fields_of_text, names_told, origins_of_text
from kaltimcrawl.extraction.witnesses import Witness, read_testimonies
from kaltimcrawl.urls import canonical_url

_PLACES = {"feed": "feed: content:encoded", "rest": "rest: content.rendered"}
_TITLES = {"feed": "feed: title", "rest": "rest: title.rendered"}
_DATES = {"feed": "feed: pubDate", "rest": "rest: date_gmt"}
_NAMES = {"feed": "the feed", "rest": "WordPress REST"}
_NO_PAGE = Structured((), MappingProxyType({}), None, None, None, None)


@dataclass(frozen=True, slots=True)
class Told:
    """What a door printed of an article."""

    url: str
    witness: Witness
    title: str
    published: datetime | None
    """Aware."""


def recover_article(told: Told, zone: tzinfo) -> Article | None:
    """The article as a door told it, or None where that is no whole text. Pure.

    Its provenance names the door's fields, its method is the door's kind, and a warning says that the page
    itself was not had. The publication is given in the portal's `zone`.
    """
    found = read_testimonies(_NO_PAGE, (told.witness,), told.url)
    if not found:
        return None
    judged = judge(found[0].lines, told.title)
    if not judged.kept:
        return None
    source = told.witness.source
    advertorial = read_advertorial(judged.signoff, judged.paid, [])
    authors, editors = (names_told(judged, role) for role in ("author", "editor"))
    published = told.published.astimezone(zone) if told.published else None
    raw = published.isoformat() if published else None
    provenance = origins_of(
        title=Found(told.title, _TITLES[source]),
        published=Found(raw, _DATES[source]) if raw else None,
        authors=Found(authors, "text: author") if authors else None,
        editors=Found(editors, "text: editor") if editors else None,
        body=Found("", _PLACES[source]),
        **origins_of_text(judged, advertorial),
    )
    return Article(
        url=told.url,
        canonical_url=canonical_url(told.url),
        title=told.title,
        authors=authors,
        editors=editors,
        agency=read_signoff(judged.signoff).agency,
        published=published,
        published_raw=raw,
        published_precision="minute" if published else None,
        method=source,
        warnings=(f"the page could not be fetched; this is what {_NAMES[source]} printed",),
        provenance=MappingProxyType(provenance),
        **fields_of_text(judged, judged.kept, advertorial),
    )
