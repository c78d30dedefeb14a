"""One writer an archive: held, told, and let go however the holder ends."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from kaltimcrawl.errors import ArchiveBusy, ArchiveError
from kaltimcrawl.storage import ArchiveLock

HOLDER = """
import pathlib, sys, time
from kaltimcrawl.storage import ArchiveLock
with ArchiveLock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(child, folder):
    process = child(HOLDER, folder)
    assert process.stdout.readline() == "held\n"
    return process


def test_another_process_is_told_who_holds_it_since_when(folder, holder):
    with pytest.raises(ArchiveBusy) as caught, ArchiveLock(folder):
        pass
    assert re.fullmatch(
        rf"{folder}: another run holds the archive \(process {holder.pid}, since \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ\); "
        "try again when it has ended",
        str(caught.value),
    )
    assert caught.value.exit_code == 75


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_holder_that_dies_leaves_it_free(folder, holder, end):
    holder.send_signal(end)
    holder.wait()
    with ArchiveLock(folder):
        assert (folder / "kaltim.lock").read_text().startswith(f"process {os.getpid()}, since ")


def test_the_same_process_can_t_take_it_twice(folder):
    with ArchiveLock(folder), pytest.raises(ArchiveBusy, match=f"process {os.getpid()}"), ArchiveLock(folder):
        pass


def test_it_is_free_after_the_block_also_by_an_exception(folder):
    lock = ArchiveLock(folder)
    for _ in range(2):
        with pytest.raises(KeyError), lock:
            raise KeyError
    with lock:
        pass
    assert (folder / "kaltim.lock").read_text() == ""


def test_who_was_refused_leaves_the_holder_s_name(folder):
    with ArchiveLock(folder):
        before = (folder / "kaltim.lock").read_text()
        with pytest.raises(ArchiveBusy), ArchiveLock(folder):
            pass
        assert (folder / "kaltim.lock").read_text() == before


def test_a_lock_file_of_rubbish_is_no_matter(folder):
    folder.mkdir()
    (folder / "kaltim.lock").write_bytes(b"\xff\x00" * 5000)
    with ArchiveLock(folder):
        assert (folder / "kaltim.lock").stat().st_size < 100


def test_a_folder_that_can_t_be_made_is_told_in_a_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(
        ArchiveError, match=r"kaltim.lock: can't be locked \(.*\); the archive's folder must be"
    ):
        ArchiveLock(tmp_path / "file").__enter__()


def test_a_folder_in_the_lock_s_place_is_told_in_a_line(folder):
    (folder / "kaltim.lock").mkdir(parents=True)
    with pytest.raises(ArchiveError, match="can't be locked"):
        ArchiveLock(folder).__enter__()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_leaves_it_free(folder):
    folder.mkdir()
    (folder / "kaltim.lock").symlink_to("/dev/full")
    for _ in range(2):
        with pytest.raises(ArchiveError, match="can't be locked") as caught:
            ArchiveLock(folder).__enter__()
        assert not isinstance(caught.value, ArchiveBusy)
