"""Credit lines: who reported, wrote and edited."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.credits import read_credits, read_reporting
from tests.extraction.pages import PROSE, read


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


LATER = "".join(f"<p>{text} Lagi {number}.</p>" for number, text in enumerate(PROSE * 5))
CLOSING = "(Reporting by Rina Wati; Editing by Hannah Weiss)"


@pytest.mark.parametrize(
    "box",
    ["<p>{}</p>", "<div>{}</div>", "<p><em>{}</em></p>", "<p>{}</p><p><a href='/x'>Banjir Lagi</a></p>"],
)
@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        (CLOSING, ("Rina Wati",), ("Hannah Weiss",)),
        ("Reporting by Rina Wati; Editing by Ann Roe and Jan Roth", ("Rina Wati",), ("Ann Roe", "Jan Roth")),
        ("(Writing by Rina Wati; editing by Hannah Weiss)", ("Rina Wati",), ("Hannah Weiss",)),
        ("Additional reporting by Ann Roe; Editing by Hannah Weiss.", (), ("Hannah Weiss",)),
        ("Editing by Hannah Weiss", (), ("Hannah Weiss",)),
        ("Reporting by Rina Wati", ("Rina Wati",), ()),
    ],
)
def test_the_line_with_which_agencies_close_is_no_text(
    line: str, authors: tuple[str, ...], editors: tuple[str, ...], box: str
) -> None:
    article = read(end=box.format(line))
    assert (article.text, article.authors, article.editors) == ("\n\n".join(PROSE), authors, editors)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the newsroom of the river took weeks and many boats.",
        "Editing by hand is slow work for the small paper on the river, he says.",
        "Writing by night is what the poets of the river like most of all, she says.",
    ],
)
def test_a_sentence_that_begins_like_the_closing_line_is_text(line: str) -> None:
    article = read(end=f"<p>{line}</p>")
    assert (article.blocks[-1].text, article.authors, article.editors) == (line, (), ())


def test_a_line_like_the_closing_one_far_from_the_end_names_nobody() -> None:
    article = read(end=f"<p>{CLOSING}</p>{LATER}")
    assert (article.authors, article.editors) == ((), ())
    assert CLOSING in article.text


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("河口报记者 石敏 韦立山", ("石敏", "韦立山")),
        ("采写：河口报记者 石敏", ("石敏",)),
        ("（职工通讯员 李琴雯 刘会）", ("李琴雯", "刘会")),
        ("河口报记者说 他们来了", ()),
    ],
)
def test_the_reporters_of_a_chinese_line_are_authors_over_the_text_and_in_it(
    line: str, authors: tuple[str, ...]
) -> None:
    assert read(f"<div class=keterangan><p>{line}</p></div>").authors == authors
    below = read(end=f"<p>{line}</p>")
    assert below.authors == authors
    assert (line in below.text) is not bool(authors)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Autor: Steffen PACHE, Landesanstalt für Landwirtschaft, Hulu (D)", "Steffen PACHE"),
        ("Penulis: Rina Wati, Dosen Universitas Mulawarman", "Rina Wati"),
        ("Penulis: Rina Wati, Budi Susilo", "Rina Wati, Budi Susilo"),
        ("Penulis: Dr. Rina Wati, M.Si", "Dr. Rina Wati, M.Si"),
    ],
)
def test_a_credit_is_the_names_without_what_their_bearers_are(line: str, name: str) -> None:
    assert read_credits(line) == [("author", name)]


def test_the_tasks_of_those_who_made_a_report_may_be_parted_by_commas() -> None:
    line = "(Reporting by Ani Lestari, Writing by Budi Susilo, Editing by Rina Wati and Ben Roe)"
    assert read_reporting(line) == [
        ("author", "Ani Lestari"),
        ("author", "Budi Susilo"),
        ("editor", "Rina Wati"),
        ("editor", "Ben Roe"),
    ]
