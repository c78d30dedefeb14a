"""Portals read from their files: the package's, and over them the user's own."""

from __future__ import annotations

from datetime import tzinfo
from math import isfinite
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from kaltimcrawl.errors import InputError
from kaltimcrawl.portals.doors import read_doors, read_home
from kaltimcrawl.portals.form import FamilyForm, PortalForm, read_form
from kaltimcrawl.portals.layouts import read_rules
from kaltimcrawl.portals.portal import Portal
from kaltimcrawl.portals.slug import is_slug
from kaltimcrawl.portals.spot import Spot, did_you_mean, shown

DEFAULT_TIMEZONE = "Asia/Makassar"
"""WITA, the time of East Kalimantan."""
DEFAULT_DELAY = 1.0
MAX_DELAY = 3600
"""Seconds."""

_PACKAGE = Path(__file__).parent
_MAX_NAME = 200
_ABBREVIATIONS = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


def load_portals(own: Path | None = None) -> dict[str, Portal]:
    """All portals by slug, in the order of their slugs: the package's, and those of `own` instead or besides.

    `own` is the folder of the user's portal files; it need not exist. Raises PortalError for the first file
    that is wrong.
    """
    return {slug: load_portal(path) for slug, path in sorted(_files(own).items())}


def find_portal(slug: str, own: Path | None = None) -> Portal:
    """The portal `slug`, from `own` before the package; no other portal's file is read.

    Raises InputError, with the nearest right slug, where there is none; PortalError where its file is wrong.
    """
    files = _files(own)
    if slug not in files:
        remedy = did_you_mean(slug, files) or "; 'kaltimcrawl portal list' names them"
        raise InputError(f"no portal {shown(slug)}{remedy}")
    return load_portal(files[slug])


def _files(own: Path | None) -> dict[str, Path]:
    """The portal files by slug. Names that begin with a dot are what editors and systems leave behind."""
    folders = [_PACKAGE] if own is None else [_PACKAGE, own]
    found = [path for folder in folders for path in folder.glob("*.toml") if not path.name.startswith(".")]
    return {path.stem: path for path in found}


def load_portal(path: Path) -> Portal:
    """The portal that `path` (`<slug>.toml`) declares, over its family's file.

    A family is looked for in `families/` beside the file, then in the package's. Raises PortalError, one line
    that names file, key and what was expected, for whatever is wrong.
    """
    spot = Spot(path)
    if not is_slug(path.stem):
        raise spot.error("the file's name is the portal's slug: expected a-z, 0-9 and '-' before .toml")
    form = read_form(path, PortalForm)
    family_path = path if form.family is None else _family_path(spot.at("family"), form.family)
    family = FamilyForm() if form.family is None else read_form(family_path, FamilyForm)
    spots = (spot, Spot(family_path))
    home = read_home(spot.at("home"), form.home, form.allow_private)
    discovery = (spot.at("discovery"), spots[1].at("discovery"))
    extraction = (spot.at("extraction"), spots[1].at("extraction"))
    return Portal(
        slug=path.stem,
        name=_read_name(spot.at("name"), form.name),
        home=home,
        region=_read_name(spot.at("region"), form.region) if form.region else "",
        timezone=_timezone(form, family, spots),
        delay=_delay(form, family, spots),
        allow_private=form.allow_private,
        render=form.render,
        doors=read_doors(form.discovery, family.discovery, discovery, home),
        rules=read_rules(form.extraction, family.extraction, extraction),
        file=path,
    )


def _family_path(spot: Spot, name: str) -> Path:
    folders = [spot.file.parent / "families", _PACKAGE / "families"]
    if is_slug(name):
        for folder in folders:
            if (folder / f"{name}.toml").exists():
                return folder / f"{name}.toml"
    known = {
        path.stem for folder in folders for path in folder.glob("*.toml") if not path.name.startswith(".")
    }
    remedy = did_you_mean(name, known) or f"; known are {', '.join(sorted(known))}"
    raise spot.error(f"no family {shown(name)}{remedy}")


def _read_name(spot: Spot, text: str) -> str:
    if not text.strip() or len(text) > _MAX_NAME or not text.isprintable():
        raise spot.error(f"expected a line of 1 to {_MAX_NAME} characters, got {shown(text)}")
    return text.strip()


def _timezone(form: PortalForm, family: FamilyForm, spots: tuple[Spot, Spot]) -> tzinfo:
    if form.timezone is not None:
        return _read_timezone(spots[0].at("timezone"), form.timezone)
    return _read_timezone(spots[1].at("timezone"), family.timezone or DEFAULT_TIMEZONE)


def _read_timezone(spot: Spot, name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; a path out of the folder; a folder
        pass
    nearest = _ABBREVIATIONS.get(name.upper())
    remedy = f"; did you mean {nearest!r}?" if nearest else did_you_mean(name, available_timezones())
    raise spot.error(f"{shown(name)} is no IANA time zone{remedy or ', as Asia/Makassar'}")


def _delay(form: PortalForm, family: FamilyForm, spots: tuple[Spot, Spot]) -> float:
    for delay, spot in ((form.delay, spots[0]), (family.delay, spots[1])):
        if delay is not None and not (isfinite(delay) and 0 <= delay <= MAX_DELAY):
            raise spot.at("delay").error(f"expected seconds from 0 to {MAX_DELAY}, got {delay}")
    if form.delay is not None:
        return form.delay
    return DEFAULT_DELAY if family.delay is None else family.delay
