"""The site is as the truth says, asked by plain HTTP: what crawls of it find out rests on this."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import Message
from html import unescape
from typing import Any

import pytest
from lxml import etree, html

from tests.wordpress.editing import Wordpress
from tests.wordpress.post import Post

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass(frozen=True)
class Reply:
    status: int
    url: str
    headers: Message
    body: bytes


def ask(url: str, **headers: str) -> Reply:
    """The answer after redirects, whatever its status."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): v for name, v in headers.items()})  # noqa: S310 - our own site
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return Reply(answer.status, answer.url, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Reply(error.code, error.url or url, error.headers, error.read())


def rest(wordpress: Wordpress, path: str) -> Any:
    return json.loads(ask(f"{wordpress.url}/wp-json/{path}").body)


def every_post(wordpress: Wordpress) -> list[dict[str, Any]]:
    pages = (rest(wordpress, f"wp/v2/posts?per_page=100&_embed=1&page={page}") for page in (1, 2, 3))
    return [post for page in pages for post in page]


def lines_of(fragment: str) -> list[str]:
    """The texts of a content's paragraphs, headings and list items, its related lines left out."""
    root = html.fromstring(f"<div>{fragment}</div>")
    found = root.xpath(".//p | .//h2 | .//h3 | .//li | .//div[@class='baca-juga']")
    texts = [" ".join(element.text_content().split()) for element in found]
    return [text for text in texts if text and not text.lower().startswith("baca juga")]


def with_signoff(post: Post, lines: tuple[str, ...]) -> list[str]:
    if post.signoff is None:
        return list(lines)
    if post.signoff_stands_alone:
        return [*lines, post.signoff]
    return [*lines[:-1], f"{lines[-1]} {post.signoff}"]


def test_the_site_speaks_indonesian_in_the_time_of_makassar(wordpress: Wordpress) -> None:
    told = rest(wordpress, "")
    assert told["name"] == "Kabar Tepian"
    assert told["timezone_string"] == "Asia/Makassar"
    assert html.fromstring(ask(wordpress.url).body).get("lang") == "id-ID"


def test_rest_gives_every_post_as_the_truth_says(pristine_wordpress: Wordpress) -> None:
    reply = ask(f"{pristine_wordpress.url}/wp-json/wp/v2/posts?per_page=1")
    assert reply.headers["X-WP-Total"] == "300"
    posts = every_post(pristine_wordpress)
    for told, post in zip(posts, pristine_wordpress.posts, strict=True):
        assert told["link"] == pristine_wordpress.url + post.path
        assert told["slug"] == post.slug
        assert unescape(told["title"]["rendered"]) == post.title
        assert told["date"] == told["modified"] == f"{post.published:%Y-%m-%dT%H:%M:%S}"
        assert datetime.fromisoformat(told["date"]) - datetime.fromisoformat(told["date_gmt"]) == timedelta(
            hours=8
        )
        categories, tags = told["_embedded"]["wp:term"]
        assert [unescape(term["name"]) for term in categories] == list(post.categories)
        assert [term["name"] for term in tags] == list(post.tags)
        assert told["_embedded"]["author"][0]["name"] == post.author
        assert bool(told["featured_media"]) == post.has_image
        if post.has_image:
            caption = told["_embedded"]["wp:featuredmedia"][0]["caption"]["rendered"]
            assert "".join(html.fromstring(f"<div>{caption}</div>").itertext()).strip() == (
                post.caption or ""
            )


def test_rest_gives_the_text_of_all_pages_of_every_post(pristine_wordpress: Wordpress) -> None:
    for told, post in zip(every_post(pristine_wordpress), pristine_wordpress.posts, strict=True):
        content = told["content"]["rendered"]
        assert lines_of(content) == with_signoff(post, post.paragraphs)
        assert content.count("<!--nextpage-->") == len(post.pages) - 1


def test_the_feed_has_the_first_page_of_the_ten_newest(pristine_wordpress: Wordpress) -> None:
    items = etree.fromstring(ask(f"{pristine_wordpress.url}/feed/").body).findall("channel/item")
    newest = pristine_wordpress.posts[:10]
    assert [item.findtext("link") for item in items] == [
        pristine_wordpress.url + post.path for post in newest
    ]
    assert {len(post.pages) for post in newest} == {1, 2}
    for item, post in zip(items, newest, strict=True):
        assert item.findtext("dc:creator", namespaces=NAMES) == post.author
        content = item.findtext("content:encoded", namespaces=NAMES)
        assert content is not None
        first = post.page_paragraphs[0]
        assert lines_of(content) == (with_signoff(post, first) if len(post.pages) == 1 else list(first))


def test_the_feed_is_not_sent_twice(wordpress: Wordpress) -> None:
    first = ask(f"{wordpress.url}/feed/")
    again = ask(
        f"{wordpress.url}/feed/",
        If_None_Match=first.headers["ETag"],
        If_Modified_Since=first.headers["Last-Modified"],
    )
    assert (first.status, again.status) == (200, 304)


def test_the_sitemap_names_every_post(pristine_wordpress: Wordpress) -> None:
    index = etree.fromstring(ask(f"{pristine_wordpress.url}/wp-sitemap.xml").body)
    children = index.xpath("//s:loc/text()", namespaces=NAMES)
    assert f"{pristine_wordpress.url}/wp-sitemap-posts-post-1.xml" in children
    posts = etree.fromstring(ask(f"{pristine_wordpress.url}/wp-sitemap-posts-post-1.xml").body)
    assert set(posts.xpath("//s:loc/text()", namespaces=NAMES)) == {
        pristine_wordpress.url + post.path for post in pristine_wordpress.posts
    }


def test_robots_txt_names_the_sitemap(wordpress: Wordpress) -> None:
    assert f"Sitemap: {wordpress.url}/wp-sitemap.xml" in ask(f"{wordpress.url}/robots.txt").body.decode()


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_page_of_a_post_has_its_part(pristine_wordpress: Wordpress, count: int) -> None:
    posts = [post for post in pristine_wordpress.posts if len(post.pages) == count][:5]
    for post in posts:
        for number, path in enumerate(post.page_paths):
            page = html.fromstring(ask(pristine_wordpress.url + path).body)
            (body,) = page.find_class("entry-content")
            for links in body.find_class("page-links"):
                links.drop_tree()
            expected = post.page_paragraphs[number]
            is_last = number == count - 1
            assert lines_of(etree.tostring(body, encoding="unicode", method="html")) == (
                with_signoff(post, expected) if is_last else list(expected)
            )
        assert (
            ask(f"{pristine_wordpress.url}{post.path}{count + 1}/").url == pristine_wordpress.url + post.path
        )


def test_a_page_shows_time_caption_and_picture(pristine_wordpress: Wordpress) -> None:
    post = next(post for post in pristine_wordpress.posts if post.caption)
    page = html.fromstring(ask(pristine_wordpress.url + post.path).body)
    assert page.xpath("//article//time/@datetime") == [post.published.isoformat()]
    assert page.xpath("//article//figcaption/text()") == [post.caption]
    picture = ask(page.xpath("//article//figure/img/@src")[0])
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.body.startswith(b"\x89PNG")


def test_an_edited_post_reads_anew(pristine_wordpress: Wordpress) -> None:
    post = next(post for post in pristine_wordpress.posts if len(post.pages) == 1)
    edited = pristine_wordpress.edit(
        post.slug,
        title="Judul yang Diralat",
        pages=post.with_paragraph("Ralat: angka telah diperbaiki.").pages,
    )
    assert pristine_wordpress.post(post.slug) == edited
    assert edited.path == post.path
    assert edited.modified > post.modified == post.published
    (told,) = rest(pristine_wordpress, f"wp/v2/posts?slug={post.slug}")
    assert told["title"]["rendered"] == "Judul yang Diralat"
    assert told["modified"] == f"{edited.modified:%Y-%m-%dT%H:%M:%S}"
    assert "Ralat: angka telah diperbaiki." in ask(pristine_wordpress.url + post.path).body.decode()


def test_a_post_with_a_new_slug_is_redirected_to(pristine_wordpress: Wordpress) -> None:
    post = pristine_wordpress.posts[3]
    moved = pristine_wordpress.edit(post.slug, slug="alamat-baru")
    assert ask(pristine_wordpress.url + post.path).url == pristine_wordpress.url + moved.path
    assert post.slug not in {other.slug for other in pristine_wordpress.posts}


@pytest.mark.parametrize("means", ["trash", "delete"])
def test_a_removed_post_is_not_found(pristine_wordpress: Wordpress, means: str) -> None:
    post = pristine_wordpress.posts[5]
    getattr(pristine_wordpress, means)(post.slug)
    assert ask(pristine_wordpress.url + post.path).status == 404
    assert len(pristine_wordpress.posts) == len(every_post(pristine_wordpress)) == 299


def test_added_posts_are_the_newest(pristine_wordpress: Wordpress) -> None:
    added = pristine_wordpress.add(2)
    more = pristine_wordpress.add(1)
    feed = etree.fromstring(ask(f"{pristine_wordpress.url}/feed/").body)
    newest = [item.findtext("link") for item in feed.findall("channel/item")][:3]
    assert newest == [pristine_wordpress.url + post.path for post in (*more, *reversed(added))]
    assert pristine_wordpress.posts[:3] == (*more, *reversed(added))


def test_what_was_changed_is_put_back(pristine_wordpress: Wordpress) -> None:
    post = pristine_wordpress.posts[0]
    pristine_wordpress.edit(post.slug, title="Sementara")
    pristine_wordpress.delete(pristine_wordpress.posts[1].slug)
    pristine_wordpress.restore()
    assert pristine_wordpress.post(post.slug) == post
    assert unescape(every_post(pristine_wordpress)[0]["title"]["rendered"]) == post.title
