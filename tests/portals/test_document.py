import os
import sys

import pytest

from kaltimcrawl.errors import PortalError
from kaltimcrawl.portals.document import MAX_BYTES, read_document


@pytest.fixture
def refused(folder):
    def refused(body: bytes) -> str:
        (folder / "x.toml").write_bytes(body)
        with pytest.raises(PortalError) as caught:
            read_document(folder / "x.toml")
        return str(caught.value)

    return refused


def test_keys_and_values_are_read(folder):
    (folder / "x.toml").write_bytes(b'\xef\xbb\xbfname = "Caf\xc3\xa9"\r\n[discovery]\r\nfeeds = []\r\n')
    assert read_document(folder / "x.toml") == {"name": "Café", "discovery": {"feeds": []}}


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (b'name = "A"\nhome = kaltim\n', "line 2: Invalid value (column 8)"),
        (b'name = "A"\nname = "B"\n', "line 2: Cannot overwrite a value (column 11)"),
        (b'name = "A\n', "line 1: Illegal character '\\n' (column 10)"),
        (b'name = """A\n\n', "line 1: Unterminated string, and the file ends"),
        (b"name\n", "line 1: Expected '=' after a key in a key/value pair (column 5)"),
        (b'a = 1\nname = "Caf\xe9"\n', "line 2: not UTF-8; save the file as UTF-8"),
        (b"a = 1\nb = '" + b"x" * 2500 + b"'", "line 2: longer than 2500 characters"),
        (b"a = " + b"[" * 2000, "no TOML for a portal: lists or tables nested too deeply"),
        (b"#" * (MAX_BYTES + 1), "larger than 64 KiB, too large for a portal's file"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(refused, body, line):
    assert refused(body) == f"portals/x.toml: {line}"


def test_a_number_that_python_will_not_read_is_refused(refused):
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        line = refused(b"a = " + b"9" * 1000)
    finally:
        sys.set_int_max_str_digits(limit)
    assert line.startswith(
        "portals/x.toml: no TOML: Exceeds the limit (640 digits) for integer string conversion"
    )


def test_a_file_that_is_not_there_is_told(folder):
    with pytest.raises(PortalError) as caught:
        read_document(folder / "none.toml")
    assert str(caught.value) == "portals/none.toml: no such file"


def test_a_folder_and_a_pipe_are_no_files(folder):
    (folder / "x.toml").mkdir()
    os.mkfifo(folder / "y.toml")
    for name in ("x.toml", "y.toml"):
        with pytest.raises(PortalError) as caught:
            read_document(folder / name)
        assert str(caught.value) == f"portals/{name}: not a file"
