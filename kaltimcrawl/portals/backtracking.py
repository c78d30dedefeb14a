"""How long a regular expression may try on the worst text, told from its form before it is used.

Python's `re` tries one way after another; where a text can be split among repeats in many ways, a pattern
of ten characters runs for hours. A choice (how often to repeat, which alternative) costs nothing where the
next character decides it: `(?:[a-z]+/)+\\d` is fine, `(?:[a-z]+)+\\d` is not. The other choices multiply, and
each may cost a scan of the text; the product, in bits, is what `backtracking_bits` counts. It judges a bit
too strictly: letter case is ignored, and scans are charged wherever they stand.
"""

from __future__ import annotations

import importlib
import string
from collections.abc import Callable, Iterator, Sequence
from math import inf, log2
from typing import Any, TypeAlias

Node: TypeAlias = tuple[Any, Any]
Chars: TypeAlias = frozenset[str]

LONG_BITS = 11.0
"""An unbounded repeat, or a pattern's start left open, on a text of about 2,000 characters."""

_parser: Any = importlib.import_module("re._parser")
_ALPHABET = string.printable + "éßж中"
_NOTHING: Chars = frozenset()
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CLASSES = ("LITERAL", "NOT_LITERAL", "IN", "ANY")
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda char: char.isalnum() or char == "_",
}


def backtracking_bits(pattern: str) -> float:
    """The base-2 logarithm of the tries that a search for `pattern` takes at worst; `inf` where it explodes.

    `pattern` must compile. Backreferences count as `inf`: what they match can't be told beforehand.
    """
    nodes = list(_parser.parse(pattern))
    start = 0.0 if _is_anchored(nodes) else LONG_BITS
    count = _Count(frozenset(_ALPHABET) | frozenset(pattern))
    choices = count.choices(_without_open_end(nodes), _NOTHING)
    return start + choices + (LONG_BITS if count.has_scan else 0.0)


def _without_open_end(nodes: list[Node]) -> list[Node]:
    """`nodes` without the classes repeated at the end: a search that has come so far has found."""
    while nodes and str(nodes[-1][0]) in _REPEATS and nodes[-1][1][1] is _parser.MAXREPEAT:
        least, _, body = nodes[-1][1]
        if len(body) != 1 or str(body[0][0]) not in _CLASSES:
            return nodes
        nodes = nodes[:-1] + list(body) * min(1, int(least))
    return nodes


def _is_anchored(nodes: Sequence[Node]) -> bool:
    if not nodes:
        return False
    name, value = str(nodes[0][0]), nodes[0][1]
    if name == "SUBPATTERN":
        return _is_anchored(list(value[3]))
    if name == "BRANCH":
        return all(_is_anchored(list(branch)) for branch in value[1])
    return name == "AT" and str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING")


class _Count:
    """The rules of the count; `after` is what may begin the text behind the nodes at hand."""

    def __init__(self, alphabet: Chars) -> None:
        self.alphabet = alphabet
        self.has_scan = False
        """Whether an unbounded repeat that is no choice was met."""

    def choices(self, nodes: Sequence[Node], after: Chars) -> float:
        return sum(
            self._of_node(node, self.first(nodes[at + 1 :], after))
            for at, node in enumerate(nodes)
            if str(node[0]) not in _CLASSES
        )

    def _of_node(self, node: Node, after: Chars) -> float:
        name, value = str(node[0]), node[1]
        if name in _REPEATS:
            return self._of_repeat(value, after)
        if name == "BRANCH":
            return self._of_branch([list(branch) for branch in value[1]], after)
        if name in ("GROUPREF", "GROUPREF_EXISTS"):
            return inf
        return sum(self.choices(inner, after) for inner in _inner(name, value))

    def _of_repeat(self, value: tuple[Any, Any, Any], after: Chars) -> float:
        least, most, body = int(value[0]), int(value[1]), list(value[2])
        is_unbounded = value[1] is _parser.MAXREPEAT
        start = self.first(body, _NOTHING)
        inside = self.choices(body, start | after if most > 1 else after)
        if is_unbounded and (inside or _is_nullable(body)):
            return inf
        times = inside * most if inside and most else 0.0
        if start & after or _is_nullable(body):
            return times + (LONG_BITS if is_unbounded else min(LONG_BITS, log2(most - least + 1)))
        self.has_scan = self.has_scan or is_unbounded
        return times

    def _of_branch(self, branches: list[list[Node]], after: Chars) -> float:
        starts = [self.first(branch, after) for branch in branches]
        is_decided = sum(map(len, starts)) == len(_NOTHING.union(*starts))
        is_decided = is_decided and sum(map(_is_nullable, branches)) < 2
        most = max(self.choices(branch, after) for branch in branches)
        return most + (0.0 if is_decided else log2(len(branches)))

    def first(self, nodes: Sequence[Node], after: Chars) -> Chars:
        """The characters that may begin what `nodes` match, `after` included where they may match nothing."""
        found = _NOTHING
        for node in nodes:
            name, value = str(node[0]), node[1]
            if name == "AT" and str(value) in ("AT_END", "AT_END_STRING"):
                return found
            found |= self._first_of(name, value)
            if not _is_nullable([node]):
                return found
        return found | after

    def _first_of(self, name: str, value: Any) -> Chars:
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            return _NOTHING
        if name in ("GROUPREF", "GROUPREF_EXISTS"):
            return self.alphabet
        inner = list(_inner(name, value))
        if inner:
            return _NOTHING.union(*(self.first(nodes, _NOTHING) for nodes in inner))
        return frozenset(char for char in self.alphabet if _matches(name, value, char))


def _inner(name: str, value: Any) -> Iterator[list[Node]]:
    """The sequences of nodes within a node, if it has any."""
    if name in _REPEATS:
        yield list(value[2])
    elif name == "SUBPATTERN":
        yield list(value[3])
    elif name == "BRANCH":
        yield from (list(branch) for branch in value[1])
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield list(value[1])
    elif name == "ATOMIC_GROUP":
        yield list(value)


def _is_nullable(nodes: Sequence[Node]) -> bool:
    return all(_may_be_empty(str(name), value) for name, value in nodes)


def _may_be_empty(name: str, value: Any) -> bool:
    if name in _REPEATS:
        return int(value[0]) == 0 or _is_nullable(list(value[2]))
    if name in ("AT", "ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS"):
        return True
    return any(_is_nullable(nodes) for nodes in _inner(name, value))


def _matches(name: str, value: Any, char: str) -> bool:
    """Whether a node of one character may match `char` in either case."""
    cases = {char, char.lower(), char.upper()}
    if name == "LITERAL":
        return chr(value) in cases
    if name == "NOT_LITERAL":
        return cases != {chr(value)}
    if name == "IN":
        is_negated = str(value[0][0]) == "NEGATE"
        return any(any(_is_in(item, case) for item in value) != is_negated for case in cases)
    return True


def _is_in(item: Node, char: str) -> bool:
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return len(char) == 1 and ord(char) == int(value)
    if name == "RANGE":
        return len(char) == 1 and int(value[0]) <= ord(char) <= int(value[1])
    if name == "CATEGORY":
        category = str(value)
        is_member = _CATEGORIES[category.replace("_NOT_", "_")]
        return is_member(char) != ("_NOT_" in category)
    return False
