"""What closing marks say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.signoffs import Signoff, most_specific, read_signoff, sponsor_of
from tests.extraction.pages import read


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("(adv)", Signoff(is_paid=True)),
        ("(*/adv)", Signoff(is_paid=True)),
        ("(ADV/DPRD Kaltim)", Signoff(is_paid=True, sponsor="DPRD Kaltim")),
        ("(ADV DPRD KALTIM)", Signoff(is_paid=True, sponsor="DPRD KALTIM")),
        ("(Adv-DPRD Kaltim)", Signoff(is_paid=True, sponsor="DPRD Kaltim")),
        ("(Adv/DPRD/Kutim)", Signoff(is_paid=True, sponsor="DPRD/Kutim")),
        ("(adv/dprd)", Signoff(is_paid=True, sponsor="dprd")),
        ("(Humas Pemkot/adv)", Signoff(is_paid=True, sponsor="Humas Pemkot")),
        ("(Pariwara Bank Kaltimtara)", Signoff(is_paid=True, sponsor="Bank Kaltimtara")),
        ("(rin/adv/Diskominfo Samarinda)", Signoff(("rin",), is_paid=True, sponsor="Diskominfo Samarinda")),
        ("(ADV/Diskominfo Kaltim/rin)", Signoff(("rin",), is_paid=True, sponsor="Diskominfo Kaltim")),
        ("(adv/mrf)", Signoff(("mrf",), is_paid=True)),
        ("(mrf/rdw)", Signoff(("mrf", "rdw"))),
        ("(Cas/Isk)", Signoff(("Cas", "Isk"))),
        ("(mea/mea)", Signoff(("mea",))),
        ("(rin*)", Signoff(("rin",))),
        ("(a-12)", Signoff(("a-12",))),
        ("(ant)", Signoff(agency="ANTARA")),
        ("(rin/ant)", Signoff(("rin",), agency="ANTARA")),
        ("(diskominfo)", Signoff()),
        ("(rls)", Signoff()),
        ("(*/Red)", Signoff()),
        ("(*)", Signoff()),
        ("***", Signoff()),
        (None, Signoff()),
    ],
)
def test_a_mark_is_read_part_by_part(mark: str | None, said: Signoff) -> None:
    assert read_signoff(mark) == said


@pytest.mark.parametrize(
    ("label", "sponsor"),
    [
        ("Advertorial DPRD Kutim", "DPRD Kutim"),
        ("ADV - Pemkab Kukar", "Pemkab Kukar"),
        ("Pariwara", None),
        ("Advokat Muda", None),
        ("Ekonomi", None),
    ],
)
def test_a_section_names_who_paid_behind_the_word(label: str, sponsor: str | None) -> None:
    assert sponsor_of(label) == sponsor


def test_the_fuller_name_of_a_sponsor_is_taken() -> None:
    assert most_specific(["DPRD", None, "DPRD Kutim"]) == "DPRD Kutim"
    assert most_specific(["DPRD Kutim", "Diskominfo Kukar"]) == "DPRD Kutim"
    assert most_specific([None]) is None


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("ANTARA", "ANTARA"),
        ("Kantor Berita Antara", "ANTARA"),
        ("LKBN  Antara", "ANTARA"),
        ("(Reuters)", "Reuters"),
        ("Agence France-Presse", "AFP"),
        ("新华社", "Xinhua"),
        ("Antara Susilo", None),
        ("ant", None),
        ("", None),
    ],
)
def test_agencies_are_known_by_their_spellings(name: str, agency: str | None) -> None:
    assert agency_of(name) == agency


@given(st.text(max_size=120))
def test_any_mark_is_read_without_an_error(mark: str) -> None:
    said = read_signoff(mark)
    assert said.sponsor is None or said.is_paid
    assert all(part in mark for part in said.initials)


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("(ADV)*", Signoff(is_paid=True)),
        ("*(rin)", Signoff(("rin",))),
        ("(adv01)", Signoff(is_paid=True)),
        ("(ADV 01/DPRD)", Signoff(is_paid=True, sponsor="DPRD")),
        ("(ADV-03/DPRD Kutim)", Signoff(is_paid=True, sponsor="DPRD Kutim")),
        ("(Advetorial)", Signoff(is_paid=True)),
        ("(Kerja Sama DPRD Kaltim)", Signoff(is_paid=True, sponsor="DPRD Kaltim")),
        ("(Kerja sama dengan Pemkab Hulu)", Signoff(is_paid=True, sponsor="Pemkab Hulu")),
        ("(ADV/KPC)", Signoff(is_paid=True, sponsor="KPC")),
        ("(rin/adv/QHT)", Signoff(("rin",), is_paid=True, sponsor="QHT")),
        ("(ADV/QHT)", Signoff(("QHT",), is_paid=True)),
        ("(rin) (ADV)", Signoff(("rin",), is_paid=True)),
        ("#ADV", Signoff(is_paid=True)),
        ("(rin/detik.com)", Signoff(("rin",), agency="detik.com")),
        ("(kabarhulu.co.id)", Signoff(agency="kabarhulu.co.id")),
    ],
)
def test_stars_numbers_firms_and_addresses_of_sites_are_told_apart(mark: str, said: Signoff) -> None:
    assert read_signoff(mark) == said


@pytest.mark.parametrize(
    ("mark", "authors"), [("(mag-82/rus)", ()), ("(Dewi Puspitarini/hulupost)", ("Dewi Puspitarini",))]
)
def test_a_trainee_s_number_and_a_paper_beside_the_writer_close_a_text(
    mark: str, authors: tuple[str, ...]
) -> None:
    article = read(
        end=f"<p>Pemasangan papan dipimpin bendesa adat bersama pecalang dari lima banjar. {mark}</p>"
    )
    assert (article.signoff, article.authors) == (mark, authors)
    assert mark not in article.text
