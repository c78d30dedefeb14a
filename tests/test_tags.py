"""No tag reaches a parser with attributes by the thousand; every other text comes back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.tags import MAX_ATTRIBUTES, bound_attributes


def test_a_tag_with_thousands_of_attributes_is_cut_to_its_beginning() -> None:
    tag = "<div " + " ".join(f"a{number}=1" for number in range(20_000)) + ">"
    assert bound_attributes(f"<p>Sebelum</p>{tag}Isi</div><p>Sesudah</p>") == (
        "<p>Sebelum</p><i>Isi</div><p>Sesudah</p>"
    )


def test_a_long_tag_with_few_attributes_is_left_as_it_is() -> None:
    text = f'<img src="data:image/png;base64,{"A" * 50_000}" alt="peta">'
    assert bound_attributes(text) == text


def test_attributes_at_the_limit_are_left() -> None:
    tag = "<p " + " ".join(f"data-{number}='{'x' * 100}'" for number in range(MAX_ATTRIBUTES - 1)) + ">"
    assert bound_attributes(tag) == tag


@given(st.text())
def test_any_short_text_comes_back_as_it_was(text: str) -> None:
    assert bound_attributes(text) == text


def test_a_name_of_megabytes_is_cut() -> None:
    text = f'<p class="{"a " * 100_000}" title="x">Isi</p>'
    assert bound_attributes(text) == f'<p class="{"a " * 1000}" title="x">Isi</p>'


def test_a_tag_of_nothing_but_spaces_comes_back_as_it_was() -> None:
    tag = "<p " + " " * 400_000  # where each space is looked at anew, this takes a minute and more
    assert bound_attributes(tag) == tag
