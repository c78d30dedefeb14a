"""Fields and where they came from, through `extract`: what one place says, and what others say instead."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction import Article, Claim, Origin

URL = "https://kabar.example/ekonomi/2025/05/12/harga-beras-naik/"
TITLE = "Harga Beras Naik Jelang Panen Raya di Kutai Kartanegara"
PROSE = (
    "Harga beras di pasar tradisional naik dalam sepekan terakhir menurut catatan dinas perdagangan kabupaten.",
    "Pedagang mengatakan pasokan dari petani berkurang karena panen raya baru dimulai pada akhir bulan depan.",
    "Dinas berjanji menggelar operasi pasar di lima kecamatan agar warga dapat membeli beras dengan murah.",
)


def read(
    top: str = "",
    end: str = "",
    head: str = "",
    data: dict[str, Any] | None = None,
    title: str = TITLE,
    url: str = URL,
) -> Article:
    """The article of a page of an unknown theme: `top` between title and body, `end` at the body's end."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    article = extract(
        f"<html lang=id><head><title>{TITLE} - Kabar Hulu</title>{head}{script}</head><body>"
        f"<div class=x1><div class=y2><h1>{title}</h1>{top}<div class=z3>{body}{end}</div></div></div></body></html>",
        url,
    )
    assert article is not None
    return article


def news(**fields: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": TITLE, **fields}


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


def test_dates_that_are_one_instant_do_not_disagree() -> None:
    head = '<meta property="article:published_time" content="2025-05-12T14:30:00+08:00">'
    same = read(head=head, data=news(datePublished="2025-05-12T06:30:00Z"))
    assert same.provenance["published"].disagreeing == ()
    other = read(head=head, data=news(datePublished="2025-05-13T10:00:00+08:00"))
    assert other.provenance["published"] == Origin(
        "jsonld: datePublished",
        "2025-05-13T10:00:00+08:00",
        (Claim("meta: article:published_time", "2025-05-12T14:30:00+08:00"), Claim("url", "2025/05/12")),
    )


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


def test_lead_image_language_and_address_tell_what_disagrees() -> None:
    head = (
        '<meta property="og:image" content="https://kabar.example/a-300x200.jpg">'
        '<link rel=canonical href="https://kabar.example/ekonomi/2025/05/12/harga-beras-naik/">'
        '<meta property="og:url" content="https://kabar.example/?p=7">'
    )
    article = read(head=head, data=news(image={"url": "https://kabar.example/b.jpg", "creditText": "Dewi"}))
    assert article.provenance["lead_image"] == Origin(
        "meta: og:image",
        "https://kabar.example/a-300x200.jpg",
        (Claim("jsonld: image", "https://kabar.example/b.jpg"),),
    )
    assert article.provenance["language"] == Origin("text: words", "id")
    assert article.provenance["canonical_url"] == Origin(
        "link: canonical", URL, (Claim("meta: og:url", "https://kabar.example/?p=7"),)
    )


def test_a_language_declared_against_the_words_disagrees() -> None:
    html = "".join(f"<p>{text}</p>" for text in PROSE)
    article = extract(
        f"<html lang=en-US><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{html}</div></body></html>",
        URL,
    )
    assert article is not None
    assert article.language == "id"
    assert article.provenance["language"].disagreeing == (Claim("html: lang", "en-US"),)


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        ("<p><span>Writer</span> <span>Citra Anggraini</span></p>", ("Citra Anggraini",)),
        (
            '<div class="Page-authors">By <a href="/c">Hannah Weiss</a>, <a href="/d">Lobsang Dorje</a></div>',
            ("Hannah Weiss", "Lobsang Dorje"),
        ),
        ("<small>Penulis: Igang | Rabu, 15 Maret 2023 | 09:42 WITA | Dibaca 1.204 kali</small>", ("Igang",)),
        (
            '<div class="name">Citra Anggraini</div><div class="time">Sabtu 10 Feb 2024, 08:00 WIB</div>',
            ("Citra Anggraini",),
        ),
        (
            '<div><span>Nurul Huda</span> <time datetime="2025-05-12T06:30:00+08:00">12 Mei 2025</time></div>',
            ("Nurul Huda",),
        ),
        ("<div>Laporan Wartawan Kabar Hulu, Budi Susilo</div>", ("Budi Susilo",)),
        ("<div>Oleh Admin</div>", ("Admin",)),
    ],
)
def test_authors_of_unknown_themes_are_read_as_printed(top: str, authors: tuple[str, ...]) -> None:
    assert read(top).authors == authors


@pytest.mark.parametrize(
    "claim",
    ["https://www.facebook.com/kabarhulu", "facebook.com/kabarhulu", "Kabar Hulu", "redaksi@kabar.example"],
)
def test_an_address_and_the_portals_name_are_no_authors(claim: str) -> None:
    head = f'<meta property="og:site_name" content="Kabar Hulu"><meta property="article:author" content="{claim}">'
    assert read(head=head).authors == ()


def test_a_person_goes_before_an_account_and_a_desk() -> None:
    assert read("<div>Oleh Admin</div>", data=news(author={"name": "Rina Wati"})).authors == ("Rina Wati",)


@pytest.mark.parametrize(
    ("end", "data", "agency", "place"),
    [
        ("<p>Sumber: Antara</p>", None, "ANTARA", "text: source"),
        ("<p>Sumber: The Telegraph</p>", None, "The Telegraph", "text: source"),
        ("<p>Pewarta: Arumanto/Antara</p>", None, "ANTARA", "text: source"),
        ("<p>(ant)</p>", None, "ANTARA", "text: signoff"),
        (
            "",
            news(author={"@type": "Organization", "name": "Kantor Berita Antara"}),
            "ANTARA",
            "jsonld: author",
        ),
    ],
)
def test_an_agency_is_a_field_and_no_author(
    end: str, data: dict[str, Any] | None, agency: str, place: str
) -> None:
    article = read(end=end, data=data)
    assert (article.agency, article.provenance["agency"].place) == (agency, place)
    assert agency not in article.authors


def test_people_are_told_apart_by_their_labels() -> None:
    article = read(
        end="<p>Reporter: Rina Wati, Budi Susilo</p><p>Editor: Lia Permata</p><p>Fotografer: Dewi Lestari</p>"
    )
    assert article.authors == ("Rina Wati", "Budi Susilo")
    assert (article.editors, article.photographers) == (("Lia Permata",), ("Dewi Lestari",))
    assert article.text == "\n\n".join(PROSE)


def test_a_signoff_gives_initials_reason_and_sponsor() -> None:
    article = read(end="<p>(rin/adv/Diskominfo Samarinda)</p>")
    assert (article.is_advertorial, article.advertorial_reason) == (True, "(rin/adv/Diskominfo Samarinda)")
    assert (article.initials, article.sponsor) == (("rin",), "Diskominfo Samarinda")
    origin = Origin("text: signoff", "(rin/adv/Diskominfo Samarinda)")
    assert article.provenance["is_advertorial"] == article.provenance["sponsor"] == origin


@pytest.mark.parametrize(
    ("end", "head", "reason", "sponsor"),
    [
        (
            "<p>(adv)</p>",
            '<meta property="article:section" content="Advertorial DPRD Kutim">',
            "(adv)",
            "DPRD Kutim",
        ),
        (
            "<p>(adv/DPRD)</p>",
            '<meta property="article:tag" content="Advertorial DPRD Kutim">',
            "(adv/DPRD)",
            "DPRD Kutim",
        ),
        ("", '<meta property="article:section" content="Pariwara">', "Pariwara", None),
        ("", "", None, None),
    ],
)
def test_the_most_specific_place_names_who_paid(
    end: str, head: str, reason: str | None, sponsor: str | None
) -> None:
    article = read(end=end, head=head)
    assert (article.is_advertorial, article.advertorial_reason) == (reason is not None, reason)
    assert article.sponsor == sponsor


def test_two_places_that_name_other_sponsors_disagree() -> None:
    head = '<meta property="article:tag" content="Advertorial Diskominfo Kukar">'
    assert read(end="<p>(adv/DPRD Kutim)</p>", head=head).provenance["sponsor"].disagreeing == (
        Claim("meta: article:tag", "Advertorial Diskominfo Kukar"),
    )


def test_an_advertorial_is_told_by_its_type_and_by_its_folder() -> None:
    typed = read(data={**news(), "@type": "AdvertiserContentArticle", "sponsor": {"name": "Bank Hulu"}})
    assert (typed.advertorial_reason, typed.sponsor) == ("AdvertiserContentArticle", "Bank Hulu")
    filed = read(url="https://kabar.example/advertorial/harga-beras-naik-jelang-panen/", data=news())
    assert (filed.is_advertorial, filed.provenance["is_advertorial"].place) == (True, "url")


@pytest.mark.parametrize(
    "note",
    [
        "Ralat: jumlah kecamatan yang benar adalah enam.",
        "Koreksi: versi awal berita ini menyebut lima kecamatan. Yang benar enam.",
        "Artikel ini telah diperbarui pada 13 Mei 2025 untuk menambahkan keterangan dinas.",
        "Correction: an earlier version of this article misstated the number of districts.",
        "Anmerkung der Redaktion: In einer früheren Version hieß es fünf Bezirke.",
        "Cet article a été mis à jour le 13 mai 2025.",
        "Fe de errata: los distritos son seis.",
    ],
)
def test_a_correction_note_is_a_field_and_stays_in_the_text(note: str) -> None:
    article = read(end=f"<p><em>{note}</em></p>")
    assert article.correction == note
    assert article.blocks[-1].text == note
    assert article.provenance["correction"] == Origin("text: correction", note)


def test_an_editors_note_that_corrects_nothing_is_no_correction() -> None:
    assert read(end="<p>Catatan redaksi: tulisan ini pendapat penulisnya sendiri.</p>").correction is None


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


def test_a_title_in_old_markup_is_found_by_the_claim_it_ends() -> None:
    body = "".join(f"<P>{text}</P>" for text in PROSE)
    article = extract(
        f"<html><head><title>Kabar Hulu Online: {TITLE}</title></head><body><table><tr><td>"
        f"<font size=6><b>{TITLE}</b></font><div>{body}</div></td></tr></table></body></html>",
        URL,
    )
    assert article is not None
    assert article.title == TITLE


@pytest.mark.parametrize(
    "mark", ["author", "entry-title", "published", "breadcrumbs", "tags", "caption", "subtitle"]
)
def test_a_mark_round_megabytes_is_no_field(mark: str) -> None:
    wrapped = f"<div class={mark}>" * 200 + "x " * 500_000 + "</div>" * 200
    article = read(wrapped)
    assert article.title == TITLE
    assert (article.authors, article.breadcrumbs, article.tags, article.subtitle) == ((), (), (), None)


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


def on_page(over: str, url: str = URL, title: str = TITLE) -> Article:
    """The article of a page that says nothing of itself but its title; `over` stands over the text."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>{title}</title></head><body>{over}<div class=z3>{text}</div></body></html>"
    article = extract(page, url)
    assert article is not None
    return article


MENU = (
    "<nav>"
    + "".join(f'<a href="/{name}">{name}</a>' for name in ("Politik", "Niaga", "Opini", "Indeks"))
    + "</nav>"
)


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


@pytest.mark.parametrize(
    ("over", "authors"),
    [
        (
            f"<h1>{TITLE}</h1><p>12 Mei 2025 <i class='fa fa-user'></i> Rina Wati <i class='fa fa-eye'></i> 341</p>",
            ("Rina Wati",),
        ),
        (
            f"<h1>{TITLE}</h1><p><span class='bi bi-person'></span> <a href='/u/2'>Norhalisa</a></p>",
            ("Norhalisa",),
        ),
        (
            f"<h1>{TITLE}</h1><div><div>Norhalisa</div><div>12 Mei 2025, 14:25 WITA</div></div>",
            ("Norhalisa",),
        ),
    ],
)
def test_an_author_is_known_by_an_icon_or_the_date_beside(over: str, authors: tuple[str, ...]) -> None:
    assert on_page(over).authors == authors


def test_a_word_of_many_addresses_is_no_portals_name() -> None:
    over = f"<h1>{TITLE}</h1><p><i class='fa fa-user'></i>Operator Desa</p>"
    assert on_page(over, "https://longbeliu.desa.id/artikel/2025/5/12/harga-beras").authors == (
        "Operator Desa",
    )


def test_the_clock_of_the_page_is_no_date_where_the_title_is_found_behind_the_sites_name() -> None:
    head = "<td><span class=jam>Rabu, 25 November 2026 22:39:01</span></td>"
    text = "<br><br>".join(
        [*PROSE, *(f"Pada pekan ke-{number} {sentence}" for number, sentence in enumerate(PROSE))]
    )
    stamp = "<span class=posting>Kamis, 27 Desember 2018 - 20:33:11 WITA</span>"
    page = (
        f"<html><head><title>Harian Hulu Mahakam - {TITLE}</title></head><body><table><tr>{head}</tr><tr><td>"
        f"{stamp}<br><span class=judul>{TITLE}</span><br>{text}</td></tr></table></body></html>"
    )
    article = extract(page, "https://kabar.example/berita-341-harga-beras-naik-jelang-panen-raya.html")
    assert article is not None
    assert article.published is not None
    assert (article.title, article.published.isoformat()) == (TITLE, "2018-12-27T20:33:11+08:00")


def test_a_date_right_over_the_title_is_the_articles() -> None:
    clock = "<div><div>Rabu, 25 November 2026 22:39</div></div>"
    over = f"{clock}<div><span class=made>Minggu, 07 Desember 2025 19:05</span><h2>{TITLE}</h2></div>"
    article = on_page(over, "https://kabar.example/index.php/pasar/item/704075-harga-beras-naik")
    assert article.published is not None
    assert article.published.isoformat() == "2025-12-07T19:05:00+08:00"


def test_particulars_under_the_text_tell_date_and_author() -> None:
    listed = (
        "<ul><li><strong>Tanggal</strong> 19.08.2025</li><li><strong>Penulis</strong> Siti Raudhah</li></ul>"
    )
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1><div class=z3>{text}</div><div>{listed}</div></body></html>"
    article = extract(page, "https://kabar.example/pasar/a-704075")
    assert article is not None
    assert article.published is not None
    assert (article.published.date().isoformat(), article.authors) == ("2025-08-19", ("Siti Raudhah",))


def test_breadcrumbs_in_a_nameless_nav_tell_the_section() -> None:
    over = f"<nav class=bc><a href='/'>Beranda</a> <a href='/r'>Pasar</a></nav><h1>{TITLE}</h1>"
    assert on_page(over).breadcrumbs == ("Pasar",)


def test_arrows_behind_a_section_are_none_of_it() -> None:
    over = (
        f"<div class=article-category><a href='/kategori/pasar'>Pasar <i>&gt;</i></a></div><h1>{TITLE}</h1>"
    )
    assert on_page(over).section == "Pasar"


def test_a_subtitle_far_from_the_title_is_another_box_s() -> None:
    weather = "<div class=subtitle>Cuaca hari ini</div>" + "<p><b>Kota</b></p>" * 80
    assert on_page(f"{weather}<h1>{TITLE}</h1>").subtitle is None
    near = f"<h1>{TITLE}</h1><div class=subtitle>Cuaca hari ini</div>"
    assert on_page(near).subtitle == "Cuaca hari ini"


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


def test_an_aside_of_the_article_tells_its_author_and_date() -> None:
    told = (
        "<aside class=info><dl><dd itemprop=author><i class='fa fa-user'></i><span itemprop=name>Yusran Ilyas</span></dd>"
        "<dd class=published><time datetime='2025-05-04T06:45:00+08:00'>04 Mei 2025</time></dd></dl></aside>"
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{told}<section class=z3>{text}</section></article></body></html>"
    article = extract(page, URL)
    assert article is not None
    assert article.authors == ("Yusran Ilyas",)
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-04T06:45:00+08:00"


def test_a_title_in_a_plain_box_is_found_by_the_claim_it_is() -> None:
    over = f"<div><div>{TITLE}</div><div>Hartini Basuni</div><div>Kuliner</div><div>2025-06-14 10:00:00</div></div>"
    article = on_page(over)
    assert article.provenance["title"].place == "css: div"
    assert article.authors == ("Hartini Basuni",)


@pytest.mark.parametrize(
    "over",
    [
        f"<h1>{TITLE}</h1><div><i class='fas fa-user-circle'></i><div><p>Ade Rasyid</p><p>Penulis</p></div></div>",
        f"<h1>{TITLE}</h1><div><span>✍️ Ade Rasyid</span><span>•</span><span>📅 19 Februari 2026 pukul 17.10</span></div>",
        f"<h1>{TITLE}</h1><div class='author_share'><span>Ade Rasyid</span><ul><li>Bagikan artikel:</li></ul></div>",
        f"<article><div class=box><a href=/y class=kose-yazar-isim>Ade Rasyid</a></div><h1>{TITLE}</h1></article>",
    ],
)
def test_an_author_stands_alone_beside_buttons_signs_and_titles(over: str) -> None:
    assert on_page(over).authors == ("Ade Rasyid",)


def brief(path: str) -> Article | None:
    """The article of a short page that says nothing of itself but the site's name and a heading."""
    logo, heading = "<a href='/'>Kabar Hulu</a>", f"<h3>{TITLE}</h3>"
    page = f"<title>Kabar Hulu</title><body><div>{logo}</div><div>{heading}<div><p>SAMARINDA – {PROSE[0]}</p><p>{PROSE[1]}</p></div></div>"
    return extract(page, f"https://kabar.example/{path}")


def test_a_brief_with_a_dateline_is_an_article_under_its_heading() -> None:
    article = brief("berita/879822")
    assert article is not None
    assert article.title == TITLE
    assert article.dateline == "SAMARINDA"


def test_a_page_whose_address_repeats_its_title_is_an_article() -> None:
    article = brief("harga-beras-naik-jelang-panen-raya-di-kukar")
    assert article is not None
    assert brief("tentang") is None
