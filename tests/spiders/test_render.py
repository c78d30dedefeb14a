"""Portals whose text comes by JavaScript: a real Chromium makes the pages of a server on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from warcio.archiveiterator import ArchiveIterator

from kaltimcrawl.ingest import ingest_file
from kaltimcrawl.portals import Portal
from kaltimcrawl.reextract import reextract_portal
from kaltimcrawl.spiders.rendering import lack_of_rendering
from kaltimcrawl.storage import Archive

LACK = lack_of_rendering()
HOW = "make test after apt-get install --no-install-recommends chromium"
needs_browser = pytest.mark.skipif(LACK is not None, reason=f"{LACK}; {HOW}")

ROOT = Path(__file__).parents[2]
RUNNER = Path(__file__).with_name("run_crawl.py")
PATH = "/2025/06/02/parit/"
API = "/api/berita/7"
SENTENCE = "Warga kelurahan bergotong royong membersihkan parit, supaya air hujan tidak meluap ke jalan"
PARAGRAPHS = [f"{SENTENCE}, kata ketua RT {row} pada hari Senin." for row in range(1, 5)]
NEWS = {"judul": "Warga Bersihkan Parit", "terbit": "2025-06-02T08:00:00+08:00", "isi": PARAGRAPHS}
APP = f"""
fetch("{API}").then(answer => answer.json()).then(news => {{
    document.title = news.judul + " - Kabar Uji";
    const rows = news.isi.map(row => "<p>" + row + "</p>").join("");
    document.querySelector("#app").innerHTML = '<article class="post"><h1>' + news.judul + "</h1>"
        + '<time datetime="' + news.terbit + '">2 Juni 2025</time><div class="entry-content">' + rows
        + "</div></article>";
}});
"""


def shell(more: str = "") -> bytes:
    """The page as it is served: a script, and no word of the article."""
    return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Kabar Uji</title>
<meta property="og:type" content="article"></head><body><div id="app">Memuat…</div>{more}
<script src="/app.js"></script></body></html>""".encode()


def put_app(site: Any, *paths: str, more: str = "", news: dict[str, Any] = NEWS) -> dict[str, Any]:
    """The portal of `site` whose feed names `paths`, each of which is the shell."""
    for path in paths or (PATH,):
        site.put(path, shell(more))
    site.put("/app.js", APP.encode(), Content_Type="text/javascript")
    site.put(API, json.dumps(news).encode(), Content_Type="application/json")
    site.put_feed("/feed/", list(paths or (PATH,)))
    portal: dict[str, Any] = site.portal(render=True)
    return portal


def start(crawl: Any, portal: dict[str, Any], seconds: float = 30, **options: Any) -> subprocess.Popen[str]:
    """A crawl in whose settings a page gets so many seconds."""
    order = json.dumps({"folder": str(crawl.folder), "portals": [portal], "options": options})
    code = (
        "import runpy, sys; from kaltimcrawl.spiders import settings; "
        f"settings.KALTIMCRAWL_RENDER_SECONDS = {seconds}; runpy.run_path({str(RUNNER)!r}, run_name='__main__')"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", code, order], stdout=pipe, stderr=pipe, text=True, env=environment
    )


def records(folder: Path, *kinds: str) -> list[tuple[dict[str, str], bytes]]:
    """Fields and payload of the WARC's records of those types, in order."""
    found = []
    for path in sorted((folder / "warc").glob("*.warc.gz")):
        with path.open("rb") as stream:
            found += [
                (dict(record.rec_headers.headers), record.content_stream().read())
                for record in ArchiveIterator(stream)
                if record.rec_type in kinds
            ]
    return found


@needs_browser
def test_the_article_is_the_rendered_pages(site: Any, crawl: Any) -> None:
    outcome = crawl(put_app(site))
    assert outcome.stderr == ""
    assert outcome.results[0]["counts"]["new"] == 1
    [(title, published, text)] = outcome.rows("select title, published, text from articles")
    assert (title, published) == ("Warga Bersihkan Parit", "2025-06-02T08:00:00+08:00")
    assert text.split("\n\n") == PARAGRAPHS


@needs_browser
def test_without_render_there_is_no_article(site: Any, crawl: Any) -> None:
    outcome = crawl(put_app(site) | {"render": False})
    assert outcome.results[0]["counts"]["new"] == 0
    assert records(outcome.folder, "conversion") == []


@needs_browser
def test_both_pages_are_kept_and_the_rendered_one_names_the_served(site: Any, crawl: Any) -> None:
    outcome = crawl(put_app(site))
    url = site.url + PATH
    [(served, body)] = [
        one for one in records(outcome.folder, "response") if one[0]["WARC-Target-URI"] == url
    ]
    assert body == shell()
    [(rendered, dom)] = records(outcome.folder, "conversion")
    assert (rendered["WARC-Target-URI"], rendered["Content-Type"]) == (url, "text/html; charset=utf-8")
    assert rendered["WARC-Refers-To"] == served["WARC-Record-ID"]
    assert PARAGRAPHS[0].encode() in dom
    captures = outcome.rows("select record_id from captures where url like '%/parit/' order by id")
    assert captures == [(served["WARC-Record-ID"],), (rendered["WARC-Record-ID"],)]
    of_article = outcome.rows("select record_id from articles join captures on captures.id = capture_id")
    assert of_article == [(rendered["WARC-Record-ID"],)]


@needs_browser
def test_what_scripts_asked_for_is_kept_but_is_no_page(site: Any, crawl: Any) -> None:
    outcome = crawl(put_app(site))
    kept = {one["WARC-Target-URI"]: one for one, _ in records(outcome.folder, "response")}
    for path in (PATH, "/app.js", API):
        assert kept[site.url + path]["Kaltimcrawl-Purpose"] == "rendering"
    assert "Kaltimcrawl-Purpose" not in kept[site.url + "/feed/"]


@needs_browser
def test_the_page_is_asked_for_once_and_a_script_once_a_run(site: Any, crawl: Any) -> None:
    paths = [f"/2025/06/02/parit-{number}/" for number in range(3)]
    outcome = crawl(put_app(site, *paths))
    assert outcome.results[0]["counts"]["new"] == 3
    assert [site.paths().count(path) for path in paths] == [1, 1, 1]
    assert site.paths().count("/app.js") == 1
    assert site.paths().count(API) == 3


@needs_browser
def test_only_scripts_and_their_data_of_the_portals_hosts_are_asked_for(site: Any, crawl: Any) -> None:
    other = site.url.replace("127.0.0.1", "localhost")
    more = f"""<link rel="stylesheet" href="/gaya.css"><link rel="preload" as="font" href="/huruf.woff2">
<img src="/foto.jpg"><video src="/video.mp4" autoplay></video><iframe src="/bingkai"></iframe>
<script src="{other}/iklan.js"></script>
<script>
fetch("{other}/lacak"); fetch("/hitung", {{method: "POST"}}).catch(() => 0);
navigator.sendBeacon("/suar"); new WebSocket("{site.url.replace("http", "ws")}/soket");
window.open("/jendela"); new EventSource("/aliran");
addEventListener("DOMContentLoaded", () => location.assign("/pergi"));
</script>"""
    outcome = crawl(put_app(site, more=more))
    assert outcome.results[0]["counts"]["new"] == 1, outcome.rows("select * from crawl_errors")
    asked = set(site.paths()) - {"/robots.txt", "/", "/feed/"}
    assert asked == {PATH, "/app.js", API}


@needs_browser
def test_every_request_says_who_asks(site: Any, crawl: Any) -> None:
    crawl(put_app(site))
    agents = {hit.headers["User-Agent"].partition("/")[0] for hit in site.hits}
    assert agents == {"kaltimcrawl"}
    assert not any("Cookie" in hit.headers for hit in site.hits)


@needs_browser
def test_robots_txt_forbids_the_page_not_its_parts(site: Any, crawl: Any) -> None:
    portal = put_app(site, PATH, "/rahasia/berita-lain-dari-parit/")
    site.put(
        "/robots.txt", b"User-agent: *\nDisallow: /rahasia/\nDisallow: /api/\n", Content_Type="text/plain"
    )
    outcome = crawl(portal)
    assert outcome.results[0]["counts"]["new"] == 1
    assert "/rahasia/berita-lain-dari-parit/" not in site.paths()
    assert API in site.paths()


@needs_browser
def test_one_page_at_a_time_with_the_delay_between_pages(site: Any, crawl: Any) -> None:
    paths = [f"/2025/06/02/parit-{number}/" for number in range(3)]
    outcome = crawl(put_app(site, *paths) | {"delay": 0.5})
    assert outcome.results[0]["counts"]["new"] == 3
    turns = [hit for hit in site.hits if hit.path in paths or hit.path == API]
    assert len(turns) == 6
    for before, after in pairwise(turns):
        assert after.began - before.ended >= 0.5


@needs_browser
def test_a_page_that_never_rests_is_taken_as_it_is(site: Any, crawl: Any) -> None:
    poll = f'<script>setInterval(() => fetch("{API}"), 100)</script>'
    outcome = crawl.finish(start(crawl, put_app(site, more=poll), seconds=3))
    assert outcome.results[0]["counts"]["new"] == 1
    assert site.paths().count(API) <= 60


@needs_browser
def test_a_page_that_hangs_has_failed_and_the_next_is_made(site: Any, crawl: Any) -> None:
    portal = put_app(site, "/2025/06/02/macet/", PATH)
    site.put("/2025/06/02/macet/", shell("<script>while (true) {}</script>"))
    outcome = crawl.finish(start(crawl, portal, seconds=2))
    assert outcome.results[0]["counts"]["new"] == 1
    [(url, kind, record)] = outcome.rows("select url, kind, capture_id is not null from crawl_errors")
    assert (url, kind, record) == (site.url + "/2025/06/02/macet/", "render", 1)
    assert outcome.rows("select state from frontier where url like '%macet%'") == [("failed",)]


@needs_browser
def test_a_page_that_grows_beyond_the_bound_has_failed(site: Any, crawl: Any) -> None:
    grow = "<script>document.body.append('a'.repeat(17 * 1024 * 1024))</script>"
    outcome = crawl(put_app(site, more=grow))
    assert outcome.rows("select kind from crawl_errors") == [("size",)]


@needs_browser
def test_half_of_a_character_does_no_harm(site: Any, crawl: Any) -> None:
    """Scripts that cut a text short cut emoji in two."""
    outcome = crawl(put_app(site, more='<script>document.body.append("😀".slice(0, 1))</script>'))
    assert outcome.results[0]["counts"]["new"] == 1, outcome.rows("select * from crawl_errors")


@needs_browser
def test_a_page_of_another_encoding_is_kept_in_utf_8(site: Any, crawl: Any) -> None:
    portal = put_app(site, news=NEWS | {"judul": "Sungai Setinggi 3½ Meter – Warga Waspada"})
    page = shell().decode().replace("utf-8", "iso-8859-1").replace("…", "...").encode("latin-1")
    site.put(PATH, page, Content_Type="text/html; charset=iso-8859-1")
    outcome = crawl(portal)
    assert outcome.rows("select title from articles") == [("Sungai Setinggi 3½ Meter – Warga Waspada",)]


@needs_browser
def test_an_update_renders_again_and_finds_the_change(site: Any, crawl: Any) -> None:
    portal = put_app(site)
    site.put(PATH, shell(), ETag='"tetap"')
    crawl(portal)
    longer = {**NEWS, "isi": [*PARAGRAPHS, "Bupati berterima kasih kepada semua warga yang datang."]}
    site.put(API, json.dumps(longer).encode(), Content_Type="application/json")
    with Archive.open(crawl.folder) as archive:
        archive.execute("update frontier set next_visit = '2020-01-01T00:00:00Z'", ())
    outcome = crawl(portal, command="update", ask_all=True)
    assert outcome.results[0]["counts"]["revisions"] == 1


@needs_browser
def test_reextract_and_ingest_read_the_rendered_page(site: Any, crawl: Any, tmp_path: Path) -> None:
    outcome = crawl(put_app(site))
    zone = ZoneInfo("Asia/Makassar")
    portal = Portal(slug="uji", name="Kabar Uji", home=site.url + "/", region="Samarinda", timezone=zone)
    with Archive.open(outcome.folder) as archive:
        [again] = reextract_portal(archive, portal, [outcome.folder / "warc"], None)
        assert again.kind == "unchanged"
    [warc] = (outcome.folder / "warc").iterdir()
    new = tmp_path / "baru"
    new.mkdir()
    with Archive.open(new) as archive:
        counts = ingest_file(warc, archive, {"uji": portal}, None).counts
        assert (counts["new"], counts["captures"], counts["revisions"], counts["no_article"]) == (1, 1, 0, 0)
        columns = "select title, published, text, revisions from articles"
        assert archive.rows(columns, ()) == outcome.rows(columns)


@needs_browser
def test_a_signal_stops_a_rendering_within_seconds(site: Any, crawl: Any) -> None:
    portal = put_app(site)
    site.put(PATH, shell("<script>while (true) {}</script>"))
    process = start(crawl, portal)
    until = time.monotonic() + 30
    while PATH not in site.paths():
        assert time.monotonic() < until
        time.sleep(0.05)
    time.sleep(1.5)
    stopped = time.monotonic()
    process.send_signal(signal.SIGTERM)
    outcome = crawl.finish(process)
    assert time.monotonic() - stopped < 10
    assert outcome.results[0]["status"] == "stopped"


def test_what_has_to_be_installed_is_told_in_a_line(site: Any, tmp_path: Path) -> None:
    portals = tmp_path / "portals"
    portals.mkdir()
    (portals / "uji.toml").write_text(
        f'name = "Uji"\nhome = "{site.url}/"\nallow_private = true\nrender = true\n', "utf-8"
    )
    command = [sys.executable, "-m", "kaltimcrawl", "--archive", str(tmp_path), "crawl", "uji"]
    environment = os.environ | {"PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)
    assert done.returncode == 1
    [line] = [line for line in done.stdout.splitlines() if "render = true needs" in line]
    assert line.startswith("uji (failed): render = true needs ")
    assert site.hits == []


def portal_command(folder: Path, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kaltimcrawl", "--archive", str(folder), "portal", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | ({"PATH": path} if path else {})
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=90, check=False)


def put_home(site: Any) -> None:
    feed = f'<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">'
    site.put("/", f"<html><head><title>Kabar Uji</title>{feed}</head><body></body></html>".encode())


@needs_browser
def test_a_portal_is_added_and_checked_by_its_rendered_pages(site: Any, tmp_path: Path) -> None:
    put_app(site)
    put_home(site)
    words = ("add", site.url + "/", "--allow-private", "--delay", "0", "--name", "uji")
    plain = portal_command(tmp_path, *words, "--dry-run")
    assert plain.returncode == 1
    added = portal_command(tmp_path, *words, "--render")
    assert added.returncode == 0, added.stderr
    text = (tmp_path / "portals" / "uji.toml").read_text("utf-8")
    assert "render = true  # --render: a browser makes the pages of articles\n" in text
    [page] = (tmp_path / "portals" / "fixtures" / "uji").glob("*.html")
    assert PARAGRAPHS[3] in page.read_text("utf-8")
    assert portal_command(tmp_path, "test", "uji").returncode == 0
    checked = portal_command(tmp_path, "check", "uji", "--format", "json")
    assert checked.returncode == 0, checked.stderr
    [sample] = json.loads(checked.stdout)["samples"]
    assert (sample["title"], sample["published"]) == (NEWS["judul"], NEWS["terbit"])


def test_what_has_to_be_installed_is_told_before_a_portal_is_asked(site: Any, tmp_path: Path) -> None:
    words = ("add", site.url + "/", "--allow-private", "--render", "--name", "uji")
    declared = tmp_path / "portals" / "ada.toml"
    declared.parent.mkdir()
    declared.write_text(f'name = "Ada"\nhome = "{site.url}/"\nallow_private = true\nrender = true\n', "utf-8")
    for slug, said in (("uji", words), ("ada", ("check", "ada"))):
        ended = portal_command(tmp_path, *said, path=str(tmp_path))
        assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)
        assert ended.stderr.startswith(f"kaltimcrawl: {slug}: render = true needs ")
    assert site.hits == []


def test_a_missing_extra_is_told_before_a_missing_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kaltimcrawl.spiders.rendering.find_spec", lambda name: None)
    expected = "render = true needs the extra [render]: pip install scrapy-playwright"
    assert lack_of_rendering() == expected
    monkeypatch.setattr("kaltimcrawl.spiders.rendering.find_spec", lambda name: name)
    monkeypatch.setenv("PATH", "")
    browsers = "chromium, chromium-browser, google-chrome, google-chrome-stable"
    expected = f"render = true needs one of {browsers} on the PATH (Debian: apt install chromium)"
    assert lack_of_rendering() == expected
