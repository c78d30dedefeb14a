"""Search with a reader's own words: the SQL function cari_aman, the template filters tandai and petik.

FTS5 has a query language (https://sqlite.org/fts5.html, section 3) in which a reader's "covid-19" or lone
quotation mark is an error. Here every word is made an FTS5 string, so that nothing typed can be one.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote_plus

from datasette import hookimpl
from markupsafe import Markup, escape

MAX_QUERY_LENGTH = 2000
MAX_TERMS = 64
OPEN, CLOSE = "\u2039\u2039", "\u203a\u203a"
ELLIPSIS = "\u2026"
NOTHING = '""'
"""An FTS5 query that finds nothing; the empty string would be a syntax error."""
_QUOTES = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"), '"')
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """The functions; last, so that Datasette's own search box goes by the same rule as the page `cari`."""
    conn.create_function("cari_aman", 1, cari_aman, deterministic=True)
    conn.create_function("escape_fts", 1, cari_aman, deterministic=True)


@hookimpl
def asgi_wrapper() -> Callable[[Any], Any]:
    """A middleware that takes an empty `_search` out of an address: it would be a search for nothing."""

    def wrap(app: Any) -> Any:
        async def wrapped(scope: Any, receive: Any, send: Any) -> None:
            query = scope.get("query_string", b"")
            if b"_search=" in query:
                kept = [part for part in query.split(b"&") if not _is_empty_search(part)]
                scope = {**scope, "query_string": b"&".join(kept)}
            await app(scope, receive, send)

        return wrapped

    return wrap


def _is_empty_search(part: bytes) -> bool:
    name, _, value = part.partition(b"=")
    return name == b"_search" and not unquote_plus(value.decode("latin-1")).strip()


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """The filters, by the names that templates use."""
    env.filters["tandai"] = tandai
    env.filters["petik"] = petik


def cari_aman(text: str | None) -> str:
    """An FTS5 query for articles that hold every word of `text`, in any order; "words in quotes" as a phrase.

    Never a syntax error, whatever was typed; where there is no word, a query that finds nothing. Of more
    than 64 words, or 2,000 characters, the first count.
    """
    phrases = ['"' + term + '"' for term in read_terms(text)]
    return " ".join(phrases) or NOTHING


def read_terms(text: str | None) -> list[str]:
    """The words and quoted phrases of a query, without their quotation marks; at most 64."""
    return list(_terms(str(text or "")))[:MAX_TERMS]


def _terms(text: str) -> Iterator[str]:
    # SQLite's strings end at a NUL; a lone surrogate can't be written in UTF-8
    plain = "".join(" " if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)
    for phrase, word in _TERM.findall(plain[:MAX_QUERY_LENGTH].translate(_QUOTES)):
        term = phrase.strip() or word
        if any(char.isalnum() for char in term):
            yield term


def tandai(text: str | None) -> Markup:
    """`text` escaped, and only then its marked passages made `<mark>`; a mark without partner is dropped."""
    first, *rest = str(escape(str(text or ""))).split(OPEN)
    parts = [first.replace(CLOSE, "")]
    for piece in rest:
        marked, closed, after = piece.partition(CLOSE)
        parts.append(f"<mark>{marked}</mark>{after.replace(CLOSE, '')}" if closed else marked)
    return Markup("".join(parts))  # noqa: S704 - escaped above; the tags are the two written here


def petik(text: str | None, query: str | None = None, length: int = 260) -> str:
    """An excerpt of `text`, about `length` characters, around the first word of `query` that stands in it.

    Plain text for `tandai`: the query's words are marked as SQL's snippet() marks them. Without a query, the
    beginning.
    """
    flat = str(text or "").replace(OPEN, "").replace(CLOSE, "")
    words = sorted(
        {word for term in read_terms(query) for word in re.findall(r"\w+", term)}, key=len, reverse=True
    )
    pattern = re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE) if words else None
    hit = pattern.search(flat) if pattern else None
    start = max(0, hit.start() - length // 3) if hit else 0
    start = flat.rfind(" ", 0, start) + 1 if start else 0
    excerpt = " ".join(flat[start : start + length + 20].split())
    if len(flat) > start + length:
        excerpt = excerpt[:length].rpartition(" ")[0] or excerpt[:length]
        excerpt += f" {ELLIPSIS}"
    if pattern and hit:
        excerpt = pattern.sub(lambda found: f"{OPEN}{found.group()}{CLOSE}", excerpt)
    return f"{ELLIPSIS} {excerpt}" if start else excerpt
