"""The other extractors, each behind one function: bytes and address in, what it read out.

They are installed by `make bench-extraction` only (the extra `bench-peers`, requirements-bench.lock); one
that is absent is left out, with the reason. None can fetch anything.
"""

from bench.peers.loading import load_peers
from bench.peers.reading import Extractor, PeerReading

__all__ = ["Extractor", "PeerReading", "load_peers"]
