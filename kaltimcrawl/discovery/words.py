"""The words by which pages of portals are told apart: paths, marks of the next page, menus.

All in lower case. Seen on East Kalimantan's portals, the national networks (Tribun, Jawa Pos, Disway,
Antara, detik, Kompas, Liputan6) and the themes of WordPress that regional portals use.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines())


SECTION_SEGMENTS = _words(
    """
    category categories kategori cat rubrik kanal channel topik topic topics
    indeks index indeks-berita index-berita index-news
    """
)
"""Segments under which a portal's sections stand."""

STOP_SEGMENTS = SECTION_SEGMENTS | _words(
    """
    tag tags label arsip archive archives page halaman paged
    author authors penulis reporter user users profil-penulis profile
    search cari pencarian feed rss atom comments trackback embed print share
    login logout register daftar subscribe langganan cart checkout account akun my-account
    attachment web-stories wp-content wp-admin wp-includes wp-json wp-login.php xmlrpc.php cdn-cgi
    ads iklan assets static storage uploads images img css js
    """
)
"""A path with one of these as a segment is no article: lists, people, tools, machinery."""

STOP_PARAMETERS = _words("s q query search keyword keywords cari terms key tag cat author feed print share")
"""A query with one of these names a search, a list or a tool."""

PAGE_PARAMETERS = _words("page paged p hal halaman pg pageno page_no start_page")
"""Parameters whose number is that of a page of a list, or of a part of an article."""

PAGE_SEGMENTS = _words("page halaman hal")
"""Segments after which the number of a page comes."""

MEDIA_ENDINGS = _words(
    """
    jpg jpeg png gif webp avif svg ico bmp tif tiff mp3 m4a ogg wav mp4 m4v webm mov avi m3u8
    pdf doc docx xls xlsx ppt pptx odt ods csv zip rar 7z gz apk
    css js mjs map json xml xsl rss atom txt woff woff2 ttf eot
    """
)
"""Endings of files that are no pages."""

PAGE_ENDINGS = (".html", ".htm", ".shtml", ".xhtml", ".php", ".aspx", ".asp", ".jsp")
"""Endings of pages, cut before a slug's words are counted."""

STATIC_PAGES = _words(
    """
    tentang tentang-kami about about-us redaksi susunan-redaksi box-redaksi tim-redaksi dewan-redaksi
    kontak kontak-kami hubungi-kami contact contact-us iklan pasang-iklan info-iklan advertise
    karir career lowongan visi-misi visi-dan-misi faq bantuan sitemap peta-situs rss-feed
    pedoman pedoman-media-siber pedoman-pemberitaan-media-siber
    pedoman-pemberitaan-ramah-anak pedoman-hak-jawab
    kode-etik kode-etik-jurnalistik kode-etik-internal-perusahaan-pers kode-etik-wartawan-indonesia
    standar-perlindungan-profesi-wartawan standar-operasional-prosedur-perlindungan-wartawan
    undang-undang-pers uu-pers disclaimer sanggahan
    privasi kebijakan-privasi kebijakan-privasi-dan-cookie privacy privacy-policy
    syarat-ketentuan syarat-dan-ketentuan syarat-dan-ketentuan-penggunaan ketentuan-layanan
    terms terms-of-service terms-and-conditions
    """
)
"""Last segments of pages that every portal has and that are no news."""

NEXT_WORDS = _lines(
    """
    next
    next page
    older
    older posts
    older entries
    older articles
    more posts
    load more
    selanjutnya
    berikutnya
    lanjut
    halaman berikutnya
    halaman selanjutnya
    laman berikutnya
    laman selanjutnya
    berita selanjutnya
    indeks selanjutnya
    berita lama
    artikel lama
    pos lama
    pos-pos lama
    tulisan lama
    posting lama
    postingan lama
    postingan lebih lama
    lebih lama
    muat lainnya
    muat lebih banyak
    """
)
"""The whole text of a link to the next page, without arrows."""

NEXT_ARROWS = frozenset("»›→>❯▶⟩")
"""A link whose text is one or two of these leads on, where it stands in a block of pages."""

PAGER_MARKS = (
    "paginat",
    "paging",
    "pager",
    "page-numbers",
    "pagenav",
    "page-nav",
    "page_nav",
    "nav-links",
    "halaman",
)
"""Parts of the class or id of a block of links to the pages of a list."""

READ_MORE_WORDS = _lines(
    """
    more
    read more
    continue reading
    selengkapnya
    baca selengkapnya
    lihat selengkapnya
    baca juga
    baca lebih lanjut
    lanjutkan membaca
    detail
    komentar
    tinggalkan komentar
    tak ada komentar
    leave a comment
    no comments
    """
)
"""Texts of links to an article that are not its title."""

MENU_MARKS = ("menu", "navbar", "nav-", "navigation", "kanal", "rubrik")
"""Parts of the class or id of a block of links to a portal's sections."""

NO_MENU_MARKS = ("footer", "copyright", "breadcrumb", "pagination")
"""Parts of the class or id of blocks whose links lead to no section."""
