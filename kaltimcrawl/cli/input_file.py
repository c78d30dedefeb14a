"""Files that a person names: read whole and bounded, refused in one line where they can't be."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from kaltimcrawl.errors import InputError


def existing_files(paths: Iterable[Path]) -> list[Path]:
    """`paths`, each known to be readable and not empty. Raises InputError for the first that isn't."""
    files = list(paths)
    for path in files:
        if path.is_dir():
            raise InputError(f"{path}: a folder; name the files in it")
        if not path.exists():
            raise InputError(f"{path}: no such file")
        if path.is_file():  # else a pipe, from which a look would take away
            try:
                path.open("rb").close()
            except OSError as error:
                raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
            if path.stat().st_size == 0:
                raise InputError(f"{path}: the file is empty")
    return files


def read_file(path: Path, max_bytes: int) -> bytes:
    """What stands in the file at `path`. Raises InputError where it can't be read, is empty or too large."""
    existing_files([path])
    with path.open("rb") as file:
        return _bounded(file.read(max_bytes + 1), str(path), max_bytes)


def read_stdin(max_bytes: int) -> bytes:
    """What comes on standard input. Raises InputError where nothing comes or too much."""
    return _bounded(sys.stdin.buffer.read(max_bytes + 1), "standard input", max_bytes)


def _bounded(body: bytes, name: str, max_bytes: int) -> bytes:
    if not body:
        raise InputError(f"{name}: empty")
    if len(body) > max_bytes:
        raise InputError(f"{name}: larger than {max_bytes // 2**20} MB")
    return body
