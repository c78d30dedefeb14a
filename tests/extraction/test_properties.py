"""What holds for every page and every article."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaltimcrawl import extract
from kaltimcrawl.extraction import Article
from tests.growth import grows_within

URL = "https://berita.example/2025/05/12/warga-keluhkan-jalan-rusak/"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
WORDS = st.sampled_from(
    (
        "warga",
        "jalan",
        "rusak",
        "dinas",
        "anggaran",
        "perbaikan",
        "bulan",
        "depan",
        "sungai",
        "pasar",
        "rapat",
    )
)
SENTENCE = st.lists(WORDS, min_size=18, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")
TEXTS = st.lists(SENTENCE, min_size=4, max_size=9, unique=True)


def page(texts: list[str], gap: str = "", attributes: str = 'class="entry-content" id="isi"') -> str:
    """A page of those paragraphs."""
    body = gap.join(f"<p>{gap}{text}{gap}</p>" for text in texts)
    return (
        f'<html lang=id><head><title>{TITLE}</title><meta property="og:type" content="article"></head>'
        f"<body>{gap}<h1>{TITLE}</h1>{gap}<div {attributes}>{gap}{body}{gap}</div></body></html>"
    )


def taken(html: str) -> Article:
    """The page's article."""
    article = extract(html, URL)
    assert article is not None
    return article


@given(TEXTS)
@settings(deadline=None, max_examples=60)
def test_extraction_of_its_own_html_gives_the_same_text(texts: list[str]) -> None:
    first = taken(page(texts))
    again = taken(
        f'<html lang=id><head><title>{TITLE}</title><meta property="og:type" content="article"></head>'
        f"<body><h1>{TITLE}</h1><article>{first.html}</article></body></html>"
    )
    assert again.text == first.text == "\n\n".join(texts)


@given(TEXTS, st.sampled_from(["\n", "  ", "\n\t\t", "<!-- x -->"]))
@settings(deadline=None, max_examples=40)
def test_white_space_comments_and_the_order_of_attributes_change_nothing(texts: list[str], gap: str) -> None:
    plain, other = taken(page(texts)), taken(page(texts, gap, 'id="isi"   class="entry-content"'))
    assert (other.blocks, other.confidence, other.warnings) == (
        plain.blocks,
        plain.confidence,
        plain.warnings,
    )


@given(TEXTS, st.integers(0, 8))
@settings(deadline=None, max_examples=40)
def test_no_long_block_stands_twice(texts: list[str], which: int) -> None:
    twice = texts[which % len(texts)]
    blocks = [block.text for block in taken(page([*texts, twice])).blocks]
    assert blocks == texts


HOSTILE = [
    "Baca juga ", "<div>", "<p>", "<p>x", "<b>", "<a href=/tag/x/>", "<li>x y", "<tr><td>a<td>b", "a<br>", "<span>teks </span>",
    "<h1>Judul</h1>", "<meta name=description content=x>", "<time>12 Mei 2025</time>", "<div class=date>12 Mei 2025 10:00</div>",
    "(adv/", "Penulis: ", "<!-- -->", "<svg>", "&amp;", "<", "\0", "a - ", "<table><tr><td>", "<p>Penulis: ", "[", "1/",
    "<x-y>Kalimat.", "<h2><div>Kalimat ini panjang sekali dan berakhir titik.",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_megabytes_of_one_thing_end_within_the_time_of_their_parts(piece: str) -> None:
    """Linear: eight times as much takes at most some twenty times as long, whatever machine runs it."""
    head = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=entry-content>"

    small, large = ((head + piece * (size // len(piece))).encode() for size in (200_000, 1_600_000))
    assert grows_within(lambda: extract(small, URL), lambda: extract(large, URL), times=20)


@pytest.mark.parametrize("mark", ["author", "published", "byline", "entry-meta"])
def test_marks_round_marks_read_what_they_hold_once(mark: str) -> None:
    """A hundred more marks round the same twenty thousand elements cost no hundred readings of those."""
    head = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    lines = (
        f"Warga RT {number} mengeluhkan jalan rusak di kampung itu sejak lama sekali." for number in range(9)
    )
    text = f"<div class=entry-content><p>{'</p><p>'.join(lines)}</p></div>"

    few, many = (
        f"{head}{f'<div class={mark}>' * marks}{'<i></i>' * 20_000}{'</div>' * marks}{text}".encode()
        for marks in (10, 120)
    )
    assert extract(few, URL) is not None
    assert grows_within(lambda: extract(few, URL), lambda: extract(many, URL), times=4)


def test_many_metas_of_one_name_are_read_in_linear_time() -> None:
    metas = "".join(f'<meta name="k" content="{number}">' for number in range(60_000))
    assert taken(page(["Warga mengeluhkan jalan rusak di kampung itu sejak lama sekali, kata mereka. " * 3] * 1)
                 .replace("</head>", metas + "</head>")).title == TITLE  # fmt: skip


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<br>", " kata ", "Baca juga", ":"]), max_size=30)
)
@settings(deadline=None, max_examples=150)
def test_every_block_is_folded_and_not_empty(pieces: list[str]) -> None:
    html = page(
        ["Warga mengeluhkan jalan rusak yang tidak kunjung diperbaiki oleh dinas sejak tahun lalu."] * 1
    )
    html = html.replace(
        "</div>",
        "<p>"
        + "".join(pieces)
        + "</p>"
        + "<p>Dinas berjanji memulai perbaikan bulan depan setelah anggaran perubahan disahkan oleh dewan kota.</p></div>",
    )
    article = extract(html, URL)
    for block in article.blocks if article else ():
        assert block.text == re.sub(r"\s+", " ", block.text).strip() != ""


ODD_ADDRESSES = st.sampled_from(
    (
        "http://[",
        "http://[a/ekonomi",
        "//[::1/2025/ekonomi",
        "https://[::1]:x/ekonomi",
        "https://x:99999999/",
        "http://\u2100/",
        "http://a b/",
        "https://berita.example:port/ekonomi/",
        "javascript:void(0)",
        "?page=[",
        "#",
        "",
    )
)


@given(st.lists(ODD_ADDRESSES, min_size=8, max_size=8), TEXTS)
@settings(deadline=None, max_examples=60)
def test_no_address_in_a_page_or_of_it_raises(odd: list[str], texts: list[str]) -> None:
    body = "".join(f"<p>{text}</p>" for text in texts)
    html = (
        f'<html lang=id><head><title>{TITLE}</title><meta property="og:type" content="article">'
        f'<link rel=canonical href="{odd[0]}"><meta property="og:url" content="{odd[1]}">'
        f'<meta property="og:image" content="{odd[2]}"><base href="{odd[3]}">'
        '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":['
        f'{{"name":"A","item":"{odd[4]}"}},{{"name":"B","item":{{"@id":"{odd[5]}","name":"B"}}}}]}}</script>'
        f'</head><body><a href="{odd[6]}">Ekonomi</a><h1><a href="{odd[7]}">{TITLE}</a></h1>'
        f'<article>{body}<p><img src="{odd[0]}"><a href="{odd[1]}">2</a> <a href="{odd[2]}">3</a></p></article>'
        f'<a rel=tag href="{odd[3]}">Pasar</a><a href="{odd[4]}">{texts[0]}</a></body></html>'
    )
    for url in (URL, "https://berita.example/ekonomi/1", odd[5]):
        article = extract(html, url)
        assert article is None or article.title == TITLE


BESIDE_AN_ARTICLE = {
    "comment labels": lambda n: "<div>" + "<h3>Komentar</h3>" * n + "</div>",
    "authors round much": lambda n: "<div class=author>" * 100 + "<b></b>" * n + "</div>" * 100,
    "breadcrumbs round much": lambda n: "<div class=breadcrumb>" * 100 + "<a></a>" * n + "</div>" * 100,
    "categories round much": lambda n: "<div class=category>" * 100 + "<a>x</a>" * n + "</div>" * 100,
    "dates round much": lambda n: "<div class=date>" * 100 + "<i></i>" * n + "</div>" * 100,
    "prose before the title": lambda n: "".join(
        f"<div><p>{'kata panjang ' * 8}</p></div>" for _ in range(n // 4)
    ),
    "a title of separators": lambda n: f'<meta property="og:title" content="{"abc d | " * n}">',
}


@pytest.mark.parametrize("make", BESIDE_AN_ARTICLE.values(), ids=BESIDE_AN_ARTICLE)
def test_what_stands_beside_an_article_takes_time_by_its_size(make: Callable[[int], str]) -> None:
    """Linear, as above, where fields are read too: the page is an article."""
    texts = [
        f"Warga {name} mengeluhkan jalan rusak yang tidak kunjung diperbaiki oleh dinas." for name in "ABCDE"
    ]
    whole = page(texts)

    small, large = (whole.replace("<h1>", make(count) + "<h1>", 1) for count in (1_000, 8_000))
    assert extract(small, URL) is not None
    assert extract(large, URL) is not None
    assert grows_within(lambda: extract(small, URL), lambda: extract(large, URL), times=24, shortest=0.004)


WITHIN_AN_ARTICLE = {
    "bylines under the title": ("</h1>", "<p class=byline><a rel=author href=/c>Rina Wati</a></p>"),
    "authors in one row": ("</h1>", "<a rel=author href=/c>Rina Wati</a>, "),
    "shelves over the title": ("<h1>", "<a href=/kanal/pasar><a rel=author href=/x>Budi</a>, </a>"),
    "categories in the text": ("</p>", "<a rel=category href=/k><span>Oleh</span> <b>Rina Wati</b></a>"),
}


@pytest.mark.parametrize(("place", "piece"), WITHIN_AN_ARTICLE.values(), ids=WITHIN_AN_ARTICLE)
def test_what_stands_within_an_article_takes_time_by_its_size(place: str, piece: str) -> None:
    """Linear, as above."""
    texts = [
        f"Warga {name} mengeluhkan jalan rusak yang tidak kunjung diperbaiki oleh dinas." for name in "ABCDE"
    ]
    before, sign, after = page(texts).partition(place)
    at = (f"{before}{{}}{sign}{after}") if place == "<h1>" else f"{before}{sign}{{}}{after}"

    small, large = (at.replace("{}", piece * count) for count in (500, 4_000))
    assert extract(small, URL) is not None
    assert extract(large, URL) is not None
    assert grows_within(lambda: extract(small, URL), lambda: extract(large, URL), times=24)


@pytest.mark.parametrize("reference", ["&#1;", "&#x1f;", "&#xFFFE;", "&#xffff;"])
@pytest.mark.parametrize("depth", [0, 300])
def test_references_to_what_no_tree_may_hold_are_no_error(reference: str, depth: int) -> None:
    """libxml2 reads them, and lxml puts them into no tree: "All strings must be XML compatible"."""
    texts = [
        f"Warga mengeluhkan jalan rusak yang belum diperbaiki sejak tahun lalu, bagian {n}." for n in range(5)
    ]
    menu = f"<nav><a href='/a'>Pasar</a></nav>{reference} dan {reference}<nav>Niaga</nav>{reference} lagi"
    article = taken(page(texts, gap=menu).replace("<body>", "<body>" + "<div>" * depth))
    assert [text for text in texts if text in article.text] == texts


@pytest.mark.parametrize("reference", ["&#1;", "&#xFFFF;"])
def test_references_in_a_page_that_only_the_lenient_reader_reads_are_no_error(reference: str) -> None:
    text = "Warga mengeluhkan jalan rusak yang belum diperbaiki sejak tahun lalu oleh pemerintah daerah."
    deep = "<b1><p title='{0}'>" * 700
    extract(f"<html><body>{deep.format(reference)}<p>{text} {reference}</p>{reference} ya</body></html>", URL)
