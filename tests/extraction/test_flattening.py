"""Pages that nest deeper than parsers read."""

from __future__ import annotations

import time

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.flattening import flatten
from kaltimcrawl.extraction.tree import parse_page, text_of
from tests.extraction.pages import PROSE, TITLE, URL

SIDE = "<aside><h3>Terpopuler</h3><a href=/a>Banjir Rendam Tiga Desa</a></aside>"
FOOT = "<footer><p>Tentang Kami | Pedoman Media Siber</p></footer>"


@pytest.mark.parametrize("closing", ["", "</div>"])
@pytest.mark.parametrize("depth", [300, 20_000])
def test_what_follows_the_deep_boxes_is_none_of_them(depth: int, closing: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f"<html><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1>{'<div>' * depth}"
        f"<div class=entry-content>{text}</div>{closing * depth}</article></main>{SIDE}{FOOT}</body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert [block.text for block in article.blocks] == list(PROSE)
    assert article.method == "marks"


def test_an_end_ends_what_stands_open_within() -> None:
    text = flatten(f"<article>{'<div>' * 200}Air</article><aside>x</aside>")
    assert text.count("<div>") == text.count("</div>") < 200
    assert text.endswith("</article><aside>x</aside>")


@pytest.mark.parametrize(
    ("page", "flat"),
    [
        ("<span><div>Air</span>surut</div>", "<span><div>Air surut</div>"),
        ("<div><table><tr><td>Air</div>surut</td></tr></table></div>", None),
        ("<div>Air</section></div>", "<div>Air </div>"),
        ("<div><script>a = '</div><div>'</script>Air</div>", None),
        ("<p>Air<br>surut</p>", None),
        ("<svg/><div/>Air", None),
    ],
)
def test_ends_that_end_nothing_are_left_out(page: str, flat: str | None) -> None:
    if flat is None and "</td>" in page:
        flat = page.replace("Air</div>", "Air ")
    assert flatten(page) == (flat or page)


@pytest.mark.parametrize(
    "page",
    [
        "<b>" * 60_000 + "</i>" * 60_000,
        "<div><td>" + "<section>" * 60_000 + "</div>" * 60_000,
        "<div>" * 60_000 + "</article>" * 60_000,
        "<td>" * 60_000 + "</div>" * 60_000,
        "<div>" * 60_000 + "Air" + "</div>" * 60_000,
    ],
)
def test_it_takes_a_time_that_grows_with_the_page(page: str) -> None:
    start = time.perf_counter()
    flatten(page)
    assert time.perf_counter() - start < 5
    root = parse_page(f"{page}<p>Air surut</p>".encode())
    assert root is not None
    assert "Air surut" in text_of(root)
