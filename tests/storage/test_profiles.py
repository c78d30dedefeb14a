"""The sample that a portal's profile is learned from: stored with its article, read back as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaltimcrawl.extraction import MOST_ARTICLES, Learner, PageFigures, PortalProfile
from kaltimcrawl.storage import Archive

PATHS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
FIGURES = st.builds(
    lambda number, captured, paths, lines: PageFigures(
        f"kabar.example/{number}", captured, *paths, tuple(lines), tuple(lines.values())
    ),
    st.integers(0, 9),
    st.integers(0, 2**40),
    st.tuples(PATHS, PATHS, PATHS, PATHS),
    st.dictionaries(st.integers(0, 2**64 - 1), st.integers(0, 65535), max_size=5),
)


def figures(number: int, captured: int = 0) -> PageFigures:
    return PageFigures(f"kabar.example/{number}", captured, "div.isi", "h1", "", "", (number + 1,), (40,))


@settings(max_examples=25, deadline=None)
@given(pages=st.lists(FIGURES, max_size=12))
def test_a_profile_comes_back_as_it_was_learned(pages: list[PageFigures], desk) -> None:
    """Every number and path survives the archive."""
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder)) as archive:
        archive.add_portal(desk.portal)
        learner = Learner(PortalProfile())
        for page in pages:
            archive.keep_learned("kabar", learner.take(page))
        assert archive.profile("kabar") == PortalProfile.of(pages)
        archive.replace_profile("kabar", PortalProfile.of(pages[:3]))
        assert archive.profile("kabar") == PortalProfile.of(pages[:3])


def test_a_portal_of_which_nothing_is_known_has_an_empty_profile(archive) -> None:
    """Nothing learned is no error."""
    assert archive.profile("kabar") == PortalProfile()


def test_portals_learn_apart(archive, desk) -> None:
    """What one portal teaches says nothing of another."""
    archive.keep_learned("kabar", Learner(PortalProfile()).take(figures(1)))
    assert archive.profile("lain") == PortalProfile()


def test_a_page_that_came_before_changes_no_row(archive, plain) -> None:
    """The same figures again leave the rows as they are, older ones too."""
    learner = Learner(PortalProfile())
    archive.keep_learned("kabar", learner.take(figures(1, captured=9)))
    before = plain("select * from profile_pages")
    archive.keep_learned("kabar", learner.take(figures(1, captured=9)))
    archive.keep_learned("kabar", learner.take(figures(1, captured=3)))
    assert plain("select * from profile_pages") == before


def test_no_more_rows_are_kept_than_the_sample_holds(archive, plain) -> None:
    """An article that loses its place in the sample loses its row."""
    learner = Learner(PortalProfile())
    with archive.batch():
        for number in range(MOST_ARTICLES + 200):
            archive.keep_learned("kabar", learner.take(figures(number)))
    assert plain("select count(*) from profile_pages") == [(MOST_ARTICLES,)]
    assert archive.profile("kabar") == PortalProfile.of(map(figures, range(MOST_ARTICLES + 200)))


def test_what_a_failed_batch_learned_is_not_kept(archive) -> None:
    """The sample is part of the transaction that files the article."""

    def fail() -> None:
        with archive.batch():
            archive.keep_learned("kabar", Learner(PortalProfile()).take(figures(1)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert archive.profile("kabar") == PortalProfile()
