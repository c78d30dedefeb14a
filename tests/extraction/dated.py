"""Pages whose dates tests ask for."""

from __future__ import annotations

from datetime import UTC, datetime

from kaltimcrawl import Article, extract

URL = "https://berita.example/warga-keluhkan-jalan-rusak-di-loa-janan/"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
TEXT = (
    "<p>SAMARINDA – Warga Loa Janan mengeluhkan jalan rusak yang tidak kunjung diperbaiki sejak tahun lalu.</p>"
    "<p>“Sudah setahun kami menunggu,” kata Udin, warga setempat, ketika ditemui di rumahnya pada siang hari.</p>"
    "<p>Dinas pekerjaan umum berjanji memulai perbaikan bulan depan setelah anggaran perubahan disahkan.</p>"
)
CAPTURED = datetime(2025, 6, 1, 3, 0, tzinfo=UTC)
SHOWN = "Senin, 12 Mei 2025 14:30 WITA"


def read(over: str = "", own: str = "", under: str = "") -> Article:
    """The article of a page with something over its title, under it, and under its text."""
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    body = f"{over}<article><h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div></article>{under}"
    page = f"<html lang=id><head>{head}</head><body>{body}</body></html>"
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    return article


def read_claim(claims: str, own: str = "") -> str | None:
    """The time of publication of a page with `claims` in its head and something under its title."""
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">{claims}'
    body = f"<article><h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div></article>"
    article = extract(f"<html lang=id><head>{head}</head><body>{body}</body></html>", URL, captured=CAPTURED)
    assert article is not None
    return article.published.isoformat() if article.published else None
