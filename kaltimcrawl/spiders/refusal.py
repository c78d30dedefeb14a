"""Why a request of ours is not sent."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest


class Refusal(IgnoreRequest):
    """Raised by our downloader middlewares, in `process_request`, and by our download handlers.

    The fetch then fails with this kind. `kind` is a crawl_errors kind: robots, private, network, size,
    render, internal.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
