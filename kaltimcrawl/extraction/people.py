"""Who made an article: authors, editors, photographers, agency; told apart by the labels that name a role."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.agencies import agency_of, without_agency
from kaltimcrawl.extraction.apart import grounds_of, is_of_card
from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.authors import (
    authors_above,
    authors_below,
    authors_by_icon,
    authors_hinted,
    authors_hinted_below,
    authors_linked,
    claimed_authors,
    claimed_editors,
    elements_before_title,
    elements_over,
    elements_under,
    named_parts,
)
from kaltimcrawl.extraction.bylines import (
    LONGEST_BYLINE,
    begins_byline,
    has_label_sign,
    is_full_name,
    is_label,
    read_bylines,
)
from kaltimcrawl.extraction.bywords import is_office, is_organisation, is_place, load_words
from kaltimcrawl.extraction.credits import read_credits, read_reporters, read_reporting
from kaltimcrawl.extraction.names import NOT_A_NAME, is_site, names_of, site_words, spaced_text, without_site
from kaltimcrawl.extraction.neighbours import authors_beside_date
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare, fold


@dataclass(frozen=True, slots=True)
class People:
    """Who made an article, by role; empty or None where the page names none."""

    authors: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]
    photographers: Found[tuple[str, ...]]
    agency: Found[str] | None


_MOST_OPENING, _MOST_CLOSING = 6, 4
_MOST_NAMES, _LONGEST_BETWEEN = 4, 12
_NEAR_TITLE = 4
"""Elements over the title among which a byline may stand."""
_NEAR_BODY = 8
"""Elements under the body in which a byline needs no colon."""
_FIRM = re.compile(
    r"(?<=\w\s)(?:GmbH|AG|Ltd|Inc|LLC)\.?$|(?<=\w,\s)(?:Ltd|Inc|LLC)\.?$|(?:d\.o\.o\.|S\.A\.)$|^(?:PT|CV)\.?\s\S+\s\S"
)
"""A claimed firm is the portal's publisher."""
_BAR = re.compile(r"\s[|•·]\s")
_SIGNATURE = re.compile(r"[(\[](?P<in>[^()\[\]]{4,60})[)\]]\.?|\*{1,3}\s?(?P<behind>[^()\[\],]{4,50})")
_IN_LENTICULAR = re.compile(r"【(?P<names>[\u3040-\u30ff\u4e00-\u9fff々・、 ]{2,20})】$")
"""How Japanese papers sign: "…復活する。【井上真希乃】"."""
_REPORTED_HAN = re.compile(
    r"[〔（(【\[]\s?(?:[\u4e00-\u9fff]{2,6}社)?(?:記者|记者)\s?"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、， ][\u4e00-\u9fff]{2,4}){0,3})"
    r"\s?[／/]\s?[\u4e00-\u9fff]{2,10}(?:報導|报道|電|电)\s?[〕）)】\]]"
)
"""How Taiwan's papers begin: "〔記者蘇亭瑋／澎湖報導〕…"."""
_REPORTED_IN_HAN = re.compile(
    r"[^，。（(]{4,24}[电電讯訊]\s?[（(](?:记者|記者)\s?"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、， ][\u4e00-\u9fff]{2,4}){0,3})[）)]"
)
"""How agencies of China begin: "新华社兰州11月3日电（记者林若川、马丹青）…"."""
_BETWEEN_HAN, _LONGEST_HAN = re.compile(r"[・、， ]+"), 40
_SIGNATURE_BREAK = re.compile(r"\s*[/|*,&]\s*")
_Printed = list[tuple[str, str]]
"""(role, name) of what is printed with a label."""


def read_people(
    page: Page,
    title_order: int,
    credits: Sequence[tuple[str, str]],
    edges: Sequence[str],
    signoff: str | None,
    shelves: Iterable[str] = (),
) -> People:
    """Authors, editors, photographers and agency.

    `shelves` are the article's section, breadcrumbs and tags: no names of people.
    `credits` are those of the body's credit lines, `edges` the texts of the body's first and last lines, and
    `signoff` the agency that the sign-off names. A labelled line ("Penulis: …") is trusted over what the page
    claims to machines: portals are seen to claim their editor as author. Names of the portal itself are no
    authors, and an agency's name is none either.
    """
    grounds = grounds_of(page, title_order)
    printed = [*_labelled_near(page, title_order, grounds), *credits]
    kinds = load_phrases().kinds
    has_author = any(
        role == "author" and not (kinds["desk"].fits(name) or kinds["account"].fits(name))
        for role, name in printed
    )
    printed += [credit for credit in _credits_at_edges(edges) if not (has_author and credit[0] == "author")]
    sites = site_words(page)
    claims = list(claimed_authors(page))
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
    )
    if not found.value:
        claims += authors_above(page, title_order, grounds)
    photographers = tuple(name for name in _of_role(printed, "photo") if _is_photographer(name, sites))
    return People(
        _with_dissent(found, claims),
        editors_found,
        Found(photographers, "text: photo" if photographers else ""),
        _agency(page, printed, claims, signoff, sites),
    )


def _of_role(printed: _Printed, role: str) -> tuple[str, ...]:
    named = [name for its, name in printed if its == role]
    return names_of(named) if named else ()


def _is_photographer(name: str, sites: set[str]) -> bool:
    """Whether a photo's credit names a person rather than an office, an archive or an agency."""
    return agency_of(name) is None and not is_site(name, sites) and not is_office(name)


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
) -> Found[tuple[str, ...]]:
    """The first source that names people; else a desk ("Redaksi"), else an account ("admin").

    A desk that is only claimed gives way to a person by an icon or beside the date, and to no weaker sign.
    Who is claimed as editor too is the author only where no line prints an editor and no one else is named.
    """
    editors = editors_found.value
    desks: list[Found[tuple[str, ...]]] = []
    accounts: list[Found[tuple[str, ...]]] = []
    first = [Found(printed, "text: author")] if printed else []
    trusted = [claim for claim in claims if not claim.place.startswith("meta:")]
    linked = list(authors_linked(page, title_order, grounds)) if _are_linked(page, title_order) else []
    whole = [
        found
        for found in linked
        if any(set(claim.value) < set(found.value) for claim in claims if claim.value)
    ]
    fuller = [claim for claim in trusted if printed and set(printed) < set(claim.value) - set(editors)]
    marked = chain(
        fuller,  # all the names, of which a label tells some
        first,
        whole,  # all the names, of which the page claims some
        trusted,
        linked or authors_linked(page, title_order, grounds),
        claims,
        authors_above(page, title_order, grounds),
        _signatures(edges),
    )
    people = _first_people(marked, sites, editors, desks, accounts)
    if people is None and not (desks and desks[0].place == "text: author"):
        near = chain(
            () if desks else authors_hinted(page, title_order, grounds),
            () if desks else authors_below(page, title_order, grounds),
            () if desks else authors_hinted_below(page, grounds),
            authors_by_icon(page, title_order),
            authors_beside_date(page, title_order, sites, shelves),
        )
        people = _first_people(near, sites, editors, desks, accounts)
    if people is not None:
        return people
    both = (
        []
        if editors_found.place == "text: editor"
        else [claim for claim in trusted if claim.value == editors]
    )
    return (desks or both or accounts or [Found((), "")])[0]


def _are_linked(page: Page, title_order: int) -> bool:
    """Whether several links between title and body are marked as their authors'."""
    marked = (each for each in page.survey.marked.get("author", ()) if each.element.tag == "a")
    return sum(1 for each in marked if title_order < each.order <= page.body_order) > 1


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
            for whole in found.value
            if (name := without_agency(without_site(whole, sites)))
            and (is_printed or not _FIRM.search(name))
            and not is_site(name, sites)
            and not (len(found.value) > 1 and (bare(name) in sites or is_organisation(name)))
            and agency_of(name) is None
            and (is_printed or name not in editors)
        )
        people = tuple(
            name
            for name in names
            if not (kinds["desk"].fits(name) or kinds["account"].fits(name))
            and (is_printed or not found.place.startswith("meta:") or not is_office(name))
        )
        if people:
            return Found(_each_once(people), found.place, found.raw)
        if names:
            (accounts if all(kinds["account"].fits(name) for name in names) else desks).append(
                Found(names, found.place, found.raw)
            )
    return None


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    """`names` without repeated ones, those cut short ("Lena H." of "Lena H. Sun"), and the papers that stand
    behind them ("The Kabar Post").
    """
    own = tuple(dict.fromkeys(names))
    return tuple(
        name
        for name in own
        if not any(other != name and other.startswith(f"{name.rstrip('.')}.") for other in own)
        and not (name.startswith("The ") and name is not own[0])
    )


def _credits_at_edges(edges: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The credits of the body's first and last lines: "Oleh Rina Wati", "12.05.2025 | Oleh Rina Wati"."""
    for text in edges:
        byline = text.rpartition("|")[2] if text[:1].isdigit() else text
        if begins_byline(byline):
            yield from read_bylines(byline)


def _signatures(edges: Sequence[str]) -> Iterator[Found[tuple[str, ...]]]:
    """The full name in the brackets or behind the star that closes a text: "(Rina Wati)", "*Rina Wati"."""
    for text in edges[:_MOST_OPENING]:
        if (reported := _REPORTED_HAN.match(text) or _REPORTED_IN_HAN.match(text)) is not None:
            yield Found(names_of(_BETWEEN_HAN.split(reported["names"])), "text: dateline", reported.group())
    for text in reversed(edges[-_MOST_CLOSING:]):
        if korean := read_reporters(text):
            yield Found(names_of(korean), "text: signoff", text)
            continue
        if (han := _IN_LENTICULAR.search(text[-_LONGEST_HAN:])) is not None:
            yield Found(names_of(_BETWEEN_HAN.split(han["names"])), "text: signoff", text)
            continue
        if reporters := _of_role(read_reporting(text), "author"):
            yield Found(reporters, "text: signoff", text)
            continue
        signed = _SIGNATURE.fullmatch(text)
        if signed is None:
            continue
        inner = signed["in"] or signed["behind"]
        if load_phrases().advertorial.search(inner):
            continue  # "(adv/DPRD Kotabaru)" names who paid
        if begins_byline(inner):
            named = _of_role(read_bylines(inner, is_marked=True), "author")
            yield Found(tuple(filter(is_full_name, named)), "text: signoff", text)
            continue
        for part in _SIGNATURE_BREAK.split(inner):
            if is_full_name(part) and not (is_office(part) or is_place(part)):
                yield Found((part,), "text: signoff", text)
                break


def _labelled_near(page: Page, title_order: int, grounds: frozenset[Element]) -> _Printed:
    """Credit lines near the title or body that stand outside of the body ("Editor: Lia" over the text)."""
    credits: _Printed = []
    seen: set[Element] = set()
    for part in ("author", "editor", "published"):
        for marked in chain(islice(page.close(part, title_order), 8), islice(page.far(part, title_order), 2)):
            if marked.element not in seen:
                seen.add(marked.element)
                named = _credits_of(marked.element, is_marked=part != "published")
                if named and not is_of_card(marked.element, grounds):
                    credits.extend(named)
    before = elements_before_title(page, title_order, _NEAR_TITLE)
    for element in (*elements_over(page, title_order), *before):
        text = element.text
        if text is None or text.isspace():
            text = _behind_icon(element) if len(element) else None
        if (
            text
            and len(text) <= LONGEST_BYLINE
            and (has_label_sign(text) or begins_byline(text))
            and element not in seen
            and page.may_tell(element, title_order)
        ):
            named = (
                _credits_of(element, is_marked=False)
                or _credits_beside(element, text)
                or (read_bylines(text) if len(element) else [])
            )
            if named and not is_of_card(element, grounds):
                credits.extend(named)
        tail = element.tail
        if tail and not tail.isspace() and len(tail) <= LONGEST_BYLINE and begins_byline(tail):
            credits.extend(read_bylines(tail) if page.may_tell(element, title_order) else ())
    labels = {labelled for labelled, _ in page.survey.labels}
    near = _NEAR_BODY
    for place, element in enumerate(elements_under(page)):
        text = element.text
        if len(element) and (text is None or text.isspace()):
            text = _label_within(element)
        if place < near and element in labels:
            near = 0  # what follows is a list of others' articles, or comments
        if not text or len(text) > LONGEST_BYLINE or text.isspace():
            continue
        is_right_under = place < near and begins_byline(text)
        if (":" in text or is_right_under or is_label(text, is_alone=True)) and page.is_own(element):
            named = read_credits(spaced_text(element)) if ":" in text else []
            named = (
                named
                or _credits_beside(element, text)
                or (_full_names(read_bylines(text)) if is_right_under else [])
            )
            if named and not is_of_card(element, grounds):
                credits.extend(named)
    return credits


def _label_within(element: Element) -> str | None:
    """The label that a line begins with in an element of its own, maybe behind an icon: "<b>Author: </b>"."""
    first = element[0]
    text = first.text or (_behind_icon(first) if len(first) else None)
    return text if text is not None and has_label_sign(text) and len(text) <= LONGEST_BYLINE else None


def _full_names(credits: _Printed) -> _Printed:
    return [(role, name) for role, name in credits if is_full_name(name)]


def _behind_icon(element: Element) -> str | None:
    """The text that an element begins with behind an icon: an empty element."""
    icon = element[0]
    return icon.tail if not len(icon) and not (icon.text and icon.text.strip()) else None


def _credits_beside(element: Element, text: str) -> _Printed:
    """The credits of a label that is an element of its own: those of the element after it; where nothing
    follows, the name over it.
    """
    if len(element) or element.tag == "a" or not is_label(text, is_alone=True):
        return []
    tail = (element.tail or "").strip(" :：\n\t")
    beside = element.getnext() if not tail else None
    if beside is None and not tail:
        over = element.getprevious()
        name = spaced_text(over) if over is not None else ""
        return read_bylines(f"{text.strip()}: {name}") if is_full_name(name) else []
    name = _names_from(beside) if beside is not None else tail[:LONGEST_BYLINE]
    is_credit = is_label(text) or is_full_name(name)
    return read_bylines(f"{text.strip(' :')}: {name}") if name and is_credit else []


def _names_from(first: Element) -> str:
    """The text of an element, and of those after it as long as it ends in a comma or "and"."""
    between = load_words().between
    text, element = spaced_text(first), first
    for _ in range(_MOST_NAMES):
        tail = fold((element.tail or "")[:_LONGEST_BETWEEN])
        last = (tail or text).rpartition(" ")[2].lower()
        following = element.getnext()
        if following is None:
            break
        is_joint = (following.text or "").strip().lower() in between  # "and" in an element of its own
        if not (is_joint or last in between or last.endswith(",")):
            break
        text, element = f"{text} {tail} {spaced_text(following)}", following
    return text


def _credits_of(element: Element, *, is_marked: bool) -> _Printed:
    text = spaced_text(element)
    if len(text) > LONGEST_BYLINE:
        return []
    credits = (read_credits(text) if has_label_sign(text) else []) or read_bylines(text, is_marked=is_marked)
    if not credits and not is_marked and _BAR.search(text):
        pieces = _BAR.split(text)
        credits = [credit for piece in pieces if begins_byline(piece) for credit in read_bylines(piece)]
    if is_marked and credits and len(element) and all(role == "author" for role, _ in credits):
        return [("author", name) for name in named_parts(element)] or credits
    return credits
