"""XML as portals print it, made fit for a strict parser while it streams.

What is mended: warnings printed before the document, a wrong or missing encoding, characters that XML
forbids, bare ampersands, HTML's named entities.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from itertools import chain

MAX_PIECE_BYTES = 256 * 1024
"""A piece is cut here where no `>` comes: no tag of a sitemap or feed is so long."""

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\x00?\x00", "utf-16-le"),  # no mark, but XML begins with "<?": XML 1.0, appendix F
    (b"\x00<\x00?", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']""")
_ENCODING_FAMILIES = ("utf-8", "cp125", "cp874", "iso8859", "gb", "big5", "shift_jis", "euc_", "koi8")
_LATIN_1 = ("iso8859-1", "ascii")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)?")
_XML_ENTITIES = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_CDATA_START, _CDATA_END = "<![CDATA[", "]]>"


def read_text(chunks: Iterable[bytes], encoding: str | None = None) -> Iterator[str]:
    """The text of `chunks` in pieces that end in `>`, well formed as to characters and entities.

    What reads as UTF-8 is UTF-8, since portals that declare otherwise are mostly wrong; else the encoding is
    `encoding` (HTTP's), else the declared one, else windows-1252. UTF-16 and UTF-32 are known by their byte
    order mark. Raises nothing but what `chunks` raises.
    """
    in_cdata = False
    for piece in _decode(chunks, encoding):
        mended, in_cdata = _mend(piece, in_cdata)
        yield mended


def _decode(chunks: Iterable[bytes], encoding: str | None) -> Iterator[str]:
    stream = iter(chunks)
    head = next(stream, b"")
    stream = chain((head,), stream)
    wide = next((name for mark, name in _WIDE if head.startswith(mark)), None)
    if wide:
        stream = _narrow(stream, wide)
    declared = _DECLARED.search(head[:2048])
    named = known_encoding(encoding) or known_encoding(declared and declared[1].decode("ascii"))
    fallback = "cp1252" if named in (None, "utf-8", "utf-8-sig") else named
    for piece in _cut_at_tags(stream):
        try:
            yield piece.decode("utf-8")
        except UnicodeDecodeError:
            yield piece.decode(fallback or "cp1252", "replace")


def _narrow(chunks: Iterable[bytes], wide: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(wide)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _cut_at_tags(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        end = chunk.rfind(b">") + 1
        if end == 0 and len(rest) < MAX_PIECE_BYTES:
            rest += chunk
            continue
        yield rest + chunk[:end]
        rest = chunk[end:]
    yield rest


def _mend(text: str, in_cdata: bool) -> tuple[str, bool]:
    """`text` mended outside CDATA sections, and whether it ends inside one."""
    text = _FORBIDDEN.sub("", text)
    done, position = [], 0
    while position < len(text):
        mark = text.find(_CDATA_END if in_cdata else _CDATA_START, position)
        end = len(text) if mark < 0 else mark
        part = text[position:end]
        done.append(part if in_cdata else _AMPERSAND.sub(_mend_entity, part))
        if mark < 0:
            break
        mark_text = _CDATA_END if in_cdata else _CDATA_START
        done.append(mark_text)
        position, in_cdata = mark + len(mark_text), not in_cdata
    return "".join(done), in_cdata


def _mend_entity(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    if name.startswith("#"):
        return found[0] if _is_xml_character(name) else ""
    if name in _XML_ENTITIES:
        return found[0]
    meant = html5.get(name)
    return "".join(f"&#{ord(character)};" for character in meant) if meant else f"&amp;{name}"


def _is_xml_character(reference: str) -> bool:
    """Whether `#233;` or `#xE9;` is a Char of XML 1.0, 2.2: half a surrogate pair, say, is none."""
    code = int(reference[2:-1], 16) if reference[1] in "xX" else int(reference[1:-1])
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return False
    return _FORBIDDEN.match(chr(code)) is None


def known_encoding(name: str | None) -> str | None:
    """Python's name of the text encoding `name`, as the web reads it; None where it is none of the web's.

    Latin-1 and ASCII are windows-1252, as https://encoding.spec.whatwg.org/#names-and-labels has it.
    """
    try:
        found = codecs.lookup((name or "").strip()).name
    except (LookupError, ValueError):
        return None
    if found in _LATIN_1:
        return "cp1252"
    return found if found.startswith(_ENCODING_FAMILIES) else None
