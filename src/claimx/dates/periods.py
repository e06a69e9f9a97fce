"""Parts of years: quarters, halves, seasons, fiscal years."""

from __future__ import annotations

import re

from claimx import lazy
from claimx.dates.calendar import GRAIN, Grain, Period, full_year
from claimx.dates.context import Context
from claimx.dates.lookup import column, month_number, ordinal, unit
from claimx.dates.rule import Hit, Time, rule
from claimx.grammar import Pattern

YEAR = """
    (?: <,>?
        (?: <dt_of|dt_in>? <dt_the>? (?: <dt_fiscal|dt_word|dt_fy> )? (?P<year>(?&year)) | <dt_fy&tight> (?P<fy><int&d2>)
          | <dt_of> (?: (?P<which><dt_last|dt_next|dt_this|dt_same|dt_prior|dt_following|dt_past>) (?P<whole><timeunit>)
                      | <dt_the> (?: (?P<which2><dt_prior|dt_following|dt_same|dt_now>) )? <dt_fiscal>? (?P<theyear><timeunit>)
                      | <dt_that> (?P<that><timeunit>) ) ) )"""
"""The year of a part of it: "1989", "of 1989", "of last year", "of the following year"."""


def _year(hit: Hit, context: Context) -> int | None:
    """The year that the pattern YEAR has read; None if it has none or it cannot be known."""
    if hit["year"] or hit["fy"]:
        return full_year(hit["year"] or hit["fy"], context.published)
    which = hit["which"] or hit["which2"]
    if which in ("same", "that") or (not which and hit.has("theyear")):
        spoken = context.spoken("year")
        return spoken.first.year if spoken else None
    if not which:
        return None
    if which in ("following", "ensuing", "subsequent", "previous", "prior", "preceding"):
        spoken = context.spoken("year")
        return spoken.first.year + (1 if which in ("following", "ensuing", "subsequent") else -1) if spoken else None
    now = context.now("year")
    return now.first.year + {"last": -1, "past": -1, "this": 0, "current": 0}.get(which, 1) if now else None


def whole_year(hit: Hit) -> bool:
    """Whether what the pattern YEAR has read is a year, not "of the decade"."""
    return all(not hit[name] or unit(hit[name]) == "Y" for name in ("whole", "theyear", "that"))


def part_of_year(hit: Hit, context: Context, number: int, months: int) -> Time:
    """The NUMBER-th part of MONTHS months: of the year that is given, else the nearest or as the verb says."""
    letter = {3: "Q", 6: "H"}[months]
    year = _year(hit, context)
    if year is None and not (hit["which"] or hit["which2"]):
        year = context.year_of((number - 1) * months + 1, None, months)
    if year is None or not 1 <= year <= 9999:
        return Time("DATE", f"XXXX-{letter}{number}")
    grain: Grain = "quarter" if months == 3 else "half"
    return context.dated(Period.of(year, (number - 1) * months + 1, grain), grain)


def _rank(hit: Hit, most: int) -> int:
    """The number of the group number; the final one is the MOST-th."""
    number = ordinal(hit["number"]) or most
    return most if number < 0 else number


_NUMBERED = "(?P<number><ordinal>|<ordinalno>|<ordinal_last>)"


@rule(
    r"<dt_the>? (?P<month><month&!monthshort>) (?&quarter) (?P<year>(?&year))?",
    trigger="month",
    needs="fraction",
    yes={"[the September quarter]": "2016-Q3", "[March quarter 2015]": "2015-Q1"},
    no=("a September day", "the third quarter"),
)
def quarter_by_month(hit: Hit, context: Context) -> Time | None:
    """The September quarter: the one that ends with the month."""
    number = ((month_number(hit["month"]) or 1) + 2) // 3
    context.direction = min(context.direction, 0)
    return part_of_year(hit, context, number, 3)


@rule(
    r"""
        (?: <dt_the>? (?P<year>(?&year)) (?:<'s>)? | (?P<which><dt_last|dt_this|dt_next>) (?P<unit2><timeunit>) <'s> )
        <dt_fiscal>? (?P<number><ordinal>|<ordinalno>|<ordinal_last>) <->? (?: (?&quarter) | (?P<half><dt_half>) )
    """,
    trigger="timeunit|dt_half",
    needs="ordinal|ordinalno|ordinal_last fraction",
    accept=lambda hit: (not hit["unit2"] or unit(hit["unit2"]) == "Y") and _rank(hit, 4) <= 4,
    yes={"[last year's third quarter]": "2015-Q3", "[the 1988 third quarter]": "1988-Q3", "[this year's first half]": "2016-H1"},
    no=("last year's third man", "the third quarter"),
)
def quarter_of_year(hit: Hit, context: Context) -> Time | None:
    """Last year's third quarter, the 1988 first half."""
    return part_of_year(hit, context, _rank(hit, 2 if hit["half"] else 4), 6 if hit["half"] else 3)


@rule(
    rf"<dt_the|dt_this>? <dt_fiscal>? {_NUMBERED} <dt_fiscal>? <->? (?&quarter) {YEAR}?",
    trigger="timeunit",
    needs="ordinal|ordinalno|ordinal_last fraction",
    accept=lambda hit: (
        whole_year(hit) and _rank(hit, 4) <= 4 and hit.after() not in ("back", "century") and not (hit.after() == "of" and not hit["year"])
    ),
    yes={
        "[the third quarter]": "2016-Q3",
        "[third-quarter] profit": "2016-Q3",
        "[the first quarter of 2009]": "2009-Q1",
        "[fourth-quarter 1989] earnings": "1989-Q4",
        "[the fourth quarter of last year]": "2015-Q4",
        "profit rose in [the fiscal second quarter]": "2016-Q2",
    },
    no=("the fifth quarter", "three quarters"),
)
def quarter(hit: Hit, context: Context) -> Time | None:
    """A quarter by its number."""
    return part_of_year(hit, context, _rank(hit, 4), 3)


@rule(
    r"<dt_mid> <->? (?P<unit><timeunit>)",
    trigger="timeunit",
    needs="dt_mid",
    accept=lambda hit: unit(hit["unit"]) in ("Y", "M", "W", "Q") and hit.words.lower(hit.first) == "mid",
    yes={"by [mid-year]": "2016", "at [mid-month]": "2016-11"},
    no=("the middle year", "mid-March"),
)
def middle(hit: Hit, context: Context) -> Time | None:
    """Mid-year."""
    name = unit(hit["unit"])
    return context.offset(0, name, GRAIN[name])


@rule(
    r"(?P<word><dt_midpoint>)",
    trigger="dt_midpoint",
    yes={"by [midyear]": "2016", "at [midweek]": "2016-W47"},
    no=("mid-March",),
)
def midpoint(hit: Hit, context: Context) -> Time | None:
    """Midyear, midweek."""
    name = {"midyear": "Y", "midweek": "W"}[hit["word"]]
    return context.offset(0, name, GRAIN[name])


@rule(
    r"<dt_the>? (?P<unit><timeunit>) (?: <-> | (?P<of><'s>) )? (?P<edge><dt_edge>)(?!<dt_of>)",
    trigger="timeunit",
    needs="dt_edge",
    accept=lambda hit: (
        unit(hit["unit"]) in GRAIN and hit["edge"] == "end" and hit.tag_before() != "V" and not (hit["of"] and unit(hit["unit"]) == "D")
    ),
    yes={"at [year-end]": "2016", "by [year's end]": "2016", "by [year end].": "2016", "at [month-end]": "2016-11"},
    no=("the day's end", "the book's end"),
)
def period_end(hit: Hit, context: Context) -> Time | None:
    """Year-end, month-end, the year's end."""
    name = unit(hit["unit"])
    return context.offset(0, name, GRAIN[name])


@rule(
    r"""
        (?: <dt_q&tight> (?P<number><int&d1&!hour|int&d1>) | (?P<before><int&d1&tight>) <dt_q> )
        (?: (?: <dt_of|-|/|,|'> )? (?P<year>(?&year)|<int&d2>) )?
    """,
    trigger="dt_q",
    needs="d1",
    accept=lambda hit: 1 <= int(hit["number"] or hit["before"]) <= 4,
    yes={"[Q3 2016]": "2016-Q3", "it rose in [Q1]": "2016-Q1", "[3Q16]": "2016-Q3", "[Q4 '15]": "2015-Q4"},
    no=("Q5", "Q and A"),
)
def quarter_short(hit: Hit, context: Context) -> Time | None:
    """Q3 2016, 3Q16."""
    number = int(hit["number"] or hit["before"])
    year = full_year(hit["year"], context.published) if hit["year"] else context.year_of(number * 3 - 2, None, 3)
    if year is None:
        return Time("DATE", f"XXXX-Q{number}")
    return context.dated(Period.of(year, number * 3 - 2, "quarter"), "quarter")


@rule(
    r"(?: <dt_h&tight> (?P<number><int&d1>) | (?P<before><int&d1&tight>) <dt_h> ) (?P<year>(?&year)|<int&d2>)",
    trigger="dt_h",
    needs="d1",
    accept=lambda hit: (hit["number"] or hit["before"]) in ("1", "2"),
    yes={"[H1 2016]": "2016-H1", "[1H16]": "2016-H1"},
    no=("H3 2016", "H and M"),
)
def half_short(hit: Hit, context: Context) -> Time | None:
    """H1 2016, 1H16."""
    number, year = int(hit["number"] or hit["before"]), full_year(hit["year"], context.published)
    return context.dated(Period.of(year, number * 6 - 5, "half"), "half")


@rule(
    rf"<dt_the|dt_this>? <dt_fiscal>? (?P<number><ordinal>|<dt_latest|ordinal_last>) <dt_fiscal>? <->? <dt_half> {YEAR}?",
    trigger="dt_half",
    needs="ordinal|dt_latest|ordinal_last",
    accept=lambda hit: (
        hit["number"] in ("first", "second")
        and not (hit.after() == "of" and hit.words.lower(hit.last - 1) == "half")
        and whole_year(hit)
        and _economic(hit)
    ),
    yes={
        "[the first half of 2014]": "2014-H1",
        "in [the second half]": "2016-H2",
        "reported [first-half] profit": "2016-H1",
        "its [first-half FY24] results": "2024-H1",
        "[the first half of the year]": "2016-H1",
    },
    no=("the first half of the game", "scored early in the first half", "half of them"),
)
def half_year(hit: Hit, context: Context) -> Time | None:
    """A half of a year."""
    return part_of_year(hit, context, _rank(hit, 2), 6)


_GAME = lazy.compile(
    r"\b(?:goals?|scored?|scoring|match|game|kick|penalty|coach|minute|striker|team|ball|season|touchdown|points?|defen[cs]e|players?)\b",
    re.IGNORECASE,
)


def _economic(hit: Hit) -> bool:
    """A half of a year, not of a match: a year is given, or nothing around speaks of play."""
    if hit["year"] or hit["fy"] or hit.has("which") or hit.has("theyear") or hit.words.lower(hit.last - 1) != "half":
        return True
    first, last = max(0, hit.first - 25), min(len(hit.words), hit.last + 25)
    return not _GAME.search(hit.words.phrase(first, last))


@rule(
    rf"""
        (?: <dt_the> )? (?: <dt_this> (?P<past><dt_past>) | (?P<last><dt_last|dt_next|dt_this|dt_prior|dt_following|dt_same|dt_that>) )?
        (?P<season><season>) {YEAR}?
    """,
    trigger="season",
    accept=lambda hit: _is_season(hit),
    yes={
        "[spring 2011]": "2011-SP",
        "in [the summer of 1998]": "1998-SU",
        "[last fall]": "2015-FA",
        "[this winter]": "2016-WI",
        "by [spring]": "2017-SP",
    },
    no=("prices fall", "the fall of the wall", "a spring in his step", "Spring Street"),
)
def season(hit: Hit, context: Context) -> Time | None:
    """A season, of the year given or as its word says."""
    code = column("seasons", "season")[hit["season"]]
    year = _year(hit, context)
    if year is None and context.published is not None:
        year = _season_year(hit["past"] or hit["last"], code, context)
    if year is None:
        return Time("DATE", f"XXXX-{code}")
    return context.dated(Period.of_season(year, code), "season") if 1 <= year <= 9999 else None


def _season_year(which: str, code: str, context: Context) -> int | None:
    now = context.published
    if now is None:
        return None
    begins, ends = {"WI": (12, 2), "SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}[code]
    if which in ("last", "past", "previous"):
        return now.year if now.month > ends else now.year - 1
    if which in ("next", "coming", "upcoming"):
        return now.year + (now.month >= begins)
    if which == "this":
        return now.year
    return context.year_of(begins if code != "WI" else 1, None, 3)


_SEASONVERB = Pattern("<seasonverb>")
_BEFORE_SEASON = lazy.compile(
    r"in|of|since|until|till|by|last|next|early|late|mid|this|from|to|through|during|before|after|between|every|each|the|-|,|that|for|and"
)


def _is_season(hit: Hit) -> bool:
    if hit["year"] or hit["last"] or hit["past"] or hit.has("which"):
        return True
    name = hit.words.text(hit.last - 1)
    if name[0].isupper() and name != "Fall" and (hit.tag_before() == "P" or hit.tag_after() in "PN"):
        return False
    if _SEASONVERB.match(hit.words.codes, hit.match.start("season")):
        if hit.words.lower(hit.first) == "the" or hit.before() == "the":
            return hit.before() in ("in", "during", "since", "until", "by", "through", "for", "late", "early", "of") and hit.after() != "of"
        if hit.tag_before() in ".,K\n" and hit.tag_after() in "ZB":
            return True  # "but spring shows signs of hope"
        return (
            _BEFORE_SEASON.fullmatch(hit.before()) is not None
            and hit.before() not in ("to", "and", "a", "-", ",")
            and hit.tags[hit.last - 1] not in "VZ"
        )
    return not (hit.after() == "olympics" or (name.isupper() and len(name) > 3 and hit.tag_before() == "P"))


@rule(
    r"""
        <dt_the>? (?: <dt_fiscal|dt_fy> (?:<timeunit>)? (?P<year>(?&year)|<int&d2>)(?: (?:<-|/|–>) (?P<to><int>) )? |
        (?P<year2>(?&year)) <dt_fiscal> <timeunit> )
    """,
    trigger="dt_fiscal|dt_fy",
    needs="year|d2",
    yes={
        "[fiscal 2007]": "2007",
        "[FY2018]": "FY2018",
        "[FY 2017-18]": "FY2018",
        "[the 1990 fiscal year]": "1990",
        "[fiscal year 1999]": "1999",
    },
    no=("fiscal policy", "the fiscal year"),
)
def fiscal_year(hit: Hit, context: Context) -> Time | None:
    """A fiscal year by its number: "fiscal 1990" is written 1990, "FY90" FY1990."""
    year = full_year(hit["year"] or hit["year2"], context.published)
    if hit["to"]:
        digits = hit["to"]
        year = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits) % 100
    if not 1 <= year <= 9999:
        return None
    short = hit.words.lower(hit.first) == "fy"
    return Time("DATE", f"{'FY' if short else ''}{year:04d}", Period.of(year, 1, "year"))


@rule(
    r"<dt_entire> <-> (?P<unit><timeunit>)",
    trigger="timeunit",
    needs="dt_entire",
    accept=lambda hit: unit(hit["unit"]) == "Y",
    yes={"[full-year] profit fell": "2016"},
    no=("a full year", "a full-day session"),
)
def full_year_of(hit: Hit, context: Context) -> Time | None:
    """Full-year profit: that of the present year, or of the quarter just spoken of."""
    compared = context.compared()
    year = compared.to("year") if compared and compared.grain != "month" else context.now("year")
    return context.dated(year, "year", keep=False)
