"""`extract`: a page in, an `Article` out. Pure: no network, no clock, no database, no state between pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from types import MappingProxyType

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.addresses import read_canonical_url, read_page_urls
from kaltimcrawl.extraction.advertorials import read_advertorial
from kaltimcrawl.extraction.article import Article, Block, Claim, Image, Link, Origin
from kaltimcrawl.extraction.blocks import read_body
from kaltimcrawl.extraction.bylines import LONGEST_BYLINE
from kaltimcrawl.extraction.claims import canonical_found, language_found, origins_of
from kaltimcrawl.extraction.confidence import confidence_of
from kaltimcrawl.extraction.containers import Choice, Choices, choose_containers
from kaltimcrawl.extraction.datelines import read_dateline
from kaltimcrawl.extraction.dates import DateReading, read_date
from kaltimcrawl.extraction.encoding import to_utf8
from kaltimcrawl.extraction.figures import PageFigures, measure_page
from kaltimcrawl.extraction.habits import (
    choose_by_habit,
    read_habitual_author,
    read_habitual_date,
    without_chrome,
)
from kaltimcrawl.extraction.heads import take_headline
from kaltimcrawl.extraction.hearing import Taken, hear
from kaltimcrawl.extraction.judging import judge
from kaltimcrawl.extraction.kinds import is_article
from kaltimcrawl.extraction.language import read_language
from kaltimcrawl.extraction.lines import Body, Line
from kaltimcrawl.extraction.markup import build_markup
from kaltimcrawl.extraction.moments import HOME_ZONE, Moment, Moments, read_moments
from kaltimcrawl.extraction.names import clean_name
from kaltimcrawl.extraction.page import Found, Page, PortalHints, lay_out
from kaltimcrawl.extraction.people import read_people
from kaltimcrawl.extraction.pictures import read_lead_image
from kaltimcrawl.extraction.places import read_rule, rules_for, select_dropped, select_elements
from kaltimcrawl.extraction.profile import PortalProfile
from kaltimcrawl.extraction.shelves import read_breadcrumbs, read_section, read_tags
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.structured import read_structured
from kaltimcrawl.extraction.survey import survey_page
from kaltimcrawl.extraction.titles import find_anchor, read_subtitle, read_title
from kaltimcrawl.extraction.tree import parse_page, text_of
from kaltimcrawl.extraction.verdict import Judged
from kaltimcrawl.extraction.witnesses import Testimony, Witness, read_testimonies
from kaltimcrawl.rules import RuleSet
from kaltimcrawl.urls import absolute_url, url_key

_UNKNOWN = PortalProfile()
_EDGE = 6
"""Lines at each end of a body that a byline may stand among."""


def extract(
    html: bytes | str,
    url: str | None = None,
    portal: PortalHints | None = None,
    *,
    content_type: str | None = None,
    captured: datetime | None = None,
    witnesses: Sequence[Witness] = (),
    profile: PortalProfile | None = None,
) -> Article | None:
    """The article of a page, or None where the page is none (front page, category, tag, search, gallery).

    `html` as bytes is decoded by `content_type` (the HTTP header's value), the page's own declaration, or a
    guess. `url` makes links absolute. `portal` gives the zone of dates without one and the portal's rules.
    `captured` (aware) is when the page was fetched: it reads "3 jam yang lalu", picks the rules of the
    layout of that day, and refuses dates after it. `witnesses` are copies of the text that feeds or WordPress
    REST brought: the body is held against them, and they stand in where the page has less. `profile` is what
    the portal's other articles taught. Never raises for what a page holds.
    """
    read = _read_page(html, url, portal, content_type, captured, witnesses, profile)
    return read.article if read is not None else None


@dataclass(frozen=True, slots=True)
class Examination:
    """An article, and what its page adds to the profile of its portal."""

    article: Article
    figures: PageFigures | None
    """Those of the page as the rules alone read it, whatever the profile says: a profile must not forget what
    it removes. None where the rules alone take the page for no article."""
    untaught_text: str
    """The article's text as the rules alone read it; empty where they take the page for no article."""


def examine(
    html: bytes | str,
    url: str | None = None,
    portal: PortalHints | None = None,
    *,
    content_type: str | None = None,
    captured: datetime | None = None,
    witnesses: Sequence[Witness] = (),
    profile: PortalProfile | None = None,
) -> Examination | None:
    """The article as `extract` takes it, with its page's figures; None where `extract` gives None."""
    read = _read_page(html, url, portal, content_type, captured, witnesses, profile)
    if read is None:
        return None
    untaught: _Read | None = read
    if read.is_by_habit:
        untaught = _read_page(html, url, portal, content_type, captured, witnesses, None)
    if untaught is None:
        return Examination(read.article, None, "")
    return Examination(read.article, untaught.measure(), untaught.text)


@dataclass(frozen=True, slots=True)
class _Read:
    """An article, with what `examine` asks for besides."""

    article: Article
    text: str
    """The text before the profile's chrome was taken out."""
    is_by_habit: bool
    """Whether the profile told where the body or the date stands."""
    measure: Callable[[], PageFigures]
    """Makes the figures, from that text and those places."""


def _read_page(
    html: bytes | str,
    url: str | None,
    portal: PortalHints | None,
    content_type: str | None,
    captured: datetime | None,
    witnesses: Sequence[Witness],
    profile: PortalProfile | None,
) -> _Read | None:
    source = to_utf8(html, content_type) if isinstance(html, bytes) else html.encode("utf-8", "replace")
    root = parse_page(source)
    if root is None:
        return None
    structured = read_structured(root)
    zone = portal.timezone if portal is not None else None
    rules = rules_for(portal.rules, _day_of(captured, zone)) if portal is not None else None
    survey = survey_page(root, source)
    dropped = select_dropped(rules, root)
    choices = _choose(root, rules, dropped) or choose_containers(survey, find_anchor(survey, structured))
    testimonies = read_testimonies(structured, witnesses, url)
    if choices is None:
        if not testimonies:
            return None
        choices = Choices(Choice((_whole(root),), "", 0), None)
    page = lay_out(url, structured, survey, choices.first.elements, zone=zone, captured=captured, rules=rules)
    return _read_article(page, choices, testimonies, dropped, profile or _UNKNOWN)


def _whole(root: Element) -> Element:
    body = root.find("body")
    return root if body is None else body


def _day_of(captured: datetime | None, zone: tzinfo | None) -> date | None:
    return captured.astimezone(zone).date() if captured is not None else None


def _choose(root: Element, rules: RuleSet | None, dropped: frozenset[Element]) -> Choices | None:
    """The body where the portal's rules say it stands."""
    if rules is None or "body" not in rules.fields:
        return None
    found = select_elements(rules.fields["body"], root)
    if found is None:
        return None
    place = found[1]
    elements = [element for element in found[0] if element not in dropped]
    if not elements:
        return None
    choice = Choice(tuple(elements), str(place), sum(len(text_of(element)) for element in elements), "rules")
    return Choices(choice, None)


def _read_article(
    page: Page,
    choices: Choices,
    testimonies: Sequence[Testimony],
    dropped: frozenset[Element],
    profile: PortalProfile,
) -> _Read | None:
    found_title = _find_title(page)
    if found_title is None:
        return None
    title, title_order = found_title

    def read(choice: Choice) -> Taken:
        body = read_body(choice.elements, base, dropped | choice.asides)
        captions = _captions(lead, body)
        return Taken(choice, body, judge(body.lines, title.value, captions), choice.method)

    base = _base_of(page)
    lead: Found[Image] | None = None
    first = read_body(page.containers, base, dropped | choices.first.asides)
    lead = read_lead_image(page, title_order, first.images)
    captions = _captions(lead, first)
    taken = Taken(choices.first, first, judge(first.lines, title.value, captions), choices.first.method)
    heard = hear(
        page, taken, choices.rival, testimonies, read, lambda lines: judge(lines, title.value, captions)
    )
    taken = heard.taken
    habitual = choose_by_habit(page.survey, taken.choice, profile) if taken.method == "generic" else None
    if habitual is not None:
        taken = read(habitual)
    if taken.choice is not choices.first:
        page = page.moved_to(taken.choice.elements)
        title, title_order = _find_title(page) or found_title
        lead = read_lead_image(page, title_order, taken.body.images)
    subtitle = _ruled_one(page, "subtitle") or read_subtitle(page, title.value, title_order)
    judged = taken.judged
    if title.place == "css: title" and (headline := take_headline(judged)) is not None:
        title = Found(headline, "text: first line", headline, (Claim(title.place, title.value),))
    language = None
    if page.zone is None:
        text = " ".join(line.text for line in judged.kept[:12])
        language = read_language(text, page.structured.declared_language)
    moments = _ruled_moments(page, read_moments(page, title_order, language))
    if moments.published is None:
        moments = replace(moments, published=_stamped(page, judged.stamps))
    is_by_habit = habitual is not None
    if moments.published is None and (dated := read_habitual_date(page, profile)) is not None:
        moments, is_by_habit = replace(moments, published=dated), True
    if not is_article(page, judged.kept, judged.dropped, moments, taken.method):
        return None
    untaught = judged
    judged = without_chrome(untaught, profile)
    removed = len(untaught.kept) - len(judged.kept)
    article = _assembled(page, taken.choice, taken.body, judged, title, title_order, subtitle, lead, moments)
    article = replace(
        article,
        method=taken.method,
        confidence=confidence_of(heard.evidence, len(heard.warnings)),
        warnings=(*heard.warnings, *_told_of_chrome(removed)),
    )

    def measure() -> PageFigures:
        key = url_key(address) if (address := article.canonical_url or article.url) else ""
        date, author = article.published_raw, next(iter(article.authors), None)
        return measure_page(page, key, taken.choice, untaught.kept, title_order, date, author)

    text = "\n\n".join(line.text for line in untaught.kept)
    return _Read(_with_habitual_author(article, page, profile), text, is_by_habit, measure)


def _told_of_chrome(removed: int) -> tuple[str, ...]:
    lines = "line" if removed == 1 else "lines"
    return (f"the portal's profile removed {removed} {lines}",) if removed else ()


def _with_habitual_author(article: Article, page: Page, profile: PortalProfile) -> Article:
    """The article with the author who stands where the portal's bylines do, where no other was found."""
    found = None if article.authors else read_habitual_author(page, profile)
    if found is None:
        return article
    origin = Origin(found.place, found.raw)
    return replace(
        article,
        authors=found.value,
        provenance=MappingProxyType({**article.provenance, "authors": origin}),
    )


def _stamped(page: Page, stamps: Sequence[str]) -> Moment | None:
    """The first date of the page's head, where the body's container holds it."""
    for stamp in stamps:
        reading = read_date(stamp, page.zone or HOME_ZONE, page.captured)
        if reading is not None and (
            page.captured is None or reading.when <= page.captured + timedelta(days=1)
        ):
            return Moment(reading, "text: head", True)
    return None


def _find_title(page: Page) -> tuple[Found[str], int] | None:
    ruled = _ruled_one(page, "title")
    return (ruled, 0) if ruled else read_title(page)


def _base_of(page: Page) -> str | None:
    element = page.root.find(".//base[@href]")
    href = element.get("href") if element is not None else None
    return (absolute_url(href, page.url) if href else None) or page.url


def _captions(lead: Found[Image] | None, body: Body) -> list[str]:
    captions = [image.caption for image in body.images if image.caption]
    if lead is not None and lead.value.caption:
        captions.append(lead.value.caption)
    return captions


def _assembled(
    page: Page,
    choice: Choice,
    body: Body,
    judged: Judged,
    title: Found[str],
    title_order: int,
    subtitle: Found[str] | None,
    lead: Found[Image] | None,
    moments: Moments,
) -> Article:
    breadcrumbs = read_breadcrumbs(page, title.value)
    section = _ruled_one(page, "section") or read_section(page, title_order, breadcrumbs.value)
    tags = _ruled_all(page, "tags") or read_tags(page, title_order, judged.tag_line, _tag_links(judged))
    mark = read_signoff(judged.signoff)
    people = read_people(page, title_order, judged.credits, _edges(body), mark.agency)
    authors = _ruled_names(page, "authors") or people.authors
    editors = _ruled_names(page, "editors") or people.editors
    blocks = tuple(Block(line.kind, line.text, line.level) for line in judged.kept)
    text = "\n".join(block.text for block in blocks)
    images = _images(lead, body)
    advertorial = read_advertorial(judged.signoff, _shelves(section, breadcrumbs, tags), page)
    language = read_language(text, page.structured.declared_language)
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
        body=choice,
        photographers=people.photographers,
        agency=people.agency,
        is_advertorial=advertorial.reason if advertorial else None,
        sponsor=advertorial.sponsor if advertorial else None,
        signoff=Found(judged.signoff, "text: signoff") if judged.signoff else None,
        correction=Found(judged.correction, "text: correction") if judged.correction else None,
        language=language_found(language, page.structured.declared_language, text),
        canonical_url=canonical_found(canonical, page),
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
        dateline=read_dateline(blocks[0].text) if blocks else None,
        lead_image=images[0] if lead else None,
        images=images,
        blocks=blocks,
        html=build_markup(judged.kept),
        language=language,
        is_advertorial=advertorial is not None,
        advertorial_reason=advertorial.reason.value if advertorial else None,
        sponsor=advertorial.sponsor.value if advertorial and advertorial.sponsor else None,
        signoff=judged.signoff,
        initials=mark.initials,
        correction=judged.correction,
        page_urls=read_page_urls(page),
        links=_links(body, judged),
        provenance=MappingProxyType(provenance),
    )


def _ruled_one(page: Page, name: str) -> Found[str] | None:
    read = read_rule(name, page.rules, page.root, page.structured)
    return Found(read[0][0], str(read[1])) if read else None


def _ruled_all(page: Page, name: str) -> Found[tuple[str, ...]] | None:
    read = read_rule(name, page.rules, page.root, page.structured)
    return Found(tuple(dict.fromkeys(read[0])), str(read[1])) if read else None


def _ruled_names(page: Page, name: str) -> Found[tuple[str, ...]] | None:
    found = _ruled_all(page, name)
    names = tuple(clean for text in found.value if (clean := clean_name(text))) if found else ()
    return Found(names, found.place) if found and names else None


def _ruled_moments(page: Page, moments: Moments) -> Moments:
    return Moments(
        _ruled_moment(page, "published") or moments.published,
        _ruled_moment(page, "modified") or moments.modified,
    )


def _ruled_moment(page: Page, name: str) -> Moment | None:
    """The date at a rule's first place that holds a readable one."""
    rules = page.rules
    for place in rules.fields.get(name, ()) if rules is not None else ():
        only = RuleSet(fields={name: (place,)}, strip=rules.strip if rules is not None else {})
        read = read_rule(name, only, page.root, page.structured)
        for text in read[0] if read else ():
            reading: DateReading | None = read_date(text, page.zone or HOME_ZONE, page.captured)
            if reading is not None:
                return Moment(reading, str(place), place.source in ("css", "xpath"))
    return None


def _tag_links(judged: Judged) -> list[str]:
    return [link.text for line in judged.dropped if line.text == judged.tag_line for link in line.links]


def _images(lead: Found[Image] | None, body: Body) -> tuple[Image, ...]:
    if lead is None:
        return body.images
    return (lead.value, *(image for image in body.images if image.url != lead.value.url))


def _edges(body: Body) -> list[str]:
    """The short texts at the body's beginning and end, what was dropped of them too: bylines stand there."""
    lines: Sequence[Line] = body.lines
    edges = [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]
    return [line.text for line in edges if len(line.text) <= LONGEST_BYLINE]


def _shelves(
    section: Found[str] | None, breadcrumbs: Found[tuple[str, ...]], tags: Found[tuple[str, ...]]
) -> list[Found[str]]:
    """Section, breadcrumbs and tags, one by one."""
    shelves = [Found(section.value, section.place)] if section is not None else []
    return shelves + [Found(name, found.place) for found in (breadcrumbs, tags) for name in found.value]


def _links(body: Body, judged: Judged) -> tuple[Link, ...]:
    links: dict[str, Link] = {}
    lines: Sequence[Line] = body.lines
    for link in [link for line in lines for link in line.links] + list(body.embeds):
        links.setdefault(link.url, link)
    return tuple(links.values())
