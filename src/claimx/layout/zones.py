"""Time zones as headers name them, to an offset from UTC."""

from __future__ import annotations

import datetime
import re
from functools import cache

from claimx import lazy, lexicon

AFTER = lazy.compile(
    r"""[\s,]{0,2}\(?(?P<zone>(?:GMT|UTC|UT)?\s?[+−-]\s?\d{1,2}(?::?\d{2})?(?![\d/-]) | Z\b
        | [A-Z]{2,5}\b(?:\s?[+−-]\s?\d{1,2}(?::?\d{2})?(?![\d/-]))?
        | (?:Eastern|Central|Mountain|Pacific)(?:\ (?:Standard|Daylight))?(?:\ Time)?\b
        | local\ time\b | [A-Z][a-z]+\ (?:local\ )?time\b )\)?""",
    re.VERBOSE,
)
"""A zone behind a clock time: EST, ET, GMT+7, +05:30, Z, Eastern."""

_NUMERIC = lazy.compile(r"(?:[A-Z]{2,4})?\s?([+−-])\s?(\d{1,2}):?(\d{2})?")
_LONG = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT"}


def offset(zone: str, country: str | None, date: datetime.date) -> str:
    """The offset of a zone ("+05:30") on a day, for an outlet of a country (ISO 3166); empty if it is not known.

    A name that several countries use ("IST", "CST", "BST") is read as the outlet's country does, else as the most
    common one. "ET" and its like are standard or daylight time by the rules of the United States.
    """
    numeric = _NUMERIC.fullmatch(zone.strip())
    if numeric:
        return f"{'-' if numeric[1] != '+' else '+'}{int(numeric[2]):02}:{numeric[3] or '00'}"
    name = _LONG.get(zone.split()[0].lower(), zone) if zone else zone
    if name in ("ET", "CT", "MT", "PT"):
        name = name[0] + ("DT" if _daylight(date) else "ST")
    rows = _table().get(name, ())
    for row in rows:
        if country and country in row["countries"].split():
            return row["offset"]
    return next((row["offset"] for row in rows if "default" in row["countries"].split()), "")


@cache
def _table() -> dict[str, tuple[lexicon.Row, ...]]:
    found: dict[str, tuple[lexicon.Row, ...]] = {}
    for row in lexicon.rows("layout/zones"):
        found[row["form"]] = (*found.get(row["form"], ()), row)
    return found


def _daylight(day: datetime.date) -> bool:
    """Whether daylight saving time holds in the United States (Uniform Time Act as amended in 1986 and 2005)."""
    if day.year >= 2007:
        first, last = _sunday(day.year, 3, 2), _sunday(day.year, 11, 1)
    elif day.year >= 1987:
        first, last = _sunday(day.year, 4, 1), _sunday(day.year, 11, 1) - datetime.timedelta(days=7)
    else:
        first, last = _sunday(day.year, 5, 1) - datetime.timedelta(days=7), _sunday(day.year, 11, 1) - datetime.timedelta(days=7)
    return first <= day < last


def _sunday(year: int, month: int, number: int) -> datetime.date:
    day = datetime.date(year, month, 1)
    return day + datetime.timedelta(days=(6 - day.weekday()) % 7 + 7 * (number - 1))
