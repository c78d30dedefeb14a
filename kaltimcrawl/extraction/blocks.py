"""The lines of an article's body: a walk over its containers that gives text, kind and links of each line.

No line is judged here beyond what its element's marks say; `judging.py` decides what is the article's own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import BlockKind, Image, Link
from kaltimcrawl.extraction.images import read_image
from kaltimcrawl.extraction.marks import Marks, has_chrome_word, load_marks, marks_of, parts_of
from kaltimcrawl.extraction.tree import fold, text_of
from kaltimcrawl.urls import absolute_url

MAX_LINES = 20_000
MAX_ELEMENTS = 50_000
CELL_BREAK = "\x1f"
"""Stands between the cells of a row in a line's markup; white space for all that folds text."""
# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
))
_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select", "textarea",
    "canvas", "math", "button", "audio", "video", "form", "input", "nav", "head", "link", "meta",
))
# fmt: on
_UNMARKED = frozenset(
    ("style", "dir", "lang", "align", "title", "target", "width", "height", "data-start", "data-end")
)
"""Attributes that are no marks."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EMPHASIS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(rf"[^\S{CELL_BREAK}]+")
_LONGEST_CELL = 220
_LONGEST_CAPTION = 160
_PICTURE_BOXES = frozenset(("div", "table"))


@dataclass(slots=True)
class Line:
    """One line of a body, not yet judged."""

    kind: BlockKind
    text: str
    html: str
    """The text's inline markup: a, b, i only."""
    level: int | None
    linked: int
    """Characters that stand in links."""
    links: tuple[Link, ...]
    strong: bool
    """Whether all of it is bold or italic."""
    group: int
    """Number of the innermost list or table it stands in, 0 for none."""
    boxed: bool
    """Whether it stands in an element whose words are those of chrome."""
    quoted: bool = False
    """Whether it stands in a block quote."""
    after_image: bool = False
    """Whether an image and nothing else stands right before it."""
    suspect: bool = False
    """Whether its words may be no article's; `judging.judge` finds out."""

    @property
    def link_share(self) -> float:
        """Share of the characters that stand in links, 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.text))) if self.linked else 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """The lines and images of a body, and the posts embedded in it."""

    lines: tuple[Line, ...]
    images: tuple[Image, ...]
    embeds: tuple[Link, ...]


@dataclass(slots=True)
class _Piece:
    text: str
    href: str | None
    emphasis: str


@dataclass(slots=True)
class _Context:
    """What the elements above say of the text being read."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    group: int = 0
    boxed: bool = False
    quoted: bool = False
    href: str | None = None
    emphasis: str = ""
    row: bool = False

    def within(self, *, href: str | None = None, emphasis: str | None = None) -> _Context:
        """A copy for an inner element. Written out: `dataclasses.replace` costs a tenth of the whole walk."""
        return _Context(
            self.kind,
            self.level,
            self.group,
            self.boxed,
            self.quoted,
            href or self.href,
            emphasis or self.emphasis,
            self.row,
        )


@dataclass(slots=True)
class _Reader:
    base: str | None
    marks: Marks
    dropped: frozenset[Element]
    pieces: list[_Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    embeds: list[Link] = field(default_factory=list)
    groups: int = 0
    image_before: bool = False
    left: int = MAX_ELEMENTS
    """Elements that may still be walked."""
    welcome: set[tuple[str, ...]] = field(default_factory=set)
    """Marks that were looked at and mean nothing here."""


def read_body(
    containers: Iterable[Element], base: str | None, dropped: frozenset[Element] = frozenset()
) -> Body:
    """The lines of `containers` in document order.

    `base` makes links absolute; `dropped` are elements that a portal's rules leave out. Hidden elements,
    forms, and elements whose marks are chrome's are left out; posts of other sites become links.
    """
    reader = _Reader(base, load_marks(), dropped)
    for container in containers:
        _walk(reader, container)
        _flush(reader, _Context())
    return Body(tuple(reader.lines[:MAX_LINES]), tuple(reader.images), tuple(reader.embeds))


def _walk(reader: _Reader, container: Element) -> None:
    """Depth-first over the container with a stack of our own: pages nest deeper than Python's calls may."""
    stack: list[tuple[Element, Iterator[Element], _Context]] = []
    context = _Context(kind="list_item" if container.tag == "li" else "paragraph")
    _take(reader, container.text, context)
    stack.append((container, iter(container), context))
    while stack and reader.left:
        element, children, context = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if element is not container:
                if element.tag not in _INLINE:
                    _leave(reader, element, context, stack[-1][2])
                _take(reader, element.tail, stack[-1][2])
            continue
        reader.left -= 1
        inner = _enter(reader, child, context)
        if inner is None:
            _take(reader, child.tail, context)
            continue
        _take(reader, child.text, inner)
        stack.append((child, iter(child), inner))


def _enter(reader: _Reader, element: Element, context: _Context) -> _Context | None:
    """The context within `element`, or None where the walk doesn't go in."""
    tag = element.tag
    if tag in _INLINE:
        if element in reader.dropped or not _is_welcome(reader, element):
            return None
        return _inline_context(element, context)
    if tag == "br":
        _flush(reader, context) if not context.row else _take(reader, " ", context)
        return None
    if not isinstance(tag, str) or tag in _SKIPPED or element in reader.dropped:
        return None
    if tag == "img":
        _note_image(reader, element, None)
        return None
    if tag == "hr":
        _flush(reader, context)
        return None
    if not _is_welcome(reader, element):
        if not context.row:
            _flush(reader, context)
        return None
    if tag == "p" and not context.row and _is_plain(element):
        _read_plain(reader, element, context)
        return None
    if tag == "figure" or (tag == "div" and "wp-caption" in (element.get("class") or "").split()):
        return _enter_figure(reader, element, context)
    if tag in _PICTURE_BOXES and not context.row and (caption := _caption_of_box(element)) is not None:
        _flush(reader, context)
        for image in element.iter("img"):
            _note_image(reader, image, caption)
        return None
    return _block_context(reader, element, context)


def _caption_of_box(box: Element) -> str | None:
    """The text of a box that holds an image and a line or two set apart from it; None for other boxes."""
    if next(box.iter("img"), None) is None or (box.text and not box.text.isspace()):
        return None
    if any(child.tail and not child.tail.isspace() for child in box):
        return None
    text = text_of(box)
    return text if 0 < len(text) <= _LONGEST_CAPTION and next(box.iter("a"), None) is None else None


def _is_plain(paragraph: Element) -> bool:
    """Whether a paragraph holds text and nothing else, as most do."""
    return not len(paragraph) and paragraph.text is not None


def _read_plain(reader: _Reader, paragraph: Element, context: _Context) -> None:
    """The line of a plain paragraph, without the work that links and emphasis need."""
    _flush(reader, context)
    text = fold(paragraph.text or "")
    if not text or len(reader.lines) >= MAX_LINES:
        return
    boxed = context.boxed or (has_chrome_word(paragraph) and not _is_prose(paragraph))
    markup = html.escape(text, quote=False)
    if context.href or context.emphasis:
        _take(reader, text, context)
        _flush(reader, context)
        return
    line = Line(
        context.kind, text, markup, None if context.kind != "heading" else context.level, 0, (), False,
        context.group, boxed, context.quoted, reader.image_before,
    )  # fmt: skip
    reader.lines.append(line)
    reader.image_before = False


def _is_welcome(reader: _Reader, element: Element) -> bool:
    names = element.keys()
    if not names:
        return True
    if "hidden" in names or (
        "aria-hidden" in names and element.get("aria-hidden") == "true" and element.tag not in _INLINE
    ):
        return False
    if "style" in names and _HIDDEN.search(element.get("style") or ""):
        return False
    if _UNMARKED.issuperset(names):
        return True
    marks = marks_of(element)
    if not marks or marks in reader.welcome:
        return True
    if not reader.marks.chrome.isdisjoint(marks):
        return False
    if not reader.marks.embeds.isdisjoint(marks):
        _note_embed(reader, element)
        return False
    parts = {part for part, _, _ in parts_of(element)}
    if "caption" in parts:
        return False
    if parts.isdisjoint(("breadcrumbs", "pages")):
        reader.welcome.add(marks)
        return True
    return _is_prose(element)


def _is_prose(element: Element) -> bool:
    """Whether an element holds running text rather than links and labels."""
    text = text_of(element)
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text) >= 400 and linked * 4 < len(text)


def _inline_context(element: Element, context: _Context) -> _Context:
    tag = str(element.tag)
    if tag == "a":
        href = element.get("href")
        return context.within(href=href) if href else context
    if tag in _EMPHASIS and _EMPHASIS[tag] not in context.emphasis:
        return context.within(emphasis=context.emphasis + _EMPHASIS[tag])
    return context


def _block_context(reader: _Reader, element: Element, context: _Context) -> _Context:
    tag = str(element.tag)
    if context.row:
        _take(reader, " ", context)
        return context
    _flush(reader, context)
    boxed = context.boxed or (has_chrome_word(element) and not _is_prose(element))
    inner = context.within()
    inner.boxed = boxed
    if tag in ("ul", "ol", "dl", "table"):
        reader.groups += 1
        inner.group = reader.groups
    elif tag in ("li", "dd", "dt"):
        inner.kind = "list_item"
    elif tag == "blockquote":
        inner.kind, inner.quoted = "quote", True
    elif tag in _HEADINGS:
        inner.kind, inner.level = "heading", _HEADINGS[tag]
    elif tag == "tr":
        inner.row = _is_data_row(element)
        inner.kind = "table_row" if inner.row else inner.kind
    return inner


def _is_data_row(row: Element) -> bool:
    """Whether a table row is one of data: several cells, none of them holding running text."""
    cells = [text for text in (text_of(cell) for cell in row if cell.tag in ("td", "th")) if text]
    return len(cells) >= 2 and max(map(len, cells)) <= _LONGEST_CELL


def _leave(reader: _Reader, element: Element, inner: _Context, outer: _Context) -> None:
    if outer.row:
        reader.pieces.append(_Piece(CELL_BREAK if element.tag in ("td", "th") else " ", None, ""))
    else:
        _flush(reader, inner)


def _enter_figure(reader: _Reader, element: Element, context: _Context) -> _Context | None:
    if element.find(".//table") is not None or element.find(".//blockquote") is not None:
        return _block_context(reader, element, context)
    caption = next(
        (text_of(found) for found in element.iter() if _is_caption(reader, found) and text_of(found)), None
    )
    images = list(element.iter("img"))
    if not images and _is_prose(element):
        return _block_context(reader, element, context)
    _flush(reader, context)
    for image in images:
        _note_image(reader, image, caption)
    return None


def _is_caption(reader: _Reader, element: Element) -> bool:
    if element.tag == "figcaption":
        return True
    return any(part == "caption" for part, _, _ in parts_of(element))


def _note_image(reader: _Reader, element: Element, caption: str | None) -> None:
    image = read_image(element, reader.base, caption)
    if image is not None:
        if not any(piece.text.strip() for piece in reader.pieces):
            reader.image_before = True
        if image.url not in {known.url for known in reader.images}:
            reader.images.append(image)


def _note_embed(reader: _Reader, element: Element) -> None:
    for link in reversed(list(element.iter("a"))):
        url = absolute_url(link.get("href") or "", reader.base)
        if url:
            reader.embeds.append(Link(url, text_of(element)[:300]))
            return


def _take(reader: _Reader, text: str | None, context: _Context) -> None:
    if text and (reader.pieces or not text.isspace()):
        reader.pieces.append(_Piece(text, context.href, context.emphasis))


def _flush(reader: _Reader, context: _Context) -> None:
    """Ends the line that is being read."""
    if not reader.pieces:
        return
    pieces, reader.pieces = reader.pieces, []
    text = fold(pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces]))
    if not text or len(reader.lines) >= MAX_LINES:
        return
    anchored = [piece for piece in pieces if piece.href]
    links = _links_of(reader, anchored) if anchored else ()
    linked = sum(len(fold(piece.text)) for piece in anchored)
    reader.lines.append(
        Line(
            kind=context.kind,
            text=text,
            html=_markup(reader, pieces, text),
            level=context.level,
            linked=linked,
            links=links,
            strong=all(piece.emphasis or piece.text.isspace() for piece in pieces),
            group=context.group,
            boxed=context.boxed,
            quoted=context.quoted,
            after_image=reader.image_before,
        )
    )
    reader.image_before = False


def _links_of(reader: _Reader, pieces: list[_Piece]) -> tuple[Link, ...]:
    texts: dict[str, str] = {}
    for piece in pieces:
        url = absolute_url(piece.href, reader.base) if piece.href else None
        if url:
            texts[url] = texts.get(url, "") + piece.text
    return tuple(Link(url, fold(text)) for url, text in texts.items())


def _markup(reader: _Reader, pieces: list[_Piece], text: str) -> str:
    if len(pieces) == 1 and not pieces[0].href and not pieces[0].emphasis:
        return html.escape(text, quote=False)
    parts: list[str] = []
    for piece in _joined(pieces):
        part = html.escape(_SPACES.sub(" ", piece.text), quote=False)
        for letter in reversed(piece.emphasis):
            part = f"<{letter}>{part}</{letter}>" if part.strip() else part
        url = absolute_url(piece.href, reader.base) if piece.href else None
        parts.append(f'<a href="{html.escape(url)}">{part}</a>' if url else part)
    return "".join(parts).strip()


def _joined(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces, neighbours of the same link and emphasis as one."""
    for (href, emphasis), group in groupby(pieces, key=lambda piece: (piece.href, piece.emphasis)):
        yield _Piece("".join([piece.text for piece in group]), href, emphasis)
