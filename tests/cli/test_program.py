import signal
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from kaltimcrawl import __version__
from kaltimcrawl.cli.program import program, run
from kaltimcrawl.errors import ArchiveBusy, InputError

VERBS = [
    "crawl",
    "demo",
    "extract",
    "gaps",
    "import-text",
    "ingest",
    "portal",
    "reextract",
    "search",
    "serve",
    "update",
]


def test_the_verbs_are_those_of_the_documentation():
    assert sorted(program.commands) == VERBS


@pytest.mark.parametrize("verbs", [[], *([verb] for verb in VERBS), ["portal", "list"]])
def test_every_command_has_help_that_tells_more_than_its_options(verbs):
    for flag in ("-h", "--help"):
        shown = CliRunner().invoke(program, [*verbs, flag])
        assert shown.exit_code == 0
        assert shown.output.startswith(f"Usage: program {' '.join(verbs)}".rstrip())
        assert len(shown.output.partition("Options:")[0].split()) > 12


def test_the_version_is_the_package_s(command):
    ended = command("--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"kaltimcrawl {__version__}\n", "")


def test_help_loads_nothing_that_only_a_crawl_or_the_site_needs():
    heavy = "scrapy twisted datasette dateparser warcio sqlite_utils msgspec"
    code = (
        "import sys; from kaltimcrawl.cli.program import run; run(['--help']);"
        f"print([name for name in '{heavy}'.split() if name in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stderr == "[]\n"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["serach", "banjir"], "No such command 'serach'"),
        (["search"], "Missing argument 'QUERY'"),
        (["search", "banjir", "--limit", "0"], "0 is not in the range"),
        (["search", "banjir", "--format", "xml"], "'xml' is not one of 'table', 'json'"),
        (["crawl"], "Missing argument 'NAME...'"),
        (["ingest"], "Missing argument 'FILE...'"),
        (["--archive"], "Option '--archive' requires an argument"),
    ],
)
def test_a_wrong_word_exits_2_and_names_the_word(words, wrong, says):
    ended = words(*wrong)
    assert ended.returncode == 2
    assert says in ended.stderr


def _raising(monkeypatch, error):
    @click.command()
    def fail():
        raise error

    monkeypatch.setitem(program.commands, "fail", fail)
    return run(["fail"])


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (InputError("x.warc: no such file"), 2, "kaltimcrawl: x.warc: no such file\n"),
        (ArchiveBusy("archive: another run holds it"), 75, "kaltimcrawl: archive: another run holds it\n"),
        (KeyboardInterrupt(), 130, "kaltimcrawl: stopped\n"),
        (PermissionError(13, "Permission denied", "archive"), 1, "kaltimcrawl: archive: Permission denied\n"),
    ],
)
def test_a_mishap_is_one_line_and_its_exit_code(monkeypatch, capsys, error, code, line):
    monkeypatch.setattr("kaltimcrawl.cli.program._forget_output", lambda: None)
    assert _raising(monkeypatch, error) == code
    assert capsys.readouterr().err == line


def test_a_bug_is_not_hidden(monkeypatch):
    with pytest.raises(ZeroDivisionError):
        _raising(monkeypatch, ZeroDivisionError())


def test_ctrl_c_ends_with_130_and_one_line(environment, tmp_path):
    code = "import os, signal, sys; from kaltimcrawl.cli import main, program as p; import click\n"
    code += "wait = lambda: (print('on', flush=True), signal.pause())\n"
    code += "p.program.add_command(click.Command('wait', callback=wait))\n"
    code += "sys.argv = ['kaltimcrawl', 'wait']; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert process.stdout.readline() == "on\n"
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30) == ("", "kaltimcrawl: stopped\n")
    assert process.returncode == 130


def test_a_reader_that_leaves_is_no_error(environment):
    reader = subprocess.Popen(["/bin/sh", "-c", "exec 0<&-; sleep 0.1"], stdin=subprocess.PIPE)
    reader.wait()
    writer = subprocess.run(
        [sys.executable, "-m", "kaltimcrawl", "--help"],
        stdout=reader.stdin,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        check=False,
    )
    assert (writer.returncode, writer.stderr) == (141, "")


def test_a_full_disk_is_one_line(environment):
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device, not a path of ours
        ended = subprocess.run(
            [sys.executable, "-m", "kaltimcrawl", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (1, "kaltimcrawl: output: No space left on device\n")


def test_text_that_the_terminal_can_not_show_is_written_with_escapes(environment):
    environment["PYTHONUTF8"] = "0"
    environment["PYTHONIOENCODING"] = "latin-1"
    code = "import click; from kaltimcrawl.cli import main, program as p; import sys\n"
    code += "p.program.add_command(click.Command('say', callback=lambda: click.echo('\\u201csiap\\u201d')))\n"
    code += "sys.argv = ['kaltimcrawl', 'say']; main()"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert ended.stdout == "\\u201csiap\\u201d\n"
