"""Agencies by their spellings, and names that an agency's stands behind."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.agencies import agency_of, without_agency
from tests.extraction.pages import news, read


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rina Wati Bloomberg", "Rina Wati"),
        ("Rina Wati Business Wire", "Rina Wati"),
        ("The Associated Press LONDON", "The Associated Press"),
        ("Reuters SAMARINDA", "Reuters"),
        ("Kantor Berita Antara", "Kantor Berita Antara"),
        ("Rina Bloomberg", "Rina Bloomberg"),
        ("Rina Wati reuters", "Rina Wati reuters"),
        ("Rina WATI", "Rina WATI"),
        ("Reuters", "Reuters"),
        ("Rina", "Rina"),
        ("", ""),
    ],
)
def test_a_name_is_told_from_the_agency_behind_it_and_an_agency_from_its_place(
    name: str, expected: str
) -> None:
    assert without_agency(name) == expected


@pytest.mark.parametrize(
    ("claim", "authors"),
    [
        ("Rina Wati Bloomberg", ("Rina Wati",)),
        ("The Associated Press LONDON", ()),
        (["Rina Wati", "Rina Wati Bloomberg"], ("Rina Wati",)),
    ],
)
def test_an_agency_in_a_claimed_name_is_no_part_of_the_author(
    claim: object, authors: tuple[str, ...]
) -> None:
    assert read(data=news(author=claim)).authors == authors


@pytest.mark.parametrize(
    ("claim", "agency"),
    [
        ("Business Wire", "Business Wire"),
        ("BusinessWire", "Business Wire"),
        ("PR Newswire", "PR Newswire"),
        ("PRNewswire", "PR Newswire"),
        ("GlobeNewswire", "GlobeNewswire"),
        ("Globe Newswire", "GlobeNewswire"),
    ],
)
def test_who_sends_out_press_releases_is_an_agency_and_no_author(claim: str, agency: str) -> None:
    assert agency_of(claim) == agency
    article = read(data=news(author=claim))
    assert (article.agency, article.authors) == (agency, ())
