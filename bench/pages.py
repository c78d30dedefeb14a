"""The pages that extraction is measured on, with what their text truly is.

The demo portal's are always there. Beside the checkout `../shared/real` may hold saved pages of real
portals, and `../shared/wordpress` those of a real WordPress in several themes; what is absent is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaltimcrawl.demo import DemoArticle, load_articles
from kaltimcrawl.demo.site import DemoSite

SHARED = Path(__file__).parents[2] / "shared"
_BASE = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a server gave it."""

    source: str
    """demo, real or wordpress."""
    url: str
    body: bytes
    content_type: str | None
    text: str | None
    """The article's text on this page, a blank line between blocks; None where the page is no article."""


def read_pages() -> list[Page]:
    """All pages that there are: demo, real, wordpress."""
    pages = list(_demo_pages())
    for source, read in (("real", _real_pages), ("wordpress", _wordpress_pages)):
        if (SHARED / source).is_dir():
            pages += read(SHARED / source)
    return pages


def _demo_pages() -> Iterator[Page]:
    site = DemoSite(_BASE)
    for article in load_articles():
        for number, path in enumerate(article.page_paths):
            answer = site.answer(path)
            text = _part_text(article, number)
            yield Page("demo", _BASE + path, answer.body, answer.content_type, text)
    for path in ("/", "/category/daerah/", "/tag/banjir/", "/redaksi/", "/?s=sungai"):
        answer = site.answer(path)
        if answer.status == 200:
            yield Page("demo", _BASE + path, answer.body, answer.content_type, None)


def _part_text(article: DemoArticle, number: int) -> str:
    return "\n\n".join(block.text for piece in article.pages[number] for block in piece.blocks())


def _real_pages(folder: Path) -> Iterator[Page]:
    for row in _rows(folder / "truth.jsonl"):
        text = "\n\n".join(row["paragraphs"]) if row["kind"] == "article" else None
        yield Page("real", row["url"], (folder / row["file"]).read_bytes(), None, text)


def _wordpress_pages(folder: Path) -> Iterator[Page]:
    for truth in sorted(folder.glob("*/truth.jsonl")):
        for row in _rows(truth):
            parts = row.get("part_paragraphs") or [row.get("paragraphs")]
            for number, (name, paragraphs) in enumerate(zip(row["files"], parts, strict=False), 1):
                text = "\n\n".join(paragraphs) if row["kind"] == "article" else None
                url = row["url"] if number == 1 else f"{row['url']}{number}/"
                yield Page("wordpress", url, (truth.parent / name).read_bytes(), None, text)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
