"""Bylines of Korea, China and Japan that stand over a text in a line of their own."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.bywords import is_organisation, load_words
from kaltimcrawl.extraction.credits import read_reporters
from kaltimcrawl.extraction.datafiles import read_data

_LONGEST = 80
_ADDRESS = re.compile(r"[\w.+-]{1,40}@[\w.-]{2,60}")
_DATELINE = re.compile(r"^[(\[][가-힣]{2,6}\s?=\s?[^()\[\]]{2,10}[)\]]\s?")
"""How agencies of Korea begin: "(서울=연합뉴스) 김민지 기자"."""
_STAMP_BEHIND = re.compile(r"\s?=\s?[\d.:\s-]{8,24}$")
_LONE_HAN = re.compile(
    r"(?P<name>(?!記者|记者|編輯|编辑|綜合|综合)[\u4e00-\u9fff]{3})[／/][\u4e00-\u9fff]{2,4}(?:報導|报道)"
)
"""How sites of Taiwan print it: "陳怡君／綜合報導"."""
_HAN_AND_PAPER = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3})\s?[／/]\s?[\u4e00-\u9fff]{2,10}(?:报|報|社|新闻|新聞|周刊|週刊|电视台|電視台)"
)
"""How portals print a writer of another paper: "林河/河口青年报"."""
_ENDS = " [](){}（）【】〔〕「」〈〉|·,:："
_KOREAN_POSTS = "기자|특파원|논설위원|앵커|에디터|칼럼니스트"
_POST_KOREAN = re.compile(_KOREAN_POSTS)
_PART_KOREAN = re.compile(
    r"(?:(?P<role>글·사진|사진·글|글|취재|사진|영상|그래픽|편집)\s?[=:ㅣ|]\s?)?"
    r"(?:[가-힣A-Za-z0-9]{1,10}(?:일보|신문|뉴스|경제|방송|투데이|데일리|타임스|타임즈|미디어|저널|통신|스포츠|닷컴|TV)\s?[=/]?\s?)?"
    r"(?:[가-힣]{2,5}\s?=\s?)?"
    r"(?P<names>[가-힣]{2,4}(?:[,·\s]{1,2}[가-힣]{2,4}){0,3}?)"
    rf"(?P<post>\s?(?:인턴|수습|선임|전문|객원|시민|사진|영상|[가-힣]{{2,4}}\s?전문)?(?:{_KOREAN_POSTS}))?"
)
_BETWEEN_PARTS_KOREAN = re.compile(r"\s*[,/|·]\s*(?=(?:글|취재|사진|영상|그래픽|편집)\s?[=:ㅣ|])|\s*\|\s*")
_BETWEEN_NAMES = re.compile(r"[\s,·、，・&＆]+")
_ABROAD, _OF_OUTSIDE = "특파원", "칼럼니스트"
_ROLES_KOREAN = {"사진": "photo", "영상": "photo", "그래픽": "photo", "편집": "editor"}
_ROLES_HAN = {
    label: role for role, labels in read_data("bylines.toml")["eastern"].items() for label in labels
}
_PART_HAN = re.compile(
    rf"(?P<role>{'|'.join(sorted(_ROLES_HAN, key=len, reverse=True))})\s?[|｜／/:：・=＝╱丨●]\s?"
    r"(?P<names>[\u3040-\u30ff\u4e00-\u9fff々]{2,8}(?:[、，·&＆][\u3040-\u30ff\u4e00-\u9fff々]{2,8}){0,3})"
)
_HOUSE_BEHIND = re.compile(r"[／/][\w.+]{2,20}(?:編集部|編集局|编辑部|報道部|取材班)$")
"""For whom one writes: "文●山本一郎／河岸編集部"."""
_SEPARATORS = " \u3000,，、;；／/|｜"
_NO_NAMES_HAN = ("報導", "报道", "報道", "綜合", "综合", "整理", "編譯", "编译", "提供", "資料", "资料")
_SHORTEST_JAPANESE, _SIZES = 2, (2, 3)
"""Letters of a name, and of family names that a name without space may be told by."""
_ALONE_JAPANESE = re.compile(r"[\u4e00-\u9fff々]{1,3}[\u3040-\u30ff\u4e00-\u9fff々]{1,3}")


def read_eastern(text: str) -> list[tuple[str, str]]:
    """(role, name) of those whom a line in Korean, Chinese or Japanese names with a post or label.

    >>> read_eastern("글=김민수 기자, 사진=이영희 기자")
    [('author', '김민수'), ('photo', '이영희')]
    >>> read_eastern("文｜王小明 編輯｜李紅"), read_eastern("〔記者王小明／高雄報導〕")
    ([('author', '王小明'), ('editor', '李紅')], [('author', '王小明')])
    """
    if text.isascii() or not 3 <= len(text) <= _LONGEST:
        return []
    text = _STAMP_BEHIND.sub("", _DATELINE.sub("", _ADDRESS.sub("", text) if "@" in text else text))
    text = text.strip(_ENDS)
    lone = _LONE_HAN.fullmatch(text) or _HAN_AND_PAPER.fullmatch(text)
    if lone is not None and not (is_organisation(lone["name"]) or lone["name"].endswith(_NO_NAMES_HAN)):
        return [("author", lone["name"])]
    if _POST_KOREAN.search(text) is not None:
        return _read_korean(text)
    return _read_roles(text) or [("author", name) for name in read_reporters(text)]


def _read_korean(text: str) -> list[tuple[str, str]]:
    credits: list[tuple[str, str]] = []
    for part in _BETWEEN_PARTS_KOREAN.split(text):
        found = _PART_KOREAN.fullmatch(part.strip(_ENDS))
        if found is None or not (found["post"] or found["role"]):
            return []
        names = _BETWEEN_NAMES.split(found["names"])
        if _ABROAD in (found["post"] or ""):
            names = names[-1:]  # "도쿄 김민수 특파원", from where
        elif (found["post"] or "").strip() == _OF_OUTSIDE:
            names = names[:1]  # "김하천 나무 칼럼니스트", on what
        role = _ROLES_KOREAN.get(found["role"] or "", "author")
        credits += [(role, name) for name in names]
    return credits


def _read_roles(text: str) -> list[tuple[str, str]]:
    """The names of a row of roles, each with a sign behind it."""
    text = _HOUSE_BEHIND.sub("", text)
    found = list(_PART_HAN.finditer(text))
    if not found or _PART_HAN.sub("", text).strip(_SEPARATORS):
        return []
    return [
        (_ROLES_HAN[part["role"]], name)
        for part in found
        for name in _BETWEEN_NAMES.split(part["names"])
        if not (name.endswith(_NO_NAMES_HAN) or is_organisation(name))
    ]


def japanese_name(text: str) -> str | None:
    """The name that a line is nothing but, by its family name: "【佐藤健一】"; None for others."""
    name = text.strip(_ENDS).removesuffix("記者").replace("\u3000", " ")
    family, space, own = name.partition(" ")
    whole = f"{family}{own}" if space else name
    if _ALONE_JAPANESE.fullmatch(whole) is None:
        return None
    families = load_words().families
    is_name = family in families if space else any(whole[:size] in families for size in _SIZES)
    return name if is_name and len(whole) > _SHORTEST_JAPANESE else None
