"""Pages of a real WordPress in twelve themes, against exact truth."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kaltimcrawl import Article, extract
from kaltimcrawl.extraction import join_parts

FIELDS = (
    "title",
    "text",
    "authors",
    "editors",
    "published",
    "section",
    "tags",
    "dateline",
    "signoff",
    "advertorial",
)
DASHES = str.maketrans("–—", "--")


@cache
def _pages(folder: Path, files: tuple[str, ...], url: str) -> tuple[Article | None, ...]:
    urls = [url, *(f"{url}{number}/" for number in range(2, len(files) + 1))]
    return tuple(extract((folder / file).read_bytes(), at) for file, at in zip(files, urls, strict=True))


def _read(truth: dict[str, Any]) -> Article | None:
    parts = _pages(truth["folder"], tuple(truth["files"]), truth["url"])
    articles = [part for part in parts if part is not None]
    return join_parts(articles) if len(articles) == len(parts) else None


def test_only_articles_are_articles(wordpress_truth: dict[str, Any]) -> None:
    assert (_read(wordpress_truth) is not None) == (wordpress_truth["kind"] == "article")


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_as_the_editor_entered_it(wordpress_truth: dict[str, Any], field: str) -> None:
    article, truth = _read(wordpress_truth), wordpress_truth
    if truth["kind"] != "article" or article is None:
        return
    printed = (truth["folder"] / truth["files"][-1]).read_text("utf-8")
    if field == "title":
        assert _folded(article.title) == _folded(truth["title"])
    elif field == "text":
        assert [_folded(block.text) for block in article.blocks] == [
            _folded(text) for text in truth["paragraphs"]
        ]
    elif field == "authors":
        assert list(article.authors) == [truth["author"]] * (truth["author"] is not None)
    elif field == "editors":
        assert list(article.editors) == [truth["editor"]] * (truth["editor"] is not None)
    elif field == "published":
        assert article.published is not None
        if "T" in truth["published"]:
            assert article.published.replace(second=0) == datetime.fromisoformat(truth["published"])
        else:
            assert article.published.date().isoformat() == truth["published"]
    elif field == "tags":
        assert sorted(tag.lower() for tag in article.tags) == sorted(tag.lower() for tag in truth["tags"])
    elif field == "signoff":
        assert article.signoff == (
            truth["signoff"] if truth["signoff"] and truth["signoff"] in printed else None
        )
    elif field == "advertorial":
        assert article.is_advertorial == truth["is_advertorial"]
    else:
        assert getattr(article, field) == truth[field]


def test_pages_of_an_article_name_each_other(wordpress_truth: dict[str, Any]) -> None:
    files, url = wordpress_truth.get("files", ()), wordpress_truth["url"]
    if wordpress_truth["kind"] != "article":
        return
    expected = (url, *(f"{url}{number}/" for number in range(2, len(files) + 1))) if len(files) > 1 else ()
    for page in _pages(wordpress_truth["folder"], tuple(files), url):
        assert page is not None
        assert page.page_urls == expected


def test_a_printed_caption_belongs_to_the_lead_image(wordpress_truth: dict[str, Any]) -> None:
    article, caption = _read(wordpress_truth), wordpress_truth.get("caption")
    if article is None or caption is None:
        return
    if caption in (wordpress_truth["folder"] / wordpress_truth["files"][0]).read_text("utf-8"):
        assert article.lead_image is not None
        assert article.lead_image.caption == caption
        assert article.lead_image.credit == "Istimewa"


def _folded(text: str) -> str:
    return " ".join(text.translate(DASHES).split())
