"""The sentence in which old blogs tell when and where they filed a post."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.extraction.pages import PROSE, read

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
