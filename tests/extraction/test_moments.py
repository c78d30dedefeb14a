"""Which of the dates on a page is the article's: not the page's clock, prayer times or a comment's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kaltimcrawl import Article, extract

URL = "https://berita.example/warga-keluhkan-jalan-rusak-di-loa-janan/"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
TEXT = (
    "<p>SAMARINDA – Warga Loa Janan mengeluhkan jalan rusak yang tidak kunjung diperbaiki sejak tahun lalu.</p>"
    "<p>“Sudah setahun kami menunggu,” kata Udin, warga setempat, ketika ditemui di rumahnya pada siang hari.</p>"
    "<p>Dinas pekerjaan umum berjanji memulai perbaikan bulan depan setelah anggaran perubahan disahkan.</p>"
)
CAPTURED = datetime(2025, 6, 1, 3, 0, tzinfo=UTC)
OWN = "Senin, 12 Mei 2025 - 14:30 WITA"
CLOCK = "Minggu, 1 Juni 2025"


def read(over: str = "", own: str = "", under: str = "") -> Article:
    """The article of a page with something over its title, under it, and under its text."""
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    body = f"{over}<article><h1>{TITLE}</h1>{own}<div class=entry-content>{TEXT}</div></article>{under}"
    page = f"<html lang=id><head>{head}</head><body>{body}</body></html>"
    article = extract(page, URL, captured=CAPTURED)
    assert article is not None
    return article


OVER = [
    f"<div class=topbar>{CLOCK}</div>",
    f"<div id=clock><span>{CLOCK} 11:00 WITA</span></div>",
    f"<header><span class=date>{CLOCK}</span></header>",
]
UNDER = [
    "<div class=jadwal-sholat><p>Jadwal Salat Minggu, 1 Juni 2025</p><p>Subuh 04:55</p><p>Zuhur 12:14</p></div>",
    "<div id=comments><ol><li class=comment><b>Udin</b> <time datetime=2025-05-30T10:00:00+08:00>30 Mei 2025</time>"
    "<p>Semoga cepat diperbaiki karena anak-anak kami lewat situ.</p></li></ol></div>",
    "<aside><ul><li><a href=/lain>Banjir Rendam Tiga Desa</a> <time datetime=2025-05-31T08:00:00+08:00>31 Mei</time></li></ul></aside>",
]


@pytest.mark.parametrize("over", OVER)
@pytest.mark.parametrize("under", UNDER)
def test_the_date_under_the_title_wins(over: str, under: str) -> None:
    article = read(over, f"<p>{OWN}</p>", under)
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"


@pytest.mark.parametrize("over", OVER)
def test_the_pages_clock_is_no_date_of_publication(over: str) -> None:
    assert read(over).published is None


@pytest.mark.parametrize("under", UNDER)
def test_prayer_times_comments_and_teasers_date_no_article(under: str) -> None:
    assert read(under=under).published is None


def test_a_date_after_the_capture_is_no_date_of_publication() -> None:
    assert read(own="<p>Rabu, 1 Juli 2026 - 08:00 WITA</p>").published is None
