"""What extraction gives: one immutable, typed record of an article, with the raw twin of each reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal

MAX_RAW = 300
"""Characters of a field's raw string that its origin keeps."""

MOST_CLAIMS = 8
"""Disagreeing claims that an origin keeps."""

_LONE = r"\u3041-\u309f\u3400-\u9fff\uf900-\ufaff"  # hiragana and Chinese characters
_KATAKANA = r"\u30a1-\u30fa\u30fc-\u30ff"
_SIGNS = r"\u3000-\u303f\u30a0\u30fb\uff01-\uff0f\uff1a-\uff20"
_WORD = re.compile(rf"[{_LONE}]|[{_KATAKANA}]+|[^\s{_LONE}{_KATAKANA}{_SIGNS}]+")

BlockKind = Literal["paragraph", "heading", "quote", "list_item", "table_row"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body's text."""

    kind: BlockKind
    text: str
    """Plain text, spaces folded; the cells of a table row are joined by a space."""
    level: int | None = None
    """1 to 6 for a heading, else None."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the article: its address and what the page says of it, never its bytes."""

    url: str
    """Absolute."""
    caption: str | None = None
    credit: str | None = None
    """Photographer or source, without the label ("Foto:")."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the body, embedded posts and "Baca juga" lines included."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of a field."""

    place: str
    """`jsonld: headline`, `meta: og:title`, `css: .entry-title`, `text: signoff`, `url`."""
    raw: str
    """As it stands there, spaces folded, at most `MAX_RAW` characters."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field's value came from."""

    place: str
    """As `Claim.place`."""
    raw: str
    """The string it was read from, as `Claim.raw`."""
    disagreeing: tuple[Claim, ...] = ()
    """What other sources of the page say instead, the more trusted first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article, taken out of its page. What the page doesn't tell is None or empty, never invented."""

    url: str | None
    """The address the page was fetched from, as given to `extract`."""
    canonical_url: str | None
    """The address the page gives for itself (rel=canonical, og:url) on its own host, in the normal form of
    `urls.canonical_url`; else that form of `url`."""
    title: str
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    """Names as printed, without labels ("Penulis:")."""
    editors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    agency: str | None = None
    """The news agency or other source that the text was taken from: "ANTARA", "The Telegraph"."""
    published: datetime | None = None
    """Aware, with the offset the portal meant (WITA +08:00)."""
    published_raw: str | None = None
    """The text it was read from, as it stands on the page."""
    published_precision: Literal["minute", "day"] | None = None
    modified: datetime | None = None
    modified_raw: str | None = None
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    """From the front page down, without the front page and the title."""
    tags: tuple[str, ...] = ()
    dateline: str | None = None
    """Place (and desk) before the first dash: "SAMARINDA", "KABARHULU.ID, BONTANG". In the text too."""
    lead_image: Image | None = None
    images: tuple[Image, ...] = ()
    """All images of the article in order, the lead image first."""
    blocks: tuple[Block, ...] = ()
    html: str = ""
    """The body as sanitised HTML: p, h2-h6, ul, li, blockquote, table, a[href], b, i; nothing that runs."""
    language: str | None = None
    """BCP 47 primary tag, lower case: "id"."""
    is_advertorial: bool = False
    advertorial_reason: str | None = None
    """What says that the text was paid for, as printed: "(ADV/DPRD Kaltim)", "Pariwara"; else None."""
    sponsor: str | None = None
    """Who paid, where the page says so: "DPRD Kaltim"."""
    signoff: str | None = None
    """The closing mark as printed: "(rin/adv/Diskominfo Samarinda)", "(*)"."""
    initials: tuple[str, ...] = ()
    """Those of the sign-off, in order: "(mrf/rdw)" gives "mrf" and "rdw"."""
    correction: str | None = None
    """A note that the text was changed ("Ralat: …", "Artikel ini telah diperbarui …"); in the text too."""
    page_urls: tuple[str, ...] = ()
    """Absolute addresses of an article's pages in order, this page's among them; empty for a single page."""
    links: tuple[Link, ...] = ()
    method: str = ""
    """What chose the body: "rules" (the portal's), "marks" (structure that systems and themes mark),
    "generic" (where prose stands), "profile" (learned from the portal's other articles), "jsonld", "feed",
    "rest" (that witness's text, where it was better than any body of the page), "state" (what the data of the
    page's app holds, where the page shows no text), "dump"."""
    confidence: float = 0.0
    """Estimated chance, 0 to 1, that the text is the whole article and nothing else."""
    warnings: tuple[str, ...] = ()
    """What speaks against the text, a sentence each: "JSON-LD holds 3 paragraphs that the body lacks"."""
    provenance: Mapping[str, Origin] = field(default_factory=lambda: MappingProxyType({}))
    """Field name to where it came from."""

    @property
    def text(self) -> str:
        """The blocks' text, a blank line between."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def word_count(self) -> int:
        """Words of the text: what white space parts, and within that each Chinese character and hiragana, and
        each run of katakana, as the default rules of Unicode's annex 29 part them.
        """
        text = self.text
        return len(text.split()) if text.isascii() else len(_WORD.findall(text))
