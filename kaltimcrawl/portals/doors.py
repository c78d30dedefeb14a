"""The doors of a portal, made of its own [discovery] over its family's, each address checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from kaltimcrawl.portals.form import DiscoveryForm
from kaltimcrawl.portals.patterns import read_pattern
from kaltimcrawl.portals.places import read_places
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.portals.spot import Spot, did_you_mean, shown
from kaltimcrawl.urls import MAX_URL_LENGTH, absolute_url, canonical_url, host_of, is_private_host

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DATE_PLACES = ("year", "month", "day")
_DATE_PLACE = re.compile(r"\{(year|month|day)\}")
_SOME_DAY = {"year": "2025", "month": "05", "day": "12"}
_POSTS_ROUTE = re.compile(r"/wp/v2/[a-z0-9_-]+/?")
SHARED_SECOND_LEVELS = frozenset(
    "ac biz co com desa edu go gob gov mil my net or org ponpes sch web".split()  # noqa: SIM905
)


def read_home(spot: Spot, text: str, allow_private: bool) -> str:
    """The home page's address in normal form.

    Raises PortalError where `text` is no http(s) URL, has a name and password, or leads to this machine or a
    private net and `allow_private` is not set.
    """
    url = _read_url(spot, text, "https://kaltim.example/")
    if not allow_private and is_private_host(host_of(url)):
        remedy = "if that is meant, write allow_private = true"
        raise spot.error(f"{shown(text)} is on this machine or a private network; {remedy}")
    return canonical_url(url)


def _read_url(spot: Spot, text: str, example: str) -> str:
    url = absolute_url(text)
    if url is None:
        length = f" of at most {MAX_URL_LENGTH} characters" if len(text) > MAX_URL_LENGTH else ""
        raise spot.error(f"{shown(text)} is no URL{length}; expected one as {example!r}{_with_scheme(text)}")
    if "@" in urlsplit(url).netloc:
        raise spot.error(f"{shown(text)} holds a name or password; expected the address alone")
    return url


def _with_scheme(text: str) -> str:
    fixed = f"https://{text}"
    is_meant = "://" not in text and "." in text and absolute_url(fixed)
    return f"; did you mean {shown(fixed)}?" if is_meant else ""


def read_doors(own: DiscoveryForm, family: DiscoveryForm, spots: tuple[Spot, Spot], home: str) -> Doors:
    """The doors of the portal whose home page is `home`: each key of `own`, else of `family`.

    `spots` are those of [discovery] in the portal's and in the family's file. Raises PortalError for an
    address that is none or not the portal's, a place or regular expression that is wrong.
    """

    def chosen(key: str) -> tuple[object, Spot]:
        value = getattr(own, key)
        return (value, spots[0].at(key)) if value is not None else (getattr(family, key), spots[1].at(key))

    def addresses(key: str) -> tuple[str, ...]:
        value, spot = chosen(key)
        return tuple(dict.fromkeys(_read_address(spot, text, home) for text in _strings(value)))

    next_places, next_spot = chosen("next")
    patterns, pattern_spot = chosen("article_url")
    wordpress, wordpress_spot = chosen("wordpress")
    return Doors(
        feeds=addresses("feeds"),
        sitemaps=addresses("sitemaps"),
        wordpress=_read_posts_route(wordpress_spot, str(wordpress), home) if wordpress else None,
        listings=addresses("listings"),
        archives=_read_archives(*chosen("archives"), home),
        next=read_places(next_spot, _strings(next_places), ("css", "xpath")),
        article_url=tuple(read_pattern(pattern_spot, text) for text in _strings(patterns)),
    )


def _strings(value: object) -> Sequence[str]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, list) else ()


def _read_archives(value: object, spot: Spot, home: str) -> tuple[str, ...]:
    """The addresses of lists by date, the places for the date left in them.

    They are checked with a date put in, as they will be asked.
    """
    found = []
    for text in _strings(value):
        missing = [name for name in _DATE_PLACES if f"{{{name}}}" not in text]
        if missing:
            names = ", ".join(f"{{{name}}}" for name in missing)
            raise spot.error(f"{shown(text)}: a list by date lacks {names}")
        template = _filled(spot, text, home, kept=_DATE_PLACES)
        dated = _DATE_PLACE.sub(lambda place: _SOME_DAY[place[1]], template)
        if not shares_site(host_of(_read_url(spot, dated, f"{home}indeks")), host_of(home)):
            raise spot.error(f"{shown(text)} is not on the portal's host {host_of(home)}")
        found.append(template)
    return tuple(dict.fromkeys(found))


def _read_posts_route(spot: Spot, text: str, home: str) -> str:
    url = _read_address(spot, text, home)
    parts = urlsplit(url)
    route = parse_qs(parts.query).get("rest_route", [parts.path])[0]
    if not _POSTS_ROUTE.search(route):
        raise spot.error(f"{shown(text)}: expected the posts of the REST API, as '{home}wp-json/wp/v2/posts'")
    return url


def _read_address(spot: Spot, text: str, home: str) -> str:
    """`text` with {home} and {host} filled in, as an absolute address of the portal.

    Not put in normal form: it is asked as the file has it, since `?m=1` may be what a door needs.
    """
    url = _read_url(spot, _filled(spot, text, home), f"{home}feed/")
    if not shares_site(host_of(url), host_of(home)):
        raise spot.error(f"{shown(text)} is not on the portal's host {host_of(home)}")
    return url


def _filled(spot: Spot, text: str, home: str, kept: Sequence[str] = ()) -> str:
    parts = urlsplit(home)
    folder = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    known = {"home": f"{parts.scheme}://{parts.netloc}{folder}", "host": parts.netloc}
    known |= {name: f"{{{name}}}" for name in kept}
    for name in _PLACEHOLDER.findall(text):
        if name not in known:
            near = did_you_mean(name, known)
            *most, last = (f"{{{one}}}" for one in known)
            names = f"{', '.join(most)} and {last}"
            raise spot.error(f"{shown(text)}: unknown placeholder; known are {names}{near}")
    return _PLACEHOLDER.sub(lambda found: known[found[1]], text)


def shares_site(host: str, portal: str) -> bool:
    """Whether `host` is the portal's or shares its site: `www.x.id` and `feed.x.id`, not `y.id`."""
    site = _site(portal)
    return host == portal or (bool(site) and (host == site or host.endswith(f".{site}")))


def _site(host: str) -> str:
    """The domain that one owner registers: two labels, or three under `co.id`, `go.id` and their like.

    '' for an IP address, which shares nothing. A list of all public suffixes would be right more often, but
    this only tells a slip from a subdomain.
    """
    labels = host.split(".")
    if ":" in host or labels[-1].isdigit():
        return ""
    is_shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SHARED_SECOND_LEVELS
    return ".".join(labels[-3:] if is_shared else labels[-2:])
