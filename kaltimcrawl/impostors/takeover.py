"""Whether a page sells gambling in a lapsed portal's place, and isn't news about gambling."""

from __future__ import annotations

from kaltimcrawl.impostors.head import Head
from kaltimcrawl.impostors.sight import see
from kaltimcrawl.impostors.words import load_lexicon, plain

_OFFERS_IN_TITLE = 2
_OFFERS_IN_HEAD = 4
_DOORS = 2
_LONGEST_DOOR = 40


def takes_over(head: Head) -> str | None:
    """The line that tells a gambling page, or None.

    Three things together tell it: its title, or title and description, string together offers ("situs slot
    gacor gampang menang"); neither speaks of police, courts, officials or people, as a headline about
    gambling does; and it invites: buttons to register, log in and deposit, or it is marked up as goods with
    a price and a rating, which is how such pages get into search results.
    """
    words = load_lexicon().takeover
    title = plain(f"{head.title} {head.social_title}")
    offers = set(words.offers.all_in(title))
    if not offers:
        return None
    said = plain(f"{title} {' '.join(head.headings)} {head.description}")
    if words.report.first_in(said) is not None:
        return None
    if len(offers) < _OFFERS_IN_TITLE and len(set(words.offers.all_in(said))) < _OFFERS_IN_HEAD:
        return None
    if not any(mark in head.low for mark in words.goods):
        buttons = {plain(button) for button in see(head.page).buttons if len(button) <= _LONGEST_DOOR}
        if len(buttons & words.doors) < _DOORS:
            return None
    return f"title sells gambling: '{min(offers, key=title.index)}'"
