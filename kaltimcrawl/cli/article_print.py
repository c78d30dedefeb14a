"""An article as JSON, as Markdown and as plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kaltimcrawl.cli.printing import one_line, printable, short_time

if TYPE_CHECKING:
    from kaltimcrawl.extraction import Article
    from kaltimcrawl.extraction.article import Block

_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(?:(?=[#+\-=~])|(\d{1,9})(?=[.)]))")


def as_json(article: Article) -> str:
    """All fields of `article` by their names, its text last; times in ISO 8601, null where absent."""
    return json.dumps({**_plain(article), "text": article.text}, ensure_ascii=False, indent=2)


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def as_text(article: Article) -> str:
    """Title, subtitle, byline and text of `article`, a blank line between."""
    parts = (one_line(article.title), one_line(article.subtitle), _byline(article), printable(article.text))
    return "\n\n".join(part for part in parts if part)


def as_markdown(article: Article) -> str:
    """`article` as CommonMark: title, subtitle, byline, lead image, blocks; its own marks escaped."""
    parts = [f"# {_escape(article.title)}"]
    if article.subtitle:
        parts.append(f"**{_escape(article.subtitle)}**")
    if byline := _byline(article):
        parts.append(f"*{_escape(byline)}*")
    if image := article.lead_image:
        parts.append(
            f"![{_escape(image.caption or '')}](<{image.url.replace('>', '%3E').replace('<', '%3C')}>)"
        )
    body = ""
    for before, block in zip((None, *article.blocks), article.blocks, strict=False):
        joined = before is not None and before.kind == block.kind and block.kind in ("list_item", "table_row")
        body += ("\n" if joined else "\n\n") + _block(block)
    return "\n\n".join(parts) + body


def _block(block: Block) -> str:
    text = _escape(block.text)
    match block.kind:
        case "heading":
            return f"{'#' * max(block.level or 2, 2)} {text}"
        case "quote":
            return f"> {text}"
        case "list_item":
            return f"- {text}"
        case "table_row":
            return f"{text}  "  # two spaces: a line of its own
        case _:
            return text


def _byline(article: Article) -> str:
    when = short_time(article.published) if article.published else ""
    paid = (
        "advertorial" + (f": {article.sponsor}" if article.sponsor else "") if article.is_advertorial else ""
    )
    said = (
        ", ".join(article.authors),
        article.agency or "",
        when,
        article.section or "",
        paid,
        article.canonical_url or "",
    )
    return " · ".join(one_line(part) for part in said if part)


def _escape(text: str) -> str:
    return _LINE_START.sub(r"\1\\", _MARKDOWN.sub(r"\\\1", one_line(text)))
