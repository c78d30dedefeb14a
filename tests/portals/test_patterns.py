import re
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.errors import PortalError
from kaltimcrawl.portals.backtracking import backtracking_bits
from kaltimcrawl.portals.patterns import read_pattern
from kaltimcrawl.portals.spot import Spot

SPOT = Spot(Path("portals/x.toml"), "discovery.article_url")

USUAL = [
    r"^https://kaltim\.tribunnews\.com/\d{4}/\d{2}/\d{2}/[^/?]+$",
    r"^https?://[^/]+/(?:[a-z-]+/)+\d+",
    r"/read/.*-\d+",
    r"-\d+\.html?$",
    r"^(?:Penulis|Editor|Laporan)\s*:",
    r"\s*\((?:adv|rls)(?:/[^()]*)?\)\s*$",
    r"(?i)baca juga:?.*$",
    r"(\d{1,2}/){1,3}",
    r"^.*?/\d+/.*?$",
    r"",
]
STALLING = [
    r"(a+)+$",
    r"(?:[a-z]+)+\d",
    r"(a|a)*b",
    r"(?:a|aa)+$",
    r"(\w+\s?)*$",
    r"(a*)*b",
    r"^(([a-z])+.)+[A-Z]([a-z])+$",
    r"(?:x(?:c{0,9})?)*?/",
    r"(?:a|b|)*c",
    r"(.*a){20}",
    r"(a?){30}b",
    "a?" * 30 + "a" * 30,
    r"foo.*bar.*baz",
    r"(a)\1",
    r"(?P<a>x)(?(a)y|z)",
]


@pytest.mark.parametrize("text", USUAL[:-1])
def test_usual_patterns_are_let_in(text):
    assert read_pattern(SPOT, text).pattern == text


@pytest.mark.parametrize("text", STALLING)
def test_patterns_that_a_text_could_stall_are_refused(text):
    with pytest.raises(PortalError) as caught:
        read_pattern(SPOT, text)
    assert "could take very long on some texts; begin it with ^, write [^/]+ for .*" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        (r"^abc$", 0.0),
        (r"abc", 11.0),
        (r"^[a-z]+/", 11.0),
        (r"^.*a", 11.0),
        (r"^.*a.*b", 22.0),
        (r"^a{0,7}a", 3.0),
        (r"^(?:ab|ac|ad)", 0.0),
        (r"^(?:a|.)b", 1.0),
        (r"^(?=a+)a+", 11.0),
        (r"^(?>a+)b", 11.0),
        (r"^a+", 0.0),
        (r"^(a+)+b", inf),
    ],
)
def test_choices_are_counted_in_bits(text, bits):
    assert backtracking_bits(text) == pytest.approx(bits)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "expected a regular expression of 1 to 500 characters, got 0"),
        ("a" * 501, "expected a regular expression of 1 to 500 characters, got 501"),
        ("[a-z", "'[a-z' is no regular expression: unterminated character set at position 0"),
        ("a{99999999999}", "'a{99999999999}' is no regular expression: the repetition number is too large"),
    ],
)
def test_what_does_not_compile_is_told(text, line):
    with pytest.raises(PortalError) as caught:
        read_pattern(SPOT, text)
    assert str(caught.value) == f"portals/x.toml: discovery.article_url: {line}"


def test_patterns_nested_hundreds_deep_are_read_or_refused_in_one_line(line_of):
    for text in ("(" * 249 + ")" * 249, "(?:" * 120 + "a" + ")?" * 60 + ")" * 60):
        assert line_of(lambda text=text: read_pattern(SPOT, text)).isprintable()


def test_a_warning_for_programmers_is_not_shown(recwarn):
    assert read_pattern(SPOT, "[[a]/") == re.compile("[[a]/")
    assert [str(warning.message) for warning in recwarn if warning.category is not FutureWarning] == []


@given(st.text(alphabet=r"ab.*+?|()[]{}^$\d12,:=!<>-", max_size=30))
def test_any_text_is_a_pattern_or_one_line(line_of, text):
    assert line_of(lambda: read_pattern(SPOT, text)).isprintable()


PIECES = st.recursive(
    st.sampled_from(["a", "b", ".", "[ab]", r"\w", "c"]),
    lambda inner: st.one_of(
        st.builds("(?:{}){}".format, inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "*?"])),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("{}{}".format, inner, inner),
    ),
    max_leaves=8,
)


@given(PIECES, st.sampled_from(["x", "$", "/"]))
def test_what_is_let_in_ends_on_the_texts_that_stall_others(piece, end):
    """Were the judgement wrong, this would hang: 60 characters are enough for what explodes."""
    if backtracking_bits(piece + end) <= 24:
        pattern = re.compile(piece + end)
        for text in ("a" * 60, "ab" * 30, "a" * 30 + "b" * 30, "abc" * 20):
            pattern.search(text + "!")
