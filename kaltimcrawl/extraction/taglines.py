"""The lines of a body that hold the article's tags, told by their label and links."""

from __future__ import annotations

from collections.abc import Sequence

from kaltimcrawl.extraction.article import Link
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.suspects import is_row_of_tags
from kaltimcrawl.extraction.verdict import Judged

_LONGEST, _LONGEST_LABEL = 400, 24
_LONGEST_TAG, _MOST_WORDS = 40, 5
_MOST_LINES = 30
_ROUND_LABEL = " :：#,;|•·/-–—»>"
_PLAIN = ("tag", "#", "kata", "key", "hashtag")
"""What labels begin with that stand over nothing else; "Topik" may head a list of articles."""
_FOLDERS = ("/tag", "/topi", "/label", "/hashtag", "tag=", "/keyword")


def without_tag_lists(lines: Sequence[Line], judged: Judged) -> Sequence[Line]:
    """The lines without a label such as "Tags" on a line of its own and the short links under it, which
    `judged` is told.
    """
    for place, line in enumerate(lines):
        if len(line.text) > _LONGEST_LABEL or line.links or not _is_label(line.text.strip(_ROUND_LABEL)):
            continue
        is_plain = line.text.lower().startswith(_PLAIN)
        end = place + 1
        while end < len(lines) and end - place <= _MOST_LINES and _holds_tags(lines[end], is_plain):
            end += 1
        if end > place + 1:
            judged.tag_line = line.text
            judged.tag_links += [link.text for each in lines[place + 1 : end] for link in each.links]
            judged.dropped += lines[place:end]
            return [*lines[:place], *lines[end:]]
    return lines


def is_tag_line(line: Line) -> bool:
    """Whether a line is a label such as "Tags" and links, though nothing stands between them: "TagsPasar"."""
    if not line.links or len(line.text) > _LONGEST or line.kind == "table_row":
        return False
    return _is_label(_beside_links(line).strip(_ROUND_LABEL))


def note_tags(judged: Judged) -> None:
    """Tells `judged` of the first line of tags among those that it dropped, where it knows of none."""
    if judged.tag_line is None:
        told = (line for line in judged.dropped if is_tag_line(line) or _is_row_of_hashtags(line))
        judged.tag_line = next((line.text for line in told), None)
    if not judged.tag_links:
        judged.tag_links = [
            link.text for line in judged.dropped if line.text == judged.tag_line for link in line.links
        ]


def _is_row_of_hashtags(line: Line) -> bool:
    return "#" in line.text and is_row_of_tags(line) and all(map(_is_of_tag, line.links))


def _is_of_tag(link: Link) -> bool:
    return any(folder in link.url for folder in _FOLDERS)


def _is_label(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_LABEL and load_phrases().kinds["taglabel"].fits(text)


def _holds_tags(line: Line, is_plain: bool) -> bool:
    """Whether a line is nothing but short links, to tags' pages where the label over it is not plain."""
    if not line.links or len(line.text) > _LONGEST:
        return False
    are_tags = all(_may_be_tag(link.text) and (is_plain or _is_of_tag(link)) for link in line.links)
    return are_tags and not any(map(str.isalnum, _beside_links(line)))


def _may_be_tag(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_TAG and len(text.split()) <= _MOST_WORDS


def _beside_links(line: Line) -> str:
    """What a line says beside its links."""
    text = line.text
    for link in sorted(line.links, key=lambda link: len(link.text), reverse=True):
        text = text.replace(link.text, "", 1) if link.text else text
    return text
