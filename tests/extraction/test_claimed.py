"""Authors as pages claim them for machines, beside what they print."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction import Claim, Origin
from tests.extraction.pages import news, read

AUTHORS_ADDRESS = '<meta property="article:author" content="{}">'
RINA = {"@type": "Person", "name": "Rina Wati"}


def test_authors_that_other_places_name_are_kept_as_claims() -> None:
    article = read(
        "<div>Penulis: Rina Wati</div>", data=news(author={"@type": "Person", "name": "Budi Susilo"})
    )
    assert article.authors == ("Rina Wati",)
    assert article.provenance["authors"] == Origin(
        "text: author", "Rina Wati", (Claim("jsonld: author", "Budi Susilo"),)
    )
    assert (
        read("<div>Penulis: Rina Wati</div>", data=news(author="RINA WATI")).provenance["authors"].disagreeing
        == ()
    )


@pytest.mark.parametrize(
    "claim",
    ["https://www.facebook.com/kabarhulu", "facebook.com/kabarhulu", "Kabar Hulu", "redaksi@kabar.example"],
)
def test_an_address_and_the_portals_name_are_no_authors(claim: str) -> None:
    head = f'<meta property="og:site_name" content="Kabar Hulu"><meta property="article:author" content="{claim}">'
    assert read(head=head).authors == ()


@pytest.mark.parametrize(
    ("address", "link", "authors"),
    [
        ("https://kabar.example/tim/rina-wati/", "<a href='/tim/rina-wati'>Rina Wati</a>", ("Rina Wati",)),
        ("https://kabar.example/tim/rina-wati/", "<a href='/tim/rina-wati'>Selengkapnya</a>", ()),
        ("https://kabar.example/tim/rina-wati/", "<a href='/tim/budi'>Budi Susilo</a>", ()),
        ("https://www.facebook.com/tim/rina-wati", "<a href='/tim/rina-wati'>Rina Wati</a>", ()),
    ],
)
def test_an_author_that_is_claimed_by_address_is_named_by_the_link_there(
    address: str, link: str, authors: tuple[str, ...]
) -> None:
    assert read(f"<div>{link}</div>", head=AUTHORS_ADDRESS.format(address)).authors == authors


def test_a_link_to_the_author_goes_before_the_portals_name_in_meta() -> None:
    head = '<meta name="author" content="Suara Rakyat Pedalaman">'
    article = read("<div><a rel=author href='/u/1'>Rina Wati</a></div>", head=head)
    assert article.authors == ("Rina Wati",)
    assert article.provenance["authors"].disagreeing == (Claim("meta: author", "Suara Rakyat Pedalaman"),)


def test_the_portals_name_among_several_claimed_names_is_no_author() -> None:
    article = read(
        data=news(author=["Rina Wati", "Suara Hulu"]),
        url="https://suarahulu.example/2025/05/12/harga-beras-naik/",
    )
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("top", "end", "authors"),
    [
        ("", "", ("Rina Wati",)),
        ("<div>Oleh Admin</div>", "", ("Rina Wati",)),
        ("<div>Penulis: Lia Permata</div>", "", ("Lia Permata",)),
        ("", "<p>Editor: Rina Wati</p>", ()),
    ],
)
def test_who_is_claimed_as_author_and_editor_is_the_author_where_no_line_tells_otherwise(
    top: str, end: str, authors: tuple[str, ...]
) -> None:
    article = read(top, end=end, data=news(author=RINA, editor=RINA))
    assert (article.authors, article.editors) == (authors, ("Rina Wati",))


@pytest.mark.parametrize(
    ("other", "place"), [("Lia Permata", "text: author"), ("Budi Susilo", "jsonld: author")]
)
def test_a_claimed_list_that_holds_the_printed_editor_is_no_fuller_than_the_label(
    other: str, place: str
) -> None:
    claim = [RINA, {"@type": "Person", "name": other}]
    article = read("<p>Penulis: Rina Wati</p>", end="<p>Editor: Lia Permata</p>", data=news(author=claim))
    assert article.editors == ("Lia Permata",)
    assert article.provenance["authors"].place == place


@pytest.mark.parametrize("claimed", ["Regulatory News", "Hulu Media", "Mahakam Daily"])
def test_a_house_among_several_claimed_names_is_no_author(claimed: str) -> None:
    assert read(data=news(author=["Rina Wati", claimed])).authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("claimed", "authors"),
    [
        (["Rina Wati", "Rina Wati"], ("Rina Wati",)),
        (["Lena H. Sun", "Lena H."], ("Lena H. Sun",)),
        (["Rina Wati", "The Kabar Post"], ("Rina Wati",)),
        (["Rina Wati", "Hulu Media Group"], ("Rina Wati",)),
        (["Mika D'Angelo, A.A. Dowd"], ("Mika D'Angelo", "A.A. Dowd")),
        (["Budi Susilo, S.Kom, M.Si"], ("Budi Susilo, S.Kom, M.Si",)),
    ],
)
def test_papers_and_names_cut_short_are_no_authors_beside_a_name(
    claimed: list[str], authors: tuple[str, ...]
) -> None:
    assert read(data=news(author=claimed)).authors == authors


@pytest.mark.parametrize(
    ("claimed", "authors"),
    [
        ("Ann Roe, Leeds", ("Ann Roe",)),
        ("Anna Rossi, inviata a Trento", ("Anna Rossi",)),
        ("Rina Wati, S.H.", ("Rina Wati, S.H.",)),
        ("ANN ROE Gazette Staff", ("ANN ROE",)),
        ("Ann Roe For Mailonline", ("Ann Roe",)),
        ("Augustin Delmotte, Kabar Hulu avec AFP", ("Augustin Delmotte",)),
        ("University of Hulu", ()),
        ("Hulu Post, MAFRA, a.s.", ()),
    ],
)
def test_a_claimed_person_is_named_without_paper_place_and_work(
    claimed: str, authors: tuple[str, ...]
) -> None:
    site = '<meta property="og:site_name" content="Kabar Hulu"><meta name="application-name" content="Hulu">'
    data = news(author={"@type": "Person", "name": claimed})
    assert read(head=site, data=data).authors == authors


def test_a_full_name_in_the_byline_goes_before_a_claimed_account() -> None:
    byline = '<h5 class=author-name><a href="/author/rina">Rina Wati</a></h5>'
    assert read(byline, data=news(author={"name": "Hulukita"})).authors == ("Rina Wati",)
    printed = f"<div><span>Sukarno</span></div>{byline}"
    assert read(printed, data=news(author={"name": "Sukarno"})).authors == ("Sukarno",)


def test_a_claimed_organisation_is_the_author_where_the_page_names_nobody_else() -> None:
    house = news(author={"@type": "Organization", "name": "Lembaga Pers Mahasiswa Hulu"})
    assert read(data=house).authors == ("Lembaga Pers Mahasiswa Hulu",)
    assert read("<span class=byline>Rina Wati</span>", data=house).authors == ("Rina Wati",)


def test_a_name_that_a_claim_cuts_short_is_taken_as_printed() -> None:
    byline = '<span class=author-name><a href="/author/512">Kiki Luqmanul Hakim</a></span>'
    assert read(byline, data=news(author={"name": "Kiki Luqmanul"})).authors == ("Kiki Luqmanul Hakim",)
    other = '<span class=author-name><a href="/author/512">Rina Wati</a></span>'
    assert read(other, data=news(author={"name": "Kiki Luqmanul"})).authors == ("Kiki Luqmanul",)


def test_who_is_claimed_as_photographer_is_no_author_beside_others() -> None:
    maker = {"@type": "Person", "name": "Budi Susilo", "jobTitle": "Fotografer"}
    assert read(data=news(author=[RINA, maker])).authors == ("Rina Wati",)
    assert read(data=news(author=maker)).authors == ("Budi Susilo",)


def test_whom_the_byline_calls_photographer_is_no_author_beside_others() -> None:
    data = news(author=[RINA, {"@type": "Person", "name": "Budi Susilo"}])
    row = "<div class=byline><span>{}</span><span>{}</span></div>"
    byline = row.format("Jurnalis", "Rina Wati") + row.format("Fotografer", "Budi Susilo")
    assert read(byline, data=data).authors == ("Rina Wati",)
    caption = "<figure><img src=/a.jpg><figcaption>Sungai. Foto: Budi Susilo</figcaption></figure>"
    assert read(caption, data=data).authors == ("Rina Wati", "Budi Susilo")


def test_a_live_reports_authors_go_before_those_of_its_entries() -> None:
    entry = {"@type": "BlogPosting", "headline": "Air turun", "articleBody": "Air turun di hulu."}
    entry |= {"datePublished": "2025-05-12T10:00:00+08:00", "dateModified": "2025-05-12T11:00:00+08:00"}
    report = {"@type": "LiveBlogPosting", "headline": "Banjir", "datePublished": "2025-05-12T08:00:00+08:00"}
    article = read(
        data=[entry | {"author": {"@type": "Person", "name": "Budi Susilo"}}, report | {"author": RINA}]
    )
    assert article.authors == ("Rina Wati",)
    assert article.published_raw == report["datePublished"]


@pytest.mark.parametrize("label", ["Ditulis oleh", "Written by", "Verfasst von", "Napisane przez", "執筆者"])
def test_the_card_for_networks_names_the_author(label: str) -> None:
    head = (
        f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="Rina Wati">'
        '<meta name="twitter:label2" content="Estimasi waktu membaca"><meta name="twitter:data2" content="2 menit">'
    )
    assert read(head=head).authors == ("Rina Wati",)


def test_what_else_the_card_tells_names_nobody() -> None:
    head = '<meta name="twitter:label1" content="Harga"><meta name="twitter:data1" content="Beras Murah">'
    assert read(head=head).authors == ()


def test_an_account_that_is_printed_goes_before_one_that_is_claimed() -> None:
    row = "<dd class=createdby itemprop=author><span itemprop=name>Operator Dinas</span></dd>"
    assert read(row, head='<meta name="author" content="Super User">').authors == ("Operator Dinas",)
    assert read(head='<meta name="author" content="Super User">').authors == ("Super User",)


@pytest.mark.parametrize(("maker", "authors"), [("lokomedia", ()), ("", ("Lukmanul Hakim",))])
def test_who_wrote_the_system_is_no_author(maker: str, authors: tuple[str, ...]) -> None:
    head = f'<meta name="author" content="Lukmanul Hakim"><meta http-equiv="Copyright" content="{maker}">'
    assert read(head=head).authors == authors


@pytest.mark.parametrize(
    ("name", "generator", "authors"),
    [
        ("PopojiCMS", "", ()),
        ("Hulu CMS", "", ()),
        ("Penahulu", "Penahulu 6.4.1", ()),
        ("penahulu", "Penahulu 6.4.1", ()),
        ("Penahulu", "", ("Penahulu",)),
        ("Rina Wati", "Penahulu 6.4.1", ("Rina Wati",)),
    ],
)
def test_the_system_that_made_the_page_is_no_author(
    name: str, generator: str, authors: tuple[str, ...]
) -> None:
    head = f'<meta name=author content="{name}"><meta name=generator content="{generator}">'
    assert read(head=head).authors == authors
