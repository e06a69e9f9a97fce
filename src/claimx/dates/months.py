"""Months and their parts: October of next year, the last week of March, the first Monday in September."""

from __future__ import annotations

import datetime
import re

from claimx.dates.calendar import GRAIN, Period, make_day, step
from claimx.dates.context import Context
from claimx.dates.lookup import column, month_number, unit, weekday_number
from claimx.dates.relative import SHIFT, SPOKEN
from claimx.dates.rule import Hit, Time, rule


@rule(
    r"""
        (?P<month><month&!monthshort>) (?: <dt_of> )? (?: (?P<which><dt_last|dt_next|dt_this|dt_past>) | <dt_the>
        (?P<rel><dt_prior|dt_following|dt_same>) | <dt_that> ) <timeunit>
    """,
    trigger="month",
    needs="timeunit dt_last|dt_next|dt_this|dt_past|dt_prior|dt_following|dt_same|dt_that",
    accept=lambda hit: unit(hit.words.lower(hit.last - 1)) == "Y",
    yes={
        "[October of next year]": "2017-10",
        "[May last year]": "2015-05",
        "[June of this year]": "2016-06",
        "[March of the following year]": "2017-03",
    },
    no=("October", "May last week"),
)
def month_of_year(hit: Hit, context: Context) -> Time | None:
    """October of next year."""
    month, which = month_number(hit["month"]), hit["which"]
    base = context.now("year") if which else context.spoken("year")
    if month is None or base is None:
        return Time("DATE", f"XXXX-{month:02d}") if month else None
    year = base.first.year + ({**SHIFT, **SPOKEN}.get(which or hit["rel"], 0))
    return context.dated(Period.of(year, month, "month"), "month") if 1 <= year <= 9999 else None


@rule(
    r"""
        <dt_the>? (?P<edge><ordinal>|<ordinal_last>|<dt_last>|<ordinalno>) (?P<unit><timeunit|weekday>) <dt_of|dt_in> (?P<month><month>)
        (?: <,>? (?P<year>(?&year)) )?
    """,
    trigger="month",
    needs="timeunit|weekday ordinal|ordinal_last|dt_last|ordinalno dt_of|dt_in",
    yes={
        "it ended in [the last week of March]": "2016-W13",
        "[first Monday in September 2016]": "2016-09-05",
        "[second week of January]": "2017-W02",
    },
    no=("week of March",),
)
def part_of_month(hit: Hit, context: Context) -> Time | None:
    """The last week of March, the first Monday in September."""
    month = month_number(hit["month"])
    if month is None:
        return None
    year = int(hit["year"]) if hit["year"] else context.year_of(month)
    nth = int(column("ordinals", "value").get(hit["edge"], "-1")) if not hit["edge"][:1].isdigit() else int(re.sub(r"\D", "", hit["edge"]))
    weekday = weekday_number(hit["unit"])
    name = unit(hit["unit"])
    if year is None:
        return Time("DATE", f"XXXX-{month:02d}")
    first = make_day(year, month, 1)
    following = step(first, "M", 1) if first else None
    if first is None or following is None or nth > 5:
        return None
    if weekday or name == "D":
        return _nth_day(context, first, following, nth, weekday)
    if name not in ("W", "WE"):
        return context.dated(Period(first, "month"), "month")
    day = step(first, "D", 7 * (nth - 1) + 3) if nth > 0 else step(following, "D", -1)
    if nth < 0 and day and day.isoweekday() < 4:
        day = step(day, "D", -7)  # a week belongs to the month that holds its Thursday
    return context.dated(Period.around(day, GRAIN[name]) if day else None, GRAIN[name])


def _nth_day(context: Context, first: datetime.date, following: datetime.date, nth: int, weekday: int | None) -> Time | None:
    if nth > 0:
        day = step(first, "D", ((weekday - first.isoweekday()) % 7 if weekday else 0) + (7 if weekday else 1) * (nth - 1))
    else:
        last = step(following, "D", -1) or first
        day = step(last, "D", -((last.isoweekday() - weekday) % 7) if weekday else 0)
    return context.dated(Period.around(day, "day") if day and first <= day < following else None, "day")
