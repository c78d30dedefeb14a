"""Where pages name their authors without a label: over the title, under it, at the foot, in links and addresses."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.datafiles import read_data
from tests.extraction.pages import PROSE, TITLE, URL, news, of_page, read

DATE = "Senin, 12 Mei 2025 14:30 WITA"
RINA = ("Rina Wati",)
BOTH = ("Rina Wati", "Budi Susilo")
H1 = f"<h1>{TITLE}</h1>"
TEXT = "".join(f"<p>{sentence}</p>" for sentence in PROSE)


FOLDERS = sorted(
    mark.removeprefix("href=")
    for mark in read_data("marks.toml")["author"]["marks"]
    if mark.startswith("href=")
)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize(
    "address", ["/{}/rina-wati", "/news/{}/71/rina-wati.html", "https://kabar.example/{}/"]
)
def test_a_name_that_links_to_a_folder_of_people_is_the_authors(address: str, folder: str) -> None:
    article = read(f"<div><a href='{address.format(folder)}'>Rina Wati</a></div>")
    assert article.authors == RINA
    assert article.provenance["authors"].place == f"css: href={folder}"


@pytest.mark.parametrize(
    "address",
    [
        "/toko/rina-wati",
        "/byline/rina-wati",
        "/stafford/rina-wati",
        "/berita/by-laws/rina",
        "/author",
        "?author=3",
    ],
)
def test_a_name_that_links_elsewhere_is_nobodys(address: str) -> None:
    assert read(f"<div><a href='{address}'>Rina Wati</a></div>").authors == ()


@pytest.mark.parametrize(
    "over",
    [
        f"<div><span>Rina Wati</span> <time>{DATE}</time></div>",
        f"<div><time>{DATE}</time> <span>Rina Wati</span></div>",
        f"<div>Rina Wati | {DATE}</div>",
        f"<div><span>Rina Wati</span></div><div>{DATE}</div>",
        f"<header><div><span>Rina Wati</span> <time>{DATE}</time></div></header>",
        "<div class=byline>Rina Wati</div>",
        "<div><a rel=author href=/u/1>Rina Wati</a></div>",
        "<div><i class='fa fa-user'></i> Rina Wati</div>",
    ],
)
@pytest.mark.parametrize(
    "page", ["<div>{}</div><div class=z3>{}</div>", "<article>{}<div class=z3>{}</div></article>"]
)
def test_a_name_over_the_title_is_the_authors(page: str, over: str) -> None:
    assert of_page(page.format(over + H1, TEXT)).authors == RINA


@pytest.mark.parametrize(
    "over",
    [
        f"<nav><span>Rina Wati</span> <time>{DATE}</time></nav>",
        f"<div class=menu><span>Rina Wati</span> <b>{DATE}</b></div>",
        f"<div><span>Kutai Timur</span> <b>{DATE}</b></div>",
        f"<div><span>Berita Utama</span> <b>{DATE}</b></div>",
        "<span>Rina Wati</span>",
    ],
)
def test_what_else_stands_over_the_title_is_no_author(over: str) -> None:
    assert of_page(f"<div>{over}{H1}</div><div class=z3>{TEXT}</div>").authors == ()


@pytest.mark.parametrize(
    ("under", "authors"),
    [
        ("<p>Rina Wati</p>", RINA),
        ("<div>Rina Wati dan Budi Susilo</div>", BOTH),
        ("<p><a href=/penulis/rina>Rina Wati</a></p>", RINA),
        ("<p>Rina</p>", ()),
        ("<p>Kutai Timur</p>", ()),
        ("<p><a href=/k/1>Rina Wati</a></p>", ()),
        ("<p>Bagikan</p><p>Rina Wati</p>", ()),
        ("<nav><b>Rina Wati</b></nav>", ()),
        ("<aside><b>Rina Wati</b></aside>", ()),
        ("<figure><figcaption>Rina Wati</figcaption></figure>", ()),
        ("<h3>Rina Wati</h3>", ()),
        ("<p>Kabar Baru dari Hulu Mahakam</p>", ()),
    ],
)
def test_a_full_name_right_under_a_title_with_the_date_over_it_is_the_authors(
    under: str, authors: tuple[str, ...]
) -> None:
    dated = f"<div><time>{DATE}</time>{H1}{under}</div><div class=z3>{TEXT}</div>"
    assert of_page(dated).authors == authors


@pytest.mark.parametrize("under", ["<p>Rina Wati</p>", "<div>Rina Wati dan Budi Susilo</div>"])
def test_a_name_under_a_title_is_nobodys_without_a_date(under: str) -> None:
    assert of_page(f"<div>{H1}{under}</div><div class=z3>{TEXT}</div>").authors == ()


@pytest.mark.parametrize("between", ["", "<p>Pasar</p>", "<p>Kutai Timur</p>"])
def test_a_name_under_the_title_goes_before_what_stands_nearer_to_the_date(between: str) -> None:
    head = f"{H1}<p>Rina Wati</p>{between}<p>{DATE}</p>"
    assert of_page(f"{head}<div class=z3>{TEXT}</div>").authors == RINA


TOPS = [
    f"<div>Rina Wati</div><div>{DATE}</div>",
    f"<p>Rina Wati | {DATE}</p>",
    f"<p>{DATE} – Rina Wati</p>",
    "<p>Oleh Rina Wati</p>",
    "<p class=byline>Oleh Rina Wati</p>",
    "<div class=tools><b>Penulis: Rina Wati</b></div>",
    "<p><b>Rina Wati</b></p>",
    "<p><em>Rina Wati | Berau</em></p>",
    "<p><b>Rina Wati Features Writer</b></p>",
    "<h3>Oleh Rina Wati</h3>",
    "<h3>By RINA WATI</h3><h3>Tribune Staff Reporter</h3>",
]


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize(
    "page",
    [
        f"{H1}<div class=entry-content>{{}}{TEXT}</div>",
        f"{H1}<div class=z3>{{}}{TEXT}</div>",
        f"<div class=z3>{H1}{{}}{TEXT}</div>",
    ],
)
def test_a_name_at_the_top_of_the_texts_box_is_the_authors_and_no_text(page: str, top: str) -> None:
    article = of_page(page.format(top))
    assert tuple(name.title() for name in article.authors) == RINA
    assert article.text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "top",
    [
        "<aside><b>Oleh Rina Wati</b></aside>",
        "<p>Rina Wati</p>",
        "<p><b>A A A</b></p>",
        "<p><b>Tanjung Redeb</b></p>",
        "<p><b>Malam Sunyi</b></p><p>di tepi sungai</p>",
        "<h3>Oleh karena itu</h3>",
    ],
)
def test_a_line_at_the_top_of_a_marked_text_may_be_no_byline(top: str) -> None:
    assert of_page(f"{H1}<div class=entry-content>{top}{TEXT}</div>").authors == ()


def test_a_marked_name_in_the_texts_box_behind_other_elements_is_the_authors() -> None:
    links = "".join(f"<a href='https://share.example/{each}'>Bagikan</a>" for each in "abcd")
    byline = (
        "<div><span class=author><a href='/authors/rina'>Rina Wati</a>, Wartawan</span><br><a>surel</a></div>"
    )
    page = f"{H1}<div class=s1>{links}</div><div class=article__body>{byline}{TEXT}</div>"
    assert of_page(page).authors == RINA


LONG = "<div class=z3>" + f"<p>{' '.join(PROSE)}</p>" * 2 + "</div>"


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        (f"<div>Rina Wati | {DATE}</div>", RINA),
        (f"<div>{DATE} Oleh Rina Wati</div>", RINA),
        (f"<ul><li>Rina Wati</li><li>{DATE}</li></ul>", RINA),
        (f"<div><b>{DATE}</b> <a href=/author/rina>Rina Wati</a></div>", RINA),
        (f"<div>Kutai Timur | {DATE}</div>", ()),
        ("<div><span>Rina Wati</span></div>", ()),
        (f"<nav><span>Rina Wati</span> <time>{DATE}</time></nav>", ()),
        (f"<div class=comments><span>Rina Wati</span> <b>{DATE}</b></div>", ()),
    ],
)
def test_a_name_at_the_articles_foot_stands_beside_a_date(foot: str, authors: tuple[str, ...]) -> None:
    assert of_page(f"<article>{H1}{LONG}{foot}</article>").authors == authors


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        ("By <a href=/c>Rina Wati</a> and <a href=/d>Budi Susilo</a>", BOTH),
        ("<span>By</span><span>Rina Wati,</span><span>Budi Susilo</span>", BOTH),
        ("<span>Von</span> <b>Rina Wati</b> und <b>Budi Susilo</b>", BOTH),
        ("<span>Par</span> <b>Rina Wati</b> et <b>Budi Susilo</b>", BOTH),
        ("<span>Por</span> <b>Rina Wati</b> y <b>Budi Susilo</b>", BOTH),
        ("<span>Oleh:</span> <b>Rina Wati</b> & <b>Budi Susilo</b>", BOTH),
        ("<span>By</span> <b>Rina Wati</b> <b>Budi Susilo</b>", RINA),
        ("<span>By</span> <b>Rina Wati</b>, <b>12 Mei 2025</b>", RINA),
        ("<span>By</span> <b>Rina Wati</b> and <b>others</b>", RINA),
        ("<span>Oleh</span> <b>Rina Wati</b> | <b>Kutai Timur</b>", RINA),
    ],
)
def test_names_over_several_elements_go_on_behind_a_comma_or_and(row: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div>{row}</div>").authors == authors


NAMES = ("Rina Wati", "Budi Susilo", "Lia Permata", "Amir Hamzah", "Sita Maharani")


def linked(*names: str, box: str = "{}") -> str:
    return ", ".join(box.format(f"<a rel=author href='/u/{name}'>{name}</a>") for name in names)


@pytest.mark.parametrize("box", ["{}", "<span>{}</span>", "<li>{}</li>"])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_all_who_are_linked_in_a_row_are_authors(count: int, box: str) -> None:
    row = f"<div>{linked(*NAMES[:count], box=box)}</div>"
    assert read(row, data=news(author="Rina Wati")).authors == NAMES[:count]


@pytest.mark.parametrize(
    ("rows", "authors"),
    [
        (f"<div><p>{linked(*NAMES[:1])}</p></div><div><p>{linked(*NAMES[2:3])}</p></div>", NAMES[:1]),
        (f"<div>{linked(*NAMES[:4])}</div><div><p>{linked(*NAMES[4:])}</p></div>", NAMES[:4]),
        (f"<div>{linked('Rina Wati', 'Redaksi')}</div>", RINA),
        (f"<div>{linked('Rina Wati', 'Semua penulis kami')}</div>", RINA),
    ],
)
def test_another_row_and_links_that_are_no_full_names_are_left(rows: str, authors: tuple[str, ...]) -> None:
    assert read(rows, data=news(author="Rina Wati")).authors == authors


@pytest.mark.parametrize(("between", "authors"), [(10, BOTH), (45, RINA)])
def test_the_row_of_linked_authors_is_bounded(between: int, authors: tuple[str, ...]) -> None:
    row = f"{linked('Rina Wati', box='<span>{}</span>')}{'<i></i>' * between}{linked('Budi Susilo', box='<span>{}</span>')}"
    assert read(f"<div>{row}</div>", data=news(author="Rina Wati")).authors == authors


@pytest.mark.parametrize(
    ("address", "link", "authors"),
    [
        ("https://kabar.example/tim/rina", "<a href='https://kabar.example/tim/rina/'>Rina Wati</a>", RINA),
        ("https://kabar.example/tim/rina/", "<a href='/tim/rina?asal=berita'>Rina Wati</a>", RINA),
        ("https://www.kabar.example/tim/rina", "<a href='/tim/rina'>Rina Wati</a>", RINA),
        (
            "https://kabar.example/tim/rina",
            "<a href='/tim/rina'>foto</a> <a href='/tim/rina'>Rina Wati</a>",
            RINA,
        ),
        ("https://kabar.example/tim/rina", "<a href='/tim/rina'>Rina</a>", ()),
        ("https://kabar.example/", "<a href='/'>Rina Wati</a>", ()),
        ("https://lain.example/tim/rina", "<a href='/tim/rina'>Rina Wati</a>", ()),
    ],
)
@pytest.mark.parametrize("page", ["{0}<div>{1}</div>{2}", "{0}{2}<div>{1}</div>"])
def test_an_author_claimed_by_address_is_named_by_the_link_to_it(
    page: str, address: str, link: str, authors: tuple[str, ...]
) -> None:
    head = f'<meta property="article:author" content="{address}">'
    assert of_page(page.format(H1, link, f"<div class=z3>{TEXT}</div>"), head).authors == authors


@pytest.mark.parametrize(
    "under",
    [
        f"<div class=z9><h3>Komentar</h3><div><span>Udin Kecil</span> <time>{DATE}</time><p>Betul.</p></div></div>",
        f"<div><span>Kutai Timur</span> <time>{DATE}</time></div>",
        f"<div><h4><a href=/x>Banjir Rendam Tiga Desa Lagi</a></h4><span>Rina Wati</span> <time>{DATE}</time></div>",
    ],
)
def test_a_name_beside_a_time_under_the_text_is_not_taken_from_others(under: str) -> None:
    page = f"<article>{H1}<div class=z3>{TEXT}</div>{under}</article>"
    assert of_page(page, "<meta property=og:type content=article>").authors == ()


@pytest.mark.parametrize(
    ("head", "link", "authors"),
    [
        (
            "<meta property=article:author content=/tim/rina-wati>",
            "<a href=/tim/rina-wati>Rina Wati</a>",
            RINA,
        ),
        (
            "<meta property=article:author content=/tim/rina-wati>",
            "<a href=/tim/rina-wati><b>Rina</b> Wati</a>",
            RINA,
        ),
        ("<meta property=article:author content=/tim/rina-wati>", "", ()),
        (
            "<meta property=article:author content=/tim/a><meta property=article:author content=https://kabar.example/tim/b>",
            "<a href=/tim/a>Rina Wati</a> <a href=/tim/b>Budi Susilo</a>",
            BOTH,
        ),
    ],
)
def test_addresses_of_authors_are_named_by_the_pages_links(
    head: str, link: str, authors: tuple[str, ...]
) -> None:
    assert of_page(f"{H1}<p>{link}</p><div class=z3>{TEXT}</div>", head).authors == authors


@pytest.mark.parametrize("joint", ["and", "dan", "&amp;"])
def test_a_joint_may_be_an_element_of_its_own(joint: str) -> None:
    names = f"<span>Oleh</span> <b>Rina Wati</b> <i>{joint}</i> <b>Budi Susilo</b>"
    assert read(f"<div>{names}</div>").authors == BOTH


@pytest.mark.parametrize("label", [" Editor: Lia Aminah", " | Penyunting: Lia Aminah", ""])
def test_a_name_behind_an_icon_ends_where_a_label_begins(label: str) -> None:
    assert read(f"<div><i class='fa fa-user'></i> Rina Wati{label}</div>").authors == RINA


def test_a_claim_that_names_more_than_a_label_tells_all() -> None:
    people = [{"@type": "Person", "name": name} for name in BOTH]
    assert read("<div><span>Oleh</span> <b>Rina Wati</b></div>", data=news(author=people)).authors == BOTH


@pytest.mark.parametrize("over", ["<p>Oleh Rina Wati</p>", "<div>Penulis: Rina Wati</div>"])
def test_a_byline_over_the_title_names_the_author_and_no_section(over: str) -> None:
    article = of_page(f"<div>{over}{H1}</div><div class=z3>{TEXT}</div>")
    assert (article.authors, article.section) == (RINA, None)


@pytest.mark.parametrize("mark", ["class=byline", "class=author"])
def test_a_name_that_a_mark_sets_over_the_text_is_no_part_of_it(mark: str) -> None:
    article = of_page(f"{H1}<div class=entry-content><p {mark}>Rina Wati</p>{TEXT}</div>")
    assert (article.authors, article.blocks[0].text) == (RINA, PROSE[0])


@pytest.mark.parametrize(("name", "authors"), [("Hulu TV", ()), ("Rina Wati", RINA)])
def test_a_claimed_author_who_is_called_like_the_host_is_the_site_but_for_people(
    name: str, authors: tuple[str, ...]
) -> None:
    host = name.lower().replace(" ", "")
    head = f"<title>{TITLE}</title><meta name=author content='{name}'>"
    article = extract(
        f"<html><head>{head}</head><body>{H1}<div class=z3>{TEXT}</div></body></html>",
        f"https://{host}.example/2025/05/12/harga-beras-naik/",
    )
    assert article is not None
    assert article.authors == authors


@pytest.mark.parametrize(
    ("mark", "authors"),
    [
        ("author_box", RINA),
        ("author_desc", ()),
        ("author-description", ()),
        ("tags-name author-tags", ()),
        ("author-site", ()),
        ("author-menu", ()),
    ],
)
def test_what_is_named_beside_an_authors_mark_hints_at_none(mark: str, authors: tuple[str, ...]) -> None:
    assert of_page(f"{H1}<div class='{mark}'>Rina Wati</div><div class=z3>{TEXT}</div>").authors == authors


@pytest.mark.parametrize(
    ("box", "authors"),
    [
        ("<div class=author-box><h4>Tentang Rina Wati</h4><p>Wartawan Kabar Hulu.</p></div>", RINA),
        ("<div class=author-box><h4>About <b>Rina Wati</b></h4><p>Wartawan.</p></div>", RINA),
        ("<section class=about-author><h3>About the Author: <a href=#>Rina Wati</a></h3></section>", RINA),
        ("<aside class='aside author'><h4>About <b>Rina Wati</b></h4><p>Wartawan.</p></aside>", RINA),
        ("<aside class='aside author'><h4>Rina Wati</h4><p>Wartawan.</p></aside>", ()),
        ("<aside class=promo><h4>About <b>Rina Wati</b></h4><p>Wartawan.</p></aside>", ()),
        (
            "<aside class=author><h4>About Rina Wati</h4></aside><aside class=author><h4>About Budi Susilo</h4></aside>",
            (),
        ),
    ],
)
def test_a_box_that_tells_of_the_author_names_its_author_without_the_words_before(
    box: str, authors: tuple[str, ...]
) -> None:
    body = f"<article>{H1}<p>{DATE}</p><div class=entry-content>{TEXT}</div>{box}</article>"
    assert of_page(body).authors == authors


PUBLISHED = {
    "publisher": {"@type": "Person", "name": "Rina Wati"},
    "author": {"@type": "Person", "name": "Rina Wati"},
}


@pytest.mark.parametrize(("kind", "authors"), [("Person", RINA), ("Organization", ())])
def test_who_publishes_a_blog_alone_is_its_author(kind: str, authors: tuple[str, ...]) -> None:
    data = {**PUBLISHED, "publisher": {"@type": kind, "name": "Rina Wati"}}
    assert read(data=news(**data)).authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "Post author: Rina Wati Post published: 12 Mei 2025 Post category: Pasar",
        "Post author:Rina Wati Post date:12 Mei 2025",
        "Post author By Rina Wati Post date 12 Mei 2025",
    ],
)
def test_labels_for_readers_of_screens_are_no_names(line: str) -> None:
    assert read(f"<p class=entry-meta>{line}</p>").authors == RINA


@pytest.mark.parametrize(
    "beside",
    ["<a href='/'>Kronik Hulu</a>", "<a href=/x>Get In Touch</a>"],
)
def test_what_leads_home_or_to_the_site_beside_a_date_is_no_author(beside: str) -> None:
    assert of_page(f"{H1}<div><span>12 Mei 2025</span> {beside}</div>{TEXT}").authors == ()


def test_a_name_in_the_text_under_a_date_is_no_author() -> None:
    text = f"<p>{PROSE[0]} Keputusan itu diambil <strong>Rudi Kartawijaya</strong> kemarin.</p>{TEXT}"
    assert of_page(f"<div class=entry>{H1}<div class=date>12 Mei 2025</div>{text}</div>").authors == ()


def test_names_in_elements_of_their_own_behind_a_label_are_several() -> None:
    items = "<div><a href=/penulis/1>Rina Wati</a></div><div><a href=/penulis/2>Budi Susilo</a></div>"
    over = f"<div><div>Penulis</div><div class=items>{items}</div></div>"
    assert read(over, head='<meta name="author" content="Rina Wati, Budi Susilo">').authors == BOTH


@pytest.mark.parametrize(
    ("claimed", "authors"),
    [("nokentech", RINA), ("Nokentech", ("Nokentech",)), ("lia permata", ("lia permata",))],
)
def test_a_login_in_a_meta_gives_way_to_a_name_behind_an_icon(claimed: str, authors: tuple[str, ...]) -> None:
    over = "<ul><li><i class='fa fa-user-o'></i> Rina Wati</li></ul>"
    assert read(over, head=f'<meta name="author" content="{claimed}">').authors == authors


def test_a_login_is_named_where_nobody_else_is() -> None:
    assert read(head='<meta name="author" content="nokentech">').authors == ("nokentech",)


def test_a_desk_of_some_region_between_two_names_is_no_name() -> None:
    byline = "<p class=author>By <a href=/a/1>ANN ROE, NORTH OF ENGLAND REPORTER</a> and <a href=/a/2>BEN ROE</a></p>"
    assert read(byline).authors == ("ANN ROE", "BEN ROE")


@pytest.mark.parametrize("label", ["تاريخ النشر", "发布时间"])
def test_the_label_of_a_date_is_no_author(label: str) -> None:
    assert of_page(f"{H1}<div><span>{label}</span><span>12.05.2025 14:30</span></div>{TEXT}").authors == ()


EVERYBODY = ("Aminah Lubis", "Budi Susilo", "Citra Dewi", "Rina Wati")


@pytest.mark.parametrize("mark", ["href=/author/{}", "rel=author href=/p/{}", "class=author href=/p/{}"])
@pytest.mark.parametrize("heading", ["Penulis", "Mereka yang menulis di sini"])
def test_nobody_of_a_list_of_all_authors_wrote_the_article(mark: str, heading: str) -> None:
    rows = "".join(f"<li><a {mark.format(name[0])}>{name}</a></li>" for name in EVERYBODY)
    everyone = f"<div class=kotak><h3>{heading}</h3><ul>{rows}</ul></div>"
    text = f"<div class=isi><div>{H1}<div>{TEXT}</div></div></div>"
    for page in (f"{everyone}{text}", f"{text}<div>{'<br>' * 9}{everyone}</div>"):
        assert of_page(page).authors == ()


def test_four_authors_in_a_row_under_the_title_wrote_the_article() -> None:
    row = ", ".join(f"<a href=/author/{name[0]}>{name}</a>" for name in EVERYBODY)
    assert read(f"<p>{row}</p>").authors == EVERYBODY
    assert read(f"<p><b>Penulis</b> <span>{row}</span></p>").authors == EVERYBODY


@pytest.mark.parametrize("text", ["214 字", "3 menit", "Permalink", "Edit"])
def test_a_count_or_a_tool_behind_an_icon_is_no_author(text: str) -> None:
    assert of_page(f"{H1}<p><i class='fa fa-edit icon-user'></i> {text}</p>{TEXT}").authors == ()


def test_an_author_with_the_name_of_the_site_at_the_end_of_the_pages_title_is_the_site() -> None:
    head = "<meta name=author content='Tepian Chronicle'>"
    article = extract(
        f"<html><head><title>{TITLE} | Tepian Chronicle</title>{head}</head><body>{H1}<div class=author><span class=name>Rina "
        f"Wati</span> <span class=badge>Lv3</span></div>{TEXT}<div><b>Author</b><p>Tepian Chronicle</p></div></body></html>",
        URL,
    )
    assert article is not None
    assert article.authors == RINA


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        ("<p class=news-author>Meike Roth, University Communication and Marketing</p>", ("Meike Roth",)),
        ("<span class=byline-name>KOTARO HAYA, Nikkei staff writer</span>", ("KOTARO HAYA",)),
        ("<p id=byline>[吉沢理恵，ITmedia]</p>", ("吉沢理恵",)),
        ("<i class='fa fa-pencil'></i> SAMARINDA", ()),
        (
            "<div><div class=author-item><img src='/a.jpg'><h4>Rina Wati</h4></div>"
            "<div class=author-item><h4>Budi Susilo</h4></div></div>",
            ("Rina Wati", "Budi Susilo"),
        ),
    ],
)
def test_a_hinted_byline_gives_the_name_before_its_bearers_post(row: str, authors: tuple[str, ...]) -> None:
    assert read(row).authors == authors


def test_all_beside_the_nearest_hinted_author_are_found_where_the_row_stands_over_the_title() -> None:
    names = ("Rina Wati", "Budi Susilo")
    row = "".join(f"<div class=author-item><img src='/a.jpg'><h4>{name}</h4></div>" for name in names)
    tools = "<div><a>Bagikan</a><a>Kirim</a><a>Cetak</a></div><div class=kicker>Analisis</div>"
    page = f"<div><div class=authors>{row}</div>{tools}</div><article><h1>{TITLE}</h1><div class=z3>{TEXT}</div></article>"
    assert of_page(page).authors == names


def test_the_author_of_a_comment_is_not_the_articles() -> None:
    comment = "<div class=forum-message><span class=date>8 Mei 2025</span> oleh <span class=forum-author>Budi Susilo</span></div>"
    assert read(end=f"</div>{comment}").authors == ()


def test_items_of_a_list_that_is_marked_as_the_byline_are_authors_each() -> None:
    items = "<li class=byline><a href='/rina'>Rina Wati</a></li><li class=byline><a href='/b'>Budi Susilo</a></li>"
    assert read(f"<div class='pane-byline'><ul>{items}</ul></div>").authors == ("Rina Wati", "Budi Susilo")


@pytest.mark.parametrize("place", ["article__location", "dateline-place", "post-city"])
def test_where_a_report_is_from_beside_its_time_is_no_author(place: str) -> None:
    row = f"<div><time datetime=2025-05-12>12 Mei 2025</time><span class={place}>SCOLT NESS</span></div>"
    assert read(row).authors == ()


@pytest.mark.parametrize(
    ("under", "authors"),
    [
        ("<div><p><b>✍️ Noverita K. Waldan</b></p></div>", ("Noverita K. Waldan",)),
        ("<div class=pdf><p><b>Artikel Menarik</b></p></div>", ()),
        ("<div align=right><i>✒ Stevie Agas</i></div>", ("Stevie Agas",)),
        ("<div><p><b>Noverita K. Waldan</b> kembali</p></div>", ()),
        ("<div><p><b>Kutai Kartanegara</b></p></div>", ()),
        ("<div><p>Kembali</p></div><div><p>Cetak</p></div><div><p><b>Noverita K. Waldan</b></p></div>", ()),
    ],
)
def test_a_name_behind_a_pen_in_a_box_under_the_text_signs_it(under: str, authors: tuple[str, ...]) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    assert of_page(f"<h1>{TITLE}</h1><p>12 Mei 2025</p><div class=z3>{text}</div>{under}").authors == authors


@pytest.mark.parametrize(
    "link",
    [
        "<a href='https://jejaring.example/profile/rina.example'>Rina Wati</a>",
        "<a href='https://jejaring.example/author/rina'>Rina Wati</a>",
    ],
)
def test_a_link_to_another_sites_profile_names_no_author(link: str) -> None:
    assert read(f"<div>{link}</div>").authors == ()
    assert read(end=f"</div><div>{link}").authors == ()


def test_an_entry_of_a_menu_whose_address_is_like_an_authors_names_none() -> None:
    shows = (
        "Siaran Pagi",
        "Lagu Lama",
        "Ruang Dapur",
        "Suara Desa",
        "Kabar Petang",
        "Jam Malam",
        "Warta Hulu",
    )
    entries = [f"<li><a href='/acara/{number}/'>{show}</a></li>" for number, show in enumerate(shows)]
    entries[3] = "<li><a href='/acara/me/'>Suara Desa</a></li>"
    assert read(end=f"</div><ul>{''.join(entries)}</ul><div>").authors == ()


def test_an_id_hints_at_a_byline_whose_class_says_nothing() -> None:
    row = "<div><a id=lblAuthorByline class=DateStory href=/Staff.aspx?id=18>Rina Wati</a> <a class=DateStory href=/b>(Blog)</a></div>"
    assert read(row).authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("byline", "agency"), [("The Associated Press", "AP"), ("Reuters in Boston", "Reuters")]
)
def test_an_agency_as_the_only_byline_is_the_agency(byline: str, agency: str) -> None:
    article = read(f"<div id=articleByline class=articleByline>{byline}</div>")
    assert (article.authors, article.agency) == ((), agency)
