"""The heading that a page prints as its title, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, TITLE, URL, on_page
from tests.extraction.test_titles import PLAIN_TEXT, titled


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


def test_a_title_in_a_plain_box_is_found_by_the_claim_it_is() -> None:
    over = f"<div><div>{TITLE}</div><div>Hartini Basuni</div><div>Kuliner</div><div>2025-06-14 10:00:00</div></div>"
    article = on_page(over)
    assert article.provenance["title"].place == "css: div"
    assert article.authors == ("Hartini Basuni",)


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
    "address", ["doku.php?id=berita:harga_beras_panen_raya", "2025/05/12/harga-beras-panen-raya.html"]
)
@pytest.mark.parametrize("title", ["berita:pasar [Wiki Hulu Raya]", "berita:pasar"])
def test_a_heading_whose_words_the_address_repeats_is_the_title(title: str, address: str) -> None:
    headings = f"<h1>Ensiklopedia Sungai Mahakam</h1><h1>{TITLE}</h1>"
    assert titled(title, headings, url=f"https://hulu.example/{address}") == TITLE


def test_a_heading_in_the_midst_of_the_pages_title_is_the_title() -> None:
    assert titled(f"Kabar Hulu - Pasar - {TITLE} - 12/05/2025", f"<h1>{TITLE}</h1>") == TITLE


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


@pytest.mark.parametrize("name", ["naslov", "judul", "titulo", "otsikko", "baslik"])
def test_a_class_that_calls_a_box_the_title_in_another_language_tells_it(name: str) -> None:
    article = extract(
        f"<html><head><title>Kertas Hulu</title></head><body><div class={name}><b>{TITLE}</b></div>"
        f"<div class=datum>12.5.2025.</div><div class=z3>{PLAIN_TEXT}</div></body></html>",
        "https://kertashulu.example/index.php?vid=7734",
    )
    assert article is not None
    assert article.title == TITLE


def test_a_box_named_for_the_title_in_one_word_holds_it() -> None:
    article = extract(
        f"<html><head><title>KH : {TITLE} - Niaga - 12/05/2025</title></head><body><form action=x><table><tr><td>"
        f"<span class=ArticleTitle>{TITLE}</span><div>12 Mei 2025</div><div class=x9>{PLAIN_TEXT}{PLAIN_TEXT.lower()}</div>"
        "</td></tr></table></form></body></html>",
        "https://kh.example/ArticleDetails.aspx?id=2466212",
    )
    assert article is not None
    assert article.title == TITLE


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


def test_a_heading_goes_before_a_shorter_copy_for_buttons_that_share_the_page() -> None:
    short = "Harga Beras Naik Jelang Panen"
    printed = "Harga Beras Naik Separuh Jelang Panen Raya, Pedagang di Tenggarong Menutup Lapak"
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    page = (
        f"<html><head><title>{short} - Kabar Hulu</title><meta property='og:title' content='{short}'></head>"
        f"<body><div class=x1><h1>{printed}</h1><div id=singkat>{short}</div><div class=z3>{body}</div></div></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert article.title == printed


def test_a_title_that_the_address_repeats_is_no_site_s_name() -> None:
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    data = '{"@type": "WebSite", "name": "Harga Beras Naik Jelang Panen Raya"}'
    article = extract(
        "<html><head><title>Harga Beras Naik Jelang Panen Raya</title>"
        f"<script type='application/ld+json'>{data}</script></head>"
        f"<body><h1>Harga Beras Naik Jelang Panen Raya</h1><div class=z3>{body}</div></body></html>",
        "https://kabar.example/ekonomi/harga-beras-naik-jelang-panen-raya/ar-1b2c",
    )
    assert article is not None
    assert article.title == "Harga Beras Naik Jelang Panen Raya"


@pytest.mark.parametrize(
    ("over", "title"),
    [
        (f"<b>{TITLE}</b><br><font>Tanggal : 12/05/2025, 11:26:47, dibaca 318 kali.</font><br>", TITLE),
        (f"<font><b>{TITLE}</b></font><br>Senin, 12 Mei 2025<br>", TITLE),
        (f"<b>{TITLE}</b><br>Warga diminta bersabar<br>", None),
        ("<b>Nur Aisyah Dg. Kanang</b><br>Senin, 12 Mei 2025<br>", None),
    ],
)
def test_bold_over_the_day_is_the_title_of_a_page_that_bears_its_sites_name(
    over: str, title: str | None
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    name = "<td><a href='/'>SMAN 2 HULU</a></td>"
    page = f"<html><head><title>SMAN 2 HULU</title></head><body><table><tr>{name}<td>{over}{text}</td></tr></table></body></html>"
    article = extract(page, "http://sman2hulu.example/html/index.php?id=berita&kode=57")
    assert (article.title if article else None) == title
    assert article is None or article.text == "\n\n".join(PROSE)


def test_a_header_that_says_what_the_pages_title_says_is_the_heading() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    head = f"<title>{TITLE} - Kabaronix</title><meta property=og:type content=article>"
    article = extract(f"<html><head>{head}</head><body><header>{TITLE}</header>{text}</body></html>")
    assert article is not None
    assert article.title == TITLE
