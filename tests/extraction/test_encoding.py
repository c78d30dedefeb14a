"""The encoding of a page's bytes, seen through the text that is read."""

from __future__ import annotations

from types import SimpleNamespace

import bs4.dammit
import pytest

from kaltimcrawl import extract

URL = "https://berita.example/2025/05/12/warga-keluhkan-jalan-rusak/"
QUOTED = "“Kami menunggu,” ujar warga – sudah setahun lamanya jalan itu rusak dan belum juga diperbaiki."
MORE = "Kepala dinas mengatakan perbaikan akan dimulai pada bulan depan setelah anggaran disahkan dewan."
# fmt: off
OTHERS = (
    ("windows-1251", "Жители города жалуются на дорогу, которую не ремонтировали больше года, сообщает мэрия."),
    ("shift_jis", "市は二十日、来年度の予算案を発表した。道路の修繕費が大幅に増えているという。住民は歓迎している。"),
    ("euc_kr", "시는 어제 내년도 도로 보수 예산을 늘리겠다고 발표했다. 주민들은 이 결정을 크게 환영했다."),
    ("gb18030", "市政府昨日宣布，明年将增加道路维修预算，居民对这一决定表示欢迎，工程将于三月开始。"),
    ("windows-1256", "اشتكى سكان المدينة من حالة الطريق التي لم يتم إصلاحها منذ أكثر من عام حسب البلدية"),
)
LATIN = (
    ("es", "windows-1252", "El alcalde anunció que las obras comenzarán mañana. «Los niños merecen más», señaló en la sesión."),
    ("fr", "windows-1252", "Les élèves de la commune ont été reçus à l’hôtel de ville, où le maire a présenté le projet."),
    ("sv", "windows-1252", "Kommunen räknar med att vägen öppnar igen på måndag, säger Åsa Öberg på förvaltningen i dag."),
    ("pt", "windows-1252", "A prefeitura informou que as obras começarão na próxima semana. “A população não pode esperar.”"),
    ("pl", "windows-1250", "Władze miasta zapowiedziały, że remont drogi rozpocznie się w przyszłym tygodniu, po świętach."),
    ("tr", "windows-1254", "Şehir sakinleri bir yıldan uzun süredir onarılmayan yoldan şikâyetçi oldu, ışıklar da yanmıyor."),
)
# fmt: on


def page_of(*texts: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in texts)
    return (
        "<!DOCTYPE html><html><head><title>Warga Keluhkan Jalan Rusak</title>"
        f'<meta property="og:type" content="article"></head><body><h1>Warga Keluhkan Jalan Rusak</h1><div>{body}</div>'
        "</body></html>"
    )


def first_line(body: bytes, content_type: str | None = None) -> str:
    article = extract(body, URL, content_type=content_type)
    assert article is not None
    return article.blocks[0].text


def test_bytes_are_decoded_as_declared_or_guessed() -> None:
    html = page_of(QUOTED, MORE, MORE.upper())
    for body, content_type in (
        (html.encode("utf-8"), None),
        (html.encode("windows-1252"), None),
        (html.encode("windows-1252"), "text/html; charset=ISO-8859-1"),
        (b"\xff\xfe" + html.encode("utf-16-le"), None),
        (html.encode("utf-8"), "text/html; charset=iso-8859-15"),
    ):
        assert first_line(body, content_type) == QUOTED


@pytest.mark.parametrize(("encoding", "text"), OTHERS)
def test_an_undeclared_encoding_is_told_by_its_letters(encoding: str, text: str) -> None:
    texts = [text + str(number) for number in range(6)]
    assert first_line(page_of(*texts).encode(encoding)) == texts[0]


@pytest.mark.parametrize(("language", "encoding", "text"), LATIN)
def test_undeclared_latin_is_read_as_browsers_read_it(language: str, encoding: str, text: str) -> None:
    texts = [text + str(number) for number in range(6)]
    html = page_of(*texts).replace("<html>", f'<html class="no-js" lang="{language}">')
    assert first_line(html.encode(encoding)) == texts[0]


def test_a_long_page_is_not_cut_within_a_letter() -> None:
    text = OTHERS[1][1]
    for shift in range(4):
        texts = ["x" * shift + text, *(text * 9 + str(number) for number in range(90))]
        assert first_line(page_of(*texts).encode("shift_jis")) == texts[0]


def test_what_else_is_installed_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    another = SimpleNamespace(detect=lambda body: {"encoding": "IBM852"})
    monkeypatch.setattr(bs4.dammit, "chardet_module", another)
    assert first_line(page_of(QUOTED, MORE, MORE.upper()).encode("windows-1252")) == QUOTED


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("Shift_JIS", "cp932", "商店街の柱時計、①番目が動く－元店員が修理、"),
        ("x-sjis", "cp932", "商店街の柱時計、①番目が動く－元店員が修理、"),
        ("euc-kr", "cp949", "샾과 뷁이 나오는 마을 사진 120점이 전시된다, "),
        ("gb2312", "gb18030", "镕基与喆在村里的老水车日前修复完工，"),
    ],
)
def test_a_declared_encoding_is_read_with_what_browsers_add_to_it(
    label: str, encoding: str, text: str
) -> None:
    """https://encoding.spec.whatwg.org: each of these labels means a larger set of letters there."""
    texts = [text * 3 + str(number) for number in range(6)]
    assert first_line(page_of(*texts).encode(encoding), f"text/html; charset={label}") == texts[0]
