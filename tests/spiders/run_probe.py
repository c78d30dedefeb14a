"""Probes one portal as the command line asks (JSON) and prints what was found, as JSON: a process of its own."""

import json
import sys
from zoneinfo import ZoneInfo

from kaltimcrawl.cli.probing import as_plain
from kaltimcrawl.portals import Doors, Portal
from kaltimcrawl.spiders.probe import probe_portal


def main() -> None:
    order = json.loads(sys.argv[1])
    declared = {
        key: tuple(value) if isinstance(value, list) else value for key, value in order["declared"].items()
    }
    portal = Portal(
        slug="uji",
        name="Kabar Uji",
        home=order["home"],
        region="",
        timezone=ZoneInfo("Asia/Makassar"),
        delay=order["delay"],
        allow_private=order["allow_private"],
        doors=Doors(**declared),
    )
    told: list[str] = []
    findings = probe_portal(portal, order["doors"], told.append)
    print(
        json.dumps(
            as_plain(findings)
            | {"told": told, "masthead": findings.masthead, "crawl_delay": findings.crawl_delay}
        )
    )


if __name__ == "__main__":
    main()
