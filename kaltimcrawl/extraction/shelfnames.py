"""What may be the name of a section, judged by its words; and what an address says of where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from kaltimcrawl.extraction.bywords import load_words
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.extraction.verdict import SENTENCE_END
from kaltimcrawl.urls import host_of, split_url

_WORDS = read_data("sections.toml")
TOOLS = frozenset(_WORDS["tools"])
"""What the tools of a page say, in lower case."""
BEHIND_CRUMBS = frozenset(_WORDS["behind"])
"""What may stand behind breadcrumbs and is none of them, in lower case."""
_NONE = TOOLS.union(_WORDS["none"], _WORDS["unfiled"], BEHIND_CRUMBS)
_BACK = tuple(f"{words} " for words in _WORDS["back"])
TEMPLATES = frozenset(_WORDS["templates"])
"""What templates call all pages of one kind, in lower case."""
PEOPLE = frozenset(_WORDS["people"])
"""Folders of addresses that authors stand in."""
FOLDERS = frozenset(_WORDS["folders"])
"""Folders of addresses that tell no section."""
SHELVES = frozenset(_WORDS["shelves"])
"""What heads a list of sections or tags, in lower case."""
WHOLE = frozenset(_WORDS["whole"])
"""Names of all that a portal files, in lower case."""
UNFILED = frozenset(_WORDS["unfiled"])
"""What systems say of an article that stands under no section, in lower case."""
POSTS = frozenset(_WORDS["posts"])
"""Those of `WHOLE` that are a shelf beside the news, in lower case."""
NO_SECTIONS = frozenset(_WORDS["articles"])
"""Last breadcrumbs that stand for the article itself, in lower case."""
_COUNTED = re.compile(r"\(\d{1,5}\)$")
"""How many a list has: "adminduk (1)"."""
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, _WORDS['labels']))})\s?[:：]\s?(?=\S)", re.IGNORECASE)
TAGS_ADDRESS = re.compile(r"/(?:tags?|topi[kc])[/:=]|[?&]tags?=")
"""In the address of a tag's page."""
_SIGNS = re.compile(r"^[^\w\s(\[\"'“«]+\s+(?=\w)")
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#:]{1,255})", re.IGNORECASE)
_NO_PAGES = ("javascript:", "mailto:", "tel:", "whatsapp:")
_KINDS_OF_HOSTS = frozenset(  # their own names are no portal's
    (
        *("co", "com", "net", "org", "or", "go", "gov", "web", "my", "desa", "ac", "sch", "biz"),
        *("blogspot", "wordpress", "blogger", "medium", "substack", "wixsite", "weebly", "tumblr"),
    )
)
_LONGEST_URL = 600
_WORDY = 24
_IN_SENTENCE = re.compile(r"[?!:]\W|[?!]$")
_DAY = re.compile(r"\b[0-3]?\d\s(?:" + "|".join(sorted(load_words().months)) + r")\b")
"""A day of a month: of a date that is marked as a section."""
_NAME_OF_HOST = re.compile(r"(?:[\w-]{2,40}\.){1,3}[A-Za-z]{2,5}")
_NO_LETTERS = re.compile(r"[\W_]+")


def is_section(text: str) -> bool:
    """Whether a text that a page marks as a section may be one."""
    text = fold(text)
    return (
        2 <= len(text) <= 60
        and not (len(text) > _WORDY and (SENTENCE_END.search(text) or _IN_SENTENCE.search(text)))
        and not _is_of_article(text)
        and text.lower() not in SHELVES
        and text[0] != "/"
        and not text.startswith(("http:", "https:"))
        and not load_phrases().kinds["home"].fits(text)
        and any(map(str.isalpha, text))
        and not tells_day(text)
        and not _COUNTED.search(text)
    )


def _is_of_article(crumb: str) -> bool:
    """Whether a breadcrumb stands for the article itself, whatever stands behind it in the same element."""
    first = crumb if crumb.isascii() else crumb.partition(" ")[0]
    return crumb.lower() in NO_SECTIONS or first in NO_SECTIONS


def shelf_name(text: str) -> str:
    """A section's name without its label or sign, or what leads to its list: "📒 Category: Pasar"."""
    text = _SIGNS.sub("", text)
    label = _LABEL.match(text)
    return text[label.end() if label else 0 :].removesuffix("一覧へ").removesuffix("一覧").rstrip()


def tells_day(text: str) -> bool:
    """Whether a text holds a day of a month: "Fri, 7 June"."""
    return any(map(str.isdigit, text)) and _DAY.search(text.lower()) is not None


def is_plain_section(text: str) -> bool:
    """Whether a text that no mark names may be a section: no badge, no button, no way back."""
    lowered = text.lower().strip(" »›>:")
    return (
        not lowered.startswith("#")  # a tag
        and lowered not in _NONE
        and not lowered.startswith(_BACK)
        and is_section(text)
        and not load_phrases().noise.fits(text)
    )


def is_host(name: str) -> bool:
    """Whether a name is a host's: "InformeCorrientes.com"."""
    return _NAME_OF_HOST.fullmatch(name) is not None


def slug_of(name: str) -> str:
    """A name as addresses have it: "Hukum & Kriminal" gives "hukum-kriminal"."""
    if not name.isascii():
        name = normalize("NFKD", name)
        name = "".join(letter for letter in name if letter.isalnum() or letter in " -_&/")
    return _NO_LETTERS.sub("-", name.lower()).strip("-")


def folders_of(url: str) -> list[str]:
    """The folders of an address that may tell a section, in lower case."""
    if len(url) > _LONGEST_URL:
        return []
    return [part for part in split_url(url).path.lower().split("/") if part and part not in FOLDERS]


def is_of_site(href: str, base: str | None) -> bool:
    """Whether a link leads to the page's own site, a host of its section being one of it."""
    if href.startswith("/") and not href.startswith("//"):
        return True
    found = _HOST.match(href)
    if found is None:
        return not href.startswith(_NO_PAGES)
    host, own = found[1].lower(), plain_host(base or "")
    return (
        host == own or host.endswith(f".{own}") or own.endswith(f".{host}") or _domain(host) == _domain(own)
    )


@lru_cache(maxsize=8)
def plain_host(url: str) -> str:
    """The host of an address without www."""
    return host_of(f"https:{url}" if url.startswith("//") else url).removeprefix("www.")


def section_host(host: str) -> str:
    """The first name of a host that may be a section's: "daerah" of "daerah.kabar.example"; else nothing."""
    label = host.partition(".")[0]
    return label if _domain(host) != host and label.isalpha() and label not in FOLDERS else ""


def _domain(host: str) -> str:
    """The host without its first name, where it has three: portals give sections hosts of their own."""
    rest = host.partition(".")[2]
    return rest if "." in rest and rest.partition(".")[0] not in _KINDS_OF_HOSTS else host
