"""The WARCs in a WACZ (https://specs.webrecorder.net/wacz/1.1.1/), read where they stand, not unpacked.

Names of members are only compared and shown; no path is ever made of them.
"""

from __future__ import annotations

import struct
import zipfile
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, NoReturn

from kaltimcrawl.capture.headers import printable
from kaltimcrawl.capture.streams import Readable
from kaltimcrawl.errors import CaptureError

_MAX_DIRECTORY = 16_777_216  # bytes of the ZIP's list of members, which is held in memory
_MAX_RATIO = 100
_MAX_FREE = 67_108_864  # bytes that may come out of any ZIP
_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_END = struct.Struct("<4s8xLL")
_END64 = struct.Struct("<4s36xQ")
_TAIL = 65_536 + 22 + 20 + 56  # the longest comment, and the three records that may stand before it


class Wacz:
    """A WACZ open for reading; a context manager. Raises `CaptureError` where the file is no sound ZIP."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise CaptureError(f"{path}: can't be read: {error.strerror}") from error
        try:
            self._check_directory()
            self._zip = zipfile.ZipFile(self._file)
        except (zipfile.BadZipFile, OSError, NotImplementedError, struct.error, ValueError) as error:
            self._file.close()
            self._refuse(f"can't be read as a ZIP ({error})")
        except CaptureError:
            self._file.close()
            raise

    def __enter__(self) -> Wacz:
        return self

    def __exit__(self, *_: object) -> None:
        with closing(self._file):
            self._zip.close()

    def warc_names(self) -> list[str]:
        """Names of the members that are WARCs, in the ZIP's order. Raises `CaptureError` for none."""
        infos = self._zip.NameToInfo  # of members of one name the last, as `open` has it
        names = [
            name
            for name in infos
            if name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))
        ]
        if not names:
            self._refuse("holds no WARC: archive/*.warc or archive/*.warc.gz was expected")
        size = self._path.stat().st_size
        if sum(infos[name].file_size for name in names) > max(_MAX_FREE, _MAX_RATIO * size):
            self._refuse("expands to more than a hundred times its size; no WACZ is like that")
        return names

    def open(self, name: str, offset: int = 0) -> Readable:
        """The member from byte `offset` on; one stored uncompressed, as WACZ asks, is not read up to it."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            self._refuse(f"has no member {name}")
        if info.flag_bits & _ENCRYPTED or info.compress_type not in {
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        }:
            self._refuse(f"has {name} encrypted or compressed by a method other than deflate")
        try:
            with self._zip.open(info):  # compares the member's own header with the ZIP's list
                if info.compress_type == zipfile.ZIP_STORED:
                    return self._stored(info, offset)
            deflated = self._zip.open(info)
            deflated.seek(offset)
        except (zipfile.BadZipFile, OSError, EOFError, struct.error) as error:
            self._refuse(f"has {name} damaged ({error})")
        return deflated

    def _stored(self, info: zipfile.ZipInfo, offset: int) -> Readable:
        self._file.seek(info.header_offset)
        _, name_length, extra_length = _LOCAL_HEADER.unpack(self._file.read(_LOCAL_HEADER.size))
        start = info.header_offset + _LOCAL_HEADER.size + name_length + extra_length
        return _Window(self._file, start + offset, start + info.file_size)

    def _check_directory(self) -> None:
        """Refuses a list of members that would fill the memory before any of it was looked at."""
        size = self._file.seek(0, 2)
        self._file.seek(max(0, size - _TAIL))
        tail = self._file.read(_TAIL)
        at = tail.rfind(b"PK\x05\x06")
        if at < 0:
            raise zipfile.BadZipFile("it breaks off: its list of members is missing")
        directory = _END.unpack_from(tail, at)[1]
        at64 = tail.rfind(b"PK\x06\x06", 0, at)
        if at64 >= 0:
            directory = max(directory % 0xFFFFFFFF, _END64.unpack_from(tail, at64)[1])
        if directory > _MAX_DIRECTORY:
            self._refuse("lists more members than any WACZ has")

    def _refuse(self, what: str) -> NoReturn:
        raise CaptureError(f"{self._path.name}: {printable(what)}; get a whole copy of the file")


class _Window:
    """Part of a file, read in order; others may read the file in between."""

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        self._file = file
        self._at = start
        self._end = end

    def read(self, size: int, /) -> bytes:
        self._file.seek(self._at)
        data = self._file.read(min(size, max(0, self._end - self._at)))
        self._at += len(data)
        return data
