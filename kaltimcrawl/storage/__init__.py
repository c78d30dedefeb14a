"""The archive: SQLite, written by one run at a time, read by anyone."""

from kaltimcrawl.storage.aliases import AliasReason, count_parts, note_alias
from kaltimcrawl.storage.archive import Archive
from kaltimcrawl.storage.doors import DoorBook, DoorKind, KnownDoor
from kaltimcrawl.storage.filing import Filing, FilingOutcome
from kaltimcrawl.storage.frontier import MAX_TRIES, Due, Frontier, State, Validators
from kaltimcrawl.storage.held import Content, HeldArticle, HeldPage, HeldPortal, newest_pages
from kaltimcrawl.storage.lock import ArchiveLock
from kaltimcrawl.storage.presence import (
    KeptCapture,
    held_key,
    held_title,
    mark_back,
    mark_gone,
    see_again,
    whole_capture,
)
from kaltimcrawl.storage.rests import Rest, host_rests, keep_host_rests, note_rest, rest_of
from kaltimcrawl.storage.revisions import content_digest
from kaltimcrawl.storage.robots import KnownRobots, RobotsBook
from kaltimcrawl.storage.search import Hit
from kaltimcrawl.storage.testimony import KeptWitness, WitnessKind, keep_witnesses, witnesses_of

__all__ = [
    "MAX_TRIES",
    "AliasReason",
    "Archive",
    "ArchiveLock",
    "Content",
    "DoorBook",
    "DoorKind",
    "Due",
    "Filing",
    "FilingOutcome",
    "Frontier",
    "HeldArticle",
    "HeldPage",
    "HeldPortal",
    "Hit",
    "KeptCapture",
    "KeptWitness",
    "KnownDoor",
    "KnownRobots",
    "Rest",
    "RobotsBook",
    "State",
    "Validators",
    "WitnessKind",
    "content_digest",
    "count_parts",
    "held_key",
    "held_title",
    "host_rests",
    "keep_host_rests",
    "keep_witnesses",
    "mark_back",
    "mark_gone",
    "newest_pages",
    "note_alias",
    "note_rest",
    "rest_of",
    "see_again",
    "whole_capture",
    "witnesses_of",
]
