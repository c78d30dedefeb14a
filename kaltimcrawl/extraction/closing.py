"""The mark that closes a text: "(adv)", "(mrf/rdw)", "(*)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.bywords import is_office, load_words
from kaltimcrawl.extraction.closingmarks import closes_text, is_lone_break, says_other
from kaltimcrawl.extraction.credits import read_credits
from kaltimcrawl.extraction.fullnames import is_full_name, names_at_start
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import Phrases, load_phrases
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged

_SIGNOFF = re.compile(
    r"^(?P<before>.*?)\s*(?P<mark>\*{0,3}\s?[(\[]\s*(?P<inside>[^()\[\]]{1,80}?)\s*[)\]](?:\s?\*{1,3})?)\s*[.]?$",
    re.DOTALL,
)
BARE_SIGNOFF = re.compile(
    r"^[(\[]?\*{1,3}[)\]]?(?:/[\w/ ]{1,30})?$|^-{1,2}(?:red|ant|adv)-{0,2}$"
    r"|^انتهای\s(?:پیام|خبر)[\s/\d.]{0,8}$",
    re.IGNORECASE,
)
_STARS_BEHIND = re.compile(r"(?<=[.!?…”\"’)])\s?(?P<mark>\*{2,4})$")
"""Stars behind a sentence: "… tahun depan.***"."""
_INITIALS_BEHIND = re.compile(r"(?<=[.!?…”\"])\s(?P<mark>[a-z]{2,4}/[a-z]{2,4})$")
"""Initials without brackets behind the last sentence: "… tahun depan. ayu/gin"."""
_STAR_BEHIND = re.compile(r"(?<=[.!?…”\"’)])\s?\*$")
"""The same behind the last sentence only: elsewhere a lone star leads to a footnote."""
_PAID_BEHIND = re.compile(r"(?<=[.!?…”\"’)])\s?(?P<mark>[^\s.!?][^.!?]{2,40})$")
"""What may stand behind the last sentence without brackets, or with one: "… tahun depan. ADV/DPRD"."""
_LONGEST_PAID, _ROUND_PAID = 48, " ()[]*#/-–—"
_INITIALS_ALONE = re.compile(
    r"[a-z]{2,4}(?:/[a-z]{2,4}){1,6}|(?:[a-z]{2,4}/\s?){2,6}|[^\s\x00-\x7f]{2,14}(?:/[^\s\x00-\x7f]{2,14}){1,3}|[A-Z]{2,3}(?:/[A-Z]{2,3}){1,4}|[a-z]{2,4}(?:/[a-z]{2,4}){0,6}\s?/\s?[\w-]{2,30}\.[a-z]{2,4}"
)
"""The last line, where it is nothing but initials: "ap/kam/bfi", "bkm/ zan/", "বাদশাহ্/মাসুদ"."""
_OF_AUTHOR = re.compile(
    r",\s|\s(?:adalah|merupakan|ialah|is|was|are|writes|covers|reports|edits|(?:can|may)\s+be\s+reached|ist|schreibt|berichtet|est|couvre|es|cubre|é|è"
    r"|является)\b"
)
_FOLLOWED = re.compile(
    r"\b(?:follow|find|contact|reach)\s(?:her|him|them|[A-Z][\w.]{1,20})(?:\s[A-Z]\w{1,20})?\s(?:on|at)\s(?:twitter|x\b|facebook|instagram|linkedin|bluesky|threads|@)"
    r"|\b(?:s[ií]gue(?:l[oa]|\s(?:a|en))|suivez-l[ea]s?|folgen\ssie\s(?:ihm|ihr)|ikuti\s(?:dia|ia|akun))\b.{0,30}\b(?:twitter|x|facebook|instagram|linkedin)\b",
    re.IGNORECASE,
)
"""An appeal to follow one who was named before."""
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{2,60}\.[\w.-]{2,40}|(?<!\w)@\w{3,30}")
_NAME_ALONE = re.compile(
    r"\((?:[^\W\d_][\w.'’-]{1,20}\s){1,3}[^\W\d_][\w.'’-]{1,20}(?:[\\|](?:[^\W\d_][\w.'’-]{1,20}\s){1,3}[^\W\d_][\w.'’-]{1,20})?\)(?:\s?/\s?\([a-z]{2,4}\))?"
)
"""The last line, where it is nothing but a name in brackets, and initials: "(Rina Wati) / (ktn)"."""
_BY_ALONE = re.compile(r"\((?:By|Oleh)\s[^\W\d_a-z][^()]{3,60}\)")
_BY_NAMES = re.compile(
    r"(?<=[.!?”\"])\s?\((?:By|Oleh)\s[^\W\d_a-z][^()]{3,60}\)(?:\s?Enditem\s?/?[a-z]{0,3})?$"
)
"""How agencies of Asia end their last line: "… last year. (By Rina Wati) Enditem/ls"."""
_NAME_BEHIND = re.compile(
    r"(?<=[.!?”\"])\s?[(\[](?:[^\W\d_a-z][\w.'’-]{0,20}\s){1,3}[^\W\d_a-z][\w.'’-]{1,20}[)\]]$"
)
"""The same behind the last sentence: "… tahun depan. (Rina Wati)"."""
IN_LENTICULAR = re.compile(
    r"(?:【(?P<names>[\u3040-\u30ff\u4e00-\u9fff々・、 ]{2,20})】"
    r"|(?<=[。」])（(?P<own>(?!敬称略|共同通信|時事通信)[\u4e00-\u9fff々]{3,5}(?:、[\u4e00-\u9fff々]{3,5}){0,3})）)$"
)
"""How Japanese papers sign: "…復活する。【井上真希乃】", "…話した。（西沢遥香）"."""
SIGNED_JAPANESE = re.compile(
    r"[（(](?:[\u4e00-\u9fff]{1,8}[部局社室班][・＝=]\s?(?=[\u3040-\u30ff\u4e00-\u9fff々]{3,6}[）)]))?"
    r"(?P<names>(?!敬称略|共同通信|時事通信)[\u4e00-\u9fff々]{3,5}(?:、[\u4e00-\u9fff々]{3,5}){0,3})[）)]"
)
"""The last line, where it is nothing but that."""
_LONGEST_LENTICULAR = 22
_STARRED_ALONE = re.compile(r"\*{1,2}\s?[A-Z][a-z]{1,12}")
"""The last line, where it is nothing but a short name behind a star: "*Bin"."""
_LONGEST_BIO = 600
_ENDS_OF_LINES, _LONGEST_DESK = " —–-*()", 60
"""What stands round the last line, and the most of one that is a name with a desk: "—Ana Reyes/BN, Kabar"."""
_CREDITS_BEHIND = re.compile(
    r"(?:(?<=[.!?”\"])\s?|^)(?:[A-Z]{3,12}\s?/\s?)?\((?P<credits>[^():]{3,30}:[^()]{5,200})\)\.?$"
)
"""How agencies end their last line: "… luna viitoare. AGERPRES/(A - autor: Silviu Bejenaru, editor: …)"."""
_LONGEST_CREDITS = 260
_BETWEEN_LISTED = re.compile(r"[,;]\s(?=[^\W\d_][\w ]{2,24}:)")
_SIGNOFF_WINDOW = 12
_MINUTES = "'’\"”"
_BIO = re.compile(
    r"[*)(\s]{0,4}(?:(?:penulis|penyusun)\s+(?:adalah|merupakan|ialah)|the\s+(?:writer|author)\s+(?:is|was)\s(?:a|an|the)|(?:about\s+the\s+(?:guest\s+)?(?:author|writer|blogger|columnist)|tentang\s+penulis)\s?:)\s",
    re.IGNORECASE,
)
"""How opinions in Indonesian papers end: "*) Penulis adalah dosen …"."""
_SOURCE_END = re.compile(
    r"(?P<before>.*[.!?”\"])\s+(?P<mark>[-–—]{1,2}\s?(?P<name>[A-Z][\w.&-]{2,30}(?:\s[A-Z][\w.&-]{0,20}){0,2}))",
    re.DOTALL,
)
"""The source behind a dash: "… tahun depan. -- BERNAMA"."""
_SOURCE_ALONE = re.compile(r"[-–—]{1,2}\s?(?P<name>[A-Z][\w.&-]{2,30})\s?[-–—]{0,2}\.?")
_BOLD_BEHIND = re.compile(r"[.!?”\"]\s*<b>\s*(?P<name>[^\W\d_a-z][^<>.!?]{3,50})</b>$")
_BETWEEN_HOUSES = re.compile(r"\s?/{1,2}\s?")
_LONGEST_HOUSES = 40
_HANGUL_NAME = re.compile(r"[가-힣]{2,4}")
_LONGEST_BEHIND = 60
"""The most of a line behind the closing mark that is an office's name, account or number."""
_SITE = re.compile(r"[\w-]{2,30}(?:\.[a-z]{2,4}){1,2}", re.IGNORECASE)
_LONGEST_END, _LONGEST_MARK = 160, 12
_NAME_AND_TRADE = re.compile(
    r"[*)\s]{0,4}(?P<name>[^\W\d_a-z][\w.'’-]{1,20}(?:\s[^\W\d_a-z][\w.'’-]{0,20}){1,3})"
    r"(?:,\s|\s(?=adalah|merupakan|ialah|is\s))(?:(?:adalah|merupakan|ialah|seorang|is|an?|the)\s){0,2}(?P<trade>[^\W\d_]{4,12})\b"
)


def take_signoff(judged: Judged, phrases: Phrases) -> None:
    """Takes "(adv)", "(mrf/rdw)" and their like off the last lines, own or glued to a sentence."""
    marks: list[str] = []
    start = max(0, len(judged.kept) - _SIGNOFF_WINDOW)
    kept = judged.kept[:start]
    closed = len(kept)
    for place, line in enumerate(judged.kept[start:]):
        is_last = line is judged.kept[-1]
        signed = (
            _CREDITS_BEHIND.search(line.text, max(0, len(line.text) - _LONGEST_CREDITS)) if is_last else None
        )
        if signed is not None and (credits := _read_listed(signed["credits"])):
            judged.credits.extend(credits)
            line.html = _without_mark(line.html, signed.group().strip())
            line.text = line.text[: signed.start()].rstrip()
            if not line.text:
                judged.dropped.append(line)
                continue
        rest, mark = _closing_mark(judged, start + place)
        if mark is None and is_lone_break(judged.kept, start + place):
            judged.dropped.append(line)
            continue
        if mark is not None:
            marks.append(mark)
            if ":" in mark:
                judged.credits.extend(credit for credit in read_credits(mark) if credit[0] == "source")
            closed = len(kept) + bool(rest)
            if not rest:
                judged.dropped.append(line)
                continue
            line.text = rest
            line.html = _without_mark(line.html, mark)
        kept.append(line)
    if kept and (name := _name_in_bold_behind(kept[-1])) is not None:
        judged.signed.append(("author", name))
    behind = kept[closed:] if marks else []
    if any(is_office(line.text) for line in behind) and all(map(_tells_of_office, behind)):
        judged.dropped += behind
        kept = kept[:closed]
    judged.kept = kept
    judged.signoff = _chosen([judged.signoff, *marks] if judged.signoff else marks, phrases)


def _closing_mark(judged: Judged, place: int) -> tuple[str, str | None]:
    """A kept line without the mark that closes the text, and that; the line and None where it has none."""
    line = judged.kept[place]
    rest, mark = split_signoff(line.text)
    if mark is None and line is judged.kept[-1] and line.text != judged.correction:
        rest, mark = _split_last(line.text)
    if mark is None or line.own or says_other(mark):
        return line.text, None
    behind = [each for each in judged.kept[place + 1 :] if not _is_left_out(each, judged)]
    is_glued = bool(rest) and not mark.strip("*")
    return (rest, mark) if is_glued or closes_text(mark, behind, judged.kept[:place]) else (line.text, None)


def _is_left_out(line: Line, judged: Judged) -> bool:
    """Whether a line behind a mark corrects the text or tells of its author."""
    return line.text == judged.correction or line.signed or line.text[0] in "*)" or begins_bio(line.text)


def _chosen(marks: Sequence[str], phrases: Phrases) -> str | None:
    """The last mark that says paid; where none does the last."""
    paid = [mark for mark in marks if phrases.advertorial.search(mark) or read_signoff(mark).is_paid]
    return next(reversed(paid or marks), None)


def _name_in_bold_behind(line: Line) -> str | None:
    """The name in bold behind the last sentence, which stays in the text: "… depan. <b>Rina Wati</b>"."""
    found = _BOLD_BEHIND.search(line.html, max(0, len(line.html) - _LONGEST_END))
    name = fold(unescape(found["name"])) if found is not None else ""
    is_byline = not load_words().first.isdisjoint(name.lower().split())  # "ADDITIONAL REPORTING BY …"
    return name if is_full_name(name) and not (is_byline or is_office(name)) else None


def _tells_of_office(line: Line) -> bool:
    """Whether a line behind the mark that closes a text is a part of the address of who gave it out."""
    return (
        line.kind == "paragraph"
        and len(line.text) <= _LONGEST_BEHIND
        and SENTENCE_END.search(line.text) is None
        and (is_office(line.text) or not is_full_name(line.text))
    )


def _read_listed(text: str) -> list[tuple[str, str]]:
    """(role, name) of a list of labelled names; empty where a part is none.

    >>> _read_listed("A - autor: Silviu Bejenaru, editor: Marius Roa, editor online: Irina Roa")
    [('author', 'Silviu Bejenaru'), ('editor', 'Marius Roa'), ('editor', 'Irina Roa')]
    >>> _read_listed("영상취재 : 김해운, 영상편집 : 오다빈")
    [('photo', '김해운'), ('editor', '오다빈')]
    """
    credits: list[tuple[str, str]] = []
    for part in _BETWEEN_LISTED.split(text.partition(" - ")[2] or text):
        label, _, name = part.partition(":")
        role = load_words().roles.get(label.split()[0].lower()) if label.split() else None
        name = name.strip() if is_full_name(name.strip()) else name.strip().partition(", ")[0]  # and a house
        if role is None or not (is_full_name(name) or _HANGUL_NAME.fullmatch(name)):
            return []
        credits.append((role, name))
    return credits


def _split_last(text: str) -> tuple[str, str | None]:
    """The last line without what only the last may end with, and that: names in brackets, initials alone."""
    if any(
        each.fullmatch(text)
        for each in (_NAME_ALONE, _BY_ALONE, _INITIALS_ALONE, _STARRED_ALONE, SIGNED_JAPANESE)
    ):
        return "", text
    if _are_houses(text):
        return "", text
    if text[-1] == "*" and text.count("*") == 1 and (star := _STAR_BEHIND.search(text)) is not None:
        return text[: star.start()], "*"
    paid = _PAID_BEHIND.search(text, max(0, len(text) - _LONGEST_PAID))
    if paid is not None and load_phrases().kinds["paid"].fits(paid["mark"].strip(_ROUND_PAID)):
        return text[: paid.start()], paid["mark"]
    signed = IN_LENTICULAR.search(text, max(0, len(text) - _LONGEST_LENTICULAR))
    for closing in (_BY_NAMES, _NAME_BEHIND):
        signed = signed or closing.search(text, max(0, len(text) - _LONGEST_END))
    return (text[: signed.start()].rstrip(), signed.group().strip()) if signed is not None else (text, None)


def _are_houses(text: str) -> bool:
    """Whether a line is nothing but those whose text it is, an agency among them: "ZAP // Lusa"."""
    houses = _BETWEEN_HOUSES.split(text) if "/" in text and len(text) <= _LONGEST_HOUSES else ()
    return (
        len(houses) > 1
        and all(house[:1].isupper() for house in houses)
        and any(agency_of(house) is not None for house in houses)
    )


def begins_bio(text: str) -> bool:
    """Whether a line begins as that which tells of the author does: "Penulis adalah dosen …"."""
    return _BIO.match(text) is not None


def named_in_bio(line: Line) -> str | None:
    """The author whom the line under a text tells of: "*Rina Wati, dosen FISIP Unmul"; None for other lines.

    A star or italics set the line apart, and behind the name stands what its bearer is.
    """
    if not (line.text[0] in "*)" or (line.strong and line.html.startswith("<i>"))):
        return None
    found = _NAME_AND_TRADE.match(line.text)
    return found["name"] if found and found["trade"].lower() in load_words().trades else None


def author_followed(line: Line) -> str | None:
    """Who a line under the text says somebody is, and where to follow them: "Ann Roe is … Follow her on
    Twitter."; None for other lines.
    """
    if len(line.text) > _LONGEST_BIO or _FOLLOWED.search(line.text) is None:
        return None
    own = line.text.lstrip(_ENDS_OF_LINES)
    names, _ = names_at_start(own)
    is_one = len(names) == 1 and " " in names[0] and _OF_AUTHOR.match(own, len(names[0])) is not None
    return names[0] if is_one else None


def tells_of_author(line: Line, authors: Sequence[str]) -> bool:
    """Whether a line under the text, set apart in italics or bold or by an address, says who its author is.

    "Rina Wati, wartawan sejak 2013, …" or "Rina Wati adalah …": the name and then no verb of what was done.
    """
    is_bracketed = line.text[0] == "(" and line.text[-1] == ")"
    if author_followed(line) is not None:
        return True
    if not (line.strong or is_bracketed) and ("@" not in line.text or not _ADDRESS.search(line.text)):
        return False
    low = line.text.lower().lstrip(_ENDS_OF_LINES)
    first, _, rest = low.removeprefix("staff ").partition(" ")
    if first in load_words().jobs:  # "— Reporter Rina Wati covers …"
        low = rest
    named = [name.lower() for name in authors if " " in name]
    return any(_tells_of(low, name) or (is_bracketed and low.startswith(name)) for name in named)


def _tells_of(low: str, name: str) -> bool:
    """Whether a line in lower case begins with a name, and with what its bearer is or a desk behind it."""
    if not low.startswith(name):
        return False
    is_desk = low.startswith("/", len(name)) and len(low) <= _LONGEST_DESK
    return is_desk or _OF_AUTHOR.match(low, len(name)) is not None


def split_signoff(text: str) -> tuple[str, str | None]:
    """A line without its closing mark, and the mark: "… dunia. (adv)" gives ("… dunia.", "(adv)").

    >>> split_signoff("Kaltim siap. (adv)")
    ('Kaltim siap.', '(adv)')
    >>> split_signoff("Rapat digelar Jumat (3/4)")
    ('Rapat digelar Jumat (3/4)', None)
    """
    alone = _SOURCE_ALONE.fullmatch(text)
    if BARE_SIGNOFF.match(text) or (alone is not None and agency_of(alone["name"]) is not None):
        return "", text
    source = _SOURCE_END.fullmatch(text[-_LONGEST_END:]) if text[-1:].isalpha() else None
    if source is not None and _names_source(source["name"]):
        return text[: len(text) - len(source.group()) + source.end("before")], source["mark"]
    found = _bracket_behind(text)
    if found is None:
        initials = _INITIALS_BEHIND.search(text, max(0, len(text) - _LONGEST_MARK))
        return (text[: initials.start()], initials["mark"]) if initials is not None else _split_stars(text)
    before, mark, inside = found
    another = _bracket_behind(before) if before.endswith((")", "]")) else None
    if another is not None and (not another[0] or _ends_sentence(another[0], another[2])):
        return another[0], text[len(another[0]) :].strip()  # "… depan. (rin) (adv)"
    if before and not _ends_sentence(before, inside):
        return text, None
    return before, mark


def _bracket_behind(text: str) -> tuple[str, str, str] | None:
    """What stands before the mark in brackets that ends a line, the mark and its inside; None without one."""
    found = _SIGNOFF.match(text[-120:]) if text.rstrip(" .*").endswith((")", "]")) else None
    if found is None or not load_phrases().signoff.fullmatch(found["inside"]):
        return None
    before = text[: len(text) - len(found.group()) + found.end("before")].rstrip()
    return before, found["mark"], found["inside"]


def _split_stars(text: str) -> tuple[str, str | None]:
    """A line without the stars behind its last sentence, and those; a line with others is left as it is."""
    stars = _STARS_BEHIND.search(text, max(0, len(text) - _LONGEST_MARK)) if text[-1:] == "*" else None
    if stars is None or "*" in text[: stars.start()]:
        return text, None
    return text[: stars.start()], stars["mark"]


def _names_source(name: str) -> bool:
    """Whether what stands behind a dash at the end is an agency, a site, or an acronym's like."""
    return name.isupper() or _SITE.fullmatch(name) is not None or agency_of(name) is not None


def _ends_sentence(before: str, inside: str) -> bool:
    """Whether a mark after `before` closes the text: after a full stop, or unmistakable in itself."""
    if before.endswith((".", "!", "?", "”", '"', "…", "’", "'", "*")):
        return not before[-2:-1].isdigit() or before[-1] not in _MINUTES  # "Gustavo 58' (Persija)"
    return bool(load_phrases().advertorial.search(inside)) or set(inside) <= set("*")


def _without_mark(markup: str, mark: str) -> str:
    head, found, tail = markup.rpartition(mark)
    if not found:
        head, found, tail = markup.rpartition(mark.strip("()[]* "))
        head = head.rstrip("([* ")
        tail = tail.lstrip(")] ").replace("*", "")
    return (head.rstrip() + tail.strip(" .")).strip() if found else markup
