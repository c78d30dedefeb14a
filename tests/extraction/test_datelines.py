"""Datelines as portals and agencies print them."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.datelines import read_bare_dateline, read_dateline
from tests.extraction.pages import PROSE, TITLE, of_page

FIRST = PROSE[0]


@pytest.mark.parametrize(
    "start",
    [
        "KABARHULU.ID – SAMARINDA –",
        "Kabarhulu.id - Muara Badak -",
        "KABARHULU — BONTANG —",
        "KABARHULU.ID – BONTANG, 12 Mei 2025 –",
        "Samarinda, 12 Mei 2025 -",
        "Samarinda, 12/5 (ANTARA) -",
        "SAMARINDA, Senin (12/5/2025) –",
        "Tanjung Redeb, Senin, 12 Mei 2025 –",
        "LONDON, May 12, 2025 (Reuters) -",
        "Berlin, 12. Mai 2025 –",
        "SAMARINDA, (12/5/2025) –",
        "KABARHULU.CO | SAMARINDA –",
    ],
)
def test_a_dateline_holds_the_desk_the_place_and_the_day_as_printed(start: str) -> None:
    assert read_dateline(f"{start} {FIRST}") == start.rstrip(" –—-")


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("SAMARINDA – DPRD Kaltim – Pemkot", "SAMARINDA"),
        ("Samarinda – Wali Kota – Sekretaris", "Samarinda"),
        ("Senin (12/5/2025) –", None),
        ("12 Mei 2025 –", None),
        ("Pidato Presiden Sambut Tamu Negara 12 Mei –", None),
        ("Rumah Sakit Umum Daerah 24 Jam –", None),
    ],
)
def test_what_is_no_place_is_none_of_a_dateline(start: str, dateline: str | None) -> None:
    assert read_dateline(f"{start} {FIRST}") == dateline


def test_a_dateline_with_the_day_on_a_line_of_its_own_stays_there() -> None:
    lines = ("PALENCIA, 17 May. (EUROPA HULU) -", *PROSE)
    article = of_page(f"<h1>{TITLE}</h1><div class=z3>{''.join(f'<p>{line}</p>' for line in lines)}</div>")
    assert [block.text for block in article.blocks] == [*lines]


def test_the_dateline_is_a_field_and_stays_in_the_text() -> None:
    text = "".join(f"<p>{line}</p>" for line in (f"KABARHULU.ID – SAMARINDA – {FIRST}", *PROSE[1:]))
    article = of_page(f"<h1>{TITLE}</h1><div class=z3>{text}</div>")
    assert article.dateline == "KABARHULU.ID – SAMARINDA"
    assert article.blocks[0].text == f"KABARHULU.ID – SAMARINDA – {FIRST}"


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("<b>SAMARINDA</b> ", "SAMARINDA"),
        ("SAMARINDA, ", "SAMARINDA"),
        ("SAMARINDA: ", "SAMARINDA"),
        ("KUTAI BARAT ", "KUTAI BARAT"),
        ("Samarinda- ", "Samarinda"),
        ("KabarHulu.com, Jakarta ", "KabarHulu.com, Jakarta"),
        ("Samarinda ", None),
        ("Samarinda, ", None),
        ("DPRD ", None),
    ],
)
def test_a_dateline_may_have_no_dash(start: str, dateline: str | None) -> None:
    article = of_page(
        f"<h1>{TITLE}</h1><div class=entry-content><p>{start}{FIRST}</p><p>{PROSE[1]}</p></div>"
    )
    assert article.dateline == dateline
    assert article.blocks[0].text.endswith(FIRST)


@pytest.mark.parametrize(
    "text",
    ["SAMARINDA BANGKIT lagi", "SAMARINDA kembali banjir", "Samarinda- Bontang ditutup", "SAMARINDA", ""],
)
def test_a_town_in_a_sentence_is_no_dateline(text: str) -> None:
    assert read_bare_dateline(text) is None
