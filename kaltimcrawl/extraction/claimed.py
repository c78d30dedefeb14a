"""Whom a page names to machines as its authors and editors: in JSON-LD and <meta>."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bynames import text_of_name
from kaltimcrawl.extraction.bywords import load_words
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.names import names_of
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.shelfnames import is_of_site
from kaltimcrawl.extraction.structured import texts_of, types_of
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.urls import absolute_url, split_url

_META_AUTHORS = (
    "content_author",
    "parsely-author",
    "article:author_name",
    "byl",
    "dable:author",
    "dd:author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "author",
    "article:author",
    "creator",
    "citation_author",
)
_META_EDITORS = ("content_editor", "editor")
_ON_CARDS = frozenset(read_data("bylines.toml")["cards"]["author"])
_MAKERS: dict[str, str] = read_data("bylines.toml")["makers"]
"""Who wrote a system of publishing to its name, both in lower case."""
_OF_SYSTEMS = ("copyright", "generator")
_OF_SYSTEM = re.compile(r"\w{2,20}\s?CMS(?:\s[\d.]{1,8})?", re.IGNORECASE)
_MOST_LINKS = 400
_MOST = 10
_SHORTEST_PLACE = 4
_INITIALS = re.compile(r"[a-z]{2,3}")
"""Of an editor, as systems keep them: what the text closes with."""
_HOUSES = frozenset(("organization", "newsmediaorganization", "corporation", "governmentorganization"))
"""What schema.org calls those who are no persons, in lower case."""


def claimed_authors(page: Page) -> Iterator[Named]:
    """Authors as the page names them for machines, the most trusted source first."""
    structured = page.structured
    meta = structured.meta_value("content_author")
    if meta:
        yield Found(names_of([meta[1]]), f"meta: {meta[0]}", meta[1])
    if structured.article is not None:
        for key in ("author", "creator"):
            if texts := _people_of(page, structured.article.get(key)):
                yield Found(names_of(texts), f"jsonld: {key}", ", ".join(texts))
    for name in _META_AUTHORS[1:]:
        values = [
            value
            for value in structured.meta.get(name, ())
            if not _is_address(value) and _INITIALS.fullmatch(value) is None
        ]
        if values and not _is_maker_of_system(page, values[0]):
            yield Found(names_of(values), f"meta: {name}", ", ".join(values))
    yield from _told_on_cards(page)
    urls = [url for url in structured.meta.get("article:author", ())[:_MOST] if _is_address(url)]
    if named := [name for url in urls if (name := _name_of_address(page, url))]:
        yield Found(names_of(named), "meta: article:author", ", ".join(urls))


def _told_on_cards(page: Page) -> Iterator[Named]:
    """Who is named on the card that networks show: "twitter:label1" says that the author follows."""
    for number in (1, 2):
        label = page.structured.meta_value(f"twitter:label{number}")
        value = page.structured.meta_value(f"twitter:data{number}")
        if label is None or value is None:
            continue
        told = fold(label[1]).strip(" :").lower()
        if load_words().roles.get(told) == "author" or told in _ON_CARDS:
            yield Found(names_of([value[1]]), f"meta: {value[0]}", value[1])


def _is_maker_of_system(page: Page, name: str) -> bool:
    """Whether a name is that of the system that made the page, or of who wrote that, which its templates
    leave there.
    """
    made_by = page.structured.meta.get("generator", ())
    if _OF_SYSTEM.fullmatch(name) or any(maker.lower().startswith(name.lower()) for maker in made_by):
        return True
    system = _MAKERS.get(name.lower())
    return system is not None and any(
        (meta.get("content") or "").lower() == system
        and (meta.get("http-equiv") or meta.get("name") or "").lower() in _OF_SYSTEMS
        for meta in page.root.iter("meta")
    )


def _is_address(value: str) -> bool:
    return value.startswith(("http", "/"))


def _name_of_address(page: Page, url: str) -> str:
    """The text of the page's link to the page of its author, as `article:author` gives that's address."""
    whole = absolute_url(url, page.url)
    path = split_url(whole).path.rstrip("/") if whole is not None else ""
    if whole is None or not path or not is_of_site(whole, page.url):
        return ""
    for place in page.survey.links[:_MOST_LINKS]:
        link = page.survey.elements[place]
        if split_url(link.get("href") or "").path.rstrip("/") == path and is_full_name(
            name := brief_text(link)
        ):
            return name
    return ""


def _people_of(page: Page, value: object) -> list[str]:
    """Names of a JSON-LD author, references by @id followed."""
    if isinstance(value, list):
        items = value[:_MOST]
        writers = [item for item in items if not _takes_pictures(item)] or items
        return [name for item in writers for name in _people_of(page, item)]
    if isinstance(value, dict) and _is_house(value):
        return []
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        node = page.structured.by_id(value["@id"])
        return texts_of((node or {}).get("name"))
    if isinstance(value, dict) and "person" in types_of(value):
        return [_without_place(name) for name in texts_of(value)]
    return texts_of(value)


def _takes_pictures(node: object) -> bool:
    """Whether a JSON-LD person's work is to take the article's pictures."""
    job = node.get("jobTitle") if isinstance(node, dict) else None
    return isinstance(job, str) and load_words().roles.get(job.strip().lower()) == "photo"


def claimed_houses(page: Page) -> Iterator[Named]:
    """Those whom the page's JSON-LD names as authors and calls organisations."""
    value = (page.structured.article or {}).get("author")
    houses = [
        each for each in (value if isinstance(value, list) else [value])[:_MOST] if isinstance(each, dict)
    ]
    texts = [text for house in houses if _is_house(house) for text in texts_of(house)]
    if texts:
        yield Found(names_of(texts), "jsonld: author", ", ".join(texts))


def _is_house(node: dict[str, object]) -> bool:
    return not _HOUSES.isdisjoint(types_of(node))


def _without_place(name: str) -> str:
    """The name of one person without its place or work: "Ann Roe, Leeds", "Anna Rossi, inviata a Trento"."""
    person, comma, place = name.partition(", ")
    is_degree = place.isascii() and (len(place) < _SHORTEST_PLACE or any(map(str.isupper, place[1:])))
    is_placed = place.isalpha() and not is_degree
    words = load_words()
    is_job = any(word.islower() and word not in words.between | words.small for word in place.split())
    return person if comma and (is_placed or is_job) and is_full_name(person) else name


def claimed_editors(page: Page, title_order: int) -> Named:
    """Editors as the page names them for machines, or in an element that is marked so."""
    article = page.structured.article or {}
    names = names_of(texts_of(article.get("editor")))
    if names:
        return Found(names, "jsonld: editor")
    value = page.structured.meta_value(*_META_EDITORS)
    if value and (names := names_of([value[1]])):
        return Found(names, f"meta: {value[0]}")
    for marked in page.near("editor", title_order):
        if names := names_of([text_of_name(marked.element)]):
            return Found(names, f"css: {marked.mark}")
    return Found((), "")
