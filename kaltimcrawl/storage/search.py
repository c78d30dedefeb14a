"""Full-text search: a person's words as an FTS5 query that can't go wrong, and the hits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlite_utils import Database

from kaltimcrawl.errors import InputError
from kaltimcrawl.storage.cells import storable

OPEN_MARK, CLOSE_MARK = "‹‹", "››"
"""Stand around the found words of a snippet."""

_LONGEST_QUERY = 1000
_MOST_HITS = 1 << 31
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})
_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>\*)?')
_WORD = re.compile(r"[^\W_]")  # what the index knows; a term without it would match nothing


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found."""

    id: int
    """Its row in `articles`."""
    portal: str
    title: str
    url: str
    """Canonical."""
    published: str | None
    """ISO 8601 with the portal's offset."""
    section: str | None
    snippet: str
    """Plain text around the found words, which stand between ‹‹ and ››."""


def search_articles(database: Database, query: str, limit: int) -> list[Hit]:
    """The articles that hold every word of `query`, the best first: title words weigh eight times the text's.

    Raises InputError for a query without a word.
    """
    rows = database.execute(
        """
        select articles.id, portal, articles.title, canonical_url, published, section,
            snippet(articles_fts, 1, ?, ?, ' … ', 24)
        from articles_fts
        join articles on articles.id = articles_fts.rowid
        where articles_fts match ?
            and articles_fts.rank match 'bm25(8.0, 1.0)'
        order by articles_fts.rank, articles.id
        limit ?
        """,
        (OPEN_MARK, CLOSE_MARK, match_query(query), max(0, min(limit, _MOST_HITS))),
    ).fetchall()
    return [Hit(*row) for row in rows]


def match_query(query: str) -> str:
    """`query` as an FTS5 expression: words and "phrases" all wanted, `word*` begins words, `-word` excludes.

    Every term is quoted, so that nothing a person types is syntax (https://sqlite.org/fts5.html, section 3).
    Raises InputError for a query without a word to find.

    >>> match_query('banjir “kota samarinda” bangun* -video')
    '"banjir" AND "kota samarinda" AND "bangun" * NOT ("video")'
    """
    wanted: list[str] = []
    excluded: list[str] = []
    for term in _TERM.finditer(storable(query[:_LONGEST_QUERY]).translate(_CURLY)):
        text = term["phrase"] if term["phrase"] is not None else term["word"]
        is_prefix = term["star"] is not None or (term["word"] is not None and text.endswith("*"))
        text = text.strip("*").replace('"', "")
        if not _WORD.search(text):
            continue
        quoted = f'"{text}"{" *" if is_prefix else ""}'
        (excluded if term["minus"] else wanted).append(quoted)
    if not wanted:
        raise InputError(f"nothing to search for in {query[:80]!r}: give at least one word to find")
    # One NOT of all, since FTS5 takes a chain of more than 256 for too deep.
    unwanted = f" NOT ({' OR '.join(excluded)})" if excluded else ""
    return " AND ".join(wanted) + unwanted
