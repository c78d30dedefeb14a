"""The text encoding of a page's bytes.

Order, after the WHATWG Encoding Standard's sniffing (https://html.spec.whatwg.org/#encoding-sniffing-algorithm)
with the claim checked against the bytes: byte order mark, HTTP header, <meta>, valid UTF-8, then a guess by
BeautifulSoup's `dammit` and charset-normalizer. Labels are mapped as browsers do: latin-1 means windows-1252.
Unlike them, what is plainly UTF-8 is read as such whatever the page declares.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer
from bs4.dammit import EncodingDetector, UnicodeDammit

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_META_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})")
_META_WINDOW = 4096
_GUESS_WINDOW = 65536
_LETTERS_OF_UTF8 = 4
_IN_DOUBT = ("windows-1252", "iso-8859-1")
"""The latter reads whatever bytes."""
_LAST_OF_LATIN = "\u024f"
_LANGUAGE = re.compile(rb"<html[^<>]{0,500}?\slang\s{0,9}=\s{0,9}[\"']?([a-z]{2,3})\b", re.IGNORECASE)
_OF_LANGUAGES = {
    **dict.fromkeys(("cs", "hu", "pl", "sk", "sl", "hr", "bs"), "windows-1250"),
    **dict.fromkeys(("et", "lt", "lv"), "windows-1257"),
    **dict.fromkeys(("tr", "az", "ku"), "windows-1254"),
    "ro": "windows-1250",
    "vi": "windows-1258",
}
_LABELS = {"x-sjis": "cp932", "windows-31j": "cp932", "x-gbk": "gb18030", "x-euc-jp": "euc_jp"}
"""Those that Python doesn't know."""
_AS_BROWSERS_DO = {
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
}


def to_utf8(body: bytes, content_type: str | None = None) -> bytes:
    """The page in UTF-8, byte order mark left out. Never raises: what no encoding reads becomes U+FFFD.

    `content_type` is the HTTP header's value ("text/html; charset=windows-1252"), or None.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
    for label in _claims(body, content_type):
        encoded = _encoded_from(body, label)
        if encoded is not None:
            return body if encoded is not body and _is_plainly_utf8(body) else encoded
    encoded = _encoded_from(body, "utf-8", is_claim=False)
    return encoded if encoded is not None else body.decode(_guess(body), "replace").encode("utf-8", "replace")


def _claims(body: bytes, content_type: str | None) -> list[str]:
    header = _CHARSET.search(content_type) if content_type else None
    labels = [header.group(1)] if header else []
    window = body[:_META_WINDOW].lower()
    at = window.find(b"charset")  # finds the word ten times as fast as the pattern does
    meta = _META_CHARSET.search(window, at) if at >= 0 else None
    return labels + ([meta.group(1).decode("ascii", "replace")] if meta else [])


def _encoded_from(body: bytes, label: str, *, is_claim: bool = True) -> bytes | None:
    """`body` by `label`, as UTF-8; None where the label is unknown or a wrong claim.

    A few broken bytes don't refute a claim of UTF-8: pages are glued together from many sources.
    """
    try:
        encoding = codecs.lookup(_LABELS.get(label.strip().lower(), label)).name
    except (LookupError, ValueError):
        return None
    encoding = _AS_BROWSERS_DO.get(encoding, encoding)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
        broken = text.count("\ufffd")
        if not is_claim or encoding != "utf-8" or broken > 3 + len(text) // 20_000:
            return None
    except (LookupError, ValueError, TypeError):  # a codec that is no text encoding: "base64", "rot13"
        return None
    else:
        if encoding == "utf-8":
            return body
    return text.encode("utf-8", "replace")


def _is_plainly_utf8(body: bytes) -> bool:
    """Whether bytes are UTF-8 whatever else is claimed: several letters of two bytes or more, and no mistake.

    Pages moved from one system to another are seen to keep the old declaration. A text in a one-byte encoding
    is no UTF-8 by chance.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(body) - len(text) >= _LETTERS_OF_UTF8


def _guess(body: bytes) -> str:
    """The likeliest encoding of undeclared bytes that are no UTF-8.

    Left to itself, `dammit` asks whichever detector it finds installed, and reads a page otherwise on another
    machine; so it is told what may be.
    """
    sample = body[:_GUESS_WINDOW]
    sample = sample[: sample.rfind(b">") + 1] or sample  # no letter of several bytes is cut
    declared = EncodingDetector.find_declared_encoding(sample, is_html=True)
    likely = [label for label in (declared, _detected(sample), _by_language(sample)) if label]
    guess = UnicodeDammit(sample, likely, user_encodings=_IN_DOUBT, is_html=True).original_encoding
    try:
        name = codecs.lookup(guess or _IN_DOUBT[0]).name
    except LookupError:
        return _IN_DOUBT[0]
    return _AS_BROWSERS_DO.get(name, name)


def _detected(sample: bytes) -> str | None:
    """The encoding that charset-normalizer finds, where it is of another script than Latin.

    Those of Latin letters differ in a few bytes only, and a short text speaks as much for one as for another:
    it takes Spanish, French and Swedish for windows-1250.
    """
    label = charset_normalizer.detect(sample)["encoding"]
    if not label:
        return None
    letters = [each for each in sample.decode(label, "replace") if each > "\x7f" and each.isalpha()]
    others = sum(each > _LAST_OF_LATIN for each in letters)
    return label if 2 * others > len(letters) else None


def _by_language(sample: bytes) -> str | None:
    """The encoding in which browsers read undeclared pages of the declared language's readers, by WHATWG."""
    declared = _LANGUAGE.search(sample)
    return _OF_LANGUAGES.get(declared.group(1).lower().decode("ascii")) if declared else None
