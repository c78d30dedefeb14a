"""A reader's words never break the search, and marks never become anything but marks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Browse = Callable[[str], Any]

TORTURE = (
    *(
        '"',
        '""',
        '"""',
        "'",
        "''",
        "*",
        "**",
        "(",
        ")",
        "()",
        "NEAR",
        "NEAR(",
        "NEAR(a b, 2)",
        "AND",
        "a AND",
        "OR OR",
    ),
    *(
        "NOT a",
        "-",
        "--",
        "-a",
        "^a",
        "a*",
        "{a b}:c",
        "title:a",
        "title : a",
        "text:",
        "a:b:c",
        "+",
        "a + b",
        "a^b",
    ),
    *(
        "\0",
        "a\0b",
        '"a\0',
        "\ud800",
        "‹‹ ››",
        "covid-19",
        "jum'at",
        "jum’at",
        "“banjir",
        "»a«",
        ";",
        "a;b",
        "--x",
        "/*",
    ),
    *(
        "\\",
        '\\"',
        "%",
        "_",
        "?",
        ":q",
        "@a",
        "$a",
        "‮abc",
        "🚒",
        "ｂａｎｊｉｒ",
        " ",
        "\t\n",
        "é",
        "x" * 5000,
        "a " * 5000,
    ),
    *('"' * 999, "(" * 999, "select 1", "' or 1=1 --", "<script>", "&amp;", "\x7f", "\ufeff", "1", "1e999"),
)


@pytest.mark.parametrize("words", TORTURE)
@pytest.mark.parametrize("path", ["/kaltim/cari?q=", "/kaltim/articles?_search="])
def test_search_never_fails(browse: Browse, path: str, words: str) -> None:
    assert browse(path + quote(words.encode("utf-8", "surrogatepass"))).status_code == 200


def hits(browse: Browse, words: str) -> tuple[list[str], list[str]]:
    """Addresses that the page `cari` and the search box of the list find."""
    pages = [browse(path + quote(words)) for path in ("/kaltim/cari?q=", "/kaltim/articles?_search=")]
    ranked, listed = (
        [*lxml.html.fromstring(page.text).xpath("//li[@class='entry']/h2/a/@href")] for page in pages
    )
    return sorted(ranked), sorted(listed)


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("banjir", [1]),
        ("BANJIR samarinda", [1]),
        ("samarinda banjir", [1]),
        ("banjir bontang", []),
        ('"hujan deras"', [1]),
        ("“hujan deras”", [1]),
        ('"deras hujan"', []),
        ('"hujan deras', [1]),
        ("covid-19", [2]),
        ("jum'at", [1]),
        ("jum’at", [1]),
        ("ban", []),
        ("ban*", []),
        ("title:banjir", []),
        ("banjir OR bontang", []),
        ("Berita", [4]),
        ("", None),
        ("!!!", []),
    ],
)
def test_both_searches_find_the_same(browse: Browse, words: str, articles: list[int] | None) -> None:
    ranked, listed = hits(browse, words)
    if articles is None:  # nothing asked: no results on the page `cari`, the whole list in the list
        assert (ranked, len(listed)) == ([], 5)
    else:
        assert ranked == listed
        expected = {f"/kaltim/articles/{number}" for number in articles}
        assert expected <= set(ranked)
        assert expected or not ranked


def test_hits_are_marked_in_title_and_text(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/kaltim/cari?q=banjir+deras").text)
    entry = page.xpath("//li[@class='entry']")[0]
    assert entry.xpath("./h2//mark/text()") == ["Banjir"]
    assert entry.xpath("./p[@class='excerpt']//mark/text()") == ["deras", "banjir"]
    assert " ".join(page.xpath("string(//p[@class='count'])").split()).startswith(
        "1 artikel, yang paling cocok di atas"
    )


def test_a_word_in_the_title_weighs_more(new_site: Callable[[Any], Browse]) -> None:
    def fill(sample: Any) -> None:
        sample.portal("contoh", "Kabar Contoh", "Samarinda")
        sample.article(1, title="Pasar pagi", text="Banjir, kata warga. Pasar buka lagi.")
        sample.article(2, title="Banjir surut", text="Warga pulang ke rumah, pasar buka lagi.")
        for number in range(3, 9):
            sample.article(number, title="Harga cabai", text="Harga cabai naik di pasar, kata pedagang.")

    found = new_site(fill)("/kaltim/cari.json?q=banjir&_shape=array").json()
    assert [row["article_id"] for row in found] == [2, 1]
    assert found[0]["title"] == "‹‹Banjir›› surut"


@given(st.text())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_makes_a_query_that_fts5_accepts(plugin: Callable[[str], Any], text: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table t using fts5 (title, body, tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute("select count(*) from t where t match ?", [plugin("search").cari_aman(text)]).fetchone()
    database.close()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("banjir samarinda", '"banjir" "samarinda"'),
        ('jalan "tol balikpapan" rusak', '"jalan" "tol balikpapan" "rusak"'),
        ('a"b', '"a" "b"'),
        ("“dua kata” satu", '"dua kata" "satu"'),
        ("- , !", '""'),
        ("", '""'),
        (None, '""'),
        ("NEAR(a, b)", '"NEAR(a," "b)"'),
    ],
)
def test_words_become_fts5_strings(plugin: Callable[[str], Any], text: str | None, query: str) -> None:
    assert plugin("search").cari_aman(text) == query


def test_of_a_long_query_the_first_words_count(plugin: Callable[[str], Any]) -> None:
    assert plugin("search").cari_aman("a " * 500) == " ".join(['"a"'] * 64)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("sebelum ‹‹kata›› sesudah", "sebelum <mark>kata</mark> sesudah"),
        ("‹‹<b>›› & \"'", "<mark>&lt;b&gt;</mark> &amp; &#34;&#39;"),
        ("‹‹a ‹‹b›› c›› d", "a <mark>b</mark> c d"),
        ("a›› b ‹‹ c", "a b  c"),
        ("", ""),
        (None, ""),
    ],
)
def test_marks_become_mark_elements_after_escaping(
    plugin: Callable[[str], Any], text: str | None, html: str
) -> None:
    assert str(plugin("search").tandai(text)) == html


@given(st.text(alphabet="‹›<>&a \"'"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_marked_text_holds_no_other_element(plugin: Callable[[str], Any], text: str) -> None:
    html = str(plugin("search").tandai(text))
    assert html.count("<mark>") == html.count("</mark>") == html.count("<") / 2


@pytest.mark.parametrize(
    ("text", "query", "excerpt"),
    [
        ("Satu dua tiga.", None, "Satu dua tiga."),
        ("Satu dua tiga.", "DUA", "Satu ‹‹dua›› tiga."),
        ("kata " * 20 + "banjir besar " + "kata " * 20, "banjir", "… kata kata ‹‹banjir›› besar kata …"),
        ("kata " * 20, "tidak ada", "kata kata kata kata kata kata …"),
        ("‹‹x›› y", "y", "x ‹‹y››"),
        ("", "a", ""),
    ],
)
def test_excerpt_stands_around_the_word(
    plugin: Callable[[str], Any], text: str, query: str | None, excerpt: str
) -> None:
    assert plugin("search").petik(text, query, length=30) == excerpt
