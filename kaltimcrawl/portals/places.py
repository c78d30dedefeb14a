"""Places as a portal's file writes them (`css: h1.judul`), checked: what they name compiles, gives text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

from kaltimcrawl.portals.spot import Spot, did_you_mean, shown
from kaltimcrawl.rules import SOURCES, Place

MAX_LENGTH = 500
_MAX_DEPTH = 12  # parentheses within each other; cssselect and libxml2 recurse
_MAX_PREDICATES = 4  # [] within each other; each may go through the whole page again

_PLACE = re.compile(r"([A-Za-z]+)\s*:(?!:)\s*(.*)", re.DOTALL)
_JSONLD_KEY = re.compile(r"[@\w-]+(?:\.[@\w-]+)*")
_META_NAME = re.compile(r"[^\s'\"<>]+")
_STRING = re.compile(r"'[^']*'|\"[^\"]*\"")
_CSS_NAMESPACE = re.compile(r"[\w-]\|(?!=)")
_XPATH_CALL = re.compile(r"([A-Za-z_][\w.-]*(?::[\w.-]+)?)\s*\(")
_XPATH_PREFIX = re.compile(r"(?<![:\w.-])([A-Za-z_][\w.-]*):(?!:)")
_XPATH_FUNCTIONS = frozenset(
    [
        *("boolean", "ceiling", "concat", "contains", "count", "false", "floor", "id", "lang", "last"),
        *("local-name", "name", "namespace-uri", "normalize-space", "not", "number", "position", "round"),
        *("starts-with", "string", "string-length", "substring", "substring-after", "substring-before"),
        *("sum", "translate", "true"),
    ]
)
"""Of XPath 1.0, https://www.w3.org/TR/xpath-10/#corelib."""
_XPATH_WORDS = frozenset(["and", "or", "div", "mod", "node", "text", "comment", "processing-instruction"])
_SAMPLE = etree.HTML(
    "<html><head><title>x</title></head><body><p class='a'><a href='b'>c</a></p></body></html>"
)


def read_places(spot: Spot, texts: Sequence[str], sources: Sequence[str] = SOURCES) -> tuple[Place, ...]:
    """The places that `texts` write, in order; only those of `sources` are let in.

    Raises PortalError for the first that isn't `source: what` or whose selector or XPath is wrong.
    """
    return tuple(_read_place(spot, text, sources) for text in texts)


def _read_place(spot: Spot, text: str, sources: Sequence[str]) -> Place:
    found = _PLACE.fullmatch(text.strip())
    source, what = (found[1], found[2].strip()) if found else ("", "")
    if source not in sources:
        near = did_you_mean(source.lower(), sources)
        form = f"must begin with one of {', '.join(sources)}, as 'css: h1'"
        raise spot.error(f"{shown(text)} {form}{near}")
    if not 0 < len(what) <= MAX_LENGTH:
        raise spot.error(f"{shown(text)}: expected 1 to {MAX_LENGTH} characters after '{source}:'")
    if source == "css":
        check_css(spot, what)
    elif source == "xpath":
        _check_xpath(spot, what)
    elif source == "jsonld" and not _JSONLD_KEY.fullmatch(what):
        raise spot.error(
            f"{shown(text)}: expected a key of JSON-LD, dots for nesting, as 'jsonld: author.name'"
        )
    elif source == "meta" and not _META_NAME.fullmatch(what):
        raise spot.error(f"{shown(text)}: expected the name or property of a <meta>, as 'meta: og:title'")
    return Place(source, what)


def check_css(spot: Spot, selector: str) -> None:
    """Nothing, where `selector` is a CSS selector of elements; else raises PortalError."""
    _check_size(spot, selector)
    if _CSS_NAMESPACE.search(_STRING.sub("''", selector)):
        raise spot.error(f"{shown(selector)}: HTML's elements have no namespaces, so no '|'")
    try:
        etree.XPath(HTMLTranslator().css_to_xpath(selector))
    except (SelectorError, etree.XPathError, ValueError) as error:  # ValueError: control characters
        hint = "; a selector names elements, their text is taken" if "::" in selector else ""
        raise spot.error(f"{shown(selector)} is no CSS selector: {_plain(error)}{hint}") from None


def _check_xpath(spot: Spot, expression: str) -> None:
    _check_size(spot, expression)
    _check_xpath_words(spot, expression)
    try:
        result = etree.XPath(expression)(_SAMPLE)
    except (etree.XPathError, ValueError) as error:
        raise spot.error(f"{shown(expression)} is no XPath 1.0: {_plain(error)}") from None
    if not isinstance(result, (str, list)):
        kind = "yes or no" if isinstance(result, bool) else "a number"
        raise spot.error(f"{shown(expression)} gives {kind}; expected an XPath that gives elements or text")


def _check_xpath_words(spot: Spot, expression: str) -> None:
    """libxml2 tells unknown functions only when it comes to call them, which may be years after."""
    code = _STRING.sub("''", expression)
    for name in _XPATH_CALL.findall(code):
        if name not in _XPATH_FUNCTIONS and name not in _XPATH_WORDS:
            near = did_you_mean(name, _XPATH_FUNCTIONS)
            raise spot.error(f"{shown(expression)}: XPath 1.0 has no function {shown(name)}{near}")
    prefix = _XPATH_PREFIX.search(code)
    if prefix:
        raise spot.error(f"{shown(expression)}: unknown prefix {shown(prefix[1])}; HTML's elements have none")
    if "$" in code:
        raise spot.error(f"{shown(expression)}: variables ($…) have no value here")


def _check_size(spot: Spot, text: str) -> None:
    if not 0 < len(text) <= MAX_LENGTH:
        raise spot.error(f"expected a selector of 1 to {MAX_LENGTH} characters, got {len(text)}")
    code = _STRING.sub("", text)
    if _depth(code, "(", ")") > _MAX_DEPTH or _depth(code, "[", "]") > _MAX_PREDICATES:
        raise spot.error(f"{shown(text)} is nested too deeply")


def _depth(code: str, opening: str, closing: str) -> int:
    depth = deepest = 0
    for char in code:
        depth += (char == opening) - (char == closing)
        deepest = max(deepest, depth)
    return deepest


def _plain(error: Exception) -> str:
    """What `error` says, on one line: some releases of cssselect repeat control characters as they are."""
    text = str(error) or type(error).__name__
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
