"""Boxes within the body that are furniture."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.urls import absolute_url
from tests.extraction.test_containers import ARTICLE, TITLE, URL, paragraphs, taken

SUMMARY = "Jalan poros Loa Janan rusak sejak setahun lalu. Perbaikan dijanjikan bulan depan."


@pytest.mark.parametrize(
    ("box", "is_kept"),
    [
        (f"<div class=summary><b>Ringkasan</b><p>{SUMMARY}</p></div>", False),
        (f"<div class=c-essentiel><p>L'essentiel :</p><p>{SUMMARY}</p></div>", False),
        (f"<div class=KeyPoints><h4>Poin Penting</h4><p>{SUMMARY}</p></div>", False),
        (f"<div class=keyPoints><ul><li>{SUMMARY}</li></ul></div>", False),
        (f"<div class=summary><b>Jalan Rusak</b><p>{SUMMARY}</p></div>", True),
        (f"<div class=summary><p>{SUMMARY}</p></div>", True),
    ],
)
def test_a_box_that_sums_up_is_known_by_its_label_or_its_list(box: str, is_kept: bool) -> None:
    text = taken(f"<h1>{TITLE}</h1><div class=entry-content>{box}{paragraphs(ARTICLE)}</div>")
    assert text[-len(ARTICLE) :] == ARTICLE
    assert (SUMMARY in text) is is_kept


@pytest.mark.parametrize("image", ["<amp-img src=/a.jpg width=800 height=500></amp-img>", "<img src=/a.jpg>"])
def test_a_line_under_an_image_that_names_its_maker_is_its_caption(image: str) -> None:
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=entry-content>{image}"
        f"<div><i>Antrean warga di balai desa. (Gusti Media)</i></div>{paragraphs(ARTICLE)}</div></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert article.blocks[0].text == ARTICLE[0]
    assert [each.url for each in article.images] == [absolute_url("/a.jpg", URL)]


LINE = "Belanja semen dan pasir hanya di toko Hulu Jaya"


@pytest.mark.parametrize("name", ["advs", "adslot", "adbox", "sponsored"])
def test_a_box_of_an_adverts_line_is_no_text(name: str) -> None:
    page = f"{paragraphs(ARTICLE)}<div class={name}><p>{LINE}</p></div>"
    assert taken(f"<h1>{TITLE}</h1><div class=entry-content>{page}</div>") == ARTICLE


@pytest.mark.parametrize(
    ("name", "said"), [("advs", [f"{text} Begitu kata Udin." for text in ARTICLE]), ("address", [LINE])]
)
def test_much_prose_in_a_box_called_so_is(name: str, said: list[str]) -> None:
    page = f"{paragraphs(ARTICLE)}<div class={name}>{paragraphs(said)}</div>"
    assert taken(f"<h1>{TITLE}</h1><div class=entry-content>{page}</div>") == [*ARTICLE, *said]


def test_a_sign_off_in_a_box_called_so_stays_one() -> None:
    box = f"{paragraphs(ARTICLE)}<div class=advs>(ADV/Diskominfo)</div>"
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><div class=entry-content>{box}</div>"
    article = extract(page, URL)
    assert article is not None
    assert (article.signoff, article.blocks[-1].text) == ("(ADV/Diskominfo)", ARTICLE[-1])


def test_a_post_in_amp_is_kept_as_a_link_and_is_no_text() -> None:
    post = (
        "<blockquote placeholder>Jangan klik! <a href='https://status.example/polda/1'>7 Mei</a></blockquote>"
    )
    body = f"<div class=entry-content>{paragraphs(ARTICLE)}<amp-twitter data-tweetid=1>{post}</amp-twitter></div>"
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{body}</body></html>", URL
    )
    assert article is not None
    assert [block.text for block in article.blocks] == ARTICLE
    assert [link.url for link in article.links] == ["https://status.example/polda/1"]


def test_a_figure_whose_image_scripts_load_says_no_text_but_its_caption() -> None:
    caption = " ".join(f"Peta {number} memuat semua jalan di tepi sungai yang rusak." for number in range(9))
    figure = f"<figure><div><noscript><img src=/b.jpg></noscript></div><figcaption><div>{caption}</div></figcaption></figure>"
    page = f"<article><h1>{TITLE}</h1><div class=z3>{paragraphs(ARTICLE[:2])}{figure}{paragraphs(ARTICLE[2:])}</div></article>"
    assert taken(page) == ARTICLE
