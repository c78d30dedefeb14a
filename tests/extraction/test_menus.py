"""Sections that a page's menu, address or breadcrumbs tell, and what stands near a title and is none."""

from __future__ import annotations

import pytest
from lxml import html

from kaltimcrawl import extract
from kaltimcrawl.extraction.menus import is_in_menu
from tests.extraction.pages import MENU, PROSE, TITLE, URL, on_page, read

H1 = f"<h1>{TITLE}</h1>"
SLUG = "harga-beras-naik-jelang-panen-raya-2025"
DATE = "<p>Senin, 12 Mei 2025 14:30 WITA</p>"


def menu(change: dict[str, str] | None = None, tag: str = "nav") -> str:
    """A menu of five entries; `change` says what stands for one of them."""
    links = {
        name: f'<li><a href="/{name.lower()}">{name}</a></li>'
        for name in ("Politik", "Niaga", "Opini", "Indeks")
    } | (change or {})
    return f'<{tag}><ul><li><a href="/">Beranda</a></li>{"".join(links.values())}</ul></{tag}>'


@pytest.mark.parametrize("tag", ["nav", "div"])
@pytest.mark.parametrize(
    "entry",
    [
        '<li class="menu-item current-menu-parent"><a href="/niaga">Niaga</a></li>',
        '<li class="nav-item"><a class="nav-link active" href="/niaga">Niaga</a></li>',
        '<li><a href="/niaga" aria-current="page">Niaga</a></li>',
        '<li class="on"><a href="/niaga">Niaga</a></li>',
        '<li><a class="m2 sel" href="/niaga">Niaga</a></li>',
        '<li class="activo"><a href="/niaga">Niaga</a></li>',
    ],
)
def test_the_current_entry_of_a_menu_is_the_section(tag: str, entry: str) -> None:
    assert on_page(menu({"Niaga": entry}, tag) + H1 + DATE).section == "Niaga"


@pytest.mark.parametrize(
    "change",
    [
        {"Home": '<li class="active"><a href="/">Beranda</a></li>'},
        {"Indeks": '<li class="active"><a href="/indeks">Indeks</a></li>'},
        {
            name: f'<li class="active"><a href="/{name.lower()}">{name}</a></li>'
            for name in ("Niaga", "Opini")
        },
    ],
)
def test_home_an_index_or_two_current_entries_tell_no_section(change: dict[str, str]) -> None:
    assert on_page(menu(change) + H1 + DATE).section is None


@pytest.mark.parametrize(
    ("path", "href", "section"),
    [
        ("/niaga/71/", "/niaga", "Niaga"),
        ("/read/niaga/71/", "/niaga", "Niaga"),
        ("/niaga/", "https://kabar.example/category/niaga/", "Niaga"),
        ("/berita/niaga/", "/berita/niaga", "Niaga"),
        ("/niaga/71/", "https://x.example/niaga", None),
    ],
)
def test_the_folder_of_an_address_is_the_section_of_the_menus_link_to_it(
    path: str, href: str, section: str | None
) -> None:
    change = {"Niaga": f'<li><a href="{href}">Niaga</a></li>'}
    page = menu(change) + H1 + DATE
    assert on_page(page, f"https://kabar.example{path}{SLUG}").section == section


def test_the_host_of_a_section_is_known_by_the_menus_link_to_it() -> None:
    change = {"Niaga": '<li><a href="https://niaga.kabar.example/">Niaga</a></li>'}
    page = menu(change) + H1 + DATE
    assert on_page(page, f"https://niaga.kabar.example/read/71/{SLUG}").section == "Niaga"


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/rina/", '<a href="/rina">Rina Wati Kusuma</a>'),
        ("/blog/", '<a href="/blog">Kembali ke Blog</a>'),
        ("/warta/", '<a href="https://x.example/warta">@warta</a>'),
    ],
)
def test_a_link_to_an_author_or_back_or_away_is_no_section(path: str, link: str) -> None:
    page = f"{menu()}{H1}<div>{link} <i>Senin, 12 Mei 2025 14:30 WITA</i></div>"
    assert on_page(page, f"https://kabar.example{path}{SLUG}").section is None


def test_a_category_in_the_classes_of_an_articles_box_is_named_by_its_link() -> None:
    page = f'{menu()}<div class="post-7 type-post hentry category-niaga tag-beras">{H1}{DATE}</div>'
    assert on_page(page).section == "Niaga"


@pytest.mark.parametrize(
    "line",
    [
        "Niaga | Senin, 12 Mei 2025 14:30 WITA",
        '<a href="/niaga">Niaga</a> | Senin, 12 Mei 2025 14:30 WITA',
        '<a href="/pasar">Pasar</a> | Senin, 12 Mei 2025 14:30 WITA',
        'oleh <a href="/u/3">Rina Wati</a>, 12 Mei 2025, di <a href="/k/9">Pasar</a>',
        'by <a href="/u/3">Rina Wati</a> on 12 Mei 2025 in <a href="/k/9">Pasar</a>',
        '<span>Published in <a href="/k/9">Pasar</a></span>',
        "<b>Kategori</b> <a href='/k/9'>Pasar</a>",
    ],
)
def test_a_line_of_the_head_names_the_section(line: str) -> None:
    assert on_page(f"{menu()}{H1}<div>{line}</div>").section == ("Niaga" if "iaga" in line else "Pasar")


@pytest.mark.parametrize(
    "line",
    [
        "Rina Wati | Senin, 12 Mei 2025 14:30 WITA",
        '<a href="/admin">Admin</a> | Senin, 12 Mei 2025 14:30 WITA',
        '<a href="/rina-wati">Rina Wati</a> | Senin, 12 Mei 2025 14:30 WITA',
        'Oleh <a href="/rina">Rina</a> | Senin, 12 Mei 2025 14:30 WITA',
        '<ul><li><a href="https://x.example/s">Reddit</a></li></ul>',
    ],
)
def test_a_name_or_a_button_beside_the_date_is_no_section(line: str) -> None:
    assert on_page(f"{menu()}{H1}<div>{line}</div>").section is None


@pytest.mark.parametrize("badge", ["Eksklusif", "Breaking News", "LIVE", "Premium", "Headline"])
def test_a_badge_that_says_what_kind_of_news_it_is_is_no_section(badge: str) -> None:
    assert on_page(f"<span class=badge>{badge}</span>{H1}{DATE}").section is None


@pytest.mark.parametrize(
    "way",
    [
        '<div class="mainBreadcrumb css-1"><a href="/">Kabar</a><a href="/k/9">Pasar</a></div>',
        '<div aria-label="Breadcrumb"><a href="https://kabar.example/">Kabar</a><a href="/k/9">Pasar</a></div>',
        '<nav aria-label=breadcrumb><ol><li><a href="https://kabar.example">Kabar</a></li><li><a href="/k/9">Pasar</a></li></ol></nav>',
        '<div><a href="/">Home</a><i class="fa fa-chevron-right"></i><a href="/k/9">Pasar</a></div>',
        f'<ul class=css-2><li><a href="/">Home</a></li><li><a href="/k/9">Pasar</a></li><li>{TITLE}</li></ul>',
    ],
)
def test_breadcrumbs_are_known_by_a_word_of_their_name_or_their_shape(way: str) -> None:
    article = on_page(way + H1 + DATE, URL.replace("ekonomi", "b"))
    assert (article.breadcrumbs, article.section) == (("Pasar",), "Pasar")


def test_a_breadcrumb_that_is_a_question_is_the_article_and_no_section() -> None:
    way = '<p class=breadcrumb><a href="/">Home</a> / <a href="/k">Pasar</a> / Mengapa harga beras naik? Ini sebabnya</p>'
    assert on_page(way + H1 + DATE).section == "Pasar"


def test_a_label_at_the_end_of_the_text_names_the_section() -> None:
    assert read(end='<p><b>Rubrik:</b> <a href="/k/9">Pasar</a></p>').section == "Pasar"


def test_a_menu_of_a_few_entries_is_no_way_to_the_article() -> None:
    entries = "".join(f'<a href="/{name.lower()}">{name}</a>' for name in ("Niaga", "Opini", "Daerah"))
    article = on_page(f'<nav><a href="/">Beranda</a>{entries}</nav>{H1}{DATE}')
    assert (article.breadcrumbs, article.section) == ((), None)


def test_an_authors_link_over_the_title_is_no_section() -> None:
    assert on_page(f'<div><a href="/u/rina">Rina Wati</a></div>{H1}{DATE}').section is None


CONTENTS = (
    "<nav><ul>"
    + "".join(
        f'<li><a href="#{name.lower()}">{name}</a></li>' for name in ("Pasar", "Niaga", "Opini", "Desa")
    )
    + "</ul></nav>"
)


def test_links_to_places_in_the_page_are_no_menu() -> None:
    assert on_page(CONTENTS + H1 + DATE, f"https://kabar.example/pasar/71/{SLUG}").section is None
    article = on_page(f"{CONTENTS}<div>{DATE}<span>Pasar</span></div>{H1}")
    assert article.section is None
    assert (
        on_page(CONTENTS.replace("#", "/") + H1 + DATE, f"https://kabar.example/pasar/71/{SLUG}").section
        == "Pasar"
    )


@pytest.mark.parametrize(("folder", "section"), [("tag", None), ("k", "Beras")])
def test_a_tag_that_a_cloud_of_tags_lists_too_is_no_section(folder: str, section: str | None) -> None:
    names = ("Beras", "Gula", "Garam", "Kopi", "Teh")
    cloud = "".join(f"<a href='/{folder}/{name.lower()}'>{name}</a>" for name in names)
    link = f"<p><b>Kabar:</b> <a href='/{folder}/beras'>Beras</a> dan lain-lain</p>"
    assert on_page(f"<nav>{cloud}</nav><h1>{TITLE}</h1>{link}").section == section


def test_a_menus_word_for_the_site_is_no_section() -> None:
    site = '<script type="application/ld+json">{"@type":"WebSite","name":"Warta Niaga"}</script>'
    menu = MENU.replace("</nav>", '<a href="/warta">Warta Niaga</a></nav>')
    assert on_page(f"{site}{menu}<p>Warta Niaga</p><h1>{TITLE}</h1>").section is None
    assert on_page(f"{menu}<p>Warta Niaga</p><h1>{TITLE}</h1>").section == "Warta Niaga"


def test_an_entry_of_a_menu_beside_the_title_gives_way_to_a_section_that_stands_alone() -> None:
    names = ("Politik", "Niaga", "Opini", "Hiburan", "Wisata")
    menu = "".join(f"<li><a href='/categories/{name.lower()}/'>{name}</a></li>" for name in names)
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    own = "<p><span>Arsip <a href='/categories/niaga/'>Niaga</a></span></p>"
    for under, section in ((own, "Niaga"), ("", "Wisata")):
        article = extract(
            f"<html><head><title>{TITLE}</title></head><body><ul>{menu}</ul><h1>{TITLE}</h1><p>12 Mei 2025</p>"
            f"<div class=z3>{text}</div>{under}</body></html>",
            "https://kabar.example/2025/05/12/beras/",
        )
        assert article is not None
        assert article.section == section


@pytest.mark.parametrize(
    ("foot", "section"),
    [
        ("<div><a href='/Niaga'>Niaga</a></div>", "Niaga"),
        ("<div class=tags><a href='/Niaga'>Niaga</a> <a href='/cari?t=beras'>Beras</a></div>", "Niaga"),
        ("<div><a href='/Niaga'>Niaga</a> <a href='/Opini'>Opini</a></div>", None),
        ("<div><a href='/lain'>Niaga</a></div>", None),
        ("<div><a href='/Niaga'>Kabar pasar</a></div>", None),
        ("<h3>Berita lain</h3><div><a href='/Niaga'>Niaga</a></div>", None),
    ],
)
def test_the_one_link_under_the_text_that_the_menu_has_too_tells_the_section(
    foot: str, section: str | None
) -> None:
    assert (
        read(MENU, end=f"</div>{foot}<div>", url="https://kabar.example/x/harga-beras-naik-lagi").section
        == section
    )


def test_the_menus_entry_for_the_first_two_folders_of_the_address_is_the_section() -> None:
    links = "".join(
        f"<li><a href='/hg/{name}/'>{name.title()}</a></li>" for name in ("niaga", "pasar", "olahraga")
    )
    url = "https://kabar.example/hg/pasar/2025/05/12/brk,20250512-100512,id.html"
    assert on_page(f"<nav><ul>{links}</ul></nav>{H1}", url=url).section == "Pasar"


@pytest.mark.parametrize(("cells", "is_told"), [(4, True), (3, False)])
def test_a_row_of_cells_with_a_link_each_is_a_menu(cells: int, is_told: bool) -> None:
    row = "".join(f"<td><a href=/{number}>Rubrik {number}</a></td>" for number in range(cells))
    table = html.fragment_fromstring(f"<table><tr>{row}</tr></table>")
    assert is_in_menu(next(table.iter("a"))) is is_told


@pytest.mark.parametrize(
    ("query", "section"),
    [
        ("Berita=Niaga&id=150512", "Niaga"),
        ("section=niaga&id=150512", "Niaga"),
        ("kat=7&id=150512", "Niaga"),
        ("halaman=niaga&id=150512", None),
        ("Berita=Cuaca&id=150512", None),
    ],
)
def test_the_query_of_an_address_names_the_section(query: str, section: str | None) -> None:
    entry = {"Niaga": '<li><a href="/index.asp?kat=7">Niaga</a></li>'}
    assert on_page(menu(entry) + H1 + DATE, f"https://kabar.example/index.asp?{query}").section == section


@pytest.mark.parametrize(
    ("entries", "section"),
    [
        (
            " | ".join(
                (
                    "<a href=a.asp>Kota</a>",
                    "<b>Daerah</b>",
                    "<a href=b.asp>Hukum</a>",
                    "<a href=c.asp>Niaga</a>",
                    "<a href=d.asp>Opini</a>",
                )
            ),
            "Daerah",
        ),
        (
            " | ".join(
                (
                    "<b>Kanal</b>",
                    "<a href=a.asp>Kota</a>",
                    "<a href=b.asp>Hukum</a>",
                    "<a href=c.asp>Niaga</a>",
                    "<a href=d.asp>Opini</a>",
                )
            ),
            None,
        ),
    ],
)
def test_an_entry_in_bold_amid_a_row_of_links_is_the_section(entries: str, section: str | None) -> None:
    assert on_page(f"<table><tr><td>{entries}</td></tr></table>{H1}{DATE}").section == section


@pytest.mark.parametrize(
    ("item", "section"),
    [
        ("<tr><td><font size=1><b>Daerah</b></font></td></tr>", "Daerah"),
        ("<tr><td bgcolor=#ccc><font size=1><b>Daerah</b></font></td></tr>", None),
        ("<tr><td><font size=1>Daerah</font></td></tr>", None),
    ],
)
def test_an_entry_in_bold_amid_a_column_of_links_is_the_section(item: str, section: str | None) -> None:
    links = [
        f"<tr><td><font size=1><a href={name}.asp>{name}</a></font></td></tr>"
        for name in ("Kota", "Hukum", "Niaga", "Opini")
    ]
    column = "".join((*links[:2], item, *links[2:]))
    assert on_page(f"<table>{column}</table>{H1}{DATE}").section == section


def test_an_entry_whose_words_stand_in_an_element_of_the_link_is_no_section() -> None:
    entries = "".join(
        f'<li><a href="/kanal/{name.lower()}"><span>{name}</span></a></li> '
        for name in ("Politik", "Niaga", "Opini", "Bola")
    )
    page = html.fromstring(f"<div><ul>{entries}</ul></div>")
    assert all(map(is_in_menu, page.iter("span")))
