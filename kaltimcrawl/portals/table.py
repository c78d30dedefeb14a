"""The portals in Markdown, as docs/portals.md has them: `python -m kaltimcrawl.portals.table` prints it."""

from __future__ import annotations

from collections.abc import Iterable

from kaltimcrawl.portals.load import load_portals
from kaltimcrawl.portals.portal import Doors, Portal


def portal_table(portals: Iterable[Portal]) -> str:
    """A Markdown table, a line a portal: slug, name with its home page, region, doors declared."""
    rows = [
        f"| {portal.slug} | [{_cell(portal.name)}]({portal.home}) | {_cell(portal.region)}"
        f" | {_doors(portal.doors)} |"
        for portal in portals
    ]
    return "\n".join(["| slug | name | region | doors declared |", "|---|---|---|---|", *rows])


def _doors(doors: Doors) -> str:
    declared = (
        ("feed", bool(doors.feeds)),
        ("WordPress REST", doors.wordpress is not None),
        ("sitemap", bool(doors.sitemaps)),
        ("listing", bool(doors.listings)),
    )
    return ", ".join(word for word, is_declared in declared if is_declared) or "home page"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(portal_table(load_portals().values()))
