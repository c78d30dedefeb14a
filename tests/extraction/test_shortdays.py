"""Days that addresses have in few digits, and the page prints too."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, TITLE

BAR = "Senin, 18 Agustus 2003"


@pytest.mark.parametrize(
    ("path", "bar", "day"),
    [
        ("/feature/0308/18/fea01.html", f"No. 4512 {BAR} | Memperjuangkan Kebenaran", "2003-08-18"),
        ("/030818/Plus/plus0008.html", BAR, "2003-08-18"),
        ("/default.asp?page=story_18-8-2003_pg12", BAR, "2003-08-18"),
        ("/harian/9812/31/kot01.html", "Kamis, 31 Desember 1998", "1998-12-31"),
        ("/feature/0308/18/fea01.html", "Selasa, 19 Agustus 2003", None),
        ("/feature/0308/18/fea01.html", "", None),
        ("/feature/0313/18/fea01.html", BAR, None),
        ("/feature/030818.html", BAR, None),
    ],
)
def test_a_short_day_counts_where_the_page_prints_it(path: str, bar: str, day: str | None) -> None:
    text = "".join(f"<p>{n} {sentence}</p>" for n, sentence in enumerate(PROSE * 3))
    links = "".join(f"<td><a href='/k{n}.html'>Kanal {n}</a></td>" for n in range(30))
    head = f"<tr><td colspan=3>{bar}</td></tr><tr>{links}</tr>"
    page = f"<html><head><title>{TITLE}</title></head><body><table>{head}</table><h1>{TITLE}</h1><div>{text}</div></body></html>"
    article = extract(page, f"http://www.kabar.example{path}")
    published = article.published if article is not None else None
    assert (published.date().isoformat() if published is not None else None) == day
