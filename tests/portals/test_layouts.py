from datetime import date

import pytest

from kaltimcrawl.portals.form import LayoutForm
from kaltimcrawl.rules import FIELDS, Place, RuleSet

FILE = "portals/kabarhulu.toml"
H1, H2, META = Place("css", "h1"), Place("css", "h2"), Place("meta", "og:title")


def test_the_form_has_the_fields_of_rules():
    assert set(LayoutForm.__struct_fields__) == {*FIELDS, "until", "drop", "strip"}


def test_one_table_is_the_present_layout(load):
    text = (
        "[extraction]\ntitle = ['css: h1', 'meta: og:title']\ndrop = ['.baca']\nstrip = { title = ' - .*$' }"
    )
    assert load(text).rules == (
        RuleSet(until=None, fields={"title": (H1, META)}, drop=(".baca",), strip={"title": " - .*$"}),
    )


def test_layouts_are_in_the_order_of_their_ends_the_present_last(load):
    text = (
        "[[extraction]]\ntitle = ['css: h1']\n"
        "[[extraction]]\nuntil = 2024-03-01\ntitle = ['css: h2']\n"
        "[[extraction]]\nuntil = 2021-12-31\ntitle = ['css: h3']\n"
    )
    assert [rules.until for rules in load(text).rules] == [date(2021, 12, 31), date(2024, 3, 1), None]


def test_an_ended_layout_may_stand_alone(load):
    text = "[extraction]\nuntil = 2024-03-01\ntitle = ['css: h2']"
    assert load(text).rules == (RuleSet(until=date(2024, 3, 1), fields={"title": (H2,)}),)


FAMILY = "[extraction]\ntitle = ['css: h1']\nbody = ['css: .isi']\ndrop = ['.baca']\nstrip = { title = 'a', body = 'b' }"


def test_the_portals_keys_go_over_the_familys(load):
    rules = load("[extraction]\ntitle = ['css: h2']\ndrop = ['.iklan']\nstrip = { body = 'c' }", FAMILY).rules
    assert rules == (
        RuleSet(
            fields={"title": (H2,), "body": (Place("css", ".isi"),)},
            drop=(".iklan",),
            strip={"title": "a", "body": "c"},
        ),
    )


def test_an_empty_list_takes_the_familys_away(load):
    rules = load("[extraction]\ntitle = []\ndrop = []", FAMILY).rules
    assert rules == (RuleSet(fields={"body": (Place("css", ".isi"),)}, strip={"title": "a", "body": "b"}),)


def test_layouts_of_the_two_files_are_matched_by_their_end(load):
    family = (
        "[[extraction]]\ntitle = ['css: h1']\nbody = ['css: .isi']\n"
        "[[extraction]]\nuntil = 2020-01-01\nbody = ['css: .lama']\n"
    )
    own = (
        "[[extraction]]\nuntil = 2020-01-01\ntitle = ['css: h2']\n"
        "[[extraction]]\nuntil = 2022-01-01\ntitle = ['meta: og:title']\n"
    )
    assert load(own, family).rules == (
        RuleSet(until=date(2020, 1, 1), fields={"title": (H2,), "body": (Place("css", ".lama"),)}),
        RuleSet(until=date(2022, 1, 1), fields={"title": (META,)}),
        RuleSet(fields={"title": (H1,), "body": (Place("css", ".isi"),)}),
    )


def test_a_table_without_a_rule_is_no_layout(load):
    assert load("[extraction]\ntitle = []").rules == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[extraction]]\n[[extraction]]", "extraction[2].until: two layouts have no end; only the present layout goes without 'until'"),
        ("[[extraction]]\nuntil = 2024-03-01\n[[extraction]]\nuntil = 2024-03-01", "extraction[2].until: two layouts end on 2024-03-01; only the present layout goes without 'until'"),
        ("[[extraction]]\ntitle = ['css: h1[']", "extraction[1].title: 'h1[' is no CSS selector: Expected ident or '*', got <EOF at 3>"),
        ("[extraction]\ndrop = ['p::before']", "extraction.drop: 'p::before' is no CSS selector: Pseudo-elements are not supported.; a selector names elements, their text is taken"),
        ("[extraction]\ndrop = ['']", "extraction.drop: expected a selector of 1 to 500 characters, got 0"),
        ("[extraction]\nstrip = { titel = 'a' }", "extraction.strip.titel: unknown field; did you mean 'title'?"),
        ("[extraction]\nstrip = { xyz = 'a' }", "extraction.strip.xyz: unknown field; known are title, subtitle, authors, editors, published, modified, section, tags, lead_image, body"),
        ("[extraction]\nstrip = { title = '(' }", "extraction.strip.title: '(' is no regular expression: missing ), unterminated subpattern at position 0"),
    ],
)  # fmt: skip
def test_a_wrong_layout_is_told(message, text, line):
    assert message(text) == f"{FILE}: {line}"
