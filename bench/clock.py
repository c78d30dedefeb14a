"""How long things take on a machine that does other things too.

Whatever else runs can only make a run longer, so the least of several runs is nearest to the truth. What is
to be compared runs in turns, so that a slow spell hits both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter, process_time

Job = Callable[[], object]


def least_seconds(jobs: Sequence[Job], rounds: int, clock: Callable[[], float] = perf_counter) -> list[float]:
    """The least seconds of each job; each runs once a round, one after the other."""
    best = [float("inf")] * len(jobs)
    for _ in range(rounds):
        for at, job in enumerate(jobs):
            began = clock()
            job()
            best[at] = min(best[at], clock() - began)
    return best


def least_cpu_seconds(jobs: Sequence[Job], rounds: int) -> list[float]:
    """The same by the CPU time of this process: waiting is left out."""
    return least_seconds(jobs, rounds, process_time)


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)
