"""All articles of the demo portal, served over loopback HTTP, against their authors' files."""

import urllib.request
from collections.abc import Iterator

import pytest

from kaltimcrawl.demo import DemoServer, demo_portal, load_articles
from kaltimcrawl.extraction import Article, extract, join_parts

ARTICLES = load_articles()


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


@pytest.fixture(scope="module")
def read(server):
    """Reads an article off its pages, each once for the whole module."""
    known: dict[str, Article] = {}

    def read(article) -> Article:
        if article.slug not in known:
            pages = [_page(server.url, path) for path in article.page_paths]
            assert None not in pages
            known[article.slug] = join_parts(pages)
        return known[article.slug]

    return read


def _page(home: str, path: str) -> Article | None:
    url = home.rstrip("/") + path
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 -- our own server on the loopback
        content_type = answer.headers.get("Content-Type")
        return extract(answer.read(), url, demo_portal(home), content_type=content_type)


pytestmark = pytest.mark.parametrize("truth", ARTICLES, ids=lambda article: article.slug)


def test_the_blocks_are_the_authors_own(truth, read):
    assert read(truth).blocks == truth.blocks


@pytest.mark.parametrize(
    "field", ["title", "subtitle", "section", "published", "dateline", "signoff", "is_advertorial"]
)
def test_a_field_is_what_its_author_wrote(truth, read, field):
    assert getattr(read(truth), field) == getattr(truth, field)


@pytest.mark.parametrize("field", ["authors", "editors", "tags"])
def test_names_and_tags_are_what_the_author_wrote(truth, read, field):
    assert sorted(getattr(read(truth), field)) == sorted(getattr(truth, field))


def test_the_lead_image_has_its_caption_and_its_photographer(truth, read):
    lead = read(truth).lead_image
    assert lead is not None
    assert (lead.caption, lead.credit) == (truth.pictures[0].printed, truth.pictures[0].credit)
    assert lead.url.endswith(truth.pictures[0].path)


def test_the_pages_of_an_article_are_named_in_order(truth, read, server):
    paths = truth.page_paths if len(truth.page_paths) > 1 else ()
    assert read(truth).page_urls == tuple(server.url.rstrip("/") + path for path in paths)
