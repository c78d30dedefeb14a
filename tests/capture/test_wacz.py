from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kaltimcrawl.capture import Exchange, Location, WarcWriter, read_captures, read_record
from kaltimcrawl.errors import CaptureError

MakeExchange = Callable[..., Exchange]
MakeRecord = Callable[..., bytes]
MIB = 1_048_576


@pytest.fixture
def warc(tmp_path: Path, make_exchange: MakeExchange) -> bytes:
    """A WARC of three captures."""
    folder = tmp_path / "warc"
    with WarcWriter(folder, program="x/1", run="1") as writer:
        for number in range(3):
            writer.write(make_exchange(url=f"https://kabar.example/{number}"))
    (path,) = folder.iterdir()
    return path.read_bytes()


def make_wacz(folder: Path, members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    path = folder / "koleksi.wacz"
    with zipfile.ZipFile(path, "w", method) as wacz:
        for name, data in members.items():
            wacz.writestr(name, data)
    return path


def error_of(path: Path) -> str:
    with pytest.raises(CaptureError) as caught:
        list(read_captures(path))
    return str(caught.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_all_warcs_of_a_wacz_are_read_and_found_again(
    tmp_path: Path, warc: bytes, make_record: MakeRecord, method: int
) -> None:
    members = {
        "datapackage.json": json.dumps({"profile": "data-package"}).encode(),
        "archive/data.warc.gz": warc,
        "pages/pages.jsonl": b"{}",
        "archive/rekaman.warc": make_record() * 2,
        "lain/data.warc.gz": warc,
    }
    path = make_wacz(tmp_path, members, method)
    found = list(read_captures(path))
    assert [(capture.url, capture.location.file) for capture, _ in found] == [
        ("https://kabar.example/0", "koleksi.wacz!/archive/data.warc.gz"),
        ("https://kabar.example/1", "koleksi.wacz!/archive/data.warc.gz"),
        ("https://kabar.example/2", "koleksi.wacz!/archive/data.warc.gz"),
        ("https://kabar.example/2025/05/banjir", "koleksi.wacz!/archive/rekaman.warc"),
        ("https://kabar.example/2025/05/banjir", "koleksi.wacz!/archive/rekaman.warc"),
    ]
    assert [read_record(tmp_path, capture.location) for capture, _ in found] == found
    place = found[1][0].location
    assert warc[place.offset : place.offset + 2] == b"\x1f\x8b"
    assert {item.name for item in tmp_path.iterdir()} == {"warc", "koleksi.wacz"}


def test_no_name_of_a_member_becomes_a_path(tmp_path: Path, warc: bytes) -> None:
    path = make_wacz(tmp_path / "warc", {"archive/../../../lari.warc.gz": warc, "/archive/x.warc.gz": warc})
    assert len(list(read_captures(path))) == 3
    assert not list(tmp_path.glob("**/lari*"))


def test_a_wacz_may_have_a_comment_and_zip64_records(tmp_path: Path, warc: bytes) -> None:
    path = tmp_path / "koleksi.wacz"
    with zipfile.ZipFile(path, "w") as wacz:
        with wacz.open("archive/data.warc.gz", "w", force_zip64=True) as member:
            member.write(warc)
        wacz.comment = b"x" * 65_535
    assert len(list(read_captures(path))) == 3


def test_damage_in_a_member_is_told_after_what_stands_before_it(tmp_path: Path, warc: bytes) -> None:
    path = make_wacz(tmp_path, {"archive/data.warc.gz": warc[:-10]})
    found = []
    with pytest.raises(CaptureError) as caught:
        found.extend(read_captures(path))
    assert str(caught.value).startswith("koleksi.wacz!/archive/data.warc.gz: the record at byte ")
    assert "breaks off where the file ends; what stands before it was read" in str(caught.value)


def test_a_deflated_member_with_a_wrong_checksum_is_told(tmp_path: Path, make_record: MakeRecord) -> None:
    path = make_wacz(tmp_path, {"archive/a.warc": make_record()}, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(path) as wacz:
        crc = wacz.getinfo("archive/a.warc").CRC.to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(crc, b"\0\0\0\0"))
    assert "can't be read (Bad CRC-32 for file 'archive/a.warc'); " in error_of(path)


def test_no_name_of_a_member_steers_a_terminal(tmp_path: Path, warc: bytes) -> None:
    path = make_wacz(tmp_path, {"archive/\x1b[2J.warc.gz": warc[:-10]})
    assert error_of(path).startswith("koleksi.wacz!/archive/?[2J.warc.gz: the record at byte ")


def test_a_wacz_without_warcs_is_one_clear_line(tmp_path: Path) -> None:
    assert error_of(make_wacz(tmp_path, {"archive/a.txt": b"", "a.warc": b""})) == (
        "koleksi.wacz: holds no WARC: archive/*.warc or archive/*.warc.gz was expected; get a whole copy of the file"
    )


@pytest.mark.parametrize("keep", [4, 100, -30])
def test_a_zip_that_breaks_off_is_one_clear_line(tmp_path: Path, warc: bytes, keep: int) -> None:
    path = make_wacz(tmp_path, {"archive/data.warc.gz": warc})
    path.write_bytes(path.read_bytes()[:keep])
    assert error_of(path) == (
        "koleksi.wacz: can't be read as a ZIP (it breaks off: its list of members is missing); "
        "get a whole copy of the file"
    )


def test_a_member_whose_own_header_differs_is_refused(tmp_path: Path, warc: bytes) -> None:
    path = make_wacz(tmp_path, {"archive/data.warc.gz": warc})
    path.write_bytes(path.read_bytes().replace(b"archive/data", b"archive/lain", 1))
    assert "koleksi.wacz: has archive/data.warc.gz damaged (File name in directory" in error_of(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_methods_than_deflate_are_refused(tmp_path: Path, warc: bytes, method: int) -> None:
    path = make_wacz(tmp_path, {"archive/data.warc.gz": warc}, method)
    assert "has archive/data.warc.gz encrypted or compressed by a method other than deflate" in error_of(path)


def test_an_encrypted_member_is_refused(tmp_path: Path, warc: bytes) -> None:
    path = make_wacz(tmp_path, {"archive/data.warc.gz": warc})
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "has archive/data.warc.gz encrypted or compressed" in error_of(path)


def test_a_zip_bomb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = make_wacz(tmp_path, {"archive/a.warc": bytes(70 * MIB)}, zipfile.ZIP_DEFLATED)
    assert "koleksi.wacz: expands to more than a hundred times its size" in error_of(path)


def test_a_list_of_members_that_would_fill_the_memory_is_refused(tmp_path: Path, warc: bytes) -> None:
    path = make_wacz(tmp_path, {"archive/data.warc.gz": warc})
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (20 * MIB).to_bytes(4, "little")
    path.write_bytes(data)
    assert error_of(path) == (
        "koleksi.wacz: lists more members than any WACZ has; get a whole copy of the file"
    )


def test_a_location_in_a_wacz_that_is_not_there_is_one_clear_line(tmp_path: Path, warc: bytes) -> None:
    make_wacz(tmp_path, {"archive/data.warc.gz": warc})
    with pytest.raises(CaptureError, match=r"^koleksi\.wacz: has no member archive/x\.warc"):
        read_record(tmp_path, Location("koleksi.wacz!/archive/x.warc", 0, 0))
    with pytest.raises(CaptureError, match="nothing stands at byte 9999999"):
        read_record(tmp_path, Location("koleksi.wacz!/archive/data.warc.gz", 9_999_999, 0))
    with pytest.raises(CaptureError, match=r"lain\.wacz: can't be read: No such file"):
        read_record(tmp_path, Location("lain.wacz!/archive/data.warc.gz", 0, 0))
    with pytest.raises(CaptureError, match="the name of a file was expected"):
        read_record(tmp_path, Location("../koleksi.wacz!/archive/data.warc.gz", 0, 0))
