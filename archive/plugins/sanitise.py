"""What of the stored HTML and addresses reaches a reader: the template filters aman and tautan.

Articles were sanitised when they were filed. They are again on the way out, because a database may come
from elsewhere, or from an older and laxer version.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import nh3
from datasette import hookimpl
from markupsafe import Markup

TAGS = frozenset(
    (
        *(
            "p",
            "br",
            "hr",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "figure",
            "figcaption",
        ),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("a", "b", "strong", "i", "em", "sub", "sup"),
    )
)
REMOVED_WITH_CONTENT = frozenset(
    ("script", "style", "noscript", "template", "iframe", "object", "svg", "math", "textarea", "title")
)
ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
MAX_URL_LENGTH = 2083
LINK_REL = "nofollow noreferrer noopener"
MOST_WORK = 2_000_000
"""An article of 500 tags, five deep, is 2,500."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """The filters, by the names that templates use."""
    env.filters["aman"] = aman
    env.filters["tautan"] = tautan


def aman(html: str | None) -> Markup:
    """`html` with nothing in it that runs, fetches, styles or stays on this site: text, structure and links.

    Links are absolute http(s) only (a relative one would point into the archive itself), and images are
    dropped: reading the archive must not tell a portal or an advertiser that someone does. Empty for HTML
    whose nesting would take the parser too long; the article's plain text is there to be shown instead.
    """
    if _parsing_work(html or "") > MOST_WORK:
        return Markup("")
    return Markup(  # noqa: S704 - nh3 has just made it safe, and this is the one place that says so
        nh3.clean(
            html or "",
            tags=set(TAGS),
            clean_content_tags=set(REMOVED_WITH_CONTENT),
            attributes=ATTRIBUTES,
            url_schemes={"http", "https"},
            url_relative="deny",
            link_rel=LINK_REL,
        )
    )


def _parsing_work(html: str) -> int:
    """How many open elements an HTML parser meets, summed over all tags: what its time goes by.

    50,000 open blockquotes are 1.25 billion (18 seconds), though they are but half a megabyte.
    """
    depth = work = 0
    for close, name in _TAG.findall(html):
        if close:
            depth = max(0, depth - 1)
        elif name.lower() not in _VOID:
            depth += 1
        work += depth
    return work


def tautan(url: str | None) -> str | None:
    """`url` where it may become a link: an absolute http(s) address with a host; else None."""
    text = str(url or "").strip()
    if len(text) > MAX_URL_LENGTH or any(char.isspace() or not char.isprintable() for char in text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:  # such as an unclosed [ of an IPv6 address
        return None
    return text if parts.scheme in ("http", "https") and host else None
