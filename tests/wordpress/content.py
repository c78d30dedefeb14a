"""What WordPress is handed for a post: the content as its editors store it, and the post as a plain dict."""

from __future__ import annotations

from html import escape
from typing import Any

from tests.wordpress.post import Block, Post, Style
from tests.wordpress.words import CATEGORY_SLUGS

HOME = "{{home}}"
"""Stands for the site's address within a content, which only the running WordPress knows."""

_BLOCKS = {
    "paragraph": "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->",
    "heading": '<!-- wp:heading -->\n<h2 class="wp-block-heading">{}</h2>\n<!-- /wp:heading -->',
    "list": "<!-- wp:list -->\n<ul>{}</ul>\n<!-- /wp:list -->",
    "item": "<!-- wp:list-item -->\n<li>{}</li>\n<!-- /wp:list-item -->",
    "quote": '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>{}</p>\n'
    "<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->",
    "box": '<!-- wp:group -->\n<div class="wp-block-group baca-juga"><!-- wp:paragraph -->\n<p>{}</p>\n'
    "<!-- /wp:paragraph --></div>\n<!-- /wp:group -->",
    "break": "<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->",
}
_CLASSIC = {
    "paragraph": "{}",
    "heading": "<h3>{}</h3>",
    "list": "<ul>\n{}\n</ul>",
    "item": "<li>{}</li>",
    "quote": "<blockquote>{}</blockquote>",
    "box": '<div class="baca-juga">{}</div>',
    "break": "<!--nextpage-->",
}
_MARKUP: dict[Style, dict[str, str]] = {"gutenberg": _BLOCKS, "classic": _CLASSIC}


def content_of(post: Post) -> str:
    """The post's `post_content`: with its sign-off, its related lines and its page breaks."""
    markup = _MARKUP[post.style]
    pages = [[_written(block, markup) for block in page] for page in post.pages]
    if post.signoff:
        if post.signoff_stands_alone or post.pages[-1][-1].kind != "paragraph":
            pages[-1].append(markup["paragraph"].format(post.signoff))
        else:
            last = f"{escape(post.pages[-1][-1].lines[0], quote=False)} {post.signoff}"
            pages[-1][-1] = markup["paragraph"].format(last)
    return f"\n\n{markup['break']}\n\n".join("\n\n".join(page) for page in pages)


def order_of(post: Post) -> dict[str, Any]:
    """What the scripts under php/ take for one post."""
    return {
        "slug": post.slug,
        "title": post.title,
        "author": post.author,
        "published": f"{post.published:%Y-%m-%d %H:%M:%S}",
        "categories": {name: CATEGORY_SLUGS.get(name) for name in post.categories},
        "tags": list(post.tags),
        "content": content_of(post),
        "caption": post.caption,
        "has_image": post.has_image,
    }


def _written(block: Block, markup: dict[str, str]) -> str:
    if block.kind == "related":
        return _related(block, markup)
    if block.kind == "list":
        items = "\n".join(markup["item"].format(escape(line, quote=False)) for line in block.lines)
        return markup["list"].format(items)
    return markup[block.kind].format(escape(block.lines[0], quote=False))


def _related(block: Block, markup: dict[str, str]) -> str:
    link = f'<a href="{HOME}{block.path}">{escape(block.lines[0], quote=False)}</a>'
    match block.form:
        case "strong":
            return markup["paragraph"].format(f"<strong>BACA JUGA: {link}</strong>")
        case "box":
            return markup["box"].format(f"Baca Juga : {link}")
    return markup["paragraph"].format(f"Baca juga: {link}")
