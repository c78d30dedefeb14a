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


def test_a_title_in_old_markup_is_found_by_the_claim_it_ends() -> None:
    body = "".join(f"<P>{text}</P>" for text in PROSE)
    article = extract(
        f"<html><head><title>Kabar Hulu Online: {TITLE}</title></head><body><table><tr><td>"
        f"<font size=6><b>{TITLE}</b></font><div>{body}</div></td></tr></table></body></html>",
        URL,
    )
    assert article is not None
    assert article.title == TITLE


def old_page(heading: str) -> str:
    """A page of a system that gives all its pages one <title>, the site's name."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    head = "<title>Kabar Hulu Online - Tercepat di Hulu</title>"
    name = "<h1><a href='/'>Berita dari Hulu Mahakam Setiap Hari</a></h1>"
    return f"<html><head>{head}</head><body>{name}<div>{heading}<div class=entry-content>{text}</div></div></body></html>"


@pytest.mark.parametrize("heading", [f"<p><span class=entry-title>{TITLE}</span></p>", f"<h1>{TITLE}</h1>"])
def test_the_heading_over_the_text_is_the_title_where_the_page_names_only_the_site(heading: str) -> None:
    article = extract(
        old_page(heading), "https://kabar.example/2025/harga-beras-naik-jelang-panen-raya-di-kukar"
    )
    assert article is not None
    assert article.title == TITLE


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


def test_a_title_in_a_plain_box_is_found_by_the_claim_it_is() -> None:
    over = f"<div><div>{TITLE}</div><div>Hartini Basuni</div><div>Kuliner</div><div>2025-06-14 10:00:00</div></div>"
    article = on_page(over)
    assert article.provenance["title"].place == "css: div"
    assert article.authors == ("Hartini Basuni",)


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


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        (
            "Beras Naik - Rina Wati dan Budi Santoso - KABAR HULU",
            "<h1>Beras Naik</h1>",
            "Beras Naik - Rina Wati dan Budi Santoso",
        ),
        (
            "Harga Beras Naik - Rina Wati dan Budi Santoso Melaporkan - Koran",
            "<h1>Harga Beras Naik</h1>",
            "Harga Beras Naik",
        ),
        (
            "Beras Naik Lagi « blog kabarhulu",
            "<h1>blog kabarhulu</h1><h3 class=entry-title>Beras Naik Lagi</h3>",
            "Beras Naik Lagi",
        ),
        ("Harga Beras Naik - Kabarhulu.example - Tercepat di Hulu", "", "Harga Beras Naik"),
    ],
)
def test_a_heading_is_the_title_up_to_a_sign_and_the_sites_name_is_not(
    title: str, headings: str, expected: str
) -> None:
    assert titled(title, headings) == expected


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


@pytest.mark.parametrize("logo", ["<nav><a href='/'>Kabar Hulu</a></nav>", "<a href='/'>Kabar Hulu</a>"])
@pytest.mark.parametrize(
    "body",
    [
        f"<div class=box><h3>{TITLE}</h3></div><div class=z3>{{text}}</div>",
        f"<div class=z3><img src='/a.jpg'><h3><b>{TITLE}</b></h3><ul><li>12 Mei 2025</li></ul>{{text}}</div>",
    ],
)
def test_a_heading_of_lower_rank_is_the_title_where_all_pages_have_one_name(logo: str, body: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>Kabar Hulu</title></head><body>{logo}{body.format(text=text)}</body></html>"
    article = extract(page, "https://kabar.example/index.php?sayfa=berita&id=704075-harga-beras-naik-lagi")
    assert article is None or article.title == TITLE
    article = extract(page, URL)
    assert article is not None
    assert article.title == TITLE


@pytest.mark.parametrize("template", ["Single Post", "Berita", "Detail Berita | Situs Resmi Kabar Hulu"])
def test_what_a_template_calls_all_its_pages_is_no_title(template: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    banner = f"<section><h1>{template.partition(' |')[0]}</h1></section>"
    for heading in (f"<h1>{TITLE}</h1>", f"{banner}<h2>{TITLE}</h2>"):
        page = f"<html><head><title>{template}</title></head><body>{heading}<div class=z3>{text}</div></body></html>"
        article = extract(page, "https://kabarhulu.example/2025/05/12/berita/704075/")
        assert article is not None
        assert article.title == TITLE


OTHER = "Beras Mahal, Warga Hulu Beralih ke Singkong"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (f"<h1>{OTHER}</h1>", OTHER),  # "Warga" and "Beras" are in both
        ("<h1>Portal Kabar Hulu</h1>", "Harga Beras Naik, Singkong Dicari Warga"),
        ("<h1><a href='/'>Beras dan Singkong dari Hulu</a></h1>", "Harga Beras Naik, Singkong Dicari Warga"),
        ("<h1>Perahu Terbalik di Muara Sungai</h1>", "Harga Beras Naik, Singkong Dicari Warga"),
        (f"<h2>{OTHER}</h2>", "Harga Beras Naik, Singkong Dicari Warga"),
        (
            "<h1>Siaran &gt; Harga Beras Naik, Singkong Dicari Warga</h1>",
            "Harga Beras Naik, Singkong Dicari Warga",
        ),
    ],
)
def test_the_printed_heading_goes_before_a_title_for_search_engines(heading: str, expected: str) -> None:
    claim = "Harga Beras Naik, Singkong Dicari Warga"
    head = f'<meta property="og:title" content="{claim}"><meta property="og:site_name" content="Portal Kabar Hulu">'
    assert titled(f"{claim} | Portal Kabar Hulu", heading, head) == expected


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


@pytest.mark.parametrize(
    "title",
    ["Suara Hulu", "Berita - Kabupaten Hulu Sungai Mahakam", "Pemerintah Kabupaten Hulu Sungai Mahakam"],
)
@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<h3><b>{}</b></h3>"])
def test_the_heading_over_the_text_is_the_title_where_the_page_has_only_its_sites(
    title: str, heading: str
) -> None:
    head = '<meta property="og:site_name" content="Suara Hulu">'
    box = f"<div><h2>Kabar</h2></div><div class=u4>{heading.format(TITLE)}</div>"
    url = "https://suarahulu.example/2025/05/12/berita/704075/"
    assert titled(title, box, head, url) == TITLE


def test_the_sites_name_in_a_heading_is_no_title_of_a_page_that_bears_it() -> None:
    head = '<meta property="og:site_name" content="Suara Hulu Raya">'
    url = "https://kabar.example/2025/05/12/harga-beras-naik/"
    assert titled("Suara Hulu Raya", f"<h1>Suara Hulu Raya</h1><h1>{TITLE}</h1>", head, url) == TITLE
    motto = "<h1>Kabar dari Hulu Setiap Hari</h1>"
    assert titled("Suara Hulu Raya", f"{motto}<h2 class=entry-title>{TITLE}</h2>", head, url) == TITLE


def test_a_heading_of_few_words_under_the_title_is_a_box_s() -> None:
    headings = f"<h2>{TITLE}</h2><h3>Kabar Foto Pasar</h3>"
    assert titled("Pemerintah Kabupaten Hulu Sungai Mahakam", headings) == TITLE


def test_a_title_may_stand_behind_short_paragraphs_in_the_box_of_the_text() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        "<html><head><title>Kabar Hulu</title></head><body><nav><a href='/'>Kabar Hulu</a></nav>"
        f"<div class=z3><p>12 Mei 2025</p><p>Rina Wati</p><h3>{TITLE}</h3>{text}</div></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert article.title == TITLE


CLAIM = "Harga Beras Naik, Singkong Dicari Warga"
CLAIMED = [
    f'<meta property="og:title" content="{CLAIM}">',
    f'<meta name="twitter:title" content="{CLAIM}">',
    f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{CLAIM}"}}</script>',
]


@pytest.mark.parametrize("head", CLAIMED)
@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (f"<h1>{OTHER}</h1>", OTHER),
        (f"<div><h2>Pasar</h2><h1>{OTHER}</h1></div>", OTHER),
        (f"<h1 class=entry-title>{OTHER}</h1>", OTHER),
        (f"<h1>{OTHER}</h1>" + "<i></i>" * 200, OTHER),
        (f"<h1>{CLAIM}</h1><h1>{OTHER}</h1>", CLAIM),
        (f"<h1>Pasar</h1><h2>{OTHER}</h2>", CLAIM),
        ("<h1>Perahu Terbalik di Muara Sungai</h1>", CLAIM),
        ("<h1>Beras</h1>", CLAIM),
    ],
)
def test_the_printed_heading_goes_before_whatever_claims_another(
    headings: str, expected: str, head: str
) -> None:
    assert titled(CLAIM, headings, head) == expected


SITES = ["Kabar Hulu", "KABAR HULU", "kabarhulu.example", "Home", "Detail Berita", "Kabar Hulu - Beranda", ""]


@pytest.mark.parametrize("title", SITES)
@pytest.mark.parametrize(
    "headings",
    [
        f"<h2>{TITLE}</h2>",
        f"<h4>{TITLE}</h4>",
        f"<div class=judul>{TITLE}</div>",
        f"<h2>Kabar</h2><h3>{TITLE}</h3>",
        f"<h1>Kabar Hulu</h1><h2>{TITLE}</h2>",
        f"<h2>{TITLE}</h2><h3>Foto Pasar</h3>",
    ],
)
def test_the_heading_over_the_text_is_the_title_whatever_the_system_calls_its_pages(
    headings: str, title: str
) -> None:
    assert titled(title, headings) == TITLE


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


@pytest.mark.parametrize("tag", ["h2", "h3", "font", "b"])
@pytest.mark.parametrize("title", ["KH - {} - 12 Mei 2025", "Kabar Hulu | {} | Arsip 2025 dan seterusnya"])
def test_a_heading_that_stands_within_the_pages_title_is_the_title(title: str, tag: str) -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f"<html><head><title>{title.format(TITLE)}</title></head><body><table><tr><td>"
        f"<{tag}>{TITLE}</{tag}><font>12 Mei 2025</font><p>Wartawan Kabar Hulu</p>{body}</td></tr></table>"
    )
    article = extract(page, "https://kh.example/2025/05/12/harga.html")
    assert article is not None
    assert (article.title, article.provenance["title"].place) == (TITLE, f"css: {tag}")


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


@pytest.mark.parametrize(
    "address", ["doku.php?id=berita:harga_beras_panen_raya", "2025/05/12/harga-beras-panen-raya.html"]
)
@pytest.mark.parametrize("title", ["berita:pasar [Wiki Hulu Raya]", "berita:pasar"])
def test_a_heading_whose_words_the_address_repeats_is_the_title(title: str, address: str) -> None:
    headings = f"<h1>Ensiklopedia Sungai Mahakam</h1><h1>{TITLE}</h1>"
    assert titled(title, headings, url=f"https://hulu.example/{address}") == TITLE


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


def test_a_heading_in_the_midst_of_the_pages_title_is_the_title() -> None:
    assert titled(f"Kabar Hulu - Pasar - {TITLE} - 12/05/2025", f"<h1>{TITLE}</h1>") == TITLE


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


@pytest.mark.parametrize(
    ("name", "expected"), [("post-main-title", TITLE), ("judul news-headline", TITLE), ("sub-title", None)]
)
def test_a_plain_box_that_is_named_for_an_articles_title_holds_it(name: str, expected: str | None) -> None:
    article = extract(
        f"<html><head><title>Kertas Hulu</title></head><body><div><a href='/'>Kertas Hulu</a></div>"
        f"<div class='{name}'> {TITLE} </div><p>12 Mei 2025</p><div class=z3>{PLAIN_TEXT}</div></body></html>",
        "https://kertashulu.example/2025/05/12/beras/",
    )
    assert (article.title if article is not None else None) == expected


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


def test_a_box_named_for_the_title_in_one_word_holds_it() -> None:
    article = extract(
        f"<html><head><title>KH : {TITLE} - Niaga - 12/05/2025</title></head><body><form action=x><table><tr><td>"
        f"<span class=ArticleTitle>{TITLE}</span><div>12 Mei 2025</div><div class=x9>{PLAIN_TEXT}{PLAIN_TEXT.lower()}</div>"
        "</td></tr></table></form></body></html>",
        "https://kh.example/ArticleDetails.aspx?id=2466212",
    )
    assert article is not None
    assert article.title == TITLE


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


@pytest.mark.parametrize(
    ("told", "expected"), [(TITLE, TITLE), ("Sesuatu yang Lain Sama Sekali", "Biro Penerangan Hulu")]
)
def test_a_heading_that_repeats_the_title_tag_of_all_pages_gives_way_to_the_printed_claim(
    told: str, expected: str
) -> None:
    headings = f"<h1>Biro Penerangan Hulu</h1><h2>{TITLE}</h2>"
    head = f"<meta property='og:title' content='{told}'>"
    assert (
        titled("Biro Penerangan Hulu", headings, head, "https://biro.example/rilis.aspx?id=1879211")
        == expected
    )


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_claim_that_is_a_part_of_the_title_tag_leaves_the_heading_that_says_it_whole(tag: str) -> None:
    whole, part = "Banjir Besar Rendam Tiga Desa di Hulu Sungai", "Rendam Tiga Desa di Hulu"
    head = f"<meta property='og:title' content='{part}'>"
    assert titled(whole, f"<h1>{whole}</h1><{tag}>{part}</{tag}>", head) == whole


def test_a_heading_that_no_claim_confirms_does_not_displace_that_of_the_title_tag() -> None:
    name = "Biro Penerangan Hulu Mengumumkan"
    headings = f"<h1>{name}</h1><h1>Cabai Rawit Makin Mahal Hari Ini</h1>"
    assert titled(name, headings, "<meta property='og:title' content='Harga Cabai Melonjak Tajam'>") == name


SMALL = "<font size=1><b>NUSANTARA</b></font><br>"
LARGE = f"<font size=4><b>{TITLE}</b></font><br>"


@pytest.mark.parametrize("name", ["Suara Hulu", "suarahulu"])
def test_a_headline_in_large_type_is_the_title_where_the_page_has_only_the_sites_name(name: str) -> None:
    text = "<br><br>".join(PROSE)
    page = f"<table><tr><td>{SMALL}{LARGE}<font size=2>{text}</font></td></tr></table>"
    article = extract(f"<html><head><title>{name}</title></head><body>{page}</body></html>", SITE)
    assert article is not None
    assert article.title == TITLE


def test_a_headline_behind_the_second_sign_of_the_title_is_found() -> None:
    head = f"<title>The Kabar - Hulu (Upstream) | Pasar | {TITLE}</title>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<table><tr><td class=articleheader>{TITLE}</td></tr><tr><td>{text}</td></tr></table>"
    article = extract(f"<html><head>{head}</head><body>{page}</body></html>", URL)
    assert article is not None
    assert article.title == TITLE


SITE = "https://www.suarahulu-online.example/berita/2025/05/12/harga-beras/"
