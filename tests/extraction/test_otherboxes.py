"""Boxes amid a text that offer other articles, told by their names, tags or labels."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, OTHER, read, texts

LINK = '<a href="/lain">Banjir Rendam Tiga Desa di Hulu Mahakam</a>'
ROWS = [["Kelurahan", "Rumah"], ["Sungai Dama", "42"], ["Loa Bakung", "17"]]
TABLE = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=article-block-also-like><h4>Ku karanta wannan</h4>{LINK}</div>",
        f"<div type=RelatedOneNews><div>{LINK}<span>KH - Air naik sejak dini hari.</span><a>LIHAT</a></div></div>",
        f"<app-recommended-article><div><div>Bacaan</div>{LINK}</div></app-recommended-article>",
        f"<div class=componentsPromoted><span>Pilihan</span>{LINK}</div>",
        f"<div class=k1><span>Polecany artykuł</span>{LINK}</div>",
        f"<div class=k1><span>Ezt olvasta már?</span>{LINK}</div>",
        "<div class=k1><span>Pinned Comment</span><a href='#'>Lihat komentar lain</a></div>",
        "<div class=support-us><h4>Jaga kabar hulu</h4><p>Lima ribu rupiah sebulan menjaga kabar.</p></div>",
        f"<section class=inline-related><p>{LINK}</p></section>",
        f"<p><strong>Bacaan</strong></p><div class='td-related'>{OTHER}</div>",
    ],
)
def test_a_small_box_with_a_link_that_is_named_for_others_is_no_text(box: str) -> None:
    kept = texts(read(between=box))
    assert [text for text in kept if text != "Bacaan"] == ARTICLE


@pytest.mark.parametrize(
    "box",
    [
        "<div class=also><p>{}</p></div>",
        "<div class=also><p>{} <a href='/perda'>peraturan daerah</a></p></div>",
        "<app-article-text><p>{}</p></app-article-text>",
    ],
)
def test_sentences_in_a_box_of_such_a_name_are_text(box: str) -> None:
    told = (
        "Kepala dinas menyebut jalan itu dibangun pada 1997 dan sejak itu hanya ditambal, sementara truk yang "
        "lewat setiap hari bertambah dari empat puluh menjadi tiga ratus."
    )
    kept = texts(read(between=box.format(told)))
    assert len(kept) == len(ARTICLE) + 1
    assert kept[1].startswith(told)


@pytest.mark.parametrize("name", ["embed-infographic", "video-table", "player"])
def test_a_table_in_a_box_named_for_what_plays_is_text(name: str) -> None:
    kept = texts(read(between=f"<div class={name}><table>{TABLE}</table></div>"))
    assert kept == [ARTICLE[0], *map(" ".join, ROWS), *ARTICLE[1:]]


def test_the_term_and_description_of_a_picture_are_its_caption() -> None:
    picture = (
        "<dl class=documents><dt><img src=/jalan.jpg></dt><dd><strong>Jalan di Loa Janan</strong></dd></dl>"
    )
    article = read(between=picture)
    assert texts(article) == ARTICLE
    assert [image.caption for image in article.images] == ["Jalan di Loa Janan"]


def test_a_heading_that_is_a_label_elsewhere_stands_over_its_paragraph() -> None:
    told = (
        "Kedua tim bertemu lagi pada Sabtu malam di Gelora Kadrie Oening, dua hari sesudah latihan terakhir."
    )
    between = f"<section><h3>UP NEXT</h3></section><section><p>{told}</p></section>"
    assert texts(read(between=between)) == [ARTICLE[0], "UP NEXT", told, *ARTICLE[1:]]


@pytest.mark.parametrize("tag", ["story-par", "x-p"])
def test_paragraphs_in_tags_of_the_pages_own_are_text(tag: str) -> None:
    told = "Kepala dinas menyebut jalan itu dibangun pada 1997 dan sejak itu hanya ditambal oleh warga."
    assert texts(read(between=f"<{tag}>{told}</{tag}>")) == [ARTICLE[0], told, *ARTICLE[1:]]
