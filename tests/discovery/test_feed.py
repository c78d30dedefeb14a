from datetime import UTC, datetime, timedelta, timezone

import pytest

from kaltimcrawl.discovery import Candidate, read_feed
from kaltimcrawl.errors import DiscoveryError

URL = "https://kaltim.example/feed/"
WITA = timezone(timedelta(hours=8))

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/css" href="https://kaltim.example/feed.css"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
  <title>Kabar Kaltim</title><link>https://kaltim.example</link>
  <atom:link href="https://kaltim.example/feed/" rel="self"/>
  <image><url>https://kaltim.example/logo.png</url><title>Logo</title><link>https://kaltim.example</link></image>
  <item>
    <title><![CDATA[Banjir & longsor di Sebulu]]></title>
    <link>https://kaltim.example/2025/05/12/banjir-longsor/?utm_source=rss&amp;id=1</link>
    <guid isPermaLink="false">https://kaltim.example/?p=1</guid>
    <pubDate>Mon, 12 May 2025 14:30:00 +0800</pubDate>
    <media:content url="https://kaltim.example/a.jpg"><media:title>Gambar</media:title></media:content>
  </item>
  <item>
    <title>Jalan rusak</title>
    <guid>https://kaltim.example/2025/05/11/jalan-rusak/</guid>
    <atom:updated>2025-05-11T10:00:00+08:00</atom:updated>
  </item>
  <item><title>Tanpa alamat</title><guid isPermaLink="false">42</guid></item>
</channel>
</rss>"""

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Kabar Kaltim</title>
  <link href="https://kaltim.example/"/>
  <entry>
    <title type="html">Harga &amp;lt;beras&amp;gt; naik &amp;#8211; lagi</title>
    <link rel="replies" href="https://kaltim.example/komentar/2"/>
    <link rel="enclosure" href="https://kaltim.example/a.mp3"/>
    <link href="/2025/05/10/harga-beras"/>
    <id>tag:kaltim.example,2025:2</id>
    <published>2025-05-10T08:00:00+08:00</published>
    <updated>2025-05-10T09:15:00Z</updated>
    <source><title>Sumber lain</title><updated>2001-01-01T00:00:00Z</updated></source>
  </entry>
  <entry>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Pasar <b>pagi</b></div></title>
    <link rel="alternate" href="https://kaltim.example/2025/05/09/pasar-pagi"/>
    <updated>2025-05-09T00:00:00Z</updated>
  </entry>
</feed>"""

RDF = b"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel rdf:about="https://kaltim.example/"><title>Kabar</title><link>https://kaltim.example/</link></channel>
 <item rdf:about="https://kaltim.example/berita/1"><title>Satu</title><link>https://kaltim.example/berita/1</link>
 <dc:date>2025-05-12</dc:date></item>
</rdf:RDF>"""


def test_rss_items_become_candidates_in_the_feed_s_order():
    assert read_feed(RSS, URL) == [
        Candidate(
            "https://kaltim.example/2025/05/12/banjir-longsor/?utm_source=rss&id=1",
            URL,
            None,
            datetime(2025, 5, 12, 14, 30, tzinfo=WITA),
            "Banjir & longsor di Sebulu",
            is_article=True,
        ),
        Candidate(
            "https://kaltim.example/2025/05/11/jalan-rusak/",
            URL,
            datetime(2025, 5, 11, 10, 0, tzinfo=WITA),
            None,
            "Jalan rusak",
            is_article=True,
        ),
    ]


def test_atom_entries_become_candidates_by_their_alternate_link():
    assert read_feed(ATOM, URL) == [
        Candidate(
            "https://kaltim.example/2025/05/10/harga-beras",
            URL,
            datetime(2025, 5, 10, 9, 15, tzinfo=UTC),
            datetime(2025, 5, 10, 8, 0, tzinfo=WITA),
            "Harga <beras> naik – lagi",
            is_article=True,
        ),
        Candidate(
            "https://kaltim.example/2025/05/09/pasar-pagi",
            URL,
            datetime(2025, 5, 9, tzinfo=UTC),
            None,
            "Pasar pagi",
            is_article=True,
        ),
    ]


def test_rss_1_items_stand_beside_their_channel():
    assert read_feed(RDF, URL) == [
        Candidate(
            "https://kaltim.example/berita/1",
            URL,
            None,
            datetime(2025, 5, 12, tzinfo=UTC),
            "Satu",
            is_article=True,
        )
    ]


def test_feedburner_s_copy_gives_the_portal_s_own_address():
    body = b"""<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item>
    <link>http://feedproxy.example/~r/1</link>
    <feedburner:origLink>https://kaltim.example/berita/1</feedburner:origLink></item></channel></rss>"""
    assert [found.url for found in read_feed(body, URL)] == ["https://kaltim.example/berita/1"]


def test_an_empty_feed_names_nothing():
    assert read_feed(b"<rss version='2.0'><channel/></rss>", URL) == []


BROKEN_FEEDS = {
    "blank lines before the declaration": b"\n\n  " + RSS,
    "a byte order mark": b"\xef\xbb\xbf" + RSS,
    "a PHP warning before the declaration": b"<br />\n<b>Warning</b>:  foo() in <b>a.php</b><br />\n" + RSS,
    "bare ampersands": RSS.replace(b"&amp;id", b"&id"),
    "a control character": RSS.replace(b"Jalan rusak", b"Jalan \x0brusak\x08"),
    "references to no character": RSS.replace(
        b"Jalan rusak", b"Jalan &#0;rusak&#55296;&#xDFFF;&#1114112;&#xb;"
    ),
    "an entity of HTML": RSS.replace(b"Jalan rusak", b"Jalan&nbsp;rusak"),
    "the end missing": RSS[: RSS.index(b"<item><title>Tanpa")],
    "an unclosed element": RSS.replace(b"<channel>", b"<channel><ttl>60<cloud>"),
    "UTF-16": RSS.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "UTF-16 without a mark": RSS.decode().replace("UTF-8", "UTF-16").encode("utf-16-le"),
    "a wrong declaration": RSS.replace(b'encoding="UTF-8"', b'encoding="utf-16"'),
    "an unknown encoding": RSS.replace(b'encoding="UTF-8"', b'encoding="zlib"'),
    "blank space in the link": RSS.replace(
        b"<link>https://kaltim.example/2025", b"<link>\n\thttps://kaltim.example/2025"
    ),
}


@pytest.mark.parametrize("flaw", BROKEN_FEEDS)
def test_a_broken_feed_is_read_all_the_same(flaw):
    assert read_feed(BROKEN_FEEDS[flaw], URL) == read_feed(RSS, URL)


def test_an_address_cut_by_the_file_s_end_is_no_candidate():
    body = RSS[: RSS.index(b"jalan-rusak/") + 5]
    assert [found.title for found in read_feed(body, URL)] == ["Banjir & longsor di Sebulu"]


def test_a_cdata_section_is_left_as_it_is_wherever_the_file_is_cut():
    filler = b"<description><![CDATA[" + b"a & b > c <p>" * 20_000 + b"]]></description>"
    body = RSS.replace(b"<item>", b"<item>" + filler, 1)
    assert read_feed(body, URL) == read_feed(RSS, URL)


@pytest.mark.parametrize(
    ("declared", "http", "written"),
    [
        ("windows-1252", None, "cp1252"),
        ("utf-8", None, "cp1252"),
        ("utf-8", "iso-8859-1", "cp1252"),
        ("iso-8859-1", None, "utf-8"),
        ("utf-8", "windows-1251", "utf-8"),
    ],
)
def test_a_title_reads_right_whatever_encoding_is_claimed(declared, http, written):
    text = f"<?xml version='1.0' encoding='{declared}'?><rss><channel><item><title>“Café” – Rp5 ribu</title>"
    body = (text + "<link>https://kaltim.example/1</link></item></channel></rss>").encode(written)
    assert [found.title for found in read_feed(body, URL, http)] == ["“Café” – Rp5 ribu"]


NO_FEEDS = {
    b"": "not XML",
    b"Error establishing a database connection": "not XML",
    b'{"code":"x"}': "not XML",
    b"\x00" * 1000: "not XML",
    b"<!DOCTYPE html><html><head><title>404</title></head><body></body></html>": "an HTML page",
    b"<html><body>Mohon tunggu</body></html>": "an HTML page",
    b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html/>': "an HTML page",
    b"<urlset><url><loc>https://kaltim.example/</loc></url></urlset>": "a document of <urlset>",
}


@pytest.mark.parametrize("body", NO_FEEDS)
def test_what_is_no_feed_is_told_in_one_line_with_its_address(body):
    with pytest.raises(DiscoveryError) as told:
        read_feed(body, URL)
    assert str(told.value) == f"{URL}: {NO_FEEDS[body]}; expected an RSS or Atom feed"
