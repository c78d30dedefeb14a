"""An HTML page as discovery sees it: links in document order, each absolute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from kaltimcrawl.discovery.textstream import known_encoding
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.tags import bound_attributes
from kaltimcrawl.urls import absolute_url

MAX_PAGE_BYTES = 10 * 1024 * 1024
"""Bytes of a page that are read: a list of articles is a tenth of it at most."""

MAX_LINKS = 5_000
"""Links read of one page."""

MAX_TEXT_LENGTH = 600
"""Characters read of a link's text."""

_MAX_TEXT_NODES = 200
_MAX_ANCESTORS = 12
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9._-]{1,40})""", re.I
)
_BOM_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Link:
    """One <a> or <link> of a page."""

    element: etree._Element
    url: str
    """Absolute."""

    @property
    def text(self) -> str:
        """What a reader sees of it, on one line: at most `MAX_TEXT_LENGTH` characters, '' for a picture."""
        return text_of(self.element)

    @property
    def relations(self) -> list[str]:
        """The words of its rel, in lower case."""
        return (self.element.get("rel") or "").lower().split()


@dataclass(frozen=True)
class Page:
    """A parsed page. Made by `parse_page`."""

    root: etree._Element
    url: str
    """The address that answered."""

    @cached_property
    def base(self) -> str:
        """What relative links are relative to: <base href>, else the page's address."""
        for element in self.root.iter("base"):
            base = absolute_url(element.get("href") or "", self.url)
            if base:
                return base
        return self.url

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All <a href> to http(s) addresses in document order, at most `MAX_LINKS`."""
        return tuple(self._links("a"))

    @cached_property
    def head_links(self) -> tuple[Link, ...]:
        """All <link href> to http(s) addresses in document order, at most `MAX_LINKS`."""
        return tuple(self._links("link"))

    def _links(self, tag: str) -> Iterator[Link]:
        count = 0
        for element in self.root.iter(tag):
            url = self.absolute(element.get("href"))
            if url:
                yield Link(element, url)
                count += 1
            if count == MAX_LINKS:
                return

    def absolute(self, href: str | None) -> str | None:
        """`href` made absolute; None where it leads nowhere else: no href, "#", javascript:, mailto:."""
        href = (href or "").strip()
        return absolute_url(href, self.base) if href and not href.startswith("#") else None


def parse_page(body: bytes, url: str, encoding: str | None = None) -> Page:
    """The page `body` that `url` answered with; `encoding` is what HTTP declared.

    What is beyond `MAX_PAGE_BYTES` is not read. Raises `DiscoveryError` for what holds no element at all.
    """
    body = body[:MAX_PAGE_BYTES]
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        text = bound_attributes(_decode(body, encoding))
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise DiscoveryError(f"{url}: an empty page; expected HTML")
    return Page(root, url)


def _decode(body: bytes, encoding: str | None) -> str:
    """The text: by byte order mark, else UTF-8 where it reads as that, else as HTTP or <meta> declares."""
    for mark, name in _BOM_ENCODINGS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    meta = _META_CHARSET.search(body, 0, 4096)
    named = known_encoding(encoding) or known_encoding(meta and meta[1].decode("ascii"))
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode(named or "cp1252", "replace")
    return text.replace("\x00", "")  # libxml2 would end the page here


def text_of(element: etree._Element) -> str:
    """The text inside `element` on one line, without scripts and styles, cut at `MAX_TEXT_LENGTH`."""
    parts: list[str] = []
    length = 0
    for count, node in enumerate(element.itertext()):
        if length > MAX_TEXT_LENGTH or count == _MAX_TEXT_NODES:
            break
        parts.append(node if isinstance(node, str) else node.decode())
        length += len(parts[-1])
    return " ".join("".join(parts).split())[:MAX_TEXT_LENGTH]


def marks_of(element: etree._Element) -> str:
    """The class and id of `element`, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def ancestors_of(element: etree._Element) -> Iterator[etree._Element]:
    """The elements that `element` stands in, the nearest first, at most 12."""
    for count, ancestor in enumerate(element.iterancestors()):
        if count == _MAX_ANCESTORS:
            return
        yield ancestor
