"""What of the lines at a body's ends is a byline, and what only begins or ends like one."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract
from kaltimcrawl.extraction.bylines import read_bylines
from kaltimcrawl.extraction.heads import is_date_line
from tests.extraction import bodies
from tests.extraction.bodies import ARTICLE, texts
from tests.extraction.pages import PROSE, TITLE, URL, on_page, read

PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in PROSE)


def of_box(text: str) -> Article:
    """The article of a page whose box of text is marked."""
    page = f"<h1>{TITLE}</h1><div class=entry-content>{text}</div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    return article


@pytest.mark.parametrize(
    "heading", ["Oleh Karena Itu", "Oleh Pemerintah Pusat", "By Monday", "Door Prize Menanti"]
)
def test_a_heading_that_begins_like_a_byline_is_text(heading: str) -> None:
    article = read(end=f"<h2>{heading}</h2><p>{PROSE[0].replace('beras', 'gula')}</p>")
    assert heading in [block.text for block in article.blocks]
    assert article.authors == ()


def test_no_name_begins_with_a_conjunction() -> None:
    assert read_bylines("Oleh Karena Itu") == []


@pytest.mark.parametrize(
    "last",
    [
        "<b>Siti Aminah seorang guru di Loa Janan berharap jalan itu segera diperbaiki agar muridnya selamat.</b>",
        "<b>Budi Susilo, guru honorer di Tenggarong, mengaku gajinya habis untuk ongkos menyeberang sungai.</b>",
    ],
)
def test_a_last_sentence_in_bold_is_text(last: str) -> None:
    article = read(end=f"<p>{last}</p>")
    assert article.blocks[-1].text == last[3:-4]
    assert article.authors == ()


@pytest.mark.parametrize(
    "closing",
    ["Bersambung Besok Pagi", "Tamat Bagian Pertama", "Laporan Khusus", "Tim Liputan", "Dinas Perdagangan"],
)
def test_not_all_that_stands_in_brackets_under_a_text_is_its_author(closing: str) -> None:
    assert read(end=f"<p>({closing})</p>").authors == ()


def test_a_name_in_brackets_under_a_text_is_its_author() -> None:
    assert read(end="<p>(Rina Wati)</p>").authors == ("Rina Wati",)


@pytest.mark.parametrize("line", ["Yazan İsmail Kaya", "Oleh İsmail Kaya"])
def test_a_capital_i_with_a_dot_is_a_letter_like_others(line: str) -> None:
    assert read_bylines(line) == [("author", "İsmail Kaya")]


@pytest.mark.parametrize("name", ["AG Sudibyo", "Muhammad AG Rasyid", "CV Raman"])
def test_initials_make_no_firm_of_a_person(name: str) -> None:
    assert read(head=f'<meta name="author" content="{name}">').authors == (name,)


@pytest.mark.parametrize("firm", ["Kabar Media GmbH", "Hulu Press, Ltd.", "PT Kabar Hulu Sejahtera"])
def test_the_publishers_firm_is_no_author(firm: str) -> None:
    assert read(head=f'<meta name="author" content="{firm}">').authors == ()


def test_an_account_in_a_credit_line_is_dropped_with_its_label() -> None:
    article = read(end="<p>Pewarta: Rina Wati</p><p>Uploader: Admin 2</p>")
    assert article.blocks[-1].text == PROSE[-1]
    assert article.authors == ("Rina Wati",)


def test_who_the_author_is_is_dropped_where_a_heading_of_nothing_follows() -> None:
    end = "<p><em>Penulis adalah dosen teknik sipil, tinggal di Kendari</em></p><h3>3 Komentar</h3>"
    assert read(end=end).blocks[-1].text == PROSE[-1]


def test_a_byline_ends_at_the_word_before_its_section() -> None:
    row = "<p>By. <a href='/posts?author=x'>Rina Wati</a> in <a href='/posts?category=x'>Pasar</a> <small>2 hari</small></p>"
    assert read(row).authors == ("Rina Wati",)


def test_forenames_that_are_words_elsewhere_are_forenames() -> None:
    assert read_bylines("By Kim In Soo") == [("author", "Kim In Soo")]
    assert read(end="<p>(Tim Allen)</p>").authors == ("Tim Allen",)
    assert read(end="<p>Foto: Tim Robberts</p>").photographers == ("Tim Robberts",)


def test_a_heading_over_the_text_that_names_categories_is_text() -> None:
    heading = "5 Kategori dan 3 Penulis Terbaik"
    body = f"<h2>{heading}</h2>" + "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<h1>{TITLE}</h1><div class=entry-content>{body}</div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert article.blocks[0].text == heading


@pytest.mark.parametrize("tag", ["h5", "h6"])
@pytest.mark.parametrize(
    "label", ["Posted by: Rina Wati 3 minggu, 2 hari ago", "Posted by: Rina Wati 2 weeks, 3 days ago"]
)
def test_a_heading_over_the_text_that_labels_the_author_is_no_text(label: str, tag: str) -> None:
    article = of_box(f"<{tag}>{label}</{tag}>{PARAGRAPHS}")
    assert (article.authors, article.text) == (("Rina Wati",), "\n\n".join(PROSE))


@pytest.mark.parametrize(
    "line",
    ["7 marzo 2022 (modifica il 8 marzo 2022 | 10:19)", "By Rina Wati. Oct 19, 2025, 10:05 AM."],
)
def test_a_day_and_that_of_the_change_or_the_author_under_the_text_are_none_of_it(line: str) -> None:
    assert of_box(f"{PARAGRAPHS}<p>{line}</p>").text == "\n\n".join(PROSE)


def test_a_day_with_that_of_the_change_is_a_line_of_dates() -> None:
    assert is_date_line("7 marzo 2022 (modifica il 8 marzo 2022 | 10:19)")
    assert not is_date_line("7 marzo 2022 (modifica la legge il 8 marzo 2022)")


@pytest.mark.parametrize("tag", ["h2", "h3"])
@pytest.mark.parametrize(
    ("label", "authors", "editors"),
    [
        ("Penulis: Rina Wati | Editor: Lia Permata", ("Rina Wati",), ("Lia Permata",)),
        ("Oleh: Rina Wati", ("Rina Wati",), ()),
        ("Editor: Lia Permata", (), ("Lia Permata",)),
    ],
)
def test_whom_a_heading_with_a_label_over_the_text_names_has_a_field(
    label: str, authors: tuple[str, ...], editors: tuple[str, ...], tag: str
) -> None:
    article = of_box(f"<{tag}>{label}</{tag}>{PARAGRAPHS}")
    assert (article.authors, article.editors, article.text) == (authors, editors, "\n\n".join(PROSE))


def test_a_long_row_of_date_author_and_comments_over_the_text_is_none_of_it() -> None:
    row = (
        "<span>Senin, 2 November 2026 21:47</span> <span>Published by <a href=/u>Rahmat Hidayatullah</a></span>"
        " <span><a href=#r>Leave your thoughts</a></span>"
    )
    assert of_box(f"<div>{row}</div>{PARAGRAPHS}").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("This post was written by Rina Wati", ("Rina Wati",), ()),
        ("This post was written by admin", (), ()),
        ("Categorised in: <a href=/k>Pasar</a>", (), ()),
        ("<em>Edición: Lia Permata.</em>", (), ("Lia Permata",)),
        ("Iklan. Gulir ke bawah untuk melanjutkan membaca.", (), ()),
        ("Yuk, Simak Juga Video ini!", (), ()),
        ("Yuk, baca lagi yang lain!", (), ()),
        ("14 Likes", (), ()),
        ("More like this story", (), ()),
        ("・関連記事", (), ()),
        ("・2026年11月10日 12時00分 in サイエンス, Posted by log1r_nm", (), ()),
        ("Readers like you keep these stories free for everyone", (), ()),
        ("Descarcă aplicația noastră și află cele mai importante știri.", (), ()),
        ("この記事のタイトルとURLをコピーする", (), ()),
        ("bk/ols / kabar.pl", (), ()),
        ("<span>Advertisement</span><span>Hide Ad</span>", (), ()),
        ("বিজ্ঞাপন", (), ()),
        ("請繼續下滑閱讀", (), ()),
        ("Sign up for the Saturday round-up, sent before the kettle boils.", (), ()),
        ("Read the original article on Lakeside Standard.", (), ()),
        ("本網站之文字、圖片及影音，非經授權，不得轉載。", (), ()),
    ],
)
def test_what_themes_print_under_the_text_is_none_of_it(
    line: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    article = of_box(f"{PARAGRAPHS}<p>{line}</p>")
    assert (article.text, article.editors) == ("\n\n".join(PROSE), editors)
    assert [name for name in article.authors if name != "admin"] == list(authors)


def test_a_row_of_date_author_and_tags_over_the_text_is_none_of_it() -> None:
    row = "<span>2026-11-10</span> by <span>Rina Wati</span>, tagged as <a href=/t/a>pasar pagi</a>, <a href=/t/b>beras</a>, <a href=/t/c>panen raya di hulu</a>, <a href=/t/d>kutai</a>"
    assert of_box(f"<div>{row}</div>{PARAGRAPHS}").text == "\n\n".join(PROSE)


def test_a_licence_under_the_text_is_none_of_it() -> None:
    line = "<p>This work is licensed under a <a href=//cc>CC BY-SA 4.0</a> .</p>"
    assert of_box(f"{PARAGRAPHS}{line}").text == "\n\n".join(PROSE)


def test_a_heading_that_links_to_itself_by_an_escaped_address_is_text() -> None:
    heading = (
        "<h2 id=un-fondo-com%C3%BAn><a href=#un-fondo-com%C3%BAn>Un fondo común para las semillas</a></h2>"
    )
    more = PROSE[0].replace("beras", "gula")
    assert "Un fondo común para las semillas" in of_box(f"{PARAGRAPHS}{heading}<p>{more}</p>").text


def test_a_day_with_an_ordinal_is_a_line_of_dates() -> None:
    assert is_date_line("10th November 2026")


@pytest.mark.parametrize(
    ("capital", "rest", "joined"),
    [
        ("<h1>M</h1>", "attasan menjaga tambak garam sejak kecil di pesisir utara, kata tetangganya.", True),
        (
            "<div><span>M</span></div>",
            "attasan menjaga tambak garam sejak kecil di pesisir utara, kata warga.",
            True,
        ),
        ("<p>M</p>", "Attasan menjaga tambak garam sejak kecil di pesisir utara, kata tetangganya.", False),
    ],
)
def test_a_capital_in_an_element_of_its_own_begins_the_paragraph_under_it(
    capital: str, rest: str, joined: bool
) -> None:
    article = of_box(f"<div>{capital}<p>{rest}</p></div>{PARAGRAPHS}")
    assert (f"M{rest}" in article.text) is joined
    assert rest in article.text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("প্রকাশ: ২০ ফেব্রুয়ারি ২০২৩, ১৪: ৩০", True),
        ("২০ ফেব্রুয়ারি ২০২৩", True),
        ("২০ ফেব্রুয়ারি ২০২৩ ঢাকায় সভা", False),
        ("Objavljeno: 28. svibanj 2023. 21:14", True),
    ],
)
def test_lines_of_dates_are_known_where_vowels_are_marks(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


def test_a_name_with_the_minute_under_the_lead_is_no_text() -> None:
    first, *rest = PROSE
    after = "".join(f"<p>{sentence}</p>" for sentence in rest)
    row = "<p>Rina Wati 12 Mei 2025, 14:30</p>"
    article = of_box(f"<p>{first}</p>{row}{after}")
    assert (article.text, article.authors) == ("\n\n".join(PROSE), ("Rina Wati",))
    assert article.provenance["authors"].place == "text: author"
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"
    for kept in ("Loa Janan 12 Mei 2025, 14:30", "Rina Wati lahir 12 Mei 2025."):
        assert kept in of_box(f"<p>{first}</p><p>{kept}</p>{after}").text


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Posted at 14:30h in Niaga by Rina Wati", False),
        ("Diposting pukul 14.30 di Niaga oleh Rina Wati", False),
        ("Terbit 12 judul buku baru di Niaga", True),
    ],
)
def test_a_row_over_the_text_that_tells_the_time_of_posting_is_none(line: str, is_text: bool) -> None:
    kept = [line] if is_text else []
    body = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><div class=z3><h1>{TITLE}</h1><div>{line}</div>{body}</div></body></html>",
        URL,
    )
    assert article is not None
    assert article.text.split("\n\n") == [*kept, *PROSE]


SHELF = "<a href=/tags/{0}.html>#{0}</a>"


@pytest.mark.parametrize(
    ("row", "is_text"),
    [
        (f"diterbitkan 12 Mei 2025 · ditandai {SHELF.format('beras')}, {SHELF.format('pasar')}", False),
        ("12 May 2025 Filed Under <a href=/tag/beras>beras</a> • <a href=/tag/pasar>pasar</a>", False),
        ("In <a href=/category/niaga>Niaga</a>.", False),
        (f"ditandai {SHELF.format('beras')} dan {SHELF.format('pasar')}", False),
        ("Senin, 12 Mei 2025 pukul 14.30 WITA di rubrik <a href=/category/niaga>Niaga</a>", False),
        (
            f"{' '.join(map(SHELF.format, ('harga beras', 'pasar hulu', 'panen raya', 'operasi pasar', 'dinas')))}"
            " 12 Mei 2025 pukul 14.30 WITA Senin 12 Mei 2025 pukul 14.30 WITA Senin 12 Mei 2025 pukul 14.30 WITA",
            False,
        ),
        ("<a href=/tag/samarinda>Samarinda</a> dan <a href=/kabar/7>Bontang</a> sama mahalnya", True),
        ("Warga <a href=/tag/samarinda>Samarinda</a> membeli beras lebih sedikit", True),
        ("Presiden <a href=/tag/jokowi>Jokowi</a> tiba di Balikpapan.", True),
        ("Kronologi <a href=/tag/banjir>Banjir</a> di Samarinda", True),
        ("<a href=/tag/beras>米价</a>今年上涨百分之五。", True),
    ],
)
def test_a_row_over_the_text_that_links_to_shelves_alone_is_none(row: str, is_text: bool) -> None:
    article = of_box(f"<p>{row}</p>{PARAGRAPHS}")
    assert (len(article.blocks) == len(PROSE) + 1) is is_text


def test_a_dateline_that_links_to_its_towns_tag_stays() -> None:
    article = of_box(f"<p><a href=/tag/samarinda>SAMARINDA</a> –</p>{PARAGRAPHS}")
    assert (article.dateline, article.blocks[0].text) == ("SAMARINDA", f"SAMARINDA – {PROSE[0]}")


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("posted at: 10:11 | path: <a href=/niaga>/niaga</a> | <a href=/x>permanent link</a>", False),
        ("Posted at 10:11 by an unknown hand, it was gone by noon.", True),
    ],
)
def test_a_row_under_the_text_that_tells_the_time_of_posting_is_none(line: str, is_text: bool) -> None:
    assert (len(of_box(f"{PARAGRAPHS}<p>{line}</p>").blocks) == len(PROSE) + 1) is is_text


def test_a_table_of_links_to_tags_is_text() -> None:
    table = "<table><tr><td><a href=/tag/hulu>Hulu</a></td><td>12</td></tr></table>"
    assert "Hulu" in of_box(f"{table}{PARAGRAPHS}").text


def test_the_line_of_who_writes_from_where_over_the_text_is_none() -> None:
    body = f"<h1>{TITLE}</h1><div class=isi><p class=info-byline><a href=/rina>Rina Wati</a> di Makassar</p>{PARAGRAPHS}</div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>", URL)
    assert article is not None
    assert (article.authors, article.text) == (("Rina Wati",), "\n\n".join(PROSE))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Wednesday October 14 2026, 03:31pm, The Times", True),
        ("12 Mei 2025, 14.30, Kabar News", True),
        ("Last updated: Sel 13 Mei 2025", True),
        ("Diperbarui: Rab, 14 Mei 2025", True),
        ("12 Mei 2025, Samarinda Banjir", False),
    ],
)
def test_a_date_goes_with_the_papers_name(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Updated at: 12th May, 2025 at 7:23 AM", False),
        ("Diperbarui: 12 Mei 2025, 14.30 WITA", False),
        ("Update 12 Mei 2025", True),
        ("Terakhir 12 Mei 2025", True),
        ("12 Mei 2025, 14.30 WITA", True),
        ("Updated rules take effect on 12 May 2025 at 7:23 AM", True),
    ],
)
def test_a_line_amid_the_text_that_tells_of_the_last_change_is_none(line: str, is_text: bool) -> None:
    text = "".join(f"<p>{sentence} {number}</p>" for number in range(4) for sentence in PROSE)
    article = of_box(f"{text}<p>{line}</p>{PARAGRAPHS}")
    assert (line in article.text) is is_text


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("Vandaag om 12:50 • Aangepast vandaag om 14:07", True),
        ("2 jam lalu", True),
        ("I går 12:50", True),
        ("» 2016年05月12日 14時22分 更新", True),
        ("2024년 3월 5일 14시 22분", True),
        ("Banjir 2 jam lalu merendam kota", False),
        ("Pukul 14.30 warga tiba", False),
        ("Tiga Desa", False),
    ],
)
def test_ages_and_east_asian_stamps_are_lines_of_dates(line: str, is_date: bool) -> None:
    assert is_date_line(line) is is_date


@pytest.mark.parametrize(
    ("line", "modified"),
    [
        (
            "Reporter: Rina Wati, Editor: Lia Aminah, Terbit: Senin, 12 Mei 2025 14:30 WITA, Diperbarui: Senin, 12 Mei 2025 16:00 WITA",
            "2025-05-12T16:00",
        ),
        (
            "<span>Reporter: Rina Wati</span> <span>Fotografer: Budi Susilo</span> <span>Editor: Lia Aminah</span> <span>Senin, 12 Mei 2025 14:30 WITA</span>",
            None,
        ),
        (
            "Par Laure Martin Publié le 12 mai 2025 à 14h30, mis à jour le 12 mai 2025 à 16h00",
            "2025-05-12T16:00",
        ),
        (
            "Ann Porter, Transport Correspondent Published: 14:30, 12 May 2025 | Updated: 16:00, 12 May 2025",
            "2025-05-12T16:00",
        ),
        (
            "القاهرة - أحمد سالم نشر في: الاثنين 12 مايو 2025 - 2:30 م | آخر تحديث: الاثنين 12 مايو 2025 - 4:00 م",
            "2025-05-12T16:00",
        ),
    ],
)
def test_a_long_row_of_who_and_when_is_no_text(line: str, modified: str | None) -> None:
    article = on_page(f"<h1>{TITLE}</h1><p>{line}</p>")
    assert article.blocks[0].text == PROSE[0]
    assert article.published is not None
    assert article.published.isoformat()[:16] == "2025-05-12T14:30"
    assert (article.modified.isoformat()[:16] if article.modified else None) == modified


@pytest.mark.parametrize(
    "line",
    [
        "Oleh karena itu warga sepuluh desa di tepi sungai diminta hadir di balai desa Senin, 12 Mei 2025 pukul 14.30 Wita",
        "By the time the counting of the ballots was finished in all villages it was already 12 May 2025, 14:30",
        "Diskusi tentang harga beras di pasar rakyat itu akan ditayangkan di televisi Senin, 12 Mei 2025 14:30 WITA",
    ],
)
def test_a_sentence_that_ends_in_a_time_is_text(line: str) -> None:
    assert on_page(f"<h1>{TITLE}</h1><p>{line}</p>").blocks[0].text == line


def test_a_date_beside_the_writers_portrait_is_the_publication() -> None:
    line = '<p><img src="/foto/rina.jpg" alt="Rina Wati">Rina Wati | Senin, 12 Mei 2025 14:30 WITA</p>'
    article = on_page(f"<h1>{TITLE}</h1><div>{line}</div><img src=/foto/beras.jpg>")
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"


@pytest.mark.parametrize("place", ["di Tempat", "di Samarinda"])
def test_whom_an_open_letter_is_to_stays(place: str) -> None:
    to = ["Kepada Yth.", "Bapak Wali Kota Samarinda", place]
    found = bodies.read(before="".join(f"<p>{line}</p>" for line in to))
    assert texts(found) == [*to, *ARTICLE]
    assert found.authors == ()


@pytest.mark.parametrize("sign", ["Leo (23 Juli–22 Agustus)", "Leo (5)", "Leo: 23 Juli - 22 Agustus"])
def test_a_sign_of_the_zodiac_is_no_date(sign: str) -> None:
    told = "<p>Hari ini kamu perlu berhemat dan menunda pembelian yang besar sampai akhir pekan.</p>"
    assert sign in texts(bodies.read(between=f"<p><strong>{sign}</strong></p>{told}"))
    assert sign in texts(bodies.read(after=f"<p><strong>{sign}</strong></p>{told}"))


def test_data_of_a_book_over_a_byline_stay() -> None:
    data = ["Judul: Hulu yang Sepi", "Penerbit: Pustaka Hulu", "Tebal: 250 halaman", "Cetakan: 2, 2024"]
    over = "".join(f"<p>{line}</p>" for line in data)
    found = bodies.read(before=f"{over}<p>Oleh Rina Wati</p>")
    assert texts(found) == [*data, *ARTICLE]
    assert found.authors == ("Rina Wati",)


@pytest.mark.parametrize("line", ["Died: August 21st, 2024", "Batas waktu: 21 Agustus 2024"])
def test_a_date_behind_a_label_that_is_no_word_of_publishing_is_text(line: str) -> None:
    assert texts(of_box(f"<p>Born: March 4th, 1938</p><p>{line}</p>{PARAGRAPHS}"))[:2] == [
        "Born: March 4th, 1938",
        line,
    ]


def test_paragraphs_that_only_stand_behind_a_paywall_are_text() -> None:
    assert (
        texts(of_box(f"<p class='c-paragraph paywall'>Dua hari kemudian</p>{PARAGRAPHS}"))[0]
        == "Dua hari kemudian"
    )


@pytest.mark.parametrize("heading", ["Feri Mati {}", "{} Laporan Khusus"])
def test_a_heading_that_holds_the_title_and_a_kicker_is_no_text(heading: str) -> None:
    over = f"<div><span>Reportase</span></div><h2>{heading.format(bodies.TITLE)}</h2><p>12 Mei 2025</p>"
    assert texts(bodies.read(before=over)) == ARTICLE


def test_a_subheading_that_goes_on_behind_the_title_at_length_is_text() -> None:
    heading = f"{bodies.TITLE} dan seluruh kecamatan lain di sepanjang sungai itu sejak tahun lalu sekali"
    assert heading in texts(bodies.read(before=f"<h2>{heading}</h2>"))


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("14. října 2025 15:26 (Aktualizováno: 17:10 14. 10. 2025)", True),
        ("14. října 2025 15:26 (Zaplaveno: 17:10 14. 10. 2025)", False),
    ],
)
def test_a_line_of_a_day_and_its_change_is_a_date_line(line: str, is_told: bool) -> None:
    assert is_date_line(line) is is_told
