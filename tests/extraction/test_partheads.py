"""Bodies of several marked parts, with a subheading over each in a box of its own."""

from __future__ import annotations

from tests.extraction.bodies import ARTICLE, TITLE
from tests.extraction.test_containers import paragraphs, taken

HEADS = ["Dari Hulu", "Sampai Hilir"]


def parts(*heads: str) -> str:
    """The article in boxes, each with a subheading and a part that is marked as the body."""
    half = len(ARTICLE) // 2
    texts = (ARTICLE[:half], ARTICLE[half:])
    return "".join(
        f"<div class=kotak><h4>{head}</h4><div itemprop=articleBody>{paragraphs(text)}</div></div>"
        for head, text in zip(heads, texts, strict=True)
    )


def test_the_subheading_over_a_marked_part_is_text() -> None:
    text = taken(f"<h1>{TITLE}</h1><div id=semua>{parts(*HEADS)}</div>")
    half = len(ARTICLE) // 2
    assert text == [HEADS[0], *ARTICLE[:half], HEADS[1], *ARTICLE[half:]]


def test_a_label_of_others_over_a_part_is_none() -> None:
    text = taken(f"<h1>{TITLE}</h1><div id=semua>{parts(HEADS[0], 'Berita Terkait')}</div>")
    assert "Berita Terkait" not in text
