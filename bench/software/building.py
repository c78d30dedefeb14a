"""A theme's site built and its pages kept: whole, or not at all.

Under the root (`.software` in the checkout) `tools` has the systems, `sites` what is being built, and
`pages` a folder for each theme: HTML files, `pages.jsonl` with a line for each, and the stamp of what
they were made of. Of a theme that failed, `sites` keeps what the system said, in `source/build.log`.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bench.own.building import visible_text
from bench.software import hexo, nikola, pelican
from bench.software.catalogue import Theme
from bench.software.stories import ZONE, Story, pick_stories, read_choice, read_words
from bench.software.tools import SoftwareError, install, run

ROOT = Path(__file__).parents[2] / ".software"
_STAMP = "stamp"
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Renderer:
    """How a system's sites are made."""

    write: Callable[[Theme, Sequence[Story], Path, Path], None]
    """Puts a site's sources into a folder, with the tools' folder at hand."""
    command: Callable[[Path], Sequence[str | Path]]
    """What builds a site in its folder, by the tools' folder."""
    others: Callable[[Theme, Story], Iterator[tuple[str, str]]]
    """Kind and path of pages beside the articles that there may be, of a story's section, tag and author."""
    output: str
    """Where in its folder a site is built to."""


RENDERERS = MappingProxyType(
    {
        "hexo": Renderer(hexo.write_site, hexo.command, hexo.other_pages, hexo.OUTPUT),
        "pelican": Renderer(pelican.write_site, pelican.command, pelican.other_pages, pelican.OUTPUT),
        "nikola": Renderer(nikola.write_site, nikola.command, nikola.other_pages, nikola.OUTPUT),
    }
)


def make_stamp(theme: Theme) -> str:
    """What tells the pages of this entry from others: the entry, its system, the stories and the code."""
    made_of = repr((theme, read_choice(), read_words())).encode()
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(made_of + code).hexdigest()


def is_built(theme: Theme, root: Path = ROOT) -> bool:
    """Whether the theme's pages are there, and are of its entry as it is now."""
    stamp = root / "pages" / theme.name / _STAMP
    return stamp.exists() and stamp.read_text("utf-8") == make_stamp(theme)


def build_theme(theme: Theme, root: Path = ROOT) -> int:
    """Build its site and keep its pages; how many. Raises `SoftwareError`, and then there are none."""
    pages, site = root / "pages" / theme.name, root / "sites" / theme.name
    tools = root / "tools" / theme.system.name
    for folder in (pages, site):
        shutil.rmtree(folder, ignore_errors=True)
    renderer = RENDERERS[theme.system.name]
    install(theme, tools)
    (site / "source").mkdir(parents=True)
    renderer.write(theme, read_choice(), site / "source", tools)
    run(renderer.command(tools), site / "source", environment={"TZ": ZONE.key})
    count = keep_pages(theme, site / "source" / renderer.output, site / "pages")
    pages.parent.mkdir(exist_ok=True)
    (site / "pages").rename(pages)
    shutil.rmtree(site)
    return count


def keep_pages(theme: Theme, output: Path, pages: Path) -> int:
    """Copy the pages that the bench reads out of a built site, with what they are; how many.

    Raises `SoftwareError` where an article is missing or lacks a part of its story.
    """
    pages.mkdir()
    rows = []
    picked = pick_stories(read_choice(), theme.number)
    for story in picked:
        source = output / _file(theme.path_of(story))
        if not source.exists():
            raise SoftwareError(f"it printed no page of {story.slug}")
        if lacking := _lacking(story, source.read_text("utf-8")):
            raise SoftwareError(f"its page of {story.slug} lacks {lacking!r}")
        file = f"{story.slug}.html"
        shutil.copyfile(source, pages / file)
        rows.append(_row(theme, file, theme.path_of(story), "article", story))
    for kind, path in RENDERERS[theme.system.name].others(theme, picked[0]):
        source = output / _file(path)
        if source.exists() and source.stat().st_size:
            file = f"{kind}{path.removesuffix('.html').rstrip('/').replace('/', '-')}.html"
            shutil.copyfile(source, pages / file)
            rows.append(_row(theme, file, path, kind, None))
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (pages / "pages.jsonl").write_text("".join(lines), "utf-8")
    (pages / _STAMP).write_text(make_stamp(theme), "utf-8")
    return len(rows)


def _file(path: str) -> str:
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")


def _lacking(story: Story, html: str) -> str | None:
    """The first line of the story that isn't on its page, signs apart: a renderer may set them otherwise."""
    shown = _NO_WORD.sub("", visible_text(html))
    lines = (story.title, *(block.text for block in story.blocks))
    return next((line for line in lines if _NO_WORD.sub("", line) not in shown), None)


def _row(theme: Theme, file: str, path: str, kind: str, story: Story | None) -> dict[str, str | None]:
    return {
        "file": file,
        "url": theme.address + path,
        "kind": kind,
        "slug": story.slug if story else None,
        "language": story.language if story else theme.language,
    }
