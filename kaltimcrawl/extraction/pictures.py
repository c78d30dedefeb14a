"""The lead image, with what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Claim, Image
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.images import credited, is_logo, read_image, split_credit, stem_of
from kaltimcrawl.extraction.overpictures import picture_over
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.urls import absolute_url

_META_IMAGES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "image", "thumbnailurl")


def read_lead_image(page: Page, title_order: int, body_images: tuple[Image, ...]) -> Found[Image] | None:
    """The article's image: the captioned one over the body, the claimed one, another over the body, or the
    body's first.

    A claimed logo of the site is none where the article shows an image.
    """
    claims = list(_claims(page))
    found = _over_body(page, title_order)
    over = picture_over(page, title_order) if found is None else None
    has_picture = body_images or over is not None
    own = [claim for claim in claims if not is_logo(claim.value.url)] if has_picture else claims
    if over is not None and (over.is_sure or not own):
        found = Found(over.image, "css: img")
    if found is None and own:
        claimed = own[0]
        stem = stem_of(claimed.value.url)
        shown = body_images if over is None else (over.image, *body_images)
        same = next((image for image in shown if stem_of(image.url) == stem), None)
        image = Image(claimed.value.url, same.caption, same.credit) if same else claimed.value
        found = Found(image, claimed.place, claimed.raw)
    if found is None:
        found = Found(body_images[0], "css: img") if body_images else None
    return _with_dissent(found, claims) if found is not None else None


def _with_dissent(found: Found[Image], claims: list[Found[Image]]) -> Found[Image]:
    """`found` with the claims of other images: the same one in another size is none."""
    stem = stem_of(found.value.url)
    others = tuple(Claim(claim.place, claim.raw) for claim in claims if stem_of(claim.value.url) != stem)
    return replace(found, disagreeing=others) if others else found


def _over_body(page: Page, title_order: int) -> Found[Image] | None:
    for marked in sorted(page.survey.marked.get("caption", ()), key=lambda marked: marked.order):
        if marked.order > page.body_order:
            break
        if marked.order < title_order - 120 or not page.is_own(marked.element):
            continue
        text = brief_text(marked.element)
        image = _image_of(marked.element, page.url)
        if text and image is not None:
            caption, credit = credited(text, marked.element)
            return Found(Image(image.url, caption, credit), f"css: {marked.mark}")
    return None


def _image_of(caption: Element, base: str | None) -> Image | None:
    """The image that a caption belongs to: within three levels above it."""
    above = caption.getparent()
    for _ in range(3):
        if above is None or above.tag in ("body", "html"):
            return None
        for element in above.iter("img"):
            image = read_image(element, base, None)
            if image is not None:
                return image
        above = above.getparent()
    return None


def _claims(page: Page) -> Iterator[Found[Image]]:
    """The images that the page claims for machines, the more trusted first."""
    for name in _META_IMAGES:
        for value in page.structured.meta.get(name, ())[:1]:
            if url := absolute_url(value, page.url):
                yield Found(Image(url), f"meta: {name}", value)
    image = (page.structured.article or {}).get("image")
    image = image[0] if isinstance(image, list) and image else image
    told = image if isinstance(image, dict) else {}
    address = told.get("url") or told.get("contentUrl") if told else image
    for text in texts_of(address)[:1]:
        if url := absolute_url(text, page.url):
            caption, credit = (next(iter(texts_of(told.get(key))), None) for key in ("caption", "creditText"))
            yield Found(Image(url, caption, credit or split_credit(caption)[1]), "jsonld: image", text)
