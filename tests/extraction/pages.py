"""Pages of unknown themes, whose fields tests ask for."""

from __future__ import annotations

import json
from typing import Any

from kaltimcrawl import extract
from kaltimcrawl.extraction import Article

URL = "https://kabar.example/ekonomi/2025/05/12/harga-beras-naik/"
TITLE = "Harga Beras Naik Jelang Panen Raya di Kutai Kartanegara"
PROSE = (
    "Harga beras di pasar tradisional naik dalam sepekan terakhir menurut catatan dinas perdagangan kabupaten.",
    "Pedagang mengatakan pasokan dari petani berkurang karena panen raya baru dimulai pada akhir bulan depan.",
    "Dinas berjanji menggelar operasi pasar di lima kecamatan agar warga dapat membeli beras dengan murah.",
)

ADDRESS = "https://kabar.example/2025/05/12/harga-beras-naik-jelang-panen-raya/"
CLAIMS = '<meta property="og:type" content="article">'
DATED = "<time>12 Mei 2025</time>"
"""The parts of `is_article`'s page."""


def read(
    top: str = "",
    end: str = "",
    head: str = "",
    data: dict[str, Any] | None = None,
    title: str = TITLE,
    url: str = URL,
) -> Article:
    """The article of a page of an unknown theme: `top` between title and body, `end` at the body's end."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    article = extract(
        f"<html lang=id><head><title>{TITLE} - Kabar Hulu</title>{head}{script}</head><body>"
        f"<div class=x1><div class=y2><h1>{title}</h1>{top}<div class=z3>{body}{end}</div></div></div></body></html>",
        url,
    )
    assert article is not None
    return article


def news(**fields: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": TITLE, **fields}


def on_page(over: str, url: str = URL, title: str = TITLE) -> Article:
    """The article of a page that says nothing of itself but its title; `over` stands over the text."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>{title}</title></head><body>{over}<div class=z3>{text}</div></body></html>"
    article = extract(page, url)
    assert article is not None
    return article


def of_page(body: str, head: str = "") -> Article:
    """The article of a page that says nothing of itself but its title."""
    article = extract(
        f"<html lang=id><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>", URL
    )
    assert article is not None
    return article


MENU = (
    "<nav>"
    + "".join(f'<a href="/{name}">{name}</a>' for name in ("Politik", "Niaga", "Opini", "Indeks"))
    + "</nav>"
)


def texts_amid(told: str, place: int) -> tuple[list[str], list[str]]:
    """The texts of an article's blocks in which `told` stands before the sentence at `place`, and what they
    should be.
    """
    sentences = [*PROSE[:place], told, *PROSE[place:]]
    text = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    article = of_page(f"<h1>{TITLE}</h1><div class=z>{text}</div>")
    return [block.text for block in article.blocks], sentences


def is_article(
    body: str = "", url: str = ADDRESS, head: str = CLAIMS, classes: str = "", date: str = DATED
) -> bool:
    """Whether a page with a title, a date and three paragraphs, `body` over them, is one."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f'<html><head><title>{TITLE}</title>{head}</head><body class="{classes}"><h1>{TITLE}</h1>{date}{body}'
        f"<div class=entry-content>{text}</div></body></html>"
    )
    return extract(page, url) is not None
