"""The ages at which articles are visited again, as the settings write them."""

from __future__ import annotations

import re
from datetime import timedelta

from scrapy.settings import BaseSettings

from kaltimcrawl.errors import InputError
from kaltimcrawl.schedule import Revisits

_AGE = re.compile(r"(\d{1,5})\s?([hd])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1)}


def read_revisits(settings: BaseSettings) -> Revisits:
    """What KALTIMCRAWL_REVISIT_AGES, _THEN and _SOONEST say. Raises `InputError` for what is no age."""
    ages = sorted(
        _read_age("KALTIMCRAWL_REVISIT_AGES", text) for text in settings["KALTIMCRAWL_REVISIT_AGES"]
    )
    then = _read_age("KALTIMCRAWL_REVISIT_THEN", settings["KALTIMCRAWL_REVISIT_THEN"])
    soonest = _read_age("KALTIMCRAWL_REVISIT_SOONEST", settings["KALTIMCRAWL_REVISIT_SOONEST"])
    return Revisits(tuple(ages), then, soonest)


def _read_age(name: str, text: str) -> timedelta:
    found = _AGE.fullmatch(str(text).strip())
    if found is None or not int(found[1]):
        raise InputError(f"{name}: {text!r} is no age; write hours as 6h and days as 30d")
    return int(found[1]) * _UNITS[found[2]]
