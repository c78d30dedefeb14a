"""Revisit records: written by us, read whoever wrote them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kaltimcrawl.capture import (
    Capture,
    Exchange,
    Location,
    Original,
    Remark,
    Revisit,
    WarcWriter,
    read_captures,
    read_record,
    read_visit,
    read_visits,
)
from kaltimcrawl.errors import CaptureError

MakeExchange = Callable[..., Exchange]
MakeRecord = Callable[..., bytes]
URL = "https://kabar.example/2025/05/banjir"
FIRST = datetime(2025, 5, 12, 6, 30, 0, 250_000, tzinfo=UTC)
LATER = datetime(2025, 5, 14, 1, 2, 3, 500_000, tzinfo=UTC)
DIGEST = "sha1:VG7GHZOWNSSX3GKFJUUAEH44XNR4BRKF"
EMPTY = "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"
SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
headers = st.lists(st.tuples(st.text(max_size=20), st.text(max_size=40)), max_size=8).map(tuple)


def original_of(capture: Capture) -> Original:
    return Original(capture.record_id, capture.url, capture.captured, capture.payload_digest)


def write_both(folder: Path, first: Exchange, second: Exchange, **changes: object) -> tuple[Capture, Capture]:
    """The captures of both, the second written with the first as its original, `changes` made to that."""
    with WarcWriter(folder, program="kaltimcrawl/1", run="1") as writer:
        one = writer.write(first)
        return one, writer.write(second, replace(original_of(one), **changes))


def records_of(path: Path) -> list[tuple[dict[str, str], bytes]]:
    """Fields and payload of each record, as warcio reads them."""
    with path.open("rb") as file:
        return [(dict(one.rec_headers.headers), one.content_stream().read()) for one in ArchiveIterator(file)]


def is_valid(path: Path) -> bool:
    """What `warcio check` says of the file."""
    return Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all() == 0


def test_the_same_payload_again_is_a_revisit(tmp_path: Path, make_exchange: MakeExchange) -> None:
    one, two = write_both(tmp_path, make_exchange(), make_exchange(started=LATER))
    path = tmp_path / two.location.file
    assert is_valid(path)
    info, _, _, (revisit, payload), (request, _) = records_of(path)
    assert revisit == {
        "WARC-Target-URI": URL,
        "WARC-Date": "2025-05-14T01:02:03.500000Z",
        "WARC-Warcinfo-ID": info[0]["WARC-Record-ID"],
        "WARC-IP-Address": "192.0.2.7",
        "WARC-Profile": SAME,
        "WARC-Refers-To": one.record_id,
        "WARC-Refers-To-Target-URI": URL,
        "WARC-Refers-To-Date": "2025-05-12T06:30:00.250000Z",
        "WARC-Payload-Digest": DIGEST,
        "WARC-Truncated": "length",
        "WARC-Type": "revisit",
        "WARC-Record-ID": two.record_id,
        "WARC-Block-Digest": "sha1:2GKYNVQPZACW5OMRIVWBI6ODZ2BX6OJC",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": "64",
    }
    assert payload == b""
    assert request["WARC-Concurrent-To"] == two.record_id
    assert two == replace(
        one, captured=LATER, record_id=two.record_id, location=two.location, refers_to=one.record_id
    )
    assert one.refers_to is None


def test_a_304_is_a_revisit_of_which_nothing_is_cut(tmp_path: Path, make_exchange: MakeExchange) -> None:
    not_modified = make_exchange(
        started=LATER, status=304, reason="Not Modified", body=b"", response_headers=(("ETag", '"a1"'),)
    )
    one, two = write_both(tmp_path, make_exchange(), not_modified)
    path = tmp_path / two.location.file
    assert is_valid(path)
    revisit, _ = records_of(path)[3]
    assert revisit["WARC-Profile"] == NOT_MODIFIED
    assert revisit["WARC-Refers-To"] == one.record_id
    assert revisit["WARC-Payload-Digest"] == DIGEST
    assert "WARC-Truncated" not in revisit
    assert (two.status, two.headers, two.refers_to) == (304, (("ETag", '"a1"'),), one.record_id)


def test_an_original_without_digest_serves_a_304_alone(tmp_path: Path, make_exchange: MakeExchange) -> None:
    not_modified = make_exchange(status=304, body=b"")
    one, two = write_both(tmp_path, make_exchange(), not_modified, payload_digest=None)
    assert (two.refers_to, two.payload_digest) == (one.record_id, None)
    one, two = write_both(tmp_path, make_exchange(), make_exchange(), payload_digest=None)
    assert two.refers_to is None


@pytest.mark.parametrize(
    ("exchange", "original"),
    [
        ({"body": b"<p>Banjir naik.</p>"}, {}),
        ({"status": 404}, {}),
        ({"body": b""}, {"payload_digest": EMPTY}),
        ({}, {"payload_digest": "md5:9ae6a4da33db53ea205d4a983a342dba"}),
        ({}, {"payload_digest": "crc32:12345678"}),
        ({}, {"payload_digest": ""}),
        ({"status": 304, "body": b""}, {"url": "https://kabar.example/lain"}),
        ({"status": 304, "body": b"x"}, {}),
    ],
)
def test_what_is_not_known_to_be_the_same_is_kept_whole(
    tmp_path: Path, make_exchange: MakeExchange, exchange: dict[str, object], original: dict[str, object]
) -> None:
    again = make_exchange(**exchange)
    _, two = write_both(tmp_path, make_exchange(), again, **original)
    assert two.refers_to is None
    assert records_of(tmp_path / two.location.file)[3][0]["WARC-Type"] == "response"
    assert read_record(tmp_path, two.location) == (two, again.body)


@pytest.mark.parametrize(
    "digest",
    [
        "sha1:A9BE63E5D66CA57D99454D28021F9CBB63C0C545",
        "SHA-1:vg7ghzownssx3gkfjuuaeh44xnr4brkf",
        "sha1:qb5j5dZspX2ZRU0oAh+cu2PAxUU=",
    ],
)
def test_a_digest_may_be_written_as_others_do(
    tmp_path: Path, make_exchange: MakeExchange, digest: str
) -> None:
    one, two = write_both(tmp_path, make_exchange(), make_exchange(), payload_digest=digest)
    assert (two.refers_to, two.payload_digest) == (one.record_id, digest)


def test_nothing_of_the_original_can_end_a_line(tmp_path: Path, make_exchange: MakeExchange) -> None:
    hostile = {
        "record_id": "<urn:a>\r\nWARC-Type: warcinfo\r\n\r\n",
        "url": URL + "\r\nX: y",
        "payload_digest": f" sha1\r\n:{DIGEST[5:]}\r\nX: y",
    }
    for again in (make_exchange(), make_exchange(status=304, body=b"")):
        _, two = write_both(tmp_path, make_exchange(), again, **hostile)
        assert is_valid(tmp_path / two.location.file)
        fields, _ = records_of(tmp_path / two.location.file)[3]
        assert "X" not in fields


@given(body=st.binary(min_size=1, max_size=500), first=headers, second=headers, reason=st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_a_revisit_reads_back_with_its_headers_and_leads_to_the_same_body(
    tmp_path_factory: pytest.TempPathFactory,
    make_exchange: MakeExchange,
    body: bytes,
    first: tuple[tuple[str, str], ...],
    second: tuple[tuple[str, str], ...],
    reason: str,
) -> None:
    folder = tmp_path_factory.mktemp("warc")
    first, second = (
        tuple(pair for pair in some if not pair[0].strip().lower().endswith("-encoding"))
        for some in (first, second)
    )
    again = make_exchange(body=body, response_headers=second, started=LATER, reason=reason)
    with WarcWriter(folder, program="x/1", run="1") as writer:
        one = writer.write(make_exchange(body=body, response_headers=first))
        two = writer.write(again, original_of(one))
        whole = writer.write(again)
    path = folder / one.location.file
    assert is_valid(path)
    original, revisit, kept_whole = read_visits(path)
    assert original == (one, body)
    assert revisit == Revisit(two, "identical-payload-digest", one.url, one.captured)
    assert two.headers == whole.headers
    assert revisit.may_be_of(one)
    assert revisit.resolved(one) == two
    assert kept_whole == (whole, body)
    assert read_visit(folder, two.location) == revisit
    assert read_record(folder, one.location) == (one, body)
    warcio_reads = [fields for fields, _ in records_of(path) if fields["WARC-Type"] == "revisit"]
    assert [fields["WARC-Refers-To"] for fields in warcio_reads] == [one.record_id]


def test_read_captures_passes_revisits_over_and_read_record_refuses_them(
    tmp_path: Path, make_exchange: MakeExchange
) -> None:
    one, two = write_both(tmp_path, make_exchange(), make_exchange())
    remarks: list[Remark] = []
    assert [capture for capture, _ in read_captures(tmp_path / one.location.file, remarks.append)] == [one]
    says = (
        f"{two.location.file}: the record at byte {two.location.offset} ({URL}) is a revisit: "
        "its body stands in another record"
    )
    assert remarks == [Remark("revisit", says, two.location)]
    with pytest.raises(CaptureError) as error:
        read_record(tmp_path, two.location)
    assert str(error.value) == says


def visits_in(tmp_path: Path, data: bytes) -> tuple[list[object], list[str]]:
    """Visits of a file with that content, and remarks."""
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    remarks: list[Remark] = []
    visits: list[object] = list(read_visits(path, remarks.append))
    return visits, [one.message for one in remarks]


OLD = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"


@pytest.mark.parametrize(
    ("profile", "status", "name"),
    [
        (OLD, 200, "identical-payload-digest"),
        (f"<{OLD}>", 200, "identical-payload-digest"),
        (OLD.replace("identical", "uri-agnostic-identical"), 200, "identical-payload-digest"),
        ("http://netpreserve.org/warc/1.0/revisit/server-not-modified", 304, "server-not-modified"),
    ],
)
def test_a_revisit_without_head_says_what_its_profile_says(
    tmp_path: Path, make_record: MakeRecord, profile: str, status: int, name: str
) -> None:
    record = make_record(
        b"", WARC_Type="revisit", WARC_Profile=profile, WARC_Payload_Digest=EMPTY, WARC_Block_Digest=DIGEST
    )
    ((revisit,), remarks) = visits_in(tmp_path, record)
    record_id = "<urn:uuid:6b0ee0a4-0000-4000-8000-000000000001>"
    location = Location("a.warc", 0, len(record))
    when = datetime(2025, 5, 12, 6, 30, tzinfo=UTC)
    assert revisit == Revisit(Capture(URL, when, status, (), EMPTY, record_id, location), name, URL, None)
    assert remarks == []


def test_what_a_revisit_refers_to_is_read_in_each_form(tmp_path: Path, make_record: MakeRecord) -> None:
    records = [
        make_record(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
            WARC_Type="Revisit",
            WARC_Profile=SAME,
            WARC_Refers_To=name,
            WARC_Refers_To_Target_URI=f"<{URL}/lama>",
            WARC_Refers_To_Date="2025-05-01T00:00:00Z",
        )
        for name in ("<urn:uuid:1>", "urn:uuid:1", None)
    ]
    visits, _ = visits_in(tmp_path, b"".join(records))
    for visit in visits:
        assert isinstance(visit, Revisit)
        assert (visit.original_url, visit.original_captured) == (
            f"{URL}/lama",
            datetime(2025, 5, 1, tzinfo=UTC),
        )
        assert visit.capture.content_type == "text/html"
    names = [visit.capture.refers_to for visit in visits if isinstance(visit, Revisit)]
    assert names == ["<urn:uuid:1>", "<urn:uuid:1>", None]


@pytest.mark.parametrize("profile", [None, "", "https://kabar.example/beda", SAME + "-2", "x" + SAME])
def test_a_profile_that_is_not_known_is_not_interpreted(
    tmp_path: Path, make_record: MakeRecord, profile: str | None
) -> None:
    visits, remarks = visits_in(tmp_path, make_record(WARC_Type="revisit", WARC_Profile=profile))
    assert visits == []
    assert remarks == [
        f"a.warc: the record at byte 0 ({URL}) is a revisit of a profile that isn't known: {profile or ''!r}"
    ]


def test_revisits_that_warcio_writes_are_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(writer.create_revisit_record(URL, DIGEST, URL, "2025-05-12T06:30:00Z", head))
    ((revisit,), remarks) = visits_in(tmp_path, out.getvalue())
    assert isinstance(revisit, Revisit)
    assert (revisit.profile, revisit.original_captured) == (
        "identical-payload-digest",
        datetime(2025, 5, 12, 6, 30, tzinfo=UTC),
    )
    assert (revisit.capture.headers, revisit.capture.payload_digest) == (
        (("Content-Type", "text/html"),),
        DIGEST,
    )
    assert remarks == []


LOCATION = Location("a.warc.gz", 0, 1)
PAGE = Capture(URL, FIRST, 200, (("Content-Type", "text/html"),), DIGEST, "<urn:uuid:1>", LOCATION)
AGAIN = Capture(URL, LATER, 304, (("ETag", "x"),), EMPTY, "<urn:uuid:2>", LOCATION)


def test_a_304_is_resolved_to_the_page_as_it_was(tmp_path: Path) -> None:
    revisit = Revisit(AGAIN, "server-not-modified", URL, None)
    assert revisit.may_be_of(PAGE)
    assert revisit.resolved(PAGE) == replace(
        AGAIN, status=200, headers=PAGE.headers, refers_to=PAGE.record_id
    )


def test_a_record_with_another_payload_is_not_what_a_revisit_repeats() -> None:
    revisit = Revisit(replace(AGAIN, status=200), "identical-payload-digest", URL, None)
    assert not revisit.may_be_of(PAGE)
    assert revisit.may_be_of(replace(PAGE, payload_digest="sha256:" + "0" * 64))
    assert revisit.may_be_of(replace(PAGE, payload_digest=None))
    same = replace(PAGE, payload_digest="SHA-1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=")
    assert revisit.may_be_of(same)
