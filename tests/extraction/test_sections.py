"""Sections, breadcrumbs and tags, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import MENU, PROSE, TITLE, URL, news, of_page, on_page, read


@pytest.mark.parametrize(
    ("top", "section", "place"),
    [
        ('<p class="story__section"><a href="#">Ekonomi</a></p>', "Ekonomi", "css: .story__section"),
        (
            '<ul id="menu"><li><a href="/politik/">Politik</a></li><li><a href="/ekonomi">Ekonomi</a></li></ul>',
            "Ekonomi",
            "url",
        ),
    ],
)
def test_sections_of_unknown_themes_are_read(top: str, section: str, place: str) -> None:
    article = read(top)
    assert (article.section, article.provenance["section"].place) == (section, place)


def test_tags_of_unknown_themes_are_the_links_of_what_sounds_like_tags() -> None:
    end = '<div class="field--name-field-tags"><b>Topik</b> <a href="/t/1">beras</a> <a href="/t/2">pasar</a></div>'
    assert read(end=end).tags == ("beras", "pasar")


@pytest.mark.parametrize(
    ("over", "section"),
    [
        (f"{MENU}<span>Niaga</span><h1>{TITLE}</h1>", "Niaga"),
        (
            f"<div>{MENU.replace('nav', 'div')}</div><h1>{TITLE}</h1><p>Rina | <a rel=tag>Opini</a></p>",
            "Opini",
        ),
        (
            f"<h1>{TITLE}</h1><p>Diposting oleh: <b>Rina Wati</b><br>Kategori: <a href='#'>Pasar</a></p>",
            "Pasar",
        ),
        (f"<h1>{TITLE}</h1><p><i class='fa fa-folder-open'></i> <a href='/k/3'>Pasar</a></p>", "Pasar"),
        (f"<nav id=breadcrumb><a href='/'></a><a href='/x'>Pasar</a></nav><h1>{TITLE}</h1>", "Pasar"),
        (f"<section class='brxe-section'>{MENU.replace('nav', 'div')}</section><h1>{TITLE}</h1>", None),
    ],
)
def test_a_section_is_known_by_the_menu_a_label_or_an_icon(over: str, section: str | None) -> None:
    assert on_page(over).section == section


def test_arrows_behind_a_section_are_none_of_it() -> None:
    over = (
        f"<div class=article-category><a href='/kategori/pasar'>Pasar <i>&gt;</i></a></div><h1>{TITLE}</h1>"
    )
    assert on_page(over).section == "Pasar"


def test_a_sentence_is_no_section() -> None:
    over = f"<p class=channel>Langgani kami dan baca berita di halaman muka.</p><h1>{TITLE}</h1>"
    assert on_page(over).section is None


@pytest.mark.parametrize(
    ("over", "section"),
    [
        (f"<div><span class=up>Sosok</span><h1>{TITLE}</h1></div>", "Sosok"),
        (
            f"<nav class=topic-path><ul><li><a href='/'>Kabar Hulu</a></li><li><a href='/c/'>Pasar</a></li></ul></nav><h1>{TITLE}</h1>",
            "Pasar",
        ),
        (
            f"<div>{''.join(f'<a href=/kategori/{n}>Rubrik {n}</a>' for n in 'abcdefgh')}</div><h1>{TITLE}</h1>",
            None,
        ),
        (f"<div><span class=up>Baca 3 menit</span><h1>{TITLE}</h1></div>", None),
    ],
)
def test_a_section_stands_over_the_title_and_in_no_menu(over: str, section: str | None) -> None:
    assert on_page(over).section == section


CRUMBS = "<nav class=breadcrumb><a href='/'>Beranda</a> / <a href='/berita'>Berita</a></nav>"


@pytest.mark.parametrize(
    ("over", "section"),
    [
        (f"{CRUMBS}<div><span class='badge'>Niaga</span><h1>{TITLE}</h1></div>", "Niaga"),
        (f"{CRUMBS}<h1>{TITLE}</h1><p>Kategori <a href='#'>Niaga</a></p>", "Niaga"),
        (
            "<section class=breadcrumb><h2>Niaga</h2><p><a href='/'>Home</a> / <a href='/b'>Semua Berita</a></p>"
            f"</section><h1>{TITLE}</h1>",
            "Niaga",
        ),
        (
            f"{CRUMBS.replace('Berita', 'Kabar Toko')}<h1>{TITLE}</h1><div><span class=p-author>Rina Wati</span>"
            "<span class=p-category><a href='?k=2'>Niaga</a></span></div>",
            "Niaga",
        ),
        (f"{CRUMBS}<h1>{TITLE}</h1>", "Berita"),
    ],
)
def test_what_stands_nearer_tells_more_than_breadcrumbs_that_say_news(over: str, section: str) -> None:
    assert on_page(over).section == section


def test_the_sites_own_name_is_no_section() -> None:
    head = "<div class=header-section><a href='/'>Kabar</a></div>"
    row = "<ul><li>Rina Wati</li><li><cite>Kabar</cite></li></ul>"
    menu = (
        "<nav><a href='/'>Kabar</a><a href='/a'>Kabar</a><a href='/n'>Niaga</a><a href='/o'>Opini</a></nav>"
    )
    url = "https://kabar.example/2025/05/12/harga-beras-naik/"
    assert on_page(f"{head}{menu}<h1>{TITLE}</h1>{row}", url).section is None


def test_the_first_folder_of_the_address_is_named_by_what_stands_beside_the_title() -> None:
    url = "https://kabar.example/news/niaga/harga-beras-naik-jelang-panen-raya/story-704075"
    assert on_page(f"<div id=section-header><h2>Niaga</h2></div><h1>{TITLE}</h1>", url).section == "Niaga"


def test_a_section_in_a_row_of_particulars_ends_before_the_next_label() -> None:
    row = "<p>Publikasi oleh Admin Kategori Layanan Publik Tanggal 9 Mei 2025 Dilihat 214 kali</p>"
    assert on_page(f"<h1>{TITLE}</h1>{row}").section == "Layanan Publik"


def test_a_tag_that_a_theme_classes_as_a_category_is_no_section() -> None:
    tags = "<span><a class='label p-category' href='/tag:lonceng'>lonceng</a></span>"
    assert on_page(f"<h1>{TITLE}</h1>{tags}").section is None


def test_a_logo_over_the_title_is_no_section_however_it_is_linked() -> None:
    url = "https://kabar.example/2025/05/12/harga-beras-naik/"
    for href in ("/", "https://kabar.example/", "https://www.kabar.example"):
        over = f"<div><div><a href='{href}'>Warta Kita</a></div><h1>{TITLE}</h1></div>"
        assert on_page(over, url).section is None


def test_other_blogs_of_the_same_host_are_other_sites() -> None:
    over = f"<div><div><a href='https://lain.blogspot.com/2024/p.html'>Blog Tetangga</a></div><h1>{TITLE}</h1></div>"
    assert on_page(over, "https://kami.blogspot.com/2025/05/12/harga-beras-naik/").section is None


@pytest.mark.parametrize(
    "label",
    ["Abgelegt unter", "Kategoriler", "Rubriek", "Рубрика:", "Sección:", "分类：", "Chuyên mục"],
)
def test_a_section_stands_behind_a_label_of_any_language(label: str) -> None:
    assert on_page(f"<h1>{TITLE}</h1><p>{label} <a href='#'>Pasar</a></p>").section == "Pasar"


def test_a_section_is_filed_within_the_body() -> None:
    assert read(end="<p>Simpan di <a rel='category tag' href='/k/7'>Pasar</a>.</p>").section == "Pasar"


@pytest.mark.parametrize(
    ("crumbs", "section"),
    [
        ("<a href='/n'>Niaga</a> / <a href='/n/p'>Pasar</a>", "Pasar"),
        ("<a href='/o'>Opini</a> / <a href='/o/p'>Pasar</a>", "Niaga"),
        ("<a href='/n'>Niaga</a> / <a href='/n/i'>Indeks</a>", "Niaga"),
    ],
)
def test_breadcrumbs_tell_the_section_within_the_one_that_is_claimed(crumbs: str, section: str) -> None:
    over = f"<nav class=breadcrumb><a href='/'>Beranda</a> / {crumbs}</nav>"
    assert (
        read(over, data={"@type": "NewsArticle", "headline": TITLE, "articleSection": "Niaga"}).section
        == section
    )


@pytest.mark.parametrize(
    ("over", "section"),
    [
        (
            f"<div><span class=badge>Berita</span><h1>{TITLE}</h1><p>Kategori: <a href='#'>Pasar</a></p></div>",
            "Pasar",
        ),
        (f"<div><span class=badge>Berita</span><h1>{TITLE}</h1></div>", "Berita"),
        (
            f"<nav class=breadcrumb><a href='/'>Beranda</a> / <a href='/k'>Kabar Kita</a> / <a href='/b'>Berita</a></nav>"
            f"<div><span class=badge>Pasar</span><h1>{TITLE}</h1></div>",
            "Pasar",
        ),
    ],
)
def test_what_only_says_that_it_is_news_is_the_section_where_nothing_else_is(over: str, section: str) -> None:
    assert on_page(over).section == section


@pytest.mark.parametrize(
    ("subjects", "section"),
    [
        ("Pasar", "Pasar"),
        ("Pasar, Beras", None),
        ("beras, panen, petani, kukar, dinas, pasar murah", None),
    ],
)
def test_several_subjects_are_keywords(subjects: str, section: str | None) -> None:
    assert read(head=f'<meta name="dc.subject" content="{subjects}">').section == section


@pytest.mark.parametrize("name", ["category", "article.section", "page-section", "news_section"])
def test_a_section_is_claimed_under_many_names(name: str) -> None:
    assert read(head=f'<meta name="{name}" content="Pasar">').section == "Pasar"


@pytest.mark.parametrize(("author", "section"), [("Rina Wati", None), ("Budi Susilo", "Rina Wati")])
def test_a_column_that_bears_its_authors_name_is_no_section(author: str, section: str | None) -> None:
    head = f'<meta name="author" content="{author}">'
    assert on_page(f"{head}<div><span class=badge>Rina Wati</span><h1>{TITLE}</h1></div>").section == section


@pytest.mark.parametrize(
    ("end", "section"),
    [
        ("<a rel=category href='/k/9'>Pasar</a>", "Pasar"),
        (
            "Di <a rel='category tag' href='/k/9'>Pasar</a>, <a rel='category tag' href='/k/8'>Niaga</a>",
            "Pasar",
        ),
        ("<a rel=tag href='/t/9'>Pasar</a>", None),
        ("<a rel=nofollow href='/k/9'>Pasar</a>", None),
        ("<a rel=category href='/k/9'>Kabar yang menggemparkan warga Hulu, simak sampai selesai.</a>", None),
    ],
)
def test_a_section_within_the_body_is_told_by_rel_category(end: str, section: str | None) -> None:
    assert read(end=f"<p>{end}</p>").section == section


@pytest.mark.parametrize("name", ["post-meta cf", "entry-info", "single_meta"])
def test_an_aside_that_is_named_for_the_articles_particulars_tells_its_section(name: str) -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    aside = f"<aside class='{name}'><a href=/category/v/>Sumbar</a></aside>"
    page = (
        f"<html><head><title>{TITLE}</title><meta property=og:type content=article></head><body>"
        f"<article class=post>{aside}<h1>{TITLE}</h1><div class=entry-content>{body}</div></article></body></html>"
    )
    article = extract(page, URL)
    assert article is not None
    assert article.section == "Sumbar"
    other = extract(page.replace(f"class='{name}'", "class=widgets"), URL)
    assert other is not None
    assert other.section is None


SITE = '<meta property="og:site_name" content="Kabar Hulu">'


@pytest.mark.parametrize(
    ("claim", "section"),
    [
        ("kabarhulu.com", None),
        ("KabarLain.com", None),
        ("Kabar Hulu", None),
        ("Categories", None),
        ("Tags", None),
        ("News/Local News", "Local News"),
        ("Berita/Pasar", "Pasar"),
        ("Niaga/Pasar", "Niaga/Pasar"),
    ],
)
def test_a_host_the_site_and_heads_of_lists_are_no_claimed_sections(claim: str, section: str | None) -> None:
    assert read(head=f'{SITE}<meta property="article:section" content="{claim}">').section == section


@pytest.mark.parametrize(
    ("crumb", "section"),
    [("kabarlain.com", None), ("Rina Wati", None), ("Categories", None), ("Tags", None), ("Pasar", "Pasar")],
)
def test_a_host_the_author_and_heads_of_lists_are_no_sections_in_the_breadcrumbs(
    crumb: str, section: str | None
) -> None:
    over = f"<nav class=breadcrumb><a href='/'>Beranda</a> / <a href='/k/9'>{crumb}</a></nav>"
    article = read(over, data={"@type": "NewsArticle", "headline": TITLE, "author": "Rina Wati"}, url=UNTOLD)
    assert article.section == section


UNTOLD = "https://kabar.example/2025/05/12/beras-mahal"


def test_the_slug_of_the_page_is_no_section_as_the_last_crumb() -> None:
    over = (
        "<nav class=breadcrumb><a href='/'>Beranda</a> / <a href='/k/9'>Pasar</a> / <a href='#'>{}</a></nav>"
    )
    assert read(over.format("beras-mahal"), url=UNTOLD).section == "Pasar"
    assert read(over.format("beras-murah"), url=UNTOLD).section == "beras-murah"


@pytest.mark.parametrize(
    ("claim", "section"),
    [("Blog", "Pasar"), ("Berita", "Pasar"), ("The Latest", "Pasar"), ("Niaga", "Niaga")],
)
def test_a_claim_that_only_says_news_gives_way_to_a_marked_category(claim: str, section: str) -> None:
    top = "<p>Di <a rel='category tag' href='/k/9'>Pasar</a></p>"
    data = {"@type": "NewsArticle", "headline": TITLE, "articleSection": claim}
    assert read(top, data=data).section == section
    assert read(data=data).section == claim


@pytest.mark.parametrize(
    "label",
    [
        "Categories",
        "Tags",
        "Topics",
        "View page source",
        "Source",
        "Top",
        "Edit this page",
        "kabarlain.com",
    ],
)
def test_heads_of_lists_controls_and_hosts_over_the_title_are_no_sections(label: str) -> None:
    assert on_page(f"<span class=badge>{label}</span><h1>{TITLE}</h1>", UNTOLD).section is None
    assert on_page(f"<span class=up>{label}</span><h1>{TITLE}</h1>", UNTOLD).section is None


@pytest.mark.parametrize(
    ("claimed", "section"),
    [("World / Europe", "Europe"), ("Fri, 7 June", None), ("Pasar", "Pasar"), ("Top 7 June", None)],
)
def test_the_last_of_a_way_is_the_section_and_a_day_is_none(claimed: str, section: str | None) -> None:
    assert read(head=f'<meta property="article:section" content="{claimed}">').section == section


def test_the_crumb_before_the_author_or_the_host_is_the_section() -> None:
    crumbs = '<ol class="breadcrumb"><li><a href="/">Beranda</a></li><li><a href="/pasar">Pasar</a></li><li>{}</li></ol>'
    author = '<meta name="author" content="Rina Wati">'
    assert read(crumbs.format("Rina Wati"), head=author).section == "Pasar"
    assert read(crumbs.format("kabarhulu.com")).section == "Pasar"


@pytest.mark.parametrize(
    ("shelf", "section"),
    [("📒 Pasar", "Pasar"), ("» Pasar", "Pasar"), ("Pasar (12)", None), ("#1 Pasar", "#1 Pasar")],
)
def test_signs_before_a_section_are_none_of_it_and_counted_lists_are_none(
    shelf: str, section: str | None
) -> None:
    assert on_page(f"<h1>{TITLE}</h1><p><a href=/category/pasar>{shelf}</a></p>").section == section


def test_the_title_in_the_menu_or_the_breadcrumbs_is_no_section() -> None:
    over = f"<div class=breadcrumb><div>Docs</div><svg/><div>{TITLE}</div></div><h1>{TITLE}</h1>"
    assert on_page(over).section is None
    menu = f"<div class=m><ul><li class=current><a href='{URL}'>{TITLE}</a></li><li><a href=/y>Hulu</a></li></ul></div>"
    address = "https://kabar.example/harga-beras-naik-jelang-panen-raya-di-kutai-kartanegara/"
    assert on_page(f"{menu}<h1>{TITLE}</h1>", url=address).section is None


def test_a_tag_behind_an_icon_is_no_section() -> None:
    over = (
        "<ul class=breadcrumb><li><a href=/home>Beranda</a></li><li><a href=/berita>Berita</a></li></ul>"
        f"<h1>{TITLE}</h1><div><i class='fa fa-tag'></i> <a href=/berita/tag/beras>Beras</a></div>"
    )
    assert on_page(over).section == "Berita"


@pytest.mark.parametrize(
    ("over", "section"),
    [
        ("<nav><a href=/s3/>Société</a> <a href=/s4/>Sport</a></nav>", "Société"),
        ("<nav><a href=/s4/>Sport</a></nav>", "societe"),
    ],
)
def test_a_section_that_is_claimed_as_addresses_have_it_is_spelled_as_the_page_prints_it(
    over: str, section: str
) -> None:
    head = '<meta property="article:section" content="societe">'
    assert on_page(f"{head}{over}<h1>{TITLE}</h1>").section == section


@pytest.mark.parametrize(
    ("claimed", "url", "section"),
    [
        (
            ["News", "Canada", "Saskatchewan"],
            "https://kabar.example/news/canada/saskatchewan/lift-1.54",
            "Saskatchewan",
        ),
        (["News", "Pasar"], URL, "Pasar"),
        ("HEADLINE, Samarinda", URL, "Samarinda"),
        (["Pasar", "Niaga"], URL, "Pasar"),
    ],
)
def test_the_section_that_tells_most_is_taken_of_a_claimed_list(
    claimed: object, url: str, section: str
) -> None:
    assert (
        read(data={"@type": "NewsArticle", "headline": TITLE, "articleSection": claimed}, url=url).section
        == section
    )


def test_a_linked_section_beside_the_title_goes_before_breadcrumbs_that_say_it_is_news() -> None:
    crumbs = '<ol class=breadcrumb><li><a href="/">Beranda</a></li><li><a href="/b">Berita</a></li><li>Detail Berita</li></ol>'
    row = '<ul><li>Administrator</li><li><a href="/kategori/pendidikan">Pendidikan</a></li></ul>'
    assert read(f"{row}{crumbs}").section == "Pendidikan"


def test_a_section_that_is_claimed_as_a_folder_is_named_as_the_link_there_says() -> None:
    menu = '<nav><a href="/pasar">Niaga</a><a href="/rubrik/interviu/">Интервю</a></nav>'
    assert read(menu, head='<meta property="article:section" content="interviu">').section == "Интервю"


def test_the_deepest_of_claimed_sections_is_told_by_the_address() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleSection": ["Helsinki", "Kaupunki"]}
    assert (
        read(data=data, url="https://kabar.example/kaupunki/helsinki/art-2000009612345.html").section
        == "Helsinki"
    )


def test_a_part_of_a_portal_is_a_section_though_its_host_has_that_name() -> None:
    crumbs = (
        '<ul class=breadcrumb><li><a href="/">Home</a></li><li><a href="/topic/bangka">Bangka</a></li></ul>'
    )
    url = "https://bangka.kabar.example/2025/05/16/harga-beras-naik-jelang-panen-raya"
    assert read(crumbs, url=url).section == "Bangka"


def test_the_first_of_two_texts_in_a_kicker_is_the_section() -> None:
    assert read("<div class=kicker-area><span>Pasar</span><span>Hulu</span></div>").section == "Pasar"


@pytest.mark.parametrize("last", ["资讯正文", "文章详情", "正文 新闻 图片", "DETAIL BERITA"])
def test_a_last_breadcrumb_for_the_article_itself_is_no_section(last: str) -> None:
    crumbs = f'<ol class=breadcrumb><li><a href="/">首页</a></li><li><a href="/b">国内</a></li><li>{last}</li></ol>'
    assert on_page(f"{crumbs}<h1>{TITLE}</h1>").section == "国内"


CARD = "<div class=kartu><a {2}=/category/{0}>{1}</a><h5><a href=/lain/{0}>{1} Kembali Ramai Sejak Pagi Tadi</a></h5></div>"


@pytest.mark.parametrize("mark", ["href", "class=category href"])
def test_the_section_of_another_articles_card_is_not_the_articles(mark: str) -> None:
    cards = "".join(CARD.format(name.lower(), name, mark) for name in ("Olahraga", "Hiburan"))
    under = f"<div>{cards}</div>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    for own, section in (("", None), ("<p>Arsip <a href=/category/niaga>Niaga</a></p>", "Niaga")):
        article = extract(
            f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=z3>{text}</div>{own}{under}</body></html>",
            URL,
        )
        assert article is not None
        assert article.section == section


def test_the_only_section_that_a_page_links_to_counts_among_many_links() -> None:
    others = "".join(f"<a href='/bagikan/{number}'>{number}</a> " for number in range(6))
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    for links, section in (
        ("<a href=/categories/niaga>Niaga</a>", "Niaga"),
        ("<a href=/categories/niaga>Niaga</a> <a href=/categories/opini>Opini</a>", None),
    ):
        article = extract(
            f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=z3>{text}</div>"
            f"<div>{'<br>' * 20}</div><div>{links} {others}</div></body></html>",
            URL,
        )
        assert article is not None
        assert article.section == section


def test_a_section_in_an_addresss_words_is_told_as_a_link_to_its_folder_prints_it() -> None:
    crumbs = [
        {"@type": "ListItem", "position": n, "name": name}
        for n, name in enumerate(("uttar pradesh", "agra city"), 1)
    ]
    data = [news(articleSection="agra-city"), {"@type": "BreadcrumbList", "itemListElement": crumbs}]
    way = "<ul class=x9><li><a href='/'>Beranda</a></li><li><a href='/uttar-pradesh/agra-city'>आगरा</a></li></ul>"
    assert read(way, data={"@graph": data}).section == "आगरा"


@pytest.mark.parametrize(
    ("printed", "section"),
    [("Home | Nasional", "Nasional"), ("Odd_News", "Odd News"), ("Hukum | Kriminal", "Hukum | Kriminal")],
)
def test_a_section_is_told_without_the_front_page_and_in_words(printed: str, section: str) -> None:
    assert read(head=f"<meta property='article:section' content='{printed}'>").section == section


def test_the_shelf_beside_a_vague_one_tells() -> None:
    for row in (
        "<a href='/category/headline/' rel='category tag'>Headline</a>, <a href='/category/wisata/' rel='category tag'>Wisata</a>",
        "<a href='/categories/top-stories'>Top stories</a>, <a href='/categories/wisata'>Wisata</a>",
    ):
        assert read(f"<p>{row}</p>").section == "Wisata"
    lone = "<p><a href='/category/headline/' rel='category tag'>Headline</a></p>"
    assert read(lone).section == "Headline"


@pytest.mark.parametrize("last", ["Rechercher", "Cari", "Edición impresa"])
def test_a_field_to_search_in_behind_breadcrumbs_is_no_section(last: str) -> None:
    row = (
        f"<div class=breadcrumb><a href='/'>Beranda</a> » <a href='/p'>Pasar</a> » <span>{last}</span></div>"
    )
    assert read(row).section == "Pasar"


@pytest.mark.parametrize(
    ("crumbs", "url", "section"),
    [
        (("Nasional", "Berita"), "https://kabar.example/2025/05/12/harga-beras-naik/", "Nasional"),
        (("Nasional", "Berita"), "https://nasional.kabar.example/2025/05/12/harga-beras-naik/", "Nasional"),
        (("kabarHulu", "Berita"), "https://kabar.example/2025/05/12/harga-beras-naik/", "Berita"),
        (("Interaktif", "Blog"), "https://kabar.example/2025/05/12/harga-beras-naik/", "Blog"),
        (("Daily News", "News"), "https://kabar.example/2025/05/12/harga-beras-naik/", "News"),
    ],
)
def test_the_shelf_over_a_crumb_that_says_news_tells(crumbs: tuple[str, ...], url: str, section: str) -> None:
    links = " » ".join(f"<a href='/{number}'>{crumb}</a>" for number, crumb in enumerate(crumbs))
    row = f"<div class=breadcrumb><a href='/'>Beranda</a> » {links}</div>"
    assert read(row, url=url).section == section


LABELLED = "<div><span>Kategori: <a href=/c/ekonomi>Ekonomi</a></span> <span>12 Mei 2025</span></div>"


@pytest.mark.parametrize("claim", ["Uncategorized", "Tak Berkategori", "Non classé", "Без рубрики"])
@pytest.mark.parametrize(
    "top",
    [
        "<span class=cat-links><a href=/c/ekonomi>Ekonomi</a></span>",
        "<span class=badge>Ekonomi</span>",
        LABELLED,
        "<span class=cat-links><a href=/c/uncategorized>Uncategorized</a></span>" + LABELLED,
    ],
)
def test_a_claim_that_files_an_article_nowhere_gives_way_to_the_section_that_is_printed(
    claim: str, top: str
) -> None:
    url = "https://kabar.example/2025/05/12/harga-beras-naik/"
    article = read(top, head=f'<meta property="article:section" content="{claim}">', url=url)
    assert article.section == "Ekonomi"


def test_an_article_that_is_filed_nowhere_is_so_where_nothing_else_is_told() -> None:
    url = "https://kabar.example/2025/05/12/harga-beras-naik/"
    assert read(data=news(articleSection=["Uncategorized"]), url=url).section == "Uncategorized"
    assert read(data=news(articleSection=["Uncategorized", "Ekonomi"]), url=url).section == "Ekonomi"


@pytest.mark.parametrize(
    ("crumbs", "section"),
    [
        ("<a href='/market'>Market</a> » <span>Berita Market</span>", "Market"),
        ("<a href='/tech'>Tech</a> » <span>Tech News</span>", "Tech News"),
        ("<a href='/pasar'>Pasar</a> » <span>Pasar Induk</span>", "Pasar Induk"),
        ("<a href='/pasar'>Pasar</a> » <a href='#'>[ Cetak ]</a>", "Pasar"),
    ],
)
def test_the_news_of_a_section_and_tools_are_no_sections_within_it(crumbs: str, section: str) -> None:
    over = f"<div class=breadcrumb><a href='/'>Beranda</a> » {crumbs}</div><h1>{TITLE}</h1>"
    assert on_page(over).section == section


def test_the_address_of_a_street_is_no_section_within_the_claimed_one() -> None:
    crumbs = (
        "<div class=breadcrumb><a href='/c'>Cronaca</a> » <a href='/c/s'>Centro / Corso Saffi, 78</a></div>"
    )
    assert read(crumbs, data=news(articleSection="Cronaca")).section == "Cronaca"


def test_the_first_label_of_a_post_on_blogger_is_its_section_where_nothing_else_tells() -> None:
    label = "<span class=post-labels>Label: <a href='/search/label/{0}' rel=tag>{0}</a>, <a href='/search/label/x' rel=tag>x</a></span>"
    url = "https://kabar.example/2025/05/harga-beras-naik-jelang-panen.html"
    assert read(label.format("Pasar"), url=url).section == "Pasar"
    assert read("<p class=story__section>Niaga</p>" + label.format("Pasar")).section == "Niaga"


@pytest.mark.parametrize("name", ["field-name-field-kategori", "field--name-field-category", "itemCategory"])
def test_systems_mark_the_section_by_the_name_of_a_field(name: str) -> None:
    shelf = f"<div class='{name}'><div>Kategori:</div><div><a href='/?q=kategori/pasar'>Pasar</a></div></div>"
    assert read(shelf).section == "Pasar"


def test_a_byline_under_the_text_tells_where_a_blog_filed_it() -> None:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    line = "<p class=entry-footer><span>Posted by Rina Wati at 09:14 AM in <a href=/t/pasar/>Pasar</a></span></p>"
    assert of_page(f"<h1>{TITLE}</h1><div class=z3>{paragraphs}</div>{line}").section == "Pasar"


@pytest.mark.parametrize(
    ("row", "section"),
    [
        ("<a href='/k?n=2'>Ekonomi</a> / <a href='/k?n=3'>Pasar</a>", "Pasar"),
        ("<a href='/k?n=2'>Ekonomi</a> › <a href='/k?n=3'>Pasar</a>", "Pasar"),
        ("<a href='/k?n=2'>Ekonomi</a>, <a href='/k?n=3'>Pasar</a>", "Ekonomi"),
        ("<a href='/rasa'>Rasa</a> <a href='/rasa/warung'>Warung</a>", "Warung"),
        ("<a href='/rasa'>Rasa</a> <a href='/rasanya'>Warung</a>", "Rasa"),
        ("<a href='/rasa'>Rasa</a>", "Rasa"),
    ],
)
def test_a_row_that_leads_on_names_its_last_shelf(row: str, section: str) -> None:
    assert on_page(f"<div class=article-category>{row}</div><h1>{TITLE}</h1>").section == section


@pytest.mark.parametrize(
    ("link", "section"),
    [
        ("<a href='/bagian/olahraga/voli'>Voli</a>", "Voli"),
        ("<a href='/bagian/olahraga/voli'>Baca selengkapnya</a>", None),
    ],
)
def test_a_link_over_the_title_may_stand_in_folders_of_the_pages_address(
    link: str, section: str | None
) -> None:
    menu = "".join(
        f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in ("Kota", "Olahraga", "Seni", "Usaha")
    )
    more = "".join(f"<div><p>{text}</p><a href='/x/{n}'>Lagi</a></div>" for n, text in enumerate(PROSE))
    box = f"<div class=kotak>{link}</div>"
    url = "https://kabar.example/bagian/olahraga/946112/tuan-rumah-menang-lagi.html"
    assert (
        on_page(f"<ul>{menu}</ul><div>{box}<h1>{TITLE}</h1><p>12 Mei 2025</p>{more}</div>", url).section
        == section
    )


@pytest.mark.parametrize(
    ("row", "section"),
    [
        (
            "<li><a href='/service/4'>Provinsi</a> &gt; <a href='/service/407'>Hulu Selatan</a></li>",
            "Hulu Selatan",
        ),
        ("<li>Bagikan: <a href='/s/4'>Surel</a> / <a href='/s/407'>Tautan</a></li>", None),
    ],
)
def test_a_row_of_links_that_leads_on_beside_the_title_tells_the_section(
    row: str, section: str | None
) -> None:
    assert (
        on_page(f"<ul class=rinci><li>12 Mei 2025 - 11:24</li>{row}</ul><h1>{TITLE}</h1>").section == section
    )


def test_the_name_that_a_portal_calls_itself_by_is_no_section_though_its_host_begins_with_it() -> None:
    head = '<meta property="og:site_name" content="H1"><meta property="article:section" content="H1">'
    article = read(head=head, url="https://h1.kabar.example/hulu/2025/05/12/harga-beras-naik.html")
    assert article.section != "H1"


def test_small_words_at_a_titles_end_and_the_author_are_no_section() -> None:
    author = "<a rel=author class=author href=/penulis/rina>Rina Wati</a>"
    head = '<meta name=author content="Rina Wati">'
    assert read(f"<span class=category-name>Rina Wati</span>{author}", head=head).section != "Rina Wati"
    article = extract(
        f"<html lang=id><head><title>{TITLE} - lihat ke dalam - Kabar Hulu</title></head><body><h1>{TITLE}</h1><div>"
        + "".join(f"<p>{text}</p>" for text in PROSE)
        + "</div></body></html>",
        "https://kabarhulu.example/2025/harga-beras-naik-jelang-panen.html",
    )
    assert article is not None
    assert article.section is None


@pytest.mark.parametrize(
    ("title", "section"),
    [
        (f"kabar.com | teknologi | warta | games | {TITLE}", "games"),
        (f"{TITLE} - 河口网 - 两岸三地", "两岸三地"),
        (f"{TITLE} - Daerah - Kabar", "Daerah"),
    ],
)
def test_the_pages_title_tells_the_section_beside_the_portals_name(title: str, section: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>{title}</title></head><body><h1>{TITLE}</h1><div class=z3>{text}</div></body></html>"
    article = extract(page, "https://kabar.example/articles/4711/harga-beras-naik-jelang-panen.html")
    assert article is not None
    assert (article.title, article.section) == (TITLE, section)


def test_an_author_in_the_box_of_the_category_is_no_section() -> None:
    box = (
        "<div class=category><span><a href=/category/news/>News</a></span> <span>By "
        "<a href=/author/rina/ rel=author>Rina Wati</a></span> 12 Mei 2025</div>"
    )
    article = on_page(f"<h1>{TITLE}</h1>{box}")
    assert (article.section, article.authors) == ("News", ("Rina Wati",))


def test_a_slug_over_the_title_is_the_section() -> None:
    slug = "<div class=kartu><h5 class=slug> Warta - Kesehatan Warga </h5><div><h5><div>15:03</div></h5></div></div>"
    assert on_page(f"{slug}<h1>{TITLE}</h1>").section == "Warta - Kesehatan Warga"
