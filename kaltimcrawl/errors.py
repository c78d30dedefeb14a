"""What a person can be told went wrong, and what the command line makes of it.

KaltimcrawlError            exit 1
├── PortalError             exit 2   a portal's file: which file, which key, what was expected
├── InputError              exit 2   a file or value given on the command line
├── DiscoveryError          exit 1   a feed, sitemap, REST answer or page that names no articles
├── CaptureError            exit 1   a WARC or WACZ that can't be read or written
└── ArchiveError            exit 1   the database: not ours, too new, damaged
    └── ArchiveBusy         exit 75  another run holds the archive (EX_TEMPFAIL of sysexits.h)

A message is one line: what, where, and what to do next. Everything else that is raised is a bug.
"""

from __future__ import annotations


class KaltimcrawlError(Exception):
    """The root: its text is one line for a person."""

    exit_code = 1


class PortalError(KaltimcrawlError):
    """Raised by `portals/` when a portal's file is wrong; the line names file, key and what was expected."""

    exit_code = 2


class InputError(KaltimcrawlError):
    """Raised where a person named a file, URL, portal or date that can't be used."""

    exit_code = 2


class DiscoveryError(KaltimcrawlError):
    """Raised by `discovery/` for a door that can't be read; names its URL and what was expected there."""


class CaptureError(KaltimcrawlError):
    """Raised by `capture/` for a WARC or WACZ that can't be read or written; names file and offset."""


class ArchiveError(KaltimcrawlError):
    """Raised by `storage/` when the database can't be used as an archive."""


class ArchiveBusy(ArchiveError):
    """Raised when another run holds the archive; trying again later is right."""

    exit_code = 75
