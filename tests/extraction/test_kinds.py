"""Articles told from other pages, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.pages import ADDRESS, CLAIMS, DATED, PROSE, TITLE, is_article


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{ADDRESS}?tag=utama", True),
        ("https://kabar.example/8301-30686_3-20014053-266.html?tag=utama1", True),
        ("https://kabar.example/?tag=beras", False),
        ("https://kabar.example/?s=harga+beras+naik", False),
        ("https://kabar.example/tag/beras/", False),
        ("https://kabar.example/kategori/berita-daerah-kutai-timur/?paged=2", False),
        ("https://kabar.example/categories/pasar/", False),
        ("https://kabar.example/blog/", False),
        ("https://kabar.example/blogs", False),
        ("https://kabar.example/index12.html", False),
        ("https://kabar.example/blog/harga-beras-naik-jelang-panen/", True),
        ("https://kabar.example/?q=content/harga-beras-naik-jelang-panen", True),
        ("https://kabar.example/index.php?q=berita/harga-beras-naik-jelang-panen&page=2", True),
        ("https://kabar.example/?q=kategori/pasar", False),
        ("https://kabar.example/?q=beras", False),
        ("https://kabar.example/cari?q=beras/jagung", False),
        ("https://kabar.example/news.php?s=12", True),
        ("https://kabar.example/cari.php?s=beras", False),
        ("https://kabar.example/berita.php?cat=3&id=12", True),
        ("https://kabar.example/index.php?cat=3&page=2", False),
        ("https://kabar.example/index.php?cat_id=3&tag=12", False),
        ("https://kabar.example/#!/read/20250512", True),
        ("https://kabar.example/#atas", False),
        ("https://kabar.example/read/123", True),
        ("https://kabar.example/home/detail_berita/12", True),
        ("https://kabar.example/article/q/4b40a0cebe377911fd7820a55027f635.html", True),
        ("https://kabar.example/category/article/q/4b40a0cebe377911fd7820a55027f635.html", False),
    ],
)
def test_a_query_of_an_articles_address_makes_no_list_of_it(url: str, expected: bool) -> None:
    assert is_article(url=url) is expected


@pytest.mark.parametrize(
    ("classes", "url", "head", "expected"),
    [
        ("home article", ADDRESS, CLAIMS, True),
        ("overlord blog", "https://kabar.example/harga", CLAIMS, True),
        ("home blog", "https://kabar.example/", CLAIMS, False),
        ("home blog", ADDRESS, "", True),
        ("home", ADDRESS, "", True),
        ("home", "https://kabar.example/pasar", "", False),
        ("home blog", "https://kabar.example/harga", "", False),
        ("archive category", ADDRESS, CLAIMS, False),
        ("archive date", ADDRESS, CLAIMS, False),
    ],
)
def test_classes_that_other_systems_give_all_pages_tell_nothing_against_a_claim_or_an_address(
    classes: str, url: str, head: str, expected: bool
) -> None:
    assert is_article(classes=classes, url=url, head=head) is expected


def test_a_list_of_links_at_the_top_makes_no_list_of_a_dated_page_under_its_own_address() -> None:
    links = "".join(f"<li><a href='/{n}'>Judul berita lain nomor {n} di edisi ini</a></li>" for n in range(6))
    body = f"<div class=entry-content><ul>{links}</ul></div>"
    assert is_article(body, head="")
    assert not is_article(body, url="https://kabar.example/edisi-mei/", head="", date="")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("detail?id=478984", True),
        ("index.php?co=artykul&id=107938", True),
        ("index.php?r=news/view&id=749688", True),
        ("?p=1234", True),
        ("article.aspx?cp-documentid=31244150", True),
        ("index.php?cat_id=478984", False),
        ("index.php?page_id=12", False),
    ],
)
def test_the_number_in_a_query_tells_an_article(query: str, expected: bool) -> None:
    text = "".join(
        f"<p>{sentence} {sentence.replace('a', 'e')} {sentence.replace('i', 'o')}</p>" for sentence in PROSE
    )
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=z>{text}</div></body></html>"
    assert (extract(page, f"https://kabar.example/{query}") is not None) is expected


@pytest.mark.parametrize(
    ("path", "sentences", "expected"),
    [
        ("berita/704075-beras", 3, True),
        ("siaran-pers/704075-beras", 3, True),
        ("profil/704075-beras", 3, False),
        ("berita/704075-beras", 2, False),
    ],
)
def test_undated_prose_in_a_folder_of_news_is_an_article(path: str, sentences: int, expected: bool) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE[:sentences])
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=z>{text}</div></body></html>"
    assert (extract(page, f"https://kabar.example/{path}") is not None) is expected


DECLARED = '<script type="application/ld+json">{{"@type": "{}", "headline": "' + TITLE + '"{}}}</script>'
DATED_TOO = ', "datePublished": "2025-05-12T14:30:00+08:00"'
NEWS = DECLARED.format("NewsArticle", "")
HEADLINE = "<a href='/b/{0}'>Judul berita lain nomor {0} di edisi hari ini</a>"
LISTS = [
    f"<li>{HEADLINE}</li>",
    f"<article><h3>{HEADLINE}</h3><time>{{1}} Mei 2025</time></article>",
    f"<div><div>{{1}} Mei 2025</div><h4>{HEADLINE}</h4></div>",
]


def is_article_among(
    count: int, head: str, item: str = LISTS[0], date: str = DATED, url: str = "https://kabar.example/pasar"
) -> bool:
    """Whether a page whose body holds three paragraphs and then a list of linked headlines is an article."""
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    listed = "".join(item.format(number, number % 28 + 1) for number in range(count))
    page = (
        f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{date}"
        f"<div class=entry-content>{text}<ul>{listed}</ul></div></body></html>"
    )
    return extract(page, url) is not None


@pytest.mark.parametrize("item", LISTS)
@pytest.mark.parametrize(
    ("head", "count", "expected"),
    [
        (NEWS, 8, True),
        (NEWS, 23, True),
        (DECLARED.format("Article", ""), 23, True),
        (DECLARED.format("BlogPosting", DATED_TOO), 23, True),
        (NEWS, 24, False),
        (CLAIMS, 7, True),
        (CLAIMS, 8, False),
        (CLAIMS + DECLARED.format("WebPage", DATED_TOO), 8, False),
        (DECLARED.format("WebPage", ""), 5, False),
        (DECLARED.format("WebPage", DATED_TOO), 8, False),
        (DECLARED.format("CollectionPage", DATED_TOO), 8, False),
        ("", 5, False),
        ("", 23, False),
    ],
)
def test_a_dated_page_that_declares_its_article_is_one_among_many_headlines(
    head: str, count: int, expected: bool, item: str
) -> None:
    assert is_article_among(count, head, item) is expected


@pytest.mark.parametrize(("count", "expected"), [(7, True), (8, False), (23, False)])
def test_an_undated_page_that_declares_its_article_stands_among_fewer(count: int, expected: bool) -> None:
    assert is_article_among(count, NEWS, date="") is expected


@pytest.mark.parametrize(
    ("url", "count"),
    [("https://kabar.example/", 1), ("https://kabar.example/kategori/pasar/", 1), (ADDRESS, 24)],
)
def test_what_a_page_declares_makes_no_article_of_a_list_by_its_address(url: str, count: int) -> None:
    is_of_list = url != ADDRESS
    assert is_article_among(count, DECLARED.format("NewsArticle", DATED_TOO), url=url) is not is_of_list


@pytest.mark.parametrize("box", ["<section>{}</section>", "<div class=u1>{}</div>"])
@pytest.mark.parametrize("item", LISTS[1:])
@pytest.mark.parametrize("declared", ["", "WebPage", "CollectionPage", "WebSite"])
@pytest.mark.parametrize("path", ["", "pasar", "berita-utama-hari-ini/"])
def test_a_front_page_of_dated_teasers_that_declares_no_article_is_none(
    path: str, declared: str, item: str, box: str
) -> None:
    head = DECLARED.format(declared, DATED_TOO) if declared else ""
    teasers = "".join(
        box.format(item.format(number, number + 1) + f"<p>{PROSE[number % 3]} Ini kabar {number}.</p>")
        for number in range(9)
    )
    page = (
        f"<html><head><title>Kabar Hulu</title>{head}</head><body><h1>Kabar Hulu</h1>{teasers}</body></html>"
    )
    assert extract(page, f"https://kabar.example/{path}") is None


SENTENCES = [*PROSE, *(sentence.replace("a", "e") for sentence in PROSE)]


@pytest.mark.parametrize(
    ("path", "date", "sentences", "expected"),
    [
        ("pasar", DATED, 4, True),
        ("pasar", DATED, 3, False),
        ("pasar", "", 6, False),
        ("704075", DATED, 2, True),
        ("704075", "", 6, True),
        ("704075", "", 5, False),
    ],
)
def test_unmarked_prose_needs_less_length_where_the_page_has_a_date(
    path: str, date: str, sentences: int, expected: bool
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:sentences])
    head = f"<title>{TITLE}</title>"
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{date}<div class=z3>{text}</div></body></html>"
    assert (extract(page, f"https://kabar.example/{path}") is not None) is expected


@pytest.mark.parametrize(
    ("path", "sentences", "expected"),
    [
        ("blog/catatan-dari-muara/", 6, True),
        ("blogs/catatan-dari-muara", 6, True),
        ("berita/catatan-dari-muara", 6, True),
        ("blog/catatan-dari-muara/", 5, False),
        ("blog/catatan-muara/", 6, False),
        ("catatan/catatan-dari-muara/", 6, False),
    ],
)
def test_undated_prose_under_three_words_in_a_folder_of_articles_is_one(
    path: str, sentences: int, expected: bool
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:sentences])
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class=z>{text}</div></body></html>"
    assert (extract(page, f"https://kabar.example/{path}") is not None) is expected


@pytest.mark.parametrize(
    ("url", "classes", "date", "expected"),
    [
        ("https://kabar.example/archives/136", "single single-post postid-136", DATED, True),
        ("https://kabar.example/archives/136/", "single single-post", DATED, True),
        ("https://kabar.example/archives/136", "single single-post", "", False),
        ("https://kabar.example/archives/136", "", DATED, False),
        ("https://kabar.example/1927", "single single-post postid-1927", DATED, True),
        ("https://kabar.example/1927", "archive date", DATED, False),
    ],
)
def test_the_numbered_addresses_of_wordpress_are_those_of_posts(
    url: str, classes: str, date: str, expected: bool
) -> None:
    assert is_article(url=url, head="", classes=classes, date=date) is expected


@pytest.mark.parametrize(
    ("count", "is_linked", "expected"),
    [(1, True, True), (2, True, False), (4, True, False), (1, False, True)],
)
def test_entries_that_each_begin_with_a_linked_headline_are_a_list(
    count: int, is_linked: bool, expected: bool
) -> None:
    headlines = [
        "Harga Beras Naik Jelang Panen",
        "川の朝市を守る　サマリンダの舟商人たち",
        "Pasar Pagi Pindah Lagi Besok",
        "Jalan Desa Rusak",
    ]
    entries = ""
    for number, headline in enumerate(headlines[:count]):
        link = f"<a href=/e/{number}>{headline} di Hulu</a>" if is_linked else f"{headline} di Hulu"
        text = "".join(f"<p>{sentence} Lagi {number}, {turn}.</p>" for turn in range(4) for sentence in PROSE)
        entries += f"<article class=hentry><header><h2 class=entry-title>{link}</h2></header><time>12 Mei 2025</time>{text}</article>"
    page = f"<html><head><title>Kabar</title></head><body><h1>News</h1><div class=hfeed>{entries}</div></body></html>"
    assert (extract(page, ADDRESS) is not None) is expected


@pytest.mark.parametrize(
    ("path", "expected"), [("/hulu/harga-beras-naik-panen-raya-130606.htm", True), ("/hulu/pasar", False)]
)
def test_a_class_that_systems_give_all_their_pages_counts_less_than_an_articles_address(
    path: str, expected: bool
) -> None:
    url = f"https://kabar.example{path}"
    assert is_article(url=url, head="", classes="interior editorial blog blog-post") is expected


def test_a_short_text_under_a_number_in_the_query_is_an_article() -> None:
    assert is_article(url="https://kabar.example/view.php?ud=20131114000812", head="")


def test_a_web_story_is_no_article_whatever_it_claims() -> None:
    story = "<amp-story><amp-story-page><h1>Satu</h1></amp-story-page></amp-story>"
    assert not is_article(body=story)


SHORT = [f"Petani di desa ke-{number} menunggu pupuk murah datang." for number in range(10)]
LINKED = [
    f"<a href='https://kabar.example/lain/{number}'>Kabar lain dari hulu yang ke-{number} hari ini</a>"
    for number in range(7)
]


@pytest.mark.parametrize("head", ["", CLAIMS])
def test_short_sentences_round_headlines_of_others_are_an_article(head: str) -> None:
    lines = "".join(f"<p>{line}</p>" for line in (*SHORT[:2], *LINKED, *SHORT[2:]))
    page = f"<h1>{TITLE}</h1>{DATED}<div class=entry-content>{lines}</div>"
    article = extract(f"<html><head><title>{TITLE}</title>{head}</head><body>{page}</body></html>", ADDRESS)
    assert article is not None
    assert [block.text for block in article.blocks] == SHORT


def test_a_printed_day_tells_an_article_whose_minute_a_script_tells() -> None:
    plain, script = "https://kabar.example/x", '<script>x={"publishedAt":"2025-05-12T01:00:00Z"}</script>'
    assert is_article(url=plain, head=script)
    assert not is_article(url=plain, head=script, date="")


@pytest.mark.parametrize(
    "path",
    [
        "/tag/pasar-pagi-kota-tepian/",
        "/tag/pasar-pagi-kota-tepian.html",
        "/author/rina-wati-dewi-lestari.html",
        "/blog/authors/rina-wati/",
        "/archives/2025/05/",
    ],
)
def test_the_address_of_a_tag_an_author_or_a_month_is_no_articles(path: str) -> None:
    assert not is_article(url=f"https://kabar.example{path}")


@pytest.mark.parametrize("path", ["/archives/2025/05/12/harga-beras/", "/tag/20250512-harga-beras-naik-lagi"])
def test_an_articles_address_may_pass_a_shelf(path: str) -> None:
    assert is_article(url=f"https://kabar.example{path}")


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("post-template tag-pasar", True),
        ("tag-template tag-pasar", False),
        ("author-template", False),
        ("", False),
    ],
)
def test_the_classes_of_ghost_tell_a_short_post_from_lists(classes: str, expected: bool) -> None:
    page = (
        f"<html><head><title>{TITLE}</title></head><body class='{classes}'><article class=post><h1>{TITLE}</h1>{DATED}"
        f"<section class=isi><p>{PROSE[0]}</p><p>{PROSE[1]}</p></section></article></body></html>"
    )
    assert (extract(page, "https://kabar.example/beras/") is not None) is expected


def test_a_recipe_in_a_marked_body_is_an_article() -> None:
    items = "".join(f"<li>{number} buah bahan dari pasar</li>" for number in range(1, 13))
    page = (
        "<html><head><title>Resep Sambal Raja</title><meta property='og:type' content='article'></head>"
        "<body class=single-post><h1>Resep Sambal Raja</h1><div class=entry-content><p>Sambal ini khas hulu.</p>"
        f"<p>Bahan:</p><ul>{items}</ul></div></body></html>"
    )
    article = extract(page, "https://kabar.example/2025/05/12/resep-sambal-raja-khas-hulu/")
    assert article is not None
    assert len(article.blocks) == 14


@pytest.mark.parametrize(
    ("classes", "expected"), [("archive newsletter", True), ("archive page-id-3", False)]
)
def test_the_archive_of_letters_declares_the_one_that_it_shows(classes: str, expected: bool) -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harga Beras"}</script>'
    assert is_article(classes=classes, head=head) is expected
    assert not is_article(classes=classes)


@pytest.mark.parametrize(("query", "expected"), [("id=1646796218135408573", True), ("tab=semua", False)])
def test_a_long_number_in_a_query_is_an_articles(query: str, expected: bool) -> None:
    assert is_article(url=f"https://kabar.example/s?{query}", head="", date="") is expected


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("/2025/05/12/2944852/harga-beras-naik-jelang-panen.html", True),
        ("/2025/05/12/harga-beras-naik.html", True),
        ("/2025/05/12/harga-beras-naik/", False),
        ("/2025/05/12/", False),
        ("/category/harga-beras-naik/", False),
    ],
)
def test_a_page_under_its_day_and_words_may_call_itself_by_its_shelf(path: str, is_one: bool) -> None:
    text = "".join(f"<p>Pada hari ke-{day} {sentence}</p>" for day in range(3) for sentence in PROSE)
    body = f'<body class="archive category category-niaga"><h1>{TITLE}</h1><p>12 Mei 2025</p><div class=entry-content>{text}</div>'
    page = f"<html><head><title>{TITLE}</title></head>{body}</body></html>"
    assert (extract(page, f"https://kabar.example{path}") is not None) is is_one
