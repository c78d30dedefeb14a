"""Answers of the WordPress REST API: `/wp-json/wp/v2/posts`.

https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

import json
import re
from typing import Any

from kaltimcrawl.discovery.candidate import Candidate, read_candidate
from kaltimcrawl.discovery.inflate import MAX_BYTES
from kaltimcrawl.discovery.textstream import known_encoding
from kaltimcrawl.errors import DiscoveryError

MAX_POSTS = 1_000
"""Posts read of one answer; WordPress itself gives 100 at most."""

_EXPECTED = "expected a JSON list of posts (WordPress REST API)"
_START = re.compile(r"\[\s*[{\]]|\{\s*\"")
_MAX_WARNING_LENGTH = 65_536
_MAX_TRIES = 8


def read_posts(body: bytes, url: str, encoding: str | None = None) -> list[Candidate]:
    """The candidates of the REST answer `body` that `url` gave, in its order; the past last page gives none.

    Byte order marks, and the warnings that PHP prints before and after the JSON, are passed over. Posts
    without a usable link are left out. Raises `DiscoveryError` for what is no list of posts, with the
    portal's own words where it answers with an error.
    """
    if len(body) > MAX_BYTES:
        raise DiscoveryError(f"{url}: larger than {MAX_BYTES >> 20} MiB; {_EXPECTED}")
    answer = _read_json(_decode(body, encoding), url)
    if not isinstance(answer, list):
        if answer.get("code") == "rest_post_invalid_page_number":
            return []  # one page was asked for too many: how WordPress says that there are no more
        said = " ".join(str(answer.get("message") or answer.get("code") or "").split())[:200]
        raise DiscoveryError(
            f"{url}: answers {said!r}; {_EXPECTED}" if said else f"{url}: a JSON object; {_EXPECTED}"
        )
    found = [_read_post(post, url) for post in answer[:MAX_POSTS]]
    return [candidate for candidate in found if candidate is not None]


def _decode(body: bytes, encoding: str | None) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode(known_encoding(encoding) or "utf-8", "replace")


def _read_json(text: str, url: str) -> list[Any] | dict[str, Any]:
    """The first JSON list of objects, else the first object, that begins in `text`."""
    tries = 0
    for start in _START.finditer(text, 0, _MAX_WARNING_LENGTH):
        tries += 1
        if tries > _MAX_TRIES:
            break
        try:
            found, _ = json.JSONDecoder().raw_decode(text, start.start())
        except (ValueError, RecursionError):  # a bracket of a warning, or nested beyond reason
            continue
        if isinstance(found, (list, dict)):
            return found
    raise DiscoveryError(f"{url}: {_describe(text)}; {_EXPECTED}")


def _describe(text: str) -> str:
    head = text[:1000].lower()
    return "an HTML page" if "<html" in head or "<!doctype" in head else "no JSON"


def _read_post(post: object, url: str) -> Candidate | None:
    if not isinstance(post, dict) or not isinstance(post.get("link"), str):
        return None
    rendered = _rendered(post.get("title"))
    return read_candidate(
        post["link"],
        url,
        lastmod=_text(post.get("modified_gmt")),
        published=_text(post.get("date_gmt")),
        title=_text(rendered),
        content=_text(_rendered(post.get("content"))),
        is_article=True,
    )


def _rendered(value: object) -> object:
    return value.get("rendered") if isinstance(value, dict) else value


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
