"""Boxes within a text that are none of it."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts

APPEAL = "<div class=kotak><p>Jurnalisme kami hidup dari pembaca.</p><a href='/langganan'>{}</a></div>"


@pytest.mark.parametrize("button", ["Langganan", "Donate now", "Support Us", "Jetzt abonnieren", "Sumate"])
def test_a_small_box_that_ends_in_a_call_for_money_is_no_text(button: str) -> None:
    assert texts(read(between=APPEAL.format(button))) == ARTICLE


@pytest.mark.parametrize("button", ["Peta lengkap", "Langganan banjir setiap tahun di Loa Janan"])
def test_a_box_that_ends_in_another_link_stays(button: str) -> None:
    assert "Jurnalisme kami hidup dari pembaca." in texts(read(between=APPEAL.format(button)))


def test_a_box_over_the_text_is_no_appeal_where_nothing_stands_before_it() -> None:
    assert "Jurnalisme kami hidup dari pembaca." in texts(read(before=APPEAL.format("Langganan")))


@pytest.mark.parametrize(
    ("name", "told", "is_text"),
    [
        ("adv_interscroll", "Toko Hulu: sepatu karet untuk musim hujan", False),
        (
            "inline-ad",
            "Kami perlu izin Anda untuk memuat isi ini. Isi ini dapat memasang pengenal di gawai Anda.",
            False,
        ),
        ("banner-nota", "Toko Hulu: sepatu karet untuk musim hujan", False),
        ("banner-nota", "Warga yang rumahnya terendam mengungsi ke balai desa. " * 3, True),
        ("inline-ad", "Warga yang rumahnya terendam mengungsi ke balai desa. " * 6, True),
        ("kotak", "Toko Hulu: sepatu karet untuk musim hujan", True),
    ],
)
def test_the_line_or_two_of_an_advert_is_no_text(name: str, told: str, is_text: bool) -> None:
    article = read(between=f"<div class={name}>{told}</div>")
    assert (told.strip() in article.text) is is_text
