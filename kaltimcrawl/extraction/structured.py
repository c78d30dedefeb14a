"""What a page says of itself for machines: JSON-LD (https://json-ld.org, schema.org) and <meta> elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.tree import fold

_LARGEST_SCRIPT = 1_000_000
_MOST_NODES = 2_000
_MOST_VALUES = 100
_LONGEST_TITLE = 2_000
_ARTICLE_TYPES = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "advertisercontentarticle",
        "blogposting",
        "liveblogposting",
        "report",
        "socialmediaposting",
        "techarticle",
        "scholarlyarticle",
        "posting",
    ]
)
_LISTING_TYPES = frozenset(("collectionpage", "searchresultspage", "itemlist", "imagegallery", "profilepage"))
_BARE_PAIR = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|keywords)"\s*:\s*"((?:[^"\\]|\\.){1,1000})"'
)
_BARE_AUTHOR = re.compile(
    r'"(?:author|creator)"\s*:\s*\[?\s*\{[^{}]{0,400}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"'
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[\da-f]{2,4}|[a-z]{2,6});", re.IGNORECASE)
_DECODER = json.JSONDecoder(strict=False)

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Structured:
    """The page's machine-readable claims."""

    nodes: tuple[Node, ...]
    """All JSON-LD objects, @graph opened, in order."""
    meta: Mapping[str, tuple[str, ...]]
    """Lower-case name, property or itemprop of a <meta> to its contents in order."""
    article: Node | None
    """The JSON-LD object that is the article, or None."""
    canonical: str | None
    """<link rel=canonical>."""
    page_title: str | None
    """<title>, folded."""
    declared_language: str | None
    """The lang attribute of <html>."""

    def meta_value(self, *names: str) -> tuple[str, str] | None:
        """Name and first content of the first of `names` that the page gives."""
        for name in names:
            for value in self.meta.get(name, ()):
                return name, value
        return None

    def by_id(self, identity: str) -> Node | None:
        """The JSON-LD object with that @id and something to say."""
        return next((node for node in self.nodes if node.get("@id") == identity and len(node) > 1), None)

    def types(self) -> frozenset[str]:
        """The @type words of all JSON-LD objects, in lower case."""
        return frozenset(name for node in self.nodes for name in types_of(node))

    @property
    def is_listing(self) -> bool:
        """Whether the page calls itself a collection and no article."""
        return self.article is None and not _LISTING_TYPES.isdisjoint(self.types())


def read_structured(root: Element) -> Structured:
    """What the page's JSON-LD, <meta>, <link> and <title> say. Unreadable JSON-LD gives what can be saved."""
    meta: dict[str, list[str]] = {}
    nodes: list[Node] = []
    canonical = page_title = None
    for element in root.iter("meta", "link", "title", "script"):
        if element.tag == "meta":
            _note_meta(meta, element)
        elif element.tag == "script":
            kind = element.get("type")
            if kind and "ld+json" in kind.lower() and (text := element.text):
                nodes.extend(_read_json_ld(text))
        elif element.tag == "title":
            parent = element.getparent()
            if page_title is None and parent is not None and parent.tag != "svg":
                page_title = fold("".join(element.itertext())[:_LONGEST_TITLE]) or None  # type: ignore[arg-type]
        elif canonical is None and "canonical" in (element.get("rel") or "").lower().split():
            canonical = (element.get("href") or "").strip() or None
    return Structured(
        tuple(nodes[:_MOST_NODES]),
        {name: tuple(values) for name, values in meta.items()},
        _article_of(nodes),
        canonical,
        page_title,
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _note_meta(meta: dict[str, list[str]], element: Element) -> None:
    get = element.get
    content = get("content")
    if not content or not (content := fold(content)):
        return
    if "&" in content and not content.startswith("http") and _ENTITY.search(content):
        content = fold(html.unescape(content))  # escaped twice
    for attribute in ("property", "name", "itemprop"):
        name = get(attribute)
        if name and (attribute != "itemprop" or not _is_of_item(element)):
            values = meta.setdefault(name.strip().lower(), [])
            if len(values) < _MOST_VALUES and content not in values:
                values.append(content)


def _is_of_item(meta: Element) -> bool:
    """Whether what microdata tells is told of an item of a list: of another page, as a rule."""
    return next(meta.iterancestors("li"), None) is not None


def _read_json_ld(text: str) -> list[Node]:
    text = text.strip()[:_LARGEST_SCRIPT]
    text = text.removeprefix("<!--").removesuffix("-->").strip()
    for attempt in (str, html.unescape, _mended):
        try:
            data = _DECODER.decode(attempt(text))
        except (ValueError, RecursionError):
            continue
        return list(_open_nodes(data))
    return _bare_pairs(text)


def _mended(text: str) -> str:
    text = (
        text.replace("/*<![CDATA[*/", "").replace("/*]]>*/", "").replace("<![CDATA[", "").replace("]]>", "")
    )
    return _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", text)).strip().rstrip(";")


def _bare_pairs(text: str) -> list[Node]:
    """The few keys worth saving from JSON that no parser reads."""
    node: dict[str, Any] = {key: _unescaped(value) for key, value in reversed(_BARE_PAIR.findall(text))}
    author = _BARE_AUTHOR.search(text)
    if author:
        node["author"] = {"name": _unescaped(author.group(1))}
    kind = next((word for word in ("NewsArticle", "Article", "BlogPosting") if f'"{word}"' in text), None)
    return [{**node, "@type": kind}] if node and kind else []


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _open_nodes(data: object) -> Iterator[Node]:
    """All objects of a JSON-LD document that have a type, the outer before the inner."""
    waiting = [(data, 0)]
    count = 0
    while waiting and count < _MOST_NODES:
        item, depth = waiting.pop(0)
        if depth > 6:
            continue
        if isinstance(item, list):
            waiting.extend((child, depth + 1) for child in item)
        elif isinstance(item, dict):
            count += 1
            if "@type" in item or "@id" in item:
                yield item
            waiting.extend((child, depth + 1) for child in item.values() if isinstance(child, dict | list))


def types_of(node: Node) -> list[str]:
    """The @type words of a JSON-LD object, without a vocabulary's address, in lower case."""
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [name.rsplit("/", 1)[-1].lower() for name in kinds if isinstance(name, str)]


def _article_of(nodes: list[Node]) -> Node | None:
    articles = [node for node in nodes if not _ARTICLE_TYPES.isdisjoint(types_of(node))]
    full = [
        node
        for node in articles
        if node.get("headline") or node.get("datePublished") or node.get("articleBody")
    ]
    if not full:
        return None
    live = next((node for node in full if "liveblogposting" in types_of(node)), None)
    if live is not None:
        return live  # its entries are declared too
    best = max(
        full,
        key=lambda node: sum(
            1 for key in ("datePublished", "author", "articleBody", "dateModified") if node.get(key)
        ),
    )
    titles = {fold(str(node.get("headline"))) for node in full if node.get("headline")}
    return None if len(titles) > 4 else best  # a listing that describes each of its teasers


def texts_of(value: object) -> list[str]:
    """The strings of a JSON-LD value: itself, its items, its objects' name or url; entities undone."""
    if isinstance(value, str):
        text = fold(html.unescape(value))
        return [text] if text else []
    if isinstance(value, list):
        return [text for item in value[:100] for text in texts_of(item)]
    if isinstance(value, dict):
        return texts_of(value.get("name") or value.get("@value") or value.get("url"))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [str(value)]
    return []
