"""Who made a picture, as its caption tells."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.images import split_credit
from tests.extraction.pages import PROSE, read

SAID = "Petugas memeriksa pipa induk di hulu, Senin (12/5/2025)."


@pytest.mark.parametrize(
    ("end", "credit"),
    [
        ("KABAR HULU/JOKO SUSILO", "KABAR HULU/JOKO SUSILO"),
        ("(Joko Susilo/Kabar Hulu)", "Joko Susilo/Kabar Hulu"),
        ("(ANTARA FOTO/Joko Susilo)", "ANTARA FOTO/Joko Susilo"),
        ("ANTARA FOTO/Joko Susilo/nz", "ANTARA FOTO/Joko Susilo/nz"),
        ("(HO/Humas Pemkot)", "HO/Humas Pemkot"),
        ("REUTERS/Joko Susilo", "REUTERS/Joko Susilo"),
        ("(AFP)", "AFP"),
        ("[Reuters]", "Reuters"),
        ("Getty Images", "Getty Images"),
        ("AFP via Getty Images", "AFP via Getty Images"),
        ("(Shutterstock)", "Shutterstock"),
        ("© Joko Susilo", "Joko Susilo"),
        ("© 2025 Joko Susilo.", "Joko Susilo"),
        ("Sumber: Humas Pemkot", "Humas Pemkot"),
        ("(Source: Hulu Water Board)", "Hulu Water Board"),
        ("Bild: Anna Roth", "Anna Roth"),
        ("Фото: Иван Петров", "Иван Петров"),
        ("(Foto: Dewi/Kabar)", "Dewi/Kabar"),
        ("Foto: Joko Susilo", "Joko Susilo"),
        ("(Dok. Pemkot)", "Pemkot"),
        ("(IST)", "IST"),
        ("", None),
        ("(baris depan)", None),
        ("Pipa itu dipasang pada 1998/1999", None),
        ("Warga menunggu di sisi kiri/kanan jalan", None),
    ],
)
def test_a_caption_ends_in_its_maker(end: str, credit: str | None) -> None:
    caption = f"{SAID} {end}".strip()
    assert split_credit(caption) == (caption, credit)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        (f"{SAID} <span class=credit>Joko Susilo</span>", "Joko Susilo"),
        (f"{SAID} <span class=photo-credit>(Foto: Joko Susilo)</span>", "Joko Susilo"),
        (f"{SAID} <span class='image__copyright'>© Humas Pemkot</span>", "Humas Pemkot"),
        (f"{SAID} <cite>Joko Susilo</cite>", "Joko Susilo"),
        (f"{SAID} <small>Joko Susilo</small>", "Joko Susilo"),
        (f"{SAID} <em>Kabar Hulu/Joko Susilo</em>", "Kabar Hulu/Joko Susilo"),
        (f"{SAID} <small>Pipa itu sudah tua</small>", None),
        ("Wali kota <em>Joko Susilo</em>", None),
        (SAID, None),
    ],
)
@pytest.mark.parametrize("is_over", [True, False])
def test_the_maker_has_an_element_in_the_caption(caption: str, credit: str | None, is_over: bool) -> None:
    figure = f"<figure><img src=/f/pipa-hulu.jpg><figcaption>{caption}</figcaption></figure>"
    article = read(figure) if is_over else read(end=f"{figure}<p>{PROSE[0].replace('Harga', 'Nilai')}</p>")
    image = article.lead_image if is_over else article.images[0]
    assert image is not None
    assert image.credit == credit


def test_the_maker_has_an_element_behind_the_caption() -> None:
    figure = (
        f"<figure><img src=/f/pipa-hulu.jpg><figcaption>{SAID}</figcaption>"
        "<span class=photo-credit>Foto oleh Joko Susilo</span></figure>"
    )
    image = read(figure).lead_image
    assert image is not None
    assert (image.caption, image.credit) == (SAID, "Joko Susilo")
