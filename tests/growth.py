"""How the time of a call grows with its input: what tests of hostile input ask instead of a clock's seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time


def least_seconds(call: Callable[[], object]) -> float:
    """Seconds of CPU that `call` takes, the lesser of two runs."""
    return min(_seconds(call), _seconds(call))


def _seconds(call: Callable[[], object]) -> float:
    start = process_time()
    call()
    return process_time() - start
