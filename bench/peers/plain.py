"""For peers that take text rather than bytes, or give HTML rather than text."""

from __future__ import annotations

import re

from lxml import etree, html

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
        "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    )
)  # fmt: skip
_UNSEEN = frozenset(("script", "style", "noscript", "template"))


def decode_page(body: bytes) -> str:
    """The page's text by the charset that it declares, else UTF-8; what doesn't decode is replaced."""
    declared = _CHARSET.search(body, 0, _HEAD)
    try:
        return body.decode(declared.group(1).decode("ascii") if declared else "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def html_to_text(fragment: str | None) -> str:
    """The text that a fragment of HTML shows, a line for each block."""
    if not fragment or not fragment.strip():
        return ""
    pieces: list[str] = []
    for event, node in etree.iterwalk(html.fromstring(fragment), events=("start", "end", "comment", "pi")):
        pieces.append("\n" if node.tag in _BLOCKS else "")
        if event != "start":
            pieces.append(node.tail or "")
        elif node.tag not in _UNSEEN:
            pieces.append(node.text or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)
