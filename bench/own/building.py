"""Stories and layouts in, pages with their truth out: the same pages on every run.

A story's `body` has one block a line: `## ` a subheading, `- ` a list item, `> ` a quote, `| ` a table row
(cells parted by ` | `), `! ` a correction note, anything else a paragraph. `**bold**` and `[link](address)`
are all the marks there are. A layout is a Jinja template with an entry in `layouts.toml`, which names the
site, the stories it shows and what its pages tell: author, editor, section, tags, date.
A set of pages is a folder of these: `stories/`, `layouts/`, `layouts.toml`, `words.toml`, `headlines.toml`.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

import lxml.html
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree
from markupsafe import Markup, escape

HERE = Path(__file__).parent
PARTS = HERE.parent / "parts"
"""Furniture of a page's head for sets that have none of their own."""
_RELATED = 6
_MARKS = {"## ": "heading", "- ": "item", "> ": "quote", "| ": "row", "! ": "note"}
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")
_TAG = re.compile(r"<[^<>]*>")

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page as a server would give it, and what a reader finds on it."""

    name: str
    """Layout, and the story's slug or the page's kind: "arc/council-library-vote", "arc/search"."""
    layout: str
    kind: str
    """article, front, section, tag, search, author, gallery, video, static, login or missing."""
    url: str
    body: bytes
    content_type: str | None
    language: str
    """BCP 47 primary tag."""
    text: str | None
    """The article's blocks, a blank line between them; None where the page is no article."""
    title: str | None
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    published: datetime | None
    """Aware, with the offset of the site's country; midnight where only the day is told."""
    published_precision: Literal["minute", "day"] | None
    is_zoned: bool
    """Whether the page tells the offset or the zone; if not, only the clock's time can be asked for."""
    section: str | None
    tags: tuple[str, ...]
    correction: str | None
    must_not: tuple[str, ...]
    """Strings that stand on the page and may not stand in the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a story: its kind, its plain text, its HTML without the element around it."""

    kind: str
    text: str
    html: Markup
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that share an element: the items of a list, the rows of a table, or any other block alone."""

    kind: str
    blocks: tuple[Block, ...]
    html: Markup


def read_own_pages(folder: Path = HERE) -> Iterator[OwnPage]:
    """The set's pages: a layout's articles, then its other pages, in the order of `layouts.toml`."""
    stories = read_stories(folder)
    words, headlines, layouts = (_toml(folder / f"{name}.toml") for name in ("words", "headlines", "layouts"))
    templates = _environment(folder / "layouts")
    for name, layout in layouts.items():
        template = templates.get_template(f"{name}.html")
        sources = [source.split(":") for source in layout["stories"]]
        for language, number in sources:
            story = stories[language][int(number)]
            page = _article_page(layout, story, language, words[language])
            page["related"] = _related(layout, stories[language], int(number), headlines[language])
            yield _finish(name, layout, page, words[language], template.render, story)
        language, number = sources[0]
        for kind in layout["others"]:
            page = _other_page(layout, kind, language, words[language], stories[language][int(number)])
            page["related"] = _related(layout, stories[language], -1, headlines[language])
            yield _finish(name, layout, page, words[language], template.render, None)


def read_stories(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The set's stories by language, as their files have them."""
    return {path.stem: _toml(path)["story"] for path in sorted((folder / "stories").glob("*.toml"))}


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _environment(layouts: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([layouts, PARTS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["json"] = _json
    return environment


def _json(value: object) -> Markup:
    """As sites print JSON-LD: letters as they are, and no `</` that would end the script."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("</", "<\\/"))  # noqa: S704


def _article_page(layout: Values, story: Values, language: str, words: Values) -> dict[str, Any]:
    blocks = read_blocks(story, layout)
    published: datetime = story["published"]
    signoff = story.get("signoff", "")
    return {
        "kind": "article",
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "url": _url(layout, story),
        "id": _id(story["slug"]),
        "title": story["title"],
        "standfirst": story.get("standfirst", ""),
        "points": story.get("points", []),
        "description": story.get("standfirst") or blocks[0].text[:150],
        "section": story["section"],
        "tags": story["tags"],
        "authors": story["authors"],
        "editors": story["editors"],
        "caption": story["caption"],
        "credit": story["credit"],
        "blocks": blocks,
        "groups": _groups(blocks, signoff if layout.get("signoff") == "glued" else ""),
        "signoff": signoff if layout.get("signoff") == "own" else "",
        "pull": next(
            (b.text for b in blocks if b.kind == "paragraph" and b.text[0] in '"“„«'), blocks[0].text
        ),
        "published": published,
        "iso": published.isoformat(),
        "date": _date(layout.get("date") or words["date"], published, words, layout.get("zone", "")),
        "ld": _ld(layout, story, blocks),
    }


def _other_page(layout: Values, kind: str, language: str, words: Values, story: Values) -> dict[str, Any]:
    headings = {
        "front": layout["site"],
        "section": story["section"],
        "tag": story["tags"][0],
        "search": words["search"],
        "author": (story["authors"] or [words["by"]])[0],
        "gallery": words["gallery"],
        "video": words["video"],
        "static": words["static"][crc32(layout["site"].encode()) % len(words["static"])],
        "login": words["login"],
        "missing": words["missing"],
    }
    paths = {
        "front": "/", "section": f"/{story['section'].lower().replace(' ', '-')}/", "tag": "/tag/topic/",
        "search": "/?s=a", "author": "/author/a/", "gallery": "/gallery/", "video": "/video/watch/81/",
        "static": "/page/info", "login": "/login", "missing": f"/{story['slug'][:9]}-x/",
    }  # fmt: skip
    return {
        "kind": kind,
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "url": f"https://{layout['host']}{paths[kind]}",
        "title": headings[kind],
        "description": words["about"][:120],
        "section": headings[kind],
        "tags": [],
        "iso": "",
        "ld": {},
    }


def read_blocks(story: Values, layout: Values) -> tuple[Block, ...]:
    """The story's blocks, one for each line of its body; the first with the layout's dateline."""
    blocks = []
    for line in story["body"].strip().splitlines():
        kind = next((_MARKS[mark] for mark in _MARKS if line.startswith(mark)), "paragraph")
        source = line if kind == "paragraph" else line.split(" ", 1)[1]
        cells = tuple(source.split(" | ")) if kind == "row" else ()
        html = _html(source)
        blocks.append(Block(kind, " ".join(cells) if cells else _plain(html), html, cells))
    if story["place"] and layout.get("dateline"):
        place = story["place"]
        dateline = Markup(layout["dateline"].format(place=place, PLACE=place.upper()))  # noqa: S704
        first = blocks[0]
        blocks[0] = Block(first.kind, _plain(dateline) + first.text, dateline + first.html)
    return tuple(blocks)


def _html(source: str) -> Markup:
    marked = _BOLD.sub(r"<strong>\1</strong>", str(escape(source)))
    return Markup(_LINK.sub(r'<a href="\2">\1</a>', marked))  # noqa: S704


def _plain(html: Markup) -> str:
    return Markup(_TAG.sub("", html)).unescape()  # noqa: S704


def _groups(blocks: tuple[Block, ...], glued: str) -> tuple[Group, ...]:
    groups: list[Group] = []
    for block in blocks:
        if block.kind in ("item", "row") and groups and groups[-1].kind == block.kind:
            groups[-1] = Group(block.kind, (*groups[-1].blocks, block), Markup(""))
        else:
            groups.append(Group(block.kind, (block,), block.html))
    if glued:
        last = groups[-1]
        groups[-1] = Group(last.kind, last.blocks, last.html + Markup(" <b>{}</b>").format(glued))
    return tuple(groups)


def _url(layout: Values, story: Values) -> str:
    published: datetime = story["published"]
    path: str = layout["path"].format(
        slug=story["slug"],
        id=_id(story["slug"]),
        section=_ascii(story["section"]),
        y=published.year,
        n=f"{published.month:02}",
        d=f"{published.day:02}",
    )
    return f"https://{layout['host']}{path}"


def _ascii(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isascii() and letter.isalpha()) or "news"


def _id(slug: str) -> int:
    return crc32(slug.encode()) % 900_000 + 100_000


def _date(form: str, published: datetime, words: Values, zone: str) -> str:
    return form.format(
        w=words["weekdays"][published.weekday()],
        w3=words["weekdays"][published.weekday()][:3],
        d=published.day,
        d2=f"{published.day:02}",
        m=words["months"][published.month - 1],
        m3=words["months"][published.month - 1][:3],
        n=published.month,
        n2=f"{published.month:02}",
        y=published.year,
        be=published.year + 543,
        H=f"{published.hour:02}",
        M=f"{published.minute:02}",
        o=zone,
    ).strip()


def _ld(layout: Values, story: Values, blocks: tuple[Block, ...]) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": _url(layout, story)},
        "headline": story["title"],
        "datePublished": story["published"].isoformat(),
        "dateModified": story["published"].replace(second=41).isoformat(),
        "author": [{"@type": "Person", "name": name} for name in story["authors"]],
        "publisher": {"@type": "Organization", "name": layout["site"]},
        "articleSection": story["section"],
        "keywords": story["tags"],
        "description": story.get("standfirst") or blocks[0].text[:150],
    }


def _related(
    layout: Values, stories: list[dict[str, Any]], number: int, headlines: list[str]
) -> list[dict[str, Any]]:
    """What else the site has: other stories of the language with their beginnings, and bare headlines."""
    start = number + 1
    turned = [*stories[start:], *stories[:start]]
    others = [story for story in turned if number < 0 or story is not stories[number]][:_RELATED]
    told = [
        {
            "title": story["title"],
            "url": _url(layout, story),
            "teaser": " ".join(block.text for block in read_blocks(story, {}) if block.kind == "paragraph")[
                :700
            ],
            "lines": [block.text for block in read_blocks(story, {}) if block.kind == "paragraph"][:4],
            "section": story["section"],
        }
        for story in others
    ]
    bare = [
        {
            "title": line,
            "url": f"https://{layout['host']}/n/{_id(line)}",
            "teaser": "",
            "lines": [],
            "section": "",
        }
        for line in headlines
    ]
    return told + bare


def _finish(
    name: str, layout: Values, page: dict[str, Any], words: Values, render: Any, story: Values | None
) -> OwnPage:
    """The rendered page; what stands on it by chance and not in its article is what the text may not hold."""
    charset = layout.get("charset", "utf-8")
    html = render(page=page, w=words, site=layout, charset=charset)
    shows = layout["shows"] if story else []
    precision = layout.get("precision", "minute") if story else None
    text = "\n\n".join(block.text for block in page["blocks"]) if story else None
    published = story["published"] if story and precision else None
    if published and precision == "day":
        published = published.replace(hour=0, minute=0)
    return OwnPage(
        name=f"{name}/{story['slug'] if story else page['kind']}",
        layout=name,
        kind=page["kind"],
        url=page["url"],
        body=html.encode(charset, "xmlcharrefreplace"),
        content_type=layout.get("content_type", "text/html; charset=utf-8") or None,
        language=page["language"],
        text=text,
        title=page["title"] if story else None,
        authors=tuple(page["authors"]) if "author" in shows else (),
        editors=tuple(page["editors"]) if "editor" in shows else (),
        published=published,
        published_precision=precision if published else None,
        is_zoned=bool(layout.get("zoned", True)),
        section=page["section"] if "section" in shows else None,
        tags=tuple(page["tags"]) if "tags" in shows else (),
        correction=next((b.text for b in page["blocks"] if b.kind == "note"), None) if story else None,
        must_not=_strangers(html, text or "", page, words) if story else (),
    )


def _strangers(html: str, text: str, page: Values, words: Values) -> tuple[str, ...]:
    shown = visible_text(html)
    names = (
        "newsletter",
        "follow",
        "cookie",
        "paywall",
        "about",
        "author_bio",
        "scroll",
        "ad",
        "share",
        "most_read",
    )
    candidates = [words[name] for name in names] + list(words["speech"]) + list(words["read_also"])
    candidates += [*words.get("lines", {}).values(), *page["points"]]
    candidates += [page["caption"], page["credit"], page["signoff"]]
    candidates += [other["title"] for other in page["related"]]
    candidates += [line for other in page["related"] for line in other["lines"]]
    return tuple(
        dict.fromkeys(
            line for line in candidates if line and line in shown and line.lower() not in text.lower()
        )
    )


def visible_text(html: str) -> str:
    """The page's text without tags, scripts and styles, its spaces folded."""
    tree = lxml.html.fromstring(html)
    etree.strip_elements(tree, "script", "style", "template", etree.Comment, with_tail=False)
    return " ".join(" ".join(str(piece) for piece in tree.itertext()).split())
