"""Boxes under the text that tell of its author."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, read

BIO = "Wartawan Kabar Hulu sejak 2015, meliput ekonomi dan pasar."
BYLINE = "<p>Oleh: Rina Wati</p>"


@pytest.mark.parametrize(
    "box",
    [
        "<div class=about><img src=/r.jpg><h4>Rina Wati</h4><p>{}</p></div>",
        "<div class=x9><a href=/r><img src=/r.jpg></a><div><strong>Rina Wati</strong><p>{}</p></div></div>",
        "<section><div><img src=/r.jpg></div><p><a href=/r>Rina Wati</a></p><p>{}</p><p>Samarinda</p></section>",
    ],
)
@pytest.mark.parametrize(
    "bio", [BIO, "Rina Wati adalah jurnalis di Samarinda.", "Senior reporter at Kabar Hulu since 2015."]
)
def test_a_portrait_with_a_writer_s_name_is_none_of_the_text(box: str, bio: str) -> None:
    article = read(BYLINE, end=box.format(bio))
    assert article.text == "\n\n".join(PROSE)
    assert article.lead_image is None
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize(
    "box",
    [
        "<div class=x9><h4>Rina Wati</h4><p>Pedagang beras di Pasar Segiri sejak 2015.</p><img src=/r.jpg></div>",
        "<div class=x9><img src=/r.jpg><h4>Pasar Segiri</h4><p>Pasar terbesar di Samarinda sejak 2015.</p></div>",
        "".join(
            f"<div class=calon><img src=/{name[0]}.jpg><h4>{name} Wati</h4><p>Wartawan dari {town}, meliput pasar sejak lama.</p></div>"
            for name, town in (("Rina", "Samarinda"), ("Sari", "Bontang"), ("Tuti", "Sangatta"))
        ),
    ],
)
def test_whom_the_article_is_about_stays(box: str) -> None:
    article = read(BYLINE, end=box)
    assert len(article.blocks) > len(PROSE) + 1
    assert article.images != ()


def test_amid_the_text_such_a_box_stays() -> None:
    box = f"<div class=x9><img src=/r.jpg><h4>Rina Wati</h4><p>{BIO}</p></div>"
    assert BIO in read(BYLINE, end=f"{box}<p>{PROSE[0]} Begitu.</p>").text


@pytest.mark.parametrize("name", ["tentang-penulis", "profil-penulis", "biodata-penulis", "kotak-penulis"])
def test_a_box_is_named_for_its_author_in_indonesian_too(name: str) -> None:
    said = "Suka kopi liberika dan perahu kayu sejak kecil di tepi Mahakam."
    box = f"</div><div class={{}}><p>{said}</p><h4>Rina Wati</h4></div><div>"
    assert read(end=box.format(name)).authors == ("Rina Wati",)
    assert read(end=box.format("tentang-pasar")).authors == ()
