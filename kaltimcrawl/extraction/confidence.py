"""How far a body is to be trusted: what is known of how it was found, weighed into one number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log10

from kaltimcrawl.extraction.datafiles import read_data


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a body."""

    method: str
    """As `Article.method`."""
    agreement: float | None
    """Share of prose that the first and the second choice have in common, 0 to 1; None without a second."""
    heard: float | None
    """Share of the best witness's text that the body holds; None without a witness."""
    covered: float | None
    """Share of the body that the witness holds."""
    lead_held: bool | None
    """Whether the body holds the page's description; None without one."""
    characters: int
    dropped_share: float
    """Share of the container's characters that were judged to be no text, links and known phrases aside."""
    link_share: float
    prose_share: float


def confidence_of(evidence: Evidence, warnings: int) -> float:
    """The estimated chance, 0 to 1, that the body is the whole text and nothing else.

    A logistic model over the evidence; its weights (`data/confidence.toml`) were fitted on pages whose text
    is known. `warnings` is the number of warnings given.
    """
    weights = _weights()
    score = weights["bias"]
    for name, value in features(evidence, warnings):
        score += weights.get(name, 0.0) * value
    return round(1 / (1 + exp(-max(-30.0, min(30.0, score)))), 3)


def features(evidence: Evidence, warnings: int) -> Iterator[tuple[str, float]]:
    """The model's features by name, each about 0 to 1."""
    yield f"method_{evidence.method}", 1.0
    if evidence.agreement is None:
        yield "no_second_choice", 1.0
    else:
        yield "disagreement", 1.0 - evidence.agreement
    if evidence.heard is not None and evidence.covered is not None:
        yield "witness", 1.0
        yield "unheard", 1.0 - evidence.heard
        yield "uncovered", 1.0 - evidence.covered
    if evidence.lead_held is not None:
        yield "lead_held" if evidence.lead_held else "lead_missing", 1.0
    yield "brevity", max(0.0, 4.0 - log10(max(10, evidence.characters))) / 3
    yield "dropped", evidence.dropped_share
    yield "links", evidence.link_share
    yield "no_prose", 1.0 - evidence.prose_share
    yield "warnings", min(warnings, 3) / 3


@cache
def _weights() -> Mapping[str, float]:
    data = read_data("confidence.toml")
    return {name: float(value) for name, value in data["weights"].items()}
