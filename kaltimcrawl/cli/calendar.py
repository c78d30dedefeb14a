"""The gap ledger as people read it: a calendar of the years, the worst holes, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from kaltimcrawl.cli.printing import make_console, one_line, print_table

if TYPE_CHECKING:
    from kaltimcrawl.discovery.numbers import NumberRow
    from kaltimcrawl.gaps import Hole
    from kaltimcrawl.storage.tallies import Missing, PortalTally, Tally

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
WHOLE, NOTHING = "■", "·"
LEGEND = f"{WHOLE} all held   9 … 0 so many of ten   {NOTHING} nothing known"
SHOWN_RUNS = 6
SHOWN_ROWS = 3

_STATES = (
    ("due", "not fetched yet"),
    ("linked", "only linked"),
    ("failed", "failed"),
    ("excluded", "excluded by robots.txt"),
    ("gone", "gone"),
)
_DOORS = {
    "feed": "feeds",
    "sitemap": "sitemaps",
    "rest": "WordPress REST",
    "listing": "listings",
    "home": "home page",
    "link": "links",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of one portal."""

    portal: PortalTally
    holes: tuple[Hole, ...]
    numbers: tuple[NumberRow, ...]
    seconds_each: float
    """What fetching a page will take."""
    is_declared: bool
    """Whether it can be crawled by its name."""

    @property
    def seconds(self) -> float:
        """What fetching all that is missing will take."""
        return self.portal.tally.missing * self.seconds_each


def print_report(
    report: Report, holes: Sequence[tuple[Hole, Sequence[Missing]]], undated: Sequence[Missing]
) -> None:
    """Print the ledger of a portal to stdout, with these of its holes and some addresses of each."""
    console = make_console()
    one = report.portal
    _say(console, _head(one))
    for line in _calendar(one):
        _say(console, line)
    if one.tally.missing:
        _say(console, Text(f"\nMissing: {in_words(one.tally)}."))
    if one.dated_by_change:
        _say(console, Text(f"Of these {one.dated_by_change:,} stand on the day of their last change."))
    if holes:
        _say(console, Text(f"\nThe worst of {_count(len(report.holes), 'hole')}:"))
    for hole, examples in holes:
        _say(console, _hole_line(hole))
        _print_examples(console, examples, hole.tally.missing)
    rest = next((period.tally for period in one.periods if period.period is None), None)
    if rest is not None and rest.missing:
        _say(console, Text(f"\nUndated: {rest.missing:,} missing of {rest.known:,}: {in_words(rest)}"))
        _print_examples(console, undated, rest.missing)
    for text in (*_door_lines(one), *_number_lines(report.numbers)):
        _say(console, Text(text))
    _say(console, Text(f"\n{_next_step(report)}\n"))


def _say(console: Console, line: Text, *, is_address: bool = False) -> None:
    """Print a line, folded between words on a terminal; an address never, so that it can be clicked."""
    line.rstrip()
    console.print(line, soft_wrap=is_address or not console.is_terminal)


def _head(one: PortalTally) -> Text:
    tally = one.tally
    name = Text(f"{one_line(one.name)} ({one.slug})", style="bold")
    words = f": {_count(tally.known, 'article')} known, {tally.held:,} held, {tally.missing:,} missing"
    if tally.lost:
        words += f"; of the held {tally.lost:,} gone since"
    return name.append(words, style="not bold")


def _calendar(one: PortalTally) -> Iterable[Text]:
    from kaltimcrawl.gaps import by_month

    months = by_month(one.periods)
    if not months:
        return
    yield Text(f"\n      {MONTHS}   known    held missing", style="bold")
    first, last = (int(month[:4]) for month in (min(months), max(months)))
    for year in range(first, last + 1):
        cells = [months.get(f"{year}-{month:02}") for month in range(1, 13)]
        known = [cell for cell in cells if cell is not None]
        line = Text(f"{year}  ")
        for cell in cells:
            line.append("  ").append_text(_cell(cell)).append(" ")
        counts = (sum(getattr(cell, name) for cell in known) for name in ("known", "held", "missing"))
        yield line.append("".join(f"{count:8,}" for count in counts))
    yield Text(f"      {LEGEND}", style="dim")


def _cell(tally: Tally | None) -> Text:
    if tally is None or not tally.known:
        return Text(NOTHING, style="dim")
    if not tally.missing:
        return Text(WHOLE, style="green")
    tenths = min(9, int(10 * tally.share))
    return Text(str(tenths), style="yellow" if tenths >= 5 else "bold red")


def in_words(tally: Tally) -> str:
    """What is missing by reason: `3 not fetched yet, 1 failed`."""
    counts = ((getattr(tally, name), word) for name, word in _STATES)
    return ", ".join(f"{count:,} {word}" for count, word in counts if count)


def _hole_line(hole: Hole) -> Text:
    days = hole.first if hole.first == hole.last else f"{hole.first} to {hole.last}"
    line = Text("  ").append(days, style="bold")
    return line.append(f"  {hole.tally.missing:,} missing of {hole.tally.known:,}: {in_words(hole.tally)}")


def _print_examples(console: Console, examples: Sequence[Missing], number: int) -> None:
    for one in examples:
        line = Text("    ").append(one_line(one.url), style="cyan")
        _say(console, line, is_address=True)
        if one.state not in ("due", "excluded"):
            _say(console, Text(f"      {one_line(one.reason)}", style="dim"), is_address=True)
    if examples and number > len(examples):
        _say(console, Text(f"    … and {number - len(examples):,} more", style="dim"))


def _door_lines(one: PortalTally) -> Iterable[str]:
    told = [f"{_DOORS.get(kind, kind)} {count:,}" for kind, count in one.kinds]
    if one.unnamed:
        told.append(f"no door {one.unnamed:,} of the held")
    if told:
        yield f"\nNamed by: {', '.join(told)}."
    for door in one.doors:
        if door.unnamed:
            yield (
                f"{one_line(door.url)} says there are {door.total:,} articles and has named {door.named:,}: "
                f"{door.unnamed:,} are known by their number alone."
            )


def _number_lines(rows: Sequence[NumberRow]) -> Iterable[str]:
    for row in rows[:SHOWN_ROWS]:
        head = f"Numbers {one_line(row.shape)}: {_percent(row.share)} % known"
        if not row.is_dense:
            yield f"{head}; other things are numbered too, so that a missing one says nothing."
        elif not row.missing:
            yield f"{head}, none missing in between."
        else:
            runs = ", ".join(str(run) for run in row.runs[:SHOWN_RUNS])
            more = f" and {len(row.runs) - SHOWN_RUNS:,} more runs" if len(row.runs) > SHOWN_RUNS else ""
            yield f"{head}; nobody named {row.missing:,}: {runs}{more}."


def _percent(share: float) -> str:
    """Never 100 where something is missing, never 0 where something is known."""
    return f"{min(share, 0.999):.1%}".rstrip("%") if 0 < share < 1 else f"{share:.0%}".rstrip("%")


def _next_step(report: Report) -> str:
    one = report.portal
    if not one.tally.missing:
        return "Nothing that is known is missing."
    if not report.is_declared:
        return (
            f"No portal file declares {one.slug}: `kaltimcrawl portal list` names those that can be crawled."
        )
    return f"To fill them: kaltimcrawl crawl {one.slug} --gaps   (about {about(report.seconds)})"


def about(seconds: float) -> str:
    """`40 s`, `12 min`, `3 h`, `2 days`: for an estimate."""
    time = timedelta(seconds=seconds)
    for unit, word in ((timedelta(days=2), "days"), (timedelta(hours=2), "h"), (timedelta(minutes=2), "min")):
        if time >= unit:
            return f"{round(time / (unit / 2))} {word}"
    return f"{max(1, round(seconds))} s"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def print_summary(tallies: Sequence[PortalTally]) -> None:
    """Print a line a portal, that with most missing first."""
    rows = sorted(tallies, key=lambda one: -one.tally.missing)
    print_table(
        ("Portal", "Known", "Held", "Missing"),
        [(one.slug, f"{one.tally.known:,}", f"{one.tally.held:,}", f"{one.tally.missing:,}") for one in rows],
        numbers=("Known", "Held", "Missing"),
    )
