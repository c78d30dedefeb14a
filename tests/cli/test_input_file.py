import pytest

from kaltimcrawl.cli.input_file import existing_files, read_file
from kaltimcrawl.errors import InputError


def test_a_file_is_read_whole(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(b"<p>x</p>")
    assert read_file(page, 8) == b"<p>x</p>"
    assert existing_files([page]) == [page]


def test_what_can_not_be_read_is_named(tmp_path):
    (tmp_path / "empty").touch()
    (tmp_path / "large").write_bytes(b"0" * (2**20 + 1))
    for name, says in [
        ("missing", "no such file"),
        ("", "a folder; name the files in it"),
        ("empty", "the file is empty"),
        ("large", "larger than 1 MB"),
    ]:
        path = tmp_path / name
        with pytest.raises(InputError) as told:
            read_file(path, 2**20)
        assert str(told.value) == f"{path}: {says}"
