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


@pytest.mark.parametrize(
    "told",
    [
        "<h3>WhatsApp</h3><p>Aktifkan verifikasi dua langkah.</p><h3>Facebook</h3><p>Atur profil menjadi pribadi.</p>",
        "<p><b>Telegram</b></p><p>Matikan pencarian lewat nomor telepon.</p>",
        "<p>Yang dipakai warga:</p><ul><li>WhatsApp</li><li>Facebook</li><li>Instagram</li></ul>",
        "<table><tr><th>Media</th><th>Warga</th></tr><tr><td>WhatsApp</td><td>61</td></tr>"
        "<tr><td>Facebook</td><td>21</td></tr></table>",
        "<h3>Share</h3><p>Warga membagikan foto jalan itu kepada dinas setiap pekan.</p>",
        "<h3>Login</h3><p>Masukkan nomor induk kependudukan dan kata sandi.</p>",
        "<h2>Hak Cipta Lagu Daerah</h2><p>Penciptanya belum tercatat.</p>",
    ],
)
def test_names_and_words_of_networks_are_headings_items_and_rows(told: str) -> None:
    kept = "\n".join(texts(read(between=told)))
    for word in ("WhatsApp", "Facebook", "Telegram", "Share", "Login", "Hak Cipta Lagu Daerah", "61", "21"):
        assert (word in told) <= (word in kept)


@pytest.mark.parametrize(
    "told",
    [
        "<p>Facebook</p>",
        "<p>Share</p>",
        "<p><b>Bagikan ke:</b></p>",
        "<h4>Share</h4><ul><li><a href=/f>Facebook</a></li><li><a href=/w>WhatsApp</a></li></ul>",
        "<ul class=share><li>Facebook</li><li>WhatsApp</li></ul>",
        "<h4>Advertisement</h4>",
    ],
)
def test_controls_for_sharing_are_left_out(told: str) -> None:
    assert texts(read(between=told)) == ARTICLE


@pytest.mark.parametrize(
    "told",
    [
        "<ol><li>Unduh aplikasi <a href=https://play.google.com/x>Antrean Warga</a> di Play Store.</li>"
        "<li>Buka aplikasi.</li></ol>",
        "<p><strong>Cek Bantuan Lewat Aplikasi</strong></p><ul><li>Unduh aplikasi Cek Bantuan.</li><li>Daftar.</li></ul>",
        "<h3>Download Aplikasi Antrean Warga</h3><p>Siapkan kartu tanda penduduk.</p>",
        "<p>Unduh aplikasi Antrean Warga di Play Store.</p>",
        "<p>Install aplikasi Antrean Warga, lalu daftar.</p>",
        "<p>Scroll ke bawah, lalu pilih menu Data.</p>",
        "<p>Download the authenticator from the Play Store.</p>",
    ],
)
def test_steps_with_an_app_amid_the_text_stay(told: str) -> None:
    kept = "\n".join(texts(read(between=told)))
    for word in (
        "Unduh",
        "Antrean Warga",
        "Cek Bantuan Lewat",
        "Daftar",
        "Install",
        "Scroll",
        "authenticator",
    ):
        assert (word in told) <= (word in kept)


@pytest.mark.parametrize(
    "told",
    [
        "Unduh aplikasi kami di Play Store.",
        "Download aplikasi Berita Hulu di App Store untuk kabar terbaru.",
        "Install the Kabar Hulu News app from the Play Store.",
        "Unduh aplikasinya di Play Store sekarang!",
        "Scroll ke bawah untuk lanjut membaca",
        "Ikuti saluran WhatsApp Kabar Hulu.",
        "Cek berita lainnya di Google News.",
        "<b>Ikuti WhatsApp Channel</b>",
    ],
)
def test_the_portals_own_app_and_channels_are_left_out(told: str) -> None:
    assert texts(read(between=f"<p>{told}</p>")) == ARTICLE


@pytest.mark.parametrize(
    "told",
    [
        "Hak cipta lagu itu dipersoalkan.",
        "Copyright law will not save us.",
        "Disclaimer: Informasi gempa ini mengutamakan kecepatan dan bisa berubah.",
        "Disclaimer berbahasa Inggris itu tidak dipahami warga.",
        "Foto: bukan pelengkap, melainkan berita itu sendiri, ujar pewarta itu.",
        "Simak video detik-detik kapal menabrak jembatan yang beredar di WhatsApp.",
        "Ikuti saluran WhatsApp resmi pemerintah, saran peneliti, tetapi tetap bandingkan.",
        "Berita terkait banjir mendominasi.",
        "Terima kasih telah membaca surat ini, tulisnya.",
        "Subscribe to nothing, he said, and be happy.",
        "Leia também quem votou contra: os vereadores do interior.",
        "À lire aussi bien qu’à déguster : le livre de la cheffe.",
    ],
)
def test_sentences_that_begin_like_notices_stay(told: str) -> None:
    assert told in texts(read(between=f"<p>{told}</p>"))


@pytest.mark.parametrize(
    "told",
    [
        "Hak cipta dilindungi undang-undang.",
        "Copyright 2025 Kabar Hulu.",
        "Copyright Kabar Hulu",
        "Hak cipta © Kabar Hulu",
        "2025 Copyright Kabar Hulu",
        "Disclaimer: Artikel ini bukan ajakan membeli.",
        "Simak video selengkapnya di bawah ini.",
        "Simak video: Kapal Menabrak Jembatan",
        "Berita terkait: Banjir Rendam Tiga Desa",
        "Leia também: os vereadores votam hoje.",
        "Foto: Budi Santoso",
    ],
)
@pytest.mark.parametrize("place", ["between", "after"])
def test_notices_are_left_out(told: str, place: str) -> None:
    assert texts(read(**{place: f"<p>{told}</p>"})) == ARTICLE


@pytest.mark.parametrize(
    "told",
    [
        "<ol><li>Unduh aplikasi Antrean Warga.</li><li>Login.</li></ol>",
        "<h3>WhatsApp</h3><p>Kirim pesan ke nomor layanan rumah sakit itu.</p>",
    ],
)
def test_steps_and_headings_at_the_end_of_the_text_stay(told: str) -> None:
    kept = "\n".join(texts(read(after=told)))
    for word in ("Unduh aplikasi Antrean Warga.", "Login.", "WhatsApp"):
        assert (word in told) <= (word in kept)


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_list_of_networks_over_or_under_the_text_is_left_out(place: str) -> None:
    assert texts(read(**{place: "<ul><li>X</li><li>Facebook</li><li>LINE</li></ul>"})) == ARTICLE


def test_a_list_of_networks_right_under_the_first_sentence_is_left_out() -> None:
    assert texts(read(between="<ul><li>X</li><li>Facebook</li><li>LINE</li></ul>")) == ARTICLE


def test_announced_articles_without_their_links_are_left_out() -> None:
    items = "<li>Baca juga: Banjir Rendam Tiga Desa</li><li>Simak juga: Harga Beras Naik</li>"
    assert texts(read(between=f"<p>{ARTICLE[1]}</p><ul>{items}</ul>")) == ARTICLE


@pytest.mark.parametrize("label", ["<p>Rekomendasi:</p>", "<h3>Terpopuler</h3>", "<p><b>Recommended</b></p>"])
@pytest.mark.parametrize("place", ["between", "after"])
def test_sentences_under_a_word_that_is_a_label_elsewhere_stay(label: str, place: str) -> None:
    advice = ["1. Kurangi retribusi pedagang kecil.", "2. Perbaiki drainase pasar itu."]
    page = {place: label + "".join(f"<p>{each}</p>" for each in advice)}
    found = [text for text in texts(read(**page)) if text not in ARTICLE]
    assert len(found) == 3
    assert found[1:] == advice


@pytest.mark.parametrize(
    "under",
    [
        "<p>Kebakaran Hanguskan Sembilan Rumah</p><p>Dua Pelajar Tenggelam di Waduk</p>",
        "<p><a href=/a>Kebakaran menghanguskan sembilan rumah di gang itu.</a></p>",
        "<p>Api melalap rumah warga pada dini hari.</p><p><a href=/a>Kebakaran di Gang Amal</a></p>",
    ],
)
def test_other_articles_under_the_same_word_are_left_out(under: str) -> None:
    assert texts(read(after=f"<h3>Terpopuler</h3>{under}")) == ARTICLE


@pytest.mark.parametrize("word", ["Terbaru", "Terkait", "Populer", "Rekomendasi", "Trending"])
def test_such_a_word_among_what_may_be_chosen_stays(word: str) -> None:
    choices = ["Relevan", word, "Paling banyak disukai"]
    items = "".join(f"<li>{each}</li>" for each in choices)
    assert (
        texts(read(between=f"<p>Urutan hasil pencarian dapat dipilih warga:</p><ul>{items}</ul>"))[2:5]
        == choices
    )


def test_a_row_of_such_names_is_left_out() -> None:
    row = "".join(f"<p>{name}</p>" for name in ("Facebook", "WhatsApp", "Telegram", "Share"))
    assert texts(read(between=row)) == ARTICLE


def test_a_label_over_the_texts_beginning_is_left_out() -> None:
    assert texts(read(before="<p>Terbaru</p>")) == ARTICLE


SUBHEADS = (
    "Hak cipta lagu daerah",
    "Share this burden",
    "More on the way",
    "Filed under oath",
    "Support our farmers",
    "विज्ञापन पर रोक",
    "شارك في التحقيق",
    "लेखक की गिरफ्तारी",
)


@pytest.mark.parametrize("form", ["<h2>{}</h2>", "<p><strong>{}</strong></p>"])
@pytest.mark.parametrize("heading", SUBHEADS)
def test_subheadings_of_such_words_over_a_sentence_stay(heading: str, form: str) -> None:
    between = f"<p>{ARTICLE[2]}</p>{form.format(heading)}"
    assert heading in texts(read(between=between))


@pytest.mark.parametrize("row", ["{} | {} | Dibaca 884 kali", "{} · {} · 2 komentar"])
def test_a_row_of_tools_under_the_text_is_none_of_it(row: str) -> None:
    links = ("<a href='/cetak?id=1'>Cetak</a>", "<a href='/kirim?id=1'>Kirim ke teman</a>")
    assert "Kirim ke teman" not in read(after=f"<div>{row.format(*links)}</div>").text
