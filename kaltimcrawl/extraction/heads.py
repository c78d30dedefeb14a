"""The head of a page, where the body's container holds it: title, date and byline over the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC
from functools import lru_cache

from kaltimcrawl.extraction.ago import is_ago, read_ago
from kaltimcrawl.extraction.bylines import begins_byline, has_label_sign, read_bylines
from kaltimcrawl.extraction.bywords import is_date_word, is_organisation, is_place, load_words
from kaltimcrawl.extraction.credits import read_credits, read_reporters
from kaltimcrawl.extraction.datelabels import PUBLISHED_LABELS, PUBLISHED_VERBS, PUBLISHED_WITHIN, UPDATED
from kaltimcrawl.extraction.dates import read_date
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.marks import find_shelf
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.shelfnames import TAGS_ADDRESS
from kaltimcrawl.extraction.tree import weight
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged, is_prose, is_same

_HEAD_WINDOW = 10
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 15, 160
_SHORTEST_TITLE, _LONGEST_KICKER = 12, 60
_LONGEST_STAMP = 100
_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_WORDS = re.compile(
    r"(?:(?:(?i:oleh|by|von|par|por|door|autor|autora|author|penulis|tác\s+giả|yazan)|di|da|av|af)[\s:]\s*[A-ZÀ-ÖØ-ÞĀ-Ž]"
    r"|(?i:автор|текст)[\s:]\s*[А-Я]|بقلم\s|(?:文|作者|记者|記者|撰文|编辑)[/／:：\s]|लेखक|द्वारा)"
)
_BYLINE = re.compile(r"(?:[Oo]leh|OLEH|[Bb]y|BY)\s+(?P<name>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,4})")
_BYLINE_AT_END = re.compile(
    r"[,|•·]\s*(?:[Oo]leh|[Bb]y)\s*:?\s+(?P<name>[A-Z][\w.'’-]{0,20}(?:\s[A-Z][\w.'’-]{0,20}){0,4})$"
)
_LONGEST_AGE, _LONGEST_DATE = 28, 80
_SOME_DAYS = 2
_INTRODUCES = re.compile(r"\w\s\S+[.:]$")
_BETWEEN_AGES = re.compile(r"\s[•·|]\s")
_WORDS_OF_DATES = re.compile(
    r"\d+[年月日時时分点點秒년월일시분초]?|\b(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    r"jan\w*|[fp]eb\w*|mar\w*|apr\w*|mei|may|jun\w*|jul\w*|agu\w*|ags\w*|agt|aug\w*|sep\w*|[on][okc]t\w*|nov\w*|nop\w*|des\w*|dec\w*|"
    r"wib|wita|wit|gmt|utc|am|pm|pukul|jam|tanggal|diterbitkan|dipublikasikan|terbit|tayang|published|posted|on|pada|diperbarui|updated?|last|terakhir)\b",
    re.IGNORECASE,
)
LONGEST_FURNITURE = 120
_PARTICULARS = re.compile(
    r"\b(?:oleh|kategori|rubrik|tanggal|dilihat|dibaca|pembaca|hits|views?|posted|category|author|penulis|editor"
    r"|published|publikasi|diposting|komentar|comments?|leave\s+(?:a|your)\s+\w+)\b",
    re.IGNORECASE,
)
_DATED_BYLINE = re.compile(r"\d[\d./-]{5,8}\d,?\s(?:by|oleh|von|par|por|di|door)\s", re.IGNORECASE)
"""How a row of date, author and more begins: "2026-11-10 by Rina Wati, tagged as pasar, beras"."""
_CLOCK = re.compile(r"\b\d\d?[:.]\d\d(?!\d)")
_BEFORE_NUMBERS = re.compile(r"[^\d\W][^\d]{3,60}(?=\d)")
_WORDS_BEHIND_DOOR = 4
_MOST_BESIDE_NAMES = 5
_MOST_BESIDE_SHELVES, _HEAVIEST_BESIDE_SHELF, _LONGEST_ROW = 4, 9, 400
_LONGEST_ROW_OF_MAKING, _REACH_OF_END = 240, 16
_CLOCK_ALIKE = re.compile(r"\d\d?\s?[:.hH時时点點시]\s?\d\d")
_YEAR_ALIKE = re.compile(r"\d{4}")
_IN_ZODIAC = re.compile(r"leo\s?(?:[(:|]|[-–—]\s)", re.IGNORECASE)
"""How the sign of the zodiac that is "today" in Swahili heads its paragraph: "Leo (23 Juli–22 Agustus)"."""
_DASHES = ("-", "–", "—")
_WORDS = re.compile(r"[^\W\d_]+")
_WORDS_WITH_MARKS = re.compile(r"[^\s\d.,:;|/()·•»–—-]+")
"""The same where vowels are marks on their consonants, which are no letters to `re`: "ফেব্রুয়ারি"."""
# fmt: off
_OF_CLOCKS = frozenset((
    "modifica", "il", "st", "nd", "rd", "th",
    "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "eet", "msk", "ist", "jst",
    "mez", "mesz", "uhr", "hrs", "h", "kl", "klo", "saat", "lúc", "às", "à", "at", "le", "um", "am", "em",
    "de", "a", "p", "m", "pm", "sen", "sel", "rab", "kam", "jum", "sab", "min",
))
# fmt: on
"""Words that stand beside times and dates in other languages, in lower case."""


def without_head(lines: list[Line], title: str | None, judged: Judged) -> list[Line]:
    """Lines without the page's head, where the container holds it: down to title, date and byline."""
    prose = next(
        (
            number
            for number, line in enumerate(lines)
            if is_prose(line)
            and line.kind != "heading"
            and not line.signed
            and not _is_row_of_particulars(line.text)
            and not _is_row_of_making(line.text)
            and not is_row_of_shelves(line)
        ),
        0,
    )
    end = 0
    is_scheduled = prose >= _SOME_DAYS and tells_days(lines[:prose])
    for number, line in enumerate(lines[: min(prose, _HEAD_WINDOW)]):
        text = line.text
        if line.own or (is_scheduled and is_date_line(text)):
            continue
        if line.kind != "heading" and is_row_of_shelves(line):
            end = number + 1
        is_made = line.kind == "paragraph" and _is_row_of_making(text)
        if len(text) > LONGEST_FURNITURE and not is_made:
            continue
        is_stamp = is_made or (
            line.kind != "table_row"
            and len(text) <= _LONGEST_STAMP
            and (_stamped(text) or is_byline_of_day(text))
        )
        if is_stamp or is_date_line(text):
            judged.stamps.append(text)
        is_byline = (line.kind != "heading" or has_label_sign(text)) and _is_byline(text)
        is_row = line.kind != "heading" and _is_row_of_particulars(text)
        is_told = is_stamp or is_byline or is_row or read_reporters(text) != ()
        if is_told or (title is not None and (is_same(text, title) or _holds_title(line, title))):
            end = number + 1
    own = [line for line in lines[:end] if line.own]
    head = [line for line in lines[:end] if not line.own]
    for line in head:
        if line.kind == "heading" and not has_label_sign(line.text):
            continue
        if credit := read_oleh(line.text) or _oleh_at_end(line.text):
            judged.credits.append(credit)
        elif credits := read_credits(line.text):
            judged.credits.extend(credits)
        elif begins_byline(line.text):
            judged.signed.extend(read_bylines(line.text))
    judged.dropped.extend(head)
    if prose + 1 < len(lines) and (who := _signed_stamp(lines[prose + 1])) is not None:
        stamp = lines[prose + 1]
        judged.stamps.append(stamp.text)
        judged.signed.append(("author", who))
        judged.dropped.append(stamp)
        return [*own, *lines[end : prose + 1], *lines[prose + 2 :]]
    return [*own, *lines[end:]]


def _holds_title(line: Line, title: str) -> bool:
    """Whether a heading is the title with a kicker before or behind it, that it is printed with."""
    rest = len(line.text) - len(title)
    is_title = line.text.endswith(f" {title}") or line.text.startswith(f"{title} ")
    return line.kind == "heading" and len(title) >= _SHORTEST_TITLE and rest <= _LONGEST_KICKER and is_title


def take_headline(judged: Judged) -> str | None:
    """The first line, taken out of the text, where it is a headline: for titles that name only the site."""
    if len(judged.kept) < 3:
        return None
    first, second = judged.kept[:2]
    is_headline = (
        _SHORTEST_HEADLINE <= len(first.text) <= _LONGEST_HEADLINE
        and not SENTENCE_END.search(first.text)
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
    if len(text) > _LONGEST_STAMP or (SENTENCE_END.search(text) and not is_byline_of_day(text)):
        return False
    if _says_where(text):
        return False
    if text[:4].lower() == "door" and len(text.split()) > _WORDS_BEHIND_DOOR:
        return False  # "Door Prize Menanti Peserta Jalan Sehat"
    return _BY_WORDS.match(text) is not None or (begins_byline(text) and bool(read_bylines(text)))


def _says_where(text: str) -> bool:
    """Whether "di" in a line is "at", and no Italian "by": "di Tempat", "di Samarinda"."""
    place = text[3:].strip(" .,-–—")
    return text[:3].lower() == "di " and (place.lower() == "tempat" or is_place(place))


def _is_row_of_particulars(text: str) -> bool:
    """Whether a line says of an article who wrote it, where it is filed, how often it was read."""
    return (
        len(text) <= LONGEST_FURNITURE
        and any(map(str.isdigit, text))
        and SENTENCE_END.search(text) is None
        and (
            len({word.lower() for word in _PARTICULARS.findall(text)}) > 1
            or _DATED_BYLINE.match(text) is not None
            or _begins_with_posting(text)
        )
    )


def _is_row_of_making(text: str) -> bool:
    """Whether a line says who made the article and ends in when, to the minute, however many have a part in
    it: "Reporter: Rina Wati, Editor: Lia Aminah, Terbit: Senin, 12 Mei 2025 14:30 WITA".
    """
    if len(text) > _LONGEST_ROW_OF_MAKING or not any(map(str.isdigit, text[-_REACH_OF_END:])):
        return False
    if _CLOCK_ALIKE.search(text) is None or _YEAR_ALIKE.search(text) is None or SENTENCE_END.search(text):
        return False
    label = PUBLISHED_WITHIN.search(text)
    is_labelled = label is not None and (label.start() == 0 or ":" in label.group())
    if not (is_labelled or (begins_byline(text) and read_bylines(text))):
        return False
    reading = read_date(text, UTC)
    return reading is not None and reading.precision == "minute"


def is_row_of_shelves(line: Line) -> bool:
    """Whether a line links to shelves alone and says little more than a date: "12 Mei 2025, tagged pasar"."""
    if not line.links or line.kind == "table_row" or len(line.text) > _LONGEST_ROW:
        return False
    if line.text.endswith(_DASHES):
        return False  # a dateline
    if not all(_leads_to_shelf(link.url) for link in line.links):
        return False
    rest = line.text
    for link in line.links:
        rest = rest.replace(link.text, "", 1)
    words = _WORDS.findall(_WORDS_OF_DATES.sub("", rest))
    size = weight("".join(words))
    if SENTENCE_END.search(line.text) is not None:
        return size <= _HEAVIEST_BESIDE_SHELF  # "In Pasar.": portals link words of sentences to their tags
    linked = weight("".join(link.text for link in line.links))
    return len(words) <= _MOST_BESIDE_SHELVES and size <= 2 * linked


def _leads_to_shelf(url: str) -> bool:
    return find_shelf(url) is not None or TAGS_ADDRESS.search(url) is not None


def _signed_stamp(line: Line) -> str | None:
    """The full name in a line that holds the minute of a day besides, as under a lead; None for other lines.

    "Rina Wati 12 Mei 2025, 14:30" gives "Rina Wati".
    """
    before = _BEFORE_NUMBERS.match(line.text)
    if before is None or line.kind != "paragraph" or len(line.text) > _LONGEST_STAMP:
        return None
    name = before.group().strip(" ,-–—|·•")
    reading = read_date(line.text, UTC) if _stamped(line.text) else None
    is_moment = reading is not None and reading.precision == "minute"
    return name if is_moment and is_full_name(name) and not is_place(name) else None


def is_byline_of_day(text: str) -> bool:
    """Whether a line names its author and the day and no more: "Scritto da Tommaso Bardelli il 8/11/2025"."""
    if len(text) > _LONGEST_STAMP or not begins_byline(text) or not _stamped(text.rstrip(".")):
        return False
    return not load_phrases().kinds["correction"].fits(text)  # "Berita ini diperbarui pada 13 Mei karena …"


def is_posting(text: str) -> bool:
    """Whether a line tells the day, and by whom it was posted, or begins with a verb of posting and tells the
    time: "12 Mei 2025 in Pasar, Posted by rina", "posted at: 10:11 | permanent link".
    """
    if len(text) > LONGEST_FURNITURE:
        return False
    return ("posted by" in text.lower() and _stamped(text)) or _begins_with_posting(text)


def _begins_with_posting(text: str) -> bool:
    is_begun = text.lower().startswith(PUBLISHED_VERBS)
    return is_begun and _CLOCK.search(text) is not None and SENTENCE_END.search(text) is None


def is_change(text: str) -> bool:
    """Whether a line says behind a label when something was last changed: "Updated at: 12th Nov, 2026".

    Without a colon it may head what an article was given later: "Update 12 Mei 2025".
    """
    label, colon, _ = text.partition(":")
    is_label = bool(colon) and UPDATED.match(label) is not None and not any(map(str.isdigit, label))
    return is_label and len(text) <= _LONGEST_STAMP and is_date_line(text)


def is_byline_in_words(text: str) -> bool:
    """Whether a line says in few words who made the article: "Ditulis oleh Rina, disunting Lia Aminah."."""
    if len(text) > LONGEST_FURNITURE or ":" in text or not begins_byline(text):
        return False
    names = [name for _, name in read_bylines(text.rstrip(".")) if is_full_name(name)]
    others = len(text.split()) - sum(len(name.split()) for name in names)
    return bool(names) and others <= _MOST_BESIDE_NAMES


def _stamped(text: str) -> bool:
    """Whether a short line is a date with a name or a place beside it, and no sentence."""
    return (
        any(map(str.isdigit, text))
        and not SENTENCE_END.search(text)
        and read_date(text, UTC) is not None
        and _YEAR.search(text) is not None
        and not _dates_something_else(text)
    )


def _dates_something_else(text: str) -> bool:
    """Whether a date stands behind a label that is no word of publishing: "Died: August 21, 2024"."""
    label, colon, _ = text.partition(": ")
    low = label.strip().lower()
    if not colon or any(map(str.isdigit, label)) or begins_byline(text):
        return False
    is_known = (
        low.startswith(PUBLISHED_VERBS)
        or low in PUBLISHED_LABELS
        or UPDATED.search(label) is not None
        or PUBLISHED_WITHIN.search(text) is not None
    )
    return not is_known and not all(map(is_date_word, low.split()))


def tells_days(lines: Sequence[Line]) -> bool:
    """Whether a sentence and then several days stand on lines over the prose, as in a schedule.

    A page's stamp tells one day, and a label says which of two it was changed on.
    """
    begun, days = False, set()
    for line in lines[:_HEAD_WINDOW]:
        if line.links or line.boxed:
            return False
        text = line.text
        if not begun:
            begun = (
                line.kind == "paragraph" and _INTRODUCES.search(text) is not None and not is_date_line(text)
            )
        elif is_date_line(text) and not text.lower().startswith(PUBLISHED_VERBS) and not UPDATED.search(text):
            days.add(reading.when.date() if (reading := read_date(text, UTC)) is not None else None)
    return len(days - {None}) >= _SOME_DAYS


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a date, with the words that go with one.

    >>> is_date_line("Senin, 12 Mei 2025 | 14:30 WITA"), is_date_line("Banjir 12 Mei 2025 merendam kota")
    (True, False)
    """
    return len(text) <= _LONGEST_DATE and _is_date(text)


@lru_cache(maxsize=1024)  # a line is asked for each of its neighbours
def _is_date(text: str) -> bool:
    if _IN_ZODIAC.match(text) is not None:
        return False
    if not any(map(str.isdigit, text)):
        return len(text) <= _LONGEST_AGE and all(map(is_ago, _BETWEEN_AGES.split(text)))
    if read_date(text, UTC) is None:
        ages = [UPDATED.sub("", part, count=1) for part in _BETWEEN_AGES.split(text)]
        return all(len(age) <= _LONGEST_AGE and read_ago(age) is not None for age in ages)
    label, colon, day = text.partition(":")
    is_label = label.lower().startswith(PUBLISHED_VERBS) or UPDATED.fullmatch(label.strip()) is not None
    if colon and day[:1].isspace() and is_label:
        text = day
    line, comma, house = text.rpartition(", ")
    if comma and is_organisation(house):
        text = line  # "12 Mei 2025, 14:30, Kaltim Post"
    rest = _WORDS_OF_DATES.sub("", UPDATED.sub(" ", text)).strip(" ,.|/:-–—()")
    months = load_words().months
    words = _WORDS.findall(rest.lower()) if rest.isascii() else _WORDS_WITH_MARKS.findall(rest.lower())
    return all(is_date_word(word) or word in _OF_CLOCKS or word in months for word in words)


def _oleh_at_end(text: str) -> tuple[str, str] | None:
    """The author that a dated line ends with: "12 Mei 2025, Kategori Opini, Oleh Rina Wati"."""
    found = _BYLINE_AT_END.search(text)
    return ("author", found["name"]) if found else None


def read_oleh(text: str) -> tuple[str, str] | None:
    """The author of a line such as "Oleh Rina Wati", which has no colon."""
    if _BYLINE.fullmatch(text) is None:
        return None
    return next((credit for credit in read_bylines(text) if credit[0] == "author"), None)
