"""Fields that a portal's rules tell, read before any other place is asked."""

from __future__ import annotations

from kaltimcrawl.extraction.dates import read_date
from kaltimcrawl.extraction.moment import Moment, Moments
from kaltimcrawl.extraction.moments import HOME_ZONE
from kaltimcrawl.extraction.names import clean_name
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.places import read_rule
from kaltimcrawl.rules import RuleSet


def read_ruled_text(page: Page, name: str) -> Found[str] | None:
    """The first text of field `name`; None where the rules name no place of it, or nothing stands there."""
    read = read_rule(name, page.rules, page.root, page.structured)
    return Found(read[0][0], str(read[1])) if read else None


def read_ruled_texts(page: Page, name: str) -> Named | None:
    """All texts of field `name`, each once; None where there are none."""
    read = read_rule(name, page.rules, page.root, page.structured)
    return Found(tuple(dict.fromkeys(read[0])), str(read[1])) if read else None


def read_ruled_names(page: Page, name: str) -> Named | None:
    """The names of people in field `name`; None where no text of it is one."""
    found = read_ruled_texts(page, name)
    names = tuple(clean for text in found.value if (clean := clean_name(text))) if found else ()
    return Found(names, found.place) if found and names else None


def with_ruled_moments(page: Page, moments: Moments) -> Moments:
    """`moments`, with those that the rules tell in place of what was found without them."""
    return Moments(
        _read_moment(page, "published") or moments.published,
        _read_moment(page, "modified") or moments.modified,
    )


def _read_moment(page: Page, name: str) -> Moment | None:
    """The date at a rule's first place that holds a readable one."""
    rules = page.rules
    for place in rules.fields.get(name, ()) if rules is not None else ():
        only = RuleSet(fields={name: (place,)}, strip=rules.strip if rules is not None else {})
        read = read_rule(name, only, page.root, page.structured)
        for text in read[0] if read else ():
            reading = read_date(text, page.zone or HOME_ZONE, page.captured)
            if reading is not None:
                return Moment(reading, str(place), place.source in ("css", "xpath"))
    return None
