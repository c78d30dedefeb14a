"""Where an article's fields came from, and what the page says of them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kaltimcrawl.extraction.article import MAX_RAW, MOST_CLAIMS, Claim, Image, Origin
from kaltimcrawl.extraction.containers import Choice
from kaltimcrawl.extraction.moment import Moment
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.urls import absolute_url, url_key

_ENOUGH_WORDS = 20


def origins_of(**fields: Found[object] | Moment | Choice | None) -> dict[str, Origin]:
    """Field name to its origin; fields that were not found are absent."""
    return {
        name: Origin(found.place, _raw_of(found)[:MAX_RAW], _dissent_of(found))
        for name, found in fields.items()
        if found is not None and found.place
    }


def _raw_of(found: Found[object] | Moment | Choice) -> str:
    """The string that a field was read from."""
    if isinstance(found, Moment):
        return found.reading.raw
    if isinstance(found, Choice):
        return ""
    if found.raw:
        return found.raw
    value = found.value
    if isinstance(value, Image):
        return value.url
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _dissent_of(found: Found[object] | Moment | Choice) -> tuple[Claim, ...]:
    claims = () if isinstance(found, Choice) else found.disagreeing
    return tuple(Claim(claim.place, claim.raw[:MAX_RAW]) for claim in claims[:MOST_CLAIMS])


def language_found(language: str | None, declared: str | None, text: str) -> Found[str] | None:
    """Where the language was told: by the text's words, else by the page, which may say another."""
    if language is None:
        return None
    primary = (declared or "").strip().replace("_", "-").split("-")[0].lower()
    if len(text.split(None, _ENOUGH_WORDS)) <= _ENOUGH_WORDS and primary == language:
        return Found(language, "html: lang", declared or "")
    others = (Claim("html: lang", declared or ""),) if primary and primary != language else ()
    return Found(language, "text: words", language, others)


def canonical_found(canonical: str | None, page: Page) -> Found[str] | None:
    """Where the article's address was told, and what the page says of it elsewhere."""
    if canonical is None:
        return None
    key = url_key(canonical)
    told = list(_addresses(page))
    same = next((claim for claim in told if _key_of(claim.raw, page.url, canonical, key) == key), None)
    others = tuple(claim for claim in told if _key_of(claim.raw, page.url, canonical, key) != key)
    place, raw = (same.place, same.raw) if same else ("url", page.url or canonical)
    return Found(canonical, place, raw, others)


def _addresses(page: Page) -> Iterator[Claim]:
    structured = page.structured
    if structured.canonical:
        yield Claim("link: canonical", structured.canonical)
    for url in structured.meta.get("og:url", ())[:1]:
        yield Claim("meta: og:url", url)
    article = structured.article or {}
    for name in ("mainEntityOfPage", "url"):
        value = article.get(name)
        value = value.get("@id") if isinstance(value, dict) else value
        for text in texts_of(value)[:1]:
            if text.startswith(("http://", "https://")):
                yield Claim(f"jsonld: {name}", text)


def _key_of(raw: str, base: str | None, canonical: str, key: str) -> str | None:
    """The address's key; the canonical one's without reading it where the strings are the same."""
    if raw == canonical:
        return key
    url = absolute_url(raw, base)
    return url_key(url) if url else None
