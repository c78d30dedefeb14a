"""A drafted portal put in its place: checked as it will be read, whole or not at all, over nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from kaltimcrawl.errors import InputError
from kaltimcrawl.portals.load import load_portal
from kaltimcrawl.portals.portal import Portal
from kaltimcrawl.portals.slug import is_slug

FIXTURES = "fixtures"
"""The folder beside the portal files that holds a folder of saved pages for each portal."""


def portal_path(folder: Path, slug: str) -> Path:
    """Where the file of the portal `slug` goes in `folder`.

    Raises InputError where `slug` is none, or where the file or a folder of saved pages is there already.
    """
    if not is_slug(slug):
        raise InputError(f"{slug!a}: no name for a portal; expected a-z, 0-9 and '-', at most 64 characters")
    for path in (folder / f"{slug}.toml", folder / FIXTURES / slug):
        if os.path.lexists(path):
            raise InputError(f"{path}: exists already and is left as it is; --name SLUG takes another name")
    return folder / f"{slug}.toml"


def place_portal(folder: Path, slug: str, text: str, save_pages: Callable[[Path, Portal], None]) -> Portal:
    """The portal that `text` declares, once its file stands in `folder`, which is made where it is missing.

    `save_pages(folder, portal)` fills the folder of its saved pages. Both are made beside their place and
    moved there, the pages first. Raises InputError where either is there already, PortalError where `text`
    is no portal's file.
    """
    path = portal_path(folder, slug)
    folder.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{slug}-", dir=folder))
    try:
        draft = beside / path.name
        _write(draft, text)
        pages = beside / FIXTURES
        pages.mkdir()
        save_pages(pages, load_portal(draft))
        place = folder / FIXTURES / slug
        place.parent.mkdir(exist_ok=True)
        pages.rename(place)
        try:
            _move(draft, path)
        except OSError:
            shutil.rmtree(place)
            raise
    except FileExistsError as error:
        raise InputError(f"{path}: has appeared meanwhile and is left as it is") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return load_portal(path)


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _move(draft: Path, path: Path) -> None:
    """Moves the file; raises FileExistsError where `path` exists, which a rename would replace."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, as memory cards have
        path.open("x").close()
        draft.replace(path)
