"""Pages of the demo portal as HTML, in the design of their year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kaltimcrawl.demo.article import SECTIONS, DemoArticle, Piece, Teaser
from kaltimcrawl.demo.dates import byline_text, day_text, minute_text

NAME = "Kabar Ketinting"
CURRENT_STYLE = "newspaper"
"""The design of the front page and the listings."""

_BREADCRUMB = 32
_RUNS = {"list_item": "list", "table_row": "table", "quote": "quotes"}


@dataclass(frozen=True, slots=True)
class Sidebars:
    """What stands round an article."""

    latest: tuple[Teaser, ...] = ()
    popular: tuple[Teaser, ...] = ()
    trending: tuple[Teaser, ...] = ()
    related: tuple[Teaser, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pieces that one element holds: the items of a list, the rows of a table; else one piece."""

    kind: str
    pieces: tuple[Piece, ...]
    links: tuple[Teaser, ...] = ()
    """Where a "Baca juga" leads."""
    picture: str = ""
    """The path of an image."""
    tail: str = ""
    """The sign-off that is glued to the paragraph."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists articles: the front page, a section, a tag, the results of a search."""

    heading: str
    path: str
    teasers: Sequence[Teaser]
    number: int = 1
    last: int = 1
    extra: tuple[tuple[str, str], ...] = ()
    """Links to what isn't an article of the list: title and path."""
    crumbs: tuple[str, ...] = field(default=())

    def page_path(self, number: int) -> str:
        """The path of the listing's page `number`."""
        return self.path if number == 1 else f"{self.path}page/{number}/"


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes pages for the site at `base`, an address without a slash at its end."""

    base: str

    def article(
        self, article: DemoArticle, number: int, sidebars: Sidebars, known: Mapping[str, Teaser]
    ) -> bytes:
        """Page `number` (from 1) of an article; `known` gives by slug what a "Baca juga" may link to."""
        html = self._render(
            f"{article.style}/article.html",
            article=article,
            number=number,
            path=article.page_paths[number - 1],
            parts=_parts_of(article, number, known),
            is_last=number == len(article.pages),
            sidebars=sidebars,
            crumb=cut_crumb(article.title),
            jsonld=self._jsonld(article),
        )
        return html.encode(article.encoding, "xmlcharrefreplace")

    def listing(self, listing: Listing, sidebars: Sidebars) -> bytes:
        """A page of a listing."""
        html = self._render(
            f"{CURRENT_STYLE}/listing.html", listing=listing, sidebars=sidebars, path=listing.path
        )
        return html.encode()

    def message(self, heading: str, lines: Iterable[str], path: str, sidebars: Sidebars) -> bytes:
        """A page that is neither: the masthead, an error."""
        html = self._render(
            f"{CURRENT_STYLE}/message.html", heading=heading, lines=tuple(lines), path=path, sidebars=sidebars
        )
        return html.encode()

    def _render(self, template: str, **values: Any) -> str:
        return _environment().get_template(template).render(base=self.base, **values)

    def _jsonld(self, article: DemoArticle) -> Markup:
        url = self.base + article.path
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "mainEntityOfPage": {"@type": "WebPage", "@id": url},
            "headline": article.title,
            "datePublished": article.published.isoformat(),
            "dateModified": (article.modified or article.published).isoformat(),
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "editor": [{"@type": "Person", "name": name} for name in article.editors],
            "articleSection": article.section,
            "keywords": list(article.tags),
            "image": {"@type": "ImageObject", "url": self.base + article.picture.path},
            "publisher": {"@type": "Organization", "name": NAME, "url": self.base + "/"},
            "inLanguage": "id-ID",
        }
        # In a <script>, `<` may not end the element early; JSON allows the escape anywhere in a string.
        return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704


def cut_crumb(title: str) -> str:
    """A title as breadcrumbs cut it: `Delegasi Taiwan Tinjau Kaltim,...`."""
    return title if len(title) <= _BREADCRUMB else title[:_BREADCRUMB].rsplit(" ", 1)[0] + "..."


def slug_of(name: str) -> str:
    """The slug of a tag or a person: `Ulap Doyo` becomes `ulap-doyo`."""
    return "-".join(name.lower().split())


def _parts_of(article: DemoArticle, number: int, known: Mapping[str, Teaser]) -> tuple[Part, ...]:
    pieces = article.pages[number - 1]
    glued = article.signoff if article.signoff_inline and number == len(article.pages) else None
    parts: list[Part] = []
    for kind, run in groupby(pieces, key=lambda piece: _RUNS.get(piece.kind)):
        if kind is not None:
            parts.append(Part(kind, tuple(run)))
            continue
        parts += [_part_of(article, piece, known, glued if piece is pieces[-1] else None) for piece in run]
    return tuple(parts)


def _part_of(article: DemoArticle, piece: Piece, known: Mapping[str, Teaser], glued: str | None) -> Part:
    links = tuple(known[slug] for slug in piece.parts if slug in known) if piece.kind == "baca_juga" else ()
    picture = article.inner_path(piece) if piece.kind == "image" else ""
    return Part(piece.kind, (piece,), links, picture, f" {glued}" if glued else "")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kaltimcrawl.demo"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(name=NAME, sections=SECTIONS, slug_of=slug_of)
    environment.filters.update(byline=byline_text, day=day_text, minute=minute_text)
    return environment
