"""The middleware nearest to the downloader: every answer goes into the WARC as it came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers as ScrapyHeaders
from scrapy.http import Response

from kaltimcrawl.capture import Capture, Exchange, Headers, Original, Rendering, WarcWriter

_PHRASES = {status.value: status.phrase for status in HTTPStatus}


class CaptureMiddleware:
    """Writes each exchange and puts its `Capture` into `request.meta["capture"]`.

    Where `request.meta["original"]` is an earlier capture of the address and nothing has changed since, a
    revisit is written. Where `request.meta["served_id"]` names a capture, the response is no exchange but
    what a browser made of that one, and is kept as a rendering. It stands below decompression, redirects and
    retries, so that their answers are kept too, as is robots.txt.
    """

    def __init__(self, writer: WarcWriter, keep: Callable[[Capture], None]) -> None:
        self._writer = writer
        self._keep = keep

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CaptureMiddleware:
        crawl = crawler.spider.crawl  # type: ignore[union-attr]
        return cls(crawl.writer, crawl.ledger.capture)

    def process_response(self, request: Request, response: Response) -> Response:
        """The response. Raises `CaptureError` where the WARC can't be written, which ends the crawl."""
        served_id: str | None = request.meta.get("served_id")
        if served_id is not None:
            rendering = Rendering(response.url, served_id, datetime.now(UTC), response.body)
            return self._kept(request, response, self._writer.write_rendering(rendering))
        original: Original | None = request.meta.get("original")
        if original is not None and original.url != response.url:
            original = None  # a redirect took the request elsewhere
        return self._kept(request, response, self._writer.write(exchange_of(request, response), original))

    def _kept(self, request: Request, response: Response, capture: Capture) -> Response:
        request.meta["capture"] = capture
        self._keep(capture)
        return response


def exchange_of(request: Request, response: Response) -> Exchange:
    """The exchange as it went over the line; Scrapy keeps no reason phrase, so the status's own stands in."""
    return Exchange(
        url=response.url,
        method=request.method,
        request_headers=(
            ("Host", urlsplit(request.url).netloc.rpartition("@")[2]),
            *_headers(request.headers),
        ),
        started=request.meta.get("started") or datetime.now(UTC),
        status=response.status,
        reason=_PHRASES.get(response.status, ""),
        protocol=response.protocol or "HTTP/1.1",
        response_headers=_headers(response.headers),
        body=response.body,
        ip_address=str(response.ip_address) if response.ip_address else None,
        for_rendering=bool(request.meta.get("for_rendering")),
    )


def _headers(headers: ScrapyHeaders) -> Headers:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name in headers
        for value in headers.getlist(name)
    )
