"""Who is taken of several sources: a person before a desk, an office, an account and the portal itself."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import PROSE, TITLE, news, of_page, read


def test_a_person_goes_before_an_account_and_a_desk() -> None:
    assert read("<div>Oleh Admin</div>", data=news(author={"name": "Rina Wati"})).authors == ("Rina Wati",)


def test_a_last_name_alone_is_somebody_of_one_name() -> None:
    claim = news(author=[{"name": "Nur Hidayat"}, {"name": "Hidayat"}])
    assert read(data=claim).authors == ("Nur Hidayat", "Hidayat")


def test_a_part_of_a_name_beside_the_whole_one_is_nobody_else() -> None:
    end = "<p>Warga menunggu. <b>(kabarhulu.com/rina)</b></p><p>Reporter: Rina Wati</p>"
    assert read(end=end, data=news(author=[{"name": "Rina Wati"}, {"name": "Rina"}])).authors == (
        "Rina Wati",
    )


def test_a_post_behind_a_name_makes_no_other_person() -> None:
    claim = news(author=[{"name": "Rina Wati"}, {"name": "Rina Wati Reporter"}])
    assert read(data=claim).authors == ("Rina Wati",)


def test_a_role_that_is_glued_to_a_name_makes_no_other_person() -> None:
    byline = "<div class=byline><span class=byline__name>Oleh Rina Wati</span><span class=byline__title>Wartawan Kabar</span></div>"
    assert read(byline).authors == ("Rina Wati",)


def test_a_desk_in_the_byline_is_not_bettered_by_what_stands_beside_the_date() -> None:
    byline = (
        "<span class=byline>Our Correspondent</span><p><time>12 Mei 2025</time> <span>Hulu Mahakam</span></p>"
    )
    assert read(byline).authors == ("Our Correspondent",)


RINA = ("Rina Wati",)
H1 = f"<h1>{TITLE}</h1>"
DATE = "Senin, 12 Mei 2025 14:30 WITA"
TEXT = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
DESK = "<meta name=author content=Redaksi>"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<a rel=author href=/p/1>Rina Wati</a>", RINA),
        ("<span itemprop=author>Heriyanto</span>", ("Heriyanto",)),
        ("<a href=/author/rina>Rina Wati</a>", RINA),
        ("<a href=/author/rina>Rina</a>", ("Redaksi",)),
        ("<a rel=author href=/p/1>rinawati on <img src=g.png></a>", ("Redaksi",)),
        ("<a rel=author href=/p/1>Rina Wati</a> <a rel=author href=/p/2>Budi Susilo</a>", ("Redaksi",)),
        ("<ul>" + "<li><a href=/author/r>Rina Wati</a></li>" * 4 + "</ul>", ("Redaksi",)),
        (
            "<h4><a href=/x>Jembatan Hulu Dibuka Kembali</a></h4><a rel=author href=/p/1>Rina Wati</a>",
            ("Redaksi",),
        ),
    ],
)
def test_the_only_one_who_is_marked_in_a_column_beside_the_text_comes_before_a_claimed_desk(
    byline: str, authors: tuple[str, ...]
) -> None:
    column = f"<div class=col><div class=box>{byline}</div></div>"
    assert of_page(f"<div><div>{H1}{TEXT}</div>{column}</div>", DESK).authors == authors


def test_a_newsroom_that_is_claimed_gives_way_to_the_one_whom_a_label_names() -> None:
    head = "<meta property='article:author' content='Lentera Teluk newsroom'>"
    rights = (
        "<ul><li><strong>Post author: </strong> Rina Wati</li><li><strong>Link: </strong> kabar</li></ul>"
    )
    text = f"{H1}<p>{DATE}</p><div class=entry-content>{TEXT}</div>"
    assert of_page(f"{text}{rights}", head).authors == RINA
    assert of_page(text, head).authors == ("Lentera Teluk newsroom",)


@pytest.mark.parametrize(
    ("claim", "author"),
    [
        ("Redacció", "Rina Wati"),
        ("Toimitus", "Rina Wati"),
        ("Szerkesztőség", "Rina Wati"),
        ("ਖ਼ਬਰ ਵੈੱਬ ਡੈਸਕ", "Rina Wati"),
        ("Onze redactie", "Rina Wati"),
        ("Badan Meteorologi, Klimatologi, dan Geofisika", "Rina Wati"),
        ("Kabar Sport", "Rina Wati"),
        ("Petit Press, a.s.", "Rina Wati"),
        ("中央通訊社", "Rina Wati"),
        ("Budi Susilo", "Budi Susilo"),
    ],
)
def test_a_claimed_desk_or_office_gives_way_to_the_person_beside_the_date(claim: str, author: str) -> None:
    row = "<div><span>12 Mei 2025</span><span>Rina Wati</span></div>"
    assert read(row, head=f'<meta name="author" content="{claim}">').authors == (author,)


def test_a_claimed_name_that_is_the_hosts_gives_way_to_a_person_marked_below() -> None:
    box = '<div class="author-box"><a href="/penulis/rina">Rina Wati</a><p>Tinggal di Bogor</p></div>'
    head = '<meta name="author" content="Warna Senja">'
    assert read(box, head=head, url="https://warnasenja.example/2025/05/12/beras/").authors == ("Rina Wati",)
    assert read("", head=head, url="https://warnasenja.example/2025/05/12/beras/").authors == ("Warna Senja",)


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        (["聯合報", "林宥辰"], ("林宥辰",)),
        (["TPN/Rita Bolotinha"], ("Rita Bolotinha",)),
        (["Catrin Howells", "Western Mail"], ("Catrin Howells",)),
        (["KH"], ("KH",)),
    ],
)
def test_a_paper_beside_a_person_is_no_author(names: list[str], authors: tuple[str, ...]) -> None:
    people = [{"@type": "Person", "name": name} for name in names]
    assert read(data=news(author=people)).authors == authors


def test_a_login_that_is_marked_gives_way_to_the_name_that_closes_the_text() -> None:
    line = "<p>Warga berharap janji itu ditepati tahun depan. [Gungun Mubarok]</p>"
    assert read("<span class=author>gungun</span>", end=line).authors == ("Gungun Mubarok",)
    assert read("<span class=author>gungun</span>").authors == ("gungun",)


def test_who_edited_it_is_no_author_under_a_short_name() -> None:
    row = "<p>By <a href='/author/lia' rel=author>Lia</a></p><p>Reporter: Rina Wati</p><p>Editor: Lia Aminah</p>"
    article = read(row)
    assert (article.authors, article.editors) == (("Rina Wati",), ("Lia Aminah",))


def test_a_desk_keeps_its_whole_name() -> None:
    assert read("<p class=byline>By Redaksi Suara NTB</p>").authors == ("Redaksi Suara NTB",)


def test_a_marked_name_that_is_the_hosts_is_a_person() -> None:
    row = "<span class=author>Warna Senja</span><div class=author-box><a href='/penulis/rina'>Rina Wati</a></div>"
    assert read(row, url="https://warnasenja.example/2025/05/12/beras/").authors == ("Warna Senja",)


@pytest.mark.parametrize(
    ("top", "end", "authors"),
    [
        ("<p>Oleh: itsmis</p>", "<p>Penulis: Rina Wati</p>", ("Rina Wati",)),
        ("<p>Oleh: rina</p>", "", ("rina",)),
        ("", "<p>Penulis : Kristanti, Diskominfo Hulu</p>", ("Kristanti",)),
        ("<p>Posted by MICHUZI BLOG</p>", "", ("MICHUZI BLOG",)),
    ],
)
def test_accounts_and_offices_give_way_to_persons_beside_them(
    top: str, end: str, authors: tuple[str, ...]
) -> None:
    assert read(top, end).authors == authors


@pytest.mark.parametrize(("end", "author"), [("<p>(Rina Wati)</p>", "Rina Wati"), ("", "Warna Senja")])
def test_the_hosts_name_in_a_byline_gives_way_to_who_signs(end: str, author: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    top = f'<h1>{TITLE}</h1><span class=meta-author><a href="/author/kabar/" >Warna Senja</a></span>'
    page = f"<html><head><title>{TITLE}</title></head><body>{top}<div class=entry-content>{text}{end}</div></body></html>"
    article = extract(page, "https://www.warnasenja.example/2025/05/12/harga-beras-naik/")
    assert article is not None
    assert article.authors == (author,)


@pytest.mark.parametrize("other", ["Admin Kabar Hulu", "administrator hulu", "BBC Hulu"])
def test_accounts_and_broadcasters_beside_a_person_are_none(other: str) -> None:
    claim = news(author=[{"name": other}, {"name": "Rina Wati"}])
    assert read(data=claim).authors == ("Rina Wati",)
