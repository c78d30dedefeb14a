"""The marks by which systems and themes show the parts of a page: `data/marks.toml`, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal, get_args

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.urls import host_of

_WORD_BREAK = re.compile(r"[^a-z0-9]+")
_FOOTER = frozenset(("footer",))
_OF_OTHERS = frozenset(("has", "no", "with", "without", "is", "show", "hide", "title", "heading", "headline"))
"""Words that tell that a name with a caption's word in it is another's: "has-caption"."""
_TEASERS = frozenset(("teaser", "teasers"))
_WIDGET, _WALLED = frozenset(("widget",)), frozenset(("paywall",))
_TAGS, _SHARING = frozenset(("tags",)), frozenset(("share", "sharing", "social"))
_ADVERTS = frozenset(("ad", "ads", "adv", "advs", "adslot", "adbox", "adsense"))
_OF_CATEGORIES = frozenset(("cat", "cats", "category", "categories"))
_OF_ARTICLES = frozenset(("post", "entry", "article", "asset", "single", "berita", "artikel"))
"""Words with which "footer" is an article's own: it holds tags, dates and names."""
_PARTICULARS = re.compile(
    r"(?:^|\s)(?:post|entry|article|single)[-_]{1,2}(?:meta|info|data|header|byline)(?:$|\s)"
    r"|(?:^|[\s_-])(?:byline|firma)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED_TITLE = re.compile(
    r"(?:^|[\s_-])(?:post|article|artikel|berita|news|entry|story|content|detail|blog|single)[\w-]{0,20}(?<!sub)[_-]?"
    r"(?:title|headline|header|judul|titel|titre|titulo|titolo)(?:$|\s)"
    r"|(?:^|\s)(?:judul|jdl)[_-]?(?:berita|artikel|isi|utama|konten|news|detail|tulisan)(?:$|\s)",
    re.IGNORECASE,
)
# fmt: off
_NAMING = frozenset((
    "data-component", "data-testid", "data-test-id", "data-test", "data-qa", "data-area", "data-module",
    "data-block-type", "data-name", "aria-labelledby", "type",
))
# fmt: on
_LONGEST_NAMING = 60
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


BoxKind = Literal["overlays", "tools", "players", "adverts", "summaries", "bios"]
"""Boxes within a text that are none of it: `data/marks.toml` has their words."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks by part, and the words and marks of chrome."""

    roles: Mapping[str, Mapping[str, int]]
    """Mark to {part: rank}; rank 0 is the most trusted of its part."""
    chrome: frozenset[str]
    embeds: frozenset[str]
    chrome_words: frozenset[str]
    boxes: Mapping[BoxKind, frozenset[str]]
    """Words of the boxes of each kind; a box of several is of the first."""
    builder_words: frozenset[str]
    """Words of the classes of page builders, to which every part of a page is a widget."""
    title_names: frozenset[str]
    """Classes that call an element the title, where nothing else does."""
    standfirst_words: frozenset[str]
    """Words of what stands between title and text and is a subtitle."""
    caption_words: frozenset[str]
    """Words of the classes of a picture's caption."""
    picture_words: frozenset[str]
    """Words of boxes that hold a picture and what is said of it."""
    byline_words: frozenset[str]
    """Words of boxes that name an article's author, maybe beside a picture."""
    aside_words: frozenset[str]
    """Those of `chrome_words` that name what may hold much prose of its own: comments, recommendations."""
    other_words: frozenset[str]
    """Those of them that name other articles."""
    slide_words: frozenset[str]
    """Words of boxes that hold pictures one after the other."""
    plain: tuple[str, ...]
    """Classes, and beginnings of classes, whose words tell nothing."""
    place_words: frozenset[str]
    """Words that tell the halves of a text apart by their place."""
    row_words: frozenset[str]
    """Words of rows that tell who wrote an article, and when."""
    fact_words: frozenset[str]
    """Words of boxes of facts that an article's editors wrote."""
    introduction_words: frozenset[str]
    """Words of boxes that hold the opening of a text."""
    hidden: frozenset[str]
    """Classes by which frameworks hide what bears them."""
    channels: tuple[str, ...]
    """Hosts to which pictures that ask to follow link."""


@cache
def load_marks() -> Marks:
    """The package's marks, read once."""
    data = read_data("marks.toml")
    chrome = data.pop("chrome")
    roles: dict[str, dict[str, int]] = {}
    for part, table in data.items():
        for rank, mark in enumerate(table["marks"]):
            roles.setdefault(mark.lower(), {})[part] = rank
    return Marks(
        roles,
        frozenset(chrome["marks"]),
        frozenset(chrome["embeds"]),
        frozenset(chrome["words"]),
        {kind: frozenset(chrome[kind]) for kind in get_args(BoxKind)},
        frozenset(chrome["builders"]),
        frozenset(chrome["titles"]),
        frozenset(chrome["standfirsts"]),
        frozenset(chrome["captions"]),
        frozenset(chrome["pictures"]),
        frozenset(chrome["bylines"]),
        frozenset(chrome["asides"]),
        frozenset(chrome["others"]),
        frozenset(chrome["slides"]),
        tuple(chrome["plain"]),
        frozenset(chrome["places"]),
        frozenset(chrome["rows"]),
        frozenset(chrome["facts"]),
        frozenset(chrome["introductions"]),
        frozenset(chrome["hidden"]),
        tuple(chrome["channels"]),
    )


def _either(words: Iterable[str]) -> str:
    """A pattern of any of some words, by their first letters: the engine then tries few of them."""
    groups = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in its)})" for letter, its in groups)


_SHELVES = (mark.removeprefix("href=") for mark in load_marks().roles if mark.startswith("href="))
find_shelf = re.compile(rf"/({_either(_SHELVES)})(?=/(?!#|\?(?:[a-z_]{{0,8}}ref=|utm_)))").search
"""Finds the first shelf in an address, its group 1: a path segment by which systems file their pages.

What has no more than "?ref=menu" or "#top" behind it is a link in a menu."""


def marks_of(element: Element) -> tuple[str, ...]:
    """The marks that `element` bears, in lower case: classes, id, itemprop, rel, a link's shelf."""
    get = element.get
    if element.tag != "a":
        return _marks(get("class"), get("id"), get("itemprop"), None, None)
    href = get("href") or ""
    shelf = find_shelf(href)
    return _marks(get("class"), get("id"), get("itemprop"), get("rel"), shelf and shelf[1])


@lru_cache(maxsize=8192)
def _marks(
    classes: str | None, name: str | None, itemprop: str | None, rel: str | None, shelf: str | None
) -> tuple[str, ...]:
    marks = ["." + word for word in classes.lower().split()] if classes else []
    if name:
        marks.append("#" + name.lower())
    if itemprop:
        marks.extend(f"[{word}]" for word in itemprop.lower().split())
    if rel:
        marks.extend("rel=" + word for word in rel.lower().split())
    if shelf:
        marks.append("href=" + shelf)
    return tuple(marks)


Part = tuple[str, str, int]
"""Name of a part, the mark that names it, and the mark's rank."""
Parts = tuple[Part, ...]
CAPTION: Parts = (("caption", "figcaption", 0),)


def parts_of(element: Element) -> Parts:
    """The parts that `element`'s marks name."""
    if element.tag == "figcaption":
        return CAPTION
    get = element.get
    if element.tag == "a":
        shelf = find_shelf(get("href") or "")
        return parts_of_link(get("class"), get("itemprop"), get("rel"), shelf and shelf[1])
    return parts_of_attributes(get("class"), get("id"), get("itemprop"))


@lru_cache(maxsize=8192)
def parts_of_classes(classes: str) -> Parts:
    """The parts that an element with that class attribute and no other mark is marked as."""
    return _parts_of_marks(_marks(classes, None, None, None, None))


@lru_cache(maxsize=8192)
def parts_of_attributes(classes: str | None, name: str | None, itemprop: str | None) -> Parts:
    """The same for an element that may have an id or itemprop."""
    return _parts_of_marks(_marks(classes, name, itemprop, None, None))


@lru_cache(maxsize=8192)
def parts_of_link(classes: str | None, itemprop: str | None, rel: str | None, shelf: str | None) -> Parts:
    """The same for an <a>, whose rel and shelf are marks too."""
    return _parts_of_marks(_marks(classes, None, itemprop, rel, shelf))


@lru_cache(maxsize=8192)
def _parts_of_marks(marks: tuple[str, ...]) -> Parts:
    return tuple({part[0]: part for mark in reversed(marks) for part in _parts_of_mark(mark)}.values())


def known_ids() -> frozenset[str]:
    """The ids that name a part."""
    return frozenset(mark[1:] for mark in load_marks().roles if mark.startswith("#"))


def _parts_of_mark(mark: str) -> Parts:
    roles = load_marks().roles.get(mark)
    return tuple((part, mark, rank) for part, rank in roles.items()) if roles else ()


@lru_cache(maxsize=8192)
def names_chrome(classes: str | None, name: str | None) -> bool:
    """Whether an element's classes and id are marks that say that it is no text of the article."""
    return not load_marks().chrome.isdisjoint(_marks(classes, name, None, None, None))


def is_embed(element: Element) -> bool:
    """Whether an element is a post of another site by its classes."""
    classes = element.get("class")
    return classes is not None and not load_marks().embeds.isdisjoint(_marks(classes, None, None, None, None))


def leads_to_channel(link: Element) -> bool:
    """Whether a link leads to a messenger, a shop of apps or the like, to follow there."""
    host = host_of(link.get("href") or "")
    return host.endswith(load_marks().channels) and any(
        host == channel or host.endswith(f".{channel}") for channel in load_marks().channels
    )


def has_chrome_word(element: Element) -> bool:
    """Whether a word of the element's names is chrome's: "td-relatedPosts" is related and posts."""
    classes, name = names_of_box(element)
    return names_chrome_by_word(classes, name) if classes or name else False


def is_called_chrome(paragraph: Element) -> bool:
    """Whether a paragraph's names call it chrome: not where they only say that it stands behind a paywall."""
    return (
        has_chrome_word(paragraph)
        and load_marks().chrome_words & _words_of(paragraph.get("class"), paragraph.get("id")) != _WALLED
    )


def box_of(element: Element) -> BoxKind | None:
    """What kind of box an element is by the words of its names, if of any."""
    classes, name = names_of_box(element)
    return _box_named(classes, name) if classes or name else None


def names_of_box(element: Element) -> tuple[str | None, str | None]:
    """An element's classes with what else sites name their boxes by, and its id.

    Where classes are made by machines ("css-1k2j3"), data attributes tell testers and scripts what a box is.
    """
    classes = element.get("class")
    for key in sorted(_NAMING.intersection(element.keys())):
        if (value := element.get(key)) and len(value) <= _LONGEST_NAMING:
            classes = f"{classes} {value}" if classes else value
    return classes, element.get("id")


@lru_cache(maxsize=8192)
def _box_named(classes: str | None, name: str | None) -> BoxKind | None:
    words = _words_of(classes, name)
    return next((kind for kind, its in load_marks().boxes.items() if not its.isdisjoint(words)), None)


def has_aside_word(element: Element) -> bool:
    """Whether a word of the element's classes or id names comments, recommendations and the like."""
    classes, name = element.get("class"), element.get("id")
    return not load_marks().aside_words.isdisjoint(_words_of(classes, name)) if classes or name else False


def names_advert(element: Element) -> bool:
    """Whether a word of the element's names is one for adverts alone: "inline-ad", and no banner."""
    classes, name = names_of_box(element)
    return not _ADVERTS.isdisjoint(_words_of(classes, name))


def names_others(element: Element) -> bool:
    """Whether a word of the element's names tells of other articles: "inline-related"."""
    classes, name = names_of_box(element)
    return not load_marks().other_words.isdisjoint(_words_of(classes, name)) if classes or name else False


def is_called_teaser(element: Element) -> bool:
    """Whether no word of the element's names says that it is an aside but that for a teaser."""
    words = _words_of(element.get("class"), element.get("id"))
    return load_marks().aside_words & words <= _TEASERS


def names_title(classes: str) -> bool:
    """Whether an element's classes are one that calls it the title, or that of a post's: "naslov",
    "post-title".
    """
    return classes.strip().lower() in load_marks().title_names or _NAMED_TITLE.search(classes) is not None


def names_standfirst(element: Element) -> bool:
    """Whether a word of the element's classes names a subtitle: "fig-standfirst"."""
    classes = element.get("class")
    return classes is not None and _name_standfirst(classes)


@lru_cache(maxsize=8192)
def _name_standfirst(classes: str) -> bool:
    return not load_marks().standfirst_words.isdisjoint(_words_of(classes, None))


def names_caption(element: Element) -> bool:
    """Whether a class of an element is named for a picture's caption: "image-elevate__caption"."""
    classes = element.get("class")
    return classes is not None and _name_caption(classes)


@lru_cache(maxsize=8192)
def _name_caption(classes: str) -> bool:
    captions = load_marks().caption_words
    words = (frozenset(_WORD_BREAK.split(name)) for name in classes.lower().split())
    return any(not captions.isdisjoint(its) and _OF_OTHERS.isdisjoint(its) for its in words)


def names_picture(elements: Iterable[Element]) -> bool:
    """Whether one of the elements is named for a picture and none for a byline: "mainImage", "author-img"."""
    words: frozenset[str] = frozenset().union(
        *(_words_of(each.get("class"), each.get("id")) for each in elements)
    )
    marks = load_marks()
    return not marks.picture_words.isdisjoint(words) and marks.byline_words.isdisjoint(words)


def names_slides(element: Element) -> bool:
    """Whether an element is named for pictures one after the other: "story-gallery"."""
    classes = element.get("class")
    return classes is not None and not load_marks().slide_words.isdisjoint(_words_of(classes, None))


def names_facts(element: Element) -> bool:
    """Whether an element is named for facts beside the text: "c-fact-box"; not for what leads elsewhere."""
    words = _words_of(element.get("class"), None)
    marks = load_marks()
    return not marks.fact_words.isdisjoint(words) and marks.chrome_words.isdisjoint(words)


def names_introduction(element: Element) -> bool:
    """Whether an element is named for the opening of a text: "itemIntroText"."""
    words = _words_of(element.get("class"), None)
    return not load_marks().introduction_words.isdisjoint(words)


def names_particulars(element: Element) -> bool:
    """Whether an element is named for an article's particulars: "post-meta", "firma_comentarios"."""
    classes = element.get("class")
    return classes is not None and _PARTICULARS.search(classes) is not None


def is_footer_of_article(element: Element) -> bool:
    """Whether an element is named for the foot of an article, and for nothing else that is an aside."""
    words = _words_of(element.get("class"), element.get("id"))
    return load_marks().aside_words & words == _FOOTER and not _OF_ARTICLES.isdisjoint(words)


@lru_cache(maxsize=8192)
def names_chrome_by_word(classes: str | None, name: str | None) -> bool:
    """The same for an element of these classes and id."""
    words = _words_of(classes, name)
    marks = load_marks()
    found = marks.chrome_words & words
    if found == _WIDGET:
        return marks.builder_words.isdisjoint(words)
    if (found == _TAGS and not _OF_CATEGORIES.isdisjoint(words)) or (
        found <= _SHARING and not marks.row_words.isdisjoint(words)
    ):
        return False  # "cat-tags-links", "timeAndShare"
    return bool(found) and not (found == _FOOTER and not _OF_ARTICLES.isdisjoint(words))


@lru_cache(maxsize=8192)
def _words_of(classes: str | None, name: str | None) -> frozenset[str]:
    plain = load_marks().plain
    if classes and any(each in classes for each in plain):
        classes = " ".join(each for each in classes.split() if not each.lower().startswith(plain))
    return frozenset(
        word
        for value in (classes, name)
        if value
        for whole in (_CAMEL.sub("-", value), value)  # "KeyPoints" is key, points and keypoints
        for word in _WORD_BREAK.split(whole.lower())
    )
