"""Authors and editors: names as printed, told apart by the labels that name their role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.judging import read_credits
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import fold, text_of
from kaltimcrawl.urls import host_of

_META_AUTHORS = (
    "content_author",
    "parsely-author",
    "article:author_name",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "author",
    "article:author",
    "creator",
    "citation_author",
)
_META_EDITORS = ("content_editor", "editor")
_LABEL = re.compile(
    r"^(?:oleh|by|ditulis\s+oleh|posted\s+by|written\s+by|penulis|author|reporter|pewarta|wartawan|jurnalis|kontributor|laporan|editor|redaktur|tim\s+liputan|dipublikasikan\s+oleh|diterbitkan\s+oleh|dipos(?:ting|tkan)?\s+oleh|published\s+by|von|par|por)\b\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:\||•|·|\n|\s[-–—/]\s|,\s*(?=(?:senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad)\b))\s*",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"https?:|@|www\.|\d{2}[:.]\d{2}|\b\d{4}\b|[<>{}\[\]=]|^\W*$|(?:lihat|view|semua|all)\s+(?:semua|all|posts?|artikel|tulisan)",
    re.IGNORECASE,
)
_MOST = 10
_MOST_ELEMENTS_OVER_BODY = 300


def read_people(
    page: Page, title_order: int, credits: Sequence[tuple[str, str]]
) -> tuple[Found[tuple[str, ...]], Found[tuple[str, ...]]]:
    """Authors and editors; empty where the page names none.

    A labelled line ("Penulis: …") is trusted over what the page claims to machines: portals are seen to
    claim their editor as author. Names of the portal itself are no authors.
    """
    printed = [*_labelled_near(page, title_order), *credits]
    editors = _names(name for role, name in printed if role == "editor")
    authors = _names(name for role, name in printed if role == "author")
    editors_found = Found(editors, "text: editor") if editors else _claimed_editors(page, title_order)
    claims = list(_dictionary_authors(page))
    found = (
        Found(authors, "text: author")
        if authors
        else _best_authors(page, title_order, claims, editors_found.value)
    )
    return _with_dissent(found, claims), editors_found


def _with_dissent(
    found: Found[tuple[str, ...]], claims: Sequence[Found[tuple[str, ...]]]
) -> Found[tuple[str, ...]]:
    """`found` with the claims that name none of its people."""
    own = {name.casefold() for name in found.value}
    others = tuple(
        Claim(claim.place, ", ".join(claim.value))
        for claim in claims
        if claim.value and own.isdisjoint(name.casefold() for name in claim.value)
    )
    return replace(found, raw=", ".join(found.value), disagreeing=others) if found.value else found


def _best_authors(
    page: Page, title_order: int, claims: Sequence[Found[tuple[str, ...]]], editors: tuple[str, ...]
) -> Found[tuple[str, ...]]:
    """The first source that names people; else a desk ("Redaksi"), else an account ("admin")."""
    desks: list[Found[tuple[str, ...]]] = []
    accounts: list[Found[tuple[str, ...]]] = []
    for sources in (chain(claims, _authors_above(page, title_order)), _authors_below(page, title_order)):
        people = _first_people(sources, _site_words(page), editors, desks, accounts)
        if people is not None:
            return people
        if desks:
            return desks[0]
    return accounts[0] if accounts else Found((), "")


def _first_people(
    sources: Iterable[Found[tuple[str, ...]]],
    sites: set[str],
    editors: tuple[str, ...],
    desks: list[Found[tuple[str, ...]]],
    accounts: list[Found[tuple[str, ...]]],
) -> Found[tuple[str, ...]] | None:
    """The first of `sources` that names people; desks and accounts met before are noted in the lists."""
    kinds = load_phrases().kinds
    for found in sources:
        names = tuple(name for name in found.value if not _is_site(name, sites) and name not in editors)
        people = tuple(
            name for name in names if not kinds["desk"].fits(name) and not kinds["account"].fits(name)
        )
        if people:
            return Found(people, found.place)
        if names:
            (accounts if all(kinds["account"].fits(name) for name in names) else desks).append(
                Found(names, found.place)
            )
    return None


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts if (name := clean_name(text))))[:_MOST]


def clean_name(text: str) -> str | None:
    """A name without label, date and desk behind a dash; None where what is left is no name.

    >>> clean_name("Oleh: Rina Wati | Senin, 2 Juni 2025")
    'Rina Wati'
    """
    text = fold(text)
    text = _LABEL.sub("", _BREAK.split(text.strip(" :|,-–—"))[0].strip(" :|,-–—")).strip(" :|,-–—*")
    if not 2 <= len(text) <= 70 or len(text.split()) > 8 or _NOT_A_NAME.search(text):
        return None
    return text


def _labelled_near(page: Page, title_order: int) -> list[tuple[str, str]]:
    """Credit lines near the title or body that stand outside of the body ("Editor: Lia" over the text)."""
    credits: list[tuple[str, str]] = []
    seen: set[Element] = set()
    for part in ("author", "editor", "published"):
        for marked in chain(islice(page.close(part, title_order), 8), islice(page.far(part, title_order), 2)):
            if marked.element not in seen:
                seen.add(marked.element)
                credits.extend(_credits_of(marked.element))
    start = max(0, title_order)
    for element in page.survey.elements[start : min(page.body_order, start + _MOST_ELEMENTS_OVER_BODY)]:
        if element.text and ":" in element.text and page.is_own(element, strict=False):
            credits.extend(_credits_of(element))
    return credits


def _credits_of(element: Element) -> list[tuple[str, str]]:
    text = text_of(element)
    return read_credits(text) if len(text) <= 160 and ":" in text else []


def _claimed_editors(page: Page, title_order: int) -> Found[tuple[str, ...]]:
    article = page.structured.article or {}
    names = _names(texts_of(article.get("editor")))
    if names:
        return Found(names, "jsonld: editor")
    value = page.structured.meta_value(*_META_EDITORS)
    if value and (names := _names([value[1]])):
        return Found(names, f"meta: {value[0]}")
    for marked in page.near("editor", title_order):
        if names := _names([_name_text(marked.element)]):
            return Found(names, f"css: {marked.mark}")
    return Found((), "")


def _dictionary_authors(page: Page) -> Iterator[Found[tuple[str, ...]]]:
    """Authors as the page names them for machines, the most trusted source first."""
    structured = page.structured
    meta = structured.meta_value("content_author")
    if meta:
        yield Found(_names([meta[1]]), f"meta: {meta[0]}")
    if structured.article is not None:
        for key in ("author", "creator"):
            if value := structured.article.get(key):
                yield Found(_names(_people_of(page, value)), f"jsonld: {key}")
    for name in _META_AUTHORS[1:]:
        if values := [value for value in structured.meta.get(name, ()) if not value.startswith("http")]:
            yield Found(_names(values), f"meta: {name}")


def _authors_above(page: Page, title_order: int) -> Iterator[Found[tuple[str, ...]]]:
    for marked in page.close("author", title_order):
        names = _names([_name_text(marked.element)])
        if names:
            yield Found(names, f"css: {marked.mark}")


def _authors_below(page: Page, title_order: int) -> Iterable[Found[tuple[str, ...]]]:
    """Names under the body: the author box's, then whatever is marked as an author."""
    for marked in page.survey.marked.get("author_box", ())[:4]:
        heading = next(
            (
                text_of(inner)
                for inner in marked.element.iter("h2", "h3", "h4", "h5", "h6", "a")
                if text_of(inner)
            ),
            "",
        )
        if names := _names([heading]):
            yield Found(names, f"css: {marked.mark}")
    for marked in page.far("author", title_order):
        if names := _names([_name_text(marked.element)]):
            yield Found(names, f"css: {marked.mark}")


def _people_of(page: Page, value: object) -> list[str]:
    """Names of a JSON-LD author, references by @id followed."""
    if isinstance(value, list):
        return [name for item in value[:_MOST] for name in _people_of(page, item)]
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        node = page.structured.by_id(value["@id"])
        return texts_of((node or {}).get("name"))
    return texts_of(value)


def _name_text(element: Element) -> str:
    """The text of the innermost thing that is marked as a name, else of the element."""
    for inner in element.iter("a", "span", "b", "strong"):
        words = (
            (inner.get("itemprop") or "").split()
            + (inner.get("rel") or "").split()
            + (inner.get("class") or "").split()
        )
        if {"name", "author", "fn", "url"} & set(words) and text_of(inner):
            return text_of(inner)
    return text_of(element)


def _site_words(page: Page) -> set[str]:
    names = [
        value for name in ("og:site_name", "application-name") for value in page.structured.meta.get(name, ())
    ]
    names += texts_of((page.structured.article or {}).get("publisher"))[:1]
    labels = [label for label in host_of(page.url or "").split(".") if len(label) > 3]
    return {fold(name).lower() for name in names} | set(labels)


def _is_site(name: str, sites: set[str]) -> bool:
    lowered = name.lower()
    if lowered in sites or lowered.endswith((".com", ".co", ".id", ".co.id", ".net", ".org")):
        return True
    return any(word in sites for word in re.split(r"[\s.]+", lowered)) and len(lowered.split()) <= 4
