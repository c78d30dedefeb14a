"""What near the title may tell of the article."""

from __future__ import annotations

from tests.extraction.pages import TITLE, of_page
from tests.extraction.test_containers import ARTICLE, OPINIONS


def test_a_line_of_the_head_that_is_taken_for_a_piece_of_the_text_tells_its_author() -> None:
    row = "Rina Wati | 12 Mei 2025 14:30 WITA | Kabar Hulu dari Kutai Kartanegara"
    boxes = "".join(f"<div class=p9><p>{text}</p></div>" for text in (*ARTICLE[1:3], *OPINIONS[:2]))
    article = of_page(f"<main><h1>{TITLE}</h1><div class=p9>{row}</div>{boxes}</main>")
    assert (article.authors, article.published_raw) == (("Rina Wati",), row)
    assert [block.text for block in article.blocks] == [*ARTICLE[1:3], *OPINIONS[:2]]
