"""The sitemaps that a robots.txt names (RFC 9309, 2.2.4, and https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import re

from kaltimcrawl.urls import absolute_url

MAX_ROBOTS_BYTES = 500 * 1024
"""Bytes read: what RFC 9309, section 2.5, asks of a crawler at least."""

MAX_SITEMAPS = 200
"""Addresses taken of one file."""

_SITEMAP = re.compile(r"[ \t\ufeff]*sitemap[ \t]*:([^#\r\n]*)", re.IGNORECASE)


def read_robots_sitemaps(body: bytes, url: str) -> tuple[str, ...]:
    """The absolute addresses of the sitemaps that robots.txt names, in its order, each once.

    A relative one is taken against `url`. Reads any bytes; what is no robots.txt names none.
    """
    lines = body[:MAX_ROBOTS_BYTES].decode("utf-8", "replace").splitlines()
    found = (match[1].strip() for line in lines if (match := _SITEMAP.match(line)))
    named = (absolute_url(link, url) for link in found if link)
    return tuple(dict.fromkeys(link for link in named if link))[:MAX_SITEMAPS]
