"""The bench of dates: what its forms say, and that it measures what pages mark as dates."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.extraction.dates import read_date

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # bench is no part of the package

from bench import dates  # noqa: E402
from bench.pages import Page  # noqa: E402


@pytest.mark.parametrize("form", dates.FORMS)
def test_every_form_of_the_bench_is_read(form: str) -> None:
    reading = read_date(form, ZoneInfo("Asia/Makassar"), datetime(2026, 11, 24, 4, 0, tzinfo=UTC))
    assert reading is not None
    assert reading.when.replace(second=0) == datetime.fromisoformat(dates.FORMS[form])


def test_texts_are_those_that_the_page_marks_as_dates() -> None:
    body = (
        b'<html><head><meta property="article:published_time" content="2025-05-12T14:30:00+08:00">'
        b'<script type="application/ld+json">{"datePublished": "2025-05-12"}</script></head><body>'
        b'<p>Rapat digelar 11 Mei 2025</p><span class="tanggal">Senin, <b>12 Mei</b>\n2025</span>'
        b'<time datetime="2025-05-12">kemarin</time></body></html>'
    )
    page = Page("own", "http://127.0.0.1:8000/", body, None, None)
    assert list(dates.read_marked_texts(page)) == [
        "2025-05-12T14:30:00+08:00",
        "Senin, 12 Mei 2025",
        "2025-05-12",
        "2025-05-12",
    ]


def test_a_section_tells_shares_and_rates() -> None:
    section = dates.measure(rounds=1, most_pages=2)
    assert [row[0] for row in section.rows] == ["dates of the pages", "forms", "texts that are no date"]
    assert f"Of {len(dates.FORMS)} forms the fast path reads {len(dates.FORMS)} rightly" in section.notes[1]
