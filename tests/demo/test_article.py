from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from kaltimcrawl.demo import DemoArticle, Picture, load_articles
from kaltimcrawl.demo.article import SECTIONS, STYLES, read_article
from kaltimcrawl.extraction.article import Block

ARTICLES = load_articles()
SMALLEST = """
title = "Judul"
section = "Daerah"
tags = []
authors = []
editors = []
published = 2025-01-01T07:00:00+08:00
style = "jnews"
image = { caption = "Gambar." }
body = [{ paragraph = "Satu." }, { table_row = ["a", "b"] }, { verse = ["x", "y"] }, { page_break = true }]
"""

each_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.slug for article in ARTICLES])


def test_there_are_42_articles_in_order_of_publication() -> None:
    assert len(ARTICLES) == 42
    assert list(ARTICLES) == sorted(ARTICLES, key=lambda article: article.published)


def test_no_two_articles_share_title_slug_or_paragraph() -> None:
    for values in (
        [article.title for article in ARTICLES],
        [article.slug for article in ARTICLES],
        [block.text for article in ARTICLES for block in article.blocks if block.kind == "paragraph"],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_an_article_reads_as_its_file_has_it() -> None:
    article = next(article for article in ARTICLES if article.published.date() == date(2025, 5, 12))
    assert article.title == "Komisi III Desak Perbaikan Jalan Poros Pesisir Rampung Sebelum Juli"
    assert article.subtitle == "Dari 62 kilometer, baru 17 kilometer yang sudah diaspal ulang"
    assert article.path == "/2025/05/12/komisi-iii-desak-perbaikan-jalan-poros-pesisir-sebelum-juli/"
    assert article.page_paths == (article.path,)
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"
    assert (article.section, article.authors, article.editors) == (
        "DPRD Kaltim",
        ("Dayang Miranti",),
        ("Wira Kesuma Tanjung",),
    )
    assert (article.dateline, article.signoff, article.is_advertorial) == ("SAMARINDA", "(adv)", True)
    assert article.pictures == (
        Picture(
            "/wp-content/uploads/2025/05/33.png",
            "Anggota Komisi III meninjau ruas jalan poros pesisir yang berlubang.",
            "Humas",
        ),
    )
    assert [block.kind for block in article.blocks] == [
        *["paragraph"] * 6,
        "heading",
        "paragraph",
        "paragraph",
    ]
    assert article.blocks[6] == Block("heading", "Jalur sementara", 2)


def test_every_style_section_and_kind_of_block_is_there() -> None:
    assert {article.style for article in ARTICLES} == set(STYLES)
    assert {article.section for article in ARTICLES} == set(SECTIONS)
    assert {block.kind for article in ARTICLES for block in article.blocks} == {
        "paragraph",
        "heading",
        "quote",
        "list_item",
        "table_row",
    }
    assert {piece.form for article in ARTICLES for piece in article.body if piece.kind == "baca_juga"} == {
        "plain",
        "strong",
        "simak",
        "box",
        "jnews",
    }
    assert Counter(len(article.pages) for article in ARTICLES) == {1: 39, 2: 2, 3: 1}
    assert [article.encoding for article in ARTICLES if article.encoding != "utf-8"] == ["windows-1252"]


@each_article
def test_the_style_is_that_of_its_year(article: DemoArticle) -> None:
    assert article.style == {2023: "block", 2024: "jnews", 2025: "newspaper"}[article.published.year]


@each_article
def test_weekdays_named_in_the_text_fit_their_dates(article: DemoArticle) -> None:
    days = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
    for name, day, month, year in re.findall(r"\b(\w+) \((\d+)/(\d+)/(\d{4})\)", article.text):
        named = date(int(year), int(month), int(day))
        assert name == days[named.weekday()]
        assert article.published.date() - named in (timedelta(0), timedelta(1))


@each_article
def test_the_text_has_the_dateline_and_no_chrome(article: DemoArticle) -> None:
    opening = article.blocks[0].text
    assert article.dateline is None or re.match(re.escape(article.dateline) + " [–-] ", opening)
    assert article.signoff is None or article.signoff not in article.text
    for line in article.text.split("\n\n"):
        assert line == " ".join(line.split())
        assert not re.match(r"(?i)(baca|simak|lihat) juga\b|advertisement|iklan\b|halaman\b", line)
    assert 5 <= len(article.blocks) <= 25


@each_article
def test_related_links_lead_to_other_articles(article: DemoArticle) -> None:
    slugs = {other.slug for other in ARTICLES} - {article.slug}
    linked = [slug for piece in article.body if piece.kind == "baca_juga" for slug in piece.parts]
    assert set(linked) <= slugs


def test_tables_verses_and_page_breaks_give_the_blocks_a_reader_sees() -> None:
    article = read_article("07-judul.toml", SMALLEST)
    assert article.blocks == (
        Block("paragraph", "Satu."),
        Block("table_row", "a b"),
        Block("paragraph", "x"),
        Block("paragraph", "y"),
    )
    assert article.page_paths == ("/2025/01/01/judul/", "/2025/01/01/judul/2/")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("section = ", "sektion = ", "07-judul.toml: unknown key sektion; expected one of "),
        ('"Daerah"', '"Dareah"', "07-judul.toml: section, style or the offset of published"),
        ("+08:00", "", "07-judul.toml: section, style or the offset of published"),
        ('title = "Judul"', "", "07-judul.toml: missing or wrong key: 'title'"),
        ("{ paragraph = ", "{ paragraf = ", "07-judul.toml: body: unknown kind 'paragraf'"),
        ("tags = []", "tags = [", "07-judul.toml: no TOML: "),
    ],
)
def test_a_wrong_file_is_named_with_its_key(old: str, new: str, message: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(message)):
        read_article("07-judul.toml", SMALLEST.replace(old, new))
