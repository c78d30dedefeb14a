"""The Debian packages that the test bed stands on (Debian 12 or newer, and what derives from it)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

WORDPRESS = Path("/usr/share/wordpress")

# PHP comes first and as CGI, and a web server that is none of the others: otherwise apt would meet wordpress'
# dependencies with Apache, and would start it. The database's core package has no service either.
STAGES = (
    ("php-cgi", "php-cli"),
    (
        "php",
        "php-gd",
        "php-mbstring",
        "php-mysql",
        "php-xml",
        "mariadb-client",
        "mariadb-server-core",
        "micro-httpd",
        "wordpress",
        "wordpress-l10n",
        "wordpress-theme-twentytwentyone",
    ),
)
PACKAGES = tuple(package for stage in STAGES for package in stage)
_INSTALL = ("apt-get", "install", "-qq", "--yes", "--no-install-recommends")


class MissingPackagesError(Exception):
    """Raised where packages are missing and may not be installed from here; says with which command they are."""


def install_missing() -> None:
    """Installs what is missing of the packages; as root, or else raises MissingPackagesError."""
    missing = missing_packages()
    if not missing:
        return
    if os.geteuid() or not shutil.which("apt-get"):
        commands = " && ".join(f"sudo {' '.join(_INSTALL)} {' '.join(stage)}" for stage in STAGES)
        raise MissingPackagesError(f"{', '.join(missing)}: not installed. On Debian: {commands}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)  # noqa: S607 - where PATH has it
    for stage in STAGES:
        subprocess.run([*_INSTALL, *stage], check=True, env=environment, stdout=subprocess.DEVNULL)


def missing_packages() -> list[str]:
    """Those of the packages that dpkg does not know as installed; all where there is no dpkg."""
    if not shutil.which("dpkg-query"):
        return list(PACKAGES)
    asked = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *PACKAGES],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,  # it fails where one is unknown, and tells of the others
    )
    installed = {line.split()[0] for line in asked.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in PACKAGES if package not in installed]
