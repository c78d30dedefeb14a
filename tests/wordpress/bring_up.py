"""Brings a real WordPress up from a bare machine, with 300 posts in it, and takes it down again.

python -m tests.wordpress.bring_up [FOLDER]          prints the site's address when it is up
python -m tests.wordpress.bring_up --down FOLDER     ends its servers; --down --remove deletes the folder too

Needs nothing but Python. What Debian packages are missing it installs, as root. Run again on the same folder it goes
on where it was: an address that answers is printed at once.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from tests.wordpress.content import order_of
from tests.wordpress.debian import MissingPackagesError, install_missing
from tests.wordpress.instance import THEME, Instance
from tests.wordpress.posts import make_posts


def bring_up(folder: Path, port: int | None = None, theme: str = THEME) -> Instance:
    """The instance of the folder, installed, filled and answering."""
    install_missing()
    instance = Instance(folder.resolve())
    instance.prepare(port)
    instance.start_database()
    if not instance.is_filled:
        instance.install(theme)
        fill(instance)
    instance.start_site()
    return instance


def fill(instance: Instance) -> None:
    """Puts the 300 posts in and keeps the database as it then is."""
    orders = [order_of(post) for post in make_posts()]
    (instance.folder / "posts.json").write_text(json.dumps(orders, ensure_ascii=False, indent=1), "utf-8")
    instance.write([{"do": "add", "post": order} for order in orders])
    instance.keep()


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.wordpress.bring_up",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, nargs="?", help="a new one under /tmp where none is named")
    parser.add_argument("--port", type=int, help="of a new folder's site; a free one where none is named")
    parser.add_argument("--theme", default=THEME, help=f"of a new folder's site; {THEME} where none is named")
    parser.add_argument("--down", action="store_true", help="end the servers of the folder")
    parser.add_argument("--remove", action="store_true", help="with --down: delete the folder too")
    given = parser.parse_args()
    if given.down:
        if given.folder is None:
            parser.error("--down needs the folder")
        Instance(given.folder.resolve()).stop()
        if given.remove:
            shutil.rmtree(given.folder)
        return 0
    folder = given.folder or Path(tempfile.mkdtemp(prefix="kaltimcrawl-wordpress-"))
    try:
        instance = bring_up(folder, given.port, given.theme)
    except MissingPackagesError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{instance.url} {instance.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
