"""Lines of tags within the body."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts
from tests.extraction.pages import PROSE, TITLE, of_page

LINKS = [
    '<a href="/tag/advertorial">Advertorial</a>',
    '<a href="/tag/loa-janan">Loa Janan</a>',
    '<a href="/tag/jalan">Jalan</a>',
]
TAGS = ("Advertorial", "Loa Janan", "Jalan")


@pytest.mark.parametrize(
    "line",
    [
        f"<p>Tags: {', '.join(LINKS)}</p>",
        f"<p>Topik: {' | '.join(LINKS)}</p>",
        f"<p><b>Kata Kunci</b> : {', '.join(LINKS)}</p>",
        f"<p>TAG {' '.join(LINKS)}</p>",
        f"<div><span>Tags</span>{''.join(LINKS)}</div>",
        f"<div>Tags</div><div>{' '.join(LINKS)}</div>",
        f"<h4>Tags :</h4><p>{', '.join(LINKS)}</p>",
        f"<p>Topik:<br>{', '.join(LINKS)}</p>",
        "<ul><li>Tags:</li>" + "".join(f"<li>{link}</li>" for link in LINKS) + "</ul>",
        "<p>" + " ".join(link.replace('">', '">#') for link in LINKS) + "</p>",
        '<p>Kategori: <a href="/kota">Kota</a>, <a href="/desa">Desa</a></p><p>Tags: '
        + ", ".join(LINKS)
        + "</p>",
    ],
)
def test_a_label_with_links_under_the_text_gives_the_tags(line: str) -> None:
    article = read(after=line)
    assert texts(article) == ARTICLE
    assert article.tags == TAGS
    assert (article.is_advertorial, article.advertorial_reason) == (True, "Advertorial")
    assert article.provenance["tags"].place == "text: tags"


def test_hashtags_without_links_are_tags() -> None:
    article = read(after="<p>#LoaJanan #JalanRusak</p>")
    assert (texts(article), article.tags) == (ARTICLE, ("LoaJanan", "JalanRusak"))


def test_links_elsewhere_under_a_topic_are_no_tags() -> None:
    items = '<ul><li><a href="/dok/a.pdf">Peraturan Desa</a></li><li><a href="/dok/b.pdf">Peta Jalan</a></li></ul>'
    assert read(between=f"<p>Topik:</p>{items}").tags == ()


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        ("<p>Kata Kunci : <a href=/k/pasar>Pasar</a> | <a href=/k/beras>Beras</a></p>", ("Pasar", "Beras")),
        ("<p><b>Tag:</b> <a href=/k/pasar>Pasar</a> <a href=/k/beras>Beras</a></p>", ("Pasar", "Beras")),
        (
            "<div class=k><i class='fa fa-tags'></i> <a href='/search?tag=pasar'>Pasar</a> <a href='/search?tag=beras'>Beras</a></div>",
            ("Pasar", "Beras"),
        ),
        (
            "<div class=mt-3><i class='fa fa-tags'></i> <a class='btn btn-sm' href=/tag/pasar>Pasar</a> <a class='btn btn-sm' href=/tag/beras>Beras</a></div>",
            ("Pasar", "Beras"),
        ),
        ("<p><i class='fa fa-tag'></i> <a href=/daerah>Daerah</a></p>", ()),
    ],
)
@pytest.mark.parametrize("place", ["in", "under"])
def test_a_label_or_icon_of_tags_at_the_texts_end_tells_them(
    place: str, row: str, tags: tuple[str, ...]
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    body = f"{text}{row}</div>" if place == "in" else f"{text}</div>{row}"
    article = of_page(f"<div><h1>{TITLE}</h1><div class=k1>{body}</div>")
    assert article.tags == tags
