"""Bylines: the names of a short printed line, by their labels ("Oleh Rina | Editor: Lia")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.bywords import Words, is_office, is_organisation, is_place, load_words
from kaltimcrawl.extraction.fullnames import (
    BREAK,
    LONGEST_NAME,
    MOST_WORDS_BARE,
    is_full_name,
    names_at_start,
    with_company,
    without_ends,
)
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.tree import WORD_BREAK, fold

LONGEST_BYLINE = 240
_LONGEST_LABEL = 40
_DESK_BEFORE = re.compile(
    r"[\w-]{1,30}\.(?:com|co|id|co\.id|net|news|my\.id|org)\s*[/,–—-]\s*", re.IGNORECASE
)
_REPORT_FROM = re.compile(
    r"laporan\s+(?:wartawan|reporter|jurnalis|kontributor)\s+[^,:]{1,40}[,:]\s*", re.IGNORECASE
)
_COLONS = ":："
_AS_COLON = str.maketrans("：՝", "::")
_LABEL_SIGN = re.compile(r"[^\W\d_]\W{0,2}[:：]")
_PLACED_LABEL = re.compile(
    r"(?i:kontributor|wartawan|reporter|jurnalis|koresponden|pewarta|biro|kabiro|kaperwil)"
    r"(?P<place>(?:\s[A-Z][\w.-]{1,20}){1,3})\s?[:：]\s?"
)
"""A label with the place that its bearer reports from: "Kontributor Kutai Barat: …"."""
_IN_TOWN = re.compile(
    r"(?P<name>\S.{2,40}?)(?P<sign>\s(?:di|in|en|à|em|aus)|,?\sdari)\s(?P<town>[^\W\d_].{2,30})"
)
_POST = re.compile(
    r"(?i:(?:laporan\s)?(?:kontributor|wartawan|koresponden|jurnalis|reporter|pewarta|kabiro|kaperwil))"
    r"\s(?P<place>[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20}){0,2})(?:,\s?|\s[-–—|/]\s)(?=[A-Z])"
)
_JOINT = re.compile(r"[^\W\d_]{2,12}\s?(?:[/&+,]|dan\s|and\s|und\s)\s?[^\W\d_]{2,12}\s?[:：]")
_DASH_ARABIC = re.compile(r"^([\u0600-\u06ff]{3,8})\s?[-–]\s?")
"""Behind the label of a byline: "كتبت- …"."""
_NEXT_ROLE_HAN = re.compile(
    r"(?<=[\u4e00-\u9fff])\s(?=(?:责任|責任)?(?:编辑|編輯|校对|校對|责编|責編|審核|审核)\s)"
)
"""Before who edited it, in a row of Chinese roles: "记者 魏之然 编辑 张树婧"."""
_FULL_STOP = re.compile(r"(?<=[a-z]{3})\.(?:\s(?=[A-Z][a-z]{2,8}\.?\s\d)|$)")
ENGAGED = re.compile(
    r",?\s(?:[Ss]pecial\s(?:for|to)|[Ee]special\s(?:para|de)|[Ss]pécial\spour|[Ee]xklusiv\sfür)\s.{2,40}$|\s[Ff]or\s(?:[Tt]he\s)?[A-Z][\w.]{2,20}(?:\s[A-Z]\w{1,20}){0,2}$"
)
"""Behind who wrote for a paper once: "By Ann Roe, Special to The Hulu Post", "Ann Roe For Mailonline"."""
_ROLE_BEHIND = re.compile(
    r"(?P<name>[^\W\d_][^(),|]{2,60}?)\s?\((?P<role>[^\W\d_]{3,12})\)(?:\s?[,|/&]\s?|\s(?:und|and|dan|et|y)\s|$)"
)
_ONE_ROLE_BEHIND = re.compile(
    r"(?P<before>[^(),|]{6,80}?)\s?(?:[,&]|(?<=\s)(?:und|and|dan|et|y|e|en|og|och))\s(?P<name>[^(),|]{4,60}?)\s?\((?P<role>[^\W\d_]{3,14})\)"
)
"""One of two whose work is told: "Par Anna Roth et Max Maier (photographies)"."""
_PLACE_BEHIND = re.compile(r"\s\([A-Z][\w .,'-]{1,28}\)(?=\s(?:and|dan|und|&|y|et|e)\s)")
"""Where one of several reported from: "Ann Roe (Lagos) and Ben Roe (Ibadan)"."""
_WHERE = re.compile(r"\sin\s[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,2}(?=\s(?:and|&)\s|,|$)")
"""Where a reporter was: "By Cai Xiaoli in Hohhot and Sun Weiping in Dunhuang"."""
_BEFORE_DAY = re.compile(r"\s(?:il|el|em|den|dne|dnia|le|op|am|på|pada)\s(?=\d{1,2}(?:\W|er\s))")
"""Between a name and the day: "Scritto da Rina Conti il 12 Maggio 2025"."""
_POST_AUTHOR = re.compile(r"\bPost\s+author\s?:?\s?(?=[Bb]y\b)")
_OF_POST = re.compile(r"\s+Post\s+(?=(?:published|category|date|comments?|last|tags?)\b)")
"""What WordPress's themes say to readers of screens, glued to names: "Post author:Rina Wati Post date:…"."""
_GLUED = re.compile(
    r"(?<=[a-z])(?=(?:Jan|Feb|Mar|Apr|Mei|May|Jun|Jul|Agu|Aug|Sep|Okt|Oct|Nov|Des|Dec)[a-z]{0,7}\s\d)"
    r"|(?:(?<=^By)|(?<=^Oleh)|(?<=^Por)|(?<=^Par)|(?<=^Von)|(?<=^Penulis))(?=[A-ZÀ-Þ][^\W\d_A-Z]+\s[A-ZÀ-Þ])"
)
"""Between a name and what themes set apart by style alone: "By Rina WatiSep 21, 2026", "OlehRina Wati"."""
_HOUSE_BEHIND = re.compile(r"(?=\w*\d)(?=\d*[^\W\d_])\w{2,6}(?:\s[^\W\d_]{1,15}){0,4}")
"""What a byline may end in, whose words are no name's: "Por Ana Lima, g1 Campinas e Região"."""
_EDITED = re.compile(r",?\s(?:dan\s)?(?:disunting|diedit|edited)\s(?:(?:oleh|by)\s)?(?=[A-Z])")
"""How a byline goes on in words: "Ditulis oleh Rina Wati, disunting Lia Aminah"."""
_LABEL_IN_BRACKETS = re.compile(
    r"(?<=\S)\s?[(\[](?=[^\W\d_]{2,16}(?:\s[^\W\d_]{2,16})?\s?[:：])(?P<credit>[^()\[\]]{4,80})(?:[)\]]|$)"
)
_NAMES_EDITOR = re.compile(
    r"(?P<name>[^()|:]{4,60}?)\s?\|\s(?P<label>[^\W\d_]{2,16})\s?[:：]\s?(?P<editor>[^|:]{2,60})"
)
_LIKE_BAR = re.compile(r"\s[Il¦ǀ∣]\s(?=[^\W\d_]{2,16}(?:\s[^\W\d_]{2,16})?\s?[:：])")
_PLACED = frozenset(("by", "von", "par", "por", "door", "av", "af"))
"""By-words of languages whose people have more than one name: a lone word behind them is a place."""


def begins_byline(text: str) -> bool:
    """Whether `text` begins with a label's first word; cheap."""
    words = text[:_LONGEST_LABEL].split(None, 1)
    if not words:
        return False
    word = words[0].lower()
    if not word.isascii():
        word = word.translate(_AS_COLON)
    if ":" in word:
        word = word.partition(":")[0]
    return word in load_words().first


def has_label_sign(text: str) -> bool:
    """Whether a colon stands behind a letter of `text`, as behind a label, rather than in a time of day."""
    return (":" in text or "：" in text) and _LABEL_SIGN.search(text) is not None


def is_label(text: str, *, is_alone: bool = False) -> bool:
    """Whether `text` is nothing but a label, so that the name stands in an element beside it.

    Words of sentences are none ("di" stands before a section too), unless they are long and stand alone.
    """
    if len(text) > LONGEST_BYLINE or (label := text.strip(" :：,\n\t").lower()) not in load_words().roles:
        return False
    return label not in load_words().weak or (is_alone and len(label) > 4)


def read_bylines(text: str, *, is_marked: bool = False) -> list[tuple[str, str]]:
    """(role, name) of those whom a short line names as having made the article; empty where it is no byline.

    Roles are author, editor, photo and source.
    `is_marked`: the page marks the line as a byline, so that a bare "di" or "Text" before a name is read too.

    >>> read_bylines("Oleh Rina Wati - Kabar Hulu | Senin, 12 Mei 2025")
    [('author', 'Rina Wati')]
    >>> read_bylines("By JANE DOE and JOHN ROE | Reporters")
    [('author', 'JANE DOE'), ('author', 'JOHN ROE')]
    >>> read_bylines("By Monday the river had risen")
    []
    """
    text = _GLUED.sub(" ", fold(text).replace(WORD_BREAK, "").replace(" ,", ",").strip("[]*_ "))
    if has_label_sign(text) and len(text) <= 2 * LONGEST_BYLINE:
        barred = with_bars(text)
        if barred != text and (edited := _editor_behind(barred)):
            return edited
        text = barred
    if "(" in text and len(text) <= 2 * LONGEST_BYLINE:
        text = with_company(text)
        if by_role := roles_behind(text):
            return by_role
        text = _PLACE_BEHIND.sub("", text).strip("() ")
    if "՝" in text:
        text = text.translate(_AS_COLON)
    if not text.isascii():
        text = _NEXT_ROLE_HAN.split(_DASH_ARABIC.sub(r"\1: ", text))[0]
    text = _without_additions(text)
    if not 3 <= len(text) <= LONGEST_BYLINE:
        return []
    if not begins_byline(text) and not has_label_sign(text) and "/" not in text[:_LONGEST_LABEL]:
        return []
    text, second = without_second_label(_without_desk(_EDITED.sub(" | Editor: ", text)))
    credits = _read_labels(text, is_marked)
    if second is not None and credits and second not in {role for role, _ in credits}:
        credits += [(second, name) for role, name in credits if role == credits[0][0]]
    return credits


def _without_additions(text: str) -> str:
    """A byline without for whom and from where one wrote, and without what themes say to screens' readers."""
    if "pecial " in text or "or " in text or "écial" in text or "xklusiv" in text:
        text = ENGAGED.sub("", text)
    if " in " in text and text[:3].lower() == "by ":
        text = without_places(text)
    if _BEFORE_DAY.search(text):
        text = _BEFORE_DAY.sub(" | ", text)
    if "Post " in text:
        text = _OF_POST.sub(" | ", _POST_AUTHOR.sub("", text))
    return text


def without_places(text: str) -> str:
    """A byline without where each reported from: "Ann Roe in Lagos and Ben Roe in Ibadan"."""
    return _WHERE.sub("", text)


def with_bars(text: str) -> str:
    """A row of credits with a bar where a letter like one, or a bracket, stands before a label.

    >>> with_bars("Penulis: Rina Wati I Editor: Lia"), with_bars("Rina Wati (Editor: Lia)")
    ('Penulis: Rina Wati | Editor: Lia', 'Rina Wati | Editor: Lia')
    """
    if "(" in text or "[" in text:
        text = _LABEL_IN_BRACKETS.sub(r" | \g<credit>", text)
    return _LIKE_BAR.sub(" | ", text)


def _editor_behind(text: str) -> list[tuple[str, str]]:
    """(role, name) of a name without label and the editor's with one: "Rina Wati | Editor: Lia"."""
    found = _NAMES_EDITOR.fullmatch(text)
    if found is None or load_words().roles.get(found["label"].lower()) != "editor":
        return []
    name, editor = found["name"].strip(), found["editor"].strip(" .)")
    return [("author", name), ("editor", editor)] if is_full_name(name) and is_full_name(editor) else []


def roles_behind(text: str) -> list[tuple[str, str]]:
    """(role, name) of a byline that tells the roles in brackets: "Anna Roth (Text), Max Maier (Fotos)"."""
    roles = load_words().roles
    told = _ONE_ROLE_BEHIND.fullmatch(text)
    role = roles.get(told["role"].lower()) if told is not None else None
    if told is not None and role is not None and role != "author" and is_full_name(told["name"]):
        before = told["before"].rstrip(" ,")
        bare = [("author", before)] if role == "editor" else []
        written = read_bylines(before) if begins_byline(before) else bare
        is_told = bool(written) and all(is_full_name(name) for _, name in written)
        return [*written, (role, told["name"])] if is_told else []
    found = list(_ROLE_BEHIND.finditer(text))
    if not found or "".join(each.group() for each in found) != text:
        return []
    if not all(each["role"].lower() in roles for each in found):
        return []
    return [(roles[each["role"].lower()], name) for each in found if is_full_name(name := each["name"])]


def without_second_label(text: str) -> tuple[str, str | None]:
    """A byline with its first label alone, and the role of the second where it begins with two.

    >>> without_second_label("Penulis & Editor : Rina Wati")
    ('penulis: Rina Wati', 'editor')
    """
    if _JOINT.match(text) is None or len(text) > LONGEST_BYLINE:
        return text, None
    words, lowered = load_words(), text.lower()
    joint = words.joint.match(lowered) if len(lowered) == len(text) else None
    if joint is None:
        return text, None
    first, second = words.roles[joint[1]], words.roles[joint[2]]
    return f"{joint[1]}: {text[joint.end() :]}", second if second != first else None


def _read_labels(text: str, is_marked: bool) -> list[tuple[str, str]]:
    words = load_words()
    credits: list[tuple[str, str]] = []
    labels = _labels_in(text, words, is_marked)
    first = next(labels, None)
    if first is None or not _opens(text, first) or _is_sentence_word(first, words, is_marked):
        return []
    found = [first, *labels]
    ends = [label.start() for label in found[1:]] + [len(text)]
    for label, end in zip(found, ends, strict=True):
        if _is_sentence_word(label, words, is_marked):
            break
        named = _credits_after(label, text[label.end() : end].strip(" ,|/"), words)
        if not named and label is first:
            return []
        credits += named
    return credits


def _is_sentence_word(label: re.Match[str], words: Words, is_marked: bool) -> bool:
    """Whether a label may be a sentence's word: "di" without a colon, in a line that nothing marks."""
    return not is_marked and label[1] in words.weak and not _has_colon(label)


def _has_colon(label: re.Match[str]) -> bool:
    return label[0].rstrip()[-1:] in _COLONS


def _credits_after(label: re.Match[str], value: str, words: Words) -> list[tuple[str, str]]:
    """(role, name) of those whom the text after a label names, and an agency behind a stroke."""
    role = words.roles[label[1]]
    value, _, desk = value.partition("/") if role != "source" else (value, "", "")
    names = _names_of(value, role, _has_colon(label))
    if (
        label[1] in _PLACED
        and len(names) > 1
        and " " not in names[-1]
        and all(" " in name for name in names[:-1])
    ):
        names = names[:-1]  # "Von Anna Maier und Max Roth, Irschenhofen"
    if label[1] in load_words().jobs and not _has_colon(label) and all(map(is_place, names)):
        return []  # "Kontributor Balikpapan"
    named = [(role, name) for name in names]
    if role == "author" and len(named) == 1 and _has_colon(label) and is_full_name(named[0][1]):
        second = BREAK.split(desk.strip())[0]
        if is_full_name(second) and not (agency_of(second) or is_office(second) or is_place(second)):
            named.append((role, second))
    if named and agency_of(desk) is not None:
        named.append(("source", desk.strip()))
    return named


def _opens(text: str, label: re.Match[str]) -> bool:
    """Whether a label opens the byline: at the line's start, or with a colon after a date."""
    before = text[: label.start()]
    return not before or (_has_colon(label) and any(map(str.isdigit, before)))


def without_post(text: str) -> str:
    """A name without where its bearer reports from before it: "Kontributor Nunukan, Sukoco"."""
    post = _POST.match(text)
    return text[post.end() :] if post is not None and is_place(post["place"]) else text


def without_town(name: str) -> str:
    """A name without the town that its bearer writes from: "Rina Wati di Makassar", "Ann Roe in Berlin"."""
    found = _IN_TOWN.fullmatch(name)
    if found is None:
        return name
    is_told = is_full_name(found["name"]) if found["sign"].endswith("dari") else is_place(found["town"])
    return found["name"] if is_told else name


def _without_desk(text: str) -> str:
    """A byline without what stands before the name: "KABAR.CO/ BUDI", "Laporan Wartawan Kabar Hulu, Budi"."""
    if (name := without_post(text)) is not text:
        return f"oleh {name}"
    placed = _PLACED_LABEL.match(text)
    if placed is not None and load_words().first.isdisjoint(placed["place"].lower().split()):
        return f"oleh: {text[placed.end() :]}"
    report = _REPORT_FROM.match(text) if text[:1] in "Ll" else None
    if report is not None:
        return f"oleh {text[report.end() :]}"
    desk = _DESK_BEFORE.match(text)
    if desk is not None and 2 <= len(text) - desk.end() <= LONGEST_NAME:
        rest = text[desk.end() :]
        return rest if begins_byline(rest) else f"oleh {rest}"
    return text


def _labels_in(text: str, words: Words, is_marked: bool) -> Iterator[re.Match[str]]:
    """The label a line begins with, and those further on that have a colon or are a role's plain word; in a
    marked one those of pictures too: "Text Anna Roth Foto Max Maier".
    """
    lowered = text.replace("İ", "i").lower()  # two characters in lower case
    if len(lowered) != len(text):
        return
    for found in words.label.finditer(lowered):
        label = text[found.start(1) : found.end(1)]
        if (
            found.start() == 0
            or _has_colon(found)
            or (
                label[:1].isupper()
                and (
                    label.lower() in ("editor", "penulis", "reporter", "fotografer", "redaktur")
                    or (is_marked and words.roles[found[1]] == "photo")
                )
            )
        ):
            yield found


def _names_of(value: str, role: str, has_colon: bool) -> tuple[str, ...]:
    value = without_post(value)
    segment = without_ends(BREAK.split(_FULL_STOP.split(value)[0])[0]) if value else ""
    segment = without_town(segment) if " dari " in segment else segment
    before, _, last = segment.rpartition(" ")
    if last.lower() in load_words().months and value[len(segment) :].lstrip(" ,.")[:1].isdigit():
        segment = before
    if role == "source":
        return (segment,) if has_colon and 2 <= len(segment) <= LONGEST_NAME else ()
    behind = BREAK.split(value, maxsplit=1)[1:] if " " not in segment and "|" in value else []
    if behind and is_full_name(behind[0]) and not (is_place(behind[0]) or is_organisation(behind[0])):
        return (segment, behind[0])  # "By Sandesh | Jignesh Zala", the house and the name
    names, rest = names_at_start(segment)
    if rest and names and is_full_name(names[0]) and _HOUSE_BEHIND.fullmatch(rest):
        rest = ""
    if sum(word.islower() for word in rest.split()) > 1:  # "Foto: Rina saat memberi keterangan"
        return ()
    if not names and not has_colon and " " not in segment and load_phrases().kinds["account"].fits(segment):
        return (segment,)  # "By admin"
    if not names and not has_colon and role == "author" and load_phrases().kinds["desk"].fits(segment):
        return (segment,)  # "By Staff Reporter"
    if not has_colon and (rest or any(len(name.split()) > MOST_WORDS_BARE for name in names)):
        return ()
    if names or not has_colon or not _is_plain(segment):
        return tuple(names)
    return (segment,)  # "Editor: rina": no capital, but the colon says that a name follows


def _is_plain(segment: str) -> bool:
    words = segment.split()
    return 1 <= len(words) <= 4 and all(word.strip(".'’-").isalpha() for word in words)
