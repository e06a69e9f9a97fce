"""Dates that count from another one: from the day of publication, or from what the text last spoke of."""

from __future__ import annotations

from claimx.dates.calendar import GRAIN, Grain, Period, make_day, step
from claimx.dates.context import Context
from claimx.dates.lookup import column, month_number, ordinal, unit, weekday_number
from claimx.dates.rule import Hit, Time, rule
from claimx.grammar import Pattern

_WORD = "(?: <dt_word|dt_fiscal> )?"


def _title(hit: Hit) -> bool:
    """Whether "Today" is a name: capitalised after a word in lower case, or USA Today."""
    word, before = hit.words.text(hit.first), hit.words.text(hit.first - 1) if hit.first else ""
    if word[0].islower():
        return False
    return before.lower() == "usa" or (not word.isupper() and (before.islower() or before == "'s"))


@rule(
    r"(?P<day><refday&!tonight>)",
    trigger="refday",
    accept=lambda hit: not _title(hit),
    yes={"he said [today]": "2016-11-23", "[yesterday]": "2016-11-22", "he leaves [tomorrow]": "2016-11-24"},
    no=("USA Today", "tonight", "the Today show"),
)
def reference_day(hit: Hit, context: Context) -> Time | None:
    """Today, yesterday, tomorrow."""
    return context.offset(int(column("refdays", "offset")[hit["day"]]), "D", "day")


@rule(
    r"<dt_the> <timeunit> (?P<which><dt_before|dt_after>) (?P<day><refday>)",
    trigger="refday",
    needs="dt_before|dt_after",
    yes={"[the day before yesterday]": "2016-11-21", "[the day after tomorrow]": "2016-11-25"},
    no=("the day before",),
)
def two_days_off(hit: Hit, context: Context) -> Time | None:
    """The day before yesterday, the day after tomorrow."""
    return context.offset({"yesterday": -2, "tomorrow": 2}.get(hit["day"], 0), "D", "day")


_NAMING = frozenset("black bloody super ruby cyber mr. mrs. ms. dr. mr mrs".split())
_PAPERS = frozenset("times telegraph mirror express post herald mail star sun independent tribune world night".split())
"""Words after a day of the week that make it the name of a newspaper or programme, if capitalised."""


@rule(
    r"(?P<weekday><weekday&!dayshort>)",
    trigger="weekday",
    accept=lambda hit: hit.before() not in _NAMING and not (hit.after() in _PAPERS and hit.words.text(hit.last)[:1].isupper()),
    yes={"on [Tuesday]": "2016-11-22", "it rained on [Wednesday]": "2016-11-23", "they will meet on [Friday]": "2016-11-25"},
    no=("Black Friday", "the sun", "we sat", "told the Sunday Times", "Saturday Night Live"),
)
def weekday_alone(hit: Hit, context: Context) -> Time | None:
    """A bare day of the week: the latest one, the day of publication included, unless the verb looks ahead."""
    number = weekday_number(hit["weekday"])
    if number is None:
        return None
    period = context.weekday(number)
    return context.dated(period, "day") if period else Time("DATE", f"XXXX-WXX-{number}")


@rule(
    r"(?P<weekday><weekday&!dayshort>) <,>? <dt_the> (?P<day><ordinalno&day>)",
    trigger="weekday",
    needs="ordinalno",
    yes={"on [Tuesday the 15th]": "2016-11-15", "it fell on [Friday the 13th]": "2016-05-13"},
    no=("Friday the 40th", "Friday"),
)
def weekday_and_day(hit: Hit, context: Context) -> Time | None:
    """Friday the 13th: the nearest one, or as the verb says."""
    number, day = weekday_number(hit["weekday"]), int(hit["day"][:-2])
    if context.published is None:
        return Time("DATE", f"XXXX-XX-{day:02d}")
    months = [context.now("month")]
    for count in range(1, 15):
        months += [months[0].shift(-count), months[0].shift(count)] if months[0] else []
    for month in months:
        found = make_day(month.first.year, month.first.month, day) if month else None
        if found and found.isoweekday() == number and not (context.direction < 0 and found > context.published):
            return context.dated(Period.around(found, "day"), "day")
    return None


@rule(
    r"""
        (?: <dt_the> (?P<rel><dt_prior|dt_following|dt_same>) | <dt_this> (?P<past><dt_past>)
          | (?P<which><dt_last|dt_next|dt_this|dt_that>) )
        (?P<weekday><weekday&!dayshort>)
    """,
    trigger="weekday",
    needs="dt_last|dt_next|dt_this|dt_past|dt_that|dt_prior|dt_following|dt_same",
    yes={
        "[last Tuesday]": "2016-11-22",
        "[next Monday]": "2016-11-28",
        "[last Wednesday]": "2016-11-16",
        "[this Friday]": "2016-11-25",
        "[this past Monday]": "2016-11-21",
    },
    no=("Tuesday",),
)
def weekday_by_direction(hit: Hit, context: Context) -> Time | None:
    """Last Tuesday, next Monday, the following Sunday: never the day that it counts from."""
    number = weekday_number(hit["weekday"])
    given = hit["past"] or hit["which"]
    which = given or hit["rel"]
    base = context.published if given in ("last", "next", "this", "past", "coming", "upcoming") else None
    if base is None and not given:
        spoken = context.spoken("day")
        base = spoken.first if spoken else None
    if number is None:
        return None
    if given == "that":
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


SHIFT = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}


@rule(
    r"(?P<weekday><weekday&!dayshort>) <dt_of> (?P<which><dt_last|dt_next|dt_this>) (?P<unit><timeunit>)",
    trigger="weekday",
    needs="timeunit dt_last|dt_next|dt_this dt_of",
    accept=lambda hit: unit(hit["unit"]) == "W",
    yes={"[Friday of last week]": "2016-11-18", "on [Monday of next week]": "2016-11-28"},
    no=("Friday of last year", "Friday"),
)
def weekday_of_week(hit: Hit, context: Context) -> Time | None:
    """Wednesday of last week."""
    number, now = weekday_number(hit["weekday"]) or 1, context.now("week")
    week = now.shift(SHIFT.get(hit["which"], 0)) if now else None
    day = step(week.first, "D", number - 1) if week else None
    return context.dated(Period.around(day, "day"), "day") if day else Time("DATE", f"XXXX-WXX-{number}")


SPOKEN = {"previous": -1, "prior": -1, "preceding": -1, "same": 0, "that": 0, "following": 1, "ensuing": 1, "subsequent": 1}


def _named(hit: Hit) -> bool:
    """Whether the words are a name in quotation marks ("This Week")."""
    return hit.before() == '"' and hit.words.text(hit.last - 1)[:1].isupper() and not hit.words.text(hit.last - 1).isupper()


@rule(
    rf"(?: (?P<which><dt_last|dt_this|dt_next>) {_WORD} | <dt_this|dt_the> (?P<past><dt_past>) ) (?P<unit><timeunit>)",
    trigger="timeunit",
    needs="dt_last|dt_this|dt_next|dt_past",
    accept=lambda hit: unit(hit["unit"]) in GRAIN and not (hit["which"] == "this" and hit["unit"] == "second") and not _named(hit),
    yes={
        "[last week]": "2016-W46",
        "[this year]": "2016",
        "[next month]": "2016-12",
        "[last year]": "2015",
        "[this weekend]": "2016-W47-WE",
        "[this past weekend]": "2016-W46-WE",
        "[last quarter]": "2016-Q3",
    },
    no=("last man", "this second"),
)
def unit_by_direction(hit: Hit, context: Context) -> Time | None:
    """Last week, this year, next month: of the publication date."""
    name = unit(hit["unit"])
    return context.offset(SHIFT.get(hit["which"] or hit["past"], 0), name, GRAIN[name])


@rule(
    rf"""
        (?: <dt_the> | <dt_that> (?= <dt_same> ) ) (?P<which><dt_last|dt_next|dt_prior|dt_following|dt_same|dt_now|dt_latest>)
        {_WORD} (?P<unit><timeunit>)(?!<->)
    """,
    trigger="timeunit",
    needs="dt_last|dt_next|dt_prior|dt_following|dt_same|dt_now|dt_latest",
    accept=lambda hit: (
        unit(hit["unit"]) in GRAIN
        and not (
            hit["which"] in ("last", "next", "coming")
            and unit(hit["unit"]) not in ("Q", "D", "W", "M", "WE", "Y")
            and (hit["which"], unit(hit["unit"])) != ("next", "CE")
        )
    ),
    yes={
        "[the previous year]": "2015",
        "[the next day]": "2016-11-24",
        "[the following week]": "2016-W48",
        "[the same day]": "2016-11-23",
        "[that same week]": "2016-W47",
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
    shift = SPOKEN.get(which, 1)
    return context.dated(spoken.shift(shift, name) if spoken else None, grain)


@rule(
    r"""
        <dt_a|dt_the>? <ordinal|ordinalno> (?: <dt_running> (?P<unit><timeunit>) | (?P<unit2><timeunit>) (?= <dt_in> <dt_a> <dt_row> ) )
    """,
    trigger="timeunit",
    needs="dt_running|dt_row",
    accept=lambda hit: unit(hit["unit"] or hit["unit2"]) in GRAIN,
    yes={
        "for [the third consecutive day]": "2016-11-23",
        "rose for [a fourth straight month]": "2016-11",
        "gains for [fourth week] in a row": "2016-W47",
    },
    no=("the third day", "three days in a row"),
)
def unit_of_a_row(hit: Hit, context: Context) -> Time | None:
    """The third consecutive month: the one that was last spoken of."""
    grain = GRAIN[unit(hit["unit"] or hit["unit2"])]
    return context.dated(context.spoken(grain), grain)


@rule(
    rf"""
        (?: <dt_the> (?: <dt_entire>|<dt_all> )? | <dt_that> | <dt_all> <dt_of>? (?P<this><dt_last|dt_this>)? ) {_WORD}
        (?P<unit><timeunit>)(?!<->|<dt_of>|<dt_ago>)
    """,
    trigger="timeunit",
    needs="dt_the|dt_that|dt_all",
    accept=lambda hit: unit(hit["unit"]) in GRAIN and _stands_alone(hit),
    yes={
        "for [the entire year]": "2016",
        "for [the year]": "2016",
        "[the year] ending Dec. 31": "2016",
        "rose in [the quarter]": "2016-Q3",
        "to end [the day] at 7,114": "2016-11-23",
        "[that year]": "2016",
        "over [the weekend]": "2016-W46-WE",
        "[all year]": "2016",
    },
    no=("the year of living", "the year his father died", "the day when he left", "the week before", "the year that was", "the day care"),
)
def unit_spoken_of(hit: Hit, context: Context) -> Time | None:
    """The day, that year, the entire week: the one that was last spoken of."""
    name = unit(hit["unit"])
    grain = GRAIN[name]
    if hit["this"]:
        return context.offset(-1 if hit["this"] == "last" else 0, name, grain)
    ended = _ended(hit, context, grain) if grain in ("week", "quarter") else None
    if ended is not None:
        return context.dated(ended, grain)
    if grain in ("decade", "century"):
        return context.offset(0, name, grain)
    if grain == "year" and hit.last - hit.first == 2 and hit.words.lower(hit.first) == "the":
        # "the year" is the present one, or that of the quarter just spoken of
        compared = context.compared()
        year = compared.to("year") if compared and compared.grain != "month" else context.now("year")
        return context.dated(year, "year", keep=False)
    spoken = context.spoken(grain)
    if grain == "weekend" and spoken and context.published and spoken == Period.around(context.published, "weekend"):
        # a weekend is spoken of when it is over, unless the page is of it
        over = context.published.isoweekday() < 6 and context.direction <= 0
        spoken = spoken.shift(-1) if over else spoken
    return context.dated(spoken, grain)


def _ended(hit: Hit, context: Context, grain: Grain) -> Period | None:
    """The period that "ended Friday" or "ended Sept. 30" says; None if nothing of the kind follows."""
    found = _ENDED.match(hit.words.codes, hit.last)
    if found is None:
        return None
    if found["weekday"]:
        day = context.weekday(weekday_number(hit.words.text(found.start("weekday"))) or 1, -1)
        return day.to(grain) if day else None
    month = month_number(hit.words.text(found.start("month"))) or 1
    day_number = (ordinal(hit.words.text(found.start("day"))) or 1) if found["day"] else 1
    year = context.year_of(month, day_number)
    exact = make_day(year, month, day_number) if year else None
    return Period.around(exact, grain) if exact else None


def _stands_alone(hit: Hit) -> bool:
    """Whether "the year" is a noun phrase by itself, and no clause says which."""
    if unit(hit["unit"]) in ("DE", "CE") and not (hit.before() == "of" and hit.before(2) in _EDGES):
        return False  # "the game of the century"
    if _ENDED.match(hit.words.codes, hit.last) or (hit.after() in ("beginning", "starting") and month_number(hit.after(1))):
        return True
    if hit.tag_after() in "NSPGJ#HOD" and hit.after()[:1].isalnum() and not (hit.tag_after() == "G" and hit["unit"] == "weekend"):
        return False
    if hit["unit"] == "day" and hit.after() == "," and hit.words.phrase(max(0, hit.first - 4), hit.first).lower() == "at the end of":
        return False  # the idiom
    if hit.after() in ("before", "after"):  # "the day after the vote", but "late in the day after falling"
        return hit.before() == "in" and hit.before(2) in ("late", "later", "early", "earlier")
    return hit.after() not in _CLAUSE or (hit.after() == "in" and hit.before() == "of")  # "the last vote of the year in Ohio"


_ENDED = Pattern("<dt_that>? <dt_ended> (?: (?P<weekday><weekday>) | (?P<month><month>) (?P<day><day>)? )")
_EDGES = frozenset("end turn beginning start close middle part half".split())
_CLAUSE = frozenset("that when which where to he she they it i we you in -".split())


@rule(
    r"""<dt_the> (?P<unit><timeunit>) (?P<which><dt_before|dt_after|dt_prior>) (?= <.|,|nl|;|)|dt_and|"> | $ )""",
    trigger="timeunit",
    needs="dt_before|dt_after|dt_prior dt_the",
    accept=lambda hit: unit(hit["unit"]) in GRAIN,
    yes={
        "[the day before].": "2016-11-22",
        "[the year after],": "2017",
        "than [the week before].": "2016-W46",
        "than [the year previous].": "2015",
    },
    no=("the day before yesterday", "the year after he left"),
)
def unit_before(hit: Hit, context: Context) -> Time | None:
    """The day before, the year after: of what was last spoken of."""
    name = unit(hit["unit"])
    spoken = context.spoken(GRAIN[name])
    return context.dated(spoken.shift(1 if hit["which"] == "after" else -1, name) if spoken else None, GRAIN[name])
