"""Revisits found again as the pages they repeat, by `ingest` and by `reextract`."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.capture import Capture, Exchange, Original, WarcWriter, read_visits
from kaltimcrawl.ingest import BATCH_SIZE, ingest_file
from kaltimcrawl.originals import Originals
from kaltimcrawl.portals import Portal
from kaltimcrawl.reextract import reextract_portal
from kaltimcrawl.storage import Archive

HOME = "https://kabar.example"
URL = HOME + "/2025/06/02/parit/"
WHEN = datetime(2025, 6, 3, 4, 5, 6, 700_000, tzinfo=UTC)
PORTAL = Portal(
    slug="kabar", name="Kabar", home=HOME + "/", region="Samarinda", timezone=ZoneInfo("Asia/Makassar")
)
SAME = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
DATE = "2025-06-05T00:00:00Z"


def page(number: int = 1, end: str = "Selesai.") -> bytes:
    rows = "".join(
        f"<p>SAMARINDA – Warga kelurahan ke-{number} bergotong royong membersihkan parit bagian {row}, "
        "supaya air hujan tidak lagi meluap ke jalan dan halaman rumah, kata ketua RT pada hari Senin.</p>"
        for row in range(1, 5)
    )
    return (
        f'<html lang="id"><head><title>Parit {number} Dibersihkan Warga</title>'
        f'<meta property="og:type" content="article"></head><body><h1>Parit {number} Dibersihkan Warga</h1>'
        f'<div class="entry-content">{rows}<p>{end}</p></div></body></html>'
    ).encode()


def exchange(url: str = URL, *, body: bytes = page(), days: int = 0, status: int = 200) -> Exchange:
    html = (("Content-Type", "text/html; charset=utf-8"),) if body else ()
    when = WHEN + timedelta(days=days)
    return Exchange(url, "GET", (), when, status, "", "HTTP/1.1", html, body)


class Crawls:
    """WARCs in one folder, each page written with the capture before it as its original."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, Original] = {}

    def write(self, *exchanges: Exchange) -> tuple[Path, list[Capture]]:
        """A new WARC, and the captures in it."""
        before = set(self.folder.glob("*.gz"))
        with WarcWriter(self.folder, program="a test", run=f"uji-{len(before)}") as writer:
            captures = [self._write(writer, one) for one in exchanges]
        [path] = set(self.folder.glob("*.gz")) - before
        return path, captures

    def _write(self, writer: WarcWriter, one: Exchange) -> Capture:
        capture = writer.write(one, self._known.get(one.url))
        if capture.refers_to is None:
            digest = capture.payload_digest
            self._known[one.url] = Original(capture.record_id, capture.url, capture.captured, digest)
        return capture


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path / "warc")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive") as archive:
        yield archive


def ingest(archive: Archive, path: Path, *folders: Path) -> dict[str, int]:
    """The counts of an ingest that are not nought."""
    counts = ingest_file(path, archive, {"kabar": PORTAL}, None, folders).counts
    return {name: count for name, count in counts.items() if count}


def sightings(archive: Archive) -> list[tuple[int, str, int]]:
    """Revision, time and status of each capture that shows an article."""
    query = """
        select number, revision_captures.seen, status
        from revision_captures
        join article_revisions on article_revisions.id = revision_id
        join captures on captures.id = revision_captures.capture_id
        order by 1, 2
        """
    return archive.rows(query)


def test_a_revisit_is_a_sighting_of_the_page_it_repeats(archive: Archive, crawls: Crawls) -> None:
    not_modified = exchange(body=b"", days=2, status=304)
    path, captures = crawls.write(exchange(), exchange(days=1), not_modified)
    assert [one.refers_to for one in captures] == [None, captures[0].record_id, captures[0].record_id]
    assert ingest(archive, path) == {"captures": 3, "new": 1, "unchanged": 2, "ingest/revisits": 2}
    expected = [
        (1, "2025-06-03T04:05:06Z", 200),
        (1, "2025-06-04T04:05:06Z", 200),
        (1, "2025-06-05T04:05:06Z", 304),
    ]
    assert sightings(archive) == expected
    assert ingest(archive, path) == {"captures": 3, "unchanged": 3, "ingest/revisits": 2}
    assert sightings(archive) == expected


def test_a_text_that_came_back_is_a_revision_by_its_revisit(archive: Archive, crawls: Crawls) -> None:
    """The first text, another, the first again: the revisit refers to the first, not to the one before it."""
    path, (first, *_) = crawls.write(exchange())
    changed = exchange(body=page(end="Dilanjutkan besok."), days=1)
    with WarcWriter(crawls.folder / "lain", program="a test", run="2") as writer:
        writer.write(changed)
        digest = first.payload_digest
        writer.write(exchange(days=2), Original(first.record_id, URL, first.captured, digest))
    [other] = (crawls.folder / "lain").iterdir()
    ingest(archive, path)
    assert ingest(archive, other, path.parent) == {"captures": 2, "revisions": 2, "ingest/revisits": 1}
    assert [number for number, _, _ in sightings(archive)] == [1, 2, 3]


def test_the_original_may_be_in_a_file_that_was_ingested_before(
    archive: Archive, crawls: Crawls, tmp_path: Path
) -> None:
    first, _ = crawls.write(exchange())
    second, _ = crawls.write(exchange(days=1))
    ingest(archive, first)
    moved = second.rename(tmp_path / second.name)
    assert ingest(archive, moved, first.parent)["unchanged"] == 1


def test_the_original_may_stand_more_than_a_batch_before(archive: Archive, crawls: Crawls) -> None:
    others = [exchange(f"{HOME}/2025/06/02/{n}/", body=page(n)) for n in range(2, BATCH_SIZE * 2)]
    path, _ = crawls.write(exchange(), *others, exchange(days=1))
    assert ingest(archive, path)["unchanged"] == 1


def test_a_wacz_may_have_the_revisit_before_the_original(
    archive: Archive, crawls: Crawls, tmp_path: Path
) -> None:
    first, _ = crawls.write(exchange())
    second, _ = crawls.write(exchange(days=1))
    wacz = tmp_path / "a.wacz"
    with zipfile.ZipFile(wacz, "w") as file:
        file.write(second, "archive/1.warc.gz")
        file.write(first, "archive/2.warc.gz")
    assert ingest(archive, wacz) == {"captures": 2, "new": 1, "unchanged": 1, "ingest/revisits": 1}


def test_an_original_that_is_not_known_is_told_and_found_later(archive: Archive, crawls: Crawls) -> None:
    first, (original,) = crawls.write(exchange())
    second, (revisit,) = crawls.write(exchange(days=1))
    assert ingest(archive, second) == {"ingest/unresolved": 1}
    [(message,)] = archive.rows("select message from crawl_errors")
    assert message == (
        f"{second.name}: the revisit at byte {revisit.location.offset} is left out: the record "
        f"{original.record_id} that holds its page is unknown; ingest the WARC that has it, then this again"
    )
    assert archive.rows("select count(*) from captures") == [(0,)]
    ingest(archive, first)
    assert ingest(archive, second) == {"captures": 1, "unchanged": 1, "ingest/revisits": 1}


def test_an_original_whose_file_is_gone_is_told_by_that_files_name(archive: Archive, crawls: Crawls) -> None:
    first, _ = crawls.write(exchange())
    second, _ = crawls.write(exchange(days=1))
    ingest(archive, first)
    first.unlink()
    assert ingest(archive, second) == {"ingest/unresolved": 1}
    [(message,)] = archive.rows("select message from crawl_errors")
    assert message == f"{first}: can't be read: No such file or directory"


def test_revisits_of_what_is_no_page_are_passed_over(archive: Archive, tmp_path: Path) -> None:
    heads = [
        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n",
    ]
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(record(n, "revisit", head) for n, head in enumerate(heads)))
    assert ingest(archive, path) == {}


def record(number: int, kind: str, block: bytes, **fields: str) -> bytes:
    """A record as another program may have written it."""
    values = {
        "WARC-Type": kind,
        "WARC-Target-URI": URL,
        "WARC-Date": f"2025-06-0{number + 1}T00:00:00Z",
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "Content-Length": str(len(block)),
        **({"WARC-Profile": SAME} if kind == "revisit" else {}),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in values.items())
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page()
D1, D2 = "sha1:" + "A" * 32, "sha1:" + "B" * 32


@pytest.mark.parametrize(
    "fields",
    [
        {"WARC_Refers_To": "<urn:uuid:1>"},
        {"WARC_Refers_To": "urn:uuid:1"},
        {"WARC_Refers_To_Target_URI": URL, "WARC_Refers_To_Date": "2025-06-02T00:00:00Z"},
        {"WARC_Refers_To_Date": "2025-06-02T00:00:00Z", "WARC_Target_URI": URL},
        {"WARC_Payload_Digest": D1},
        {"WARC_Payload_Digest": D1, "WARC_Target_URI": HOME + "/lain", "WARC_Refers_To_Target_URI": URL},
        {"WARC_Refers_To": "<urn:uuid:404>", "WARC_Payload_Digest": D1},
    ],
)
@pytest.mark.parametrize("is_known_before", [True, False])
def test_an_original_is_found_by_whatever_names_it(
    archive: Archive, tmp_path: Path, fields: dict[str, str], is_known_before: bool
) -> None:
    """By its id, by address and second, by address and digest: makers write one, two or all of them."""
    original = record(1, "response", ANSWER, WARC_Payload_Digest=D1)
    revisit = record(2, "revisit", b"", **fields)
    if is_known_before:
        (tmp_path / "a.warc").write_bytes(original)
        (tmp_path / "b.warc").write_bytes(revisit)
        ingest(archive, tmp_path / "a.warc")
    else:
        (tmp_path / "b.warc").write_bytes(original + revisit)
    assert ingest(archive, tmp_path / "b.warc")["ingest/revisits"] == 1


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"WARC_Refers_To": "<urn:uuid:2>"},
        {"WARC_Refers_To": "<urn:uuid:1>", "WARC_Payload_Digest": D2},
        {"WARC_Refers_To": "<urn:uuid:1>", "WARC_Profile": "https://kabar.example/beda"},
        {"WARC_Refers_To_Target_URI": URL, "WARC_Refers_To_Date": "2025-06-01T00:00:00Z"},
        {"WARC_Payload_Digest": D1, "WARC_Target_URI": HOME + "/lain"},
    ],
)
def test_a_page_is_not_taken_for_what_a_revisit_repeats_without_a_reason(
    archive: Archive, tmp_path: Path, fields: dict[str, str]
) -> None:
    original = record(1, "response", ANSWER, WARC_Payload_Digest=D1)
    (tmp_path / "a.warc").write_bytes(original + record(2, "revisit", b"", **fields))
    assert "ingest/revisits" not in ingest(archive, tmp_path / "a.warc")


def test_a_revisit_of_a_revisit_leads_to_the_page_and_a_circle_nowhere(
    archive: Archive, tmp_path: Path
) -> None:
    chain = [
        record(1, "response", ANSWER),
        record(2, "revisit", b"", WARC_Refers_To="<urn:uuid:1>"),
        record(3, "revisit", b"", WARC_Refers_To="<urn:uuid:2>"),
    ]
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(chain[:2]))
    ingest(archive, path)
    other = tmp_path / "b.warc"
    other.write_bytes(chain[2])
    assert ingest(archive, other)["unchanged"] == 1
    [revisit] = read_visits(other)
    capture, body = Originals(archive, [tmp_path]).resolve(revisit)  # type: ignore[arg-type]
    assert (capture.record_id, capture.refers_to, body) == ("<urn:uuid:3>", "<urn:uuid:1>", page())
    path.write_bytes(b"".join(record(n, "revisit", b"", WARC_Refers_To="<urn:uuid:3>") for n in (1, 2)))
    other.write_bytes(record(3, "revisit", b"", WARC_Refers_To="<urn:uuid:1>"))
    assert ingest(archive, other) == {"ingest/unresolved": 1}


def test_a_revisit_is_read_anew_with_its_page(archive: Archive, crawls: Crawls) -> None:
    """What the portal taught goes from all sightings, so that none looks like a revision."""
    call = "Hubungi redaksi lewat kontak di bawah ini"
    urls = [f"{HOME}/2025/06/02/parit-{number}/" for number in range(6)]
    pages = [exchange(url, body=page(n, call)) for n, url in enumerate(urls)]
    again = [exchange(urls[0], body=page(0, call), days=1), exchange(urls[1], body=b"", days=1, status=304)]
    path, _ = crawls.write(*pages[:2], *again, *pages[2:])
    ingest(archive, path)
    told = list(reextract_portal(archive, PORTAL, [path.parent], None))
    assert {one.trouble for one in told} == {""}
    assert archive.rows("select count(*), sum(revisions) from articles") == [(6, 6)]
    assert archive.rows("select count(*) from articles where text like ?", (f"%{call}%",)) == [(0,)]
    assert len(sightings(archive)) == 8
