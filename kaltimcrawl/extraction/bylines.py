"""Bylines: the names of a short printed line, by their labels ("Oleh Rina | Editor: Lia")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.bywords import Words, is_office, is_place, load_words
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.tree import fold

LONGEST_BYLINE = 240
_LONGEST_NAME = 70
_LONGEST_LABEL = 40
_WORDS_OF_NAME = 2
_MOST_WORDS = 6
_MOST_WORDS_BARE = 4
_BREAK = re.compile(r"\s*[|•·;()\[\]\n]\s*|\s[-–—]\s|\s{2,}|,\s*(?=\d)|\s+(?=[\d@])|/(?=\s)|\s/")
_DESK_BEFORE = re.compile(
    r"[\w-]{1,30}\.(?:com|co|id|co\.id|net|news|my\.id|org)\s*[/,–—-]\s*", re.IGNORECASE
)
_REPORT_FROM = re.compile(
    r"laporan\s+(?:wartawan|reporter|jurnalis|kontributor)\s+[^,:]{1,40}[,:]\s*", re.IGNORECASE
)
_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.\s?){0,2}[A-Z][A-Za-z]{0,4}\.[A-Za-z]{0,5}\.?|M[MTHPA]|S[EHTP]|MSi|PhD|MBA"
)
_COMMON_BREAK = re.compile(r"\s*[,&/、，]\s*|\s+(?=(?:dan|and|und|serta|et|och|og|và|и|ve)\s)", re.IGNORECASE)
_TWO = re.compile(r"(?P<one>\S+(?:\s\S+){1,3})\s(?:y|e|en|i)\s(?P<other>\S+(?:\s\S+){1,3})")
"""Two full names; of "José Ortega y Gasset" the end is none."""
_COLONS = ":："
_AS_COLON = str.maketrans("：՝", "::")
_LABEL_SIGN = re.compile(r"[^\W\d_]\W{0,2}[:：]")
_PLACED_LABEL = re.compile(
    r"(?i:kontributor|wartawan|reporter|jurnalis|koresponden|pewarta|biro|kabiro|kaperwil)"
    r"(?P<place>(?:\s[A-Z][\w.-]{1,20}){1,3})\s?[:：]\s?"
)
"""A label with the place that its bearer reports from: "Kontributor Kutai Barat: …"."""
_IN_TOWN = re.compile(r"(?P<name>\S.{2,40}?)\s(?:di|in|en|à|em|aus)\s(?P<town>[^\W\d_].{2,30})")
_POST = re.compile(
    r"(?i:kontributor|wartawan|koresponden|jurnalis)\s(?P<place>[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20}){0,2}),\s?(?=[A-Z])"
)
_LAST_DEGREE = re.compile(
    r"(?:^|\s)(?:(?:[^\W\d_a-z][^\W\d_]{0,3}\.){2,}|[JS]r\.|(?<=[a-z]\s)[A-Z]\.|(?:[A-Z]\.\s){1,3}[A-Z]\.)$"
)
_JOINT = re.compile(r"[^\W\d_]{2,12}\s?(?:[/&+,]|dan\s|and\s|und\s)\s?[^\W\d_]{2,12}\s?[:：]")
_FULL_STOP = re.compile(r"(?<=[a-z]{3})\.(?:\s(?=[A-Z][a-z]{2,8}\.?\s\d)|$)")
_WORDS_OF_PERSON = 2
ENGAGED = re.compile(
    r",?\s(?:[Ss]pecial\s(?:for|to)|[Ee]special\s(?:para|de)|[Ss]pécial\spour|[Ee]xklusiv\sfür)\s.{2,40}$|\s[Ff]or\s(?:[Tt]he\s)?[A-Z][\w.]{2,20}(?:\s[A-Z]\w{1,20}){0,2}$"
)
"""Behind who wrote for a paper once: "By Ann Roe, Special to The Hulu Post", "Ann Roe For Mailonline"."""
_ROLE_BEHIND = re.compile(
    r"(?P<name>[^\W\d_][^(),|]{2,60}?)\s?\((?P<role>[^\W\d_]{3,12})\)(?:\s?[,|/&]\s?|\s(?:und|and|dan|et|y)\s|$)"
)
_PLACE_BEHIND = re.compile(r"\s\([A-Z][\w .,'-]{1,28}\)(?=\s(?:and|dan|und|&|y|et|e)\s)")
"""Where one of several reported from: "Ann Roe (Lagos) and Ben Roe (Ibadan)"."""
_WHERE = re.compile(r"\sin\s[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,2}(?=\s(?:and|&)\s|,|$)")
"""Where a reporter was: "By Cai Xiaoli in Hohhot and Sun Weiping in Dunhuang"."""
_POST_AUTHOR = re.compile(r"\bPost\s+author\s?:?\s?(?=[Bb]y\b)")
_OF_POST = re.compile(r"\s+Post\s+(?=(?:published|category|date|comments?|last|tags?)\b)")
"""What WordPress's themes say to readers of screens, glued to names: "Post author:Rina Wati Post date:…"."""
_GLUED = re.compile(
    r"(?<=[a-z])(?=(?:Jan|Feb|Mar|Apr|Mei|May|Jun|Jul|Agu|Aug|Sep|Okt|Oct|Nov|Des|Dec)[a-z]{0,7}\s\d)"
)
"""Between a name and a date that themes set apart by style alone: "By Rina WatiSep 21, 2026"."""
_HOUSE_BEHIND = re.compile(r"(?=\w*\d)(?=\d*[^\W\d_])\w{2,6}(?:\s[^\W\d_]{1,15}){0,4}")
"""What a byline may end in, whose words are no name's: "Por Ana Lima, g1 Campinas e Região"."""
_HOUSE_BEHIND_STROKE = re.compile(r"\s?/\s?(?:(?:[\w-]{1,20}\.){1,2}[A-Za-z]{2,4}|[A-Z]{2,5}\d?)$")
"""For whom one writes: "Thu Hiền/VOV.VN"."""
_EDITED = re.compile(r",?\s(?:dan\s)?(?:disunting|diedit|edited)\s(?:(?:oleh|by)\s)?(?=[A-Z])")
"""How a byline goes on in words: "Ditulis oleh Rina Wati, disunting Lia Aminah"."""
_ALSO_FORENAME = "dan"
_PLACED = frozenset(("by", "von", "par", "por", "door", "av", "af"))
"""By-words of languages whose people have more than one name: a lone word behind them is a place."""
_LONGEST_ACRONYM = 5
_OF_SURNAMES = frozenset(("i", "y"))
"""Between the two surnames of a Catalan or Spaniard: "Oriol Cardona i Xifra", "José Ortega y Gasset"."""
_HAN, _LONGEST_HAN = re.compile(r"[\u3400-\u9fff]+"), 8
_HANGUL, _MOST_HANGUL = re.compile(r"[가-힣]+"), 3
_HIRAGANA, _LONGEST_KANA = re.compile(r"[\u3041-\u309f]"), 4
"""A longer word with Japanese's grammar in it is none of a name."""


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
    text = _GLUED.sub(" ", fold(text).replace(" ,", ",").strip("[]*_ "))
    if "(" in text and len(text) <= 2 * LONGEST_BYLINE:
        if by_role := _roles_behind(text):
            return by_role
        text = _PLACE_BEHIND.sub("", text).strip("() ")
    if "՝" in text:
        text = text.translate(_AS_COLON)
    if "pecial " in text or "or " in text or "écial" in text or "xklusiv" in text:
        text = ENGAGED.sub("", text)
    if " in " in text and text[:3].lower() == "by ":
        text = _WHERE.sub("", text)
    if "Post " in text:
        text = _OF_POST.sub(" | ", _POST_AUTHOR.sub("", text))
    if not 3 <= len(text) <= LONGEST_BYLINE:
        return []
    if not begins_byline(text) and not has_label_sign(text) and "/" not in text[:_LONGEST_LABEL]:
        return []
    text, second = without_second_label(_without_desk(_EDITED.sub(" | Editor: ", text)))
    credits = _read_labels(text, is_marked)
    if second is not None and credits and second not in {role for role, _ in credits}:
        credits += [(second, name) for role, name in credits if role == credits[0][0]]
    return credits


def _roles_behind(text: str) -> list[tuple[str, str]]:
    """(role, name) of a byline that tells the roles in brackets: "Anna Roth (Text), Max Maier (Fotos)"."""
    roles = load_words().roles
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
    labels = _labels_in(text, words)
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
    named = [(role, name) for name in names]
    if role == "author" and len(named) == 1 and _has_colon(label) and is_full_name(named[0][1]):
        second = _BREAK.split(desk.strip())[0]
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
    return found["name"] if found is not None and is_place(found["town"]) else name


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
    if desk is not None and 2 <= len(text) - desk.end() <= _LONGEST_NAME:
        rest = text[desk.end() :]
        return rest if begins_byline(rest) else f"oleh {rest}"
    return text


def _labels_in(text: str, words: Words) -> Iterator[re.Match[str]]:
    """The label a line begins with, and those further on that have a colon or are a role's plain word."""
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
                and label.lower() in ("editor", "penulis", "reporter", "fotografer", "redaktur")
            )
        ):
            yield found


def _names_of(value: str, role: str, has_colon: bool) -> tuple[str, ...]:
    value = without_post(value)
    segment = without_ends(_BREAK.split(_FULL_STOP.split(value)[0])[0]) if value else ""
    before, _, last = segment.rpartition(" ")
    if last.lower() in load_words().months and value[len(segment) :].lstrip(" ,.")[:1].isdigit():
        segment = before
    if role == "source":
        return (segment,) if has_colon and 2 <= len(segment) <= _LONGEST_NAME else ()
    names, rest = _names_at_start(segment)
    if rest and names and is_full_name(names[0]) and _HOUSE_BEHIND.fullmatch(rest):
        rest = ""
    if sum(word.islower() for word in rest.split()) > 1:  # "Foto: Rina saat memberi keterangan"
        return ()
    if not names and not has_colon and " " not in segment and load_phrases().kinds["account"].fits(segment):
        return (segment,)  # "By admin"
    if not has_colon and (rest or any(len(name.split()) > _MOST_WORDS_BARE for name in names)):
        return ()
    if names or not has_colon or not _is_plain(segment):
        return tuple(names)
    return (segment,)  # "Editor: rina": no capital, but the colon says that a name follows


def without_ends(name: str) -> str:
    """A name without the signs round it; the point of a degree or initial stays: "Rina Wati, S.H., M.H."."""
    bare_name = name.strip(" ,.:;*-–—()")
    return f"{bare_name}." if _LAST_DEGREE.search(name.strip(" ,:;*-–—()")) else bare_name


def _is_plain(segment: str) -> bool:
    words = segment.split()
    return 1 <= len(words) <= 4 and all(word.strip(".'’-").isalpha() for word in words)


def _names_at_start(text: str) -> tuple[list[str], str]:
    """The names that a text begins with, and what follows them."""
    words = load_words()
    names: list[str] = []
    current: list[str] = []
    tokens = text.replace("、", ", ").split(" ")
    for position, token in enumerate(tokens):
        word = token.strip(",*")
        lowered = word.lower().rstrip(".")
        opens = word[:1].isupper() and (len(lowered) == 1 or (lowered == _ALSO_FORENAME and not current))
        is_within = lowered in _OF_SURNAMES and len(current) > 1 and position == len(tokens) - 2
        if is_within:
            current.append(word)
            continue
        if lowered in words.between and (lowered not in words.small or not current) and not opens:
            names, current = [*names, " ".join(current)], []
            continue
        ends = lowered in words.ends or word in ("in", "IN")  # "In" is a Korean forename
        if ends or not (_is_name_word(word) or (current and lowered in words.small)):
            if names and word[:1].islower() and not ends:  # "Landesanstalt für …" is no person
                current = []
            is_acronym = (
                bool(names) and not current and position == len(tokens) - 1 and len(word) <= _LONGEST_ACRONYM
            )
            rest = "" if ends or is_acronym else " ".join(tokens[position:])  # "Por Ana Lima, G9"
            return _finished([*names, " ".join(current)]), rest
        if len(current) > 1 and _is_in_capitals(current) and _names_house(tokens[position:], words):
            return _finished([*names, " ".join(current)]), ""  # "ANN ROE Gazette Central Bureau"
        if 2 <= len(current) < _MOST_WORDS_BARE and _is_rank(lowered, words):
            if names and " " in names[0] and lowered in words.jobs and not names[0].isupper():
                current = []  # "Ann Roe, East Bay Reporter"
            return _finished([*names, _without_house(current) if current else ""]), ""
        current.append(word)
        if token.endswith(","):
            names, current = [*names, " ".join(current)], []
    return _finished([*names, " ".join(current)]), ""


def _is_in_capitals(words: Sequence[str]) -> bool:
    return all(word.isupper() and len(word.strip(".")) > 1 for word in words)


def _names_house(tokens: Sequence[str], words: Words) -> bool:
    """Whether what follows a name in capitals is nothing but words with a capital first, and no rank."""
    first = tokens[0]
    return (
        first[1:].islower()
        and all(token[:1].isupper() for token in tokens)
        and not any(_is_rank(token.lower(), words) for token in tokens)
    )


_WITH_ARTICLE = re.compile(r"(?:a[ldrstzn]|el|ben|ibn|d|o)[-'’][^\W\d_a-z]")
"""How names of many Arabs and some others begin: "al-Jourani", "d'Angelo"."""


def _is_name_word(word: str) -> bool:
    """Whether a word may be a name's: a letter first that is no small one, and no digits."""
    first = word[:1]
    return (
        first.isalpha()
        and (not first.islower() or _WITH_ARTICLE.match(word) is not None)
        and (
            word.isalpha()
            or all(char in ".'’`‘ʻʼ-\u200c\u200d" or category(char)[0] in "LM" for char in word)
        )
    )


def _is_of_another_script(word: str) -> bool:
    return word[:1] > "\u024f"


def _finished(names: list[str]) -> list[str]:
    """`names` without jobs, ranks, places and suffixes; a degree goes with the name before it."""
    words = load_words()
    kept: list[str] = []
    for name in names:
        for suffix in words.suffixes:
            name = name.removesuffix(suffix).strip()
        name = _without_rank(name, words)
        while name and name.rpartition(" ")[2] in words.small:  # "Maëlle Kerbrat le" jeudi 16 avril
            name = name.rpartition(" ")[0]
        if name and name.split()[-1].lower() in words.jobs:
            name = _before_agency(name)
        if not name:
            continue
        lowered = name.lower().split()
        if kept and (
            lowered[0] in words.ranks
            or lowered[0] == "the"
            or is_place(name)
            or "of" in lowered  # "NORTH OF ENGLAND REPORTER"
            or not words.organisations.isdisjoint(lowered)
        ):
            continue
        is_short = len(name) <= _LONGEST_ACRONYM and name.isupper() and name.isascii()
        if kept and is_short and " " in kept[-1] and not kept[-1].isupper() and not _DEGREE.fullmatch(name):
            continue  # "Ed Hornick, CNN"
        if kept and _DEGREE.fullmatch(name):
            kept[-1] = f"{kept[-1]}, {name}"
        elif len(name) >= 2 and len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS:
            kept.append(name)
    return kept


def _before_agency(name: str) -> str:
    """The person before an agency and a job: "MIKE FITZPATRICK AP Sports Writer"; nothing without both."""
    its = name.split()
    places = range(_WORDS_OF_PERSON, len(its))
    return next((" ".join(its[:place]) for place in places if agency_of(its[place]) is not None), "")


def _is_rank(word: str, words: Words) -> bool:
    return word in words.ranks or (word in words.jobs and not word.endswith("s"))


def _without_rank(name: str, words: Words) -> str:
    """A name of two words or more without what tells its bearer's work: "Rina Wati Wartawan Kabar Hulu"."""
    its = name.split()
    for position, word in enumerate(its[2:_MOST_WORDS_BARE], 2):
        if _is_rank(word.lower(), words):
            return " ".join(its[:position])
    return name


def _without_house(words: Sequence[str]) -> str:
    """A name whose bearer's work follows, without the house in capitals before that: "Rina Wati KHN"."""
    last = words[-1]
    is_of_house = (
        len(words) > _WORDS_OF_NAME
        and last.isupper()
        and not words[0].isupper()
        and _DEGREE.fullmatch(last) is None
        and last.strip("IVX") != ""
    )
    return " ".join(words[:-1] if is_of_house else words)


def split_names(text: str) -> list[str]:
    """The names that one claim holds: "Rina Wati, Budi dan Lia" gives three; else the text itself.

    >>> split_names("Rina Wati & Budi Susilo"), split_names("Dr. Budi Susilo, M.Si")
    (['Rina Wati', 'Budi Susilo'], ['Dr. Budi Susilo, M.Si'])
    """
    housed = _HOUSE_BEHIND_STROKE.search(text) if "/" in text else None
    if housed is not None and is_full_name(text[: housed.start()]):
        return [text[: housed.start()]]
    two = _TWO.fullmatch(text) if len(text) <= _LONGEST_NAME else None
    if two is not None and is_full_name(two["one"]) and is_full_name(two["other"]):
        return [two["one"], two["other"]]
    if not _COMMON_BREAK.search(text):
        return [text]
    names, rest = _names_at_start(_COMMON_BREAK.sub(_as_comma, text))
    is_broken_off = text[-2:-1].isspace() and text[-1].islower()  # "Mac & i", a magazine
    if len(names) > 1 and " " not in names[-1] and _is_of_another_script(names[-1]) and " " in names[-2]:
        names = names[:-1]  # "Константин Воеводкин, Томск"
    return names if names and not rest and not is_broken_off else [text]


def _as_comma(found: re.Match[str]) -> str:
    return ", " if found.group().strip() else found.group()


def is_full_name(text: str) -> bool:
    """Whether `text` is nothing but the two to five words of a name."""
    if any(len(word) > _LONGEST_KANA and _HIRAGANA.search(word) for word in text.split()):
        return False
    if sum(map(len, _HAN.findall(text))) > _LONGEST_HAN or len(_HANGUL.findall(text)) > _MOST_HANGUL:
        return False
    names, rest = _names_at_start(text)
    is_name = not rest and len(names) == 1 and names[0] == text and 2 <= len(text.split()) <= 5
    return is_name and text.rpartition(" ")[2] not in load_words().small


def names_before_date(text: str) -> tuple[str, ...]:
    """The name of two words or more that a date follows right behind: "Rina Wati, Senin, 12 Mei 2025"."""
    names, rest = _names_at_start(_BREAK.split(text.replace(" ,", ","), maxsplit=1)[0])
    is_name = len(names) == 1 and not rest and is_full_name(names[0]) and not is_place(names[0])
    return (names[0],) if is_name else ()
