"""Bylines among the first lines of a body, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.bodies import ARTICLE, read, texts
from tests.extraction.pages import PROSE, TITLE, URL, of_page


def test_a_bold_name_over_the_text_beats_a_claimed_account_and_no_claimed_person() -> None:
    bold = f"<p><strong>Rina Wati</strong></p>{''.join(f'<p>{text}</p>' for text in PROSE)}"
    for claim, author in (("Nas", "Rina Wati"), ("Budi Susilo", "Budi Susilo")):
        head = f'<title>{TITLE}</title><meta name="author" content="{claim}">'
        page = f"<html lang=id><head>{head}</head><body><h1>{TITLE}</h1><div class=entry-content>{bold}</div></body></html>"
        article = extract(page, URL)
        assert article is not None
        assert article.authors == (author,)


def test_a_paper_that_a_label_names_gives_way_to_who_signs_over_the_text() -> None:
    lead = "<p><b>Na Rina Wati, Samarinda</b></p>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    body = f"<h1>{TITLE}</h1><p>Posted by MICHUZI BLOG</p><div class=entry-content>{lead}{text}</div>"
    article = of_page(body)
    assert (article.authors, article.text) == (("Rina Wati",), "\n\n".join(PROSE))


@pytest.mark.parametrize("line", ["Special Correspondent", "Staff Reporter"])
def test_a_desk_over_the_text_is_the_author_and_no_text(line: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in (line, *PROSE))
    article = of_page(f"<h1>{TITLE}</h1><div class=entry-content>{text}</div>")
    assert (article.authors, article.text) == ((line,), "\n\n".join(PROSE))


@pytest.mark.parametrize(
    "line", ["<b>Rina Wati/kabarhulu.com</b>", "<b>Rina Wati | kabarhulu.com</b>", "كتبت- نسرين قطامش:"]
)
def test_a_byline_over_the_first_sentence_is_none_of_the_text(line: str) -> None:
    article = read(before=f"<p>{line}</p>")
    assert texts(article) == ARTICLE
    assert article.authors in (("Rina Wati",), ("نسرين قطامش",))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ni Maria Santos", "Maria Santos"),
        ("Ni Made Ayu, Denpasar", "Ni Made Ayu"),
        ("Ni Luh Sari", "Ni Luh Sari"),
    ],
)
def test_a_by_word_goes_off_a_bold_name_and_stays_in_names_of_bali(line: str, author: str) -> None:
    article = read(before=f"<p><b>{line}</b></p>")
    assert (article.authors, texts(article)) == ((author,), ARTICLE)
