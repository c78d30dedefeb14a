"""docs/portals.md says what is true: its examples load, its table is the package's, it names every key."""

import re
from datetime import date
from pathlib import Path

import pytest

from kaltimcrawl.errors import PortalError
from kaltimcrawl.portals import load_portal, load_portals
from kaltimcrawl.portals.form import DiscoveryForm, LayoutForm, PortalForm
from kaltimcrawl.portals.table import portal_table
from kaltimcrawl.rules import SOURCES, Place

PAGE = Path(__file__).parents[2].joinpath("docs", "portals.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"```toml\n# ([a-z/]+\.toml)\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "families").mkdir()
    for name, text in EXAMPLES.items():
        (tmp_path / name.removeprefix("portals/")).write_text(text, "utf-8")
    return tmp_path


def test_every_example_is_one_of_a_named_file():
    assert PAGE.count("```toml") == len(EXAMPLES) == 5


def test_every_example_of_a_portal_loads(folder):
    slugs = [Path(name).stem for name in EXAMPLES if name.startswith("portals/")]
    assert [load_portal(folder / f"{slug}.toml").slug for slug in slugs] == slugs


def test_the_long_example_says_what_the_page_says(folder):
    portal = load_portal(folder / "suaramahakam.toml")
    assert portal.doors.feeds == (
        "https://suaramahakam.example/feed/",
        "https://suaramahakam.example/olahraga/feed/",
    )
    assert portal.rules[0].fields["authors"] == (Place("jsonld", "author.name"), Place("css", ".penulis"))


def test_the_layouts_of_the_example_are_in_order(folder):
    assert [rules.until for rules in load_portal(folder / "harianetam.toml").rules] == [
        date(2024, 3, 1),
        None,
    ]


def test_the_family_of_the_example_is_gone_over(folder):
    portal = load_portal(folder / "sungaikelay.toml")
    assert portal.doors.feeds == ("https://sungaikelay.example/rss",)
    assert portal.rules[0].fields == {"title": (Place("css", "h1"),), "body": (Place("css", ".teks"),)}
    assert portal.rules[0].drop == (".terkait",)


@pytest.mark.parametrize(
    "word",
    [
        *PortalForm.__struct_fields__,
        *DiscoveryForm.__struct_fields__,
        *LayoutForm.__struct_fields__,
        *SOURCES,
    ],
)
def test_every_key_and_source_stands_on_the_page(word):
    assert f"`{word}`" in PAGE or f"[{word}]" in PAGE


def test_every_family_stands_on_the_page():
    families = Path(load_portals()["prokal"].file).parent.joinpath("families")
    assert [path.stem for path in families.glob("*.toml") if f"`{path.stem}`" not in PAGE] == []


def test_the_table_is_that_of_the_package():
    table = PAGE.split("kaltimcrawl.portals.table -->\n")[1].split("<!-- portals: end -->")[0]
    assert table == portal_table(load_portals().values()) + "\n", "run python -m kaltimcrawl.portals.table"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("title =", "titel ="), 0),
        (('name = "Suara Mahakam"', 'name = "Suara Mahakam"\nfeeds = []'), 1),
        (("Asia/Makassar", "WITA"), 2),
        (("delay = 2.5\n", "\nlokal = Samarinda\n"), 3),
    ],
)
def test_the_messages_shown_are_those_given(folder, change, line):
    file = folder / "suaramahakam.toml"
    file.write_text(file.read_text("utf-8").replace(*change, 1), "utf-8")
    shown = PAGE.split("exit code 2:\n\n```\n")[1].split("\n```")[0].splitlines()[line]
    with pytest.raises(PortalError) as caught:
        load_portal(file)
    given = str(caught.value).replace(str(folder), "archive/portals")
    assert re.sub(r"line \d+|column \d+", "", given) == re.sub(r"line \d+|column \d+", "", shown)
