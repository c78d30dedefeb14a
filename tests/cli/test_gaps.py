"""`kaltimcrawl gaps` and `crawl --gaps`: what a server withholds is named, exactly that, and filled later."""

# ruff: noqa: S608 - the statements are the tests' own

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kaltimcrawl.cli.calendar import about
from kaltimcrawl.demo import DemoServer
from kaltimcrawl.demo.answer import HTML, Answer
from kaltimcrawl.demo.generated import PER_SITEMAP, GeneratedPages, make_article
from kaltimcrawl.demo.server import SiteServer
from kaltimcrawl.demo.site import BROKEN_PATH, FORBIDDEN_PATH, GONE_PATH
from kaltimcrawl.storage import Archive

PAGES = 40
PORTAL = """name = "Kabar Uji"
home = "{home}/"
delay = 0
allow_private = true

[discovery]
sitemaps = ["{home}/sitemap_index.xml"]
"""


class Withholding:
    """A healthy site of 40 articles that answers some addresses with a status instead."""

    def __init__(self, base: str) -> None:
        self._site = GeneratedPages(base, PAGES, PER_SITEMAP)
        self.statuses: dict[str, int] = {}

    def answer(self, target: str) -> Answer:
        status = self.statuses.get(target)
        return self._site.answer(target) if status is None else Answer(b"tidak ada", HTML, status)


class Served:
    """The site, its address, and the archive that is made of it."""

    def __init__(self, site: Withholding, url: str, folder: Path) -> None:
        self.site, self.url, self.folder = site, url, folder

    def address(self, number: int) -> str:
        return self.url + make_article(number).path

    def withhold(self, number: int, status: int) -> None:
        self.site.statuses[make_article(number).path] = status

    def lose(self, number: int) -> None:
        """Takes an article out of the archive, as if a hand had deleted it."""
        article = f"(select id from articles where url_key like '%-{number}')"
        revisions = f"(select id from article_revisions where article_id = {article})"
        self.execute(f"delete from revision_captures where revision_id in {revisions}")
        for table in ("article_tags", "bylines", "images", "article_revisions"):
            self.execute(f"delete from {table} where article_id = {article}")
        self.execute(f"delete from articles where url_key like '%-{number}'")

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.folder / "kaltim.db") as connection:
            return connection.execute(query).fetchall()

    def execute(self, statement: str) -> None:
        with sqlite3.connect(self.folder / "kaltim.db") as connection:
            connection.execute(statement)


def declare(folder: Path, url: str) -> None:
    folder.joinpath("portals").mkdir(parents=True)
    folder.joinpath("portals", "kabar-uji.toml").write_text(PORTAL.format(home=url), "utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made: list[Withholding] = []

    def make(base: str) -> Withholding:
        made.append(Withholding(base))
        return made[0]

    folder = tmp_path / "empty" / "archive"
    with SiteServer(make) as server:
        declare(folder, server.url)
        yield Served(made[0], server.url, folder)


def listed(say: Callable[..., object], *names: str) -> dict[str, tuple[str, str]]:
    """Address to state and reason of all that `gaps --list` prints."""
    ended = say("gaps", *names, "--list")
    assert (ended.returncode, ended.stderr) == (0, "")
    rows = [line.split("\t") for line in ended.stdout.splitlines()]
    return {url: (state, reason) for url, _, state, reason in rows}


def test_a_full_crawl_of_a_healthy_site_has_no_gaps(command, words, served):
    assert command("crawl", "kabar-uji").returncode == 0
    assert listed(words) == {}
    ended = words("gaps")
    lines = ended.stdout.splitlines()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert lines[0] == "Kabar Uji (kabar-uji): 40 articles known, 40 held, 0 missing"
    assert lines[2] == "      Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec   known    held missing"
    assert lines[3] == "2015    ■   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·       40      40       0"
    assert "Nothing that is known is missing." in lines
    assert "worst" not in ended.stdout


def test_exactly_what_is_withheld_is_named_and_filled_once_it_is_served(command, words, served):
    served.withhold(7, 404)
    served.withhold(11, 500)
    assert command("crawl", "kabar-uji").returncode == 1
    named = {
        served.address(7): ("gone", "404 Not Found"),
        served.address(11): ("failed", "500 Internal Server Error"),
    }
    assert listed(words, "kabar-uji") == named
    text = words("gaps").stdout
    assert "Kabar Uji (kabar-uji): 40 articles known, 38 held, 2 missing" in text
    assert "Missing: 1 failed, 1 gone." in text
    assert all(f"    {url}\n      {reason}\n" in text for url, (_, reason) in named.items())
    assert "To fill them: kaltimcrawl crawl kabar-uji --gaps   (about 1 s)" in text

    served.site.statuses.clear()
    served.execute("update frontier set visited = '2020-01-01T00:00:00Z' where state = 'gone'")
    filled = command("crawl", "kabar-uji", "--gaps")
    assert filled.stdout.startswith("kabar-uji: 2 missing pages to fetch; about 1 s.\nkabar-uji: 2 new")
    assert listed(words) == {}


def test_an_article_whose_row_is_gone_from_the_archive_is_named_and_fetched_again(command, words, served):
    command("crawl", "kabar-uji")
    served.lose(5)
    assert listed(words) == {served.address(5): ("due", "due again; the last answer: 200")}
    assert "kabar-uji: 1 new" in command("crawl", "kabar-uji", "--gaps").stdout
    assert listed(words) == {}


def test_a_link_in_a_held_article_leads_to_what_no_door_named(command, words, served):
    command("crawl", "kabar-uji")
    served.execute("delete from frontier_doors where url_key like '%-7'")
    served.execute("delete from frontier where url_key like '%-7'")
    served.lose(7)
    url = served.address(7)
    source = served.address(8)
    served.execute(
        f"""update articles set html = html || '<p><a href="{url}">x</a></p>' where url_key like '%-8'"""
    )
    assert listed(words) == {url: ("linked", f"linked by {source}")}
    again = command("crawl", "kabar-uji", "--gaps", "--dry-run").stdout
    assert again.startswith(
        "kabar-uji: 1 missing page to fetch, 1 known only by links in held articles; about "
    )
    assert "kabar-uji: 1 new" in command("crawl", "kabar-uji", "--gaps").stdout
    assert listed(words) == {}


def test_a_dry_run_names_the_gaps_and_leaves_the_frontier_as_it_was(command, words, served):
    served.withhold(7, 404)
    served.withhold(11, 500)
    command("crawl", "kabar-uji")
    served.lose(5)
    served.execute("update frontier set visited = '2020-01-01T00:00:00Z' where state = 'gone'")
    served.execute("delete from frontier_doors where url_key like '%-9'")
    served.execute("delete from frontier where url_key like '%-9'")
    served.lose(9)
    served.execute(
        f"""update articles set html = html || '<p><a href="{served.url}/lain/warga-kembali-{"9" * 6}">x</a></p>'
        where url_key like '%-8'"""
    )
    before = served.rows("select * from frontier where url_key not like '%-9'")
    doors = served.rows("select kind, url from doors")
    ended = command("crawl", "kabar-uji", "--gaps", "--dry-run")
    assert ended.returncode == 0
    first, second, *planned = ended.stdout.splitlines()
    assert first.startswith("kabar-uji: 4 missing pages to fetch, 1 known only by links in held articles")
    assert second == "kabar-uji: 5 pages would be fetched"
    assert {line.split()[-1] for line in planned} >= {served.address(number) for number in (5, 7, 9, 11)}
    assert served.rows("select * from frontier where url_key not like '%-9'") == before
    assert served.rows("select kind, url from doors") == doors


def test_what_the_demo_portal_can_t_give_is_named_with_its_reason(command, words, tmp_path):
    command("demo")
    with sqlite3.connect(tmp_path / "empty" / "demo-archive" / "kaltim.db") as connection:
        [(home,)] = connection.execute("select home from portals").fetchall()
    with DemoServer(port=0) as server:
        articles = len(server.articles())
    ended = words("--archive", "demo-archive", "gaps", "demo", "--format", "json")
    [one] = json.loads(ended.stdout)
    assert (one["portal"], one["known"], one["held"], one["missing_count"]) == (
        "demo",
        articles + 3,
        articles,
        3,
    )
    assert {
        row["url"].removeprefix(home.rstrip("/")): (row["state"], row["day"]) for row in one["missing"]
    } == {
        FORBIDDEN_PATH: ("excluded", "2025-06-01"),
        BROKEN_PATH: ("failed", "2025-03-07"),
        GONE_PATH: ("gone", "2024-08-18"),
    }
    assert sum(day["held"] for day in one["days"]) == articles
    assert one["kinds_of_doors"]["sitemap"] >= articles
    assert [hole["first"] for hole in one["holes"]] == ["2025-06-01", "2025-03-07", "2024-08-18"]


def test_json_of_several_portals_is_one_array_and_text_ends_in_a_summary(command, words, served):
    command("crawl", "kabar-uji", "--max-pages", "3")
    served.execute(
        "insert into portals (slug, name, home, region, timezone) values ('x', 'X', '', '', 'Asia/Jayapura')"
    )
    served.execute(
        "insert into frontier (url_key, url, portal, source, first_seen) "
        "values ('x.example/a', 'https://x.example/a', 'x', 'f', '2025-01-01T00:00:00Z')"
    )
    found = json.loads(words("gaps", "--format", "json").stdout)
    assert [(one["portal"], one["missing_count"], len(one["missing"])) for one in found] == [
        ("kabar-uji", 37, 37),
        ("x", 1, 1),
    ]
    lines = words("gaps").stdout.splitlines()
    assert [line.split() for line in lines[-2:]] == [["kabar-uji", "40", "3", "37"], ["x", "1", "0", "1"]]
    assert "No portal file declares x: `kaltimcrawl portal list` names those that can be crawled." in lines
    assert "Undated: 1 missing of 1: 1 not fetched yet" in lines


def test_what_is_unknown_is_told_in_a_line(words, tmp_path):
    ended = words("gaps")
    assert ended.returncode == 2
    assert "no archive there yet" in ended.stderr
    assert ended.stderr.count("\n") == 1
    Archive.open(tmp_path / "empty" / "archive").close()
    ended = words("gaps")
    line = "kaltimcrawl: archive: nothing is known of any portal; begin with `kaltimcrawl crawl NAME`\n"
    assert (ended.returncode, ended.stderr) == (2, line)
    ended = words("gaps", "kaltimtoday")
    line = "kaltimcrawl: nothing is known of 'kaltimtoday' in this archive; it knows no portal\n"
    assert (ended.returncode, ended.stderr) == (2, line)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 s"), (40, "40 s"), (150, "2 min"), (7100, "118 min"), (7300, "2 h"), (86400 * 3, "3 days")],
)
def test_an_estimate_is_in_the_unit_a_person_thinks_in(seconds, words):
    assert about(seconds) == words
