"""Runs one crawl in this process and prints what came of it: Twisted's reactor runs once a process."""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kaltimcrawl.errors import KaltimcrawlError
from kaltimcrawl.portals import Doors, Portal
from kaltimcrawl.spiders.run import CrawlOptions, PortalResult, crawl_portals


class Pages:
    def __init__(self) -> None:
        self.seen: list[tuple[str, str, str]] = []

    def on_start(self, portal: Portal) -> None: ...

    def on_page(self, portal: str, url: str, kind: str) -> None:
        self.seen.append((portal, url, kind))

    def on_finish(self, portal: Portal, result: PortalResult) -> None: ...


def portal(fields: dict[str, object]) -> Portal:
    doors = Doors(**{name: as_tuples(value) for name, value in fields.pop("doors", {}).items()})
    plain = {"slug": "uji", "name": "Kabar Uji", "region": "Samarinda", "delay": 0.0, "allow_private": True}
    return Portal(**(plain | fields), timezone=ZoneInfo("Asia/Makassar"), doors=doors)


def as_tuples(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def main() -> int:
    order = json.loads(sys.argv[1])
    options = order["options"]
    for name in ("since", "until"):
        if options.get(name):
            options[name] = datetime.fromisoformat(options[name])
    if options.get("max_time"):
        options["max_time"] = timedelta(seconds=options["max_time"])
    pages = Pages()
    portals = [portal(fields) for fields in order["portals"]]
    try:
        results = crawl_portals(portals, Path(order["folder"]), CrawlOptions(**options), pages)
    except KaltimcrawlError as error:
        print(f"kaltimcrawl: {error}", file=sys.stderr)
        return error.exit_code
    told = [[one.portal, one.status, dict(one.counts), one.errors, one.left] for one in results]
    keys = ("portal", "status", "counts", "errors", "left")
    print(json.dumps({"results": [dict(zip(keys, one, strict=True)) for one in told], "pages": pages.seen}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
