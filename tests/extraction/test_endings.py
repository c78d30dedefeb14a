"""What the last lines of a body tell of who made it, and of where it is filed."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.bodies import ARTICLE, TITLE, URL, read, texts


def test_a_name_in_bold_under_the_text_is_the_author() -> None:
    article = read(after='<p style="text-align:right"><strong>Nguyễn Thu Hà</strong></p>')
    assert texts(article) == ARTICLE
    assert article.authors == ("Nguyễn Thu Hà",)


def test_a_bold_sentence_under_the_text_is_kept() -> None:
    last = "Jalan itu akhirnya diperbaiki."
    assert texts(read(after=f"<p><strong>{last}</strong></p>")) == [*ARTICLE, last]


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("【责任编辑:张樵苏 】", ("张樵苏",)),
        ("（编辑：严玉洁）", ("严玉洁",)),
        ("Редактор: Анна Уде", ("Анна Уде",)),
    ],
)
def test_credit_lines_of_other_languages_are_people(line: str, editors: tuple[str, ...]) -> None:
    article = read(after=f"<p>{line}</p>")
    assert texts(article) == ARTICLE
    assert article.editors == editors


def test_a_box_that_tells_of_the_author_is_left_out_at_the_end_only() -> None:
    bio = '<p class="tagline"><em>Meliput kecamatan, sekolah dan cuaca sejak 2013.</em></p>'
    assert texts(read(after=bio)) == ARTICLE
    assert len(texts(read(between=bio))) == len(ARTICLE) + 1


@pytest.mark.parametrize(
    "bio", [", wartawan sejak 2013, menyukai kopi liberika", " adalah dosen di Samarinda."]
)
def test_a_line_in_italics_that_says_who_the_author_is_is_left_out(bio: str) -> None:
    byline = "<div class=author>Oleh: Rina Wati</div>"
    first, *rest = [f"<p>{text}</p>" for text in ARTICLE]
    body = f"<div class=entry-content>{first}{''.join(rest)}<p><em>Rina Wati{bio}</em></p></div>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{byline}{body}</body></html>"
    article = extract(page, URL)
    assert article is not None
    assert texts(article) == ARTICLE
    assert article.authors == ("Rina Wati",)


def test_a_name_in_brackets_under_the_text_signs_it() -> None:
    article = read(after="<p>(Bagas Prakoso)</p>")
    assert texts(article) == ARTICLE
    assert article.signoff == "(Bagas Prakoso)"


@pytest.mark.parametrize("name", ["Bagas Prakoso", "I Made Sudana", "Nuwan Herath"])
def test_a_name_in_brackets_behind_the_last_sentence_signs_the_text(name: str) -> None:
    article = read(after=f"<p>Dinas menunggu kabar. <b>({name})</b></p>")
    assert texts(article) == [*ARTICLE, "Dinas menunggu kabar."]
    assert (article.signoff, article.authors) == (f"({name})", (name,))


@pytest.mark.parametrize(
    "end",
    [
        "Dinas menunggu kabar (Bagas Prakoso)",
        "Dinas menunggu kabar. (lihat tabel)",
        "Rapat digelar. (Senin 12 Mei)",
    ],
)
def test_other_brackets_behind_the_last_sentence_stay(end: str) -> None:
    assert texts(read(after=f"<p>{end}</p>")) == [*ARTICLE, end]


@pytest.mark.parametrize("line", ["(By Rina Wati and Budi Susilo)", "(NACO/B-7)"])
def test_a_line_in_brackets_at_the_end_signs_the_text(line: str) -> None:
    article = read(after=f"<p>{line}</p>")
    assert (texts(article), article.signoff) == (ARTICLE, line)


def test_hashtags_that_are_links_at_the_end_are_no_text() -> None:
    tags = "#<a href='/t/1'>Morowali</a> #<a href='/t/2'>nelayan</a> #<a href='/t/3'>pukat hela</a>"
    assert texts(read(after=f"<footer><span>{tags}</span></footer>")) == ARTICLE


def test_hashtags_in_words_are_text() -> None:
    line = "#SaveMorowali dan #NelayanKuat menjadi seruan warga di media sosial."
    assert texts(read(after=f"<p>{line}</p>")) == [*ARTICLE, line]


def test_the_category_behind_what_is_told_of_an_author_is_left_out_with_it() -> None:
    foot = "<p><em>Penulis adalah dosen teknik sipil, tinggal di Kendari</em></p><p>In category: <a href=/k>Opini</a></p>"
    assert texts(read(after=foot)) == ARTICLE


def test_a_line_under_the_text_with_author_and_day_is_left_out() -> None:
    assert texts(read(after="<p>Scritto da Tommaso Bardelli il 08 Novembre 2025</p>")) == ARTICLE


@pytest.mark.parametrize(
    "opening",
    [
        "*Penulis adalah",
        "*) Penulis merupakan",
        "Penulis ialah",
        "About the Guest Blogger: Rina Wati is",
        "Tentang penulis: Rina Wati adalah",
    ],
)
def test_who_the_author_is_stands_under_opinions_and_is_no_text(opening: str) -> None:
    bio = f"<p>{opening} pengajar perencanaan wilayah di sebuah perguruan tinggi negeri di kota Palu</p>"
    assert texts(read(after=bio)) == ARTICLE


@pytest.mark.parametrize(
    "bio",
    [
        "<p><em>Rina Wati, jurnalis sejak 2013, menyukai kopi dan sungai yang tidak pernah sepi.</em></p>",
        "<p>*) Rina Wati adalah dosen ilmu pemerintahan di sebuah perguruan tinggi di Samarinda.</p>",
    ],
)
def test_the_line_that_tells_who_the_author_is_names_the_author(bio: str) -> None:
    article = read(after=bio)
    assert texts(article) == ARTICLE
    assert article.authors == ("Rina Wati",)


def test_a_plain_last_sentence_about_somebody_is_text() -> None:
    last = "Rina Wati, guru di hulu, mengatakan jalan itu dilewati muridnya setiap pagi."
    assert texts(read(after=f"<p>{last}</p>"))[-1] == last


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Tags: beras, pasar", "tags", ("beras", "pasar")),
        ("(rin/adv/Diskominfo)", "signoff", "(rin/adv/Diskominfo)"),
        ("Editor: Lia Permata", "editors", ("Lia Permata",)),
        ("Ralat: angka di atas keliru.", "correction", "Ralat: angka di atas keliru."),
    ],
)
def test_what_a_box_under_the_text_says_that_has_a_field_is_kept_there(
    line: str, field: str, value: object
) -> None:
    assert getattr(read(after=f"<div class=widget><p>{line}</p></div>"), field) == value


def test_a_line_of_capitals_under_the_text_signs_it_where_nobody_else_is_named() -> None:
    assert read(after="<p>RINA WATI</p>").authors == ("RINA WATI",)
    article = read(before="<p>Oleh: Budi Susilo</p>", after="<p>LEMBAGA RISET HULU</p>")
    assert (texts(article), article.authors) == (ARTICLE, ("Budi Susilo",))


def test_a_name_and_initials_in_brackets_sign_a_text() -> None:
    article = read(after="<p>(Rina Wati) / (ktn)</p>")
    assert (texts(article), article.authors) == (ARTICLE, ("Rina Wati",))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>（西沢遥香）</p>", ("西沢遥香",)),
        ("<p>고흥/글·사진 안진우 기자 jwahn@kabar.example</p>", ("안진우",)),
        ("<p><strong>By LYNNTON SASA</strong></p><p><strong>In Gizo</strong></p>", ("LYNNTON SASA",)),
    ],
)
def test_papers_of_other_lands_sign_under_the_text(line: str, authors: tuple[str, ...]) -> None:
    article = read(after=line)
    assert (texts(article), article.authors) == (ARTICLE, authors)


def test_what_stands_in_brackets_at_the_end_of_a_japanese_text_is_no_name_for_that() -> None:
    assert read(after="<p>会場は拍手に包まれた。（敬称略）</p>").authors == ()


@pytest.mark.parametrize(
    "line",
    ["Rina Wati führte das Gespräch.", "Das Interview führte Rina Wati", "Propos recueillis par Rina Wati"],
)
def test_the_line_that_names_the_interviewer_is_the_byline(line: str) -> None:
    article = read(after=f"<p><em>{line}</em></p>")
    assert texts(article) == ARTICLE
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize(
    "line",
    [
        "Rapat itu berakhir malam hari karena Rina Wati führte das Gespräch.",
        "Das Interview führte zu einem Streit im Rathaus.",
    ],
)
def test_a_sentence_about_a_conversation_is_kept(line: str) -> None:
    article = read(after=f"<p>{line}</p>")
    assert texts(article) == [*ARTICLE, line]
    assert article.authors == ()


HELPERS = "CNN's Rina Wati, Budi Susilo, Ana Reyes, Oliver Roe, Deepti Raghavan, Hannah Weiss and Anna Weber"


@pytest.mark.parametrize(
    "line",
    [
        f"{HELPERS} contributed to this report.",
        "Contributing: Rina Wati, Associated Press.",
        "Con información de Rina Wati y Ana Reyes.",
    ],
)
def test_who_helped_is_no_text_however_many_they_are(line: str) -> None:
    assert texts(read(after=f"<p>{line}</p>")) == ARTICLE


def test_a_long_last_paragraph_that_tells_who_contributed_is_text() -> None:
    last = f"{HELPERS} contributed to this report, which the council will discuss in the second week of June."
    assert texts(read(after=f"<p>{last}</p>")) == [*ARTICLE, last]


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("<p><b>RINA WATI, BUDI SUSILO (MALANG)</b></p>", ("RINA WATI", "BUDI SUSILO")),
        ("<p><em>Rina Wati, Ngawi</em></p>", ("Rina Wati",)),
        ("<p><b>JOSÉ ALBEIRO ROA</b><br>Corresponsal de EL CORREO<br>CALI</p>", ("JOSÉ ALBEIRO ROA",)),
        ("<p><b>Rina Wati</b></p><p><b>Budi Susilo</b></p>", ("Rina Wati", "Budi Susilo")),
        (
            "<p>By Rina Wati, river correspondent; Budi Susilo, staff reporter</p>",
            ("Rina Wati", "Budi Susilo"),
        ),
        ("<p><b>Rina Wati,</b></p><p><b>«Kabar Hulu»</b></p><p><b>Berau</b></p>", ("Rina Wati",)),
        ("<p><b>Rina Wati, penyair Berau</b><br>Kabar Hulu Raya</p>", ("Rina Wati",)),
    ],
)
def test_the_lines_that_sign_a_text_name_its_authors(lines: str, authors: tuple[str, ...]) -> None:
    article = read(after=lines)
    assert texts(article) == ARTICLE
    assert article.authors == authors


@pytest.mark.parametrize(
    "lines",
    [
        "<p><b>Rina Wati, warga Loa Janan, menunggu.</b></p>",
        "<p>Rina Wati, Ngawi</p>",
        "<p><b>Ketua Panitia,</b><br>pendaftaran bulan depan</p>",
        "<h3>Rina Wati</h3><p>Ia tinggal di hulu sejak lama bersama anak-anaknya yang masih kecil.</p>",
    ],
)
def test_lines_that_only_begin_with_a_name_are_text(lines: str) -> None:
    article = read(after=lines)
    assert len(texts(article)) > len(ARTICLE)
    assert article.authors == ()


def test_a_bold_offer_at_the_end_names_nobody() -> None:
    assert read(after="<p><b>KABAR APP</b></p>").authors == ()


def test_what_an_author_is_behind_a_star_is_no_text() -> None:
    bio = "*Mahasiswa STFK Ledalero, anggota Komunitas Sastra Hokeng. Tulisan ini merupakan pendapat pribadi."
    assert texts(read(after=f"<p>{bio}</p>")) == ARTICLE
    list_item = "*Guru yang menunggu di rumah akan didatangi petugas pada bulan depan."
    assert len(texts(read(after=f"<p>{list_item}</p>"))) == len(ARTICLE) + 1


def test_a_name_with_where_it_writes_from_signs_a_text() -> None:
    article = read(after="<p><b>Nirmala Rao in Kaza</b></p>")
    assert (texts(article), article.authors) == (ARTICLE, ("Nirmala Rao",))


def test_names_under_a_line_that_ends_no_sentence_are_text() -> None:
    rows = "<p>Susunan acara</p><p><b>Rina Wati, Ngawi</b></p><p><b>Budi Susilo, Berau</b></p>"
    assert texts(read(after=rows))[len(ARTICLE) :] == [
        "Susunan acara",
        "Rina Wati, Ngawi",
        "Budi Susilo, Berau",
    ]


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("<p>Kabar Hulu, Beata Kołodziej</p><p>bkm/ zan/ agt/</p>", ("Beata Kołodziej",)),
        ("<p>Kabar Hulu, Beata Kołodziej</p>", ()),
        ("<p>Kabar Hulu, Kota Bontang</p><p>bkm/ zan/ agt/</p>", ()),
    ],
)
def test_a_house_and_a_name_sign_over_initials(end: str, authors: tuple[str, ...]) -> None:
    article = read(after=end)
    assert article.authors == authors
    assert (texts(article) == ARTICLE) == bool(authors)


@pytest.mark.parametrize(
    "note",
    [
        "Berita ini diperbarui pada 13 Mei 2025 untuk menambahkan tanggapan dinas.",
        "Artikel telah diperbarui untuk memuat tanggapan dinas.",
        "*Artikel ini telah diperbarui pada Selasa (13/5/2025) pukul 10.00 WITA.",
        "(Artikel ini telah diperbarui)",
        "(Ralat: panjang jalan enam kilometer)",
        "[Koreksi: panjang jalan enam kilometer]",
        "RALAT – Panjang jalan enam kilometer, bukan lima.",
        "Ralat Berita: panjang jalan enam kilometer.",
        "Koreksi redaksi: panjang jalan enam kilometer.",
        "Catatan: Artikel ini telah diperbarui dengan tambahan tanggapan.",
        "Redaksi memohon maaf atas kekeliruan penulisan nama itu.",
        "Correction, 13 May 2025: the road is six kilometres long.",
        "Update: This article has been updated with a statement of the agency.",
    ],
)
def test_notes_of_a_change_are_told_in_brackets_behind_stars_and_with_more_labels(note: str) -> None:
    article = read(after=f"<p>{note}</p>")
    assert texts(article) == [*ARTICLE, note]
    assert (article.correction, article.signoff) == (note, None)


@pytest.mark.parametrize("heading", ["<p><b>RALAT</b></p>", "<h3>Koreksi</h3>", "<h4>Erratum:</h4>"])
def test_a_paragraph_under_a_heading_that_corrects_is_the_correction(heading: str) -> None:
    note = "Panjang jalan itu enam kilometer, bukan lima."
    article = read(after=f"{heading}<p>{note}</p>")
    assert article.correction == note
    assert texts(article)[-1] == note


@pytest.mark.parametrize(
    "line",
    [
        "Update: hingga pukul 20.00 WITA, jalan itu telah dibuka.",
        "Pembaruan: hingga pukul 20.00 jalan dibuka.",
        "Koreksi harga batu bara menekan pendapatan daerah.",
        "Ralat-meralat menjadi hal biasa bagi dinas itu.",
    ],
)
def test_news_is_no_correction(line: str) -> None:
    article = read(after=f"<p>{line}</p>")
    assert (texts(article)[-1], article.correction) == (line, None)


@pytest.mark.parametrize(
    "lines",
    [
        "<div><b>Penulis</b></div><div>Rina Wati</div><div><b>Editor</b></div><div>Joko Sandika</div>",
        "<p>Penulis:<br>Rina Wati</p><p>Editor:<br>Joko Sandika</p>",
        "<p><strong>Penulis</strong>: Rina Wati / <strong>Editor</strong>: Joko Sandika</p>",
        "<p>Penulis: Rina Wati // Editor: Joko Sandika</p>",
        "<p>Penulis: Rina Wati</p><p>Editor: Joko Sandika</p><p>Uploader: Admin</p>",
        "<p>Penulis: Rina Wati</p><p>Editor: Joko Sandika</p><p>Uploader</p><p>Admin</p>",
        "<p>Kontributor Kutim - Rina Wati</p><p>Editor: Joko Sandika</p>",
    ],
)
def test_labels_on_lines_of_their_own_strokes_and_uploaders_leave_two_people(lines: str) -> None:
    article = read(after=lines)
    assert texts(article) == ARTICLE
    assert (article.authors, article.editors) == (("Rina Wati",), ("Joko Sandika",))


def test_a_label_over_a_sentence_is_text() -> None:
    line = "Dinas itu berjanji menyelesaikan semuanya."
    assert texts(read(after=f"<p>Editor</p><p>{line}</p>")) == [*ARTICLE, "Editor", line]


@pytest.mark.parametrize(
    "line", ["Topik: banjir, sampah, dan macet.", "Kategori: konten palsu", "Label: merah"]
)
def test_words_amid_the_text_that_sound_like_tags_stay(line: str) -> None:
    found = read(between=f"<p>{ARTICLE[3]}</p><p>{line}</p>")
    assert line in texts(found)
    assert found.tags == ()


def test_a_sentence_behind_the_word_for_source_is_no_agency() -> None:
    line = "Sumber: dari mana uang itu? Itulah pertanyaannya."
    found = read(after=f"<p>{line}</p>")
    assert texts(found)[-1] == line
    assert found.agency is None


@pytest.mark.parametrize("line", ["Source - The Hulu Register", "Sumber – Kabar Tani"])
def test_a_dash_may_stand_for_the_colon_behind_the_word_for_a_source(line: str) -> None:
    article = read(after=f"<p><i>{line}</i></p>")
    assert texts(article) == ARTICLE
    assert article.agency == line[9:].lstrip("– ")


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Yours faithfully,", "Rina Wati"), ("Rina Wati",)),
        (("Hormat saya,", "Rina Wati, Samarinda"), ("Rina Wati",)),
        (("Salam hormat", "Rina Wati (guru)", "Loa Janan"), ("Rina Wati",)),
        (("Yours sincerely",), ()),
    ],
)
def test_who_signs_a_letter_under_its_closing_words_is_the_author(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    article = read(after="".join(f"<p>{line}</p>" for line in lines))
    assert (article.authors, texts(article)) == (authors, ARTICLE)


@pytest.mark.parametrize(
    "lines",
    [
        ("Hormat kami kepada para guru, kata Udin.", "Rina Wati"),
        ("Sincerely,", "Surat itu tidak pernah dijawab oleh dinas sampai hari ini."),
        ("Salam hormat", "Begitu tertulis di papan itu."),
    ],
)
def test_words_of_letters_over_a_sentence_close_nothing(lines: tuple[str, ...]) -> None:
    article = read(after="".join(f"<p>{line}</p>" for line in lines))
    assert (article.authors, texts(article)) == ((), [*ARTICLE, *lines])


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Rina Wati, ČTK", ("Rina Wati",)),
        ("Rina Wati, Reuters", ("Rina Wati",)),
        ("Rina Wati, Kutai", ()),
        ("Kutai Timur, Reuters", ()),
        ("Rina, Reuters", ()),
    ],
)
def test_a_name_with_an_agency_at_the_end_signs_the_text(line: str, authors: tuple[str, ...]) -> None:
    article = read(after=f"<p>{line}</p>")
    assert article.authors == authors
    assert (line in texts(article)) is not bool(authors)


def test_an_office_that_signs_with_a_degree_and_a_post_is_no_text() -> None:
    signed = (
        "<p><strong>Budi Santosa, Ph.D.</strong></p><p>Kepala Pusat Data dan Informasi Kabupaten Hulu</p>"
    )
    article = read(after=signed)
    assert texts(article) == ARTICLE
    assert article.authors == ("Budi Santosa, Ph.D.",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Vonjy R.", ("Vonjy R.",)),
        ("Rina Wati / KABAR HULU dari Samarinda", ("Rina Wati",)),
        ("Banjir Surut.", ()),
    ],
)
def test_a_last_line_in_bold_may_end_in_an_initial_or_in_where_its_bearer_writes(
    line: str, authors: tuple[str, ...]
) -> None:
    assert read(after=f"<p><b>{line}</b></p>").authors == authors


@pytest.mark.parametrize(
    ("line", "authors", "is_text"),
    [
        ("Terima Kasih", (), True),
        ("Salam Literasi", (), True),
        ("Cetak Halaman", (), False),
        ("Dinas Kesehatan", (), False),
        ("Rina Wati", ("Rina Wati",), False),
    ],
)
def test_thanks_buttons_and_offices_in_bold_sign_nothing(
    line: str, authors: tuple[str, ...], is_text: bool
) -> None:
    article = read(after=f"<p><b>{line}</b></p>")
    assert (article.authors, line in texts(article)) == (authors, is_text)


@pytest.mark.parametrize(
    ("signed", "authors", "is_kept"), [("Rina Wati", ("Rina Wati",), False), ("Warga RT 05", (), True)]
)
def test_a_letter_that_no_full_name_signs_keeps_its_closing(
    signed: str, authors: tuple[str, ...], is_kept: bool
) -> None:
    article = read(after=f"<p>Hormat saya,</p><p>{signed}</p>")
    assert (article.authors, signed in texts(article), "Hormat saya," in texts(article)) == (
        authors,
        is_kept,
        is_kept,
    )


@pytest.mark.parametrize(
    ("between", "credit", "is_kept"),
    [
        ("<div style='clear:both'></div><br>", "Источник: Фото Галины Сухих", False),
        ("<div style='color: red; clear: both;'></div><br>", "Foto: Rina Wati", False),
        ("<br>", "Foto: Rina Wati", True),
        ("<div style='clear:both'></div><br>", "", True),
    ],
)
def test_a_caption_that_the_template_sets_behind_the_text_is_none_of_it(
    between: str, credit: str, is_kept: bool
) -> None:
    article = read(after=f"{between}Jembatan pada hari pertama.<br>{credit}<br>")
    assert texts(article) == [*ARTICLE, *(["Jembatan pada hari pertama."] if is_kept else [])]


def test_a_short_line_that_closes_a_text_with_ended_floats_in_it_is_its_own() -> None:
    after = f"<div style='clear:both'></div><p>{ARTICLE[0]} Begitu.</p><p>Acara ditutup doa.</p><p>Foto: Rina Wati</p>"
    assert texts(read(after=after))[-1] == "Acara ditutup doa."
