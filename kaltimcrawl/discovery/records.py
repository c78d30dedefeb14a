"""The records of an XML door (items of a feed, entries of a sitemap), one at a time while the bytes stream.

No tree is built: lxml calls a collector that holds one record, so memory doesn't grow with the file.
Nothing is fetched, no DTD is read, no entity is expanded: a document type is refused where it stands.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from lxml import etree

from kaltimcrawl.discovery.inflate import read_chunks
from kaltimcrawl.discovery.textstream import read_text
from kaltimcrawl.errors import DiscoveryError

MAX_RECORDS = 50_000
"""Records read of one file: the limit of https://www.sitemaps.org/protocol.html."""

MAX_PROLOG_PIECES = 8
"""Pieces (64 KiB or more) in which the root must have come."""

MAX_FIELDS = 64
"""Fields kept of one record."""

MAX_FIELD_LENGTH = 4096
"""Characters kept of one field."""

MAX_LONG_FIELD_LENGTH = 500_000
"""Characters kept of a field that may hold a whole text."""

_ROOT = re.compile(r"<\?xml\s|<(?:\w{1,20}:)?(?:rss|feed|rdf|urlset|sitemapindex)(?=[\s>/])", re.IGNORECASE)
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """One element inside a record."""

    name: str
    """Local name, as `pubDate`."""
    parent: str
    """Local name of the element that it stands in."""
    attributes: Mapping[str, str]
    text: str
    """All text inside it, at most `MAX_FIELD_LENGTH`, or `MAX_LONG_FIELD_LENGTH` of a long one."""


@dataclass(frozen=True, slots=True)
class Record:
    """One item of a feed or one entry of a sitemap."""

    name: str
    """Local name of its element: item, entry, url or sitemap."""
    fields: tuple[Field, ...]

    def first(self, *names: str, parent: str | None = None) -> str | None:
        """The text of the first of `names` that has any, directly in the record or in `parent`."""
        parent = parent or self.name
        for name in names:
            for found in self.fields:
                if found.name == name and found.parent == parent and found.text.strip():
                    return found.text.strip()
        return None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of XML door: how its files begin and what is read of them. All names are local names."""

    expected: str
    """What the files are, in words for an error's line."""
    roots: frozenset[str]
    """Roots, in lower case."""
    records: frozenset[str]
    fields: frozenset[str]
    long_fields: frozenset[str] = frozenset()
    """Those of `fields` of which `MAX_LONG_FIELD_LENGTH` characters are kept."""


class Records(Iterator[Record]):
    """The records of one file, in order; iterating never raises.

    Raises `DiscoveryError` when made, where `body` has none of `kind`'s roots: an HTML page,
    a document with a DTD, no XML at all. What is broken later ends the iteration, and `cut` tells why.
    """

    root: str
    """Local name of the document's root, in lower case: rss, feed, rdf, urlset or sitemapindex."""
    cut: str | None
    """Why the file was not read to its end; None while it is being read and when it was read whole."""

    def __init__(self, body: bytes, url: str, kind: Kind, encoding: str | None = None) -> None:
        self.cut = None
        self._count = 0
        self._collector = _Collector(url, kind)
        self._parts = _parse(body, self._collector, encoding)
        try:
            for _ in islice(self._parts, MAX_PROLOG_PIECES):
                if self._collector.root is not None:
                    break
        except DiscoveryError as problem:
            if self._collector.root is None:
                raise
            self.cut = str(problem)
        self.root = (self._collector.root or "").lower()
        if self.root not in kind.roots:
            raise DiscoveryError(f"{url}: {_describe(self.root)}; expected {kind.expected}")

    def __next__(self) -> Record:
        ready = self._collector.ready
        while not ready and self.cut is None:
            try:
                if next(self._parts, None) is None:
                    break
            except DiscoveryError as problem:
                self.cut = str(problem)
        if not ready:
            raise StopIteration
        if self._count == MAX_RECORDS:
            self.cut = f"{self._collector.url}: more than {MAX_RECORDS:,} entries, the limit of a sitemap"
            ready.clear()
            raise StopIteration
        self._count += 1
        return ready.popleft()


def _describe(root: str) -> str:
    return "an HTML page" if root == "html" else f"a document of <{root}>" if root else "not XML"


def _parse(body: bytes, collector: _Collector, encoding: str | None) -> Iterator[bool]:
    """Feeds the parser piece by piece; gives True after each, so that the collector can be emptied."""
    pieces = read_text(read_chunks(body, collector.url), encoding)
    head = _skip_to_root(next(pieces, ""), collector)
    parser = etree.XMLParser(
        target=collector,  # type: ignore[arg-type]  # the stubs want bytes too, which lxml never hands it
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for piece in chain((head,), pieces):
            parser.feed(piece.encode("utf-8", "replace"))
            yield True
        parser.close()
    except (
        etree.LxmlError,
        UnicodeDecodeError,
    ) as problem:  # the latter for &#xD800; in a sham CDATA section
        message = " ".join(str(problem).split())[:200]
        line = f"{collector.url}: not well-formed XML ({message}); expected {collector.expected}"
        raise DiscoveryError(line) from None
    yield True


def _skip_to_root(head: str, collector: _Collector) -> str:
    """`head` from its XML on: portals print warnings, blank lines and byte order marks before it."""
    root = _ROOT.search(head)
    before = head[: root.start()] if root else head[:4096]
    if _HTML.search(before):
        raise DiscoveryError(f"{collector.url}: an HTML page; expected {collector.expected}")
    if _DOCTYPE.search(before):
        collector.doctype("")
    return head[root.start() :] if root else head[max(head.find("<"), 0) :]


@dataclass(slots=True)
class _OpenField:
    tag: str
    parent: str
    depth: int
    attributes: dict[str, str]
    most: int
    """Characters kept."""
    parts: list[str] = field(default_factory=list)
    length: int = 0


class _Collector:
    """The parser's target (lxml's "feed parser interface"): turns its calls into records."""

    def __init__(self, url: str, kind: Kind) -> None:
        self.url = url
        self.expected = kind.expected
        self.root: str | None = None
        self.ready: deque[Record] = deque()
        self._wanted = kind
        self._depth = 0
        self._record: tuple[str, int] | None = None  # name and depth
        self._fields: list[Field] = []
        self._child = ""  # the record's child that the parser is in
        self._open: _OpenField | None = None

    def doctype(self, name: str, *_: str | None) -> None:
        what = "an HTML page" if name.lower() == "html" else "has a document type (DTD), refused as unsafe"
        raise DiscoveryError(f"{self.url}: {what}; expected {self.expected}")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        name = _local(tag)
        if self.root is None:
            self.root = name
        if self._record is None:
            if name in self._wanted.records:
                self._record, self._fields = (name, self._depth), []
        elif self._open is None:
            self._enter(tag, name, self._depth - self._record[1], attributes)

    def _enter(self, tag: str, name: str, below: int, attributes: Mapping[str, str]) -> None:
        """Opens a field where `tag`, `below` levels under the record, is one that is wanted."""
        if self._record is None or len(self._fields) == MAX_FIELDS:
            return
        if name in self._wanted.fields and below <= 2:
            parent = self._record[0] if below == 1 else self._child
            most = MAX_LONG_FIELD_LENGTH if name in self._wanted.long_fields else MAX_FIELD_LENGTH
            kept = {key: attributes[key] for key in attributes}
            self._open = _OpenField(tag, parent, self._depth, kept, most)
        elif below == 1:
            self._child = name

    def data(self, text: str) -> None:
        opened = self._open
        if opened is not None and opened.length < opened.most:
            opened.parts.append(text[: opened.most - opened.length])
            opened.length += len(opened.parts[-1])

    def end(self, _: str) -> None:
        if self._open is not None and self._open.depth == self._depth:
            self._close_field(self._open)
        elif self._record is not None and self._record[1] == self._depth:
            self.ready.append(Record(self._record[0], tuple(self._fields)))
            self._record = None
        self._depth -= 1

    def _close_field(self, opened: _OpenField) -> None:
        text = "".join(opened.parts)
        self._fields.append(Field(_local(opened.tag), opened.parent, opened.attributes, text))
        self._open = None

    def close(self) -> None:
        return None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
