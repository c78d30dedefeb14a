"""Articles read anew from their captures: better where they can be, lost never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.capture import Exchange, WarcWriter, read_captures
from kaltimcrawl.intake import Intake, read_page
from kaltimcrawl.portals import Portal
from kaltimcrawl.reextract import Reread, portal_of, reextract_portal
from kaltimcrawl.storage import Archive

HOME = "https://kabar.example"
WHEN = datetime(2025, 6, 3, 4, 5, 6, tzinfo=UTC)
CALL = "Hubungi redaksi lewat kontak di bawah ini"
PORTAL = Portal(
    slug="kabar", name="Kabar", home=HOME + "/", region="Samarinda", timezone=ZoneInfo("Asia/Makassar")
)
FRONT = "<html><head><title>Kabar</title></head><body><ul><li><a href=/a/>a</a></li></ul></body></html>"


def url_of(number: int) -> str:
    return f"{HOME}/2025/06/02/parit-{number}/"


def page(number: int, change: str = "", end: str = CALL) -> str:
    rows = "".join(
        f"<p>SAMARINDA – Warga kelurahan ke-{number} bergotong royong membersihkan parit bagian {row}{change}, "
        f"supaya air hujan tidak lagi meluap ke jalan dan halaman rumah, kata ketua RT pada hari Senin.</p>"
        for row in range(1, 5)
    )
    return (
        f'<html lang="id"><head><title>Parit {number} Dibersihkan Warga</title>'
        f'<meta property="og:type" content="article"></head><body><h1>Parit {number} Dibersihkan Warga</h1>'
        f'<div class="entry-content">{rows}<p>{end}</p></div></body></html>'
    )


class Library:
    """An archive with its WARC, to which pages are added as a crawl of before any learning filed them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.archive = Archive.open(folder)
        self.archive.add_portal(PORTAL)

    def add(self, url: str, body: str, days: int = 0) -> None:
        """Keeps a page and files its article."""
        before = set(self.warcs())
        exchange = Exchange(
            url=url,
            method="GET",
            request_headers=(),
            started=WHEN + timedelta(days=days),
            status=200,
            reason="OK",
            protocol="HTTP/1.1",
            response_headers=(("Content-Type", "text/html; charset=utf-8"),),
            body=body.encode(),
        )
        with WarcWriter(self.folder / "warc", program="a test", run=f"uji-{len(before)}") as writer:
            writer.write(exchange)
        [new] = set(self.warcs()) - before
        for capture, content in read_captures(new):
            self.archive.add_captures([capture], "kabar", None)
            Intake(self.archive, None).take(PORTAL, [read_page(capture, content, PORTAL)])

    def warcs(self) -> list[Path]:
        return sorted((self.folder / "warc").glob("*.warc.gz"))

    def reread(self, **options: object) -> list[Reread]:
        return list(reextract_portal(self.archive, PORTAL, [self.folder / "warc"], None, **options))  # type: ignore[arg-type]

    def texts(self) -> list[str]:
        return [text for (text,) in self.archive.rows("select text from articles order by url_key")]

    def everything(self) -> list[object]:
        tables = ("articles", "article_revisions", "revision_captures", "bylines", "images", "profile_pages")
        return [self.archive.rows(f"select * from {table} order by 1, 2") for table in tables]  # noqa: S608


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "archive")
    yield library
    library.archive.close()


def test_old_articles_are_read_by_all_that_the_portal_taught(library: Library) -> None:
    """The line that all articles end in goes from the first articles too, and no revision is made of it."""
    for number in range(6):
        library.add(url_of(number), page(number))
    assert all(CALL in text for text in library.texts())
    told = library.reread()
    assert [one.kind for one in told] == ["shorter"] * 6
    assert {one.grown for one in told} == {-len("\n\n" + CALL)}
    assert not any(CALL in text for text in library.texts())
    assert library.archive.rows("select revisions from articles") == [(1,)] * 6
    assert library.archive.rows("select count(*) from article_revisions") == [(6,)]


def test_read_again_nothing_changes(library: Library) -> None:
    """What was read anew reads the same the next time: the profile forgets nothing that it removed."""
    for number in range(6):
        library.add(url_of(number), page(number))
    library.reread()
    before = library.everything()
    assert {one.kind for one in library.reread()} == {"unchanged"}
    assert library.everything() == before


def test_all_sightings_are_read_anew(library: Library) -> None:
    """Two sightings of one text stay one revision, and a revision of the portal's stays one."""
    for number in range(6):
        library.add(url_of(number), page(number))
    library.add(url_of(0), page(0), days=1)
    library.add(url_of(0), page(0, " yang mampat"), days=2)
    library.reread()
    [(article, revisions)] = library.archive.rows(
        "select id, revisions from articles where url like '%parit-0/'"
    )
    assert revisions == 2
    rows = library.archive.rows(
        """
        select number, text like ?, count(*)
        from article_revisions
        join revision_captures on revision_id = article_revisions.id
        where article_id = ?
        group by number, text
        order by number
        """,
        (f"%{CALL}%", article),
    )
    assert rows == [(1, 0, 2), (2, 0, 1)]


def test_a_dry_run_tells_and_changes_nothing(library: Library) -> None:
    """The same is told as without it; every row stays."""
    for number in range(6):
        library.add(url_of(number), page(number))
    before = library.everything()
    told = library.reread(dry_run=True)
    assert library.everything() == before
    assert told == library.reread()


def test_no_more_articles_are_read_than_the_limit(library: Library) -> None:
    """The first filed come first; the profile is the whole portal's all the same."""
    for number in range(6):
        library.add(url_of(number), page(number))
    assert [(one.kind, one.url) for one in library.reread(limit=1)] == [("shorter", url_of(0))]


def test_an_article_whose_capture_is_gone_is_kept(library: Library) -> None:
    """What can't be read is told, with what is the matter, and keeps all it had."""
    for number in range(6):
        library.add(url_of(number), page(number))
    gone = library.warcs()[2]
    gone.unlink()
    told = library.reread()
    assert [one.kind for one in told] == ["shorter", "shorter", "unreadable", "shorter", "shorter", "shorter"]
    assert gone.name in told[2].trouble
    assert [CALL in text for text in library.texts()] == [False, False, True, False, False, False]


def test_an_article_whose_old_capture_is_gone_is_kept_whole(library: Library) -> None:
    """With one sighting read anew and one not, a revision would appear that never was."""
    for number in range(6):
        library.add(url_of(number), page(number))
    library.add(url_of(1), page(1), days=1)
    library.warcs()[1].unlink()
    assert [one.kind for one in library.reread()][1] == "unreadable"
    assert library.archive.rows("select max(revisions) from articles") == [(1,)]


def test_another_file_of_the_same_name_is_not_taken_for_the_capture(library: Library) -> None:
    """The record's id must be the one that was filed."""
    library.add(url_of(0), page(0))
    library.add(url_of(1), page(1))
    library.archive.execute(
        "update captures set warc_file = ?, warc_offset = (select max(warc_offset) from captures where url = ?)",
        (library.warcs()[1].name, url_of(1)),
    )
    told = library.reread()
    assert [one.kind for one in told] == ["unreadable", "unchanged"]
    assert "another record stands at byte" in told[0].trouble


def test_what_reads_as_no_article_any_more_is_kept(library: Library) -> None:
    """A page that today's rules take for no article loses nothing that the archive holds."""
    library.add(url_of(0), page(0))
    library.add(url_of(1), FRONT)
    capture = library.archive.row("select record_id from captures where url = ?", (url_of(1),))
    assert capture is not None
    library.archive.execute(
        "update revision_captures set capture_id = (select id from captures where record_id = ?)",
        (capture[0],),
    )
    before = library.texts()
    assert [one.kind for one in library.reread()] == ["no article"]
    assert library.texts() == before


def test_a_portal_that_no_file_declares_is_read_as_the_archive_has_it(library: Library) -> None:
    """Its zone is that of the ingest; it has no rules."""
    library.add(url_of(0), page(0))
    [held] = library.archive.held_portals()
    assert portal_of(held) == PORTAL
