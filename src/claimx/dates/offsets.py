"""Dates at a distance: three weeks ago, a year earlier, the year-earlier quarter, the same period last year."""

from __future__ import annotations

from fractions import Fraction

from claimx.dates.calendar import BLANK, GRAIN, Grain, Period, step
from claimx.dates.context import Context
from claimx.dates.lookup import column, count, unit, weekday_number
from claimx.dates.rule import Hit, Time, rule

_COUNT = "(?: (?P<halved> <dt_half> <->? <dt_a>? <->? | <dt_a> <dt_half> <->? ) | (?P<count>(?&count)|<dt_a>) )"


def _number(hit: Hit) -> Fraction | None:
    """The number of units that the pattern COUNT has read; None for a vague one."""
    return Fraction(1, 2) if hit.has("halved") else count(hit["count"])


_SMALLER = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7), "ML": ("Y", 1000)}


def _whole(amount: Fraction, name: str) -> tuple[Fraction, str]:
    """A broken number of units as a whole one of smaller units: half a century is 50 years."""
    if amount.denominator == 1 or name not in _SMALLER:
        return amount, name
    finer, times = _SMALLER[name]
    return Fraction(round(amount * times)), finer


@rule(
    rf"""
        (?&amounts) {_COUNT} <dt_word>? (?P<unit>(?&unit)) (?: (?P<which><dt_ago|dt_hence>|<dt_from> <refword>)
        (?: (?P<weekday><weekday&!dayshort>) | (?P<refday><refday&!tonight>) | <dt_this> (?P<this><timeunit>) )?
        | (?P<ahead><dt_from>) (?: (?P<refday2><refday&!tonight>) | (?P<weekday2><weekday&!dayshort>) ) )
    """,
    trigger="timeunit|timeunits",
    needs="dt_ago|dt_hence|dt_from",
    accept=lambda hit: (
        bool(unit(hit["unit"]))
        and not (hit["weekday2"] and (unit(hit["unit"]) not in ("W", "M", "Y") or hit.before() in ("for", "of", "by", "last")))
        and not (hit["this"] and unit(hit["this"]) not in GRAIN)
    ),
    yes={
        "[three weeks ago]": "2016-W44",
        "[two days ago]": "2016-11-21",
        "[about five years ago]": "2011",
        "[a decade ago]": "200",
        "[half a century ago]": "1966",
        "[two months from now]": "2017-01",
        "[an hour ago]": "2016-11-23TXX",
        "[a few years ago]": "PAST_REF",
        "[a year ago Tuesday]": "2015-11-22",
        "[a week ago today]": "2016-11-16",
        "[ten years ago this month]": "2006-11",
        "[two weeks from today]": "2016-12-07",
        "[a week from Friday]": "2016-12-02",
    },
    no=("three weeks", "long ago", "it was moved for a week from Friday"),
)
def ago(hit: Hit, context: Context) -> Time | None:
    """Three weeks ago: of the publication date, at the grain of the unit, or of the day that is named."""
    ahead = not hit["which"].startswith("ago")
    number, name = _number(hit), unit(hit["unit"])
    if number is None:
        return Time("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    named = _named(hit, context, ahead)
    if named is not None:
        number, name = _whole(number, name)
        whole = int(number) if ahead else -int(number)
        moved = step(named.first, name, whole)
        return context.dated(Period.around(moved, named.grain) if moved else None, named.grain)
    if name in ("H", "MIN", "S"):
        now = context.now("day")
        return Time("TIME", f"{now.value if now else BLANK['day']}TXX")
    if name == "Y" and not ahead and number == 1 and context.compared():
        compared = context.compared()
        return context.dated(compared.shift(-1, "Y") if compared else None, "year", keep=False)
    return _stepped(context, number if ahead else -number, name)


def _named(hit: Hit, context: Context, ahead: bool) -> Period | None:
    """The day or period from which "a year ago Thursday", "a week from today", "ten years ago this month" count."""
    day, weekday = hit["refday"] or hit["refday2"], weekday_number(hit["weekday"] or hit["weekday2"])
    if day:
        moved = step(context.published, "D", int(column("refdays", "offset")[day])) if context.published else None
        return Period.around(moved, "day") if moved else None
    if weekday:
        return context.weekday(weekday, 1 if ahead else -1)
    return context.now(GRAIN[unit(hit["this"])]) if hit["this"] else None


def _stepped(context: Context, amount: Fraction, name: str) -> Time:
    """AMOUNT units from publication, at the grain of the unit; "half a century ago" at that of the year."""
    coarse = name if name in ("Y", "W") else ""
    amount, name = _whole(amount, name)
    grain: Grain = GRAIN.get(coarse or name, "day")
    return context.offset(int(amount), "W" if name == "WE" else name, grain)


@rule(
    r"(?&approx) (?: (?P<unit><timeunits>) <dt_ago> | <dt_long> <dt_ago> | <dt_a>? (?:<dt_long>)? <dt_time> <dt_ago> )",
    trigger="dt_ago",
    yes={"[years ago]": "PAST_REF", "[decades ago]": "PAST_REF", "[a long time ago]": "PAST_REF", "[long ago]": "PAST_REF"},
    no=("two years ago", "years"),
)
def units_ago(hit: Hit, context: Context) -> Time | None:
    """Years ago, long ago: in the past."""
    return Time("DATE", "PAST_REF")


@rule(
    rf"""
        (?&amounts) (?: {_COUNT} (?P<unit>(?&unit)|<timeunitshort>) (?P<half><dt_and> <dt_a> <dt_half>)? |
        (?P<units><timeunits>) ) (?P<which><dt_earlier> | <dt_before|dt_after> (?= <.|,|nl|;|)> | $ ) )
    """,
    trigger="timeunit|timeunits",
    needs="dt_earlier|dt_before|dt_after",
    accept=lambda hit: (
        bool(unit(hit["unit"] or hit["units"]))
        and hit.after() not in ("than",)
        and not (hit["units"] and hit["which"] in ("before", "after"))
    ),
    yes={
        "[a year earlier]": "2015",
        "[two days later]": "2016-11-25",
        "[three months earlier]": "2016-08",
        "[a week later]": "2016-W48",
        "[years later]": "XXXX-XX-XX",
        "[a few days later]": "XXXX-XX-XX",
        "[half a century later]": "2066",
        "he had left [two days before].": "2016-11-21",
        "[a few hours later]": "2016-11-23TXX",
    },
    no=("two days", "a later day"),
)
def earlier(hit: Hit, context: Context) -> Time | None:
    """A year earlier, two days later: of what was last spoken of."""
    number, name = None if hit["units"] else _number(hit), unit(hit["unit"] or hit["units"])
    back = hit["which"] in ("earlier", "before")
    if name in ("H", "MIN", "S"):
        spoken = context.spoken("day")
        return Time("TIME", f"{spoken.value if spoken else BLANK['day']}TXX")
    if number is None:
        return Time("DATE", "PAST_REF" if back else BLANK["day"])
    number, name = _whole(number, name)
    whole = int(number) if number.denominator == 1 else 0
    compared = context.compared(-whole if back else whole)
    if name == "Y" and compared and whole:
        return context.dated(compared.shift(-whole if back else whole, "Y"), compared.grain, keep=False)
    grain: Grain = GRAIN.get(name, "day")
    spoken = context.spoken(grain)
    if spoken is None or not whole:
        return Time("DATE", BLANK[grain])
    return context.dated(spoken.shift(-whole if back else whole, name), grain)


@rule(
    r"""
        (?=<dt_the|timeunit>)
        (?: <dt_the>? (?P<unit><timeunit&tight>) <-> (?P<which><dt_ago|dt_earlier>) (?P<period><timeunit|dt_period|dt_time>)?
        | (?P<unit2><timeunit>) <->? (?: <dt_on>|<dt_approx> ) <->? (?P<same><timeunit>) )
    """,
    trigger="timeunit",
    needs="dt_ago|dt_earlier|dt_on|dt_approx",
    accept=lambda hit: (
        unit(hit["unit"] or hit["unit2"]) in GRAIN
        and hit["which"] != "later"
        and (not hit["same"] or (hit["same"] == hit["unit2"] and hit.words.lower(hit.last - 2) in ("-", "on", "over")))
    ),
    yes={
        "[the year-earlier period]": "2015",
        "[year-ago] figures": "2015",
        "rose 3% [year-on-year]": "2015",
        "up 3% [year over year]": "2015",
        "it rose from [the year-earlier quarter]": "2015-Q3",
    },
    no=("year-old", "two years earlier"),
)
def year_earlier(hit: Hit, context: Context) -> Time | None:
    """The year-earlier quarter, year-ago figures."""
    name = unit(hit["unit"] or hit["unit2"])
    compared = context.compared()
    period = unit(hit["period"])
    if period in GRAIN and (compared is None or compared.grain != GRAIN[period]):
        compared = context.spoken(GRAIN[period])
    if name == "Y" and compared:
        return context.dated(compared.shift(-1, "Y"), compared.grain, keep=False)
    spoken = context.spoken(GRAIN[name])
    return context.dated(spoken.shift(-1, name) if spoken else None, GRAIN[name], keep=False)


@rule(
    r"""
        <dt_the|dt_that> <dt_same> (?P<period><dt_period|dt_time|timeunit>) (?: <dt_of|dt_in>? <dt_the>?
        (?P<last><dt_last|dt_this|dt_prior|dt_next>) (?P<unit><timeunit>) | <dt_a> (?P<yearago><timeunit> <dt_ago|dt_earlier>)
        | <dt_the> (?P<before><timeunit> <dt_before>) | <dt_of|dt_in> (?P<year>(?&year)) )
    """,
    trigger="timeunit|dt_period",
    needs="dt_same",
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
        return context.dated(Period.of(year, 1, "year"), "year")
    return context.dated(compared.shift(year - compared.first.year, "Y"), compared.grain, keep=False)
