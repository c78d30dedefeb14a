"""Names as bylines and claims print them: without labels, dates and desks; and the portal's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from unicodedata import normalize

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import holds_many
from kaltimcrawl.extraction.bylines import ENGAGED, without_places, without_post, without_town
from kaltimcrawl.extraction.bywords import (
    is_date_word,
    is_never_name,
    is_of_sites,
    is_organisation,
    load_words,
)
from kaltimcrawl.extraction.fullnames import is_full_name, split_names, with_company
from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.structured import texts_of, types_of
from kaltimcrawl.extraction.tree import bare, fold
from kaltimcrawl.urls import host_of

PENS = " ,✍✎✏✐✑✒🖊🖋\ufe0f"
"""What stands round a name that signs a text, and is none of it."""
_LABEL = re.compile(
    r"^(?:oleh|by|ditulis\s+oleh|posted\s+by|written\s+by|penulis|author|reporter|pewarta|(?:wartawan|jurnalis|kontributor|laporan)(?=\s*:|\s\S+\s\S)|(?:editor|redaktur)(?=\s*[:\-–])|dipublikasikan\s+oleh|diterbitkan\s+oleh|dipos(?:ting|tkan)?\s+oleh|published\s+by|veröffentlicht\s+von|(?:von|par|por|(?-i:di))(?=\s*:|\s\S+\s\S)|dal(?:la)?\s+nostr[oa]\s+(?:inviat[oa]|corrispondente)(?:\s+special[ei])?|de\s+notre\s+(?:envoyée?\s+spéciale?|correspondante?)|autor(?:in)?(?=\s*:))\b\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:\||•|·|\n|\s[-–—/]\s|:\s(?=\d)|\s(?=\d{4}年)|,\s*(?=(?:senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad)\b))\s*",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"https?:|@|www\.|(?:facebook|instagram|twitter|x)\.com|\w\.(?:com|co|id|net|org)/|\d[:.]\d|\b\d{4}\b|^(?:siaran\s+pers|press\s+release|rilis)\b|[<>{}\[\]=]|^\W*$|(?:lihat|view|see|show|read|semua|all)\s+(?:semua|all|more|author|profile?|posts?|articles|artikel|tulisan|staff)",
    re.IGNORECASE,
)
_NOTE_BEHIND = re.compile(
    rf"\s\([^()]*\)$|(?<=\S)（[^（）]*）$|{ENGAGED.pattern}"
)  # "Rina Wati (Kontributor)"
_DOMAIN = re.compile(r"(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,4}(?:\s[\w ]{1,40})?")
_ABOUT = re.compile(r"(?:about(?:\sthe\sauthor)?|tentang(?:\spenulis)?)\s?:?\s(?=[^\W\d_]+\s)", re.IGNORECASE)
"""Over a box that tells of the author."""
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{5})\.$")
"""Behind a name as behind a sentence; "Drs.", "Jr." and "S.Pd." keep theirs."""
_OF_HAN_REPORTER = re.compile(r"(?:記者|记者)\s?(?P<name>[\u4e00-\u9fff]{2,4})(?=\s?[／/]|$)")
"""How papers of Taiwan print it: "聯和報／ 記者徐映彤／花蓮即時報導"."""
_LONGEST_HAN = 60
_HAN_ROLE = r"[\u4e00-\u9fff]{0,8}(?:記者|记者|通讯员|通訊員)(?:\s?[|｜])?"
_OF_HAN_REPORTERS = re.compile(
    rf"(?:(?:采写|撰文|撰稿|文)\s?[:：/／]\s?)?{_HAN_ROLE}\s"
    rf"(?P<names>[\u4e00-\u9fff]{{1,4}}(?:[\s、]{{1,2}}(?:{_HAN_ROLE}(?=\s)|[\u4e00-\u9fff]{{1,4}})){{0,8}})"
)
_ANOTHER_HAN_ROLE = re.compile(rf"[\s、]{_HAN_ROLE}(?=\s)")
_BETWEEN_HAN = re.compile(r"[\s、]+")
_HAN_AND_HOUSE = re.compile(r"[\[［](?P<name>[\u3040-\u30ff\u4e00-\u9fff々]{2,10})[，,]\s?[\w ]{2,20}[\]］]")
"""How magazines of Japan print it: "[吉沢理恵，ITmedia]"."""
_PLACE_IN_BRACKETS = re.compile(r"\s\([^\W\d_a-z][^()]{1,28}\)(?=,|$)")
"""Where each of several reported from: "Rina Wati (Samarinda), Budi Susilo (Kupang)"."""
_HAN_AND_POST = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3})\s[\u4e00-\u9fff]{2,24}"
    r"(?:院长|教授|研究员|主任|会长|博士|学者|评论员|分析师|专家|所长|社长|总监|律师|医生|老师|作家|撰稿人|主席|总裁|秘书长)"
)
"""A writer from outside, and what they are: "林川 河口大学金融研究院执行院长"."""
_OF_THREE_HAN = re.compile(r"[\u4e00-\u9fff]{3}")
_CAPITALS_FIRST = re.compile(
    r"(?P<name>[^\W\d_a-z](?:[^\W\d_a-z]|['’-])+(?:\s[^\W\d_a-z](?:[^\W\d_a-z]|['’.-])*){1,3})(?:\s[^\W\d_][a-z]+){1,3}$"
)
_BUTTONS_BEHIND = re.compile(r"\s(?:close\s)?(?:follow|ikuti)(?:\s.*)?$", re.IGNORECASE | re.DOTALL)
"""In a box that opens over a byline: "Rina Wati Close Follow on Twitter"."""
_OWNED = re.compile(r"['’]s?\s")  # "Rina Wati's Notes"
_KINDS_OF_HOSTS = frozenset(("desa", "ponpes", "info", "news"))  # of any host, as in "long-beliu.desa.id"
_SITE_OF_HAN = re.compile(
    r"[_|-](?P<site>(?P<name>[\u4e00-\u9fff]{2,6}?)"
    r"(?:新闻|財經|财经|体育|娱乐|科技|军事|资讯|汽车|旅游|健康|教育|频道|客户端|订阅|网|網){1,3})$"
)
"""How titles of China end: "…_河易新闻"."""
_WORDS_OF_DESK, _SHORTEST_SMALL, _SOME_SMALL = 4, 4, 2
_WORDS_OF_NAME = 2
_MOST = 10
_MOST_PIECES = 60
_MOST_CHARACTERS = 1000


def names_of(texts: Iterable[str]) -> tuple[str, ...]:
    parts = (
        part
        for text in texts
        for part in (read_han_reporters(text) or _parts_of(with_company(text[:_MOST_CHARACTERS])))
    )
    names: dict[str, str] = {}
    for part in parts:
        name = clean_name(part)
        if name is not None and names.get(name.casefold(), "A").isupper():  # "RINA" gives way to "Rina"
            names[name.casefold()] = name
    return tuple(names.values())[:_MOST]


def read_han_reporters(text: str) -> tuple[str, ...]:
    """The names of a Chinese byline with spaces between them; empty for other texts.

    Those of two letters may be spaced too, to be as wide as those of three.

    >>> read_han_reporters("本报记者 石 敏 韦立山"), read_han_reporters("河口报记者 石敏 河口报通讯员 韦立山")
    (('石 敏', '韦立山'), ('石敏', '韦立山'))
    """
    if text.isascii() or len(text) > _LONGEST_HAN:
        return ()
    found = _OF_HAN_REPORTERS.fullmatch(text.strip("()（）[]【】 \t\r\n"))
    names: list[str] = []
    is_open = False
    told = _ANOTHER_HAN_ROLE.sub("", found["names"]) if found is not None else ""
    for word in _BETWEEN_HAN.split(told) if told else ():
        if is_open:
            names[-1] += f" {word}"
        else:
            names.append(word)
        is_open = not is_open and len(word) == 1
    return tuple(names)


def _parts_of(text: str) -> list[str]:
    """The names that a text holds, those of three letters of China parted by spaces: "向文韬 曾令军"."""
    if " in " in text or ")," in text:
        bare_text = _PLACE_IN_BRACKETS.sub("", without_places(text))
        placed = split_names(bare_text) if bare_text != text else []
        if len(placed) > 1 and all(map(is_full_name, placed)):
            return placed
    names = text.split(" ")
    is_of_han = len(names) > 1 and all(map(_OF_THREE_HAN.fullmatch, names))
    return names if is_of_han else split_names(_without_label(text))


def clean_name(text: str) -> str | None:
    """A name without label, date and desk behind a dash; None where what is left is no name.

    >>> clean_name("Oleh: Rina Wati | Senin, 2 Juni 2025")
    'Rina Wati'
    """
    own = text[: _LONGEST_HAN + 1].strip()
    han = (
        _OF_HAN_REPORTER.search(text[:_LONGEST_HAN])
        or _HAN_AND_HOUSE.fullmatch(text.strip())
        or _HAN_AND_POST.fullmatch(own)
    )
    if text[:1] + text[-1:] in ("（）", "【】", "《》", "〈〉"):
        text = text[1:-1]  # how papers of Japan print their writers
    text = han["name"] if han is not None else _BUTTONS_BEHIND.sub("", _without_label(text))
    if not 2 <= len(text) <= 70 or len(text.split()) > 8 or NOT_A_NAME.search(text):
        return None
    if is_date_word(text) or is_never_name(text) or _is_row_of_buttons(text) or kind_of(text) is not None:
        return None
    if ("&" in text and " " not in text) or _is_set_as_title(text):
        return None
    if not any(map(str.isalpha, text)) or text.partition(" ")[0].isdecimal():
        return None  # the number that a system keeps its author under; a count of words
    return _said_once(_without_suffix(without_town(_without_paper(_FULL_STOP.sub("", text)))))


def _is_set_as_title(text: str) -> bool:
    """Whether a text of several words is set like the name of a desk or series, with words in small letters,
    one that joins among them, that are in no name: "Zone Justice et faits divers".
    """
    words = text.split()
    if len(words) < _WORDS_OF_DESK or not words[0][:1].isupper():
        return False
    known = load_words()
    small = [word for word in words if word.isalpha() and word.islower() and word not in known.small]
    joins = not (known.between | known.open_ends).isdisjoint(small)
    return joins and sum(len(word) >= _SHORTEST_SMALL for word in small) >= _SOME_SMALL


def _said_once(name: str) -> str:
    """A name that is said twice, for narrow and wide screens, once: "Rina Wati Rina Wati"."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half >= _WORDS_OF_NAME and words[:half] == words[half:] else name


def _is_row_of_buttons(text: str) -> bool:
    """Whether a text is what buttons side by side say, or one of a network: "Facebook X Email"."""
    words = text.split()
    if len(words) == _WORDS_OF_NAME and not load_words().networks.isdisjoint(map(str.lower, words)):
        return True
    return len(words) > _WORDS_OF_NAME and sum(map(is_never_name, words)) > 1


def _without_paper(name: str) -> str:
    """A name in capitals without the paper and work of its bearer behind it: "ANN ROE Gazette Staff"."""
    found = _CAPITALS_FIRST.match(name)
    return found["name"] if found is not None else name


def _without_suffix(name: str) -> str:
    """A name without the word that tells its bearer's work in East Asia: "길민권 기자"."""
    for suffix in () if name.isascii() else load_words().suffixes:
        name = name.removesuffix(suffix).rstrip() or name
    return name


def _without_label(text: str) -> str:
    parts = _BREAK.split(without_post(fold(text).strip(" :|,-–—")), maxsplit=2)
    first = parts[0].strip(" :|,-–—")
    if len(parts) > 1 and " " not in first and is_full_name(parts[1]):
        first = parts[1]  # "Kabar - Rina Wati"
    elif len(parts) > 1 and text.isupper() and all(map(is_full_name, parts)):
        first = ", ".join(parts)  # "ĐẶNG KHÁNH - NGỌC TRÂM"
    first = _NOTE_BEHIND.sub("", _LABEL.sub("", first)).strip(" :|,-–—*")
    return _ABOUT.sub("", first)


def spaced_text(element: Element) -> str:
    """The text of an element's first pieces, a space between: name and date have elements of their own.

    A text longer than any byline is cut, and what holds thousands of elements has none: a hostile page may
    wrap megabytes, or empty elements without end, in a hundred "author" elements.
    """
    if not len(element):
        return fold((element.text or "")[:_MOST_CHARACTERS]).replace(" ,", ",")
    if holds_many(element):
        return ""
    pieces: list[str] = []
    size = 0
    for piece in islice(element.itertext(), _MOST_PIECES):
        if pieces and len(piece) == 1 and piece.islower() and pieces[-1][-1:].islower():
            pieces[-1] += str(piece)  # a word's last letter, set closer by its style
        else:
            pieces.append(str(piece)[:_MOST_CHARACTERS])
        size += len(piece)
        if size > _MOST_CHARACTERS:
            break
    return fold(" ".join(pieces)).replace(" ,", ",")


def without_site(name: str, sites: set[str]) -> str:
    """A name of two words or more without the portal's behind it: "Rina Wati Kabar Hulu"."""
    words = name.split()
    for position in range(2, len(words)):
        if " ".join(words[position:]).lower() in sites:
            return " ".join(words[:position]).strip(" ,-–—/")
    return name


def site_words(page: Page) -> set[str]:
    names = [
        value for name in ("og:site_name", "application-name") for value in page.structured.meta.get(name, ())
    ]
    publisher = (page.structured.article or {}).get("publisher")
    if not (isinstance(publisher, dict) and "person" in types_of(publisher)):  # on a blog of one's own
        names += texts_of(publisher)[:1]
    labels = [
        label
        for label in host_of(page.url or "").split(".")
        if (len(label) > 3 or any(map(str.isdigit, label))) and label not in _KINDS_OF_HOSTS
    ]
    title = page.structured.page_title or ""
    last = title.rpartition("|")[2]
    names += [last] if _OWNED.search(last) or is_organisation(last) else []
    if (of_han := _SITE_OF_HAN.search(title)) is not None:
        names += [of_han["site"], of_han["name"]]
    return {fold(name).lower() for name in names} | set(labels)


def is_site_name(page: Page, text: str) -> bool:
    """Whether a text is the site's own name, as the page or its host gives it."""
    return bare(text) in map(bare, site_words(page))


def _plain(word: str) -> str:
    """A word as hosts write it, without accents."""
    return normalize("NFKD", word).encode("ascii", "ignore").decode() if not word.isascii() else word


def is_named_as_host(name: str, sites: set[str]) -> bool:
    """Whether a name of several words is the host's in one: "Kabar Hulu" on kabarhulu.example."""
    return " " in name and _plain(name.lower().replace(" ", "")) in sites


def is_word_of_site(name: str, sites: set[str]) -> bool:
    """Whether a name is one of `sites` or as its host writes it: "Deník" on denik.example."""
    word = bare(name)
    return word in sites or _plain(word) in sites


def is_site(name: str, sites: set[str]) -> bool:
    """Whether a name is the portal's: its name, its host's, an address; but a person's in it is none.

    >>> is_site("Kabar Hulu", {"kabar hulu"}), is_site("Rina Wati", {"rina wati's scribbles", "rina"})
    (True, False)
    """
    lowered = name.lower()
    if lowered in sites or _DOMAIN.fullmatch(lowered):
        return True
    words = re.split(r"[\s.]+", lowered)
    joined = _plain("".join(words))
    if joined in sites and (any(map(is_of_sites, words)) or any(map(str.isdigit, joined))):
        return True  # "Kabar TV" on kabartv.example; a person's own site is named as the person
    if len(words) > 4 or not any(word in sites for word in words):
        return False
    if not all(word in sites or is_of_sites(word) for word in words):
        return False  # "Fajar Nugroho" on fajar.co.id
    owned = (f"{lowered}'s ", f"{lowered}’s ", f"{lowered}' ", f"{lowered}’ ")
    return not any(site.startswith(owned) for site in sites)
