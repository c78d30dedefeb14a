"""What a portal's profile says of one page: which lines are chrome, and where body, date and byline stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.containers import Choice
from kaltimcrawl.extraction.dates import read_date
from kaltimcrawl.extraction.figures import path_of_element
from kaltimcrawl.extraction.moment import Moment
from kaltimcrawl.extraction.moments import HOME_ZONE
from kaltimcrawl.extraction.names import clean_name
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.profile import Part, PortalProfile
from kaltimcrawl.extraction.survey import Survey
from kaltimcrawl.extraction.tree import text_of
from kaltimcrawl.extraction.verdict import Judged

PLACE = "profile: path"
"""The place of what was found by a path that the portal's other articles taught."""
_LEAST_PROSE = 140
_LEAST_PART = 12
_LEAST_LEFT = 4
_LONGEST_DATE, _LONGEST_NAME = 120, 60


def choose_by_habit(survey: Survey, choice: Choice, profile: PortalProfile) -> Choice | None:
    """The body at the path where the portal's bodies stand, or None where `choice` is as good.

    Only where `choice` was made by where prose stands, and at another path; and where the element at the path
    holds running text, a twelfth at least of what was chosen (comments may be many times the article).
    """
    path = profile.path_of("body")
    if choice.method != "generic" or path is None or path_of_element(choice.elements[0]) == path:
        return None
    found = max(_at_path(survey, path), key=lambda element: survey.prose.get(element, 0), default=None)
    prose = survey.prose.get(found, 0) if found is not None else 0
    if found is None or prose < _LEAST_PROSE or prose * _LEAST_PART < choice.prose:
        return None
    asides = frozenset(aside for aside in choice.asides if found in aside.iterancestors())
    return Choice((found,), PLACE, prose, "profile", asides)


def without_chrome(judged: Judged, profile: PortalProfile) -> Judged:
    """The verdict with the lines dropped that are chrome by the portal's other articles.

    Table rows stay, since tables of prices and scores say the same with other numbers. So does everything
    where less than a quarter of the text would be left: that is a page of its own kind, not an article's.
    """
    if not profile.chrome:
        return judged
    chrome = [line for line in judged.kept if line.kind != "table_row" and profile.is_chrome(line.text)]
    whole = sum(len(line.text) for line in judged.kept)
    if not chrome or (whole - sum(len(line.text) for line in chrome)) * _LEAST_LEFT < whole:
        return judged
    gone = set(map(id, chrome))
    kept = [line for line in judged.kept if id(line) not in gone]
    while kept and kept[-1].kind == "heading":  # it headed what was taken out
        chrome.append(kept.pop())
    return replace(judged, kept=kept, dropped=[*judged.dropped, *chrome])


def read_habitual_date(page: Page, profile: PortalProfile) -> Moment | None:
    """The date at the path where the portal's dates stand; None where none can be read there."""
    for element in _at_part(page.survey, profile, "date"):
        text = text_of(element)
        reading = (
            read_date(text, page.zone or HOME_ZONE, page.captured) if len(text) <= _LONGEST_DATE else None
        )
        if reading is not None and (page.captured is None or reading.when <= page.captured):
            return Moment(reading, PLACE, True)
    return None


def read_habitual_author(page: Page, profile: PortalProfile) -> Named | None:
    """The name at the path where the portal's bylines stand; None where there is none."""
    for element in _at_part(page.survey, profile, "byline"):
        text = text_of(element)
        name = clean_name(text) if 0 < len(text) <= _LONGEST_NAME else None
        if name is not None and name[0].isupper():
            return Found((name,), PLACE, text)
    return None


def _at_part(survey: Survey, profile: PortalProfile, part: Part) -> Iterator[Element]:
    path = profile.path_of(part)
    return _at_path(survey, path) if path is not None else iter(())


def _at_path(survey: Survey, path: str) -> Iterator[Element]:
    """The elements at a path, in document order."""
    tag = path.rpartition(">")[2].partition(".")[0]
    for element in survey.elements:
        if element.tag == tag and path_of_element(element) == path:
            yield element
