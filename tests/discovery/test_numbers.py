"""Numbers in addresses, and those between that nobody named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.discovery.day import day_in_address
from kaltimcrawl.discovery.numbers import (
    LEAST_KNOWN,
    LEAST_SHARE,
    LONGEST_RUN,
    NumberBook,
    Numbered,
    Run,
    number_in,
    read_row,
)

HOME = "https://kaltim.example"


@pytest.mark.parametrize(
    ("path", "shape", "number"),
    [
        ("/read/63474/banjir-surut", "/*/{n}/*", 63474),
        ("/berita/527615", "/*/{n}", 527615),
        ("/berita/527615/banjir-surut.html", "/*/{n}/*", 527615),
        ("/2025/05/12/banjir-surut-1234567.html", "/*/*/*/*-{n}", 1234567),
        ("/read/2025/05/12/63474/banjir", "/*/*/*/*/{n}/*", 63474),
        ("/kota/d-7654321/banjir-surut", "/*/d-{n}/*", 7654321),
        ("/12345-banjir-surut.html", "/{n}-*", 12345),
        ("/?p=123", "/?p={n}", 123),
        ("/detail.php?judul=x&id=77", "/*?id={n}", 77),
    ],
)
def test_the_number_of_an_article_is_found_where_portals_put_it(path, shape, number):
    assert number_in(HOME + path) == Numbered(f"kaltim.example{shape}", number)


@pytest.mark.parametrize(
    "path",
    [
        "/2025/05/12/banjir-surut",
        "/2025/05/banjir-2025",
        "/banjir-surut",
        "/covid-19",
        "/read/00123/banjir",
        "/read/20250512143000123/banjir",
        "/?page=3",
        "/",
    ],
)
def test_what_counts_no_articles_is_no_number(path):
    assert number_in(HOME + path) is None


def test_sections_and_slugs_make_no_shape_of_their_own():
    first, second = (
        number_in(f"{HOME}/kota/500/banjir"),
        number_in("https://www.kaltim.example/niaga/501/cabai"),
    )
    assert first is not None
    assert second is not None
    assert first.shape == second.shape


@given(st.text())
def test_any_text_has_a_number_or_none(text):
    found = number_in(text)
    assert found is None or (found.number > 0 and "{n}" in found.shape)
    day_in_address(text)


def test_numbers_that_nobody_named_come_as_runs_the_highest_first():
    known = [number for number in range(63400, 63500) if number not in {63410, *range(63475, 63481)}]
    row = read_row("x/{n}", reversed(known))
    assert (row.runs, row.missing, row.counted, row.is_dense) == (
        (Run(63475, 63480), Run(63410, 63410)),
        7,
        93,
        True,
    )
    assert [str(run) for run in row.runs] == ["63475–63480", "63410"]
    assert row.share == 0.93


def test_numbers_that_other_things_share_are_no_gaps():
    row = read_row("x/?p={n}", range(100, 1000, 7))
    assert (row.is_dense, row.missing, row.runs) == (False, 0, ())
    assert 0.14 < row.share < 0.15


def test_a_new_count_is_no_gap_of_all_numbers_between():
    row = read_row("x/{n}", [*range(1, 51), *range(90_000, 90_050)])
    assert (row.counted, row.missing) == (100, 0)


def test_the_sparse_part_of_a_row_takes_nothing_from_the_dense_one():
    row = read_row("x/{n}", [*range(1, 3000, 10), *range(9_000, 9_050), *range(9_051, 9_100)])
    assert (row.counted, row.missing, row.runs) == (99, 1, (Run(9_050, 9_050),))


def test_a_book_gives_the_rows_that_are_long_enough():
    book = NumberBook()
    for number in range(1000, 1040):
        book.add(f"{HOME}/read/{number}/judul-{number}")
    book.add(f"{HOME}/foto/12345")
    book.add(f"{HOME}/tentang-kami")
    assert [(row.shape, row.known) for row in book.rows()] == [("kaltim.example/*/{n}/*", 40)]


@given(st.lists(st.integers(1, 5000), min_size=1))
def test_runs_name_no_known_number_and_lie_between_known_ones(numbers):
    row = read_row("x/{n}", numbers)
    known = set(numbers)
    named = {number for run in row.runs for number in range(run.first, run.last + 1)}
    assert not named & known
    assert len(named) == row.missing == sum(map(len, row.runs))
    assert all({run.first - 1, run.last + 1} <= known and len(run) <= LONGEST_RUN for run in row.runs)
    assert (row.known, row.first, row.last) == (len(known), min(known), max(known))
    assert row.counted == 0 or (row.counted >= LEAST_KNOWN and row.share >= LEAST_SHARE)
    assert 0 < row.share <= 1


@given(st.sets(st.integers(1001, 1198)))
def test_of_a_dense_row_exactly_the_withheld_numbers_are_named(withheld):
    held = {*range(1000, 1200)} - {number for number in withheld if number % 2 == 0}
    row = read_row("x/{n}", held)
    named = {number for run in row.runs for number in range(run.first, run.last + 1)}
    assert named == {*range(1000, 1200)} - held


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2025/05/12/banjir", "2025-05-12"),
        ("/read/2025/5/2/banjir", "2025-05-02"),
        ("/2025/05/banjir", "2025-05"),
        ("/2025-05-12/banjir", "2025-05-12"),
        ("/20250512/banjir", "2025-05-12"),
        ("/2025/02/30/banjir", None),
        ("/2025/13/banjir", None),
        ("/2025/banjir", None),
        ("/banjir-2025", None),
        ("/read/20251/banjir", None),
    ],
)
def test_an_address_shows_its_day_or_month_or_none(path, day):
    assert day_in_address(HOME + path) == day
