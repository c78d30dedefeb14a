"""The crawler on a real WordPress: every post by each kind of door, every field, and what changes afterwards."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kaltimcrawl.urls import url_key
from tests.spiders.conftest import Crawls, Outcome
from tests.wordpress.editing import Wordpress
from tests.wordpress.post import Post


def portal(site: Wordpress, **doors: Any) -> dict[str, Any]:
    """The site as a portal with those doors."""
    return {"home": site.url + "/", "doors": doors}


def all_doors(wordpress: Wordpress) -> dict[str, Any]:
    """The site with its feed, sitemap and REST."""
    return portal(
        wordpress,
        feeds=[f"{wordpress.url}/feed/"],
        sitemaps=[f"{wordpress.url}/wp-sitemap.xml"],
        wordpress=f"{wordpress.url}/wp-json/wp/v2/posts",
    )


def keys(wordpress: Wordpress) -> set[str]:
    """The keys of all posts' addresses."""
    return {url_key(wordpress.url + post.path) for post in wordpress.posts}


def named(outcome: Outcome) -> set[str]:
    """The keys of the articles that doors have named, those that are known to be none left out."""
    return {key for (key,) in outcome.rows("select url_key from frontier where state <> 'no article'")}


@pytest.mark.parametrize(
    ("kind", "doors"),
    [
        ("feed and sitemap", {"feeds": ["/feed/"], "sitemaps": ["/wp-sitemap.xml"]}),
        ("REST", {"wordpress": "/wp-json/wp/v2/posts"}),
        ("listings", {"listings": ["/"]}),
    ],
)
def test_every_post_is_found_by_each_kind_of_door_alone(
    wordpress: Wordpress, tmp_path: Path, kind: str, doors: dict[str, Any]
) -> None:
    whole = {
        name: [wordpress.url + path for path in paths] if isinstance(paths, list) else wordpress.url + paths
        for name, paths in doors.items()
    }
    outcome = Crawls(tmp_path)(portal(wordpress, **whole), dry_run=True)
    assert (outcome.results[0]["status"], outcome.results[0]["errors"]) == ("finished", 0), kind
    found = named(outcome)
    assert keys(wordpress) - found == set()
    assert len(found - keys(wordpress)) <= 2, "the theme's sample page and the like"


class Crawled:
    """The archive of a full crawl."""

    def __init__(self, wordpress: Wordpress, folder: Path) -> None:
        self.wordpress = wordpress
        self.crawl = Crawls(folder)
        self.first = self.crawl(all_doors(wordpress))

    def update(self) -> Outcome:
        """An update that asks every door."""
        return self.crawl(all_doors(self.wordpress), command="update", ask_all=True)

    def make_due(self) -> None:
        """As if a month had gone by: every article is to be visited again."""
        with closing(sqlite3.connect(self.crawl.folder / "kaltim.db")) as connection, connection:
            connection.execute(
                "update frontier set next_visit = '2020-01-01T00:00:00Z' where next_visit is not null"
            )


@pytest.fixture(scope="module")
def crawled(wordpress: Wordpress, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    wordpress.restore()
    yield Crawled(wordpress, tmp_path_factory.mktemp("crawled"))
    wordpress.restore()


def counts(outcome: Outcome) -> dict[str, int]:
    """What was done, without what was done not at all."""
    told = outcome.results[0]["counts"]
    return {name: count for name, count in told.items() if count and name != "captures"}


def test_every_post_is_held(crawled: Crawled) -> None:
    assert crawled.first.results[0]["status"] == "finished"
    assert counts(crawled.first).get("new") == 300
    held = {key for (key,) in crawled.crawl.rows("select url_key from articles")}
    assert held == keys(crawled.wordpress)


def test_every_field_is_as_the_truth_has_it(crawled: Crawled) -> None:
    rows = crawled.crawl.rows(
        "select url_key, title, published, authors, section, text, signoff, is_advertorial, dateline, "
        "(select json_group_array(name) from article_tags join tags on tags.id = tag_id where article_id = articles.id)"
        " from articles"
    )
    found = {row[0]: row[1:] for row in rows}
    wrong = []
    for post in crawled.wordpress.posts:
        title, published, author, section, text, signoff, paid, dateline, tags = found[
            url_key(crawled.wordpress.url + post.path)
        ]
        expected = {
            "title": (title, post.title),
            "published": (published[:16], post.published.isoformat()[:16]),
            "author": (author, post.author),
            "section": (section in post.categories, True),
            "tags": (sorted(json.loads(tags)), sorted(post.tags)),
            "paragraphs": (text.split("\n\n"), list(post.paragraphs)),
            "signoff": (signoff, post.signoff),
            "advertorial": (bool(paid), post.is_advertorial),
            "dateline": (dateline, post.dateline),
        }
        wrong += [(post.slug, name, *pair) for name, pair in expected.items() if pair[0] != pair[1]]
    assert wrong == []


def test_a_second_update_fetches_no_article(crawled: Crawled) -> None:
    before = len(crawled.crawl.rows("select id from captures"))
    outcome = crawled.update()
    assert counts(outcome) == {}
    urls = [url for (url,) in crawled.crawl.rows("select url from captures order by id")][before:]
    assert [url for url in urls if url_key(url) in keys(crawled.wordpress)] == []


def test_an_edit_a_deletion_and_five_new_posts_are_all_that_an_update_finds(crawled: Crawled) -> None:
    wordpress = crawled.wordpress
    edited, deleted = _single(wordpress.posts[7:]), _single(wordpress.posts[40:])
    wordpress.edit(edited.slug, pages=edited.with_paragraph("Warga berharap janji itu ditepati.").pages)
    wordpress.delete(deleted.slug)
    wordpress.add(5)
    crawled.make_due()
    outcome = crawled.update()
    told = counts(outcome)
    assert {name: told.get(name, 0) for name in ("new", "revisions", "gone", "failed", "no_article")} == {
        "new": 5,
        "revisions": 1,
        "gone": 1,
        "failed": 0,
        "no_article": 0,
    }
    assert told["unchanged"] == 298
    rows = crawled.crawl.rows("select url_key from articles where revisions = 2")
    assert rows == [(url_key(wordpress.url + edited.path),)]
    [(text,)] = crawled.crawl.rows("select text from articles where revisions = 2")
    assert text.endswith("Warga berharap janji itu ditepati.")
    assert crawled.crawl.rows("select url_key from articles where gone is not null") == [
        (url_key(wordpress.url + deleted.path),)
    ]
    assert counts(crawled.update()) == {}


def _single(posts: tuple[Post, ...]) -> Post:
    """The first post of one page."""
    return next(post for post in posts if len(post.pages) == 1)


def gaps(folder: Path, form: str) -> str:
    """What `kaltimcrawl gaps` prints of the archive."""
    words = [sys.executable, "-m", "kaltimcrawl", "--archive", str(folder), "gaps", form]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def missing(folder: Path) -> set[str]:
    """The keys of the addresses that the gap ledger names as missing."""
    return {url_key(line.split("\t")[0]) for line in gaps(folder, "--list").splitlines()}


def test_the_gap_ledger_is_empty_after_a_full_crawl(wordpress: Wordpress, crawled: Crawled) -> None:
    assert missing(crawled.crawl.folder) - keys(wordpress) == set()
    assert missing(crawled.crawl.folder) & keys(wordpress) == set()


def test_the_gap_ledger_names_exactly_the_posts_withheld(wordpress: Wordpress, tmp_path: Path) -> None:
    crawl = Crawls(tmp_path)
    site = portal(wordpress, wordpress=f"{wordpress.url}/wp-json/wp/v2/posts")
    crawl(site, dry_run=True)
    crawl(site, max_pages=7)
    held = {key for (key,) in crawl.rows("select url_key from articles")}
    assert len(held) == 7
    assert missing(tmp_path) == keys(wordpress) - held
