"""What is taken out of a page before it is read, and what of it stays."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract
from kaltimcrawl.extraction import Block
from tests.extraction.pages import PROSE, TITLE, of_page, on_page

URL = "https://kabar.example/harga-beras-naik-jelang-panen-raya/"
TEXT = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
DAY = "Senin, 12 Mei 2025 14:30"


def read(body: str, title: str = TITLE) -> Article:
    """The article of a page with `body`."""
    head = f"<title>{title}</title><meta property='og:type' content='article'>"
    article = extract(f"<html lang=id><head>{head}</head><body>{body}</body></html>", URL)
    assert article is not None
    return article


MARKED = [
    '<{0} id=harga>{1}<a class=headerlink href="#harga">¶</a></{0}>',
    '<{0} id=harga>{1} <a href="#harga">#</a></{0}>',
    '<{0} id=harga><a href="#harga"># </a>{1}</{0}>',
    '<{0} id=harga><i></i><a href="#harga"># </a>{1}</{0}>',
    '<{0}><a id=harga href="#harga">#</a> {1}</{0}>',
    '<{0} id="harga naik">{1}<a href="#harga%20naik">¶</a></{0}>',
    '<section id=harga><{0}>{1}<a href="#harga">¶</a></{0}></section>',
]


@pytest.mark.parametrize("marked", MARKED)
def test_the_mark_by_which_others_link_to_a_heading_is_none_of_it(marked: str) -> None:
    article = read(f"{marked.format('h1', TITLE)}<div>{TEXT}</div>", title="Kabar Hulu")
    assert article.title == TITLE
    heading = marked.format("h2", "Janji Dinas")
    article = read(f"<h1>{TITLE}</h1><div class=entry-content><p>{PROSE[0]}</p>{heading}{TEXT}</div>")
    assert Block("heading", "Janji Dinas", 2) in article.blocks


def test_a_heading_that_links_to_itself_is_text_and_one_that_leads_elsewhere_is_none() -> None:
    for href, is_text in (("#janji", True), ("/janji", False)):
        heading = f'<h2 id=janji><a href="{href}">Janji Dinas</a></h2>'
        article = read(
            f'<h1 id=a><a href="#a">{TITLE}</a></h1><div class=entry-content><p>{PROSE[0]}</p>{heading}{TEXT}</div>'
        )
        assert article.title == TITLE
        assert (Block("heading", "Janji Dinas", 2) in article.blocks) is is_text


@pytest.mark.parametrize(
    ("box", "aside", "expected"),
    [
        ("main", f"<p>{DAY}</p>", "2025-05-12T14:30"),
        ("main", "<p>Senin,\n                    12 Mei 2025 14:30</p>", "2025-05-12T14:30"),
        ("article", f"<p>Rina Wati</p><p>{DAY}</p>", "2025-05-12T14:30"),
        ("main", f"<p>{DAY}</p><p>Banjir Rendam Tiga Desa dan Kota Lama di Hulu</p>", None),
        ("div", f"<p>{DAY}</p>", None),
    ],
)
def test_an_aside_in_the_main_part_that_tells_the_day_and_no_headline_is_read(
    box: str, aside: str, expected: str | None
) -> None:
    article = read(f"<{box}><h1>{TITLE}</h1><aside>{aside}</aside><div class=z3>{TEXT}</div></{box}>")
    assert (article.published.isoformat()[:16] if article.published else None) == expected


@pytest.mark.parametrize(("name", "crumbs"), [("breadcrumb", ("Niaga", "Pasar")), ("kotak", ())])
def test_an_aside_that_is_named_for_breadcrumbs_stays(name: str, crumbs: tuple[str, ...]) -> None:
    links = "<a href='/'>Beranda</a> <a href='/n'>Niaga</a> <a href='/p'>Pasar</a>"
    assert on_page(f"<aside class={name}>{links}</aside><h1>{TITLE}</h1>").breadcrumbs == crumbs


@pytest.mark.parametrize(("count", "is_article"), [(2, False), (3, True)])
def test_a_header_that_holds_the_paragraphs_of_an_article_is_its_text(count: int, is_article: bool) -> None:
    """Some templates call the text's own box so; the head of an article has a standfirst at most."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE[:count])
    body = f"<div><h1>{TITLE}</h1><p>Senin, 12 Mei 2025</p><header class=inner>{text}</header></div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>", URL)
    assert (article is not None) is is_article
    assert article is None or article.text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "between", ["<table align=left><tr><td><img src=/f.jpg></td></tr></table>", "<img src=/f.jpg>"]
)
@pytest.mark.parametrize("tag", ["font", "span"])
def test_the_text_behind_a_picture_in_an_inline_element_counts(tag: str, between: str) -> None:
    text = "<br><br>".join(PROSE[1:])
    menu = "".join(f"<tr><td><a href='/m{number}'>Kanal {number}</a></td></tr>" for number in range(9))
    page = (
        f"<table><tr><td><table>{menu}</table></td><td><table><tr><td class=judul><b>{TITLE}</b></td></tr>"
        f"<tr><td class=isi><{tag} size=2><i>{PROSE[0]}</i><br><br>{between}{text}</{tag}></td></tr></table></td></tr></table>"
    )
    assert read(page).text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    ("classes", "is_text"),
    [
        ("c-fact-box", True),
        ("faktaruta", True),
        ("widget factbox", False),
        ("related-facts", False),
        ("promo", False),
    ],
)
def test_facts_beside_the_text_are_a_part_of_it(classes: str, is_text: bool) -> None:
    facts = "Omkring 14 000 föremål lämnas in varje år till hittegodset."
    box = f'<aside class="{classes}"><h3>Fakta: Hittegods</h3><p>{facts}</p></aside>'
    body = f"<article><h1>{TITLE}</h1><div class=entry-content>{TEXT[: len(TEXT) // 2].rpartition('<p>')[0]}{box}{TEXT}</div></article>"
    assert (facts in read(body).text) == is_text


@pytest.mark.parametrize("tag", ["h3", "h4", "h5"])
def test_sentences_that_all_stand_in_headings_are_the_text(tag: str) -> None:
    sentences = [
        *PROSE,
        "Warga menyambut janji itu dengan syukuran kecil di balai desa pada Minggu pagi lalu.",
    ]
    text = "".join(f"<{tag}>{sentence}</{tag}>" for sentence in sentences)
    article = of_page(f"<h1>{TITLE}</h1><p>12 Mei 2025</p><div class=z>{text}</div>")
    assert [block.text for block in article.blocks] == sentences


def test_so_is_a_whole_text_in_one_heading() -> None:
    text = "<br><br>".join([*PROSE, *(f"{sentence} lagi." for sentence in PROSE)])
    article = of_page(f"<h1>{TITLE}</h1><p>12 Mei 2025</p><div class=z><h5>{text}</h5></div>")
    assert len(article.blocks) == 2 * len(PROSE)
