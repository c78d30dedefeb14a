"""Brackets and stars that close no text."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts

MORE = "Laga berikutnya digelar pada akhir pekan di kandang lawan, yang belum pernah kalah sejak awal musim."


@pytest.mark.parametrize(
    "line", ["Warga diminta berkata baik atau diam. (HR Bukhari)", "Sungguh. (QS. Yasin)"]
)
def test_where_a_quote_is_from_stays(line: str) -> None:
    article = read(after=f"<p>{line}</p>")
    assert texts(article)[-1] == line
    assert article.authors == ()
    assert article.signoff is None


@pytest.mark.parametrize("mark", ["(tertawa)", "(Tepuk tangan)", "(Applause)", "(Laughter)", "[拍手]"])
@pytest.mark.parametrize("behind", ["", f"<p>{MORE}</p>"])
def test_what_hearers_do_stays(mark: str, behind: str) -> None:
    article = read(after=f"<p>{mark}</p>{behind}")
    assert mark in texts(article)
    assert article.authors == ()
    assert article.signoff is None


@pytest.mark.parametrize("behind", ["", f"<p>{MORE}</p><p>{MORE[::-1]}.</p>"])
def test_the_team_behind_a_minute_stays(behind: str) -> None:
    line = "Gol: Gaucho 17' (Hulu FC); Gustavo 58' (Hilir)"
    article = read(after=f"<p>{line}</p>{behind}")
    assert line in texts(article)
    assert article.signoff is None
    assert article.initials == ()


def test_a_word_in_brackets_amid_the_text_stays() -> None:
    line = "Ia lalu menyebut nama adiknya. (Bintang)"
    article = read(between=f"<p>{line}</p>")
    assert line in texts(article)
    assert article.signoff is None


def test_stars_between_scenes_stay() -> None:
    article = read(between="<p>***</p>", after="<p>***</p><p>Malam itu hujan.</p><p>Samarinda, Mei 2025</p>")
    assert texts(article).count("***") == 2
    assert article.signoff is None


def test_lone_stars_amid_the_text_are_no_mark() -> None:
    article = read(between="<p>***</p>")
    assert texts(article) == ARTICLE
    assert article.signoff is None


@pytest.mark.parametrize("mark", ["(rin)", "(adv)", "(Antara)", "(mrf/rdw)", "***", "(*)"])
@pytest.mark.parametrize(
    "behind", ["", "<p>Penulis adalah dosen di sebuah kampus di hulu, dan pernah menjadi ketua panitia.</p>"]
)
def test_marks_close_the_text(mark: str, behind: str) -> None:
    article = read(after=f"<p>{mark}</p>{behind}")
    assert texts(article) == ARTICLE
    assert article.signoff == mark
