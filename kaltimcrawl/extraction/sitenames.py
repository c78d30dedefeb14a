"""A portal's own names, and titles without them: "Banjir Surut - Kabar Hulu | Berita"."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.sectionclaims import parts_of_portal
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare
from kaltimcrawl.urls import host_of

SEPARATOR = re.compile(
    r"\s+[-|–—»«:•·/>]{1,2}\s+|\s*[|｜]\s*|\s+：\s*|(?<=[\u2026\u3000-\u9fff\uff00-\uffef])[_-](?![_\d\s-])"
)
"""What stands between a title and the portal's name; Chinese portals set no spaces round it."""
_STROKE, _WORDS_OF_SHELF = re.compile(r"\s[|»]\s"), 3
_LONGEST_SITE = 30
"""Letters of a portal's name that may be all of a page's title."""
_VIEWS, _LISTS = frozenset(("print", "cetak", "printview")), frozenset(("blogarchive",))
"""What WordPress's old templates and plugins put behind and before a title, as `bare` has it."""
_SHORTEST_SITE = 6
_LONGEST_SITE = 40
_WORDS_OF_TITLE = 4
_LONGEST_HEADING = 400


def site_names(page: Page) -> list[str]:
    """The portal's names as its page and its host give them, as `bare` has them; from three letters on."""
    publisher = (page.structured.article or {}).get("publisher")
    names = map(bare, texts_of(publisher)[:1])
    hosts = [
        bare(label)
        for label in host_of(page.url or "").split(".")
        if len(label) > 3 and label not in ("www", "news", "com")
    ]
    hosts += [host.removesuffix("online") for host in hosts if host.endswith("online")]
    return [name for name in (*declared_names(page), *names, *hosts) if len(name) > 2]


def declared_names(page: Page) -> list[str]:
    """What the page declares, for machines, to be the portal's name, as `bare` has it."""
    names = [
        value for name in ("og:site_name", "application-name") for value in page.structured.meta.get(name, ())
    ]
    names += [
        text
        for node in page.structured.nodes
        if node.get("@type") in ("WebSite", "Organization")
        for text in texts_of(node.get("name"))[:1]
    ]
    title = bare(page.structured.page_title or "")
    is_headline = len(title) > _LONGEST_SITE  # systems are seen to call the page so, too
    return [name for name in map(bare, names) if not (is_headline and name == title)]


def without_site_names(title: str, names: list[str]) -> str:
    """`title` without its last parts, as long as they name the site."""
    while True:
        breaks = list(SEPARATOR.finditer(title))
        if not breaks:
            return title
        tail = bare(title[breaks[-1].end() :])
        head = bare(title[: breaks[0].start()])
        if (
            len(breaks) >= 1
            and len(tail) <= 60
            and any(name in tail or tail in name for name in names if tail)
        ) or tail in _VIEWS:
            title = title[: breaks[-1].start()]
        elif head in names or head in _LISTS or head.removeprefix("the") in names:
            title = title[breaks[0].end() :]
        else:
            return _without_motto(title, breaks, names)


def _without_motto(title: str, breaks: list[re.Match[str]], names: list[str]) -> str:
    """`title` up to the site's name with something behind it: "Banjir - Kabar Hulu - Tercepat di Hulu"; or up
    to the way to it behind strokes: "Banjir Rendam Tiga Desa di Hulu | Hulu | Berita".
    """
    for sign in breaks[1:-1] if len(breaks) > 2 else breaks[:-1]:
        part = bare(SEPARATOR.split(title[sign.end() :], maxsplit=1)[0])
        if any(len(name) >= _SHORTEST_SITE and part.startswith(name) for name in names):
            return title[: sign.start()]
    first, *rest = _STROKE.split(title)
    is_way = len(rest) > 1 and max(len(part.split()) for part in rest) <= _WORDS_OF_SHELF
    return first if is_way and len(first.split()) > _WORDS_OF_TITLE else title


def without_site_before(title: str, names: list[str]) -> str:
    """`title` without a site's name and colon before it: "Kabar Hulu Online: Banjir Surut"."""
    head, _, rest = title.partition(": ")
    own = bare(head)
    is_site = len(own) <= _LONGEST_SITE and any(name in own for name in names if len(name) >= _SHORTEST_SITE)
    return rest if is_site and rest else title


def without_own_name(heading: str, page: Page) -> str:
    """A printed title without the portal's name as its first or last part, where the page or its host gives
    just that as its name, and a title is left.
    """
    breaks = list(SEPARATOR.finditer(heading)) if len(heading) <= _LONGEST_HEADING else []
    if not breaks:
        return heading
    names = {*site_names(page)} - {*map(bare, parts_of_portal(page))}
    rest = heading[breaks[0].end() :] if bare(heading[: breaks[0].start()]) in names else heading
    if bare(heading[breaks[-1].end() :]) in names:
        rest = rest[: len(rest) - len(heading) + breaks[-1].start()]
    return rest if len(rest.split()) >= _WORDS_OF_TITLE else heading
