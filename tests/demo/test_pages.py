"""The pages of articles: the whole truth stands on them, and round it all that a cleaner meets."""

from __future__ import annotations

import json

import pytest
from lxml import html

from kaltimcrawl.demo import DemoArticle, load_articles
from kaltimcrawl.demo.rendering import cut_crumb
from kaltimcrawl.demo.site import DemoSite

BASE = "http://127.0.0.1:8123"
SITE = DemoSite(BASE)
ARTICLES = load_articles()
CONTENT = {
    "block": "div.entry-content.wp-block-post-content",
    "jnews": "div.entry-content.no-share > div.content-inner",
    "newspaper": "div.tdb_single_content.td-post-content.tagdiv-type",
}
CHROME = {
    "block": [
        *("Beranda", "Bagikan ini:", "Klik untuk berbagi di WhatsApp", "Penulis: ", " | Editor: ", "Tag: "),
        *("Ikuti saluran WhatsApp Kabar Ketinting", "Oleh", "Lihat semua artikel", "© 2023 Kabar Ketinting"),
    ],
    "jnews": [
        *(
            "Beranda",
            "SHARES",
            "Share on Facebook",
            "ADVERTISEMENT",
            "oleh",
            "Editor: ",
            "Tags:",
            "Waktu baca",
        ),
        *(
            "saluran WhatsApp Kabar Ketinting",
            "adalah jurnalis",
            "Berita Sebelumnya",
            "© 2024 Kabar Ketinting",
        ),
    ],
    "newspaper": [
        *("Beranda", "Bagikan", "Salin tautan", "- Advertisement -", "Penulis: ", " | Editor: ", "TAGS"),
        *("Ikuti berita Kabar Ketinting lainnya", "Dibaca 1.204 kali", "Artikel sebelumnya", "© 2025 Kabar"),
    ],
}
EVERYWHERE = [
    *("Terbaru", "Terpopuler", "Trending Minggu Ini", "Kamu mungkin juga suka", "Tinggalkan Balasan"),
    *("Alamat email Anda tidak akan dipublikasikan", "Situs ini menggunakan cookie"),
]

each_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.slug for article in ARTICLES])


def pages_of(article: DemoArticle) -> list[str]:
    return [SITE.answer(path).body.decode(article.encoding) for path in article.page_paths]


def squeezed(text: str) -> str:
    return "".join(text.split())


@each_article
def test_the_body_holds_the_whole_text_in_order(article: DemoArticle) -> None:
    bodies = [html.fromstring(page).cssselect(CONTENT[article.style]) for page in pages_of(article)]
    assert [len(found) for found in bodies] == [1] * len(article.pages)
    text = squeezed("".join(found[0].text_content() for found in bodies))
    for block in article.blocks:
        _, found, text = text.partition(squeezed(block.text))
        assert found == squeezed(block.text)
    assert article.signoff is None or squeezed(article.signoff) in text


@each_article
def test_every_listed_piece_of_chrome_stands_on_the_page(article: DemoArticle) -> None:
    texts = [html.fromstring(page).text_content() for page in pages_of(article)]
    whole = " ".join(" ".join(texts).split())
    missing = [line for line in CHROME[article.style] + EVERYWHERE if line not in whole]
    assert missing == []
    assert cut_crumb(article.title) in whole
    for piece in article.body:
        if piece.kind == "baca_juga":
            label = {"strong": "BACA JUGA : ", "simak": "Simak juga: ", "plain": "Baca juga: "}.get(
                piece.form
            )
            assert (label or "Baca Juga") in whole


def test_breadcrumbs_end_in_the_title_cut_with_dots() -> None:
    assert cut_crumb("Delegasi Taiwan Tinjau Kaltim, Peluang Emas Perkuat Jejaring") == (
        "Delegasi Taiwan Tinjau Kaltim,..."
    )
    assert cut_crumb("Puisi: Pada Sebatang Dermaga") == "Puisi: Pada Sebatang Dermaga"


@each_article
def test_the_byline_and_the_caption_are_printed(article: DemoArticle) -> None:
    page = pages_of(article)[-1]
    for name in (*article.authors, *article.editors):
        assert name in page
    assert article.picture.printed in page
    assert article.picture.printed.endswith(f"(Foto: {article.picture.credit})")


def test_the_newest_design_says_its_date_in_words_only() -> None:
    page = SITE.answer(
        "/2025/05/12/komisi-iii-desak-perbaikan-jalan-poros-pesisir-sebelum-juli/"
    ).body.decode()
    assert '<span class="entry-date">Senin, 12 Mei 2025 | 14:30 WITA</span>' in page
    assert "2025-05-12" not in page
    assert "ld+json" not in page
    assert "og:title" not in page


@pytest.mark.parametrize(
    ("path", "date"),
    [
        (
            "/2025/07/11/tenun-doyo-menyusuri-pasar-lama-dan-panggung-baru/",
            "Jum&#39;at, 11 Juli 2025 | 10:25 WITA",
        ),
        ("/2025/10/08/rumput-laut-melimpah-pembeli-justru-menghilang/", "Rabu, 8 Oktober 2025 | 14:02 WITA"),
    ],
)
def test_the_newest_design_prints_the_right_weekday(path: str, date: str) -> None:
    assert date in SITE.answer(path).body.decode()


def test_the_second_design_has_json_ld() -> None:
    article = next(article for article in ARTICLES if article.modified)
    (page,) = pages_of(article)
    data = json.loads(html.fromstring(page).xpath("string(//script[@type='application/ld+json'])"))
    assert data["headline"] == "Bangkai Pesut Ditemukan Mengapung, Peneliti Periksa Isi Perut"
    assert data["datePublished"] == "2024-09-02T18:22:00+08:00"
    assert data["dateModified"] == "2024-09-03T07:45:00+08:00"
    assert data["author"] == [{"@type": "Person", "name": "Gerson Ledang"}]
    assert data["articleSection"] == "Daerah"


def test_the_oldest_design_has_opengraph_times() -> None:
    (page,) = pages_of(ARTICLES[0])
    found = html.fromstring(page).xpath("//meta[@property='article:published_time']/@content")
    assert found == ["2023-01-13T09:42:00+08:00"]


def test_an_article_of_three_pages_names_its_pages_and_ends_once() -> None:
    article = next(article for article in ARTICLES if len(article.pages) == 3)
    first, second, third = pages_of(article)
    assert [path.rsplit("/", 2)[1] for path in article.page_paths[1:]] == ["2", "3"]
    for page, number in ((first, 1), (second, 2), (third, 3)):
        tree = html.fromstring(page)
        (links,) = tree.cssselect(".page-links")
        assert links.text_content() == "Halaman: 1 2 3"
        assert links.cssselect(".current")[0].text == str(number)
        assert tree.cssselect("h1")[0].text == article.title
    assert "Halaman Selanjutnya" in second
    assert "Halaman Selanjutnya" not in third
    assert [page.count("Editor: ") for page in (first, second, third)] == [0, 0, 1]


def test_a_sign_off_may_be_glued_to_the_last_sentence() -> None:
    glued = [article for article in ARTICLES if article.signoff_inline]
    assert len(glued) == 2
    for article in glued:
        assert f"{article.blocks[-1].text} {article.signoff}</p>" in pages_of(article)[-1]


def test_one_page_is_windows_1252_and_does_not_say_so() -> None:
    article = next(article for article in ARTICLES if article.encoding == "windows-1252")
    answer = SITE.answer(article.path)
    assert answer.content_type == "text/html"
    assert b"charset" not in answer.body
    assert "“Kapal Pulang” Masih Jadi Andalan Mudik Warga Pedalaman".encode("cp1252") in answer.body
    assert b"SAMARINDA \x96 Dermaga" in answer.body
    with pytest.raises(UnicodeDecodeError):
        answer.body.decode("utf-8")


@each_article
def test_a_page_is_the_same_bytes_each_time(article: DemoArticle) -> None:
    assert DemoSite(BASE).answer(article.path) == SITE.answer(article.path)


def test_pages_say_that_the_site_is_invented() -> None:
    for path in ("/", *(article.path for article in ARTICLES)):
        assert b"semua tokoh dan peristiwa di dalamnya rekaan" in SITE.answer(path).body
