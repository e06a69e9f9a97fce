"""Holidays and named days by year, from the formulas of the file holidays.tsv."""

from __future__ import annotations

import datetime
import re

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from claimx import lazy
from claimx.dates.calendar import Period, make_day, step

_FIXED = lazy.compile(r"(?P<month>\d\d)-(?P<day>\d\d)")
_NTH = lazy.compile(r"(?P<month>\d\d)-(?P<weekday>[1-7])-(?P<nth>-?\d)(?P<days>[+-]\d+)?")
_EASTER = lazy.compile(r"(?P<kind>easter|orthodox)(?P<days>[+-]\d+)?")


def on(formula: str, year: int) -> Period | None:
    """The day (Ramadan: the month that its middle lies in) of a holiday in a year; None where the formula gives none.

    Formulas: ``12-25``; ``11-4-4`` the fourth Thursday of November, ``-1`` for the last, with ``+1`` the day after;
    ``easter-2``; ``orthodox``; ``2001-09-11`` whatever the year; else ramadan, fitr or adha, by the tabular Islamic calendar.
    """
    if not 1583 <= year <= 4099:
        return None
    day: datetime.date | None
    if found := _FIXED.fullmatch(formula):
        day = make_day(year, int(found["month"]), int(found["day"]))
    elif found := _NTH.fullmatch(formula):
        day = _nth(year, int(found["month"]), int(found["weekday"]), int(found["nth"]), int(found["days"] or 0))
    elif found := _EASTER.fullmatch(formula):
        sunday = easter(year, EASTER_WESTERN) if found["kind"] == "easter" else easter(year, EASTER_ORTHODOX)
        day = sunday + datetime.timedelta(int(found["days"] or 0))
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", formula):
        day = datetime.date.fromisoformat(formula)
    else:
        day = _islamic(formula, year)
    return Period.around(day, "month" if formula == "ramadan" else "day") if day else None


def _nth(year: int, month: int, weekday: int, nth: int, days: int) -> datetime.date | None:
    if nth > 0:
        first = datetime.date(year, month, 1)
        day = first + datetime.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        last = datetime.date(year, month + 1, 1) - datetime.timedelta(1)
        day = last - datetime.timedelta((last.isoweekday() - weekday) % 7)
    return step(day, "D", days)


_EPOCH = datetime.date(622, 7, 18).toordinal()
"""1 Muharram 1 of the tabular Islamic calendar (the Thursday, Julian 15 July 622), as a day of the proleptic Gregorian calendar."""

_ISLAMIC = {"ramadan": (9, 15), "fitr": (10, 1), "adha": (12, 10)}


def _islamic(name: str, year: int) -> datetime.date | None:
    """The day of an Islamic feast by the tabular calendar (30-year cycle); the later one where a year has two.

    The day that is announced after sighting the moon differs by a day, rarely by two.
    """
    if name not in _ISLAMIC:
        return None
    month, day = _ISLAMIC[name]
    latest = None
    for islamic in range(about := (year - 622) * 33 // 32 - 1, about + 4):
        days = (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
        found = datetime.date.fromordinal(_EPOCH + days)
        latest = found if found.year == year else latest
    return latest
