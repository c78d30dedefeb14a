"""The `kaltimcrawl` command: its options, its verbs, and how it ends.

Exit codes: 0 all well; 1 something failed; 2 a wrong word, file or configuration; 75 another run holds the
archive (EX_TEMPFAIL of sysexits.h); 130 stopped by Ctrl-C; 141 the reader of the output went away.
"""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click.core import ParameterSource

from kaltimcrawl import __version__
from kaltimcrawl.cli.crawl import crawl
from kaltimcrawl.cli.demo import demo
from kaltimcrawl.cli.extract import extract
from kaltimcrawl.cli.folder import ArchiveFolder
from kaltimcrawl.cli.gaps import gaps
from kaltimcrawl.cli.import_text import import_text
from kaltimcrawl.cli.ingest import ingest
from kaltimcrawl.cli.portal import portal
from kaltimcrawl.cli.reextract import reextract
from kaltimcrawl.cli.search import search
from kaltimcrawl.cli.serve import serve
from kaltimcrawl.cli.update import update
from kaltimcrawl.errors import KaltimcrawlError

NAME = "kaltimcrawl"
STOPPED = 130
NO_READER = 141


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--archive",
    "path",
    metavar="DIR",
    type=click.Path(path_type=Path),
    envvar="KALTIMCRAWL_ARCHIVE",
    show_envvar=True,
    default=Path("archive"),
    show_default=True,
    help="Folder of the archive: DIR/kaltim.db, DIR/warc/, and your own portal files in DIR/portals/.",
)
@click.option("-v", "--verbose", is_flag=True, help="Tell more, such as every request of a crawl.")
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context, path: Path, verbose: bool) -> None:
    """Keep regional news: crawl portals politely, keep every page as WARC, file clean articles in one
    searchable SQLite archive.

    Start with `kaltimcrawl demo`, or see `kaltimcrawl portal list` and crawl one of those.

    Exit codes: 0 all well; 1 something failed and is in the archive's crawl_errors; 2 a wrong word, file or
    setting; 75 another run holds the archive; 130 stopped by Ctrl-C.
    """
    named = context.get_parameter_source("path") is ParameterSource.COMMANDLINE
    context.obj = ArchiveFolder(path, named, verbose)
    _hush_libraries(verbose)


def _hush_libraries(verbose: bool) -> None:
    """Keep what libraries log and warn of out of stderr, where only what a person should act on stands."""
    logging.captureWarnings(True)
    if not verbose:
        logging.getLogger().addHandler(logging.NullHandler())


for _verb in (demo, portal, crawl, update, gaps, ingest, reextract, extract, import_text, search, serve):
    program.add_command(_verb)


def main() -> None:
    """Run the command that `sys.argv` names, and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that can't show “ gets \u201c, not a traceback
            stream.reconfigure(errors="backslashreplace")
    if f"_{NAME.upper()}_COMPLETE" in os.environ:  # a shell asks what could stand next
        program.main(prog_name=NAME)
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """The exit code of the command that `words` name, its mishaps told in one line on stderr."""
    try:
        with program.make_context(NAME, list(words)) as context:
            ended = program.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KaltimcrawlError as error:
        return _tell(str(error), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo(nl=sys.stderr.isatty(), err=True)  # ends the line that the terminal began with ^C
        return _tell("stopped", STOPPED)
    except BrokenPipeError:
        _forget_output()
        return NO_READER
    except OSError as error:
        if error.filename is None and error.strerror is None:
            raise
        _forget_output()
        return _tell(f"{error.filename or 'output'}: {error.strerror}", 1)
    return ended if isinstance(ended, int) else 0


def _tell(line: str, code: int) -> int:
    click.echo(f"{NAME}: {line}", err=True)
    return code


def _forget_output() -> None:
    """Let Python's last flush go nowhere: the reader has left, or the disk behind it is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
