"""Calendar dates: days, months and years by name and number, decades, centuries."""

from __future__ import annotations

import datetime
import re

from claimx.dates.calendar import Period, full_year, make_day
from claimx.dates.context import Context
from claimx.dates.lookup import month_number, ordinal
from claimx.dates.rule import Hit, Time, rule

_WEEKDAY = "(?: <weekday> <,>? )?"


def full_day(hit: Hit, context: Context, day: str) -> Time | None:
    """A day with month and, unless it has to be found, year."""
    month, number = month_number(hit["month"]), ordinal(hit[day])
    if month is None or number is None:
        return None
    if hit["year"]:
        year: int | None = full_year(hit["year"], context.published)
    else:
        year = context.year_of(month, number)
    if year is None:
        known = make_day(2000, month, number)
        return Time("DATE", f"XXXX-{month:02d}-{number:02d}") if known else None
    exact = make_day(year, month, number)
    return context.dated(Period.around(exact, "day"), "day") if exact else None


@rule(
    rf"{_WEEKDAY} (?P<month><month>) (?P<day>(?&day)|<ordinalno&day>) (?: <-> (?P<to><day>) )? <,>? (?P<year>(?&year))(?!<:|-&tight>)",
    trigger="month",
    yes={
        "Nov 21, 2016": "2016-11-21",
        "Monday, November 21st 2016": "2016-11-21",
        "on [Feb. 3, 1989]": "1989-02-03",
    },
    no=("May 40, 2018", "in May 2016"),
)
def month_day_year(hit: Hit, context: Context) -> Time | None:
    """American order with the year."""
    return full_day(hit, context, "day")


@rule(
    rf"""
        {_WEEKDAY} <dt_the>? (?P<day><day>|<ordinalno&day>|<ordinals+> <-> <ordinal>|<ordinal>) (?:<dt_of>|<->)?
        (?P<month><month>) (?:<,>|<->)? (?P<year>(?&year))
    """,
    trigger="month",
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
    return full_day(hit, context, "day")


@rule(
    rf"{_WEEKDAY} <dt_the>? (?P<day><day>|<ordinalno&day>|<ordinals+> <-> <ordinal>|<ordinal>) <dt_of>? (?P<month><month>)(?!<,>?<day>)",
    trigger="month",
    accept=lambda hit: hit["month"] not in ("march", "may") or hit.words.text(hit.last - 1) in ("March", "May"),
    yes={"on [21 November]": "2016-11-21", "[the third of March]": "2017-03-03", "[the 4th of July]": "2016-07-04"},
    no=("40 May", "he has 300 March hares"),
)
def day_month(hit: Hit, context: Context) -> Time | None:
    """British order without the year: the nearest one, or as the verb says."""
    return full_day(hit, context, "day")


@rule(
    rf"""
        {_WEEKDAY} (?P<month><month>) (?: <dt_the> )? (?P<day><day>|<ordinalno&day>|<ordinals+> <->
        <ordinal>|<ordinal&!timeunit>)(?!<:|.><minute>|<%|magnitude>|<,&tight><d3>)
    """,
    trigger="month",
    accept=lambda hit: hit.after() not in ("percent", "per"),
    yes={"on [Nov. 21]": "2016-11-21", "[Friday, Oct. 13]": "2016-10-13", "[June 3rd]": "2016-06-03", "due [Dec. 30]": "2016-12-30"},
    no=("May 40", "he sold in June 3 million cars"),
)
def month_day(hit: Hit, context: Context) -> Time | None:
    """American order without the year."""
    return full_day(hit, context, "day")


@rule(
    r"""
        (?<=<month><day>) <-|–|—> (?P<day><day>)(?!<month|year|%|magnitude>) | (?<=<month><day>) <dt_and|dt_to>
        (?P<other><day>)(?=<,|.|nl|;|)>)
    """,
    trigger="month",
    yes={"June 3[-5]": "2016-06-05"},
    no=("June 3",),
)
def range_end(hit: Hit, context: Context) -> Time | None:
    """The second day of "June 3-5"."""
    month, number = month_number(hit.words.text(hit.first - 2)), ordinal(hit["day"] or hit["other"])
    year = context.year_of(month, number) if month and number else None
    day = make_day(year, month, number) if year and month and number else None
    return context.dated(Period.around(day, "day"), "day") if day else None


@rule(
    r"(?P<month><month>) (?: <,>? | <dt_of> ) (?P<year>(?&year) | (?<=<month>) <'> <int&d2> )(?!<%|magnitude>|<,&tight>)",
    trigger="month",
    yes={"May 2016": "2016-05", "in [November, 1989]": "1989-11", "[May of 1998]": "1998-05", "[Sept. '89]": "1989-09"},
    no=("May 12",),
)
def month_year(hit: Hit, context: Context) -> Time | None:
    """A month of a year."""
    month = month_number(hit["month"])
    year = full_year(hit["year"].lstrip("' "), context.published)
    return context.dated(Period(datetime.date(year, month, 1), "month"), "month") if month else None


_NAMED = re.compile(
    r"in|of|since|until|till|by|last|next|early|late|mid|this|from|to|through|during|before|after|for|between|and|or|-|every|each"
)


def _is_month(hit: Hit) -> bool:
    """May and March stand for months only where the words around say so; a short form needs a figure."""
    word = hit.words.text(hit.last - 1)
    if word in ("May", "March", "MAY", "MARCH", "April", "June", "August"):
        before = _NAMED.fullmatch(hit.before()) is not None
        if word.upper() in ("MAY", "MARCH"):
            return before and not (hit.tag_after() in "OP" and hit.before() in ("and", "or", "-", "for", "to", "of"))
        return before or not (hit.tag_after() in "dZP" or (hit.tag_before() == "P" and hit.before()[:1].isalpha()))
    return not (hit.tag_before() == "P" and word.isupper() and len(word) == 3)


@rule(
    r"(?P<month><month&!monthshort>)",
    trigger="month",
    accept=_is_month,
    yes={"in [October]": "2016-10", "since [May]": "2016-05", "sales in [March] fell": "2016-03", "it will open in [February]": "2017-02"},
    no=("May I go?", "The March on Washington", "they may march", "April said so", "Theresa May said"),
)
def month_alone(hit: Hit, context: Context) -> Time | None:
    """A month without year: the nearest one, or as the verb says."""
    month = month_number(hit["month"])
    if month is None:
        return None
    year = context.year_of(month)
    return context.dated(Period(datetime.date(year, month, 1), "month"), "month") if year else Time("DATE", f"XXXX-{month:02d}")


@rule(
    r"(?P<which><dt_last|dt_next|dt_this|dt_past>) (?P<month><month&!monthshort>)(?!<day>)",
    trigger="month",
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
    which = hit["which"]
    year = now.year
    if which in ("last", "past"):
        year -= month >= now.month
    elif which != "this":
        year += month <= now.month
    return context.dated(Period(datetime.date(year, month, 1), "month"), "month")


_PLAIN_YEAR_BEFORE = re.compile(
    r"[$£€¥#№%.:/+~]|no\.?|over|than|flight|route|highway|page|channel|room|section|windows|chapter|resolution|article|boeing|airbus|approximately|nearly|almost|exactly|roughly|least"
)


def _is_year(hit: Hit) -> bool:
    """A bare figure of four digits is a year unless it counts something."""
    before, after = hit.before(), hit.after()
    if _PLAIN_YEAR_BEFORE.fullmatch(before) and not (before == "over" and hit.tag_before() == "R"):
        return False
    figure = hit.words.text(hit.first)
    if (
        after in ("-", "–")
        and hit.words.starts[hit.last + 1] == hit.words.end(hit.last - 1) + 1
        and hit.after(1).isalpha()
        and len(hit.after(1)) < 3
    ):
        return False
    if before in ("in", "since", "of", "by", "until", "from", "the", "during", "before", "after", "for", "fiscal", "early", "late", "mid"):
        return not (after in _UNITS or (figure.endswith("00") and hit.tag_after() == "S" and before not in ("since", "the", "during")))
    if after in _UNITS or after in ("%", "percent", "°"):
        return False
    return not (hit.tag_after() == "S" and hit.tag_before() not in "DHJ'" and hit.words.text(hit.last).islower())


_UNITS = frozenset(
    "people dollars euros pounds yen miles kilometers kilometres km feet metres meters m ft tons tonnes hectares acres "
    "square points troops soldiers workers jobs employees hours calories mah rpm mg kg watts kw mw hp pp cc gmt utc est "
    "edt hrs pages barrels shares votes units".split()
)


@rule(
    r"""
        (?<!<.|:|/|$|£|€|¥|#>) (?<!<int&tight><,>)
        (?P<year>(?&year))(?!<%|magnitude|magnitudesign|:>|<.&tight><int>|<,&tight><d3>|</&tight><int>)
    """,
    trigger="year",
    accept=_is_year,
    yes={"in [1989]": "1989", "the [1998] budget": "1998", "[2014] was warm": "2014"},
    no=("2000 people", "$1999", "over 2000 metres", "he paid 1998 dollars", "about 15,000 people"),
)
def year_alone(hit: Hit, context: Context) -> Time | None:
    """A year by its four digits."""
    year = int(hit["year"])
    return context.dated(Period(datetime.date(year, 1, 1), "year"), "year")


@rule(
    r"(?<=<year&tight>) (?: <-|–|/&tight> ) (?P<year> <int&d2> )(?!<-|/|%>)",
    trigger="year",
    accept=lambda hit: int(hit["year"]) > int(hit.words.text(hit.first - 1)[2:]) or hit["year"] == "00",
    yes={"in 1995[-97]": "1997", "in 2014[/15]": "2015"},
    no=("in 1995", "2014-11-21"),
)
def year_end_of_range(hit: Hit, context: Context) -> Time | None:
    """The second year of "1995-97"."""
    first = int(hit.words.text(hit.first - 1))
    year = first // 100 * 100 + int(hit["year"])
    year += 100 if year < first else 0
    return Time("DATE", f"{year:04d}", Period(datetime.date(year, 1, 1), "year")) if year < 9999 else None


@rule(
    r"<'> (?P<year><int&d2>)(?!<'s>)",
    trigger="'",
    accept=lambda hit: hit.words.starts[hit.first] + 1 == hit.words.starts[hit.first + 1] and not _glued(hit),
    yes={"since ['82]": "1982", "the summer of ['69]": "1969"},
    no=("he said '82 percent", "the 90's", "it rose 5'11"),
)
def short_year(hit: Hit, context: Context) -> Time | None:
    """A year by its last two digits."""
    year = full_year(hit["year"], context.published)
    return context.dated(Period(datetime.date(year, 1, 1), "year"), "year")


def _glued(hit: Hit) -> bool:
    """Whether the apostrophe closes something, or the figure counts something."""
    start = hit.words.starts[hit.first]
    return (start > 0 and not hit.words.shadow[start - 1].isspace()) or hit.after() in ("percent", "%", "per", "'")


_MID = "(?: (?:<dt_early|dt_late|dt_mid>) (?:<->)? (?: <dt_to> <dt_late> <->? )? )?"


@rule(
    rf"(?: <dt_the> )? {_MID} (?: <'>? <decadeno> | <'>? <int&d2|year&tight> <'s> (?!<x&cap>) )",
    trigger="decadeno|'s",
    accept=lambda hit: _is_decade(hit),
    yes={"[the 1990s]": "199", "[the early 1980s]": "198", "in [the '90s]": "199", "[the mid-1960s]": "196", "[the 70s]": "197"},
    no=("he is in his 40s", "temperatures in the upper 80s", "its 1989's"),
)
def decade(hit: Hit, context: Context) -> Time | None:
    """A decade by its digits: three of them are its TIMEX3 value."""
    digits = re.sub(r"\D", "", hit.words.phrase(hit.first, hit.last))
    year = full_year(digits, context.published)
    if len(digits) == 2 and int(digits) % 10:
        return None
    period = Period.around(datetime.date(max(year, 1), 1, 1), "decade")
    return context.dated(period, "decade")


def _is_decade(hit: Hit) -> bool:
    text = hit.words.phrase(hit.first, hit.last)
    digits = re.sub(r"\D", "", text)
    if not digits.endswith("0"):
        return False
    if len(digits) == 4:
        return digits[:2] in ("15", "16", "17", "18", "19", "20")
    if hit.before() in ("his", "her", "their", "my", "your", "our", "upper", "lower", "low", "high", "mid", "s"):
        return False
    return (
        len(digits) == 2
        and (text.startswith(("the", "The", "'")) or hit.before() in ("and", "or", "to", "early", "late"))
        and hit.after() not in ("percent", "%", "on")
    )


@rule(
    rf"<dt_the> {_MID} (?P<decade><dt_nineties>)",
    trigger="dt_nineties",
    yes={"in [the nineties]": "199", "[the late sixties]": "196"},
    no=("he is in his nineties",),
)
def decade_by_word(hit: Hit, context: Context) -> Time | None:
    """A decade by its name."""
    tens = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
    return context.dated(Period(datetime.date(1900 + 10 * tens[hit["decade"]], 1, 1), "decade"), "decade")


@rule(
    rf"<dt_the>? {_MID} (?P<number><ordinalno>|<ordinals+> <-> <ordinal>|<ordinal>) <->? (?P<unit><timeunit>)",
    trigger="timeunit",
    accept=lambda hit: hit["unit"] == "century",
    yes={"[the 20th century]": "19", "[the early nineteenth century]": "18", "a [21st-century] war": "20"},
    no=("the 20th day",),
)
def century(hit: Hit, context: Context) -> Time | None:
    """A century: its TIMEX3 value is the first two digits of its years."""
    number = ordinal(hit["number"])
    return Time("DATE", f"{number - 1:02d}") if number and number <= 99 else None


@rule(
    r"(?: (?P<year><int>) (?P<era><dt_era>) | (?P<before><dt_era>) (?P<after><int&!d1>) )",
    trigger="dt_era",
    accept=lambda hit: (
        (hit["era"] or hit["before"]).replace(".", "") in ("bc", "ad", "bce")
        and hit.words.text(hit.first).upper() == hit.words.text(hit.first)
    ),
    yes={"in [44 BC]": "BC0044", "[A.D. 79]": "0079"},
    no=("an ad 79 seconds long", "44 boys"),
)
def era(hit: Hit, context: Context) -> Time | None:
    """A year of an era."""
    number, name = int(hit["year"] or hit["after"]), (hit["era"] or hit["before"]).replace(".", "")
    if number > 9999:
        return None
    return Time("DATE", f"{'' if name == 'ad' else 'BC'}{number:04d}")


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
