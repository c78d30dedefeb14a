"""An article on several pages as one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kaltimcrawl.extraction.article import Article, Block, Origin

_PUNCTUATION = re.compile(r"[\W_]+")
_REPEATED_LENGTH = 30


def join_parts(parts: Sequence[Article]) -> Article:
    """The article whose pages are `parts`, in order: the first page's fields, the text of all.

    Lines of 30 characters or more that a later page repeats (the lead, the last paragraph as a teaser) stand
    once. What only a later page tells (sign-off, sponsor, people, agency, correction) is taken from there,
    with its origin; the confidence is that of the least certain part. Raises ValueError for no parts.
    """
    if not parts:
        raise ValueError("an article has at least one page")
    first = parts[0]
    if len(parts) == 1:
        return first
    fresh = list(_fresh_blocks(parts))
    signed = next((part for part in reversed(parts) if part.signoff), first)
    paid = next((part for part in (signed, *parts) if part.is_advertorial), first)
    return replace(
        first,
        blocks=tuple(block for blocks in fresh for block in blocks),
        html="\n".join(part.html for part in parts if part.html),
        authors=next((part.authors for part in parts if part.authors), ()),
        editors=next((part.editors for part in parts if part.editors), ()),
        photographers=next((part.photographers for part in parts if part.photographers), ()),
        agency=next((part.agency for part in parts if part.agency), None),
        tags=next((part.tags for part in parts if part.tags), ()),
        signoff=signed.signoff,
        initials=signed.initials,
        is_advertorial=paid.is_advertorial,
        advertorial_reason=paid.advertorial_reason,
        sponsor=paid.sponsor,
        correction=next((part.correction for part in parts if part.correction), None),
        confidence=min(part.confidence for part in parts),
        warnings=tuple(dict.fromkeys(warning for part in parts for warning in part.warnings)),
        provenance=_origins(parts, signed, paid),
        images=tuple(
            {image.url: image for part in reversed(parts) for image in reversed(part.images)}.values()
        )[::-1],
        links=tuple({link.url: link for part in parts for link in part.links}.values()),
        page_urls=max((part.page_urls for part in parts), key=len),
    )


def _origins(parts: Sequence[Article], signed: Article, paid: Article) -> Mapping[str, Origin]:
    """Each field's origin in the part that the field is taken from."""
    origins = {name: origin for part in reversed(parts) for name, origin in part.provenance.items()}
    chosen = {"signoff": signed, "is_advertorial": paid, "sponsor": paid}
    for name, part in chosen.items():
        if name in part.provenance:
            origins[name] = part.provenance[name]
    return MappingProxyType(origins)


def _fresh_blocks(parts: Sequence[Article]) -> Iterator[list[Block]]:
    seen: set[str] = set()
    for part in parts:
        blocks = [block for block in part.blocks if block.kind == "table_row" or _key(block) not in seen]
        seen.update(key for block in part.blocks if len(key := _key(block)) >= _REPEATED_LENGTH)
        yield blocks


def _key(block: Block) -> str:
    return _PUNCTUATION.sub("", block.text).lower()
