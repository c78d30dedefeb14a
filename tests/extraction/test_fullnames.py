"""Names in running words: where they begin, part and end."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.fullnames import (
    begins_with_house,
    is_full_name,
    names_before_date,
    split_names,
    without_by,
)
from tests.extraction.pages import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rina Wati, Budi dan Lia", ["Rina Wati", "Budi", "Lia"]),
        ("Rina Wati & Budi Susilo", ["Rina Wati", "Budi Susilo"]),
        ("Dr. H. Budi Susilo, S.H., M.Si", ["Dr. H. Budi Susilo, S.H., M.Si"]),
        ("redaksi kaltim, x", ["redaksi kaltim, x"]),
        ("Abdul Rahman bin Auf", ["Abdul Rahman bin Auf"]),
        ("Élodie Marchand et Paul Roux", ["Élodie Marchand", "Paul Roux"]),
        ("Karin Berg och Nils Holm", ["Karin Berg", "Nils Holm"]),
        ("Lucía Ferrer y Marta Solís", ["Lucía Ferrer", "Marta Solís"]),
        ("Chiara Bellandi e Marco Rossi", ["Chiara Bellandi", "Marco Rossi"]),
        ("José Ferrer y Gasset", ["José Ferrer y Gasset"]),
        ("Mercado Central y sus puestos", ["Mercado Central y sus puestos"]),
    ],
)
def test_several_names_are_parted_where_each_looks_like_one(text: str, names: list[str]) -> None:
    assert split_names(text) == names


def test_a_full_name_has_two_words_and_nothing_else() -> None:
    assert [
        is_full_name(text) for text in ("Rina Wati", "Rina", "Rina Wati menulis", "สมชาย ใจดี", "12 Mei")
    ] == [
        True,
        False,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oriol Cardona i Xifra", ["Oriol Cardona i Xifra"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Anna Nowak i Jan Kowal", ["Anna Nowak", "Jan Kowal"]),
        ("Rina Wati/KABAR.CO", ["Rina Wati"]),
        ("Rina Wati/Budi Susilo", ["Rina Wati", "Budi Susilo"]),
        ("T. K. R.", ["T. K. R."]),
    ],
)
def test_two_surnames_are_one_name_and_a_house_behind_a_stroke_is_none(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize("text", ["전구 불빛으로 박자 맞춰 연습", "Harga naik", "Deník/Radka"])
def test_what_is_no_full_name(text: str) -> None:
    assert not is_full_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thu Hiền", ["Thu Hiền"]),
        ("Cai Xiaoli and Sun Weiping", ["Cai Xiaoli", "Sun Weiping"]),
        ("Rina Wati, Thu 12 Mei", ["Rina Wati"]),
        ("Rina Wati, Sun May 12", ["Rina Wati"]),
        ("Rina Wati, SUN", ["Rina Wati"]),
    ],
)
def test_a_weekdays_short_form_may_begin_a_name(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Rina Wati, Senin, 12 Mei 2025", ("Rina Wati",)),
        ("Kota Bontang, Senin, 12 Mei 2025", ()),
        ("Rina menulis, Senin", ()),
    ],
)
def test_the_name_that_a_date_follows(line: str, names: tuple[str, ...]) -> None:
    assert names_before_date(line) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Na Rina Wati", "Rina Wati"),
        ("Ni Maria Santos", "Maria Santos"),
        ("Ni Made Ayu", "Ni Made Ayu"),
        ("Ni Luh Putu Sari", "Ni Luh Putu Sari"),
        ("Na Rina", "Na Rina"),
        ("Nia Rina Wati", "Nia Rina Wati"),
    ],
)
def test_a_by_word_before_a_full_name_is_none_of_it(text: str, name: str) -> None:
    assert without_by(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anne Roth, journaliste au service Monde", ["Anne Roth"]),
        ("Rina Wati, dosen di kampus hulu", ["Rina Wati"]),
        ("Anne Roth, journaliste et Paul Roux", ["Anne Roth, journaliste et Paul Roux"]),
        ("Anne Roth, jalan au service Monde", ["Anne Roth, jalan au service Monde"]),
    ],
)
def test_a_name_ends_before_its_bearers_work_behind_a_comma(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("jm, Justina Mazur", ["Justina Mazur"]),
        ("jm, dosen", ["jm, dosen"]),
        ("Jm, Justina Mazur", ["Jm", "Justina Mazur"]),
    ],
)
def test_initials_before_a_writer_are_those_of_who_edited(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [("BBC Hulu", True), ("MHD Rizal", False), ("Rina Wati", False), ("ABDUL Rizal", False)],
)
def test_names_of_broadcasters_begin_with_letters_that_are_no_forename(text: str, expected: bool) -> None:
    assert begins_with_house(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dan Kennedy", True),
        ("Aditya Utama", True),
        ("Carol Read", True),
        ("Rob Story", True),
        ("Jessica Link", True),
        ("Simpan Artikel", False),
        ("Pilkada Serentak", False),
    ],
)
def test_words_of_buttons_and_heads_are_in_no_name_and_surnames_are(text: str, expected: bool) -> None:
    assert is_full_name(text) is expected


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Par Anne Roux (avec Luc Petit et Jo Lang)", ("Anne Roux", "Luc Petit", "Jo Lang")),
        ("By Ann Roe (with Ben Roe)", ("Ann Roe", "Ben Roe")),
        ("By Ann Roe (with files from AP)", ("Ann Roe",)),
    ],
)
def test_those_whom_brackets_name_wrote_it_too(line: str, authors: tuple[str, ...]) -> None:
    assert read(f"<p class=byline>{line}</p>").authors == authors


@pytest.mark.parametrize(
    ("text", "expected"), [("Interim Cabinet Sworn In", False), ("Sung In", True), ("Kim Young In", True)]
)
def test_a_headline_that_ends_in_a_preposition_is_no_name(text: str, expected: bool) -> None:
    assert is_full_name(text) is expected
