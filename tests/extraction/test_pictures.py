"""Which picture leads an article, and what is said of it."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction import Article, Claim
from kaltimcrawl.extraction.images import is_logo, stem_of
from tests.extraction.pages import PROSE, TITLE, of_page

FIGURE = (
    '<figure><img src="/f/pasar-800x450.jpg"><figcaption>Antrean di pasar. Foto: Beni</figcaption></figure>'
)


def with_claim(name: str, top: str = FIGURE) -> Article:
    """The article of a page that claims a picture, and has another over its text."""
    head = f'<meta property="og:image" content="https://kabar.example{name}">'
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    return of_page(f"<h1>{TITLE}</h1><div class=z3>{top}{text}</div>", head)


@pytest.mark.parametrize(
    ("claimed", "lead"),
    [
        ("/images/logo.png", "/f/pasar-800x450.jpg"),
        ("/assets/default-og.jpg", "/f/pasar-800x450.jpg"),
        ("/img/no-image.png", "/f/pasar-800x450.jpg"),
        ("/f/pasar-1200x630.webp", "/f/pasar-1200x630.webp"),
        ("/f/pasar.jpg", "/f/pasar.jpg"),
        ("/s/f/pasar-e1715500000-150x150.jpg.webp", "/s/f/pasar-e1715500000-150x150.jpg.webp"),
    ],
)
def test_the_captioned_picture_over_the_text_leads_and_keeps_its_caption(claimed: str, lead: str) -> None:
    article = with_claim(claimed)
    assert article.lead_image is not None
    assert article.lead_image.url == f"https://kabar.example{lead}"
    assert (article.lead_image.caption, article.lead_image.credit) == ("Antrean di pasar. Foto: Beni", "Beni")


def test_a_logo_that_is_claimed_is_told_of() -> None:
    claim = Claim("meta: og:image", "https://kabar.example/logo.png")
    assert with_claim("/logo.png").provenance["lead_image"].disagreeing == (claim,)


def test_it_leads_where_there_is_no_other() -> None:
    article = with_claim("/logo.png", top="")
    assert article.lead_image is not None
    assert article.lead_image.url == "https://kabar.example/logo.png"


@pytest.mark.parametrize(
    "name", ["/f/dialogo-warga.jpg", "/f/katalogo.png", "/f/silikon.jpg", "/f/defaulter.jpg"]
)
def test_a_word_with_a_logo_s_letters_names_none(name: str) -> None:
    assert not is_logo(f"https://kabar.example{name}")
    article = with_claim(name)
    assert article.lead_image is not None
    assert article.lead_image.url == f"https://kabar.example{name}"


def test_pictures_of_one_short_name_in_two_folders_are_two() -> None:
    assert stem_of("https://kabar.example/a/foto.jpg") != stem_of("https://kabar.example/b/foto.jpg")
    assert stem_of("https://kabar.example/a/foto-150x150.jpg") == stem_of("https://kabar.example/a/foto.webp")


@pytest.mark.parametrize(
    "address",
    ["https://www.whatsapp.com/channel/x", "https://t.me/kabarhulu", "//play.google.com/store/apps?id=x"],
)
def test_a_banner_that_asks_to_follow_is_no_picture(address: str) -> None:
    banner = f'<a href="{address}"><img src="/ikuti.png"></a>'
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = of_page(f"<h1>{TITLE}</h1><div class=z3>{banner}{text}</div>")
    assert article.images == ()
    assert article.lead_image is None


def test_one_that_leads_to_the_site_or_a_larger_copy_is() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    picture = '<a href="https://internet.me/f/b.jpg"><img src="/f/b-300x200.jpg"></a>'
    assert of_page(f"<h1>{TITLE}</h1><div class=z3>{picture}{text}</div>").lead_image is not None
