"""What a page's own sheet of styles hides."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, TITLE, of_page
from tests.extraction.test_hiding import MORE, amid

HIDDEN = "<p class=salin id=pesan>Tautan disalin</p>"


@pytest.mark.parametrize(
    ("sheet", "is_kept"),
    [
        (".salin{display:none}", False),
        (".menu, .salin { color: red; display: none !important }", False),
        ("#pesan{visibility:hidden}", False),
        (".salin{position:absolute;left:-9999px}", False),
        ("@import 'x.css'; .salin{display:none}", False),
        ("@media print{.lain{color:red}} .salin{display:none}", False),
        ("@media print{.salin{display:none}}", True),
        ("@media(max-width:600px){.a{b:c}.salin{display:none}}", True),
        (".salin{display:none} @media(min-width:600px){.salin{display:block}}", True),
        (".salin{display:none} .salin.buka{display:flex}", True),
        (".kotak .salin{display:none}", True),
        (".salin:hover{display:none}", True),
        (".salin-tautan{display:none}", True),
        (".salin{display:block}", True),
    ],
)
def test_what_the_page_s_own_sheet_hides_at_every_width_is_none_of_the_text(
    sheet: str, is_kept: bool
) -> None:
    assert ("Tautan disalin" in amid(HIDDEN, f"<style>.x{{a:b}}{sheet}</style>")) is is_kept


def test_the_prose_that_a_sheet_hides_stays() -> None:
    head = "<style>.selengkapnya{display:none}</style>"
    assert MORE in amid(f"<div class=selengkapnya><p>{MORE}</p></div>", head)


def test_a_body_that_a_sheet_hides_until_it_is_loaded_stays() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = of_page(
        f"<h1>{TITLE}</h1><div class=isi>{text}</div>", "<style>.isi{visibility:hidden}</style>"
    )
    assert article.text == "\n\n".join(PROSE)
