"""The pages of our own: always the same, in every layout, with a truth that stands on the page."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from html import unescape
from pathlib import Path

import pytest

from bench.own import OwnPage, read_own_pages
from bench.own.building import HERE, visible_text


@pytest.fixture(scope="module")
def pages() -> list[OwnPage]:
    return list(read_own_pages())


@pytest.fixture(scope="module")
def layouts() -> dict[str, dict[str, object]]:
    return tomllib.loads((HERE / "layouts.toml").read_text("utf-8"))


def _html(page: OwnPage, layouts: dict[str, dict[str, object]]) -> str:
    return page.body.decode(str(layouts[page.layout].get("charset", "utf-8")))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def test_the_pages_are_the_same_on_every_run(pages: list[OwnPage]) -> None:
    """Two readings give equal pages in the same order, each with its own name."""
    assert list(read_own_pages()) == pages
    assert len({page.name for page in pages}) == len(pages)


def test_there_are_enough_of_each_kind(pages: list[OwnPage]) -> None:
    """The set has its promised size, half of it Indonesian, and every language has two stories."""
    articles = [page for page in pages if page.text is not None]
    assert len(articles) >= 120
    assert len(pages) - len(articles) >= 40
    assert len([page for page in articles if page.language == "id"]) * 2 >= len(articles)
    titles = defaultdict(set)
    for page in articles:
        titles[page.language].add(page.title)
    assert len(titles) == 18
    assert min(len(found) for found in titles.values()) >= 2


def test_every_layout_shows_articles_and_other_pages(
    pages: list[OwnPage], layouts: dict[str, dict[str, object]]
) -> None:
    """Each layout has two articles and one page that is none, and each template is used."""
    kinds = defaultdict(list)
    for page in pages:
        kinds[page.layout].append(page.text is not None)
    assert {name for name, found in kinds.items() if sum(found) < 2 or all(found)} == set()
    templates = {path.stem for path in (HERE / "layouts").glob("[a-z]*.html")}
    assert templates == set(layouts) == set(kinds)


def test_the_truth_stands_on_the_page(pages: list[OwnPage], layouts: dict[str, dict[str, object]]) -> None:
    """A page's bytes decode in its layout's encoding, and hold each block, the title, names and tags."""
    missing = []
    for page in pages:
        html = _html(page, layouts)
        if page.text is None:
            continue
        shown = _without_spaces(visible_text(html))
        told = [*page.text.split("\n\n"), page.title or ""]
        missing += [(page.name, line) for line in told if _without_spaces(line) not in shown]
        named = [*page.authors, *page.editors, *page.tags, page.section or ""]
        missing += [(page.name, name) for name in named if name not in unescape(html)]
    assert missing == []


def test_what_may_not_stand_in_the_text_stands_around_it(
    pages: list[OwnPage], layouts: dict[str, dict[str, object]]
) -> None:
    """The lines around an article are on its page, not in its text, and there are some on every page."""
    for page in pages:
        if page.text is not None:
            shown = visible_text(_html(page, layouts))
            assert page.must_not
            assert [line for line in page.must_not if line in page.text or line not in shown] == []


def test_times_are_aware_and_days_begin_at_midnight(pages: list[OwnPage]) -> None:
    """An article's time has its offset; where only the day is told, it is midnight."""
    for page in pages:
        if page.text is None:
            assert page.published is None
        else:
            assert page.published is not None
            assert page.published.utcoffset() is not None
            assert page.published_precision == "minute" or page.published.strftime("%H%M") == "0000"


def test_the_folder_stays_small_and_readable() -> None:
    """Stories and layouts are text and take less than a megabyte."""
    files = [path for path in HERE.rglob("*") if path.suffix in (".toml", ".html", ".py")]
    assert sum(len(Path(path).read_text("utf-8").encode()) for path in files) < 1_000_000
