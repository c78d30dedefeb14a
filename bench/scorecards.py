"""What an extractor's readings are worth against the truth: verdicts page by page, and figures over pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.pages import Page
from bench.peers import PeerReading
from bench.readings import Run
from bench.shingles import Match, Scores, match_texts, score
from bench.truth import is_authors, is_day, is_section, is_text, is_time, is_title, left_chrome

LEAST_F1 = 0.9
"""Below it, a page's text is badly read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One page's reading, judged."""

    page: Page
    reading: PeerReading
    match: Match | None
    """None where the page is no article: its text has no truth."""
    is_exact: bool
    chrome: tuple[str, ...]
    """Lines of the text that are no article's."""
    fields: dict[str, bool]
    """Whether it was read rightly: kind, and of title, date, day, author, section those with a truth."""


@dataclass(frozen=True, slots=True)
class Card:
    """One extractor's verdicts, in the pages' order."""

    name: str
    verdicts: list[Verdict]

    def texts(self, is_mine: Callable[[Page], bool] = lambda page: True) -> list[Verdict]:
        """The verdicts on pages of articles that are asked for."""
        return [each for each in self.verdicts if each.match is not None and is_mine(each.page)]

    def scores(self, is_mine: Callable[[Page], bool] = lambda page: True) -> Scores:
        """Precision, recall and F1 over those pages."""
        return score([each.match for each in self.texts(is_mine) if each.match is not None])

    def share(self, field: str) -> float | None:
        """The share of pages whose field was read rightly, of those with a truth; None where none has."""
        told = [each.fields[field] for each in self.verdicts if field in each.fields]
        return sum(told) / len(told) if told else None

    def poor(self) -> list[Verdict]:
        """The pages whose text is under `LEAST_F1`, worst first."""
        found = [each for each in self.texts() if f1_of(each) < LEAST_F1]
        return sorted(found, key=f1_of)

    def stained(self) -> list[Verdict]:
        """The pages whose text holds a line of chrome."""
        return [each for each in self.texts() if each.chrome]


def make_card(run: Run, pages: Sequence[Page]) -> Card:
    """The run's readings, judged."""
    pairs = zip(pages, run.readings, strict=True)
    return Card(run.extractor.name, [judge(page, reading) for page, reading in pairs])


def judge(page: Page, reading: PeerReading) -> Verdict:
    """One reading against the page's truth."""
    fields = {"kind": reading.is_article == page.is_article}
    if page.text is None:
        return Verdict(page, reading, None, False, (), fields)
    if page.title is not None:
        fields["title"] = is_title(page.title, reading.title)
    if page.published is not None:
        fields["date"] = is_time(page, reading.published)
        fields["day"] = is_day(page, reading.published)
    if page.authors:
        fields["author"] = is_authors(page.authors, reading.authors)
    if page.section is not None:
        fields["section"] = is_section(page.section, reading.section)
    return Verdict(
        page,
        reading,
        match_texts(page.text, reading.text),
        is_text(page.text, reading.text),
        tuple(left_chrome(page, reading.text)),
        fields,
    )


def f1_of(verdict: Verdict) -> float:
    """The page's F1; 0 where it is no article."""
    return verdict.match.f1 if verdict.match else 0.0


def confidences(verdicts: Iterable[Verdict]) -> list[tuple[float, float]]:
    """Confidence and F1 of the articles that were read with a confidence."""
    return [
        (each.reading.confidence, f1_of(each))
        for each in verdicts
        if each.match is not None and each.reading.confidence is not None
    ]
