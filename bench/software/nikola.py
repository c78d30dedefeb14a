"""A site of Nikola: a folder of reStructuredText, and settings in a Python file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.software.catalogue import Theme, Values
from bench.software.markup import to_rst
from bench.software.picture import make_png
from bench.software.stories import IMAGE, ZONE, Story, slugify
from bench.software.tools import python_of

OUTPUT = "output"
_TIME = "%Y-%m-%d %H:%M:%S UTC+08:00"


def write_site(theme: Theme, stories: Sequence[Story], folder: Path, tools: Path) -> None:
    """The site's sources in `folder`, which is empty. The themes are Nikola's own, so `tools` isn't asked."""
    for name in ("posts", "pages", "images"):
        (folder / name).mkdir()
    (folder / IMAGE.strip("/")).write_bytes(make_png())
    settings = {**_settings(theme), **theme.site_settings, **theme.settings}
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    (folder / "conf.py").write_text(lines, "utf-8")
    for story in stories:
        (folder / "posts" / f"{story.slug}.rst").write_text(to_post(theme, story), "utf-8")
    fields = {"title": theme.told("about_title"), "slug": "about", "date": "2026-01-05 08:00:00 UTC+08:00"}
    (folder / "pages" / "about.rst").write_text(f"{_fields(fields)}{theme.told('about')}\n", "utf-8")


def to_post(theme: Theme, story: Story) -> str:
    """The story's file: its fields and reStructuredText, the picture as a figure with its caption."""
    fields = {
        "title": story.title,
        "slug": story.slug,
        "date": story.published.strftime(_TIME),
        "updated": story.edited.strftime(_TIME),
        "tags": ", ".join(story.tags),
        "category": story.section,
        "author": story.author,
        "description": story.standfirst,
        "previewimage": IMAGE,
        "type": "text",
        **theme.front_of(story, IMAGE),
    }
    figure = f".. figure:: {IMAGE}\n   :alt: {story.caption}\n\n   {story.caption}"
    blocks = [figure, *to_rst(story, "link://slug/{}".format)]
    if theme.has_more:
        blocks.insert(2, ".. TEASER_END")
    return _fields(fields) + "\n\n".join(blocks) + "\n"


def command(tools: Path) -> list[str | Path]:
    """What builds the site in its folder."""
    return [python_of(tools), "-m", "nikola", "build"]


def other_pages(theme: Theme, story: Story) -> Iterator[tuple[str, str]]:
    """Kind and path of the other pages that there may be; with those of `story`'s section, tag and author."""
    end = "/" if theme.path.endswith("/") else ".html"
    yield from (("front", "/"), ("front", "/index-1.html"))
    yield "category", f"/categories/cat_{slugify(story.section)}{end}"
    yield "tag", f"/categories/{slugify(story.tags[0])}{end}"
    yield "author", f"/authors/{slugify(story.author)}{end}"
    yield from (("archive", "/archive.html"), ("archive", f"/{story.published:%Y}/"))
    yield from (("archive", "/categories/"), ("archive", "/authors/"))
    yield "static", f"/pages/about{end}"


def _settings(theme: Theme) -> dict[str, object]:
    folder = theme.path.strip("/").split("/")[0]
    return {
        "BLOG_AUTHOR": theme.told("staff"),
        "BLOG_TITLE": theme.site,
        "SITE_URL": f"{theme.address}/",
        "BLOG_EMAIL": f"redaksi@{theme.host}",
        "BLOG_DESCRIPTION": theme.told("about"),
        "DEFAULT_LANG": theme.language,
        "TRANSLATIONS": {theme.language: ""},
        "TIMEZONE": ZONE.key,
        "THEME": theme.theme,
        "POSTS": [["posts/*.rst", folder, "post.tmpl"]],
        "PAGES": [["pages/*.rst", "pages", "page.tmpl"]],
        "COMPILERS": {"rest": [".rst"]},
        "PRETTY_URLS": theme.path.endswith("/"),
        "ENABLE_AUTHOR_PAGES": True,
        "INDEX_TEASERS": True,
    }


def _fields(fields: Values) -> str:
    return "".join(f".. {name}: {value}\n" for name, value in fields.items()) + "\n"
