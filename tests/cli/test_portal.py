import json
from datetime import UTC, datetime

import pytest

from kaltimcrawl.demo import DemoServer, load_articles
from kaltimcrawl.demo.answer import Answer
from kaltimcrawl.demo.server import SiteServer
from kaltimcrawl.demo.site import DemoSite
from kaltimcrawl.portals import load_portal
from kaltimcrawl.saved_pages import PageToSave, save_pages


def test_the_package_s_portals_are_listed_by_name(command):
    rows = json.loads(command("portal", "list", "--format", "json").stdout)
    names = [row["name"] for row in rows]
    assert len(rows) >= 25
    assert names == sorted(names)
    [niaga] = [row for row in rows if row["name"] == "niaga-asia"]
    assert (niaga["title"], niaga["home"], niaga["from"]) == (
        "Niaga.Asia",
        "https://www.niaga.asia/",
        "package",
    )


def test_the_table_has_a_line_a_portal_and_says_what_to_do_with_a_name(command):
    ended = command("portal", "list")
    lines = ended.stdout.splitlines()
    assert lines[0].split() == ["Name", "Portal", "Region", "Home", "Doors", "From"]
    assert lines[-1] == f"{len(lines) - 4} portals. `kaltimcrawl crawl NAME` crawls one."


@pytest.fixture
def demo():
    with DemoServer(port=0) as server:
        yield server


def add(command, demo, *words):
    return command("portal", "add", f"{demo.url}/", "--allow-private", "--delay", "0", *words)


def test_a_portal_is_added_from_its_home_alone_tested_checked_and_crawled(command, demo, tmp_path):
    added = add(command, demo, "--name", "ketinting")
    assert added.returncode == 0, added.stderr
    assert "Traceback" not in added.stderr
    heads = [line.split() for line in added.stdout.splitlines() if "Confidence" in line]
    assert heads == [["Title", "Date", "Author", "Section", "Words", "Confidence", "Warnings"]]
    assert "`" not in added.stdout.splitlines()[-1]
    assert "  kaltimcrawl crawl ketinting " in added.stdout

    folder = tmp_path / "empty" / "archive" / "portals"
    text = (folder / "ketinting.toml").read_text("utf-8")
    assert 'name = "Kabar Ketinting"  # <title> of the home page\n' in text
    assert "allow_private = true  # --allow-private" in text
    portal = load_portal(folder / "ketinting.toml")
    assert portal.doors.feeds == (f"{demo.url}/feed/",)
    assert portal.doors.sitemaps == (f"{demo.url}/sitemap_index.xml",)
    pages = sorted(path.name for path in (folder / "fixtures" / "ketinting").iterdir())
    assert pages == [*(f"{number:02}.html" for number in range(1, 11)), "expected.json"]
    truth = {article.title: article for article in demo.articles()}
    for record in json.loads((folder / "fixtures" / "ketinting" / "expected.json").read_text("utf-8")):
        article = truth[record["article"]["title"]]
        assert record["article"]["authors"] == list(article.authors)
        assert record["article"]["published"] == article.published.isoformat()
    assert not (tmp_path / "empty" / "archive" / "kaltim.db").exists()

    tested = command("portal", "test")
    assert (tested.returncode, tested.stdout) == (0, "ketinting: 10 saved pages, all read as expected.\n")
    checked = command("portal", "check", "ketinting", "--format", "json")
    assert checked.returncode == 0
    report = json.loads(checked.stdout)
    assert report["yields_articles"] is True
    assert [door["problem"] for door in report["doors"]] == [None, None]
    assert len(report["samples"]) == 10
    crawled = command("crawl", "ketinting", "--max-pages", "2")
    assert crawled.stdout.startswith("ketinting: 2 new")


def test_no_file_is_overwritten_and_nothing_is_asked_for_then(command, demo, tmp_path):
    file = tmp_path / "empty" / "archive" / "portals" / "ketinting.toml"
    file.parent.mkdir(parents=True)
    file.write_text("punya saya", "utf-8")
    ended = add(command, demo, "--name", "ketinting")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.endswith("exists already and is left as it is; --name SLUG takes another name\n")
    assert file.read_text("utf-8") == "punya saya"
    assert demo.requests == []


def test_a_dry_run_prints_the_file_and_writes_nothing(command, demo, tmp_path):
    ended = add(command, demo, "--dry-run")
    assert ended.returncode == 0, ended.stderr
    assert f'home = "{demo.url}/"  # as the portal answers\n' in ended.stdout
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_private_home_is_refused_unless_that_is_asked_for(words):
    for url in (
        "http://127.0.0.1:8/",
        "http://localhost/",
        "http://[::1]/",
        "http://192.168.1.1/",
        "http://2130706433/",
    ):
        ended = words("portal", "add", url)
        assert ended.returncode == 2
        assert ended.stderr.endswith("on this machine or a private network; --allow-private permits it\n")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["kaltim.example"], "did you mean https://kaltim.example?"),
        (["ftp://kaltim.example/"], "not the address of a home page, as https://kaltim.example/"),
        (["https://a:b@kaltim.example/"], "not the address of a home page"),
        (["https://kaltim.example/", "--name", "../x"], "no name for a portal; expected a-z, 0-9 and '-'"),
        (["https://akurasi.id"], "declared already as akurasi"),
        (["https://kaltimpost.jawapos.com/"], "declared already as kaltimpost"),
        (["https://kaltim.example/", "--delay", "-1"], "is not in the range"),
    ],
)
def test_a_wrong_word_is_told_in_one_line_and_asks_nobody(words, asked, said):
    ended = words("portal", "add", *asked)
    assert ended.returncode == 2
    assert said in ended.stderr.splitlines()[-1]


class Shop:
    """A site that is no news portal."""

    def answer(self, target: str) -> Answer:
        if target == "/":
            return Answer(b"<title>Toko Ulin</title><nav><a href='/produk'>Produk</a></nav>", "text/html")
        return Answer(b"<p>Papan dan balok</p>", "text/html", status=200 if target == "/produk" else 404)


def test_a_site_that_is_no_portal_ends_with_1_and_what_was_tried(command, tmp_path):
    with SiteServer(lambda url: Shop()) as shop:
        ended = add(command, shop)
        assert ended.returncode == 1
        assert ended.stderr.splitlines()[-1] == (
            f"kaltimcrawl: {shop.url}/: no articles found. "
            f"Tried: {shop.url}/produk (names nothing), {shop.url}/ (names nothing)"
        )
        assert list((tmp_path / "empty").iterdir()) == []
        assert not any(path.startswith(("/feed", "/sitemap")) for path, _ in shop.requests)


def test_a_check_ends_with_1_where_the_portal_no_longer_yields_articles(command, tmp_path):
    file = tmp_path / "empty" / "archive" / "portals" / "ulin.toml"
    file.parent.mkdir(parents=True)
    with SiteServer(lambda url: Shop()) as shop:
        feed = f'[discovery]\nfeeds = ["{shop.url}/feed/"]\n'
        file.write_text(
            f'name = "Ulin"\nhome = "{shop.url}/"\ndelay = 0\nallow_private = true\n{feed}', "utf-8"
        )
        ended = command("portal", "check", "ulin")
        assert ended.returncode == 1
        assert ended.stderr.splitlines()[-1].endswith(f"Tried: {shop.url}/feed/ (404 Not Found)")
        told = command("portal", "check", "ulin", "--format", "json")
        assert (told.returncode, json.loads(told.stdout)["yields_articles"]) == (1, False)


def test_a_portal_that_cannot_be_reached_ends_with_1_and_why(command):
    ended = command("portal", "add", "http://127.0.0.1:9/", "--allow-private", "--delay", "0")
    assert ended.returncode == 1
    assert "the host refused the connection" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr


def test_a_page_that_is_read_otherwise_is_told_and_can_be_accepted(words, tmp_path):
    folder = tmp_path / "empty" / "archive" / "portals"
    place = folder / "fixtures" / "ulin"
    place.mkdir(parents=True)
    toml = 'name = "Ulin"\nhome = "https://ulin.example/"\n'
    (folder / "ulin.toml").write_text(toml, "utf-8")
    body = DemoSite("https://ulin.example").answer(load_articles()[0].path).body
    page = PageToSave(
        "https://ulin.example/2023/01/13/a/", "text/html", datetime(2026, 1, 1, tzinfo=UTC), body
    )
    save_pages(place, load_portal(folder / "ulin.toml"), [page])
    assert words("portal", "test", "ulin").returncode == 0
    (folder / "ulin.toml").write_text(toml + '[extraction]\ntitle = ["css: .tidak-ada", "css: p"]\n', "utf-8")
    changed = words("portal", "test")
    assert changed.returncode == 1
    assert changed.stdout.splitlines()[0].split() == ["Page", "Field", "Expected", "Read"]
    assert changed.stdout.splitlines()[-1] == "ulin: 1 saved page, 1 read otherwise than expected."
    assert words("portal", "test", "--accept").returncode == 0
    assert words("portal", "test", "ulin").returncode == 0


def test_a_test_without_saved_pages_says_how_to_get_some(words):
    assert words("portal", "test").stderr.endswith(
        "no saved pages; `kaltimcrawl portal add URL` saves some\n"
    )
    assert words("portal", "test", "akurasi").returncode == 2
