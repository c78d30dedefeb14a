"""What a page says at first sight: title, headings, body classes, claims. Read off the bytes, without a tree.

This is asked of every page, so it is a handful of searches for fixed strings, each over the page once.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import urljoin

from kaltimcrawl.extraction.encoding import to_utf8
from kaltimcrawl.extraction.tree import bare, fold

MAX_BYTES = 1_000_000
"""Of a page; what stands behind is not read."""
_LONGEST_TITLE = 500
_LONGEST_TAG = 4_000
_LONGEST_HEADING = 1_000
_LONGEST_PARAGRAPH = 5_000
_MOST_HEADINGS = 4
_FORWARDER_BYTES = 8_192
"""A page that only sends the reader on is no longer."""
_MARKUP = re.compile(r"<[^<>]{0,1000}>")
_CLASS = re.compile(rb"""\sclass\s{0,5}=\s{0,5}["']([^"']{0,3000})["']""")
_CONTENT = re.compile(rb"""\scontent\s{0,5}=\s{0,5}(?:"([^"]{0,1000})"|'([^']{0,1000})')""", re.IGNORECASE)
_HREF = re.compile(rb"""\shref\s{0,5}=\s{0,5}["']?([^"'\s>]{1,2000})""", re.IGNORECASE)
_REFRESH = re.compile(
    rb"""<meta[^<>]{0,200}?refresh[^<>]{0,200}?url\s{0,5}=\s{0,5}["']?([^"'<>\s]{1,500})""", re.IGNORECASE
)
_SCRIPTED = re.compile(
    rb"""location(?:\.href)?\s{0,5}(?:=|\.replace\(|\.assign\()\s{0,5}["']([^"'<>\s]{1,500})["']"""
)
_CLAIMS = (
    b"article:published_time",
    b'"newsarticle"',
    b'"reportagenewsarticle"',
    b'"@type":"article"',
    b'"@type": "article"',
    b'content="article"',
)
_STORY_LETTERS = 1_200
_TAGS = re.compile(rb"<[^<>]{0,1000}>")
_FEWEST_WORDS = 3
_LEAST_KNOWN = 10
"""Letters of a title that can be recognised inside another."""
_SAME_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Head:
    """A page at first sight."""

    page: bytes
    """Its first `MAX_BYTES`, in UTF-8."""
    low: bytes
    """The same in lower-case ASCII, at the same places."""
    title: str
    """Of `<title>`, folded; empty where there is none."""
    social_title: str
    """Of `og:title`."""
    headings: tuple[str, ...]
    """The first `<h1>`s."""
    classes: frozenset[str]
    """Of `<body>`."""

    @property
    def claims_article(self) -> bool:
        """Whether its metadata say that it is one article."""
        return any(claim in self.low for claim in _CLAIMS)

    @property
    def holds_story(self) -> bool:
        """Whether so many paragraphs follow each other that the page surely is some article."""
        row = 0
        for piece in self.low.split(b"</p>"):
            if piece.lstrip().startswith(b"<p"):
                row += len(_TAGS.sub(b"", piece[:_LONGEST_PARAGRAPH]).decode("utf-8", "ignore"))
                if row >= _STORY_LETTERS:
                    return True
            else:
                row = 0
        return False

    @property
    def description(self) -> str:
        """Of `<meta name=description>`; empty where there is none."""
        return _meta(self.page, self.low, b"description")

    def canonical(self, base: str) -> str | None:
        """Where `<link rel=canonical>` points."""
        for rel in (b'rel="canonical"', b"rel='canonical'", b"rel=canonical"):
            if (tag := _tag_around(self.page, self.low, rel)) and (found := _HREF.search(tag)):
                return _joined(base, found.group(1))
        return None

    def forward(self, base: str) -> str | None:
        """Where a short page sends the reader by itself: meta refresh, or a script's `location`."""
        if len(self.page) > _FORWARDER_BYTES:
            return None
        found = _REFRESH.search(self.page) or _SCRIPTED.search(self.page)
        return _joined(base, found.group(1)) if found else None

    def bears(self, title: str) -> bool:
        """Whether the page is headed by an article's title, an edited one too."""
        known = bare(title)
        if not known:
            return False
        wanted = _words(title)
        for line in (self.title, self.social_title, *self.headings):
            if known == bare(line) or (len(known) >= _LEAST_KNOWN and known in bare(line)):
                return True
            if len(wanted) >= _FEWEST_WORDS and len(wanted & _words(line)) >= _SAME_WORDS * len(wanted):
                return True
        return False


def read_head(body: bytes, content_type: str | None) -> Head:
    """The page's head, its title and headings."""
    window = body[:MAX_BYTES]
    if len(body) > MAX_BYTES:  # not in the middle of a character
        window = window[: window.rfind(b"<") if b"<" in window[-_LONGEST_TAG:] else None]
    page = to_utf8(window, content_type)
    low = page.lower()
    return Head(
        page,
        low,
        _text(_between(page, low, b"<title", b"</title", _LONGEST_TITLE, 0)[0]),
        _meta(page, low, b"og:title"),
        tuple(_headings(page, low)),
        _body_classes(low),
    )


def _between(page: bytes, low: bytes, tag: bytes, end: bytes, longest: int, start: int) -> tuple[bytes, int]:
    """What an element holds from `start` on, cut at `longest`, and where its tag ends; -1: there is none."""
    opened = low.find(tag, start)
    if opened < 0:
        return b"", -1
    inside = low.find(b">", opened, opened + _LONGEST_TAG) + 1
    if not inside:
        return b"", opened + len(tag)
    closed = low.find(end, inside, inside + longest)
    return page[inside : closed if closed >= 0 else inside + longest], inside


def _headings(page: bytes, low: bytes) -> list[str]:
    found: list[str] = []
    place = 0
    for _ in range(_MOST_HEADINGS):
        inner, place = _between(page, low, b"<h1", b"</h1", _LONGEST_HEADING, place)
        if place < 0:
            break
        if line := _text(inner):
            found.append(line)
    return found


def _text(markup: bytes) -> str:
    return fold(html.unescape(_MARKUP.sub(" ", markup.decode("utf-8", "replace"))))


def _meta(page: bytes, low: bytes, name: bytes) -> str:
    for quoted in (b'"' + name + b'"', b"'" + name + b"'"):
        if (tag := _tag_around(page, low, quoted)) and (found := _CONTENT.search(tag)):
            return fold(html.unescape((found.group(1) or found.group(2) or b"").decode("utf-8", "replace")))
    return ""


def _tag_around(page: bytes, low: bytes, attribute: bytes) -> bytes | None:
    """The tag in which an attribute's text first stands."""
    place = low.find(attribute)
    if place < 0:
        return None
    start = low.rfind(b"<", max(0, place - _LONGEST_TAG), place)
    return page[start : low.find(b">", place, place + _LONGEST_TAG)] if start >= 0 else None


def _body_classes(low: bytes) -> frozenset[str]:
    opened = low.find(b"<body")
    if opened < 0:
        return frozenset()
    found = _CLASS.search(low, opened, opened + _LONGEST_TAG)
    end = low.find(b">", opened)
    if found is None or (0 <= end < found.start()):
        return frozenset()
    return frozenset(found.group(1).decode("utf-8", "replace").split())


def _joined(base: str, link: bytes) -> str | None:
    try:
        return urljoin(base, html.unescape(link.decode("utf-8", "replace")))
    except ValueError:
        return None


def _words(text: str) -> set[str]:
    return {word for word in re.split(r"[\W_]+", text.lower()) if word}
