"""Pieces of text, gathered into a body's lines as a walk over its elements comes by them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from kaltimcrawl.extraction.announced import without_announced
from kaltimcrawl.extraction.article import BlockKind, Image, Link
from kaltimcrawl.extraction.captions import ends_with_credit, ends_with_maker
from kaltimcrawl.extraction.images import split_credit
from kaltimcrawl.extraction.labels import LONGEST_LABEL, kind_of
from kaltimcrawl.extraction.lines import CELL_BREAK, Body, Line, Piece
from kaltimcrawl.extraction.shelfnames import is_of_site
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.urls import absolute_url

MAX_LINES = 20_000
"""Lines of a body; what follows them is left out."""
_LONGEST_CAPTION, _LONGEST_REPEATED = 120, 600
_LONGEST_SIGNED = 300
_MOSTLY = 0.8
_LONG_LINE = 100
"""Characters of a line with a link that may be a paragraph with another article's headline in it."""
_SPACES = re.compile(rf"[^\S{CELL_BREAK}]+")


@dataclass(slots=True)
class Context:
    """What the elements above say of the text being read."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    group: int = 0
    boxed: bool = False
    quoted: bool = False
    href: str | None = None
    emphasis: str = ""
    row: bool = False
    signed: bool = False
    pre: bool = False
    """Whether line breaks in the source are line breaks on the page."""

    def within(self, *, href: str | None = None, emphasis: str | None = None) -> Context:
        """A copy for an inner element. Written out: `dataclasses.replace` costs a tenth of the whole walk."""
        return Context(
            self.kind,
            self.level,
            self.group,
            self.boxed,
            self.quoted,
            href or self.href,
            emphasis or self.emphasis,
            self.row,
            self.signed,
            self.pre,
        )


@dataclass(slots=True)
class Gathering:
    """What a walk has come by so far: whole lines, and the pieces of the one being read."""

    base: str | None
    """Makes links absolute."""
    lines: list[Line] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    embeds: list[Link] = field(default_factory=list)
    image_before: bool = False
    """Whether an image and nothing else stands before the line being read."""
    behind_floats: bool = False
    """Whether an empty element that ends floats stands before the line being read."""
    _said: frozenset[str] = frozenset()
    """What that image's attributes say of it, folded."""
    _pieces: list[Piece] = field(init=False, default_factory=list)

    def body(self) -> Body:
        """All that was gathered."""
        return Body(tuple(self.lines), tuple(self.images), tuple(self.embeds))

    def take(self, text: str | None, context: Context) -> None:
        """Add text to the line being read; white space begins none."""
        if not text or (not self._pieces and text.isspace()):
            return
        if not context.pre or context.row or "\n" not in text:
            self._pieces.append(Piece(text, context.href, context.emphasis))
            return
        first, *rest = text.split("\n")
        self._pieces.append(Piece(first, context.href, context.emphasis))
        for line in rest:
            self.end_line(context)
            self._pieces.append(Piece(line, context.href, context.emphasis))

    def part(self, mark: str) -> None:
        """Set what follows in a table row apart: by a space, or after a cell by CELL_BREAK."""
        self._pieces.append(Piece(mark, None, ""))

    def end_line(self, context: Context) -> None:
        """End the line being read; without text there is none."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        text = fold(pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces]))
        if not text or len(self.lines) >= MAX_LINES:
            return
        anchored = [piece for piece in pieces if piece.href]
        if anchored and len(pieces) > 1 and len(text) >= _LONG_LINE:
            rest = without_announced(pieces)
            if rest is not pieces:
                pieces, text = list(rest), fold("".join([piece.text for piece in rest]))
                anchored = [piece for piece in pieces if piece.href]
        if self.image_before and _is_italic(pieces) and self._may_be_caption(text, bool(anchored)):
            self.note_caption(text)
            return
        if self._repeats_image(text, context) and not all(_is_loud(piece) for piece in pieces):
            self.note_caption(text)
            return
        if self.image_before and not anchored and ends_with_credit(text):
            self.name_image(text)
        linked = sum([len(fold(piece.text)) for piece in anchored])
        self.lines.append(
            Line(
                kind=context.kind,
                text=text,
                html=_markup(pieces, text, self.base),
                level=context.level,
                linked=linked,
                links=_links_of(anchored, self.base) if anchored else (),
                strong=all(piece.emphasis or piece.text.isspace() for piece in pieces),
                group=context.group,
                boxed=context.boxed,
                quoted=context.quoted,
                after_image=self.image_before,
                labelled=len(pieces) > 1 and _begins_with_label(pieces),
                signed=context.signed,
                outward=linked > _MOSTLY * len(text) and self._leads_out(anchored),
                behind_floats=self.behind_floats,
            )
        )
        self.image_before = False

    def _leads_out(self, anchored: list[Piece]) -> bool:
        return self.base is not None and not any(
            is_of_site(piece.href, self.base) for piece in anchored if piece.href
        )

    def _may_be_caption(self, text: str, is_linked: bool = False) -> bool:
        """Whether a line right under an image without a caption is short and has no link, or ends with who
        made the picture.
        """
        is_short = len(text) <= _LONGEST_CAPTION and not is_linked
        is_signed = len(text) <= _LONGEST_SIGNED and ends_with_maker(text)
        return (is_short or is_signed) and bool(self.images) and self.images[-1].caption is None

    def _repeats_image(self, text: str, context: Context) -> bool:
        """Whether a line right under an image says what the image's attributes do; no heading does it.

        Systems fill them with the article's first sentence, too: a long line needs prose before.
        """
        return (
            self.image_before
            and text in self._said
            and context.kind == "paragraph"
            and (
                self._may_be_caption(text)
                or (
                    len(text) <= _LONGEST_REPEATED
                    and self.images[-1].caption is None
                    and any(len(line.text) > _LONGEST_CAPTION for line in self.lines)
                )
            )
        )

    def name_image(self, text: str) -> None:
        """Give the image right before its caption, where it has none; the line that says it is still read."""
        if self.image_before and self.images and self.images[-1].caption is None:
            caption, credit = split_credit(text)
            self.images[-1] = replace(self.images[-1], caption=caption, credit=credit)

    def note_caption(self, text: str) -> None:
        """Give the image right before its caption, where it has none."""
        if text and self.image_before and self.images and self.images[-1].caption is None:
            self.name_image(text)
            self.image_before = False

    def add_plain_line(self, text: str, context: Context, boxed: bool, signed: bool) -> None:
        """Add a whole line of folded text, without the work that links and emphasis need."""
        if len(self.lines) >= MAX_LINES:
            return
        if self._repeats_image(text, context):
            self.note_caption(text)
            return
        markup = html.escape(text, quote=False)
        level = context.level if context.kind == "heading" else None
        line = Line(
            context.kind, text, markup, level, 0, (), False,
            context.group, boxed, context.quoted, self.image_before, False, signed,
        )  # fmt: skip
        self.lines.append(line)
        self.image_before = False

    def add_image(self, image: Image, said: Iterable[str]) -> None:
        """Add an image, once for each address; `said` is what its attributes say of it."""
        if not any(piece.text.strip() for piece in self._pieces):
            self.image_before = True
        is_new = image.url not in {known.url for known in self.images}
        self._said = frozenset(map(fold, said)) if is_new else frozenset()
        if is_new:
            self.images.append(image)


def _is_italic(pieces: list[Piece]) -> bool:
    return all("i" in piece.emphasis or piece.text.isspace() for piece in pieces)


def _is_loud(piece: Piece) -> bool:
    return "b" in piece.emphasis or piece.text.isspace()


def _begins_with_label(pieces: list[Piece]) -> bool:
    first = next((piece.text for piece in pieces if not piece.text.isspace()), "")
    return len(first) <= LONGEST_LABEL and kind_of(first) == "others"


def _links_of(pieces: list[Piece], base: str | None) -> tuple[Link, ...]:
    texts: dict[str, str] = {}
    for piece in pieces:
        url = absolute_url(piece.href, base) if piece.href else None
        if url:
            texts[url] = texts.get(url, "") + piece.text
    return tuple(Link(url, fold(text)) for url, text in texts.items())


def _markup(pieces: list[Piece], text: str, base: str | None) -> str:
    if len(pieces) == 1 and not pieces[0].href and not pieces[0].emphasis:
        return html.escape(text, quote=False)
    parts: list[str] = []
    for piece in _joined(pieces):
        part = html.escape(_SPACES.sub(" ", piece.text), quote=False)
        for letter in reversed(piece.emphasis):
            part = f"<{letter}>{part}</{letter}>" if part.strip() else part
        url = absolute_url(piece.href, base) if piece.href else None
        parts.append(f'<a href="{html.escape(url)}">{part}</a>' if url else part)
    return "".join(parts).strip()


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, neighbours of the same link and emphasis as one."""
    for (href, emphasis), group in groupby(pieces, key=lambda piece: (piece.href, piece.emphasis)):
        yield Piece("".join([piece.text for piece in group]), href, emphasis)
