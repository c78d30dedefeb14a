"""Fields and where they came from, through `extract`: what one place says, and what others say instead."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction import Article, Claim, Origin
from tests.extraction.pages import PROSE, TITLE, URL, news, on_page, read


def test_dates_that_are_one_instant_do_not_disagree() -> None:
    head = '<meta property="article:published_time" content="2025-05-12T14:30:00+08:00">'
    same = read(head=head, data=news(datePublished="2025-05-12T06:30:00Z"))
    assert same.provenance["published"].disagreeing == ()
    other = read(head=head, data=news(datePublished="2025-05-13T10:00:00+08:00"))
    assert other.provenance["published"] == Origin(
        "jsonld: datePublished",
        "2025-05-13T10:00:00+08:00",
        (Claim("meta: article:published_time", "2025-05-12T14:30:00+08:00"), Claim("url", "2025/05/12")),
    )


def test_lead_image_language_and_address_tell_what_disagrees() -> None:
    head = (
        '<meta property="og:image" content="https://kabar.example/a-300x200.jpg">'
        '<link rel=canonical href="https://kabar.example/ekonomi/2025/05/12/harga-beras-naik/">'
        '<meta property="og:url" content="https://kabar.example/?p=7">'
    )
    article = read(head=head, data=news(image={"url": "https://kabar.example/b.jpg", "creditText": "Dewi"}))
    assert article.provenance["lead_image"] == Origin(
        "meta: og:image",
        "https://kabar.example/a-300x200.jpg",
        (Claim("jsonld: image", "https://kabar.example/b.jpg"),),
    )
    assert article.provenance["language"] == Origin("text: words", "id")
    assert article.provenance["canonical_url"] == Origin(
        "link: canonical", URL, (Claim("meta: og:url", "https://kabar.example/?p=7"),)
    )


def test_a_language_declared_against_the_words_disagrees() -> None:
    html = "".join(f"<p>{text}</p>" for text in PROSE)
    article = extract(
        f"<html lang=en-US><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{html}</div></body></html>",
        URL,
    )
    assert article is not None
    assert article.language == "id"
    assert article.provenance["language"].disagreeing == (Claim("html: lang", "en-US"),)


@pytest.mark.parametrize(
    "note",
    [
        "Ralat: jumlah kecamatan yang benar adalah enam.",
        "Koreksi: versi awal berita ini menyebut lima kecamatan. Yang benar enam.",
        "Artikel ini telah diperbarui pada 13 Mei 2025 untuk menambahkan keterangan dinas.",
        "Correction: an earlier version of this article misstated the number of districts.",
        "Anmerkung der Redaktion: In einer früheren Version hieß es fünf Bezirke.",
        "Cet article a été mis à jour le 13 mai 2025.",
        "Fe de errata: los distritos son seis.",
    ],
)
def test_a_correction_note_is_a_field_and_stays_in_the_text(note: str) -> None:
    article = read(end=f"<p><em>{note}</em></p>")
    assert article.correction == note
    assert article.blocks[-1].text == note
    assert article.provenance["correction"] == Origin("text: correction", note)


def test_an_editors_note_that_corrects_nothing_is_no_correction() -> None:
    assert read(end="<p>Catatan redaksi: tulisan ini pendapat penulisnya sendiri.</p>").correction is None


@pytest.mark.parametrize(
    "mark", ["author", "entry-title", "published", "breadcrumbs", "tags", "caption", "subtitle"]
)
def test_a_mark_round_megabytes_is_no_field(mark: str) -> None:
    wrapped = f"<div class={mark}>" * 200 + "x " * 500_000 + "</div>" * 200
    article = read(wrapped)
    assert article.title == TITLE
    assert (article.authors, article.breadcrumbs, article.tags, article.subtitle) == ((), (), (), None)


def test_the_clock_of_the_page_is_no_date_where_the_title_is_found_behind_the_sites_name() -> None:
    head = "<td><span class=jam>Rabu, 25 November 2026 22:39:01</span></td>"
    text = "<br><br>".join(
        [*PROSE, *(f"Pada pekan ke-{number} {sentence}" for number, sentence in enumerate(PROSE))]
    )
    stamp = "<span class=posting>Kamis, 27 Desember 2018 - 20:33:11 WITA</span>"
    page = (
        f"<html><head><title>Harian Hulu Mahakam - {TITLE}</title></head><body><table><tr>{head}</tr><tr><td>"
        f"{stamp}<br><span class=judul>{TITLE}</span><br>{text}</td></tr></table></body></html>"
    )
    article = extract(page, "https://kabar.example/berita-341-harga-beras-naik-jelang-panen-raya.html")
    assert article is not None
    assert article.published is not None
    assert (article.title, article.published.isoformat()) == (TITLE, "2018-12-27T20:33:11+08:00")


def test_a_date_right_over_the_title_is_the_articles() -> None:
    clock = "<div><div>Rabu, 25 November 2026 22:39</div></div>"
    over = f"{clock}<div><span class=made>Minggu, 07 Desember 2025 19:05</span><h2>{TITLE}</h2></div>"
    article = on_page(over, "https://kabar.example/index.php/pasar/item/704075-harga-beras-naik")
    assert article.published is not None
    assert article.published.isoformat() == "2025-12-07T19:05:00+08:00"


def brief(path: str) -> Article | None:
    """The article of a short page that says nothing of itself but the site's name and a heading."""
    logo, heading = "<a href='/'>Kabar Hulu</a>", f"<h3>{TITLE}</h3>"
    page = f"<title>Kabar Hulu</title><body><div>{logo}</div><div>{heading}<div><p>SAMARINDA – {PROSE[0]}</p><p>{PROSE[1]}</p></div></div>"
    return extract(page, f"https://kabar.example/{path}")


def test_a_brief_with_a_dateline_is_an_article_under_its_heading() -> None:
    article = brief("berita/879822")
    assert article is not None
    assert article.title == TITLE
    assert article.dateline == "SAMARINDA"


def test_a_page_whose_address_repeats_its_title_is_an_article() -> None:
    article = brief("harga-beras-naik-jelang-panen-raya-di-kukar")
    assert article is not None
    assert brief("tentang") is None
