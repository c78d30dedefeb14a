"""The demo portal's articles: what each says, and what its page puts between the lines.

One article is one file, `articles/NN-slug.toml`. The file is the truth that tests compare whole articles
with: `blocks` is the text as a reader reads it (dateline included, sign-off not), the rest of `body` is
chrome ("Baca juga", adverts, page breaks) that a cleaner must take away.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from kaltimcrawl.extraction.article import Block

SECTIONS: Mapping[str, str] = {
    "Daerah": "daerah",
    "DPRD Kaltim": "dprd-kaltim",
    "Ekonomi": "ekonomi",
    "IKN": "ikn",
    "Pendidikan": "pendidikan",
    "Kesehatan": "kesehatan",
    "Hukum": "hukum",
    "Budaya": "budaya",
    "Olahraga": "olahraga",
}
"""Name to the slug of its category page, in the order of the menu."""

STYLES = ("block", "jnews", "newspaper")
"""The site's three designs, oldest first."""

_TEXT_KEYS = "title subtitle section dateline signoff style encoding"
_KEYS = frozenset((*_TEXT_KEYS.split(), "tags", "authors", "editors", "published", "modified"))
_KEYS |= {"signoff_inline", "image", "body"}
_LISTS = ("table_row", "verse", "baca_juga")
_TEXTS = ("paragraph", "question", "heading", "quote", "list_item", "image")
_MARKS = ("advert", "page_break")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a page's body: a block of the text, or chrome that stands between two."""

    kind: str
    """paragraph, question (a paragraph in bold), heading, quote, list_item, table_row, verse; chrome:
    image, baca_juga, advert, page_break."""
    text: str = ""
    """The text, or an image's caption."""
    parts: tuple[str, ...] = ()
    """Cells of a table row, lines of a verse, slugs that a "Baca juga" links to."""
    level: int | None = None
    """2 or 3 for a heading."""
    form: str = ""
    """How a "Baca juga" is printed: plain, strong, simak, box, jnews."""
    credit: str | None = None
    """Photographer of an image."""

    def blocks(self) -> Iterator[Block]:
        """The blocks of text it gives: none for chrome, one a line for a verse."""
        match self.kind:
            case "paragraph" | "question":
                yield Block("paragraph", self.text)
            case "heading":
                yield Block("heading", self.text, self.level)
            case "quote":
                yield Block("quote", self.text)
            case "list_item":
                yield Block("list_item", self.text)
            case "table_row":
                yield Block("table_row", " ".join(self.parts))
            case "verse":
                yield from (Block("paragraph", line) for line in self.parts)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of an article."""

    path: str
    """From the site's root."""
    caption: str
    credit: str | None

    @property
    def printed(self) -> str:
        """The line under the image: `Truk terperosok. (Foto: Gerson Ledang)`."""
        return f"{self.caption} (Foto: {self.credit})" if self.credit else self.caption


@dataclass(frozen=True, slots=True)
class Teaser:
    """What another page shows of an article."""

    title: str
    path: str
    section: str
    published: datetime
    picture: str
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoArticle:
    """An article of the demo portal, as its author wrote it."""

    slug: str
    title: str
    subtitle: str | None
    section: str
    """A key of `SECTIONS`."""
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    published: datetime
    """To the minute, WITA (+08:00)."""
    modified: datetime | None
    dateline: str | None
    """It stands in the first paragraph too."""
    signoff: str | None
    """The closing mark, printed after the text and no part of it: "(adv)"."""
    signoff_inline: bool
    """Whether it is glued to the last sentence rather than a paragraph of its own."""
    style: str
    """One of `STYLES`."""
    encoding: str
    """Of its page: utf-8, or windows-1252, which its page then doesn't declare."""
    picture: Picture
    body: tuple[Piece, ...]

    @property
    def path(self) -> str:
        """Its permalink from the site's root: `/2025/05/12/slug/`."""
        return f"{self.published:/%Y/%m/%d}/{self.slug}/"

    @property
    def page_paths(self) -> tuple[str, ...]:
        """The paths of all its pages in order; one for an article that isn't split."""
        return (self.path, *(f"{self.path}{number}/" for number in range(2, len(self.pages) + 1)))

    @property
    def pages(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces of each page."""
        pages: list[list[Piece]] = [[]]
        for piece in self.body:
            if piece.kind == "page_break":
                pages.append([])
            else:
                pages[-1].append(piece)
        return tuple(tuple(page) for page in pages)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The whole text, all pages together."""
        return tuple(block for piece in self.body for block in piece.blocks())

    @property
    def text(self) -> str:
        """The blocks' text, a blank line between."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All its images in order, the lead first."""
        inner = [piece for piece in self.body if piece.kind == "image"]
        return (
            self.picture,
            *(Picture(self.inner_path(piece), piece.text, piece.credit) for piece in inner),
        )

    def inner_path(self, piece: Piece) -> str:
        """The path of an image within the body."""
        images = [other for other in self.body if other.kind == "image"]
        return self.picture.path.replace(".png", f"-{images.index(piece) + 1}.png")

    @property
    def is_advertorial(self) -> bool:
        """Whether it was paid for."""
        return "Advertorial" in self.tags

    @property
    def teaser(self) -> Teaser:
        """What listings and sidebars show of it."""
        summary = next((block.text for block in self.blocks), "")
        return Teaser(
            self.title, self.path, self.section, self.published, self.picture.path, _cut(summary, 150)
        )


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


@cache
def load_articles() -> tuple[DemoArticle, ...]:
    """All articles, oldest first. Raises ValueError, naming file and key, where a file is wrong."""
    folder = files(__package__).joinpath("articles")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(read_article(name, folder.joinpath(name).read_text("utf-8")) for name in names)


def read_article(name: str, text: str) -> DemoArticle:
    """The article of one file; `name` (`NN-slug.toml`) gives its slug and its picture's number.

    Raises ValueError, naming file and key, where the file is wrong.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: no TOML: {error}") from None
    for key in data:
        if key not in _KEYS:
            raise ValueError(f"{name}: unknown key {key}; expected one of {', '.join(sorted(_KEYS))}")
    try:
        return _make_article(name.removesuffix(".toml"), data)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{name}: missing or wrong key: {error}") from None


def _make_article(stem: str, data: dict[str, Any]) -> DemoArticle:
    number, _, slug = stem.partition("-")
    published: datetime = data["published"]
    if data["section"] not in SECTIONS or data["style"] not in STYLES or published.tzinfo is None:
        raise ValueError(f"{stem}.toml: section, style or the offset of published is not one the site knows")
    path = f"/wp-content/uploads/{published:%Y/%m}/{number}.png"
    return DemoArticle(
        slug=slug,
        title=data["title"],
        subtitle=data.get("subtitle"),
        section=data["section"],
        tags=tuple(data["tags"]),
        authors=tuple(data["authors"]),
        editors=tuple(data["editors"]),
        published=published,
        modified=data.get("modified"),
        dateline=data.get("dateline"),
        signoff=data.get("signoff"),
        signoff_inline=data.get("signoff_inline", False),
        style=data["style"],
        encoding=data.get("encoding", "utf-8"),
        picture=Picture(path, data["image"]["caption"], data["image"].get("credit")),
        body=tuple(_make_piece(stem, piece) for piece in data["body"]),
    )


def _make_piece(stem: str, piece: dict[str, Any]) -> Piece:
    kind = next(iter(piece), "")
    if kind in _LISTS:
        return Piece(kind, parts=tuple(piece[kind]), form=piece.get("form", ""))
    if kind in _TEXTS:
        return Piece(kind, piece[kind], level=piece.get("level"), credit=piece.get("credit"))
    if kind in _MARKS:
        return Piece(kind)
    raise ValueError(f"{stem}.toml: body: unknown kind '{kind}'")
