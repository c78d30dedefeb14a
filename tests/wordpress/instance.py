"""A WordPress with its own database and web server, all in one folder: nothing of the system's is touched.

In the folder: `site/` (Debian's WordPress, copied), `database/` (MariaDB's files), `settings.json`, `posts.json`
(what it was filled with), `filled.sql` (the database as it then was), `*.pid` and `*.log` of the two servers.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.wordpress import processes
from tests.wordpress.debian import WORDPRESS

PHP = Path(__file__).with_name("php")
THEME = "twentytwentyone"
WORKERS = "4"

# The database is thrown away: nothing in it is worth a wait for the disk.
_CARELESS = (
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
    "--innodb-buffer-pool-size=64M",
    "--innodb-log-file-size=16M",
    "--skip-log-bin",
    "--skip-networking",
    "--skip-name-resolve",
)
_CREATE = """
create database if not exists wordpress character set utf8mb4;
create user if not exists wordpress@localhost identified by 'wordpress';
grant all on wordpress.* to wordpress@localhost;
"""


class PhpError(Exception):
    """Raised where a script under php/ fails; its message is what PHP printed."""


@dataclass(frozen=True)
class Instance:
    folder: Path
    """Absolute and short: the path of the socket in it must fit into 107 bytes."""

    @property
    def url(self) -> str:
        """The site's address, without a slash at its end; known once `prepare` has run."""
        return str(json.loads((self.folder / "settings.json").read_text("utf-8"))["url"])

    @property
    def is_filled(self) -> bool:
        return (self.folder / "filled.sql").exists()

    def prepare(self, port: int | None = None) -> None:
        """Lays out the folder, where that is not yet done; a free port is taken where none is named."""
        self.folder.mkdir(parents=True, exist_ok=True)
        settings = self.folder / "settings.json"
        if not settings.exists():
            url = f"http://127.0.0.1:{port or _free_port()}"
            values = {"url": url, "socket": str(self._socket), "secret": secrets.token_hex(16)}
            settings.write_text(json.dumps(values), "utf-8")
        if not self._site.exists():
            self._copy_site()

    def start_database(self) -> None:
        """Starts MariaDB, its files made if need be, and makes the database and its user."""
        if not (self.folder / "database" / "mysql").exists():
            self._run(
                "mariadb-install-db",
                "--no-defaults",
                f"--datadir={self.folder / 'database'}",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                *self._as_root,
            )
        if not processes.is_running("database", self.folder):
            server = shutil.which("mariadbd", path=f"{os.environ['PATH']}:/usr/sbin") or "mariadbd"
            datadir, name = f"--datadir={self.folder / 'database'}", f"--socket={self._socket}"
            command = [server, "--no-defaults", datadir, name, *_CARELESS, *self._as_root]
            processes.start(command, "database", self.folder)
        processes.await_answer(self._database_answers, "database", self.folder)
        self._sql(_CREATE, database=None)

    def install(self, theme: str = THEME) -> None:
        """Installs WordPress into its database, where that is not yet done."""
        self.php("install.php", theme)

    def start_site(self) -> None:
        """Starts PHP's own server on the site."""
        if not processes.is_running("site", self.folder):
            address = self.url.removeprefix("http://")
            # Without its cache PHP would read WordPress anew for each page, ten times slower.
            options = ["-d", "opcache.enable_cli=1", "-d", "expose_php=0", "-d", "display_errors=0"]
            command = ["php", *options, "-S", address, "-t", str(self._site), str(PHP / "router.php")]
            processes.start(command, "site", self.folder, PHP_CLI_SERVER_WORKERS=WORKERS)
        processes.await_answer(self._site_answers, "site", self.folder)

    def stop(self) -> None:
        """Ends both servers; `start_database` and `start_site` go on where they ended."""
        processes.stop("site", self.folder)
        processes.stop("database", self.folder)

    def write(self, changes: Sequence[dict[str, Any]]) -> list[dict[str, Any] | None]:
        """What php/write.php tells after it has made the changes."""
        told: list[dict[str, Any] | None] = json.loads(self.php("write.php", text=json.dumps(changes)))
        return told

    def php(self, script: str, *arguments: str, text: str = "") -> str:
        """What a script under php/ prints; raises PhpError."""
        command = ["php", "-d", "display_errors=stderr", str(PHP / script), str(self._site), *arguments]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        if done.returncode or done.stderr:
            raise PhpError(f"{script}: {done.stderr}{done.stdout}")
        return done.stdout

    def keep(self) -> None:
        """Keeps the database as it is now, for `restore`."""
        kept = self.folder / "filled.sql"
        text = self._run("mariadb-dump", *self._login, "--skip-comments", "wordpress")
        kept.with_suffix(".part").write_text(text, "utf-8")
        kept.with_suffix(".part").rename(kept)

    def restore(self) -> None:
        """Puts the database back as it was kept."""
        self._sql((self.folder / "filled.sql").read_text("utf-8"))

    @property
    def _site(self) -> Path:
        return self.folder / "site"

    @property
    def _socket(self) -> Path:
        return self.folder / "database.sock"

    @property
    def _login(self) -> tuple[str, ...]:
        return ("--no-defaults", f"--socket={self._socket}", "--user=root", "--default-character-set=utf8mb4")

    @property
    def _as_root(self) -> list[str]:
        """MariaDB refuses to run as root unless it is told to."""
        return ["--user=root"] if os.geteuid() == 0 else []

    def _copy_site(self) -> None:
        part = self.folder / "site.part"
        shutil.rmtree(part, ignore_errors=True)

        def unwanted(folder: str, names: list[str]) -> list[str]:
            # The other languages are half of the bulk; Debian's configuration looks in /etc.
            if folder.endswith("/languages"):
                return [name for name in names if "id_ID" not in name]
            return ["wp-config.php", ".htaccess"] if Path(folder) == WORDPRESS else []

        shutil.copytree(WORDPRESS, part, ignore=unwanted)
        (part / "wp-content" / "uploads").mkdir()
        shutil.copy(PHP / "wp-config.php", part)
        part.rename(self._site)

    def _sql(self, text: str, database: str | None = "wordpress") -> None:
        self._run("mariadb", *self._login, *([database] if database else []), text=text)

    def _run(self, *command: str, text: str = "") -> str:
        return subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout

    def _database_answers(self) -> bool:
        command = ["mariadb-admin", *self._login, "ping"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def _site_answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/wp-json/", timeout=10) as answer:  # noqa: S310 - our own
                return bool(answer.status == 200)
        except urllib.error.HTTPError as error:
            raise PhpError(f"{self.url}/wp-json/ answers {error.code}") from error
        except OSError:
            return False


def _free_port() -> int:
    """A port on which nothing listens, below those that the system gives to outgoing connections."""
    while True:
        port = 18_000 + secrets.randbelow(10_000)
        with socket.socket() as probe:
            # As PHP's server will: a port whose last connections are still closing is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
