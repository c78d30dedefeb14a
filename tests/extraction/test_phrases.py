"""Lines that are no text: notices and invitations, in the languages of many portals."""

from __future__ import annotations

import pytest

from tests.extraction.pages import PROSE, read


@pytest.mark.parametrize(
    "line",
    [
        "Rina Wati and Budi Susilo contributed reporting.",
        "Hannah Weiss also contributed to this story from Samarinda.",
        "최윤호 기자 yunho@kabar.example",
        "Add us as a preferred source on your phone",
        "Kabar Hulu News is a nonprofit newsroom that covers the river.",
    ],
)
def test_a_notice_at_the_end_is_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Petani dan pedagang contributed reporting jalan rusak kepada dinas, lalu menunggu tindak lanjutnya sampai bulan depan bersama warga.",
        "Warga menambahkan bahwa tips itu datang dari petani di hulu.",
    ],
)
def test_a_sentence_of_such_words_is_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text.endswith(line)


@pytest.mark.parametrize(
    "line",
    [
        "Haberin devamı için tıklayın",
        "Dalszy ciąg materiału pod wideo",
        "Artikel gaat verder onder de foto",
        "Chia sẻ bài viết",
    ],
)
def test_an_invitation_between_paragraphs_is_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p><p>{PROSE[0].replace('Harga', 'Nilai')}</p>").text.count("\n\n") == len(
        PROSE
    )


def test_the_closing_credit_of_agencies_is_no_text() -> None:
    article = read(end="<p>(Reporting by Rina Wati in Solo; Editing by Hannah Weiss)</p>")
    assert (article.text, article.editors) == ("\n\n".join(PROSE), ("Hannah Weiss",))
