"""The archive: SQLite, written by one run at a time, read by anyone."""

from kaltimcrawl.storage.archive import Archive
from kaltimcrawl.storage.filing import Filing, FilingOutcome
from kaltimcrawl.storage.frontier import Due, Frontier, Validators
from kaltimcrawl.storage.held import Content, HeldArticle, HeldPage, HeldPortal
from kaltimcrawl.storage.lock import ArchiveLock
from kaltimcrawl.storage.revisions import content_digest
from kaltimcrawl.storage.search import Hit

__all__ = [
    "Archive",
    "ArchiveLock",
    "Content",
    "Due",
    "Filing",
    "FilingOutcome",
    "Frontier",
    "HeldArticle",
    "HeldPage",
    "HeldPortal",
    "Hit",
    "Validators",
    "content_digest",
]
