"""Pages that a browser made: written as conversions of what was served, and read back as pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from kaltimcrawl.capture import Capture, Exchange, Rendering, WarcWriter, read_captures, read_record
from kaltimcrawl.intake import is_page

MakeExchange = Callable[..., Exchange]
MakeRecord = Callable[..., bytes]
URL = "https://kabar.example/2025/05/banjir"
BODY = "<html><body><p>Banjir surut – 3°.</p></body></html>".encode()
SERVED = "<urn:uuid:6b0ee0a4-0000-4000-8000-000000000001>"


def rendering(served_id: str = SERVED, body: bytes = BODY) -> Rendering:
    return Rendering(URL, served_id, datetime(2025, 5, 12, 6, 30, 2, 500_000, tzinfo=UTC), body)


def write_both(folder: Path, exchange: Exchange, **options: int) -> tuple[Capture, Capture]:
    """The captures of a page as served and as rendered, written one after the other."""
    with WarcWriter(folder, program="kaltimcrawl/1", run="uji", **options) as writer:
        served = writer.write(exchange)
        return served, writer.write_rendering(rendering(served.record_id))


def test_a_rendering_is_a_conversion_that_says_of_what(tmp_path: Path, make_exchange: MakeExchange) -> None:
    served, rendered = write_both(tmp_path, make_exchange(for_rendering=True))
    path = tmp_path / rendered.location.file
    with path.open("rb") as file:
        records = [(record.rec_headers, record.raw_stream.read()) for record in ArchiveIterator(file)]
    kinds = [head.get_header("WARC-Type") for head, _ in records]
    assert kinds == ["warcinfo", "response", "request", "conversion"]
    head, block = records[-1]
    assert dict(head.headers) == {
        "WARC-Target-URI": URL,
        "WARC-Date": "2025-05-12T06:30:02.500000Z",
        "WARC-Warcinfo-ID": records[0][0].get_header("WARC-Record-ID"),
        "WARC-Refers-To": served.record_id,
        "WARC-Type": "conversion",
        "WARC-Record-ID": rendered.record_id,
        "WARC-Payload-Digest": "sha1:EGYSMU4JOEBFZJY37X3BNC6UEIWPQEQG",
        "WARC-Block-Digest": "sha1:EGYSMU4JOEBFZJY37X3BNC6UEIWPQEQG",
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(BODY)),
    }
    assert block == BODY
    assert Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all() == 0


def test_what_was_written_is_read_back(tmp_path: Path, make_exchange: MakeExchange) -> None:
    served, rendered = write_both(tmp_path, make_exchange(for_rendering=True))
    both = [(served, b"<p>Banjir surut.</p>"), (rendered, BODY)]
    assert list(read_captures(tmp_path / served.location.file)) == both
    assert read_record(tmp_path, rendered.location) == (rendered, BODY)
    assert (rendered.status, rendered.content_type) == (200, "text/html; charset=utf-8")
    assert rendered.served_id == served.record_id


def test_only_the_rendered_page_may_hold_the_article(tmp_path: Path, make_exchange: MakeExchange) -> None:
    served, rendered = write_both(tmp_path, make_exchange(for_rendering=True))
    assert [is_page(served), is_page(rendered)] == [False, True]


def test_both_are_found_where_the_file_was_rolled_between_them(
    tmp_path: Path, make_exchange: MakeExchange
) -> None:
    served, rendered = write_both(tmp_path, make_exchange(for_rendering=True), max_bytes=1)
    assert served.location.file != rendered.location.file
    assert read_record(tmp_path, rendered.location) == (rendered, BODY)
    [(again, _)] = read_captures(tmp_path / served.location.file)
    assert not is_page(again)


@pytest.mark.parametrize(
    "fields",
    [
        {"Content_Type": "text/plain"},
        {"Content_Type": "text/html", "WARC_Refers_To": None},
        {"Content_Type": "text/html", "WARC_Target_URI": "urn:text:https://kabar.example/"},
    ],
)
def test_other_conversions_are_passed_over(
    tmp_path: Path, make_record: MakeRecord, fields: dict[str, str | None]
) -> None:
    """As those of Common Crawl's WET files, which are text."""
    plain: dict[str, str | None] = {"WARC_Type": "conversion", "WARC_Refers_To": SERVED}
    path = tmp_path / "lain.warc"
    path.write_bytes(make_record(b"<p>Banjir</p>", **(plain | fields)))
    assert list(read_captures(path)) == []
