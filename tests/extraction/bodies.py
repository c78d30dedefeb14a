"""A page of one article, with something before, amid and after its text."""

from __future__ import annotations

from kaltimcrawl import Article, extract

URL = "https://berita.example/2025/05/12/warga-keluhkan-jalan-rusak/"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
ARTICLE = [
    "SAMARINDA – Warga Loa Janan mengeluhkan jalan rusak yang tidak kunjung diperbaiki sejak tahun lalu.",
    "“Sudah setahun kami menunggu,” kata Udin, warga setempat, ketika ditemui pada Senin siang di rumahnya.",
    "Dinas pekerjaan umum berjanji memulai perbaikan bulan depan setelah anggaran perubahan disahkan dewan.",
    "Warga berharap janji itu ditepati.",
]
OTHER = '<a href="https://berita.example/lain">Banjir Rendam Tiga Desa di Hulu Mahakam</a>'


def read(before: str = "", between: str = "", after: str = "") -> Article:
    """The article of a page with something before, amid and after its text."""
    first, *rest = [f"<p>{text}</p>" for text in ARTICLE]
    body = f"<div class=entry-content>{before}{first}{between}{''.join(rest)}{after}</div>"
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    article = extract(f"<html><head>{head}</head><body><h1>{TITLE}</h1>{body}</body></html>", URL)
    assert article is not None
    return article


def texts(article: Article) -> list[str]:
    """The texts of its blocks."""
    return [block.text for block in article.blocks]
