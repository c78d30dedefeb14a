"""White space and invisible marks of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.extraction.tree import fold, parse_page, text_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("\u200bBan\u200bjir  surut\u200b", "Banjir surut"),
        ("ខេត្ត\u200bកំពង់", "ខេត្ត\u200bកំពង់"),
        ("ខេត្ត\u200b\u200bកំពង់\u200b", "ខេត្ត\u200bកំពង់"),
        ("ខេត្ត \u200bកំពង់", "ខេត្ត កំពង់"),
        ("\ufeffHarga\u00ad naik\u00a0lagi", "Harga naik lagi"),
    ],
)
def test_marks_that_part_words_of_scripts_without_spaces_stay(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.sampled_from("aក ​\u200b\u200e\ufeff\n"), max_size=20))
def test_what_is_folded_is_folded_once_for_all(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "section", ["<![http://gmpg.org/xfn/11' />", "<![if !IE]>", "<![ 1", "<![CDATA[x]]>", "<!["]
)
@pytest.mark.parametrize("start", ["<!--[if IE 7]><html>", '<!DOCTYPE html PUBLIC "x'])
def test_a_marked_section_is_a_comment_where_the_page_is_read_leniently(start: str, section: str) -> None:
    root = parse_page(f"{start}{section}\n<p>Air surut</p>".encode())
    assert root is None or "[http" not in text_of(root)
