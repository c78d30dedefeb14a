"""The package's data files: words, marks and phrases, kept apart from the code that goes by them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_data(name: str) -> dict[str, Any]:
    """What the TOML file `data/NAME` holds."""
    return tomllib.loads(files(__package__).joinpath("data", name).read_text("utf-8"))
