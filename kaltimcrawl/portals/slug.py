"""Slugs: the words by which portals are known, and the names of their files without .toml."""

from __future__ import annotations

import re

from kaltimcrawl.portals.doors import SHARED_SECOND_LEVELS
from kaltimcrawl.urls import host_of

MAX_LENGTH = 64

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_FRONT = re.compile(r"^(?:(?:www|m|amp)\.)+(?=[^.]+\.)")


def is_slug(text: str) -> bool:
    """Whether `text` may name a portal: a-z, 0-9 and '-', so that no path and no option is made of it."""
    return _SLUG.fullmatch(text) is not None


def slug_of(home: str) -> str:
    """A slug made of the host of `home`; '' where it has none.

    >>> slug_of("https://www.kaltimtoday.co/"), slug_of("https://diskominfo.kaltimprov.go.id/")
    ('kaltimtoday', 'diskominfo-kaltimprov')
    """
    labels = re.split(r"[.:]", _FRONT.sub("", host_of(home)))
    if len(labels) > 1 and not labels[-1].isdigit():
        labels.pop()
        if len(labels) > 1 and labels[-1] in SHARED_SECOND_LEVELS:
            labels.pop()
    return re.sub(r"[^a-z0-9-]+", "-", "-".join(labels)).strip("-")[:MAX_LENGTH].rstrip("-")
