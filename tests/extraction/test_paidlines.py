"""Lines of their own that say a text was paid for."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.bodies import ARTICLE, OTHER, read, texts


@pytest.mark.parametrize(
    ("line", "sponsor"),
    [
        ("ADVERTORIAL", None),
        ("Advertorial", None),
        ("<strong>PARIWARA</strong>", None),
        ("[ADV]", None),
        ("[ADVERTORIAL]", None),
        ("ADV", None),
        ("Advertorial DPRD Kutim", "DPRD Kutim"),
        ("ADV - Pemkab Hulu", "Pemkab Hulu"),
    ],
)
def test_a_line_over_or_under_the_text_that_says_paid_is_no_text(line: str, sponsor: str | None) -> None:
    over, under = read(before=f"<p>{line}</p>"), read(after=f"<p>{line}</p>")
    printed = line.removeprefix("<strong>").removesuffix("</strong>")
    assert texts(over) == texts(under) == ARTICLE
    assert (over.is_advertorial, over.advertorial_reason, over.sponsor) == (True, printed, sponsor)
    assert (under.is_advertorial, under.signoff, under.sponsor) == (True, printed, sponsor)
    assert over.signoff is None
    assert over.provenance["is_advertorial"].place == "text: label"


def test_a_mark_behind_the_text_stays_the_signoff_where_a_line_over_it_says_paid_too() -> None:
    article = read(before="<p>PARIWARA</p>", after="<p>(rin/adv/DPRD)</p>")
    assert (article.signoff, article.sponsor, article.initials) == ("(rin/adv/DPRD)", "DPRD", ("rin",))


@pytest.mark.parametrize(
    "line",
    ["<p>Advertisement</p>", "<p>IKLAN</p>", "<p>ADV</p><p>ADV</p>", f"<h3>Advertorial</h3><p>{OTHER}</p>"],
)
def test_labels_of_advertisements_and_lists_say_nothing_of_the_text(line: str) -> None:
    article = read(after=line)
    assert texts(article) == ARTICLE
    assert (article.is_advertorial, article.signoff) == (False, None)


def test_a_bare_adv_in_italian_stands_over_an_advertisement() -> None:
    text = "Il comune ha annunciato che i lavori della strada inizieranno a giugno e che non ci saranno ritardi per i residenti. "
    page = f"<html lang=it><head><title>La strada chiude</title></head><body><h1>La strada chiude</h1><article><p>{text}</p><p>{text}Poi si vedrà.</p><p>ADV</p></article></body></html>"
    article = extract(page, "https://notizie.example/2025/05/12/la-strada-chiude/")
    assert article is not None
    assert not article.is_advertorial
    assert "ADV" not in article.text


def test_a_sentence_about_advertorials_is_text() -> None:
    line = "Advertorial itu dibayar dinas."
    assert texts(read(after=f"<p>{line}</p>")) == [*ARTICLE, line]
