"""The portal's name, off its home page."""

import pytest

from kaltimcrawl.discovery.masthead import MAX_NAME, read_masthead


def masthead(head: str, url: str = "https://kaltimtoday.example/") -> tuple[str, str] | None:
    return read_masthead(f"<html><head>{head}</head><body>x</body></html>".encode(), url)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta property="og:site_name" content=" Kaltim\n Today ">', "Kaltim Today"),
        (
            '<meta name="application-name" content="KT"><meta property="og:site_name" content="Kaltim Today">',
            "Kaltim Today",
        ),
        ("<title>Berita Terkini - Kaltim Today</title>", "Kaltim Today"),
        ("<title>KaltimToday.example | Berita Kalimantan Timur</title>", "KaltimToday.example"),
        ("<title>Suara Etam: kabar dari hulu</title>", "Suara Etam"),
        (f"<title>{'a' * 300}</title>", "a" * MAX_NAME),
        ('<meta property="og:site_name" content="Kaltim\x1b[31m\u202eToday">', "Kaltim[31mToday"),
    ],
)
def test_the_name_is_a_metas_or_the_titles_part_that_sounds_like_the_host(head, name):
    found = masthead(head)
    assert found is not None
    assert found[0] == name
    assert found[0].isprintable()


def test_a_page_without_a_name_gives_none():
    assert masthead("<title> - | - </title>") is None
    assert masthead("") is None
