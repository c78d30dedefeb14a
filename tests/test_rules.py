import pickle
from datetime import date
from types import MappingProxyType

from kaltimcrawl.rules import Place, RuleSet

RULES = RuleSet(
    until=date(2024, 3, 1),
    fields=MappingProxyType({"title": (Place("css", "h1.judul"), Place("meta", "og:title"))}),
    drop=(".baca",),
    strip=MappingProxyType({"authors": "^Penulis:"}),
)


def test_a_place_is_written_as_the_file_has_it():
    assert str(Place("css", "h1.judul")) == "css: h1.judul"


def test_rules_go_whole_to_another_process():
    assert pickle.loads(pickle.dumps(RULES)) == RULES  # noqa: S301


def test_rules_are_read_only_after_the_journey_too():
    assert type(pickle.loads(pickle.dumps(RULES)).fields) is MappingProxyType  # noqa: S301
