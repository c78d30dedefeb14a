"""What is a name once label, date and desk are off, and what is the portal's."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.names import clean_name, is_site, names_of
from tests.extraction.pages import PROSE, TITLE, URL, news, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("聯和報／ 記者徐映彤／花蓮即時報導", "徐映彤"),
        ("記者 徐映彤", "徐映彤"),
        ("Oleh: Rina Wati (Kontributor) | Senin, 2 Juni 2025", "Rina Wati"),
        ("Gwenaëlle QUILLIVIC.", "Gwenaëlle QUILLIVIC"),
        ("Rina Wati, S.Pd.", "Rina Wati, S.Pd."),
        ("Martin King Jr.", "Martin King Jr."),
        ("About Rina Wati", "Rina Wati"),
        ("Tentang Penulis: Rina Wati", "Rina Wati"),
        ("Aboutaleb Rahimi", "Aboutaleb Rahimi"),
    ],
)
def test_a_name_is_read_out_of_what_stands_round_it(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "See All",
        "Show more",
        "Read More",
        "View Author Profile",
        "News Release",
        "Press Release",
        "Kabar 2025",
        "104363",
        "Halaman Facebook",
        "Nga",
        "Facebook Kabar",
        "相关文章",
    ],
)
def test_what_buttons_and_kinds_say_is_no_name(text: str) -> None:
    assert clean_name(text) is None
    assert names_of([text]) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kabarlain.info", True),
        ("www.kabarlain.tv", True),
        ("Kabarlain.de Redaktion", True),
        ("Die Zeitung Kabar", True),
        ("H. Rina Wati", False),
        ("Rina Wati", False),
    ],
)
def test_a_domain_whatever_it_ends_in_and_a_name_behind_an_article_are_a_site(
    name: str, expected: bool
) -> None:
    assert is_site(name, {"kabar", "zeitung"}) is expected


def test_the_word_for_a_bearers_work_is_off_a_korean_name() -> None:
    assert clean_name("길민권 기자") == "길민권"
    assert read(data=news(author={"@type": "Person", "name": "길민권 기자"})).authors == ("길민권",)


@pytest.mark.parametrize(
    "text", ["Get link Facebook X Email", "Facebook Twitter Email", "Tue Aug 31, 7:21 am ET", "CC BY 4.0"]
)
def test_buttons_clocks_and_versions_are_no_names(text: str) -> None:
    assert clean_name(text) is None
    assert read(data=news(author={"@type": "Person", "name": text})).authors == ()


@pytest.mark.parametrize(
    ("name", "host", "authors"),
    [
        ("Página 12", "www.pagina12.com.ar", ()),
        ("Canal 9", "canal9.example", ()),
        ("Raúl Peña", "www.raulpena.com.ar", ("Raúl Peña",)),
    ],
)
def test_a_sites_name_with_a_number_is_no_author_whatever_its_accents(
    name: str, host: str, authors: tuple[str, ...]
) -> None:
    article = read(data=news(author=name), url=f"https://{host}/2025/05/12/harga-beras-naik/")
    assert article.authors == authors


@pytest.mark.parametrize(
    "word",
    ["RSS Feed", "Created", "Word count", "Reading time", "Aufrufe", "Authors", "Other apps", "Lesezeit"],
)
def test_what_themes_print_beside_names_is_none(word: str) -> None:
    assert clean_name(word) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rina Wati di Makassar", "Rina Wati"),
        ("Heriyanto di Samarinda", "Heriyanto"),
        ("Ann Roe in Berlin", "Ann Roe"),
        ("Luigi di Martino", "Luigi di Martino"),
        ("Anna Maria di Rosa", "Anna Maria di Rosa"),
    ],
)
def test_the_town_that_a_name_is_signed_from_is_none_of_it(text: str, name: str) -> None:
    assert clean_name(text) == name


def test_a_word_for_whoever_learns_the_trade_is_no_chinese_name() -> None:
    assert names_of(["澎湃新闻记者 邵晚舟 实习生 顾一苇"]) == ("邵晚舟", "顾一苇")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("di Federica Bonalumi", ("Federica Bonalumi",)),
        ("Di Stefano", ("Di Stefano",)),
        ("[吉沢理恵，ITmedia]", ("吉沢理恵",)),
        ("向文韬 曾令军", ("向文韬", "曾令军")),
        ("山田 太郎", ("山田 太郎",)),
        ("真栄城 千賀子（まえしろ・ちかこ）", ("真栄城 千賀子",)),
        ("Siaran Pers WALHI", ()),
        ("J. P. Strand", ("J. P. Strand",)),
        ("ANNA-KATE ROE Gazette Central Bureau", ("ANNA-KATE ROE",)),
    ],
)
def test_names_of_claims_lose_what_bylines_have_round_them(text: str, names: tuple[str, ...]) -> None:
    assert names_of([text]) == names


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Rina Wati Close Follow on Twitter", "Rina Wati"),
        ("Rina Wati Rina Wati", "Rina Wati"),
        ("Glenn Close", "Glenn Close"),
        ("Sari Sari", "Sari Sari"),
        ("Kabar Japan Staff 2019年04月28日 08時00分", "Kabar Japan Staff"),
    ],
)
def test_what_a_page_prints_behind_a_name_is_none_of_it(told: str, name: str) -> None:
    assert clean_name(told) == name


def test_a_letter_that_is_set_apart_belongs_to_its_word() -> None:
    byline = "<p class=byline>By <a href=/author/rina-wati>Rina Wat<span class=sempit>i</span></a></p>"
    assert read(byline).authors == ("Rina Wati",)


def test_a_menu_s_link_to_all_reporters_is_no_byline() -> None:
    menu = "<ul><li><a href='/sns/reporter/?ref=menu'>Wartawan Kami</a></li><li><a href=/opini/>Opini</a></li></ul>"
    assert read(menu).authors == ()


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("Rina Wati (Samarinda), Budi Susilo (Kupang)", ("Rina Wati", "Budi Susilo")),
        ("Ann Roe in Lagos and Ben Roe in Ibadan", ("Ann Roe", "Ben Roe")),
        ("Rina (Samarinda), Budi Susilo (Kupang)", ("Rina (Samarinda), Budi Susilo",)),
        ("Rina Wati (istri), Budi Susilo (Kupang)", ("Rina Wati (istri), Budi Susilo",)),
    ],
)
def test_the_places_of_several_are_none_of_their_names(claim: str, names: tuple[str, ...]) -> None:
    assert names_of([claim]) == names


def test_what_a_writer_from_outside_is_goes_off_their_name() -> None:
    assert clean_name("林川 河口大学金融研究院执行院长") == "林川"
    assert clean_name("整合") is None


@pytest.mark.parametrize("end", ["_河易新闻", "_河易财经", "|河易体育新闻"])
def test_the_name_that_ends_the_titles_of_a_portal_of_china_is_no_author(end: str) -> None:
    head = "<meta name=author content=河易>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>{TITLE}{end}</title>{head}</head><body><h1>{TITLE}</h1><div>{text}</div></body></html>"
    article = extract(page, URL)
    assert article is not None
    assert article.authors == ()


@pytest.mark.parametrize(
    "claim",
    ["Kabar&Hulu", "Zone Justice et faits divers - kabarhulu.example", "Ruang Warga dan semua orang kampung"],
)
def test_houses_and_series_are_nobodys_names(claim: str) -> None:
    assert names_of([claim]) == ()


def test_particles_of_names_are_small() -> None:
    assert names_of(["Maria de la Cruz van den Berg"]) == ("Maria de la Cruz van den Berg",)
    assert names_of(["Rina wati susilo dewi"]) == ("Rina wati susilo dewi",)
