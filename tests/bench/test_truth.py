"""What counts as right: text, title, names, time and day; and which lines are chrome."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bench.pages import Page, read_all_pages
from bench.truth import is_authors, is_day, is_text, is_time, is_title, left_chrome

WITA, WIB = timezone(timedelta(hours=8)), timezone(timedelta(hours=7))
PAGE = Page(
    "own",
    "https://portal.example/a/",
    b"",
    None,
    "SAMARINDA – Rapat digelar.\n\nBaca juga buku itu, katanya.",
    published=datetime(2025, 5, 12, 6, 30, tzinfo=WITA),
    must_not=("Terpopuler",),
)


@pytest.mark.parametrize(
    ("read", "is_right"),
    [
        (datetime(2025, 5, 12, 6, 30, 59, tzinfo=WITA), True),
        (datetime(2025, 5, 11, 22, 30, tzinfo=UTC), True),
        (datetime(2025, 5, 12, 6, 30, tzinfo=WIB), False),
        (datetime(2025, 5, 12, 6, 31, tzinfo=WITA), False),
        (datetime(2025, 5, 12, 6, 30), True),
        (datetime(2025, 5, 11, 22, 30), True),
        (datetime(2025, 5, 12), False),
        (date(2025, 5, 12), False),
        (None, False),
    ],
)
def test_a_time_is_right_to_the_minute(read: date | None, is_right: bool) -> None:
    """An instant in whatever zone; a naive time as the site's clock or UTC's; a day is no minute."""
    assert is_time(PAGE, read) is is_right


def test_where_the_zone_cannot_be_known_the_clock_is_asked() -> None:
    """A page that tells no offset leaves a reader the clock alone."""
    page = replace(PAGE, is_zoned=False)
    assert is_time(page, datetime(2025, 5, 12, 6, 30, tzinfo=UTC))
    assert not is_time(page, datetime(2025, 5, 12, 7, 30, tzinfo=UTC))


def test_where_the_page_gives_a_day_the_day_is_asked() -> None:
    """Its time may be anything on that day."""
    page = replace(PAGE, published=datetime(2025, 5, 12, tzinfo=WITA), precision="day")
    assert is_time(page, date(2025, 5, 12))
    assert is_time(page, datetime(2025, 5, 11, 16, 0, tzinfo=UTC))
    assert not is_time(page, date(2025, 5, 11))


@pytest.mark.parametrize(
    ("read", "is_right"),
    [
        (date(2025, 5, 12), True),
        (datetime(2025, 5, 11, 22, 30, tzinfo=UTC), True),
        (datetime(2025, 5, 11, 22, 30), True),
        (datetime(2025, 5, 12, 23, 0), True),
        (datetime(2025, 5, 11, 21, 0), False),
        (None, False),
    ],
)
def test_a_day_is_the_day_at_the_site(read: date | None, is_right: bool) -> None:
    """A day, or a time that falls on it."""
    assert is_day(PAGE, read) is is_right


def test_type_is_folded_and_case_of_titles_too() -> None:
    """Dashes, quotation marks and white space are the typesetter's; words are the author's."""
    assert is_text("“Ya” – katanya.\n\nSelesai", '"Ya"  - katanya.\nSelesai\n')
    assert not is_text("Ya.\n\nSelesai", "Selesai\n\nYa.")
    assert is_title("Rapat ‘Besar’", "RAPAT 'besar'")
    assert not is_title("Rapat", "Rapat - Kabar Hulu")
    assert not is_title("Rapat", None)


def test_authors_are_a_set_of_names_however_joined() -> None:
    """A peer may give all names in one string."""
    assert is_authors(("Rina Wati", "M. Ilhamsyah"), ("M. ILHAMSYAH; Rina Wati",))
    assert is_authors(("Budi dan Agus S",), ("Budi", "Agus S"))
    assert not is_authors(("Rina Wati",), ("Rina Wati", "Redaksi"))
    assert not is_authors(("Rina Wati",), ())


def test_chrome_is_what_the_truth_forbids_or_the_catalogue_knows() -> None:
    """A line of the truth is none, nor what looks like it where the truth says it too."""
    text = "\n".join(
        [
            PAGE.text or "",
            "Baca juga koran, katanya.",
            "Baca juga: Banjir",
            "ADVERTISEMENT",
            "Berita Terpopuler hari ini",
            "Biasa.",
        ]
    )
    assert left_chrome(PAGE, text) == ["Baca juga: Banjir", "ADVERTISEMENT", "Berita Terpopuler hari ini"]
    plain = replace(PAGE, text="SAMARINDA – Rapat digelar.")
    assert "Baca juga koran, katanya." in left_chrome(plain, text)


def test_no_true_text_of_the_bench_is_taken_for_chrome() -> None:
    """The catalogue's patterns meet none of the true texts that are at hand."""
    pages = [page for page in read_all_pages() if page.text is not None]
    assert [page.name for page in pages if left_chrome(page, page.text or "")] == []
