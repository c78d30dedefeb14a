"""What is told by its words to be no person: places, houses, sections."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.bywords import is_never_name, is_organisation, is_place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mahakam Ulu", (True, False, False)),
        ("Petaling Jaya", (True, False, False)),
        ("Ciudad de México", (True, False, False)),
        ("Lembuswana Pos", (False, True, False)),
        ("Hulu rozhlas", (False, True, False)),
        ("Gaya Hidup", (False, False, True)),
        ("Pojok Desa", (False, False, True)),
        ("Seni & Budaya", (False, False, True)),
        ("Pos Ronda", (False, False, False)),
        ("Budi Hidup", (False, False, False)),
        ("Rina Wati", (False, False, False)),
    ],
)
def test_places_houses_and_sections_are_told_from_people(
    text: str, expected: tuple[bool, bool, bool]
) -> None:
    assert (is_place(text), is_organisation(text), is_never_name(text)) == expected
