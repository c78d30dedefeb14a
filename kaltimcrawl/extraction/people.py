"""Who made an article: authors, editors, photographers, agency; told apart by the labels that name a role."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kaltimcrawl.extraction.agencies import agency_of, without_agency
from kaltimcrawl.extraction.apart import grounds_of
from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.authors import (
    authors_above,
)
from kaltimcrawl.extraction.bestauthors import Known, are_linked, best_authors, without_makers
from kaltimcrawl.extraction.bylines import begins_byline, read_bylines
from kaltimcrawl.extraction.bywords import is_nobody, is_office, is_organisation
from kaltimcrawl.extraction.claimed import claimed_authors, claimed_editors, claimed_houses
from kaltimcrawl.extraction.credits import is_said
from kaltimcrawl.extraction.firstnamed import first_people
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.labelled import Printed, labelled_near, photographers_in_byline
from kaltimcrawl.extraction.names import (
    NOT_A_NAME,
    is_site,
    names_of,
    site_words,
)
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.reprints import read_reprint
from kaltimcrawl.extraction.signoffs import is_site_address
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare

_REFERENCE = re.compile(r"[\w.-]{2,40}\.[a-z]{2,4}/\S+\s")
"""What begins with the address of a work: "hulu.ly/11A Journal of Rivers", no agency."""
_OF_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")


@dataclass(frozen=True, slots=True)
class People:
    """Who made an article, by role; empty or None where the page names none."""

    authors: Named
    editors: Named
    photographers: Named
    agency: Found[str] | None


def read_people(
    page: Page,
    title_order: int,
    credits: Sequence[tuple[str, str]],
    signed: Sequence[tuple[str, str]],
    edges: Sequence[str],
    signoff: str | None,
    shelves: Iterable[str] = (),
    works: Collection[tuple[str, str]] = (),
) -> People:
    """Authors, editors, photographers and agency.

    `shelves` are the article's section, breadcrumbs and tags: no names of people. `works` are the credits of
    books and films that the text tells of.
    `credits` are those of the body's credit lines, `signed` those of lines that name people in words, which
    count where nobody else does, `edges` the texts of the body's first and last lines, and
    `signoff` the agency that the sign-off names. A labelled line ("Penulis: …") is trusted over what the page
    claims to machines: portals are seen to claim their editor as author. Names of the portal itself are no
    authors where they are only claimed, and an agency's name is none either.
    """
    grounds = grounds_of(page, title_order)
    near = (credit for credit in labelled_near(page, title_order, grounds) if credit not in works)
    printed = [*near, *credits]
    printed += [
        ("author", person) for role, name in printed if role == "source" and (person := _of_house(name))
    ]
    kinds = load_phrases().kinds
    has_author = any(
        role == "author" and not (kinds["desk"].fits(name) or kinds["account"].fits(name))
        for role, name in printed
    )
    printed += [credit for credit in _credits_at_edges(edges) if not (has_author and credit[0] == "author")]
    sites = site_words(page)
    claims = list(claimed_authors(page))
    are_several = any(len(claim.value) > 1 for claim in claims) or are_linked(page, title_order)
    photographers = photographers_in_byline(page, title_order) if are_several else ()
    claims = without_makers(claims, photographers)
    above = without_makers(authors_above(page, title_order, grounds), photographers)
    if signed and not any(
        role == "author" and not (is_site(name, sites) or is_organisation(name)) for role, name in printed
    ):
        named = first_people((*claims, *above), sites, ()).people
        if named is None or (_is_account(named) and any(_is_of_person(name) for _, name in signed)):
            printed += signed
    editors = _without_accounts(_of_role(printed, "editor"))
    editors_found = Found(editors, "text: editor") if editors else claimed_editors(page, title_order)
    keys = frozenset(map(bare, shelves))
    known = Known(page, title_order, grounds, sites, keys, edges, editors_found, photographers, above)
    found = best_authors(known, _of_role(printed, "author"), claims)
    if not found.value:
        claims += above
    by_photo = tuple(name for name in _of_role(printed, "photo") if _is_photographer(name, sites))
    return People(
        _with_dissent(found, claims),
        editors_found,
        Found(by_photo, "text: photo" if by_photo else ""),
        _agency(page, printed, [*claims, *claimed_houses(page)], signoff, sites, credits),
    )


def _of_house(source: str) -> str:
    """The person whom a source line names with the paper: "Rina Wati, Hulu News"; empty for others."""
    person, comma, house = source.partition(", ")
    is_told = comma and is_full_name(person) and is_organisation(house) and not is_organisation(person)
    return person if is_told else ""


def _is_account(found: Named) -> bool:
    """Whether what machines are told as the author is a lone word."""
    return found.place.startswith("meta:") and not any(" " in name for name in found.value)


def _is_of_person(name: str) -> bool:
    """Whether a name is full, or one of China's, which have no space."""
    return is_full_name(name) or _OF_HAN.fullmatch(name) is not None


def _of_role(printed: Printed, role: str) -> tuple[str, ...]:
    named = [name for its, name in printed if its == role]
    return names_of(named) if named else ()


def _without_accounts(editors: tuple[str, ...]) -> tuple[str, ...]:
    """Editors without accounts beside them ("Uploader: Admin"), and none where they name nobody at all."""
    people = tuple(name for name in editors if not load_phrases().kinds["account"].fits(name))
    return people or tuple(name for name in editors if not name.lower().startswith("admin"))


def _is_photographer(name: str, sites: set[str]) -> bool:
    """Whether a photo's credit names a person rather than an office, an archive or an agency."""
    return agency_of(name) is None and not is_site(name, sites) and not is_office(name)


def _agency(
    page: Page,
    printed: Printed,
    claims: Sequence[Named],
    signoff: str | None,
    sites: set[str],
    credits: Sequence[tuple[str, str]],
) -> Found[str] | None:
    """The agency or other source: as a source line names it, as a claimed author, as the sign-off says, or
    the line that tells whose text it is or where it was printed before.

    An office is the source where the text's own `credits` say so; elsewhere it is a picture's.
    """
    offices = {name for role, name in credits if role == "source" and not is_nobody(name)}
    named = [
        Found(agency_of(name) or name, "text: source", name)
        for role, name in printed
        if role == "source" and not is_said(name) and _REFERENCE.match(name) is None
    ]
    named += [
        Found(agency, "text: author", name)
        for role, name in printed
        if role == "author" and (agency := agency_of(without_agency(name)))
    ]
    named += [
        Found(agency, claim.place, name)
        for claim in claims
        for name in claim.value
        if (agency := agency_of(without_agency(name)))
    ]
    organisation = texts_of((page.structured.article or {}).get("sourceOrganization"))
    named += [Found(name, "jsonld: sourceOrganization") for name in organisation[:1]]
    if signoff is not None:
        named.append(Found(signoff, "text: signoff"))
    named += read_reprint(page)
    for found in named:
        is_told = found.value in offices or not is_office(found.value)
        if is_told and not (_is_own(found.value, sites) or NOT_A_NAME.search(found.value)):
            others = tuple(
                Claim(other.place, other.raw or other.value) for other in named if other.value != found.value
            )
            return replace(found, disagreeing=others)
    return None


def _is_own(name: str, sites: set[str]) -> bool:
    """Whether a source is the portal itself: of addresses only those that its host has."""
    if not is_site_address(name):
        return is_site(name, sites)
    labels = name.lower().removeprefix("www.").split(".")
    return labels[0] in sites or ".".join(labels) in sites


def _with_dissent(found: Named, claims: Sequence[Named]) -> Named:
    """`found` with the claims that name none of its people."""
    own = {name.casefold() for name in found.value}
    others = tuple(
        Claim(claim.place, claim.raw or ", ".join(claim.value))
        for claim in claims
        if claim.value and own.isdisjoint(name.casefold() for name in claim.value)
    )
    raw = found.raw or ", ".join(found.value)
    return Found(found.value, found.place, raw, others) if found.value else found


def _credits_at_edges(edges: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The credits of the body's first and last lines: "Oleh Rina Wati", "12.05.2025 | Oleh Rina Wati"."""
    for text in edges:
        byline = text.rpartition("|")[2] if text[:1].isdigit() else text
        if begins_byline(byline):
            yield from read_bylines(byline)
