import pytest

from kaltimcrawl.discovery import Candidate, read_listing
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.rules import Place

HOME = "https://kaltim.example/"
URL = "https://kaltim.example/kategori/berita/"

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Berita</title></head><body>
<nav class="menu"><a href="/">Beranda</a> <a href="/kategori/berita/">Berita</a></nav>
<article><a href="/2025/05/12/banjir/"><img src="/a.jpg" alt="Foto banjir"></a>
  <h2><a href="https://www.kaltim.example/2025/05/12/banjir/">Banjir &amp; longsor</a></h2>
  <p>Warga … <a href="/2025/05/12/banjir/?utm_source=depan">Baca selengkapnya »</a></p>
  <a href="/2025/05/12/banjir/#comments">Belum ada komentar untuk tulisan yang panjang ini</a></article>
<a class="kartu" href="2025/jalan-rusak-di-tengah-kota"><span>Foto</span><h3>Jalan rusak</h3><p>Panjang …</p></a>
<a href="/2025/05/10/pasar/" title="Pasar pagi"><img src="/b.jpg"></a>
<a href="/2025/05/09/sungai/"><img src="/c.jpg"></a>
<a href="/tag/banjir/">Banjir</a> <a href="https://wa.me/?text=https://kaltim.example/2025/05/12/banjir/">Bagikan</a>
<a href="javascript:void(0)">Muat</a> <a>Kosong</a> <a href="#">Atas</a> <a href="http://[">Rusak</a>
</body></html>"""


def with_links(*links: str) -> bytes:
    return f"<html><body>{''.join(links)}</body></html>".encode()


def next_of(body: bytes, url: str = URL, doors: Doors | None = None) -> str | None:
    return read_listing(body, url, doors or Doors(), HOME).next_url


def test_articles_are_found_once_in_document_order_with_their_titles():
    found = read_listing(PAGE.encode(), HOME, Doors(), HOME)
    assert found.candidates == (
        Candidate("https://kaltim.example/2025/05/12/banjir/", HOME, title="Banjir & longsor"),
        Candidate("https://kaltim.example/2025/jalan-rusak-di-tengah-kota", HOME, title="Jalan rusak"),
        Candidate("https://kaltim.example/2025/05/10/pasar/", HOME, title="Pasar pagi"),
        Candidate("https://kaltim.example/2025/05/09/sungai/", HOME),
    )
    assert found.next_url is None


def test_a_base_address_is_followed():
    body = b'<base href="https://kaltim.example/arsip-lama/"><a href="12345/banjir">Banjir</a>'
    assert [found.url for found in read_listing(body, URL, Doors(), HOME).candidates] == [
        "https://kaltim.example/arsip-lama/12345/banjir"
    ]


@pytest.mark.parametrize(
    ("meta", "http", "written"),
    [
        ("utf-8", None, "utf-8"),
        ("windows-1252", None, "cp1252"),
        ("", "windows-1252", "cp1252"),
        ("", None, "cp1252"),
        ("", None, "utf-16"),
    ],
)
def test_a_title_reads_right_in_any_encoding(meta, http, written):
    text = f'<html><head><meta charset="{meta}"></head><body><a href="/berita/12345/x">“Café” – lagi</a></body></html>'
    found = read_listing(text.encode(written), URL, Doors(), HOME, http)
    assert [candidate.title for candidate in found.candidates] == ["“Café” – lagi"]


NEXT = {
    "rel": '<a rel="next nofollow" href="/kategori/berita/page/2/">2</a>',
    "rel in the head": '<link rel="next" href="https://kaltim.example/kategori/berita/page/2/">',
    "WordPress": '<div class="nav-links"><a class="next page-numbers" href="/kategori/berita/page/2/"></a></div>',
    "block theme": '<nav class="wp-block-query-pagination">'
    '<a class="wp-block-query-pagination-next" href="/kategori/berita/page/2/">Lama</a></nav>',
    "number alike": '<b><a href="/kategori/berita/page/2/">← Sebelumnya</a></b>',
    "word": '<a href="/kategori/berita/page/2">Selanjutnya »</a>',
    "arrow": '<ul class="pagination"><li><a href="/kategori/berita/page/2">»</a></li></ul>',
}


@pytest.mark.parametrize("kind", NEXT)
def test_the_next_page_is_found_by_its_mark(kind):
    noise = '<a href="/">Beranda</a><a href="/kategori/berita/">1</a><a href="/kategori/berita/page/9/">9</a>'
    assert (
        next_of(with_links(noise, NEXT[kind])).rstrip("/") == "https://kaltim.example/kategori/berita/page/2"
    )


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("Older posts", "/arsip-lama?cursor=abc"),
        ("Halaman Berikutnya »", "/kategori/berita?offset=20"),
        ("POSTINGAN LAMA", "/search?updated-max=2025-05-01"),
    ],
)
def test_words_lead_on_where_pages_have_no_numbers(words, href):
    assert next_of(with_links(f'<a href="{href}">{words}</a>')) == f"https://kaltim.example{href}"


def test_the_number_after_this_page_s_leads_on_in_a_block_of_pages():
    pages = "".join(f'<a href="/lain/{number}.html">{number}</a>' for number in (1, 2, 3, 4))
    body = with_links("<a href='/satu-berita.html'>3</a>", f'<div class="box-paging">{pages}</div>')
    assert (
        next_of(body, "https://kaltim.example/lain?page=2") is None
    )  # a list with page numbers leads to such
    assert next_of(body, "https://kaltim.example/lain") == "https://kaltim.example/lain/2.html"


NOT_NEXT = {
    "this page": '<a rel="next" href="https://www.kaltim.example/kategori/berita?utm_source=x">»</a>',
    "a fragment": '<a class="pagination next" href="#">Next</a>',
    "another host": '<a rel="next" href="https://lain.example/page/2/">Next</a>',
    "an article": '<a href="/2025/05/12/banjir/">Selanjutnya</a>',
    "the next article": '<link rel="next" href="/2025/05/12/banjir/">',
    "a slider": '<div class="slider"><a class="slick-next" href="/lain">›</a></div>',
    "another list's page": '<a href="/kategori/olahraga/page/2/">2</a>',
}


@pytest.mark.parametrize("kind", NOT_NEXT)
def test_what_doesn_t_lead_on_is_no_next_page(kind):
    assert next_of(with_links(NOT_NEXT[kind])) is None


def test_the_way_back_is_no_next_page_even_where_it_is_called_next():
    body = with_links(
        '<a href="/kategori/berita/">Selanjutnya →</a>', '<a href="/kategori/berita/page/3/">← Sebelumnya</a>'
    )
    assert next_of(body, URL + "page/2/") == "https://kaltim.example/kategori/berita/page/3/"
    assert (
        next_of(with_links('<a rel="next" href="/kategori/berita/page/2/">Next</a>'), URL + "page/3/") is None
    )


def test_the_portal_s_own_places_are_tried_in_order_and_alone():
    body = with_links(
        '<a rel="next" href="/salah">Next</a>', '<p id="terus"><a href="/kategori/berita?awal=20">…</a></p>'
    )
    css = Doors(next=(Place("css", "a.tiada"), Place("css", "#terus")))
    xpath = Doors(next=(Place("xpath", "string(//p[@id='terus']/a/@href)"),))
    assert next_of(body, doors=css) == "https://kaltim.example/kategori/berita?awal=20"
    assert next_of(body, doors=xpath) == "https://kaltim.example/kategori/berita?awal=20"
    assert next_of(body, doors=Doors(next=(Place("css", "a.tiada"),))) is None


@pytest.mark.parametrize("place", [Place("css", "a["), Place("xpath", "//a[")])
def test_a_place_that_can_t_be_read_is_told(place):
    with pytest.raises(
        DiscoveryError, match=r"berita/: next page: .* can't be read .*; expected css or xpath"
    ):
        next_of(with_links(), doors=Doors(next=(place,)))


@pytest.mark.parametrize("body", [b"", b"   \n", b"\x00" * 1000, b"<!-- -->"])
def test_an_empty_page_is_told(body):
    with pytest.raises(
        DiscoveryError, match=r"^https://kaltim\.example/kategori/berita/: an empty page; expected HTML$"
    ):
        read_listing(body, URL, Doors(), HOME)


def test_a_tag_with_attributes_by_the_thousand_is_read_without_them():
    attributes = " ".join(f"x{number}='>'" for number in range(100_000))
    body = f"<html><body><a {attributes}>x</a><a href='/berita/12345/x'>Banjir</a></body></html>".encode()
    assert [found.title for found in read_listing(body, URL, Doors(), HOME).candidates] == ["Banjir"]


def test_a_long_attribute_of_a_link_s_picture_is_no_obstacle():
    picture = "data:image/png;base64," + "A" * 300_000
    body = f"<html><body><a href='/berita/12345/x'><img src='{picture}'>Banjir</a></body></html>".encode()
    assert [found.title for found in read_listing(body, URL, Doors(), HOME).candidates] == ["Banjir"]


def test_a_flood_of_links_is_bounded():
    links = "".join(f"<a href='/berita/{number}/x'>x</a>" for number in range(10_000, 20_000))
    assert len(read_listing(with_links(links), URL, Doors(), HOME).candidates) == 5_000
