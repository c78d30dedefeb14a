from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.capture import decode_body
from kaltimcrawl.capture.decoding import undo_chunks

PAGE = b"<p>Banjir surut, warga Samarinda pulang.</p>" * 200
LIMIT = 1_000_000


def deflate_raw(body: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(body) + engine.flush()


ENCODERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "deflate (raw)": deflate_raw,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}


def codings(names: list[str]) -> str:
    return ", ".join(name.removesuffix(" (raw)") for name in names)


@given(body=st.binary(max_size=5_000), names=st.lists(st.sampled_from(sorted(ENCODERS)), max_size=5))
def test_any_stack_of_codings_is_undone(body: bytes, names: list[str]) -> None:
    encoded = body
    for name in names:
        encoded = ENCODERS[name](encoded)
    assert decode_body(encoded, codings(names), LIMIT) == body


@pytest.mark.parametrize("header", [None, "", "identity", " , identity", "rot13", "gzip, rot13", "utf-8"])
def test_what_no_known_coding_was_done_to_stays(header: str | None) -> None:
    assert decode_body(PAGE, header, LIMIT) == PAGE


@pytest.mark.parametrize("header", ["GZIP", " x-gzip ", "identity, gzip,"])
def test_codings_are_found_however_they_are_written(header: str) -> None:
    assert decode_body(gzip.compress(PAGE), header, LIMIT) == PAGE


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("page", [PAGE, b"\xef\xbb\xbf\n<!DOCTYPE html>" + PAGE, b"", b"<p"])
def test_a_page_that_its_header_wrongly_calls_coded_is_given_as_it_is(coding: str, page: bytes) -> None:
    assert decode_body(page, coding, LIMIT) == page


@pytest.mark.parametrize("name", ["gzip", "deflate", "deflate (raw)", "br"])
def test_a_body_that_breaks_off_gives_what_there_is(name: str) -> None:
    numbers = b" ".join(b"%d" % number for number in range(20_000))
    encoded = ENCODERS[name](numbers)
    body = decode_body(encoded[: len(encoded) // 2], codings([name]), LIMIT)
    assert numbers.startswith(body)
    assert len(body) > len(numbers) // 3


def test_zstd_that_breaks_off_gives_its_whole_blocks() -> None:
    numbers = b" ".join(b"%d" % number for number in range(200_000))
    encoded = zstandard.compress(numbers)
    body = decode_body(encoded[: len(encoded) * 3 // 4], "zstd", LIMIT * 10)
    assert numbers.startswith(body)
    assert len(body) >= 131_072


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_a_wrong_checksum_costs_nothing(name: str) -> None:
    encoded, checksum = ENCODERS[name](PAGE), {"gzip": 8, "deflate": 4}[name]
    assert decode_body(encoded[:-checksum] + b"\0" * checksum, name, LIMIT) == PAGE


def test_members_and_frames_follow_one_another() -> None:
    assert (
        decode_body(gzip.compress(b"satu ") + gzip.compress(b"dua") + b"\0\0", "gzip", LIMIT) == b"satu dua"
    )
    frames = zstandard.compress(b"satu ") + zstandard.compress(b"dua")
    assert decode_body(frames + b"sampah", "zstd", LIMIT) == b"satu dua"


@pytest.mark.parametrize("name", sorted(ENCODERS))
def test_no_more_than_the_limit_comes_out(name: str) -> None:
    bomb = ENCODERS[name](bytes(5_000_000))
    assert decode_body(bomb, codings([name]), 1_000) == bytes(1_000)
    assert decode_body(ENCODERS[name](bomb), codings([name, name]), 100_000)[:1_000] == bytes(1_000)
    assert decode_body(bomb, codings([name]), 0) == b""


def test_a_tower_of_codings_is_not_climbed() -> None:
    assert decode_body(gzip.compress(PAGE), ", ".join(["gzip"] * 1_000), LIMIT) == gzip.compress(PAGE)


@given(body=st.binary(max_size=300), header=st.sampled_from(["gzip", "deflate", "br", "zstd", "br, gzip"]))
def test_nothing_is_raised_whatever_the_body(body: bytes, header: str) -> None:
    assert len(decode_body(body, header, 500)) <= 500
    assert len(decode_body(b"\x1f\x8b\x08\x00" + body, "gzip", 500)) <= 500
    assert len(decode_body(b"\x28\xb5\x2f\xfd" + body, "zstd", 500)) <= 500


@given(pieces=st.lists(st.binary(min_size=1, max_size=400), max_size=8))
def test_chunks_are_undone(pieces: list[bytes]) -> None:
    chunks = b"".join(b"%x;a=b\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    assert undo_chunks(chunks + b"0\r\nTrailer: x\r\n\r\n") == b"".join(pieces)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", b""),
        (b"<p>Banjir</p>", b"<p>Banjir</p>"),
        (b"dead\r\n", b""),
        (b"5\r\nBanji", b"Banji"),
        (b"5\r\nBan", b"Ban"),
        (b"5\r\nBanji\r", b"Banji"),
        (b"5\r\nBanji\r\n3\r\nrxx", b"Banjirxx"),
        (b"5\r\nBanji\r\n1\r\nr", b"Banjir"),
        (b"5\r\nBanji\r\n<p>rusak</p>", b"Banji<p>rusak</p>"),
        (b"2\r\nBanjir surut", b"2\r\nBanjir surut"),
        (b"ffffffffff\r\nBanjir", b"ffffffffff\r\nBanjir"),
        (b"-5\r\nBanjir", b"-5\r\nBanjir"),
    ],
)
def test_chunks_that_break_off_or_are_none(body: bytes, expected: bytes) -> None:
    assert undo_chunks(body) == expected


@given(st.binary(max_size=200))
def test_no_chunks_grow(body: bytes) -> None:
    assert len(undo_chunks(body)) <= len(body)
