"""The fresh set: always the same, of its promised size, with a truth that stands on the page."""

from __future__ import annotations

import tomllib
from html import unescape
from pathlib import Path

import pytest

from bench import blind, own
from bench.fresh import HERE, read_fresh_pages
from bench.own import OwnPage
from bench.own.building import visible_text
from bench.pages import read_all_pages


@pytest.fixture(scope="module")
def pages() -> list[OwnPage]:
    return list(read_fresh_pages())


def _html(page: OwnPage) -> str:
    layouts = tomllib.loads((HERE / "layouts.toml").read_text("utf-8"))
    return page.body.decode(layouts[page.layout].get("charset", "utf-8"))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def test_the_pages_are_the_same_on_every_run(pages: list[OwnPage]) -> None:
    assert list(read_fresh_pages()) == pages
    assert len({page.name for page in pages}) == len(pages)


def test_there_are_enough_of_each_kind(pages: list[OwnPage]) -> None:
    articles = [page for page in pages if page.kind == "article"]
    assert len(articles) >= 50
    assert len([page for page in articles if page.language == "id"]) >= 32
    assert len(pages) - len(articles) >= 25
    assert len({page.language for page in articles}) >= 14
    kinds = {"front", "section", "tag", "search", "author", "gallery", "video", "static", "login", "missing"}
    assert kinds <= {page.kind for page in pages}


def test_the_bench_reads_them_as_fresh(pages: list[OwnPage]) -> None:
    found = [page for page in read_all_pages() if page.source == "fresh"]
    assert [page.name for page in found] == [page.name for page in pages]
    assert [page.text for page in found] == [page.text for page in pages]


def test_nothing_is_shared_with_the_sets_that_extraction_was_tuned_on(pages: list[OwnPage]) -> None:
    """No layout, title, or paragraph of another set is in this one; a subheading may be."""
    known = [*own.read_own_pages(), *blind.read_blind_pages()]
    assert not {page.layout for page in known} & {page.layout for page in pages}
    assert not {page.title for page in known if page.title} & {page.title for page in pages}
    assert not _paragraphs(known) & _paragraphs(pages)


def _paragraphs(pages: list[OwnPage]) -> set[str]:
    return {block for page in pages for block in (page.text or "").split("\n\n") if len(block) > 30}


def test_each_layout_has_its_template_and_each_story_a_page(pages: list[OwnPage]) -> None:
    templates = {path.stem for path in (HERE / "layouts").glob("[a-z]*.html")}
    assert templates == {page.layout for page in pages}
    stories = [_stories(path) for path in (HERE / "stories").glob("*.toml")]
    assert {title for titles in stories for title in titles} == {page.title for page in pages if page.title}


def _stories(path: Path) -> list[str]:
    return [story["title"] for story in tomllib.loads(path.read_text("utf-8"))["story"]]


def test_the_truth_stands_on_the_page(pages: list[OwnPage]) -> None:
    """A page holds each block, the title, names and tags that its truth tells."""
    missing = []
    for page in (page for page in pages if page.text):
        html = unescape(_html(page)).casefold()  # some sites print tags in small letters or capitals
        shown = _without_spaces(visible_text(_html(page)))
        told = [*(page.text or "").split("\n\n"), page.title or ""]
        missing += [(page.name, line) for line in told if _without_spaces(line) not in shown]
        named = [*page.authors, *page.tags, page.section or ""]
        missing += [(page.name, name) for name in named if name.casefold() not in html]
    assert missing == []


def test_what_may_not_stand_in_the_text_stands_around_it(pages: list[OwnPage]) -> None:
    for page in (page for page in pages if page.text):
        shown = visible_text(_html(page))
        assert page.must_not
        assert [line for line in page.must_not if line in (page.text or "") or line not in shown] == []
