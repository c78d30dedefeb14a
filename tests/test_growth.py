"""What tests of hostile input ask of a call's time."""

from __future__ import annotations

from tests.growth import grows_within


def _spend(steps: int) -> None:
    for _ in range(steps):
        pass


def test_what_grows_faster_than_its_input_is_told_from_what_does_not() -> None:
    size = 300
    assert not grows_within(lambda: _spend(size**2), lambda: _spend((8 * size) ** 2), 20, shortest=0.0001)
    assert grows_within(lambda: _spend(100_000), lambda: _spend(800_000), 20, shortest=0.0001)
