"""Dates in figures: ISO 8601, 11/21/2016, 21.11.2016."""

from __future__ import annotations

from claimx import lazy
from claimx.dates.calendar import Period, full_year, make_day
from claimx.dates.context import Context
from claimx.dates.lookup import column
from claimx.dates.rule import Hit, Time, rule

_OFFSET = r"(?: (?P<z><dt_z>|<zone>) | (?P<sign><+|->) (?P<hours><int&d2>|<int&d4>) (?: <:> (?P<minutes><minute>) )? )"


@rule(
    rf"""
        (?P<year><year&tight>) (?P<sep><-|/>) (?P<month><monthno&tight>) (?P<sep2><-|/>) (?P<day><int&day>)(?: <dt_t>?
        (?P<hour><hour&tight>) <:> (?P<minute><minute>) (?: <:> (?P<second><minute>|<dec>) )? {_OFFSET}? )?(?!<-|/>)
    """,
    trigger="year",
    needs="-|/ monthno",
    accept=lambda hit: hit["sep"] == hit["sep2"],
    yes={
        "2016-11-21": "2016-11-21",
        "2016/11/03": "2016-11-03",
        "2016-11-21T10:00Z": "2016-11-21T10:00Z",
        "2016-11-21 18:30": "2016-11-21T18:30",
    },
    no=("2016-13-01", "1995-97"),
)
def iso(hit: Hit, context: Context) -> Time | None:
    """Year, month, day."""
    day = make_day(int(hit["year"]), int(hit["month"]), int(hit["day"]))
    if day is None:
        return None
    if not hit["hour"]:
        return context.dated(Period.around(day, "day"), "day")
    offset = ""
    if hit["z"]:
        offset = "Z" if hit["z"] == "z" else column("zones", "offset").get(hit["z"], "")
    elif hit["sign"]:
        offset = f"{hit['sign']}{hit['hours'][:2]}:{hit['minutes'] or hit['hours'][2:] or '00'}"
    return Time("TIME", f"{day.isoformat()}T{int(hit['hour']):02d}:{hit['minute']}{offset}", Period.around(day, "day"))


@rule(
    r"""
        (?<!<$|£|€>) (?P<first><int&day&tight>) (?P<sep><-&tight|/&tight>) (?P<second><int&day&tight>) (?P<sep2><-&tight|/&tight>)
        (?P<year>(?&year)|<int&d2>)(?!<-|/|%>)
    """,
    trigger="/|-",
    needs="year|d2 day",
    accept=lambda hit: (
        hit["sep"] == hit["sep2"]
        and (hit["sep"] == "/" or len(hit["year"]) == 4 or all(len(hit[part]) == 2 for part in ("first", "second")))
    ),
    yes={"11/21/2016": "2016-11-21", "21/11/2016": "2016-11-21", "11/21/98": "1998-11-21", "02-26-98": "1998-02-26"},
    no=("45/46/2016", "a 6-4-3 play", "1/2"),
)
def figures(hit: Hit, context: Context) -> Time | None:
    """Day and month in figures: the day is the one above 12, else as the page shows; else marked as ambiguous."""
    return _ordered(int(hit["first"]), int(hit["second"]), hit["year"], context)


_DOTTED = lazy.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")


@rule(
    r"(?P<figure><version>)",
    trigger="version",
    accept=lambda hit: (
        _DOTTED.fullmatch(hit["figure"]) is not None
        and _day_and_month(hit["figure"])
        and hit.before() not in ("version", "v", "android", "ios", "section")
    ),
    yes={"21.11.2016": "2016-11-21", "03.04.16": "2016-04-03"},
    no=("1.2.3", "192.168.0.1", "version 10.11.12"),
)
def dotted(hit: Hit, context: Context) -> Time | None:
    """21.11.2016: the day first, as everywhere that dots are written."""
    found = _DOTTED.fullmatch(hit["figure"])
    if found is None:
        return None
    first, second, year = found.groups()
    if int(second) > 12:
        first, second = second, first
    day = make_day(full_year(year, context.published), int(second), int(first))
    return context.dated(Period.around(day, "day"), "day") if day else None


def _day_and_month(figure: str) -> bool:
    first, second, year = figure.split(".")
    low, high = sorted((int(first), int(second)))
    return 1 <= low <= 12 and high <= 31 and (len(year) == 4 or len(first) == len(second) == 2)


def _ordered(first: int, second: int, year: str, context: Context) -> Time | None:
    known = full_year(year, context.published)
    if not 1 <= known <= 9999:
        return None
    by_day, by_month = make_day(known, second, first), make_day(known, first, second)
    if by_day and by_month and first != second:
        chosen = by_day if context.day_first else by_month
        return Time("DATE", chosen.isoformat(), Period.around(chosen, "day"), context.day_first is None)
    day = by_day or by_month
    return context.dated(Period.around(day, "day"), "day") if day else None
