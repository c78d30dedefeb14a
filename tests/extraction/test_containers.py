"""Which part of a page is the body, on pages of which no mark is known."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.labels import kind_of, load_labels
from tests.extraction.bodies import ARTICLE, TITLE, URL
from tests.extraction.pages import PROSE

OPINIONS = [
    "Semoga cepat diperbaiki, karena setiap hujan anak-anak kami harus berjalan kaki melewati lumpur ke sekolah.",
    "Di kampung saya juga begitu, sudah tiga kali diukur petugas tetapi sampai sekarang belum ada hasilnya sama sekali.",
    "Wartawan tolong tanyakan juga ke dinasnya, jangan hanya kepada pejabat yang suka bicara panjang lebar di depan kamera.",
    "Saya tinggal tidak jauh dari situ dan keadaannya lebih buruk daripada yang ditulis oleh media mana pun selama ini.",
    "Terima kasih beritanya, mudah-mudahan pemerintah cepat turun tangan sebelum ada korban lagi di jalan poros itu.",
]
HEADLINES = ["Banjir Rendam Tiga Desa", "Harga Cabai Turun Separuh", "Kapal Tongkang Tabrak Tiang Dermaga"]


def paragraphs(texts: list[str]) -> str:
    """The texts as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def taken(body: str, classes: str = "") -> list[str]:
    """The texts of the blocks of a page that says nothing of itself but its title."""
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    article = extract(f"<html lang=id><head>{head}</head><body class='{classes}'>{body}</body></html>", URL)
    assert article is not None
    return [block.text for block in article.blocks]


COMMENTS = {
    "named": '<div class="comment-list">' + paragraphs(OPINIONS) + "</div>",
    "labelled": "<div><h3>Komentar</h3>" + paragraphs(OPINIONS) + "</div>",
    "counted": "<div><h3>5 Comments</h3>" + paragraphs(OPINIONS) + "</div>",
    "items": "<ul>"
    + "".join(f"<li><b>Udin</b><i>2 jam</i><p>{text}</p></li>" for text in OPINIONS)
    + "</ul>",
}


@pytest.mark.parametrize("comments", COMMENTS.values(), ids=COMMENTS)
def test_comments_longer_than_the_article_are_left_out(comments: str) -> None:
    assert taken(f"<main><h1>{TITLE}</h1><div>{paragraphs(ARTICLE)}</div>{comments}</main>") == ARTICLE


@pytest.mark.parametrize("tag", ["div", "article", "li", "a"])
def test_teasers_longer_than_the_article_are_left_out(tag: str) -> None:
    teasers = "".join(
        f'<{tag} class="x1"><h4><a href="/{number}">{headline}</a></h4><p>{text}</p></{tag}>'
        for number, (headline, text) in enumerate(zip(HEADLINES, OPINIONS, strict=False))
    )
    page = f"<main><h1>{TITLE}</h1><div>{paragraphs(ARTICLE)}</div><section>{teasers}</section></main>"
    assert taken(page) == ARTICLE


def test_a_body_in_pieces_is_whole_with_what_lies_between() -> None:
    pieces = "".join(f'<div class="p9"><p>{text}</p></div>' for text in ARTICLE[:3])
    heading = '<div class="s1"><h3>Janji Dinas</h3></div>'
    last = f'<div class="p9"><p>{ARTICLE[3]}</p></div>'
    others = '<div class="c3"><h4>Berita Terkait</h4>' + paragraphs(OPINIONS) + "</div>"
    assert taken(f"<main><h1>{TITLE}</h1>{pieces}{heading}{last}{others}</main>") == [
        *ARTICLE[:3],
        "Janji Dinas",
        ARTICLE[3],
    ]


def test_a_form_round_the_whole_page_hides_nothing() -> None:
    menu = "<nav>" + "".join(f'<a href="/{name}">{name}</a>' for name in HEADLINES) + "</nav>"
    form = f'<form id="aspnetForm"><h1>{TITLE}</h1>{menu}<div>{paragraphs(ARTICLE)}</div></form>'
    assert taken(form) == ARTICLE


@pytest.mark.parametrize("name", ["storyDetails taboola-readmore", "js-readmore", "konten outbrain-wrap"])
def test_a_body_that_is_named_for_what_scripts_fill_or_unfold_is_the_text(name: str) -> None:
    offer = "<div class=slider><p>Buka dunia penuh manfaat bersama kami! Dari buletin sampai berita terbaru, semua di sini saja.</p></div>"
    assert (
        taken(f"<section><h1>{TITLE}</h1><div class='{name}'>{paragraphs(ARTICLE)}</div>{offer}</section>")
        == ARTICLE
    )


def test_the_heads_date_and_byline_are_no_text() -> None:
    head = f"<h1>{TITLE}</h1><div>Oleh Rina Wati</div><div>Senin, 12 Mei 2025 | 14:30 WITA</div>"
    assert taken(f"<div>{head}{paragraphs(ARTICLE)}</div>") == ARTICLE


def test_the_article_goes_on_after_a_related_link() -> None:
    related = '<p><b>Baca Juga:</b></p><p><a href="/x">Banjir Rendam Tiga Desa</a></p>'
    rest = "<ul><li>lampu jalan</li><li>drainase</li></ul><table><tr><td>Loa Janan</td><td>3 km</td></tr></table>"
    page = f"<div>{paragraphs(ARTICLE[:3])}{related}<p>{ARTICLE[3]}</p>{related}{rest}</div>"
    assert taken(f"<h1>{TITLE}</h1>{page}") == [*ARTICLE, "lampu jalan", "drainase", "Loa Janan 3 km"]


def test_every_label_is_one_and_is_written_as_it_is_compared() -> None:
    assert {kind_of(label) for label in load_labels()} == {"comments", "others", "summary"}
    assert [label for label, kind in load_labels().items() if kind_of(label) != kind] == []


@pytest.mark.parametrize(
    "text", ["Komentar pelatih", "Baca juga buku ini", "Terkait banjir", "Populer di kalangan muda"]
)
def test_a_heading_that_begins_like_a_label_is_none(text: str) -> None:
    assert kind_of(text) is None


def test_columns_of_an_old_table_are_no_list_of_teasers() -> None:
    teaser = f'<a href="/lain">{HEADLINES[0]} di Hulu</a><br>{OPINIONS[0]} {OPINIONS[1]}'
    side = teaser + "".join(f'<p><a href="/{number}">{text}</a>' for number, text in enumerate(HEADLINES))
    text = "<br><br>".join(ARTICLE)
    main = f"<font size=6><b>{TITLE}</b></font><p><font size=3>{text}</font>"
    assert taken(f"<table><tr><td>{side}</td><td>{main}</td></tr></table>") == ARTICLE


def test_an_unlinked_list_between_the_pieces_of_a_body_is_kept() -> None:
    pieces = [f"<div class=css-1a><div class=css-2b><p>{text}</p></div></div>" for text in ARTICLE]
    points = ["Perbaikan dimulai bulan depan", "Anggaran sudah disahkan"]
    listed = f"<ul><li>{points[0]}</li><li>{points[1]} oleh <a href=/topik/dewan>dewan</a></li></ul>"
    body = f"<h1>{TITLE}</h1>{pieces[0]}{pieces[1]}{listed}{pieces[2]}{pieces[3]}"
    assert taken(f"<main><article>{body}</article></main>") == [
        *ARTICLE[:2],
        points[0],
        f"{points[1]} oleh dewan",
        *ARTICLE[2:],
    ]


def test_a_lead_in_a_box_of_its_own_before_the_body_is_kept() -> None:
    body = "".join(f"<div class=tl><div class=tb><p>{text}</p></div></div>" for text in ARTICLE[1:])
    story = f"<div class=intro><p>{ARTICLE[0]}</p></div><div class=lines>{body}</div>"
    assert taken(f"<main><h1>{TITLE}</h1><section class=story>{story}</section></main>") == ARTICLE


def test_bare_boxes_round_each_paragraph_are_one_body() -> None:
    boxes = "".join(
        f"<div data-x=1><div id=v{number}><span>{text}</span></div></div>"
        for number, text in enumerate(ARTICLE)
    )
    assert (
        taken(
            f"<main><article><h1>{TITLE}</h1><section><div data-y=1>{boxes}</div></section></article></main>"
        )
        == ARTICLE
    )


def boxed(box: str, texts: list[str]) -> str:
    """A piece of a body in boxes of its own, as systems cut a text where an advertisement goes."""
    return f'<{box} class="chunk-row"><div class="cell"><div class="article__body">{paragraphs(texts)}</div></div></{box}>'


def test_the_pieces_of_a_body_in_boxes_side_by_side_are_one_text() -> None:
    advertisement = '<div class="ad-row"></div>'
    pieces = advertisement.join(boxed("div", texts) for texts in (ARTICLE, OPINIONS[:2], OPINIONS[2:]))
    assert taken(f"<main><h1>{TITLE}</h1><div>{pieces}</div></main>") == ARTICLE + OPINIONS


def test_articles_one_under_another_are_not_one_text() -> None:
    pages = boxed("article", ARTICLE) + boxed("article", OPINIONS[:3])
    assert taken(f"<main><h1>{TITLE}</h1><div>{pages}</div></main>") == ARTICLE


def test_paragraphs_marked_one_by_one_keep_the_headings_and_lists_between() -> None:
    marked = [f'<p class="article-text">{text}</p>' for text in ARTICLE]
    between = "<h2>1. Jalan poros</h2>", "<ul><li>lampu jalan</li><li>drainase</li></ul>"
    body = f"<div class=a7>{marked[0]}{between[0]}{marked[1]}{between[1]}{marked[2]}{marked[3]}</div>"
    assert taken(f"<h1>{TITLE}</h1>{body}") == [
        ARTICLE[0], "1. Jalan poros", ARTICLE[1], "lampu jalan", "drainase", *ARTICLE[2:],
    ]  # fmt: skip


def test_an_introduction_in_a_box_of_its_own_goes_before_the_rest() -> None:
    boxes = (
        f"<div class=intro><p>{ARTICLE[0]} {ARTICLE[1]}</p></div><div class=rest>{paragraphs(OPINIONS)}</div>"
    )
    page = f"<div><h1>{TITLE}</h1><div class=b1>{boxes}</div></div>"
    assert taken(page) == [f"{ARTICLE[0]} {ARTICLE[1]}", *OPINIONS]


def test_the_entries_of_a_live_blog_in_a_marked_body_are_its_text() -> None:
    entries = "".join(
        f'<article class="entry-{number}"><aside>22.{number}</aside><span>Rina Wati</span><p>{text}</p></article>'
        for number, text in enumerate(OPINIONS, 10)
    ).replace(' class="entry-', ' class="live" id="entry-')
    found = taken(f"<h1>{TITLE}</h1><div class=entry-content>{entries}</div>")
    assert [text for text in found if text in OPINIONS] == OPINIONS


def test_bare_boxes_with_pieces_alike_are_one_body() -> None:
    related = "<div><div class=relate><ul><li><a href=/x>Banjir Rendam Tiga Desa</a></li></ul></div></div>"
    pieces = [
        f"<div><div class=piece>{paragraphs(texts)}</div></div>" for texts in (OPINIONS[:3], OPINIONS[3:])
    ]
    assert taken(f"<div><h1>{TITLE}</h1><div>{pieces[0]}{related}{pieces[1]}</div></div>") == OPINIONS


def test_an_introduction_marked_so_outside_of_a_marked_body_is_the_subtitle() -> None:
    intro = f'<div class="intro"><p>{ARTICLE[0]}</p></div>'
    body = f'<div class="article__body">{paragraphs([*ARTICLE[1:], *OPINIONS])}</div>'
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    page = f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{intro}{body}</article></body></html>"
    article = extract(page, URL)
    assert article is not None
    assert article.subtitle == ARTICLE[0]
    assert [block.text for block in article.blocks] == [*ARTICLE[1:], *OPINIONS]


def test_pieces_that_differ_by_a_margin_are_one_text() -> None:
    classes = "pre-wrap text-lg leading-relaxed break-words"
    pieces = [
        f'<div class="{extra}{classes}">{paragraphs(texts)}</div>'
        for extra, texts in (("mt-3 ", OPINIONS[:3]), ("", OPINIONS[3:]))
    ]
    advertisement = '<div class="my-3 flex items-center"></div>'
    assert taken(f"<article><h1>{TITLE}</h1>{advertisement.join(pieces)}</article>") == OPINIONS


def test_a_mark_on_the_whole_page_chooses_no_body() -> None:
    plea = "Kami nirlaba dan hidup dari pembaca yang percaya arus informasi yang bebas bagi siapa saja."
    side = f"<section class=partners><h2>Mitra</h2>{paragraphs([plea, plea[:60], plea[5:]])}</section>"
    body = f"<div>{side}<div itemprop=articleBody>{paragraphs(ARTICLE)}</div></div>"
    assert taken(f"<h1>{TITLE}</h1>{body}", "content-article") == ARTICLE


def test_the_item_of_a_list_that_holds_the_title_is_a_column_of_the_page() -> None:
    teasers = "".join(f"<h4><a href='/b{n}'>Kabar lain nomor {n} dari hulu</a></h4>" for n in range(30))
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><ul class=dua-kolom><li class=kiri><h3>{TITLE}</h3>"
        f"<span class=time>2025-05-12 15:10:53</span><div class=isi>{text}</div></li>"
        f"<li class=kanan>{teasers}<p>{PROSE[0][::-1]}</p></li></ul></body></html>",
        URL,
    )
    assert article is not None
    assert article.text == "\n\n".join(PROSE)


@pytest.mark.parametrize("mark", ["id=isi", "class=content"])
def test_a_mark_that_goes_round_much_beside_the_text_chooses_no_body(mark: str) -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>{name}</td><td>{n}7123</td></tr>" for n, name in enumerate(HEADLINES * 8)
    )
    side = f"<div class=grid_4><div class=box><h3>Sepuluh teratas</h3><table>{rows}</table></div></div>"
    page = f"<div {mark}><div class=grid_8><h1>{TITLE}</h1><div class=teks>{paragraphs(ARTICLE)}</div></div>{side}</div>"
    assert taken(page) == ARTICLE


@pytest.mark.parametrize(
    "end", ["<p>Bagus sekali, katanya.</p>", "<h2>Bagus sekali</h2><ul><li>Satu</li></ul>"]
)
def test_a_mark_that_goes_round_little_beside_the_text_keeps_all_of_it(end: str) -> None:
    text = taken(f"<div id=isi><h1>{TITLE}</h1><div class=teks>{paragraphs(ARTICLE)}</div>{end}</div>")
    assert text[: len(ARTICLE)] == ARTICLE
    assert "Bagus sekali" in text[len(ARTICLE)]


SENTENCES = "<br><br>".join([*ARTICLE, *OPINIONS])


@pytest.mark.parametrize(
    "box",
    [
        "<header>{}</header>",
        "<aside><div>{}</div></aside>",
        "<form action=/x><div><input type=hidden name=y>{}</div></form>",
        "<div class=kotak><div><h4>Berita Terkait</h4></div>{}</div>",
    ],
)
def test_a_page_without_text_where_others_have_it_is_read_once_more_where_its_prose_is(box: str) -> None:
    """In a header, a sidebar, a form, under a label: as no name and no place says it."""
    head = f"<h1>{TITLE}</h1><p>Senin, 12 Mei 2025 14:30</p>"
    menu = "<nav>" + "".join(f'<a href="/{name}">{name}</a>' for name in HEADLINES) + "</nav>"
    text = taken(f"{menu}<div class=atas>{head}</div><div class=isi><div>{box.format(SENTENCES)}</div></div>")
    assert text[-len(OPINIONS) - len(ARTICLE) :] == [*ARTICLE, *OPINIONS]


@pytest.mark.parametrize(
    "box",
    [
        "<div role=dialog><div class=teks>{}</div></div>",
        "<div aria-hidden=true><div class=teks>{}</div></div>",
        "<div class=cookie-notice><div class=teks>{}</div></div>",
        "<div class=comments><form>{}</form></div>",
    ],
)
def test_what_a_window_asks_or_readers_say_is_no_article_of_a_page_without_text(box: str) -> None:
    links = "".join(f'<h3><a href="/{n}">{name} di Hulu</a></h3>' for n, name in enumerate(HEADLINES))
    page = f"<html><head><title>{TITLE}</title><meta property='og:type' content='article'></head><body>"
    page += f"<h1>{TITLE}</h1>{links}<aside>{box.format(SENTENCES)}</aside></body></html>"
    assert extract(page, URL) is None


@pytest.mark.parametrize(
    ("address", "is_article"), [("/layanan", False), ("/", False), ("/2025/05/12/harga-beras/", True)]
)
def test_only_what_looks_like_an_article_is_read_once_more(address: str, is_article: bool) -> None:
    head = f"<h1>{TITLE}</h1><p>Senin, 12 Mei 2025 14:30</p>"
    page = f"<html><head><title>{TITLE}</title></head><body>{head}<div><aside>{SENTENCES}</aside></div></body></html>"
    assert (extract(page, f"https://kabar.example{address}") is not None) is is_article


def test_a_poll_in_the_text_is_none_of_it_however_long() -> None:
    poll = "".join(f"<label><input type=radio name=x>{sentence}</label>" for sentence in OPINIONS * 2)
    page = f"<div class=entry-content>{paragraphs(ARTICLE[:2])}<form action=/x>{poll}</form>{paragraphs(ARTICLE[2:])}</div>"
    assert taken(f"<h1>{TITLE}</h1>{page}") == ARTICLE


def test_paragraphs_in_the_box_of_a_boxed_label_are_no_text() -> None:
    box = f"<div class=u3><div><h4>Komentar</h4></div>{paragraphs(OPINIONS)}</div>"
    assert (
        taken(f"<div class=u1><h1>{TITLE}</h1><div class=u2>{paragraphs(ARTICLE)}</div>{box}</div>")
        == ARTICLE
    )


def links_to(names: list[str]) -> str:
    return "".join(f"<p><a href='/{n}'>{name} di Hulu Sungai</a></p>" for n, name in enumerate(names))


@pytest.mark.parametrize(
    ("links", "under"),
    [("", OPINIONS), (links_to(HEADLINES[:3]), OPINIONS[:1]), (links_to(HEADLINES[:3]), OPINIONS[:2])],
)
def test_a_boxed_label_in_the_text_stands_over_teasers_without_links_or_few(
    links: str, under: list[str]
) -> None:
    box = f"<div class=u3><div><h4>Berita Terkait</h4>{links}</div>{paragraphs(under)}</div>"
    page = f"<div class=u1><h1>{TITLE}</h1><div class=u2>{paragraphs(ARTICLE)}{box}</div></div>"
    assert taken(page) == ARTICLE


def test_a_box_of_headlines_at_the_top_of_the_paragraphs_is_not_over_them() -> None:
    box = "<div class=kanan><h4>Berita Terkait</h4><ul>" + "".join(
        f'<li><a href="/{n}">{name} di Hulu</a></li>' for n, name in enumerate(HEADLINES)
    )
    assert (
        taken(f"<div><h1>{TITLE}</h1><div class=isi>{box}</ul></div>{paragraphs(ARTICLE)}</div></div>")
        == ARTICLE
    )


def test_a_body_that_is_marked_for_machines_stands_for_the_box_round_it() -> None:
    row = "<div class=info><a href='/profil/rina'>Rina Wati</a> — <span>4 bulan yang lalu</span> di Kuliner</div>"
    told = f"<div class=ringkas itemprop=description>{PROSE[0][:70]}</div>"
    whole = f"<div itemprop=articleBody>{paragraphs([*ARTICLE, *OPINIONS])}</div>"
    box = "<div class=post-content>{}</div>"
    assert taken(box.format(f"<h1>{TITLE}</h1>{row}{told}{whole}")) == [*ARTICLE, *OPINIONS]
    lead = f"<p>{PROSE[0]}</p>"
    kept = taken(box.format(f"<h1>{TITLE}</h1>{row}{lead}{whole}"))
    assert PROSE[0] in kept


def test_an_opening_of_some_length_before_a_marked_body_is_text() -> None:
    opening = " ".join((*ARTICLE, *(text.replace("Warga", "Mereka") for text in ARTICLE[1:])))
    rest = [
        f"Pada hari ke-{number} {text[0].lower()}{text[1:]}" for number, text in enumerate(ARTICLE[1:] * 3)
    ]
    body = f"<div class=entry-content>{paragraphs(rest)}</div>"
    assert len(opening) > 400
    text = taken(f"<h1>{TITLE}</h1><div class=c-pembuka><p>{opening}</p></div>{body}")
    assert text == [opening, *rest]
