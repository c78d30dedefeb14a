"""The later sets: always the same, of their promised size, with a truth that stands on the page."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from bench import apart, blind, fresh, held, own, unseen
from bench.own import OwnPage
from bench.own.building import visible_text
from bench.pages import read_all_pages


@dataclass(frozen=True)
class Set:
    """A set, and what it promises."""

    name: str
    folder: Path
    read: Callable[[], Iterator[OwnPage]]
    articles: int
    """At the least, as all numbers."""
    indonesian: int
    others: int
    earlier: tuple[Callable[[], Iterator[OwnPage]], ...]
    """The sets that were known when it was written."""
    languages: int = 14

    def html(self, page: OwnPage) -> str:
        layouts = tomllib.loads((self.folder / "layouts.toml").read_text("utf-8"))
        return page.body.decode(layouts[page.layout].get("charset", "utf-8"))


BLIND = Set("blind", blind.HERE, blind.read_blind_pages, 70, 40, 40, (own.read_own_pages,))
FRESH = Set(
    "fresh", fresh.HERE, fresh.read_fresh_pages, 50, 32, 25, (own.read_own_pages, blind.read_blind_pages)
)
UNSEEN = Set(
    "unseen",
    unseen.HERE,
    unseen.read_unseen_pages,
    60,
    36,
    40,
    (own.read_own_pages, blind.read_blind_pages, fresh.read_fresh_pages),
)
HELD = Set(
    "held",
    held.HERE,
    held.read_held_pages,
    50,
    32,
    30,
    (own.read_own_pages, blind.read_blind_pages, fresh.read_fresh_pages, unseen.read_unseen_pages),
)
APART = Set(
    "apart",
    apart.HERE,
    apart.read_apart_pages,
    36,
    26,
    26,
    (
        own.read_own_pages,
        blind.read_blind_pages,
        fresh.read_fresh_pages,
        unseen.read_unseen_pages,
        held.read_held_pages,
    ),
    languages=11,
)


@pytest.fixture(scope="module", params=[BLIND, FRESH, UNSEEN, HELD, APART], ids=lambda one: one.name)
def made(request: pytest.FixtureRequest) -> Set:
    chosen: Set = request.param
    return chosen


@pytest.fixture(scope="module")
def pages(made: Set) -> list[OwnPage]:
    return list(made.read())


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def test_the_pages_are_the_same_on_every_run(made: Set, pages: list[OwnPage]) -> None:
    assert list(made.read()) == pages
    assert len({page.name for page in pages}) == len(pages)


def test_there_are_enough_of_each_kind(made: Set, pages: list[OwnPage]) -> None:
    articles = [page for page in pages if page.kind == "article"]
    assert len(articles) >= made.articles
    assert len([page for page in articles if page.language == "id"]) >= made.indonesian
    assert len(pages) - len(articles) >= made.others
    assert len({page.language for page in articles}) >= made.languages
    kinds = {"front", "section", "tag", "search", "author", "gallery", "video", "static", "login", "missing"}
    assert kinds <= {page.kind for page in pages}


def test_the_bench_reads_them_by_their_name(made: Set, pages: list[OwnPage]) -> None:
    found = [page for page in read_all_pages() if page.source == made.name]
    assert [page.name for page in found] == [page.name for page in pages]
    assert [page.text for page in found] == [page.text for page in pages]


def test_nothing_is_shared_with_the_earlier_sets(made: Set, pages: list[OwnPage]) -> None:
    """No layout, title, or paragraph of another set is in this one; a subheading may be."""
    known = [page for read in made.earlier for page in read()]
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


@pytest.mark.parametrize("made", [UNSEEN, HELD, APART], indirect=True, ids=lambda one: one.name)
def test_the_pages_after_real_sites_weigh_what_real_ones_do(pages: list[OwnPage]) -> None:
    weights = sorted(len(page.body) for page in pages if page.kind == "article")
    assert weights[0] > 25_000
    assert weights[-1] < 150_000
