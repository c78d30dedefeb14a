"""What a body is made of before anything is judged: its lines, its images, the posts embedded in it."""

from __future__ import annotations

from dataclasses import dataclass

from kaltimcrawl.extraction.article import BlockKind, Image, Link

CELL_BREAK = "\x1f"
"""Stands between the cells of a row in a line's markup; white space for all that folds text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line's text, with what the elements round it say."""

    text: str
    href: str | None
    emphasis: str


@dataclass(slots=True)
class Line:
    """One line of a body, not yet judged."""

    kind: BlockKind
    text: str
    html: str
    """The text's inline markup: a, b, i only."""
    level: int | None
    linked: int
    """Characters that stand in links."""
    links: tuple[Link, ...]
    strong: bool
    """Whether all of it is bold or italic."""
    group: int
    """Number of the innermost list or table it stands in, 0 for none."""
    boxed: bool
    """Whether it stands in an element whose words are those of chrome."""
    quoted: bool = False
    """Whether it stands in a block quote."""
    after_image: bool = False
    """Whether an image and nothing else stands right before it."""
    labelled: bool = False
    """Whether its first piece, in an element of its own, is a label such as "Baca juga"."""
    signed: bool = False
    """Whether it stands in a box that tells of the author."""
    outward: bool = False
    """Whether it is a link, and leads to another site than the page's."""
    behind_floats: bool = False
    """Whether an empty element that ends floats stands before it: templates set such behind a text."""
    suspect: bool = False
    """Whether its words may be no article's; `judging.judge` finds out."""
    own: bool = False
    """Whether what stands round it tells that it is the article's, whatever its words and links."""

    @property
    def link_share(self) -> float:
        """Share of the characters that stand in links, 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.text))) if self.linked else 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """The lines and images of a body, and the posts embedded in it."""

    lines: tuple[Line, ...]
    images: tuple[Image, ...]
    embeds: tuple[Link, ...]
