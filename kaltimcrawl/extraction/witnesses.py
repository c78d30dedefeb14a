"""What else speaks of an article's text, held against the body that was taken from the page.

A page often says twice what it says: JSON-LD's articleBody and wordCount, a description that is the lead; a
feed or WordPress REST may have brought the whole text before. Where they disagree with the body the better
one wins, and a warning says what was found.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kaltimcrawl.extraction.blocks import read_body
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.payloads import text_in_state
from kaltimcrawl.extraction.structured import Node, Structured
from kaltimcrawl.extraction.tree import bare, fold, parse_page

_ENTITY = re.compile(r"&(?:#\d{1,6}|[a-z]{2,8});")
_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li|blockquote)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?…。！？])[\s\"”’)]+|(?<=[。！？])|\n+")
_LONGEST = 400_000
_SHORTEST_PARAGRAPH = 40
_SHORTEST_TEXT = 180
_MUCH_LONGER = 1.25
_LEAD_WINDOW = 4_000
_NAMES = {"jsonld": "JSON-LD", "feed": "the feed", "rest": "WordPress REST", "state": "the page's own script"}


@dataclass(frozen=True, slots=True)
class Witness:
    """A copy of the article's text that a door brought."""

    source: Literal["feed", "rest"]
    """`content:encoded` of a feed or `content.rendered` of WordPress REST."""
    html: str


@dataclass(frozen=True, slots=True)
class Testimony:
    """A witness's text, line by line."""

    source: str
    """jsonld, feed, rest or state."""
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The source in words, for warnings."""
        return _NAMES[self.source]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A testimony held against a body."""

    missing: int
    """Paragraphs of the testimony that the body lacks."""
    heard: float
    """Share of the testimony that the body holds, 0 to 1, by characters."""
    covered: float
    """Share of the body that the testimony holds, the same way."""
    longer: float
    """The testimony's length by the body's."""

    @property
    def is_whole(self) -> bool:
        """Whether the testimony is the body and much more: the page shows but the beginning of its text."""
        return self.covered >= 0.8 and self.longer >= _MUCH_LONGER and self.missing > 0


def read_testimonies(
    structured: Structured, witnesses: Sequence[Witness], base: str | None
) -> tuple[Testimony, ...]:
    """The texts of all witnesses that have one, doors first: theirs keep their paragraphs."""
    found = [Testimony(one.source, _lines_of_html(one.html[:_LONGEST], base)) for one in witnesses]
    body = articles_body(structured.article)
    if body:
        found.append(Testimony("jsonld", _lines_of_text(body[:_LONGEST], base)))
    return tuple(one for one in found if sum(len(line.text) for line in one.lines) >= _SHORTEST_TEXT)


def read_state(source: bytes, structured: Structured, base: str | None) -> Testimony | None:
    """The text that the page's source holds as the data of its app; for pages that show none."""
    titles = (*structured.meta.get("og:title", ()), structured.page_title or "")
    text = text_in_state(source, titles)
    lines = _lines_of_html(text[:_LONGEST], base) if text is not None else ()
    return Testimony("state", lines) if sum(len(line.text) for line in lines) >= _SHORTEST_TEXT else None


def articles_body(article: Node | None) -> str | None:
    """JSON-LD's articleBody, entities undone, or None."""
    body = article.get("articleBody") if article is not None else None
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if not isinstance(body, str) or not body.strip():
        return None
    text = html.unescape(body)
    return (
        html.unescape(text) if _ENTITY.search(text) is not None else text
    )  # escaped for both, HTML and JSON


def _lines_of_html(text: str, base: str | None) -> tuple[Line, ...]:
    root = parse_page(text.encode("utf-8", "replace"))
    return read_body([root], base).lines if root is not None else ()


def _lines_of_text(text: str, base: str | None) -> tuple[Line, ...]:
    if _TAG.search(text):
        return _lines_of_html(text, base)
    lines = [fold(line) for line in text.splitlines()]
    return tuple(plain_line(line) for line in lines if line)


def plain_line(text: str) -> Line:
    """A paragraph of nothing but `text`."""
    return Line("paragraph", text, html.escape(text, quote=False), None, 0, (), False, 0, False)


def compare(testimony: Testimony, lines: Sequence[Line]) -> Comparison:
    """How a testimony, chrome taken out of it, and a body agree."""
    told, body = [line.text for line in testimony.lines], [line.text for line in lines]
    in_body, missing = _found(told, body)
    in_told, _ = _found(body, told)
    size_told, size_body = sum(map(len, told)), sum(map(len, body))
    return Comparison(
        missing,
        in_body / max(1, size_told),
        in_told / size_body if size_body else 1.0,
        size_told / max(1, size_body),
    )


def _found(texts: Sequence[str], others: Sequence[str]) -> tuple[int, int]:
    """Characters of `texts` that stand in `others`, and how many of `texts` mostly don't.

    Sentence by sentence, since one side may have run its paragraphs together.
    """
    whole = "\n".join(others)
    bare_whole: str | None = None
    found = missing = 0
    for text in texts:
        if text in whole:
            found += len(text)
            continue
        here = 0
        for sentence in _SENTENCE.split(text):
            if not sentence:
                continue
            if bare_whole is None:
                bare_whole = bare(whole)
            if bare(sentence) in bare_whole:
                here += len(sentence) + 1
        found += min(here, len(text))
        missing += len(text) >= _SHORTEST_PARAGRAPH and here * 2 < len(text)
    return found, missing


@dataclass(frozen=True, slots=True)
class Lead:
    """The beginning of the page's description, which mostly is that of the article."""

    raw: str
    bare: str

    def stands_in(self, text: str) -> bool:
        """Whether a text holds it."""
        return self.raw in text or self.bare in bare(text)

    def opens(self, text: str) -> bool:
        """Whether a text begins with it."""
        return bare(text[: 3 * len(self.bare)]).startswith(self.bare)


def lead_of(structured: Structured) -> Lead | None:
    """The lead that the page gives in its <meta> elements, where it is long enough to be told from others."""
    found = structured.meta_value("og:description", "description", "twitter:description")
    text = found[1].rstrip(".… ")[:200] if found else ""
    start = bare(text)[:60]
    return Lead(text[:70], start) if len(start) >= 30 else None


def holds_lead(lines: Sequence[Line], lead: Lead) -> bool:
    """Whether the body says what the description begins with, within its first 4,000 characters."""
    size = 0
    parts = []
    for line in lines:
        parts.append(line.text)
        size += len(line.text)
        if size > _LEAD_WINDOW:
            break
    return lead.stands_in(" ".join(parts))


def counted_words(structured: Structured) -> int | None:
    """JSON-LD's wordCount, or None where it gives none that can be."""
    count = (structured.article or {}).get("wordCount")
    if isinstance(count, str) and count.isascii() and count.isdigit():
        count = int(count)
    return count if isinstance(count, int) and not isinstance(count, bool) and 0 < count < 100_000 else None
