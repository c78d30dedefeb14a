from kaltimcrawl.discovery import read_robots_sitemaps

URL = "https://kaltim.example/robots.txt"


def test_sitemaps_are_read_whatever_their_spelling_each_once():
    body = b"""\xef\xbb\xbfUser-agent: *
Disallow: /wp-admin/  # Sitemap: https://kaltim.example/bukan.xml
Sitemap: https://kaltim.example/sitemap.xml
  SITEMAP :https://www.kaltim.example/news.xml # berita
sitemap: /sitemap_index.xml\r\nSitemap: https://kaltim.example/sitemap.xml
Sitemap:
Sitemap: ftp://kaltim.example/a.xml
"""
    assert read_robots_sitemaps(body, URL) == (
        "https://kaltim.example/sitemap.xml",
        "https://www.kaltim.example/news.xml",
        "https://kaltim.example/sitemap_index.xml",
    )


def test_a_page_in_its_place_names_none():
    assert read_robots_sitemaps(b"<html><body>Sitemap: kosong</body></html>", URL) == ()
    assert read_robots_sitemaps(b"", URL) == ()


def test_a_flood_is_bounded():
    body = b"".join(b"Sitemap: /%d.xml\n" % number for number in range(100_000))
    assert len(read_robots_sitemaps(body, URL)) == 200
