"""Sentences, titles and labels that say a text was paid for."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.paidsentences import payer_in, tells_paid, title_tells_paid
from tests.extraction import bodies
from tests.extraction.pages import PROSE, TITLE, read

SENTENCES = [
    ("Artikel ini adalah advertorial dari PT Hulu Raya.", "PT Hulu Raya"),
    ("Konten ini merupakan kerja sama Kabar Hulu dengan Bank Hulu.", "Bank Hulu"),
    ("(Artikel ini merupakan kerja sama dengan Diskominfo Hulu)", "Diskominfo Hulu"),
    (
        "Berita ini merupakan konten berbayar dari PT Hulu Raya dan bukan tanggung jawab redaksi.",
        "PT Hulu Raya",
    ),
    ("Artikel ini disponsori oleh Bank Hulu.", "Bank Hulu"),
    ("Artikel ini ditayangkan atas kerja sama dengan Pemkab Hulu.", "Pemkab Hulu"),
    ("Artikel ini merupakan advertorial.", None),
    ("This is a sponsored post by Hulu Bank.", "Hulu Bank"),
    ("This article was produced in partnership with Hulu Bank.", "Hulu Bank"),
    ("Dieser Beitrag entstand in Zusammenarbeit mit Stadtwerke Hafen.", "Stadtwerke Hafen"),
    ("Contenido patrocinado por Banco del Puerto", "Banco del Puerto"),
]


@pytest.mark.parametrize(("sentence", "payer"), SENTENCES)
def test_a_sentence_that_closes_or_opens_a_text_says_paid_and_by_whom(
    sentence: str, payer: str | None
) -> None:
    assert (tells_paid(sentence), payer_in(sentence)) == (True, payer)
    for article in (
        bodies.read(after=f"<p><em>{sentence}</em></p>"),
        bodies.read(before=f"<p>{sentence}</p>"),
    ):
        assert (article.is_advertorial, article.sponsor) == (True, payer)
        assert article.advertorial_reason == sentence
        assert bodies.texts(article) == bodies.ARTICLE


@pytest.mark.parametrize(
    "sentence",
    [
        "Artikel ini adalah bagian ketiga dari seri tentang kerja sama desa.",
        "Kerja sama itu merupakan yang pertama dengan Bank Hulu.",
        "Dinas menyebut konten berbayar dari luar negeri kian banyak ditonton.",
        "This is a paid job with the city, she said, and it will last a year.",
        "Sponsored by Taboola",
        "Sponsored by",
        "Artikel ini ditulis dengan bahan dari Kabar Hilir.",
    ],
)
def test_other_sentences_are_text(sentence: str) -> None:
    assert not tells_paid(sentence)
    assert not bodies.read(after=f"<p>{sentence}</p>").is_advertorial


@pytest.mark.parametrize(
    ("title", "is_paid"),
    [
        (f"ADVERTORIAL: {TITLE}", True),
        (f"Advertorial - {TITLE}", True),
        (f"[ADV] {TITLE}", True),
        (f"(Pariwara) {TITLE}", True),
        (f"{TITLE} [ADV]", True),
        (f"Sponsored: {TITLE}", True),
        (f"Iklan: {TITLE}", False),
        (f"[IKLAN] {TITLE}", True),
        (f"Advokat: {TITLE}", False),
        ("Advertorial Kian Marak di Portal Berita Daerah", False),
        (TITLE, False),
    ],
)
def test_the_title_says_paid(title: str, is_paid: bool) -> None:
    assert title_tells_paid(title) is is_paid
    article = read(title=title)
    assert article.is_advertorial is is_paid
    assert (article.advertorial_reason == title) is is_paid
    claimed = read(head=f'<meta property="og:title" content="{title}">')
    assert claimed.is_advertorial is is_paid


@pytest.mark.parametrize(
    ("line", "is_paid", "sponsor"),
    [
        ("<div class=sponsored-label>Sponsored</div>", True, None),
        ("<div>Dipersembahkan oleh Bank Hulu</div>", True, "Bank Hulu"),
        ("<div>Dipersembahkan oleh <b>Bank Hulu</b></div>", True, "Bank Hulu"),
        ("<div>Sponsored by Hulu Bank</div>", True, "Hulu Bank"),
        ("<span>Konten Bersponsor</span>", True, None),
        ("<div>Sponsored</div>", False, None),
        ("<div class=ads-slot>Iklan</div>", False, None),
        ("<nav><b>Advertorial</b></nav>", False, None),
        ("<div>Kerja sama desa dan kota</div>", False, None),
    ],
)
def test_a_label_under_the_title_says_paid(line: str, is_paid: bool, sponsor: str | None) -> None:
    article = read(f"{line}<p>12 Mei 2025</p>")
    assert (article.is_advertorial, article.sponsor) == (is_paid, sponsor)
    assert article.text == "\n\n".join(PROSE)
