"""Captions in elements of their own under a picture."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, TITLE, of_page, read

MORE = PROSE[0].replace("Harga", "Nilai")
CENTRED = '<p style="text-align: center">'
CREDITED = "Suasana pasar induk pada Senin (12/5/2025) pagi. (IST)"


@pytest.mark.parametrize(
    ("under", "caption"),
    [
        (f"{CENTRED}<img src=/b.jpg></p>{CENTRED}{CREDITED}</p>", CREDITED),
        (f"<p><img src=/b.jpg></p><p>{CREDITED}</p>", CREDITED),
        (f"<p><img src=/b.jpg><strong>{CREDITED}</strong></p>", CREDITED),
        (f"<p><img src=/b.jpg><br>{CREDITED}</p>", CREDITED),
        (f"<center><img src=/b.jpg><br><small>{CREDITED}</small></center>", CREDITED),
        ("<p><img src=/b.jpg></p><p><small>Suasana pasar induk.</small></p>", "Suasana pasar induk."),
        ("<p><img src=/b.jpg></p><p align=center>Tampak antrean warga.</p>", "Tampak antrean warga."),
        ("<img src=/b.jpg><p class=text-center>Antrean warga. (Rina Wati)</p>", "Antrean warga. (Rina Wati)"),
        ("<p><img src=/b.jpg></p><div class=ket>Pasar induk itu.</div>", "Pasar induk itu."),
        (f"{CENTRED}<img src=/b.jpg></p>{CENTRED}Warga menunggu.</p>", "Warga menunggu."),
        ("<p><img src=/b.jpg></p><center>Warga menunggu.</center>", "Warga menunggu."),
        ("<p><img src=/b.jpg></p><p class=f_center>Warga menunggu.</p>", "Warga menunggu."),
        ('<p><img src=/b.jpg></p><p style="color:#999">Warga menunggu.</p>', "Warga menunggu."),
        (
            '<p><img src=/b.jpg></p><p><span style="color: rgb(128, 128, 128);">Warga menunggu.</span></p>',
            "Warga menunggu.",
        ),
        ('<p><img src=/b.jpg></p><p style="font-size: 9pt">Warga menunggu.</p>', "Warga menunggu."),
        (
            '<p><img src=/b.jpg></p><p><font style="font-size:11px">Warga menunggu.</font></p>',
            "Warga menunggu.",
        ),
        (f"{CENTRED}<img src=/b.jpg></p>{CENTRED}Warga menunggu.</p><p>&nbsp;</p>", "Warga menunggu."),
        ("<p><img src=/b.jpg></p><p>小明家。</p>", "小明家。"),
        (
            "<p><img src=/b.jpg></p><p>Keterangan foto: Antrean di pasar</p>",
            "Keterangan foto: Antrean di pasar",
        ),
        (
            "<p><img src=/b.jpg></p><p>Antrean di pasar. Foto: Rina Wati</p>",
            "Antrean di pasar. Foto: Rina Wati",
        ),
    ],
)
@pytest.mark.parametrize("at_top", [False, True])
def test_a_line_that_names_the_picture_or_its_maker_is_the_caption(
    under: str, caption: str, at_top: bool
) -> None:
    article = read(f"{under}<p>{MORE}</p>") if at_top else read(end=f"{under}<p>{MORE}</p>")
    assert caption not in article.text
    assert MORE in article.text or at_top
    if not at_top:
        assert article.text == "\n\n".join((*PROSE, MORE))
        assert [image.caption for image in article.images] == [caption]
    assert article.signoff is None


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{MORE}</p>",
        f"{CENTRED}{MORE}</p>",
        "<p>Antrean warga mengular. (Rina Wati)</p>",
        "<p>“Beras di pasar sudah mahal,” kata warga di foto itu. (IST)</p>",
        '<p style="color: #222">Warga menunggu sampai petang.</p>',
        "<p>Tampak antrean warga di depan gudang itu sejak pagi.</p>",
        "<h3>Antrean di Pasar Induk</h3>",
    ],
)
def test_a_paragraph_under_a_picture_stays(line: str) -> None:
    article = read(end=f"{CENTRED}<img src=/b.jpg></p>{line}<p>{MORE} Lagi.</p>")
    assert len(article.blocks) == len(PROSE) + 2


def test_a_centred_line_stays_where_the_text_behind_it_is_centred_too() -> None:
    line = "Warga menunggu sampai petang."
    article = read(end=f"{CENTRED}<img src=/b.jpg></p>{CENTRED}{line}</p>{CENTRED}{MORE}</p>")
    assert article.text == "\n\n".join((*PROSE, line, MORE))


@pytest.mark.parametrize("signoff", ["(adv)", "(adv/diskominfo)", "(Adv/Kominfo Hulu)", "(rin/kh)"])
@pytest.mark.parametrize("start", ["<p>", CENTRED])
def test_the_sign_off_of_the_last_line_under_a_picture_stays_one(signoff: str, start: str) -> None:
    article = read(end=f"<p><img src=/b.jpg></p>{start}Warga pun pulang. {signoff}</p>")
    assert article.signoff == signoff
    assert article.text.endswith("Warga pun pulang.")


def test_a_caption_of_its_own_class_comes_before_the_makers_name() -> None:
    article = read(
        end=f"<img src=/b.jpg><p class=kredit>Foto: Rina Wati</p><p>{MORE}</p>"
        f"<img src=/c.jpg><p class=photo-credit>Foto: Budi Susilo</p><p class=caption>Antrean.</p><p>{MORE} Ya.</p>"
    )
    assert article.text == "\n\n".join((*PROSE, MORE, f"{MORE} Ya."))
    assert [image.credit for image in article.images][:1] == ["Rina Wati"]
    assert article.images[1].caption == "Antrean."


def test_so_is_one_over_the_first_paragraph() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    top = f"<p><img src=/b.jpg></p>{CENTRED}{CREDITED}</p>"
    article = of_page(f"<h1>{TITLE}</h1><div class=z3>{top}{text}</div>")
    assert article.text == "\n\n".join(PROSE)
    assert article.lead_image is not None
    assert (article.lead_image.caption, article.lead_image.credit) == (CREDITED, "IST")
    assert article.signoff is None


def test_a_caption_s_label_names_no_maker() -> None:
    article = read(end=f"<p><img src=/b.jpg></p><p>Keterangan foto: Antrean di pasar</p><p>{MORE}</p>")
    assert [image.credit for image in article.images] == [None]


@pytest.mark.parametrize(
    "line", ["Figure 1: files contained in the package", "Gambar 2. Peta banjir", "图3：水位"]
)
def test_a_numbered_line_under_a_picture_is_its_caption(line: str) -> None:
    article = read(end=f"<p><img src=/b.jpg></p><p>{line}</p><p>{MORE}</p>")
    assert article.text == "\n\n".join((*PROSE, MORE))
    assert line in read(end=f"<p>{line}</p><p>{MORE}</p>").text


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        (
            "<i>The basement of the house, one of many shelters that nobody would want to spend much time in, in a rainy month of that year in the old town by the river. (Ann Roe/Gazette)</i>",
            False,
        ),
        ("<i>A still from a film of that year. (<a href=/b>Hulu Hilir</a>)</i>", False),
        ("A still from a film of that year. (<a href=/b>and more of it</a>)", True),
    ],
)
def test_a_line_in_italics_under_a_picture_that_ends_with_a_name_is_its_caption(
    line: str, is_text: bool
) -> None:
    text = read(end=f"<div><img src=/b.jpg><br>{line}</div><p>{MORE}</p>").text
    assert (len(text.split("\n\n")) > len(PROSE) + 1) is is_text
