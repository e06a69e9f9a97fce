"""Dates that count from another one: from the day of publication, or from what the text last spoke of."""

from __future__ import annotations

import datetime
import re

from claimx.dates.calendar import BLANK, GRAIN, Grain, Period, make_day, step
from claimx.dates.context import Context
from claimx.dates.lookup import column, count, month_number, unit, weekday_number
from claimx.dates.rule import Hit, Time, rule

_WORD = "(?: <dt_word|dt_fiscal> )?"


@rule(
    r"(?P<day><refday&!tonight>)",
    trigger="refday",
    accept=lambda hit: (
        not (hit.words.text(hit.first)[0].isupper() and hit.tag_before() in "PD" and not hit.words.text(hit.first).isupper())
        and hit.words.lower(hit.first) != "tonight"
    ),
    yes={"he said [today]": "2016-11-23", "[yesterday]": "2016-11-22", "he leaves [tomorrow]": "2016-11-24"},
    no=("USA Today", "tonight"),
)
def reference_day(hit: Hit, context: Context) -> Time | None:
    """Today, yesterday, tomorrow."""
    return context.offset(int(column("refdays", "offset")[hit["day"]]), "D", "day")


@rule(
    r"<dt_the> <timeunit> (?P<which><dt_before|dt_after>) (?P<day><refday>)",
    trigger="refday",
    yes={"[the day before yesterday]": "2016-11-21", "[the day after tomorrow]": "2016-11-25"},
    no=("the day before",),
)
def two_days_off(hit: Hit, context: Context) -> Time | None:
    """The day before yesterday, the day after tomorrow."""
    return context.offset({"yesterday": -2, "tomorrow": 2}.get(hit["day"], 0), "D", "day")


@rule(
    r"(?P<weekday><weekday&!dayshort>)",
    trigger="weekday",
    accept=lambda hit: hit.before() not in ("black", "bloody", "super", "ruby", "cyber"),
    yes={"on [Tuesday]": "2016-11-22", "it rained on [Wednesday]": "2016-11-23", "they will meet on [Friday]": "2016-11-25"},
    no=("Black Friday", "the sun", "we sat"),
)
def weekday_alone(hit: Hit, context: Context) -> Time | None:
    """A bare day of the week: the latest one, the day of publication included, unless the verb looks ahead."""
    number = weekday_number(hit["weekday"])
    if number is None:
        return None
    period = context.weekday(number)
    return context.dated(period, "day") if period else Time("DATE", f"XXXX-WXX-{number}")


@rule(
    r"""
        (?: <dt_the> (?: (?P<rel><dt_prior|dt_following|dt_same>) ) | (?P<which><dt_last|dt_next|dt_this|dt_past|dt_that>) )
        (?P<weekday><weekday&!dayshort>)
    """,
    trigger="weekday",
    yes={"[last Tuesday]": "2016-11-22", "[next Monday]": "2016-11-28", "[last Wednesday]": "2016-11-16", "[this Friday]": "2016-11-25"},
    no=("Tuesday",),
)
def weekday_by_direction(hit: Hit, context: Context) -> Time | None:
    """Last Tuesday, next Monday, the following Sunday: never the day that it counts from."""
    number = weekday_number(hit["weekday"])
    which = hit["which"] or hit["rel"]
    base = context.published if hit["which"] in ("last", "next", "this", "past", "coming", "upcoming") else None
    if base is None and not hit["which"]:
        spoken = context.spoken("day")
        base = spoken.first if spoken else None
    if number is None:
        return None
    if hit["which"] == "that":
        period = context.weekday(number)
        return context.dated(period, "day") if period else Time("DATE", f"XXXX-WXX-{number}")
    if base is None:
        return Time("DATE", f"XXXX-WXX-{number}")
    if which == "this":
        ahead = (number - base.isoweekday()) % 7
        day = step(base, "D", ahead if context.direction >= 0 or number >= base.isoweekday() else ahead - 7)
    elif which in ("last", "past", "previous", "prior", "preceding"):
        day = step(base, "D", -((base.isoweekday() - number - 1) % 7 + 1))
    else:
        day = step(base, "D", (number - base.isoweekday() - 1) % 7 + 1)
    return context.dated(Period.around(day, "day") if day else None, "day")


_SHIFT = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
_SPOKEN = {"previous": -1, "prior": -1, "preceding": -1, "same": 0, "that": 0, "following": 1, "ensuing": 1, "subsequent": 1}


@rule(
    rf"(?P<which><dt_last|dt_this|dt_next>) {_WORD} (?P<unit><timeunit>)",
    trigger="timeunit",
    accept=lambda hit: unit(hit["unit"]) in GRAIN and not (hit["which"] == "this" and hit["unit"] == "second"),
    yes={
        "[last week]": "2016-W46",
        "[this year]": "2016",
        "[next month]": "2016-12",
        "[last year]": "2015",
        "[this weekend]": "2016-W47-WE",
        "[last quarter]": "2016-Q3",
    },
    no=("last man", "this second"),
)
def unit_by_direction(hit: Hit, context: Context) -> Time | None:
    """Last week, this year, next month: of the publication date."""
    name = unit(hit["unit"])
    return context.offset(_SHIFT.get(hit["which"], 0), name, GRAIN[name])


@rule(
    rf"<dt_the> (?P<which><dt_last|dt_next|dt_prior|dt_following|dt_same|dt_now|dt_latest>) {_WORD} (?P<unit><timeunit>)(?!<->)",
    trigger="timeunit",
    accept=lambda hit: (
        unit(hit["unit"]) in GRAIN
        and not (hit["which"] in ("last", "next", "coming") and unit(hit["unit"]) not in ("Q", "D", "W", "M", "WE", "Y"))
    ),
    yes={
        "[the previous year]": "2015",
        "[the next day]": "2016-11-24",
        "[the following week]": "2016-W48",
        "[the same day]": "2016-11-23",
        "[the latest quarter]": "2016-Q3",
        "[the current quarter]": "2016-Q4",
        "[the last quarter]": "2016-Q3",
    },
    no=("the last man", "the next decade"),
)
def unit_by_reference(hit: Hit, context: Context) -> Time | None:
    """The previous year, the next day, the same month: of what was last spoken of."""
    which, name = hit["which"], unit(hit["unit"])
    grain = GRAIN[name]
    if which in ("last", "past") and grain != "quarter":
        return Time("DURATION", f"P1{name}" if name not in ("WE",) else "P1WE")
    if which in ("coming", "upcoming") and grain != "day":
        return context.offset(1, name, grain)
    if which in ("current",):
        return context.offset(0, name, grain)
    if which in ("latest",):
        return context.offset(-1 if grain in ("quarter", "week", "month", "year") else 0, name, grain)
    if which == "last":
        return context.offset(-1, name, grain)
    spoken = context.spoken(grain)
    shift = _SPOKEN.get(which, 1)
    return context.dated(spoken.shift(shift, name) if spoken else None, grain)


@rule(
    rf"""
        (?: <dt_the> (?: <dt_entire>|<dt_all> )? | <dt_that> | <dt_all> <dt_of>? (?P<this><dt_last|dt_this>)? ) {_WORD}
        (?P<unit><timeunit>)(?!<->|<dt_of>|<dt_before>|<dt_after>|<dt_ago>)
    """,
    trigger="timeunit",
    accept=lambda hit: unit(hit["unit"]) in GRAIN and unit(hit["unit"]) not in ("DE", "CE") and _stands_alone(hit),
    yes={
        "for [the entire year]": "2016",
        "for [the year]": "2016",
        "rose in [the quarter]": "2016-Q4",
        "to end [the day] at 7,114": "2016-11-23",
        "[that year]": "2016",
        "over [the weekend]": "2016-W46-WE",
        "[all year]": "2016",
    },
    no=("the year of living", "the day when he left", "the week before", "the year that was", "the day care"),
)
def unit_spoken_of(hit: Hit, context: Context) -> Time | None:
    """The day, that year, the entire week: the one that was last spoken of."""
    name = unit(hit["unit"])
    grain = GRAIN[name]
    if hit["this"]:
        return context.offset(-1 if hit["this"] == "last" else 0, name, grain)
    spoken = context.spoken(grain)
    if grain == "weekend" and spoken and context.published and spoken == Period.around(context.published, "weekend"):
        # a weekend is spoken of when it is over, unless the page is of it
        over = context.published.isoweekday() < 6 and context.direction <= 0
        spoken = spoken.shift(-1) if over else spoken
    return context.dated(spoken, grain)


def _stands_alone(hit: Hit) -> bool:
    """Whether "the year" is a noun phrase by itself, and no clause says which."""
    if hit.tag_after() in "NSPGJ#" and hit.after()[:1].isalnum():
        return False
    return hit.after() not in _CLAUSE


_CLAUSE = frozenset("that when which where to he she they it i we you in - 's".split())


@rule(
    r"<dt_the> (?P<unit><timeunit>) (?P<which><dt_before|dt_after>) (?= <.|,|nl|;|)|dt_and|" + '"' + "> | $ )",
    trigger="timeunit",
    accept=lambda hit: unit(hit["unit"]) in GRAIN,
    yes={"[the day before].": "2016-11-22", "[the year after],": "2017", "than [the week before].": "2016-W46"},
    no=("the day before yesterday", "the year after he left"),
)
def unit_before(hit: Hit, context: Context) -> Time | None:
    """The day before, the year after: of what was last spoken of."""
    name = unit(hit["unit"])
    spoken = context.spoken(GRAIN[name])
    return context.dated(spoken.shift(-1 if hit["which"] == "before" else 1, name) if spoken else None, GRAIN[name])


_COUNT = "(?P<count>(?&count)|<dt_a>)"


@rule(
    rf"(?&approx)? {_COUNT} <dt_word>? (?P<unit>(?&unit)) (?P<which><dt_ago|dt_hence> | <dt_from> <refword> | <dt_from> (?=<refday>))",
    trigger="timeunit|timeunits",
    accept=lambda hit: bool(unit(hit["unit"])),
    yes={
        "[three weeks ago]": "2016-W44",
        "[two days ago]": "2016-11-21",
        "[about five years ago]": "2011",
        "[a decade ago]": "200",
        "[two months from now]": "2017-01",
        "[an hour ago]": "2016-11-23TXX",
        "[a few years ago]": "PAST_REF",
    },
    no=("three weeks", "long ago"),
)
def ago(hit: Hit, context: Context) -> Time | None:
    """Three weeks ago: of the publication date, at the grain of the unit."""
    ahead = not hit["which"].startswith("ago")
    number, name = count(hit["count"]), unit(hit["unit"])
    if number is None:
        return Time("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if name in ("H", "MIN", "S"):
        now = context.now("day")
        return Time("DATE", f"{now.value if now else BLANK['day']}TXX")
    if name == "Y" and not ahead and number == 1 and context.compared():
        compared = context.compared()
        return context.dated(compared.shift(-1, "Y") if compared else None, "year")
    return _stepped(context, number if ahead else -number, name)


def _stepped(context: Context, number: object, name: str) -> Time:
    """NUMBER units from publication; halves of years count as months, of decades as years."""
    from fractions import Fraction

    amount = number if isinstance(number, Fraction) else Fraction(0)
    smaller = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7), "ML": ("Y", 1000)}
    grain: Grain = GRAIN.get(name, "day")
    if amount.denominator != 1 and name in smaller:
        finer, times = smaller[name]
        amount, name = Fraction(round(amount * times)), finer
    return context.offset(int(amount), "W" if name == "WE" else name, grain)


@rule(
    r"(?&approx)? <timeunits> <dt_ago>",
    trigger="timeunits",
    yes={"[years ago]": "PAST_REF", "[decades ago]": "PAST_REF"},
    no=("two years ago", "years"),
)
def units_ago(hit: Hit, context: Context) -> Time | None:
    """Years ago: in the past."""
    return Time("DATE", "PAST_REF")


@rule(
    rf"(?&approx)? {_COUNT} (?P<unit>(?&unit)) (?P<which><dt_earlier>)",
    trigger="timeunit|timeunits",
    accept=lambda hit: bool(unit(hit["unit"])) and hit.after() not in ("than",),
    yes={
        "[a year earlier]": "2015",
        "[two days later]": "2016-11-25",
        "[three months earlier]": "2016-08",
        "[a week later]": "2016-W48",
        "[a few days later]": "FUTURE_REF",
    },
    no=("two days", "a later day"),
)
def earlier(hit: Hit, context: Context) -> Time | None:
    """A year earlier, two days later: of what was last spoken of."""
    number, name = count(hit["count"]), unit(hit["unit"])
    back = hit["which"] == "earlier"
    if number is None:
        return Time("DATE", "PAST_REF" if back else "FUTURE_REF")
    if name in ("H", "MIN", "S"):
        spoken = context.spoken("day")
        return Time("DATE", f"{spoken.value if spoken else BLANK['day']}TXX")
    compared = context.compared()
    whole = int(number) if number.denominator == 1 else 0
    if name == "Y" and compared and whole:
        return context.dated(compared.shift(-whole if back else whole, "Y"), compared.grain)
    grain: Grain = GRAIN.get(name, "day")
    spoken = context.spoken(grain)
    if spoken is None or not whole:
        return Time("DATE", BLANK[grain])
    return context.dated(spoken.shift(-whole if back else whole, name), grain)


@rule(
    r"<dt_the|dt_poss>? (?P<unit><timeunit&tight>) <-> (?P<which><dt_ago|dt_earlier>) (?P<period><timeunit|dt_period|dt_time>)?",
    trigger="timeunit",
    accept=lambda hit: unit(hit["unit"]) in GRAIN and hit["which"] != "later",
    yes={"[the year-earlier period]": "2015", "[year-ago] figures": "2015", "from [the year-earlier quarter]": "2015-Q4"},
    no=("year-old", "two years earlier"),
)
def year_earlier(hit: Hit, context: Context) -> Time | None:
    """The year-earlier quarter, year-ago figures."""
    name = unit(hit["unit"])
    compared = context.compared()
    period = unit(hit["period"])
    if period in GRAIN and (compared is None or compared.grain != GRAIN[period]):
        compared = context.spoken(GRAIN[period])
    if name == "Y" and compared:
        return context.dated(compared.shift(-1, "Y"), compared.grain)
    spoken = context.spoken(GRAIN[name])
    return context.dated(spoken.shift(-1, name) if spoken else None, GRAIN[name])


@rule(
    r"""
        <dt_the|dt_that> <dt_same> (?P<period><dt_period|dt_time|timeunit>) (?: <dt_of|dt_in>? <dt_the>?
        (?P<last><dt_last|dt_this|dt_prior|dt_next>) (?P<unit><timeunit>) | <dt_a> (?P<yearago><timeunit> <dt_ago|dt_earlier>)
        | <dt_the> (?P<before><timeunit> <dt_before>) | <dt_of|dt_in> (?P<year>(?&year)) )
    """,
    trigger="timeunit|dt_period",
    accept=lambda hit: True,
    yes={
        "[the same period last year]": "2015",
        "[the same period a year earlier]": "2015",
        "[the same month last year]": "2015-11",
        "[the same period of 1988]": "1988",
        "[the same quarter the year before]": "2015-Q4",
    },
    no=("the same period", "the same year"),
)
def same_period(hit: Hit, context: Context) -> Time | None:
    """The same period last year: the period just spoken of, a year earlier."""
    name = unit(hit["period"])
    compared = context.compared()
    if name in GRAIN and GRAIN[name] != "year" and (compared is None or compared.grain != GRAIN[name]):
        compared = context.spoken(GRAIN[name])
    if hit["year"]:
        year = int(hit["year"])
    else:
        base = context.now("year")
        if base is None:
            return Time("DATE", "XXXX")
        shift = 0 if hit["last"] == "this" else 1 if hit["last"] == "next" else -1
        if not hit["last"]:
            base = compared.to("year") if compared else context.spoken("year")
        year = (base.first.year if base else 0) + shift
    if not 1 <= year <= 9999:
        return None
    if compared is None:
        return context.dated(Period(datetime.date(year, 1, 1), "year"), "year")
    return context.dated(compared.shift(year - compared.first.year, "Y"), compared.grain)


@rule(
    r"""
        (?P<month><month&!monthshort>) (?: <dt_of> )? (?: (?P<which><dt_last|dt_next|dt_this|dt_past>) | <dt_the>
        (?P<rel><dt_prior|dt_following|dt_same>) | <dt_that> ) <timeunit>
    """,
    trigger="month",
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
    year = base.first.year + ({**_SHIFT, **_SPOKEN}.get(which or hit["rel"], 0))
    return context.dated(Period(datetime.date(year, month, 1), "month"), "month") if 1 <= year <= 9999 else None


@rule(
    r"""
        (?P<edge><ordinal>|<ordinal_last>|<dt_last>|<ordinalno>) (?P<unit><timeunit|weekday>) <dt_of|dt_in> (?P<month><month>)
        (?: <,>? (?P<year>(?&year)) )?
    """,
    trigger="month",
    yes={
        "it ended in [last week of March]": "2016-W13",
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
