"""Sections that stand over the title, or in a part of the page's <title>."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, TITLE, URL, on_page

SITE = '<meta property="og:site_name" content="Suara Hulu">'


@pytest.mark.parametrize(
    ("title", "section"),
    [
        (f"{TITLE} - Pasar - Suara Hulu", "Pasar"),
        (f"{TITLE} | Suara Hulu | Pasar", "Pasar"),
        (f"{TITLE} - Pasar Rakyat - Kabar Lain", "Pasar Rakyat"),
        (f"{TITLE} - Suara Hulu", None),
        (f"{TITLE} - Pasar - Daerah - Kabar Lain", None),
        (f"{TITLE} - Tercepat dan Terpercaya di Hulu Mahakam - Suara Hulu", None),
        (f"{TITLE} - Berita Terkini - Suara Hulu", None),
    ],
)
def test_a_part_of_the_pages_title_is_the_section_where_nothing_else_tells(
    title: str, section: str | None
) -> None:
    article = on_page(f"{SITE}<h1>{TITLE}</h1>", title=title)
    assert article.section == section
    if section:
        assert article.provenance["section"].place == "css: title"


def test_a_badge_goes_before_a_part_of_the_pages_title() -> None:
    over = f"<div><span class=badge>Niaga</span><h1>{TITLE}</h1></div>"
    assert on_page(SITE + over, title=f"{TITLE} - Pasar - Suara Hulu").section == "Niaga"


@pytest.mark.parametrize(
    ("before", "section"),
    [
        ("<a class='post-tag' href='/tag/pasar/'>Pasar</a>", "Pasar"),
        ("<a class=tags href='/tag/pasar/'>Pasar</a>", "Pasar"),
        ("<a href='#'>Pasar</a>", "Pasar"),
        ("<span class=up>Alle Beiträge</span>", None),
        ("<a href='/'>Pasar</a>", None),
        ("<a href='#'>Email a friend</a>", None),
        ("<span class=up>Pilihan Editor</span>", None),
    ],
)
def test_the_tag_right_over_the_title_is_the_section(before: str, section: str | None) -> None:
    assert on_page(f"<article><header>{before}<h1>{TITLE}</h1></header></article>").section == section


DATE = "<p>Senin, 12 Mei 2025 14:30 WITA</p>"


@pytest.mark.parametrize(
    ("over", "tag", "section"),
    [
        ("<h1>Pasar</h1>", "h2", "Pasar"),
        ("<div><h1>Pasar</h1></div>", "h3", "Pasar"),
        ("<div><h2>Pasar Rakyat</h2></div>", "h3", "Pasar Rakyat"),
        ("<h1>Berita</h1>", "h2", "Berita"),
        ("<h1>Pasar Rakyat Hulu Sungai</h1>", "h2", None),
        ("<h1>Beranda</h1>", "h2", None),
        ("<h1>Suara Hulu</h1>", "h2", None),
        ("<h1><a href='/'>Pasar</a></h1>", "h2", None),
        ("<div><h3>Pasar</h3></div>", "h2", None),
    ],
)
def test_a_short_heading_of_higher_rank_over_the_title_is_the_section(
    over: str, tag: str, section: str | None
) -> None:
    page = f"{SITE}<div><div>{over}</div><div><{tag}>{TITLE}</{tag}></div></div>{DATE}"
    assert on_page(page).section == section


@pytest.mark.parametrize("box", ["<div>{}</div>", "<p>{}</p>"])
@pytest.mark.parametrize("place", ["<div>{}{}</div>", "<div>{}<hr>{}</div>"])
@pytest.mark.parametrize(
    ("link", "section"),
    [
        ("<a href='/k/9'>Pasar</a>", "Pasar"),
        ("<a href='/pasar'>Pasar</a>", "Pasar"),
        ("<a href='https://kabar.example/k/9'>Pasar Rakyat Hulu</a>", "Pasar Rakyat Hulu"),
        ("<a href='/'>Pasar</a>", None),
        ("<a href='https://x.example/p'>Pasar</a>", None),
        ("<a href='/author/rina'>Rina Wati</a>", None),
        ("<a href='/k/9'>Pasar Rakyat di Hulu Sungai</a>", None),
        ("<a href='/k/9'>Pasar</a> hari ini ramai", None),
        ("<a href='/k/9'>Pasar</a><a href='/k/8'>Niaga</a>", None),
    ],
)
def test_the_link_that_stands_alone_over_the_title_is_the_section(
    link: str, section: str | None, place: str, box: str
) -> None:
    assert on_page(place.format(box.format(link), f"<h1>{TITLE}</h1>") + DATE).section == section


@pytest.mark.parametrize("box", ["<div>{}</div>", "<div class=tags>{}</div>", "<ul class=tag-list>{}</ul>"])
def test_tags_over_the_title_are_no_section(box: str) -> None:
    tags = "<a href='/tag/pasar/'>Pasar</a> <a href='/tag/beras/'>Beras</a>"
    article = on_page(f"<div>{box.format(tags)}<h1>{TITLE}</h1></div>{DATE}")
    assert (article.section, article.tags) == (None, ("Pasar", "Beras"))


@pytest.mark.parametrize(
    ("title", "section"),
    [
        (f"{TITLE} | Pasar | Suara Hulu", "Pasar"),
        (f"{TITLE} » Pasar » Suara Hulu", "Pasar"),
        (f"{TITLE}｜Pasar｜Suara Hulu", "Pasar"),
        (f"{TITLE} - Suara Hulu - Pasar", "Pasar"),
        (f"{TITLE} - Beranda - Suara Hulu", None),
        (f"{TITLE} - Pasar Rakyat di Hulu Sungai - Suara Hulu", None),
        (f"{TITLE} - Pasar", None),
        (f"{TITLE}-Pasar-Suara Hulu", None),
    ],
)
def test_the_parts_of_a_pages_title_are_divided_by_signs(title: str, section: str | None) -> None:
    assert on_page(f"{SITE}<h1>{TITLE}</h1>{DATE}", title=title).section == section


@pytest.mark.parametrize(
    ("tail", "section"), [("Seminggu Kemudian", None), ("Niaga", "Niaga"), ("Kartanegara", "Kartanegara")]
)
def test_the_end_of_the_printed_title_is_no_section(tail: str, section: str | None) -> None:
    heading = f"{TITLE} - {tail}" if section is None else TITLE
    head = f"<title>{TITLE} - {tail} - Kabar Hulu</title><meta property='og:site_name' content='Kabar Hulu'>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head>{head}</head><body><h1>{heading}</h1><div class=z3>{text}</div></body></html>", URL
    )
    assert article is not None
    assert article.section == section


def test_a_label_for_a_newsletter_is_no_section() -> None:
    assert on_page(f"<div class=label>NEWS LETTER</div><h1>{TITLE}</h1>").section is None


def test_the_first_of_two_texts_in_a_box_within_a_kicker_is_the_section() -> None:
    box = "<div class=kicker><div class=salin><div class=a>Niaga</div> <div class=b><span>Beras</span></div></div></div>"
    assert on_page(f"{box}<h1>{TITLE}</h1><p>12 Mei 2025</p>").section == "Niaga"


MENU = "<nav><a href=/daerah/>Daerah</a> <a href=/kaltim/>Kaltim</a> <a href=/opini/>Opini</a> <a href=/foto/>Foto</a></nav>"
READ = "https://hulu.example/read/123/harga-beras-naik-jelang-panen-raya-di-kutai-kartanegara"
DATE = "Senin, 12 Mei 2025 14:30 WITA"


@pytest.mark.parametrize(
    ("row", "section"),
    [
        (f"<a href=/kutai-barat/>Kutai Barat</a> | {DATE} | Rina Wati", "Kutai Barat"),
        (
            f"<span>Rina Wati</span> | <a href=/kutai-barat/>Kutai Barat</a> | <span>{DATE}</span>",
            "Kutai Barat",
        ),
        (f"<a href=/hukum-dan-kriminal/>Hukum dan Kriminal</a> | {DATE}", "Hukum dan Kriminal"),
        (f"<a href=/kaltim/>Kaltim</a> | {DATE}", "Kaltim"),
        (f"<a href=/rina-wati/>Rina Wati</a> | {DATE}", None),
    ],
)
def test_a_link_beside_the_date_that_says_what_its_address_does_is_the_section(
    row: str, section: str | None
) -> None:
    links = "<ul><li><a href=/a1>Satu</a></li><li><a href=/a2>Dua</a></li><li><a href=/a3>Tiga</a></li></ul>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"{MENU}<div class=k1><h1>{TITLE}</h1><div class=k2>{row}</div><div class=k3>{text}</div>{links}</div>"
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>",
        READ,
    )
    assert article is not None
    assert article.section == section


@pytest.mark.parametrize(
    ("over", "section"),
    [
        (f"<a href=/kutai-barat/>Kutai Barat</a><header class=h1><h1>{TITLE}</h1></header>", "Kutai Barat"),
        (
            f"<p><a href=/kutai-barat/>Kutai Barat</a></p><div><div><h1>{TITLE}</h1></div></div>",
            "Kutai Barat",
        ),
        (f"<span class=label>KUTAI BARAT</span><header><h1>{TITLE}</h1></header>", "KUTAI BARAT"),
        (f"<span>Rina Wati</span><header><h1>{TITLE}</h1></header>", None),
        (f"<a href=/>Suara Hulu</a><header><h1>{TITLE}</h1></header>", None),
        (f"<a href=/k/12>Hukum Pidana</a><header><img src=/a.jpg><h1>{TITLE}</h1></header>", None),
    ],
)
def test_a_link_or_capitals_right_before_the_titles_box_are_the_section(
    over: str, section: str | None
) -> None:
    assert on_page(f"{SITE}<div class=k1>{over}</div>", READ).section == section


@pytest.mark.parametrize(
    ("row", "section"),
    [
        ("<div class=kicker>2026-01-22 / Dermaga</div>", "Dermaga"),
        ("<div><span class=eyebrow>2026-01-22 / Dermaga</span></div>", "Dermaga"),
        ("<div class=x><a href=/d>2026-01-22 / Dermaga</a></div>", "Dermaga"),
        ("<div class=kicker>Sungai / Dermaga</div>", "Sungai / Dermaga"),
        ("<div class=kicker>2026-01-22 / 2026-01-23</div>", None),
    ],
)
def test_the_day_beside_a_section_is_none_of_it(row: str, section: str | None) -> None:
    url = "https://kabar.example/2025/05/12/beras-mahal"
    assert on_page(f"{row}<h1>{TITLE}</h1>", url=url).section == section


@pytest.mark.parametrize(
    ("link", "section"),
    [
        ("<a class=author-link href='/s/hulu'>Kabar Kita</a>", None),
        ("<a href='/s/hulu'>Admin Kita</a>", None),
        ("<a href='/s/hulu'>Kabar Kita</a>", "Kabar Kita"),
    ],
)
def test_the_link_of_an_author_that_stands_alone_over_the_title_is_no_section(
    link: str, section: str | None
) -> None:
    assert on_page(f"<div><p>{link}</p><img src=/a.jpg><h1>{TITLE}</h1></div>").section == section


@pytest.mark.parametrize(
    ("over", "section"),
    [("<p>港口</p>", "港口"), ("<p><a href=/k/1>港口</a></p>", "港口"), ("<p>ab</p>", None)],
)
def test_two_letters_of_china_over_the_title_are_a_section(over: str, section: str | None) -> None:
    url = "https://kabar.example/2025/05/12/beras-mahal"
    assert on_page(f"{over}<h1>{TITLE}</h1>", url=url).section == section


@pytest.mark.parametrize(
    ("classes", "section"), [("label label-primary", "Dermaga"), ("label label-counter", None)]
)
def test_a_label_of_bootstrap_under_the_title_is_the_section(classes: str, section: str | None) -> None:
    url = "https://kabar.example/2025/05/12/beras-mahal"
    assert (
        on_page(f"<h1>{TITLE}</h1><p><span class='{classes}'>Dermaga</span></p>", url=url).section == section
    )
