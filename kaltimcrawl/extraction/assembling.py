"""A page's fields, put together as an `Article`."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from kaltimcrawl.extraction.addresses import read_canonical_url, read_page_urls
from kaltimcrawl.extraction.advertorials import read_advertorial
from kaltimcrawl.extraction.article import Article, Image, Link
from kaltimcrawl.extraction.bylines import LONGEST_BYLINE, without_town
from kaltimcrawl.extraction.claims import canonical_found, language_found, origins_of
from kaltimcrawl.extraction.closing import author_followed, tells_of_author
from kaltimcrawl.extraction.credits import read_credits
from kaltimcrawl.extraction.crumbs import read_breadcrumbs
from kaltimcrawl.extraction.fullnames import split_names
from kaltimcrawl.extraction.hearing import Taken
from kaltimcrawl.extraction.leads import OVER_BODY
from kaltimcrawl.extraction.lines import Body, Line
from kaltimcrawl.extraction.moment import Moments
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.people import read_people
from kaltimcrawl.extraction.ruled import read_ruled_names, read_ruled_text, read_ruled_texts
from kaltimcrawl.extraction.sections import read_section
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.told import fields_of_text, origins_of_text
from kaltimcrawl.extraction.topics import read_tags

_LEAST_UNDER_NAMES, _LONGEST_JOINT = 2, 8
_LONGEST_DATELINE = 60
_EDGE = 6
"""Lines at each end of a body that a byline may stand among."""


def assemble_article(
    page: Page,
    taken: Taken,
    title: Found[str],
    title_order: int,
    subtitle: Found[str] | None,
    lead: Found[Image] | None,
    moments: Moments,
    confidence: float,
    warnings: tuple[str, ...],
) -> Article:
    """The article whose body is `taken`, with the fields that are read once title, body and dates are."""
    body, judged = taken.body, taken.judged
    breadcrumbs = read_breadcrumbs(page, title.value, title_order)
    section = read_ruled_text(page, "section") or read_section(
        page, title_order, breadcrumbs.value, judged.stamps
    )
    tags = read_ruled_texts(page, "tags") or read_tags(page, title_order, judged.tag_line, judged.tag_links)
    shelves = [*breadcrumbs.value, *tags.value, *([section.value] if section is not None else [])]
    agency = read_signoff(judged.signoff).agency
    edges = _edges(body, judged.signoff)
    works = [credit for line in body.lines if line.own for credit in read_credits(line.text)]
    people = read_people(page, title_order, judged.credits, judged.signed, edges, agency, shelves, works)
    authors = read_ruled_names(page, "authors") or people.authors
    if not authors.value and (name := author_followed(judged.kept[-1])) is not None:
        authors = Found((name,), "text: bio", judged.kept[-1].text)
    editors = read_ruled_names(page, "editors") or people.editors
    told = (_printed_once(subtitle), section.value if section is not None else None)
    kept = _without_fields(judged.kept, authors.value, told)
    images = _images(lead, body)
    its_shelves = _shelves(section, breadcrumbs, tags)
    advertorial = read_advertorial(judged.signoff, judged.paid, its_shelves, page, title_order)
    declared = page.structured.declared_language
    fields = fields_of_text(judged, kept, advertorial, declared)
    text = "\n".join(block.text for block in fields["blocks"])
    canonical = read_canonical_url(page)
    provenance = origins_of(
        title=title,
        subtitle=subtitle,
        section=section,
        breadcrumbs=breadcrumbs,
        tags=tags,
        authors=authors,
        editors=editors,
        lead_image=lead,
        published=moments.published,
        modified=moments.modified,
        body=taken.choice,
        photographers=people.photographers,
        agency=people.agency,
        language=language_found(fields["language"], declared, text),
        canonical_url=canonical_found(canonical, page),
        **origins_of_text(judged, advertorial),
    )
    published, modified = moments.published, moments.modified
    return Article(
        url=page.url,
        canonical_url=canonical,
        title=title.value,
        subtitle=subtitle.value if subtitle else None,
        authors=authors.value,
        editors=editors.value,
        photographers=people.photographers.value,
        agency=people.agency.value if people.agency else None,
        published=published.reading.when if published else None,
        published_raw=published.reading.raw if published else None,
        published_precision=published.reading.precision if published else None,
        modified=modified.reading.when if modified else None,
        modified_raw=modified.reading.raw if modified else None,
        section=section.value if section else None,
        breadcrumbs=breadcrumbs.value,
        tags=tags.value,
        lead_image=images[0] if lead else None,
        images=images,
        page_urls=read_page_urls(page),
        links=_links(body),
        provenance=MappingProxyType(provenance),
        method=taken.method,
        confidence=confidence,
        warnings=warnings,
        **fields,
    )


def _without_fields(
    lines: Sequence[Line], authors: Sequence[str], told: Sequence[str | None]
) -> Sequence[Line]:
    """The text's lines without those that fields hold: the authors' bio, their names, and above the text what
    is `told` besides, the subtitle and the section.
    """
    if len(lines) > 1 and tells_of_author(lines[-1], authors):
        lines = lines[:-1]
    if _begins_with_names(lines, authors):
        lines = lines[1:]
    return lines[1:] if len(lines) > 1 and lines[0].text in told else lines


def _printed_once(subtitle: Found[str] | None) -> str | None:
    """A subtitle that may stand in the body's first line; one that was found over the body is the text's too,
    where the text begins with it.
    """
    return subtitle.value if subtitle is not None and subtitle.place != OVER_BODY else None


def _begins_with_names(kept: Sequence[Line], authors: Sequence[str]) -> bool:
    """Whether the first line is nothing but the authors' names, which a mark without a label sets over it."""
    longest = sum(len(name) + _LONGEST_JOINT for name in authors)
    first = without_town(kept[0].text) if len(kept) >= _LEAST_UNDER_NAMES else ""
    if not first or len(first) > longest:
        return False
    own = {name.casefold() for name in authors}
    return own.issuperset(name.casefold() for name in split_names(first))


def _images(lead: Found[Image] | None, body: Body) -> tuple[Image, ...]:
    if lead is None:
        return body.images
    return (lead.value, *(image for image in body.images if image.url != lead.value.url))


def _edges(body: Body, signoff: str | None) -> list[str]:
    """The short texts at the body's beginning and end, what was dropped of them too, the mark that closes it,
    and the beginning of the first where it is long: bylines stand there.
    """
    lines = [line for line in body.lines if not line.own]
    edges = [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]
    short = [line.text for line in edges if len(line.text) <= LONGEST_BYLINE and line.kind != "heading"]
    opening = [line.text[:_LONGEST_DATELINE] for line in lines[:1] if len(line.text) > LONGEST_BYLINE]
    return [*opening, *short, *([signoff] if signoff else [])]


def _shelves(section: Found[str] | None, breadcrumbs: Named, tags: Named) -> list[Found[str]]:
    """Section, breadcrumbs and tags, one by one."""
    shelves = [Found(section.value, section.place)] if section is not None else []
    return shelves + [Found(name, found.place) for found in (breadcrumbs, tags) for name in found.value]


def _links(body: Body) -> tuple[Link, ...]:
    links: dict[str, Link] = {}
    for link in [link for line in body.lines for link in line.links] + list(body.embeds):
        links.setdefault(link.url, link)
    return tuple(links.values())
