"""Captions and credits of pictures that no mark tells from text."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, read

MORE = PROSE[0].replace("Harga", "Nilai")


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Jembatan yang putus - Foto: Rina Wati", False),
        ("Jembatan yang putus. Foto: Rina Wati", False),
        ("Jembatan yang putus | Photo: Rina Wati", False),
        ("Warga menunggu di tepi sungai. (Foto: Rina Wati)", False),
        ("Di dinding tertulis foto: Rina Wati bersama warga hulu.", True),
        ("Petugas menunjukkan dua foto: satu dari hulu, satu dari hilir.", True),
        ("Katanya - foto: itu tidak benar.", True),
    ],
)
def test_a_caption_is_known_by_its_maker_at_the_end(line: str, is_text: bool) -> None:
    kept = (line,) if is_text else ()
    assert read(end=f"<p>{line}</p><p>{MORE}</p>").text == "\n\n".join((*PROSE, *kept, MORE))


@pytest.mark.parametrize(
    ("line", "authors"), [("Image: VideoLAN", ()), ("Bild: Rina Wati", ()), ("Rina Wati", ("Rina Wati",))]
)
def test_a_picture_s_credit_in_bold_under_the_text_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    assert read(end=f"<p><b>{line}</b></p>").authors == authors


def test_who_made_the_picture_of_a_dropped_caption_is_a_photographer() -> None:
    article = read(end=f"<p>Jembatan yang putus. (Foto: Rina Wati)</p><p>{MORE}</p>")
    assert article.photographers == ("Rina Wati",)


IMAGE = '<img src="/b.jpg" alt="Antrean di pasar" title="Pasar Pagi, Senin.">'


@pytest.mark.parametrize(
    ("under", "caption"),
    [
        ("<p>Antrean di pasar</p>", "Antrean di pasar"),
        ("<div style='text-align:center'><span>Pasar Pagi, Senin.</span></div>", "Pasar Pagi, Senin."),
        ("<p><i>Pasar Pagi</i>, Senin.</p>", "Pasar Pagi, Senin."),
        ("<h3>Antrean di pasar</h3>", None),
        ("<p><b>Antrean di pasar</b></p>", None),
        ("<p>Antrean di pasar itu panjang.</p>", None),
    ],
)
def test_a_line_that_repeats_its_images_words_is_the_caption(under: str, caption: str | None) -> None:
    article = read(end=f"<div>{IMAGE}</div>{under}<p>{MORE}</p>")
    assert [image.caption for image in article.images] == [caption]
    assert len(article.blocks) == len(PROSE) + 1 + (caption is None)


def test_a_line_away_from_the_image_that_says_the_same_is_text() -> None:
    article = read(
        end=f"<div>{IMAGE}</div><p>{MORE}</p><p>Antrean di pasar</p><p>Sudah biasa, kata warga.</p>"
    )
    assert "Antrean di pasar" in article.text


@pytest.mark.parametrize("name", ["ket-foto", "foto-ket", "keterangan-gambar"])
def test_captions_are_known_by_indonesian_class_names(name: str) -> None:
    assert read(end=f'<p class="{name}"><i>Palu diketuk di ruang sidang.</i></p>').text == "\n\n".join(PROSE)


def test_a_picture_s_box_with_its_maker_and_a_shop_beside_the_caption_is_none_of_the_text() -> None:
    box = (
        '<div class="inline photo-right"><div class=photo><a href=/f/1><img src=/c.jpg></a></div>'
        "<p class=byline>Budi Susilo</p><p class=caption>Antrean di pasar. <a href=/beli>Beli foto ini</a></p></div>"
    )
    article = read("<p>Oleh: Rina Wati</p>", end=f"{box}<p>{MORE}</p>")
    assert article.text == "\n\n".join((*PROSE, MORE))
    assert [image.caption for image in article.images] == ["Antrean di pasar. Beli foto ini"]


def test_prose_beside_a_caption_is_text() -> None:
    box = f"<div class=bagian><img src=/c.jpg><span class=caption>Antrean.</span><p>{MORE}</p><p>{MORE} Lagi.</p></div>"
    assert MORE in read(end=box).text


def test_a_short_sentence_before_a_picture_is_text_and_its_caption_none() -> None:
    steps = "".join(
        f"<div class=langkah><div><span>Langkah {number}</span><p>{text}</p></div><figure><img src=/{number}.jpg>"
        f"</figure><figcaption>Lumut di wadah {number}</figcaption></div>"
        for number, text in enumerate(("Masukkan tanaman ke lubang.", "Tutup dengan lumut."), start=1)
    )
    article = read(end=steps)
    assert article.text.split("\n\n")[len(PROSE) :] == [
        "Langkah 1",
        "Masukkan tanaman ke lubang.",
        "Langkah 2",
        "Tutup dengan lumut.",
    ]
    assert [image.caption for image in article.images] == ["Lumut di wadah 1", "Lumut di wadah 2"]


LONG = (
    "Antrean warga di pasar pagi menunggu beras murah yang dijual dinas perdagangan kabupaten, dengan harga "
    "yang lebih rendah daripada di toko sekitar pasar itu."
)


@pytest.mark.parametrize(
    "name",
    [
        "image-elevate__caption",
        "caption-bild",
        "imageCaption foto-caption",
        "m-bildunterschrift",
        "media_caption_x",
    ],
)
def test_a_caption_is_known_by_a_word_of_its_class(name: str) -> None:
    article = read(end=f'<img src="/b.jpg"><div class="{name}">{LONG}</div><p>{MORE}</p>')
    assert article.text == "\n\n".join((*PROSE, MORE))
    assert [image.caption for image in article.images] == [LONG]


@pytest.mark.parametrize("name", ["has-caption", "gambar with-caption", "caption-title", "captionless"])
def test_a_box_with_a_caption_is_none(name: str) -> None:
    assert MORE in read(end=f'<div class="{name}"><p>{MORE}</p></div>').text


def test_what_only_sounds_like_a_caption_is_text_without_an_image_before_it() -> None:
    article = read(end=f"<img src=/b.jpg><p>{MORE}</p><div class=x-caption>{LONG}</div>")
    assert article.text == "\n\n".join((*PROSE, MORE, LONG))
    assert [image.caption for image in article.images] == [None]


def test_a_box_with_an_image_makes_no_text_of_a_caption_of_its_class() -> None:
    box = f"<div class=x-caption><img src=/a.jpg><p>{MORE} {MORE}</p></div><img src=/b.jpg><div class=x-caption>{LONG}</div>"
    article = read(end=f"{box}<p>{MORE}</p>")
    assert LONG not in article.text
    assert article.images[-1].caption == LONG


@pytest.mark.parametrize(("before", "is_text"), [("", True), (f"<p>{MORE} {MORE}</p>", False)])
def test_a_long_line_that_repeats_its_images_words_is_the_caption_where_prose_stands_before(
    before: str, is_text: bool
) -> None:
    assert len(LONG) > 120 > max(map(len, PROSE))
    article = read(end=f'{before}<img src="/b.jpg" alt="{LONG}"><p>{LONG}</p>')
    assert (LONG in article.text) is is_text
    assert [image.caption for image in article.images] == [None if is_text else LONG]


def test_who_made_a_picture_is_not_its_caption() -> None:
    article = read(
        end=f'<img src="/b.jpg"><p class=photo-credit>Kabar/Rina Wati</p><p class=caption>{LONG}</p><p>{MORE}</p>'
    )
    assert article.text == "\n\n".join((*PROSE, MORE))
    assert [image.caption for image in article.images] == [LONG]


def test_who_is_quoted_in_a_figure_is_no_caption() -> None:
    quote = (
        f"<figure><blockquote><p>{LONG}</p></blockquote><figcaption>Rina Wati, pedagang</figcaption></figure>"
    )
    assert read(end=quote).text.endswith(f"{LONG}\n\nRina Wati, pedagang")


def test_a_long_line_under_an_image_with_a_caption_is_text_though_it_repeats_the_image() -> None:
    image = f'<figure><img src="/b.jpg" alt="{LONG}"><figcaption>Antrean.</figcaption></figure>'
    article = read(end=f"<p>{MORE} {MORE}</p>{image}<p>{LONG}</p>")
    assert article.text.endswith(LONG)


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("▲停電當天，老闆娘在蒸籠旁點蠟燭。（圖／翻攝自小鎮臉書）", False),
        ("▲ Warga menunggu di tepi sungai, Senin", False),
        ("鼓楼下的图书馆。石昌林摄/光明图片", False),
        ("Warga menunggu di tepi sungai, Senin siang itu.", True),
    ],
)
def test_what_points_at_the_picture_over_it_is_its_caption(line: str, is_text: bool) -> None:
    kept = (line,) if is_text else ()
    picture = f'<p><img src="/a.jpg" width=600 height=400></p><p>{line}</p><p>{MORE}</p>'
    assert read(end=picture).text == "\n\n".join((*PROSE, *kept, MORE))


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Keterangan Foto: Petugas menyisir pantai mencari korban.", False),
        ("Ket. gambar: Petugas menyisir pantai mencari korban.", False),
        ("Photo caption: Officers on the beach", False),
        ("Keterangan saksi: korban terakhir terlihat pada Senin pagi.", True),
        ("Keterangan foto: benar, itu jembatan kami, kata Rina Wati.", True),
    ],
)
def test_a_line_under_the_label_of_captions_is_one_wherever_it_stands(line: str, is_text: bool) -> None:
    kept = (line,) if is_text else ()
    assert read(end=f"<p>{line}</p><p>{MORE}</p>").text == "\n\n".join((*PROSE, *kept, MORE))


@pytest.mark.parametrize(
    "credit", ["Photograph by Rina Wati, Hulu", "Foto: Rina Wati", "Photo courtesy of Balai Hulu"]
)
def test_a_line_between_a_picture_and_its_credit_is_the_caption(credit: str) -> None:
    line = "Kambing di pulau itu sebelum dipindahkan."
    assert read(end=f"<p><img src=/b.jpg></p><p>{line}</p><p>{credit}</p>").text == "\n\n".join(PROSE)
    assert line in read(end=f"<p>{line}</p><p>{credit}</p>").text
