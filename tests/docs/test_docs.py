"""What the README and the docs show is so: examples run, links lead somewhere, both READMEs agree."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kaltimcrawl.cli.program import program

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
NEEDS_THE_WEB = "<!-- needs the web -->"
NOT_HERE = ("make ", "pip ", "kaltimcrawl serve")  # CI runs these: .ci/run
DUMP = (
    "BerandaDaerahJalan Poros Mulai Diperbaiki...\nJalan Poros Mulai Diperbaiki Dinas\nTerbaru\n"
    "SAMARINDA – Jalan poros yang rusak sejak tahun lalu mulai diperbaiki oleh dinas pekerjaan umum, Senin pagi.\n"
    "Warga berharap banjir tidak lagi merendam jalan itu setiap kali hujan turun lebih dari dua jam lamanya.\n"
)


def _blocks(page: Path, language: str) -> Iterator[tuple[str, bool]]:
    """The fenced blocks of a language, and whether each needs the web."""
    text = page.read_text("utf-8")
    for block in re.finditer(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield block[1], text[: block.start()].rstrip().endswith(NEEDS_THE_WEB)


def _commands(page: Path) -> list[tuple[str, bool]]:
    return [
        (line.removeprefix("$ "), needs_web)
        for block, needs_web in _blocks(page, "console")
        for line in block.splitlines()
        if line.startswith("$ ")
    ]


OFFLINE = [
    (page, command)
    for page in PAGES
    for command, needs_web in _commands(page)
    if not needs_web and not command.startswith(NOT_HERE)
]
ONLINE = [(page, command) for page in PAGES for command, needs_web in _commands(page) if needs_web]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive made by the demo, a WARC and a dump in it, as a reader of the docs has."""
    folder = tmp_path_factory.mktemp("docs")
    _run("kaltimcrawl --archive archive demo", folder)
    shutil.copy(next((folder / "archive" / "warc").glob("*.warc.gz")), folder / "pages.warc.gz")
    (folder / "dump.txt").write_text(DUMP, "utf-8")
    return folder


def _run(command: str, folder: Path) -> None:
    beside = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": beside + os.pathsep + os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    environment.pop("KALTIMCRAWL_ARCHIVE", None)
    command = re.sub(r"^kaltimcrawl\b", f"{shlex.quote(sys.executable)} -m kaltimcrawl", command)
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("page", "command"), OFFLINE, ids=lambda value: getattr(value, "name", value))
def test_a_command_of_the_docs_runs(page: Path, command: str, folder: Path) -> None:
    program_name = shlex.split(command)[0]
    if (
        program_name != "kaltimcrawl"
        and shutil.which(program_name, path=f"{Path(sys.executable).parent}:{os.environ['PATH']}") is None
    ):
        pytest.skip(f"{program_name} is not installed")
    _run(command, folder)


@pytest.mark.parametrize(("page", "command"), ONLINE, ids=lambda value: getattr(value, "name", value))
def test_a_command_that_needs_the_web_has_words_the_command_line_knows(page: Path, command: str) -> None:
    words = shlex.split(command)
    assert words[0] == "kaltimcrawl"
    assert isinstance(program, click.Group)
    verb = program.commands[words[1]]
    # Beneath the program, as in use: click gives a command the help option of the first context that it meets
    # for good, and without the program's settings that one has no -h, which docs/commands.md would then lack.
    above = program.make_context(words[0], words[1:])
    verb.make_context(words[1], words[2:], parent=above)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_in_the_docs_runs(page: Path) -> None:
    for code, _ in _blocks(page, "python"):
        exec(compile(code, str(page), "exec"), {})  # noqa: S102 - the documentation's own examples


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_both_readmes_give_the_same_commands() -> None:
    assert _commands(ROOT / "README.md") == _commands(ROOT / "README.id.md")


def test_readme_names_every_dependency() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>=!~ \[]", requirement)[0] for requirement in project["dependencies"]}
    for page in ("README.md", "README.id.md"):
        text = (ROOT / page).read_text("utf-8")
        assert [name for name in sorted(names) if name not in text] == []
