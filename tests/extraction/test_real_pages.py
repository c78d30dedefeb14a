"""Saved pages of national portals, beside the repository, against what a reader takes from them."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from kaltimcrawl.extraction import Article, extract

SHARED = Path(__file__).parents[2].parent / "shared" / "real"
TRUTH = SHARED / "truth.jsonl"
PAGES = [json.loads(line) for line in TRUTH.read_text("utf-8").splitlines()] if TRUTH.exists() else []
ARTICLES = [page for page in PAGES if page["kind"] == "article"]

pytestmark = pytest.mark.skipif(not PAGES, reason="needs ../shared/real, the pages beside the repository")


def of_pages(pages):
    """One case a page, named after its file; one that is skipped where there are none."""
    return pytest.mark.parametrize("page", pages or [None], ids=[page["file"] for page in pages] or ["none"])


@cache
def read(file: str, url: str) -> Article | None:
    return extract((SHARED / file).read_bytes(), url)


@pytest.fixture
def article(page) -> Article:
    found = read(page["file"], page["url"])
    assert found is not None
    return found


def folded(text: str) -> str:
    """Dashes alike and spaces single, as the truth has them."""
    return " ".join(text.replace("–", "-").replace("—", "-").split())


@of_pages(PAGES)
def test_articles_are_told_from_listings_and_galleries(page):
    assert (read(page["file"], page["url"]) is not None) == (page["kind"] == "article")


@of_pages(ARTICLES)
def test_the_text_is_the_article_and_nothing_but_the_article(page, article):
    assert [folded(block.text) for block in article.blocks] == [folded(text) for text in page["paragraphs"]]


@of_pages(ARTICLES)
def test_the_title_is_whole_and_without_the_sites_name(page, article):
    assert article.title == folded(page["title"])


@of_pages([page for page in ARTICLES if page["authors"] is not None])
def test_authors_are_as_printed(page, article):
    # The truth has "A dan B" as one string; an article names each person.
    assert list(article.authors) == [name for printed in page["authors"] for name in printed.split(" dan ")]


@of_pages([page for page in ARTICLES if page["editors"] is not None])
def test_editors_are_as_printed(page, article):
    assert list(article.editors) == page["editors"]


@of_pages([page for page in ARTICLES if page["published"]])
def test_the_date_is_right_to_the_minute_and_with_the_portals_offset(page, article):
    when = datetime.fromisoformat(page["published"])
    assert article.published is not None
    assert article.published.replace(second=0, microsecond=0) == when
    assert article.published.utcoffset() == when.utcoffset()


@of_pages(ARTICLES)
def test_the_dateline_is_as_printed(page, article):
    assert article.dateline == page["dateline"]


@of_pages(ARTICLES)
def test_no_line_of_the_pages_chrome_is_in_the_text(page, article):
    assert [text for text in page["must_not"] if text in article.text] == []
