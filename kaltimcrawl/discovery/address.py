"""Judging an address by its form: is it the portal's, is it an article, which page of a list is it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlunsplit

from kaltimcrawl.discovery.words import (
    MEDIA_ENDINGS,
    PAGE_ENDINGS,
    PAGE_PARAMETERS,
    PAGE_SEGMENTS,
    STATIC_PAGES,
    STOP_PARAMETERS,
    STOP_SEGMENTS,
)
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.urls import absolute_url, canonical_url, host_of, split_url

MIN_SLUG_WORDS = 4
"""Words by which a slug is a headline rather than a section's name."""

_TWIN = re.compile(r"^(?:(?:www|m|amp)\.)+(?=[^.]+\.)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
_ID = re.compile(r"(?:[a-z]{1,3}-)?([0-9]{4,20})")
_ID_IN_SLUG = re.compile(r"[0-9]{5,20}")
_PART = re.compile(r"[0-9]{1,2}")
_WORD_BREAK = re.compile(r"[-_.+]|%20")
_NUMBER = re.compile(r"[0-9]{1,6}")


def is_article_url(url: str, doors: Doors, home: str) -> bool:
    """Whether `url` has the form of an article of the portal whose home is `home`.

    Where `doors.article_url` gives patterns, one must be found in the address (in normal form or as it is),
    and the host must be the portal's or be spelled out in that pattern. Else: the portal's host, no list,
    tool, static page or media file, and a date path (/2025/05/12/slug), a numeric id of four digits or more
    (not a year), WordPress's "numeric" /archives/123 (its years are at /archives/date/2025/), or a last
    segment of `MIN_SLUG_WORDS` words. Parts of an article (/slug/2/, ?page=2) are not counted as articles.
    """
    absolute = absolute_url(url)
    if absolute is None:
        return False
    if doors.article_url:
        plain = canonical_url(absolute)
        found = [
            pattern.pattern
            for pattern in doors.article_url
            if pattern.search(plain) or pattern.search(absolute)
        ]
        return any(is_of_portal(absolute, home) or _spells_host(text, host_of(absolute)) for text in found)
    return is_of_portal(absolute, home) and _looks_like_article(canonical_url(absolute))


def is_of_portal(url: str, home: str) -> bool:
    """Whether `url` is on the host and port of `home` or on a subdomain of it; www, m and amp don't count.

    The home kaltim.tribunnews.com is not all of tribunnews.com: a regional portal of a network stays itself.
    """
    host, own = _own_host(url), _own_host(home)
    return bool(own) and (host == own or host.endswith(f".{own}"))


def is_same_host(url: str, other: str) -> bool:
    """Whether both are on one host and port; www, m and amp don't count."""
    return _own_host(url) == _own_host(other) != ""


@lru_cache(maxsize=1024)
def _own_host(url: str) -> str:
    return _TWIN.sub("", split_url(canonical_url(url)).netloc) if absolute_url(url) else ""


def _spells_host(pattern: str, host: str) -> bool:
    return host in pattern.replace("\\", "")


def _looks_like_article(url: str) -> bool:
    parts = split_url(url)
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    if not segments or is_media(url) or page_number(url) > 1:
        return False
    is_numbered = len(segments) > 1 and segments[-2] == "archives" and segments[-1].isdecimal()
    if not STOP_SEGMENTS.isdisjoint(segments[:-2] if is_numbered else segments):
        return False
    if any(name.lower() in STOP_PARAMETERS for name, _ in parse_qsl(parts.query, keep_blank_values=True)):
        return False
    last = _stem(segments[-1])
    if is_numbered:
        return True
    if last in STATIC_PAGES or (len(segments) > 1 and _PART.fullmatch(last)):
        return False
    rest = after_date(segments)
    if rest is not None:
        return bool(rest)
    return _has_id(segments) or len(_words(last)) >= MIN_SLUG_WORDS


def is_media(url: str) -> bool:
    """Whether the path ends as a file that is no page: a picture, a document, a script, a feed."""
    name, dot, ending = split_url(url).path.rpartition("/")[2].rpartition(".")
    return bool(name and dot) and ending.lower() in MEDIA_ENDINGS


def _stem(segment: str) -> str:
    ending = next((ending for ending in PAGE_ENDINGS if segment.endswith(ending)), "")
    return segment.removesuffix(ending)


def after_date(segments: list[str]) -> list[str] | None:
    """What follows /2025/05/ or /2025/05/12/ in the path; None where there is no date."""
    for place, (year, month) in enumerate(pairwise(segments)):
        if _YEAR.fullmatch(year) and _MONTH.fullmatch(month):
            rest = segments[place + 2 :]
            return rest[1:] if rest and _DAY.fullmatch(rest[0]) else rest
    return None


def _has_id(segments: list[str]) -> bool:
    for segment in segments:
        found = _ID.fullmatch(_stem(segment))
        if found and not _YEAR.fullmatch(found[1]):
            return True
    words = _words(_stem(segments[-1]))
    return len(words) > 2 and _ID_IN_SLUG.fullmatch(words[-1]) is not None


def _words(slug: str) -> list[str]:
    return [word for word in _WORD_BREAK.split(slug) if word]


def page_number(url: str) -> int:
    """Which page of a list or part of an article `url` is, by /page/3/ or ?page=3; 1 where it tells none."""
    parts = split_url(url)
    segments = [segment.lower() for segment in parts.path.split("/") if segment]
    if len(segments) > 1 and segments[-2] in PAGE_SEGMENTS and _NUMBER.fullmatch(segments[-1]):
        return max(1, int(segments[-1]))
    for name, value in parse_qsl(parts.query):
        if name.lower() in PAGE_PARAMETERS and _NUMBER.fullmatch(value):
            return max(1, int(value))
    return 1


def list_address(url: str) -> str:
    """`url` without what tells its page: equal for all pages of one list."""
    parts = split_url(canonical_url(url))
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(segments) > 1 and segments[-2].lower() in PAGE_SEGMENTS and _NUMBER.fullmatch(segments[-1]):
        segments = segments[:-2]
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if pair[0].lower() not in PAGE_PARAMETERS
    ]
    return urlunsplit(("", _TWIN.sub("", parts.netloc), "/".join(segments), urlencode(query), ""))
