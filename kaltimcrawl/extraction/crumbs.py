"""The way from the front page to an article, as its page prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.names import is_site, site_words
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.shelfnames import WHOLE, is_of_site, is_plain_section, section_host
from kaltimcrawl.extraction.structured import texts_of, types_of
from kaltimcrawl.extraction.tree import bare, fold
from kaltimcrawl.urls import host_of, split_url

_CRUMB_BREAK = re.compile(r"\s*(?:»|›|>|/|→|\||::|•)\s*")
_LONGEST = 80
_MOST_CRUMBS = 5
_NEAR_HEADING = 3
_MOST_LINKS = 40
_NEAR_CRUMBS = 16
_WORDS_OF_PAGE, _LONGEST_LAST = 4, 30
_SHORTEST_CUT = 20
"""Letters of a title that a row of breadcrumbs cuts short and doesn't say so."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_ELEMENTS_OVER_BODY = 600
_MOST_ELEMENTS_OVER_HEADING = 40
_BOXES = frozenset(("nav", "div", "ol", "ul", "p", "section"))
_ROW_TAGS = frozenset(("a", "li", "span", "i", "img", "b", "em", "small"))
_ICONS = frozenset(("i", "span", "em"))
_PIECES = frozenset(("a", "li", "span"))
_MOST_ELEMENTS_OF_ROW = 24
_OF_CRUMBS = re.compile(
    r"rumb|crum|migas|ariane|br[oö]tkr|weizhi|当前位置|(?:^|[\s_-])(?:path(?:way)?|hierarchie|brea_?nav)(?:$|[\s_-])"
)
"""Words of classes and ids that name breadcrumbs: "BreadCrumb", "rastro-migas", "channel-path"."""
_PARTS_OF_CRUMBS = ("rumb", "crum", "migas", "ariane", "tkr", "weizhi", "位置", "path", "hierarchie", "brea")
_OF_PLACE = re.compile(r"(?:^|[\s_-])(?:location|position|lokasi|posisi)(?:$|[\s_-])")
"""Words of boxes that tell where the reader is, or where the news is from: signs tell the former."""
_COLON = re.compile(r"\s?[:：]\s?")
_DASHES = re.compile(r"\s+[-–—]{1,2}\s+")
_ARROW = re.compile(r"\s*[»›>→]")
_SIGNS = re.compile(r"[»›>→/]")
_CELL_SIGNS = frozenset(("»", "›", ">", "→", "/", ">>"))
_CRUMB_SIGN = re.compile(r"^\s*[»›>→/]")


def read_breadcrumbs(page: Page, title: str, title_order: int = 0) -> Named:
    """The way from the front page to the article, both ends left out; `title_order` is the title's place."""
    headings = sorted({*page.survey.headings, *((title_order,) if title_order else ())})
    for node in page.structured.nodes:
        if "breadcrumblist" in types_of(node) and isinstance(node.get("itemListElement"), list):
            items = [item for item in node["itemListElement"][:20] if isinstance(item, dict)]
            if len(items) > 1 and _is_front_page(items[0], page):
                items.pop(0)
            crumbs = _trimmed([name for item in items for name in _crumb_names(item)], title)
            if crumbs:
                return Found(crumbs, "jsonld: BreadcrumbList")
    for marked in page.survey.best("breadcrumbs"):
        crumbs = _trimmed(_crumbs_of(_row_of(marked.element), page.url), title)
        if crumbs:
            return Found(crumbs, f"css: {marked.mark}")
    for element in _named_for_crumbs(page):
        crumbs = _trimmed(_crumbs_of(element, page.url), title)
        if crumbs and len(crumbs) <= _MOST_CRUMBS:
            return Found(crumbs, "css: crumb")
    elements, last = page.survey.elements, min(page.body_order, _MOST_ELEMENTS_OVER_BODY)
    for order in takewhile(last.__gt__, page.survey.links):
        element = elements[order]
        signed = _signed(element)
        is_signed = signed is not None
        holder = signed.getparent() if signed is not None else _row_to_heading(headings, order, element)
        if holder is None and (holder := _row_of_cells(element)) is not None:
            is_signed = True
        if holder is None:
            continue
        href = element.get("href") or ""
        is_root = href == "/" or _is_root(href, page.url)
        is_first = is_home(element) or (is_root and (is_signed or _is_icon(element, holder)))
        if is_first and (is_signed or _is_way(holder, title)):
            crumbs = _trimmed(_crumbs_of(holder, page.url), title)
            if crumbs and len(crumbs) <= _MOST_CRUMBS:
                return Found(crumbs, "text: breadcrumbs")
    for nav in page.survey.cleared:
        is_way = nav.tag == "nav" and not _is_called_menu(nav)
        links = list(islice(nav.iter("a"), _MOST_CRUMBS + 1)) if is_way else []
        if (
            2 <= len(links) <= _MOST_CRUMBS
            and is_home(links[0])
            and _is_way(nav, title)
            and (crumbs := _trimmed(_crumbs_of(nav, page.url), title))
        ):
            return Found(crumbs, "text: breadcrumbs")
    return _crumbs_in_text(page, title, dict.fromkeys((*headings[:1], *filter(None, (title_order,)))))


def _is_called_menu(nav: Element) -> bool:
    """Whether a <nav>, or a list in it, is named for a menu: one of two entries looks like a way."""
    boxes = (nav, *islice(nav.iter("ul", "ol"), 1))
    return any("menu" in f"{box.get('class') or ''} {box.get('id') or ''}".lower() for box in boxes)


def _crumbs_in_text(page: Page, title: str, headings: Iterable[int]) -> Named:
    """Breadcrumbs that are text for the most part, right over a heading: "Beranda / NASIONAL /"."""
    home = load_phrases().kinds["home"]
    for place in headings:
        for element in page.survey.elements[max(0, place - _NEAR_CRUMBS) : place]:
            first = (element.text or "").strip(" /»›>|\n\t")
            if len(first) > _LONGEST or not (_begins_way(first) or _is_called_place(element)):
                continue
            above = element.getparent()
            is_label = first[-1:] in (":", "：") and not len(element) and home.fits(first[:-1].rstrip())
            whole = brief_text(above if is_label and above is not None else element)
            label, *rest = _COLON.split(whole, maxsplit=1)
            whole = rest[0] if rest and home.fits(label) else whole
            parts = [part for part in _CRUMB_BREAK.split(whole) if part.strip()]
            if len(parts) == 1:
                parts = _DASHES.split(whole)
            crumbs = _trimmed(parts, title) if 2 <= len(parts) <= _MOST_CRUMBS else ()
            if crumbs:
                return Found(crumbs, "text: breadcrumbs")
    return Found((), "")


def _is_called_place(box: Element) -> bool:
    """Whether a box is named for where the reader is, and has signs between its parts."""
    names = f"{box.get('class') or ''} {box.get('id') or ''}".lower()
    return _OF_PLACE.search(names) is not None and _ARROW.search(brief_text(box)) is not None


def _begins_way(text: str) -> bool:
    """Whether a text begins with the front page, or goes by arrows from all news to less: "News » Daerah"."""
    first, *rest = _CRUMB_BREAK.split(text)
    first = _DASHES.split(first, maxsplit=1)[0]
    is_arrow = bool(rest) and _ARROW.match(text[len(first) :]) is not None
    return load_phrases().kinds["home"].fits(first) or (is_arrow and first.lower() in WHOLE)


def _row_of(marked: Element) -> Element:
    """The row of breadcrumbs that an element marked as such is, or that it is a piece of."""
    row = marked
    while row.tag in _PIECES and len(list(islice(row.iter("a"), 2))) == 1:
        above = row.getparent()
        if above is None:
            break
        row = above
    return row


def _row_to_heading(headings: Sequence[int], order: int, link: Element) -> Element | None:
    """The short row of links, or of items of a link each, that a link begins right over the heading."""
    reach = order + _MOST_ELEMENTS_OF_ROW + _NEAR_HEADING
    if not headings or headings[-1] <= order or not any(order < place <= reach for place in headings):
        return None
    holder = link.getparent()
    if holder is not None and holder.tag in ("li", "span") and len(holder) == 1:
        holder = holder.getparent()
    if holder is None or not 2 <= len(holder) <= 2 * _MOST_CRUMBS or next(holder.iter("a"), None) is not link:
        return None
    size = sum(1 for _ in islice(holder.iter(), _MOST_ELEMENTS_OF_ROW))
    is_near = any(order < place <= order + size + _NEAR_HEADING for place in headings)
    return holder if is_near and all(child.tag in _ROW_TAGS for child in holder) else None


def _signed(link: Element) -> Element | None:
    """A link, or the <span> round it alone, where a sign of breadcrumbs stands behind it."""
    above = link.getparent()
    is_alone = above is not None and above.tag == "span" and len(above) == 1
    for element in (link, above) if is_alone else (link,):
        tail = element.tail if element is not None else None
        if tail is not None and not tail.isspace() and _CRUMB_SIGN.search(tail) is not None:
            return element
    return None


def _row_of_cells(link: Element) -> Element | None:
    """The row of a table whose cells are a link and a sign by turns: "Beranda", ">", "Niaga"."""
    cell = link.getparent()
    sign = cell.getnext() if cell is not None and cell.tag == "td" and len(cell) == 1 else None
    is_row = sign is not None and not len(sign) and (sign.text or "").strip() in _CELL_SIGNS
    return sign.getparent() if is_row and sign is not None else None


def _is_way(row: Element, title: str) -> bool:
    """Whether a row of links leads down to the article, and is no menu of a few entries.

    It has one link beside that to the front page, or signs between its links, or each address goes on from
    the one before it, or it ends in the title; or it is an ordered list, or stands in the article.
    """
    links = list(islice(row.iter("a"), _MOST_CRUMBS + 2))
    last = brief_text(links[-1]) if links else ""
    whole = brief_text(row)
    if len(links) == 1:
        rest = whole[whole.rfind(last) + len(last) :].strip(" »›>→/|•")
        return is_plain_section(rest) and len(rest) <= _LONGEST_LAST and not any(map(str.isdigit, rest))
    if len(links) > _MOST_CRUMBS + 1 or not is_plain_section(last):
        return bool(last) and _is_title(last, title)
    end = whole.rfind(last) + len(last)
    paths = [split_url(link.get("href") or "").path.rstrip("/") for link in links[1:]]
    return (
        len(links) == 2
        or row.tag == "ol"
        or _is_over_heading(row)
        or _is_title(last, title)
        or _is_title(whole[end:].strip(" »›>→/|•"), title)
        or len(_SIGNS.findall(whole[:end])) >= len(links) - 1
        or (bool(paths[0]) and all(path.startswith(f"{before}/") for before, path in pairwise(paths)))
    )


def _is_over_heading(row: Element) -> bool:
    """Whether a row stands right over a heading of the first rank, in the article: menus don't."""
    below = row.getnext()
    return below is not None and below.tag == "h1" and next(row.iterancestors("article"), None) is not None


def leads_home(element: Element, url: str | None) -> bool:
    """Whether a link in an element leads to the root of the site, as a logo's does."""
    hrefs = (link.get("href") or "#" for link in islice(element.iter("a"), _MOST_CRUMBS))
    return any(href.rstrip("/") in ("", ".") or _is_root(href, url) for href in hrefs)


def is_home(link: Element) -> bool:
    text = brief_text(link)
    return bool(text) and load_phrases().kinds["home"].fits(text)


def _is_icon(link: Element, row: Element) -> bool:
    """Whether a link holds nothing but a sign of a font, or in an ordered list a drawing, which the tree
    leaves out: elsewhere that is as likely a logo.
    """
    is_sign = len(link) == 1 and link[0].tag in _ICONS and not len(link[0])
    return (is_sign or (not len(link) and row.tag == "ol")) and not brief_text(link)


def _is_root(href: str, url: str | None) -> bool:
    """Whether an address is that of the page's host or of the portal's, of which it is a part."""
    parts = split_url(href)
    own, host = host_of(url or ""), host_of(href).removeprefix("www.")
    return (
        bool(host)
        and parts.path in ("", "/")
        and not parts.query
        and (own == host or own.endswith(f".{host}"))
        and (own.removeprefix("www.") == host or section_host(own) != "")
    )


def _crumb_names(item: dict[str, object]) -> list[str]:
    names = texts_of(item.get("name"))
    inner = item.get("item")
    return names or (texts_of(inner.get("name")) if isinstance(inner, dict) else [])


def _is_front_page(item: dict[str, object], page: Page) -> bool:
    """Whether a breadcrumb leads to the root of a host and bears the site's name: a section may have a host
    of its own."""
    inner = item.get("item")
    address = (inner.get("@id") or inner.get("url")) if isinstance(inner, dict) else inner
    return (
        isinstance(address, str)
        and not split_url(address).path.strip("/")
        and all(is_site(name, site_words(page)) for name in _crumb_names(item))
    )


def _named_for_crumbs(page: Page) -> Iterator[Element]:
    """The boxes over the page's heading that are named for breadcrumbs in a word of a longer name."""
    place = page.survey.headings[0] if page.survey.headings else page.body_order
    for element in page.survey.elements[max(0, place - _MOST_ELEMENTS_OVER_HEADING) : place]:
        if element.tag not in _BOXES:
            continue
        names = " ".join(map(str, element.values())).lower()
        # Most are ruled out by these, at a third of the pattern's cost.
        if any(part in names for part in _PARTS_OF_CRUMBS) and _OF_CRUMBS.search(names):
            yield element


def _crumbs_of(box: Element, url: str | None) -> list[str]:
    element = _list_of(box)
    whole = brief_text(element)
    if len(whole) > 600:
        return []
    links = [(brief_text(link), link.get("href")) for link in islice(element.iter("a"), _MOST_LINKS)]
    if len(links) > 1 and _is_root(links[0][1] or "", url):  # home, whatever its name
        links[0] = links[0][0], "/"
    names = [name for name, href in links if name and href != "/"]
    end = 0
    for name in names:
        end = max(end, whole.find(name, end) + len(name))
    home = links[0][0] if links and links[0][1] == "/" else ""
    last = whole[end:] if end or not home else whole.partition(home)[2]  # a label may stand before it
    names = [name for name, href in links if name and href != "/" and _may_be_way(href, url)]
    parts = [last.strip()] if "«" in last else _CRUMB_BREAK.split(last)  # a quotation
    if len(unlinked := _unlinked_items(element)) > 1 and "".join(unlinked).replace(" ", "") == last.replace(
        " ", ""
    ):
        parts = unlinked
    rest = [part for part in parts if part]
    is_page = len(names) > 1 and len(rest) == 1 and len(rest[0].split()) >= _WORDS_OF_PAGE
    if is_page or _YEAR.search(last):
        rest = []  # the page itself, in other words than its title; its date
    return names + rest


def _list_of(box: Element) -> Element:
    """The list that holds all the links of a box with a heading of its own, else the box."""
    row = next(box.iter("ol", "ul"), None) if next(box.iter("h1", "h2", "h3"), None) is not None else None
    if row is None or len(list(islice(row.iter("a"), _MOST_LINKS))) != len(
        list(islice(box.iter("a"), _MOST_LINKS))
    ):
        return box
    return row


def _unlinked_items(row: Element) -> list[str]:
    """The texts of a list's last items, those behind the last that has a link."""
    items: list[str] = []
    for item in islice(row.iter("li"), _MOST_LINKS):
        items = [] if next(item.iter("a"), None) is not None else [*items, brief_text(item)]
    return items


def _may_be_way(href: str | None, url: str | None) -> bool:
    """Whether a link may lead down to an article: not off its site."""
    return not href or not url or is_of_site(href, url)


def _trimmed(names: Iterable[str], title: str) -> tuple[str, ...]:
    crumbs = [name for name in (fold(name).strip(" »›>/|") for name in names) if name and len(name) <= 200]
    home = load_phrases().kinds["home"]
    start = max((place for place, name in enumerate(crumbs[:_MOST_CRUMBS], 1) if home.fits(name)), default=0)
    del crumbs[:start]
    while crumbs and _is_title(crumbs[-1], title):
        crumbs.pop()
    return tuple(dict.fromkeys(name for name in crumbs if len(name) <= _LONGEST))


def _is_title(crumb: str, title: str) -> bool:
    own, whole = bare(crumb.rstrip(".… ")), bare(title)
    # "Diskominfo PPU" may be a shelf
    is_cut = len(own) >= _SHORTEST_CUT or ":" in crumb or crumb.rstrip().endswith(("…", "..."))
    is_part = (
        own == whole
        or (is_cut and whole.startswith(own))
        or own.startswith(whole)
        or (len(whole) >= 8 and own.endswith(whole))
    )
    return len(own) >= 8 and is_part
