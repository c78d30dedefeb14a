"""Lines that only sound like chrome."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts

STEPS = [
    "Siapkan kartu tanda penduduk.",
    "Unduh aplikasi Antrean Warga di Play Store atau App Store.",
    "Pilih menu pendaftaran.",
]


def test_a_step_of_advice_stays() -> None:
    items = "".join(f"<li>{step}</li>" for step in STEPS)
    assert texts(read(between=f"<ol>{items}</ol>"))[1:4] == STEPS


def test_the_same_line_by_itself_is_an_invitation() -> None:
    assert texts(read(after=f"<p>{STEPS[1]}</p>")) == ARTICLE


def test_a_list_of_sentences_under_a_label_stays_with_it() -> None:
    advice = [
        "Kurangi retribusi selama setahun.",
        "Sediakan gudang bersama di lantai dasar.",
        "Perbaiki drainase.",
    ]
    items = "".join(f"<li>{each}</li>" for each in advice)
    assert texts(read(between=f"<p>Rekomendasi:</p><ul>{items}</ul>"))[1:5] == ["Rekomendasi:", *advice]


def test_links_under_the_same_label_are_left_out() -> None:
    items = "".join(
        f"<li><a href=/{number}>Kabar Lain dari Hulu Mahakam Hari Ini</a></li>" for number in range(3)
    )
    assert texts(read(between=f"<p>Rekomendasi:</p><ul>{items}</ul>")) == ARTICLE


@pytest.mark.parametrize(
    "said",
    [
        "“Jangan lupa ikuti akun Instagram resmi pemerintah kota,” kata Andi di hadapan para pedagang.",
        "Rating kepuasan warga mencapai 81 persen.",
    ],
)
def test_what_somebody_said_is_no_invitation(said: str) -> None:
    assert said in texts(read(between=f"<p>{said}</p>"))


@pytest.mark.parametrize(
    "line",
    [
        "— ADVERTISEMENT —",
        "Loading…",
        "Memuat…",
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "googletag.cmd.push(function() { googletag.display('div-1'); });",
        "Lanjut ke halaman 2",
        "Hal 1/3",
        "1 2 3",
        "Rating: 4.5/5 (12 votes)",
    ],
)
def test_markers_and_leftovers_are_left_out(line: str) -> None:
    assert texts(read(between=f"<p>{line}</p>")) == ARTICLE


@pytest.mark.parametrize(
    "trail",
    ["Home / Kaltim / Loa Janan", "Beranda &raquo; Kaltim", "<a href=/>Beranda</a> > <a href=/k>Kaltim</a>"],
)
def test_a_breadcrumb_trail_over_the_text_is_left_out(trail: str) -> None:
    article = read(before=f"<p>{trail}</p>")
    assert texts(article) == ARTICLE
    assert article.dateline == "SAMARINDA"
