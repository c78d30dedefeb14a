"""The names that sign a text: in the brackets that close it, or in those of its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.bylines import begins_byline, read_bylines
from kaltimcrawl.extraction.bywords import is_date_word, is_never_name, is_office, is_place
from kaltimcrawl.extraction.closing import IN_LENTICULAR, SIGNED_JAPANESE
from kaltimcrawl.extraction.credits import read_reporters, read_reporting
from kaltimcrawl.extraction.datelines import JAPANESE_PLACE
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.names import names_of
from kaltimcrawl.extraction.page import Found, Named
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.signoffs import read_signoff

_MOST_OPENING, _MOST_CLOSING = 6, 4
_SIGNATURE = re.compile(
    r"[(\[](?P<in>[^()\[\]]{4,60})[)\]](?:\.|\s?/\s?\([a-z]{2,4}\)|\s?Enditem\s?/?[a-z]{0,3})?|\*{1,3}\s?(?P<behind>[^()\[\],]{4,50})"
)
_REPORTED_HAN = re.compile(
    r"[〔（(【\[]\s?(?:[\u4e00-\u9fff]{2,6}社)?(?:記者|记者)\s?"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、， ][\u4e00-\u9fff]{2,4}){0,3})"
    r"\s?[／/]\s?[\u4e00-\u9fff]{2,10}(?:報導|报道|電|电)\s?[〕）)】\]]"
)
"""How Taiwan's papers begin: "〔記者蘇亭瑋／澎湖報導〕…"."""
_REPORTED_FROM_HAN = re.compile(
    r"[（(](?:[\u4e00-\u9fff]{2,8}社)?(?:記者|记者)(?P<names>[\u4e00-\u9fff]{2,4}?)"
    r"(?:[台臺][北中南東东]|新北|桃園|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|澎湖|金門|馬祖|連江"
    r"|北京|上海|廣州|香港|澳門|東京|首爾|華盛頓|紐約|洛杉磯|倫敦|巴黎|柏林|曼谷|新加坡|雅加達|吉隆坡|河內|馬尼拉)"
    r"[縣市]?\d{1,2}日[\u4e00-\u9fff]{0,6}[電电][）)]"
)
"""How the agency of Taiwan begins: "（中央社記者曾郁雯台東縣12日電）…"."""
_WRITTEN_HAN = re.compile(
    r"[【（(]\s?文\s?[/／:：]\s?(?:[\u4e00-\u9fff]{2,8}(?:网|網|社|报|報)\s)?"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、， ][\u4e00-\u9fff]{2,4}){0,3})\s?[】）)]"
)
"""How sites of China begin: "【文/观察者网 徐嘉宁】"."""
_REPORTED_IN_HAN = re.compile(
    r"(?:[^，。（(]{2,24}[电電讯訊]\s?[（(](?:记者|記者)|"
    r"[^，。（(]{4,24}\d日[电電]\s?[（(](?=[\u4e00-\u9fff]{2,4}[、， ]))\s?"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、， ][\u4e00-\u9fff]{2,4}){0,3})[）)]"
)
"""How agencies of China begin: "新华社兰州11月3日电（记者林若川、马丹青）…"."""
_REPORTED_KOREAN = re.compile(
    r"[\[(（【][^\])）】=]{2,14}=[^\])）】=]{2,10}[\])）】]\s?(?P<names>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3})\s?(?:인턴)?기자\s?="
)
"""How agencies of Korea begin: "[서울=뉴시스] 류민석 기자 = …"."""
_REPORTED_BY_HOUSE = re.compile(
    r"[^.]{3,50}?\s[-–—]\s(?P<house>[^\W\d_][^,.–—-]{1,30}),\s(?P<name>[^\W\d_a-z][\w'’-]{1,20}(?:\s[^\W\d_a-z][\w'’-]{1,20}){1,2})\.\s"
)
"""How agencies of Russia begin: "КИРОВ, 18 фев - РИА Новости, Ольга Бессолицына. …"."""
_REPORTED_JAPANESE = re.compile(
    rf"{JAPANESE_PLACE}[＝=](?!共同|時事|ロイター)(?P<names>[\u4e00-\u9fff々]{{1,3}}[\u3040-\u30ff\u4e00-\u9fff々]{{1,4}}(?:[、・][\u4e00-\u9fff々]{{3,5}}){{0,2}})】"
)
"""How papers of Japan begin what comes from abroad: "【ロンドン＝佐久間陽子】…"."""
_SIGNED_LEAD = re.compile(
    r"。[（(](?P<name>(?!共同|時事|写真|動画|関連|敬称略|続く|連載)[\u4e00-\u9fff々]{4,5})[）)]$"
)
"""How papers of Tokyo sign the lead: "…拍手が起きた。（佐久間陽子）"."""
_LONE_NAME = re.compile(r"(?:^|[.!?”\"]\s?)\((?P<name>[A-Z][a-z]{3,14})\)\.?$")
_LONGEST_LONE = 24
_BETWEEN_HAN, _LONGEST_HAN = re.compile(r"[・、，·, ]+"), 40
_SIGNATURE_BREAK = re.compile(r"\s*[/\\|*,&]\s*")


def read_signatures(edges: Sequence[str]) -> Iterator[Named]:
    """The full name in the brackets or behind the star that closes a text: "(Rina Wati)", "*Rina Wati"."""
    for text in edges[:1]:
        if (lead := _SIGNED_LEAD.search(text)) is not None:
            yield Found((lead["name"],), "text: lead", lead.group()[1:])
    for text in edges[:_MOST_OPENING]:
        if reporters := read_reporters(text):
            yield Found(names_of(reporters), "text: dateline", text)
            continue
        reported = _REPORTED_HAN.match(text) or _REPORTED_FROM_HAN.match(text) or _REPORTED_IN_HAN.match(text)
        reported = reported or _REPORTED_KOREAN.match(text) or _WRITTEN_HAN.match(text)
        reported = reported or _REPORTED_JAPANESE.match(text)
        if reported is not None:
            yield Found(names_of(_BETWEEN_HAN.split(reported["names"])), "text: dateline", reported.group())
            continue
        housed = _REPORTED_BY_HOUSE.match(text)
        if housed is not None and agency_of(housed["house"]) is not None and is_full_name(housed["name"]):
            yield Found((housed["name"],), "text: dateline", housed.group().strip())
    for text in reversed(edges[-_MOST_CLOSING:]):
        if korean := read_reporters(text):
            yield Found(names_of(korean), "text: signoff", text)
            continue
        if (han := IN_LENTICULAR.search(text[-_LONGEST_HAN:])) is not None:
            yield Found(names_of(_BETWEEN_HAN.split(han["names"] or han["own"])), "text: signoff", text)
            continue
        if reporters := _authors_of(read_reporting(text)):
            yield Found(reporters, "text: signoff", text)
            continue
        if (japanese := SIGNED_JAPANESE.fullmatch(text)) is not None:
            yield Found(names_of(_BETWEEN_HAN.split(japanese["names"])), "text: signoff", text)
            continue
        signed = _SIGNATURE.fullmatch(text)
        if signed is None:
            continue
        inner = signed["in"] or signed["behind"]
        if load_phrases().advertorial.search(inner) or read_signoff(inner).is_paid:
            continue  # "(adv/DPRD Kotabaru)" names who paid
        if begins_byline(inner):
            named = _authors_of(read_bylines(inner, is_marked=True))
            yield Found(tuple(filter(is_full_name, named)), "text: signoff", text)
            continue
        for part in _SIGNATURE_BREAK.split(inner):
            if is_full_name(part) and not (is_office(part) or is_place(part)):
                yield Found((part,), "text: signoff", text)
                break


def read_lone_signature(edges: Sequence[str]) -> Iterator[Named]:
    """The lone name in the brackets that close a text: "… tahun depan. (Erny)"; weak, for other words may
    stand there.
    """
    for text in reversed(edges[-_MOST_CLOSING:]):
        signed = _LONE_NAME.search(text, max(0, len(text) - _LONGEST_LONE))
        name = signed["name"] if signed is not None else ""
        if name and not (
            is_office(name)
            or is_place(name)
            or is_never_name(name)
            or is_date_word(name)
            or agency_of(name) is not None
            or load_phrases().advertorial.search(name)
            or any(load_phrases().kinds[kind].fits(name) for kind in ("desk", "account"))
        ):
            yield Found((name,), "text: signoff", text[-_LONGEST_LONE:])
            return


def _authors_of(credits: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return names_of([name for role, name in credits if role == "author"])
