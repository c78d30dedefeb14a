"""The extraction rules of a portal, made of its own layouts over its family's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from kaltimcrawl.portals.form import LayoutForm
from kaltimcrawl.portals.patterns import read_pattern
from kaltimcrawl.portals.places import check_css, read_places
from kaltimcrawl.portals.spot import Spot, did_you_mean
from kaltimcrawl.rules import FIELDS, Place, RuleSet

Layouts = LayoutForm | list[LayoutForm] | None


@dataclass(frozen=True, slots=True)
class _Layout:
    """One layout of one file, checked. An empty list is kept: it says that the family's doesn't hold."""

    fields: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    drop: tuple[str, ...] | None = None
    strip: Mapping[str, str] = field(default_factory=dict)


def read_rules(own: Layouts, family: Layouts, spots: tuple[Spot, Spot]) -> tuple[RuleSet, ...]:
    """The rule sets: ended layouts by their end, oldest first, then the present one; empty ones left out.

    Layouts that end on the same day (or not at all) are one: each key of the portal's goes over the family's,
    and of `strip` each field. `spots` are those of [extraction] in the portal's and in the family's file.
    Raises PortalError for a rule that is wrong and for two layouts of one file that end on the same day.
    """
    theirs = _read_layouts(family, spots[1])
    ours = _read_layouts(own, spots[0])
    untils = sorted({*theirs, *ours}, key=lambda until: until or date.max)
    merged = (_over(ours.get(until, _Layout()), theirs.get(until, _Layout()), until) for until in untils)
    return tuple(rules for rules in merged if rules.fields or rules.drop or rules.strip)


def _read_layouts(layouts: Layouts, spot: Spot) -> dict[date | None, _Layout]:
    found: dict[date | None, _Layout] = {}
    for layout, here in _numbered(layouts, spot):
        if layout.until in found:
            twice = f"two layouts end on {layout.until}" if layout.until else "two layouts have no end"
            raise here.at("until").error(f"{twice}; only the present layout goes without 'until'")
        found[layout.until] = _read_layout(layout, here)
    return found


def _numbered(layouts: Layouts, spot: Spot) -> Iterator[tuple[LayoutForm, Spot]]:
    if isinstance(layouts, LayoutForm):
        yield layouts, spot
    elif layouts is not None:
        for number, layout in enumerate(layouts, 1):
            yield layout, spot.numbered(number)


def _read_layout(layout: LayoutForm, spot: Spot) -> _Layout:
    given = {name: getattr(layout, name) for name in FIELDS}
    fields = {name: read_places(spot.at(name), texts) for name, texts in given.items() if texts is not None}
    for selector in layout.drop or ():
        check_css(spot.at("drop"), selector)
    strip = layout.strip or {}
    for name, pattern in strip.items():
        here = spot.at("strip").at(name)
        if name not in FIELDS:
            raise here.error(
                f"unknown field{did_you_mean(name, FIELDS) or '; known are ' + ', '.join(FIELDS)}"
            )
        read_pattern(here, pattern)
    return _Layout(fields, None if layout.drop is None else tuple(layout.drop), strip)


def _over(own: _Layout, family: _Layout, until: date | None) -> RuleSet:
    places = {**family.fields, **own.fields}
    return RuleSet(
        until=until,
        fields=MappingProxyType({name: places[name] for name in FIELDS if places.get(name)}),
        drop=(own.drop if own.drop is not None else family.drop) or (),
        strip=MappingProxyType({**family.strip, **own.strip}),
    )
