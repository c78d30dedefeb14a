"""What a reader would see on a suspicious page: how much text, how much of one story, which lines."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.tree import fold, text_of, weight
from kaltimcrawl.tags import bound_attributes

_MAX_BYTES = 300_000
"""Of markup without scripts and styles."""
_MOST_ELEMENTS = 10_000
_MOST_LINES = 200
_LONGEST_LINE = 300
_LEAST_PARAGRAPH = 60
_LEAST_LOOSE = 150
"""Characters of text outside paragraphs that count for the story: less is a label."""
_SILENT = frozenset(("script", "style", "template", "svg", "iframe", "object", "select", "option", "head"))
_CHROME = frozenset(("nav", "footer", "aside", "header"))
_APART = frozenset(("noscript", "button", "a", "label"))
_WHOLE = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_BUTTONS = frozenset(("a", "button"))


@dataclass(frozen=True, slots=True)
class Sight:
    """Figures and lines of a page."""

    text: int
    """Letters (see `weight`) of all that is shown."""
    story: int
    """Letters of prose in the one element that holds most of it: the teasers of a listing lie apart, the
    paragraphs of an article together."""
    prose: int
    """Letters of prose in all elements together."""
    lines: tuple[str, ...]
    """Short lines in the order of the page, its header, menus and footer left out."""
    buttons: tuple[str, ...]
    """Links and buttons by their words, in lower case."""


def see(page: bytes) -> Sight:
    """What is seen on a page in UTF-8; nothing where it can't be read."""
    root = _parsed(_shown(page)[:_MAX_BYTES])
    return _looked_at(root) if root is not None else Sight(0, 0, 0, (), ())


def _shown(page: bytes) -> bytes:
    """The page without scripts and styles, which may be ten times the rest."""
    for opening, closing in ((b"<script", b"</script"), (b"<style", b"</style")):
        low = page.lower()
        kept: list[bytes] = []
        place = 0
        while (start := low.find(opening, place)) >= 0:
            kept.append(page[place:start])
            end = low.find(closing, start)
            if end < 0:
                place = len(page)
                break
            place = end + len(closing) + 1
        page = b" ".join([*kept, page[place:]])
    return page


def _parsed(page: bytes) -> Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, collect_ids=False
    )
    text = bound_attributes(page.replace(b"\0", b"").decode("utf-8", "replace"))
    if not text or text.isspace():
        return None
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _looked_at(root: Element) -> Sight:
    text = 0
    stories: dict[Element, int] = {}
    lines: list[str] = []
    buttons: list[str] = []
    waiting: list[tuple[Element, bool, bool]] = [(root, False, False)]
    seen = 0
    while waiting and seen < _MOST_ELEMENTS:
        element, in_chrome, apart = waiting.pop()
        seen += 1
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            continue
        in_chrome = in_chrome or tag in _CHROME
        apart = apart or in_chrome or tag in _APART
        own = fold(" ".join([element.text or "", *(child.tail or "" for child in element)]))
        text += weight(own)
        line = text_of(element) if tag in _WHOLE else own
        if line and len(line) <= _LONGEST_LINE:
            if not in_chrome and len(lines) < _MOST_LINES:
                lines.append(line)
            if tag in _BUTTONS and len(buttons) < _MOST_LINES:
                buttons.append(line.lower())
        if not apart:
            _add_story(stories, element, line, tag)
        waiting.extend((child, in_chrome, apart) for child in reversed(element))
    return Sight(text, max(stories.values(), default=0), sum(stories.values()), tuple(lines), tuple(buttons))


def _add_story(stories: dict[Element, int], element: Element, line: str, tag: str) -> None:
    """Adds a line of prose to its holder: a paragraph's parent, or the element that holds it loose."""
    if tag == "p":
        holder = element.getparent()
        letters = weight(line) - sum(weight(text_of(link)) for link in element.iter("a"))
        if holder is not None and letters >= _LEAST_PARAGRAPH:
            stories[holder] = stories.get(holder, 0) + letters
    elif tag not in _WHOLE and (letters := weight(line)) >= _LEAST_LOOSE:
        stories[element] = stories.get(element, 0) + letters
