"""Rows of buttons side by side."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.rows import is_row_of_networks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sdílet na Facebooku | Sdílet na X | Tisknout", True),
        ("Facebook • WhatsApp • Salin", True),
        ("Facebook | | WhatsApp |", True),
        ("| | |", False),
        ("Facebook | Salin | Cetak", False),
        ("Facebook | WhatsApp", False),
        ("Warga mengadu lewat Facebook | lalu lewat WhatsApp kelurahan | dan akhirnya datang sendiri", False),
        ("Facebook dan WhatsApp dipakai warga", False),
    ],
)
def test_a_row_names_several_networks_in_few_words(text: str, expected: bool) -> None:
    assert is_row_of_networks(text) is expected
