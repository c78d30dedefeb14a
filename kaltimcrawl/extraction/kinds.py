"""Whether a page is an article, and no front page, category, tag, search, gallery or static page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.datelines import read_dateline
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.moment import Moments
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.scripted import SCRIPT
from kaltimcrawl.extraction.standing import (
    is_dated_by_claim,
    is_of_forum,
    is_of_wordpress,
    is_standing_address,
    stands_beside,
)
from kaltimcrawl.extraction.structured import Structured
from kaltimcrawl.extraction.tree import text_of, weight
from kaltimcrawl.extraction.verdict import SENTENCE_END, is_prose
from kaltimcrawl.urls import split_url

_LISTING_PATH = re.compile(
    r"^/?(?:(?:.+/)?(?:category|categories|kategori|tag|tags|topik|topic|author|penulis|search|cari|indeks|index|arsip|archives?|feed|label|rubrik|kanal|page)(?:/.*)?|(?:index\d{0,3}|default|home)\.(?:html?|php|aspx?)|blogs?)?/?$",
    re.IGNORECASE,
)
_SHELF_PATH = re.compile(
    r"(?:^|/)(?:(?:tags?|authors?|penulis|label)/[^/\d]{1,200}|(?:archives?|arsip)/\d{4}/\d{1,2})/?$",
    re.IGNORECASE,
)
"""Of the page of one tag or author, however many words its name has, or of one month."""
_NUMBERED = re.compile(r"(?:^|/archives)/\d+/?$")
"""WordPress's "numeric" addresses of posts, and the number alone, which may look like a year's archive."""
_ARTICLE_PATH = re.compile(
    r"\d{4}/\d{2}/\d{2}/|/\d{4,}(?:[/.-]|$)|[a-z0-9]+(?:[-_.][a-z0-9]+){3,}"
    r"|(?<!/category)(?<!/kategori)/(?:read|baca|detail|view|lihat|show|artikel|article|story|node)"
    r"(?:[_-]?(?:berita|artikel|news|article))?/(?:(?:\w{1,3}/)?[0-9a-f]{16,40}|\d{2,})(?:[/.-]|$)",
    re.IGNORECASE,
)
_ARTICLE_QUERY = re.compile(
    r"(?:^|&)(?:(?!cat|kat|page|tag|user|author|section)[a-z_-]{0,20}id|p|berita|artikel|news|baca)=\d{2,20}(?:&|$)",
    re.IGNORECASE,
)
"""Of systems without addresses that tell: "detail?id=478984", "?p=123"."""
_NUMBERED_QUERY = re.compile(
    r"(?:^|&)(?:(?:ud|no|num|seq|idx|idxno|sn|aid|key)=\d{4,16}|kode=\d{2,8})(?:&|$)", re.IGNORECASE
)
"""Of systems of East Asia, "view.php?ud=20131114000812", and of Indonesian schools, "?id=berita&kode=57"."""
_SLUG = re.compile(r"/[^\W\d_]{2,}(?:-\w{2,}){2,}/?$")
"""The last part of an address, of three words."""
_DATE_ARCHIVE = re.compile(r"^/\d{4}(?:/\d{1,2}){0,2}/?(?:page/\d+/?)?$")
_LISTING_QUERY = re.compile(
    r"(?:^|&)(?:(?:s|q|search|keyword|key)=(?!\d+(?:&|$))|(?:cat|tag|author|paged)=)", re.IGNORECASE
)
_ITEM_BESIDE = re.compile(r"(?:^|&)(?:[a-z_]{0,12}id|nr|no|art|news|berita)=\d{1,12}(?:&|$)", re.IGNORECASE)
"""What tells one of a shelf's articles: "?cat=3&id=12"."""
_OF_SHELVES = re.compile(r"(?:^|&)(?:cat|tag|author)_?id=", re.IGNORECASE)
_LIST_OF_PATH = re.compile(r"(?:^|&)(?:(?:s|q|search)=(?!\d+(?:&|$))|(?:cat|paged)=)")
"""Those that make a list of an address whatever its path."""
_PATH_IN_QUERY = re.compile(r"(?:^|&)q=((?:[\w%.~-]{1,200}/)+[\w%.~-]{1,200})(?=&|$)")
"""Drupal's, where a server doesn't rewrite addresses: "/?q=content/banjir-surut"."""
_DATA = read_data("kinds.toml")
_NOT_SINGLE = frozenset(_DATA["classes"]["lists"])
_OF_LETTERS = frozenset(_DATA["classes"]["of_letters"])
_OF_BLOGS = frozenset(_DATA["classes"]["of_blogs"])
"""Those that other systems than WordPress give all their pages."""
_SINGLE = frozenset(_DATA["classes"]["single"])
_SINGLE_POST = "single-post"
_NEWS = frozenset(_DATA["addresses"]["news"])
_FRONT = ("", "/", "/index.php")
_MEDIA = re.compile(
    r"(?:^|[/.])(?:foto|photos?|readfoto|fotonews|gallery|galeri|galleries|video|videos|tv|watch|infografis|podcast)(?=[/.]|$)",
    re.IGNORECASE,
)
_WORDS = r"[a-z]{2,30}(?:-[a-z\d]{1,30}){2,20}"
_OF_DAY_AND_WORDS = re.compile(
    rf"/(?:19|20)\d\d/\d\d?/\d\d?/(?:\d{{4,12}}/{_WORDS}(?:\.[a-z]{{3,5}})?/?|{_WORDS}\.s?html?)$"
)
"""A path as other systems than WordPress give articles: a number or an ending beside day and words."""
_OF_SHELVES_TOO = frozenset(_DATA["classes"]["of_shelves"])
_SOME_HEADLINES = 0.8
_MOST_HEADLINES, _ANY_HEADLINES = 2.5, 8
"""Headlines that link elsewhere by paragraph: that many, and the page is a list of them."""
_SOME_ENTRIES, _HEAD_OF_ENTRY, _SHORTEST_HEADLINE = 2, 8, 20
_LEAST_TEXT = 180
_LEAST_PROSE = 100
_LEAST_OF_NEWS = 300
_LEAST_IF_DATED, _LEAST_IF_UNDATED = 400, 600
_LINES_OF_VERSE = 8
_LEAST_OF_LIST = 250
_LEAST_SENTENCE = 40
_LEAST_BESIDE_MEDIA = 700


def tells_other_kind(root: Element, structured: Structured, url: str | None) -> bool:
    """Whether a page's address and the marks of its <body> and <head> alone tell that it is no article.

    So does most of the lists, whose text then needn't be read.
    """
    classes = _body_classes(root)
    if (_of_lists(classes, structured, url) - _OF_BLOGS and not classes & _SINGLE) or root.find(
        ".//amp-story"
    ) is not None:
        return True
    if structured.is_listing or (_is_listing_address(url) and _SINGLE_POST not in classes):
        return True
    path, query = _parts_of(url)
    return (structured.article is None and is_of_forum(url)) or (
        is_standing_address(path, query)
        and (path.strip("/").count("/") == 0 or not is_dated_by_claim(structured))
    )


def is_article(
    page: Page,
    lines: Sequence[Line],
    dropped: Sequence[Line],
    moments: Moments,
    method: str,
    order: Sequence[Line] = (),
    *,
    is_addressed: bool = False,
    is_its_own: bool = False,
) -> bool:
    """Whether a page, of which `tells_other_kind` is not true, is one article.

    `lines` are the body's own and `dropped` those judged not to be, `order` both as the page has them;
    `method` is what chose the body; `is_addressed` whether the page's address repeats its printed title,
    `is_its_own` whether it does so or that title links to the page.
    """
    classes = _body_classes(page.root)
    claims = _claims_article(page.structured)
    day = moments.published
    published = day is not None and (day.printed or not day.place.startswith(SCRIPT))
    path, query = _parts_of(page.url)
    named = _is_named(path, query)
    no_singles = _of_lists(classes, page.structured, page.url)
    if published and (claims or is_its_own or named) and path.strip("/"):
        no_singles -= _OF_BLOGS
    if no_singles and not classes & _SINGLE:
        return False
    beside = _before_end(dropped, lines, order) if published and named else dropped
    share = _MOST_HEADLINES if claims or (published and is_addressed) else _SOME_HEADLINES
    if published and page.structured.article is not None:
        share = _ANY_HEADLINES  # no front page declares the one article that it is
    if _is_teaser_list(lines, beside, share) or (not claims and _are_entries(page.containers)):
        return False
    prose, whole = _prose_of(lines), _size_of(lines)
    is_single = claims or bool(classes & _SINGLE) or (published and named)
    is_listed = is_single and (_is_verse(lines) or _is_list(lines, whole))
    if whole < _LEAST_TEXT or (prose < _LEAST_PROSE and not is_listed):
        return False
    if whole < _LEAST_BESIDE_MEDIA and _is_media_address(page.url):
        return False
    is_post = published and _SINGLE_POST in classes and _NUMBERED.search(path) is not None
    if _is_listing_address(page.url) and not is_post:
        return False
    if not is_dated_by_claim(page.structured) and stands_beside(
        page, classes, claims=claims, published=published
    ):
        return False
    is_told = (
        is_addressed
        or (
            named
            and bool(lines)
            and (read_dateline(lines[0].text) is not None or (prose >= _LEAST_OF_NEWS and _is_news(path)))
        )
        or (prose >= _LEAST_IF_UNDATED and _is_news(path) and _SLUG.search(path) is not None)
    )
    enough = _LEAST_IF_DATED if published else _LEAST_IF_UNDATED
    is_marked = published and (named or bool(classes & _SINGLE))
    if method == "generic" and not claims and not is_told and not is_marked and prose < enough:
        return False
    return (
        claims
        or published
        or is_told
        or (named and (prose >= 400 or (method == "marks" and bool(page.survey.headings))))
        or (page.url is None and prose >= 400)
        or bool(classes & _SINGLE)
    )


def _is_news(path: str) -> bool:
    """Whether a page stands in a folder of news."""
    return not _NEWS.isdisjoint(path.lower().split("/")[:-1])


def _is_verse(lines: Sequence[Line]) -> bool:
    """Whether a text without prose is a poem: many short lines, none of them a link."""
    return len(lines) >= _LINES_OF_VERSE and not any(line.linked or line.group for line in lines)


def _is_list(lines: Sequence[Line], whole: int) -> bool:
    """Whether a text without prose is a recipe, or a list of names: many short lines, next to none a link."""
    linked = sum(line.linked for line in lines)
    return len(lines) >= _LINES_OF_VERSE and whole >= _LEAST_OF_LIST and linked * 10 < whole


def _is_sentence(line: Line) -> bool:
    """Whether a line that is too short for prose is a sentence all the same."""
    return (
        weight(line.text) >= _LEAST_SENTENCE
        and line.link_share < 0.3
        and not line.boxed
        and SENTENCE_END.search(line.text) is not None
    )


def _before_end(dropped: Sequence[Line], kept: Sequence[Line], order: Sequence[Line]) -> Sequence[Line]:
    """Those of `dropped` before the last prose: what follows it may be an article's related links."""
    last = next((line for line in reversed(kept) if is_prose(line)), None)
    if last is None or not any(line is last for line in order):
        return dropped
    after = {id(line) for line in takewhile(lambda line: line is not last, reversed(order))}
    return [line for line in dropped if id(line) not in after]


def _is_teaser_list(lines: Sequence[Line], dropped: Sequence[Line], share: float) -> bool:
    """Whether the body is headlines that link to other pages of the site, each with a line or two of text."""
    headlines = sum(
        1
        for line in dropped
        if line.linked
        and line.link_share > 0.9
        and len(line.text) >= 20
        and not line.boxed
        and not line.outward
    )
    if headlines < 5:
        return False
    prose = sum(1 for line in lines if is_prose(line) or _is_sentence(line))
    return headlines >= prose * share


def _are_entries(boxes: Sequence[Element]) -> bool:
    """Whether the pieces of a body are each an entry of its own, under a headline that links to it."""
    return len(boxes) >= _SOME_ENTRIES and all(map(_opens_with_link, boxes))


def _opens_with_link(box: Element) -> bool:
    links = (link for link in islice(box.iter(), _HEAD_OF_ENTRY) if link.tag == "a" and link.get("href"))
    return any(weight(text_of(link)) >= _SHORTEST_HEADLINE for link in links)


def _of_lists(classes: frozenset[str], structured: Structured, url: str | None) -> frozenset[str]:
    """Those of the classes of <body> that lists have; where one article is declared, "archive" is WordPress's
    alone: newsletters keep their letters there. Under the day and the words of an article, a page may call
    itself by its shelf.
    """
    found = classes & _NOT_SINGLE
    if found and _OF_DAY_AND_WORDS.search(split_url(url or "").path) is not None:
        found -= _OF_SHELVES_TOO
    is_letter = structured.article is not None and not any(map(is_of_wordpress, classes))
    return found - _OF_LETTERS if is_letter else found


def _body_classes(root: Element) -> frozenset[str]:
    body = root.find("body")
    return frozenset((body.get("class") or "").lower().split()) if body is not None else frozenset()


def is_thin(lines: Sequence[Line]) -> bool:
    """Whether the lines of a body are too few for any article."""
    return _size_of(lines) < _LEAST_TEXT or _prose_of(lines) < _LEAST_PROSE


def _size_of(lines: Sequence[Line]) -> int:
    return sum(weight(line.text) for line in lines)


def _prose_of(lines: Sequence[Line]) -> int:
    return sum(weight(line.text) for line in lines if is_prose(line) or _is_sentence(line))


def may_be_article(structured: Structured, url: str | None) -> bool:
    """Whether a page declares itself an article for machines, or its address is such as articles have."""
    return _claims_article(structured) or _is_named(*_parts_of(url))


def _tells_item(query: str) -> bool:
    """Whether a query names one article beside the shelf that it stands on."""
    return "&" in query and _ITEM_BESIDE.search(_OF_SHELVES.sub("&shelf=", query)) is not None


def _parts_of(url: str | None) -> tuple[str, str]:
    """Path and query of an address; the path that a query or a script's place holds is its path."""
    parts = split_url(url or "")
    if parts.path in _FRONT and parts.fragment.lstrip("!").startswith("/"):
        return parts.fragment.lstrip("!"), parts.query
    found = _PATH_IN_QUERY.search(parts.query) if parts.path in _FRONT else None
    if found is None:
        return parts.path, parts.query
    return f"/{found[1]}", parts.query[: found.start()] + parts.query[found.end() :]


def _is_named(path: str, query: str) -> bool:
    """Whether an address tells an article: by a date, a number, a slug of four words."""
    return (
        _ARTICLE_PATH.search(path) is not None
        or _ARTICLE_QUERY.search(query) is not None
        or _NUMBERED_QUERY.search(query) is not None
    )


def _claims_article(structured: Structured) -> bool:
    if structured.article is not None:
        return True
    kind = structured.meta_value("og:type")
    if kind and kind[1].lower() in ("article", "news", "newsarticle", "blog", "post"):
        return True
    return structured.meta_value("article:published_time") is not None


def _is_media_address(url: str | None) -> bool:
    """Whether an address is one of pictures or videos, whose captions are no article."""
    if not url:
        return False
    parts = split_url(url)
    return _MEDIA.search(parts.netloc) is not None or _MEDIA.search(parts.path.rpartition("/")[0]) is not None


def _is_listing_address(url: str | None) -> bool:
    if not url:
        return False
    path, query = _parts_of(url)
    if _DATE_ARCHIVE.match(path) or _SHELF_PATH.search(path):
        return True
    if _ARTICLE_PATH.search(path) is not None:
        return _LIST_OF_PATH.search(query) is not None  # "?tag=topStories" tells where the reader was
    if _LISTING_QUERY.search(query) and not _tells_item(query):
        return True
    return _LISTING_PATH.match(path) is not None and not query
