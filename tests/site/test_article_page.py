"""The reading page: what it shows of an article, and that nothing stored in one can do anything there."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest

Browse = Callable[[str], Any]

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = f"\"'><img src=x onerror=alert(1)>{SCRIPT}"
BAD_URL = "javascript:alert(1)//https://ok.example/"
HOSTILE_HTML = f"""
<p onclick="alert(1)" style="position:fixed" id="q" class="site-name">Isi aman <b>tebal</b>.</p>{SCRIPT}
<img src="https://iklan.example/pixel.gif" onerror="alert(1)"><iframe src="https://iklan.example/"></iframe>
<a href="javascript:alert(1)">a</a> <a href=" JaVa&#10;Script:alert(1)">b</a>
<a href="data:text/html,{SCRIPT}">c</a> <a href="/-/logout">d</a> <a href="//iklan.example/">e</a>
<a href="https://ok.example/?a=1&amp;b=2" target="_top">f</a>
<svg><style><img src=x onerror=alert(1)></style></svg><math><mtext><table><mglyph><style><!--</style>
<img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></math>
<form action="https://iklan.example/"><input name=q><button formaction="javascript:alert(1)">x</button></form>
<base href="https://iklan.example/"><style>*{{display:none}}</style>
<meta http-equiv="refresh" content="0;url=https://iklan.example/"><template>{SCRIPT}</template>
<link rel=stylesheet href="https://iklan.example/x.css"><object data="x"></object><embed src="x">
<video src="x"><source src="x"></video>
"""


def hostile(sample: Any) -> None:
    """An archive whose every text column tries to break out."""
    sample.put(
        "portals", slug="jahat\"'><b>", name=BREAKOUT, home=BAD_URL, region=BREAKOUT, timezone=BREAKOUT
    )
    sample.article(
        1,
        url=BAD_URL,
        canonical_url=f"https://ok.example/{BREAKOUT}",
        portal="jahat\"'><b>",
        title=BREAKOUT,
        subtitle=BREAKOUT,
        text=f"{BREAKOUT} ‹‹{SCRIPT}›› ‹‹ banjir",
        html=HOSTILE_HTML,
        section=BREAKOUT,
        dateline=BREAKOUT,
        authors=BREAKOUT,
        published=BREAKOUT,
        published_utc=BREAKOUT,
        published_raw=BREAKOUT,
        published_precision=BREAKOUT,
        modified=BREAKOUT,
        language='id" onmouseover="alert(1)',
        is_advertorial=1,
        signoff=BREAKOUT,
        advertorial_reason=BREAKOUT,
        sponsor=BREAKOUT,
        agency=BREAKOUT,
        correction=BREAKOUT,
        method=BREAKOUT,
        confidence=0.1,
        warnings=json.dumps([BREAKOUT]),
        lead_image=BAD_URL,
        first_seen=BREAKOUT,
        last_seen=BREAKOUT,
    )
    sample.put("bylines", article_id=1, position=0, name=BREAKOUT, role="author")
    sample.put("bylines", article_id=1, position=1, name=BREAKOUT, role=BREAKOUT)
    sample.put("tags", id=1, name=BREAKOUT)
    sample.put("article_tags", article_id=1, tag_id=1)
    sample.put("images", article_id=1, position=0, url=BAD_URL, caption=BREAKOUT, credit=BREAKOUT)
    sample.put("images", article_id=1, position=1, url="data:text/html,x", caption=BREAKOUT)
    revision = sample.revision(
        1,
        2,
        title=BREAKOUT,
        subtitle=BREAKOUT,
        html=HOSTILE_HTML,
        provenance=json.dumps(
            {
                BREAKOUT: {
                    "place": BREAKOUT,
                    "raw": BREAKOUT,
                    "disagreeing": [{"place": BREAKOUT, "raw": BREAKOUT}],
                }
            }
        ),
        extractor=BREAKOUT,
        digest=BREAKOUT,
    )
    capture = sample.put(
        "captures",
        record_id=BREAKOUT,
        url=BAD_URL,
        captured=BREAKOUT,
        status=200,
        content_type=BREAKOUT,
        payload_digest=BREAKOUT,
        warc_file=BREAKOUT,
        warc_offset=0,
        warc_length=1,
    )
    sample.put("revision_captures", revision_id=revision, seen=BREAKOUT, position=0, capture_id=capture)
    sample.put("crawl_errors", url=BAD_URL, kind=BREAKOUT, message=BREAKOUT, at=BREAKOUT)


HOSTILE_PAGES = (
    *("/", "/kaltim", "/kaltim/articles", "/kaltim/articles/1", "/kaltim/articles?_search=banjir"),
    *("/kaltim/cari?q=banjir", "/kaltim/cari?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/kaltim/revisi"),
    *(
        "/kaltim/articles?section=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/kaltim/kegagalan",
        "/kaltim/advertorial",
    ),
    *(
        "/kaltim/article_revisions/1",
        "/kaltim/article_revisions/2",
        "/kaltim/article_revisions",
        "/kaltim/portals",
    ),
    *("/kaltim/captures", "/kaltim/captures/2", "/kaltim/images", "/kaltim/bylines", "/kaltim/tags"),
    "/kaltim/articles?_name=%3Cscript%3Ealert(1)%3C/script%3E&_tag=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
)


@pytest.fixture(scope="module")
def hostile_site(new_site: Callable[[Any], Browse]) -> Browse:
    return new_site(hostile)


BANNED_TAGS = {"img", "iframe", "object", "embed", "base", "video", "source", "math", "template"}
OWN_ADDRESSES = ("/", "#", "?", "https://", "http://localhost/")


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_nothing_stored_can_act(hostile_site: Browse, path: str) -> None:
    page = hostile_site(path)
    assert page.status_code == 200
    tree = lxml.html.fromstring(page.text)
    for element in tree.iter(lxml.etree.Element):
        assert element.tag not in {
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "video",
            "source",
            "math",
            "template",
        }
        assert not [
            name for name in element.attrib if name.startswith("on") or name in ("srcdoc", "formaction")
        ]
        for name in ("href", "src", "action"):
            target = element.get(name)
            assert target is None or target.startswith(("/", "#", "?", "https://", "http://localhost/")), (
                target
            )
    assert not tree.xpath("//meta[@http-equiv]")
    assert not [script for script in tree.iter("script") if "alert" in (script.text or "")]
    assert all(action.startswith("/") for action in tree.xpath("//form/@action"))
    assert all(sheet.startswith("/") for sheet in tree.xpath("//link[@rel='stylesheet']/@href"))


def test_stored_html_is_sanitised_again(hostile_site: Browse) -> None:
    body = lxml.html.fromstring(hostile_site("/kaltim/articles/1").text).xpath("//div[@class='body']")[0]
    paragraph = body.xpath(".//p[1]")[0]
    assert (dict(paragraph.attrib), paragraph.text_content()) == ({}, "Isi aman tebal.")
    assert {element.text: dict(element.attrib) for element in body.iter("a")} == {
        **{letter: {"rel": "nofollow noreferrer noopener"} for letter in "abcde"},
        "f": {"href": "https://ok.example/?a=1&b=2", "rel": "nofollow noreferrer noopener"},
    }


def test_an_address_that_can_t_be_followed_is_shown_as_text(hostile_site: Browse) -> None:
    page = lxml.html.fromstring(hostile_site("/kaltim/articles/1").text)
    assert page.xpath("//p[@class='source']/small/bdi/text()") == [BAD_URL]
    assert not page.xpath("//p[@class='source']//a")
    assert not page.xpath("//p[@class='lead-image']//a")


@pytest.fixture
def page(browse: Browse) -> Any:
    return lxml.html.fromstring(browse("/kaltim/articles/1").text)


def words(page: Any, path: str) -> str:
    return " ".join(page.xpath(f"string({path})").split())


def test_head_of_the_article(page: Any) -> None:
    assert words(page, "//h1") == "Banjir rendam dua kelurahan di Samarinda"
    assert words(page, "//p[@class='subtitle']") == "Warga mengungsi ke balai desa"
    assert words(page, "//p[@class='kicker']") == "Kabar ContohPeristiwa"
    assert words(page, "//p[@class='byline']") == (
        "Senin, 12 Mei 2025 pukul 14.30 WITAPenulis: Rina Sari, Budi LestariEditor: Wahyu"
    )
    assert page.xpath("//p[@class='byline']//time/@datetime") == ["2025-05-12T14:30:00+08:00"]


def test_body_and_lead_image_and_source(page: Any) -> None:
    assert [" ".join(p.text_content().split()) for p in page.xpath("//div[@class='body']/p")] == [
        "SAMARINDA – Hujan deras membuat banjir setinggi lutut.",
        "Warga Jum'at pagi mengungsi.",
    ]
    image = page.xpath("//p[@class='lead-image']/a")[0]
    assert (image.get("href"), image.text) == ("https://contoh.example/banjir.jpg", "Warga menembus banjir")
    assert "Foto: Ist" in words(page, "//p[@class='lead-image']")
    source = page.xpath("//p[@class='source']/a")[0]
    assert dict(source.attrib) == {
        "href": "https://contoh.example/berita/1",
        "rel": "nofollow noreferrer noopener",
    }
    assert not page.xpath("//img")


def test_tags_and_names_lead_to_their_articles(browse: Browse, page: Any) -> None:
    for link in (
        page.xpath("//ul[contains(@class, 'tags')]//a/@href")[0],
        page.xpath("//p[@class='byline']//a/@href")[0],
    ):
        found = lxml.html.fromstring(browse(link).text).xpath("//li[@class='entry']/h2/a/@href")
        assert found == ["/kaltim/articles/1"]


def test_revisions_are_listed_newest_first(page: Any) -> None:
    assert page.xpath("//ol[contains(@class, 'revisions')]//a/text()") == ["Revisi 2", "Revisi 1"]


def test_provenance_names_the_record(page: Any) -> None:
    assert page.xpath("//dl[@class='capture'][1]//code/text()") == [
        "kaltimcrawl-20250512070000-00001.warc.gz",
        "1000+512",
        "<urn:uuid:00000000-0000-4000-8000-000000000001>",
        "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
    ]
    assert "Senin, 12 Mei 2025 pukul 15.00 WITA · revisi 1 · HTTP 200" in words(
        page, "//dl[@class='capture'][1]"
    )


def test_advertorial_is_labelled_with_its_mark(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/kaltim/articles/3").text)
    assert words(page, "//p[@class='paid']") == (
        "Artikel ini berbayar atau kerja sama, menurut tandanya (adv/DPRD Contoh). Pemesan: DPRD Contoh. "
        "Paid or co-operation article, by its own mark."
    )
    assert page.xpath("//p[@class='paid']/a/@href") == ["/kaltim/articles?sponsor=DPRD%20Contoh"]
    assert words(page, "//p[@class='byline']/time") == "Minggu, 11 Mei 2025 pukul 08.05 WIB"


def test_agency_correction_and_doubts_are_told(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/kaltim/articles/3").text)
    assert words(page, "//p[@class='byline']/span") == "Sumber: ANTARA"
    assert "Ralat: panjang jalan itu 3 kilometer." in words(page, "//p[@class='correction']")
    assert "menurut kunjungan Senin, 5 Januari 2026" in words(page, "//p[@class='gone']")
    doubts = words(page, "//dl[@class='capture']//dt[starts-with(., 'Kepastian')]/following-sibling::dd")
    assert doubts == "42 %JSON-LD holds 3 paragraphs that the body lacks"


def test_origins_are_a_table_with_what_disagrees(browse: Browse) -> None:
    for path in ("/kaltim/articles/2", "/kaltim/article_revisions/1"):
        page = lxml.html.fromstring(browse(path).text)
        rows = page.xpath("//table[@class='origins']/tbody/tr")
        assert [[" ".join(cell.text_content().split()) for cell in row] for row in rows] == [
            ["Judul", "jsonld: headline", "Judul"],
            ["lain other", "css: title", "Judul lain"],
        ]


def test_date_of_day_precision_shows_no_hour(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/kaltim/articles/2").text)
    assert words(page, "//p[@class='byline']/time") == "Selasa, 1 April 2025"


def test_imported_text_is_read_as_paragraphs(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/kaltim/articles/5").text)
    assert page.xpath("//div[@class='body']/p/text()") == ["Paragraf satu.", "Paragraf <dua>."]
    assert words(page, "//p[@class='byline']") == "Tanggal terbit tidak tercatat"


def test_a_revision_s_page_leads_back(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/kaltim/article_revisions/1").text)
    assert page.xpath("//p[@class='paid']/a/@href") == ["/kaltim/articles/1"]
    assert words(page, "//h1") == "Banjir rendam dua kelurahan di Samarinda"


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote>" * 50_000 + "dalam" + "</blockquote>" * 50_000,
        "<b>" * 5_000 + "<p>x</p>" * 5_000,
        "<table>" * 20_000,
        "".join(f"<i x={number}>" for number in range(3_000)) + "<p></p>" * 3_000,
    ],
    ids=["nested", "unclosed", "tables", "formatting"],
)
def test_html_that_would_take_long_gives_way_to_the_text(
    new_site: Callable[[Any], Browse], html: str
) -> None:
    def fill(sample: Any) -> None:
        sample.portal("contoh", "Kabar Contoh", "Samarinda")
        sample.article(1, html=html, text="Isi yang dapat dibaca.")

    page = lxml.html.fromstring(new_site(fill)("/kaltim/articles/1").text)
    assert page.xpath("//div[@class='body']/p/text()") == ["Isi yang dapat dibaca."]
