"""Who to crawl: portals declared in TOML, one a file, over a family's file; checked when loaded."""

from kaltimcrawl.portals.load import find_portal, load_portal, load_portals
from kaltimcrawl.portals.portal import Doors, Portal

__all__ = ["Doors", "Portal", "find_portal", "load_portal", "load_portals"]
