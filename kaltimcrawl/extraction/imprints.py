"""Lines under a text in which its portal speaks of itself: where to write to it, and what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaltimcrawl.extraction.contacts import MAIL, OF_OFFICES, squeezed
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.lines import Line

_LONGEST, _LONGEST_LABEL, _LONGEST_NAME, _LONGEST_INVITATION = 160, 30, 60, 200
_SHORTEST_NAME, _MOST_BESIDE = 5, 2
_COLONS = (":", "：", "፦", "፡-", "፡")
_NETWORKS = frozenset((*read_data("owntext.toml")["players"]["hosts"], "t.me", "wa.me", "telegram.me"))
_LABELLED_ADDRESS = re.compile(
    r"[^\W\d_][^:：፦፡]{1,24}?\s?(?::|：|፦|፡-?)\s?(?:https?://)?(?P<host>[\w-]{1,40}(?:\.[\w-]{2,30}){1,3})(?:/\S{0,60})?"
)
_OF_ITSELF = tuple(read_data("owntext.toml")["imprint"]["of_itself"])


def is_imprint(lines: Sequence[Line], position: int, portal: Sequence[str]) -> bool:
    """Whether the line at a position under the text is the portal's own; `portal` holds what it is called,
    the host last.
    """
    line = lines[position]
    if not portal:
        return False
    if _asks_to_write(line, portal) or _names_portal_alone(line, portal) or _tells_of_portal(line, portal):
        return True
    around = lines[max(0, position - _MOST_BESIDE) : position + 1 + _MOST_BESIDE]
    if not any(portal[-1] in _hosts_of(each) for each in around):
        return False
    below = lines[position + 1 : position + 2]
    if line.text.endswith(_COLONS):
        return any(map(_hosts_of, below))
    return any(host == portal[-1] or host in _NETWORKS for host in _hosts_of(line))


def _hosts_of(line: Line) -> tuple[str, ...]:
    """The host of the address that a line is nothing but, behind a label: "Web: kabar.example"."""
    found = _LABELLED_ADDRESS.fullmatch(line.text) if len(line.text) <= _LONGEST_NAME * 2 else None
    return (found["host"].lower().removeprefix("www."),) if found is not None else ()


def _asks_to_write(line: Line, portal: Sequence[str]) -> bool:
    """Whether a line that is set apart, or ends in it, hands out an e-mail address of the portal's own house.

    What an office hands out on its own pages is its article's.
    """
    if "@" not in line.text or len(line.text) > _LONGEST_INVITATION or line.kind == "quote":
        return False
    host = portal[-1]
    mails = list(MAIL.finditer(line.text))
    is_apart = line.strong or line.boxed or (bool(mails) and mails[-1].end() >= len(line.text.rstrip(" .!)")))
    domains = [found["domain"].lower() for found in mails]
    return (
        bool(domains)
        and is_apart
        and all(
            not OF_OFFICES.search(domain)
            and (f".{host}".endswith(f".{domain}") or domain.endswith(f".{host}"))
            for domain in domains
        )
    )


def _names_portal_alone(line: Line, portal: Sequence[str]) -> bool:
    """Whether a line is a label, in any language, and the portal's name or host: "Asali: Kabar.example"."""
    label, colon, value = line.text.replace("：", ":").partition(":")
    if not colon or not 0 < len(label) <= _LONGEST_LABEL:
        return False
    own = {squeezed(name) for name in portal}
    return squeezed(value) in own - {""}


def _tells_of_portal(line: Line, portal: Sequence[str]) -> bool:
    """Whether a line begins with the portal's name and tells what that is, as no article of its own does but
    its imprint: "Kabar Hulu adalah portal berita daerah …".
    """
    low = line.text[:_LONGEST].lower()
    starts = (low.find(f" {words}", 0, 2 * _LONGEST_NAME) for words in _OF_ITSELF)
    name = next((squeezed(low[:at]) for at in starts if 0 < at <= _LONGEST_NAME), "")
    if len(name) < _SHORTEST_NAME:
        return False
    return name in {squeezed(own) for own in (*portal, *portal[-1].split("."))}
