"""Lists of comments, told from what lays a page out."""

from __future__ import annotations

import pytest

from tests.extraction.test_containers import ARTICLE, OPINIONS, TITLE, paragraphs, taken


@pytest.mark.parametrize(("count", "is_kept"), [(3, True), (4, False)])
def test_a_few_tables_beside_each_other_are_no_list_of_comments(count: int, is_kept: bool) -> None:
    opinions = OPINIONS[:count]
    tables = "".join(
        f"<table><tr><td><b>Bagian {number}</b></td></tr><tr><td>{text}</td></tr></table>"
        for number, text in enumerate(opinions)
    )
    text = taken(f"<h1>{TITLE}</h1><div class=u1>{paragraphs(ARTICLE)}{tables}</div>")
    assert text[: len(ARTICLE)] == ARTICLE
    assert [each for each in text if each in OPINIONS] == (opinions if is_kept else [])
