"""What the last lines of a body tell that is worth a field: credits, tags, corrections, signatures."""

from __future__ import annotations

import re
from itertools import pairwise

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.bylines import begins_byline, is_label, read_bylines
from kaltimcrawl.extraction.bywords import is_office, is_organisation, is_place, load_words
from kaltimcrawl.extraction.cleared import is_said
from kaltimcrawl.extraction.closing import begins_bio, named_in_bio
from kaltimcrawl.extraction.credits import read_credits, read_reporters, read_reporting
from kaltimcrawl.extraction.fullnames import ends_in_degree, is_full_name, split_names
from kaltimcrawl.extraction.heads import LONGEST_FURNITURE
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.names import PENS
from kaltimcrawl.extraction.phrases import Phrases
from kaltimcrawl.extraction.suspects import OPENERS, is_row_of_tags
from kaltimcrawl.extraction.taglines import is_tag_line, note_tags
from kaltimcrawl.extraction.verdict import SENTENCE_END, Judged, is_prose

_LAST_LINES = 2
_FIRST_LINES, _ENDS_OF_SENTENCES = 1, ".!?"
_LONGEST_CREDITS = 200
_WORDS_OF_SENTENCE = 5
_MOST_CORRECTING, _LINES_OF_CREDITS, _LONGEST_HEADING = 4, 8, 24
_MOST_SIGNING, _LONGEST_SIGNATURE = 4, 70
_SHORTEST_LETTER = 2
_CLOSES_LETTER = re.compile(
    r"(?:yours\s+(?:faithfully|sincerely|truly|respectfully|etc)|sincerely(?:\s+yours)?|respectfully(?:\s+yours)?"
    r"|hormat\s+(?:saya|kami)|salam\s+hormat)\s?[.,]{0,3}",
    re.IGNORECASE,
)
_NAME_OF_LETTER = re.compile(r"\s?[(,]")
_WHERE_FROM = re.compile(r"\s(?:in|di|à|en|aus|dari)\s[^\W\d_a-z][\w.-]{2,20}$")
_PLACE_BEHIND = re.compile(r"\s\([^()\d]{3,24}\)$")
_ASIDE = re.compile(r"\s*[,|/]\s")
_INITIAL_LAST = re.compile(r"\s[A-Z]\.$")
_OF_BOOK = re.compile(r"[$€£¥]\s?\d|\d\s?(?:pp|pages|hlm|halaman)\b", re.IGNORECASE)
_WHERE = frozenset(("in", "at", "from", "di", "dari"))
_WORDS_OF_NAMES = range(2, 6)
_LONGEST_NAME, _LONGEST_THANKS = 40, 400
_SOURCE_DASH = re.compile(r"^(sumber|source)\s[-–—]\s", re.IGNORECASE)
_EDITS_HAN = re.compile("[编編]辑|編輯|校[对對]|[责責][编編]")
_EDITOR_HAN = re.compile(
    r"(?:\s?(?:责任|責任)?(?:编辑|編輯|校对|校對|责编|責編)"
    r"(?:\s(?!编辑|編輯|校对|校對|责|責)[\u4e00-\u9fff]{2,4}){1,3}){1,3}"
)
"""How papers of China close: "编辑 张树婧", "编辑 刘晓阳 校对 李铭"."""


def take_tail(judged: Judged, phrases: Phrases) -> None:
    """Takes credit lines, tag lines and correction notes out of the kept lines, into their fields."""
    _take_parted_credits(judged, phrases)
    kept: list[Line] = []
    last = len(judged.kept) - 1
    last_prose = max(
        (place for place, line in enumerate(judged.kept) if line.own or is_prose(line)), default=-1
    )
    for position, line in enumerate(judged.kept):
        text = line.text
        if line.own:
            kept.append(line)
            continue
        at_edge = position <= 3 or position >= last - 8
        if at_edge and (credits := _credits_on(text)):
            is_foot = position >= last - 8 and not line.after_image
            judged.credits.extend(credits if is_foot else _without_offices(credits))
        elif position >= last - _LAST_LINES and _EDITOR_HAN.fullmatch(text[: _LONGEST_NAME + 1]):
            named = (name for name in text.split() if not _EDITS_HAN.search(name))
            judged.signed.extend(("editor", name) for name in named)
        elif position >= last - _LAST_LINES and (credits := read_reporting(text)):
            judged.credits.extend(credit for credit in credits if credit[0] == "editor")
            judged.signed.extend(credit for credit in credits if credit[0] == "author")
        elif (position >= last - _LAST_LINES and _closes(text, phrases)) or (
            at_edge and _is_empty_credit(text, phrases)
        ):
            judged.signed.extend(("author", name) for name in read_reporters(text))
        elif at_edge and is_tag_line(line):
            judged.tag_line = judged.tag_line or text
        elif not line.suspect:
            kept.append(line)
            continue
        elif (
            len(text) < 300
            and phrases.kinds["tags"].fits(text)
            and not (len(text) > 120 and not line.links)
            and not _is_said_amid(line, position, last_prose)
        ) or is_row_of_tags(line):
            judged.tag_line = judged.tag_line or text
        elif _corrects(text, phrases):
            judged.correction = judged.correction or text
            kept.append(line)
            continue
        else:
            kept.append(line)
            continue
        judged.dropped.append(line)
    judged.kept = kept
    _drop_caption_at_foot(judged)
    note_tags(judged)
    judged.correction = judged.correction or _headed_correction(kept, phrases)


def _drop_caption_at_foot(judged: Judged) -> None:
    """Drops the short lines at the foot behind an element that ends floats, where a credit stands there too:
    templates print a picture's caption there, and whose it is.
    """
    kept = judged.kept
    if any(line.behind_floats and is_prose(line) for line in kept):
        return  # the text itself goes on behind it
    if not any(line.behind_floats and read_credits(line.text) for line in judged.dropped):
        return
    while len(kept) > 1 and kept[-1].behind_floats and not (kept[-1].own or is_prose(kept[-1])):
        judged.dropped.append(kept.pop())


def _is_said_amid(line: Line, position: int, last_prose: int) -> bool:
    """Whether a line that sounds like a row of tags is a sentence of the text, or a word of it, unlinked amid
    its paragraphs: "Topik: banjir, sampah, dan macet.", "Kategori: konten palsu", or begins with such a word.
    """
    if line.links or "#" in line.text:
        return False
    if ":" not in line.text:
        return line.text.endswith(".") and len(line.text.split()) >= _WORDS_OF_SENTENCE  # "Tagged birds …"
    is_plain = line.text.lower().startswith("tag")
    return _FIRST_LINES < position < last_prose and (not is_plain or line.text[-1] in _ENDS_OF_SENTENCES)


def _credits_on(text: str) -> list[tuple[str, str]]:
    text = _SOURCE_DASH.sub(r"\1: ", text)
    has_sign = ":" in text or "|" in text or "：" in text or "｜" in text
    may_be = has_sign and len(text) <= _LONGEST_CREDITS
    return read_credits(text) if may_be and not is_said(text) else []


def _take_parted_credits(judged: Judged, phrases: Phrases) -> None:
    """Takes labels that fill a line ("Penulis"), and the name on the next one, out of the last lines."""
    kept = judged.kept
    place = max(0, len(kept) - _LINES_OF_CREDITS)
    while place + 1 < len(kept):
        label, line = kept[place], kept[place + 1]
        role = None if label.own else _role_of_label(label)
        if role is None or len(line.text) > _LONGEST_NAME:
            place += 1
            continue
        is_named = is_full_name(line.text)
        if not is_named and not phrases.kinds["account"].fits(line.text):
            place += 1
            continue
        judged.credits.extend([(role, line.text)] if is_named else ())
        judged.dropped += (label, line)
        del kept[place : place + 2]


def _role_of_label(line: Line) -> str | None:
    if len(line.text) > _LONGEST_HEADING or line.links or not is_label(line.text, is_alone=True):
        return None
    return load_words().roles.get(line.text.strip(" :：").lower())


def _without_offices(credits: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Credits without offices as sources: over the text or under a picture they tell whose the picture is."""
    return [(role, name) for role, name in credits if not (role == "source" and is_office(name))]


def _corrects(text: str, phrases: Phrases) -> bool:
    """Whether a line is a note that the text was changed, maybe in brackets or behind a star."""
    if _heads_correction(text, phrases):
        return False
    correction = phrases.kinds["correction"]
    return correction.fits(text) or (text[0] in OPENERS and correction.fits(text.lstrip(OPENERS)))


def _headed_correction(kept: list[Line], phrases: Phrases) -> str | None:
    """The paragraph under a heading at the end that says it corrects the text: "RALAT"."""
    for heading, line in pairwise(kept[-_MOST_CORRECTING:]):
        if (
            (heading.kind == "heading" or heading.strong or heading.text[-1] == ":" or heading.text.isupper())
            and line.kind == "paragraph"
            and _heads_correction(heading.text, phrases)
        ):
            return line.text
    return None


def _heads_correction(text: str, phrases: Phrases) -> bool:
    return len(text) <= _LONGEST_HEADING and phrases.kinds["correctionlabel"].fits(text.strip(" :*()[]"))


def _closes(text: str, phrases: Phrases) -> bool:
    """Whether one of the last lines thanks who helped, tells of the portal or is signed by reporters."""
    lowered = text.lower()
    if len(text) > LONGEST_FURNITURE:
        return len(text) <= _LONGEST_THANKS and lowered.rstrip(" .)").endswith(phrases.closers)
    return any(words in lowered for words in phrases.closers) or read_reporters(text) != ()


def _is_empty_credit(text: str, phrases: Phrases) -> bool:
    """Whether a credit line names an account: "Uploader: Admin 2", "This post was written by admin"."""
    if len(text) > _LONGEST_NAME:
        return False
    account = phrases.kinds["account"]
    label = phrases.credit.match(text)
    if label is not None:
        return account.fits(text[label.end() :].strip())
    return begins_byline(text) and any(account.fits(name) for _, name in read_bylines(text))


def drop_bio(judged: Judged) -> None:
    """Takes the lines that tell of the author off the end."""
    while len(judged.kept) > 1:
        last = judged.kept[-1]
        name = named_in_bio(last)
        if name is not None and not any(role == "author" for role, _ in judged.credits):
            judged.credits.append(("author", name))
        is_post = last.text[0] == "*" and _is_post_of_author(last.text)
        if name is None and not (last.signed or is_post or begins_bio(last.text)):
            return
        judged.dropped.append(judged.kept.pop())


def _is_post_of_author(text: str) -> bool:
    """Whether a line behind a star begins with what an author is: "*Mahasiswa STFK, anggota Komunitas …"."""
    first, _, rest = text.lstrip("*) ").partition(" ")
    return first.lower() in load_words().trades and rest[:1].isupper()


def take_signatures(judged: Judged) -> None:
    """Takes the last lines that sign the text, into credits and what counts less than those."""
    _take_closing_of_letter(judged)
    _take_signed_lines(judged)
    _take_lone_name(judged)


def _take_closing_of_letter(judged: Judged) -> None:
    """Takes the words that close a letter, and who signs it under them: "Yours faithfully, / Rina Wati". One
    that another than a full name signs stays whole, for no field would have that.
    """
    kept = judged.kept
    for place in range(max(_SHORTEST_LETTER, len(kept) - _MOST_SIGNING - 1), len(kept)):
        under = kept[place + 1 :]
        if _CLOSES_LETTER.fullmatch(kept[place].text) is None or not all(map(_is_short_line, under)):
            continue
        named = [_NAME_OF_LETTER.split(line.text, maxsplit=1)[0] for line in under[:1]]
        if not all(map(is_full_name, named)):
            return
        judged.signed.extend(("author", name) for name in named)
        judged.dropped.extend(kept[place:])
        del kept[place:]
        return


def _is_short_line(line: Line) -> bool:
    return (
        line.kind == "paragraph"
        and len(line.text) <= _LONGEST_SIGNATURE
        and SENTENCE_END.search(line.text) is None
    )


def _take_signed_lines(judged: Judged) -> None:
    """Takes the last lines that sign the text: names set apart in bold or italics, each with what its bearer
    is or where on its line or on the next ones: "Rina Wati / Corresponsal de EL TIEMPO / CALI".
    """
    kept = judged.kept
    for start in range(max(1, len(kept) - _MOST_SIGNING), len(kept)):
        run = kept[start:]
        if len(run) == 1 and judged.signoff is not None and (name := _named_by_house(run[0])) is not None:
            judged.signed.append(("author", name))
            judged.dropped.append(kept.pop())
            return
        if len(run) == 1 and (name := _named_with_agency(run[0])) is not None:
            judged.signed.append(("author", name))
            judged.dropped.append(kept.pop())
            return
        if not all(map(_may_sign, run)) or not (run[0].strong or run[0].text.startswith("By ")):
            continue
        above = kept[start - 1]
        if len(above.text) <= _LONGEST_NAME and not SENTENCE_END.search(above.text):
            return
        names = _names_signed(run[0].text)
        if not names or (len(run) == 1 and names == [run[0].text]):
            return
        more = [name for line in run[1:] if line.strong for name in _names_signed(line.text)]
        judged.signed.extend(("author", name) for name in (*names, *more))
        judged.dropped.extend(run)
        del kept[start:]
        return


def _named_by_house(line: Line) -> str | None:
    """The author whom the last line names behind the house, over initials: "Nauka w Polsce, Rina Wati"."""
    house, comma, name = line.text.partition(", ")
    is_named = bool(comma) and is_full_name(name) and not is_place(name)
    return (
        name if is_named and _may_sign(line) and house[0].isupper() and len(house) <= _LONGEST_NAME else None
    )


def _named_with_agency(line: Line) -> str | None:
    """The author whom the last line names with the agency that helped: "Rina Wati, ČTK"."""
    name, comma, agency = line.text.partition(", ")
    is_line = line.kind == "paragraph" and not line.own and len(line.text) <= _LONGEST_SIGNATURE
    is_named = is_line and bool(comma) and is_full_name(name) and not is_place(name)
    return name if is_named and agency_of(agency) is not None else None


def _may_sign(line: Line) -> bool:
    return (
        line.kind == "paragraph"
        and not line.own
        and len(line.text) <= _LONGEST_SIGNATURE
        and not line.links
        and ":" not in line.text
        and (not SENTENCE_END.search(line.text) or ends_in_degree(line.text))
        and _OF_BOOK.search(line.text) is None
    )


def _names_signed(text: str) -> list[str]:
    """The full names of a line that signs a text, in their order; empty for another line.

    >>> _names_signed("EKA WIDODO, ADI SETYAWAN (MALANG)"), _names_signed("Suparlan Hadi, Ngawi")
    (['EKA WIDODO', 'ADI SETYAWAN'], ['Suparlan Hadi'])
    >>> _names_signed("By Ann Roe, Jeju correspondent; Ben Roe, staff reporter"), _names_signed("Harga Naik")
    (['Ann Roe', 'Ben Roe'], ['Harga Naik'])
    """
    text = _PLACE_BEHIND.sub("", text.removeprefix("By ").strip(PENS))
    names: list[str] = []
    for part in text.split("; "):
        told = split_names(part)
        if not all(map(is_full_name, told)):
            told = [_ASIDE.split(part, maxsplit=1)[0]]
        told = [_WHERE_FROM.sub("", name) for name in told]
        names += [
            name
            for name in told
            if is_full_name(name)
            and not (is_place(name) or is_office(name))
            and name.partition(" ")[0].lower() not in load_words().ranks  # "Ketua Panitia"
        ]
    return names


def _take_lone_name(judged: Judged) -> None:
    """Takes a name in bold that stands alone under the text, as newspapers sign, to the credits, and one in
    capitals to what counts less, for it may be a desk's.
    """
    if len(judged.kept) < 2:
        return
    above, last = judged.kept[-2:]
    words = last.text.split()
    is_signed = last.strong and not any(role == "author" for role, _ in judged.credits)
    is_place = last.strong and words[0].lower() in _WHERE  # "In Gizo", where the reporter was
    if (
        (is_signed or is_place or (last.text.isupper() and not last.group))
        and last.kind == "paragraph"
        and not last.own
        and not last.links
        and ":" not in last.text
        and len(words) in _WORDS_OF_NAMES
        and len(last.text) <= _LONGEST_NAME
        and all(word[0].isalpha() and not word[0].islower() for word in words)
        and (not SENTENCE_END.search(last.text) or (is_signed and _INITIAL_LAST.search(last.text)))
        and (len(above.text) > _LONGEST_NAME or SENTENCE_END.search(above.text))
    ):
        first = words[0].lower()
        if first in load_words().greetings:
            return
        if not (is_place or is_organisation(last.text) or first in load_words().never_first):
            (judged.credits if is_signed else judged.signed).append(("author", last.text))
        judged.dropped.append(judged.kept.pop())


def drop_ends(judged: Judged) -> None:
    """Takes headings that head nothing off the end."""
    while judged.kept and judged.kept[-1].kind == "heading":
        judged.dropped.append(judged.kept.pop())
