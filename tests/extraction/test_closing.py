"""What closes a text: sources behind a dash, and who its author is."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.closing import split_signoff
from tests.extraction.pages import PROSE, read

LAST = "Warga berharap jalan itu selesai tahun depan."


@pytest.mark.parametrize(
    ("end", "mark"),
    [
        (" -- BERNAMA", "-- BERNAMA"),
        (" – Kabarlain.com", "– Kabarlain.com"),
        (" — ANTARA", "— ANTARA"),
        (" - Reuters", "- Reuters"),
        (" -- KNHM", "-- KNHM"),
    ],
)
def test_a_source_behind_a_dash_at_the_end_is_the_signoff(end: str, mark: str) -> None:
    assert split_signoff(LAST + end) == (LAST, mark)
    article = read(end=f"<p>{LAST}{end}</p>")
    assert (article.text.rpartition("\n\n")[2], article.signoff) == (LAST, mark)


@pytest.mark.parametrize(
    "text",
    [
        "Jalan itu selesai tahun depan. - Begitu kata Rina",
        "Jalan itu selesai tahun depan. - Rina Wati",
        "Jalan itu menuju kota lama - Samarinda",
        "Rapat digelar di aula KONI - KNPI",
    ],
)
def test_what_else_stands_behind_a_dash_is_text(text: str) -> None:
    assert split_signoff(text) == (text, None)


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("Rina Wati covers the river for Kabar Hulu and can be reached at rina@kabar.example.", False),
        ("Rina Wati adalah wartawan Kabar Hulu sejak 2013, surel rina@kabar.example.", False),
        ("<i>Rina Wati writes about the river for Kabar Hulu since 2013.</i>", False),
        ("Rina Wati adalah wartawan Kabar Hulu yang tinggal di tepi sungai sejak 2013.", True),
        ("Pengaduan dapat dikirim warga kepada dinas di alamat pasar@kabar.example setiap hari.", True),
    ],
)
def test_a_line_that_tells_of_the_author_is_no_text_where_it_is_set_apart_or_has_an_address(
    line: str, is_kept: bool
) -> None:
    article = read("<div>Penulis: Rina Wati</div>", end=f"<p>{line}</p>")
    assert article.authors == ("Rina Wati",)
    assert (len(article.blocks) > len(PROSE)) is is_kept


LATER = "".join(f"<p>{text} Lagi {number}.</p>" for number, text in enumerate(PROSE * 5))


@pytest.mark.parametrize(
    ("text", "mark", "agency"),
    [
        ("Kata dia. – Bernama", "– Bernama", "Bernama"),
        ("“Selesai sudah.” — AFP", "— AFP", "AFP"),
        ("Sudah selesai? -- Reuters", "-- Reuters", "Reuters"),
        ("Selesai sudah. (Xinhua)", "(Xinhua)", "Xinhua"),
        ("Selesai sudah. [Antara]", "[Antara]", "ANTARA"),
        ("Selesai sudah. (di tepi sungai)", None, None),
        ("Skor akhir menjadi 2 - PSM", None, None),
        ("Mereka bertemu. - PSM menang.", None, None),
    ],
)
def test_the_agency_that_closes_the_text_is_told_and_off_it(
    text: str, mark: str | None, agency: str | None
) -> None:
    article = read(end=f"<p>{text}</p>")
    kept = text.removesuffix(mark).rstrip() if mark else text
    assert (article.text.rpartition("\n\n")[2], article.signoff, article.agency) == (kept, mark, agency)


def test_a_source_behind_a_dash_far_from_the_end_is_text() -> None:
    article = read(end=f"<p>{LAST} -- BERNAMA</p>{LATER}")
    assert f"{LAST} -- BERNAMA" in article.text
    assert article.signoff is None


@pytest.mark.parametrize("alone", ["-- BERNAMA", "– Reuters", "— AFP", "-ANTARA-", "- Antara -"])
def test_an_agency_behind_a_dash_on_a_line_of_its_own_is_the_signoff(alone: str) -> None:
    article = read(end=f"<p>{LAST}</p><p>{alone}</p>")
    assert (article.text.rpartition("\n\n")[2], article.signoff) == (LAST, alone)
    assert article.agency is not None


@pytest.mark.parametrize("alone", ["– Selesai", "- Kalimantan", "-- Rina"])
def test_another_word_behind_a_dash_stays(alone: str) -> None:
    assert read(end=f"<p>{LAST}</p><p>{alone}</p>").text.endswith(alone)


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Ditulis oleh Rina Wati, disunting Lia Aminah.", ("Rina Wati",), ("Lia Aminah",)),
        ("Ditulis oleh Rina Wati dan disunting oleh Lia Aminah.", ("Rina Wati",), ("Lia Aminah",)),
        ("Written by Rina Wati, edited by Lia Aminah", ("Rina Wati",), ("Lia Aminah",)),
    ],
)
def test_a_byline_in_words_under_the_text_leaves_it(
    line: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    article = read(end=f"<p>{line}</p>")
    assert (article.authors, article.editors, article.text.rpartition("\n\n")[2]) == (
        authors,
        editors,
        PROSE[2],
    )


def test_a_sentence_that_begins_like_a_byline_stays_under_the_text() -> None:
    line = "Oleh karena itu Rina Wati meminta warga menunggu sampai jalan selesai."
    assert read(end=f"<p>{line}</p>").text.endswith(line)


@pytest.mark.parametrize(
    "mark",
    ["ap/kam/bfi", "rin/lia", "(dora, 9.11.2026)", "(Rina Wati, 9.11.2026)", "[rin/lia, 9. 11. 2026]"],
)
def test_initials_and_a_name_with_its_day_alone_at_the_end_are_the_signoff(mark: str) -> None:
    article = read(end=f"<p>{mark}</p>")
    assert (article.text, article.signoff) == ("\n\n".join(PROSE), mark)


@pytest.mark.parametrize("line", ["rin/lia", "dan/atau", "ap/kam/bfi"])
def test_initials_before_more_text_are_text(line: str) -> None:
    article = read(end=f"<p>{line}</p><p>{PROSE[0]} Begitu lagi.</p>")
    assert (line in article.text, article.signoff) == (True, None)


@pytest.mark.parametrize(
    "line", ["AP/KAM/", "TNI/POLRI", "rin/lia menulis", "https/www", "rina/wati/", "12/05/2025"]
)
def test_other_words_with_strokes_are_no_signoff(line: str) -> None:
    assert split_signoff(line) == (line, None)


@pytest.mark.parametrize("line", ["[류영상 기자 rys@kabar.example]", "[류영상 기자]", "(류영상 기자)"])
def test_a_reporter_in_brackets_signs_the_text(line: str) -> None:
    article = read(end=f"<p>{line}</p>")
    assert (article.text, article.authors) == ("\n\n".join(PROSE), ("류영상",))


def test_a_japanese_signature_behind_the_last_sentence_leaves_the_text() -> None:
    article = read(end="<p>市は来月から<b>道路</b>の工事を始めると発表した。【高橋美咲】</p>")
    assert article.text.endswith("工事を始めると発表した。")
    assert "<b>道路</b>の工事を始めると発表した。</p>" in article.html
    assert (article.signoff, article.authors) == ("【高橋美咲】", ("高橋美咲",))


def test_japanese_brackets_before_more_text_stay() -> None:
    article = read(end=f"<p>市は来月から工事を始めると発表した。【写真】</p><p>{PROSE[0]} Lagi.</p>")
    assert "発表した。【写真】" in article.text


@pytest.mark.parametrize("mark", ["انتهای پیام/", "انتهای خبر / 4021"])
def test_the_mark_that_ends_the_messages_of_irans_agencies_is_the_signoff(mark: str) -> None:
    article = read(end=f"<p>{mark}</p>")
    assert (article.text, article.signoff) == ("\n\n".join(PROSE), mark)


def test_the_editor_in_brackets_with_a_day_behind_leaves_the_text() -> None:
    article = read(end="<p>（編輯：方沛清）1150912</p>")
    assert (article.text, article.editors) == ("\n\n".join(PROSE), ("方沛清",))


@pytest.mark.parametrize("before", ["— ", "– ", "", "Staff "])
def test_a_reporter_told_of_under_the_text_is_no_text(before: str) -> None:
    line = f"<p><em>{before}Reporter Rina Wati covers county government.</em></p>"
    article = read("<p>By Rina Wati</p>", end=line)
    assert (article.text, article.authors) == ("\n\n".join(PROSE), ("Rina Wati",))


def test_the_authors_name_with_a_desk_behind_it_is_no_text() -> None:
    article = read("<p>By Rina Wati</p>", end="<p><strong>—Rina Wati/BN, Kabar Hulu</strong></p>")
    assert (article.text, article.authors) == ("\n\n".join(PROSE), ("Rina Wati",))


@pytest.mark.parametrize(
    "line",
    ["Dieser Artikel enthält sogenannte Affiliate-Links.", "This article may contain affiliate links."],
)
def test_what_is_said_of_links_that_pay_is_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize("end", ["(By Rina Wati)", "(By Rina Wati) Enditem/ls", "(Oleh Rina Wati)"])
def test_who_reported_in_the_brackets_that_end_a_text_is_the_author(end: str) -> None:
    article = read(end=f"<p>{LAST} {end}</p>")
    assert article.text.rpartition("\n\n")[2] == LAST
    assert article.signoff == end
    assert article.authors == ("Rina Wati",)


@pytest.mark.parametrize(
    "end", ["Jalan itu selesai (by the end of the year)", "Lagu itu dinyanyikan ulang (By Request)"]
)
def test_other_brackets_are_text(end: str) -> None:
    assert read(end=f"<p>{end}</p>").text.endswith(end)


def test_initials_in_capitals_alone_at_the_end_are_the_signoff() -> None:
    article = read(end="<p>NG/MG</p>")
    assert (article.text, article.signoff) == ("\n\n".join(PROSE), "NG/MG")


@pytest.mark.parametrize(
    ("end", "authors", "editors"),
    [
        (" AGERPRES/(A - autor: Rina Wati, editor: Budi Susilo)", ("Rina Wati",), ("Budi Susilo",)),
        (" (Penulis: Rina Wati; Editor: Budi Susilo)", ("Rina Wati",), ("Budi Susilo",)),
    ],
)
def test_labelled_names_in_brackets_behind_the_last_sentence_are_credits(
    end: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    article = read(end=f"<p>{LAST}{end}</p>")
    assert (article.authors, article.editors) == (authors, editors)
    assert article.blocks[-1].text == LAST


@pytest.mark.parametrize("end", [" (lihat: peta, halaman dua)", " (autor: halaman dua)"])
def test_other_brackets_with_a_colon_are_text(end: str) -> None:
    assert read(end=f"<p>{LAST}{end}</p>").blocks[-1].text == LAST + end


def test_two_names_in_brackets_alone_on_the_last_line_close_the_text() -> None:
    article = read(end=f"<p>{LAST}</p><p>(Rina Wati\\Budi Susilo)</p>")
    assert article.blocks[-1].text == LAST
    assert article.authors == ("Rina Wati",)


def test_labelled_names_in_brackets_amid_the_text_stay() -> None:
    line = f"{LAST} (Penulis: Rina Wati; Editor: Budi Susilo)"
    article = read(end=f"<p>{line}</p><p>{PROSE[0].replace('Harga', 'Nilai')}</p>")
    assert line in article.text


@pytest.mark.parametrize(
    "line",
    ["bkm/ zan/ agt/", "বাদশাহ্/মাসুদ", "ZAP // Lusa", "(wir / gur)", "Kabar/Reuters"],
)
def test_initials_and_houses_at_the_end_are_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize("line", ["Pro dan kontra/setuju", "hulu / Reuters", "Kabar / Warta"])
def test_what_else_a_stroke_parts_at_the_end_is_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join((*PROSE, line))


def test_the_office_behind_the_closing_mark_is_left_out() -> None:
    office = "<p><b>Biro Komunikasi Publik</b><br>Kementerian PUPR<br>Nomor 021 555 0100</p>"
    assert read(end=f"<p>{LAST} (*)</p>{office}").text == "\n\n".join((*PROSE, LAST))


@pytest.mark.parametrize(
    "lines",
    [
        ("Sungai yang pulang membawa nama", "menyimpan hujan di saku kemejanya", "sampai hulu menjadi doa"),
        ("Humas mengirim surat kepada warga di hulu.",),
        ("Jadwal kapal Senin", "Jadwal kapal Selasa"),
    ],
)
def test_what_else_follows_a_closing_mark_is_text(lines: tuple[str, ...]) -> None:
    behind = "".join(f"<p>{line}</p>" for line in lines)
    assert read(end=f"<p>{LAST} (*)</p>{behind}").text == "\n\n".join((*PROSE, LAST, *lines))


def test_the_crew_of_a_korean_report_is_no_text() -> None:
    article = read(end="<p>(영상취재 : 김해운, 영상편집 : 오다빈)</p>")
    assert article.text == "\n\n".join(PROSE)
    assert (article.photographers, article.editors) == (("김해운",), ("오다빈",))


@pytest.mark.parametrize("line", ["(dev/kabarhulu.com)", "(kabarhulu.co.id/abr/sbb)", "*Bin"])
def test_initials_with_the_portals_host_and_a_starred_name_are_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        (f"<p>{LAST} <strong>Rina Wati</strong></p>", ("Rina Wati",)),
        (f"<p>{LAST} <b>Humas Pemkot Hulu</b></p>", ()),
        (f"<p>{LAST} <b>ADDITIONAL REPORTING BY RINA WATI</b></p>", ()),
        ("<p>Jalan itu diresmikan <b>Rina Wati</b></p>", ()),
    ],
)
def test_a_name_in_bold_behind_the_last_sentence_signs_the_text(end: str, authors: tuple[str, ...]) -> None:
    assert read(end=end).authors == authors


def test_a_line_in_brackets_that_tells_of_the_author_is_no_text() -> None:
    article = read("<p>Oleh Rina Wati</p>", f"<p>{LAST}</p><p>(Rina Wati wartawan lepas di hulu.)</p>")
    assert (article.text, article.authors) == ("\n\n".join((*PROSE, LAST)), ("Rina Wati",))


def test_a_name_behind_the_closing_mark_is_not_lost_with_an_office() -> None:
    article = read(end=f"<p>{LAST} (*)</p><p>Humas Pemkot Hulu</p><p>Rina Wati</p>")
    assert article.text == "\n\n".join((*PROSE, LAST, "Humas Pemkot Hulu", "Rina Wati"))


@pytest.mark.parametrize(
    ("mark", "is_paid", "sponsor"),
    [
        ("(ADV)*", True, None),
        ("*(adv)", True, None),
        ("(rin)*", False, None),
        ("***", False, None),
        ("**", False, None),
        ("*", False, None),
        ("(Advetorial)", True, None),
        ("(Infotorial)", True, None),
        ("(adv01)", True, None),
        ("(detik.com)", False, None),
        ("(ADV/KPC)", True, "KPC"),
        ("(Kerja Sama DPRD Hulu)", True, "DPRD Hulu"),
        ("(rin) (ADV)", True, None),
        ("(ADV)(rin)", True, None),
        ("(rin, adv)", True, None),
        ("ADV/DPRD Hulu", True, "DPRD Hulu"),
        ("(adv", True, None),
        ("-adv-", True, None),
    ],
)
def test_stars_and_marks_of_paid_texts_behind_the_last_sentence_are_the_signoff(
    mark: str, is_paid: bool, sponsor: str | None
) -> None:
    article = read("<div>Penulis: Rina Wati</div>", end=f"<p>{LAST} {mark}</p>")
    assert (article.text.rpartition("\n\n")[2], article.signoff) == (LAST, mark)
    assert (article.is_advertorial, article.sponsor) == (is_paid, sponsor)
    assert article.authors == ("Rina Wati",)
    assert "*" not in article.html


@pytest.mark.parametrize(
    "line",
    [
        "**Jalan itu selesai tahun depan.**",
        "Program itu berjalan lima tahun (Kerja Sama DPRD Hulu)",
        "Rapat itu digelar di aula dinas pada Jumat (3/4) (rin)",
        "Jalan itu selesai tahun depan. Advokat Rina hadir",
        "Jalan itu selesai tahun depan. (Kerja sama ini sudah lima tahun berjalan di hulu)",
    ],
)
def test_stars_round_a_sentence_and_brackets_of_sentences_are_text(line: str) -> None:
    article = read(end=f"<p>{line}</p>")
    assert (article.blocks[-1].text, article.signoff) == (line, None)


def test_a_star_that_leads_to_a_footnote_is_text() -> None:
    notes = f"<p>{LAST}*</p><p>Angka itu masih dapat berubah menurut dinas pekerjaan umum.</p>"
    assert f"{LAST}*" in read(end=notes).text


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (f"<p>{LAST} (Sumber: Antara)</p>", "ANTARA"),
        (f"<p>{LAST} (detik.com)</p>", "detik.com"),
        (f"<p>{LAST}</p><p>Sumber: Humas Pemkot Samarinda</p>", "Humas Pemkot Samarinda"),
        (f"<p>{LAST}</p><p>Sumber Berita: Diskominfo Kaltim</p>", "Diskominfo Kaltim"),
        (f"<p>{LAST}</p><p>Sumber: Kompas.com</p>", "Kompas.com"),
        (f"<p>{LAST}</p><p>Sumber: Istimewa</p>", None),
        (f"<p>{LAST}</p><p>Sumber: kabar.example</p>", None),
        (f"<p>{LAST}</p><p><img src=/b.jpg></p><p>Sumber: Humas Pemkot Samarinda</p>", None),
    ],
)
def test_the_source_that_closes_a_text_is_its_agency(end: str, agency: str | None) -> None:
    article = read(end=end)
    assert article.agency == agency
    assert article.text.endswith(LAST)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Hasil pemetaan akan diserahkan sebelum hari raya. ayu/gin", "ayu/gin"),
        ("Warga berharap jalan itu segera diperbaiki. (Rina Wati/Sup)", "(Rina Wati/Sup)"),
        ("(Mediacenter Hulu/yp)", "(Mediacenter Hulu/yp)"),
        ("Ia memilih jalur darat dan/atau laut", None),
    ],
)
def test_marks_with_strokes_close_a_text(line: str, mark: str | None) -> None:
    assert split_signoff(line)[1] == mark


def test_headings_without_text_behind_the_closing_mark_hide_it_not() -> None:
    article = read(end="<p>ap/kam/bfi/an</p><h2>Lainnya di sini</h2><h2>Temas</h2>")
    assert article.text == "\n\n".join(PROSE)
    assert article.signoff == "ap/kam/bfi/an"


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Ann Roe is an assistant editor at the Gazette. Follow her on Twitter.", False),
        ("Ann Roe covers the river for the Gazette. Follow Ann on Twitter at @annroe.", False),
        ("The mayor told the voters to follow her on Twitter.", True),
        ("Ann Roe ran after him. Follow her on that road and you come to the sea.", True),
    ],
)
def test_who_may_be_followed_is_told_of_in_a_bio(line: str, is_text: bool) -> None:
    assert (line in read(end=f"<p>{line}</p>").text) is is_text


def test_a_line_that_tells_whom_to_follow_names_the_author_where_none_else_does() -> None:
    bio = "<p><i>Rina Wati is an assistant editor at Kabar Hulu. Follow her on <a href=https://twitter.com/rina>Twitter</a>.</i></p>"
    article = read(end=bio)
    assert article.text == "\n\n".join(PROSE)
    assert article.authors == ("Rina Wati",)
    assert article.provenance["authors"].place == "text: bio"
    other = read("<p class=byline>Penulis: Budi Susilo</p>", end=bio)
    assert other.authors == ("Budi Susilo",)
