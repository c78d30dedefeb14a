import gzip
import tracemalloc
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kaltimcrawl.discovery import Candidate, SitemapChild, read_sitemap
from kaltimcrawl.errors import DiscoveryError

URL = "https://kaltim.example/sitemap.xml"
WITA = timezone(timedelta(hours=8))

INDEX = b"""<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap><loc>https://kaltim.example/post-sitemap2.xml</loc><lastmod>2025-05-12T06:30:00+00:00</lastmod></sitemap>
  <sitemap><loc> /berita.xml.gz </loc><lastmod>2025-05-11</lastmod></sitemap>
  <sitemap><loc></loc></sitemap>
  <sitemap><loc>https://kaltim.example/category-sitemap.xml</loc></sitemap>
</sitemapindex>"""

URLSET = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <image:image><image:loc>https://kaltim.example/a.jpg</image:loc><image:title>Foto</image:title></image:image>
    <loc>https://kaltim.example/2025/05/12/banjir/</loc>
    <lastmod>2025-05-12T14:40:00+08:00</lastmod>
    <news:news>
      <news:publication><news:name>Kabar Kaltim</news:name><news:language>id</news:language></news:publication>
      <news:publication_date>2025-05-12T14:30+08:00</news:publication_date>
      <news:title>Banjir &quot;tahunan&quot; di Sebulu</news:title>
    </news:news>
  </url>
  <url><loc>https://kaltim.example/2025/05/11/jalan/?a=1&amp;b=2</loc><changefreq>daily</changefreq></url>
  <url><lastmod>2025-05-12</lastmod></url>
</urlset>"""

CANDIDATES = [
    Candidate(
        "https://kaltim.example/2025/05/12/banjir/",
        URL,
        datetime(2025, 5, 12, 14, 40, tzinfo=WITA),
        datetime(2025, 5, 12, 14, 30, tzinfo=WITA),
        'Banjir "tahunan" di Sebulu',
        is_article=True,
    ),
    Candidate("https://kaltim.example/2025/05/11/jalan/?a=1&b=2", URL),
]


def make_urlset(count: int) -> bytes:
    line = "<url><loc>https://kaltim.example/2025/05/12/berita-{}/</loc><lastmod>2025-05-12</lastmod></url>\n"
    return ("<urlset>" + "".join(line.format(number) for number in range(count)) + "</urlset>").encode()


def test_an_index_names_its_children_and_no_candidates():
    found = read_sitemap(INDEX, URL)
    assert found.children == (
        SitemapChild("https://kaltim.example/post-sitemap2.xml", datetime(2025, 5, 12, 6, 30, tzinfo=UTC)),
        SitemapChild("https://kaltim.example/berita.xml.gz", datetime(2025, 5, 11, tzinfo=UTC)),
        SitemapChild("https://kaltim.example/category-sitemap.xml", None),
    )
    assert list(found.candidates) == []
    assert found.candidates.cut is None


def test_a_urlset_with_news_names_candidates_and_no_children():
    found = read_sitemap(URLSET, URL)
    assert found.children == ()
    assert list(found.candidates) == CANDIDATES
    assert found.candidates.cut is None


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(URLSET),
        gzip.compress(URLSET[:300]) + gzip.compress(URLSET[300:]),
        gzip.compress(URLSET) + b"\x00" * 512,
        URLSET.replace(b"&amp;", b"&"),
        b"\n" + URLSET.replace(b"</urlset>", b""),
        URLSET.replace(b' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', b""),
    ],
    ids=["gzip", "gzip of two members", "gzip and padding", "bare ampersand", "open end", "no namespace"],
)
def test_the_same_is_read_of_every_wrapping(body):
    assert list(read_sitemap(body, URL).candidates) == CANDIDATES


def test_a_feed_may_stand_for_a_sitemap():
    body = (
        b"<rss><channel><item><link>https://kaltim.example/1</link><title>Satu</title></item></channel></rss>"
    )
    assert list(read_sitemap(body, URL).candidates) == [
        Candidate("https://kaltim.example/1", URL, title="Satu", is_article=True)
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wp-sitemap-posts-post-1.xml", True),
        ("wp-sitemap-posts-page-1.xml", False),
        ("wp-sitemap-taxonomies-category-1.xml", False),
        ("wp-sitemap-users-1.xml", False),
        ("post-sitemap12.xml", True),
        ("post_tag-sitemap.xml", False),
        ("author-sitemap.xml.gz", False),
        ("page-sitemap.xml", False),
        ("sitemap-news.xml", True),
        ("sitemap_page_2.xml", True),
        ("category/berita/sitemap.xml", True),
        ("sitemap.php?type=category.xml", True),
    ],
)
def test_children_that_list_no_articles_are_known_by_their_name(name, expected):
    assert SitemapChild(f"https://category.example/{name}", None).may_name_articles is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wp-sitemap-posts-post-1.xml", True),
        ("post-sitemap.xml", True),
        ("post-sitemap12.xml.gz", True),
        ("sitemap-pt-post-2025-05.xml", True),
        ("sitemap-pt-post-p2-2025-05.xml", True),
        ("sitemap-posts.xml", True),
        ("wp-sitemap-posts-page-1.xml", False),
        ("wp-sitemap-posts-galeri-1.xml", False),
        ("post_tag-sitemap.xml", False),
        ("sitemap.xml", False),
        ("sitemap-1.xml", False),
        ("post-sitemap/sitemap.xml", False),
    ],
)
def test_a_sitemap_whose_name_says_posts_names_articles(name, expected):
    [first, second] = read_sitemap(make_urlset(2), f"https://kaltim.example/{name}").candidates
    assert first.is_article is second.is_article is expected


def test_the_home_page_among_the_posts_is_no_article():
    rows = "".join(f"<url><loc>https://kaltim.example{path}</loc></url>" for path in ("", "/", "/?p=12"))
    found = read_sitemap(f"<urlset>{rows}</urlset>".encode(), "https://kaltim.example/post-sitemap.xml")
    assert [candidate.is_article for candidate in found.candidates] == [False, False, True]


def test_a_sitemap_of_fifty_thousand_is_read_in_little_memory():
    body = gzip.compress(make_urlset(50_000))
    tracemalloc.start()
    found = read_sitemap(body, URL)
    count = sum(1 for _ in found.candidates)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, found.candidates.cut) == (50_000, None)
    assert peak < 4_000_000


def test_elements_that_are_no_entries_take_no_memory():
    body = gzip.compress(b"<urlset>" + b"<a/>" * 2_000_000 + b"</urlset>")
    tracemalloc.start()
    assert list(read_sitemap(body, URL).candidates) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


def test_what_is_beyond_fifty_thousand_entries_is_not_read_and_told():
    found = read_sitemap(make_urlset(50_001), URL)
    assert sum(1 for _ in found.candidates) == 50_000
    assert found.candidates.cut == f"{URL}: more than 50,000 entries, the limit of a sitemap"


def test_a_gzip_bomb_is_read_to_the_limit_and_told():
    start = b"<urlset><url><loc>https://kaltim.example/1</loc></url>"
    found = read_sitemap(gzip.compress(start + b" " * 60_000_000, 1), URL)
    assert [candidate.url for candidate in found.candidates] == ["https://kaltim.example/1"]
    assert found.candidates.cut == f"{URL}: larger than 50 MiB, the limit of a sitemap or feed"


def test_a_gzip_bomb_that_is_no_sitemap_is_given_up_at_once():
    with pytest.raises(DiscoveryError, match=r"sitemap\.xml: not XML; expected a sitemap or sitemap index"):
        read_sitemap(gzip.compress(b"\x00" * 60_000_000, 1), URL)


def test_a_gzip_file_cut_short_gives_what_it_held_and_is_told():
    packed = gzip.compress(make_urlset(2_000))
    found = read_sitemap(packed[: len(packed) // 2], URL)
    assert 0 < sum(1 for _ in found.candidates) < 2_000
    assert found.candidates.cut == f"{URL}: the gzip data ends early; expected a whole file"


def test_damaged_gzip_is_told():
    packed = bytearray(gzip.compress(URLSET))
    packed[20:60] = b"\xff" * 40
    with pytest.raises(
        DiscoveryError, match=r"sitemap\.xml: the gzip data is damaged; expected a whole file"
    ):
        read_sitemap(bytes(packed), URL)


def test_half_a_surrogate_pair_in_a_sham_cdata_section_ends_the_file():
    sham = b"<urlset><!-- <![CDATA[ --><url><loc>https://kaltim.example/1</loc></url><a>&#xD800;</a></urlset>"
    found = read_sitemap(sham, URL)
    assert [candidate.url for candidate in found.candidates] == ["https://kaltim.example/1"]
    assert found.candidates.cut.startswith(f"{URL}: not well-formed XML (")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DTDS = {
    "billion laughs": f'<!DOCTYPE u [<!ENTITY l0 "ha">{LAUGHS}]><urlset><url><loc>http://a.id/&l11;</loc></url></urlset>',
    "in an attribute": f'<!DOCTYPE u [<!ENTITY l0 "ha">{LAUGHS}]><urlset a="&l11;"/>',
    "a file of the machine": '<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>',
    "a DTD elsewhere": '<!DOCTYPE urlset SYSTEM "http://169.254.169.254/x.dtd"><urlset/>',
}


@pytest.mark.parametrize("declaration", ["", '<?xml version="1.0"?>'], ids=["bare", "declared"])
@pytest.mark.parametrize("attack", DTDS)
def test_a_document_type_is_refused(attack, declaration):
    with pytest.raises(DiscoveryError) as told:
        read_sitemap((declaration + DTDS[attack]).encode(), URL)
    line = "has a document type (DTD), refused as unsafe; expected a sitemap or sitemap index"
    assert str(told.value) == f"{URL}: {line}"
