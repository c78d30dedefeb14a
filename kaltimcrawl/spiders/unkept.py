"""The middleware of runs that keep nothing: each answer gets a capture as a kept one has, and no record."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Response

from kaltimcrawl.capture import Capture, Location
from kaltimcrawl.spiders.capture import exchange_of

NOWHERE = Location(file="", offset=0, length=0)


class UnkeptMiddleware:
    """Puts a `Capture` into `request.meta["capture"]`, which fetching and intake ask for.

    It stands where `CaptureMiddleware` stands in a crawl, below decompression and redirects.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """The response."""
        exchange = exchange_of(request, response)
        request.meta["capture"] = Capture(
            url=exchange.url,
            captured=exchange.started,
            status=exchange.status,
            headers=exchange.response_headers,
            payload_digest=None,
            record_id="",
            location=NOWHERE,
            for_rendering=exchange.for_rendering,
        )
        return response
