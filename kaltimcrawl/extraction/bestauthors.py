"""Whose article it is, where labels, links, claims, marks and places name different people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.around import elements_over
from kaltimcrawl.extraction.authors import (
    author_marked_alone,
    author_signed_under,
    author_told_of,
    authors_below,
    authors_by_icon,
    authors_hinted,
    authors_hinted_below,
    authors_linked,
)
from kaltimcrawl.extraction.claimed import claimed_houses
from kaltimcrawl.extraction.firstnamed import Told, first_people, is_person, is_printed_desk
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.names import is_named_as_host
from kaltimcrawl.extraction.neighbours import authors_beside_date
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.signatures import read_lone_signature, read_signatures
from kaltimcrawl.extraction.tree import fold


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before its authors are chosen."""

    page: Page
    title_order: int
    grounds: frozenset[Element]
    """The elements that the article stands in."""
    sites: set[str]
    """The portal's names."""
    shelves: Collection[str]
    """Section, breadcrumbs and tags (bare): no names of people."""
    edges: Sequence[str]
    """The texts of the body's first and last lines."""
    editors: Named
    photographers: Sequence[str]
    """Those whom the byline names as having made the pictures."""
    above: Sequence[Named]
    """Those who are marked as the author between title and body."""

    def first(self, sources: Iterable[Named]) -> Told:
        """The first of `sources` that names people other than the editors."""
        return first_people(sources, self.sites, self.editors.value)


def best_authors(known: Known, printed: tuple[str, ...], claims: Sequence[Named]) -> Named:
    """The first source that names people; else a desk ("Redaksi"), else the lone name that closes the text,
    else an account ("admin") or the portal itself, where its byline prints that.

    `printed` are those whom a label names as authors, `claims` what machines are told.
    A desk that is only claimed gives way to a person by an icon or beside the date, or to the only one whom
    the page marks as an author, and to no weaker sign.
    Who is claimed as editor too is the author only where no one else is named, and no line prints an editor
    or the byline links to the same one's page.
    """
    trusted = [claim for claim in claims if not claim.place.startswith("meta:")]
    linked = _linked(known)
    told = known.first(_marked(known, printed, claims, trusted, linked))
    people = told.people
    if people is not None and people.place.startswith(("css: rel=", "css: href=")):  # others may have no link
        rows = (row for row in known.above if set(people.value) < set(row.value))
        people = known.first(rows).people or people
    desks, accounts = told.desks, told.accounts
    if people is None and not any(each.place == "text: author" or is_printed_desk(each) for each in desks):
        told = known.first(_unmarked(known, has_desk=bool(desks)))
        people, desks, accounts = told.people, desks + told.desks, accounts + told.accounts
    if people is not None:
        return _in_full(known, people, linked)
    house = known.first(claimed_houses(known.page))
    desks, accounts = desks + house.desks, accounts + house.accounts
    if house.people is not None and not desks:
        return house.people
    both = _editing_too(known, claims, trusted)
    accounts = tuple(sorted(accounts, key=_is_claimed))
    return next(chain(desks, both, read_lone_signature(known.edges), accounts), Found((), ""))


def _is_claimed(found: Named) -> bool:
    return found.place.startswith(("jsonld:", "meta:"))


def _linked(known: Known) -> list[Named]:
    """Who the links under the title name, where they are several, without the photographers."""
    are_several = are_linked(known.page, known.title_order)
    linked = authors_linked(known.page, known.title_order, known.grounds) if are_several else ()
    return without_makers(linked, known.photographers)


def _marked(
    known: Known,
    printed: tuple[str, ...],
    claims: Sequence[Named],
    trusted: Sequence[Named],
    linked: Sequence[Named],
) -> Iterator[Named]:
    """Who labels, links, claims and marks name as authors, the most trusted first."""
    editors = known.editors.value
    written = tuple(name for name in printed if not any(each.startswith(f"{name} ") for each in editors))
    above = [
        row
        for row in (known.above if claims else ())
        if not row.place.startswith(("css: rel=", "css: href=")) and all(map(is_full_name, row.value))
    ]
    signed = list(read_signatures(known.edges))
    marked = {name for row in known.above for name in row.value}
    is_of_host = bool(marked) and all(is_named_as_host(name, known.sites) for name in marked)
    whole = [
        found
        for found in (*linked, *above, *signed)
        if any(set(claim.value) < set(found.value) for claim in claims if claim.value)
    ]
    fuller = [
        found for found in (*trusted, *linked) if printed and set(printed) < set(found.value) - set(editors)
    ]
    fuller += [claim for claim in trusted if _is_begun_by(claim.value, written)]
    return chain(
        fuller,  # all the names, of which a label tells some, or the name of which it tells the first word
        [Found(written or printed, "text: author")] if printed else [],
        whole,  # all the names, of which the page claims some
        trusted,
        signed if is_of_host else (),  # the account of the paper may stand over the text
        linked or authors_linked(known.page, known.title_order, known.grounds),
        [claim for claim in claims if not _begins_editors(claim.value, editors)],
        known.above,
        signed,
    )


def _begins_editors(claimed: tuple[str, ...], editors: Collection[str]) -> bool:
    """Whether all that is claimed are first names of those who are printed as editors."""
    return bool(claimed) and all(any(each.startswith(f"{name} ") for each in editors) for name in claimed)


def _is_begun_by(claimed: tuple[str, ...], written: tuple[str, ...]) -> bool:
    """Whether the one word that is read as an author begins the one name claimed: "Hoài" of "Hoài Thu"."""
    return (
        len(written) == 1 == len(claimed)
        and " " not in written[0]
        and claimed[0].startswith(f"{written[0]} ")
    )


def _unmarked(known: Known, *, has_desk: bool) -> Iterator[Named]:
    """Who hints and places tell to be the authors, the surest first; the weaker hints only without a desk."""
    page, title_order, grounds = known.page, known.title_order, known.grounds
    return chain(
        () if has_desk else authors_hinted(page, title_order, grounds),
        () if has_desk else authors_below(page, title_order, grounds),
        () if has_desk else authors_hinted_below(page, grounds),
        authors_by_icon(page, title_order),
        authors_beside_date(page, title_order, known.sites, known.shelves),
        author_told_of(page),
        author_marked_alone(page, grounds),
        () if has_desk else author_signed_under(page),
    )


def _in_full(known: Known, people: Named, linked: Sequence[Named]) -> Named:
    """`people`, or those whom the page prints whole where machines are told one of several, a forename or an
    account.
    """
    if not _is_claimed(people):
        return people
    if len(people.value) == 1:
        hinted = authors_hinted_below(known.page, known.grounds)
        more = known.first(row for row in hinted if set(people.value) < set(row.value)).people
        if more is not None and len(more.value) > 1 and all(map(is_person, more.value)):
            return more
    names = chain(linked, known.above)
    if any(" " in name for name in people.value):
        return _with_last_names(people, names)
    over = elements_over(known.page, known.title_order)
    if any(fold(each.text or "") in people.value for each in over):
        return people
    printed = known.first(names).people
    return printed if printed is not None and all(map(is_full_name, printed.value)) else people


def _editing_too(known: Known, claims: Sequence[Named], trusted: Sequence[Named]) -> list[Named]:
    """The claims or links that name nobody but the editors."""
    editors = known.editors
    if editors.place == "text: editor":
        named = [*authors_linked(known.page, known.title_order, known.grounds)]
    else:
        named = [*trusted, *claims]
    return [claim for claim in named if editors.value and claim.value == editors.value]


def _with_last_names(claimed: Named, printed: Iterable[Named]) -> Named:
    """`claimed`, or the printed names of which it has the beginnings: "Kiki Amin" of "Kiki Amin Hakim"."""
    for found in printed:
        pairs = zip(claimed.value, found.value, strict=False)
        is_longer = any(whole.startswith(f"{name} ") and "," not in whole for name, whole in pairs)
        if is_longer and len(found.value) == len(claimed.value) and all(map(is_full_name, found.value)):
            return found
    return claimed


def are_linked(page: Page, title_order: int) -> bool:
    """Whether several links between title and body are marked as their authors'."""
    marked = (each for each in page.survey.marked.get("author", ()) if each.element.tag == "a")
    return sum(1 for each in marked if title_order < each.order <= page.body_order) > 1


def without_makers(claims: Iterable[Named], photographers: Sequence[str]) -> list[Named]:
    """`claims` without the photographers, where they name others too."""
    makers = frozenset(photographers)
    return [
        replace(claim, value=tuple(name for name in claim.value if name not in makers) or claim.value)
        for claim in claims
    ]
