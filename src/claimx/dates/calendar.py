"""Calendar arithmetic over TIMEX3 dates: a period of a grain (day, week, month, quarter, ...), its value, its neighbours.

Rules of the calendar are those of ISO 8601 (weeks begin on Monday, week 1 holds the first Thursday) and, for steps of
months and years, of dateutil's relativedelta (31 January and a month is the last day of February).
"""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

Grain = Literal["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]

BLANK: dict[str, str] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The value of a period of which nothing but its grain is known."""

GRAIN: dict[str, Grain] = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
"""The grain of a unit of the file timeunits.tsv; a fortnight, an hour and less are none."""

_DAYS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
_MONTHS = {"M": 1, "Q": 3, "half": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}

_SEASONS = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}
"""The first month of the quarter that a season is compared by."""


def step(day: datetime.date, unit: str, count: int) -> datetime.date | None:
    """The day COUNT units (of timeunits.tsv, or "half") after DAY; None outside of the years 1 to 9999."""
    days = _DAYS.get(unit)
    try:
        return day + (relativedelta(months=_MONTHS[unit] * count) if days is None else datetime.timedelta(days * count))
    except (OverflowError, ValueError):
        return None


class Period(msgspec.Struct, frozen=True, gc=False):
    """A period by its first day and its grain; ``season`` is SP, SU, FA or WI where the grain is a season."""

    first: datetime.date
    grain: Grain
    season: str = ""

    @classmethod
    def around(cls, day: datetime.date, grain: Grain) -> Period:
        """The period of a grain in which a day lies."""
        return cls(_start(day, grain), grain)

    @classmethod
    def of(cls, year: int, month: int, grain: Grain) -> Period | None:
        """The period of a grain that begins with a month; None outside of the calendar."""
        first = make_day(year, month, 1)
        return cls(first, grain) if first else None

    @classmethod
    def of_season(cls, year: int, season: str) -> Period:
        """A season of a year. Winter counts to the year that it ends in."""
        return cls(datetime.date(year, _SEASONS[season], 1), "season", season)

    def shift(self, count: int, unit: str | None = None) -> Period | None:
        """The period COUNT units on (its own grain by default); the grain stays. None outside of the calendar."""
        if unit is None:
            unit = next((unit for unit, grain in GRAIN.items() if grain == self.grain), "half" if self.grain == "half" else "Y")
        moved = step(self.first, unit, count)
        if moved is None:
            return None
        return Period(moved, self.grain, self.season) if self.grain == "season" else Period.around(moved, self.grain)

    def to(self, grain: Grain) -> Period:
        """The period of another grain in which this one begins."""
        return Period.around(self.first, grain)

    @property
    def value(self) -> str:
        """The period as a TIMEX3 value."""
        day, year = self.first, f"{self.first.year:04d}"
        if self.grain == "day":
            return day.isoformat()
        if self.grain in ("week", "weekend"):
            iso_year, week, _ = day.isocalendar()
            return f"{iso_year:04d}-W{week:02d}" + ("-WE" if self.grain == "weekend" else "")
        if self.grain == "month":
            return f"{year}-{day.month:02d}"
        if self.grain == "quarter":
            return f"{year}-Q{(day.month + 2) // 3}"
        if self.grain == "half":
            return f"{year}-H{(day.month + 5) // 6}"
        if self.grain == "season":
            return f"{year}-{self.season}"
        return {"decade": year[:3], "century": year[:2]}.get(self.grain, year)


def _start(day: datetime.date, grain: Grain) -> datetime.date:
    if grain == "day":
        return day
    if grain in ("week", "weekend"):
        return day - datetime.timedelta(min(day.weekday(), (day - datetime.date.min).days))
    if grain == "month":
        return day.replace(day=1)
    if grain == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    if grain == "half":
        return day.replace(month=(day.month - 1) // 6 * 6 + 1, day=1)
    size = {"decade": 10, "century": 100}.get(grain, 1)
    return datetime.date(max(1, day.year // size * size), 1, 1)


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """A day; None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def weekday_near(anchor: datetime.date, weekday: int, direction: int) -> datetime.date | None:
    """The day of the week (1 Monday to 7 Sunday) nearest to ANCHOR, the anchor itself included.

    DIRECTION -1 looks back, +1 ahead.
    """
    apart = (weekday - anchor.isoweekday()) % 7 if direction > 0 else -((anchor.isoweekday() - weekday) % 7)
    return step(anchor, "D", apart)


def year_near(anchor: datetime.date, month: int, day: int | None, direction: int, span: int = 1) -> int | None:
    """The year in which a month (of a year, or the day of one) is meant that is named without it.

    DIRECTION -1 is the latest such period that has begun by ANCHOR, +1 the first that has not ended, 0 the nearest
    one. SPAN is the length of the period in months. None if the nearest years have no such day (29 February).
    """
    candidates = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        first = make_day(year, month, day or 1) if 1 <= year <= 9999 else None
        if first is None:
            continue
        last = first if day else (step(step(first, "M", span) or first, "D", -1) or first)
        if (direction < 0 and first > anchor) or (direction > 0 and last < anchor):
            continue
        apart = max((first - anchor).days, (anchor - last).days, 0)
        candidates.append((apart, first > anchor, year))
    return min(candidates)[2] if candidates else None


def full_year(digits: str, published: datetime.date | None) -> int:
    """The year that two (or four) digits stand for: for two the nearest to the publication, at most 20 years ahead."""
    if len(digits) > 2:
        return int(digits)
    latest = (published.year if published else 2016) + 20
    year = latest // 100 * 100 + int(digits)
    return year if year <= latest else year - 100
