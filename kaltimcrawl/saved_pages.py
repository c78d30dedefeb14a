"""Saved pages of a portal, each with what was read from it: so that a change of reading is noticed.

They stand beside the portal's file: `portals/fixtures/<slug>/01.html`, `02.html`, … as they were served, and
`expected.json`. `kaltimcrawl portal test` holds them against what is read now; `pytest portals/` does too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import msgspec

from kaltimcrawl.errors import InputError
from kaltimcrawl.extraction import Article, extract
from kaltimcrawl.portals import Portal, load_portal

EXPECTED = "expected.json"
TEST_FILE = "test_portals.py"
TEST_TEXT = '''"""Every saved page of the portals beside this file is read as expected.json has it.

`pytest` runs this; `kaltimcrawl portal test` tells the same without pytest.
"""

from pathlib import Path

import pytest

from kaltimcrawl.saved_pages import all_pages


@pytest.mark.parametrize(("page", "portal"), all_pages(Path(__file__).parent), ids=str)
def test_a_saved_page_is_read_as_expected(page, portal):
    assert page.read(portal) == page.expected
'''


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is read from a page, in the words of JSON."""

    title: str
    subtitle: str | None
    authors: list[str]
    editors: list[str]
    published: str | None
    """ISO 8601 with the offset that the portal meant."""
    section: str | None
    tags: list[str]
    text: list[str]
    """The text of each block."""


@dataclass(frozen=True, slots=True)
class PageToSave:
    """A page as it was served."""

    url: str
    content_type: str | None
    captured: datetime
    body: bytes
    """Content-Encoding undone."""


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of expected.json."""

    file: str
    url: str
    content_type: str | None
    captured: datetime
    article: Expected | None


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A saved page and what is expected of it."""

    file: Path
    url: str
    content_type: str | None
    captured: datetime
    expected: Expected | None
    """None: no article."""

    def __str__(self) -> str:
        return f"{self.file.parent.name}-{self.file.stem}"

    def read(self, portal: Portal) -> Expected | None:
        """What is read from it now. Raises InputError where its file can't be read."""
        try:
            body = self.file.read_bytes()
        except OSError as error:
            raise InputError(f"{self.file}: can't be read: {error.strerror}") from None
        article = extract(body, self.url, portal, content_type=self.content_type, captured=self.captured)
        return _expected(article) if article is not None else None


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is read otherwise than expected."""

    field: str
    """A field of `Expected`; "article" where the page was one and is none, or the other way round."""
    expected: str
    read: str


def save_pages(folder: Path, portal: Portal, pages: Sequence[PageToSave]) -> None:
    """Writes `pages` and what is read from them by `portal`'s rules into `folder`, which is empty."""
    saved = []
    for number, page in enumerate(pages, 1):
        file = folder / f"{number:02}.html"
        file.write_bytes(page.body)
        saved.append(SavedPage(file, page.url, page.content_type, page.captured, None))
    expect(folder, portal, saved)


def expect(folder: Path, portal: Portal, pages: Sequence[SavedPage]) -> None:
    """Writes what is read from `pages` now into the expected.json of `folder`."""
    records = [
        _Record(page.file.name, page.url, page.content_type, page.captured, page.read(portal))
        for page in pages
    ]
    text = json.dumps(msgspec.to_builtins(records), ensure_ascii=False, indent=2)
    written = folder / f".{EXPECTED}"
    written.write_text(text + "\n", encoding="utf-8")
    written.replace(folder / EXPECTED)


def read_saved(folder: Path) -> list[SavedPage]:
    """The saved pages of `folder`, in their order; none where there is no expected.json.

    Raises InputError where that file is none of ours.
    """
    path = folder / EXPECTED
    if not path.is_file():
        return []
    try:
        records = msgspec.json.decode(path.read_bytes(), type=list[_Record])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read: {error}") from None
    for record in records:
        if Path(record.file).name != record.file or not record.captured.tzinfo:
            raise InputError(f"{path}: {record.file!a}: expected a file beside it, and a time with its zone")
    return [
        SavedPage(folder / one.file, one.url, one.content_type, one.captured, one.article) for one in records
    ]


def all_pages(portals: Path) -> list[tuple[SavedPage, Portal]]:
    """Every saved page of the portals that the folder `portals` declares, with its portal."""
    return [
        (page, load_portal(file))
        for file in sorted(portals.glob("*.toml"))
        for page in read_saved(portals / "fixtures" / file.stem)
    ]


def differences(page: SavedPage, portal: Portal) -> tuple[Difference, ...]:
    """The fields that are read otherwise than expected."""
    expected, read = page.expected, page.read(portal)
    if expected is None or read is None:
        if expected is read:
            return ()
        told = ["no article" if one is None else one.title for one in (expected, read)]
        return (Difference("article", told[0], told[1]),)
    old, new = msgspec.to_builtins(expected), msgspec.to_builtins(read)
    return tuple(Difference(name, *_shown(old[name], new[name])) for name in old if old[name] != new[name])


def _shown(old: Any, new: Any) -> tuple[str, str]:
    """What differs of a field's values: of lists the first entry that does, with its number."""
    if not isinstance(old, list) or not isinstance(new, list):
        return str(old or "–"), str(new or "–")
    pairs = enumerate(zip_longest(old, new, fillvalue="–"), 1)
    number, expected, read = next((n, a, b) for n, (a, b) in pairs if a != b)
    return f"[{number}] {expected}", f"[{number}] {read}"


def _expected(article: Article) -> Expected:
    return Expected(
        title=article.title,
        subtitle=article.subtitle,
        authors=list(article.authors),
        editors=list(article.editors),
        published=article.published.isoformat() if article.published else None,
        section=article.section,
        tags=list(article.tags),
        text=[block.text for block in article.blocks],
    )
