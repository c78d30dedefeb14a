"""The report of `bench.extractors`: its tables, and the limits that kaltimcrawl must keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import compress

from bench.calibration import COLUMNS, expected_error, reliability
from bench.clock import middle, p95
from bench.pages import Page
from bench.readings import Run
from bench.report import Limit, Section
from bench.scorecards import LEAST_F1, Card, Verdict, confidences, f1_of

HOME = "id"
FIELDS = {
    "title": "title",
    "date": "date",
    "day": "date",
    "author": "author",
    "section": "section",
    "kind": "",
}
"""Column to the field that an extractor must have for it; a kind is judged for all."""

LEAST = {"title": 0.98, "date": 0.98, "author": 0.93, "section": 0.93, "kind": 0.98}
LEAST_MEAN_F1 = 0.985
MOST_PARSES, MOST_PARSES_P95 = 3.0, 4.0
LEAST_TIMES_FASTER = 8.0
RIVAL = "trafilatura"
SAVED = ("real", "wordpress")


def sections(cards: Sequence[Card], runs: Sequence[Run], pages: Sequence[Page]) -> list[Section]:
    """The tables in the report's order. The first card is kaltimcrawl's; the first run is the floor's."""
    return [
        _text(cards, runs),
        _by(cards, "source", list(dict.fromkeys(page.source for page in pages))),
        _by(cards, "language", sorted({page.language for page in pages})),
        _fields(cards, runs),
        _speed(runs, pages),
        _reliability(cards[0]),
    ]


def limits(cards: Sequence[Card], runs: Sequence[Run], pages: Sequence[Page]) -> list[Limit]:
    """What kaltimcrawl must keep; what can't be told for want of pages or of a peer is left out."""
    mine, peers = cards[0], cards[1:]
    poor = sum(verdict.page.language == HOME for verdict in mine.poor())
    found = [
        Limit(
            "text, F1 on Indonesian pages",
            mine.scores(_is_home).f1,
            LEAST_MEAN_F1,
            "of shingles",
            is_floor=True,
        ),
        Limit(f"text, Indonesian pages under F1 {LEAST_F1}", poor, 0, "pages"),
        Limit("text, pages with a line of chrome", len(mine.stained()), 0, "pages"),
        Limit("pages that made it raise", len(runs[1].errors), 0, "pages"),
    ]
    if peers and mine.texts(_is_foreign):
        best = max(peer.scores(_is_foreign).f1 for peer in peers)
        value = mine.scores(_is_foreign).f1
        found.append(
            Limit(
                "text, F1 in other languages, beside the best peer", value, best, "of shingles", is_floor=True
            )
        )
    for field, least in LEAST.items():
        if (share := mine.share(field)) is not None:
            found.append(Limit(f"{field}, share right", share, least, "of the pages", is_floor=True))
    return [*found, *_speed_limits(runs, pages)]


def _is_home(page: Page) -> bool:
    return page.language == HOME


def _is_foreign(page: Page) -> bool:
    return page.language != HOME


def _text(cards: Sequence[Card], runs: Sequence[Run]) -> Section:
    rows = []
    for card, run in zip(cards, runs[1:], strict=True):
        scores, texts = card.scores(), card.texts()
        rows.append(
            (
                card.name,
                *(f"{figure:.4f}" for figure in (scores.precision, scores.recall, scores.f1)),
                f"{sum(each.is_exact for each in texts) / max(1, len(texts)):.1%}",
                str(len(card.poor())),
                str(len(card.stained())),
                str(len(run.errors)),
            )
        )
    columns = ("extractor", "precision", "recall", "F1", "exact", f"F1 < {LEAST_F1}", "chrome", "raised")
    return Section("Text", columns, tuple(rows), tuple(_text_notes(runs)))


def _text_notes(runs: Sequence[Run]) -> Iterator[str]:
    yield (
        "Exact: the share of pages whose every line is the truth's. Chrome: pages whose text holds a line"
        " that is no article's. Raised: pages on which the extractor raised, counted as empty."
    )
    for run in runs[1:]:
        for error, count in sorted(Counter(run.errors).items()):
            yield f"{run.extractor.name} raised {error} on {count} pages."


def _by(cards: Sequence[Card], what: str, values: Sequence[str]) -> Section:
    """F1 for each value of a page's attribute: values in lines, extractors in columns."""
    rows, ahead = [], []
    for value in values:
        is_mine = _having(what, value)
        count = len(cards[0].texts(is_mine))
        if count:
            figures = [card.scores(is_mine).f1 for card in cards]
            rows.append((value, str(count), *(f"{figure:.3f}" for figure in figures)))
            if max(figures) > figures[0]:
                ahead.append(f"{value} ({cards[figures.index(max(figures))].name})")
    notes = (f"A peer is ahead of {cards[0].name} in {', '.join(ahead) or 'none'}.",)
    return Section(f"F1 by {what}", (what, "pages", *(card.name for card in cards)), tuple(rows), notes)


def _having(what: str, value: str) -> Callable[[Page], bool]:
    return lambda page: getattr(page, what) == value


def _fields(cards: Sequence[Card], runs: Sequence[Run]) -> Section:
    rows = []
    for card, run in zip(cards, runs[1:], strict=True):
        cells = []
        for column, field in FIELDS.items():
            share = card.share(column)
            has = not field or field in run.extractor.fields
            cells.append(f"{share:.1%}" if has and share is not None else "-")
        rows.append((card.name, *cells))
    counts = ", ".join(f"{column} {_told(cards[0], column)}" for column in FIELDS)
    notes = (
        f"Share right, of the pages whose truth gives the field ({counts}). Date: to the minute where the"
        " truth has the minute, else the day; day: the day alone. Kind: article or not; of a peer, whether it"
        " gave at least 250 characters.",
    )
    return Section("Fields", ("extractor", *FIELDS), tuple(rows), notes)


def _told(card: Card, column: str) -> int:
    return sum(column in verdict.fields for verdict in card.verdicts)


def _speed(runs: Sequence[Run], pages: Sequence[Page]) -> Section:
    articles = [page.is_article for page in pages]
    rows = [_speed_row(run.extractor.name, run, runs[0], articles) for run in runs]
    sources = dict.fromkeys(page.source for page in pages if page.is_article)
    rows[2:2] = [
        _speed_row(
            f"{runs[1].extractor.name} on {source}",
            runs[1],
            runs[0],
            [page.is_article and page.source == source for page in pages],
        )
        for source in sources
    ]
    if not all(articles):
        others = [not is_one for is_one in articles]
        rows.append(_speed_row(f"{runs[1].extractor.name} on other pages", runs[1], runs[0], others))
    sizes = ", ".join(f"{source} {_middle_kib(pages, source)}" for source in sources)
    notes = (
        f"Pages of articles (KiB at the median: {sizes}), each extractor with all fields that it has, and in"
        " the last row the others, lists for the most part; ratios to the bare parse of the same page, page"
        " by page. Limits are judged on real and wordpress pages.",
    )
    columns = ("of a page", "median ms", "p95 ms", "median ratio", "p95 ratio")
    return Section("Speed", columns, tuple(rows), notes)


def _speed_row(name: str, run: Run, floor: Run, is_mine: Sequence[bool]) -> tuple[str, ...]:
    mine, least = (list(compress(each.seconds, is_mine)) for each in (run, floor))
    ratios = _ratios(mine, least)
    figures = (middle(mine) * 1000, p95(mine) * 1000, middle(ratios), p95(ratios))
    return (name, *(f"{figure:.2f}" for figure in figures))


def _middle_kib(pages: Sequence[Page], source: str) -> str:
    sizes = [len(page.body) / 1024 for page in pages if page.is_article and page.source == source]
    return f"{middle(sizes):.0f}"


def _speed_limits(runs: Sequence[Run], pages: Sequence[Page]) -> list[Limit]:
    """Judged on pages saved from servers, where there are any: others have not a real page's weight."""
    is_saved = [page.is_article and page.source in SAVED for page in pages]
    is_mine = is_saved if any(is_saved) else [page.is_article for page in pages]
    floor, mine = (list(compress(run.seconds, is_mine)) for run in runs[:2])
    ratios = _ratios(mine, floor)
    found = [
        Limit("speed, median of the ratios", middle(ratios), MOST_PARSES, "bare parses"),
        Limit("speed, p95 of the ratios", p95(ratios), MOST_PARSES_P95, "bare parses"),
    ]
    for run in runs[2:]:
        if run.extractor.name == RIVAL:
            times = middle(_ratios(list(compress(run.seconds, is_mine)), mine))
            found.append(
                Limit(f"speed beside {RIVAL}", times, LEAST_TIMES_FASTER, "times as fast", is_floor=True)
            )
    return found


def _ratios(times: Sequence[float], floor: Sequence[float]) -> list[float]:
    return [mine / least for mine, least in zip(times, floor, strict=True)]


def _reliability(card: Card) -> Section:
    bins = reliability(confidences(card.verdicts))
    notes = (
        f"Expected calibration error {expected_error(bins):.3f}: the mean distance between the confidence and"
        " the share that was right.",
    )
    return Section(
        "Reliability of kaltimcrawl's confidence", COLUMNS, tuple(each.row() for each in bins), notes
    )


def misses(card: Card) -> Iterator[str]:
    """A line for each thing that was read wrongly, by page, worst text first: for whoever mends it."""
    for verdict in sorted(card.verdicts, key=lambda each: f1_of(each) if each.match else 1.0):
        name = f"{verdict.page.source} {verdict.page.name}"
        if verdict.match and not verdict.is_exact:
            yield f"{name}: text, F1 {f1_of(verdict):.3f}"
        yield from (f"{name}: chrome: {line[:100]}" for line in verdict.chrome)
        yield from (
            f"{name}: {field}: {_given(verdict, field)!r} for {_wanted(verdict, field)!r}"
            for field, is_right in verdict.fields.items()
            if not is_right and field != "day"
        )


def _given(verdict: Verdict, field: str) -> object:
    reading = verdict.reading
    values = {"kind": reading.is_article, "date": str(reading.published), "author": reading.authors}
    return values[field] if field in values else getattr(reading, field)


def _wanted(verdict: Verdict, field: str) -> object:
    page = verdict.page
    values = {"kind": page.is_article, "date": str(page.published), "author": page.authors}
    return values[field] if field in values else getattr(page, field)
