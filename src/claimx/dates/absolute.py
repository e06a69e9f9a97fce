"""Calendar dates: days and months by name and number, with and without the year."""

from __future__ import annotations

import datetime

from claimx import lazy
from claimx.dates.calendar import Period, full_year, make_day
from claimx.dates.context import Context
from claimx.dates.lookup import month_number, ordinal
from claimx.dates.rule import Hit, Time, rule
from claimx.grammar import Pattern

_ATTACKS = frozenset(("attack", "attacks", "terrorist", "terror", "hijackings", "hijackers"))


def _attacks(hit: Hit, published: datetime.date | None) -> bool:
    """Whether Sept. 11 is the one of 2001: its attacks are named, or the page is of another season of a later year."""
    if published is None or published <= datetime.date(2001, 9, 11):
        return published is None and hit.after() in _ATTACKS
    return hit.after() in _ATTACKS or not 8 <= published.month <= 10


_YEAR_AHEAD = Pattern("<dt_and|dt_to|-|–> (?: <month>? <day> <,>? | <month> <,>? ) (?P<year><year>)")


def year_ahead(hit: Hit) -> int | None:
    """The year of the other end of a range: "April and June 2015", "May 3-5, 2016"."""
    found = _YEAR_AHEAD.match(hit.words.codes, hit.last)
    return int(hit.words.text(found.start("year"))) if found else None


def full_day(hit: Hit, context: Context) -> Time | None:
    """A day with month and, unless it has to be found, year."""
    month, number = month_number(hit["month"]), ordinal(hit["day"])
    if month is None or number is None:
        return None
    if hit["year"]:
        year: int | None = full_year(hit["year"], context.published)
    else:
        year = year_ahead(hit) or context.year_of(month, number)
    if (month, number) == (9, 11) and not hit["year"] and _attacks(hit, context.published):
        year = 2001
    if year is None:
        known = make_day(2000, month, number)
        return Time("DATE", f"XXXX-{month:02d}-{number:02d}") if known else None
    exact = make_day(year, month, number)
    return context.dated(Period.around(exact, "day"), "day") if exact else None


@rule(
    r"(?&weekday) (?P<month><month>) (?P<day>(?&day)|<ordinalno&day>) <,>? (?P<year>(?&year))(?!<:|-&tight>)",
    trigger="month",
    needs="year day|ordinal|ordinals+",
    yes={
        "Nov 21, 2016": "2016-11-21",
        "Monday, November 21st 2016": "2016-11-21",
        "on [Feb. 3, 1989]": "1989-02-03",
    },
    no=("May 40, 2018", "in May 2016"),
)
def month_day_year(hit: Hit, context: Context) -> Time | None:
    """American order with the year."""
    return full_day(hit, context)


@rule(
    r"""
        (?&weekday) <dt_the>? (?P<day><day|ordinalno&day|ordinal>|<ordinals+> <-> <ordinal>) (?:<dt_of>|<->)?
        (?P<month><month>) (?:<,>|<->)? (?P<year>(?&year))
    """,
    trigger="month",
    needs="year day|ordinal|ordinals+",
    yes={
        "21 November 2016": "2016-11-21",
        "the 21st of November 2016": "2016-11-21",
        "Mon, 21 Nov 2016": "2016-11-21",
        "27-Dec-2017": "2017-12-27",
    },
    no=("40 May 2018", "Nov 21, 2016"),
)
def day_month_year(hit: Hit, context: Context) -> Time | None:
    """British order with the year."""
    return full_day(hit, context)


@rule(
    r"(?P<day><day&tight>) <-&tight> (?P<month><month&tight>) <-&tight> (?P<year><int&d2>)(?!<-|month>)",
    trigger="month",
    needs="- d2",
    yes={"after results ([15-Feb-24])": "2024-02-15"},
    no=("3 May-10 June",),
)
def day_month_hyphens(hit: Hit, context: Context) -> Time | None:
    """15-Feb-24."""
    return full_day(hit, context)


@rule(
    r"(?&weekday) <dt_the>? (?P<day><day|ordinalno&day|ordinal>|<ordinals+> <-> <ordinal>) <dt_of>? (?P<month><month>)(?!<,>?<day>)",
    trigger="month",
    needs="day|ordinal|ordinals+",
    yes={"on [21 November]": "2016-11-21", "[the third of March]": "2017-03-03", "[the 4th of July]": "2016-07-04"},
    no=("40 May", "he has 300 March hares"),
)
def day_month(hit: Hit, context: Context) -> Time | None:
    """British order without the year: the nearest one, or as the verb says."""
    return full_day(hit, context)


@rule(
    r"""
        (?: <weekday> <,>? | (?P<which><dt_last|dt_next>) | ) (?P<month><month>) <dt_the>?
        (?P<day><day|ordinalno&day|ordinal&!timeunit>|<ordinals+> <-> <ordinal>)(?!<:|.><minute>|<%|magnitude>|<,&tight><d3>)
    """,
    trigger="month",
    needs="day|ordinal|ordinals+",
    accept=lambda hit: hit.after() not in ("percent", "per"),
    yes={
        "on [Nov. 21]": "2016-11-21",
        "[Friday, Oct. 13]": "2016-10-13",
        "[June 3rd]": "2016-06-03",
        "due [Dec. 30]": "2016-12-30",
        "[last Nov. 14]": "2016-11-14",
        "[next Jan. 1]": "2017-01-01",
    },
    no=("May 40", "he sold in June 3 million cars"),
)
def month_day(hit: Hit, context: Context) -> Time | None:
    """American order without the year."""
    if hit["which"]:
        context.direction = -1 if hit["which"] == "last" else 2
    return full_day(hit, context)


@rule(
    r"(?<=<month><day><-|–|dt_and|dt_to>) (?P<day><day>) (?: <,>? (?P<year>(?&year)) )? (?!<month|%|magnitude>|<:|.&tight><int>)",
    trigger="month",
    accept=lambda hit: hit.tag_after() not in "SN" or hit.before() in ("-", "–"),
    needs="day -|–|dt_and|dt_to",
    yes={"on June 3-[5]": "2016-06-05", "from May 3 to [5, 2015]": "2015-05-05"},
    no=("June 3", "on June 3 and 5 people"),
)
def range_end(hit: Hit, context: Context) -> Time | None:
    """The second day of "June 3-5"."""
    month, number = month_number(hit.words.text(hit.first - 3)), ordinal(hit["day"])
    if month is None or number is None:
        return None
    year = int(hit["year"]) if hit["year"] else context.year_of(month, number)
    day = make_day(year, month, number) if year else None
    return context.dated(Period.around(day, "day"), "day") if day else Time("DATE", f"XXXX-{month:02d}-{number:02d}")


@rule(
    r"(?P<month><month>) (?: <,>? | <dt_of> ) (?P<year>(?&year) | (?<=<month>) <'> <int&d2> )(?!<%|magnitude>|<,&tight>)",
    trigger="month",
    needs="year|'",
    yes={"May 2016": "2016-05", "in [November, 1989]": "1989-11", "[May of 1998]": "1998-05", "[Sept. '89]": "1989-09"},
    no=("May 12",),
)
def month_year(hit: Hit, context: Context) -> Time | None:
    """A month of a year."""
    month = month_number(hit["month"])
    year = full_year(hit["year"].lstrip("' "), context.published)
    return context.dated(Period.of(year, month, "month"), "month") if month else None


_MONTHWORD, _MONTHVERB = Pattern("<monthverb|monthname>"), Pattern("<monthverb>")
_NAMED = lazy.compile(
    r"in|of|since|until|till|by|last|next|early|late|mid|this|from|to|through|during|before|after|for|between|and|or|-|every|each|least"
)


_TOWARDS = frozenset("in by until till before from of for to through during after late early mid - next and or".split())


def _is_month(hit: Hit) -> bool:
    """May and March stand for months only where the words around say so; a short form needs a figure."""
    word = hit.words.text(hit.last - 1)
    if _MONTHWORD.match(hit.words.codes, hit.last - 1):
        before = _NAMED.fullmatch(hit.before()) is not None
        if _MONTHVERB.match(hit.words.codes, hit.last - 1):
            return before and not (hit.tag_after() in "OP" and hit.before() in ("and", "or", "-", "for", "to", "of"))
        return before or not (hit.tag_after() in "dZP" or (hit.tag_before() == "P" and hit.before()[:1].isalpha()))
    return not (hit.tag_before() == "P" and word.isupper() and len(word) == 3)


def _delivery(hit: Hit) -> bool:
    """Whether the month is that of a contract for goods to be delivered."""
    return hit.after() in ("delivery", "settlement", "futures") or hit.after(1) == "futures"


def _named_by(hit: Hit, month: int, context: Context) -> bool:
    """Whether a month soon to come names what the next word says ("the poll for the November vote showed")."""
    now = context.published
    return now is not None and hit.tag_after() in "NS" and 0 < (month - now.month) % 12 <= _SOON


_SOON = 2
"""Months within which a month that names something is the one to come, as that of eleven months ago would be last year's."""


@rule(
    r"(?P<month><month&!monthshort>)",
    trigger="month",
    accept=_is_month,
    yes={
        "in [October]": "2016-10",
        "since [May]": "2016-05",
        "sales in [March] fell": "2016-03",
        "it will open in [February]": "2017-02",
        "oil for [January] delivery fell": "2017-01",
    },
    no=("May I go?", "The March on Washington", "they may march", "April said so", "Theresa May said"),
)
def month_alone(hit: Hit, context: Context) -> Time | None:
    """A month without year: the nearest one, or as the verb says."""
    month = month_number(hit["month"])
    if month is None:
        return None
    if context.direction > 0 and hit.before() not in _TOWARDS:
        context.direction = 0  # "expect September sales of $3 million"
    if context.direction < 0 and (_delivery(hit) or _named_by(hit, month, context)):
        context.direction = 2  # "wheat for December delivery fell"
    year = year_ahead(hit) or context.year_of(month)
    return context.dated(Period.of(year, month, "month"), "month") if year else Time("DATE", f"XXXX-{month:02d}")


@rule(
    r"(?: <dt_this> (?P<past><dt_past>) | (?P<which><dt_last|dt_next|dt_this>) ) (?P<month><month&!monthshort>)(?!<day>)",
    trigger="month",
    needs="dt_last|dt_next|dt_this|dt_past",
    yes={"[last September]": "2016-09", "[next May]": "2017-05", "[this March]": "2016-03", "[last November]": "2015-11"},
    no=("last year",),
)
def month_by_direction(hit: Hit, context: Context) -> Time | None:
    """Last September, next May: never the current month."""
    month, now = month_number(hit["month"]), context.published
    if month is None:
        return None
    if now is None:
        return Time("DATE", f"XXXX-{month:02d}")
    which = hit["past"] or hit["which"]
    year = now.year
    if which in ("last", "past"):
        year -= month >= now.month
    elif which != "this":
        year += month <= now.month
    return context.dated(Period.of(year, month, "month"), "month")


@rule(
    r"(?<=<dt_on|dt_until|dt_since>) <dt_the> (?P<day><ordinalno&day>)(?!<word>|<->)",
    trigger="ordinalno",
    yes={"he left on [the 21st].": "2016-11-21", "by [the 3rd],": "2016-11-03"},
    no=("on the 21st floor", "the 40th"),
)
def day_of_month(hit: Hit, context: Context) -> Time | None:
    """The 21st: of the month spoken of."""
    month, day = context.spoken("month"), ordinal(hit["day"])
    if month is None or day is None:
        return Time("DATE", f"XXXX-XX-{day:02d}") if day else None
    exact = make_day(month.first.year, month.first.month, day)
    return context.dated(Period.around(exact, "day"), "day") if exact else None
