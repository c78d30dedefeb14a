"""A portal's profile: what its articles have in common goes, what articles say stays."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.demo import load_articles
from kaltimcrawl.demo.generated import make_article
from kaltimcrawl.extraction import (
    MOST_ARTICLES,
    Examination,
    Learner,
    PageFigures,
    PortalProfile,
    examine,
    extract,
    rank_of,
)
from kaltimcrawl.extraction.figures import line_hash

HOME = "https://kabar.example"
CALL = "Hubungi redaksi lewat kontak di bawah ini"
PROMO = "Nikmati kabar pilihan kami setiap pagi di layar ponsel Anda tanpa biaya apa pun."
NAMES = ["Rina", "Budi", "Sari", "Joko", "Lia", "Tono", "Wati", "Hadi", "Dewi", "Agus", "Nia", "Rudi"]


def sentences(number: int, count: int = 5) -> list[str]:
    """Sentences that no article of another number has."""
    name = NAMES[number % len(NAMES)]
    return [
        f"SAMARINDA – {name} dan {number + 11} warga lain memperbaiki jembatan ke-{number}-{row} di hulu sungai, "
        f"setelah arus yang deras pekan lalu menghanyutkan papan dan tiangnya."
        for row in range(count)
    ]


def page(number: int, texts: Iterable[str], title: str | None = None, classes: str = "isi") -> str:
    """An article's page without any mark that is known."""
    paragraphs = "".join(f"<p>{text}</p>" for text in texts)
    heading = title or f"Warga Memperbaiki Jembatan Nomor {number} di Hulu"
    return (
        f'<html lang="id"><head><title>{heading}</title><meta property="og:type" content="article"></head>'
        f'<body class="p{number}"><div class="wadah"><h1>{heading}</h1><div class="{classes}">{paragraphs}</div>'
        f"</div></body></html>"
    )


def url_of(number: int) -> str:
    return f"{HOME}/2025/05/12/jembatan-{number}/"


def examined(number: int, texts: Iterable[str], profile: PortalProfile | None = None) -> Examination:
    found = examine(page(number, texts), url_of(number), profile=profile)
    assert found is not None
    return found


def learned(pages: Iterable[tuple[int, list[str]]]) -> PortalProfile:
    """The profile of articles that are given as their number and their lines."""
    figures = [examined(number, texts).figures for number, texts in pages]
    return PortalProfile.of(one for one in figures if one is not None)


def test_a_line_at_the_end_and_one_in_the_middle_of_each_article_go_after_five() -> None:
    """What five articles have taught is gone from the sixth; nothing else is."""

    def printed(number: int) -> list[str]:
        own = sentences(number)
        return [*own[:2], PROMO, *own[2:], CALL]

    profile = learned((number, printed(number)) for number in range(5))
    article = examined(5, printed(5), profile).article
    assert [block.text for block in article.blocks] == sentences(5)
    assert article.warnings[-1] == "the portal's profile removed 2 lines"


def test_four_articles_teach_nothing() -> None:
    """Fewer than five articles are no habit."""
    assert not learned((number, [*sentences(number), CALL]) for number in range(4)).is_chrome(CALL)


@pytest.mark.parametrize("quoting", [2, 4, 5, 7])
def test_a_sentence_that_some_articles_quote_stays(quoting: int) -> None:
    """A quotation is no chrome: of thirty articles it stands on a few."""
    quote = "“Kami tidak akan diam melihat jembatan kami hanyut untuk ketiga kalinya,” kata kepala desa."
    profile = learned(
        (number, [*sentences(number), *([quote] if number < quoting else [])]) for number in range(30)
    )
    assert not profile.is_chrome(quote)


@pytest.mark.parametrize("prints", [2, 5, 9])
def test_a_press_release_is_no_chrome_however_often_it_is_printed(prints: int) -> None:
    """Articles that are mostly the same text count as one."""
    release = sentences(77, 6)
    pages = [(number, [f"Versi {number} dari kantor berita.", *release]) for number in range(prints)]
    profile = learned([*pages, *((number, sentences(number)) for number in range(100, 108))])
    assert [text for text in release if profile.is_chrome(text)] == []


def test_short_lines_need_two_fifths_of_the_articles() -> None:
    """ "Susunan pemain" stands on each third article of a sports portal, and stays; a label on all goes."""
    profile = learned(
        (
            number,
            [*sentences(number), *(["Susunan pemain hari ini"] if number % 3 == 0 else []), "Kabar Hulu TV"],
        )
        for number in range(60)
    )
    assert not profile.is_chrome("Susunan pemain hari ini")
    assert profile.is_chrome("Kabar Hulu TV")


def test_a_line_with_other_numbers_is_another_line() -> None:
    """Prices and scores are the same from day to day but for their numbers, and stay."""
    profile = learned(
        (number, [*sentences(number), f"Harga cabai rawit hari ini Rp {40 + number}.000 per kilogram"])
        for number in range(20)
    )
    assert not profile.is_chrome("Harga cabai rawit hari ini Rp 47.000 per kilogram")


def test_chrome_is_known_by_its_words_whatever_its_case_marks_and_spaces() -> None:
    """Themes print one line in capitals here and with an arrow there."""
    profile = learned((number, [*sentences(number), CALL]) for number in range(6))
    assert profile.is_chrome(f"» {CALL.upper()} «")
    assert not profile.is_chrome(CALL + " segera")


def test_what_a_profile_removes_it_doesn_t_forget() -> None:
    """A page's figures are the same whether a profile read it or the rules alone."""
    profile = learned((number, [*sentences(number), CALL]) for number in range(8))
    alone, taught = examined(9, [*sentences(9), CALL]), examined(9, [*sentences(9), CALL], profile)
    assert taught.figures == alone.figures
    assert taught.untaught_text == alone.article.text != taught.article.text


def test_links_of_a_removed_line_are_kept() -> None:
    """The line is no text, but its link may lead to an article."""
    call = f'Ikuti <a href="{HOME}/saluran-desa/">laporan desa kami</a> yang terbit pada setiap Sabtu pagi'
    profile = learned((number, [*sentences(number), call]) for number in range(6))
    article = examined(7, [*sentences(7), call], profile).article
    assert "Ikuti" not in article.text
    assert [link.url for link in article.links] == [f"{HOME}/saluran-desa/"]


def test_a_body_of_nearly_nothing_but_chrome_is_left_alone() -> None:
    """A page of its own kind, whose every line stands elsewhere too, loses nothing."""
    chrome = sentences(50, 3)
    profile = learned((number, [*sentences(number, 9), *chrome]) for number in range(6))
    assert all(map(profile.is_chrome, chrome))
    assert [block.text for block in examined(7, chrome, profile).article.blocks] == chrome


def test_no_article_of_the_demo_portal_loses_a_line() -> None:
    """All 42 articles of the demo portal teach nothing that one of them says."""
    lines = {
        article.slug: [piece.text for piece in article.body if piece.text] for article in load_articles()
    }
    pages = [
        PageFigures(slug, 0, "", "", "", "", tuple(sizes), tuple(sizes.values()))
        for slug, texts in lines.items()
        if (sizes := {line_hash(text): len(text) for text in texts})
    ]
    profile = PortalProfile.of(pages)
    assert [text for texts in lines.values() for text in texts if profile.is_chrome(text)] == []


def test_no_generated_article_loses_a_line() -> None:
    """Articles drawn from the same few hundred paragraphs share many, each on a small part of them."""
    lines = [[piece.text for piece in make_article(number).body if piece.text] for number in range(1, 401)]
    pages = [
        PageFigures(f"k{number}", 0, "", "", "", "", tuple(sizes), tuple(sizes.values()))
        for number, texts in enumerate(lines)
        if (sizes := {line_hash(text): len(text) for text in texts})
    ]
    profile = PortalProfile.of(pages)
    assert [text for texts in lines for text in texts if profile.is_chrome(text)] == []


def test_no_article_of_a_wordpress_theme_loses_a_line(wordpress_truth: dict[str, Any]) -> None:
    """What eight articles in one theme have in common is nothing that one of them says."""
    if wordpress_truth["kind"] == "article":
        profile = theme_profile(wordpress_truth["folder"])
        assert [text for text in wordpress_truth["paragraphs"] if profile.is_chrome(text)] == []


@cache
def theme_profile(folder: Path) -> PortalProfile:
    """The profile of all articles of a saved theme."""
    truths = [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    found = [examine((folder / truth["files"][0]).read_bytes(), truth["url"]) for truth in truths]
    return PortalProfile.of(one.figures for one in found if one is not None and one.figures is not None)


def test_a_body_is_taken_where_the_others_stand() -> None:
    """On a page whose comments outweigh the article, the path of the other bodies tells which is which."""
    profile = learned((number, sentences(number, 8)) for number in range(8))
    assert profile.path_of("body") == "div.wadah>div.isi"
    opinions = "".join(f"<p>{text}</p>" for text in sentences(40, 30))
    own = "".join(f"<p>{text}</p>" for text in sentences(9, 3))
    html = page(9, []).replace(
        '<div class="isi">', f'<div class="kata">{opinions}</div><div class="isi">{own}'
    )
    article = extract(html, url_of(9), profile=profile)
    assert article is not None
    assert (article.method, [block.text for block in article.blocks]) == ("profile", sentences(9, 3))


def test_paths_leave_out_ids_and_the_classes_of_a_single_post() -> None:
    """A path is what the pages of one template share."""
    figures = []
    for number in range(6):
        found = examine(
            page(number, sentences(number), classes=f"post-{number} isi category-kota tag-jembatan"),
            url_of(number),
        )
        assert found is not None
        figures.append(found.figures)
    profile = PortalProfile.of(one for one in figures if one is not None)
    assert profile.path_of("body") == "div.wadah>div.isi"
    assert profile.path_of("title") == "div.wadah>h1"
    assert profile.path_of("byline") is None


FIGURES = st.builds(
    PageFigures,
    key=st.sampled_from([f"kabar.example/{number}" for number in range(12)]),
    captured=st.integers(0, 3),
    body_path=st.sampled_from(["", "div.isi", "article"]),
    title_path=st.just("h1"),
    date_path=st.just(""),
    byline_path=st.just(""),
    lines=st.lists(st.integers(1, 9), unique=True, max_size=4).map(tuple),
    sizes=st.just(()),
).map(
    lambda page: PageFigures(*(getattr(page, name) for name in NAMED), tuple(line * 7 for line in page.lines))
)
NAMED = ("key", "captured", "body_path", "title_path", "date_path", "byline_path", "lines")


@given(st.lists(FIGURES, max_size=40), st.randoms())
def test_the_same_pages_in_any_order_make_the_same_profile(pages: list[PageFigures], random: Random) -> None:
    """Neither order, nor repetition, nor the way they come in makes a difference."""
    shuffled = [*pages, *pages[:5]]
    random.shuffle(shuffled)
    learner = Learner(PortalProfile.of(shuffled[:7]))
    for one in shuffled[7:]:
        learner.take(one)
    first, second = PortalProfile.of(pages), PortalProfile.of(shuffled)
    third = PortalProfile.of([*learner.profile.pages, *shuffled])
    assert first == second == third
    assert first.chrome == second.chrome
    assert first.path_of("body") == second.path_of("body")


def test_a_profile_is_made_of_a_bounded_sample_that_order_doesn_t_decide() -> None:
    """Of more articles than it holds, those of the lowest rank stay, whenever they came."""
    pages = [PageFigures(f"k{number}", 0, "", "", "", "", (number,), (40,)) for number in range(1500)]
    lowest = sorted((page.key for page in pages), key=rank_of)[:MOST_ARTICLES]
    learners = [Learner(PortalProfile()), Learner(PortalProfile())]
    for learner, order in zip(learners, (pages, pages[::-1]), strict=True):
        kept: set[str] = set()
        for one in order:
            change = learner.take(one)
            kept.update([change.kept.key] if change.kept else [])
            kept.discard(change.dropped or "")
        assert kept == set(lowest)
    assert [page.key for page in PortalProfile.of(pages).pages] == lowest


@given(st.text())
def test_any_text_may_be_asked_about(text: str) -> None:
    """No text, however odd, is trouble."""
    hashed = line_hash(text)
    assert 0 <= hashed < 2**64
    assert line_hash(f" {text}.") == hashed
    assert not PortalProfile().is_chrome(text)
