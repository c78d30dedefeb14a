import subprocess
import sys
from datetime import UTC

from kaltimcrawl.portals import Doors, Portal, load_portals
from kaltimcrawl.portals.table import portal_table


def portal(slug, doors):
    return Portal(
        slug=slug, name="A | B", home=f"https://{slug}.example/", region="Berau", timezone=UTC, doors=doors
    )


def test_a_line_a_portal_names_its_doors():
    every = Doors(feeds=("x",), sitemaps=("x",), wordpress="x", listings=("x",))
    assert portal_table([portal("a", Doors()), portal("b", every)]) == (
        "| slug | name | region | doors declared |\n"
        "|---|---|---|---|\n"
        "| a | [A \\| B](https://a.example/) | Berau | home page |\n"
        "| b | [A \\| B](https://b.example/) | Berau | feed, WordPress REST, sitemap, listing |"
    )


def test_run_as_a_module_it_prints_the_packages_table():
    done = subprocess.run(
        [sys.executable, "-m", "kaltimcrawl.portals.table"], capture_output=True, text=True, check=True
    )
    assert done.stdout == portal_table(load_portals().values()) + "\n"
