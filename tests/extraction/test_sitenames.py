"""A portal's own names, and titles without them."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.sitenames import without_site_names

NAMES = ["kabarhulu", "kabarhuluonline"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Banjir Surut - Kabar Hulu", "Banjir Surut"),
        ("Banjir Surut « Kabar Hulu", "Banjir Surut"),
        ("Banjir Surut | Kabar Hulu | Print", "Banjir Surut"),
        ("Kabar Hulu » Blog Archive » Banjir Surut", "Banjir Surut"),
        ("The Kabar Hulu » Blog Archive » Banjir Surut", "Banjir Surut"),
        ("Banjir Surut » Warga Pulang", "Banjir Surut » Warga Pulang"),
        ("Banjir - Print Media in Hulu", "Banjir - Print Media in Hulu"),
    ],
)
def test_a_title_ends_and_begins_without_the_portals_names(title: str, expected: str) -> None:
    assert without_site_names(title, NAMES) == expected
