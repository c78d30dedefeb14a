"""Generated pages taken through the stages once, so that each stage can be measured alone."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.report import BenchError
from kaltimcrawl.capture import Capture, Exchange, WarcWriter
from kaltimcrawl.demo import generated_portal
from kaltimcrawl.demo.generated import GeneratedPages, make_article
from kaltimcrawl.extraction import Article, PageFigures
from kaltimcrawl.intake import read_page
from kaltimcrawl.portals import Portal

_BASE = "http://127.0.0.1:8000"
_GZIP_LEVEL = 5  # the demo server's


@dataclass(frozen=True, slots=True)
class Material:
    """The same pages, as each stage takes them; lists of one length."""

    portal: Portal
    bodies: list[bytes]
    """Without content encoding."""
    exchanges: list[Exchange]
    """As they go over the line, gzip bodies."""
    captures: list[Capture]
    articles: list[Article]
    figures: list[PageFigures]
    """What each page adds to the portal's profile."""


def prepare(pages: int, folder: Path) -> Material:
    """So many generated pages; their WARC stands in `folder`."""
    portal = generated_portal(_BASE)
    site = GeneratedPages(_BASE, pages, 1000)
    paths = [make_article(number).path for number in range(1, pages + 1)]
    bodies = [site.answer(path).body for path in paths]
    exchanges = [_exchange(_BASE + path, body) for path, body in zip(paths, bodies, strict=True)]
    with WarcWriter(folder, program="bench", run="material") as writer:
        captures = [writer.write(exchange) for exchange in exchanges]
    articles, figures = [], []
    for capture, body in zip(captures, bodies, strict=True):
        reading = read_page(capture, body, portal)
        if reading.article is None or reading.figures is None:
            raise BenchError(f"extraction gave no article for the generated page {capture.url}")
        articles.append(reading.article)
        figures.append(reading.figures)
    return Material(portal, bodies, exchanges, captures, articles, figures)


def _exchange(url: str, body: bytes) -> Exchange:
    return Exchange(
        url=url,
        method="GET",
        request_headers=(
            ("Host", "127.0.0.1:8000"),
            ("User-Agent", "kaltimcrawl-bench"),
            ("Accept-Encoding", "gzip, deflate, br, zstd"),
        ),
        started=datetime.now(UTC),
        status=200,
        reason="OK",
        protocol="HTTP/1.1",
        response_headers=(
            ("Content-Type", "text/html; charset=UTF-8"),
            ("Content-Encoding", "gzip"),
            ("Vary", "Accept-Encoding"),
        ),
        body=gzip.compress(body, _GZIP_LEVEL, mtime=0),
        ip_address="127.0.0.1",
    )
