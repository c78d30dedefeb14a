"""Names out of short printed lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.extraction.bylines import read_bylines
from kaltimcrawl.extraction.bywords import is_office
from kaltimcrawl.extraction.fullnames import split_names


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Penulis: Igang | Rabu, 15 Maret 2023 | 09:42 WITA | Dibaca 1.204 kali", [("author", "Igang")]),
        ("Penulis Rina", [("author", "Rina")]),
        ("Oleh Budi - Kaltim Post", [("author", "Budi")]),
        ("Oleh: Rina Wati dan Budi", [("author", "Rina Wati"), ("author", "Budi")]),
        ("Laporan Wartawan Tribun Kaltim, Budi Susilo", [("author", "Budi Susilo")]),
        ("TRIBUNKALTIM.CO/ BUDI", [("author", "BUDI")]),
        ("Pewarta: Arumanto/Antara", [("author", "Arumanto"), ("source", "Antara")]),
        ("Foto: Budi/Kaltim Post", [("photo", "Budi")]),
        ("Sumber: Antara", [("source", "Antara")]),
        (
            "oleh Dian Permata Editor Taufik Hidayat",
            [("author", "Dian Permata"), ("editor", "Taufik Hidayat")],
        ),
        (
            "Reporter: Ding|Editor: Hamdani|Kamis 05-12-2024,23:08 WIB",
            [("author", "Ding"), ("editor", "Hamdani")],
        ),
        ("Editor: rina", [("editor", "rina")]),
        ("Submitted by Theresia Lawai on Jumat, 22/03/2024 - 12:00", [("author", "Theresia Lawai")]),
        ("By JANE DOE and JOHN ROE | Reporters", [("author", "JANE DOE"), ("author", "JOHN ROE")]),
        ("By Jane Doe, Staff Writer", [("author", "Jane Doe")]),
        ("Von Max Muster", [("author", "Max Muster")]),
        ("Door Sanne de Wit", [("author", "Sanne de Wit")]),
        ("Par Élodie Marchand, Publié le 6 avril 2024 à 12h48", [("author", "Élodie Marchand")]),
        ("Por Lucía Ferrer 10 de septiembre de 2023 - 05:20", [("author", "Lucía Ferrer")]),
        ("Автор: Ольга Самсонова", [("author", "Ольга Самсонова")]),
        ("기자명 김도윤 기자", [("author", "김도윤")]),
        (
            "2024年04月28日 16:40 来源：清溪新闻网 作者：林晓燕",
            [("source", "清溪新闻网"), ("author", "林晓燕")],
        ),
        ("By Redaksi Oktober 12, 2025", [("author", "Redaksi")]),
        ("Ein Gastbeitrag von Hannah Weiss", [("author", "Hannah Weiss")]),
        ("Gastkommentar von Hannah Weiss", [("author", "Hannah Weiss")]),
        ("Von Hannah Weiss und Jan Roth, Irschenhofen", [("author", "Hannah Weiss"), ("author", "Jan Roth")]),
        ("By Rina Wati, Mulawarman University", [("author", "Rina Wati")]),
        ("By Rina Wati, Mahakam Gazette", [("author", "Rina Wati")]),
        ("Publikasi oleh Rina Wati Kategori Pasar", [("author", "Rina Wati")]),
        ("By Rina Wati @rinawati", [("author", "Rina Wati")]),
    ],
)
def test_names_are_read_with_their_roles(line: str, people: list[tuple[str, str]]) -> None:
    assert read_bylines(line) == people


@pytest.mark.parametrize(
    "line",
    [
        "Oleh karena itu warga menunggu",
        "Oleh Pemerintah Provinsi Kaltim digelar rapat",
        "By Monday the river had risen",
        "By the River",
        "Por favor",
        "Penulis Amerika itu datang",
        "Wartawan Senior Meninggal",
        "Di Samarinda banjir",
        "Editor's note",
        "Bagikan: Facebook",
        "",
    ],
)
def test_sentences_that_begin_like_a_byline_are_none(line: str) -> None:
    assert read_bylines(line) == []


def test_a_word_of_sentences_is_a_label_where_the_page_marks_the_line() -> None:
    assert read_bylines("di Chiara Bellandi") == []
    assert read_bylines("di Chiara Bellandi", is_marked=True) == [("author", "Chiara Bellandi")]


def test_offices_and_archives_are_no_photographers() -> None:
    assert [is_office(text) for text in ("Istimewa", "Humas Pemkot", "Dok. Pribadi", "Dewi Lestari")] == [
        True,
        True,
        True,
        False,
    ]


@given(st.text(max_size=300), st.booleans())
def test_any_text_is_read_without_an_error(text: str, is_marked: bool) -> None:
    for role, name in read_bylines(text, is_marked=is_marked):
        assert role in ("author", "editor", "photo", "source")
        assert name.strip()
    assert all(split_names(text)) or not text


def test_a_sentence_behind_a_label_names_nobody() -> None:
    assert read_bylines("Photos: Weather around the world") == []
    assert read_bylines("Editor: rina") == [("editor", "rina")]


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Dwight Farrar CNL Correspondent", "Dwight Farrar"),
        ("Oleh Rina Wati KHN Wartawan", "Rina Wati"),
        ("Oleh Rina Wati SH Wartawan", "Rina Wati SH"),
        ("By Anna Maria III Reporter", "Anna Maria III"),
        ("By JANE DOE ROE Reporter", "JANE DOE ROE"),
    ],
)
def test_the_house_before_what_its_bearer_does_is_no_part_of_a_name(byline: str, name: str) -> None:
    assert read_bylines(byline) == [("author", name)]


@pytest.mark.parametrize(
    "byline",
    [
        "By Rina Wati. Oct 19, 2026, 10:05 AM.",
        "By Rina WatiSep 21, 2026",
        "Oleh Rina WatiAgustus 21, 2026",
        "OlehRina Wati",
        "ByRina WatiSep 21, 2026",
        "Penulis: Rina Wati Dibuat 3 Mei 2025",
        "Written by Rina Wati Created 3 May 2025",
    ],
)
def test_a_name_ends_before_a_day_however_that_is_joined_to_it(byline: str) -> None:
    assert read_bylines(byline) == [("author", "Rina Wati")]


@pytest.mark.parametrize(
    "house",
    [
        "g1 PI",
        "r7 MT",
        "Florida Today",
        "The Plain Reader",
        "Hulu Media Group",
        "Hulu Media",
        "Hulu Herald",
        "Mahakam Daily",
        "Mahakam Weekly",
        "Samarinda Bureau",
    ],
)
@pytest.mark.parametrize("label", ["By", "Por"])
def test_the_house_behind_a_name_is_no_author(label: str, house: str) -> None:
    assert read_bylines(f"{label} Rina Wati, {house}") == [("author", "Rina Wati")]


@pytest.mark.parametrize("text", ["Porter Hall", "Parlemen Daerah", "ByRina wati", "Oleh-oleh Samarinda"])
def test_a_word_that_begins_like_a_label_is_none(text: str) -> None:
    assert read_bylines(text, is_marked=True) == []


@pytest.mark.parametrize("name", ["Warren Tolliver Jr.", "Warren Tolliver Sr."])
def test_a_name_keeps_the_point_of_the_younger_and_the_elder(name: str) -> None:
    assert read_bylines(f"By {name}") == [("author", name)]


@pytest.mark.parametrize("label", ["Article author:", "Beitragsautor:", "文章作者：", "本文作者："])
def test_labels_say_that_an_article_has_an_author(label: str) -> None:
    assert read_bylines(f"{label} Rina Wati") == [("author", "Rina Wati")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Roe, Special to The Hulu Post", ["Ann Roe"]),
        ("By Ann Roe and Ben Roe, special for HULU TODAY", ["Ann Roe", "Ben Roe"]),
        ("By ANN ROE AP Sports Writer", ["ANN ROE"]),
        ("By Sports Writer", []),
        ("By Ann Roe, Pune", ["Ann Roe"]),
        ("By Ann Roe and Paris Roe", ["Ann Roe", "Paris Roe"]),
    ],
)
def test_what_tells_for_whom_the_author_wrote_is_no_name(line: str, names: list[str]) -> None:
    assert [name for _, name in read_bylines(line)] == names


def test_what_stands_behind_the_names_is_left_out() -> None:
    both = [("author", "Heloísa Tavolari"), ("author", "Rui Maciel")]
    assert read_bylines("Por Heloísa Tavolari e Rui Maciel*, g1 Campinas e Região") == both
    assert read_bylines("By Ann Roe, Kabar News, Leeds")[:1] == [("author", "Ann Roe")]
    assert ("author", "Leeds") not in read_bylines("By Ann Roe, Kabar News, Leeds")


def test_a_by_word_that_is_a_country_elsewhere_needs_a_mark() -> None:
    assert read_bylines("Nga Dritan Kaba", is_marked=True) == [("author", "Dritan Kaba")]
    assert read_bylines("Nga Putin") == []


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Szerző: Kovács Anna", [("author", "Kovács Anna")]),
        ("Piše: Marko Marković", [("author", "Marko Marković")]),
        ("Autorzy: Anna Nowak, Jan Kowal", [("author", "Anna Nowak"), ("author", "Jan Kowal")]),
        ("Autorzy: Anna Nowak i Jan Kowal", [("author", "Anna Nowak"), ("author", "Jan Kowal")]),
        ("Írta: Kovács Anna és Nagy Péter", [("author", "Kovács Anna"), ("author", "Nagy Péter")]),
        ("Teksti: Maija Virta Kuvat: Pekka Maki", [("author", "Maija Virta"), ("photo", "Pekka Maki")]),
        ("מאת: דוד כהן", [("author", "דוד כהן")]),
        ("Լուսանկարները՝ Արմեն Սարգսյան", [("photo", "Արմեն Սարգսյան")]),
        ("Matn muallifi — Sarvinoz Ro‘zmetova", [("author", "Sarvinoz Ro‘zmetova")]),
        ("本文来源：锦城早报　作者：冯沐阳", [("source", "锦城早报"), ("author", "冯沐阳")]),
        ("Anna Roth (Text), Max Maier (Fotos)", [("author", "Anna Roth"), ("photo", "Max Maier")]),
        ("Anna Roth (Text) und Max Maier (Video)", []),
        ("By Ann Roe (Lagos) and Ben Roe (Ibadan)", [("author", "Ann Roe"), ("author", "Ben Roe")]),
        ("BY ANN-KATE ROE Observer Central Bureau", [("author", "ANN-KATE ROE")]),
        ("By A. B. Roe, Leeds", [("author", "A. B. Roe")]),
        ("By Alex K.", [("author", "Alex K.")]),
        ("Por Bruna Lima, especial para a Gazeta", [("author", "Bruna Lima")]),
    ],
)
def test_bylines_of_many_lands_and_houses_are_read(line: str, credits: list[tuple[str, str]]) -> None:
    assert read_bylines(line, is_marked=True) == credits


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Par Anna Roth et Max Maier (photographies)", [("author", "Anna Roth"), ("photo", "Max Maier")]),
        (
            "Oleh Rina Wati, Lia Aminah dan Budi Susilo (foto)",
            [("author", "Rina Wati"), ("author", "Lia Aminah"), ("author", "Budi Susilo")],
        ),
        ("Anna Roth et Max Maier (photographies)", []),
        ("Par Anna Roth et Max Maier (maire)", [("author", "Anna Roth"), ("author", "Max Maier")]),
    ],
)
def test_the_last_of_two_may_be_the_photographer(line: str, credits: list[tuple[str, str]]) -> None:
    assert read_bylines(line) == credits


@pytest.mark.parametrize("line", ["Photo Gallery", "Photo Essay", "Foto Kegiatan", "영상 보기"])
def test_a_word_for_pictures_before_another_names_nobody(line: str) -> None:
    assert read_bylines(line) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("كتبت- نسرين قطامش:", [("author", "نسرين قطامش")]),
        ("记者 魏之然 编辑 张树婧", [("author", "魏之然")]),
        ("Publisher: Yunus Zakaria", [("editor", "Yunus Zakaria")]),
    ],
)
def test_bylines_of_other_lands(line: str, told: list[tuple[str, str]]) -> None:
    assert read_bylines(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Anna Roth, Max Maier (Editor)", [("author", "Anna Roth"), ("editor", "Max Maier")]),
        ("Oleh Anna Roth, Max Maier (Editor)", [("author", "Anna Roth"), ("editor", "Max Maier")]),
        ("Pasar hulu, Max Maier (Editor)", []),
        ("Anna Roth, Max Maier (Camat)", []),
        ("Oleh Anna Roth, Max Maier (Reporter)", [("author", "Anna Roth"), ("author", "Max Maier")]),
    ],
)
def test_a_role_stands_in_brackets_behind_the_last_name(line: str, told: list[tuple[str, str]]) -> None:
    assert read_bylines(line) == told


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Anne Roth, journaliste au service Monde", ["Anne Roth"]),
        ("Par Anne Roth, jalan au service Monde", []),
        ("By Sandesh | Jignesh Zala", ["Sandesh", "Jignesh Zala"]),
        ("By Sandesh | Kutai Timur", ["Sandesh"]),
        ("By Sandesh | Kabar News", ["Sandesh"]),
        ("By Ann Roe Hulu Times Staff Reporter", ["Ann Roe"]),
        ("By Ann Roe Hulu Times Fair Reporter", []),
        ("By ANN ROE AP Staff Writer", ["ANN ROE"]),
        ("OLEH RINA WATI ANTARA Wartawan", ["RINA WATI"]),
        ("By ANN ROE HULU Correspondent", ["ANN ROE HULU"]),
        ("By Ann Roe Health Correspondent", ["Ann Roe"]),
        ("Redacción: Laura Méndez", ["Laura Méndez"]),
        ("Scritto da Rina Conti il 12 Maggio 2025", ["Rina Conti"]),
        ("Por Anna Roig dijous, 12 de maig", ["Anna Roig"]),
        ("Oleh Rina Wati dari Hulu Sungai", ["Rina Wati"]),
        ("Oleh Rina Wati, Mahakam Ulu", ["Rina Wati"]),
        ("By Ann Roe, Petaling Jaya", ["Ann Roe"]),
    ],
)
def test_houses_works_days_and_places_round_a_name_are_none_of_it(line: str, names: list[str]) -> None:
    told = read_bylines(line, is_marked=True)
    assert ([name for _, name in told], {role for role, _ in told}) == (names, {"author"} if names else set())
