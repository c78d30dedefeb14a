"""How the time of a call grows with its input: what tests of hostile input ask instead of a clock's seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

_ROUNDS = 5


def grows_within(
    small: Callable[[], object], large: Callable[[], object], times: float, shortest: float = 0.02
) -> bool:
    """Whether `large` takes less CPU than `times` that of `small`, or than that of `shortest` seconds.

    The two are asked in turns, up to five rounds: a slow spell of a shared machine may hit one of them, and
    what grows faster than its input fails every round.
    """
    return any(_seconds(large) < times * max(_seconds(small), shortest) for _ in range(_ROUNDS))


def _seconds(call: Callable[[], object]) -> float:
    start = process_time()
    call()
    return process_time() - start
