"""What of a body's lines is the article's own: rules that know no language but what a page looks like."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract
from tests.extraction.bodies import ARTICLE, OTHER, TITLE, URL, read, texts


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>34.112</p>",
        "<div>Rina Wati · 5 min read · Okt 17, 2021</div>",
        "<p>Partager</p>",
        "<p>July 30, 2013 11:25 AM PDT</p>",
        "<p>Publié le 29/10/2012 à 14h30</p>",
        "<p>シェア</p>",
        "<p>शेयर करें</p>",
    ],
)
def test_counts_shares_and_rows_over_the_text_are_left_out(furniture: str) -> None:
    assert texts(read(before=furniture)) == ARTICLE


def test_a_number_between_paragraphs_is_text() -> None:
    assert "2019" in texts(read(between="<h3>2019</h3>"))


@pytest.mark.parametrize(
    "noise",
    [
        "<p>Hasadın aralık ortasında02:11</p>",
        '<p><a href="#">Cetak</a> | <a href="#">Kirim ke teman</a></p>',
        "<p>Dapatkan informasi dan insight pilihan berita.example</p>",
        "<p>Siga nosso canal e fique por dentro de tudo o que acontece.</p>",
        "<p>Tous droits réservés.</p>",
        "<p>यह भी पढ़ें: नई रेल लाइन शुरू</p>",
        "<div>Tiga Bait untuk Penambang Ketinting3 jam lalu</div>",
        "<p>Iklan - Teruskan membaca di bawah</p>",
        "<div><strong>Baca Juga</strong> <a>Daftar Harga Bahan Pokok di Pasar Baqa</a></div>",
        "<div><b>İlginizi Çekebilir</b><a>Fındık fiyatı düştü</a></div>",
        "<p>Bagaimana reaksi Anda tentang berita ini? Suka Lucu Sedih</p>",
    ],
)
def test_videos_controls_and_notices_are_left_out(noise: str) -> None:
    assert texts(read(between=noise)) == ARTICLE


@pytest.mark.parametrize(
    "sentence",
    [
        "Salat Zuhur di Samarinda hari ini jatuh pada 12:14",
        "<b>Baca juga</b> aturan mainnya sebelum mendaftar, kata panitia kepada warga.",
        "Kanal itu dikeruk tahun lalu, kata Udin, dan canal do rio tetap dangkal.",
    ],
)
def test_sentences_that_only_look_like_notices_are_kept(sentence: str) -> None:
    plain = sentence.replace("<b>", "").replace("</b>", "")
    assert plain in texts(read(between=f"<p>{sentence}</p>"))


def test_an_italic_line_under_an_image_is_its_caption() -> None:
    image = '<div><a href="/x.jpg"><img src="/x.jpg"></a></div><div><i>Jalan rusak di Loa Janan.</i></div>'
    article = read(before=image)
    assert texts(article) == ARTICLE
    assert [picture.caption for picture in article.images] == ["Jalan rusak di Loa Janan."]


def test_an_italic_lead_without_an_image_is_text() -> None:
    assert texts(read(before="<p><i>Tiga kilometer, satu tahun.</i></p>"))[0] == "Tiga kilometer, satu tahun."


@pytest.mark.parametrize(
    "card",
    [
        f"<div class=inside><a></a><div><a href=/lain><h2>Banjir Rendam Tiga Desa di Hulu</h2></a>"
        f"<div>{ARTICLE[2][:90]}</div><div>26 November 2026</div></div></div>",
        f"<div class=card><h4><a href=/lain>Banjir Rendam Tiga Desa di Hulu</a></h4><p>{ARTICLE[2][:90]}</p></div>",
        "<div><ul><li class=title>Berita Terkait</li><li><a href=/lain>Banjir Rendam Tiga Desa</a></li></ul></div>",
    ],
)
def test_another_articles_card_is_left_out(card: str) -> None:
    assert texts(read(between=card)) == ARTICLE


def test_a_subheading_that_links_in_a_section_of_the_text_is_kept() -> None:
    section = f"<section><h3>Janji <a href=/dinas>dinas</a></h3><p>{ARTICLE[3]} {ARTICLE[1]}</p></section>"
    assert f"{ARTICLE[3]} {ARTICLE[1]}" in texts(read(between=section))


def test_a_poem_is_an_article() -> None:
    verses = [
        f"kayu-kayu hanyut tanpa alamat ke hulu {number}"
        for number in ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan"]
    ]
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    body = "<br><br>".join(verses)
    article = extract(
        f"<html><head>{head}</head><body><h1>{TITLE}</h1><div class=entry-content>{body}</div></body></html>",
        URL,
    )
    assert article is not None
    assert [block.text for block in article.blocks] == verses


@pytest.mark.parametrize(
    "caption",
    [
        "<div class=gbr><img src=/x.jpg></div><div class=ket>Antrean truk di Pelabuhan Kariangau. (Gusti Ramli)</div>",
        "<div>Baca 10 detik</div><ul><li>Dua penalti gagal menjadi gol</li><li>Persikat naik</li></ul>",
    ],
)
def test_a_caption_with_its_maker_and_points_are_left_out(caption: str) -> None:
    assert texts(read(before=caption)) == ARTICLE


@pytest.mark.parametrize(
    "box",
    [
        '<div class="sharetools--reveal"><p>Salin tautan ini</p><p>Tautan akan terbuka di jendela baru.</p></div>',
        '<div class="video-resource"><div class="x-headline">Antrean truk di jalan poros</div><div>05:22 - Sumber: TV</div></div>',
        '<div class="paywall">Baca kelanjutannya dengan berlangganan Rp 10 ribu sebulan.</div>',
        '<div class="piano_endofarticle">Terima kabar setiap pagi di kotak Anda.</div>',
        '<p style="text-align: center"><em>Submit your letter via <a href="/f">this form</a>.</em></p>',
        "<p><b>Kirim tulisan Anda ke redaksi@kabar.example</b></p>",
        '<div class="article-relate"><a href="/x">Bendungan Marangkayu Mulai Diisi</a><p>Warga hilir menunggu.</p></div>',
        '<span class="off-screen">tautan ke luar</span>',
    ],
)
def test_boxes_of_tools_players_and_offers_are_left_out(box: str) -> None:
    assert texts(read(between=box)) == ARTICLE


def test_paragraphs_that_are_named_for_the_paywall_they_stand_behind_are_text() -> None:
    more = [f"Kalimat ke-{number} {ARTICLE[2]}" for number in range(1, 5)]
    assert texts(read(after="".join(f'<p class="paywall">{text}</p>' for text in more))) == ARTICLE + more


def test_a_copyright_line_with_a_trade_mark_is_left_out() -> None:
    assert texts(read(after="<p>™ & © 2013 Kabar Hulu Media. Semua hak dilindungi.</p>")) == ARTICLE


def listed(headline: str, href: str = "/lain") -> Article:
    """The article of a page with a quote in its text, which a list beside the text links to `href`."""
    first, *rest = [f"<p>{text}</p>" for text in ARTICLE]
    body = f"<div class=entry-content>{first}<blockquote>{headline}</blockquote>{''.join(rest)}</div>"
    beside = f'<div><h3>Indeks</h3><ul><li><a href="{href}">{headline}</a></li></ul></div>'
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{body}{beside}</body></html>"
    article = extract(page, URL)
    assert article is not None
    return article


HEADLINE = "Tanggul Tambak Jebol, Ratusan Warga Mengungsi ke Masjid"


def test_a_headline_in_the_text_that_the_page_links_elsewhere_is_left_out() -> None:
    assert texts(listed(HEADLINE)) == ARTICLE


@pytest.mark.parametrize(
    ("headline", "href"), [(HEADLINE, "#bagian-2"), (HEADLINE, f"{URL}2/"), (f"{HEADLINE}.", "/lain")]
)
def test_a_part_of_the_article_and_a_sentence_are_no_headlines_of_others(headline: str, href: str) -> None:
    assert headline in texts(listed(headline, href))


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Rangkuman ini disusun dengan kecerdasan artifisial di bawah pengawasan redaksi.</p>",
        "<p>Artikel ini berlanjut setelah video di bawah ini.</p>",
        "<div>AI Summarize</div>",
        "<p>rina.wati@kabar.example</p>",
    ],
)
def test_what_the_portal_says_of_itself_is_left_out(furniture: str) -> None:
    assert texts(read(between=furniture)) == ARTICLE


def test_an_entry_with_its_writers_picture_is_no_caption() -> None:
    entry = "<div><img src=/rina.jpg><span>Rina Wati</span><h2>Hujan deras</h2><p>Tenda pindah ke gereja.</p></div>"
    assert texts(read(after=entry))[-2:] == ["Hujan deras", "Tenda pindah ke gereja."]


def test_a_poem_on_a_page_that_its_system_calls_single_is_an_article() -> None:
    verses = [
        f"kayu-kayu hanyut tanpa alamat ke hulu {number}"
        for number in ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan"]
    ]
    head = f'<html><head><title>{TITLE}</title></head><body class="single single-post"><h1>{TITLE}</h1>'
    article = extract(f"{head}<div class=entry-content>{'<br>'.join(verses)}</div></body></html>", URL)
    assert article is not None
    assert texts(article) == verses


@pytest.mark.parametrize(
    "box",
    [
        "<div class=popup><div><p><b>Dapatkan surat pagi kami sebelum feri berangkat.</b></p>"
        "<div class=sub><form><input type=email></form></div></div></div>",
        "<div class=has-border><p>Jaga kabar daerah tetap gratis.</p><form><button>Dukung</button></form></div>",
        '<div class="donate k31s"><p>Jurnalisme mendalam butuh biaya. Dukung kami mulai dari Rp10.000.</p></div>',
        "<p><em>Muat turun aplikasi kami untuk berita paling pantas dan eksklusif.</em></p>",
        "<p>点击上方蓝字关注我们，每天早上七点准时把江边的消息送到您的手机。</p>",
        "<div class=size><a href='#'>A+</a> <a href='#'>A-</a></div>",
    ],
)
def test_offers_and_tools_are_left_out(box: str) -> None:
    assert texts(read(before=box)) == ARTICLE
    assert texts(read(after=box)) == ARTICLE


def test_a_form_beside_much_text_hides_none_of_it() -> None:
    more = [f"Kalimat ke-{number} {ARTICLE[2]}" for number in range(1, 5)]
    box = f"<div>{''.join(f'<p>{text}</p>' for text in more)}<form><input name=q></form></div>"
    assert texts(read(after=box)) == ARTICLE + more


@pytest.mark.parametrize(
    "picture",
    [
        "<img src=/a.jpg><p>百年目の朝、桟橋を離れる渡し船（撮影：早川みなと）</p>",
        "<div class=picBox><a href='#'><img src=/a.jpg></a><p>Warga menanam seribu bibit nipah.</p></div>",
        "<span><img src=/a.jpg><em class=img_desc>강곡면 주민들이 버스에 오르고 있다</em></span>",
    ],
)
def test_captions_beside_their_picture_are_left_out(picture: str) -> None:
    assert texts(read(before=picture)) == ARTICLE


def test_a_table_that_only_its_roles_declare_is_one() -> None:
    rows = [("Komoditas", "Hari ini"), ("Cabai rawit", "Rp95.000")]
    cells = "".join(
        f"<div role=row>{''.join(f'<span role=cell>{cell}</span>' for cell in row)}</div>" for row in rows
    )
    page = f"<div role=table>{cells}</div>".replace("role=row", 'role="row"')
    assert texts(read(after=page))[-2:] == ["Komoditas Hari ini", "Cabai rawit Rp95.000"]


@pytest.mark.parametrize("label", ["Basahin din:", "Lestu líka:", "もっと読む："])
def test_an_unknown_label_before_a_linked_headline_is_known_by_its_colon(label: str) -> None:
    assert texts(read(between=f"<p><strong>{label} </strong>{OTHER}</p>")) == ARTICLE


def test_a_source_before_its_link_is_kept_or_a_field() -> None:
    line = 'Data lengkap: <a href="https://data.example/">laman dinas</a>'
    assert "Data lengkap: laman dinas" in texts(read(between=f"<p>{line}</p>"))


@pytest.mark.parametrize(
    "word",
    [
        "إعلانات",
        "Reclame",
        "Riproduzione riservata",
        "Článok pokračuje pod reklamou",
        "Nastavak nakon oglasa",
    ],
)
def test_words_of_advertisement_and_copyright_are_left_out(word: str) -> None:
    assert texts(read(between=f"<div><small>{word}</small></div>")) == ARTICLE


@pytest.mark.parametrize("style", ['class="whitespace-pre-line"', 'style="white-space: pre-wrap"'])
def test_breaks_that_a_style_shows_end_lines(style: str) -> None:
    body = "\n\n".join(ARTICLE)
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1><div {style}>{body}</div></body></html>"
    article = extract(page, URL)
    assert article is not None
    assert texts(article) == ARTICLE


def test_a_head_in_the_body_with_its_subtitle_names_and_date_is_no_text() -> None:
    head = (
        f"<h2><b>{TITLE}</b><br><span>Warga menyebut jalan itu lebih mirip sungai daripada jalan raya antarkota.</span></h2>"
        "<div><span class='badge'> Rizal Amin </span> <span class='badge'> 21 Januari 2026, 13:05:19 WIB </span>"
        " <a href='/kategori/detail/a'><span class='tag badge'>Hukum</span></a></div>"
    )
    body = "".join(
        f"<p>{text}</p>" for text in [*ARTICLE, *(f"Pada hari ke-{n} {ARTICLE[2]}" for n in range(4))]
    )
    article = extract(
        f"<html><head><title>{TITLE}</title></head><body><div class=col>{head}{body}</div></body></html>",
        "https://berita.example/berita/detail/warga-keluhkan-jalan-rusak",
    )
    assert article is not None
    assert texts(article)[0] == ARTICLE[0]
    assert (article.authors, article.section) == (("Rizal Amin",), "Hukum")
    assert article.published is not None
    assert article.published.isoformat() == "2026-01-21T13:05:19+07:00"


def test_a_sentence_that_ends_in_readers_is_text() -> None:
    heading = "<h3>Video warga dilihat 12.000 kali</h3>"
    assert "Video warga dilihat 12.000 kali" in texts(read(before=heading, between=heading))
    sentence = "Rekaman jalan rusak itu sejak Senin sudah dilihat 12.000 kali."
    assert sentence in texts(read(before=f"<p>{sentence}</p>"))


@pytest.mark.parametrize("name", ["anuncio-seccion", "publicidad", "box-publicidade", "Werbung", "reklama"])
def test_a_box_of_adverts_between_the_paragraphs_is_left_out(name: str) -> None:
    box = f"<div class={name}><div><p>Los socios leen sin anuncios por mil al mes</p></div></div>"
    assert texts(read(between=box)) == ARTICLE


def test_an_invitation_to_share_and_a_pictures_agency_are_left_out() -> None:
    assert texts(read(after="<p>Read or Share this story: http://kabar.example/x3</p>")) == ARTICLE
    picture = '<p><img src="/a.jpg"></p><p>Rina Wati / AFP / Getty Images</p>'
    assert texts(read(before=picture)) == ARTICLE


@pytest.mark.parametrize(
    "row",
    [
        "<p>Publikasi oleh Admin Kategori UMKM Tanggal Artikel 9 Juli 2026 Dilihat 214 kali oleh pembaca</p>",
        "<span>Ditulis oleh : <b>admin</b> pada Selasa, 17 Maret 2026 - Kategori : <a href=/k>Ekonomi</a> - 812 x dibaca</span><br>",
        "<p>Posted in <a href=/k>Feature</a></p>",
        "<p><span><a href=/k>Berita RSUD</a></span> <span>Dibaca 1.296 Kali</span></p>",
        "<div>Pemerintahan Dilihat: 96x</div>",
        "<p>▲ Warga memperbaiki jalan di Loa Janan. 사진=카바르</p>",
    ],
)
def test_rows_of_particulars_over_the_text_are_left_out(row: str) -> None:
    assert texts(read(before=row)) == ARTICLE


def test_all_the_text_under_a_picture_is_no_caption() -> None:
    body = "".join(f"{text}<br><br>" for text in [*ARTICLE[:3], ARTICLE[0].replace("Warga", "Pedagang")])
    page = f"<h1>{TITLE}</h1><div class=box><img src=/a.jpg><div class=caption>{body}</div></div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert len(article.blocks) == 4


@pytest.mark.parametrize(
    ("line", "is_text"), [("给这些老师傅点赞，手艺不能丢。", False), ("Sudah lama, kata warga.", False)]
)
def test_a_short_line_in_a_box_of_comments_under_the_text_is_none_of_it(line: str, is_text: bool) -> None:
    assert (line in texts(read(after=f"<div class=blk-comment><p>{line}</p></div>"))) is is_text
    assert line in texts(read(after=f"<div class=blk-kabar><p>{line}</p></div>"))


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Von Rina Maier und <em>Max Roth</em>, MDR", ("Rina Maier", "Max Roth")),
        ("<strong>RINA WATI, Samarinda</strong>", ("RINA WATI",)),
        ("<b>Rina Wati, Hulu Writer</b>", ("Rina Wati",)),
    ],
)
def test_a_byline_between_lead_and_text_is_no_text(byline: str, authors: tuple[str, ...]) -> None:
    article = read(between=f"<p>{byline}</p>")
    assert texts(article) == ARTICLE
    assert article.authors == authors


def test_a_name_and_a_place_that_begin_a_text_are_its_byline() -> None:
    article = read(before="<p><strong>Femi Alabi, Osogbo</strong></p>")
    assert (texts(article), article.authors) == (ARTICLE, ("Femi Alabi",))


@pytest.mark.parametrize(
    "notice",
    [
        "<p>Sanggahan: Artikel ini adalah produk jurnalistik. Analisis ini tidak bertujuan mengajak pembaca untuk"
        " membeli, menahan atau menjual produk atau sektor investasi apa pun, dan tanggung jawab ada pada pembaca.</p>",
        "<p>All rights reserved. This material, and other digital content on this website, may not be reproduced,"
        " published, broadcast, rewritten or redistributed in whole or in part without prior express permission.</p>",
        "<p>Externer Inhalt von Hulugrafik. Mit der Anzeige des Inhalts werden Daten übermittelt.</p>",
        "<p>Puedes seguir a HULU en <a href=/f>Facebook</a> y <a href=/t>Twitter</a>.</p>",
        "<p>Selanjutnya: <a href=/x>Daftar Saham yang Masuk Radar</a></p>",
        "<p>Publié hier à 16:20, mis à jour il y a 3 heures</p>",
        "<div class=ad-label>Auglýsing</div>",
        "<p>《 人民日报 》（ 2017年04月06日 13 版）</p>",
        '<div><h4>Die Lage am Morgen</h4><p>Das Wichtigste aus der Nacht.</p><label><input type="email"></label></div>',
        "<div class=c1 data-component='newsletter-signup'><p>Kabar pagi untuk Anda, sebelum feri berangkat.</p></div>",
        "<div class='widget poll'><h2>Pernah salah naik kapal?</h2><p>Ya atau tidak</p></div>",
    ],
)
def test_what_newer_layouts_say_between_the_paragraphs_is_left_out(notice: str) -> None:
    assert texts(read(between=notice)) == ARTICLE


def test_numbers_of_footnotes_are_no_part_of_a_sentence() -> None:
    for number in ('<a href="#note-1">1</a>', '<sup><a href="#n1">1</a></sup>'):
        assert "setahun," in texts(read(between=f"<p>Sudah setahun{number}, kata warga di sana.</p>"))[1]
    assert (
        "10<sup>6</sup>" not in texts(read(between="<p>Kira-kira 10<sup>6</sup> batang, kata warga.</p>"))[1]
    )
    assert "106 batang" in texts(read(between="<p>Kira-kira 10<sup>6</sup> batang, kata warga.</p>"))[1]


def test_the_section_over_the_text_is_a_field() -> None:
    head = f'<title>{TITLE}</title><meta property="article:section" content="Pasar">'
    body = f"<div class=entry-content><span>Pasar</span>{''.join(f'<p>{text}</p>' for text in ARTICLE)}</div>"
    article = extract(f"<html><head>{head}</head><body><h1>{TITLE}</h1>{body}</body></html>", URL)
    assert article is not None
    assert (texts(article), article.section) == (ARTICLE, "Pasar")


@pytest.mark.parametrize(
    ("line", "authors"),
    [("Rina Wati | kabarhulu.co", ("Rina Wati",)), ("Harga | kabarhulu.co", ("Budi Susilo",))],
)
def test_a_bold_name_with_the_portals_host_over_the_text_is_its_author(
    line: str, authors: tuple[str, ...]
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in ARTICLE)
    head = f'<title>{TITLE}</title><meta name="author" content="Budi Susilo">'
    article = extract(
        f"<html lang=id><head>{head}</head><body><h1>{TITLE}</h1><div class=entry-content>"
        f"<p><strong>{line}</strong></p>{text}</div></body></html>",
        URL,
    )
    assert article is not None
    assert article.authors == authors


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("S! Newsสนับสนุนเนื้อหา 05 มี.ค. 65 (14:22 น.)", False),
        ("Kabar Hulu 12 Mei 2025 14:30 WITA", False),
        ("Rapat dimulai pukul 14:30", True),
    ],
)
def test_a_source_with_its_date_over_the_text_is_none_of_it(line: str, is_text: bool) -> None:
    kept = [line, *ARTICLE] if is_text else ARTICLE
    assert texts(read(before=f"<p>{line}</p>")) == kept


def test_the_date_under_the_byline_of_the_container_is_the_articles() -> None:
    stamp = (
        "<div><p>Please consider subscribing</p></div><div>By <b>Piers Wendell</b><br>March 19, 2019</div>"
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in ARTICLE)
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><div class=entry-content>{stamp}{text}</div>"
    article = extract(page, "https://berita.example/Articles/782511/")
    assert article is not None
    assert (texts(article), article.authors) == (ARTICLE, ("Piers Wendell",))
    assert article.published is not None
    assert article.published.date().isoformat() == "2019-03-19"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<b>(Rina Wati)</b>", ("Rina Wati",)),
        ("<b>عنب بلدي – رهف السالم</b>", ("رهف السالم",)),
        ("(Rina dan Budi pergi)", ()),
    ],
)
def test_a_name_set_apart_over_the_text_is_the_authors(line: str, authors: tuple[str, ...]) -> None:
    article = read(before=f"<p>{line}</p>")
    assert article.authors == authors
    assert (texts(article) == ARTICLE) == bool(authors)


@pytest.mark.parametrize("line", ["界面新闻编辑 | 许惟一", "清溪新聞編輯｜许惟一"])
def test_a_bar_stands_for_a_colon_in_chinese_credits(line: str) -> None:
    article = read(before=f"<p>{line}</p>")
    assert (texts(article), article.editors) == (ARTICLE, ("许惟一",))


@pytest.mark.parametrize(
    ("stamp", "address", "moment"),
    [
        ("March 19, 2019", "782511", ("2019-03-19T00:00", "day")),
        ("March 19, 2019 9:37 PM", "2019/03/19/jalan", ("2019-03-19T21:37", "minute")),
        ("Updated March 19, 2019 9:37 PM", "2019/03/19/jalan", ("2019-03-19T00:00", "day")),
    ],
)
def test_a_date_among_the_first_lines_of_the_container_dates_it(
    stamp: str, address: str, moment: tuple[str, str]
) -> None:
    ask = "Kabar lives by what its readers give, and would thrive with yours, which you can send us here."
    offer = f"<table class=Form><tr><th>Please consider subscribing to Kabar</th></tr><tr><td>{ask}</td></tr></table>"
    text = "".join(f"<p>{sentence}" for sentence in ARTICLE)
    byline = f"<div class=FeatureByline>By <b>Piers Wendell</b><br>{stamp}</div>"
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    body = f"<div class=Headline><h1>{TITLE}</h1></div><div class=ArticleText>{offer}{byline}{text}</div>"
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    article = extract(page, f"https://berita.example/Articles/{address}/")
    assert article is not None
    assert article.published is not None
    assert (article.published.isoformat()[:16], article.published_precision) == moment


def test_headings_that_lead_to_other_sites_are_those_of_a_round_up() -> None:
    parts = "".join(
        f"<h3><a href=https://{name}.example/naskah>Laporan Tahunan {name.title()} Terbit</a></h3><p>{text}</p>"
        for name, text in zip(("sungai", "hutan", "laut"), ARTICLE, strict=False)
    )
    kept = texts(read(between=parts))
    assert [each for each in kept if each.startswith("Laporan Tahunan")] == [
        f"Laporan Tahunan {name} Terbit" for name in ("Sungai", "Hutan", "Laut")
    ]


def test_headings_that_lead_to_other_articles_of_the_site_are_left_out() -> None:
    link = "<h3><a href=/lain/banjir>Banjir Rendam Tiga Desa di Hulu Mahakam</a></h3>"
    assert texts(read(between=link)) == ARTICLE
