"""`extract` as a whole: whatever comes in, and what holds for every article that comes out."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaltimcrawl import extract
from kaltimcrawl.extraction import Origin
from kaltimcrawl.portals import Portal
from kaltimcrawl.rules import Place, RuleSet

URL = "https://berita.example/2025/05/12/warga-keluhkan-jalan-rusak/"
PROSE = (
    "Warga mengeluhkan jalan rusak yang tidak kunjung diperbaiki oleh pemerintah daerah sejak tahun lalu, {}. ",
    "Kepala dinas mengatakan perbaikan akan dimulai pada bulan depan setelah anggaran perubahan disahkan, {}. ",
    "Anggota dewan meminta agar pekerjaan itu diawasi bersama supaya mutunya tetap terjaga dengan baik, {}. ",
)


def page(body: str, head: str = "", title: str = "Warga Keluhkan Jalan Rusak di Loa Janan") -> str:
    """A whole page round a body."""
    return (
        f"<!DOCTYPE html><html lang=id><head><title>{title} - Berita Contoh</title>"
        f'<meta property="og:type" content="article">{head}</head><body><h1>{title}</h1>{body}</body></html>'
    )


def paragraphs(count: int) -> list[str]:
    """Different paragraphs of running text."""
    return [PROSE[number % 3].format(f"bagian ke-{number}").strip() for number in range(count)]


def test_a_plain_page_gives_its_article() -> None:
    texts = paragraphs(4)
    article = extract(page("<div>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>"), URL)
    assert article is not None
    assert article.title == "Warga Keluhkan Jalan Rusak di Loa Janan"
    assert [block.text for block in article.blocks] == texts
    assert article.text == "\n\n".join(texts)
    assert article.language == "id"
    assert article.canonical_url == URL
    assert article.provenance["title"] == Origin("css: h1", "Warga Keluhkan Jalan Rusak di Loa Janan")


@pytest.mark.parametrize("form", ["<p>{}</p>", "{}<br><br>", "<div>{}</div><div>&nbsp;</div>"])
def test_paragraphs_are_found_however_they_are_entered(form: str) -> None:
    texts = paragraphs(5)
    article = extract(page("<div><div>" + "".join(form.format(text) for text in texts) + "</div></div>"), URL)
    assert article is not None
    assert [block.text for block in article.blocks] == texts


def test_lists_quotes_tables_and_headings_keep_their_kind() -> None:
    one, two, three = paragraphs(3)
    body = (
        f"<div><p>{one}</p><h2>Data</h2><ul><li>Pertama</li><li>Kedua</li></ul><p>{two}</p><blockquote><p>Kami menunggu.</p>"
        f"</blockquote><table><tr><th>Tim</th><th>Poin</th></tr><tr><td>Enggang</td><td>9</td></tr></table><p>{three}</p></div>"
    )
    article = extract(page(body), URL)
    assert article is not None
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", one),
        ("heading", "Data"),
        ("list_item", "Pertama"),
        ("list_item", "Kedua"),
        ("paragraph", two),
        ("quote", "Kami menunggu."),
        ("table_row", "Tim Poin"),
        ("table_row", "Enggang 9"),
        ("paragraph", three),
    ]


CHROME = [
    '<p>Baca juga: <a href="/lain">Banjir Surut di Bontang</a></p>',
    '<p><strong>BACA JUGA : <a href="/lain">Banjir Surut di Bontang</a></strong></p>',
    '<p><a href="/lain"><strong>Banjir Surut di Bontang, Warga Mulai Bersih-Bersih</strong></a></p>',
    '<p>Simak juga: <a href="/lain">Banjir Surut</a></p>',
    "<p>ADVERTISEMENT</p>",
    "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
    "<p>Iklan</p>",
    "<p>Halaman Selanjutnya</p>",
    "<p>Halaman: 1 2 3</p>",
    "<p>Bagikan:</p>",
    "<p>Dilihat: 7.816</p>",
    "<p>Waktu baca 3 menit</p>",
    '<p>Ikuti berita terkini kami di <a href="https://news.google.com/x">Google News</a> dan saluran WhatsApp</p>',
    "<p>[Gambas:Video 20detik]</p>",
    "<p>Artikel ini telah tayang di Kabar Contoh dengan judul Jalan Rusak</p>",
    "<p>Copyright © 2025 Berita Contoh</p>",
    "<p>Dilarang keras mengambil konten tanpa izin tertulis</p>",
    '<div style="display:none">Teks tersembunyi yang tidak dilihat pembaca mana pun di halaman ini.</div>',
    '<div class="post-related"><a href="/a">Berita A yang lain</a> <a href="/b">Berita B yang lain</a></div>',
    '<blockquote class="twitter-tweet"><p>Halo warga</p>— Pemkab <a href="https://twitter.com/x/1">12 Mei</a></blockquote>',
    "<p>0 Komentar</p>",
    "<p>Daftar Isi</p>",
]


@pytest.mark.parametrize("chrome", CHROME)
def test_chrome_between_paragraphs_is_no_text(chrome: str) -> None:
    one, two, three = paragraphs(3)
    article = extract(page(f"<div><p>{one}</p><p>{two}</p>{chrome}<p>{three}</p></div>"), URL)
    assert article is not None
    assert [block.text for block in article.blocks] == [one, two, three]


@pytest.mark.parametrize(
    "sentence",
    [
        "Baca juga menjadi kebiasaan warga yang setiap pagi duduk di perpustakaan kampung bersama anak-anaknya.",
        "Ikuti terus semangat para perajin, begitulah pesan bupati ketika menutup pameran pada malam terakhir.",
        "12 Mei 2025",
        "Iklan layanan masyarakat itu dipasang di sepuluh titik kota agar warga lebih hemat air pada musim kemarau.",
    ],
)
def test_a_sentence_that_only_sounds_like_chrome_is_kept(sentence: str) -> None:
    texts = paragraphs(9)
    texts.insert(7, sentence)
    article = extract(page("<div>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>"), URL)
    assert article is not None
    assert [block.text for block in article.blocks] == texts


@pytest.mark.parametrize(
    ("ending", "signoff", "is_advertorial"),
    [
        ("<p>(adv)</p>", "(adv)", True),
        ("<p><strong>(ADV/DPRD Kaltim)</strong></p>", "(ADV/DPRD Kaltim)", True),
        ("<p>(rin/adv/Diskominfo Samarinda)</p>", "(rin/adv/Diskominfo Samarinda)", True),
        ("<p>(*)</p>", "(*)", False),
        ("<p>(mrf/rdw)</p>", "(mrf/rdw)", False),
        ("<p>(ant)</p>", "(ant)", False),
    ],
)
def test_a_signoff_is_data(ending: str, signoff: str, is_advertorial: bool) -> None:
    texts = paragraphs(4)
    article = extract(page("<div>" + "".join(f"<p>{text}</p>" for text in texts) + ending + "</div>"), URL)
    assert article is not None
    assert [block.text for block in article.blocks] == texts
    assert (article.signoff, article.is_advertorial) == (signoff, is_advertorial)


def test_credit_lines_are_people() -> None:
    body = "".join(f"<p>{text}</p>" for text in paragraphs(4))
    article = extract(page(f"<div>{body}<p>Penulis: Rina Wati<br>Editor: Joko Sandika</p></div>"), URL)
    assert article is not None
    assert (article.authors, article.editors) == (("Rina Wati",), ("Joko Sandika",))


def test_local_time_stamped_as_utc_is_corrected_by_the_printed_clock() -> None:
    head = '<meta property="article:published_time" content="2025-05-12T14:30:00+00:00">'
    body = "".join(f"<p>{text}</p>" for text in paragraphs(4))
    printed = '<div class="post-date">Senin, 12 Mei 2025 | 14:30 WITA</div>'
    article = extract(page(f"{printed}<div>{body}</div>", head), URL)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"


def test_true_utc_is_told_in_the_portals_zone() -> None:
    head = '<meta property="article:published_time" content="2025-05-12T06:30:00Z">'
    body = "".join(f"<p>{text}</p>" for text in paragraphs(4))
    article = extract(page(f"<div>{body}</div>", head), URL)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"
    assert article.published_raw == "2025-05-12T06:30:00Z"


def test_a_date_after_the_capture_is_no_publication() -> None:
    head = '<meta property="article:published_time" content="2031-01-01T00:00:00+08:00">'
    body = "".join(f"<p>{text}</p>" for text in paragraphs(4))
    article = extract(page(f"<div>{body}</div>", head), URL, captured=datetime(2025, 5, 13, tzinfo=UTC))
    assert article is not None
    assert article.published_raw == "2025/05/12"
    assert article.provenance["published"] == Origin("url", "2025/05/12")


def portal(*rules: RuleSet) -> Portal:
    """A portal with extraction rules."""
    return Portal("x", "X", "https://berita.example/", "Samarinda", ZoneInfo("Asia/Makassar"), rules=rules)


def test_a_portals_rules_go_before_everything() -> None:
    rules = RuleSet(
        fields=MappingProxyType(
            {
                "title": (Place("css", ".judul"),),
                "authors": (Place("css", ".oleh"),),
                "body": (Place("css", ".isi > p"),),
            }
        ),
        drop=(".buang",),
        strip=MappingProxyType({"authors": "^Laporan "}),
    )
    texts = paragraphs(4)
    body = (
        '<h2 class="judul">Judul Menurut Portal Sendiri</h2><b class="oleh">Laporan Rina Wati</b><div class="isi">'
        + "".join(f"<p>{text}</p>" for text in texts)
        + '<p class="buang">Kalimat panjang yang menurut berkas portal tidak termasuk isi berita sama sekali.</p></div>'
    )
    article = extract(page(body), URL, portal(rules))
    assert article is not None
    assert (article.title, article.authors) == ("Judul Menurut Portal Sendiri", ("Rina Wati",))
    assert [block.text for block in article.blocks] == texts
    assert article.provenance["title"].place == "css: .judul"


def test_an_old_capture_is_read_by_the_layout_of_its_time() -> None:
    old = RuleSet(until=date(2020, 12, 31), fields=MappingProxyType({"title": (Place("css", ".lama"),)}))
    new = RuleSet(fields=MappingProxyType({"title": (Place("css", ".baru"),)}))
    html = page(
        '<b class="lama">Judul Lama</b><b class="baru">Judul Baru</b>'
        + "".join(f"<p>{text}</p>" for text in paragraphs(4))
    )
    titles = [
        article.title
        for when in (datetime(2019, 1, 1, tzinfo=UTC), datetime(2022, 1, 1, tzinfo=UTC))
        if (article := extract(html, URL, portal(old, new), captured=when))
    ]
    assert titles == ["Judul Lama", "Judul Baru"]


@pytest.mark.parametrize("depth", [300, 5000])
def test_deep_nesting_keeps_the_text(depth: int) -> None:
    texts = paragraphs(4)
    html = page("<div>" * depth + "".join(f"<p>{text}</p>" for text in texts) + "</div>" * depth)
    article = extract(html, URL)
    assert article is not None
    assert [block.text for block in article.blocks] == texts


def test_listings_are_no_articles() -> None:
    teasers = "".join(
        f'<div><h2><a href="/berita/{number}">Judul berita nomor {number} yang cukup panjang</a></h2><p>{text}</p></div>'
        for number, text in enumerate(paragraphs(12))
    )
    assert extract(page(teasers), "https://berita.example/category/samarinda/") is None
    assert extract(page(teasers), "https://berita.example/") is None
    assert extract(page(teasers), "https://berita.example/?s=banjir") is None


def test_nothing_that_runs_is_left_in_the_html() -> None:
    body = "".join(
        f"<p onclick=alert(1)>{text} <a href='javascript:alert(2)'>klik</a><script>alert(3)</script></p>"
        for text in paragraphs(4)
    )
    article = extract(page(f"<div>{body}<iframe src=//x></iframe></div>"), URL)
    assert article is not None
    assert not re.search(r"alert|script|onclick|iframe", article.html)


def test_one_page_leaves_no_trace_on_the_next() -> None:
    first = page("<div>" + "".join(f"<p>{text}</p>" for text in paragraphs(4)) + "</div>")
    second = page(
        "<div>" + "".join(f"<p>{text}</p>" for text in paragraphs(7)) + "</div>",
        title="Judul Lain Sama Sekali",
    )
    before = extract(first, URL)
    extract(second, URL)
    assert extract(first, URL) == before


@given(st.binary(max_size=2000))
@settings(deadline=None)
def test_no_bytes_raise(body: bytes) -> None:
    extract(body, URL)


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class='entry-content'>",
            "</div>",
            "<br>",
            "<a href='//x/y'>",
            "</a>",
            "<li>",
            "<table>",
            "<tr>",
            "<td>",
            "<h1>",
            "<figure>",
            "<img src=a.jpg>",
            "<figcaption>",
            "<blockquote>",
            "<script>",
            "<!--",
            "<span hidden>",
            PROSE[0],
            PROSE[1],
            "Baca juga: ",
            "(adv)",
            "Terbaru",
            "\x00",
            "<meta property='og:title' content='x'>",
        ]
    ),
    max_size=60,
)


@given(MARKUP)
@settings(deadline=None, max_examples=300)
def test_every_word_of_every_block_stands_in_the_page(pieces: list[str]) -> None:
    html = "<html><body><h1>Judul Yang Cukup Panjang</h1>" + "".join(pieces) + "</body></html>"
    article = extract(html, URL)
    if article is not None:
        squeezed = re.sub(r"<[^>]*>|\s|\x00", "", html)
        for block in article.blocks:
            assert [word for word in block.text.split() if word not in squeezed] == []


@pytest.mark.parametrize("piece", ["Baca juga ", "<div>", "<p>", "(", "&amp;", "<a href=x>", "1/", "- "])
def test_a_line_of_megabytes_ends(piece: str) -> None:
    extract(piece * (1_000_000 // len(piece)), URL)


def test_a_rows_cells_stay_cells_in_the_html() -> None:
    one, two, three = paragraphs(3)
    table = "<table><tr><th>Tim</th><th>Poin</th></tr><tr><td>Enggang</td><td><b>9</b></td></tr></table>"
    article = extract(page(f"<div><p>{one}</p><p>{two}</p>{table}<p>{three}</p></div>"), URL)
    assert article is not None
    assert "<tr><td>Tim</td><td>Poin</td></tr>\n<tr><td>Enggang</td><td><b>9</b></td></tr>" in article.html
