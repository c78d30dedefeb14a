"""The sentence in which old blogs tell when and where they filed a post."""

from __future__ import annotations

from datetime import datetime

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, TITLE, read

CATEGORY = '<a href="/category/niaga/" rel="category tag">Niaga</a>'
MINUTE = datetime(2025, 5, 12, 19, 5)
DAYS = "https://kabar.example/2025/05/12/harga-beras-naik-jelang-panen/"


@pytest.mark.parametrize(
    "sentence",
    [
        f"This entry was posted on Monday, May 12th, 2025 at 7:05 pm and is filed under {CATEGORY}. You can "
        'follow any responses to this entry through the <a href="/feed/">RSS 2.0</a> feed.',
        f"Tulisan ini dikirim pada Senin, Mei 12th, 2025 pada 7:05 pm dan di isikan dibawah {CATEGORY}.",
        f"Dieser Beitrag wurde am Montag, 12. Mai 2025 um 19:05 Uhr veröffentlicht und unter {CATEGORY} gespeichert.",
    ],
)
def test_the_sentence_tells_the_minute_and_is_no_text(sentence: str) -> None:
    article = read(end=f"<p class=akhir><small>{sentence}</small></p>", url=DAYS)
    assert article.text == "\n\n".join(PROSE)
    assert article.published is not None
    assert article.published.replace(tzinfo=None) == MINUTE
    assert article.provenance["published"].place == "text: filed"
    assert article.section == "Niaga"


def test_a_sentence_that_links_to_another_page_stays() -> None:
    article = read(
        end='<p>Daftar harga ada di <a href="/harga/">halaman dinas</a> sejak Senin.</p>', url=DAYS
    )
    assert article.text.endswith("Daftar harga ada di halaman dinas sejak Senin.")


def test_a_long_paragraph_stays_whatever_it_links_to() -> None:
    long = " ".join((*PROSE, *PROSE[::-1]))
    assert len(long) > 600
    assert read(end=f"<p>{long} {CATEGORY}</p>", url=DAYS).text.endswith("Niaga")


def test_a_category_in_the_body_without_a_block_of_its_own_dates_nothing() -> None:
    text = f"<p>Dibuka 3 April 2024, pasar itu ramai lagi.</p>{''.join(f'<p>{sentence}</p>' for sentence in PROSE)}"
    article = extract(
        f"<html><head><title>{TITLE}</title><meta property='og:type' content='article'></head><body><h1>{TITLE}</h1>"
        f"<div class=z3>{text}{CATEGORY}</div></body></html>",
        "https://kabar.example/berita/harga-beras-naik-jelang-panen/",
    )
    assert article is not None
    assert article.published is None
    assert article.text.startswith("Dibuka 3 April 2024")


def test_a_category_at_the_head_of_the_body_is_left_to_what_reads_heads() -> None:
    head = (
        f"<h2 class=entry_title><span class='date entry_date updated'>12 Mei</span> {TITLE}</h2><div class=post_info>"
        f"<span class=time>Posted at 14:30h</span> in {CATEGORY} <span>by <a href=/author/rina/>Rina Wati</a></span>"
        " <i class=fa></i><a href='#respond'>0 Comments</a> <div class=blog_like><a href='#'>14<span> Likes</span></a></div></div>"
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><meta property='og:title' content='{TITLE}'></head><body><div class=z3>{head}{text}</div></body></html>",
        DAYS,
    )
    assert article is not None
    assert (article.text, article.section) == ("\n\n".join(PROSE), "Niaga")
