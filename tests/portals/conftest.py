from collections.abc import Callable
from pathlib import Path

import pytest

from kaltimcrawl.errors import PortalError
from kaltimcrawl.portals import load_portal


def refusal(call: Callable[[], object]) -> str:
    """The line with which `call` refuses, or '' where it doesn't."""
    try:
        call()
    except PortalError as error:
        return str(error)
    return ""


HEAD = 'name = "Kabar Hulu"\nhome = "https://kabarhulu.example/"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`portals/` and `portals/families/` in a fresh working folder, so that messages name short paths."""
    monkeypatch.chdir(tmp_path)
    Path("portals/families").mkdir(parents=True)
    return Path("portals")


@pytest.fixture
def load(folder: Path):
    """Loads a portal's file of the given text behind its name and home, over a family's if one is given."""

    def load(text: str = "", family: str | None = None, head: str = HEAD):
        if family is not None:
            (folder / "families" / "sungai.toml").write_text(family, "utf-8")
            head += 'family = "sungai"\n'
        (folder / "kabarhulu.toml").write_text(head + text, "utf-8")
        return load_portal(folder / "kabarhulu.toml")

    return load


@pytest.fixture(scope="session")
def line_of() -> Callable[[Callable[[], object]], str]:
    return refusal


@pytest.fixture
def message(load) -> Callable[..., str]:
    """The one line that such a file is refused with."""

    def message(text: str = "", family: str | None = None, head: str = HEAD) -> str:
        with pytest.raises(PortalError) as caught:
            load(text, family, head)
        assert caught.value.exit_code == 2
        return str(caught.value)

    return message
