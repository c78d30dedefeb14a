"""What discovery gives: the address of something that may be an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape

from kaltimcrawl.times import read_machine_time
from kaltimcrawl.urls import absolute_url, canonical_url, url_key

MAX_TITLE_LENGTH = 500
"""Characters kept of a title: what is longer is a paragraph in the wrong place."""
MAX_CONTENT_LENGTH = 400_000
"""Characters of a content: a longer one is left out."""
SHORTEST_CONTENT = 200
"""Characters of a content: a shorter one is an excerpt."""

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ABSOLUTE = ("http://", "https://")
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address found by a door (feed, sitemap, WordPress REST, listing)."""

    url: str
    """Absolute, as the door prints it."""
    source: str
    """The address of the door that named it."""
    lastmod: datetime | None = None
    """Last change as the door tells it (sitemap lastmod, Atom updated, REST modified_gmt); aware."""
    published: datetime | None = None
    """Publication as the door tells it (RSS pubDate, news:publication_date, REST date_gmt); aware."""
    title: str | None = None
    content: str | None = None
    """The text as the door prints it (HTML): content:encoded of a feed, content.rendered of REST."""
    is_article: bool = False
    """Whether its door names nothing but articles, or calls it one: a feed, REST, a sitemap of posts, one of
    Google News. Else it is judged by its address."""

    @property
    def canonical_url(self) -> str:
        """The address in normal form: see `urls.canonical_url`."""
        return canonical_url(self.url)

    @property
    def key(self) -> str:
        """What two candidates for the same article share: see `urls.url_key`."""
        return url_key(self.url)


def unique(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """One candidate for each key, in the order in which the keys first came.

    The first keeps its address and door; later ones give it the lastmod, published or title it lacks. All
    candidates are read before the first is given, so what is held is one candidate a key: hand it one door's
    worth at a time where a portal has millions.
    """
    first: dict[str, Candidate] = {}
    for candidate in candidates:
        key = candidate.key
        known = first.get(key)
        first[key] = candidate if known is None else _fill_missing(known, candidate)
    return iter(first.values())


def _fill_missing(known: Candidate, other: Candidate) -> Candidate:
    if known.lastmod and known.published and known.title and known.content and known.is_article:
        return known
    return replace(
        known,
        lastmod=known.lastmod or other.lastmod,
        published=known.published or other.published,
        title=known.title or other.title,
        content=known.content or other.content,
        is_article=known.is_article or other.is_article,
    )


def read_candidate(
    link: str,
    source: str,
    lastmod: str | None = None,
    published: str | None = None,
    title: str | None = None,
    content: str | None = None,
    *,
    is_article: bool = False,
) -> Candidate | None:
    """The candidate that a door's own strings name, or None where `link` is no usable http(s) address.

    `link` may be relative to `source`. Times are W3C or RFC 2822; one without an offset is taken as UTC.
    `title` is HTML, as feeds and WordPress write it: it becomes plain text. `content` is kept as it stands
    where it may be a whole text: excerpts, and what is larger than any article, are left out.
    """
    link = link.strip()
    if not link:
        return None
    url = absolute_url(link, None if link.startswith(_ABSOLUTE) else source)
    if url is None:
        return None
    kept = content if content and SHORTEST_CONTENT <= len(content) <= MAX_CONTENT_LENGTH else None
    times = _read_time(lastmod), _read_time(published)
    return Candidate(url, source, *times, clean_title(title), kept, is_article)


def _read_time(text: str | None) -> datetime | None:
    """The aware time, or None: also for the zeros that databases print (0001-01-01, 1970-01-01)."""
    when = read_machine_time(text) if text else None
    return when if when and when.year in _YEARS else None


def clean_title(text: str | None) -> str | None:
    """`text` on one line, without tags and entities, cut at `MAX_TITLE_LENGTH`; None where nothing is left.

    >>> clean_title("Warga &#8220;<b>Sebulu</b>&#8221;\\n resah")
    'Warga “Sebulu” resah'
    """
    if not text:
        return None
    plain = unescape(_TAG.sub("", text[: 8 * MAX_TITLE_LENGTH]))
    plain = plain.encode("utf-8", "replace").decode()  # JSON may write half a surrogate pair
    return " ".join(plain.split())[:MAX_TITLE_LENGTH].strip() or None
