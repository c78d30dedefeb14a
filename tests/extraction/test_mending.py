"""Boxes amid a text whose end tag is missing."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract
from tests.extraction.test_containers import ARTICLE, OPINIONS, TITLE

URL = "https://kabar.example/2025/05/12/warga-keluhkan-jalan-rusak/"
SENTENCES = [*ARTICLE, *OPINIONS]
LEFT_OPEN = [
    "<div class=jeg_ad><span>ADVERTISEMENT</span>",
    "<div class=baca-juga><span>Baca Juga:</span> <a href=/lain>Banjir Rendam Tiga Desa di Hulu</a>",
    "<div class=x1><strong>Berita terkait:</strong><ul><li><a href=/lain>Banjir Rendam Tiga Desa</a></li></ul>",
    "<section id=related_posts><div class=head><h3>Baca Juga</h3><a href=/lain>Banjir Rendam Desa</a></section>",
]


def read(body: str) -> Article:
    """The article of a page with that body."""
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=wrap>{body}</div></body></html>"
    article = extract(page, URL)
    assert article is not None
    return article


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


@pytest.mark.parametrize("box", LEFT_OPEN)
@pytest.mark.parametrize("place", [1, 3, 5])
def test_the_text_behind_a_box_that_is_left_open_is_kept(place: int, box: str) -> None:
    paragraphs = [f"<p>{text}</p>" for text in SENTENCES]
    body = "".join([*paragraphs[:place], box, *paragraphs[place:]])
    assert texts(read(f"<div class=entry-content>{body}</div>")) == SENTENCES


@pytest.mark.parametrize("box", LEFT_OPEN[:3])
def test_so_is_text_between_breaks(box: str) -> None:
    body = "<br><br>".join([*SENTENCES[:3], f"{box}<br>{SENTENCES[3]}", *SENTENCES[4:]])
    assert texts(read(f"<div class=entry-content>{body}</div>")) == SENTENCES


@pytest.mark.parametrize("box", LEFT_OPEN[:3])
def test_so_are_paragraphs_in_boxes_of_their_own(box: str) -> None:
    paragraphs = [f"<div class=group><p>{text}</p></div>" for text in SENTENCES]
    body = "".join([*paragraphs[:3], box, *paragraphs[3:]])
    assert texts(read(f"<div class=entry-content>{body}</div>")) == SENTENCES


@pytest.mark.parametrize("open_elsewhere", ["", "<div class=kaki>"])
@pytest.mark.parametrize(
    "box",
    [
        "<div class=newsletter><p>{}</p><p>{}</p></div><p>" + SENTENCES[-1] + "</p>",
        "<div class=newsletter><p>{}</p></div>",
        "<div class=comments><div class=item><p>{}</p></div><div class=item><p>{}</p></div></div>",
    ],
)
def test_a_box_that_is_closed_keeps_its_own(box: str, open_elsewhere: str) -> None:
    offer = "Terima kabar hulu setiap pagi di kotak surat Anda, tanpa biaya, dari meja redaksi kami di kota."
    own = box.format(offer, offer.replace("pagi", "petang"))
    body = "".join(f"<p>{text}</p>" for text in SENTENCES[:-1])
    last = "" if SENTENCES[-1] in own else f"<p>{SENTENCES[-1]}</p>"
    article = read(f"<div class=entry-content>{body}{last}{own}</div>{open_elsewhere}")
    assert texts(article) == SENTENCES


OFFER = "Terima kabar hulu setiap pagi di kotak surat Anda, tanpa biaya, dari meja redaksi kami di kota."


@pytest.mark.parametrize(
    ("own", "behind"),
    [
        (f"<p>{OFFER}</p><p>{OFFER.replace('pagi', 'petang')}</p>", "<div class=kaki>"),
        (f"<p>{OFFER * 6}</p>", "<div class=kaki>"),
        (f"<p>{OFFER * 3}</p><p>{OFFER.replace('pagi', 'petang') * 3}</p>", ""),
        (f"<p><a href=/a>{OFFER * 3}</a></p><p><a href=/b>{OFFER * 3}</a></p>", "<div class=kaki>"),
    ],
)
def test_a_closed_box_at_the_end_keeps_what_it_holds(own: str, behind: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in SENTENCES)
    article = read(f"<div class=entry-content>{body}<div class=newsletter>{own}</div></div>{behind}")
    assert texts(article) == SENTENCES


@pytest.mark.parametrize(
    "classes", ["field field--name-body field--type-text-with-summary", "post-content content-with-sidebar"]
)
def test_the_body_is_no_box_of_chrome_whatever_words_it_is_named_by(classes: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in SENTENCES)
    lead = "<div class=chapo><p>Warga menunggu sejak tahun lalu, dan dinas berjanji lagi pada hari Senin.</p></div>"
    article = read(
        f'<div class="node__content">{lead}<div class="{classes}">{body}</div></div><div class=kaki>'
    )
    assert texts(article)[-len(SENTENCES) :] == SENTENCES
    assert article.method == "marks"


AD = "<ins class=adsbygoogle data-ad-slot=1>"
LINK = '<a href="https://kanal.example/ikuti?a=1&amp;b=2"><img src=/saluran.png>'
TWEET = (
    '<blockquote class="twitter-tweet"><p>Jalan rusak parah sekali hari ini, tolong segera diperbaiki sebelum jatuh '
    'korban lagi di tikungan.</p>&mdash; Udin (@udin) <a href="https://twitter.com/udin/status/1">12 Mei</a>'
)
OTHERS_LEFT_OPEN = [
    AD,
    LINK,
    "<aside class=sisipan><b>Baca juga:</b> <a href=/lain>Banjir Rendam Desa</a>",
    "<figure><img src=/jalan.jpg><figcaption>Jalan poros</figcaption>",
    TWEET,
    "<ul class=related><li><a href=/lain>Banjir Rendam Desa</a></li>",
    "<span class=iklan>Iklan",
    "<center class=advertisement>Advertisement",
    "<amp-img src=/jalan.jpg width=600 height=400>",
    "<nav class=daftar><a href=#satu>Lain</a>",
    "<form action=/cari><input name=q>",
    "<button type=button>Salin",
]
LAYOUTS = {
    "paragraphs": ("<p>{}</p>", ""),
    "breaks": ("{}", "<br><br>"),
    "boxes": ("<div class=group><p>{}</p></div>", ""),
}


def laid_out(layout: str, box: str, place: int, behind: str = "") -> str:
    """A body with `box` before the paragraph at `place`."""
    form, parting = LAYOUTS[layout]
    texts = [form.format(text) for text in SENTENCES]
    texts[place] = f"{box}{'<br>' if parting else ''}{texts[place]}"
    return (
        f"<div class=isi>{parting.join(texts)}</div><div class=kanan><a href=/b>Harga Cabai</a></div>{behind}"
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("box", OTHERS_LEFT_OPEN)
@pytest.mark.parametrize("place", [1, 3, 5])
def test_so_is_that_behind_links_adverts_pictures_and_posts(place: int, box: str, layout: str) -> None:
    assert texts(read(laid_out(layout, box, place))) == SENTENCES


@pytest.mark.parametrize("layout", ["paragraphs", "boxes"])
@pytest.mark.parametrize("place", [1, 3, 5])
def test_so_is_that_behind_a_paragraph_that_is_open_with_its_link(place: int, layout: str) -> None:
    box = "<p>Ikuti <b><a href=https://kanal.example/hulu>saluran kabar ini"
    assert texts(read(laid_out(layout, box, place)))[-len(SENTENCES) + place :] == SENTENCES[place:]


@pytest.mark.parametrize("tag", ["aside", "nav", "form", "button"])
def test_what_such_an_element_holds_that_is_closed_is_none_of_the_text(tag: str) -> None:
    own = f"<{tag} class=x><p>{OFFER}</p><p>{OFFER.replace('pagi', 'petang')}</p></{tag}>"
    body = "".join(f"<p>{text}</p>" for text in SENTENCES)
    assert texts(read(f"<div class=isi>{body}{own}</div>")) == SENTENCES


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("box", [AD, LINK])
def test_even_the_last_paragraph_behind_a_link_or_an_advert_is(box: str, layout: str) -> None:
    long = next(text for text in reversed(SENTENCES) if len(text) > 80)
    place = SENTENCES.index(long)
    article = read(laid_out(layout, box, place))
    assert long in texts(article)


@pytest.mark.parametrize(
    "box",
    [
        f"<a href=/lain><img src=/b.jpg><p>{OFFER}</p><p>{OFFER.replace('pagi', 'petang')}</p></a>",
        f"<figure><img src=/b.jpg><p>{OFFER}</p></figure>",
        f"{TWEET}</blockquote>",
    ],
)
def test_a_card_and_a_picture_that_are_closed_keep_theirs_though_others_are_not(box: str) -> None:
    behind = "<a href=/c><figure><img src=/c.jpg><blockquote>"
    for place in (1, len(SENTENCES) - 1):
        assert texts(read(laid_out("paragraphs", box, place, behind))) == SENTENCES
    body = "".join(f"<p>{text}</p>" for text in SENTENCES)
    assert texts(read(f"<div class=isi>{body}{box}</div>{behind}")) == SENTENCES


def test_what_stands_behind_an_open_box_may_hold_control_characters() -> None:
    body = (
        f"<p>{ARTICLE[0]}</p><div class=ads><b>Iklan</b>\x01{ARTICLE[1]}<br>{ARTICLE[2]}\x02<br>{ARTICLE[1]}"
    )
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=isi>{body}", URL
    )
    assert article is None or ARTICLE[0] in article.text
