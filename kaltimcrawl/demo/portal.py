"""The demo portal as a `Portal`, at the address where it is being served."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from zoneinfo import ZoneInfo

from kaltimcrawl.portals.portal import Doors, Portal

_HOME = "http://127.0.0.1/"


def demo_portal(url: str) -> Portal:
    """The demo portal served at `url` (`DemoServer.url`): feed, sitemaps and listings, no delay."""
    data = tomllib.loads(files(__package__).joinpath("portal.toml").read_text("utf-8"))
    doors = data["discovery"]

    def live(addresses: list[str]) -> tuple[str, ...]:
        return tuple(url + "/" + address.removeprefix(_HOME) for address in addresses)

    return Portal(
        slug="demo",
        name=data["name"],
        home=url + "/",
        region=data["region"],
        timezone=ZoneInfo(data["timezone"]),
        delay=data["delay"],
        allow_private=data["allow_private"],
        doors=Doors(
            feeds=live(doors["feeds"]),
            sitemaps=live(doors["sitemaps"]),
            listings=live(doors["listings"]),
            article_url=tuple(re.compile(pattern) for pattern in doors["article_url"]),
        ),
    )


def generated_portal(url: str) -> Portal:
    """The generated site served at `url` (`GeneratedSite.url`): sitemaps only, no delay."""
    return Portal(
        slug="generated",
        name="Kabar Ketinting, generated",
        home=url + "/",
        region="Samarinda",
        timezone=ZoneInfo("Asia/Makassar"),
        delay=0,
        allow_private=True,
        doors=Doors(
            sitemaps=(url + "/sitemap_index.xml",),
            article_url=demo_portal(url).doors.article_url,
        ),
    )
