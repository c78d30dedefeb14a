"""What stands under the editor's name, with which papers of China close."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract

URL = "https://kabar.example/c/2019-11-25/doc-iihnzahi3275702.shtml"
TITLE = "船厂老师傅重开修船课 三年教会两百名徒弟"
PROSE = (
    "每天清早六点，陈师傅都会把工具箱搬到码头边的凉棚下，等着附近村里的年轻人来学修船的手艺，三年来从未停过。",
    "据镇上统计，过去三年已有两百多人在这里学会了补缝、上油和换桨，其中一半以上后来都在沿河的船厂找到了工作。",
    "陈师傅说，木船越来越少，可是会修的人更少，只要还有人愿意学，他就会一直把这个不收钱的课堂办下去，直到干不动为止。",
)
OTHERS = "<p>热议话题</p><p>渔村老人办起图书角，周末挤满了孩子，志愿者还教他们写信。</p><p>243,325</p>"


def read(end: str) -> Article:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html lang=zh><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{text}{end}</div></body></html>"
    article = extract(page, URL)
    assert article is not None
    return article


@pytest.mark.parametrize("line", ["责任编辑：霍琦", "（责任编辑：霍琦）", "責任編輯：霍琦", "责编: 霍琦"])
def test_nothing_of_the_article_stands_under_its_editor(line: str) -> None:
    assert read(f"<p>{line}</p>{OTHERS}").text == "\n\n".join(PROSE)


def test_the_editor_is_a_field() -> None:
    assert read(f"<p>责任编辑：霍琦</p>{OTHERS}").editors == ("霍琦",)


def test_a_sentence_about_an_editor_ends_nothing() -> None:
    line = "责任编辑：这个职位在报社里已经有三十年的历史，如今由两位年轻人轮流担任，每周都要值一次夜班。"
    assert read(f"<p>{line}</p><p>{PROSE[0].replace('陈', '李')}</p>").text.endswith(
        PROSE[0].replace("陈", "李")
    )
