"""Classes whose words name chrome, and an article's own particulars."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.marks import names_chrome_by_word
from tests.extraction.pages import PROSE, TITLE, of_page
from tests.extraction.test_printed import day_of, read


@pytest.mark.parametrize(
    ("classes", "is_chrome"),
    [
        ("cat-tags-links", False),
        ("timeAndShare", False),
        ("byline-share", False),
        ("tags-links", True),
        ("share", True),
        ("date-sidebar", True),
    ],
)
def test_buttons_and_tags_beside_particulars_make_no_chrome_of_them(classes: str, is_chrome: bool) -> None:
    assert names_chrome_by_word(classes, None) is is_chrome


@pytest.mark.parametrize(("classes", "day"), [("timeAndShare", "2025-05-12T14:30"), ("share", None)])
def test_a_row_with_buttons_still_tells_its_date(classes: str, day: str | None) -> None:
    row = f"<div class={classes}><span>12 Mei 2025 14:30</span><a href=#>Bagikan</a></div>"
    assert day_of(read(row)) == day


@pytest.mark.parametrize(("classes", "section"), [("cat-tags-links", "Pasar"), ("tags-links", None)])
def test_a_row_of_categories_and_tags_still_tells_the_section(classes: str, section: str | None) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    row = f"<div class={classes}><span class=cat-links><a href='/k/9'>Pasar</a></span></div>"
    assert of_page(f"<h1>{TITLE}</h1><div class=z>{text}</div>{row}").section == section
