"""The spider under Scrapy's own command, by scrapy.cfg."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def scrapy(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KALTIMCRAWL_ARCHIVE": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "scrapy", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


def declare(site: Any, folder: Path) -> None:
    (folder / "portals").mkdir()
    (folder / "portals" / "uji.toml").write_text(
        f"""
name = "Kabar Uji"
home = "{site.url}/"
region = "Samarinda"
timezone = "Asia/Makassar"
delay = 0
allow_private = true

[discovery]
feeds = ["{site.url}/feed/"]
"""
    )


def test_scrapy_lists_the_spider(tmp_path: Path) -> None:
    assert scrapy(tmp_path, "list").stdout == "portal\n"


def test_scrapy_crawls_a_portal_by_name(site: Any, crawl: Any) -> None:
    site.put_news(2)
    declare(site, crawl.folder)
    done = scrapy(crawl.folder, "crawl", "portal", "-a", "name=uji")
    assert done.returncode == 0, done.stderr
    assert crawl.rows("select command, portal, status, new from crawl_runs") == [
        ("crawl", "uji", "finished", 2)
    ]
    assert "ERROR" not in done.stderr


def test_scrapy_tells_in_a_line_what_is_wrong_with_the_name(site: Any, crawl: Any) -> None:
    declare(site, crawl.folder)
    for words in (("-a", "name=ujj"), ()):
        done = scrapy(crawl.folder, "crawl", "portal", "--nolog", *words)
        assert done.returncode != 0
        assert done.stderr.startswith("kaltimcrawl: ")
        assert done.stderr.strip().count("\n") == 0
