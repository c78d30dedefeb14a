"""Pages of real publishing software: what goes into a system, and what is read off its pages. No network."""

from __future__ import annotations

import ast
import json
import os
import re
import select
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from textwrap import dedent

import pytest

from bench import extractors
from bench.own import Block
from bench.pages import SOURCES, read_sources
from bench.software import building, hexo, nikola, pelican
from bench.software.__main__ import build
from bench.software.building import is_built, keep_pages, make_stamp
from bench.software.catalogue import CatalogueError, System, Theme, read_catalogue
from bench.software.places import is_told, read_places
from bench.software.reading import SoftwarePage, read_theme_pages
from bench.software.stories import ZONE, Related, Story, pick_stories, read_choice, slugify
from bench.software.tools import SoftwareError, missing_tool, run

STORY = Story(
    slug="kucing-balai-kota",
    language="id",
    title="Kucing Balai Kota [Lagi]",
    standfirst="Tiga ekor, satu kursi.",
    section="Daerah",
    tags=("kucing", "balai kota"),
    author="Rina Wati",
    caption="Si <Oyen> di kursi",
    published=datetime(2026, 5, 4, 6, 25, tzinfo=ZONE),
    blocks=(
        Block("paragraph", "Kucing itu kembali.", ""),
        Block("paragraph", "1. Ia tidur di data_desa*.", ""),
        Block("heading", "Kursi", ""),
        Block("item", "satu kursi", ""),
        Block("item", "dua bantal", ""),
        Block("quote", '"Biarkan," kata wali kota.', ""),
    ),
    sources=(
        "Kucing itu **kembali**.",
        "1. Ia [tidur](https://kucing.example/a_b) di data_desa*.",
        "Kursi",
        "satu kursi",
        "dua bantal",
        '"Biarkan," kata wali kota.',
    ),
    related=Related("Baca juga: ", "banjir", "Banjir *Lagi*"),
)
OTHER = replace(STORY, slug="banjir", related=None)
HEXO = System(name="hexo", packages={"hexo": "8.1.2"})
THEME = Theme(
    name="hexo-plain",
    number=0,
    system=HEXO,
    theme="plain",
    site="Kabar Uji",
    host="kabaruji.example",
    language="id",
    path="/{y}/{n}/{d}/{slug}/",
    front={"cover": "{image}", "copyright_author": "{author}"},
)


def test_a_story_becomes_front_matter_and_markdown_for_hexo() -> None:
    """The story's own marks are Markdown's, any other sign is escaped, the related line is a paragraph."""
    assert hexo.to_post(replace(THEME, has_more=True), STORY, [STORY, OTHER]) == dedent("""\
        ---
        title: "Kucing Balai Kota [Lagi]"
        date: 2026-05-04 06:25:00
        updated: 2026-05-05 09:05:00
        author: "Rina Wati"
        categories: ["Daerah"]
        tags: ["kucing", "balai kota"]
        description: "Tiga ekor, satu kursi."
        cover: "/images/foto.png"
        copyright_author: "Rina Wati"
        ---
        ![Si <Oyen> di kursi](/images/foto.png)

        Kucing itu **kembali**.

        <!-- more -->

        1\\. Ia [tidur](https://kucing.example/a_b) di data\\_desa\\*.

        Baca juga: [Banjir \\*Lagi\\*](/2026/05/04/banjir/)

        ## Kursi

        - satu kursi
        - dua bantal

        > "Biarkan," kata wali kota.
        """)


def test_a_story_becomes_fields_and_markdown_for_pelican() -> None:
    post = pelican.to_post(replace(THEME, front={"Image": "{image}"}), STORY, [STORY, OTHER])
    assert post.startswith(
        dedent("""\
        Title: Kucing Balai Kota [Lagi]
        Date: 2026-05-04 06:25
        Modified: 2026-05-05 09:05
        Category: Daerah
        Tags: kucing, balai kota
        Slug: kucing-balai-kota
        Lang: id
        Author: Rina Wati
        Summary: Tiga ekor, satu kursi.
        Description: Tiga ekor, satu kursi.
        Image: /images/foto.png

        <figure>
        <img src="/images/foto.png" alt="Si &lt;Oyen&gt; di kursi">
        <figcaption>Si &lt;Oyen&gt; di kursi</figcaption>
        </figure>

        Kucing itu **kembali**.
        """)
    )


def test_a_story_becomes_fields_and_restructuredtext_for_nikola() -> None:
    """The mark that ends the teaser follows the first block."""
    theme = replace(THEME, front={}, has_more=True)
    assert nikola.to_post(theme, STORY) == dedent("""\
        .. title: Kucing Balai Kota [Lagi]
        .. slug: kucing-balai-kota
        .. date: 2026-05-04 06:25:00 UTC+08:00
        .. updated: 2026-05-05 09:05:00 UTC+08:00
        .. tags: kucing, balai kota
        .. category: Daerah
        .. author: Rina Wati
        .. description: Tiga ekor, satu kursi.
        .. previewimage: /images/foto.png
        .. type: text

        .. figure:: /images/foto.png
           :alt: Si <Oyen> di kursi

           Si <Oyen> di kursi

        Kucing itu **kembali**.

        .. TEASER_END

        \\1. Ia `tidur <https://kucing.example/a_b>`__ di data\\_desa\\*.

        Baca juga: `Banjir \\*Lagi\\* <link://slug/banjir>`__

        Kursi
        ----------

        * satu kursi
        * dua bantal

            "Biarkan," kata wali kota.
        """)


def test_the_settings_of_a_hexo_site_are_the_themes_and_its_own(tmp_path: Path) -> None:
    """Hexo reads JSON as YAML; a story's address is the theme's path in Hexo's words."""
    site, tools = tmp_path / "site", tmp_path / "tools"
    site.mkdir()
    theme = replace(THEME, settings={"menu": {"Beranda": "/"}}, site_settings={"per_page": 5})
    hexo.write_site(theme, [STORY, OTHER], site, tools)
    settings = json.loads((site / "_config.yml").read_text("utf-8"))
    assert settings["permalink"] == ":year/:month/:day/:title/"
    assert settings["theme_config"] == {"menu": {"Beranda": "/"}}
    assert (settings["url"], settings["author"]) == ("https://kabaruji.example", "Redaksi Kabar Uji")
    assert (settings["per_page"], settings["timezone"]) == (5, "Asia/Makassar")
    assert {path.name for path in (site / "source").rglob("*.md")} == {
        "kucing-balai-kota.md",
        "banjir.md",
        "index.md",
    }
    assert (site / "source/images/foto.png").read_bytes().startswith(b"\x89PNG")


def test_the_settings_of_pelican_and_nikola_are_python(tmp_path: Path) -> None:
    for module, name in ((pelican, "pelicanconf.py"), (nikola, "conf.py")):
        site = tmp_path / name
        site.mkdir()
        module.write_site(replace(THEME, front={}), [STORY, OTHER], site, tmp_path)
        values = {}
        for line in ast.parse((site / name).read_text("utf-8")).body:
            assert isinstance(line, ast.Assign)
            assert isinstance(line.targets[0], ast.Name)
            values[line.targets[0].id] = ast.literal_eval(line.value)
        assert values["TIMEZONE"] == "Asia/Makassar"
        assert values["THEME"] == "plain"


def test_the_choice_has_all_languages_and_related_lines_in_every_second() -> None:
    stories = read_choice()
    languages = [story.language for story in stories]
    assert languages[:13] == ["id"] * 9 + ["en"] * 4
    assert languages[13:] == ["de", "es", "fr", "nl", "ar", "ja", "zh", "ru", "pt"]
    assert len({story.slug for story in stories}) == len(stories)
    assert len({story.published.date() for story in stories}) == len(stories)
    assert [bool(story.related) for story in stories[:9]] == [True, False] * 4 + [True]
    assert [bool(story.related) for story in stories[9:]] == [True, False, True, False] + [False] * 9
    for story in stories:
        assert all((story.standfirst, story.section, story.tags, story.caption))
        assert {block.kind for block in story.blocks} <= {"paragraph", "heading", "item", "quote"}
        assert re.fullmatch(r"[a-z0-9-]+", story.slug)
        # Renderers set these otherwise, and the truth's folding of type doesn't know how.
        assert not re.search(r"\.\.\.|--|\(c\)|\(tm\)", story.text)


def test_an_address_is_plain_letters() -> None:
    assert [slugify(name) for name in ("Laporan Khusus", "España", "社会")] == [
        "laporan-khusus",
        "espana",
        "34c869f4",
    ]


def test_neighbouring_sites_keep_other_stories_and_all_are_kept_by_some() -> None:
    stories = read_choice()
    picks = [pick_stories(stories, number) for number in range(9)]
    assert {len(picked) for picked in picks} == {8}
    assert {sum(story.language == "id" for story in picked) for picked in picks} == {4}
    assert picks[0] != picks[1]
    assert {story.slug for picked in picks for story in picked} == {story.slug for story in stories}


def test_themes_are_pinned_and_their_sites_are_nobodys() -> None:
    """Every package in one exact version; no two sites share a name or a host; hosts can't exist."""
    themes = read_catalogue()
    assert len(themes) > 25
    assert len({theme.site for theme in themes}) == len({theme.host for theme in themes}) == len(themes)
    assert all(theme.host.endswith(".example") for theme in themes)
    assert {theme.language for theme in themes} == {"id", "en"}
    for theme in themes:
        assert theme.name.startswith(f"{theme.system.name}-")
        for version in {**theme.system.packages, **theme.packages}.values():
            assert re.fullmatch(r"\d+(\.\d+)+(\.post\d+)?", version)
        assert theme.system.name == "hexo" or "{section}" not in theme.path
        for story in read_choice():
            assert re.fullmatch(r"(/[a-z0-9.-]+)+/?", theme.path_of(story))
            assert all("{" not in value for value in theme.front_of(story, "/a.png").values())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('colour = "red"', "hexo-a: unknown key 'colour'"),
        ("", "hexo-a: the key 'site' is missing"),
        (
            'site = "A"\nhost = "a.example"\nlanguage = "id"\npath = "/"',
            "hexo-a: no system 'hexo' is declared",
        ),
    ],
)
def test_a_wrong_catalogue_is_told(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "themes.toml"
    path.write_text(f'[systems]\n[themes.hexo-a]\nsystem = "hexo"\ntheme = "a"\n{line}\n', "utf-8")
    with pytest.raises(CatalogueError, match=re.escape(message)):
        read_catalogue(path)


def _page(story: Story, time: str, byline: str = "") -> str:
    """A page as a theme may print it: a menu, the article with its dateless aside, a foot."""
    menu = "".join(f"<a href='#'>{other.section}</a>" for other in read_choice())
    body = "".join(f"<p>{block.text}</p>" for block in story.blocks)
    related = f"<p>{story.related.line}</p>" if story.related else ""
    return (
        f"<html><body><nav>{menu}</nav><article><h1>{story.title}</h1>{byline}{time}{body}{related}</article>"
        f"<aside><b>{read_choice()[0].author}</b></aside></body></html>"
    )


Print = Callable[[Story], str]


def _print_site(folder: Path, page_of: Print) -> Path:
    for story in pick_stories(read_choice(), THEME.number):
        path = folder / THEME.path_of(story).strip("/") / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(page_of(story), "utf-8")
    (folder / "index.html").write_text("<html><body><h1>Kabar Uji</h1></body></html>", "utf-8")
    return folder


def _read_site(folder: Path, page_of: Print) -> list[SoftwarePage]:
    keep_pages(THEME, _print_site(folder / "site", page_of), folder / "pages")
    return list(read_theme_pages(THEME, folder / "pages"))


def test_a_page_tells_what_its_html_tells(tmp_path: Path) -> None:
    """An offset tells the minute; bylines tell the names, the menu and the aside with others' names don't."""
    pages = _read_site(
        tmp_path,
        lambda story: _page(
            story,
            f"<time datetime='{story.published.isoformat()}'></time>",
            f"<p>Oleh <b>{story.author}</b> di <a href='#'>{story.section}</a></p>",
        ),
    )
    picked = pick_stories(read_choice(), 0)
    assert [page.kind for page in pages] == ["article"] * 8 + ["front"]
    assert [(page.text, page.title, page.author, page.section, page.published) for page in pages[:8]] == [
        (story.text, story.title, story.author, story.section, story.published) for story in picked
    ]
    assert {page.precision for page in pages} == {"minute"}
    assert [page.must_not for page in pages] == [
        *((story.related.line,) if story.related else () for story in picked),
        (),
    ]
    front = pages[-1]
    assert (front.name, front.url) == ("hexo-plain/front.html", "https://kabaruji.example/")
    assert (front.text, front.title, front.published) == (None, None, None)


@pytest.mark.parametrize(
    "form", ["%Y-%m-%dT%H:%M:%S", "%Y/%m/%d", "%B %d, %Y", "%d %b %Y", "%Y年%m月%d日", "/%Y/%m/%d/a/"]
)
def test_a_time_without_offset_tells_the_day(tmp_path: Path, form: str) -> None:
    pages = _read_site(tmp_path, lambda story: _page(story, f"<i>{story.published.strftime(form)}</i>"))[:8]
    assert {page.precision for page in pages} == {"day"}
    assert [page.published for page in pages] == [
        story.published.replace(hour=0, minute=0) for story in pick_stories(read_choice(), 0)
    ]


def test_a_page_without_time_and_byline_tells_neither(tmp_path: Path) -> None:
    """The day of its last edit is none of its publication."""
    pages = _read_site(tmp_path, lambda story: _page(story, f"<i>{story.edited.isoformat()}</i>"))[:8]
    assert {(page.author, page.section, page.published) for page in pages} == {(None, None, None)}


def test_names_are_found_in_what_is_shown_in_meta_elements_and_in_json_ld() -> None:
    body = (
        b'<html><head><meta name="author" content="Ani"><script type="application/ld+json">'
        b'{"author": [{"name": "Budi"}]}</script><script>x = "Cici"</script></head>'
        b"<body><p>Dedi<br>Eka<!-- Feri -->Gani</p></body></html>"
    )
    assert list(read_places(body)) == [
        ("meta author", "Ani"),
        ("ld.author.name", "Budi"),
        ("html/body/p", "Dedi"),
        ("html/body/p", "Eka"),
        ("html/body/p", "Gani"),
    ]


def test_a_place_that_holds_anothers_name_tells_nothing() -> None:
    """Nor does a longer word that has the name in it."""

    def pages(*shown: str) -> Sequence[tuple[bytes, str]]:
        return [(f"<p><b>{text}</b></p>".encode(), name) for text, name in zip(shown, "XY", strict=True)]

    assert is_told(pages("by X", "by Y"))
    assert not is_told(pages("X", "X, Y"))
    assert not is_told(pages("X", "Yes"))


def test_a_site_without_a_storys_page_or_part_is_refused(tmp_path: Path) -> None:
    stories = pick_stories(read_choice(), 0)
    site = _print_site(tmp_path / "site", lambda story: _page(story, "").replace("<p>", "<!--", 1))
    with pytest.raises(SoftwareError, match=r"its page of .* lacks "):
        keep_pages(THEME, site, tmp_path / "pages")
    (site / THEME.path_of(stories[0]).strip("/") / "index.html").unlink()
    with pytest.raises(SoftwareError, match=f"it printed no page of {stories[0].slug}"):
        keep_pages(THEME, site, tmp_path / "again")


def test_the_stamp_is_of_the_entry_its_system_and_the_stories(tmp_path: Path) -> None:
    """What is built is not built again until one of them changes."""
    pages = tmp_path / "pages" / THEME.name
    pages.parent.mkdir()
    assert not is_built(THEME, tmp_path)
    keep_pages(THEME, _print_site(tmp_path / "site", lambda story: _page(story, "")), pages)
    assert is_built(THEME, tmp_path)
    assert make_stamp(THEME) == make_stamp(replace(THEME))
    for changed in (
        replace(THEME, settings={"menu": {}}),
        replace(THEME, number=1),
        replace(THEME, system=replace(HEXO, packages={"hexo": "8.1.3"})),
    ):
        assert not is_built(changed, tmp_path)


def test_a_theme_that_fails_is_left_out_with_a_line_and_the_others_are_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it stays among the pages, not even what an earlier entry printed."""
    bad = replace(THEME, name="hexo-bad")
    (tmp_path / "pages" / bad.name).mkdir(parents=True)

    def install(theme: Theme, tools: Path) -> None:
        if theme is bad:
            raise SoftwareError("npm install failed: 404")

    def build_site(command: Sequence[str], folder: Path, environment: object) -> None:
        _print_site(folder / "public", lambda story: _page(story, ""))

    monkeypatch.setattr(building, "install", install)
    monkeypatch.setattr(building, "run", build_site)
    monkeypatch.setattr("bench.software.__main__.missing_tool", lambda system: None)
    assert build([bad, THEME], tmp_path) == 1
    told = capsys.readouterr()
    assert told.err == "bench.software: hexo-bad is left out: npm install failed: 404\n"
    assert told.out == "hexo-plain: 9 pages, 0 s\n"
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["hexo-plain"]
    assert build([THEME], tmp_path) == 0
    assert capsys.readouterr().out == "hexo-plain: is there\n"


def test_a_missing_npm_is_told_once_with_its_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.software.tools.shutil.which", lambda name: None)
    assert missing_tool(System(name="pelican", packages={})) is None
    assert build([THEME, replace(THEME, name="hexo-other")], tmp_path) == 1
    assert capsys.readouterr().err == (
        "bench.software: no theme of hexo: node and npm not found: install Node.js 20 or newer,"
        " which brings both\n"
    )


def test_a_program_that_fails_is_told_in_one_line(tmp_path: Path) -> None:
    """The line that tells of the error, without its colours; all that it said is kept."""
    code = r"print('\x1b[31mFATAL\x1b[0m Error: no such theme'); print('at CheckError (x.js:1)'); raise SystemExit(2)"
    with pytest.raises(SoftwareError) as caught:
        run([sys.executable, "-c", code], tmp_path)
    assert str(caught.value).endswith(" failed: FATAL Error: no such theme")
    assert "at CheckError" in (tmp_path / "build.log").read_text("utf-8")
    code = "print('npm error code E404'); print('npm error 404 Not Found'); print('npm error log'); raise SystemExit(1)"
    with pytest.raises(SoftwareError, match=r"failed: npm error 404 Not Found$"):
        run([sys.executable, "-c", code], tmp_path)
    with pytest.raises(SoftwareError, match="took more than 0 s"):
        run([sys.executable, "-c", "import signal; signal.pause()"], tmp_path, seconds=0)


def test_what_a_program_started_ends_with_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    child = f"import signal; held = open({str(pipe)!r}, 'w'); print(1, flush=True); signal.pause()"
    code = (
        "import subprocess, sys; "
        f"subprocess.Popen([sys.executable, '-c', {child!r}], stdout=subprocess.PIPE).stdout.readline()"
    )
    run([sys.executable, "-c", code], tmp_path)
    assert select.select([reading], [], [], 10)[0]  # the pipe's last writer has closed it
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_the_bench_reads_software_only_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without pages it says how to make them."""
    assert "software" not in SOURCES
    page = SoftwarePage("a/b.html", "article", "https://a.example/", b"<p>a</p>", "id", "a", author="Ani")
    monkeypatch.setattr("bench.pages.read_software_pages", lambda: [page])
    (read,) = read_sources(["software"])
    assert (read.source, read.text, read.authors, read.section) == ("software", "a", ("Ani",), None)
    assert {one.source for one in read_sources(["demo"])} == {"demo"}
    monkeypatch.setattr("bench.pages.read_software_pages", lambda: [])
    assert extractors.main(["--source", "software"]) == 2
    assert capsys.readouterr().err == (
        "bench: there are no such pages; `python -m bench.software` makes software's\n"
    )
