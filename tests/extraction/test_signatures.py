"""Reporters whom datelines, first lines and last lines name as agencies and papers print them, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, TITLE, of_page, read

DATE = "Senin, 12 Mei 2025 14:30 WITA"
H1 = f"<h1>{TITLE}</h1>"
TEXT = "".join(f"<p>{sentence}</p>" for sentence in PROSE)


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("<p>최윤호 기자 yunho@kabar.example</p>", ("최윤호",)),
        ("<p>최윤호·박서연 기자</p>", ("최윤호", "박서연")),
        ("<p>市は来月から道路の工事を始めると発表した。【高橋美咲】</p>", ("高橋美咲",)),
        ("<p>市は来月から道路の工事を始めると発表した。【高橋美咲、佐藤健】</p>", ("高橋美咲", "佐藤健")),
        ("<p>(Reporting by Rina Wati in Solo; Editing by Hannah Weiss)</p>", ("Rina Wati",)),
    ],
)
def test_papers_of_other_countries_sign_at_the_end(end: str, authors: tuple[str, ...]) -> None:
    assert read(end=end).authors == authors


@pytest.mark.parametrize(
    ("start", "authors"),
    [
        ("新华社西宁5月12日电（记者周启明、何雨桐）", ("周启明", "何雨桐")),
        ("清溪社西宁5月12日讯（記者周启明）", ("周启明",)),
        ("新华社西宁5月12日电（周启明）", ()),
        ("КИРОВ, 12 мая - РИА Новости, Ольга Иванова. ", ("Ольга Иванова",)),
        ("КИРОВ, 12 мая - РИА Новости. ", ()),
        ("КИРОВ, 12 мая - Дед Мороз, Ольга Иванова. ", ()),
        ("【임실=뉴시스】류민석 기자 = ", ("류민석",)),
        ("[서울=뉴시스] 류민석·박서연 기자 = ", ("류민석", "박서연")),
        ("[서울=뉴시스] ", ()),
    ],
)
@pytest.mark.parametrize("length", [1, 12])
def test_the_reporters_of_a_dateline_are_the_authors(
    length: int, start: str, authors: tuple[str, ...]
) -> None:
    text = f"<p>{start}{'湖边一座老水车日前修复完工，附近居民每天清晨都会来到岸边散步。' * length}</p>"
    assert of_page(f"{H1}<div class=entry-content>{text}{TEXT}</div>").authors == authors


@pytest.mark.parametrize(
    ("start", "authors"),
    [
        ("〔記者蘇亭瑋／澎湖報導〕", ("蘇亭瑋",)),
        ("（中央社記者陳怡君、林志明／花蓮報導）", ("陳怡君", "林志明")),
        ("〔記者會／澎湖舉行〕", ()),
    ],
)
def test_the_reporters_of_a_taiwanese_dateline_are_the_authors(start: str, authors: tuple[str, ...]) -> None:
    text = f"<p>{start}{'澎湖西嶼一座燈塔早在八年前改為自動控制，但退休看守員每晚仍準時報到。' * 3}</p>"
    assert of_page(f"{H1}<div class=entry-content>{text}{TEXT}</div>").authors == authors


@pytest.mark.parametrize(
    ("start", "authors"),
    [
        ("（中央廣訊社記者曾郁雯台東縣12日電）", ("曾郁雯",)),
        ("（中央社記者王國雅加達3日專電）", ("王國",)),
        ("（中央社記者曾郁雯某地12日電）", ()),
    ],
)
def test_the_reporter_of_a_taiwanese_agencys_dateline_is_the_author(
    start: str, authors: tuple[str, ...]
) -> None:
    text = f"<p>{start}台東達瓦部落校車停駛後，九名阿嬤考取職業駕照，組成志工車隊。</p>" + TEXT
    assert of_page(f"{H1}<p>{DATE}</p><div class=entry-content>{text}</div>").authors == authors


@pytest.mark.parametrize("line", ["記者張仲凱、吳雨桐／基隆報導", "記者張仲凱、吳雨桐/基隆報導"])
def test_the_line_of_reporters_over_a_taiwanese_text_names_its_authors_and_leaves_it(line: str) -> None:
    text = f"<p><strong>{line}</strong></p><p>基隆港邊的渡輪上，多了一隻不必買票的乘客，船員替牠取名叫船長。</p>{TEXT}"
    article = of_page(f"{H1}<p>{DATE}</p><div class=entry-content>{text}</div>")
    assert (article.authors, line in article.text) == (("張仲凱", "吳雨桐"), False)


@pytest.mark.parametrize(
    ("start", "authors"),
    [
        ("中新网丽水5月14日电 (周晓岚 叶林)", ("周晓岚", "叶林")),
        ("中新网丽水5月14日电 (综合)", ()),
        ("本报讯（记者 周启明）", ("周启明",)),
        ("【文/观察者网 徐嘉宁】", ("徐嘉宁",)),
    ],
)
def test_papers_of_china_name_reporters_before_their_text(start: str, authors: tuple[str, ...]) -> None:
    text = f"<p>{start}湖边一座老水车日前修复完工，附近居民每天清晨都会来到岸边散步。</p>"
    assert of_page(f"{H1}<div class=entry-content>{text}{TEXT}</div>").authors == authors


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("(Erny)", ("Erny",)),
        ("(Humas)", ("admin",)),
        ("(Antara)", ("admin",)),
        ("(adv)", ("admin",)),
        ("(Samarinda)", ("admin",)),
        ("(mrf)", ("admin",)),
    ],
)
def test_a_lone_name_that_closes_the_text_beats_an_account(end: str, authors: tuple[str, ...]) -> None:
    line = f"<p>Warga berharap janji dinas itu ditepati pada bulan depan. {end}</p>"
    assert read("<span class=author>admin</span>", end=line).authors == authors
    assert read("<span class=author>Rina Wati</span>", end=line).authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("生活中心／林芷涵報導", ("林芷涵",)),
        ("社會中心／記者林芷涵、吳雨桐／花蓮報導", ("林芷涵", "吳雨桐")),
        ("生活中心／綜合報導", ()),
        ("清溪日报记者 曹元龙 清溪日报通讯员 石昌林", ("曹元龙", "石昌林")),
    ],
)
def test_desks_and_correspondents_of_chinese_papers_sign_over_the_text(
    line: str, authors: tuple[str, ...]
) -> None:
    text = f"<p>{line}</p><p>{'湖边一座老水车日前修复完工，附近居民每天清晨都会来到岸边散步。' * 12}</p>"
    assert of_page(f"{H1}<div class=entry-content>{text}{TEXT}</div>").authors == authors


def test_those_who_sign_are_taken_where_the_page_claims_the_first() -> None:
    text = (
        f"<p>{'湖边一座老水车日前修复完工。' * 20}</p>{TEXT}<p>清溪日报记者 曹元龙 清溪日报通讯员 石昌林</p>"
    )
    head = '<meta name="author" content="曹元龙">'
    assert of_page(f"{H1}<div class=entry-content>{text}</div>", head).authors == ("曹元龙", "石昌林")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("부산=윤하림/서태오 기자 harim@kabar.example", ("윤하림", "서태오")),
        ("界面新闻记者 | 沈亦舟", ("沈亦舟",)),
    ],
)
def test_strokes_and_bars_part_reporters_of_east_asia(line: str, authors: tuple[str, ...]) -> None:
    assert read(end=f"<p>{line}</p>").authors == authors


@pytest.mark.parametrize(
    ("end", "authors"), [("（佐久間陽子）", ("佐久間陽子",)), ("（写真は本社）", ()), ("（高橋さん）", ())]
)
def test_a_paper_signs_the_lead(end: str, authors: tuple[str, ...]) -> None:
    lead = f"町の銭湯で柱時計が三十四年ぶりに時を刻み始めた。直したのは近くに住む中学二年の男子生徒だと店主は話した。常連客から拍手が起きた。{end}"
    page = f"<html lang=ja><body>{H1}<div class=y1><p>{lead}</p>{TEXT}</div></body></html>"
    article = extract(page, "https://kabar.example/article/110254")
    assert article is not None
    assert article.authors == authors


@pytest.mark.parametrize(
    ("start", "authors", "dateline"),
    [
        ("【ロンドン＝佐久間陽子】", ("佐久間陽子",), "ロンドン"),
        ("【北京=山本一郎、佐藤健一】", ("山本一郎", "佐藤健一"), "北京"),
        ("【ロンドン＝共同】", (), "ロンドン"),
        ("【写真特集】", (), None),
    ],
)
def test_papers_of_japan_begin_with_place_and_reporter(
    start: str, authors: tuple[str, ...], dateline: str | None
) -> None:
    lead = f"{start}町の銭湯で柱時計が三十四年ぶりに時を刻み始めた。直したのは近くに住む中学二年の男子生徒だと店主は話した。"
    page = f"<html lang=ja><body>{H1}<div class=y1><p>{lead}</p>{TEXT}</div></body></html>"
    article = extract(page, "https://kabar.example/article/110254")
    assert article is not None
    assert (article.authors, article.dateline) == (authors, dateline)
    assert article.text.startswith(lead)
