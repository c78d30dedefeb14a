"""What is taken out of a page's tree, or named anew in it, before it is surveyed."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.breaks import part_words
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.marks import names_facts, names_particulars
from kaltimcrawl.extraction.mending import let_text_out
from kaltimcrawl.extraction.tree import fold, joined_text

# fmt: off
_NO_TEXT = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "canvas",
    "math", "button", "audio", "video",
)
# fmt: on
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_OF_SENTENCES = frozenset(("p", "li", "td", "dd", "span"))
_TAGS_OF_ROLES = {
    "table": "table",
    "grid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
}
_MANY_PARAGRAPHS, _PARAGRAPHS_OF_BODY = 4, 10
_LONG_PARAGRAPH, _LONG_OF_BODY = 80, 3
_STATE_OF_PAGE, _MOST_FIELDS = "__VIEWSTATE", 40
_LONG_TEXT, _LONG_FORM, _MOST_TEXTS_OF_FORM = 80, 500, 2000
"""Letters of a text that is a sentence, and of a form that holds a page's sentences."""
_MOST_FORMS, _LEVELS_OF_FORM = 40, 3
_LEADING = ("crumb", "pag", "halaman", "trail", "topic-path", "topicpath", "pankuzu")
_LONGEST_PARTICULARS, _SHORTEST_HEADLINE = 160, 40
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LINKS_WITHIN = (b'href="#', b"href='#", b"href=#")
_ADDRESS_FIELD = b'type="email"'
_MOST_INNER = 400
_MOST_LET_OUT, _MOST_BUTTONS = 20, 200
"""Boxes that a page leaves open: a hostile one has thousands, one in the other."""


def clear_page(
    root: Element, source: bytes, *, is_lenient: bool = False
) -> tuple[frozenset[Element], list[Element]]:
    """Takes scripts, menus, sidebars, forms and footers out of the tree of a page of `source`, and the marks
    by which its headings are linked to; names tables' parts, and boxes that go round the article, as such.

    Gives the boxes that held a form to fill in, and what was taken out that holds links, in document order.
    `is_lenient`: sidebars, forms and headers stay, and are plain boxes.
    """
    known: dict[str, bool] = {}
    for button in islice(list(root.iter("button")), _MOST_BUTTONS):
        let_text_out(button, source, known)
        if _is_of_text(button):
            button.tag = "span"
    etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    part_words(root, source)
    if b'role="row"' in source:
        _name_by_role(root)
    if any(mark in source for mark in _LINKS_WITHIN):
        _unlink_headings(root)
    if is_lenient:
        for element in root.iter("aside", "form", "header"):
            element.tag = "div"
    asking = _boxes_that_ask(root, _ADDRESS_FIELD in source)
    return asking, _clear(root, source)


def _is_of_text(button: Element) -> bool:
    """Whether a button is a word of a sentence ("Klik tombol <button>Cari Data</button> lalu …"), or all of a
    heading, whose answer it unfolds.
    """
    holder = button.getparent()
    if holder is None:
        return False
    if holder.tag in _HEADINGS:
        return len(holder) == 1 and not _has_words(holder.text) and not _has_words(button.tail)
    if holder.tag not in _OF_SENTENCES or not (button.text or "").strip():
        return False
    before = button.getprevious()
    return _has_words(holder.text if before is None else before.tail) and _has_words(button.tail)


def _has_words(text: str | None) -> bool:
    return text is not None and any(map(str.isalpha, text))


def _name_by_role(root: Element) -> None:
    """Names the elements that pages declare to be a table's parts (WAI-ARIA roles) as HTML names those."""
    for element in root.iter("div", "span", "p", "li", "ul"):
        tag = _TAGS_OF_ROLES.get(element.get("role") or "")
        if tag is not None:
            element.tag = tag


def _unlink_headings(root: Element) -> None:
    """Takes the marks out of headings by which generators of pages let link to them ("¶", "#"), and makes
    headings that are links to themselves plain ones.
    """
    for heading in root.iter("h1", *_HEADINGS):
        links = islice(heading.iter("a"), _MOST_INNER) if len(heading) else ()
        for link in [link for link in links if _leads_to(link, heading)]:
            if brief_text(link) == brief_text(heading):
                link.tag = "span"
            else:
                _take_out(link)


def _leads_to(link: Element, heading: Element) -> bool:
    """Whether a link in a heading leads to that very heading, or to the part of the text that it heads."""
    href = link.get("href")
    if href is None or len(href) < 2 or href[0] != "#":
        return False
    parent = heading.getparent()
    places = (heading.get("id"), parent.get("id") if parent is not None else None, link.get("id"))
    return href[1:] in places or unquote(href[1:]) in places


def _take_out(element: Element) -> None:
    """Takes an element out of the tree; what stands behind it stays."""
    tail, parent = element.tail, element.getparent()
    if parent is None:
        return
    if tail and not tail.isspace():
        before = element.getprevious()
        if before is None:
            parent.text = joined_text(parent.text, tail)
        else:
            before.tail = joined_text(before.tail, tail)
    parent.remove(element)


def _boxes_that_ask(root: Element, has_fields: bool) -> frozenset[Element]:
    """The boxes right round the page's forms: its parent, and above it as long as nothing else is there.

    `has_fields`: fields for an address, which scripts send, count as forms.
    """
    boxes: set[Element] = set()
    forms = list(islice(root.iter("form"), _MOST_FORMS))
    if has_fields:
        fields = (field for field in root.iter("input") if (field.get("type") or "").lower() == "email")
        forms += islice(fields, _MOST_FORMS)
    for form in forms:
        box = form
        for above in islice(form.iterancestors(), _LEVELS_OF_FORM):
            if above.tag in ("body", "html", "main", "article", "td"):
                break
            box = above
            boxes.add(box)
            if next(box.iter("p"), None) is not None:
                break
    return frozenset(boxes)


def _clear(root: Element, source: bytes) -> list[Element]:
    """Takes menus, sidebars, forms and the site's footer out of the tree: a third of most pages; gives them.

    What holds a heading of the first rank or is named for breadcrumbs or pages stays.
    """
    cleared: list[Element] = []
    known: dict[str, bool] = {}
    let_out = 0
    for element in list(root.iter("nav", "aside", "form", "footer", "header")):
        tag = element.tag
        if tag == "header":
            if _holds_body(element):
                element.tag = "div"
            continue
        parent = element.getparent()
        if parent is None or (tag == "footer" and parent.tag != "body"):
            continue
        if tag != "footer" and let_out < _MOST_LET_OUT:
            let_out += let_text_out(element, source, known)
        if tag in ("nav", "aside") and _leads(element):
            continue
        if (
            (tag == "aside" and _tells_of_article(element))
            or _holds_title(element)
            or (tag == "form" and _goes_round_page(element))
        ):
            element.tag = "div"  # round the whole page
            continue
        _take_out(element)
        cleared.append(element)
    return cleared


def _holds_title(element: Element) -> bool:
    """Whether an element has a heading of the first rank; that in an <aside> of a text with one of its own is
    another article's, which the text links to.
    """
    if next(element.iter("h1"), None) is None:
        return False
    article = next(element.iterancestors("article", "main"), None) if element.tag == "aside" else None
    first = next(article.iter("h1"), None) if article is not None else None
    return first is None or element in first.iterancestors() or _holds_body(element)


def _goes_round_page(form: Element) -> bool:
    """Whether a form is one of the whole page, as ASP.NET makes it: by its paragraphs, or its sentences where
    nothing is round it or it keeps the page's state.
    """
    if not len(form):
        return False
    if len(list(islice(form.iter("p"), _MANY_PARAGRAPHS))) == _MANY_PARAGRAPHS:
        return True
    parent = form.getparent()
    states = (field.get("name") == _STATE_OF_PAGE for field in islice(form.iter("input"), _MOST_FIELDS))
    if parent is None or (parent.tag != "body" and not any(states)):
        return False
    size = 0
    for text in islice(form.itertext(), _MOST_TEXTS_OF_FORM):
        size += len(text.strip()) if len(text) >= _LONG_TEXT else 0
        if size >= _LONG_FORM:
            return True
    return False


def _holds_body(header: Element) -> bool:
    """Whether a <header> has the paragraphs of an article: an element in it isn't closed, so that it goes
    round the whole page, or a template calls the text's own box so.
    """
    paragraphs = list(islice(header.iter("p"), _PARAGRAPHS_OF_BODY))
    long = (paragraph for paragraph in paragraphs if len(brief_text(paragraph)) >= _LONG_PARAGRAPH)
    return len(paragraphs) == _PARAGRAPHS_OF_BODY or len(list(islice(long, _LONG_OF_BODY))) == _LONG_OF_BODY


def _tells_of_article(aside: Element) -> bool:
    """Whether an <aside> within an article is named for facts beside it, or holds its particulars: by its
    properties, as it is short and named for them, or dated and links to no headline, or begins with a dated
    byline.
    """
    if next(aside.iterancestors("article", "main"), None) is None:
        return names_facts(aside) and _is_amid_paragraphs(aside)
    if names_facts(aside):
        return True
    texts: list[str] = []
    size = 0
    for text in islice(aside.itertext(), _MOST_INNER):
        if not text.isspace():
            texts.append(fold(str(text)))
            size += len(texts[-1])
            if size > _LONGEST_PARTICULARS:
                break
    if begins_byline(" ".join(texts[:2])) and any(map(_YEAR.search, texts[1:4])):
        return True
    is_short = 0 < size <= _LONGEST_PARTICULARS
    if is_short and names_particulars(aside):
        return True
    if is_short and any(map(_YEAR.search, texts)):
        return max(map(len, texts)) < _SHORTEST_HEADLINE
    told = {
        name for inner in islice(aside.iter(), _MOST_INNER) for name in (inner.get("itemprop") or "").split()
    }
    return "author" in told or "datePublished" in told


def _is_amid_paragraphs(box: Element) -> bool:
    """Whether a paragraph, or the text of a page without those, stands right beside a box."""
    if box.tail and not box.tail.isspace():
        return True
    beside = (each for each in (box.getprevious(), box.getnext()) if each is not None)
    return any(each.tag == "p" or (each.tag == "br" and _has_words(each.tail)) for each in beside)


def _leads(nav: Element) -> bool:
    """Whether a <nav> or <aside> is one of breadcrumbs or of an article's pages, by its names."""
    names = f"{nav.get('class')} {nav.get('id')} {nav.get('aria-label')} {nav.get('itemprop')}".lower()
    return any(word in names for word in _LEADING)
