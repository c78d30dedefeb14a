from __future__ import annotations

import gzip
import io
import logging
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kaltimcrawl.capture import Capture, Location, Remark, read_captures, read_record
from kaltimcrawl.errors import CaptureError

MakeRecord = Callable[..., bytes]
SHARED = Path(__file__).parents[2].parent / "shared"
URL = "https://kabar.example/2025/05/banjir"
MIB = 1_048_576


def read_all(path: Path) -> tuple[list[tuple[Capture, bytes]], list[Remark], str | None]:
    """Captures, remarks, and the error that ended the reading."""
    remarks: list[Remark] = []
    found = []
    try:
        for given_capture in read_captures(path, remarks.append):
            found.append(given_capture)  # noqa: PERF402 - what comes before the error counts
    except CaptureError as error:
        return found, remarks, str(error)
    return found, remarks, None


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    """Puts bytes into a file `a.warc.gz`."""

    def write(data: bytes) -> Path:
        path = tmp_path / "a.warc.gz"
        path.write_bytes(data)
        return path

    return write


Write = Callable[[bytes], Path]


@pytest.mark.skipif(not (SHARED / "real").is_dir(), reason="needs the real pages in ../shared/real")
def test_real_pages_are_read_whole() -> None:
    path = SHARED / "real" / "pages.warc.gz"
    found, remarks, error = read_all(path)
    assert (len(found), remarks, error) == (25, [], None)
    saved = {page.read_bytes() for page in (SHARED / "real" / "pages").iterdir()}
    assert {body for _, body in found} == saved
    first, _ = found[0]
    assert first.url == "http://www.antaranews.com/antara-index"
    assert first.captured == datetime(2016, 2, 24, tzinfo=UTC)
    assert first.content_type == "text/html; charset=utf-8"
    assert first.payload_digest == "sha1:W6ZCSIYEZEIP4AYP5PAYNUA3FGSYSRAK"
    for capture, body in found:
        assert read_record(path.parent, capture.location) == (capture, body)


@pytest.mark.parametrize("is_gzip", [True, False])
def test_records_are_found_compressed_or_not_whatever_the_name(
    write: Write, make_record: MakeRecord, is_gzip: bool
) -> None:
    records = [make_record(is_gzip=is_gzip), make_record(is_gzip=is_gzip, WARC_Target_URI=f"<{URL}/2>")]
    path = write(b"".join(records))
    found, remarks, error = read_all(path)
    assert (remarks, error) == ([], None)
    assert found == [
        (
            Capture(
                url=url,
                captured=datetime(2025, 5, 12, 6, 30, tzinfo=UTC),
                status=200,
                headers=(),
                payload_digest=None,
                record_id="<urn:uuid:6b0ee0a4-0000-4000-8000-000000000001>",
                location=Location("a.warc.gz", offset, length),
            ),
            b"Banjir",
        )
        for url, offset, length in (
            (URL, 0, len(records[0])),
            (f"{URL}/2", len(records[0]), len(records[1])),
        )
    ]
    assert [read_record(path.parent, capture.location) for capture, _ in found] == found


def test_only_http_responses_and_html_resources_are_captures(write: Write, make_record: MakeRecord) -> None:
    records = [
        make_record(b"software: x\r\n", WARC_Type="warcinfo", WARC_Target_URI=None),
        make_record(WARC_Type="request"),
        make_record(WARC_Type="metadata"),
        make_record(WARC_Type="conversion"),
        make_record(WARC_Type="continuation"),
        make_record(WARC_Type="novelty"),
        make_record(WARC_Type=None),
        make_record(b"20250512\n", WARC_Target_URI="dns:kabar.example", Content_Type="text/dns"),
        make_record(b"\x89PNG", WARC_Type="resource", Content_Type="image/png"),
        make_record(
            b"{}", WARC_Type="resource", WARC_Target_URI="urn:pageinfo:" + URL, Content_Type="text/html"
        ),
        make_record(b"<p>", WARC_Type="resource", Content_Type="text/html; charset=utf-8"),
        make_record(b"HTTP/1.1 404 Not Found\r\nServer: x\r\n\r\n"),
    ]
    found, remarks, error = read_all(write(b"".join(gzip.compress(record) for record in records)))
    assert (remarks, error) == ([], None)
    assert [(capture.status, capture.headers, body) for capture, body in found] == [
        (200, (("Content-Type", "text/html; charset=utf-8"),), b"<p>"),
        (404, (("Server", "x"),), b""),
    ]


def test_revisits_are_skipped_and_can_be_counted(write: Write, make_record: MakeRecord) -> None:
    revisit = make_record(
        b"HTTP/1.1 200 OK\r\n\r\n",
        WARC_Type="revisit",
        WARC_Profile="http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
    )
    found, remarks, _ = read_all(write(revisit + make_record()))
    assert len(found) == 1
    assert remarks == [
        Remark(
            "revisit",
            f"a.warc.gz: the record at byte 0 ({URL}) is a revisit: its body stands in another record",
            Location("a.warc.gz", 0, len(revisit)),
        )
    ]


def test_heads_are_read_however_they_are_written(write: Write, make_record: MakeRecord) -> None:
    block = b"HTTP/1.0 301  Moved\nLocation: /a\n\t b\nbroken line\nX: caf\xe9\nx:2 \n\nisi\n\nsini"
    ((capture, body),), _, _ = read_all(write(make_record(block)))
    assert (capture.status, body) == (301, b"isi\n\nsini")
    assert capture.headers == (("Location", "/a b"), ("X", "caf\xe9"), ("x", "2"))


@pytest.mark.parametrize(
    ("fields", "block", "lack"),
    [
        ({"WARC_Date": None}, b"HTTP/1.1 200 OK\r\n\r\n", "a WARC-Date"),
        ({"WARC_Date": "kemarin"}, b"HTTP/1.1 200 OK\r\n\r\n", "a WARC-Date"),
        ({"WARC_Record_ID": None}, b"HTTP/1.1 200 OK\r\n\r\n", "a WARC-Record-ID"),
        ({}, b"<html>", "an HTTP head"),
        ({}, b"", "an HTTP head"),
        ({}, b"HTTP/1.1 dua OK\r\n\r\n", "an HTTP head"),
        ({}, b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200_000 + b"\r\n", "an HTTP head"),
    ],
)
def test_a_record_that_is_no_capture_is_left_out_with_a_remark(
    write: Write, make_record: MakeRecord, fields: dict[str, str | None], block: bytes, lack: str
) -> None:
    found, remarks, error = read_all(
        write(make_record(block, is_gzip=True, **fields) + make_record(is_gzip=True))
    )
    assert (len(found), error) == (1, None)
    (remark,) = remarks
    assert remark.kind == "unreadable"
    assert remark.message == f"a.warc.gz: the record at byte 0 ({URL}) is left out: {lack} was expected"


@pytest.mark.parametrize(
    ("coding", "encode"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", brotli.compress),
        ("zstd", zstandard.compress),
        ("br, gzip", lambda body: gzip.compress(brotli.compress(body))),
    ],
)
@pytest.mark.parametrize("is_chunked", [True, False])
@pytest.mark.parametrize("is_told", [True, False])
def test_bodies_are_decoded_with_chunks_kept_or_undone(
    write: Write,
    make_record: MakeRecord,
    coding: str,
    encode: Callable[[bytes], bytes],
    is_chunked: bool,
    is_told: bool,
) -> None:
    """Both forms stand under `Transfer-Encoding: chunked` in the field's files (warcio#75)."""
    body = encode(b"<p>Banjir surut.</p>")
    if is_chunked:
        body = b"4\r\n" + body[:4] + b"\r\n%x\r\n" % len(body[4:]) + body[4:] + b"\r\n0\r\n\r\n"
    told = b"Transfer-Encoding: chunked\r\n" if is_told or is_chunked else b""
    block = b"HTTP/1.1 200 OK\r\n" + told + b"Content-Encoding: " + coding.encode() + b"\r\n\r\n" + body
    ((_, decoded),), remarks, _ = read_all(write(make_record(block)))
    assert (decoded, remarks) == (b"<p>Banjir surut.</p>", [])


def test_a_gzip_transfer_coding_is_undone(write: Write, make_record: MakeRecord) -> None:
    packed = gzip.compress(b"Banjir")
    block = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (
        len(packed),
        packed,
    )
    ((_, body),), _, _ = read_all(write(make_record(block)))
    assert body == b"Banjir"


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nBanjir\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "digest",
    [
        "sha1:XI2V55YXPQI4YVFWCGKQAMGKAAQM2BWT",  # of Banjir
        "sha1:ba355ef7177c11cc54b611950030ca0020cd06d3",
        "SHA-1:ujVe9xd8EcxUthGVADDKACDNBtM=",
        "sha1:RPRPBMO5RQ4AACRJBBQ3R3SMTERNUU6M",  # of its chunks
        "crc32:12345678",
    ],
)
def test_a_digest_may_be_of_the_payload_or_its_chunks(
    write: Write, make_record: MakeRecord, digest: str
) -> None:
    (_,), remarks, _ = read_all(write(make_record(CHUNKED, WARC_Payload_Digest=digest)))
    assert [remark.kind for remark in remarks] == []


@pytest.mark.parametrize("name", ["WARC_Payload_Digest", "WARC_Block_Digest"])
@pytest.mark.parametrize("digest", ["sha1:" + "A" * 32, "sha256:" + "0" * 64, "md5:", "sha512:x"])
def test_a_wrong_digest_is_remarked_and_the_record_read(
    write: Write, make_record: MakeRecord, name: str, digest: str
) -> None:
    ((_, body),), remarks, _ = read_all(write(make_record(**{name: digest})))
    assert body == b"Banjir"
    assert [(remark.kind, remark.message) for remark in remarks] == [
        (
            "digest",
            f"a.warc.gz: the record at byte 0 ({URL}) is not what its digest was made of; "
            "it may have been changed, and is read as it is",
        )
    ]


def test_nothing_a_file_holds_steers_a_terminal(write: Write, make_record: MakeRecord) -> None:
    odd = make_record(WARC_Target_URI="https://kabar.example/\x1b[2Jb\tc d\u202ee", WARC_Date=None)
    _, (remark,), told = read_all(write(odd + b"\x1b[2J\x1b]0;x\x07" * 2))
    assert "(https://kabar.example/%1B[2Jb%09c%20d%E2%80%AEe) is left out" in remark.message
    assert told is not None
    assert (remark.message + told).isprintable()


def test_remarks_are_logged_where_nobody_takes_them(
    write: Write, make_record: MakeRecord, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "kaltimcrawl.capture")
    list(read_captures(write(make_record(WARC_Block_Digest="md5:0") + make_record(WARC_Type="revisit"))))
    assert [record.levelname for record in caplog.records] == ["WARNING", "DEBUG"]


GOOD = "what stands before it was read"


@pytest.mark.parametrize("is_gzip", [True, False])
@pytest.mark.parametrize(
    ("second", "error"),
    [
        (
            b"<html>bukan WARC</html>",
            "doesn't begin with WARC/1.0 or WARC/1.1 but with '<html>bukan WARC</html>'",
        ),
        (b"WARC/0.17\r\n", "doesn't begin with WARC/1.0 or WARC/1.1 but with 'WARC/0.17'"),
        (b"filedesc://a.arc 0.0.0.0 20080101 text/plain 77\n", "is of an ARC file"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "breaks off in its head"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nisi", "has no Content-Length in digits but ''"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\nisi", "has no Content-Length in digits but '-5'"),
        (b"WARC/1.0\r\nContent-Length: 99\r\n\r\nisi", "breaks off 96 bytes before its end"),
        (b"WARC/1.0\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n", "has no Content-Length in digits"),
        (b"WARC/1.0\r\n" + b"A: b\r\n" * 300_000, "has a head that is too long"),
        (b"WARC/1.0\r\nA: " + b"x" * 2_000_000, "has a head that is too long"),
    ],
)
def test_damage_is_told_after_what_stands_before_it_was_given(
    write: Write, make_record: MakeRecord, is_gzip: bool, second: bytes, error: str
) -> None:
    first = make_record(is_gzip=is_gzip)
    found, _, told = read_all(write(first + (gzip.compress(second) if is_gzip else second)))
    assert len(found) == 1
    assert told is not None
    assert told.startswith(f"a.warc.gz: the record at byte {len(first)} {error}")
    assert f"; {GOOD}; " in told
    assert "\n" not in told


@pytest.mark.parametrize("cut", [1, 9, 100, 200])
def test_a_gzip_member_that_breaks_off_is_told(write: Write, make_record: MakeRecord, cut: int) -> None:
    first = make_record(is_gzip=True)
    found, _, told = read_all(write(first + make_record(is_gzip=True)[:-cut]))
    assert len(found) == 1
    assert told == (
        f"a.warc.gz: the record at byte {len(first)} breaks off where the file ends; {GOOD}; "
        "get a whole copy of the file"
    )


def test_garbage_after_the_last_member_is_told(write: Write, make_record: MakeRecord) -> None:
    first = make_record(is_gzip=True)
    found, _, told = read_all(write(first + b"sampah" * 100))
    assert len(found) == 1
    assert told == (
        f"a.warc.gz: the record at byte {len(first)} is not sound gzip (incorrect header check); {GOOD}; "
        "get a whole copy of the file"
    )


def test_a_changed_byte_in_a_member_is_told(write: Write, make_record: MakeRecord) -> None:
    first = bytearray(make_record(is_gzip=True))
    first[-6] ^= 1
    found, _, told = read_all(write(bytes(first)))
    assert found == []
    assert told is not None
    assert told.startswith("a.warc.gz: the record at byte 0 is not sound gzip (incorrect data check)")


def test_a_file_compressed_as_one_is_told_with_its_remedy(write: Write, make_record: MakeRecord) -> None:
    found, _, told = read_all(write(gzip.compress(make_record() * 2)))
    assert found == []
    assert told == (
        f"a.warc.gz: the record at byte 0 shares its gzip member with what follows; {GOOD}; "
        "`warcio recompress OLD NEW` makes a WARC of it that can be read"
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a.warc.gz: nothing stands at byte 0; a WARC or WACZ was expected"),
        (
            zstandard.compress(b"WARC/1.0\r\n"),
            "a.warc.gz: is compressed by zstd; `zstd -d` makes a .warc of it that can be read",
        ),
    ],
)
def test_what_is_no_warc_is_one_clear_line(write: Write, data: bytes, told: str) -> None:
    assert read_all(write(data)) == ([], [], told)


def test_a_file_that_cannot_be_opened_is_one_clear_line(tmp_path: Path) -> None:
    assert read_all(tmp_path / "b.warc")[2] == f"{tmp_path}/b.warc: can't be read: No such file or directory"
    assert read_all(tmp_path)[2] == f"{tmp_path}: can't be read: Is a directory"


def test_a_compressed_bomb_takes_little_memory_and_gives_no_more_than_the_bound(
    write: Write, make_record: MakeRecord
) -> None:
    """A page of 200 MiB of nought, compressed by brotli, in gzip, in a gzip member."""
    engine = brotli.Compressor(quality=1)
    packed = b"".join(engine.process(bytes(MIB)) for _ in range(200)) + engine.finish()
    block = b"HTTP/1.1 200 OK\r\nContent-Encoding: br, gzip\r\n\r\n" + gzip.compress(packed)
    path = write(make_record(block, is_gzip=True) + make_record(is_gzip=True))
    tracemalloc.start()
    found, remarks, error = read_all(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [len(body) for _, body in found] == [32 * MIB, 6]
    assert [remark.kind for remark in remarks] == ["cut"]
    assert error is None
    assert peak < 200 * MIB


def test_a_long_body_is_cut_and_the_next_record_found(write: Write, make_record: MakeRecord) -> None:
    long = make_record(b"HTTP/1.1 200 OK\r\n\r\n" + bytes(40 * MIB))
    found, remarks, error = read_all(write(gzip.compress(long, 1) + make_record(is_gzip=True)))
    assert [len(body) for _, body in found] == [32 * MIB, 6]
    assert [remark.message for remark in remarks] == [
        f"a.warc.gz: the record at byte 0 ({URL}) has a body of more than 32 MiB: the rest is left out"
    ]
    assert error is None


def test_a_record_that_expands_without_end_is_given_up(write: Write, make_record: MakeRecord) -> None:
    claim = make_record(b"", Content_Length="999999999999999")
    engine = zlib.compressobj(1, wbits=31)
    bomb = engine.compress(claim[:-4]) + engine.flush(zlib.Z_FULL_FLUSH)
    bomb += (engine.compress(bytes(16 * MIB)) + engine.flush(zlib.Z_FULL_FLUSH)) * 40
    found, _, told = read_all(write(make_record(is_gzip=True) + bomb))
    assert len(found) == 1
    assert told is not None
    assert "expands without end" in told


def test_blank_lines_without_end_are_given_up(write: Write, make_record: MakeRecord) -> None:
    _, _, told = read_all(write(gzip.compress(make_record() + b"\r\n" * MIB)))
    assert told is not None
    assert "is followed by nothing but blank lines" in told
    _, _, told = read_all(write(gzip.compress(b"") * 10_000))
    assert told is not None
    assert "holds nothing, as many before it" in told


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_no_damage_raises_anything_but_a_capture_error(
    tmp_path_factory: pytest.TempPathFactory, make_record: MakeRecord, data: st.DataObject
) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"Banjir" * 50, mtime=0)
    is_gzip = data.draw(st.booleans())
    whole = bytearray(make_record(block, is_gzip=is_gzip, WARC_Payload_Digest="sha1:x") * 3)
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("rusak") / "a.warc"
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    found, _, error = read_all(path)
    assert len(found) <= 3
    assert error is None or error.count("\n") == 0


def test_warcs_that_warcio_writes_are_read(write: Write) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    bodies = [b" ".join(b"%d" % (n * n) for n in range(count)) for count in (0, 1, 5_000, 30_000)]
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "x"}))
    for body in bodies:
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        response = writer.create_warc_record(
            URL, "response", payload=io.BytesIO(body), length=len(body), http_headers=head
        )
        request = writer.create_warc_record(
            URL, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
        )
        writer.write_request_response_pair(request, response)
    found, remarks, error = read_all(write(out.getvalue()))
    assert ([body for _, body in found], remarks, error) == (bodies, [], None)


@pytest.mark.parametrize("name", ["../a.warc.gz", "/etc/passwd", "x/a.warc.gz", "..", "", ".", "a\0b"])
def test_a_location_is_a_name_in_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(CaptureError, match="the name of a file was expected, not a path"):
        read_record(tmp_path, Location(name, 0, 0))


def test_a_location_without_a_capture_is_one_clear_line(write: Write, make_record: MakeRecord) -> None:
    request = make_record(WARC_Type="request", is_gzip=True)
    folder = write(request + make_record(is_gzip=True)).parent
    with pytest.raises(CaptureError, match=r"^a\.warc\.gz: there is no capture at byte 0; is it the file"):
        read_record(folder, Location("a.warc.gz", 0, 0))
    with pytest.raises(
        CaptureError, match=r"^a\.warc\.gz: the record at byte 7 doesn't begin with WARC/1\.0"
    ):
        read_record(folder, Location("a.warc.gz", 7, 0))
    with pytest.raises(CaptureError, match=r"^a\.warc\.gz: nothing stands at byte 99999; a WARC or WACZ was"):
        read_record(folder, Location("a.warc.gz", 99_999, 0))
    with pytest.raises(CaptureError, match=r"/b\.warc\.gz: can't be read: No such file or directory$"):
        read_record(folder, Location("b.warc.gz", 0, 0))
