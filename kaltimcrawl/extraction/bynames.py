"""The names of people that one element holds, link by link or as a list."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import holds_many
from kaltimcrawl.extraction.bylines import LONGEST_BYLINE, read_bylines
from kaltimcrawl.extraction.bywords import is_organisation, is_place, load_words
from kaltimcrawl.extraction.fullnames import is_full_name, names_before_date, split_names
from kaltimcrawl.extraction.lineforms import is_post
from kaltimcrawl.extraction.marks import marks_of, parts_of
from kaltimcrawl.extraction.names import is_site, names_of, site_words, spaced_text
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.tree import fold

_NAME_MARKS = frozenset(("rel=author", ".fn", ".username", "[name]", "href=author", "href=authors"))
_NAME_CLASS = re.compile(r"(?:^|[\s_-])(?:name|nama|nombre|nom)(?:$|\s)", re.IGNORECASE)
_MOST_INNER = 40
_LONGEST_NAME = 60
_MOST_NAMES, _MOST_PIECES = 10, 12
_BETWEEN_PIECES = " ,;|·•/&–—-"


def bare_names(element: Element) -> tuple[str, ...]:
    """The names of an element that holds a byline, or nothing but names of two words or more."""
    if len(element) and (named := _listed_names(element) or names_of(named_parts(element))):
        return named
    if named := _names_and_posts(element):
        return named
    text = spaced_text(element).strip(" –—-")
    if 4 <= len(text) <= LONGEST_BYLINE and (printed := read_bylines(text, is_marked=True)):
        return names_of([name for role, name in printed if role == "author"])
    if text[:1] in "[［" and (named := names_of([text.replace("[ ", "[").replace("， ", "，")])):
        return named  # "[吉沢理恵，ITmedia]"
    pieces = (fold(str(piece)) for piece in element.itertext() if not piece.isspace())
    first = next(pieces, "") if text else ""
    for whole in (text, first):  # a name, and buttons beside it
        names = split_names(whole) if 4 <= len(whole) <= LONGEST_BYLINE else []
        if names and all(is_full_name(name) for name in names):
            return names_of(names)
    name, comma, behind = text.partition(", ")
    if comma and is_full_name(name) and not any(map(str.isdigit, behind)):
        return names_of([name])  # "Rina Wati, Szczecin", "Rina Wati, Kabar staff writer"
    name, bar, house = text.partition(" | ")
    if bar and is_full_name(name) and (house.startswith("The ") or is_organisation(house)):
        return names_of([name])  # "Ann Roe | The Kabar Hulu"
    named = names_of([text]) if " - " in text and len(text) <= _LONGEST_NAME else ()
    if len(named) == 1 and is_full_name(named[0]):
        return named  # "Kota - Rina Wati"
    is_dated = len(text) <= LONGEST_BYLINE and any(map(str.isdigit, text))
    return names_before_date(text) if is_dated else ()


def named_parts(element: Element) -> list[str]:
    """The texts of what is marked as a name within an element: what else stands there is label and rank."""
    texts: list[str] = []
    inside = islice(element.iter("a", "span", "b", "strong", "div", "p"), _MOST_INNER)
    named = [inner for inner in inside if inner.attrib and inner is not element and _is_name(inner)]
    around = {
        above for inner in named if inner.tag == "a" and _is_named(inner) for above in inner.iterancestors()
    }
    for inner in named:
        if inner in around:
            continue  # what else it holds is no name
        text = spaced_text(inner)
        if 2 <= len(text) <= _LONGEST_NAME and not any(text in one for one in texts):
            labelled = [name for role, name in read_bylines(text, is_marked=True) if role == "author"]
            texts.append(", ".join(labelled) or text)
    return texts if len(texts) <= _MOST_NAMES else []


def _is_named(link: Element) -> bool:
    return is_full_name(spaced_text(link))


def _is_name(element: Element) -> bool:
    """Whether an element is marked as a name, or its class ends in that word."""
    return (
        not _NAME_MARKS.isdisjoint(marks_of(element))
        or element.get("property") == "foaf:name"
        or (element.tag == "a" and any(part == "author" for part, _, _ in parts_of(element)))
        or _NAME_CLASS.search(element.get("class") or "") is not None
    )


def names_in(page: Page, element: Element) -> tuple[str, ...]:
    """The authors that an element marked so names."""
    if names := _listed_names(element):
        return names
    printed = read_bylines(spaced_text(element), is_marked=True)
    is_of_authors = len(element) and all(role == "author" for role, _ in printed)
    if is_of_authors and (names := names_of(named_parts(element))):
        return names
    if named := _names_and_posts(element):
        return named
    if printed and not _is_desk(element):
        return names_of(name for role, name in printed if role == "author")
    return names_of([_without_desk(page, text_of_name(element))])


def _listed_names(element: Element) -> tuple[str, ...]:
    """The full names that fill the items of a list each; none where there is no list of several."""
    inside = islice(element.iter(), _MOST_INNER) if len(element) else ()
    items = [spaced_text(item) for item in inside if item.tag == "li"]
    return names_of(items) if len(items) > 1 and all(map(is_full_name, items)) else ()


def _names_and_posts(element: Element) -> tuple[str, ...]:
    """The full names that are pieces of their own in an element whose others are posts or join them, as in
    "Rina Wati" and "Koresponden Balikpapan"; none where it says anything else.
    """
    if not len(element) or holds_many(element):
        return ()
    pieces: list[str] = []
    for text in islice(element.itertext(), _MOST_PIECES + 1):
        if str(text).strip() == "|":
            return ()  # the editor and the reporter, on Indonesian pages
        piece = fold(str(text)).strip(_BETWEEN_PIECES)
        if piece and piece.lower() not in load_words().between:
            pieces.append(piece)
    if not 1 < len(pieces) < _MOST_PIECES:
        return ()
    names = [piece for piece in pieces if is_full_name(piece) and not is_post(piece)]
    others = [piece for piece in pieces if piece not in names]
    is_whole = names and pieces[0] in names and all(map(is_post, others))
    return names_of(names) if is_whole and not any(map(is_place, names)) else ()


def _is_desk(element: Element) -> bool:
    """Whether a byline names a desk with a word that is an editor's label elsewhere: "Redaksi Kabar Hulu"."""
    text = spaced_text(element)
    return ":" not in text and load_phrases().kinds["desk"].fits(text)


def _without_desk(page: Page, text: str) -> str:
    """A name without the portal's before a dash: "Kabar Hulu - Rina Wati"."""
    before, dash, behind = text.partition(" - ")
    return behind if dash and is_site(before, site_words(page)) else text


def text_of_name(element: Element) -> str:
    """The text of the first thing in the element that is marked as a name, else of the element."""
    for inner in islice(element.iter("a", "span", "b", "strong"), _MOST_INNER):
        words = (
            (inner.get("itemprop") or "").split()
            + (inner.get("rel") or "").split()
            + (inner.get("class") or "").split()
        )
        if {"name", "author", "fn", "url"} & set(words) and spaced_text(inner):
            return spaced_text(inner)
    return spaced_text(element)
