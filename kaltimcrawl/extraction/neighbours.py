"""Names that stand beside the article's date, where no mark and no label tells that they are its authors.

Between title and body most pages print the author and the date in one row, in either order. What stands right
beside the date and is built like a name, and names neither the portal nor its shelves, is the author.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.ago import read_ago
from kaltimcrawl.extraction.apart import grounds_of, stands_apart
from kaltimcrawl.extraction.around import elements_at_foot, elements_over
from kaltimcrawl.extraction.authors import sounds_otherwise
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline, is_label, read_bylines
from kaltimcrawl.extraction.bywords import is_date_word, is_organisation, is_place, load_words
from kaltimcrawl.extraction.crumbs import leads_home
from kaltimcrawl.extraction.fullnames import (
    begins_with_house,
    is_full_name,
    names_before_date,
    split_names,
    without_by,
)
from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.lineforms import names_in_form
from kaltimcrawl.extraction.marks import parts_of
from kaltimcrawl.extraction.menus import is_in_menu
from kaltimcrawl.extraction.names import clean_name, is_site
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.tree import bare, fold
from kaltimcrawl.extraction.verdict import SENTENCE_END

_DAY = re.compile(
    r"(?:19|20|২০|٢٠|२०)\d\d(?=\b|年|년)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}\s[^\W\d_]{3,12}\s['’]?\d\d$"
)
_BY = re.compile(
    r"(?:^|[,|•·-]\s*)(?P<by>(?:oleh|by|por|par|von|di|door|av|af|nga|teksti|tekst|texto|teks|texte|testo|liputan|đăng\s+bởi|a\s+cura\s+di"
    r"|(?:propos|entretien|interview)\s+\w{4,10}\s+par)\s+.{2,60})$",
    re.IGNORECASE,
)
_BY_BEHIND = re.compile(r"\s(?P<by>(?:oleh|by|por|par|von|door)\s+\S.{1,60})$", re.IGNORECASE)
"""Behind a date: "12 Mei 2025 14:30 WITA Oleh Rina Wati"."""
_BEHIND = re.compile(r"\s(?:[-–—]\s\S+(?:\s\S+){0,3}|\([^()]{2,30}\))$")  # "Rina Wati - detikKalimantan"
_BREAK = re.compile(
    r"\s*[|•·»›\u2600-\u27bf\u23f0-\u23ff\U0001f300-\U0001faff]\s*|\s::\s|\s+[-–—/]\s+|\s{2,}|,\s+(?=oleh\b)",
    re.IGNORECASE,
)
_SIGNS_BEFORE = re.compile(r"^[^\w\s(\"“]+\s*(?=\w)")  # "✍️ Rina Wati"
_AMERICAN_PLACE = re.compile(r"[A-Z][A-Z .'-]{2,24},\s(?:[A-Z][a-z]{2,5}\.|[A-Z]{2})")
"""How American datelines begin: "SUNNYVALE, Calif."."""
_OF_PICTURE = re.compile(r"\b(?:photos?|foto|images?|gambar|pictures?)\b", re.IGNORECASE)
_SHELVES = re.compile(
    r"/(?:tags?|topics?|topik|categor(?:y|ies)|kategori|rubrik|archives?|arsip)[/.:=]", re.IGNORECASE
)
_LONGEST_PIECE = 120
_WORDS_OF_LABEL = 2
_SHORTEST_PARAGRAPH, _SHORTEST_SENTENCE = 80, 60
_ADDRESS_BEHIND = re.compile(r"[\s(<]{1,3}[\w.+-]{1,40}@[\w.-]{3,60}[)>]?$")
"""Of mail: "Rina Wati rwati@kabarhulu.example"."""
_TEXTS = ("teks", "tekst", "text")
_OF_ROWS = frozenset(("a", "span", "b", "strong", "li"))
_IN_TEXT = frozenset(("a", "b", "strong", "i", "em", "span", "u"))
_LONGEST_NAME = 45
_LONGEST_AGO = 40
_MOST_PIECES = 24
_LABELS = frozenset(("dt", "th", "label"))
_LEVELS_OF_BOX, _MOST_OVER_TITLE = 3, 20
_NEAREST = 2
"""Pieces on either side of the date that are looked at."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    element: Element
    """The element that it stands in."""
    is_whole: bool
    """Whether the element holds nothing else."""


def authors_beside_date(
    page: Page, title_order: int, sites: set[str], shelves: Collection[str]
) -> Iterator[Named]:
    """The names beside the first date under the title; `shelves` are sections and the like, in lower case."""
    title = bare(brief_text(page.survey.elements[title_order])) if title_order else ""
    under = _pieces(page, elements_over(page, title_order + 1), title_order)
    if (found := _names_beside([*under], title, page, title_order, sites, shelves)) is not None:
        yield from found
        return
    over = [*_pieces(page, _in_title_box(page, title_order), title_order)]
    below = [
        piece
        for piece in _pieces(page, elements_at_foot(page), title_order)
        if page.is_own(piece.element) and not (piece.element.tag == "a" and is_in_menu(piece.element))
    ]
    for pieces in (over, below):
        found = _names_beside(pieces, title, page, title_order, sites, shelves)
        if found is not None:
            near = [names for names in found if all(map(is_full_name, names.value))]
            if not near and pieces is over:
                near = _names_under_title(page, title_order, sites, shelves)
            yield from near
            return


def _names_under_title(
    page: Page, title_order: int, sites: set[str], shelves: Collection[str]
) -> list[Named]:
    """The full names right under a title that the date stands right over."""
    title = bare(brief_text(page.survey.elements[title_order]))
    head = takewhile(
        lambda each: page.survey.blocks.get(each, 0) < _SHORTEST_PARAGRAPH,
        elements_over(page, title_order + 1),
    )
    pieces = _pieces(page, head, title_order)
    first = next((piece for piece in pieces if bare(piece.text) not in title), None)
    if first is None or stands_apart(first.element, grounds_of(page, title_order)):
        return []
    if (
        first.element.tag == "a"
        and first.element.get("href")
        and not any(part == "author" for part, _, _ in parts_of(first.element))
    ):
        return []  # of a shelf
    names = _names_in(first, sites, shelves)
    is_named = bool(names) and all(map(is_full_name, names))
    return [Found(names, "text: under title", first.text)] if is_named else []


def _in_title_box(page: Page, title_order: int) -> list[Element]:
    """The elements right over the title, in the same box: the site's head stands farther away."""
    if not title_order:
        return []
    title = page.survey.elements[title_order]
    boxes = set(islice(title.iterancestors(), _LEVELS_OF_BOX))
    cell = next(title.iterancestors("td"), None)
    before = page.survey.elements[max(0, title_order - _MOST_OVER_TITLE) : title_order]
    return [
        each
        for each in before
        if not boxes.isdisjoint(islice(each.iterancestors(), _LEVELS_OF_BOX))
        and next(each.iterancestors("td"), None) in (None, cell)  # no column beside the title's
    ]


def _names_beside(
    pieces: list[_Piece], title: str, page: Page, title_order: int, sites: set[str], shelves: Collection[str]
) -> Iterator[Named] | None:
    """The names beside the first date among `pieces`; None where there is no date."""
    pieces = [piece for piece in pieces if bare(piece.text) not in title]
    grounds = grounds_of(page, title_order)
    for number, piece in enumerate(pieces):
        if not _tells_day(piece.text) or stands_apart(piece.element, grounds):
            continue
        grounds = grounds_of(page, title_order, piece.element)
        inside = [_Piece(part, piece.element, False) for part in _parts(piece.text)]
        before, after = pieces[max(0, number - _NEAREST) : number], pieces[number + 1 : number + 1 + _NEAREST]
        near_pieces = (*inside, *before[::-1], *after)
        nearest = sorted(near_pieces, key=lambda piece: len(piece.text.split()) == 1)  # a lone word last
        named = (
            (near, names)
            for near in nearest
            if (names := _names_in(near, sites, shelves)) and not stands_apart(near.element, grounds)
        )
        return (
            Found(_with_those_in_row(near, names, pieces, sites, shelves), "text: beside date", near.text)
            for near, names in named
        )
    return None


def _with_those_in_row(
    near: _Piece, names: tuple[str, ...], pieces: list[_Piece], sites: set[str], shelves: Collection[str]
) -> tuple[str, ...]:
    """`names` and the full names of the pieces that stand in a row with theirs, in the page's order."""
    pieces = [piece for piece in pieces if piece.text.lower() not in load_words().between]
    place = next((number for number, piece in enumerate(pieces) if piece is near), -1)
    if place < 0 or not all(map(is_full_name, names)):
        return names
    row = [names]
    for step in (-1, 1):
        here = place
        while 0 <= here + step < len(pieces):
            one, other = sorted((here, here + step))
            beside = _names_in(pieces[here + step], sites, shelves)
            if (
                not beside
                or not _stand_in_row(pieces[one], pieces[other])
                or not all(map(is_full_name, beside))
            ):
                break
            row = [beside, *row] if step < 0 else [*row, beside]
            here += step
    return tuple(dict.fromkeys(name for its in row for name in its))


def _stand_in_row(one: _Piece, other: _Piece) -> bool:
    """Whether two pieces are lines of one element, or elements alike with no more than a comma between.

    A bar stands between the reporter and the editor, on Indonesian pages.
    """
    if one.element is other.element:
        return True
    between = one.element.getnext()
    is_joint = between is not None and brief_text(between).lower() in load_words().between
    return (
        one.element.tag in _OF_ROWS
        and other.element in islice(one.element.itersiblings(), 2 if is_joint else 1)
        and other.element.tag == one.element.tag
        and other.element.get("class") == one.element.get("class")
        and (one.element.tail or "").strip().lower() in ("", ",", "&", *load_words().between)
    )


def _pieces(page: Page, elements: Iterable[Element], title_order: int) -> Iterator[_Piece]:
    """The short texts of some elements, in order."""
    found = 0
    for element in elements:
        if element.tag in _IN_TEXT and _is_in_prose(page, element):
            continue
        if element.tag == "a" and leads_home(element, page.url):
            continue
        for holder, text, is_whole in (
            (element, element.text, not len(element)),
            (element.getparent(), element.tail, False),
        ):
            if text is None or text.isspace() or len(text) > _LONGEST_PIECE:
                continue
            if text.isupper() and text.rstrip().endswith(":"):
                continue  # "PERIKSA: Petugas menimbang …", under a picture
            if is_whole and element.tag == "a" and _is_labelled_otherwise(element):
                continue
            if _is_long_label(text):
                continue
            folded = _SIGNS_BEFORE.sub("", fold(text).strip(" |•·,–—-/:"))
            if not folded or not page.may_tell(element, title_order):
                continue
            yield _Piece(folded, element if holder is None else holder, is_whole)
            found += 1
            if found >= _MOST_PIECES:
                return


def _is_long_label(text: str) -> bool:
    """Whether a text is a label of several words that tells of no writer: "Also Included In:"."""
    label = text.strip()
    return label.endswith(":") and len(label.split()) > _WORDS_OF_LABEL and not begins_byline(label)


def _is_labelled_otherwise(link: Element) -> bool:
    """Whether such a label stands right before a link."""
    before = link.getprevious()
    parent = link.getparent()
    label = before.tail if before is not None else parent.text if parent is not None else None
    return label is not None and _is_long_label(label)


def _is_in_prose(page: Page, element: Element) -> bool:
    """Whether an element is a part of running text: names stand there too."""
    block = element.getparent()
    return block is not None and block.tag == "p" and page.survey.blocks.get(block, 0) >= _SHORTEST_PARAGRAPH


def _tells_day(text: str) -> bool:
    """Whether a text tells a day, by its date or by how long ago it was: "3 minggu yang lalu"; sentences
    don't.
    """
    if len(text) > _SHORTEST_SENTENCE and SENTENCE_END.search(text) is not None:
        return False
    return _DAY.search(text) is not None or (len(text) <= _LONGEST_AGO and read_ago(text) is not None)


def _parts(text: str) -> list[str]:
    """What else a text with a date in it says: "12 Mei 2025, Kategori Opini, Oleh Rina" holds a byline."""
    parts = [part for part in _BREAK.split(text) if not _tells_day(part)]
    by = _BY_BEHIND.search(text)
    parts += [by["by"]] if by is not None and _DAY.search(text, 0, by.start()) else []
    return parts + list(names_before_date(text))


def _names_in(piece: _Piece, sites: set[str], shelves: Collection[str]) -> tuple[str, ...]:
    by = _BY.search(piece.text)
    if by is not None:
        is_text = by["by"].lower().startswith(_TEXTS)  # "Teks Hukum" names a subject
        return tuple(
            name
            for role, name in read_bylines(_without_site(by["by"], sites), is_marked=True)
            if role == "author" and (not is_text or is_full_name(name))
        )
    text = _ADDRESS_BEHIND.sub("", piece.text) if "@" in piece.text else piece.text
    text = without_by(_without_site(text, sites))
    if begins_with_house(text):
        return ()
    if (named := names_in_form(text)) and not sounds_otherwise(piece.element):
        return named if bare(text) not in shelves else ()
    if not 3 <= len(text) <= _LONGEST_NAME or any(map(str.isdigit, text)) or bare(text) in shelves:
        return ()
    if load_phrases().noise.fits(text) or load_phrases().kinds["home"].fits(text) or is_site(text, sites):
        return ()
    if kind_of(text) is not None or is_place(text) or is_label(text, is_alone=True):
        return ()
    post, _, house = text.partition(" ")
    if post.lower() in load_words().jobs and (is_site(house, sites) or is_place(house)):
        return ()  # "Kontributor Balikpapan", "Wartawan Kabar Hulu"
    if any(part == "caption" for part, _, _ in parts_of(piece.element)):
        return ()
    if (
        text.startswith("The ")
        or _AMERICAN_PLACE.fullmatch(text)
        or sounds_otherwise(piece.element)
        or _OF_PICTURE.search(text)
        or load_words().roles.get(text.partition(" ")[0].lower()) == "photo"
        or _is_of_shelf(piece.element)
        or is_organisation(text)
    ):
        return ()
    behind = _BEHIND.search(text)
    if behind is not None and is_full_name(text[: behind.start()]):
        text = text[: behind.start()]
    names = split_names(text)
    if all(is_full_name(name) and not _says_date(name) and clean_name(name) for name in names):
        return tuple(names)
    is_of_label = piece.element.tag in _LABELS
    is_single = (
        not is_of_label
        and piece.is_whole
        and len(text.split()) == 1
        and text[0].isupper()
        and text[1:].islower()
    )
    if is_single and text.isalpha() and not is_date_word(text) and clean_name(text) == text:
        return (text,)
    return ()


def _is_of_shelf(element: Element) -> bool:
    """Whether an element is a link to a list of articles: by tag, section or month."""
    href = element.get("href") if element.tag == "a" else None
    return href is not None and _SHELVES.search(href) is not None


def _says_date(name: str) -> bool:
    return any(is_date_word(word) for word in name.split())


def _without_site(text: str, sites: set[str]) -> str:
    """`text` without the portal's name behind a dash or comma: "Rina Wati - Kabar Hulu"."""
    for separator in (" - ", " – ", ", "):
        head, found, tail = text.rpartition(separator)
        if found and is_site(tail, sites):
            return head
    return text
