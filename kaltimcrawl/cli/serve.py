"""`kaltimcrawl serve`: the archive as a site, by Datasette in a process of its own."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Sequence
from threading import Thread
from types import FrameType
from typing import NoReturn

import click

from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.errors import InputError, KaltimcrawlError

START_S = 60.0
"""Seconds within which Datasette answers or is given up."""
STOP_S = 10.0
"""Seconds that Datasette gets to end its answers before it is ended."""


@click.command(short_help="Show the archive as a site.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to serve on; 0.0.0.0 for everyone."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes a free one."
)
@click.option("--open", "browse", is_flag=True, help="Open it in the web browser.")
@click.pass_obj
def serve(folder: ArchiveFolder, host: str, port: int, browse: bool) -> None:
    """Show the archive as a site that can be read, searched and queried. Ctrl-C stops it.

    A crawl may run at the same time: its articles appear as they are filed.
    """
    from kaltimcrawl.site import serve_command

    held = folder.held()
    port = _free_port(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    signal.signal(signal.SIGTERM, _leave)
    with _Site(serve_command(held, host, port), folder.verbose) as site:
        site.wait_until_it_answers(host, port)
        click.echo(f"Serving {held} at {address} (Ctrl-C stops)")
        sys.stdout.flush()
        if browse:
            click.launch(address)
        site.wait()


def _free_port(host: str, port: int) -> int:
    """`port`, or a free one for 0; raises InputError where it can't be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return int(probe.getsockname()[1])
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"--host {host} --port {port}: {reason}; another --port, or --port 0, may do"
        ) from error


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + signal.SIGTERM)


class _Site:
    """Datasette as a child process, ended with the block."""

    def __init__(self, command: Sequence[str], verbose: bool) -> None:
        quiet = None if verbose else subprocess.PIPE
        out = None if verbose else subprocess.STDOUT
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=quiet, stderr=out)  # noqa: S603 - our own command
        self._last_lines: deque[bytes] = deque(maxlen=40)
        if self._process.stdout is not None:
            Thread(target=self._last_lines.extend, args=(self._process.stdout,), daemon=True).start()

    def __enter__(self) -> _Site:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                self._process.kill()

    def wait_until_it_answers(self, host: str, port: int) -> None:
        """Return once it takes a connection. Raises KaltimcrawlError where it ended or never answered."""
        there = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - asked for, not bound
        end = time.monotonic() + START_S
        while time.monotonic() < end:
            try:
                socket.create_connection((there, port), timeout=1).close()
            except OSError:
                if self._process.poll() is not None:
                    self.wait()
                time.sleep(0.05)
            else:
                return
        raise KaltimcrawlError(f"the site did not answer at {host}:{port} within {START_S:.0f} s")

    def wait(self) -> None:
        """Raise KaltimcrawlError with Datasette's last words when it ends by itself."""
        code = self._process.wait()
        time.sleep(0.05)  # the reader thread takes the last line
        words = [line.decode(errors="replace").strip() for line in self._last_lines if line.strip()]
        raise KaltimcrawlError(
            f"Datasette ended with exit code {code}: {words[-1] if words else 'it said nothing'}"
        )
