"""The posts of the test bed, whose truth is known because they were written here before WordPress had them.

All come from one stream of chance, one after another, so that post n is always the same. No two posts share
a paragraph, a subheading or a list item.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from tests.wordpress import sentences, words
from tests.wordpress.post import Block, Post
from tests.wordpress.words import Subject

ZONE = ZoneInfo("Asia/Makassar")
COUNT = 300
FIRST = datetime(2024, 5, 26, 18, 0, tzinfo=ZONE)
LAST = datetime(2025, 6, 30, 18, 0, tzinfo=ZONE)
"""When post COUNT was published; those that tests add follow by the hour."""

_STEP = (LAST - FIRST) / (COUNT - 1)


def make_posts(count: int = COUNT, after: int = 0) -> tuple[Post, ...]:
    """`count` posts in order of publication, the first `after` left out: `make_posts(5, after=300)` is five new ones."""
    return tuple(islice(_all_posts(), after, after + count))


def _all_posts() -> Iterator[Post]:
    """Posts without end, in order of publication."""
    chance = random.Random("kabar tepian")  # noqa: S311 - a shuffle, no secret
    printed: set[str] = set()
    posts: list[Post] = []
    while True:
        posts.append(_post(len(posts) + 1, posts, chance, printed))
        yield posts[-1]


def _post(number: int, earlier: Sequence[Post], chance: random.Random, printed: set[str]) -> Post:
    published = _time(number, chance)
    desk = _Desk(chance, printed, published)
    town, subject = desk.town, desk.subject
    title = desk.title()
    pages = desk.pages(2 + number % 24 // 12 if number % 12 == 5 else 1)
    dateline = town.upper() if number % 5 else None
    if dateline:
        pages[0][0] = Block("paragraph", (f"{dateline} – {pages[0][0].lines[0]}",))
    if earlier and number % 3 == 0:
        pages[0].insert(min(3, len(pages[0]) - 1), _related(chance.choice(earlier[-40:]), chance))
    is_advertorial = number % 7 == 0
    categories = {subject.category}
    if number % 4 == 1:
        categories.add(town)
    if is_advertorial:
        categories.add(words.ADVERTORIAL)
    has_image = number % 10 != 3
    return Post(
        slug=_slug(title, {post.slug for post in earlier}),
        title=title,
        author=chance.choice(words.AUTHORS),
        published=published,
        modified=published,
        categories=tuple(sorted(categories)),
        tags=tuple(sorted({*subject.tags, *((town.lower(),) if chance.random() < 0.6 else ())})),
        pages=tuple(tuple(page) for page in pages),
        dateline=dateline,
        signoff=_signoff(number, town, is_advertorial, chance),
        signoff_stands_alone=number % 2 == 0,
        caption=desk.caption() if has_image and number % 10 != 8 else None,
        has_image=has_image,
        is_advertorial=is_advertorial,
        style="classic" if number % 3 == 2 else "gutenberg",
    )


def _time(number: int, chance: random.Random) -> datetime:
    if number >= COUNT:
        return LAST + timedelta(hours=number - COUNT)
    even = (FIRST + _STEP * (number - 1)).replace(microsecond=0)
    return even + timedelta(minutes=chance.randint(0, 600))


def _slug(title: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    while slug in taken:
        slug = f"{slug}-2"
    return slug


def _related(other: Post, chance: random.Random) -> Block:
    return Block("related", (other.title,), other.path, chance.choice(("plain", "strong", "box")))


def _signoff(number: int, town: str, is_advertorial: bool, chance: random.Random) -> str | None:
    if is_advertorial:
        return chance.choice((f"(adv/Diskominfo {town})", f"(ADV/DPRD {town})", f"(adv/Pemkab {town})"))
    return chance.choice(("(rin)", "(yos)", "(hst/dew)", "(*)")) if number % 4 == 0 else None


class _Desk:
    """Where one post is written: its subject, town, village and day stay, its people and figures change."""

    def __init__(self, chance: random.Random, printed: set[str], published: datetime) -> None:
        self._chance = chance
        self._printed = printed
        self._used: set[str] = set()
        self._published = published
        self._place = chance.choice(words.VILLAGES)
        self.subject: Subject = chance.choice(words.SUBJECTS)
        self.town = chance.choice(words.TOWNS)

    def title(self) -> str:
        return self._once(sentences.TITLES, subject=self.subject.name.title())

    def caption(self) -> str:
        return f"{self._once(sentences.CAPTIONS)} Foto: {self._chance.choice(words.PHOTOGRAPHERS)}"

    def pages(self, count: int) -> list[list[Block]]:
        """The blocks of each page: 4 to 12 of them on a single one, 3 to 6 on each of several."""
        longest = 12 if count == 1 else 6
        pages = [self._page(self._chance.randint(3, longest - 1), is_first=n == 0) for n in range(count)]
        pages[-1].append(self._paragraph(sentences.CLOSINGS))
        return pages

    def _page(self, length: int, is_first: bool) -> list[Block]:
        page = [self._paragraph(*([sentences.OPENINGS] if is_first else []), sentences.BACKGROUND)]
        while len(page) < length:
            page.extend(self._body(is_late=len(page) > 2))
            if len(page) == 4 and length > 6:
                page.append(Block("heading", (self._once(sentences.HEADINGS),)))
        return page

    def _body(self, is_late: bool) -> list[Block]:
        drawn = self._chance.randint(1, 14)
        if is_late and drawn == 14:
            return [self._paragraph(sentences.LIST_LEADS), self._list()]
        if is_late and drawn == 13:
            return [Block("quote", (self._once(sentences.QUOTES),))]
        if drawn <= 3:
            return [self._paragraph(sentences.QUOTES)]
        if drawn <= 7:
            return [self._paragraph(sentences.STATEMENTS, sentences.QUOTES)]
        if drawn <= 9:
            return [self._paragraph(sentences.DAILY_LIFE, sentences.STATEMENTS, sentences.BACKGROUND)]
        return [self._paragraph(sentences.BACKGROUND, sentences.STATEMENTS)]

    def _paragraph(self, *moulds: Sequence[str]) -> Block:
        return Block("paragraph", (" ".join(self._once(one) for one in moulds),))

    def _list(self) -> Block:
        chosen = self._chance.sample(sentences.LIST_ITEMS, self._chance.randint(3, 5))
        return Block("list", tuple(self._once((mould,)) for mould in chosen))

    def _once(self, moulds: Sequence[str], **fixed: str) -> str:
        """A text that was not printed before, cast in a mould that this post has not used if there is one."""
        unused = [mould for mould in moulds if mould not in self._used]
        while True:
            mould = self._chance.choice(unused or moulds)
            text = mould.format_map(self._slots() | fixed)
            if text not in self._printed:
                self._printed.add(text)
                self._used.add(mould)
                return text

    def _slots(self) -> dict[str, str]:
        chance, now = self._chance, self._published
        fixed = {"place": self._place, "town": self.town, "office": self.subject.office}
        role = chance.choice(words.ROLES).format_map(fixed)
        return fixed | {
            "subject": self.subject.name,
            "person": f"{chance.choice(words.FIRST_NAMES)} {chance.choice(words.LAST_NAMES)}",
            "role": role,
            "role_lower": role[0].lower() + role[1:],
            "other_place": chance.choice([village for village in words.VILLAGES if village != self._place]),
            "said": chance.choice(words.SPEECH),
            "number": str(chance.randint(31, 987)),
            "small": str(chance.randint(4, 11)),
            "small_plus": str(chance.randint(18, 45)),
            "share": str(chance.randint(12, 96)),
            "money": f"Rp{chance.randint(2, 98)},{chance.randint(1, 9)} {chance.choice(('miliar', 'juta'))}",
            "month": words.MONTHS[(now.month + chance.randint(0, 4)) % 12],
            "earlier": f"{chance.choice(words.MONTHS)} {now.year - chance.randint(1, 4)}",
            "day": f"{words.DAYS[now.weekday()]} ({now.day}/{now.month}/{now.year})",
        }
