"""What `portal add` and `portal check` share: the probe with its progress, and tables of what it found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, Protocol

from rich.console import Console

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.printing import cut, make_console, one_line, print_table, short_time
from kaltimcrawl.errors import KaltimcrawlError

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal
    from kaltimcrawl.spiders.probe import Findings
    from kaltimcrawl.spiders.sampling import Sample

_TITLE_CELLS = 60


class _Teller(Protocol):
    def __call__(self, url: str) -> None: ...


def run_probe(folder: ArchiveFolder, portal: Portal, doors: Literal["found", "declared"]) -> Findings:
    """What a probe of `portal` found. Raises KeyboardInterrupt where a signal stopped it.

    Raises KaltimcrawlError, before anything is asked, where its pages need a browser that isn't there.
    """
    from kaltimcrawl.spiders.probe import ProbeStopped, probe_portal
    from kaltimcrawl.spiders.rendering import lack_of_rendering

    lack = lack_of_rendering() if portal.render else None
    if lack is not None:
        raise KaltimcrawlError(f"{portal.slug}: {lack}")
    with _show(portal, folder.verbose) as tell:
        try:
            return probe_portal(portal, doors, tell, folder.verbose)
        except ProbeStopped:
            raise KeyboardInterrupt from None


@contextmanager
def _show(portal: Portal, verbose: bool) -> Iterator[_Teller]:
    """A teller of the address that is asked: a line that moves on a terminal, else one line for them all."""
    console = make_console(stderr=True)
    if verbose or not console.is_terminal:
        console.print(f"{portal.slug}: asking {portal.home}", markup=False)
        yield lambda url: None
        return
    with console.status(portal.home) as status:
        yield lambda url: status.update(_shortened(console, url))


def _shortened(console: Console, url: str) -> str:
    return cut(one_line(url), max(console.width - 4, 20)).replace("[", "\\[")


def print_findings(findings: Findings) -> None:
    """Print the doors, the sampled articles, and what speaks against them."""
    from kaltimcrawl.portals.findings import DOOR_WORDS

    if findings.doors:
        print_table(
            ("Door", "Address", "Articles", "Found by, and what came"),
            [
                (DOOR_WORDS[door.kind], door.url, str(door.named) if door.is_opened else "–", _told(door))
                for door in findings.doors
            ],
            numbers=("Articles",),
        )
        print()
    if findings.samples:
        print_table(
            ("", "Title", "Date", "Author", "Section", "Words", "Confidence", "Warnings"),
            list(_sample_rows(findings.samples)),
            numbers=("", "Words", "Confidence", "Warnings"),
        )
        print()
    for line in _warnings(findings):
        print(one_line(line))


def _told(door: Any) -> str:
    outcome = door.problem or door.detail or ("" if door.is_opened else "not asked for")
    return f"{door.how}: {outcome}" if outcome else str(door.how)


def _sample_rows(samples: tuple[Sample, ...]) -> Iterator[tuple[str, ...]]:
    for number, sample in _numbered(samples):
        article = sample.article
        if article is None:
            yield number, cut(f"({sample.problem}) {sample.url}", _TITLE_CELLS), "–", "–", "–", "–", "–", "–"
            continue
        yield (
            number,
            cut(one_line(article.title), _TITLE_CELLS),
            short_time(article.published),
            ", ".join(article.authors) or "–",
            article.section or "–",
            str(article.word_count),
            f"{article.confidence:.2f}",
            str(len(article.warnings)) if article.warnings else "–",
        )


def _numbered(samples: tuple[Sample, ...]) -> Iterator[tuple[str, Sample]]:
    """The samples, articles with the number that their saved page gets."""
    count = 0
    for sample in samples:
        count += sample.article is not None
        yield (f"{count:02}" if sample.article is not None else ""), sample


def _warnings(findings: Findings) -> Iterator[str]:
    for number, sample in _numbered(findings.samples):
        for warning in sample.article.warnings if sample.article else ():
            yield f"{number}: {warning}"
    yield from findings.notes


def as_plain(findings: Findings) -> dict[str, Any]:
    """What was found, in the words of JSON."""
    portal = findings.portal
    return {
        "portal": portal.slug,
        "home": portal.home,
        "yields_articles": bool(findings.articles),
        "home_problem": findings.home_problem.message if findings.home_problem else None,
        "doors": [
            {
                "kind": door.kind,
                "url": door.url,
                "found_by": door.how,
                "opened": door.is_opened,
                "articles": door.named,
                "problem": door.problem,
                "detail": door.detail or None,
            }
            for door in findings.doors
        ],
        "samples": [_plain_sample(sample) for sample in findings.samples],
        "notes": list(findings.notes),
    }


def _plain_sample(sample: Sample) -> dict[str, Any]:
    article = sample.article
    plain: dict[str, Any] = {"url": sample.url, "door": sample.door, "problem": sample.problem}
    if article is not None:
        plain |= {
            "title": article.title,
            "published": article.published.isoformat() if article.published else None,
            "authors": list(article.authors),
            "section": article.section,
            "words": article.word_count,
            "confidence": article.confidence,
            "warnings": list(article.warnings),
        }
    return plain


def why_no_articles(findings: Findings) -> str:
    """One line: what was tried, and what came of it."""
    if findings.home_problem is not None:
        return f"{findings.portal.home}: {findings.home_problem.message}"
    tried = [
        f"{door.url} ({door.problem or f'{door.named} named'})" for door in findings.doors if door.is_opened
    ]
    pages = f"; none of {len(findings.samples)} pages asked for holds one" if findings.samples else ""
    doors = ", ".join(tried) or "the home page alone"
    return f"{findings.portal.home}: no articles found. Tried: {doors}{pages}"
