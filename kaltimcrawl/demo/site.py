"""The demo portal: which path answers with what.

Beside articles, listings, feed and sitemaps it has what a crawler meets: a page that robots.txt forbids and
a listing links to, a page that is gone, one that fails, an old address that redirects.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cached_property, partial
from importlib.resources import files
from urllib.parse import parse_qs

from kaltimcrawl.demo.answer import HTML, PLAIN, XML, Answer, split_target
from kaltimcrawl.demo.article import SECTIONS, STYLES, DemoArticle, Teaser, load_articles
from kaltimcrawl.demo.feeds import write_feed, write_index, write_robots, write_urlset
from kaltimcrawl.demo.picture import draw_picture
from kaltimcrawl.demo.rendering import NAME, Listing, Renderer, Sidebars, slug_of

FORBIDDEN_PATH = "/rahasia/2025/06/01/notulen-rapat-redaksi/"
"""Forbidden by robots.txt, linked from the listing of FORBIDDEN_SECTION, and much like an article."""
FORBIDDEN_SECTION = "Daerah"
GONE_PATH = "/2024/08/18/berita-yang-sudah-dihapus/"
"""Named by a sitemap; answers 404."""
BROKEN_PATH = "/2025/03/07/halaman-yang-selalu-gagal/"
"""Named by a sitemap; answers 500."""
OLD_PATH = "/2023/11/05/panen-raya-marangkayu/"
"""Named by a sitemap; redirects (301) to an article, which the sitemap names too."""
OLD_TARGET = "petani-marangkayu-panen-raya-di-lahan-bekas-semak"
PER_LISTING = 4
FEED_LENGTH = 10

_SITEMAPS = {"/post-sitemap1.xml": range(2023, 2025), "/post-sitemap2.xml.gz": range(2025, 2026)}
_LISTING = re.compile(r"/(category|tag|author)/([^/]+)/(?:page/([1-9]\d{0,3})/)?")
_UPLOAD = re.compile(r"/wp-content/uploads/\d{4}/\d{2}/\d{2}(?:-\d)?\.png")
_STYLESHEET = re.compile(rf"/wp-content/themes/({'|'.join(STYLES)})/style\.css")


class DemoSite:
    """The site at `base`, an address without a slash at its end."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.articles = load_articles()
        self._renderer = Renderer(base)
        self._known = {article.slug: article.teaser for article in self.articles}
        self._newest = [article.teaser for article in reversed(self.articles)]
        self._pages = {
            path: (article, number)
            for article in self.articles
            for number, path in enumerate(article.page_paths, 1)
        }
        self._pictures = {picture.path for article in self.articles for picture in article.pictures}

    def answer(self, target: str) -> Answer:
        """The answer for a request target. Query strings are ignored but for the search's."""
        path, query = split_target(target)
        words = parse_qs(query).get("s")
        if path == "/" and words:
            return self._search(words[0])
        if path in self._pages:
            return self._article(*self._pages[path])
        if path in self._fixed:
            return self._fixed[path]()
        if found := _LISTING.fullmatch(path):
            return self._listing(found[1], found[2], int(found[3] or 1))
        if path in self._pictures and _UPLOAD.fullmatch(path):
            return Answer(draw_picture(path), "image/png", modified=self._changed)
        if f"{path}/" in self._pages:  # only what is known: a redirect's header takes no words of a client's
            return self._moved(f"{path}/")
        return self._missing()

    @cached_property
    def _fixed(self) -> dict[str, Callable[[], Answer]]:
        return {
            "/": lambda: self._list(Listing(NAME, "/", self._newest[:8])),
            "/robots.txt": lambda: Answer(write_robots(self.base), PLAIN, modified=self._changed),
            "/feed/": self._feed,
            "/sitemap_index.xml": self._sitemap_index,
            "/sitemap.xml": lambda: self._moved("/sitemap_index.xml"),
            **{path: partial(self._sitemap, path) for path in _SITEMAPS},
            **{f"/wp-content/themes/{style}/style.css": partial(_stylesheet, style) for style in STYLES},
            "/redaksi/": self._masthead,
            "/wp-admin/": lambda: self._page("Masuk", ["Silakan masuk dengan akun redaksi."], "/wp-admin/"),
            FORBIDDEN_PATH: self._secret,
            BROKEN_PATH: self._broken,
            OLD_PATH: lambda: self._moved(self._known[OLD_TARGET].path),
        }

    @property
    def _changed(self) -> datetime:
        """When the site last changed: its newest article."""
        return self.articles[-1].published

    @cached_property
    def _sidebars(self) -> Sidebars:
        newest = self._newest
        return Sidebars(tuple(newest[:5]), tuple(newest[3:40:8]), tuple(newest[1:30:6]))

    def _article(self, article: DemoArticle, number: int) -> Answer:
        sidebars = Sidebars(
            self._sidebars.latest,
            self._sidebars.popular,
            self._sidebars.trending,
            tuple(self._related(article)),
        )
        body = self._renderer.article(article, number, sidebars, self._known)
        content_type = HTML if article.encoding == "utf-8" else "text/html"
        return Answer(body, content_type, modified=article.modified or article.published)

    def _related(self, article: DemoArticle) -> Sequence[Teaser]:
        others = [teaser for teaser in self._newest if teaser.path != article.path]
        return sorted(others, key=lambda teaser: teaser.section != article.section)[:4]

    def _listing(self, kind: str, slug: str, number: int) -> Answer:
        heading, teasers = self._listed(kind, slug)
        last = -(-len(teasers) // PER_LISTING)
        if not 1 <= number <= last:
            return self._missing()
        extra = (
            (("Notulen Rapat Redaksi", FORBIDDEN_PATH),)
            if heading == FORBIDDEN_SECTION and number == 1
            else ()
        )
        shown = teasers[(number - 1) * PER_LISTING : number * PER_LISTING]
        return self._list(Listing(heading, f"/{kind}/{slug}/", shown, number, last, extra, (heading,)))

    def _listed(self, kind: str, slug: str) -> tuple[str, list[Teaser]]:
        """Heading and articles, newest first, of a section, tag or author; none where nobody has the slug."""
        heading, teasers = "", []
        for article in reversed(self.articles):
            names = {"category": (article.section,), "tag": article.tags, "author": article.authors}[kind]
            for name in names:
                if (SECTIONS[name] if kind == "category" else slug_of(name)) == slug:
                    heading = name
                    teasers.append(article.teaser)
        return heading, teasers

    def _search(self, words: str) -> Answer:
        found = [
            teaser
            for teaser in self._newest
            if words.strip().casefold() in f"{teaser.title} {teaser.summary}".casefold()
        ]
        return self._list(Listing(f"Hasil pencarian: {words[:100]}", "/", found[:PER_LISTING]))

    def _feed(self) -> Answer:
        body = write_feed(self.base, NAME, self._newest[:FEED_LENGTH])
        return Answer(body, "application/rss+xml; charset=UTF-8", modified=self._changed)

    def _sitemap_index(self) -> Answer:
        children = ((path, max(self._of_years(years))[0]) for path, years in _SITEMAPS.items())
        index = write_index(self.base, ((path, when) for path, when in children))
        return Answer(index, XML, modified=self._changed)

    def _sitemap(self, path: str) -> Answer:
        pages = [(page, when) for when, page in sorted(self._of_years(_SITEMAPS[path]))]
        body = write_urlset(self.base, pages)
        if path.endswith(".gz"):
            return Answer(gzip.compress(body, mtime=0), "application/gzip", modified=pages[-1][1])
        return Answer(body, XML, modified=pages[-1][1])

    def _of_years(self, years: Iterable[int]) -> list[tuple[datetime, str]]:
        """Last change and path of what a sitemap of these years names, the three awkward addresses too."""
        span = frozenset(years)
        named = [(a.modified or a.published, a.path) for a in self.articles if a.published.year in span]
        first = self.articles[0].published
        awkward = ((OLD_PATH, 2023), (GONE_PATH, 2024), (BROKEN_PATH, 2025))
        return named + [
            (first + timedelta(days=n), path) for n, (path, year) in enumerate(awkward) if year in span
        ]

    def _list(self, listing: Listing) -> Answer:
        return Answer(self._renderer.listing(listing, self._sidebars), HTML, modified=self._changed)

    def _page(self, heading: str, lines: Iterable[str], path: str, status: int = 200) -> Answer:
        body = self._renderer.message(heading, lines, path, self._sidebars)
        return Answer(body, HTML, status, self._changed if status == 200 else None)

    def _masthead(self) -> Answer:
        lines = [
            f"{NAME} adalah portal contoh. Semua nama, tokoh dan peristiwa di dalamnya rekaan.",
            "Pemimpin redaksi: Wira Kesuma Tanjung. Redaktur: Siti Rahmi Belida.",
            "Pewarta: Dayang Miranti, Bagas Pranadipa, Yuspita Arung, Hendra Lawai, Nurmala Tasik.",
        ]
        return self._page("Redaksi", lines, "/redaksi/")

    def _secret(self) -> Answer:
        lines = [
            "SAMARINDA – Catatan ini hanya untuk awak redaksi dan tidak untuk diterbitkan.",
            "Rapat membahas jadwal piket, giliran membeli kopi, dan perbaikan mesin ketinting milik kantor.",
            "Siapa pun yang membacanya lewat mesin perayap telah mengabaikan robots.txt.",
        ]
        return self._page("Notulen Rapat Redaksi", lines, FORBIDDEN_PATH)

    def _missing(self) -> Answer:
        return self._page("Ups! Halaman tidak ditemukan", ["Coba cari berita yang lain."], "/", 404)

    def _broken(self) -> Answer:
        return Answer(b"Error establishing a database connection", HTML, 500)

    def _moved(self, path: str) -> Answer:
        return Answer(status=301, location=self.base + path)


def _stylesheet(style: str) -> Answer:
    body = files(__package__).joinpath("templates", style, "style.css").read_bytes()
    return Answer(body, "text/css; charset=UTF-8", modified=load_articles()[-1].published)
