"""A story as its author types it: Markdown or reStructuredText.

Only what the story itself marks (subheadings, lists, quotes, bold, links) is marked; any other sign that
would mean something there is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from bench.software.stories import Story

_MARKS = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|\[(?P<name>[^\[\]\n]+)\]\((?P<address>[^()\s]+)\)")
_MARKDOWN_SIGNS = re.compile(r"[\\`*_\[\]<>~|]")
_MARKDOWN_START = re.compile(r"^(\d+)(?=[.)])|^(?=[-+#])")
_RST_SIGNS = re.compile(r"[\\`*_|]")
_RST_START = re.compile(r"^(?=[-+•.:]|\w{1,4}[.)] )")

Address = Callable[[str], str]
"""The address of the story with this slug."""


def to_markdown(story: Story, address: Address, *, has_more: bool = False) -> Iterator[str]:
    """The story's blocks in Markdown, without what stands before the first, such as its picture.

    With `has_more` the mark that ends the teaser follows the first block.
    """
    for at, (kind, sources) in enumerate(_groups(story)):
        lines = [_markdown_line(source) for source in sources]
        if kind == "related" and story.related:
            yield f"{story.related.label}[{_markdown(story.related.title)}]({address(story.related.slug)})"
        else:
            yield "\n".join({"heading": "## ", "quote": "> ", "item": "- "}.get(kind, "") + x for x in lines)
        if has_more and at == 0:
            yield "<!-- more -->"


def to_rst(story: Story, address: Address) -> Iterator[str]:
    """The story's blocks in reStructuredText, without its picture."""
    for kind, sources in _groups(story):
        lines = [_RST_START.sub(r"\\", _inline(source, "`{} <{}>`__", _rst)) for source in sources]
        if kind == "related" and story.related:
            yield f"{story.related.label}`{_rst(story.related.title)} <{address(story.related.slug)}>`__"
        elif kind == "heading":
            # A CJK letter takes two columns; a line that is too long is as good.
            yield f"{lines[0]}\n{'-' * 2 * len(lines[0])}"
        else:
            yield "\n".join({"quote": "    ", "item": "* "}.get(kind, "") + line for line in lines)


def _groups(story: Story) -> Iterator[tuple[str, list[str]]]:
    """Kind and sources of what shares an element, and the related line in its place."""
    paragraphs = 0
    numbered = enumerate(zip(story.blocks, story.sources, strict=True))
    for (kind, _), group in groupby(numbered, lambda one: _group_key(one[0], one[1][0].kind)):
        yield kind, [source for _, (_, source) in group]
        paragraphs += kind == "paragraph"
        if story.related and kind == "paragraph" and paragraphs == 2:
            yield "related", []


def _group_key(at: int, kind: str) -> tuple[str, int]:
    """Items beside each other share a list; any other block stands alone."""
    return kind, -1 if kind == "item" else at


def _markdown_line(source: str) -> str:
    return _MARKDOWN_START.sub(lambda found: f"{found[1] or ''}\\", _inline(source, "[{}]({})", _markdown))


def _markdown(plain: str) -> str:
    return _MARKDOWN_SIGNS.sub(r"\\\g<0>", plain)


def _rst(plain: str) -> str:
    return _RST_SIGNS.sub(r"\\\g<0>", plain)


def _inline(source: str, link: str, escape: Callable[[str], str]) -> str:
    """The line with its bold words and links in the language's form, which for bold is the same in both."""
    parts, end = [], 0
    for found in _MARKS.finditer(source):
        parts.append(escape(source[end : found.start()]))
        bold = found["bold"]
        parts.append(f"**{escape(bold)}**" if bold else link.format(escape(found["name"]), found["address"]))
        end = found.end()
    return "".join([*parts, escape(source[end:])])
