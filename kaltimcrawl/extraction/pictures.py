"""The lead image, with what the page says of it."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Image
from kaltimcrawl.extraction.images import read_image, split_credit
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import text_of
from kaltimcrawl.urls import absolute_url

_SIZE = re.compile(r"(?:-\d{2,4}x\d{2,4}|_\d{2,4}x\d{2,4}|-scaled)(?=\.\w{3,4}$)")


def read_lead_image(page: Page, title_order: int, body_images: tuple[Image, ...]) -> Found[Image] | None:
    """The article's image: the captioned one over the body, the claimed one, or the body's first."""
    printed = _over_body(page, title_order)
    claimed = _claimed(page)
    if printed is not None:
        return printed
    if claimed is not None:
        same = next((image for image in body_images if _stem(image.url) == _stem(claimed.value.url)), None)
        return Found(Image(claimed.value.url, same.caption, same.credit), claimed.place) if same else claimed
    return Found(body_images[0], "css: img") if body_images else None


def _over_body(page: Page, title_order: int) -> Found[Image] | None:
    for marked in sorted(page.survey.marked.get("caption", ()), key=lambda marked: marked.order):
        if marked.order > page.body_order:
            break
        if marked.order < title_order - 120 or not page.is_own(marked.element):
            continue
        text = text_of(marked.element)
        image = _image_of(marked.element, page.url)
        if text and image is not None:
            caption, credit = split_credit(text)
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


def _claimed(page: Page) -> Found[Image] | None:
    value = page.structured.meta_value(
        "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "image", "thumbnailurl"
    )
    url = absolute_url(value[1], page.url) if value else None
    if url and value:
        return Found(Image(url), f"meta: {value[0]}")
    article = page.structured.article or {}
    image = article.get("image")
    image = image[0] if isinstance(image, list) and image else image
    address = image.get("url") or image.get("contentUrl") if isinstance(image, dict) else image
    texts = texts_of(address)
    url = absolute_url(texts[0], page.url) if texts else None
    return Found(Image(url), "jsonld: image") if url else None


def _stem(url: str) -> str:
    return _SIZE.sub("", url.rsplit("/", 1)[-1].split("?")[0])
