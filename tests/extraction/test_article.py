"""What a record of an article tells of itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.extraction import Article
from kaltimcrawl.extraction.article import Block


def _with_text(*texts: str) -> Article:
    return Article(
        url=None, canonical_url=None, title="Banjir", blocks=tuple(Block("paragraph", text) for text in texts)
    )


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("Banjir merendam tiga desa.", "Warga “mengungsi” – semua."), 8),
        (("洪水で三つの村が浸水。",), 10),
        (("東京 2026年、雨。",), 5),
        (("新しいバス・ターミナル2階",), 7),
        ((), 0),
    ],
)
def test_words_are_counted(texts: tuple[str, ...], count: int) -> None:
    assert _with_text(*texts).word_count == count


@given(st.lists(st.text(st.sampled_from("abcé “”–.,\u00a0\n\u0627\u0b95"), min_size=1), max_size=5))
def test_white_space_parts_words_of_alphabets(texts: list[str]) -> None:
    article = _with_text(*texts)
    assert article.word_count == len(article.text.split())
