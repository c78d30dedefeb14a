from __future__ import annotations

import gzip
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.checker import Checker

from kaltimcrawl.capture import Exchange, Recovered, WarcWriter, read_captures, recover
from kaltimcrawl.errors import CaptureError

MakeExchange = Callable[..., Exchange]


def left_open(folder: Path, exchange: Exchange, count: int = 3) -> tuple[Path, bytes]:
    """A file as a dead process leaves it, and what whole records it holds."""
    with WarcWriter(folder, program="x/1", run="1") as writer:
        for _ in range(count):
            writer.write(exchange)
    (path,) = folder.glob("*.warc.gz")
    return path.rename(f"{path}.open"), Path(f"{path}.open").read_bytes()


def test_a_killed_writer_loses_no_capture_it_gave(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _WRITE_ON, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    given = [child.stdout.readline().strip() for _ in range(50)]
    child.send_signal(signal.SIGKILL)
    given += child.stdout.read().split("\n")[:-1]  # what it gave before the signal came
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL
    (path,) = tmp_path.iterdir()
    assert path.suffix == ".open"

    with WarcWriter(tmp_path, program="x/1", run="2") as writer:
        (done,) = writer.recovered
    assert done.file == path.stem
    (path,) = tmp_path.iterdir()
    assert path.name == done.file
    assert Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all() == 0
    found = [capture.record_id for capture, _ in read_captures(path)]
    assert found[: len(given)] == given
    assert len(found) - len(given) in {0, 1}  # written, and killed before it could be given


_WRITE_ON = textwrap.dedent("""
    import os, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from kaltimcrawl.capture import Exchange, WarcWriter

    writer = WarcWriter(Path(sys.argv[1]), program="x/1", run="1")
    while True:
        body = os.urandom(50_000)
        exchange = Exchange("https://a.example/", "GET", (), datetime.now(UTC), 200, "OK", "HTTP/1.1", (), body)
        os.write(1, writer.write(exchange).record_id.encode() + b"\\n")
""")


@pytest.mark.parametrize(
    "keep", ["all but a byte", "half of the last", "its magic number", "garbage", "zeros"]
)
def test_a_half_written_record_is_cut_off(tmp_path: Path, make_exchange: MakeExchange, keep: str) -> None:
    path, whole = left_open(tmp_path, make_exchange())
    record = gzip.compress(b"WARC/1.1\r\n" + bytes(range(256)) * 20)
    half = {
        "all but a byte": record[:-1],
        "half of the last": record[: len(record) // 2],
        "its magic number": record[:2],
        "garbage": b"\xff" * 70_000,
        "zeros": bytes(5_000),
    }[keep]
    path.write_bytes(whole + half)
    assert recover(tmp_path) == (Recovered(path.stem, 7, len(half)),)
    assert [left.name for left in tmp_path.iterdir()] == [path.stem]
    assert path.with_suffix("").read_bytes() == whole


def test_a_wrong_checksum_is_cut_off(tmp_path: Path, make_exchange: MakeExchange) -> None:
    path, whole = left_open(tmp_path, make_exchange())
    path.write_bytes(whole[:-8] + b"\x00" * 8)
    (done,) = recover(tmp_path)
    assert done.records == 6
    assert len(list(read_captures(tmp_path / done.file))) == 3  # its last request was lost


def test_a_whole_file_only_gets_its_name(tmp_path: Path, make_exchange: MakeExchange) -> None:
    path, whole = left_open(tmp_path, make_exchange())
    (done,) = recover(tmp_path)
    assert done == Recovered(path.stem, 7, 0)
    assert str(done) == f"{path.stem}: made whole after its writer died; 7 records, 0 bytes cut off"
    assert path.with_suffix("").read_bytes() == whole
    assert recover(tmp_path) == ()


def test_a_file_without_a_record_is_removed(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz.open").write_bytes(b"\x1f\x8b\x08")
    (done,) = recover(tmp_path)
    assert str(done) == "a.warc.gz: removed after its writer died; 0 records, 3 bytes cut off"
    assert list(tmp_path.iterdir()) == []


def test_a_living_writers_file_is_left_alone(tmp_path: Path, make_exchange: MakeExchange) -> None:
    with WarcWriter(tmp_path, program="x/1", run="1") as writer:
        writer.write(make_exchange())
        assert recover(tmp_path) == ()
        assert len(list(tmp_path.glob("*.open"))) == 1


def test_no_file_is_overwritten(tmp_path: Path, make_exchange: MakeExchange) -> None:
    path, _ = left_open(tmp_path, make_exchange())
    path.with_suffix("").write_bytes(b"precious")
    with pytest.raises(
        CaptureError, match=r"\.open: kaltimcrawl-.*-1-00001\.warc\.gz is there too; move one"
    ):
        recover(tmp_path)
    assert path.with_suffix("").read_bytes() == b"precious"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"precious")
    (tmp_path / "a.warc.gz.open").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(
        CaptureError, match=r"a\.warc\.gz\.open: left by a dead process and can't be made whole"
    ):
        recover(tmp_path)
    assert (tmp_path / "elsewhere").read_bytes() == b"precious"
