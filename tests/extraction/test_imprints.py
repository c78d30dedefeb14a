"""Lines under a text in which its portal speaks of itself."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Punya cerita yang layak kami muat? Tulis ke cerita@{host}", False),
        ("Mejla till insandare@{host}. Högst 1 800 tecken.", False),
        ("Sumber kabar: {host}", False),
        ("Lamaran dikirim ke panitia@kukarkab.go.id sebelum Jumat.", True),
        ("Lamaran dikirim ke panitia@pasar.example sebelum Jumat.", True),
    ],
)
def test_an_address_of_the_portals_own_at_the_end_is_no_text(line: str, is_text: bool) -> None:
    line = line.format(host="berita.example")
    assert (line in texts(read(after=f"<p><em>{line}</em></p>"))) is is_text


def test_amid_the_text_it_is() -> None:
    line = "Panitia menjawab lewat alamat cerita@berita.example pada Senin siang."
    assert line in texts(read(between=f"<p>{line}</p>"))


@pytest.mark.parametrize(
    "said",
    [
        "Berita adalah portal berita daerah yang terbit sejak 2009 dan melayani pembaca di pesisir.",
        "Berita is an independent news site that has been published since 1974 and is owned by its readers.",
    ],
)
def test_what_a_portal_tells_of_itself_under_the_text_is_no_text(said: str) -> None:
    assert texts(read(after=f"<p>{said}</p>")) == ARTICLE


@pytest.mark.parametrize(
    "said",
    [
        "Kabar Hilir adalah portal berita daerah yang terbit sejak 2009 dan melayani pembaca di pesisir.",
        "Berita adalah kabar yang ditunggu warga sejak pekan lalu, kata kepala desa itu di kantornya.",
        "Media di kota itu, kata Udin, adalah portal bagi warga yang ingin mengadu kepada pemerintah.",
    ],
)
def test_what_is_told_of_others_under_the_text_stays(said: str) -> None:
    assert said in texts(read(after=f"<p>{said}</p>"))


@pytest.mark.parametrize("said", ["Kata akun @rina_w: kami menunggu", "Harga beras @ Rp15.000 per kilogram"])
def test_a_line_in_bold_at_the_end_with_a_sign_of_mail_and_no_address_stays(said: str) -> None:
    assert said in texts(read(after=f"<p><strong>{said}</strong></p>"))


@pytest.mark.parametrize(
    ("lines", "is_text"),
    [
        (("Laman፦ https://www.berita.example/kontak",), False),
        (("ድረ ገጽ፦ berita.example",), False),
        (("Telepon kami፦", "ድረ ገጽ፦ berita.example"), False),
        (("Laman፦ dinas.example",), True),
        (("Syarat pendaftaran:", "Web: dinas.example"), True),
    ],
)
def test_a_labelled_address_of_the_portals_own_and_the_line_over_it_are_no_text(
    lines: tuple[str, ...], is_text: bool
) -> None:
    article = read(after="".join(f"<p>{line}</p>" for line in lines))
    assert texts(article) == ([*ARTICLE, *lines] if is_text else ARTICLE)
