"""Bylines of Korea, China and Japan over a text."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction import Article
from kaltimcrawl.extraction.eastern import japanese_name, read_eastern

KOREAN = (
    "시의회는 월요일 밤 낡은 항구 다리를 다시 짓는 안을 통과시켜 비용과 설계를 둘러싼 논쟁을 끝냈다.",
    "시장은 공사가 내년 봄에 시작되어 이 년 동안 이어질 것이며 그동안 나룻배가 다닐 것이라고 말했다.",
    "정부가 비용의 삼분의 이를 대고 나머지는 도심 주차 요금을 조금 올려 마련하기로 했다고 밝혔다.",
)
CHINESE = (
    "市议会周一晚间表决通过重建旧港大桥的方案，结束了三任市长之间围绕资金和设计长达十年的争论。",
    "市长表示工程将于明年春天开工，预计持续两年，其间将有渡船往返于港口两岸，供居民免费乘坐。",
    "政府将承担三分之二的费用，其余部分来自市中心停车费的小幅上调，商家对此表示可以接受。",
)


def under_title(byline: str, date: str, prose: tuple[str, ...], title: str) -> Article:
    text = "".join(f"<p>{sentence}</p>" for sentence in prose)
    article = extract(
        f"<html><head><title>{title}</title></head><body><div><h1>{title}</h1><div class=q><div>{byline}</div>"
        f"<div>{date}</div></div><div class=z3>{text}</div></div></body></html>",
        "https://harbour.example/news/4711",
    )
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("byline", "authors", "photographers"),
    [
        ("김민수 기자", ("김민수",), ()),
        ("김민수 기자 minsu@paper.example", ("김민수",), ()),
        ("[항구일보 김민수 기자]", ("김민수",), ()),
        ("글=김민수 기자, 사진=이영희 기자", ("김민수",), ("이영희",)),
        ("김민수 특파원", ("김민수",), ()),
        ("도쿄=김민수 특파원", ("김민수",), ()),
        ("김민수·이영희 기자", ("김민수", "이영희"), ()),
    ],
)
def test_a_korean_line_over_the_text(
    byline: str, authors: tuple[str, ...], photographers: tuple[str, ...]
) -> None:
    article = under_title(byline, "입력 2025.05.12. 14:30", KOREAN, "시의회, 낡은 항구 다리 재건축안 통과")
    assert (article.authors, article.photographers) == (authors, photographers)


@pytest.mark.parametrize(
    ("byline", "authors", "editors"),
    [
        ("文｜王小明 編輯｜李紅", ("王小明",), ("李紅",)),
        ("〔記者王小明／高雄報導〕", ("王小明",), ()),
        ("文・佐藤健一", ("佐藤健一",), ()),
        ("佐藤健一", ("佐藤健一",), ()),
        ("【佐藤健一】", ("佐藤健一",), ()),
        ("政治経済", (), ()),
        ("【写真特集】", (), ()),
    ],
)
def test_a_line_in_han_over_the_text(byline: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    article = under_title(byline, "2025年5月12日 14:30", CHINESE, "市议会通过重建旧港大桥的方案")
    assert (article.authors, article.editors) == (authors, editors)


@pytest.mark.parametrize(
    "text", ["文化／高雄報導", "圖／中央社", "사진=연합뉴스 제공", "한국 경제 성장률 기자회견"]
)
def test_other_lines_name_nobody(text: str) -> None:
    assert read_eastern(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("佐藤健一", "佐藤健一"),
        ("林 真理", "林 真理"),
        ("東京都内", None),
        ("石川県内", None),
        ("森林浴", None),
    ],
)
def test_a_japanese_name_is_told_by_its_family(text: str, name: str | None) -> None:
    assert japanese_name(text) == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(서울=연합뉴스) 김민지 기자", [("author", "김민지")]),
        ("[항구=뉴시스] 김민지 기자 = 2025.05.12 14:30", [("author", "김민지")]),
        ("陳怡君／綜合報導", [("author", "陳怡君")]),
        ("陈怡君/综合报道", [("author", "陈怡君")]),
        ("中央社／綜合報導", []),
        ("生活網／綜合報導", []),
        ("記者會／綜合報導", []),
        ("(서울=연합뉴스) 기자", []),
    ],
)
def test_an_agencys_line_names_its_reporter(text: str, told: list[tuple[str, str]]) -> None:
    assert read_eastern(text) == told


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (
            "执笔/叨叨姐、胡一刀&李小飞刀",
            [("author", "叨叨姐"), ("author", "胡一刀"), ("author", "李小飞刀")],
        ),
        ("林河/河口青年报", [("author", "林河")]),
        ("김하천 나무 칼럼니스트", [("author", "김하천")]),
        ("김민수·이영희 기자", [("author", "김민수"), ("author", "이영희")]),
    ],
)
def test_writers_of_other_papers_and_from_outside_are_named_alone(
    line: str, named: list[tuple[str, str]]
) -> None:
    assert read_eastern(line) == named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("文●オカヤマ／KABAR編集部", [("author", "オカヤマ")]),
        ("文＝山本一郎　写真＝佐藤健一", [("author", "山本一郎"), ("photo", "佐藤健一")]),
        ("文／山本一郎／河岸報道部", [("author", "山本一郎")]),
        ("文●KABAR編集部", []),
    ],
)
def test_a_house_behind_a_labelled_name_is_none_of_it(text: str, told: list[tuple[str, str]]) -> None:
    assert read_eastern(text) == told


@pytest.mark.parametrize("byline", ["《山本一郎》", "〈山本一郎〉", "【山本一郎】"])
def test_signs_round_a_name_are_none_of_it(byline: str) -> None:
    page = f"<span class=writer>{byline}</span>"
    assert under_title(page, "2025年5月12日 14:30", CHINESE, "市议会通过重建旧港大桥的方案").authors == (
        "山本一郎",
    )
