"""An article whose page can't be had, out of what a feed or WordPress REST printed of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.extraction import Told, Witness, recover_article

ZONE = ZoneInfo("Asia/Makassar")
URL = "https://kabar.example/2025/05/12/warga-keluhkan-jalan/?utm_source=feed"
TEXT = [
    "SAMARINDA – Warga Loa Janan mengeluhkan jalan rusak yang tidak kunjung diperbaiki sejak tahun lalu.",
    "“Sudah setahun kami menunggu,” kata Udin, warga setempat, ketika ditemui pada Senin siang di rumahnya.",
    "Dinas pekerjaan umum berjanji memulai perbaikan bulan depan setelah anggaran perubahan disahkan dewan.",
]
CHROME = (
    '<p>Baca juga: <a href="https://kabar.example/lain">Banjir Surut</a></p><p>Editor: Lia</p><p>(adv/DPRD)</p>'
    '<p>The post <a href="#">Warga Keluhkan Jalan</a> appeared first on <a href="#">Kabar</a>.</p>'
)


def told(source: Literal["feed", "rest"], html: str) -> Told:
    """The article as a door of that kind printed it."""
    witness = Witness(source, html)
    return Told(URL, witness, "Warga Keluhkan Jalan", datetime(2025, 5, 12, 6, 30, tzinfo=UTC))


def test_the_text_is_the_articles_and_its_provenance_the_doors() -> None:
    html = "".join(f"<p>{text}</p>" for text in TEXT) + CHROME
    article = recover_article(told("feed", html), ZONE)
    assert article is not None
    assert [block.text for block in article.blocks] == TEXT
    assert article.method == "feed"
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"
    assert article.editors == ("Lia",)
    assert (article.is_advertorial, article.signoff, article.dateline) == (True, "(adv/DPRD)", "SAMARINDA")
    assert article.canonical_url == "https://kabar.example/2025/05/12/warga-keluhkan-jalan/"
    assert article.provenance["title"].place == "feed: title"
    assert article.provenance["body"].place == "feed: content:encoded"
    assert article.warnings == ("the page could not be fetched; this is what the feed printed",)


def test_an_excerpt_is_no_article() -> None:
    assert recover_article(told("rest", f"<p>{TEXT[0][:80]} […]</p>"), ZONE) is None


@pytest.mark.parametrize(
    ("before", "behind", "authors", "editors"),
    [
        ("", "Ditulis oleh Rina Wati, disunting Lia Aminah.", ("Rina Wati",), ("Lia Aminah",)),
        ("", "Reporting by Rina Wati; Editing by Lia Aminah", ("Rina Wati",), ("Lia Aminah",)),
        ("", "최윤호 기자 uknow@kabar.example", ("최윤호",), ()),
        ("By Rina Wati", "", ("Rina Wati",), ()),
        ("By Rina Wati and Budi Susilo", "", ("Rina Wati", "Budi Susilo"), ()),
        ("Von Rina Wati, Balikpapan", "", ("Rina Wati",), ()),
        ("Penulis: Rina Wati", "Written by Budi Susilo", ("Rina Wati",), ()),
    ],
)
def test_names_that_leave_the_text_are_kept(
    before: str, behind: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    lines = [*filter(None, [before]), *TEXT, *filter(None, [behind])]
    article = recover_article(told("feed", "".join(f"<p>{line}</p>" for line in lines)), ZONE)
    assert article is not None
    assert [block.text for block in article.blocks] == TEXT
    assert (article.authors, article.editors) == (authors, editors)
