"""A page's tree: by lxml where it can read the page, by BeautifulSoup where it can't."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.flattening import flatten
from kaltimcrawl.tags import SHORTEST_SUSPICIOUS, bound_attributes

MAX_PAGE_BYTES = 20_000_000
_STRETCH = 10_000
"""Bytes; a run without ">" that `bound_attributes` suspects is twice as long."""
_MAX_FALLBACK_DEPTH = 200
_MAX_FALLBACK_CHARACTERS = 250_000
_CONTAINERS = frozenset(
    ("div", "span", "section", "article", "main", "font", "center", "table", "tbody", "tr", "td")
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML may not hold, though libxml2 lets references to it through in HTML ("&#1;", "&#xFFFF;")."""
_MARKED_SECTION = re.compile(r"<!\[(?!CDATA\[)[^<>]{0,200}>?", re.IGNORECASE)
"""A comment in HTML ("<![if !IE]>"), for which html.parser rejects a page where it knows no such word."""
_CONTROLS = bytes([*range(9), *range(14, 32), 127])
_NAME = re.compile(r"[a-z][a-z0-9]*", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def parse_page(page: bytes) -> Element | None:
    """The root element of a page in UTF-8, comments left out, or None where there is nothing to read.

    Pages over `MAX_PAGE_BYTES` are read to there. Where libxml2 stops reading (at 256 levels of nesting),
    the page is read with its deepest levels taken out, so that their text is kept; and by BeautifulSoup where
    that doesn't help.
    """
    is_cut = len(page) > MAX_PAGE_BYTES
    page = _without_drawings(page[:MAX_PAGE_BYTES]).translate(None, _CONTROLS)
    if is_cut or (len(page) >= SHORTEST_SUSPICIOUS and _may_hold_long_tags(page)):
        page = bound_attributes(page.decode("utf-8", "replace")).encode("utf-8", "replace")
    if not page or page.isspace():
        return None
    root = _parse(page)
    if root is not None:
        return root
    text = flatten(page.decode("utf-8", "replace"))
    root = _parse(text.encode("utf-8", "replace"))
    return root if root is not None else _parse_leniently(text)


def _may_hold_long_tags(page: bytes) -> bool:
    """Whether a page may have a tag that is long enough for `bound_attributes` to look at: mostly not.

    Such a tag covers one of the page's stretches, so it is enough to find a ">" in each.
    """
    starts = range(0, len(page) - _STRETCH + 1, _STRETCH)
    return any(page.find(b">", start, start + _STRETCH) < 0 for start in starts)


def _without_drawings(page: bytes) -> bytes:
    """`page` without inline drawings: no text, and WordPress prints eight of them on each page.

    To take them out of the bytes costs a third of what it costs to parse them. One that isn't closed before
    the next begins stays, with all after it; so does one round a </script>, where the two ends are strings of
    scripts.
    """
    kept: list[bytes] = []
    done = 0
    start = page.find(b"<svg")
    while start >= 0:
        following = page.find(b"<svg", start + 1)
        end = page.find(b"</svg>", start, following if following >= 0 else len(page))
        if end < 0:
            break
        if page.find(b"</script", start, end) < 0:
            kept.append(page[done:start])
            done = end + len(b"</svg>")
        start = following
    return b"".join([*kept, page[done:]]) if kept else page


def _parse(page: bytes) -> Element | None:
    """The tree by libxml2, or None where it couldn't read the page to its end."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, collect_ids=False
    )
    try:
        root = etree.fromstring(page, parser)
    except etree.XMLSyntaxError:
        return None
    return None if _stopped_early(parser) else root


def _stopped_early(parser: etree.HTMLParser) -> bool:
    last = parser.error_log.last_error
    return last is not None and last.level == etree.ErrorLevels.FATAL


def _parse_leniently(text: str) -> Element | None:
    """The tree by BeautifulSoup's html.parser, which has no limit of depth, rebuilt flat below a depth; None
    where that rejects the page.
    """
    text = _MARKED_SECTION.sub("", _NOT_TEXT.sub("", text[:_MAX_FALLBACK_CHARACTERS]))
    try:
        soup = BeautifulSoup(text, "html.parser")
    except ParserRejectedMarkup:
        return None
    root = etree.Element("html")
    stack: list[tuple[Element, list[PageElement], int]] = [(root, list(reversed(soup.contents)), 0)]
    while stack:
        parent, waiting, depth = stack[-1]
        if not waiting:
            stack.pop()
            continue
        node = waiting.pop()
        if isinstance(node, Tag):
            children = list(reversed(node.contents))
            if _is_flattened(node.name, depth):
                waiting.extend(children)
            else:
                stack.append((_copied(parent, node), children, depth + 1))
        elif type(node) is NavigableString:
            _add_text(parent, str(node))
    return root if len(root) or root.text else None


def _is_flattened(name: str, depth: int) -> bool:
    """Whether an element gives way to its children: containers below a depth, everything below another."""
    if depth >= _MAX_FALLBACK_DEPTH and (name in _CONTAINERS or depth >= 2 * _MAX_FALLBACK_DEPTH):
        return True
    return _NAME.fullmatch(name) is None


def _copied(parent: Element, tag: Tag) -> Element:
    if tag.name == "html" and parent.getparent() is None:
        return parent
    element = etree.SubElement(parent, tag.name.lower())
    for name, value in tag.attrs.items():
        if _ATTRIBUTE.fullmatch(name):
            element.set(name, joined_text(" ".join(value) if isinstance(value, list) else value, ""))
    return element


def _add_text(parent: Element, text: str) -> None:
    new = joined_text(None, text)  # what stands there is clean already, and may be long
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + new
    else:
        parent.text = (parent.text or "") + new


def joined_text(before: str | None, behind: str) -> str:
    """Two texts of a tree as one that may be put into it."""
    text = (before or "") + behind
    return text if text.isprintable() else _NOT_TEXT.sub("", text)


def text_of(element: Element) -> str:
    """All text below `element`, spaces folded."""
    if not len(element):
        return fold(element.text or "")
    return fold("".join(element.itertext()))  # type: ignore[arg-type]


_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+")
_DENSITY = 1.5


def weight(text: str) -> int:
    """Characters of `text`, those of Chinese, Japanese and Korean as the 2.5 letters that say as much."""
    size = len(text)
    if text.isascii() or len(text.encode("utf-8", "replace")) < 2 * size:
        return size
    return size + int(_DENSITY * sum(map(len, _DENSE.findall(text))))


_UNPRINTABLE = dict.fromkeys([*range(9), *range(14, 32), 127, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD])
WORD_BREAK = "\u200b"
"""The zero-width space, by which Khmer, Thai, Lao and Burmese part words."""
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
_BREAKS = re.compile(f"{WORD_BREAK}{{2,}}")
_STRAY_BREAK = re.compile(f"(?<!{_UNSPACED}){WORD_BREAK}|{WORD_BREAK}(?!{_UNSPACED})")


def fold(text: str) -> str:
    """`text` with runs of white space, no-break spaces among them, as one space; invisible marks removed, but
    for those that part the words of a script without spaces.
    """
    if "  " not in text and text.isprintable():  # so are most, and no other white space is printable
        return text.strip(" ")
    text = " ".join(text.split())
    if not text.isprintable():
        text = text.translate(_UNPRINTABLE)
        if WORD_BREAK in text:
            text = _STRAY_BREAK.sub("", _BREAKS.sub(WORD_BREAK, text))
        text = " ".join(text.split())
    return text


_NOT_WORD = re.compile(r"[\W_]+")
_PLAIN = {code: None for code in range(128) if not chr(code).isalnum()}
_TYPOGRAPHY = "–“”’‘—…"
"""Marks that most texts have no others of beside ASCII, which a table strips ten times as fast."""


def bare(text: str) -> str:
    """`text` without all that is no letter or digit, in lower case: what two prints of one thing share.

    >>> bare("Banjir: 3 RT di Samarinda …")
    'banjir3rtdisamarinda'
    """
    for mark in _TYPOGRAPHY:
        if text.isascii():
            return text.translate(_PLAIN).lower()
        text = text.replace(mark, "")
    return text.translate(_PLAIN).lower() if text.isascii() else _NOT_WORD.sub("", text).lower()
