"""A site of Pelican: a folder of Markdown, and settings in a Python file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from bench.software.catalogue import Theme, Values
from bench.software.markup import to_markdown
from bench.software.picture import make_png
from bench.software.stories import IMAGE, ZONE, Story, slugify
from bench.software.tools import python_of

OUTPUT = "output"
_PATHS = {"{y}": "{date:%Y}", "{n}": "{date:%m}", "{d}": "{date:%d}"}
_LOCALES = {"id": ["id_ID.UTF-8", "id_ID"], "en": ["en_US.UTF-8", "C.UTF-8"]}


def write_site(theme: Theme, stories: Sequence[Story], folder: Path, tools: Path) -> None:
    """The site's sources in `folder`, which is empty; the theme is the one in the environment `tools`."""
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    (content / IMAGE.strip("/")).parent.mkdir()
    (content / IMAGE.strip("/")).write_bytes(make_png())
    settings = {**_settings(theme, tools), **theme.site_settings, **theme.settings}
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    (folder / "pelicanconf.py").write_text(lines, "utf-8")
    for story in stories:
        (content / f"{story.slug}.md").write_text(to_post(theme, story, stories), "utf-8")
    fields = {"Title": theme.told("about_title"), "Slug": "about"}
    (content / "pages" / "about.md").write_text(f"{_front_matter(fields)}{theme.told('about')}\n", "utf-8")


def to_post(theme: Theme, story: Story, stories: Sequence[Story]) -> str:
    """The story's file: its fields and Markdown, the picture as a figure with its caption."""
    fields = {
        "Title": story.title,
        "Date": f"{story.published:%Y-%m-%d %H:%M}",
        "Modified": f"{story.edited:%Y-%m-%d %H:%M}",
        "Category": story.section,
        "Tags": ", ".join(story.tags),
        "Slug": story.slug,
        "Lang": story.language,
        "Author": story.author,
        "Summary": story.standfirst,
        "Description": story.standfirst,
        **theme.front_of(story, IMAGE),
    }
    caption = escape(story.caption)
    figure = f'<figure>\n<img src="{IMAGE}" alt="{caption}">\n<figcaption>{caption}</figcaption>\n</figure>'
    paths = {other.slug: theme.path_of(other) for other in stories}
    return _front_matter(fields) + "\n\n".join([figure, *to_markdown(story, paths.__getitem__)]) + "\n"


def command(tools: Path) -> list[str | Path]:
    """What builds the site in its folder."""
    return [python_of(tools), "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", OUTPUT]


def other_pages(theme: Theme, story: Story) -> Iterator[tuple[str, str]]:
    """Kind and path of the other pages that there may be; with those of `story`'s section, tag and author."""
    yield from (("front", "/"), ("front", "/index2.html"))
    yield "category", f"/category/{slugify(story.section)}.html"
    yield "tag", f"/tag/{slugify(story.tags[0])}.html"
    yield "author", f"/author/{slugify(story.author)}.html"
    for name in ("archives", "categories", "tags", "authors"):
        yield "archive", f"/{name}.html"
    yield "static", "/pages/about.html"


def _settings(theme: Theme, tools: Path) -> dict[str, object]:
    address = theme.path.removeprefix("/")
    for ours, theirs in _PATHS.items():
        address = address.replace(ours, theirs)
    file = f"{address}index.html" if address.endswith("/") else address
    return {
        "AUTHOR": theme.told("staff"),
        "SITENAME": theme.site,
        "SITEURL": theme.address,
        "THEME": _theme_folder(theme, tools),
        "TIMEZONE": ZONE.key,
        "DEFAULT_LANG": theme.language,
        "LOCALE": _LOCALES[theme.language],
        "ARTICLE_URL": address,
        "ARTICLE_SAVE_AS": file,
        # Stories of other languages are no translations: their address is like any other's.
        "ARTICLE_LANG_URL": address,
        "ARTICLE_LANG_SAVE_AS": file,
        "FEED_ALL_ATOM": "feeds/all.atom.xml",
        "DEFAULT_PAGINATION": 10,
        "STATIC_PATHS": ["images"],
        "PLUGINS": [],
    }


def _theme_folder(theme: Theme, tools: Path) -> str:
    if not theme.theme.startswith("site-packages/"):
        return theme.theme
    (folder,) = tools.glob("lib/python*")
    return str(folder / theme.theme)


def _front_matter(fields: Values) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + "\n"
