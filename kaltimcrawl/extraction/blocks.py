"""The lines of an article's body: a walk over its containers that gives text, kind and links of each line.

No line is judged here beyond what its element's marks say; `judging.py` decides what is the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Link
from kaltimcrawl.extraction.authorbox import is_author_box
from kaltimcrawl.extraction.furniture import is_appeal, is_furniture, is_labelled_box, is_running_text
from kaltimcrawl.extraction.gathering import Context, Gathering
from kaltimcrawl.extraction.hiding import is_hidden_by_style, names_hidden, stays_hidden
from kaltimcrawl.extraction.images import read_image
from kaltimcrawl.extraction.lines import CELL_BREAK, Body
from kaltimcrawl.extraction.makers import maker_within
from kaltimcrawl.extraction.marks import (
    Marks,
    box_of,
    has_chrome_word,
    is_called_chrome,
    is_embed,
    leads_to_channel,
    load_marks,
    marks_of,
    names_caption,
    parts_of,
)
from kaltimcrawl.extraction.picturebox import HEADINGS, caption_of_box, is_caption, link_of_card
from kaltimcrawl.extraction.tree import fold, text_of
from kaltimcrawl.extraction.undercaptions import caption_under
from kaltimcrawl.urls import absolute_url

MAX_ELEMENTS = 50_000
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
_EMPHASIS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_PRE = re.compile(r"white-?space(?:\s*:\s*|-)pre(?:-line|-wrap)?\b", re.IGNORECASE)
_LONGEST_CELL = 220
_POSTS_OF_AMP = frozenset(("amp-twitter", "amp-instagram", "amp-facebook", "amp-tiktok"))
_PICTURE_BOXES = frozenset(("div", "table", "dl"))
_CARDS = frozenset(("div", "section", "article", "aside"))
_BOXES = frozenset(("div", "section", "ul", "aside"))
_LABELLED = frozenset(("div", "section", "aside"))
_ENDS_FLOATS = re.compile(r"(?:^|[;\s])clear\s?:\s?both", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"\s*\d{1,3}\s*")


@dataclass(slots=True)
class _Walk:
    """A walk over containers: what it has come by, what it leaves out, how far it may go."""

    gathered: Gathering
    marks: Marks
    dropped: frozenset[Element]
    groups: int = 0
    """Lists and tables that were entered."""
    left: int = MAX_ELEMENTS
    """Elements that may still be walked."""
    welcome: set[tuple[str, ...]] = field(default_factory=set)
    """Marks that were looked at and mean nothing here."""


def read_body(
    containers: Sequence[Element], base: str | None, dropped: frozenset[Element] = frozenset()
) -> Body:
    """The lines of `containers` in document order.

    `base` makes links absolute; `dropped` are elements that a portal's rules leave out. Hidden elements,
    forms, and elements whose marks are chrome's are left out; posts of other sites become links.
    """
    walk = _Walk(Gathering(base), load_marks(), dropped)
    for container in containers:
        if len(containers) > 1 and (is_embed(container) or _read_picture_box(walk, container, Context())):
            if is_embed(container):
                _note_embed(walk, container)
            continue
        _walk_through(walk, container)
        walk.gathered.end_line(Context())
    return walk.gathered.body()


def _walk_through(walk: _Walk, container: Element) -> None:
    """Depth-first over the container with a stack of our own: pages nest deeper than Python's calls may."""
    stack: list[tuple[Element, Iterator[Element], Context]] = []
    take = walk.gathered.take
    is_item = container.tag == "li"
    context = Context(kind="list_item" if is_item else "paragraph", pre=_keeps_breaks(container))
    take(container.text, context)
    stack.append((container, iter(container), context))
    while stack and walk.left:
        element, children, context = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if element is not container:
                if element.tag not in _INLINE:
                    _leave(walk, element, context, stack[-1][2])
                take(element.tail, stack[-1][2])
            continue
        walk.left -= 1
        inner = _enter(walk, child, context)
        if inner is None:
            take(child.tail, context)
            continue
        take(child.text, inner)
        stack.append((child, iter(child), inner))


def _enter(walk: _Walk, element: Element, context: Context) -> Context | None:
    """The context within `element`, or None where the walk doesn't go in."""
    tag = element.tag
    if walk.gathered.image_before and (caption := caption_under(element)) is not None:
        walk.gathered.name_image(caption)
    if tag in _INLINE:
        if element in walk.dropped or not _is_welcome(walk, element) or _is_note_number(element):
            return None
        if tag == "time":
            walk.gathered.take(" ", context)  # a style sets it apart from what stands before it
        return _inline_context(element, context)
    if tag == "br":
        walk.gathered.end_line(context) if not context.row else walk.gathered.take(" ", context)
        return None
    if not isinstance(tag, str) or tag in _SKIPPED or element in walk.dropped:
        return None
    if tag in _POSTS_OF_AMP:
        _note_embed(walk, element)
        return None
    if tag in ("img", "amp-img"):
        if not context.signed:
            _note_image(walk, element, None)
        return None
    if tag == "hr":
        walk.gathered.end_line(context)
        return None
    if not _is_welcome(walk, element):
        if not context.row:
            walk.gathered.end_line(context)
        return None
    if tag == "p" and not context.row and not context.pre and _is_plain(element):
        _read_plain(walk, element, context)
        return None
    if tag == "figure" or (tag == "div" and "wp-caption" in (element.get("class") or "").split()):
        return _enter_figure(walk, element, context)
    if tag == "figcaption" and next(element.iterancestors("figure"), None) is None:
        walk.gathered.end_line(context)
        walk.gathered.note_caption(text_of(element))
        return None
    if tag in _PICTURE_BOXES and not context.row and _read_picture_box(walk, element, context):
        return None
    if tag in _CARDS and not context.row and (link := link_of_card(element)) is not None:
        walk.gathered.end_line(context)
        linked = Context(kind="heading", level=4, group=context.group, href=link.get("href") or "#")
        walk.gathered.take(text_of(link), linked)  # what is left of it: a link, for the run it may be part of
        walk.gathered.end_line(linked)
        return None
    return _block_context(walk, element, context)


def _is_note_number(element: Element) -> bool:
    """Whether an element is the number of a footnote behind a word: a link down the page and nothing else."""
    if element.tag not in ("a", "sup"):
        return False
    link = element if element.tag == "a" else next(element.iter("a"), None)
    is_down = link is not None and (link.get("href") or "").startswith("#")
    return is_down and _NOTE_NUMBER.fullmatch(text_of(element)) is not None


def _read_picture_box(walk: _Walk, box: Element, context: Context) -> bool:
    """Notes the images of a box that holds them and a caption; False, and nothing done, for other boxes."""
    caption = caption_of_box(box)
    if caption is None or is_author_box(box):
        return False
    walk.gathered.end_line(context)
    for image in box.iter("img"):
        _note_image(walk, image, caption)
    return True


def _is_plain(paragraph: Element) -> bool:
    """Whether a paragraph holds text and nothing else, as most do."""
    return not len(paragraph) and paragraph.text is not None


def _read_plain(walk: _Walk, paragraph: Element, context: Context) -> None:
    """The line of a plain paragraph."""
    gathered = walk.gathered
    gathered.end_line(context)
    text = fold(paragraph.text or "")
    if not text:
        return
    if context.href or context.emphasis:
        gathered.take(text, context)
        gathered.end_line(context)
        return
    boxed = context.boxed or (is_called_chrome(paragraph) and not is_running_text(paragraph))
    signed = context.signed or box_of(paragraph) == "bios"
    gathered.add_plain_line(text, context, boxed, signed)


def _is_welcome(walk: _Walk, element: Element) -> bool:
    names = element.keys()
    if not names:
        return True
    if "hidden" in names or (
        "aria-hidden" in names and element.get("aria-hidden") == "true" and element.tag not in _INLINE
    ):
        return False
    if "style" in names and is_hidden_by_style(element, element.get("style") or ""):
        return False
    if _UNMARKED.issuperset(names):
        return True
    marks = marks_of(element)
    if not marks or marks in walk.welcome:
        return True
    if not walk.marks.chrome.isdisjoint(marks):
        return False
    if not walk.marks.embeds.isdisjoint(marks):
        _note_embed(walk, element)
        return False
    if (classes := element.get("class")) and names_hidden(classes):
        return not stays_hidden(element)
    parts = {part for part, _, _ in parts_of(element)}
    is_named = names_caption(element)  # a guess, which needs the image that it is of: else it is text
    is_caption = is_named and walk.gathered.image_before and next(element.iter("img"), None) is None
    if "caption" in parts or is_caption:
        if is_running_text(element):
            return True  # Bootstrap's "caption" is whatever stands under a picture
        if element.tag not in _INLINE and "credit" not in (element.get("class") or ""):
            walk.gathered.note_caption(text_of(element))
        return False
    if parts.isdisjoint(("breadcrumbs", "pages")):
        if not is_named:
            walk.welcome.add(marks)
        return True
    return is_running_text(element)


def _inline_context(element: Element, context: Context) -> Context:
    tag = str(element.tag)
    if tag == "a":
        href = element.get("href")
        return context.within(href=href) if href else context
    if tag in _EMPHASIS and _EMPHASIS[tag] not in context.emphasis:
        return context.within(emphasis=context.emphasis + _EMPHASIS[tag])
    return context


def _block_context(walk: _Walk, element: Element, context: Context) -> Context | None:
    tag = str(element.tag)
    if context.row:
        walk.gathered.take(" ", context)
        return context
    walk.gathered.end_line(context)
    if not len(element) and not element.text and _ENDS_FLOATS.search(element.get("style") or ""):
        walk.gathered.behind_floats = True
    box = box_of(element)
    if box is not None and tag in _BOXES and is_furniture(element, box, walk.gathered.lines):
        return None
    if tag in _LABELLED and (is_labelled_box(element) or is_appeal(element, walk.gathered.lines)):
        return None
    is_chrome = is_called_chrome(element) if tag == "p" else has_chrome_word(element)
    boxed = context.boxed or (is_chrome and not is_running_text(element))
    inner = context.within()
    inner.boxed = boxed
    inner.pre = context.pre or _keeps_breaks(element)
    is_bio = box == "bios" and not is_running_text(element)
    inner.signed = context.signed or is_bio or (tag in _LABELLED and is_author_box(element))
    if tag in ("ul", "ol", "dl", "table"):
        walk.groups += 1
        inner.group = walk.groups
    elif tag in ("li", "dd", "dt"):
        inner.kind = "list_item"
    elif tag == "blockquote":
        inner.kind, inner.quoted = "quote", True
    elif tag in HEADINGS:
        inner.kind, inner.level = "heading", HEADINGS[tag]
    elif tag == "tr":
        inner.row = _is_data_row(element)
        inner.kind = "table_row" if inner.row else inner.kind
    return inner


def _keeps_breaks(element: Element) -> bool:
    """Whether an element's style or class has the breaks of its source shown (CSS white-space: pre-line)."""
    told = f"{element.get('class') or ''} {element.get('style') or ''}"
    return "pre" in told and _PRE.search(told) is not None


def _is_data_row(row: Element) -> bool:
    """Whether a table row is one of data: several cells, none of them holding running text."""
    cells = [text for text in (text_of(cell) for cell in row if cell.tag in ("td", "th")) if text]
    return len(cells) >= 2 and max(map(len, cells)) <= _LONGEST_CELL


def _leave(walk: _Walk, element: Element, inner: Context, outer: Context) -> None:
    if outer.row:
        walk.gathered.part(CELL_BREAK if element.tag in ("td", "th") else " ")
    else:
        walk.gathered.end_line(inner)


def _is_all_of(figure: Element, caption: Element | None) -> bool:
    """Whether a figure without an image, which scripts load, says nothing but its caption."""
    return caption is not None and caption.tag == "figcaption" and text_of(figure) == text_of(caption)


def _enter_figure(walk: _Walk, element: Element, context: Context) -> Context | None:
    if element.find(".//table") is not None or element.find(".//blockquote") is not None:
        return _block_context(walk, element, context)
    holder = next((found for found in element.iter() if is_caption(found) and text_of(found)), None)
    images = list(element.iter("img"))
    if not images and is_running_text(element) and not _is_all_of(element, holder):
        return _block_context(walk, element, context)
    walk.gathered.end_line(context)
    caption = text_of(holder) if holder is not None else None
    credit = maker_within(holder) if holder is not None and images else None
    for image in images:
        _note_image(walk, image, caption, credit)
    return None


def _note_image(walk: _Walk, element: Element, caption: str | None, credit: str | None = None) -> None:
    above = element.getparent()
    if above is not None and above.tag == "a" and leads_to_channel(above):
        return
    image = read_image(element, walk.gathered.base, caption)
    if image is not None:
        image = replace(image, credit=credit) if credit else image
        walk.gathered.add_image(image, (element.get(name) or "" for name in ("alt", "title")))


def _note_embed(walk: _Walk, element: Element) -> None:
    for link in reversed(list(element.iter("a"))):
        url = absolute_url(link.get("href") or "", walk.gathered.base)
        if url:
            walk.gathered.embeds.append(Link(url, text_of(element)[:300]))
            return
