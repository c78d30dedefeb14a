"""`python -m bench.extractors [--quick] [--misses] [--only PEER] [--source SOURCE]`: beside its peers.

Every extractor reads the same pages in the same run; the report on stdout is a section of docs/benchmarks.md,
to the letter. Exits 0 where all limits are kept, 1 where one is missed, 2 where there is no page; a quick run
judges none.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from time import monotonic

from bench import page_memory, tables
from bench.machine import describe
from bench.pages import SOFTWARE, SOURCES, Page, read_sources
from bench.peers import Extractor, load_peers
from bench.peers.loading import PEERS, silence, stay_offline
from bench.readings import bare, ours, read_all
from bench.report import limits_text
from bench.scorecards import make_card

ROUNDS, PEER_ROUNDS = 7, 2
QUICK_STEP = 40
"""A quick run takes one page in so many."""


def main(words: Sequence[str] | None = None) -> int:
    """The program's exit code."""
    options = _read_options(words)
    pages = read_sources(options.source or SOURCES)[:: QUICK_STEP if options.quick else 1]
    if not pages:
        print("bench: there are no such pages; `python -m bench.software` makes software's", file=sys.stderr)
        return 2
    rounds, peer_rounds = (1, 1) if options.quick else (ROUNDS, PEER_ROUNDS)
    began = monotonic()
    silence()
    stay_offline()
    peers, absent = load_peers(options.only or tuple(PEERS))
    _print(f"## Extraction beside its peers\n\n```text\n{describe()}\n{_versions(peers)}\n```")
    _print("\n\n".join([_corpus(pages), *absent]))
    runs = read_all([bare(), ours(), *peers], pages, rounds, peer_rounds)
    cards = [make_card(run, pages) for run in runs[1:]]
    limits = tables.limits(cards, runs, pages)
    for section in tables.sections(cards, runs, pages):
        _print("#" + section.text())
    if (memory := page_memory.measure(200 if options.quick else page_memory.PARAGRAPHS)) is not None:
        _print("#" + memory.text())
    _print("#" + limits_text(limits, is_judged=not options.quick))
    if options.misses:
        _print(
            "\n".join(["### Misses of kaltimcrawl", "", *(f"- {line}" for line in tables.misses(cards[0]))])
        )
    _print(f"Took {monotonic() - began:.0f} s.")
    missed = [limit for limit in limits if not limit.is_kept and not options.quick]
    for limit in missed:
        print(f"bench: limit missed: {limit.what}", file=sys.stderr)
    return 1 if missed else 0


def _read_options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.extractors", description="Measure extraction beside its peers."
    )
    parser.add_argument(
        "--quick", action="store_true", help="a few pages, no limit judged: does it still work?"
    )
    parser.add_argument(
        "--misses", action="store_true", help="list all that kaltimcrawl read wrongly, page by page"
    )
    parser.add_argument(
        "--only", action="append", choices=tuple(PEERS), help="this peer; may be given several times"
    )
    parser.add_argument(
        "--source",
        action="append",
        choices=(*SOURCES, SOFTWARE),
        help=f"pages of this source; may be given several times; {SOFTWARE} is read only where it is named",
    )
    return parser.parse_args(words)


def _print(text: str) -> None:
    print(text, end="\n\n", flush=True)


def _versions(peers: Sequence[Extractor]) -> str:
    return f"peers     {', '.join(f'{peer.name} {peer.version}' for peer in peers) or 'none'}"


def _corpus(pages: Sequence[Page]) -> str:
    parts = []
    for source in dict.fromkeys(page.source for page in pages):
        mine = [page.is_article for page in pages if page.source == source]
        parts.append(f"{source} {sum(mine)} and {len(mine) - sum(mine)}")
    languages = len({page.language for page in pages})
    return (
        f"{len(pages)} pages in {languages} languages. Pages of articles and other pages by source:"
        f" {'; '.join(parts)}."
    )


if __name__ == "__main__":
    sys.exit(main())
