"""Lines that are no text: notices and invitations, in the languages of many portals."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract
from tests.extraction.pages import PROSE, TITLE, URL, read


@pytest.mark.parametrize(
    "line",
    [
        "Rina Wati and Budi Susilo contributed reporting.",
        "<b>Ajun Thanjer</b> <em>berkontribusi dalam tulisan ini.</em>",
        "Hannah Weiss also contributed to this story from Samarinda.",
        "최윤호 기자 yunho@kabar.example",
        "Add us as a preferred source on your phone",
        "Kabar Hulu News is a nonprofit newsroom that covers the river.",
    ],
)
def test_a_notice_at_the_end_is_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Petani dan pedagang contributed reporting jalan rusak kepada dinas, lalu menunggu tindak lanjutnya sampai bulan depan bersama warga.",
        "Warga menambahkan bahwa tips itu datang dari petani di hulu.",
    ],
)
def test_a_sentence_of_such_words_is_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text.endswith(line)


@pytest.mark.parametrize(
    "line",
    [
        "Haberin devamı için tıklayın",
        "Dalszy ciąg materiału pod wideo",
        "Artikel gaat verder onder de foto",
        "Chia sẻ bài viết",
    ],
)
def test_an_invitation_between_paragraphs_is_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p><p>{PROSE[0].replace('Harga', 'Nilai')}</p>").text.count("\n\n") == len(
        PROSE
    )


@pytest.mark.parametrize(
    "line", ["Translation by Ann Roe", "Penerjemah: Ann Roe", "翻訳：佐藤健一", "Traduit par Ann Roe"]
)
def test_who_translated_it_is_no_text_no_author_and_no_agency(line: str) -> None:
    for article in (read(end=f"<p>{line}</p>"), read(f"<p>{line}</p>")):
        assert article.text == "\n\n".join(PROSE)
        assert (article.authors, article.editors, article.agency) == ((), (), None)


@pytest.mark.parametrize(
    "line", ["Translation: how a word travels", "Illustrations Budi membuat warga tersenyum"]
)
def test_a_line_that_begins_with_such_a_word_is_text(line: str) -> None:
    article = read(end=f"<p>{line}</p>")
    assert article.text.endswith(line)
    assert article.photographers == ()


def test_the_closing_credit_of_agencies_is_no_text() -> None:
    article = read(end="<p>(Reporting by Rina Wati in Solo; Editing by Hannah Weiss)</p>")
    assert (article.text, article.editors) == ("\n\n".join(PROSE), ("Hannah Weiss",))


MORE = PROSE[0].replace("Harga", "Nilai")


def amid(line: str) -> Article:
    """The article of a page with a line before its last paragraph."""
    return read(end=f"<p>{line}</p><p>{MORE}</p>")


ALL = "\n\n".join((*PROSE, MORE))


@pytest.mark.parametrize(
    "line",
    [
        "Dalsza część artykułu pod materiałem wideo",
        "Annuncio promozionale",
        "Contenuto sponsorizzato",
        "L'articolo continua dopo la pubblicità",
        "PR続きは広告の後で",
        "この記事は広告の後に続きます",
        "이하 본문은 광고 다음에 이어집니다",
        "기사는 광고 뒤에 계속됩니다",
        "อ่านต่อด้านล่าง",
        "Продолжение статьи ниже",
        "Стаття продовжується після реклами",
        "खबर विज्ञापन के बाद जारी है",
        "ادامه خبر پس از آگهی",
        "Bài viết tiếp tục sau quảng cáo",
        "El artículo continúa después del anuncio",
        "O artigo continua depois do anúncio",
        "Artikel bersambung di bawah",
        "Makala inaendelea chini",
        "ADVERTISEMENT - SCROLL TO CONTINUE",
        "Anzeige | Weiter im Text",
        "Mainos (teksti jatkuu alla)",
        "Mainos päättyy",
        "Ende der Anzeige",
        "อ่านข่าวต่อด้านล่าง",
    ],
)
def test_a_line_that_says_the_text_goes_on_is_none_of_it(line: str) -> None:
    assert amid(line).text == ALL


@pytest.mark.parametrize(
    "line",
    [
        "For more news from the river, please visit kabarhulu.example",
        "For more coverage of the harvest, follow Kabar Hulu",
        "Terima kasih telah membaca kabar ini sampai selesai.",
        "Senang 41% Bangga 52% Sedih 2%",
        "To contact the reporter on this story: Rina Wati in Solo",
        "Stream Kabar Hulu on our free app",
        "Not to be reproduced without permission",
        "Cek berita dan artikel yang lain di Google Berita",
        "Acompanhe a Gazeta do Rio no Instagram",
        "Watch this video about the harvest:",
        "<strong>Yuk, Simak Juga Video Panen Raya di Hulu</strong>",
        "<strong>Eits, baca juga kabar panen dari hulu</strong>",
        "👉 Ikuti saluran WhatsApp Kabar Hulu",
        "📲 Follow Kabar Hulu di Instagram",
        "🔔 Gabung di kanal Telegram Kabar Hulu",
        "Kabar Hulu's reporting is free because readers pay for it.",
        "Kabar Hulu delivers independent and unrivalled coverage of the river.",
        "Liputan ini didukung oleh program hibah jurnalisme.",
        "Average: 4 (3 votes)",
        "Advertisements by Kabar",
        "2 dari 3 halaman",
        "ADVERTISEMENT. SCROLL TO RESUME READING.",
        "Mainos alkaa",
        "Never miss a story. Choose from our range of newsletters to get the news you want in your inbox.",
        "Thanks for signing up!",
        "Artikel ini dapat dikutip dengan mencantumkan sumber Kabar Hulu",
        "-- Dengan asistensi Rina Wati.",
        "With a report from Hulu TV's Budi Susilo",
        "Provided by Universitas Mulawarman",
        "*Estagiário sob a supervisão de Rina Souza",
        "（2025/05/12-15:42）",
        "WATCH NOW",
        "Ikuti Terus Berita Sepak Bola dan Olahraga Lainnya Hanya di KABARHULU.COM",
        "Stay tuned for the latest news on our radio stations",
        "Facebook : @kabarhulu, @kabartv",
        "We at KH have always strived to bring you stories. If you value our journalism, please consider becoming a member.",
        "- Agencies",
        "— with files from The Hulu Press",
        "Listing image by Flickr user Rina",
        "Advertisement 2",
        "This advertisement has not loaded yet, but your article continues below.",
        "artikkel jätkub pärast reklaami",
        "İLGİLİ HABER",
        "Lotutako albisteak",
        "Sorodna novica",
        "Page 2 of 3",
        "(Jangan lewatkan kabar terkini. Add akun LINE Kabar Hulu sekarang!)",
        "Mau Berita Terbaru Lainnya dari Kabar Hulu? Yuk Follow Kami di Google News!",
        "Have you heard our new podcast Talking Rice? Every week we dig into the biggest issues.",
        "Want a quick briefing on the biggest stories? Listen to our latest podcasts to find out what you need to know.",
        "Do you know more about the rice? Email tips@kabarhulu.example",
        "Have you lost property over a small debt? We would like to hear from you. Email pajak@kabarhulu.example",
        "If you enjoyed this piece, please forward it to a friend or share it on social media.",
        "Support independent journalism by subscribing to Kabar Hulu.",
        "Help Us Report on Tax Sales",
        "WATCH MORE ON KABAR 11+",
        "Watch the latest local news from the river in our YouTube playlist:",
        "(Release ID: 1879211) Visitor Counter : 604",
        "Wilt u belangrijke informatie delen met Kabar Hulu?",
        "≫次の記事",
        "1|2|3 次のページへ",
        "この作品は クリエイティブ・コモンズ 表示 4.0 国際 ライセンスの下に提供されています。",
        "Il presente sito rispetta gli standard del progetto di fiducia",
        "This newsroom adheres to the standards of a project for trust.",
        "Get live updates, e-paper and weekend magazine in one plan",
        "Pour ne rien manquer de l’actualité du fleuve",
        "Cet article est paru dans notre newsletter « La lettre du fleuve ». Vous pouvez vous y inscrire ici.",
    ],
)
def test_notices_and_invitations_are_no_text_at_the_end_nor_amid_it(line: str) -> None:
    assert amid(line).text == ALL
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "For more information, visit the library",
        "Have you lost your boat? asked the harbour master, and nobody answered him.",
        "If you enjoyed the harvest, said the farmer, you will like the feast.",
        "Support independent journalism, the minister told reporters, and then he left.",
        "Do you know more than the police? asked the judge.",
        "Iklan rokok dilarang di sekolah mulai tahun depan.",
        "For more news he turned to the radio every night.",
        "The market was free because readers of the paper had paid the toll for everyone in the village.",
        "The festival is possible because people in the village bake for it.",
        "Average: 4 sacks of rice, the farmers said.",
        "Terima kasih warga kepada dinas disampaikan di balai desa.",
        "Suara pasangan pertama 41% dan pasangan kedua 52% menurut hitung cepat.",
        "Yuk, kata Rina kepada warga, simak juga aturan mainnya sebelum mendaftar ke panitia.",
    ],
)
def test_a_sentence_that_begins_like_a_notice_is_text(line: str) -> None:
    assert line in amid(line).text


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Kategorie: Markt", ("Markt",)),
        ("Kategorien: Markt, Reis", ("Markt", "Reis")),
        ("Category: Market", ("Market",)),
        ("Categoría: Mercado", ("Mercado",)),
        ("Catégorie : Marché", ("Marché",)),
        ("Categoria: Mercato", ("Mercato",)),
        ("Рубрика: Рынок", ("Рынок",)),
    ],
)
def test_a_line_of_categories_at_the_end_gives_tags_and_is_no_text(line: str, tags: tuple[str, ...]) -> None:
    article = read(end=f"<p>{line}</p>")
    assert (article.text, article.tags) == ("\n\n".join(PROSE), tags)


@pytest.mark.parametrize(
    "end",
    [
        f"<h2>Pasar hulu<span class=mw-editsection>[sunting sumber]</span></h2><p>{MORE}</p>",
        f"<h2>Pasar hulu</h2><p>{MORE}</p><div class=license-box>Naskah ini boleh disalin dengan izin.</div>",
    ],
)
def test_controls_and_licences_of_systems_are_no_text(end: str) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<h1>{TITLE}</h1><div class=entry-content>{text}{end}</div>"
    article = extract(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert article.text == "\n\n".join((*PROSE, "Pasar hulu", MORE))


@pytest.mark.parametrize(
    "line",
    [
        "Pratite nas na našoj Facebook i Instagram stranici",
        "Sledujte nás aj na Facebooku",
        "Seuraa meitä Facebookissa",
        "Google News'te bizi takip edin",
        "تابعونا على فيسبوك",
        "हमें फेसबुक पर फॉलो करें",
        "ریکلام",
        "Artikkeli jatkuu mainoksen jälkeen",
        "Estimated read time: 2-3 minutes",
        "Support Local News!",
        "Rubriklistenbild: © Rina Wati",
        "Contingut exclusiu per a subscriptors",
        "本文系观察者网独家稿件，未经授权，不得转载。",
        "Jangan lewatkan video populer:",
        "Please direct questions or comments to [kabar@kabar.example]",
    ],
)
def test_what_portals_of_many_lands_say_of_themselves_is_no_text(line: str) -> None:
    assert amid(line).text == "\n\n".join((*PROSE, MORE))


@pytest.mark.parametrize(
    "line", ["Support the farmers, he said, is what the river needs.", "Ikut ke sawah setiap pagi."]
)
def test_sentences_that_begin_so_are_text(line: str) -> None:
    assert line in amid(line).text


@pytest.mark.parametrize(
    "line",
    [
        "Kontak Informasi Kabar Hulu:",
        "Redaksi : redaksi@kabar.example",
        "Instagram: kabarhulu",
        "Silakan dibagikan apabila berita ini bermanfaat. Dukung jurnalisme lokal.",
        "Dukung pers mahasiswa dengan membagikan artikel ini.",
        "Help safeguard press freedom & keep Kabar free for all readers by supporting our team",
        "Kabar is an impartial platform & does not necessarily share the views of opinion writers or advertisers.",
        "Please consider subscribing to Kabar",
        "Kabar a besoin de vous",
    ],
)
def test_an_invitation_at_the_end_is_no_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Putusan itu does not necessarily reflect the views of the government, kata jaksa kepada warga di hulu.",
        "Twitter: cara baru pedagang beras menjual panen raya kepada pembeli di kota",
        "Petani meminta dinas agar membantu mereka menjual panen raya kepada pembeli di kota.",
        "For the price of a cup of coffee, shoppers at the market can now buy three kilos of rice.",
        "Please consider donating blood at the market on Sunday, said the nurse.",
    ],
)
def test_a_sentence_that_names_the_same_is_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join((*PROSE, line))


@pytest.mark.parametrize(
    "line",
    [
        "For the price of a cup of coffee a month you can help us create an independent news service.",
        "A version of this article appears in the print on August 24, 2023, of Kabar Hulu.",
        "Lees hieronder verder",
        "Web Title: Harga beras naik di pasar",
        "First published on: 21-04-2024 at 20:03 IST",
        "Pengunjung: 1,204",
        "Penilaian Anda:",
        "Kas lugu meeldis?+11 -1",
        "12:15 م",
        "ع+ع-",
    ],
)
def test_a_count_or_notice_between_paragraphs_is_no_text(line: str) -> None:
    more = PROSE[0].replace("Harga", "Nilai")
    assert read(end=f"<p>{line}</p><p>{more}</p>").text == "\n\n".join((*PROSE, more))


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for subscribing!",
        "Thanks for registering",
        "Terima kasih telah berlangganan.",
        "Terima kasih sudah mendaftar",
        "This site is protected by reCAPTCHA and the Google Privacy Policy applies.",
        "Formulir ini dilindungi oleh reCAPTCHA dan kebijakan privasi berlaku.",
        "We require your permission to store cookies on this device.",
        "New posts will appear here automatically",
        "This page will refresh automatically",
        "Halaman ini terperbarui otomatis",
        "Halaman ini akan diperbarui secara otomatis",
        "Check out our sports section!",
        "Hulu jobs updated daily!",
        "Ada usulan untuk laporan berikutnya? Silakan tulis kepada redaksi",
        "Tanyakan soal panen lewat surel redaksi",
        "Kirimkan foto panen Anda melalui alamat redaksi kami.",
        "We want to hear from you",
        "See the latest forecast in our daily update",
        "El boletín de la mañana en tu correo",
        "Suscribirme al boletín",
        "Este diario se sostiene con el apoyo de sus lectores.",
        "ADVERT",
        "Реклама. ООО «Хлеб», ИНН 7701234567, erid: 2VtzqwXy1",
        "erid: 2VtzqwXy1ab",
        "Comments are reviewed by our team",
        "Semua komentar akan dimoderasi oleh redaksi.",
    ],
)
def test_what_forms_and_desks_say_to_readers_is_no_text_at_the_end_nor_amid_it(line: str) -> None:
    assert amid(line).text == ALL
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for registering your boat before the flood, said the harbour master.",
        "Terima kasih sudah mendaftar sebagai relawan panen, kata Udin kepada para pemuda desa.",
        "This site is protected by a wall of sandbags that farmers filled by hand.",
        "Situs ini dilindungi pagar kawat dan dua penjaga, kata Udin.",
        "We use the oven at the village hall to bake and store cookies for the fair, she said.",
        "This page of the diary was torn out automatically by the machine, he said.",
        "Halaman ini terperbarui warnanya setelah dicat para siswa pada hari Minggu.",
        "Check out our garden, the farmer told visitors at the gate.",
        "The list of jobs updated weekly by the office shrank to ten.",
        "Punya lahan kosong? Laporkan kepada lurah, kata Udin kepada warga.",
        "Ada beras tersisa? Kirim ke kami saja, kata pengurus masjid.",
        "Kirim surat ke redaksi kalau Anda keberatan, kata Udin kepada bupati.",
        "We would like to hear from you, the judge told the farmers, before the verdict.",
        "See the latest boats, he said, before the harbour closes.",
        "El boletín de la parroquia llegó el lunes a cada casa del valle.",
        "Este diario se fundó con dinero de los campesinos, dijo ella.",
        "Advert for the fair was pinned to the gate.",
        "Реклама на мосту снята вчера.",
        "Comments are reviewed by the village board every Monday morning.",
        "Komentar akan ditinjau dewan juri pada hari Senin, kata panitia lomba.",
    ],
)
def test_a_sentence_of_a_story_that_has_the_same_words_is_text(line: str) -> None:
    assert line in amid(line).text
    assert read(end=f"<p>{line}</p>").text.endswith(line)


@pytest.mark.parametrize("line", ["Sendungshinweis:", "Sendungshinweise"])
def test_under_a_label_of_broadcasts_nothing_of_the_text_follows(line: str) -> None:
    told = f"<p>{line}</p><p>Kabar Hulu Petang, Senin, 18.00</p>"
    assert read(end=told).text == "\n\n".join(PROSE)
    said = line.replace("endungshinweis", "endungen") + " wurden verschoben."
    assert read(end=f"<p>{said}</p>").text.endswith(said)


@pytest.mark.parametrize(
    ("line", "tags"), [("文章关键字: 粮食", ("粮食",)), ("文章关键在于粮食价格的稳定，他说。", ())]
)
def test_keywords_of_an_article_in_chinese_are_its_tags(line: str, tags: tuple[str, ...]) -> None:
    article = read(end=f"<p>{line}</p>")
    assert (article.tags, line in article.text) == (tags, not tags)


@pytest.mark.parametrize(
    "line",
    [
        "← Previous PostNext Post →",
        "Older Post Newer Post",
        "[광고]",
        "(Iklan)",
        "分享給朋友： 追蹤我們：",
        "Darllenwch hefyd",
    ],
)
def test_rows_of_posts_and_bracketed_adverts_are_no_text(line: str) -> None:
    assert line not in read(end=f"<p>{line}</p><p>{PROSE[0].replace('Harga', 'Nilai')}</p>").text


@pytest.mark.parametrize(
    "line",
    [
        "（原标题：船厂老师傅重开修船课）",
        "免责声明：自媒体综合提供的内容均源自自媒体，文章观点仅代表作者本人，不代表本站立场。",
        "图片来自网络，如有侵权，请联系删除。",
        "安装新朗客户端第一时间接收最全面的资讯",
        "Reviewed by Hansa D. Rivai, MD",
        "Suggested citation: Wati, Rina: Harga Beras, Kabar Hulu, 2025/5/12.",
        "Questions? Comments? Email us at redaksi",
        "This is your last article that you can read this month before you need to register.",
        "Just a heads up, some of the links are affiliate links: if you make a purchase, we may earn a commission.",
        "Möchtest du mehr über unser Paket wissen? Hier findest du alle Infos!",
        "Permalink https://kabar.example/p/3WRPd",
        "What's Your Reaction?",
        "Full Screen",
        "- THE END -",
        "HuluMoney (Hilir) First published November 29, 2016: 3:33 AM ET",
        "This story is part of a special series that explores energy. For more, visit The Great Challenge.",
        "Would you like to be part of our team? Join our Contributor Program and share your voice!",
        "Is there something you'd like me to write about? Leave me a message on my page.",
        "On Twitter: Follow Ann Roe and get more environment and energy coverage.",
        "ALSO ON HULU",
        "Images: Pixelhulu; Ann Roe, Ben Roe/Hulu",
        "Baca berita dengan sedikit iklan, klik di sini untuk berlangganan",
        "Untuk mendapatkan berita cepat dari kami, gabung grup WhatsApp.",
        "Telusuri berita news lainnya",
        "HULU.ID Pilihan: Mengapa Laboratorium Kita Sunyi",
        "Story Continued Below",
        "More >>",
        "SHOW CAPTION +",
        "Show Thumbnails",
        "4 PHOTOS",
        "[Featured Image by Ann Roe/Getty Images]",
        "题图来自 河口",
        "Rate article: (Hover over the stars then click to rate)",
        "Visitor Opinions (latest shown first)",
        "Connect with me @annroe",
        "See more by Ann Roe on Kabarhulu.example.",
        "For complete coverage of the cup, stay tuned to the Events section of the site.",
        "Be sure to annoy your friends and family - share this post with them!",
        "Get Data Sheet, Hulu’s technology newsletter",
        "Can't get enough of us? Sign up now for the Hulu newsletter packed with news and more!",
        "*This article appears in the September 5, 2016 issue of Hulu Magazine.",
        "Have something to say? Let us know in the comments section or send an email to the author.",
        "Before it's here, it's on the Hulu Terminal. LEARN MORE",
        "Contact the writer: redaksi@kabar.example",
        "(Via CNN, Fox News and ABC News)",
        "This content is imported from Instagram. You may be able to find the same content in another format.",
        "From The Hulu staff reports",
        "Editor's Note: A version of this story originally appeared in our weekly newsletter, the Brief.",
        "This column does not necessarily reflect the opinion of the editorial board or its owners.",
        ">> READ ON THE OBSERVERS: <a href=/b>Migrants face perilous passage through Hulu</a>",
        "Report an error",
        "mehr anzeigen",
        "Photograph by Ann Roe, Hulu Restoration Programme",
        "图片来源：摄图网",
        "Lire aussi Martine Roux, « <a href=/b>En Corée, la politique du rayon de soleil</a> », Le Hulu, juin 2018.",
    ],
)
def test_what_pages_print_round_an_article_is_none_of_it(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "The committee reviewed by Friday all the letters that residents had sent since the flood.",
        "Warna pilihan: merah, hijau, dan biru, yang diambil dari kain lama di pulau itu.",
        "The letters were first published in a small book that the school printed for its pupils.",
        "The story ran in the May issue of the magazine and was read by half of the town, he said.",
        "Receive is what the village did: updates on the road came to it each day, and nothing else.",
        "Permalink adalah alamat tetap sebuah halaman, kata pengelola arsip itu kepada peserta pelatihan.",
        "Affiliate links are what the guild wants to ban in its papers from next year, its chair said.",
    ],
)
def test_sentences_that_begin_alike_are_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>").text.endswith(line)
