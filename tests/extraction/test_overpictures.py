"""The picture between title and text whose box has no mark."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction import Article
from tests.extraction.pages import PROSE, TITLE, of_page


def over_text(over: str, claimed: str = "") -> Article:
    """The article of a page with something between title and text."""
    head = f'<meta property="og:image" content="https://kabar.example{claimed}">' if claimed else ""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    return of_page(f"<div class=u1><h1>{TITLE}</h1>{over}<div class=z3>{text}</div></div>", head)


IMAGE = "<img src=/f/pasar-besar.jpg width=800>"
CAPTION = "Pedagang menata beras di pasar induk, Senin (12/5/2025). Foto: Beni Hulu"


@pytest.mark.parametrize("claimed", ["", "/f/pasar-besar-1200x630.jpg", "/logo.png", "/f/lain-lagi.jpg"])
@pytest.mark.parametrize(
    "over",
    [
        f"<div class=img-wrap>{IMAGE}<p>{CAPTION}</p></div>",
        f"<div class=q1>{IMAGE}<br><em>{CAPTION}</em></div>",
        f"<div class=q1><div>{IMAGE}</div><div><small>{CAPTION}</small></div></div>",
        f"<div>{IMAGE}<span>{CAPTION[:57]}</span><span>{CAPTION[57:]}</span></div>",
        f"<div>{IMAGE}</div><p style='color:#888'>{CAPTION}</p>",
        f"<center>{IMAGE}<br><i>{CAPTION}</i></center>",
        f"{IMAGE}<small>{CAPTION}</small>",
        f"{IMAGE}<br><p>{CAPTION}</p>",
        f"<div><a href='/f/pasar-besar.jpg'>{IMAGE}</a><p>{CAPTION}</p></div>",
    ],
)
def test_a_picture_over_the_text_in_a_box_without_mark_keeps_its_caption(over: str, claimed: str) -> None:
    article = over_text(over, claimed)
    assert article.lead_image is not None
    assert "pasar-besar" in article.lead_image.url
    assert (article.lead_image.caption, article.lead_image.credit) == (CAPTION, "Beni Hulu")
    assert CAPTION not in article.text


@pytest.mark.parametrize(
    "over",
    [
        f"<div>{IMAGE}<p>Rina Wati</p></div>",
        f"<div>{IMAGE}<p>Senin, 12 Mei 2025 pukul 14:30 di kota</p></div>",
        f"<div>{IMAGE}<p>Oleh: Rina Wati</p></div>",
        f"<div>{IMAGE}<h3>Warga hulu dan hilir ramai ke pasar induk</h3></div>",
        IMAGE,
    ],
)
def test_what_else_stands_by_such_a_picture_is_no_caption(over: str) -> None:
    article = over_text(over)
    assert article.lead_image is not None
    assert (article.lead_image.url, article.lead_image.caption) == (
        "https://kabar.example/f/pasar-besar.jpg",
        None,
    )
    claimed = over_text(over, "/f/lain-lagi.jpg").lead_image
    assert claimed is not None
    assert claimed.url == "https://kabar.example/f/lain-lagi.jpg"


@pytest.mark.parametrize(
    "over",
    [
        f"<div><a href='https://toko.example/beras'>{IMAGE}</a></div>",
        f"<div class=avatar>{IMAGE}</div>",
        "<img src=/f/rina.jpg width=96>",
        f"<nav>{IMAGE}</nav>",
        f"<div class='ads-top'>{IMAGE}<p>Beras murah di toko kami setiap hari</p></div>",
    ],
)
def test_a_face_an_advert_and_a_link_lead_no_article(over: str) -> None:
    assert over_text(over).lead_image is None


def test_the_articles_summary_is_no_caption() -> None:
    said = "Harga beras naik jelang panen raya dan dinas menyiapkan operasi pasar"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    body = f"<h1>{TITLE}</h1><div>{IMAGE}<p>{said}</p></div><div class=z3>{text}</div>"
    lead = of_page(f"<div>{body}</div>", f'<meta name="description" content="{said}">').lead_image
    assert lead is not None
    assert lead.caption is None


SHORT = "Pedagang menata beras di pasar induk."


def before_text(start: str, classes: str = "z3", over: str = IMAGE) -> Article:
    """The article of a page whose body begins with `start`, right under a picture."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    return of_page(
        f"<div class=u1><h1>{TITLE}</h1><figure>{over}</figure></div><div class='{classes}'>{start}{text}</div>"
    )


@pytest.mark.parametrize(
    ("start", "classes"),
    [
        (f"<p class='has-text-align-center has-small-font-size'><em>{SHORT}</em></p>", "entry-content"),
        (f"<p style='text-align:center'>{SHORT}</p>", "z3"),
        (f"<h4 class=box-title>{SHORT}</h4>", "caption"),
    ],
)
def test_a_body_may_begin_with_the_caption_of_the_picture_over_it(start: str, classes: str) -> None:
    article = before_text(start, classes)
    assert article.text == "\n\n".join(PROSE)
    assert article.lead_image is not None
    assert article.lead_image.caption == SHORT


@pytest.mark.parametrize(
    ("start", "classes", "over"),
    [
        (f"<p>{SHORT}</p>", "z3", IMAGE),
        (f"<h4>{SHORT}</h4>", "z3", IMAGE),
        (f"<p style='text-align:center'>{SHORT}</p>", "z3", ""),
    ],
)
def test_other_beginnings_of_a_body_are_text(start: str, classes: str, over: str) -> None:
    assert before_text(start, classes, over).text == "\n\n".join((SHORT, *PROSE))
