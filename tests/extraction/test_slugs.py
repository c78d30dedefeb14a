"""Whether an address says what a title says."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from kaltimcrawl.extraction.slugs import is_in_address
from tests.extraction.pages import TITLE

HOST = "https://kabar.example"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/pasar/harga-beras-naik-jelang-panen-raya-di-kutai/", True),
        ("/pasar/704075_HargaBerasNaikJelangPanenRaya.html", True),
        ("/pasar/harga-beras-panen-raya", True),
        ("/pasar/harga-beras-raya.html", True),
        ("/pasar/panen-raya-harga-beras/", True),
        ("/pasar/harga-beras-panen-raya-2025", True),
        ("/doku.php?id=berita:harga_beras_panen_raya", True),
        ("/index.php?harga-beras-panen-raya", True),
        ("/pasar/harga-beras", False),
        ("/harga/beras/panen/raya/704075", False),
        ("/pasar/harga-kopi-lada-raya", False),
        ("/pasar/di-ke-704075", False),
        ("", False),
    ],
)
def test_an_address_repeats_a_titles_beginning_or_consists_of_its_words(path: str, expected: bool) -> None:
    assert is_in_address(TITLE, HOST + path) is expected


@pytest.mark.parametrize(
    "slug",
    [
        "424-eine-brueckenmaut-fuer-den-fluss-in-koeln.php",
        "eine-bruckenmaut-fur-den-fluss-in-koln",
        "eine-brücken-maut-für-den-fluss",
    ],
)
def test_addresses_spell_letters_with_signs_otherwise(slug: str) -> None:
    assert is_in_address("Eine Brücken-Maut: Brückenmaut für den Fluss in Köln", f"{HOST}/{slug}")


@pytest.mark.parametrize("title", ["Harga Beras Naik", "Beras di Hulu Naik", ""])
def test_a_title_of_few_words_or_letters_is_in_no_address(title: str) -> None:
    assert not is_in_address(title, f"{HOST}/{title.lower().replace(' ', '-')}")


def test_a_page_without_an_address_repeats_nothing() -> None:
    assert not is_in_address(TITLE, None)


def test_other_scripts_are_read_behind_percent_signs() -> None:
    title = "На переправе снова ходит паром"
    assert is_in_address(title, f"{HOST}/wiki/{quote('На_переправе_снова_ходит_паром')}")
    assert not is_in_address(title, f"{HOST}/wiki/{quote('Совсем_другая_страница')}")
