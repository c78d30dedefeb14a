"""Which of the peers are installed."""

from __future__ import annotations

import importlib
import logging
import sys
import warnings
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

from bench.pages import Page
from bench.peers.reading import Extractor, PeerReading

PEERS = {
    "trafilatura": "trafilatura",
    "newspaper4k": "newspaper4k",
    "readability-lxml": "readability_lxml",
    "goose3": "goose",
    "resiliparse": "resiliparse",
    "news-please": "news_please",
    "rs-trafilatura": "rs_trafilatura",
    "magic-html": "magic_html",
}
"""Distribution to its module in this package."""


def load_peers(names: Sequence[str] = tuple(PEERS)) -> tuple[list[Extractor], list[str]]:
    """The peers that are installed, and a line for each that is not."""
    found, absent = [], []
    for name in names:
        try:
            found.append(_load(name))
        except (ImportError, PackageNotFoundError) as error:
            absent.append(f"{name} is left out: {error}.")
    return found, absent


def silence() -> None:
    """For a process that only measures: peers log and warn of each page, some by the root's handlers."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")


def stay_offline() -> None:
    """For good, in this process: to look up a host or connect to one raises OSError.

    Some peers look for lists of public suffixes or for images where they can; a bench measures reading.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise OSError(f"{event} refused: the bench fetches nothing")


def _load(name: str) -> Extractor:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what they could do besides
        module = importlib.import_module(f"bench.peers.{PEERS[name]}")
    read: Callable[[bytes, str | None], PeerReading] = module.read
    return Extractor(name, version(name), lambda page: _read(read, page), module.FIELDS)


def _read(read: Callable[[bytes, str | None], PeerReading], page: Page) -> PeerReading:
    return read(page.body, page.url)
