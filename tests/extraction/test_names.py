"""What is a name once label, date and desk are off, and what is the portal's."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.names import clean_name, is_site, names_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("聯和報／ 記者徐映彤／花蓮即時報導", "徐映彤"),
        ("記者 徐映彤", "徐映彤"),
        ("Oleh: Rina Wati (Kontributor) | Senin, 2 Juni 2025", "Rina Wati"),
    ],
)
def test_a_name_is_read_out_of_what_stands_round_it(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "See All",
        "Show more",
        "Read More",
        "View Author Profile",
        "News Release",
        "Press Release",
        "Kabar 2025",
    ],
)
def test_what_buttons_and_kinds_say_is_no_name(text: str) -> None:
    assert clean_name(text) is None
    assert names_of([text]) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kabarlain.info", True),
        ("www.kabarlain.tv", True),
        ("Kabarlain.de Redaktion", True),
        ("Die Zeitung Kabar", True),
        ("H. Rina Wati", False),
        ("Rina Wati", False),
    ],
)
def test_a_domain_whatever_it_ends_in_and_a_name_behind_an_article_are_a_site(
    name: str, expected: bool
) -> None:
    assert is_site(name, {"kabar", "zeitung"}) is expected
