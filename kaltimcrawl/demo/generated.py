"""A site of any number of pages, for measuring: each is made when it is asked for and none is kept.

Page n is always the same page: its paragraphs are drawn from the demo portal's articles by a generator of
random numbers that n seeds.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache, cached_property
from importlib.resources import files

from kaltimcrawl.demo.answer import HTML, PLAIN, XML, Answer, split_target
from kaltimcrawl.demo.article import STYLES, DemoArticle, Piece, Teaser, load_articles
from kaltimcrawl.demo.feeds import write_feed, write_index, write_robots, write_urlset
from kaltimcrawl.demo.rendering import NAME, Listing, Renderer, Sidebars
from kaltimcrawl.demo.server import SiteServer

PER_SITEMAP = 1000

_FIRST = datetime(2015, 1, 1, 6, 0, tzinfo=timezone(timedelta(hours=8)))
_STEP = timedelta(minutes=37)
_ARTICLE = re.compile(r"/\d{4}/\d{2}/\d{2}/[a-z0-9-]+-(\d{1,8})/")
_SITEMAP = re.compile(r"/post-sitemap(\d{1,6})\.xml")
_STYLESHEET = re.compile(rf"/wp-content/themes/({'|'.join(STYLES)})/style\.css")


class GeneratedSite(SiteServer):
    """Serves `pages` generated articles: `with GeneratedSite(10_000) as site: … site.url …`."""

    def __init__(self, pages: int = 10_000, port: int = 0, per_sitemap: int = PER_SITEMAP) -> None:
        self.pages = pages
        super().__init__(lambda base: GeneratedPages(base, pages, per_sitemap), port)

    def article(self, number: int) -> DemoArticle:
        """What page `number` (from 1) says."""
        return make_article(number)


class GeneratedPages:
    """The site at `base`: robots.txt, sitemaps of `per_sitemap` pages each, feed, front page, articles."""

    def __init__(self, base: str, pages: int, per_sitemap: int) -> None:
        self.base = base
        self._count = pages
        self._per_sitemap = per_sitemap
        self._renderer = Renderer(base)

    def answer(self, target: str) -> Answer:
        """The answer for a request target; its query is ignored."""
        path, _ = split_target(target)
        if found := _ARTICLE.fullmatch(path):
            return self._article(path, int(found[1]))
        if found := _SITEMAP.fullmatch(path):
            return self._sitemap(int(found[1]))
        if found := _STYLESHEET.fullmatch(path):
            return Answer(
                files(__package__).joinpath("templates", found[1], "style.css").read_bytes(), "text/css"
            )
        match path:
            case "/":
                front = Listing(NAME, "/", self._sidebars.latest)
                return Answer(self._renderer.listing(front, self._sidebars), HTML)
            case "/robots.txt":
                return Answer(write_robots(self.base), PLAIN)
            case "/feed/":
                return Answer(write_feed(self.base, NAME, self._sidebars.latest), XML)
            case "/sitemap_index.xml":
                return Answer(write_index(self.base, self._children()), XML)
        return Answer(b"404", HTML, 404)

    def _article(self, path: str, number: int) -> Answer:
        article = make_article(number) if 1 <= number <= self._count else None
        if article is None or article.path != path:
            return Answer(b"404", HTML, 404)
        body = self._renderer.article(article, 1, self._sidebars, _teasers())
        return Answer(body, HTML, modified=article.published)

    def _sitemap(self, child: int) -> Answer:
        first = (child - 1) * self._per_sitemap + 1
        last = min(child * self._per_sitemap, self._count)
        if not 1 <= first <= last:
            return Answer(b"404", HTML, 404)
        pages = ((_path_of(number), _time_of(number)) for number in range(first, last + 1))
        return Answer(write_urlset(self.base, pages), XML)

    def _children(self) -> Iterator[tuple[str, datetime]]:
        for first in range(1, self._count + 1, self._per_sitemap):
            last = min(first + self._per_sitemap - 1, self._count)
            yield f"/post-sitemap{first // self._per_sitemap + 1}.xml", _time_of(last)

    @cached_property
    def _sidebars(self) -> Sidebars:
        newest = tuple(
            make_article(number).teaser for number in range(self._count, max(0, self._count - 10), -1)
        )
        return Sidebars(newest[:5], newest[2:7], newest[4:9], newest[5:9])


def make_article(number: int) -> DemoArticle:
    """Article `number` (from 1): one page, six to fourteen paragraphs, in one of the three designs."""
    chance = random.Random(number)  # noqa: S311 - a shuffle, no secret
    origin = _origin(number)
    pool = _paragraphs()
    body = [pool[index] for index in chance.sample(range(len(pool)), chance.randint(6, 14))]
    opening = origin.dateline and next(piece for piece in origin.body if piece.kind == "paragraph")
    if opening:
        body.insert(0, opening)
    if related := next((piece for piece in origin.body if piece.kind == "baca_juga"), None):
        body.insert(3, related)
    return replace(
        origin,
        slug=_slug_of(number),
        title=f"{origin.title}, Catatan ke-{number}",
        published=_time_of(number),
        modified=None,
        signoff_inline=False,
        style=STYLES[number % len(STYLES)],
        encoding="utf-8",
        body=tuple(body),
    )


def _origin(number: int) -> DemoArticle:
    articles = load_articles()
    return articles[number % len(articles)]


def _slug_of(number: int) -> str:
    return f"{_origin(number).slug}-{number}"


def _time_of(number: int) -> datetime:
    return _FIRST + number * _STEP


def _path_of(number: int) -> str:
    return f"{_time_of(number):/%Y/%m/%d}/{_slug_of(number)}/"


@cache
def _paragraphs() -> tuple[Piece, ...]:
    """The paragraphs of all articles but the openings, whose dateline belongs to one place."""
    return tuple(
        piece
        for article in load_articles()
        for piece in article.body
        if piece.kind == "paragraph" and not (article.dateline and piece.text.startswith(article.dateline))
    )


@cache
def _teasers() -> dict[str, Teaser]:
    return {article.slug: article.teaser for article in load_articles()}
