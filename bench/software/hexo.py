"""A site of Hexo: a folder of Markdown with front matter, and two files of settings."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.software.catalogue import Theme, Values
from bench.software.markup import to_markdown
from bench.software.picture import make_png
from bench.software.stories import IMAGE, ZONE, Story, slugify

OUTPUT = "public"
_PATHS = {"{y}": ":year", "{n}": ":month", "{d}": ":day", "{section}": ":category", "{slug}": ":title"}


def write_site(theme: Theme, stories: Sequence[Story], folder: Path, tools: Path) -> None:
    """The site's sources in `folder`, which is empty; its packages are those in `tools`."""
    source = folder / "source"
    (source / "_posts").mkdir(parents=True)
    (source / IMAGE.strip("/")).parent.mkdir()
    (source / IMAGE.strip("/")).write_bytes(make_png())
    (folder / "node_modules").symlink_to(tools / "node_modules")
    packages = {**theme.system.packages, **theme.packages}
    manifest = {"private": True, "hexo": {"version": packages["hexo"]}, "dependencies": packages}
    _write_json(folder / "package.json", manifest)
    _write_json(folder / "_config.yml", _settings(theme, stories))
    if theme.example:
        example = tools / "node_modules" / f"hexo-theme-{theme.theme}" / theme.example
        shutil.copy(example, folder / f"_config.{theme.theme}.yml")
    for story in stories:
        (source / "_posts" / f"{story.slug}.md").write_text(to_post(theme, story, stories), "utf-8")
    for page in (_about(theme), *theme.pages):
        path = source / str(page["path"]) / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        fields = {name: value for name, value in page.items() if name not in ("path", "text")}
        path.write_text(_front_matter(fields) + page.get("text", ""), "utf-8")
    if theme.authors:
        (source / "_data").mkdir()
        known = {slugify(story.author): {"name": story.author, "avatar": IMAGE} for story in stories}
        _write_json(source / "_data" / f"{theme.authors}.yml", known)


def to_post(theme: Theme, story: Story, stories: Sequence[Story]) -> str:
    """The story's file: front matter and Markdown."""
    fields = {
        "title": story.title,
        "date": f"{story.published:%Y-%m-%d %H:%M:%S}",
        "updated": f"{story.edited:%Y-%m-%d %H:%M:%S}",
        "author": story.author,
        "categories": [story.section],
        "tags": story.tags,
        "description": story.standfirst,
        **theme.front_of(story, IMAGE),
    }
    paths = {other.slug: theme.path_of(other) for other in stories}
    blocks = to_markdown(story, paths.__getitem__, has_more=theme.has_more)
    caption = story.caption.replace("[", "(").replace("]", ")")
    return _front_matter(fields) + "\n\n".join([f"![{caption}]({IMAGE})", *blocks]) + "\n"


def command(tools: Path) -> list[str | Path]:
    """What builds the site in its folder: npm, since some themes call `hexo` by its name themselves."""
    return ["npm", "exec", "--offline", "--", "hexo", "generate"]


def other_pages(theme: Theme, story: Story) -> Iterator[tuple[str, str]]:
    """Kind and path of the other pages that there may be; with those of `story`'s section, tag and author."""
    yield from (("front", "/"), ("front", "/page/2/"))
    yield "category", f"/categories/{slugify(story.section)}/"
    yield "tag", f"/tags/{slugify(story.tags[0])}/"
    yield from (("archive", "/archives/"), ("archive", f"/archives/{story.published:%Y/%m}/"))
    yield "author", f"/author/{slugify(story.author)}/"
    yield "static", "/about/"
    for page in theme.pages:
        yield "archive", f"/{page['path']}/"


def _settings(theme: Theme, stories: Sequence[Story]) -> dict[str, object]:
    permalink = theme.path.removeprefix("/")
    for ours, theirs in _PATHS.items():
        permalink = permalink.replace(ours, theirs)
    settings: dict[str, object] = {
        "title": theme.site,
        "author": theme.told("staff"),
        "language": theme.language,
        "timezone": ZONE.key,
        "url": theme.address,
        "permalink": permalink,
        "category_map": {story.section: slugify(story.section) for story in stories},
        "tag_map": {tag: slugify(tag) for story in stories for tag in story.tags},
        "index_generator": {"per_page": 10, "order_by": "-date"},
        "per_page": 10,
        "theme": theme.theme,
        "theme_config": theme.settings,
    }
    return {**settings, **theme.site_settings}


def _about(theme: Theme) -> Values:
    text, title = theme.told("about"), theme.told("about_title")
    return {"path": "about", "title": title, "date": "2026-01-05 08:00:00", "text": text}


def _front_matter(fields: Values) -> str:
    """Its values as JSON, which is YAML; dates bare, as YAML has a form for them."""
    told = (
        f"{name}: {value if name in ('date', 'updated') else json.dumps(value, ensure_ascii=False)}\n"
        for name, value in fields.items()
    )
    return f"---\n{''.join(told)}---\n"


def _write_json(path: Path, value: object) -> None:
    """JSON, which Hexo reads as YAML."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
