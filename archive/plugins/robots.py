"""/robots.txt: the archive asks search engines to stay out (RFC 9309).

The articles are the portals' own: who looks for one should find the portal first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from datasette import Response, hookimpl


@hookimpl
def register_routes() -> list[tuple[str, Callable[[], Any]]]:
    """The one route."""
    return [(r"^/robots\.txt$", robots_txt)]


def robots_txt() -> Any:
    """A plain-text answer that disallows everything to everyone."""
    return Response.text("User-agent: *\nDisallow: /\n")
