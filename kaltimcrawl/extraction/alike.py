"""Whether elements are of one kind: the same tag, and the same or nearly the same classes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml.etree import _Element as Element

_DIGITS = re.compile(r"\d+")
_MANY_CLASSES = 3
_NUMBERED = re.compile(r"([a-z]{4,20})\d", re.IGNORECASE)


def kind_of_box(element: Element) -> tuple[str, str | None]:
    """An element's tag and its class attribute."""
    return str(element.tag), element.get("class")


def is_nearly_alike(box: Element, other: Element) -> bool:
    """Whether two boxes have many classes, and all but a few the same: the first has a margin more."""
    classes, others = (set((one.get("class") or "").split()) for one in (box, other))
    return box.tag == other.tag and len(classes & others) >= _MANY_CLASSES and len(classes ^ others) <= 2


def differ_in_number(box: Element, other: Element) -> bool:
    """Whether two boxes have one class each, a word that only a number tells apart: "level1", "level2"."""
    numbered, others = (_NUMBERED.fullmatch(one.get("class") or "") for one in (box, other))
    return box.tag == other.tag and numbered is not None and others is not None and numbered[1] == others[1]


def are_alike_boxes(boxes: Sequence[Element]) -> bool:
    """Whether bare boxes each hold one element of the same tag and class, and nothing else."""
    if any(box.tag != "div" or len(box) != 1 or not box[0].get("class") for box in boxes):
        return False
    return all(are_alike_in_class(box[0], boxes[0][0]) for box in boxes[1:])


def are_alike_in_class(one: Element, other: Element) -> bool:
    """Whether two elements have a tag and most of their classes in common, numbers in them left out; or half
    of them, where one has no others."""
    kind, others = kind_of_box(one), kind_of_box(other)
    return kind == others or (kind[0] == others[0] and _share_most(kind[1] or "", others[1] or ""))


def are_alike_as_boxes(one: Element, other: Element) -> bool:
    """Whether two boxes have a tag in common and half of the classes of the one that has fewer: what sets
    the space round them has classes, too.
    """
    if are_alike_in_class(one, other):
        return True
    ours, theirs = (set((box.get("class") or "").split()) for box in (one, other))
    fewer = min(len(ours), len(theirs))
    return one.tag == other.tag and fewer > 0 and 2 * len(ours & theirs) >= fewer


@lru_cache(maxsize=4096)
def _share_most(classes: str, others: str) -> bool:
    ours, theirs = ({_DIGITS.sub("", name) for name in names.split()} for names in (classes, others))
    shared, most = len(ours & theirs), max(len(ours), len(theirs))
    return 2 * shared > most or (2 * shared == most and (ours < theirs or theirs < ours))
