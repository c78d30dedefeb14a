"""Who made an article: authors, editors, photographers, agency; told apart by the labels that name a role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.bylines import (
    LONGEST_BYLINE,
    begins_byline,
    is_date_word,
    is_full_name,
    is_office,
    read_bylines,
    split_names,
)
from kaltimcrawl.extraction.credits import read_credits
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
    r"https?:|@|www\.|(?:facebook|instagram|twitter|x)\.com|\w\.(?:com|co|id|net|org)/|\d{2}[:.]\d{2}|\b\d{4}\b|[<>{}\[\]=]|^\W*$|(?:lihat|view|semua|all)\s+(?:semua|all|posts?|artikel|tulisan)",
    re.IGNORECASE,
)
_MOST = 10
_HINT = re.compile(
    r"(?:^|[\s_-])(?:name|nama)(?:$|\s)|author|byline|writer|penulis|reporter|wartawan|submitted|firma|autor|auteur|verfasser"
    r"|journalist|redactor|redakteur",
    re.IGNORECASE,
)
_MOST_ELEMENTS_OVER_BODY = 300
_MOST_ELEMENTS_UNDER_BODY = 40
_MOST_ELEMENTS_AT_END = 8
_MOST_BESIDE_TIME = 4


@dataclass(frozen=True, slots=True)
class People:
    """Who made an article, by role; empty or None where the page names none."""

    authors: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]
    photographers: Found[tuple[str, ...]]
    agency: Found[str] | None


_Printed = list[tuple[str, str]]
"""(role, name) of what is printed with a label."""


def read_people(
    page: Page,
    title_order: int,
    credits: Sequence[tuple[str, str]],
    edges: Sequence[str],
    signoff: str | None,
) -> People:
    """Authors, editors, photographers and agency.

    `credits` are those of the body's credit lines, `edges` the texts of the body's first and last lines, and
    `signoff` the agency that the sign-off names. A labelled line ("Penulis: …") is trusted over what the page
    claims to machines: portals are seen to claim their editor as author. Names of the portal itself are no
    authors, and an agency's name is none either.
    """
    printed = [*_labelled_near(page, title_order), *credits]
    printed += [credit for text in edges if begins_byline(text) for credit in read_bylines(text)]
    sites = _site_words(page)
    claims = list(_dictionary_authors(page))
    editors = _of_role(printed, "editor")
    editors_found = Found(editors, "text: editor") if editors else _claimed_editors(page, title_order)
    found = _best_authors(page, title_order, _of_role(printed, "author"), claims, editors_found.value, sites)
    photographers = tuple(name for name in _of_role(printed, "photo") if _is_photographer(name, sites))
    return People(
        _with_dissent(found, claims),
        editors_found,
        Found(photographers, "text: photo" if photographers else ""),
        _agency(page, printed, claims, signoff, sites),
    )


def _of_role(printed: _Printed, role: str) -> tuple[str, ...]:
    return _names(name for its, name in printed if its == role)


def _is_photographer(name: str, sites: set[str]) -> bool:
    """Whether a photo's credit names a person rather than an office, an archive or an agency."""
    return agency_of(name) is None and not _is_site(name, sites) and not is_office(name)


def _agency(
    page: Page,
    printed: _Printed,
    claims: Sequence[Found[tuple[str, ...]]],
    signoff: str | None,
    sites: set[str],
) -> Found[str] | None:
    """The agency or other source: as a source line names it, as a claimed author, as the sign-off says."""
    named = [
        Found(agency_of(name) or name, "text: source", name) for role, name in printed if role == "source"
    ]
    named += [
        Found(agency, "text: author", name)
        for role, name in printed
        if role == "author" and (agency := agency_of(name))
    ]
    named += [
        Found(agency, claim.place, name)
        for claim in claims
        for name in claim.value
        if (agency := agency_of(name))
    ]
    organisation = texts_of((page.structured.article or {}).get("sourceOrganization"))
    named += [Found(name, "jsonld: sourceOrganization") for name in organisation[:1]]
    if signoff is not None:
        named.append(Found(signoff, "text: signoff"))
    for found in named:
        if (
            not _is_site(found.value, sites)
            and not is_office(found.value)
            and not _NOT_A_NAME.search(found.value)
        ):
            others = tuple(
                Claim(other.place, other.raw or other.value) for other in named if other.value != found.value
            )
            return replace(found, disagreeing=others)
    return None


def _with_dissent(
    found: Found[tuple[str, ...]], claims: Sequence[Found[tuple[str, ...]]]
) -> Found[tuple[str, ...]]:
    """`found` with the claims that name none of its people."""
    own = {name.casefold() for name in found.value}
    others = tuple(
        Claim(claim.place, claim.raw or ", ".join(claim.value))
        for claim in claims
        if claim.value and own.isdisjoint(name.casefold() for name in claim.value)
    )
    raw = found.raw or ", ".join(found.value)
    return replace(found, raw=raw, disagreeing=others) if found.value else found


def _best_authors(
    page: Page,
    title_order: int,
    printed: tuple[str, ...],
    claims: Sequence[Found[tuple[str, ...]]],
    editors: tuple[str, ...],
    sites: set[str],
) -> Found[tuple[str, ...]]:
    """The first source that names people; else a desk ("Redaksi"), else an account ("admin")."""
    desks: list[Found[tuple[str, ...]]] = []
    accounts: list[Found[tuple[str, ...]]] = []
    first = [Found(printed, "text: author")] if printed else []
    for sources in (
        chain(first, claims, _authors_above(page, title_order)),
        chain(_authors_below(page, title_order), _authors_hinted(page, title_order)),
    ):
        people = _first_people(sources, sites, editors, desks, accounts)
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
        is_printed = found.place == "text: author"
        names = tuple(
            name
            for name in found.value
            if not _is_site(name, sites) and agency_of(name) is None and (is_printed or name not in editors)
        )
        people = tuple(
            name for name in names if not kinds["desk"].fits(name) and not kinds["account"].fits(name)
        )
        if people:
            return replace(found, value=people)
        if names:
            (accounts if all(kinds["account"].fits(name) for name in names) else desks).append(
                replace(found, value=names)
            )
    return None


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    parts = (part for text in texts for part in split_names(_without_label(text)))
    names: dict[str, str] = {}
    for part in parts:
        name = clean_name(part)
        if name is not None and names.get(name.casefold(), "A").isupper():  # "RINA" gives way to "Rina"
            names[name.casefold()] = name
    return tuple(names.values())[:_MOST]


def clean_name(text: str) -> str | None:
    """A name without label, date and desk behind a dash; None where what is left is no name.

    >>> clean_name("Oleh: Rina Wati | Senin, 2 Juni 2025")
    'Rina Wati'
    """
    text = _without_label(text)
    if not 2 <= len(text) <= 70 or len(text.split()) > 8 or _NOT_A_NAME.search(text) or is_date_word(text):
        return None
    return text


def _without_label(text: str) -> str:
    first = _BREAK.split(fold(text).strip(" :|,-–—"))[0].strip(" :|,-–—")
    return _LABEL.sub("", first).strip(" :|,-–—*")


def _labelled_near(page: Page, title_order: int) -> _Printed:
    """Credit lines near the title or body that stand outside of the body ("Editor: Lia" over the text)."""
    credits: _Printed = []
    seen: set[Element] = set()
    for part in ("author", "editor", "published"):
        for marked in chain(islice(page.close(part, title_order), 8), islice(page.far(part, title_order), 2)):
            if marked.element not in seen:
                seen.add(marked.element)
                credits.extend(_credits_of(marked.element, is_marked=part != "published"))
    for element in _elements_over(page, title_order):
        text = element.text
        if (
            text
            and len(text) <= LONGEST_BYLINE
            and (":" in text or "：" in text or begins_byline(text))
            and element not in seen
            and page.is_own(element, strict=False)
        ):
            credits.extend(_credits_of(element, is_marked=False))
    for element in _elements_under(page):
        text = element.text
        if text and ":" in text and len(text) <= LONGEST_BYLINE and page.is_own(element):
            credits.extend(read_credits(text_of(element)))
    return credits


def _elements_over(page: Page, title_order: int) -> list[Element]:
    """The elements between the title and the body."""
    start = max(0, title_order)
    return page.survey.elements[start : min(page.body_order, start + _MOST_ELEMENTS_OVER_BODY)]


def _elements_under(page: Page) -> list[Element]:
    """The first elements under the body: teasers stand there too."""
    return page.survey.elements[page.body_end + 1 : page.body_end + 1 + _MOST_ELEMENTS_UNDER_BODY]


def _credits_of(element: Element, *, is_marked: bool) -> _Printed:
    text = _spaced(element)
    if len(text) > LONGEST_BYLINE:
        return []
    return (read_credits(text) if ":" in text else []) or read_bylines(text, is_marked=is_marked)


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
        yield Found(_names([meta[1]]), f"meta: {meta[0]}", meta[1])
    if structured.article is not None:
        for key in ("author", "creator"):
            if value := structured.article.get(key):
                texts = _people_of(page, value)
                yield Found(_names(texts), f"jsonld: {key}", ", ".join(texts))
    for name in _META_AUTHORS[1:]:
        if values := [value for value in structured.meta.get(name, ()) if not value.startswith("http")]:
            yield Found(_names(values), f"meta: {name}", ", ".join(values))


def _authors_above(page: Page, title_order: int) -> Iterator[Found[tuple[str, ...]]]:
    for marked in page.close("author", title_order):
        names = _names_in(marked.element)
        if names:
            yield Found(names, f"css: {marked.mark}")


def _authors_below(page: Page, title_order: int) -> Iterator[Found[tuple[str, ...]]]:
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
        if names := _names_in(marked.element):
            yield Found(names, f"css: {marked.mark}")
    for marked in page.survey.best("author"):
        near = page.body_end < marked.order <= page.body_end + _MOST_ELEMENTS_UNDER_BODY
        if near and marked.rank == 0 and (names := _names_in(marked.element)):
            yield Found(names, f"css: {marked.mark}")


def _authors_hinted(page: Page, title_order: int) -> Iterator[Found[tuple[str, ...]]]:
    """Names in elements whose class only sounds like a byline's, and unlinked ones beside a <time>.

    The body's last elements are among them: in some countries the author stands under the text.
    """
    last = page.survey.elements[
        max(page.body_order, page.body_end - _MOST_ELEMENTS_AT_END) : page.body_end + 1
    ]
    inside = set(last)
    for element in (*_elements_over(page, title_order), *last, *_elements_under(page)):
        classes = element.get("class")
        if classes is None or not _HINT.search(classes):
            continue
        is_near = element in inside or page.is_own(element, strict=False)
        if is_near and (names := _bare_names(element)):
            yield Found(names, f"css: .{classes.split()[0]}")
    for place in page.survey.times[:4]:
        parent = page.survey.elements[place].getparent()
        if parent is None or len(parent) > _MOST_BESIDE_TIME or not page.is_own(parent, strict=False):
            continue
        for element in parent:
            if element.tag in ("span", "b", "strong", "em") and (names := _bare_names(element)):
                yield Found(names, "css: time")


def _bare_names(element: Element) -> tuple[str, ...]:
    """The names of an element that holds a byline, or nothing but names of two words or more."""
    text = _spaced(element)
    if not 4 <= len(text) <= LONGEST_BYLINE:
        return ()
    printed = read_bylines(text, is_marked=True)
    if printed:
        return tuple(name for role, name in printed if role == "author")
    names = split_names(text)
    return _names(names) if all(is_full_name(name) for name in names) else ()


def _names_in(element: Element) -> tuple[str, ...]:
    """The authors that an element marked so names."""
    printed = read_bylines(_spaced(element), is_marked=True)
    if printed:
        return _of_role(printed, "author")
    return _names([_name_text(element)])


def _people_of(page: Page, value: object) -> list[str]:
    """Names of a JSON-LD author, references by @id followed."""
    if isinstance(value, list):
        return [name for item in value[:_MOST] for name in _people_of(page, item)]
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        node = page.structured.by_id(value["@id"])
        return texts_of((node or {}).get("name"))
    return texts_of(value)


def _spaced(element: Element) -> str:
    """The element's text, the pieces apart: name and date stand in elements of their own."""
    return fold(" ".join(map(str, element.itertext()))).replace(" ,", ",")


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
