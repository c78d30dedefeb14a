"""Captions and credits of pictures among a body's lines, where no mark tells them from text."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import Phrases
from kaltimcrawl.extraction.verdict import SENTENCE_END

_CAPTION_END = re.compile(
    r"(?:\b(?:foto|photo|picture|image|bild|crédit|credit|фото)\s*[:/©]\s*.{2,50}|©.{2,50}|\([^()]{3,30}/[^()]{2,30}\)"
    r"|[摄攝](?:\s?[/／]\s?[\u4e00-\u9fff]{2,8})?|撮影|(?:撮影|[摄攝]影)\s[\u4e00-\u9fff]{2,4}|供图|供圖|提供|[视視][频頻]截[图圖]|[资資]料[图圖]|[图圖]\s?[/／](?:本报|本報)?(?:记者|記者)?\s?[\u4e00-\u9fff]{2,6}|(?:撮影|[摄攝]影|供[图圖])\s*[:：].{1,20}|사진\s*=?.{0,20}"
    r"|\s/\s?(?:AFP|AP|EPA|DPA|Reuters|Antara|Getty\s?Images|Shutterstock|iStock|Unsplash))[)\]）]?\s*$",
    re.IGNORECASE,
)
_LONGEST_CAPTION, _LONGEST_CREDITED = 160, 120
_CAPTION_WITH_MAKER = re.compile(
    r"(?:\s[-–—|]\s?|[.!?]\s)[(\[]?(?:foto|fotos|photo|photos|bild|crédito|crédit|credit|imagem|imagen)\s?:\s?(?P<maker>[^\s:.!?][^:.!?()]{1,50})[)\]]?$",
    re.IGNORECASE,
)
"""How a caption that no mark tells from text ends: "Jembatan yang putus - Foto: Rina Wati"."""
_BY_MAKER = re.compile(
    r"(?:photo(?:graph)?s?\s(?:by|courtesy\sof)|(?:foto|gambar)\soleh|fotos?\svon|photos?\sde|foto\sde)\s(?-i:[^\W\d_a-z])",
    re.IGNORECASE,
)
"""How a line begins that says who made the picture over it: "Photograph by Ann Roe, Hulu"."""
_POINTERS = "▲△▼▽◀▶"
_MAKER = re.compile(r"\([A-ZÀ-Ý][^()\d]{2,30}\)\.?$")
_CREDIT_IN_BRACKETS = re.compile(
    r"[(\[](?:foto|photo|fotografer|ist|istimewa|dok|dokumentasi|dokumen|sumber\s+foto|ft)\b[^()\[\]]{0,60}[)\]]\.?$"
    r"|[-–—|/.]\s?foto\s?[:/]?\s?(?:ist|istimewa|dok|dokumentasi)\b[^.!?]{0,40}\.?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:keterangan|ket|teks|caption)\.?\s?(?:foto|gambar|photo)?|(?:foto|gambar)(?:\s\w{3,12})?|ft|photo|pictured)\s?:\s?\S",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:(?:keterangan|ket|teks|caption)\.?\s(?:foto|gambar)|photo\s+captions?|bildunterschrift|caption)\s?:\s?\S",
    re.IGNORECASE,
)
"""What begins captions and no text: "Keterangan foto: …"."""
_OF_PICTURE = re.compile(
    r"(?:foto|gambar|ilustrasi|suasana|tampak|potret|penampakan|keterangan|photo|picture|pictured|image|illustration|bild|imagen|imagem)\b",
    re.IGNORECASE,
)
"""How captions begin: "Suasana pasar pada Senin pagi"."""
_SIGNED_OFF = re.compile(
    r"\((?:(?:adv|advertorial|adv?etorial|iklan|red)\b[^()]{0,40}|(?-i:[a-z]{2,5}(?:/[a-z]{2,5}){1,2}))\)\.?$",
    re.IGNORECASE,
)
"""How texts end, and no captions do: "(adv/diskominfo)", "(rin/kh)"."""
_NO_MAKERS = ("(adv", "(red", "(tim", "(kontributor", "(iklan")
_QUOTES = frozenset('"“”„«»')
_LONGEST_UNDER = 200


def is_caption(line: Line) -> bool:
    """Whether a line right under the lead image ends with its maker: "Antrean truk di pelabuhan. (Gusti)".

    Or points at the image, as Korean pages have it: "▲ …".
    """
    if line.text[0] in _POINTERS and len(line.text) <= _LONGEST_CAPTION:
        return True
    return line.after_image and len(line.text) <= _LONGEST_CAPTION and _MAKER.search(line.text) is not None


def ends_with_credit(text: str) -> bool:
    """Whether a line right under a picture is its caption, by its label or by the maker at its end.

    >>> ends_with_credit("Suasana pasar pada Senin pagi. (IST)"), ends_with_credit("Warga pulang. (adv)")
    (True, False)
    """
    if len(text) > _LONGEST_UNDER or not _QUOTES.isdisjoint(text):
        return False
    found = _CREDIT_IN_BRACKETS.search(text) or _LABEL.match(text) or maker_of(text)
    return found is not None or (len(text) <= _LONGEST_CREDITED and _ends_caption(text))


def tells_picture(text: str) -> bool:
    """Whether a line under a picture that is set apart from the text begins with a word for a picture, or
    ends with a name in brackets.
    """
    if len(text) > _LONGEST_UNDER or not _QUOTES.isdisjoint(text):
        return False
    return _OF_PICTURE.match(text) is not None or ends_with_maker(text)


def ends_with_maker(text: str) -> bool:
    """Whether a line ends with a name in brackets, who may have made a picture.

    >>> ends_with_maker("The cellar of it. (Ann Roe/Gazette)"), ends_with_maker("It rained (and hard).")
    (True, False)
    """
    found = _MAKER.search(text)
    return found is not None and not found.group().lower().startswith(_NO_MAKERS)


def maker_of(text: str) -> str | None:
    """Who made the image that a line is the caption of, by the line's end; None for other lines."""
    found = _CAPTION_WITH_MAKER.search(text) if len(text) <= _LONGEST_CAPTION and ":" in text else None
    return found["maker"].strip() if found is not None else None


def is_photo_credit(line: Line, phrases: Phrases) -> bool:
    """Whether a line says no more than who made a picture, ends as a caption right under one, or begins with
    the label of captions, wherever it stands.
    """
    if len(line.text) <= _LONGEST_UNDER and _LABELLED.match(line.text) is not None:
        return line.kind == "paragraph"
    if len(line.text) > _LONGEST_CREDITED:
        return False
    inside = line.text.strip("()[] ")
    if phrases.credits["photo"].match(inside) is not None:
        return True
    if _BY_MAKER.match(inside) is not None and SENTENCE_END.search(inside) is None:
        return True
    return line.after_image and (
        line.text[0] in _POINTERS
        or (line.text.startswith("(") and inside.lower().startswith(("foto", "ist", "dok")))
        or _ends_caption(line.text)
    )


def is_over_credit(line: Line, below: Line | None, phrases: Phrases) -> bool:
    """Whether a line right under a picture is its caption, for the next one says who made that."""
    return (
        line.after_image
        and below is not None
        and line.kind == below.kind == "paragraph"
        and len(line.text) <= _LONGEST_UNDER
        and _QUOTES.isdisjoint(line.text)
        and len(below.text) <= _LONGEST_CREDITED
        and (
            _BY_MAKER.match(below.text) is not None or phrases.credits["photo"].match(below.text) is not None
        )
    )


def _ends_caption(text: str) -> bool:
    return _CAPTION_END.search(text) is not None and _SIGNED_OFF.search(text) is None
