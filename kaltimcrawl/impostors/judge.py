"""The judgement: cheap tests on every answer, a look at the page's tree only where one of them suspects it.

A page is believed to be an impostor on a clue, and a clue is believed only as long as the page holds no
story of more letters than such a page has: a headline may say "404", an article has text under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.impostors.answer import Answer, Impostor, Kind
from kaltimcrawl.impostors.head import Head, read_head
from kaltimcrawl.impostors.landing import landing_of
from kaltimcrawl.impostors.sight import Sight, see
from kaltimcrawl.impostors.takeover import takes_over
from kaltimcrawl.impostors.words import load_lexicon, title_parts
from kaltimcrawl.urls import url_key

_GONE = {404: "status 404", 410: "status 410", 451: "status 451, withheld for legal reasons"}
_LOGIN = {401: "status 401", 402: "status 402", 407: "status 407"}
_SERVER_BUSY = 503
_REFUSED = 400
_SMALL = 16_384
"""Bytes; few articles' pages are smaller, and a look at them costs next to nothing."""
_MARKED = 65_536
"""Bytes; pages of challenges and parking are smaller."""
_SCANT = 1_500
"""Letters of a page that says little."""
_NEXT_TO_NOTHING = 600
_NO_STORY = 450
_SHORT_STORY = 1_200
_LONG_STORY = 2_500
_ANY = 1_000_000_000
_LONGEST_QUOTE = 80
_JUDGED: tuple[Kind, ...] = ("challenge", "parked", "maintenance", "soft 404", "login")


@dataclass(frozen=True, slots=True)
class _Clue:
    kind: Kind
    reason: str
    most_story: int
    """Letters of one story beyond which the clue isn't believed."""
    most_text: int = _ANY
    """Letters of the whole page beyond which it isn't."""

    def is_believed(self, sight: Sight, claims_article: bool) -> bool:
        most = min(self.most_story, _NO_STORY) if claims_article else self.most_story
        return (sight.prose if claims_article else sight.story) < most and sight.text < self.most_text


def impostor_of(answer: Answer) -> Impostor | None:
    """What stands in the article's place, or None where nothing says that it isn't the article.

    None is no promise: a page that only lacks the article's text is for extraction to find out.
    """
    if told := _by_header(answer) or _by_status(answer):
        return told
    landing = landing_of(answer.url, answer.landed, answer.home)
    if landing is not None and landing.kind != "front page":
        return landing
    if answer.body and _is_page(answer):
        head = read_head(answer.body, answer.header("content-type"))
        bears_title = _bears_title(answer, head)
        if told := _by_page(answer, head, bears_title, landing):
            return told
        if bears_title:
            landing = None
    if landing is None and answer.status == _SERVER_BUSY:
        return Impostor("maintenance", "status 503")
    return landing


def _by_header(answer: Answer) -> Impostor | None:
    for name, value in answer.headers:
        name = name.lower()
        for mark in load_lexicon().headers:
            if mark.name != name or (mark.refused and answer.status < _REFUSED):
                continue
            if value.strip().lower().startswith(mark.value):
                return Impostor(mark.kind, f"header {name}: {_quoted(value)}")
    return None


def _by_status(answer: Answer) -> Impostor | None:
    if answer.status in _GONE:
        return Impostor("gone", _GONE[answer.status])
    return Impostor("login", _LOGIN[answer.status]) if answer.status in _LOGIN else None


def _is_page(answer: Answer) -> bool:
    """Whether the body may be HTML."""
    kind = (answer.header("content-type") or "").partition(";")[0].strip().lower()
    return not kind or "html" in kind or "xml" in kind or kind == "text/plain"


def _bears_title(answer: Answer, head: Head) -> bool:
    """Whether the page bears the archived title; a title that is itself an impostor's counts for nothing."""
    title = answer.known_title
    if not title or not head.bears(title):
        return False
    return not any(load_lexicon().wordings[kind].is_all_of(title) for kind in _JUDGED)


def _by_page(answer: Answer, head: Head, bears_title: bool, landing: Impostor | None) -> Impostor | None:
    if bears_title and answer.status < _REFUSED:
        return _by_wall(head)
    holds_story = head.holds_story
    clues = list(_clues(answer, head, holds_story))
    missed = answer.known_title is not None or landing is not None or answer.status >= _REFUSED
    if not clues and (holds_story or (not missed and len(answer.body) > _SMALL)):
        return None
    sight = see(head.page)
    claims = _claims_article(head)
    for clue in [*clues, *_clues_seen(answer, head, sight, claims)]:
        if clue.is_believed(sight, claims):
            return Impostor(clue.kind, clue.reason)
    return None


def _clues(answer: Answer, head: Head, holds_story: bool) -> Iterator[_Clue]:
    """What the page's head and source say, the surest kinds first."""
    lexicon = load_lexicon()
    is_marked = not holds_story and len(answer.body) <= _MARKED
    parts = title_parts(head.title)
    for kind in _JUDGED:
        wording = lexicon.wordings[kind]
        if is_marked:
            for system, marks in wording.marks.items():
                if any(mark in head.low for mark in marks):
                    yield _Clue(kind, f"page bears the marks of {system}", _NO_STORY)
        part = next(filter(wording.is_said_by, parts), None)
        heading = next(filter(wording.is_said_by, head.headings), None)
        most = _SHORT_STORY if any(map(wording.is_all_of, filter(None, (part, heading)))) else _NO_STORY
        if part and heading and wording.is_all_of(part):
            most = _ANY
        if part:
            yield _Clue(kind, f"title says {_quoted(part)}", most)
        if heading:
            yield _Clue(kind, f"heading says {_quoted(heading)}", most)
    if "error404" in head.classes:
        yield _Clue("soft 404", "body has the class error404", _LONG_STORY)
    if reason := takes_over(head):
        yield _Clue("parked", reason, _ANY)
    landings = lexicon.landings
    listing = head.classes & landings.listing_classes
    is_single = head.classes & (landings.article_classes | landings.static_classes)
    if listing and not is_single and url_key(answer.url) != url_key(answer.home):
        yield _Clue("front page", f"body has the class {min(listing)} of a list", _LONG_STORY)


def _clues_seen(answer: Answer, head: Head, sight: Sight, claims_article: bool) -> Iterator[_Clue]:
    """What only the tree shows: lines and systems' names on a page with next to no text, where it leads."""
    if claims_article:
        return
    lexicon = load_lexicon()
    for kind in _JUDGED:
        wording = lexicon.wordings[kind]
        for line in sight.lines if sight.text < _SCANT else ():
            if wording.within_line(line):
                yield _Clue(kind, f"page says little but {_quoted(line)}", _NO_STORY)
        for system, marks in wording.weak_marks.items():
            if any(mark in head.low for mark in marks):
                yield _Clue(kind, f"page says little and names {system}", _NO_STORY, _NEXT_TO_NOTHING)
    for target, how in (
        (head.forward(answer.landed), "sends on"),
        (head.canonical(answer.landed), "is canonical"),
    ):
        there = landing_of(answer.url, target, answer.home) if target else None
        if there is not None:
            most_text = _SCANT if how == "sends on" else _ANY
            yield _Clue(there.kind, f"page {how} to {_quoted(target or '')}", _NO_STORY, most_text)


def _claims_article(head: Head) -> bool:
    return head.claims_article or not head.classes.isdisjoint(load_lexicon().landings.article_classes)


def _by_wall(head: Head) -> Impostor | None:
    """A wall in place of the text, on a page that has the article's title."""
    lexicon = load_lexicon()
    if head.holds_story or not any(hint in head.low for hint in lexicon.wall_hints):
        return None
    sight = see(head.page)
    is_unfree = any(claim in head.low for claim in lexicon.unfree)
    if sight.prose >= (_SHORT_STORY if is_unfree else _NO_STORY):
        return None
    said = next((line for line in sight.lines if lexicon.wordings["login"].within_line(line)), None)
    return Impostor("login", f"in place of the text: {_quoted(said)}") if said else None


def _quoted(text: str) -> str:
    text = fold(text[: 2 * _LONGEST_QUOTE])
    return f"'{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + '…'}'"
