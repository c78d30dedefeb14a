"""Who made a picture, as its caption tells: at its end in words, or in an element of its own."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.fullnames import is_full_name

LONGEST_MAKER = 80
_MOST_INNER, _MOST_WORDS, _TAIL = 20, 9, 140
_LABELS = (
    r"foto|fotografer|photo|kredit\s+foto|sumber\s+foto|dok|dokumentasi|credit|istimewa"
    r"|sumber|source|kredit|quelle|fuente|fonte|bron|källa|kilde|zdroj|źródło|zdjęcie|bild|billede|kuva|image|imagen|imagem|crédit|crédito|courtesy(?:\s+of)?"
    r"|фото|источник|사진|写真|图|圖|来源|來源|图源|供图|摄影|撮影"
)
_LABELLED = re.compile(
    rf"(?:^|[\s(（\[【.,|–—-])(?:{_LABELS})\s?[:：=]\s?(?P<credit>[^()（）\[\]【】:：=]{{2,60}})[)）\]】]?\.?$",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    rf"^(?:(?:(?:photo(?:graph)?s?|images?|pictures?)\s)?by|(?:foto\s)?oleh|(?:fotos?\s)?(?:por|von)|(?:photo\s)?par|{_LABELS})(?:\s?[:：=/]\s?|\s+(?=\S))",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(（\[](?P<credit>[^()（）\[\]]{2,80})[)）\]]\.?$")
_LABEL_ALONE = re.compile(
    r"(?:(?:foto|photo|fotografer|dok|dokumentasi|ft|credit|istimewa|ist)\.?|.{0,40}:.*)", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s?(?:(?:19|20)\d\d\s)?(?P<credit>[^©()\[\]]{2,60}?)\.?$", re.IGNORECASE)
_BEHIND_SENTENCE = re.compile(r"(?:[.!?…”\"')\]]|\s[-–—|])\s+(?P<credit>[^.!?…()\[\]|]{2,70})$")
_STOCK = re.compile(
    r"(?:(?:[^\s/][^/]{1,40}|)(?:/|\svia\s))?(?:getty(?:\s?images)?|shutterstock|istock(?:photo)?|unsplash|pexels|pixabay|freepik|imago(?:\simages)?|alamy(?:\sstock\sphoto)?|picture\salliance|wikimedia\scommons)",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?…”\"')]|–—-©/:")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:credits?|kredit|fotografer|photographer|copyrights?|byline|source|sumber|autor|author|urheber|maker)(?=$|[\s_\d-])",
    re.IGNORECASE,
)


def maker_at_end(caption: str) -> str | None:
    """Who made the picture of a caption, where that ends in more than a label and a name; None elsewhere.

    >>> maker_at_end("Petugas. (ANTARA FOTO/Joko Susilo)"), maker_at_end("Di hulu, Senin (12/5/2025).")
    ('ANTARA FOTO/Joko Susilo', None)
    >>> maker_at_end("Petugas di hulu. Getty Images"), maker_at_end("Petugas di hulu. © Joko Susilo")
    ('Getty Images', 'Joko Susilo')
    """
    tail = caption[-_TAIL:].rstrip()
    bracketed = _BRACKETS.search(tail)
    if bracketed is not None:
        inside = bracketed["credit"].strip()
        return inside if _is_maker(inside) else None
    behind = _BEHIND_SENTENCE.search(tail)
    if behind is not None and _is_maker(behind["credit"].strip()):
        return behind["credit"].strip()
    owned = _COPYRIGHT.search(tail)
    return owned["credit"].strip() if owned is not None else None


def labelled_maker(caption: str) -> str | None:
    """Who made the picture of a caption that ends in a label and a name: "Sumber: Humas Pemkot"."""
    found = _LABELLED.search(caption[-_TAIL:].rstrip())
    return found["credit"].strip(" .") if found is not None else None


def _is_maker(text: str) -> bool:
    """Whether a text is an agency, a house for pictures, or two names with a stroke between them."""
    if agency_of(text) is not None or _STOCK.fullmatch(text) is not None:
        return True
    parts = [part.strip() for part in text.split("/")]
    if len(parts) not in (2, 3) or _LABEL_ALONE.fullmatch(parts[0]):
        return False
    if not all(part[:1].isalpha() and not any(map(str.isdigit, part)) for part in parts):
        return False
    return any(part.isupper() or is_full_name(part) or agency_of(part) is not None for part in parts)


def maker_within(holder: Element) -> str | None:
    """Who made a picture, as an element in or right behind its caption says that is named for it.

    A <small> or <em> behind a caption's sentence is such a one too, where it is nothing but a name.
    """
    whole = brief_text(holder)
    for inner in islice(holder.iter(), _MOST_INNER):
        is_named = inner.tag == "cite" or _is_named(inner)
        if not (is_named or (inner is not holder and inner.tag in ("small", "em", "i", "span"))):
            continue
        text = brief_text(inner)
        if not text or (inner is not holder and not whole.endswith(text)) or (inner is holder and len(inner)):
            continue
        maker = _without_label(text)
        if is_named and inner is not holder and _fits(maker):
            return maker
        before = whole[: -len(text)].rstrip()
        is_alone = is_named if inner is holder else before[-1:] in _ENDS
        if is_alone and (is_full_name(maker) or _is_maker(maker)):
            return maker
    beside = holder.getnext()
    if beside is not None and _is_named(beside) and _fits(maker := _without_label(brief_text(beside))):
        return maker
    return None


def _is_named(element: Element) -> bool:
    classes = element.get("class")
    return classes is not None and _NAMED.search(classes) is not None


def _without_label(text: str) -> str:
    return _LABEL_BEFORE.sub("", text.strip(" ()[]|–—-.©")).strip(" ()[]|–—-.©")


def _fits(maker: str) -> bool:
    return 2 <= len(maker) <= LONGEST_MAKER and len(maker.split()) <= _MOST_WORDS and ". " not in maker
