"""The later sets: always the same, of their promised size, with a truth that stands on the page."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

import pytest

import bench
from bench.own import OwnPage
from bench.own.building import visible_text
from bench.pages import SETS, Page, read_all_pages, read_set


@dataclass(frozen=True)
class Set:
    """A set, and what it promises."""

    name: str
    articles: int
    """At the least, as all numbers."""
    indonesian: int
    others: int
    languages: int = 14
    lightest: int = 25_000
    """Bytes that the articles of a set after real sites have at the least: pages of villages are light."""

    @property
    def folder(self) -> Path:
        return BENCH / self.name

    def html(self, page: OwnPage) -> str:
        layouts = tomllib.loads((self.folder / "layouts.toml").read_text("utf-8"))
        return page.body.decode(layouts[page.layout].get("charset", "utf-8"))


@cache
def _pages_of(name: str) -> tuple[OwnPage, ...]:
    """The pages of a set, built once for all tests."""
    return tuple(read_set(name))


BENCH = Path(bench.__file__).parent
PROMISED = (
    Set("blind", 70, 40, 40),
    Set("fresh", 50, 32, 25),
    Set("unseen", 60, 36, 40),
    Set("held", 50, 32, 30),
    Set("apart", 36, 26, 26, languages=11),
    Set("abroad", 40, 6, 30, languages=20),
    Set("near", 45, 45, 25, languages=1),
    Set("beyond", 36, 25, 25, languages=11),
    Set("further", 34, 24, 18, languages=8),
    Set("afield", 36, 34, 22, languages=3),
    Set("outland", 35, 0, 25, languages=13),
    Set("overseas", 36, 0, 30, languages=21),
    Set("hinterland", 33, 33, 28, languages=1),
    Set("upland", 36, 36, 19, languages=1),
    Set("faraway", 35, 0, 32, languages=20),
    Set("lowland", 36, 36, 26, languages=1),
    Set("yonder", 37, 0, 25, languages=15),
    Set("inland", 37, 37, 24, languages=1, lightest=15_000),
    Set("elsewhere", 36, 0, 28, languages=23, lightest=13_000),
    Set("seaward", 33, 0, 22, languages=15),
)


def test_each_set_promises_something() -> None:
    assert [one.name for one in PROMISED] == list(SETS[1:])


@pytest.fixture(scope="module", params=PROMISED, ids=lambda one: one.name)
def made(request: pytest.FixtureRequest) -> Set:
    chosen: Set = request.param
    return chosen


@pytest.fixture(scope="module")
def pages(made: Set) -> list[OwnPage]:
    return list(_pages_of(made.name))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def test_the_pages_are_the_same_on_every_run(made: Set, pages: list[OwnPage]) -> None:
    assert list(read_set(made.name)) == pages
    assert len({page.name for page in pages}) == len(pages)


def test_there_are_enough_of_each_kind(made: Set, pages: list[OwnPage]) -> None:
    articles = [page for page in pages if page.kind == "article"]
    assert len(articles) >= made.articles
    assert len([page for page in articles if page.language == "id"]) >= made.indonesian
    assert len(pages) - len(articles) >= made.others
    assert len({page.language for page in articles}) >= made.languages
    kinds = {"front", "section", "tag", "search", "author", "gallery", "video", "static", "login", "missing"}
    assert kinds <= {page.kind for page in pages}


@pytest.fixture(scope="module")
def benched() -> list[Page]:
    return read_all_pages()


def test_the_bench_reads_them_by_their_name(made: Set, pages: list[OwnPage], benched: list[Page]) -> None:
    found = [page for page in benched if page.source == made.name]
    assert [page.name for page in found] == [page.name for page in pages]
    assert [page.text for page in found] == [page.text for page in pages]


def test_nothing_is_shared_with_the_earlier_sets(made: Set, pages: list[OwnPage]) -> None:
    """No layout, title, or paragraph of another set is in this one; a subheading may be."""
    known = [page for name in SETS[: SETS.index(made.name)] for page in _pages_of(name)]
    assert not {page.layout for page in known} & {page.layout for page in pages}
    assert not {page.title for page in known if page.title} & {page.title for page in pages}
    assert not _paragraphs(known) & _paragraphs(pages)


def _paragraphs(pages: list[OwnPage]) -> set[str]:
    return {block for page in pages for block in (page.text or "").split("\n\n") if len(block) > 30}


def test_each_layout_has_its_template_and_each_story_a_page(made: Set, pages: list[OwnPage]) -> None:
    templates = {path.stem for path in (made.folder / "layouts").glob("[a-z]*.html")}
    assert templates == {page.layout for page in pages}
    stories = [_stories(path) for path in (made.folder / "stories").glob("*.toml")]
    assert {title for titles in stories for title in titles} == {page.title for page in pages if page.title}


def _stories(path: Path) -> list[str]:
    return [story["title"] for story in tomllib.loads(path.read_text("utf-8"))["story"]]


def test_the_truth_stands_on_the_page(made: Set, pages: list[OwnPage]) -> None:
    """A page holds each block, the title, names and tags that its truth tells."""
    missing = []
    for page in (page for page in pages if page.text):
        html = unescape(made.html(page)).casefold()  # some sites print tags in small letters or capitals
        shown = _without_spaces(visible_text(made.html(page)))
        told = [*(page.text or "").split("\n\n"), page.title or ""]
        missing += [(page.name, line) for line in told if _without_spaces(line) not in shown]
        named = [*page.authors, *page.tags, page.section or ""]
        missing += [(page.name, name) for name in named if name.casefold() not in html]
    assert missing == []


def test_what_may_not_stand_in_the_text_stands_around_it(made: Set, pages: list[OwnPage]) -> None:
    for page in (page for page in pages if page.text):
        shown = visible_text(made.html(page))
        assert page.must_not
        assert [line for line in page.must_not if line in (page.text or "") or line not in shown] == []


@pytest.mark.parametrize("made", PROMISED[2:], indirect=True, ids=lambda one: one.name)
def test_the_pages_after_real_sites_weigh_what_real_ones_do(made: Set, pages: list[OwnPage]) -> None:
    weights = sorted(len(page.body) for page in pages if page.kind == "article")
    assert weights[0] > made.lightest
    assert weights[-1] < 150_000
