"""Who made an article: authors, editors, photographers, agency; told apart by the labels that name a role."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.agencies import agency_of, without_agency
from kaltimcrawl.extraction.apart import grounds_of
from kaltimcrawl.extraction.around import elements_over
from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.authors import (
    author_marked_alone,
    author_told_of,
    authors_above,
    authors_below,
    authors_by_icon,
    authors_hinted,
    authors_hinted_below,
    authors_linked,
)
from kaltimcrawl.extraction.bylines import begins_byline, is_full_name, read_bylines
from kaltimcrawl.extraction.bywords import is_office, is_organisation, load_words
from kaltimcrawl.extraction.claimed import claimed_authors, claimed_editors, claimed_houses
from kaltimcrawl.extraction.labelled import Printed, labelled_near, photographers_in_byline
from kaltimcrawl.extraction.names import (
    NOT_A_NAME,
    is_named_as_host,
    is_site,
    is_word_of_site,
    names_of,
    site_words,
    without_site,
)
from kaltimcrawl.extraction.neighbours import authors_beside_date
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.signatures import read_lone_signature, read_signatures
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare, fold


@dataclass(frozen=True, slots=True)
class People:
    """Who made an article, by role; empty or None where the page names none."""

    authors: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]
    photographers: Found[tuple[str, ...]]
    agency: Found[str] | None


_DESK = re.compile(
    r"\b(?:redaksi|redaktur|redaktion|redactie|redacción|redação|newsroom|staff|news\s?desk|tim)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?<=\w\s)(?:GmbH|AG|Ltd|Inc|LLC|Tbk)\.?$|(?<=\w,\s)(?:Ltd|Inc|LLC)\.?$"
    r"|\s(?:d\.o\.o\.|S\.A\.|a\.\s?s\.|s\.\s?r\.\s?o\.|S\.p\.A\.|S\.r\.l\.|[Ss]p\.\sz\so\.\s?o\.)$"
    r"|,\s(?:a\.\s?s\.|s\.\s?r\.\s?o\.|Inc\.?|Ltd\.?|S\.A\.),"
    r"|^(?:PT|CV)\.?\s\S+\s\S"
)
"""A claimed firm is the portal's publisher."""

_ACRONYM = re.compile(r"[A-Z]{2,5}")
_HOST = re.compile(r"\w{2}\.[A-Za-z]{2,4}\b")
_GO_ON = frozenset(
    ("of", "for", "the", "on", "at", "de", "der", "des", "auf", "di", "da", "do", "dan", "and")
)


def read_people(
    page: Page,
    title_order: int,
    credits: Sequence[tuple[str, str]],
    signed: Sequence[tuple[str, str]],
    edges: Sequence[str],
    signoff: str | None,
    shelves: Iterable[str] = (),
) -> People:
    """Authors, editors, photographers and agency.

    `shelves` are the article's section, breadcrumbs and tags: no names of people.
    `credits` are those of the body's credit lines, `signed` those of lines that name people in words, which
    count where nobody else does, `edges` the texts of the body's first and last lines, and
    `signoff` the agency that the sign-off names. A labelled line ("Penulis: …") is trusted over what the page
    claims to machines: portals are seen to claim their editor as author. Names of the portal itself are no
    authors where they are only claimed, and an agency's name is none either.
    """
    grounds = grounds_of(page, title_order)
    printed = [*labelled_near(page, title_order, grounds), *credits]
    kinds = load_phrases().kinds
    has_author = any(
        role == "author" and not (kinds["desk"].fits(name) or kinds["account"].fits(name))
        for role, name in printed
    )
    printed += [credit for credit in _credits_at_edges(edges) if not (has_author and credit[0] == "author")]
    sites = site_words(page)
    claims = list(claimed_authors(page))
    are_several = any(len(claim.value) > 1 for claim in claims) or _are_linked(page, title_order)
    photographers = photographers_in_byline(page, title_order) if are_several else ()
    claims = _without(claims, photographers)
    if signed and not any(role == "author" for role, _ in printed):
        named = _first_people(chain(claims, authors_above(page, title_order, grounds)), sites, ()).people
        if named is None or (_is_account(named) and any(is_full_name(name) for _, name in signed)):
            printed += signed
    editors = _of_role(printed, "editor")
    editors_found = Found(editors, "text: editor") if editors else claimed_editors(page, title_order)
    keys = frozenset(map(bare, shelves))
    found = _best_authors(
        page,
        title_order,
        _of_role(printed, "author"),
        claims,
        editors_found,
        sites,
        keys,
        grounds,
        edges,
        photographers,
    )
    if not found.value:
        claims += authors_above(page, title_order, grounds)
    by_photo = tuple(name for name in _of_role(printed, "photo") if _is_photographer(name, sites))
    return People(
        _with_dissent(found, claims),
        editors_found,
        Found(by_photo, "text: photo" if by_photo else ""),
        _agency(page, printed, [*claims, *claimed_houses(page)], signoff, sites),
    )


def _is_account(found: Found[tuple[str, ...]]) -> bool:
    """Whether what machines are told as the author is a lone word."""
    return found.place.startswith("meta:") and not any(" " in name for name in found.value)


def _without(
    claims: Iterable[Found[tuple[str, ...]]], photographers: Sequence[str]
) -> list[Found[tuple[str, ...]]]:
    """`claims` without the photographers, where they name others too."""
    makers = frozenset(photographers)
    return [
        replace(claim, value=tuple(name for name in claim.value if name not in makers) or claim.value)
        for claim in claims
    ]


def _of_role(printed: Printed, role: str) -> tuple[str, ...]:
    named = [name for its, name in printed if its == role]
    return names_of(named) if named else ()


def _is_photographer(name: str, sites: set[str]) -> bool:
    """Whether a photo's credit names a person rather than an office, an archive or an agency."""
    return agency_of(name) is None and not is_site(name, sites) and not is_office(name)


def _agency(
    page: Page,
    printed: Printed,
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
    for found in named:
        if (
            not is_site(found.value, sites)
            and not is_office(found.value)
            and not NOT_A_NAME.search(found.value)
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
    return Found(found.value, found.place, raw, others) if found.value else found


def _best_authors(
    page: Page,
    title_order: int,
    printed: tuple[str, ...],
    claims: Sequence[Found[tuple[str, ...]]],
    editors_found: Found[tuple[str, ...]],
    sites: set[str],
    shelves: Collection[str],
    grounds: frozenset[Element],
    edges: Sequence[str],
    photographers: Sequence[str],
) -> Found[tuple[str, ...]]:
    """The first source that names people; else a desk ("Redaksi"), else the lone name that closes the text,
    else an account ("admin") or the portal itself, where its byline prints that.

    A desk that is only claimed gives way to a person by an icon or beside the date, or to the only one whom
    the page marks as an author, and to no weaker sign.
    Who is claimed as editor too is the author only where no one else is named, and no line prints an editor
    or the byline links to the same one's page.
    """
    editors = editors_found.value
    written = tuple(name for name in printed if not any(each.startswith(f"{name} ") for each in editors))
    first = [Found(written or printed, "text: author")] if printed else []
    trusted = [claim for claim in claims if not claim.place.startswith("meta:")]
    are_linked = _are_linked(page, title_order)
    linked = _without(authors_linked(page, title_order, grounds) if are_linked else (), photographers)
    above = [
        row
        for row in (authors_above(page, title_order, grounds) if claims else ())
        if not row.place.startswith(("css: rel=", "css: href=")) and all(map(is_full_name, row.value))
    ]
    whole = [
        found
        for found in (*linked, *above)
        if any(set(claim.value) < set(found.value) for claim in claims if claim.value)
    ]
    fuller = [
        found for found in (*trusted, *linked) if printed and set(printed) < set(found.value) - set(editors)
    ]
    marked = chain(
        fuller,  # all the names, of which a label tells some
        first,
        whole,  # all the names, of which the page claims some
        trusted,
        linked or authors_linked(page, title_order, grounds),
        claims,
        authors_above(page, title_order, grounds),
        read_signatures(edges),
    )
    told = _first_people(marked, sites, editors)
    people = told.people
    if people is not None and people.place.startswith(("css: rel=", "css: href=")):  # others may have no link
        own = set(people.value)
        rows = (row for row in authors_above(page, title_order, grounds) if own < set(row.value))
        people = _first_people(rows, sites, editors).people or people
    desks, accounts = told.desks, told.accounts
    if people is None and not any(each.place == "text: author" or _is_printed_desk(each) for each in desks):
        near = chain(
            () if desks else authors_hinted(page, title_order, grounds),
            () if desks else authors_below(page, title_order, grounds),
            () if desks else authors_hinted_below(page, grounds),
            authors_by_icon(page, title_order),
            authors_beside_date(page, title_order, sites, shelves),
            author_told_of(page),
            author_marked_alone(page, grounds),
        )
        told = _first_people(near, sites, editors)
        people, desks, accounts = told.people, desks + told.desks, accounts + told.accounts
    if people is not None:
        if not people.place.startswith(("jsonld:", "meta:")):
            return people
        if len(people.value) == 1:
            below = (row for row in authors_hinted_below(page, grounds) if set(people.value) < set(row.value))
            more = _first_people(below, sites, editors).people  # machines are told the first
            if more is not None and len(more.value) > 1 and all(map(_is_person, more.value)):
                return more
        names = chain(linked, authors_above(page, title_order, grounds))
        if any(" " in name for name in people.value):
            return _with_last_names(people, names)
        over = elements_over(page, title_order)
        if any(fold(each.text or "") in people.value for each in over):
            return people
        return _named_in_full(people, names, sites, editors)
    house = _first_people(claimed_houses(page), sites, editors)
    desks, accounts = desks + house.desks, accounts + house.accounts
    if house.people is not None and not desks:
        return house.people
    is_printed = editors_found.place == "text: editor"
    both = authors_linked(page, title_order, grounds) if is_printed else trusted
    both = [claim for claim in (*both, *(() if is_printed else claims)) if editors and claim.value == editors]
    return next(chain(desks, both, read_lone_signature(edges), accounts), Found((), ""))


def _named_in_full(
    claimed: Found[tuple[str, ...]],
    printed: Iterable[Found[tuple[str, ...]]],
    sites: set[str],
    editors: tuple[str, ...],
) -> Found[tuple[str, ...]]:
    """`claimed`, or the full names that are printed where machines are told a lone word: an account."""
    people = _first_people(printed, sites, editors).people
    return people if people is not None and all(map(is_full_name, people.value)) else claimed


def _with_last_names(
    claimed: Found[tuple[str, ...]], printed: Iterable[Found[tuple[str, ...]]]
) -> Found[tuple[str, ...]]:
    """`claimed`, or the printed names of which it has the beginnings: "Kiki Amin" of "Kiki Amin Hakim"."""
    for found in printed:
        pairs = zip(claimed.value, found.value, strict=False)
        is_longer = any(whole.startswith(f"{name} ") and "," not in whole for name, whole in pairs)
        if is_longer and len(found.value) == len(claimed.value) and all(map(is_full_name, found.value)):
            return found
    return claimed


def _are_linked(page: Page, title_order: int) -> bool:
    """Whether several links between title and body are marked as their authors'."""
    marked = (each for each in page.survey.marked.get("author", ()) if each.element.tag == "a")
    return sum(1 for each in marked if title_order < each.order <= page.body_order) > 1


@dataclass(frozen=True, slots=True)
class _Told:
    """The first source that names people, and the desks and accounts that were met before it."""

    people: Found[tuple[str, ...]] | None
    desks: tuple[Found[tuple[str, ...]], ...]
    accounts: tuple[Found[tuple[str, ...]], ...]


def _first_people(
    sources: Iterable[Found[tuple[str, ...]]], sites: set[str], editors: tuple[str, ...]
) -> _Told:
    kinds = load_phrases().kinds
    desks: list[Found[tuple[str, ...]]] = []
    accounts: list[Found[tuple[str, ...]]] = []
    for found in sources:
        is_printed = found.place == "text: author"
        is_byline = is_printed or found.place.startswith("css:")
        is_meta = found.place.startswith("meta:")
        is_lone = len(found.value) == 1
        is_of_office = is_office((found.raw or "").partition(" ")[0])  # "Badan Meteorologi, Klimatologi, …"
        names = tuple(
            name
            for whole in found.value
            if (name := whole if kinds["desk"].fits(whole) else without_agency(without_site(whole, sites)))
            and (is_printed or not _FIRM.search(name))
            and (not is_site(name, sites) or (is_byline and (is_lone or _names_desk(name))))
            and not (len(found.value) > 1 and (is_word_of_site(name, sites) or is_organisation(name)))
            and not _is_broken_off(name)
            and agency_of(name) is None
            and (is_printed or name not in editors)
        )
        people = tuple(
            name
            for name in names
            if not (kinds["desk"].fits(name) or kinds["account"].fits(name) or is_site(name, sites))
            and (is_printed or not is_meta or not (is_of_office or is_office(name)))
        )
        is_claim = found.place.startswith(("meta:", "jsonld:"))
        is_of_host = is_claim and all(is_named_as_host(name, sites) for name in people)
        if any(" " in name for name in people):  # "TPN/Rita Bolotinha"
            people = tuple(name for name in people if not _ACRONYM.fullmatch(name))
        if people and not is_of_host and not _are_logins(people, found.place):
            person = Found(_each_once(people), found.place, found.raw)
            return _Told(person, tuple(desks), tuple(accounts))
        if names:
            is_account = bool(people) or all(
                kinds["account"].fits(name) or (is_site(name, sites) and not _names_desk(name))
                for name in names
            )
            (accounts if is_account else desks).append(Found(names, found.place, found.raw))
    return _Told(None, tuple(desks), tuple(accounts))


def _is_printed_desk(found: Found[tuple[str, ...]]) -> bool:
    """Whether a desk stands in an element that is marked as the byline."""
    return found.place.startswith("css:")


def _names_desk(name: str) -> bool:
    """Whether the portal's name goes with a word for those who make it: "Redaksi Kabar Hulu"."""
    return len(name.split()) > 1 and _DESK.search(name) is not None


def _is_person(name: str) -> bool:
    return is_full_name(name) and not _HOST.search(name)


def _is_broken_off(name: str) -> bool:
    """Whether a name ends in a word that more follows: what is left of "University of Wexmoor" without it."""
    return name.rpartition(" ")[2] in _GO_ON


def _are_logins(names: Sequence[str], place: str) -> bool:
    """Whether what <meta> or a mark names are words without a capital, by which one logs in."""
    return place.startswith(("meta:", "css:")) and all(name.isalnum() and name.islower() for name in names)


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    """`names` without repeated ones, those cut short ("Lena H." of "Lena H. Sun", "Rudi" of "Rudi Mahendra"),
    and the papers that stand behind them ("The Kabar Post").

    A last word alone is somebody else: many in Indonesia have one name, as "Hidayat" beside "Nur Hidayat".
    """
    own = tuple(dict.fromkeys(names))
    first = {name.casefold().partition(" ")[0] for name in own if " " in name}
    return tuple(
        name
        for name in own
        if name.casefold() not in first
        and not any(name != other and _is_with_post(name, other) for other in own)
        and not any(other != name and other.startswith(f"{name.rstrip('.')}.") for other in own)
        and not (name.startswith("The ") and name is not own[0])
    )


def _is_with_post(name: str, other: str) -> bool:
    """Whether a name is another with what its bearer is behind it, glued or a word: "Rina WatiWartawan"."""
    rest = name[len(other) :] if name.startswith(other) else ""
    return rest[:1].isupper() or (" " in other and rest.strip().lower() in load_words().jobs)


def _credits_at_edges(edges: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The credits of the body's first and last lines: "Oleh Rina Wati", "12.05.2025 | Oleh Rina Wati"."""
    for text in edges:
        byline = text.rpartition("|")[2] if text[:1].isdigit() else text
        if begins_byline(byline):
            yield from read_bylines(byline)
