"""Holidays and named days."""

from __future__ import annotations

import datetime

from claimx.dates import holidays
from claimx.dates.calendar import BLANK, Period, full_year
from claimx.dates.context import Context
from claimx.dates.rule import Hit, Time, rule
from claimx.grammar import Pattern

_YEAR = Pattern("<,>? <dt_of>? <year> | <'> <int&d2> | <dt_last|dt_next|dt_this> <timeunit>")


def _end(hit: Hit) -> int | None:
    """The end of the longest name that starts at the group name, and of the year after it; None for no name."""
    first = hit.match.start("name")
    found = hit.words.longest("holiday", first)
    if found is None or (hit.words.text(first)[:1].islower() and found[0]["form"][0].isupper()):
        return None
    row, last = found
    if row["form"] in ("Independence Day", "Victory Day") and hit.tag_before() == "'":
        return None  # of another country: its day is not known
    year = _YEAR.match(hit.words.codes, last)
    return year.end() if year else last


@rule(
    r"(?: (?P<which><dt_last|dt_next|dt_this>) )? (?P<name><holiday|holiday+>)",
    trigger="holiday|holiday+",
    end=_end,
    yes={
        "it rained on [Easter]": "2016-03-27",
        "[Christmas Eve]": "2016-12-24",
        "[Thanksgiving]": "2016-11-24",
        "since [last Christmas]": "2015-12-25",
        "on [New Year's Eve 1999]": "1999-12-31",
        "by [Easter next year]": "2017-04-16",
        "[Black Friday]": "2016-11-25",
        "during [Ramadan]": "2016-06",
    },
    no=("a christmas", "New York"),
)
def holiday(hit: Hit, context: Context) -> Time | None:
    """A holiday: of the year given, or the nearest to publication, or as the verb says."""
    words, first = hit.words, hit.match.start("name")
    found = words.longest("holiday", first)
    if found is None:
        return None
    row, last = found
    tail = words.phrase(last, hit.last).lower() if hit.last > last else ""
    year = None
    if tail[-2:].isdigit():
        year = full_year(tail[-4:].lstrip("' "), context.published)
    elif tail and context.published:
        year = context.published.year + {"last": -1, "past": -1, "this": 0}.get(tail.split()[0], 1)
    return _resolve(row["day"], year, hit["which"], context)


@rule(
    r"(?P<month><int&d1&tight>) </&tight> (?P<day><int&d2>)(?!</|int|%>)",
    trigger="/",
    accept=lambda hit: hit.words.phrase(hit.first, hit.last) == "9/11",
    yes={"since [9/11]": "2001-09-11"},
    no=("3/12 of them",),
)
def eleventh_of_september(hit: Hit, context: Context) -> Time | None:
    """9/11 is a name."""
    return Time("DATE", "2001-09-11", Period(datetime.date(2001, 9, 11), "day"))


def _resolve(formula: str, year: int | None, which: str, context: Context) -> Time | None:
    if len(formula) == 10 and formula[:4].isdigit():
        return Time("DATE", formula, Period.around(datetime.date.fromisoformat(formula), "day"))
    if year is not None:
        found = holidays.on(formula, year)
        return context.dated(found, found.grain) if found else None
    now = context.published
    if now is None:
        return Time("DATE", f"XXXX-{formula}" if len(formula) == 5 else BLANK["day"])
    days = [found for near in (now.year - 1, now.year, now.year + 1) if (found := holidays.on(formula, near))]
    direction = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}.get(which, context.direction)
    directed = [day for day in days if not ((direction < 0 and day.first > now) or (direction > 0 and day.first < now))]
    best = min(directed or days, key=lambda day: abs((day.first - now).days), default=None)
    return context.dated(best, best.grain) if best else None
