"""Titles and subtitles, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction import Claim, Origin
from tests.extraction.pages import PROSE, TITLE, URL, news, on_page, read


def test_a_title_that_is_only_cut_or_has_the_sites_name_does_not_disagree() -> None:
    head = (
        f'<meta property="og:title" content="{TITLE[:40]}"><meta name="twitter:title" content="Beras Mahal">'
    )
    assert read(head=head).provenance["title"] == Origin(
        "css: h1", TITLE, (Claim("meta: twitter:title", "Beras Mahal"),)
    )


@pytest.mark.parametrize("dots", ["…", "..."])
def test_a_cut_heading_is_taken_whole_from_a_claim(dots: str) -> None:
    article = read(title=TITLE[:30].rstrip() + dots, data=news())
    assert article.title == TITLE
    assert article.provenance["title"].place == "jsonld: headline"


@pytest.mark.parametrize("end", ["｜カバル新聞", " ：カバル新聞"])
def test_a_sites_name_behind_a_wide_sign_is_no_part_of_the_title(end: str) -> None:
    page = (
        f'<html><head><title>{TITLE}{end}</title><meta property="og:site_name" content="カバル新聞"></head><body>'
        f"<div>{''.join(f'<p>{sentence}</p>' for sentence in PROSE)}</div></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert article.title == TITLE


def test_a_subtitle_far_from_the_title_is_another_box_s() -> None:
    weather = "<div class=subtitle>Cuaca hari ini</div>" + "<p><b>Kota</b></p>" * 80
    assert on_page(f"{weather}<h1>{TITLE}</h1>").subtitle is None
    near = f"<h1>{TITLE}</h1><div class=subtitle>Cuaca hari ini</div>"
    assert on_page(near).subtitle == "Cuaca hari ini"


def titled(
    title: str,
    headings: str,
    head: str = "",
    url: str = "https://kabarhulu.example/2025/05/12/kabar-dari-pasar/",
) -> str | None:
    """The title read of a page that prints `headings` and bears `title`."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    date = "<p>Senin, 12 Mei 2025 14:30 WITA</p>"
    page = f"<html><head><title>{title}</title>{head}</head><body>{headings}{date}<div>{text}</div></body></html>"
    article = extract(page, url)
    return article.title if article else None


def test_the_name_of_a_file_is_no_title() -> None:
    head = '<meta property="og:title" content="harga-beras-naik-2025">'
    assert (
        titled("Harga Beras Naik di Hulu | KH", "<h1>Beras Mahal</h1>", head)
        == "Harga Beras Naik di Hulu | KH"
    )


def test_a_page_that_bears_its_hosts_name_is_titled_by_its_heading() -> None:
    url = "https://kabarhulu.example/harga-beras-naik-jelang-panen/"
    heading = "<h1></h1><h2 class=x>Harga Beras Naik Jelang Panen</h2>"
    assert titled("kabarhulu.example", heading, url=url) == "Harga Beras Naik Jelang Panen"


@pytest.mark.parametrize("template", ["Single Post", "Berita", "Detail Berita | Situs Resmi Kabar Hulu"])
def test_what_a_template_calls_all_its_pages_is_no_title(template: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    banner = f"<section><h1>{template.partition(' |')[0]}</h1></section>"
    for heading in (f"<h1>{TITLE}</h1>", f"{banner}<h2>{TITLE}</h2>"):
        page = f"<html><head><title>{template}</title></head><body>{heading}<div class=z3>{text}</div></body></html>"
        article = extract(page, "https://kabarhulu.example/2025/05/12/berita/704075/")
        assert article is not None
        assert article.title == TITLE


@pytest.mark.parametrize(
    "inner",
    [
        "<span class=u1>Pasar</span> <span class=u-titel>{}</span>",
        "<small>Pasar</small><span class=u-judul>{}</span>",
    ],
)
def test_a_headline_is_read_without_its_kicker_where_classes_tell_them_apart(inner: str) -> None:
    assert titled(f"Pasar {TITLE}", f"<h1>{inner.format(TITLE)}</h1>") == TITLE


def test_a_headline_of_several_plain_parts_is_read_whole() -> None:
    whole = f"Pasar: {TITLE}"
    for classes in ("u1", "u1 u-judul-x"):
        assert titled(whole, f"<h1><span>Pasar:</span> <span class='{classes}'>{TITLE}</span></h1>") == whole


def test_the_sites_name_in_a_heading_is_no_title_of_a_page_that_bears_it() -> None:
    head = '<meta property="og:site_name" content="Suara Hulu Raya">'
    url = "https://kabar.example/2025/05/12/harga-beras-naik/"
    assert titled("Suara Hulu Raya", f"<h1>Suara Hulu Raya</h1><h1>{TITLE}</h1>", head, url) == TITLE
    motto = "<h1>Kabar dari Hulu Setiap Hari</h1>"
    assert titled("Suara Hulu Raya", f"{motto}<h2 class=entry-title>{TITLE}</h2>", head, url) == TITLE


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<span class=kicker>Pasar:</span> <span class=x-headline>{}</span>", TITLE),
        ("<em>Pasar</em> <strong class=titel>{}</strong>", TITLE),
        ("<a class=kicker href='/p'>Pasar</a><br><span class=title-text>{}</span>", TITLE),
        ("<span>Pasar</span> <span>{}</span>", f"Pasar {TITLE}"),
        ("<span>Pasar</span> <span class=titles-box>{}</span>", f"Pasar {TITLE}"),
    ],
)
def test_the_last_part_of_a_headline_is_the_title_where_its_class_says_so(inner: str, expected: str) -> None:
    assert titled(f"Pasar {TITLE}", f"<h1>{inner.format(TITLE)}</h1>") == expected


@pytest.mark.parametrize("cut", [13, 25])
def test_a_last_part_that_is_the_smaller_is_no_whole_title(cut: int) -> None:
    parts = f"<span class=a>{TITLE[:-cut]}</span><span class=title>{TITLE[-cut:]}</span>"
    assert titled(TITLE, f"<h1>{parts}</h1>") == TITLE


@pytest.mark.parametrize(
    ("title", "behind", "is_cut"),
    [
        ("Kabar Hulu", "Written by Rina on 12 Mei", True),
        ("Kabar Hulu", "Oleh Rina Wati", True),
        ("Kabar Hulu", "lima kecamatan terdampak", False),
        (f"{TITLE} - Kabar Hulu", "lima kecamatan terdampak", True),
    ],
)
@pytest.mark.parametrize("first", [f"<a href=/x>{TITLE}</a>", f"<span>{TITLE}</span>", TITLE])
def test_what_stands_behind_the_title_in_its_heading_is_none_where_it_is_a_byline_or_a_claim_ends_there(
    first: str, title: str, behind: str, is_cut: bool
) -> None:
    url = "https://kabarhulu.example/2025/05/12/harga-beras-naik-jelang-panen-raya/"
    found = titled(title, f"<h1>{first} <small>{behind}</small></h1>", url=url)
    assert found == (TITLE if is_cut else f"{TITLE} {behind}")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Banjir Rendam Tiga Desa Hulu | Hulu | Berita", "Banjir Rendam Tiga Desa Hulu"),
        ("Banjir Rendam Tiga Desa Hulu » Kabar Hulu Sungai » Berita", "Banjir Rendam Tiga Desa Hulu"),
        (
            "Banjir Rendam Tiga Desa Hulu | Warga Mengungsi ke Balai | Berita",
            "Banjir Rendam Tiga Desa Hulu | Warga Mengungsi ke Balai | Berita",
        ),
        ("Banjir Rendam Desa | Hulu | Berita", "Banjir Rendam Desa | Hulu | Berita"),
    ],
)
def test_the_way_to_a_page_behind_strokes_is_no_part_of_its_title(title: str, expected: str) -> None:
    assert titled(title, "") == expected


@pytest.mark.parametrize("head", ["Kronik Hulu", "copyrighteous"])
def test_what_stands_before_a_colon_in_the_pages_title_is_none_of_the_headline(head: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f"<html><head><title>{head}: {TITLE}</title></head><body><h1><a href='/'>Kronik Hulu</a></h1>"
        f"<div class=entry><span class=kepala>{TITLE}</span><p>12 Mei 2025</p>{text}</div></body></html>"
    )
    article = extract(page, "https://lain.example/2025/05/12/x.html")
    assert article is not None
    assert article.title == TITLE


@pytest.mark.parametrize(
    "claims",
    [
        f'<meta property="og:title" content="Jelang Panen: {TITLE}">',
        f'<meta property="og:title" content="Jelang Panen | {TITLE}">',
        f'<meta property="og:title" content="{TITLE}">',
    ],
)
def test_a_headline_is_read_without_the_kicker_that_a_claim_parts_from_it(claims: str) -> None:
    heading = f"<h1><span class=a1>Jelang Panen</span> <span class=b2>{TITLE}</span></h1>"
    assert titled(f"Jelang Panen: {TITLE}", heading, claims) == TITLE


def test_a_second_line_of_a_headline_is_no_title_of_its_own() -> None:
    first, second = "“Padi Tidak Bertanya”", "Bagaimana Petani Muda Bertahan Setahun di Hulu Mahakam"
    heading = f"<h1><span class=x-title>{first}</span> <span class=y-title>{second}</span></h1>"
    assert titled(first, heading, f'<meta property="og:title" content="{first}">') != second


def test_the_authors_own_dots_are_no_cut_before_the_sites_name() -> None:
    heading = "Satu-satunya Syarat Kembali ke Kampung Ternyata..."
    article = extract(
        f"<html><head><title>{heading} - Warta Pagi</title></head><body><h1>{heading}</h1>"
        f"<div>{''.join(f'<p>{sentence}</p>' for sentence in PROSE)}</div></body></html>",
        URL,
    )
    assert article is not None
    assert article.title == heading


@pytest.mark.parametrize("sign", ["_", "-", "_国际_", "_政务国际经济社会新闻中心_"])
@pytest.mark.parametrize("heading", ["<h1>{}</h1>", "<div class=h-biaoti> {} </div>"])
def test_a_chinese_title_is_parted_from_the_sites_name_without_spaces(sign: str, heading: str) -> None:
    title = "全国大罢工再次严重影响首都交通"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><title>{title}{sign}河口网</title></head><body><div>{heading.format(title)}"
        f"<div>{text}</div></div></body></html>",
        URL,
    )
    assert article is not None
    assert article.title == title


PLAIN_TEXT = "".join(f"<p>{sentence}</p>" for sentence in PROSE)


def test_a_title_tag_of_the_sites_name_and_a_path_is_no_title() -> None:
    article = extract(
        "<html><head><title>Buku Harian Hulu : /niaga/beras.html</title></head><body><h1>Buku Harian Hulu</h1>"
        f"<h2>Mon, 12 May 2025</h2><h3><a name=beras>{TITLE}</a></h3><div class=z3>{PLAIN_TEXT}{PLAIN_TEXT.lower()}</div></body></html>",
        "https://catatan.example/niaga/beras.html",
    )
    assert article is not None
    assert article.title == TITLE


def test_a_title_tag_that_a_link_home_repeats_is_the_sites_name() -> None:
    article = extract(
        f"<html><head><title>Jalan Lilin Kabar</title></head><body><h1><a href='/'> Jalan Lilin Kabar </a></h1>"
        f"<article><h2><a href='/blog/beras/'>{TITLE}</a></h2><p>12 Mei 2025</p>{PLAIN_TEXT}{PLAIN_TEXT.lower()}</article></body></html>",
        "https://lilin.example/blog/beras/",
    )
    assert article is not None
    assert article.title == TITLE


def test_a_title_with_a_dash_of_its_own_is_told_from_an_unknown_sites_name_by_what_the_page_prints() -> None:
    title = "Älgen i Kåbdalis har fått en egen vägskylt – med namn"
    article = extract(
        f"<html><head><title>{title} | Riverbend</title></head><body><div><div class=judul-x>{title}</div><p>12 Mei 2025</p>"
        f"<div>{PLAIN_TEXT}{PLAIN_TEXT.lower()}</div></div></body></html>",
        "http://127.0.0.1:9009/news/2026/alg/",
    )
    assert article is not None
    assert article.title == title


@pytest.mark.parametrize("name", ["headline__byline", "penulis"])
def test_a_byline_within_the_heading_is_none_of_the_title(name: str) -> None:
    article = extract(
        f"<html><head><title>Article</title></head><body><h1>{TITLE} <div class={name}>Rina Wati</div></h1><p>12 Mei 2025</p>"
        f"<div>{PLAIN_TEXT}{PLAIN_TEXT.lower()}</div></body></html>",
        URL,
    )
    assert article is not None
    assert article.title == TITLE


def test_the_title_that_the_description_repeats_is_no_subtitle() -> None:
    head = f'<meta name="description" content="{TITLE}">'
    article = extract(
        f"<html><head><title>{TITLE}</title>{head}</head><body><h2><a href='/x/'>{TITLE}</a></h2><p>12 Mei 2025</p>"
        f"<div><section>{PLAIN_TEXT}{PLAIN_TEXT.lower()}</section></div></body></html>",
        URL,
    )
    assert article is not None
    assert article.subtitle is None


SITE = '<meta property="og:site_name" content="Kabar Hulu">'


@pytest.mark.parametrize(
    "heading", [f"{TITLE} | Kabar Hulu", f"{TITLE} - kabarhulu", f"Kabar Hulu » {TITLE}"]
)
@pytest.mark.parametrize("claims", ["", '<meta property="og:title" content="{}">'])
def test_a_heading_is_read_without_the_name_that_the_page_gives_its_portal(heading: str, claims: str) -> None:
    article = read(
        head=SITE + claims.format(heading), title=heading, url="https://kabarhulu.example/harga-beras-naik/"
    )
    assert article.title == TITLE


@pytest.mark.parametrize("end", [" - Kabar Hulu Menang", " | Bagian 2", " - Samarinda"])
def test_a_headings_own_last_part_stays(end: str) -> None:
    url = "https://samarinda.kabarhulu.example/harga-beras-naik/"
    assert read(head=SITE, title=TITLE + end, url=url).title == TITLE + end


def test_a_title_in_large_type_is_what_the_pages_title_ends_with_behind_a_motto() -> None:
    whole = f"KABAR.EXAMPLE - Menyuarakan Kebenaran dan Keadilan - {TITLE}"
    assert titled(whole, f"<font size=4><b>{TITLE}</b></font>") == TITLE


@pytest.mark.parametrize("host", ["kabarhulu-online.example", "kabarhuluonline.example", "kabarhulu.example"])
def test_the_sites_name_with_online_is_no_title(host: str) -> None:
    heading = f"<table><tr><td class=judulberita>{TITLE}</td></tr></table>"
    assert titled("KABAR HULU Online", heading, url=f"http://www.{host}/news.html?id=181290") == TITLE


def test_words_before_a_claimed_title_that_no_sign_parts_from_it_are_the_titles() -> None:
    head = f'<meta property="og:title" content="Harga Beras Naik"><title>{TITLE}</title>'
    assert titled(TITLE, f"<h1>Kukar: {TITLE}</h1>", head) == TITLE
    assert titled(TITLE, f"<h1>Kaltim {TITLE}</h1>", head) == f"Kaltim {TITLE}"


def test_entities_that_are_escaped_twice_are_read() -> None:
    head = (
        '<meta property="og:title" content="Banjir di Hulu &amp;amp; Hilir Surut &amp;#8211; Warga Pulang">'
    )
    assert (
        read(head=head, title="Judul Lain Sama Sekali").title == "Banjir di Hulu & Hilir Surut – Warga Pulang"
    )
