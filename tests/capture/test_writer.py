from __future__ import annotations

import gzip
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from kaltimcrawl.capture import Capture, Exchange, Location, WarcWriter, read_captures, read_record
from kaltimcrawl.errors import CaptureError

MakeExchange = Callable[..., Exchange]
URL = "https://kabar.example/2025/05/banjir"
headers = st.lists(st.tuples(st.text(max_size=20), st.text(max_size=40)), max_size=8).map(tuple)


def warc_writer(folder: Path, **options: int | str) -> WarcWriter:
    return WarcWriter(folder, program="kaltimcrawl/1", run="uji 12", **options)


def write_one(folder: Path, exchange: Exchange) -> Capture:
    with warc_writer(folder) as writer:
        return writer.write(exchange)


def stored(folder: Path, capture: Capture) -> bytes:
    """The one gzip member at the capture's location."""
    data = (folder / capture.location.file).read_bytes()
    return gzip.decompress(data[capture.location.offset :][: capture.location.length])


def message(folder: Path, capture: Capture) -> bytes:
    """The HTTP message in the record at the capture's location."""
    return stored(folder, capture).split(b"\r\n\r\n", 1)[1].removesuffix(b"\r\n\r\n")


def is_valid(path: Path) -> bool:
    """What `warcio check` says of the file."""
    return Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all() == 0


def test_file_holds_warcinfo_response_and_request(tmp_path: Path, make_exchange: MakeExchange) -> None:
    capture = write_one(tmp_path, make_exchange())
    with (tmp_path / capture.location.file).open("rb") as file:
        records = [
            (dict(record.rec_headers.headers), record.raw_stream.read()) for record in ArchiveIterator(file)
        ]
    (info, fields), (response, body), (request, _) = records
    assert [record["WARC-Type"] for record, _ in records] == ["warcinfo", "response", "request"]
    assert info["WARC-Filename"] == capture.location.file
    assert fields.decode() == (
        "software: kaltimcrawl/1\r\n"
        "format: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        "isPartOf: uji 12\r\n"
    )
    assert response == {
        "WARC-Target-URI": URL,
        "WARC-Date": "2025-05-12T06:30:00.250000Z",
        "WARC-Warcinfo-ID": info["WARC-Record-ID"],
        "WARC-IP-Address": "192.0.2.7",
        "WARC-Type": "response",
        "WARC-Record-ID": capture.record_id,
        "WARC-Payload-Digest": capture.payload_digest,
        "WARC-Block-Digest": "sha1:EXQ57XWQTGA423E5S536MBOG45Z6CHDT",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": "84",
    }
    assert capture.payload_digest == "sha1:VG7GHZOWNSSX3GKFJUUAEH44XNR4BRKF"
    assert body == b"<p>Banjir surut.</p>"
    assert request["WARC-Concurrent-To"] == capture.record_id
    assert request["WARC-Target-URI"] == URL
    assert request["WARC-Date"] == response["WARC-Date"]


def test_capture_is_what_a_reader_finds(tmp_path: Path, make_exchange: MakeExchange) -> None:
    capture = write_one(tmp_path, make_exchange())
    assert capture == Capture(
        url=URL,
        captured=datetime(2025, 5, 12, 6, 30, 0, 250_000, tzinfo=UTC),
        status=200,
        headers=(("Content-Type", "text/html"), ("Content-Length", "20")),
        payload_digest="sha1:VG7GHZOWNSSX3GKFJUUAEH44XNR4BRKF",
        record_id=capture.record_id,
        location=Location(capture.location.file, capture.location.offset, capture.location.length),
    )
    assert list(read_captures(tmp_path / capture.location.file)) == [(capture, b"<p>Banjir surut.</p>")]


def test_stored_messages_are_http(tmp_path: Path, make_exchange: MakeExchange) -> None:
    capture = write_one(tmp_path, make_exchange(method="POST", url="https://kabar.example/cari?q=x#hasil"))
    assert message(tmp_path, capture) == (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<p>Banjir surut.</p>"
    )
    with (tmp_path / capture.location.file).open("rb") as file:
        file.seek(capture.location.offset + capture.location.length)
        request = gzip.decompress(file.read()).split(b"\r\n\r\n", 1)[1]
    assert request == (
        b"POST /cari?q=x HTTP/1.1\r\nHost: kabar.example\r\nUser-Agent: kaltimcrawl/1\r\n\r\n\r\n\r\n"
    )


@given(
    body=st.binary(max_size=2000),
    response_headers=headers,
    request_headers=headers,
    reason=st.text(max_size=20),
    method=st.text(max_size=10),
    protocol=st.text(max_size=10),
    url=st.text(max_size=40),
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_is_valid_and_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    make_exchange: MakeExchange,
    body: bytes,
    response_headers: tuple[tuple[str, str], ...],
    request_headers: tuple[tuple[str, str], ...],
    reason: str,
    method: str,
    protocol: str,
    url: str,
) -> None:
    folder = tmp_path_factory.mktemp("warc")
    response_headers = tuple(
        pair for pair in response_headers if not pair[0].strip().lower().endswith("-encoding")
    )
    exchange = make_exchange(
        body=body,
        response_headers=response_headers,
        request_headers=request_headers,
        reason=reason,
        method=method,
        protocol=protocol,
        url=f"https://kabar.example/{url}",
    )
    with warc_writer(folder) as writer:
        captures = [writer.write(exchange) for _ in range(3)]
    path = folder / captures[0].location.file
    assert is_valid(path)
    assert list(read_captures(path)) == [(capture, body) for capture in captures]
    assert [read_record(folder, capture.location) for capture in captures] == [
        (capture, body) for capture in captures
    ]


def test_each_location_is_that_of_its_record(tmp_path: Path, make_exchange: MakeExchange) -> None:
    with warc_writer(tmp_path, max_bytes=3_000) as writer:
        captures = [writer.write(make_exchange(body=b"%d" % number * number)) for number in range(40)]
    for number, capture in enumerate(captures):
        record = stored(tmp_path, capture)
        assert record.startswith(b"WARC/1.1\r\n")
        assert f"WARC-Record-ID: {capture.record_id}\r\n".encode() in record
        assert record.endswith(b"\r\n\r\n" + b"%d" % number * number + b"\r\n\r\n")


def test_headers_can_end_no_line_and_name_no_other_header(
    tmp_path: Path, make_exchange: MakeExchange
) -> None:
    hostile = (
        ("X-A", "1\r\nSet-Cookie: a=1\r\n\r\n<script>"),
        ("X-B\r\nX-C: 1", "2"),
        ("Nama", "Jum’at \x00"),
        ("Kopi", "caf\xe9\x85"),
        ("", "nameless"),
    )
    exchange = make_exchange(
        response_headers=hostile, reason="OK\r\nX-D: 1", url=URL + "\r\nWARC-Type: warcinfo"
    )
    capture = write_one(tmp_path, exchange)
    assert capture.headers == (
        ("X-A", "1  Set-Cookie: a=1    <script>"),
        ("X-B__X-C__1", "2"),
        ("Nama", "Jum%E2%80%99at"),
        ("Kopi", "caf\xe9\x85"),
        ("Content-Length", "20"),
    )
    assert message(tmp_path, capture).startswith(b"HTTP/1.1 200 OK  X-D: 1\r\nX-A: 1  Set-Cookie")
    assert b"Kopi: caf\xe9\x85\r\n" in message(tmp_path, capture)
    assert capture.url == URL + "%0D%0AWARC-Type:%20warcinfo"


def test_headers_without_end_are_cut_so_that_the_record_can_be_read(
    tmp_path: Path, make_exchange: MakeExchange
) -> None:
    endless = tuple((f"X-{number}", "x" * 10_000) for number in range(100))
    capture = write_one(tmp_path, make_exchange(response_headers=endless))
    assert len(capture.headers) == 27
    assert read_record(tmp_path, capture.location) == (capture, b"<p>Banjir surut.</p>")


@pytest.mark.parametrize(
    ("given_headers", "expected"),
    [
        ((), (("Content-Length", "20"),)),
        ((("content-length", "20"),), (("content-length", "20"),)),
        (
            (("Content-Length", "9"), ("Content-Encoding", "br")),
            (
                ("X-Archive-Orig-Content-Length", "9"),
                ("Content-Encoding", "br"),
                ("Content-Length", "20"),
            ),
        ),
        (
            (("Transfer-Encoding", "chunked"), ("A", "b")),
            (("X-Archive-Orig-Transfer-Encoding", "chunked"), ("A", "b"), ("Content-Length", "20")),
        ),
        (
            (("Content-Length", "20"), ("Content-Length", "20")),
            (("Content-Length", "20"), ("X-Archive-Orig-Content-Length", "20")),
        ),
    ],
)
def test_headers_tell_the_truth_of_the_stored_body(
    tmp_path: Path,
    make_exchange: MakeExchange,
    given_headers: tuple[tuple[str, str], ...],
    expected: tuple[tuple[str, str], ...],
) -> None:
    assert write_one(tmp_path, make_exchange(response_headers=given_headers)).headers == expected


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("GET", 304), ("GET", 204)])
def test_content_length_of_a_body_that_is_not_sent_stays(
    tmp_path: Path, make_exchange: MakeExchange, method: str, status: int
) -> None:
    exchange = make_exchange(
        method=method, status=status, body=b"", response_headers=(("Content-Length", "512"),)
    )
    assert write_one(tmp_path, exchange).headers == (("Content-Length", "512"),)


def test_http2_is_written_as_readers_know_http_and_named(tmp_path: Path, make_exchange: MakeExchange) -> None:
    capture = write_one(tmp_path, make_exchange(protocol="HTTP/2"))
    assert b"WARC-Protocol: h2\r\n" in stored(tmp_path, capture)
    assert message(tmp_path, capture).startswith(b"HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize("ip_address", [None, "", "kabar.example", "fe80::1%eth0", "1.2.3.4\r\nX: y"])
def test_what_is_no_ip_address_is_not_written_as_one(
    tmp_path: Path, make_exchange: MakeExchange, ip_address: str | None
) -> None:
    capture = write_one(tmp_path, make_exchange(ip_address=ip_address))
    assert b"WARC-IP-Address" not in stored(tmp_path, capture)


def test_dates_are_written_in_utc(tmp_path: Path, make_exchange: MakeExchange) -> None:
    wita = timezone(timedelta(hours=8))
    capture = write_one(tmp_path, make_exchange(started=datetime(2025, 5, 12, 14, 30, tzinfo=wita)))
    assert b"WARC-Date: 2025-05-12T06:30:00Z\r\n" in stored(tmp_path, capture)
    assert capture.captured == datetime(2025, 5, 12, 6, 30, tzinfo=UTC)
    with pytest.raises(ValueError, match="naive"):
        write_one(tmp_path, make_exchange(started=datetime(2025, 5, 12)))


def test_file_is_open_until_it_is_closed(tmp_path: Path, make_exchange: MakeExchange) -> None:
    writer = warc_writer(tmp_path)
    assert list(tmp_path.iterdir()) == []
    capture = writer.write(make_exchange())
    assert [path.name for path in tmp_path.iterdir()] == [f"{capture.location.file}.open"]
    assert read_record(tmp_path, capture.location) == (capture, b"<p>Banjir surut.</p>")
    writer.close()
    writer.close()
    assert [path.name for path in tmp_path.iterdir()] == [capture.location.file]
    with pytest.raises(ValueError, match="closed"):
        writer.write(make_exchange())


def test_file_is_named_after_prefix_time_run_and_number(tmp_path: Path, make_exchange: MakeExchange) -> None:
    with WarcWriter(tmp_path / "warc", program="x/1", run="../Pos Kota 3", prefix="kaltim") as writer:
        name = writer.write(make_exchange()).location.file
    prefix, time, run = name.split("-", 2)
    assert (prefix, run) == ("kaltim", "Pos-Kota-3-00001.warc.gz")
    assert datetime.strptime(time, "%Y%m%d%H%M%S").replace(tzinfo=UTC) <= datetime.now(UTC)
    assert [path.name for path in (tmp_path / "warc").iterdir()] == [name]


def test_files_are_rolled_before_they_outgrow_max_bytes(tmp_path: Path, make_exchange: MakeExchange) -> None:
    with warc_writer(tmp_path, max_bytes=4_000) as writer:
        captures = [writer.write(make_exchange()) for _ in range(20)]
    files = sorted(tmp_path.iterdir())
    assert [path.name[-13:] for path in files] == [f"{n:05}.warc.gz" for n in range(1, len(files) + 1)]
    assert len(files) > 3
    assert all(path.stat().st_size <= 4_000 and is_valid(path) for path in files)
    assert [capture for path in files for capture, _ in read_captures(path)] == captures


def test_an_exchange_larger_than_max_bytes_has_a_file_of_its_own(
    tmp_path: Path, make_exchange: MakeExchange
) -> None:
    with warc_writer(tmp_path, max_bytes=1) as writer:
        names = [writer.write(make_exchange()).location.file for _ in range(3)]
    assert len(set(names)) == 3


def test_many_writers_share_a_folder(tmp_path: Path, make_exchange: MakeExchange) -> None:
    writers = [warc_writer(tmp_path) for _ in range(5)]
    captures = [writer.write(make_exchange()) for writer in writers for _ in range(2)]
    writers += [warc_writer(tmp_path)]  # its start leaves the files of the living alone
    assert writers[-1].recovered == ()
    for writer in writers:
        writer.close()
    assert len({capture.location.file for capture in captures}) == 5
    for capture in captures:
        assert read_record(tmp_path, capture.location)[0] == capture


def test_user_agent_stands_in_warcinfo_where_it_is_told(tmp_path: Path, make_exchange: MakeExchange) -> None:
    agent = "kaltimcrawl/1\r\n(+https://x.example)"
    with warc_writer(tmp_path, user_agent=agent) as writer:
        capture = writer.write(make_exchange())
    data = gzip.decompress((tmp_path / capture.location.file).read_bytes())
    assert b"http-header-user-agent: kaltimcrawl/1 (+https://x.example)\r\n" in data


def test_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(
        CaptureError, match=r"berkas/warc: can't be made a folder for WARCs: Not a directory$"
    ):
        warc_writer(tmp_path / "berkas" / "warc")


def test_a_full_disk_leaves_no_half_written_record(tmp_path: Path) -> None:
    """The limit on a file's size stands in for a full disk: both refuse a write half-way."""
    done = subprocess.run([sys.executable, "-c", _FILL_UP, str(tmp_path)], capture_output=True, text=True)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert "can't be written: File too large; no record was left half-written" in lines[0]
    assert lines[1:] == ["again: can't be written", "small: written"]
    (path,) = tmp_path.iterdir()
    assert is_valid(path)
    assert [capture.url for capture, _ in read_captures(path)] == [
        "https://a.example/1",
        "https://a.example/4",
    ]


_FILL_UP = textwrap.dedent("""
    import os, resource, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from kaltimcrawl.capture import Exchange, WarcWriter
    from kaltimcrawl.errors import CaptureError

    def exchange(number, body):
        return Exchange(f"https://a.example/{number}", "GET", (), datetime.now(UTC), 200, "OK", "HTTP/1.1", (), body)

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    with WarcWriter(Path(sys.argv[1]), program="x/1", run="1") as writer:
        writer.write(exchange(1, b"x"))
        for number, word in ((2, None), (3, "again: can't be written")):
            try:
                writer.write(exchange(number, os.urandom(30_000)))
            except CaptureError as error:
                print(word or error)
        writer.write(exchange(4, b"y"))
        print("small: written")
""")
