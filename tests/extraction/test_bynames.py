"""Names in elements that are marked as bylines."""

from __future__ import annotations

import pytest
from lxml import html

from kaltimcrawl.extraction.bynames import bare_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Roe | The Kabar Hulu", ("Ann Roe",)),
        ("Ann Roe | Mahakam Times", ("Ann Roe",)),
        ("Redaksi | The Kabar Hulu", ()),
        ("Warta | Mahakam Times", ()),
        ("Ann Roe | Pasar Hulu", ()),
    ],
)
def test_the_house_behind_a_bar_is_no_author(text: str, names: tuple[str, ...]) -> None:
    assert bare_names(html.fragment_fromstring(f"<div>{text}</div>")) == names


def test_names_between_brackets_that_elements_part_are_read() -> None:
    byline = "<div id=byline><b>[</b>山本一郎，<b>KAWAmedia]</b></div>"
    assert bare_names(html.fragment_fromstring(byline)) == ("山本一郎",)


@pytest.mark.parametrize(("text", "names"), [("作者：未知", ()), ("作者：山本一郎", ("山本一郎",))])
def test_who_is_said_to_be_unknown_is_nobody(text: str, names: tuple[str, ...]) -> None:
    assert bare_names(html.fragment_fromstring(f"<p>{text}</p>")) == names
