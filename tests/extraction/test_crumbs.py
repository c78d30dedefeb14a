"""Breadcrumbs, marked or not, through `extract`."""

from __future__ import annotations

import json

import pytest

from tests.extraction.pages import TITLE, on_page

H1 = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    ("row", "crumbs"),
    [
        (
            "<div><a href='https://kabar.example/'>Suara Hulu</a> &raquo; <a href='/p'>Pasar</a></div>",
            ("Pasar",),
        ),
        ("<div class=rastro-migas><a href='/p'>Pasar</a></div>", ("Pasar",)),
        ("<nav class=breadcrumb><h2>Breadcrumb</h2><ol><li><a href='/'>Beranda</a></li></ol></nav>", ()),
        (
            "<nav class=breadcrumb><h2>Breadcrumb</h2><ol><li>Beranda</li><li><a href='/p'>Pasar</a></li></ol></nav>",
            ("Pasar",),
        ),
        (
            "<div id=breadcrumb><h2>You are here</h2><div class=breadcrumb><a href='/'>Home</a></div></div>",
            (),
        ),
        (
            "<div id=breadcrumb><h2>Anda di sini</h2><div class=breadcrumb><a href='/'>Beranda</a> » Pasar</div></div>",
            ("Pasar",),
        ),
        (
            "<div class=BreadCrumb><a href='/'>Beranda</a> / <a href='/n'>Niaga</a> / <a href='/p'>Pasar</a> / "
            "Beras di Hulu Makin Mahal</div>",
            ("Niaga", "Pasar"),
        ),
        (
            "<div class=BreadCrumb><a href='/'>Beranda</a> / <a href='/p'>Pasar</a> / Senin, 12 Mei 2025</div>",
            ("Pasar",),
        ),
        (
            "<div class=BreadCrumb><a href='/'>Beranda</a> / <a href='/n'>Niaga</a> / <a href='/p'>Pasar</a> / Beras</div>",
            ("Niaga", "Pasar", "Beras"),
        ),
    ],
)
def test_a_way_from_the_front_page_ends_before_the_page_itself(row: str, crumbs: tuple[str, ...]) -> None:
    assert on_page(row + H1).breadcrumbs == crumbs


DATE = "<p>Senin, 12 Mei 2025 14:30 WITA</p>"


@pytest.mark.parametrize(
    ("row", "crumbs"),
    [
        ("<nav class=breadcrumb><a href='/'>Beranda</a> / Pasar</nav>", ("Pasar",)),
        ("<nav class=breadcrumb><a href='/p'>Pasar</a></nav>", ("Pasar",)),
        (f"<nav class=breadcrumb><a href='/p'>Pasar</a> / {TITLE}</nav>", ("Pasar",)),
        ("<div><a href='/'>Beranda</a> » Pasar</div>", ("Pasar",)),
        ("<div><a href='/'>Suara Hulu</a> › Pasar</div>", ("Pasar",)),
        ("<div><a href='/'>Suara Hulu</a> › <a href='/p'>Pasar</a></div>", ("Pasar",)),
        ("<div><a href='/'>Beranda</a></div>", ()),
        (f"<div><a href='/'>Beranda</a> › {TITLE}</div>", ()),
        ("<div><a href='/'>Beranda</a> / Senin, 12 Mei 2025</div>", ()),
        ("<ul class=breadcrumb><li><a href='/'>Beranda</a></li></ul>", ()),
        ("<div><a href='/p'>Pasar</a> › </div>", ()),
        ("<div><a href='/x'>Daftar</a> / <a href='/y'>Masuk</a></div>", ()),
    ],
)
def test_a_way_of_one_link_is_told_by_its_mark_or_by_the_sign_behind_the_front_page(
    row: str, crumbs: tuple[str, ...]
) -> None:
    article = on_page(row + H1 + DATE)
    assert (article.breadcrumbs, article.section) == (crumbs, crumbs[0] if crumbs else None)


WAY = "<li><a href='/{}'>{}</a></li><li><a href='/k/9'>Pasar</a></li><li><a href='/d/3'>Desa</a></li>"
HOME = WAY.format("", "Beranda")


@pytest.mark.parametrize(
    ("page", "crumbs"),
    [
        (f"<ol>{HOME}</ol>{H1}", ("Pasar", "Desa")),
        (f"<ul>{HOME}</ul>{H1}", ()),
        (f"<article><ul>{HOME}</ul>{H1}</article>", ("Pasar", "Desa")),
        (f"<article><ul>{HOME}</ul><p>Kabar</p>{H1}</article>", ()),
        (f"<article><ul>{HOME}</ul>{H1.replace('h1', 'h2')}</article>", ()),
    ],
)
def test_a_bare_list_is_a_way_where_it_is_ordered_or_right_over_the_articles_heading(
    page: str, crumbs: tuple[str, ...]
) -> None:
    assert on_page(page + DATE).breadcrumbs == crumbs


@pytest.mark.parametrize(
    "row",
    [
        "<nav class=breadcrumb><a href='/p'>Portada</a> / <a href='/k/9'>Pasar</a></nav>",
        f"<ol>{WAY.format('p', 'Portada')}</ol>",
    ],
)
def test_the_cover_is_the_front_page(row: str) -> None:
    assert on_page(row + H1 + DATE).breadcrumbs[0] == "Pasar"


@pytest.mark.parametrize("name", ["channel-path", "fil-ariane", "Brotkrumen", "pathway", "weizhi"])
def test_breadcrumbs_are_known_by_names_in_other_languages(name: str) -> None:
    over = f"<div class={name}><a href='/'>新闻中心</a><i>&gt;</i><a href=/s/>社会</a><i>&gt;</i>正文</div><h1>{TITLE}</h1>"
    assert on_page(over).section == "社会"


@pytest.mark.parametrize(
    "item",
    [
        "<li><a class=breadcrumb href='{0}'>{1}</a></li>",
        "<li class=breadcrumb><a href='{0}'>{1}</a></li>",
        "<li><span><a class=breadcrumb href='{0}'>{1}</a></span></li>",
    ],
)
def test_breadcrumbs_that_are_marked_one_by_one_are_read_together(item: str) -> None:
    way = (("/", "Beranda"), ("/k/1", "Kabar"), ("/k/2", "Pasar"))
    row = f"<ol>{''.join(item.format(*step) for step in way)}</ol>"
    assert on_page(row + H1 + DATE).breadcrumbs == ("Kabar", "Pasar")


def test_guillemets_of_a_quotation_part_no_breadcrumbs() -> None:
    row = "<ul id=breadcrumbs><li><a href='/'>Blog</a></li><li>«Datang saja». Kata pedagang di pasar hulu...</li></ul>"
    title = "«Datang saja». Kata pedagang di pasar hulu kepada pembeli beras"
    assert on_page(f"{row}<h1>{title}</h1>{DATE}", title=title).breadcrumbs == ()


def test_a_row_that_is_marked_as_a_whole_takes_nothing_from_beside_it() -> None:
    row = "<span class=breadcrumb><a href='/'>Beranda</a> / <a href='/k/2'>Pasar</a></span>"
    assert on_page(f"<div>{row} <a href='/k/9'>Cuaca</a></div>{H1}{DATE}").breadcrumbs == ("Pasar",)


def test_breadcrumbs_in_a_nameless_nav_tell_the_section() -> None:
    over = f"<nav class=bc><a href='/'>Beranda</a> <a href='/r'>Pasar</a></nav><h1>{TITLE}</h1>"
    assert on_page(over).breadcrumbs == ("Pasar",)


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ({"@id": "https://kabar.example/", "name": "Kabar Pesisir"}, ("Pasar", "Harga")),
        ("https://kabar.example", ("Pasar", "Harga")),
        ({"@id": "https://niaga.kabar.example/", "name": "Niaga"}, ("Niaga", "Pasar", "Harga")),
    ],
)
def test_a_breadcrumb_that_bears_the_site_s_name_is_the_front_page(
    first: object, expected: tuple[str, ...]
) -> None:
    crumbs = [
        {"item": first, "name": "Kabar Pesisir"} if isinstance(first, str) else {"item": first},
        {"item": {"@id": "https://kabar.example/pasar", "name": "Pasar"}},
        {"item": {"@id": "https://kabar.example/pasar/harga", "name": "Harga"}},
    ]
    over = (
        '<meta property="og:site_name" content="Kabar Pesisir"><script type="application/ld+json">'
        + json.dumps({"@type": "BreadcrumbList", "itemListElement": crumbs})
        + f"</script><h1>{TITLE}</h1>"
    )
    assert on_page(over).breadcrumbs == expected


@pytest.mark.parametrize(
    ("crumbs", "section"),
    [
        ("<a href='/'>Home</a> <a href='/x'>Category: Pasar</a>", "Pasar"),
        ("<a href='/'>Home</a> <a href='/x'>市場 一覧へ</a>", "市場"),
        (
            "<a href='/'>Home</a> <a href='/x'>Pasar</a> <a href='/_sources/x.txt'>View page source</a>",
            "Pasar",
        ),
        ("<a href='/'>Home</a> <a href='/x'>Pasar</a> <a href='https://git.example/'>Kode</a>", "Pasar"),
        ("<a href='/'>Home</a> <a href='https://pasar.kabar.example/'>Pasar</a>", "Pasar"),
    ],
)
def test_breadcrumbs_are_read_without_labels_tools_and_links_to_other_sites(
    crumbs: str, section: str
) -> None:
    over = f"<div class=breadcrumb>{crumbs}</div><h1>{TITLE}</h1>"
    assert on_page(over).section == section


def test_items_without_links_at_the_end_are_crumbs_each() -> None:
    row = "<ol class=breadcrumb><span>Anda di sini: </span><li><a href='/'>Beranda</a></li><li>Berita</li><li class=active>Pasar</li></ol>"
    assert on_page(f"{row}{H1}").breadcrumbs == ("Berita", "Pasar")


@pytest.mark.parametrize(
    ("row", "crumbs"),
    [
        ("<ol><li>{}</li><li><a href=/kutai-barat/>Kutai Barat</a></li></ol>", ("Kutai Barat",)),
        (
            "<div class=jalur>{} <i class='fa fa-angle-right'></i> <a href=/kutai-barat/>Kutai Barat</a></div>",
            ("Kutai Barat",),
        ),
        ("<ul><li>{}</li><li><a href=/a>Pasar</a></li><li><a href=/b>Opini</a></li></ul>", ()),
    ],
)
def test_breadcrumbs_may_begin_with_a_small_house(row: str, crumbs: tuple[str, ...]) -> None:
    home = "<a href=/><i class='fa fa-home'></i></a>"
    article = on_page(f"<div>{row.format(home)}<div class=k1>{H1}</div></div>")
    assert article.breadcrumbs == crumbs


def test_a_drawing_begins_breadcrumbs_in_an_ordered_list_alone() -> None:
    home = "<a href=/><svg><path d='M0 0'/></svg></a>"
    item = "<a href=/kutai-barat/>Kutai Barat</a>"
    assert on_page(f"<ol><li>{home}</li><li>{item}</li></ol>{H1}").breadcrumbs == ("Kutai Barat",)
    assert on_page(f"<div>{home} {item}</div>{H1}").breadcrumbs == ()


@pytest.mark.parametrize(
    "logo", ["<a href=/><span><img src=/logo.png alt=Hulu></span></a>", "<a class=site-logo href=/></a>"]
)
def test_a_logo_begins_no_breadcrumbs(logo: str) -> None:
    row = f"<div>{logo} <a href=/warga>Warga</a></div>"
    assert on_page(f"{row}{H1}").breadcrumbs == ()


@pytest.mark.parametrize(
    ("row", "crumbs"),
    [
        ("<div id=location>News &raquo; Pasar</div>", ("News", "Pasar")),
        ("<div class=putanja>Naslovna &gt; Pasar</div>", ("Pasar",)),
        ("<div class=way>Αρχική / Pasar</div>", ("Pasar",)),
        ("<div class=way>News / Pasar</div>", ()),
        ("<div class=way>Cerita &raquo; Pasar</div>", ()),
    ],
)
def test_a_way_without_links_begins_with_the_front_page_or_goes_by_arrows_from_all_news(
    row: str, crumbs: tuple[str, ...]
) -> None:
    assert on_page(f"{row}{H1}").breadcrumbs == crumbs


def test_a_heading_in_the_box_of_breadcrumbs_is_none_of_them() -> None:
    way = "<ol><li><a href='/'>Beranda</a></li><li><a href='/b'>Pasar</a></li><li>Detail</li></ol>"
    assert (
        on_page(f"<section class=breadcrumbs><h2>Detail Pasar</h2>{way}</section>{H1}").breadcrumbs[0]
        == "Pasar"
    )


@pytest.mark.parametrize(
    ("last", "crumbs"),
    [
        ("Diskominfo Hulu", ("Warta", "Diskominfo Hulu")),
        ("Diskominfo Hulu…", ("Warta",)),
        ("Diskominfo Hulu...", ("Warta",)),
        ("Diskominfo Hulu: Gelar", ("Warta",)),
        ("Diskominfo Hulu Gelar Pelatihan", ("Warta",)),
        ("Diskominfo Hulu Gelar Pelatihan Wartawan Desa", ("Warta",)),
    ],
)
def test_a_shelf_that_the_title_begins_with_is_one_and_a_title_cut_short_is_none(
    last: str, crumbs: tuple[str, ...]
) -> None:
    title = "Diskominfo Hulu Gelar Pelatihan Wartawan Desa"
    if ":" in last:
        title = title.replace("Hulu ", "Hulu: ")
    row = f"<div class=breadcrumb><a href='/'>Beranda</a> / <a href='/w'>Warta</a> / <a href='/d'>{last}</a></div>"
    assert on_page(f"{row}<h1>{title}</h1>{DATE}", title=title).breadcrumbs == crumbs


def test_breadcrumbs_are_known_by_a_name_that_is_spelled_wrongly() -> None:
    assert on_page(f"<div class=breadcrum><a href='/p'>Pasar</a></div>{H1}").breadcrumbs == ("Pasar",)
    assert on_page(f"<div class=serambi><a href='/p'>Pasar</a></div>{H1}").breadcrumbs == ()


@pytest.mark.parametrize(
    ("nav", "crumbs"),
    [
        ("<nav class=menu>{}</nav>", ()),
        ("<nav class=bc><ul id=main-menu>{}</ul></nav>", ()),
        ("<nav class=bc><ul>{}</ul></nav>", ("Pasar",)),
    ],
)
def test_a_menu_of_two_entries_is_no_way(nav: str, crumbs: tuple[str, ...]) -> None:
    entries = "<li><a href='/'>Beranda</a></li> <li><a href='/p'>Pasar</a></li>"
    assert on_page(nav.format(entries) + H1).breadcrumbs == crumbs


def test_the_front_page_has_another_name_in_persian() -> None:
    assert on_page(f"<div>صفحه نخست / بازار</div>{H1}").breadcrumbs == ("بازار",)


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        (
            "<div class=brea_nav><a href=/rss>RSS Niaga</a> <a href='https://kabar.example/'>Kabar首页</a><em>&gt;</em> <a href=/niaga>Niaga</a></div>",
            ("Niaga",),
        ),
        (
            "<p><strong>当前位置 :</strong><a href=/x>河口网</a> &gt; <a href=/y>Niaga</a></p>",
            ("河口网", "Niaga"),
        ),
        ("<h2>您的当前位置：<a href=/x>新闻</a>&nbsp;&gt;&nbsp;<a href=/y>武汉</a></h2>", ("新闻", "武汉")),
        ("<div><h3>首页 - Niaga</h3></div>", ("Niaga",)),
        (
            "<div id=hierarchie><a href='https://kabar.example/'>Accueil du site</a> &gt; <a href='spip.php?rubrique1'>Niaga</a></div>",
            ("Niaga",),
        ),
        ("<p class=location>Kabar&nbsp;&gt;&nbsp;Niaga</p>", ("Kabar", "Niaga")),
        (
            "<table><tr><td><a href='/'>首页</a></td><td>&gt;</td><td><a href=/x>Umum</a></td><td>&gt;</td><td><a href=/y>Niaga</a></td></tr></table>",
            ("Umum", "Niaga"),
        ),
    ],
)
def test_the_ways_of_portals_of_other_countries_are_read(over: str, expected: tuple[str, ...]) -> None:
    assert on_page(f"{over}<h1>{TITLE}</h1>").breadcrumbs == expected


def test_a_box_for_where_the_news_is_from_is_no_way() -> None:
    assert on_page(f"<p class=location>Samarinda</p><h1>{TITLE}</h1>").breadcrumbs == ()


def test_a_way_of_links_in_spans_of_their_own_is_read() -> None:
    steps = " &gt; ".join(
        f"<span itemscope itemtype='http://data-vocabulary.org/Breadcrumb'><a href='{href}' itemprop=url><span "
        f"itemprop=title>{name}</span></a></span>"
        for href, name in (
            ("https://kabar.example/", "Kabar Hulu"),
            ("/kanal/5/", "Niaga"),
            ("https://kabar.example/x", TITLE),
        )
    )
    over = f"<p class=atas>{steps}</p><div><p>12 Mei 2025</p><h1>{TITLE}</h1></div>"
    assert on_page(over).breadcrumbs == ("Niaga",)
