"""The pages that extraction is measured on, with what their text truly is.

The demo portal's and the sets of our own (`SETS`, each a folder beside this file) are always there. Beside
the checkout `../shared/real` may hold saved pages of real portals, and `../shared/wordpress` those of a real
WordPress in several themes; what is absent is left out. Pages that `python -m bench.software` has made are a
source that is only read where it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from bench.own import OwnPage, read_own_pages
from bench.software.reading import SoftwarePage, read_software_pages
from kaltimcrawl.demo import DemoArticle, load_articles
from kaltimcrawl.demo.site import DemoSite

SETS = (
    *("own", "blind", "fresh", "unseen", "held", "apart", "abroad", "near", "beyond", "further"),
    *("afield", "outland", "overseas", "hinterland", "upland", "faraway", "lowland", "yonder"),
    *("inland", "elsewhere", "seaward"),
)
"""The sets of pages of our own, in the order in which they were written: each knew those before it."""
SOURCES = ("demo", "real", "wordpress", *SETS)
SOFTWARE = "software"
"""The source that must be asked for by its name."""
SHARED = Path(__file__).parents[2] / "shared"
_BASE = "http://127.0.0.1:8000"
_WIB, _WITA = "Asia/Jakarta", "Asia/Makassar"
_DAY_LETTERS = len("2025-09-10")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a server gave it, and what a reader finds on it. A field without truth isn't scored."""

    source: str
    """One of `SOURCES`, or `SOFTWARE`."""
    url: str
    body: bytes
    content_type: str | None
    text: str | None
    """The article's text on this page, a blank line between blocks; None where the page is no article."""
    name: str = ""
    """What tells it from the source's other pages: its file, or path."""
    language: str = "id"
    """BCP 47 primary tag."""
    zone: str | None = None
    """The IANA zone that the portal's file would name; None: extraction isn't told of a portal."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    """Aware; midnight where only the day is known."""
    precision: Literal["minute", "day"] = "minute"
    is_zoned: bool = True
    """Whether the offset can be known; if not, only the clock's time can be asked for."""
    section: str | None = None
    must_not: tuple[str, ...] = ()
    """Strings of the page's chrome that may not stand in the text."""

    @property
    def is_article(self) -> bool:
        """Whether there is an article on it."""
        return self.text is not None


def read_all_pages() -> list[Page]:
    """All pages that there are, in the order of `SOURCES`."""
    return read_sources(SOURCES)


def read_sources(names: Collection[str]) -> list[Page]:
    """The pages of these of `SOURCES`, in their order, and then those of `SOFTWARE` if it is among them."""
    pages = [] if set(names) <= {SOFTWARE, *SETS} else [page for page in read_pages() if page.source in names]
    pages += [_made_page(name, page) for name in SETS if name in names for page in read_set(name)]
    if SOFTWARE in names:
        pages += [_software_page(page) for page in read_software_pages()]
    return pages


def read_set(name: str) -> Iterator[OwnPage]:
    """The pages of one of `SETS`, always the same and in the same order."""
    return read_own_pages(Path(__file__).with_name(name))


def read_pages() -> list[Page]:
    """The pages that have a real page's weight: demo, real, wordpress. Most of our making are a tenth."""
    pages = list(_demo_pages())
    for source, read in (("real", _real_pages), ("wordpress", _wordpress_pages)):
        if (SHARED / source).is_dir():
            pages += read(SHARED / source)
    return pages


def _demo_pages() -> Iterator[Page]:
    site = DemoSite(_BASE)
    for article in load_articles():
        for number, path in enumerate(article.page_paths):
            answer = site.answer(path)
            yield Page(
                "demo",
                _BASE + path,
                answer.body,
                answer.content_type,
                _part_text(article, number),
                name=path,
                zone=_WITA,
                title=article.title,
                authors=article.authors,
                published=article.published,
                section=article.section,
            )
    for path in ("/", "/category/daerah/", "/tag/banjir/", "/redaksi/", "/?s=sungai"):
        answer = site.answer(path)
        if answer.status == 200:
            yield Page("demo", _BASE + path, answer.body, answer.content_type, None, name=path, zone=_WITA)


def _part_text(article: DemoArticle, number: int) -> str:
    return "\n\n".join(block.text for piece in article.pages[number] for block in piece.blocks())


def _real_pages(folder: Path) -> Iterator[Page]:
    for row in _rows(folder / "truth.jsonl"):
        yield Page(
            "real",
            row["url"],
            (folder / row["file"]).read_bytes(),
            None,
            _joined(row, row.get("paragraphs")),
            name=row["file"],
            zone=_WIB,
            title=row.get("title"),
            authors=tuple(row.get("authors") or ()),
            published=_time(row),
            precision=_precision(row),
            must_not=tuple(row.get("must_not", ())),
        )


def _wordpress_pages(folder: Path) -> Iterator[Page]:
    for truth in sorted(folder.glob("*/truth.jsonl")):
        for row in _rows(truth):
            parts = row.get("part_paragraphs") or [row.get("paragraphs")]
            for number, (name, paragraphs) in enumerate(zip(row["files"], parts, strict=False), 1):
                yield Page(
                    "wordpress",
                    row["url"] if number == 1 else f"{row['url']}{number}/",
                    (truth.parent / name).read_bytes(),
                    None,
                    _joined(row, paragraphs),
                    name=f"{truth.parent.name}/{name}",
                    zone=_WITA,
                    title=row.get("title"),
                    authors=(row["author"],) if row.get("author") else (),
                    published=_time(row),
                    precision=_precision(row),
                    section=row.get("section"),
                )


def _made_page(source: str, page: OwnPage) -> Page:
    return Page(
        source,
        page.url,
        page.body,
        page.content_type,
        page.text,
        name=page.name,
        language=page.language,
        title=page.title,
        authors=page.authors,
        published=page.published,
        precision=page.published_precision or "minute",
        is_zoned=page.is_zoned,
        section=page.section,
        must_not=page.must_not,
    )


def _software_page(page: SoftwarePage) -> Page:
    return Page(
        SOFTWARE,
        page.url,
        page.body,
        "text/html; charset=utf-8",
        page.text,
        name=page.name,
        language=page.language,
        title=page.title,
        authors=(page.author,) if page.author else (),
        published=page.published,
        precision=page.precision,
        section=page.section,
        must_not=page.must_not,
    )


def _joined(row: dict[str, Any], paragraphs: list[str] | None) -> str | None:
    return "\n\n".join(paragraphs or ()) if row["kind"] == "article" else None


def _time(row: dict[str, Any]) -> datetime | None:
    """The row's time; a day without an offset is WITA's, as the WordPress is."""
    told = row.get("published")
    if not told:
        return None
    return datetime.fromisoformat(f"{told}T00:00+08:00" if len(told) == _DAY_LETTERS else told)


def _precision(row: dict[str, Any]) -> Literal["minute", "day"]:
    return "day" if len(row.get("published") or "") == _DAY_LETTERS else "minute"


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
