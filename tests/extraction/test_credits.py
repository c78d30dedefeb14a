"""Credit lines: who reported, wrote and edited."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.credits import read_reporting


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (
            "(Reporting by Rina Wati in Solo and Ann Roe; Editing by Hannah Weiss)",
            [("author", "Rina Wati"), ("author", "Ann Roe"), ("editor", "Hannah Weiss")],
        ),
        (
            "Reporting and writing by Rina Wati; editing by Hannah Weiss and Jan Roth.",
            [("author", "Rina Wati"), ("editor", "Hannah Weiss"), ("editor", "Jan Roth")],
        ),
        (
            "(Writing by Rina Wati; Additional reporting by Ann Roe; Editing by Hannah Weiss)",
            [("author", "Rina Wati"), ("editor", "Hannah Weiss")],
        ),
        ("(Reporting by the newsroom; Editing by Hannah Weiss)", [("editor", "Hannah Weiss")]),
        ("Reporting on the flood took weeks.", []),
        ("Rina Wati: reporting by night is hard.", []),
    ],
)
def test_the_line_with_which_agencies_close_names_authors_and_editors(
    text: str, credits: list[tuple[str, str]]
) -> None:
    assert read_reporting(text) == credits
