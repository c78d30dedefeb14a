"""Labels over other articles that are put together from words, and texts that only hold such words."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.labels import kind_of
from tests.extraction.test_containers import ARTICLE, HEADLINES, OPINIONS, TITLE, paragraphs, taken

LONG = [*ARTICLE, *OPINIONS[:2]]
COMPOSED = [
    "Kabar Terhangat",
    "CERITA MENARIK LAINNYA",
    "Bacaan Untukmu:",
    "Trending Stories",
    "Other Coverage »",
]


@pytest.mark.parametrize(
    "text",
    [
        *COMPOSED,
        "Berita Lain untuk Anda",
        "Artikel Pilihan Redaksi",
        "Postingan Banyak Dibaca (5)",
        "More Top Headlines",
        "Recommended  reads",
    ],
)
def test_a_label_over_others_is_put_together_from_its_words(text: str) -> None:
    assert kind_of(text) == "others"


@pytest.mark.parametrize(
    "text",
    [
        "Berita duka",
        "Berita",
        "Pilihan",
        "Cerita lain dari Muara",
        "Lain Cerita",
        "Kabar Latest",
        "Trending Berita",
        "Top players",
        "Latest developments",
        "Other voices",
        "Trending stories in Samarinda",
    ],
)
def test_one_word_of_a_label_or_words_in_another_order_make_none(text: str) -> None:
    assert kind_of(text) is None


def test_words_of_labels_are_written_as_they_are_compared() -> None:
    for firsts, seconds in read_data("labels.toml")["combinations"].values():
        assert [word for word in (*firsts, *seconds) if word != " ".join(word.lower().split())] == []
        assert all(kind_of(f"{first} {second}") is not None for first in firsts for second in seconds)


@pytest.mark.parametrize("tag", ["h3", "p", "b", "div"])
@pytest.mark.parametrize(
    ("label", "is_kept"), [*((label, False) for label in COMPOSED), ("Berita Duka", True)]
)
def test_the_paragraphs_of_a_box_under_a_composed_label_are_no_text(
    label: str, is_kept: bool, tag: str
) -> None:
    box = f"<section><{tag}>{label}</{tag}>{paragraphs(OPINIONS)}</section>"
    text = taken(f"<h1>{TITLE}</h1><div class=entry-content>{paragraphs(ARTICLE)}{box}</div>")
    assert text == ([*ARTICLE, label, *OPINIONS] if is_kept else ARTICLE)


@pytest.mark.parametrize("label", COMPOSED)
def test_links_under_a_composed_label_leave_the_text_with_it(label: str) -> None:
    links = "".join(f"<li><a href=/{number}>{headline}</a></li>" for number, headline in enumerate(HEADLINES))
    listed = f"<p>{label}</p><ul>{links}</ul>"
    assert taken(f"<h1>{TITLE}</h1><div class=entry-content>{paragraphs(LONG)}{listed}</div>") == LONG


@pytest.mark.parametrize(("label", "kept"), [("Kabar Terhangat", []), ("Berita Duka", ["Berita Duka"])])
def test_the_text_goes_on_after_a_link_under_a_composed_label(label: str, kept: list[str]) -> None:
    related = f"<p><b>{label}</b></p><p><a href=/x>{HEADLINES[0]}</a></p>"
    body = f"{paragraphs(LONG[:3])}{related}{paragraphs(LONG[3:])}"
    assert taken(f"<h1>{TITLE}</h1><div class=entry-content>{body}</div>") == LONG[:3] + kept + LONG[3:]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Kabar terkini, jalan poros itu sudah dapat dilalui kendaraan kecil sejak Senin pagi.",
        "Info terkini: jalan poros itu sudah dapat dilalui kendaraan kecil sejak Senin pagi menurut petugas.",
        "Informasi lain: jalan itu dibuka lagi.",
        "Cerita lainnya datang dari Muara, tempat warga membangun jalan sendiri sejak tahun lalu.",
        "Top stories like this one are told by the people who live along the road to the river.",
        "Informasi lain tentang jalan poros dapat dibaca di <a href=/x>laman dinas</a> setiap hari kerja.",
    ],
)
@pytest.mark.parametrize("place", [3, len(LONG)])
def test_a_paragraph_that_begins_like_a_composed_label_is_text(paragraph: str, place: int) -> None:
    plain = paragraph.replace("<a href=/x>", "").replace("</a>", "")
    texts = paragraphs([*LONG[:place], paragraph, *LONG[place:]])
    assert taken(f"<h1>{TITLE}</h1><div class=entry-content>{texts}</div>") == [
        *LONG[:place],
        plain,
        *LONG[place:],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lexoni edhe",
        "Polecany artykuł",
        "Ezt olvasta már?",
        "Ku karanta wannan",
        "Тақырып бойынша:",
        "Irakurri ere",
        "Həmçinin oxuyun",
        "Оқи отырыңыз",
        "Kara karanta wannan",
        "ಇದನ್ನೂ ಓದಿ",
        "Artikel Lain Dalam Seksyen Ini",
        "What people are reading",
        "■関連サイト",
        "▼関連リンク",
    ],
)
def test_labels_over_others_are_known_in_many_languages(text: str) -> None:
    assert kind_of(text) == "others"
