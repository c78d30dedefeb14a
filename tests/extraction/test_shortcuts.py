"""What extraction saves time by gives what the long way gives."""

import pytest

from kaltimcrawl.extraction.phrases import _first_letter
from kaltimcrawl.extraction.tree import _NOT_WORD, _may_hold_long_tags, bare, parse_page, text_of


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Air<svg><title>Panah</title></svg> surut</p>", "Air surut"),
        ("<p>Air <svg-icon></svg-icon>surut</p><svg></svg>", "Air surut"),
        ("<p>Air</p><svg><p> surut</p>", "Air surut"),
        ("<p>Air</p><svg/><p> surut</p><svg></svg>", "Air surut"),
    ],
)
def test_text_beside_a_drawing_stays(page: str, text: str) -> None:
    root = parse_page(page.encode())
    assert root is not None
    assert text_of(root) == text


def test_text_between_the_halves_of_a_drawing_in_scripts_stays() -> None:
    root = parse_page(b"<script>a = '<svg'</script><p>Air surut</p><script>b = '</svg>'</script>")
    assert root is not None
    assert [text_of(paragraph) for paragraph in root.iter("p")] == ["Air surut"]


@pytest.mark.parametrize(
    ("pattern", "letter"),
    [
        (r"pages?\s*:", "p"),
        (r"halaman\s*(?:lain|baru)", "h"),
        (r"[«»]\s*prev", ""),
        (r"(?:baca|simak)\s+juga", ""),
        (r"(?:ayo\s+)?ikuti", ""),
        ("a?b", ""),
        ("baca|simak", ""),
    ],
)
def test_first_letter_of_a_pattern(pattern: str, letter: str) -> None:
    assert _first_letter(pattern) == letter


@pytest.mark.parametrize("text", ["Banjir: 3 RT!", "“Air” – surut…", "Café_Über 12", "İstanbul", "水位 12"])
def test_bare_is_the_same_by_table_and_by_pattern(text: str) -> None:
    assert bare(text) == _NOT_WORD.sub("", text).lower()


def test_every_run_that_makes_a_long_tag_is_seen() -> None:
    for start in range(0, 40_000, 1_234):
        page = b">" * start + b"a" * 20_000 + b">" * 60_000
        assert _may_hold_long_tags(page)
    assert not _may_hold_long_tags(b"<p>" + (b"a" * 4_000 + b">") * 40)
