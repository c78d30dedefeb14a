from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.errors import PortalError
from kaltimcrawl.portals.places import check_css, read_places
from kaltimcrawl.portals.spot import Spot
from kaltimcrawl.rules import Place

SPOT = Spot(Path("portals/x.toml"), "extraction.title")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("css: h1.judul", Place("css", "h1.judul")),
        (" css:h1 > a ", Place("css", "h1 > a")),
        ("css: [id^='a(b']", Place("css", "[id^='a(b']")),
        ("css: :is(h1, h2):not(.a)", Place("css", ":is(h1, h2):not(.a)")),
        ("meta: article:section", Place("meta", "article:section")),
        ("jsonld: author.name", Place("jsonld", "author.name")),
        ("jsonld: @type", Place("jsonld", "@type")),
        ("xpath: (//h4//a)[2]", Place("xpath", "(//h4//a)[2]")),
        ("xpath: string(//h1)", Place("xpath", "string(//h1)")),
        ("xpath: child::p", Place("xpath", "child::p")),
        ("xpath: //p[contains(., 're:f($x)')]/text()", Place("xpath", "//p[contains(., 're:f($x)')]/text()")),
        ("xpath: //a[not(@href) or (@id and @id)]", Place("xpath", "//a[not(@href) or (@id and @id)]")),
    ],
)
def test_a_place_is_read(text, place):
    assert read_places(SPOT, [text]) == (place,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("h1.judul", "'h1.judul' must begin with one of jsonld, meta, css, xpath, as 'css: h1'"),
        ("CSS: h1", "'CSS: h1' must begin with one of jsonld, meta, css, xpath, as 'css: h1'; did you mean 'css'?"),
        ("json-ld: a", "'json-ld: a' must begin with one of jsonld, meta, css, xpath, as 'css: h1'"),
        ("xpth: //a", "'xpth: //a' must begin with one of jsonld, meta, css, xpath, as 'css: h1'; did you mean 'xpath'?"),
        ("css:", "'css:': expected 1 to 500 characters after 'css:'"),
        ("css: a:nope", "'a:nope' is no CSS selector: The pseudo-class :nope is unknown"),
        ("css: svg|a", "'svg|a': HTML's elements have no namespaces, so no '|'"),
        ("css: " + ":not(" * 13 + "a" + ")" * 13, "':not(:not(:not(:not(:not(:not(:not(:not(:not(:not(:not(:not(:not(a))))))))))))… is nested too deeply"),
        ("meta: og title", "'meta: og title': expected the name or property of a <meta>, as 'meta: og:title'"),
        ("jsonld: author..name", "'jsonld: author..name': expected a key of JSON-LD, dots for nesting, as 'jsonld: author.name'"),
        ("xpath: //a[", "'//a[' is no XPath 1.0: Invalid expression"),
        ("xpath: //a\x00", "'//a\\x00' is no XPath 1.0: All strings must be XML compatible: Unicode or ASCII, no NULL bytes or control characters"),
        ("xpath: //a[matches(., 'x')]", "\"//a[matches(., 'x')]\": XPath 1.0 has no function 'matches'"),
        ("xpath: //a[start-with(., 'x')]", "\"//a[start-with(., 'x')]\": XPath 1.0 has no function 'start-with'; did you mean 'starts-with'?"),
        ("xpath: //a[re:test(., 'x')]", "\"//a[re:test(., 'x')]\": XPath 1.0 has no function 're:test'"),
        ("xpath: " + "//a[" * 5 + "1" + "]" * 5, "'//a[//a[//a[//a[//a[1]]]]]' is nested too deeply"),
        ("xpath: //svg:a", "'//svg:a': unknown prefix 'svg'; HTML's elements have none"),
        ("xpath: //a[$x]", "'//a[$x]': variables ($…) have no value here"),
        ("xpath: count(//a)", "'count(//a)' gives a number; expected an XPath that gives elements or text"),
        ("xpath: boolean(//a)", "'boolean(//a)' gives yes or no; expected an XPath that gives elements or text"),
    ],
)  # fmt: skip
def test_a_wrong_place_is_told(text, line):
    with pytest.raises(PortalError) as caught:
        read_places(SPOT, ["css: h1", text])
    assert str(caught.value) == f"portals/x.toml: extraction.title: {line}"


@given(
    st.sampled_from(["css: ", "xpath: ", "jsonld: ", "meta: ", ""]),
    st.text(alphabet="ab/.[]()@:*|>~+#='\" ,-1$\x00é"),
)
def test_any_text_is_a_place_or_one_line(line_of, source, text):
    assert line_of(lambda: read_places(SPOT, [source + text])).isprintable()
    assert line_of(lambda: check_css(SPOT, text)).isprintable()
