"""Lines of a body that are judged together: lists that echo the text, summaries, related links."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.bodies import ARTICLE, OTHER, TITLE, URL, read, texts

POINTS = ["Warga menunggu perbaikan sejak tahun lalu", "Dinas menjanjikan pekerjaan pada bulan Juni"]


def test_a_box_that_repeats_sentences_of_the_text_is_left_out_with_its_label() -> None:
    box = f"<p>Intinya sih...</p><ul><li>{ARTICLE[1]}</li><li>{ARTICLE[2][:60]}…</li></ul>"
    assert texts(read(before=box)) == ARTICLE


def test_a_list_that_says_what_the_text_doesnt_is_kept() -> None:
    points = ["Jalan poros sepanjang tiga kilometer", "Jembatan kayu di RT 07 yang sudah lapuk"]
    listed = f"<p>Yang dikeluhkan warga:</p><ul><li>{points[0]}</li><li>{points[1]}</li></ul>"
    assert texts(read(between=listed)) == [ARTICLE[0], "Yang dikeluhkan warga:", *points, *ARTICLE[1:]]


def test_a_subheading_after_a_box_of_links_is_kept() -> None:
    box = f"<div class=penci-related><p>Baca Juga</p><ul><li>{OTHER}</li><li>{OTHER}</li></ul></div>"
    assert texts(read(between=f"{box}<h2>Janji dinas</h2>")) == [ARTICLE[0], "Janji dinas", *ARTICLE[1:]]


def test_an_article_with_a_long_list_of_links_under_it_is_one() -> None:
    links = "".join(
        f"<a href=/berita-{number}>Banjir Rendam Tiga Desa di Hulu {number}</a><br>" for number in range(9)
    )
    text = "<br><br>".join(ARTICLE)
    body = f"<span>Senin, 12 Mei 2025</span><br><span class=judul>{TITLE}</span><br>{text}<br><br>{links}"
    page = f"<html><head><title>{TITLE}</title></head><body><table><tr><td>{body}</td></tr></table></body></html>"
    article = extract(page, URL)
    assert article is not None
    assert texts(article)[-4:] == ARTICLE


@pytest.mark.parametrize("label", ["STORY HIGHLIGHTS", "Poin Penting:", "Puntos clave", "この記事のポイント"])
def test_a_list_over_the_text_that_a_label_calls_its_summary_is_left_out(label: str) -> None:
    items = "".join(f"<li>{point}</li>" for point in POINTS)
    assert texts(read(before=f"<div><strong>{label}</strong></div><ul>{items}</ul>")) == ARTICLE


def test_a_summary_under_the_text_is_a_part_of_it() -> None:
    items = "".join(f"<li>{point}</li>" for point in POINTS)
    assert texts(read(after=f"<h3>Ringkasan</h3><ul>{items}</ul>"))[-2:] == POINTS


def test_a_list_that_its_box_calls_a_summary_is_left_out() -> None:
    items = "".join(f"<li><em>{point}</em></li>" for point in POINTS)
    assert texts(read(before=f'<div class="bulletpoints"><ul>{items}</ul></div>')) == ARTICLE


def test_the_text_goes_on_after_a_related_list_without_links() -> None:
    related = "<p>Baca juga :</p><ul><li>Banjir Rendam Tiga Desa</li><li>Harga Cabai Turun Separuh</li></ul>"
    last = "Hingga berita ini ditulis, warga masih menunggu."
    assert texts(read(after=f"{related}<p>{last}</p>")) == [*ARTICLE, last]


def test_a_list_of_others_headlines_with_their_leads_under_the_text_is_left_out() -> None:
    items = "".join(
        f"<li><a href=/{n}>Video Antrean Truk ke-{n} Viral</a><span>Antrean kendaraan sepanjang satu kilometer</span></li>"
        for n in range(5)
    )
    assert texts(read(after=f"<h3>Baru Saja Terbit</h3><ul>{items}</ul>")) == ARTICLE


def test_rows_of_linked_categories_and_tags_under_the_text_are_left_out() -> None:
    row = "<p>Kategorie : <a href=/k/1>Gesellschaft</a>, <a href=/k/2>Lifestyle</a></p>"
    assert texts(read(after=row)) == ARTICLE
    squad = "<p>Penjaga gawang: <a href=/p/1>Andri</a>, <a href=/p/2>Bayu</a></p>"
    assert texts(read(between=squad))[1] == "Penjaga gawang: Andri, Bayu"


@pytest.mark.parametrize(
    "pulled",
    [
        "<blockquote><p>Sudah setahun kami menunggu</p></blockquote>",
        "<div class=box-quote><div>“Sudah setahun kami menunggu,”</div></div>",
        "<figure class=wp-block-pullquote><blockquote><p>setahun kami</p></blockquote></figure>",
    ],
)
def test_a_quote_that_the_text_says_too_is_left_out(pulled: str) -> None:
    assert texts(read(after=pulled)) == ARTICLE


@pytest.mark.parametrize(
    "own",
    [
        "<blockquote><p>Jalan itu urat nadi kampung kami.</p></blockquote>",
        "<p><strong>“Sudah setahun kami menunggu”</strong></p>",
        "<h3>Sudah setahun kami menunggu</h3>",
    ],
)
def test_a_quote_of_its_own_and_a_subheading_that_quotes_are_kept(own: str) -> None:
    assert len(texts(read(between=own))) == len(ARTICLE) + 1


def test_the_label_of_a_box_of_links_goes_with_them_in_any_language() -> None:
    box = f"<div class=widget-related><div>POVEZANE VIJESTI</div>{OTHER}</div>"
    assert texts(read(between=box)) == ARTICLE


def test_whose_a_pulled_quote_is_goes_with_it_where_the_text_names_them_too() -> None:
    quote = "<blockquote><p>Sudah setahun kami menunggu</p></blockquote><p>{}, warga Loa Janan</p>"
    assert texts(read(after=quote.format("Pak Udin"))) == ARTICLE
    assert texts(read(after=quote.format("Udin Saputra"))) == [*ARTICLE, "Udin Saputra, warga Loa Janan"]
    own = "<blockquote><p>Jalan itu urat nadi kampung kami.</p></blockquote><p>Udin Saputra, warga Loa Janan</p>"
    assert texts(read(between=own))[1:3] == [
        "Jalan itu urat nadi kampung kami.",
        "Udin Saputra, warga Loa Janan",
    ]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=x1><h4>Kapcsolódó cikkek</h4>{OTHER}<p>Két megye vitázik egy peronról.</p></div>",
        "<div class=x2><h3>Support KABAR HULU’s journalism of integrity</h3><p>At Kabar Hulu, we believe that news"
        " must be free. It costs money.</p></div>",
    ],
)
def test_a_small_box_under_a_label_goes_whole(box: str) -> None:
    assert texts(read(between=box)) == ARTICLE


LINKED = (
    "<ul><li><a href=/a>Pasar murah digelar di Loa Janan</a></li>"
    "<li><a href=/b>Harga cabai turun tipis</a></li></ul>"
)


@pytest.mark.parametrize(
    ("label", "is_text"),
    [
        ("Weiterführende Links:", False),
        ("Tautan dari desa：", False),
        ("Daftar itu memuat dua pasar", True),
        ("Pemerintah kabupaten mengumumkan dua hal berikut ini:", True),
    ],
)
def test_a_few_words_with_a_colon_over_a_list_of_links_go_with_it(label: str, is_text: bool) -> None:
    kept = [label] if is_text else []
    assert texts(read(between=f"<p>{label}</p>{LINKED}")) == [ARTICLE[0], *kept, *ARTICLE[1:]]


def test_a_heading_under_a_linked_reference_is_text() -> None:
    """The link is marked, and its label is not left alone over what follows."""
    link = '<p><b>Baca juga: <a class="inner-link-baca-juga" href="/lain/">Kenali Beda Asam Urat dan Pengapuran Lutut</a></b></p>'
    article = read(after=f"{link}<h2>Kapan perlu ke dokter?</h2><p>{ARTICLE[2]} Begitu.</p>")
    assert [block.text for block in article.blocks][-2:] == [
        "Kapan perlu ke dokter?",
        f"{ARTICLE[2]} Begitu.",
    ]
    assert "Baca juga" not in article.text


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("<h2>“Sudah setahun kami menunggu,”</h2>", True),
        ("<p>“ Sudah setahun kami menunggu ”</p>", False),
        ("<table><tr><td>“</td><td>Sudah setahun kami menunggu</td><td>”</td></tr></table>", False),
    ],
)
def test_a_line_in_quotation_marks_that_the_text_says_too_is_a_pull_quote(line: str, is_text: bool) -> None:
    assert (len(texts(read(between=line))) > len(ARTICLE)) == is_text


@pytest.mark.parametrize(
    "told",
    [
        ["Perahu kecil ke hulu lagi", "Pulanglah ke tepian", "Perahu kecil ke hulu lagi", "Malam pun tiba"]
        * 2,
        [
            "<b>Aries</b>",
            "Keuangan: Stabil.",
            "<b>Leo</b>",
            "Keuangan: Stabil.",
            "<b>Virgo</b>",
            "Keuangan: Stabil.",
        ],
        [
            "Aries",
            "Asmara Pekan Ini",
            "Setia.",
            "Leo",
            "Asmara Pekan Ini",
            "Sabar.",
            "Asmara Pekan Ini",
            "Tenang.",
        ],
    ],
)
@pytest.mark.parametrize("sign", ["<br>", "</p><p>"])
def test_what_the_text_says_again_and_again_stays(told: list[str], sign: str) -> None:
    kept = "\n".join(texts(read(between=f"<p>{sign.join(told)}</p>")))
    plain = [line.removeprefix("<b>").removesuffix("</b>") for line in told]
    assert all(kept.count(line) >= plain.count(line) for line in plain)


@pytest.mark.parametrize("marker", ["Kabar Hulu Selengkapnya", "<a href=/kaltim>Kabar Kaltim</a>"])
def test_a_marker_between_paragraphs_is_left_out(marker: str) -> None:
    body = "".join(f"<p>{text}</p><p>{marker}</p>" for text in [*ARTICLE[:3], *ARTICLE[1:3]])
    article = read(between=body.replace("Warga", "Orang"))
    assert not any("Kabar" in text for text in texts(article))


def test_who_wrote_the_entries_of_a_live_blog_is_left_out() -> None:
    entries = "".join(
        f"<p>{hour}</p><p>Rina Wati</p><p>Pada pukul {hour} {text.lower()}</p>"
        for hour, text in zip(["15.42", "14.20", "13.05"], ARTICLE[:3], strict=True)
    )
    assert "Rina Wati" not in texts(read(between=entries))


ENTRIES = (
    "Listrik di tiga desa menyala lagi menurut petugas yang bekerja sejak pagi.",
    "Jembatan ditutup untuk truk.",
)


@pytest.mark.parametrize("head", ["{} {}", "{}{}", "{} | {}"])
def test_who_wrote_an_entry_of_a_live_report_and_when_is_no_text(head: str) -> None:
    times, names = ("15:42", "14:20", "13.05"), ("Rina Wati", "Budi Susilo", "Rina Wati")
    entries = "".join(
        f"<div><p>{head.format(time, name)}</p><h3>Kabar pukul {time}</h3><p>{' '.join(ENTRIES)}</p></div>"
        for time, name in zip(times, names, strict=True)
    )
    kept = texts(read(between=entries))
    assert "Kabar pukul 15:42" in kept
    assert not any(name in text for text in kept for name in names)
