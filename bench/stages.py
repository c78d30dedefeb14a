"""CPU milliseconds a page of each stage: within the crawl, alone, and of the floor beneath it.

A stage alone runs over all its pages at once and finds its own code and data in the CPU's caches; in the
crawl it comes between the other stages, so it costs more there.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html

from bench.clock import least_cpu_seconds
from bench.crawl import Pair
from bench.material import Material
from bench.report import Section
from bench.storage import StorageTimes
from kaltimcrawl.capture import WarcWriter
from kaltimcrawl.intake import read_page

_WARC_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage's figures, CPU milliseconds a page."""

    name: str
    floor_name: str
    in_crawl: float
    alone: float | None
    """None where it can't run alone."""
    floor: float

    def row(self) -> tuple[str, ...]:
        """The stage as the report's table has it; the ratio is of what runs alone, where it can."""
        mine = self.in_crawl if self.alone is None else self.alone
        alone = "-" if self.alone is None else f"{self.alone:.2f}"
        return (
            f"{self.name}; floor: {self.floor_name}",
            f"{self.in_crawl:.2f}",
            alone,
            f"{self.floor:.2f}",
            f"{mine / self.floor:.2f}",
        )


def report(material: Material, pairs: Sequence[Pair], storage: StorageTimes, rounds: int = 5) -> Section:
    """All four stages, and the crawl whole."""
    bare = min(pair.bare.cpu_ms for pair in pairs)
    # One run for all stages, the quickest, so that they add up to it.
    best = min((pair.whole for pair in pairs), key=lambda run: run.cpu_ms)
    share = {stage: seconds / best.pages * 1000 for stage, seconds in best.stages.items()}
    rest = best.cpu_ms - sum(share.values())
    warc, warc_floor = _warc(material, rounds)
    reading, reading_floor = _extraction(material, rounds)
    filing = storage.filing_cpu_s / storage.articles * 1000
    filing_floor = storage.floor_cpu_s / storage.articles * 1000
    stages = [
        Stage("fetch, and what ties the stages", "the bare spider", rest, None, bare),
        Stage("WARC", "zlib of the same records", share["warc"], warc, warc_floor),
        Stage("extraction", "a bare lxml parse", share["extraction"], reading, reading_floor),
        Stage("storage", "executemany", share["storage"], filing, filing_floor),
    ]
    floors = bare + warc_floor + reading_floor + filing_floor
    total = ("all", f"{best.cpu_ms:.2f}", "-", f"{floors:.2f}", f"{best.cpu_ms / floors:.2f}")
    notes = (
        "In the crawl, storage keeps the frontier too, which it doesn't alone. The last column is what a"
        " stage takes alone by its floor; for fetch, which can't be taken out, what is left of the crawl's"
        " CPU time by the bare spider's.",
    )
    columns = ("stage", "in the crawl", "alone", "floor", "times the floor")
    return Section("CPU ms a page, by stage", columns, (*(stage.row() for stage in stages), total), notes)


def _warc(material: Material, rounds: int) -> tuple[float, float]:
    """CPU ms a page of writing the exchanges, and of compressing what was then written."""
    with TemporaryDirectory(prefix="kaltimcrawl-bench-") as name:
        folder = Path(name)
        _write(material, folder / "0")
        records = _records(folder / "0")
        numbers = iter(range(1, rounds + 1))
        jobs = [lambda: _write(material, folder / str(next(numbers))), lambda: _compress(records)]
        mine, floor = least_cpu_seconds(jobs, rounds)
    return _per_page(material, mine), _per_page(material, floor)


def _write(material: Material, folder: Path) -> None:
    with WarcWriter(folder, program="bench", run="stage") as writer:
        for exchange in material.exchanges:
            writer.write(exchange)


def _records(folder: Path) -> list[bytes]:
    """The records of the WARCs in the folder, uncompressed: each is a gzip member of its own."""
    records = []
    for path in sorted(folder.glob("*.warc.gz")):
        rest = path.read_bytes()
        while rest:
            member = zlib.decompressobj(31)
            records.append(member.decompress(rest))
            rest = member.unused_data
    return records


def _compress(records: Sequence[bytes]) -> None:
    for record in records:
        gzip_member = zlib.compressobj(_WARC_LEVEL, zlib.DEFLATED, 31)
        gzip_member.compress(record)
        gzip_member.flush()


def _extraction(material: Material, rounds: int) -> tuple[float, float]:
    jobs = [lambda: _read(material), lambda: _parse(material.bodies)]
    mine, floor = least_cpu_seconds(jobs, rounds)
    return _per_page(material, mine), _per_page(material, floor)


def _read(material: Material) -> None:
    for capture, body in zip(material.captures, material.bodies, strict=True):
        read_page(capture, body, material.portal)


def _parse(bodies: Sequence[bytes]) -> None:
    for body in bodies:
        html.fromstring(body)


def _per_page(material: Material, seconds: float) -> float:
    return seconds / len(material.bodies) * 1000
