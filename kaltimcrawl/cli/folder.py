"""The archive's folder, as the command line names it: what stands where, and whether it can be used."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kaltimcrawl.errors import InputError

DEMO_FOLDER = Path("demo-archive")
"""Where `demo` works unless told otherwise: its invented articles must never mix with real ones."""


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """The folder that holds an archive, and how the command was started."""

    path: Path
    named: bool = False
    """Whether --archive stood on the command line (not the default, not the environment)."""
    verbose: bool = False

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / "kaltim.db"

    @property
    def portals(self) -> Path:
        """The user's own portal files, which go before the package's."""
        return self.path / "portals"

    @property
    def dumps(self) -> Path:
        """Text dumps that `import-text` took in, kept as they came, named by their digest."""
        return self.path / "text"

    def held(self) -> Path:
        """The folder, known to hold an archive to read. Raises InputError that says how to make one."""
        self.usable()
        if not self.database.is_file():
            raise InputError(
                f"{self.database}: no archive there yet; make one with `kaltimcrawl crawl NAME`, "
                "`kaltimcrawl ingest FILE` or `kaltimcrawl demo`, or name its folder with --archive"
            )
        return self.path

    def usable(self) -> Path:
        """The folder, which exists or may be made. Raises InputError where a file is in its way."""
        for part in (self.path, *self.path.parents):
            if part.exists():
                if not part.is_dir():
                    raise InputError(f"{part}: a file; --archive names a folder")
                break
        return self.path

    def for_demo(self) -> ArchiveFolder:
        """This folder where the command line named one, else `demo-archive`."""
        return self if self.named else ArchiveFolder(DEMO_FOLDER, False, self.verbose)
