"""Articles out of flat text dumps."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.extraction import read_dump

SHARED = Path(__file__).parents[2].parent / "shared"
FIRST = (
    "SAMARINDA – Warga Kecamatan Loa Janan mengeluhkan jalan rusak yang tidak kunjung diperbaiki "
    "sejak tahun lalu."
)
SECOND = "“Sudah setahun kami menunggu perbaikan jalan ini,” kata Udin, warga setempat, Senin siang."


def test_the_seed_is_taken_whole() -> None:
    seed = SHARED / "seed.txt"
    if not seed.exists():
        pytest.skip(f"no dump at {seed}")
    article = read_dump(seed.read_text("utf-8"))
    assert article is not None
    assert article.title == (
        "Delegasi Taiwan Tinjau Kaltim, Peluang Emas Perkuat Jejaring Global dan Dorong Kolaborasi Strategis"
    )
    assert (article.section, article.dateline, article.signoff) == ("DPRD Kaltim", "SAMARINDA", "(adv)")
    assert article.is_advertorial
    lines = [line.strip() for line in seed.read_text("utf-8").splitlines() if len(line.strip()) > 110]
    assert [block.text for block in article.blocks] == [line.removesuffix(" (adv)") for line in lines]


def test_a_breadcrumb_run_together_gives_section_and_title() -> None:
    article = read_dump(
        "HomeBeritaSamarindaWarga Loa Janan Keluhkan Jalan Rus...\n"
        "Warga Loa Janan Keluhkan Jalan Rusak Selama Setahun\n"
        "Oleh Rina Wati\nSenin, 12 Mei 2025 | 14:30 WITA\nFacebook\nTwitter\nWhatsApp\n"
        "Terbaru\nBanjir Surut di Bontang\nHarga Beras Naik Lagi\n"
        f"{FIRST}\nBaca juga: Banjir Surut di Bontang\n{SECOND}\nDinas terkait berjanji akan memperbaikinya. (rin/adv)\n"
        "Penulis: Rina Wati | Editor: Joko Sandika\nTags: jalan rusak, Loa Janan\n"
        "Kamu mungkin juga suka\nJudul lain yang panjang sekali tentang sesuatu di kota ini dan itu\n"
    )
    assert article is not None
    assert article.title == "Warga Loa Janan Keluhkan Jalan Rusak Selama Setahun"
    assert article.breadcrumbs == ("Berita", "Samarinda")
    assert article.section == "Samarinda"
    assert [block.text for block in article.blocks] == [
        FIRST,
        SECOND,
        "Dinas terkait berjanji akan memperbaikinya.",
    ]
    assert (article.authors, article.editors) == (("Rina Wati",), ("Joko Sandika",))
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"
    assert article.tags == ("jalan rusak", "Loa Janan")
    assert (article.signoff, article.is_advertorial) == ("(rin/adv)", True)


def test_a_breadcrumb_with_signs_is_read_too() -> None:
    article = read_dump(
        f"Beranda » Kutai Timur » Jalan Rusak...\nJalan Rusak Dikeluhkan Warga Loa Janan\n{FIRST}\n{SECOND}\n"
    )
    assert article is not None
    assert (article.title, article.section) == ("Jalan Rusak Dikeluhkan Warga Loa Janan", "Kutai Timur")


def test_without_a_breadcrumb_the_first_line_is_the_title() -> None:
    article = read_dump(
        f"\n\nJalan Rusak Dikeluhkan Warga Loa Janan\n\n{FIRST}\n\n{SECOND}\n\nTerpopuler\nSatu\nDua\n"
    )
    assert article is not None
    assert (article.title, article.section, article.is_advertorial) == (
        "Jalan Rusak Dikeluhkan Warga Loa Janan",
        None,
        False,
    )
    assert [block.text for block in article.blocks] == [FIRST, SECOND]
    assert article.url is None


@pytest.mark.parametrize("text", ["", "\n\n", "Beranda", "Judul saja tanpa isi", "a\n" * 1000])
def test_what_holds_no_article_gives_none(text: str) -> None:
    assert read_dump(text) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read_dump(text)
