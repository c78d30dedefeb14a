"""Which lines of a body are the article's own, and what the others say that is worth a field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import Literal

from kaltimcrawl.extraction.blocks import Line
from kaltimcrawl.extraction.datelines import read_dateline
from kaltimcrawl.extraction.dates import read_date
from kaltimcrawl.extraction.labels import LONGEST_LABEL, kind_of
from kaltimcrawl.extraction.phrases import LABEL_END, LONGEST_PHRASE, Phrases, load_phrases
from kaltimcrawl.extraction.tree import weight

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_SIGNOFF = re.compile(
    r"^(?P<before>.*?)\s*(?P<mark>[(\[]\s*(?P<inside>[^()\[\]]{1,80}?)\s*[)\]])\s*[.]?$", re.DOTALL
)
_BARE_SIGNOFF = re.compile(
    r"^[(\[]?\*{1,3}[)\]]?(?:/[\w/ ]{1,30})?$|^-{1,2}(?:red|ant|adv)-{0,2}$", re.IGNORECASE
)
_PUNCTUATION = re.compile(r"[\W_]+")
_PROSE_LENGTH = 80
_HEAD_WINDOW = 10
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 15, 160
_LONGEST_INVITATION = 240
_LONGEST_STAMP = 100
_RUNNING_TIME = re.compile(r"\d{1,2}:\d\d$")
_CAPTION_END = re.compile(
    r"(?:\b(?:foto|photo|picture|image|bild|crédit|credit|фото)\s*[:/©]\s*.{2,50}|©.{2,50}|\([^()]{3,30}/[^()]{2,30}\)"
    r"|[摄攝]|撮影|供图|供圖|提供|사진\s*=?.{0,20})[)\]]?\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_WORDS = re.compile(
    r"(?:(?:(?i:oleh|by|von|par|por|door|autor|autora|author|penulis|tác\s+giả|yazan)|di|da|av|af)[\s:]\s*[A-ZÀ-ÖØ-ÞĀ-Ž]"
    r"|(?i:автор|текст)[\s:]\s*[А-Я]|بقلم\s|(?:文|作者|记者|記者|撰文|编辑)[/／:：\s]|लेखक|द्वारा)"
)
# fmt: off
_CHANNELS = (
    "telegram", "whatsapp", "google news", "newsletter", "inbox", "mailbox", "boîte mail",
    "casella di posta", "posteingang", "postfach", "saluran", "infolettre", "bandeja de entrada",
    "boletín", "nieuwsbrief", "bülten", "bản tin", "рассылк", "buletin", "व्हाट्सएप", "टेलीग्राम",
    "واتساب", "تلغرام", "公众号", "微信", "카카오톡", "구독",
)
# fmt: on
_OPENERS = " ([{«»>*→•·-–—:|#"
_REPEATED_LENGTH = 45
_SIGNOFF_WINDOW = 12
_TOP_WINDOW = 6
_REFRAIN = 3
_LONGEST_LABEL = 80
_ENOUGH_BEFORE = 240
_LONGEST_FURNITURE = 120
_FURNITURE_BREAK = re.compile(r"\s*[|•·]\s*")
_BYLINE = re.compile(r"(?:[Oo]leh|OLEH|[Bb]y|BY)\s+(?P<name>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,4})")
_WORDS_OF_DATES = re.compile(
    r"\d+|\b(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    r"jan\w*|[fp]eb\w*|mar\w*|apr\w*|mei|may|jun\w*|jul\w*|agu\w*|ags\w*|agt|aug\w*|sep\w*|[on][okc]t\w*|nov\w*|nop\w*|des\w*|dec\w*|"
    r"wib|wita|wit|gmt|utc|am|pm|pukul|jam|tanggal|diterbitkan|dipublikasikan|terbit|tayang|published|posted|on|pada|diperbarui|updated?|last|terakhir)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Judged:
    """The verdict on a body's lines."""

    kept: list[Line] = field(default_factory=list)
    dropped: list[Line] = field(default_factory=list)
    signoff: str | None = None
    """The closing mark as printed; the one that says advertorial where there are several."""
    credits: list[tuple[str, str]] = field(default_factory=list)
    """(role, text after the label) of credit lines, in order."""
    tag_line: str | None = None
    correction: str | None = None
    stamps: list[str] = field(default_factory=list)
    """Dates of the page's head, where the container holds it."""


def judge(lines: Sequence[Line], title: str | None, known: Sequence[str] = ()) -> Judged:
    """The article's own lines, in order, and what the rest told.

    `title` at the top is a repetition; `known` are texts that have fields of their own (captions).
    """
    judged = Judged()
    phrases = load_phrases()
    captions = [text for text in known if text]
    for line in lines:
        line.suspect = len(line.text) <= LONGEST_PHRASE and _is_suspect(line, phrases)
    waiting = _without_link_lists(lines, judged)
    waiting = _without_refrains(waiting, judged)
    waiting = _without_chrome_runs(waiting, phrases, judged)
    waiting = _without_head(waiting, title, judged)
    last_prose = max((position for position, line in enumerate(waiting) if is_prose(line)), default=-1)
    for position, line in enumerate(waiting):
        at_top = position < _TOP_WINDOW
        if at_top and (credit := _read_byline(line.text)):
            judged.credits.append(credit)
            judged.dropped.append(line)
        elif ((at_top or position > last_prose) and _is_repetition(line, at_top, title)) or _is_noise(
            line, phrases, captions, waiting, position
        ):
            judged.dropped.append(line)
        else:
            judged.kept.append(line)
    _take_tail(judged, phrases)
    _take_signoff(judged, phrases)
    judged.kept = list(_without_repeats(judged.kept))
    _join_dateline(judged)
    _drop_ends(judged)
    return judged


def _is_suspect(line: Line, phrases: Phrases) -> bool:
    low = line.text.lower()
    if phrases.suspect.match(low) is not None or _is_labelled(line):
        return True
    if low[0] in _OPENERS and phrases.suspect.match(low.lstrip(_OPENERS)) is not None:
        return True
    return len(low) <= _LONGEST_INVITATION and _names_channel(low)


def _names_channel(low: str) -> bool:
    """Whether a text in lower case names a newsletter, a messenger's channel or the like."""
    return any(name in low for name in _CHANNELS)


def _is_labelled(line: Line) -> bool:
    """Whether a line is a label, or begins with one before a colon or before its link ("यह भी पढ़ें …")."""
    text = line.text
    if len(text) <= LONGEST_LABEL and kind_of(text) is not None:
        return True
    start = text[: LONGEST_LABEL + 2]
    if ":" in start or "：" in start:
        head = start.replace("：", ":").partition(":")[0]
        if kind_of(head.strip(_OPENERS)) == "others":
            return True
    return bool(line.links) and _label_before_link(line)


def _label_before_link(line: Line) -> bool:
    first = line.links[0].text
    head = line.text.partition(first)[0] if first else ""
    return 0 < len(head) <= LONGEST_LABEL and kind_of(head.strip(_OPENERS)) == "others"


def _is_same(text: str, other: str) -> bool:
    """Whether a line says what a title or caption says, punctuation aside."""
    return abs(len(text) - len(other)) < 20 and _bare(text) == _bare(other)


def is_prose(line: Line) -> bool:
    """Whether a line is running text: a sentence of some length, mostly unlinked."""
    return weight(line.text) >= _PROSE_LENGTH and line.link_share < 0.5 and not line.boxed


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", text).lower()


def _without_link_lists(lines: Sequence[Line], judged: Judged) -> list[Line]:
    """Lines without the lists whose every item is a link, and without short boxed lines full of links."""
    shares: dict[int, list[float]] = {}
    for line in lines:
        if line.group and line.kind in ("list_item", "table_row"):
            shares.setdefault(line.group, []).append(line.link_share)
    linked = {
        group for group, values in shares.items() if sum(value > 0.8 for value in values) > 0.7 * len(values)
    }
    kept = []
    for line in lines:
        if (line.group in linked and line.kind in ("list_item", "table_row")) or (
            line.boxed and line.link_share > 0.5
        ):
            judged.dropped.append(line)
        else:
            kept.append(line)
    return kept


def _without_refrains(lines: list[Line], judged: Judged) -> list[Line]:
    """Lines without those that stand three times or more: teasers of a list, labels of its items."""
    texts = [line.text for line in lines]
    if len(set(texts)) > len(texts) - _REFRAIN + 1:
        return lines
    counts = Counter(line.text for line in lines if line.kind not in ("table_row", "list_item"))
    kept = []
    for line in lines:
        if counts[line.text] >= _REFRAIN and len(line.text) >= 8:
            judged.dropped.append(line)
        else:
            kept.append(line)
    return kept


def _without_chrome_runs(lines: list[Line], phrases: Phrases, judged: Judged) -> list[Line]:
    """Lines without the runs that a label such as "Artikel Terkait" opens: its links and their teasers."""
    if not any(line.suspect and len(line.text) < _LONGEST_LABEL for line in lines):
        return lines
    prose_after = [0] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        prose_after[index] = prose_after[index + 1] + (
            len(lines[index].text) if is_prose(lines[index]) else 0
        )
    run: Literal["", "inline", "block"] = ""
    has_links = False
    kept: list[Line] = []
    for index, line in enumerate(lines):
        label = line.text.strip(LABEL_END) if line.suspect and len(line.text) < _LONGEST_LABEL else ""
        kind = _label_kind(label, phrases) if label else ""
        before = prose_after[0] - prose_after[index]
        if kind == "comments" and before >= _ENOUGH_BEFORE:
            judged.dropped.extend(lines[index:])
            break
        if kind == "end" and prose_after[index] * 4 < prose_after[0]:
            judged.dropped.extend(lines[index:])
            break
        if kind in ("inline", "block"):
            run = "inline" if kind == "inline" else "block"
            has_links = bool(line.links)
        elif run and _ends_run(lines, index, run, prose_after[index], has_links):
            run = ""
        has_links = has_links or bool(line.links)
        (judged.dropped if run else kept).append(line)
    return kept


def _label_kind(label: str, phrases: Phrases) -> Literal["", "comments", "end", "inline", "block"]:
    """What a label says of the lines under it."""
    kind = kind_of(label)
    if kind == "comments" and not any(map(str.isdigit, label)):  # "0 Komentar" is a counter
        return "comments"
    if phrases.kinds["end"].fits(label):
        return "end"
    if kind == "others" or phrases.kinds["block"].fits(label):
        return "inline" if phrases.kinds["related"].fits(label) else "block"
    return ""


def _ends_run(lines: list[Line], index: int, run: str, prose_after: int, has_links: bool) -> bool:
    """Whether the article goes on with a line: unlinked, and no teaser between two links.

    A run in which nothing is linked so far announces headlines without their links: only a sentence ends it.
    """
    line = lines[index]
    if line.link_share >= 0.3 or line.boxed:
        return False
    if is_prose(line):
        return True
    for other in lines[index + 1 : index + 3]:
        if other.suspect and _is_labelled(other):
            break
        if other.link_share > 0.8:
            return False
    return (has_links and (run == "inline" or prose_after > 0)) or (
        _is_sentence(line) and (prose_after > 0 or has_links)
    )


def _is_sentence(line: Line) -> bool:
    return (
        line.kind == "paragraph"
        and line.link_share < 0.3
        and len(line.text) > 25
        and _SENTENCE_END.search(line.text) is not None
    )


def _without_head(lines: list[Line], title: str | None, judged: Judged) -> list[Line]:
    """Lines without the page's head, where the container holds it: down to title, date and byline."""
    prose = next((number for number, line in enumerate(lines) if is_prose(line)), 0)
    end = 0
    for number, line in enumerate(lines[: min(prose, _HEAD_WINDOW)]):
        text = line.text
        if len(text) > _LONGEST_FURNITURE:
            continue
        is_stamp = line.kind != "table_row" and len(text) <= _LONGEST_STAMP and _stamped(text)
        if is_stamp or is_date_line(text):
            judged.stamps.append(text)
        if is_stamp or _is_byline(text) or (title is not None and _is_same(text, title)):
            end = number + 1
    for line in lines[:end]:
        if credit := _read_byline(line.text):
            judged.credits.append(credit)
        else:
            judged.credits.extend(read_credits(line.text))
    judged.dropped.extend(lines[:end])
    return lines[end:]


def take_headline(judged: Judged) -> str | None:
    """The first line, taken out of the text, where it is a headline: for titles that name only the site."""
    if len(judged.kept) < 3:
        return None
    first, second = judged.kept[:2]
    is_headline = (
        _SHORTEST_HEADLINE <= len(first.text) <= _LONGEST_HEADLINE
        and not _SENTENCE_END.search(first.text)
        and first.link_share < 0.5
        and (first.strong or first.kind == "heading" or bool(judged.stamps))
        and (is_prose(second) or is_prose(judged.kept[2]))
    )
    if not is_headline:
        return None
    judged.dropped.append(judged.kept.pop(0))
    return first.text


def _is_byline(text: str) -> bool:
    """Whether a short line names an author after a word for "by", in any of the languages known."""
    return (
        len(text) <= _LONGEST_STAMP and _BY_WORDS.match(text) is not None and not _SENTENCE_END.search(text)
    )


def _stamped(text: str) -> bool:
    """Whether a short line is a date with a name or a place beside it, and no sentence."""
    return (
        any(map(str.isdigit, text))
        and not _SENTENCE_END.search(text)
        and (reading := read_date(text, UTC)) is not None
        and reading.raw is not None
        and _YEAR.search(text) is not None
    )


def _is_repetition(line: Line, at_top: bool, title: str | None) -> bool:
    """Whether a line at the top repeats the page's head, title or date, or dates a list at the end.

    Between the two a date on a line of its own is a chronicle's.
    """
    if at_top and title is not None and _is_same(line.text, title):
        return True
    if len(line.text) > _LONGEST_FURNITURE:
        return False
    if is_date_line(line.text):
        return True
    noise = load_phrases().noise
    parts = _FURNITURE_BREAK.split(line.text)
    return (line.suspect or len(parts) > 1) and all(is_date_line(part) or noise.fits(part) for part in parts)


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a date, with the words that go with one.

    >>> is_date_line("Senin, 12 Mei 2025 | 14:30 WITA"), is_date_line("Banjir 12 Mei 2025 merendam kota")
    (True, False)
    """
    if len(text) > 80 or read_date(text, UTC) is None:
        return False
    return not _WORDS_OF_DATES.sub("", text).strip(" ,.|/:-–—()")


def _read_byline(text: str) -> tuple[str, str] | None:
    """The author of a line such as "Oleh Rina Wati", which has no colon."""
    found = _BYLINE.fullmatch(text)
    return ("author", found["name"]) if found else None


def _is_noise(
    line: Line, phrases: Phrases, captions: Sequence[str], lines: Sequence[Line], position: int
) -> bool:
    text = line.text
    if not text[0].isalnum() and not any(map(str.isalnum, text)):
        return _BARE_SIGNOFF.match(text) is None
    if line.suspect:
        kinds = phrases.kinds
        opened, text = text, text.lstrip(_OPENERS)
        if len(text) < 200 and (phrases.noise.fits(opened) or phrases.noise.fits(text)):
            return True
        if kinds["related"].fits(text) and _announces(line):
            return True
        if (line.links or line.strong) and _is_labelled(line):
            return True
        low = text.lower()
        if kinds["follow"].fits(text) and (
            line.links or _in_tail(position, lines) or line.strong or _names_channel(low)
        ):
            return True
        if len(text) <= _LONGEST_INVITATION and _names_channel(low) and kinds["newsletter"].fits(text):
            return True
    if len(text) > 3 and any(_is_same(text, caption) for caption in captions):
        return True
    return _is_bare_link(line) or _is_photo_credit(line, phrases)


def _announces(line: Line) -> bool:
    """Whether a line that begins like "Baca juga" is an announcement rather than a sentence that says so."""
    words = len(line.text.split())
    if line.link_share > 0.4 or words <= 4:
        return True
    head = line.text[:40]
    return ((":" in head or "：" in head) and not (words > 25 and not line.links)) or (
        line.strong and not _SENTENCE_END.search(line.text)
    )


def _in_tail(position: int, lines: Sequence[Line]) -> bool:
    return position >= len(lines) - 6


def _is_bare_link(line: Line) -> bool:
    """Whether a paragraph or heading is nothing but a link to another page: a headline between paragraphs."""
    if line.kind == "table_row" or (line.link_share < 0.9 and not _is_timed_link(line)):
        return False
    return line.kind != "list_item" or line.boxed


def _is_timed_link(line: Line) -> bool:
    """Whether a line is a link and a running time: a video's headline."""
    return line.link_share > 0.5 and _RUNNING_TIME.search(line.text) is not None


def _is_photo_credit(line: Line, phrases: Phrases) -> bool:
    if len(line.text) > 120:
        return False
    inside = line.text.strip("()[] ")
    if phrases.credits["photo"].match(inside) is not None:
        return True
    return line.after_image and (
        (line.text.startswith("(") and inside.lower().startswith(("foto", "ist", "dok")))
        or _CAPTION_END.search(line.text) is not None
    )


def _take_tail(judged: Judged, phrases: Phrases) -> None:
    """Takes credit lines, tag lines and correction notes out of the kept lines, into their fields."""
    kept: list[Line] = []
    last = len(judged.kept) - 1
    for position, line in enumerate(judged.kept):
        text = line.text
        at_edge = position <= 3 or position >= last - 8
        if at_edge and len(text) <= 200 and (":" in text or "：" in text) and (credits := read_credits(text)):
            judged.credits.extend(credits)
        elif not line.suspect:
            kept.append(line)
            continue
        elif (
            len(text) < 300 and phrases.kinds["tags"].fits(text) and not (len(text) > 120 and not line.links)
        ):
            judged.tag_line = judged.tag_line or text
        elif phrases.kinds["correction"].fits(text):
            judged.correction = judged.correction or text
            kept.append(line)
            continue
        else:
            kept.append(line)
            continue
        judged.dropped.append(line)
    judged.kept = kept


_CREDIT_BREAK = re.compile(
    r"\s*(?:\||;|/(?=\s*(?:editor|penulis|reporter|pewarta|foto))|•|·|\s-\s|,\s*(?=(?:editor|penulis|reporter|pewarta|redaktur|foto)\s*:))\s*",
    re.IGNORECASE,
)
_CREDIT_START = re.compile(
    r"\s+(?=(?:editor|penulis|pewarta|reporter|redaktur|foto|sumber|kontributor|penyunting|uploader)\s*:)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\d\W][\w.'’`-]*(?:[\s,&/]+(?:dan\s+|and\s+)?[^\d\W][\w.'’`-]*){0,9}\.?")


def read_credits(text: str) -> list[tuple[str, str]]:
    """(role, name) of a credit line: "Penulis: Bayu | Editor: Lia" gives both; empty where it is none.

    >>> read_credits("Penulis: Bayu Tirta | Editor: Lia Permata")
    [('author', 'Bayu Tirta'), ('editor', 'Lia Permata')]
    """
    text = text.strip("()[]*_ ")
    if load_phrases().credit.match(text) is None:
        return []
    credits: list[tuple[str, str]] = []
    for part in _CREDIT_BREAK.split(_CREDIT_START.sub(" | ", text)):
        part = part.strip("()[] ")
        if not part:
            continue
        read = _read_credit(part)
        if read is None:
            return []
        credits.append(read)
    return credits


def _read_credit(part: str) -> tuple[str, str] | None:
    for role, label in load_phrases().credits.items():
        found = label.match(part)
        if found is None:
            continue
        name = part[found.end() :].strip(" .,;:*-()")
        if (role == "source" and len(name) <= 120) or (name and len(name) <= 80 and _NAME.fullmatch(name)):
            return role, name
    return None


def _take_signoff(judged: Judged, phrases: Phrases) -> None:
    """Takes "(adv)", "(mrf/rdw)" and their like off the last lines, own or glued to a sentence."""
    marks: list[str] = []
    start = max(0, len(judged.kept) - _SIGNOFF_WINDOW)
    kept = judged.kept[:start]
    for line in judged.kept[start:]:
        rest, mark = split_signoff(line.text)
        if mark is not None:
            marks.append(mark)
            if not rest:
                judged.dropped.append(line)
                continue
            line.text = rest
            line.html = _without_mark(line.html, mark)
        kept.append(line)
    judged.kept = kept
    paid = [mark for mark in marks if phrases.advertorial.search(mark)]
    judged.signoff = next(reversed(paid or marks), None)


def split_signoff(text: str) -> tuple[str, str | None]:
    """A line without its closing mark, and the mark: "… dunia. (adv)" gives ("… dunia.", "(adv)").

    >>> split_signoff("Kaltim siap. (adv)")
    ('Kaltim siap.', '(adv)')
    >>> split_signoff("Rapat digelar Jumat (3/4)")
    ('Rapat digelar Jumat (3/4)', None)
    """
    if _BARE_SIGNOFF.match(text):
        return "", text
    found = _SIGNOFF.match(text[-120:]) if text.endswith((")", "]", ").", "].")) else None
    if found is None or not load_phrases().signoff.fullmatch(found["inside"]):
        return text, None
    before = text[: len(text) - len(found.group()) + found.end("before")].rstrip()
    if before and not _ends_sentence(before, found["inside"]):
        return text, None
    return before, found["mark"]


def _ends_sentence(before: str, inside: str) -> bool:
    """Whether a mark after `before` closes the text: after a full stop, or unmistakable in itself."""
    if before.endswith((".", "!", "?", "”", '"', "…", "’", "'", "*")):
        return True
    return bool(load_phrases().advertorial.search(inside)) or set(inside) <= set("*")


def _without_mark(markup: str, mark: str) -> str:
    head, found, tail = markup.rpartition(mark)
    if not found:
        head, found, tail = markup.rpartition(mark.strip("()[]"))
        head = head.rstrip("([ ")
        tail = tail.lstrip(")] ")
    return (head.rstrip() + tail.strip(" .")).strip() if found else markup


def _without_repeats(lines: list[Line]) -> Iterator[Line]:
    """Lines without a second copy of a long line: themes print the lead twice, pages glue parts together."""
    seen: set[str] = set()
    for line in lines:
        if len(line.text) >= _REPEATED_LENGTH and line.kind != "table_row":
            if line.text in seen:
                continue
            seen.add(line.text)
        yield line


def _join_dateline(judged: Judged) -> None:
    """Joins a dateline that stands on a line of its own ("Jakarta -") to the sentence it opens."""
    if len(judged.kept) < 2:
        return
    first, second = judged.kept[:2]
    if (
        len(first.text) <= 70
        and first.text.endswith(("-", "–", "—"))
        and second.kind == "paragraph"
        and read_dateline(first.text + " A")
    ):
        second.text = f"{first.text} {second.text}"
        second.html = f"{first.html} {second.html}"
        second.links = (*first.links, *second.links)
        del judged.kept[0]


def _drop_ends(judged: Judged) -> None:
    """Takes headings that head nothing off the end."""
    while judged.kept and judged.kept[-1].kind == "heading":
        judged.dropped.append(judged.kept.pop())
