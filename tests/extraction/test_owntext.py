"""Links, files and addresses that are the article's own."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts

SCHOOLS = ["Universitas Hulu", "Politeknik Hulu", "Institut Teknologi Hulu"]


def listed(names: list[str], address: str) -> str:
    return "".join(f'<li><a href="{address.format(n)}">{name}</a></li>' for n, name in enumerate(names))


@pytest.mark.parametrize("tag", ["ul", "ol"])
@pytest.mark.parametrize("place", ["between", "after"])
@pytest.mark.parametrize(
    "announcement",
    [
        "Berikut daftar situs resmi kampus yang membuka pendaftaran:",
        "These colleges have opened their gates:",
        "Diese Hochschulen nehmen noch Bewerbungen an:",
    ],
)
def test_links_to_other_sites_that_a_sentence_announces_stay(announcement: str, place: str, tag: str) -> None:
    page = {place: f"<p>{announcement}</p><{tag}>{listed(SCHOOLS, 'https://kampus{}.example')}</{tag}>"}
    found = texts(read(**page))
    start = found.index(announcement)
    assert found[start + 1 : start + 4] == SCHOOLS


def test_files_that_a_sentence_announces_stay_though_they_are_the_portals() -> None:
    names = ["Pengumuman hasil seleksi", "Lampiran formasi"]
    items = listed(names, "/wp-content/uploads/2025/05/berkas-{}.pdf")
    after = f"<p>Dokumen lengkap dapat diunduh pada tautan ini:</p><ul>{items}</ul>"
    assert texts(read(after=after))[-2:] == names


def test_a_sentence_that_links_to_a_file_stays() -> None:
    text = "Unduh salinan peraturan daerah itu di sini."
    between = f'<p><a href="https://jdih.hulu.example/perda-5.pdf">{text}</a></p>'
    assert texts(read(between=between))[1] == text


def test_a_sentence_that_links_to_an_article_is_left_out() -> None:
    between = '<p><a href="https://lain.example/banjir-rendam-desa">Banjir rendam tiga desa di hulu.</a></p>'
    assert texts(read(between=between)) == ARTICLE


def test_names_that_a_sentence_announces_amid_the_text_stay() -> None:
    villages = ["Loa Bakung", "Sempaja", "Bengkuring"]
    items = listed(villages, "/tag/desa-{}")
    assert texts(read(between=f"<p>Tiga desa yang terendam:</p><ul>{items}</ul>"))[1:5] == [
        "Tiga desa yang terendam:",
        *villages,
    ]


@pytest.mark.parametrize(
    ("place", "announcement", "names", "address"),
    [
        # the portal's own, under the text
        ("after", "Tiga desa yang terendam:", ["Loa Bakung", "Sempaja"], "/tag/desa-{}"),
        # headlines
        (
            "between",
            "Warga juga bertanya soal ini:",
            ["Banjir Rendam Tiga Desa di Hulu Mahakam"] * 3,
            "/b/{}",
        ),
        # words for other articles
        ("between", "Berita tentang tiga desa:", ["Loa Bakung", "Sempaja"], "/tag/desa-{}"),
        ("between", "Read more about these:", ["Loa Bakung", "Sempaja"], "https://lain.example/{}"),
        # no sentence
        ("between", "Tautan:", ["Loa Bakung", "Sempaja"], "/tag/desa-{}"),
        # accounts
        ("after", "Kami ada di mana-mana:", ["Saluran", "Grup"], "https://t.me/kabar{}"),
        ("after", "Kami ada di mana-mana:", ["Satu", "Dua"], "https://www.instagram.com/kabar{}"),
    ],
)
def test_other_lists_of_links_are_left_out(
    place: str, announcement: str, names: list[str], address: str
) -> None:
    page = {place: f"<p>{announcement}</p><ul>{listed(names, address)}</ul>"}
    assert not set(names) & set(texts(read(**page)))


@pytest.mark.parametrize("heading", ["Referensi:", "Daftar Pustaka", "Sources", "Quellen:"])
@pytest.mark.parametrize("is_linked", [False, True])
def test_addresses_under_references_stay(heading: str, is_linked: bool) -> None:
    addresses = ["https://kesehatan.example/panduan", "https://who.example/b"]
    rows = "".join(
        f"<p><a href='{each}'>{each}</a></p>" if is_linked else f"<p>{each}</p>" for each in addresses
    )
    found = texts(read(between=f"<h3>{heading}</h3>{rows}"))
    assert found[1:4] == [heading, *addresses]


@pytest.mark.parametrize(
    "between",
    [
        "<p>https://kesehatan.example/panduan</p>",
        "<p>Rekamannya dapat ditonton warga di bawah ini:</p><p>https://youtu.be/abcdef</p>",
        "<p>Baca juga:</p><p>https://berita.example/banjir</p>",
    ],
)
def test_other_addresses_alone_on_a_line_are_left_out(between: str) -> None:
    assert not [text for text in texts(read(between=between)) if text.startswith("http")]


def test_an_address_that_none_can_read_is_no_trouble() -> None:
    assert texts(read(between="<p>Referensi:</p><p>https://[kabar/hulu</p>"))[0] == ARTICLE[0]


@pytest.mark.parametrize(
    ("address", "is_kept"), [("https://proyek{}.example/", True), ("https://youtu.be/{}", False)]
)
def test_addresses_of_other_sites_each_under_what_is_told_of_it_stay(address: str, is_kept: bool) -> None:
    names = ("satu", "dua", "tiga")
    entries = "".join(
        f"<h3>{name}</h3><p>Proyek {name} membuat peta banjir bagi warga di tepi sungai.</p>"
        f"<p><a href='{address.format(name)}'>{address.format(name)}</a></p>"
        for name in names
    )
    found = [text for text in texts(read(between=entries)) if text.startswith("http")]
    assert found == ([address.format(name) for name in names] if is_kept else [])
