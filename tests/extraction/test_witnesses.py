"""A body is held against what else speaks of it, and the better one wins."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction import Article, Witness
from kaltimcrawl.extraction.witnesses import articles_body

URL = "https://berita.example/2025/05/12/warga-keluhkan-jalan-rusak/"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
PROSE = (
    "Warga mengeluhkan jalan rusak yang tidak kunjung diperbaiki pemerintah daerah sejak tahun lalu, {}. ",
    "Kepala dinas mengatakan perbaikan dimulai bulan depan setelah anggaran perubahan disahkan, {}. ",
    "Anggota dewan meminta agar pekerjaan itu diawasi bersama supaya mutunya tetap terjaga, {}. ",
)
TEXTS = [PROSE[number % 3].format(f"bagian {chr(97 + number)}").strip() for number in range(8)]


def taken(body: str, head: str = "", witnesses: Sequence[Witness] = ()) -> Article:
    """The article of a page with that body."""
    html = (
        f"<html lang=id><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{body}</body></html>"
    )
    article = extract(html, URL, witnesses=witnesses)
    assert article is not None
    return article


def body_of(texts: Sequence[str]) -> str:
    """A marked body of those paragraphs."""
    return '<div class="entry-content">' + "".join(f"<p>{text}</p>" for text in texts) + "</div>"


def json_ld(**keys: object) -> str:
    """JSON-LD of a news article with those keys."""
    data = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-05-12T10:00:00+08:00", **keys}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def texts_of(article: Article) -> list[str]:
    """The article's blocks' texts."""
    return [block.text for block in article.blocks]


def test_a_witness_that_agrees_leaves_no_warning_and_raises_confidence() -> None:
    alone = taken(body_of(TEXTS))
    agreed = taken(body_of(TEXTS), json_ld(articleBody="\n".join(TEXTS)))
    assert (alone.warnings, agreed.warnings) == ((), ())
    assert 0.5 < alone.confidence < agreed.confidence <= 1


def test_what_the_page_cuts_off_comes_from_json_ld() -> None:
    article = taken(body_of(TEXTS[:2]), json_ld(articleBody="\n\n".join(TEXTS)))
    assert texts_of(article) == TEXTS
    assert article.method == "jsonld"
    assert article.warnings == ("the page shows only a part of the text; the rest is JSON-LD's",)


@pytest.mark.parametrize("source", ["feed", "rest"])
def test_a_doors_copy_keeps_its_paragraphs_and_loses_its_chrome(source: str) -> None:
    copy = "".join(f"<p>{text}</p>" for text in TEXTS) + '<p>Baca juga: <a href="/x">Banjir Surut</a></p>'
    article = taken(body_of(TEXTS[:2]), witnesses=[Witness(source, copy)])  # type: ignore[arg-type]
    assert (article.method, texts_of(article)) == (source, TEXTS)


def test_paragraphs_that_the_body_lacks_are_counted() -> None:
    told = [*TEXTS[:6], PROSE[0].format("yang hanya ada di sini").strip()]
    article = taken(body_of(TEXTS), json_ld(articleBody="\n".join(told)))
    assert texts_of(article) == TEXTS
    assert article.warnings == ("JSON-LD holds 1 paragraph that the body lacks",)


def test_a_word_count_far_off_is_told() -> None:
    article = taken(body_of(TEXTS[:3]), json_ld(wordCount=400))
    assert article.warnings == (f"JSON-LD counts 400 words, the body has {len(' '.join(TEXTS[:3]).split())}",)


def test_the_description_finds_the_body_that_marks_miss() -> None:
    other = [text.replace("Warga", "Penonton").replace("jalan", "stadion") for text in TEXTS[::-1]]
    body = (
        body_of(other) + "<section><div>" + "".join(f"<p>{text}</p>" for text in TEXTS) + "</div></section>"
    )
    article = taken(body, f'<meta property="og:description" content="{TEXTS[0]}">')
    assert texts_of(article) == TEXTS
    assert "description" in article.warnings[0]


def test_a_page_of_scripts_is_read_from_its_json_ld() -> None:
    article = taken('<div id="app"></div>', json_ld(articleBody="\n".join(TEXTS)))
    assert (article.method, texts_of(article)) == ("jsonld", TEXTS)


def test_a_broken_article_body_says_nothing() -> None:
    for broken in ([], {}, 7, "", ["\n"], [None, 3]):
        assert texts_of(taken(body_of(TEXTS), json_ld(articleBody=broken, wordCount="banyak"))) == TEXTS


def test_a_page_that_shows_nothing_of_its_text_has_json_ld_s() -> None:
    body = "\n\n".join(TEXTS)
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": body})
    article = extract(
        f"<html><head><title>{TITLE}</title><script type='application/ld+json'>{data}</script></head><body>"
        f"<ul><li><a href=/>Beranda</a></li></ul><h1>{TITLE}</h1><div>Rina Wati</div><div class=isi></div>"
        "<footer><p>© 2025 Kabar Hulu</p></footer></body></html>",
        URL,
    )
    assert article is not None
    assert (article.method, article.text) == ("jsonld", body)
    assert "the page shows nothing of the text; it is JSON-LD's" in article.warnings


def test_entities_that_are_escaped_twice_in_the_data_are_undone() -> None:
    assert articles_body({"articleBody": "Warga&amp;rsquo;s &amp;amp; pasar"}) == "Warga’s & pasar"
    assert articles_body({"articleBody": "R&amp;D dan pasar"}) == "R&D dan pasar"
