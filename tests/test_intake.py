"""Pages into the archive: one article from its parts, wherever they lie in the stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.capture import Capture, Exchange, Location, WarcWriter
from kaltimcrawl.errors import CaptureError
from kaltimcrawl.ingest import Ingested, PortalsByHost, ingest_file
from kaltimcrawl.intake import MAX_OPEN_GROUPS, Intake, Outcome, Reading, gather, is_page, read_page
from kaltimcrawl.portals import Portal
from kaltimcrawl.storage import Archive

HOME = "https://kabar.example"
WHEN = datetime(2025, 6, 3, 4, 5, 6, tzinfo=UTC)
HTML = "text/html; charset=utf-8"
PORTAL = Portal(
    slug="kabar", name="Kabar", home=HOME + "/", region="Samarinda", timezone=ZoneInfo("Asia/Makassar")
)


def page(number: int, parts: tuple[str, ...] = (), change: str = "") -> bytes:
    paragraphs = "".join(
        f"<p>SAMARINDA – Warga kelurahan ke-{number} bergotong royong membersihkan parit bagian {row}{change}, "
        f"supaya air hujan tidak lagi meluap ke jalan dan halaman rumah, kata ketua RT pada hari Senin.</p>"
        for row in range(1, 5)
    )
    links = " ".join(f'<a class="post-page-numbers" href="{part}">{n}</a>' for n, part in enumerate(parts, 1))
    pages = f'<div class="page-links">Halaman: {links}</div>' if parts else ""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Warga Bersihkan Parit",
        "datePublished": "2025-06-02T08:00:00+08:00",
    }
    return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Warga Bersihkan Parit</title>
<meta property="og:type" content="article"><script type="application/ld+json">{json.dumps(data)}</script></head>
<body class="single single-post"><main><article class="post hentry">
<h1 class="entry-title">Warga Bersihkan Parit</h1>
<div class="entry-content">{paragraphs}{pages}</div></article></main></body></html>""".encode()


FRONT = b"<html><head><title>Kabar</title></head><body><ul><li><a href=/a/>a</a></li></ul></body></html>"


def capture(url: str, status: int = 200, content_type: str | None = HTML, number: int = 0) -> Capture:
    headers = (("Content-Type", content_type),) if content_type else ()
    location = Location("uji.warc.gz", number, 1)
    return Capture(url, WHEN, status, headers, None, f"<urn:uuid:{number}:{url}>", location)


def long_article(name: str, count: int = 3) -> list[tuple[Capture, bytes]]:
    """The pages of an article on several pages, in order."""
    urls = tuple(f"{HOME}/2025/06/02/{name}/" + (f"{n}/" if n > 1 else "") for n in range(1, count + 1))
    return [(capture(url), page(number, urls)) for number, url in enumerate(urls, 1)]


def urls_of(gathered: Iterator[tuple[Portal, tuple[Reading, ...]]]) -> list[list[str]]:
    return [
        [one.capture.url.removeprefix(HOME) for one in readings if one.capture] for _, readings in gathered
    ]


def kabar(url: str) -> Portal | None:
    return PORTAL if url.startswith(HOME) else None


@pytest.mark.parametrize(
    ("status", "content_type", "expected"),
    [
        (200, "text/html", True),
        (200, "Text/HTML;charset=utf-8", True),
        (200, "application/xhtml+xml", True),
        (200, None, True),
        (404, "text/html", False),
        (301, "text/html", False),
        (200, "application/rss+xml", False),
        (200, "text/plain", False),
        (200, "image/jpeg", False),
    ],
)
def test_a_page_is_html_that_answered_200(status: int, content_type: str | None, expected: bool) -> None:
    assert is_page(capture(HOME, status, content_type)) is expected


def test_what_is_no_page_is_not_read() -> None:
    kept = capture(HOME + "/galat/", 404)
    assert read_page(kept, page(1), PORTAL) == Reading(kept, None)


def test_pages_that_are_no_articles_come_alone_and_foreign_ones_not_at_all() -> None:
    pages = [
        (capture(HOME + "/"), FRONT),
        (capture("https://lain.example/2025/06/02/a/"), page(1)),
        (capture(HOME + "/robots.txt", content_type="text/plain"), b"User-agent: *"),
        (capture(HOME + "/2025/06/02/satu/"), page(1)),
    ]
    given = list(gather(pages, kabar))
    assert urls_of(iter(given)) == [["/"], ["/2025/06/02/satu/"]]
    assert [readings[0].article is None for _, readings in given] == [True, False]


def test_the_parts_of_an_article_come_together_in_order_wherever_they_lie() -> None:
    one, two, three = long_article("warga-bersihkan-parit")
    other = (capture(HOME + "/2025/06/02/satu/"), page(9))
    assert urls_of(gather([three, other, one, two], kabar)) == [
        ["/2025/06/02/satu/"],
        [
            "/2025/06/02/warga-bersihkan-parit/",
            "/2025/06/02/warga-bersihkan-parit/2/",
            "/2025/06/02/warga-bersihkan-parit/3/",
        ],
    ]


def test_parts_without_the_rest_come_at_the_end() -> None:
    one, _, three = long_article("warga-bersihkan-parit")
    assert urls_of(gather([three, one], kabar)) == [
        ["/2025/06/02/warga-bersihkan-parit/", "/2025/06/02/warga-bersihkan-parit/3/"]
    ]


def test_a_part_that_comes_again_begins_the_article_anew() -> None:
    one, two = long_article("warga-bersihkan-parit", 2)
    assert urls_of(gather([one, one, two], kabar)) == [
        ["/2025/06/02/warga-bersihkan-parit/"],
        ["/2025/06/02/warga-bersihkan-parit/", "/2025/06/02/warga-bersihkan-parit/2/"],
    ]


def test_no_more_articles_wait_for_their_parts_than_allowed() -> None:
    firsts = [long_article(f"warga-bersihkan-parit-{number}", 2)[0] for number in range(MAX_OPEN_GROUPS + 3)]
    seen = 0

    def counted() -> Iterator[tuple[Capture, bytes]]:
        nonlocal seen
        for one in firsts:
            seen += 1
            yield one

    first = next(gather(counted(), kabar))
    assert seen == MAX_OPEN_GROUPS + 1
    assert first[1][0].capture == firsts[0][0]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "arsip") as archive:
        archive.add_portal(PORTAL)
        yield archive


def take(archive: Archive, *pages: tuple[Capture, bytes]) -> Outcome:
    intake = Intake(archive, None)
    archive.add_captures([one for one, _ in pages], "kabar", None)
    return intake.take(PORTAL, [read_page(one, body, PORTAL) for one, body in pages])


def test_an_article_is_new_then_unchanged_then_a_revision(archive: Archive) -> None:
    url = HOME + "/2025/06/02/satu/"
    assert take(archive, (capture(url, number=1), page(1))) == Outcome("new", url, "Warga Bersihkan Parit")
    assert take(archive, (capture(url, number=2), page(1))).kind == "unchanged"
    assert take(archive, (capture(url, number=3), page(1, change=" lama"))).kind == "revision"
    assert take(archive, (capture(url, number=4), FRONT)) == Outcome("no article", url, None)


def test_the_parts_of_an_article_are_filed_as_one(archive: Archive) -> None:
    outcome = take(archive, *long_article("warga-bersihkan-parit"))
    assert outcome == Outcome("new", HOME + "/2025/06/02/warga-bersihkan-parit/", "Warga Bersihkan Parit")
    hits = archive.search("kelurahan")
    assert [hit.url for hit in hits] == [HOME + "/2025/06/02/warga-bersihkan-parit/"]


def write_warc(folder: Path, answers: list[tuple[str, int, str, bytes]]) -> Path:
    with WarcWriter(folder, program="uji", run="1") as writer:
        for number, (url, status, content_type, body) in enumerate(answers):
            writer.write(
                Exchange(
                    url=url,
                    method="GET",
                    request_headers=(("Host", "kabar.example"),),
                    started=WHEN + timedelta(seconds=number),
                    status=status,
                    reason="",
                    protocol="HTTP/1.1",
                    response_headers=(("Content-Type", content_type),),
                    body=body,
                )
            )
    [path] = folder.iterdir()
    return path


ANSWERS = [
    (HOME + "/robots.txt", 200, "text/plain", b"User-agent: *"),
    (HOME + "/feed/", 200, "application/rss+xml", b"<rss/>"),
    (HOME + "/", 200, HTML, FRONT),
    (HOME + "/2025/06/02/satu/", 200, HTML, page(1)),
    (HOME + "/2025/06/02/hilang/", 404, HTML, page(2)),
    ("https://www.kompas.com/read/2025/06/02/dua", 200, HTML, page(3)),
]


def test_a_warc_is_ingested_under_its_hosts_portals_and_again_changes_nothing(
    archive: Archive, tmp_path: Path
) -> None:
    path = write_warc(tmp_path / "warc", ANSWERS)
    counts = {
        "captures": 3,
        "new": 2,
        "revisions": 0,
        "unchanged": 0,
        "no_article": 1,
        "failed": 0,
        "errors": 0,
    }
    assert ingest_file(path, archive, {"kabar": PORTAL}, None) == Ingested(counts, None)
    hits = archive.search("kelurahan")
    assert sorted((hit.portal, hit.url) for hit in hits) == [
        ("kabar", HOME + "/2025/06/02/satu/"),
        ("kompas-com", "https://www.kompas.com/read/2025/06/02/dua"),
    ]
    again = ingest_file(path, archive, {"kabar": PORTAL}, None)
    assert again == Ingested(counts | {"new": 0, "unchanged": 2}, None)


def test_a_warc_that_breaks_off_gives_what_stands_before_the_break(archive: Archive, tmp_path: Path) -> None:
    path = write_warc(tmp_path / "warc", ANSWERS[3:4] * 3)
    broken = tmp_path / "putus.warc.gz"
    broken.write_bytes(path.read_bytes()[:-40])
    ingested = ingest_file(broken, archive, {"kabar": PORTAL}, None)
    assert (ingested.counts["new"], ingested.counts["errors"]) == (1, 1)
    assert "putus.warc.gz: the record at byte" in str(ingested.damage)


def test_what_is_no_warc_is_refused(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "uji.warc.gz"
    path.write_bytes(b"bukan arsip" * 100)
    with pytest.raises(CaptureError, match=r"uji\.warc\.gz"):
        ingest_file(path, archive, {"kabar": PORTAL}, None)


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://kabar.example/a", "kabar"),
        ("http://www.kabar.example/a", "kabar"),
        ("https://m.kabar.example/a", "kabar"),
        ("https://olahraga.kabar.example/a", "kabar"),
        ("https://bukan-kabar.example/a", "bukan-kabar-example"),
        ("https://www.kompas.com/a", "kompas-com"),
        ("https://kaltim.tribunnews.com/a", "kaltim-tribunnews-com"),
        ("https://kabar/a", "kabar-host"),
        ("https://a-b.example/", "a-b-example"),
        ("http://[::1]/", "1"),
    ],
)
def test_a_page_belongs_to_the_portal_of_its_host(url: str, slug: str) -> None:
    portal = PortalsByHost({"kabar": PORTAL}).portal_for(url)
    assert portal is not None
    assert portal.slug == slug


def test_a_host_that_no_file_declares_becomes_a_portal_of_western_time() -> None:
    by_host = PortalsByHost({})
    portal = by_host.portal_for("https://www.kompas.com/read/1")
    assert portal == Portal(
        slug="kompas-com",
        name="kompas.com",
        home="https://kompas.com/",
        region="",
        timezone=ZoneInfo("Asia/Jakarta"),
    )
    assert by_host.portal_for("https://kompas.com/read/2") is portal
    assert by_host.portal_for("bukan alamat") is None


def test_two_hosts_never_share_a_derived_portal() -> None:
    by_host = PortalsByHost({})
    first, second = by_host.portal_for("https://a.b-c.example/"), by_host.portal_for("https://a-b.c.example/")
    assert first is not None
    assert second is not None
    assert (first.slug, second.slug) == ("a-b-c-example", "a-b-c-example-host")


CALL = "Hubungi redaksi lewat kontak di bawah ini"


def called(number: int) -> tuple[Capture, bytes]:
    """An article that ends in a line which stands on every page of its portal."""
    body = page(number).replace(b"</div></article>", f"<p>{CALL}</p></div></article>".encode())
    return capture(f"{HOME}/2025/06/02/parit-{number}/", number=number), body


def test_articles_are_read_by_what_those_before_them_taught(archive: Archive) -> None:
    """After five articles the line that all end in is gone, in this run and in the next."""
    intake = Intake(archive, None)
    for number in range(7):
        one, body = called(number)
        archive.add_captures([one], "kabar", None)
        intake.take(PORTAL, [read_page(one, body, PORTAL, intake.profile(PORTAL))])
    texts = archive.rows("select text from articles order by url")
    assert [CALL in text for (text,) in texts] == [True] * 5 + [False] * 2
    assert Intake(archive, None).profile(PORTAL).is_chrome(CALL)


def test_a_page_seen_again_after_the_portal_was_learned_is_unchanged(archive: Archive) -> None:
    """A later capture of the first article reads better, and so does the first; the portal revised nothing."""
    intake = Intake(archive, None)
    for number in range(6):
        one, body = called(number)
        archive.add_captures([one], "kabar", None)
        intake.take(PORTAL, [read_page(one, body, PORTAL, intake.profile(PORTAL))])
    later = Capture(
        f"{HOME}/2025/06/02/parit-0/",
        WHEN + timedelta(days=1),
        200,
        (("Content-Type", HTML),),
        None,
        "<urn:uuid:later>",
        Location("uji.warc.gz", 99, 1),
    )
    archive.add_captures([later], "kabar", None)
    outcome = intake.take(PORTAL, [read_page(later, called(0)[1], PORTAL, intake.profile(PORTAL))])
    assert outcome.kind == "unchanged"
    [(text, revisions)] = archive.rows("select text, revisions from articles where url like '%parit-0/'")
    assert (CALL in text, revisions) == (False, 1)


def test_an_article_s_figures_are_kept_under_its_own_key(archive: Archive) -> None:
    """An article on several pages teaches once, by its first page."""
    take(archive, *long_article("warga-bersihkan-parit"))
    assert [one.key for one in archive.profile("kabar").pages] == [
        key for (key,) in archive.rows("select url_key from articles")
    ]
