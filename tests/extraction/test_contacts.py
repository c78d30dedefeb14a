"""Contact details in announcements."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts

OFFICE = [
    "Telepon: 0541-123456",
    "Email: info@hulukab.go.id",
    "Instagram: @hulukab",
    "WhatsApp: 0812-3456-7890",
]


@pytest.mark.parametrize("place", ["between", "after"])
@pytest.mark.parametrize("tag", ["li", "p"])
def test_details_of_an_office_stay(place: str, tag: str) -> None:
    rows = "".join(f"<{tag}>{row}</{tag}>" for row in OFFICE)
    page = {place: f"<ul>{rows}</ul>" if tag == "li" else rows}
    assert [text for text in texts(read(**page)) if text not in ARTICLE] == OFFICE


@pytest.mark.parametrize("address", ["kesra@hulukab.go.id", "pmb@poltek.ac.id", "info@kota.gov.my"])
def test_an_offices_address_alone_stays(address: str) -> None:
    assert texts(read(after=f"<p>Email: {address}</p>"))[-1] == f"Email: {address}"


@pytest.mark.parametrize(
    "lines",
    [
        ["Email: redaksi@hulukab.go.id"],
        ["Email: surat.pembaca@gmail.com"],
        ["Instagram: @kabarhulu", "Facebook: kabarhulu"],
        # the host's name
        ["Telepon: 0541-123456", "Email: info@berita.example", "Instagram: @berita.example"],
        ["Kontak redaksi:", "Telepon: 0541-123456", "Email: info@hulukab.go.id"],
    ],
)
def test_details_of_the_portal_are_left_out(lines: list[str]) -> None:
    found = texts(read(after="".join(f"<p>{line}</p>" for line in lines)))
    assert not [text for text in found if text.startswith(("Email", "Instagram", "Facebook"))]


def test_the_account_beside_a_places_hours_stays() -> None:
    account = '<a href="https://instagram.com/kopihulu">@kopihulu</a>'
    rows = f"<p>Alamat: Jalan Hulu No. 12</p><p>Jam buka: 10.00–22.00 WITA</p><p>Instagram: {account}</p>"
    assert texts(read(between=rows))[3] == "Instagram: @kopihulu"


def test_an_office_that_a_caption_names_is_not_the_portal() -> None:
    picture = "<figure><img src=/kantor.jpg><figcaption>Dinsos Hulu</figcaption></figure>"
    rows = ["Telepon: 0541-123456", "Email: info@hulukab.go.id", "Instagram: @dinsoshulu"]
    found = texts(read(between=picture, after="".join(f"<p>{row}</p>" for row in rows)))
    assert found[-3:] == rows
