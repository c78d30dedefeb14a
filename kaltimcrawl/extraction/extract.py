"""`extract`: a page in, an `Article` out. Pure: no network, no clock, no database, no state between pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from types import MappingProxyType
from typing import Literal

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Article, Claim, Image, Origin
from kaltimcrawl.extraction.assembling import assemble_article
from kaltimcrawl.extraction.blocks import read_body
from kaltimcrawl.extraction.breaks import space_breaks
from kaltimcrawl.extraction.confidence import confidence_of
from kaltimcrawl.extraction.containers import Choice, Choices, choose_containers, choose_densest
from kaltimcrawl.extraction.encoding import to_utf8
from kaltimcrawl.extraction.figures import PageFigures, measure_page
from kaltimcrawl.extraction.filed import filed_lines, texts_filed
from kaltimcrawl.extraction.habits import (
    choose_by_habit,
    read_habitual_author,
    read_habitual_date,
    without_chrome,
)
from kaltimcrawl.extraction.headings import place_in_body
from kaltimcrawl.extraction.heads import take_headline
from kaltimcrawl.extraction.hearing import Heard, Taken, hear
from kaltimcrawl.extraction.judging import judge
from kaltimcrawl.extraction.kinds import is_article, is_thin, may_be_article, tells_other_kind
from kaltimcrawl.extraction.language import read_language
from kaltimcrawl.extraction.leads import find_standfirst, paragraph_over
from kaltimcrawl.extraction.lines import Body, Line
from kaltimcrawl.extraction.moment import Moments
from kaltimcrawl.extraction.moments import read_moments, with_stamps
from kaltimcrawl.extraction.offers import offers_within, without_offers
from kaltimcrawl.extraction.page import Found, Page, PortalHints, lay_out
from kaltimcrawl.extraction.pictures import read_lead_image
from kaltimcrawl.extraction.places import rules_for, select_dropped, select_elements
from kaltimcrawl.extraction.posts import is_run_of_posts, links_to_itself
from kaltimcrawl.extraction.profile import PortalProfile
from kaltimcrawl.extraction.ruled import read_ruled_text, with_ruled_moments
from kaltimcrawl.extraction.sheets import hidden_by_sheets
from kaltimcrawl.extraction.slugs import is_in_address
from kaltimcrawl.extraction.standing import says_missing
from kaltimcrawl.extraction.structured import read_structured
from kaltimcrawl.extraction.subtitles import read_subtitle, subtitle_in_body
from kaltimcrawl.extraction.survey import survey_page
from kaltimcrawl.extraction.teasers import without_teasers
from kaltimcrawl.extraction.titles import find_anchor, read_title
from kaltimcrawl.extraction.tree import parse_page, text_of
from kaltimcrawl.extraction.verdict import Judged
from kaltimcrawl.extraction.witnesses import Testimony, Witness, read_state, read_testimonies
from kaltimcrawl.rules import RuleSet
from kaltimcrawl.urls import absolute_url, host_of, url_key

_UNKNOWN = PortalProfile()
_LONGEST_READ_AGAIN = 1_000_000
"""Bytes of a page that is read a second time where its body was not found; a longer one takes too long."""


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


_Refusal = Literal["thin", "other"]
"""Why a page is no article as it was read: the chosen body has next to no text, or it is another kind."""


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
    space_breaks(root)
    structured = read_structured(root)
    if tells_other_kind(root, structured, url):
        return None
    zone = portal.timezone if portal is not None else None
    rules = rules_for(portal.rules, _day_of(captured, zone)) if portal is not None else None
    testimonies = read_testimonies(structured, witnesses, url)

    def read_tree(
        tree: Element, testimonies: Sequence[Testimony] = testimonies, *, is_lenient: bool = False
    ) -> _Read | _Refusal:
        survey = survey_page(tree, source, is_lenient=is_lenient)
        dropped = select_dropped(rules, tree)
        anchor = find_anchor(survey, structured)
        choices = _choose(tree, rules, dropped)
        if choices is None:
            choices = choose_densest(survey) if is_lenient else choose_containers(survey, anchor)
        if choices is None:
            if not testimonies:
                return "thin"
            choices = Choices(Choice((_whole(tree),), "", 0), None)
        choices = without_offers(choices, survey.asking)
        page = lay_out(
            url,
            structured,
            survey,
            choices.first.elements,
            zone=zone,
            captured=captured,
            rules=rules,
            anchor=anchor,
            source=source,
        )
        return _read_article(page, choices, testimonies, dropped, profile or _UNKNOWN)

    read = read_tree(root)
    if read == "thin" and (state := read_state(source, structured, url)) is not None:
        again = parse_page(source)
        read = read_tree(again, (*testimonies, state)) if again is not None else read
    is_worth_more = read == "thin" and len(source) <= _LONGEST_READ_AGAIN and may_be_article(structured, url)
    if is_worth_more and (again := parse_page(source)) is not None:
        space_breaks(again)
        read = read_tree(again, is_lenient=True)
    return read if isinstance(read, _Read) else None


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
) -> _Read | _Refusal:
    found_title = _find_title(page)
    if found_title is None:
        return "other"
    title, title_order = found_title
    if says_missing(title.value):
        return "other"
    standfirst = find_standfirst(page, title_order) if title_order else None
    filed = filed_lines(page)
    dropped |= {*filed, *((standfirst,) if standfirst is not None else ())}
    heard, lead, is_by_habit = _take_body(page, choices, testimonies, dropped, profile, found_title)
    taken = heard.taken
    if taken.choice is not choices.first:
        page = page.moved_to(taken.choice.elements)
        title, title_order = _find_title(page) or found_title
        lead = read_lead_image(page, title_order, taken.body.images)
    subtitle = (
        read_ruled_text(page, "subtitle")
        or read_subtitle(page, title.value, title_order, standfirst)
        or heard.standfirst
        or subtitle_in_body(page, taken.body.lines, title.value)
        or (paragraph_over(page, title_order) if title_order else None)
    )
    taken = replace(taken, judged=without_teasers(taken.judged, page))
    untaught = taken.judged
    if title.place == "css: title" and (headline := take_headline(untaught)) is not None:
        title = Found(headline, "text: first line", headline, (Claim(title.place, title.value),))
        title_order = title_order or place_in_body(page, headline)
    moments = _find_moments(page, title_order, untaught, filed)
    if moments.published is None and (dated := read_habitual_date(page, profile)) is not None:
        moments, is_by_habit = replace(moments, published=dated), True
    is_addressed = bool(title_order) and is_in_address(title.value, page.url)
    if not is_article(
        page,
        untaught.kept,
        untaught.dropped,
        moments,
        taken.method,
        taken.body.lines,
        is_addressed=is_addressed,
        is_its_own=is_addressed or links_to_itself(page, title_order),
    ):
        return "thin" if is_thin(untaught.kept) else "other"
    if page.structured.article is None and is_run_of_posts(page, title_order):
        return "other"
    taken = replace(taken, judged=without_chrome(untaught, profile))
    removed = len(untaught.kept) - len(taken.judged.kept)
    article = assemble_article(
        page,
        taken,
        title,
        title_order,
        subtitle,
        lead,
        moments,
        confidence_of(heard.evidence, len(heard.warnings)),
        (*heard.warnings, *_told_of_chrome(removed)),
    )

    def measure() -> PageFigures:
        key = url_key(address) if (address := article.canonical_url or article.url) else ""
        date, author = article.published_raw, next(iter(article.authors), None)
        return measure_page(page, key, taken.choice, untaught.kept, title_order, date, author)

    text = "\n\n".join(line.text for line in untaught.kept)
    return _Read(_with_habitual_author(article, page, profile), text, is_by_habit, measure)


def _find_title(page: Page) -> tuple[Found[str], int] | None:
    ruled = read_ruled_text(page, "title")
    return (ruled, 0) if ruled else read_title(page)


def _take_body(
    page: Page,
    choices: Choices,
    testimonies: Sequence[Testimony],
    dropped: frozenset[Element],
    profile: PortalProfile,
    found_title: tuple[Found[str], int],
) -> tuple[Heard, Found[Image] | None, bool]:
    """The body that was taken, the lead image of the first choice, and whether the profile told the body."""
    title, title_order = found_title
    base = _base_of(page)
    dropped |= offers_within(page, choices) | hidden_by_sheets(page.containers, page.source)
    first = read_body(page.containers, base, dropped | choices.first.asides)
    lead = read_lead_image(page, title_order, first.images)
    portal = _names_of_portal(page)

    def read(choice: Choice) -> Taken:
        body = read_body(choice.elements, base, dropped | choice.asides)
        judged = judge(body.lines, title.value, _captions(lead, body), portal)
        return Taken(choice, body, judged, choice.method)

    def judge_lines(lines: Sequence[Line]) -> Judged:
        return judge(lines, title.value, _captions(lead, first), portal)

    taken = Taken(choices.first, first, judge_lines(first.lines), choices.first.method)
    heard = hear(page, taken, choices.rival, testimonies, read, judge_lines, title_order)
    method = heard.taken.method
    habitual = choose_by_habit(page.survey, heard.taken.choice, profile) if method == "generic" else None
    if habitual is None:
        return heard, lead, False
    return replace(heard, taken=read(habitual)), lead, True


def _base_of(page: Page) -> str | None:
    element = next(page.root.iter("base"), None)
    href = element.get("href") if element is not None else None
    return (absolute_url(href, page.url) if href else None) or page.url


def _names_of_portal(page: Page) -> list[str]:
    """What the page's portal is called: its name, where the page tells it, and its host."""
    return [*page.structured.meta.get("og:site_name", ()), host_of(page.url or "").removeprefix("www.")]


def _captions(lead: Found[Image] | None, body: Body) -> list[str]:
    """The captions of a body's pictures and of the lead image."""
    of_lead = lead.value.caption if lead is not None else None
    return [caption for caption in (*(image.caption for image in body.images), of_lead) if caption]


def _find_moments(page: Page, title_order: int, judged: Judged, filed: Sequence[Element]) -> Moments:
    """When the article was published and modified, as its own page tells."""
    language = None
    if page.zone is None:
        text = " ".join(line.text for line in judged.kept[:12])
        language = read_language(text, page.structured.declared_language)
    moments = with_ruled_moments(page, read_moments(page, title_order, language))
    moments = with_stamps(page, moments, judged.stamps, "text: head")
    return with_stamps(page, moments, texts_filed(filed), "text: filed")


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
