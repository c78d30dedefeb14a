"""What an address says of the page behind it, when an article's address led there."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlsplit

from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.impostors.answer import Impostor
from kaltimcrawl.impostors.words import load_lexicon
from kaltimcrawl.urls import url_key

_PAGE_OF_ARTICLE = re.compile(r"(?:/(?:page|halaman|hal|amp|all|full|feed|print|cetak))?(?:/\d{1,2})?/")
_LONG_NUMBER = re.compile(r"\d{5}")
_LONGEST_SHOWN = 100
_FEWEST_WORDS = 4
"""Words of an article's name in its address; sections have fewer."""


def landing_of(url: str, landed: str, home: str) -> Impostor | None:
    """What `landed` is by its address alone, where `url` is an article's; None where nothing tells.

    >>> landing_of("https://a.example/2024/05/banjir-surut/", "https://a.example/?ref=404", "https://a.example/")
    Impostor(kind='front page', reason='redirected to the front page https://a.example/?ref=404')
    """
    if landed == url:
        return None
    key, old_key, home_key = url_key(landed), url_key(url), url_key(home)
    if key == old_key or old_key == home_key:
        return None
    parts, old = _split(landed), _split(url)
    if parts is None or old is None:
        return None
    where = fold(landed[:_LONGEST_SHOWN])
    landings = load_lexicon().landings
    host = (parts.hostname or "").lower()
    for suffix, kind in landings.hosts.items():
        if (host == suffix or host.endswith("." + suffix)) and host != (old.hostname or "").lower():
            return Impostor(kind, f"redirected to {where}")
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    for segment in {*segments[:1], *segments[-1:]}:
        named = landings.segments.get(segment)
        if named is not None and f"/{segment}" not in old.path.lower():
            return Impostor(named, f"redirected to {where}")
    if key == home_key or _is_front(parts, home):
        return Impostor("front page", f"redirected to the front page {where}")
    if _is_section(parts, old, segments):
        return Impostor("front page", f"redirected to the section {where}")
    return None


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.hostname
    except ValueError:
        return None
    return parts


def _is_front(parts: SplitResult, home: str) -> bool:
    """Whether an address is a host's front page, or a page beneath the home page that is one."""
    landings = load_lexicon().landings
    path = parts.path.strip("/").lower()
    home_parts = _split(home)
    below = home_parts.path.strip("/").lower() if home_parts else ""
    if below and (path == below or path.startswith(below + "/")):
        path = path[len(below) :].strip("/")
    if path and path not in landings.front_pages:
        return False
    names = {name.lower() for name, _ in parse_qsl(parts.query[:2000], keep_blank_values=True)}
    return names <= landings.front_parameters


def _is_section(parts: SplitResult, old: SplitResult, segments: list[str]) -> bool:
    """Whether an address is a listing's by its name, or a section above the article's."""
    if not segments or any(_names_article(segment) for segment in segments):
        return False
    listings = load_lexicon().landings.listings
    old_first = old.path.lower().strip("/").partition("/")[0]
    if segments[0] in listings and segments[0] != old_first:
        return True
    path = "/" + "/".join(segments)
    old_path = old.path.lower().rstrip("/")
    return not parts.query and old_path.startswith(path + "/") and not _is_page_of(old_path, path)


def _is_page_of(old_path: str, path: str) -> bool:
    """Whether the old address is but another page or form of the new one's article."""
    return _PAGE_OF_ARTICLE.fullmatch(old_path[len(path) :] + "/") is not None


def _names_article(segment: str) -> bool:
    words = [word for word in re.split(r"[-_.]", segment) if word]
    return len(words) >= _FEWEST_WORDS or _LONG_NUMBER.search(segment) is not None
