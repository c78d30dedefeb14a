from pathlib import Path

import pytest

from kaltimcrawl.cli.program import program
from kaltimcrawl.cli.reference import BEGIN, END, write_reference

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_page_of_the_commands_is_current():
    page = PAGE.read_text(encoding="utf-8")
    assert write_reference(page) == page, "run: python -m kaltimcrawl.cli.reference"


def test_every_command_has_its_heading():
    page = PAGE.read_text(encoding="utf-8")
    for verb in program.commands:
        assert f"\n## kaltimcrawl {verb}\n" in page
    assert "\n## kaltimcrawl portal list\n" in page


def test_what_stands_outside_the_markers_is_kept():
    page = write_reference(f"before\n{BEGIN}\nsayings of old\n{END}\nafter\n")
    assert page.startswith(f"before\n{BEGIN}\n\n## kaltimcrawl\n")
    assert page.endswith(f"```\n\n{END}\nafter\n")
    assert "sayings of old" not in page


def test_a_page_without_markers_is_refused():
    with pytest.raises(ValueError, match="lacks the line"):
        write_reference("no markers here")
