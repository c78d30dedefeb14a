"""A person's words find what they mean, and nothing they can type goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kaltimcrawl.errors import InputError
from kaltimcrawl.storage import Archive
from kaltimcrawl.storage.search import match_query

TEXTS = {
    "surut": ("Banjir Samarinda Surut", "Warga kota Samarinda pulang ke rumah."),
    "warga": ("Warga Mengungsi", "Hujan turun tiga hari. Banjir melanda Samarinda Ulu dan kota Tenggarong."),
    "jalan": (
        "Jalan Poros Dibangun",
        "Pembangunan jalan ke Bontang dimulai, kata Bupati. Jum'at ini diresmikan.",
    ),
    "kafe": ("Kafé di Tepian", "Café itu ramai sejak dibuka; harga kopi Rp12.500."),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory, desk):
    """An archive of four articles, read-only for the tests."""
    with Archive.open(tmp_path_factory.mktemp("library")) as archive:
        archive.add_portal(desk.portal)
        for number, (name, (title, text)) in enumerate(TEXTS.items(), start=1):
            url = f"{desk.url}/{name}"
            desk.file(archive, desk.article(text, url, title=title), desk.capture(number, url))
        yield archive


def found(library: Archive, query: str) -> list[str]:
    return [hit.url.rsplit("/", 1)[1] for hit in library.search(query)]


def test_a_hit_says_what_it_is(library, desk):
    (hit,) = library.search("tenggarong")
    assert (hit.id, hit.portal, hit.title, hit.url, hit.published, hit.section, hit.snippet) == (
        2,
        "kabar",
        "Warga Mengungsi",
        f"{desk.url}/warga",
        "2025-05-12T14:30:00+08:00",
        "Kota",
        "Hujan turun tiga hari. Banjir melanda Samarinda Ulu dan kota ‹‹Tenggarong››.",
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("banjir", ["surut", "warga"]),  # in the title before in the text
        ("warga", ["warga", "surut"]),
        ("BANJIR samarinda", ["surut", "warga"]),
        ("banjir bontang", []),
        ('"kota samarinda"', ["surut"]),
        ("“kota samarinda”", ["surut"]),
        ("„kota samarinda“", ["surut"]),
        ("«kota samarinda»", ["surut"]),
        ('"kota samarinda', ["surut"]),  # never closed
        ("‘samarinda’", ["surut", "warga"]),
        ("jum’at", ["jalan"]),
        ("jum'at", ["jalan"]),
        ("bangun", []),
        ("pemban*", ["jalan"]),
        ('"jalan ke bon"*', ["jalan"]),
        ("samarinda -tenggarong", ["surut"]),
        ("-tenggarong samarinda", ["surut"]),
        ('samarinda -"kota tenggarong"', ["surut"]),
        ("samarinda -teng*", ["surut"]),
        ("kota-samarinda", ["surut"]),  # within a word no exclusion
        ("banjir – samarinda", ["surut", "warga"]),
        ("banjir _ & ! 😀 samarinda", ["surut", "warga"]),
        ("cafe", ["kafe"]),
        ("KAFÉ", ["kafe"]),
        ("rp12.500", ["kafe"]),
        ("title:banjir", []),  # no column's name: the words as they stand
        ("banjir OR bontang", []),
        ("NEAR(banjir samarinda)", []),
        ("banjir\0samarinda", []),
        ("banjir\udc80", ["surut", "warga"]),
        ("banjir " + "-lain " * 160, ["surut", "warga"]),
        ("samarinda " * 400, ["surut", "warga"]),
    ],
)
def test_words_find(library, query, names):
    assert found(library, query) == names


@pytest.mark.parametrize("query", ["", "  ", '""', "***", "-", "-banjir", "_", "😀", "\0", "\ud800", "«»"])
def test_a_query_without_a_word_to_find_is_told_in_a_line(library, query):
    with pytest.raises(InputError) as caught:
        library.search(query)
    assert str(caught.value).endswith(": give at least one word to find")
    assert "\n" not in str(caught.value)
    str(caught.value).encode()


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (0, 0), (-1, 0), (2, 2), (1 << 80, 2)])
def test_no_more_than_the_limit(library, limit, count):
    assert len(library.search("banjir", limit)) == count


def test_of_equal_hits_the_one_filed_first_comes_first(archive, desk):
    for number in range(1, 6):
        url = f"{desk.url}/{number}"
        desk.file(archive, desk.article(url=url), desk.capture(number, url))
    assert [hit.id for hit in archive.search("banjir")] == [1, 2, 3, 4, 5]


def test_marks_that_a_text_has_itself_are_no_matter(archive, desk):
    desk.file(archive, desk.article('Kata ‹‹banjir›› dan <b>"surut"</b>.'), desk.capture(1))
    (hit,) = archive.search("surut")
    assert hit.snippet == 'Kata ‹‹banjir›› dan <b>"‹‹surut››"</b>.'


SYNTAX = st.lists(
    st.sampled_from(
        [
            *(
                '"',
                "'",
                "*",
                "-",
                "+",
                "^",
                "(",
                ")",
                "{",
                "}",
                ":",
                ",",
                ";",
                ".",
                "\\",
                "%",
                "_",
                "?",
                "@",
                "$",
            ),
            *(
                " ",
                "\t",
                "\n",
                "\0",
                "AND",
                "OR",
                "NOT",
                "NEAR",
                "NEAR/2",
                "title",
                "rank",
                "banjir",
                "“",
                "”",
                "’",
            ),
            *("é", "\u0301", "😀", "漢字", "ـ", "\u200b", "\ud800", "²", "ⅷ", "--", "/*", "1=1"),
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(query=st.one_of(SYNTAX, st.text(max_size=40), st.text(st.characters(), max_size=40)))
@example('" AND "')
@example("-" * 999 + "a")
@example('a"' * 600)
@example("a* " * 400)
@example("-a " * 333 + "b")
def test_no_query_goes_wrong(library, query):
    try:
        hits = library.search(query)
    except InputError:
        return
    assert all(hit.title for hit in hits)


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=6))
def test_plain_words_are_all_wanted(words):
    assert match_query(" ".join(words)) == " AND ".join(f'"{word}"' for word in words)
