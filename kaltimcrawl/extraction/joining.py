"""An article on several pages as one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaltimcrawl.extraction.article import Article, Block

_PUNCTUATION = re.compile(r"[\W_]+")
_REPEATED_LENGTH = 30


def join_parts(parts: Sequence[Article]) -> Article:
    """The article whose pages are `parts`, in order: the first page's fields, the text of all.

    Lines of 30 characters or more that a later page repeats (the lead, the last paragraph as a teaser) stand
    once. The sign-off, editors and authors that only the last page names are taken from there. Raises
    ValueError for no parts.
    """
    if not parts:
        raise ValueError("an article has at least one page")
    first = parts[0]
    if len(parts) == 1:
        return first
    fresh = list(_fresh_blocks(parts))
    return replace(
        first,
        blocks=tuple(block for blocks in fresh for block in blocks),
        html="\n".join(part.html for part in parts if part.html),
        authors=next((part.authors for part in parts if part.authors), ()),
        editors=next((part.editors for part in parts if part.editors), ()),
        tags=next((part.tags for part in parts if part.tags), ()),
        signoff=next((part.signoff for part in reversed(parts) if part.signoff), None),
        is_advertorial=any(part.is_advertorial for part in parts),
        images=tuple(
            {image.url: image for part in reversed(parts) for image in reversed(part.images)}.values()
        )[::-1],
        links=tuple({link.url: link for part in parts for link in part.links}.values()),
        page_urls=max((part.page_urls for part in parts), key=len),
    )


def _fresh_blocks(parts: Sequence[Article]) -> Iterator[list[Block]]:
    seen: set[str] = set()
    for part in parts:
        blocks = [block for block in part.blocks if block.kind == "table_row" or _key(block) not in seen]
        seen.update(key for block in part.blocks if len(key := _key(block)) >= _REPEATED_LENGTH)
        yield blocks


def _key(block: Block) -> str:
    return _PUNCTUATION.sub("", block.text).lower()
