"""The body as HTML that is safe to show anywhere: built from the kept lines, then sanitised."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from functools import cache

import nh3

from kaltimcrawl.extraction.article import Image
from kaltimcrawl.extraction.lines import CELL_BREAK, Line

TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "li",
    "blockquote",
    "table",
    "tbody",
    "tr",
    "td",
    "figure",
    "figcaption",
    "img",
    "a",
    "b",
    "i",
}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}


def build_markup(lines: Sequence[Line], lead: Image | None = None) -> str:
    """The lines as HTML: paragraphs, headings, lists, quotes, tables; links absolute, nothing that runs.

    A lead image comes first, as a figure with its caption.
    """
    parts = [_cleaner().clean(_figure(lead))] if lead is not None else []
    parts.extend(_parts(lines))
    return "\n".join(parts)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https"}, link_rel="nofollow noreferrer"
    )


def _clean(markup: str) -> str:
    """`markup` sanitised; a line's without a tag is escaped text, which has nothing to sanitise."""
    return _cleaner().clean(markup) if "<" in markup else markup


def _figure(image: Image) -> str:
    caption = f"<figcaption>{html.escape(image.caption)}</figcaption>" if image.caption else ""
    return f'<figure><img src="{html.escape(image.url)}" alt="">{caption}</figure>'


_HOLDERS = {
    "list_item": ("<ul>", "</ul>"),
    "quote": ("<blockquote>", "</blockquote>"),
    "table_row": ("<table><tbody>", "</tbody></table>"),
}


def _parts(lines: Sequence[Line]) -> Iterator[str]:
    holder = ""
    for line in lines:
        wanted = line.kind if line.kind in _HOLDERS else ""
        if holder and (wanted != holder):
            yield _HOLDERS[holder][1]
            holder = ""
        if wanted and not holder:
            yield _HOLDERS[wanted][0]
            holder = wanted
        yield _element(line)
    if holder:
        yield _HOLDERS[holder][1]


def _element(line: Line) -> str:
    if line.kind == "list_item":
        return f"<li>{_clean(line.html)}</li>"
    if line.kind == "table_row":
        cells = [cell.strip(" ") for cell in line.html.split(CELL_BREAK)]
        return "<tr>" + "".join(f"<td>{_clean(cell)}</td>" for cell in cells) + "</tr>"
    if line.kind == "heading":
        level = min(max(line.level or 2, 2), 6)
        return f"<h{level}>{_clean(line.html)}</h{level}>"
    return f"<p>{_clean(line.html)}</p>"
