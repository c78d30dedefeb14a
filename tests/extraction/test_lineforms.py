"""Names beside a date in forms that have no label."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.lineforms import names_in_form
from tests.extraction.pages import read

DATE = "<div>12 May 2025, 14:30</div>"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Ann Porter | Staff Writer<br>ann@paper.example", ("Ann Porter",)),
        ("By Ann Porter Local Democracy Reporter", ("Ann Porter",)),
        ("A cura di Laura Moretti", ("Laura Moretti",)),
        ("Propos recueillis par Laure Martin", ("Laure Martin",)),
        ("De notre correspondante à Brest, Laure Martin", ("Laure Martin",)),
        ("Dal nostro inviato a Trento, Marco Rossi", ("Marco Rossi",)),
        ("Redacción / Laura Méndez", ("Laura Méndez",)),
        ("Da Redação - Laura Mendes", ("Laura Mendes",)),
        ("Иван Петров, корреспондент", ("Иван Петров",)),
        ("Leyla Demir / İzmir", ("Leyla Demir",)),
        ("القاهرة - أحمد سالم", ("أحمد سالم",)),
        ("রফিক আহমেদ, ঢাকা", ("রফিক আহমেদ",)),
        ("Rina Wati, jurnalis", ("Rina Wati",)),
    ],
)
def test_a_name_goes_with_a_post_a_town_or_a_desk(byline: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div><div>{byline}</div>{DATE}</div>").authors == authors


def test_a_date_in_digits_of_bengal_is_one() -> None:
    top = "<div><div>রফিক আহমেদ</div><div>আপডেট : ১২ মে ২০২৫, ১৬:০০</div></div>"
    assert read(top).authors == ("রফিক আহমেদ",)


@pytest.mark.parametrize(
    "text",
    [
        "Tanjung Redeb, Berau",
        "Kutai Timur / Kaltim",
        "Los Angeles, California",
        "Berita Utama / Olahraga Daerah",
        "Rina Wati, Budi Susilo",
        "Pasar Hulu - Kabar Hulu",
    ],
)
def test_places_and_shelves_are_none(text: str) -> None:
    assert names_in_form(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Porter Political correspondent", ("Ann Porter",)),
        ("Ann Porter Staff Writer", ("Ann Porter",)),
        ("Sigríður Jónsdóttir skrifar", ("Sigríður Jónsdóttir",)),
        ("Laura Moretti scrive", ("Laura Moretti",)),
        ("Ann Roe in Lagos and Ben Roe in Ibadan", ("Ann Roe", "Ben Roe")),
        ("Rina Wati | Editor: Budi Susilo", ("Rina Wati",)),
        ("Laura Méndez, corresponsal", ("Laura Méndez",)),
        ("Ann Porter Harbour", ()),
        ("Sigríður skrifar", ()),
        ("Market Hall in Lagos and Ibadan", ()),
        ("Rina Wati | Pasar Hulu", ()),
    ],
)
def test_a_post_a_verb_or_a_label_stands_behind_a_name(text: str, names: tuple[str, ...]) -> None:
    assert names_in_form(text) == names
