import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

DUMP = """BerandaBontangDermaga Nelayan Diperbaiki,...

Dermaga Nelayan Diperbaiki Sebelum Musim Ombak

Terbaru

BONTANG – Dermaga nelayan di pesisir selatan diperbaiki sebelum musim ombak tiba, dan perahu untuk sementara ditambatkan di muara.

Pekerjaan itu selesai dalam empat puluh hari, menurut pengawas proyek yang ditemui di lokasi pada Selasa siang.
"""


@pytest.fixture
def archive(command, tmp_path):
    file = tmp_path / "dermaga.txt"
    file.write_text(DUMP, encoding="utf-8")
    assert command("import-text", file).returncode == 0
    return tmp_path / "empty" / "archive"


@pytest.mark.parametrize(
    ("end", "code", "says"), [(signal.SIGINT, 130, "kaltimcrawl: stopped\n"), (signal.SIGTERM, 143, "")]
)
def test_the_site_answers_at_the_address_it_tells_and_stops_when_told(archive, environment, end, code, says):
    words = [sys.executable, "-m", "kaltimcrawl", "--archive", str(archive), "serve", "--port", "0"]
    process = subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )
    line = process.stdout.readline()
    address = re.fullmatch(r"Serving \S+ at (http://127\.0\.0\.1:\d+/) \(Ctrl-C stops\)\n", line).group(1)
    with urllib.request.urlopen(f"{address}kaltim/articles.json?_shape=array", timeout=30) as answer:  # noqa: S310
        assert b"Dermaga Nelayan Diperbaiki Sebelum Musim Ombak" in answer.read()
    process.send_signal(end)
    assert process.communicate(timeout=30) == ("", says)
    assert process.returncode == code
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(address.rstrip("/").rpartition(":")[2])), timeout=5)


def test_a_port_in_use_is_told_with_what_to_do(command, archive):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = command("--archive", archive, "serve", "--port", str(port))
    line = f"kaltimcrawl: --host 127.0.0.1 --port {port}: address already in use; another --port, or --port 0, may do\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", line)


def test_a_host_that_is_not_this_machine_is_told(command, archive):
    ended = command("--archive", archive, "serve", "--host", "nowhere.invalid")
    assert ended.returncode == 2
    assert ended.stderr.startswith("kaltimcrawl: --host nowhere.invalid --port 8001: ")
    assert ended.stderr.count("\n") == 1
