"""A post of the test bed: what is typed into WordPress, and so what its pages must be read as."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

BlockKind = Literal["paragraph", "heading", "list", "quote", "related"]
Style = Literal["gutenberg", "classic"]


@dataclass(frozen=True)
class Block:
    """A piece of a post: one line, or the items of a list; a related line is a "Baca juga", which is no text."""

    kind: BlockKind
    lines: tuple[str, ...]
    path: str | None = None
    """Of a related line: the path of the post that it leads to; its line is that post's title."""
    form: str = "plain"
    """Of a related line: plain, strong or box."""


@dataclass(frozen=True)
class Post:
    slug: str
    title: str
    """As typed: WordPress prints it unchanged, since it holds nothing that its texturizing would alter."""
    author: str
    published: datetime
    """Aware, in Asia/Makassar, to the second."""
    modified: datetime
    """The same, `published` until the post is edited."""
    categories: tuple[str, ...]
    """In the order in which WordPress prints them, by name; one of them may hold an ampersand."""
    tags: tuple[str, ...]
    """In the order in which WordPress prints them, by name; lower case."""
    pages: tuple[tuple[Block, ...], ...]
    """The blocks of each page; more than one where the post is broken by `<!--nextpage-->`."""
    dateline: str | None
    """"SANGATTA" where the first paragraph begins with "SANGATTA – "."""
    signoff: str | None
    """"(adv/Diskominfo Sangatta)" with its parentheses, as printed at the end of the last page."""
    signoff_stands_alone: bool
    """Whether the sign-off is a paragraph of its own, not the end of the last one."""
    caption: str | None
    """Of the featured image; None where that has none or there is no image."""
    has_image: bool
    is_advertorial: bool
    style: Style
    """How it was entered: as blocks, or as the classic editor's bare lines, of which WordPress makes paragraphs."""

    @property
    def path(self) -> str:
        """The path of its first page."""
        return f"{self.published:/%Y/%m/%d}/{self.slug}/"

    @property
    def page_paths(self) -> tuple[str, ...]:
        """The paths of all its pages in order."""
        return (self.path, *(f"{self.path}{number}/" for number in range(2, len(self.pages) + 1)))

    @property
    def page_paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """The text of each page: paragraphs with the dateline, subheadings, list items and quotes in order.

        Without "Baca juga" lines, sign-off, title and caption.
        """
        return tuple(
            tuple(line for block in page if block.kind != "related" for line in block.lines)
            for page in self.pages
        )

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text of all pages."""
        return tuple(line for page in self.page_paragraphs for line in page)

    def with_paragraph(self, text: str) -> Post:
        """The post with one more paragraph at its end."""
        *before, last = self.pages
        return replace(self, pages=(*before, (*last, Block("paragraph", (text,)))))
