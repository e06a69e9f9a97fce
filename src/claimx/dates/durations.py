"""Lengths of time: three days, the past five years, 24-hour, decades-long, for years."""

from __future__ import annotations

import re
from fractions import Fraction

from claimx.dates.calendar import GRAIN
from claimx.dates.context import Context
from claimx.dates.lookup import count, unit, written
from claimx.dates.rule import Hit, Time, rule
from claimx.grammar import Pattern

ADJECTIVE = "(?: <dt_consecutive|dt_word|dt_more|dt_fiscal> )?"
NUMBER = "num|tens|cardinal|magnitude"
COUNT = f"{NUMBER}|dt_vague|vague"
"""The classes of which every number, every count holds a word."""
_LETTER = {"DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "FN": ("W", 2)}
_CLOCK = {"H": "H", "MIN": "M", "S": "S"}


def value_of(number: Fraction | None, name: str) -> str:
    """A number of units (None: a vague one) as a TIMEX3 duration: P3D, PT2H, PXY."""
    if name in _LETTER and number is not None:
        name, times = _LETTER[name]
        number *= times
    elif name in _LETTER and name == "FN":
        name = "W"
    figure = "X" if number is None else written(number)
    return f"PT{figure}{_CLOCK[name]}" if name in _CLOCK else f"P{figure}{name}"


_BEING = frozenset("is was be been not 's".split())


def _single(hit: Hit) -> bool:
    if hit["another"] and (
        hit["another"] != "another" or unit(hit["unit"]) not in ("H", "W", "M", "Y", "DE") or hit.before() in ("one", "or")
    ):
        return False
    if hit["unit"] == "day" and hit.before() in _BEING and hit.after() not in ("away", "late", "behind", "ahead", "long", "short"):
        return False  # "it was a day of mourning"
    if hit.words.lower(hit.last - 2) in ("long", "short"):
        return False  # "it was a long day"
    word, name = hit["unit"], unit(hit["unit"])
    if word == "second" and hit.tag_after() not in ".,":
        return False
    if name in ("Q", "WE") or (word in ("second", "minute") and hit.tag_after() in "NSPJ"):
        return False
    return not (hit.tag_after() == "N" and word in ("day", "night", "minute") and hit.words.text(hit.last).isalpha())


_BEFORE_ONE_DAY = frozenset("in within for than after only just by of least".split())


def _plural(hit: Hit) -> bool:
    """A singular unit needs a hyphen or the number one; "5 second" is a rank or half a name."""
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", hit["count"]) and not hit["unit"].endswith("s"):
        return False  # "the 1988 quarter"
    if hit["count"] == "one" and hit["unit"] == "day":  # "one day he will"
        return hit.words.text(hit.last - 2) == "-" or hit.before() in _BEFORE_ONE_DAY
    if hit["unit"] == "second":
        return "-" in hit.words.phrase(hit.first, hit.last) or hit["count"] == "one"
    return True


def no_age(hit: Hit) -> bool:
    """Whether the length is not somebody's age, and the unit no ordinal, fraction or name."""
    if not unit(hit["unit"]):
        return False
    if hit.before() in ('"', "'") and hit.words.text(hit.last - 1)[:1].isupper():
        return False  # "60 Minutes"
    if hit.before() == "as" and hit["count"] == "many":
        return False  # "the third time in as many weeks"
    if hit["edge"] == "last" and hit.words.lower(hit.first) == "last" and hit.tag_before() in "MT":
        return False  # "will last three days"
    after = hit.after(1) if hit.after() == "-" else hit.after()
    if (
        (after in ("old", "olds") and unit(hit["unit"]) in ("Y", "M"))
        or (after == "of" and hit.after(1) == "age")
        or hit.before() in ("aged", "age")
    ):
        return False
    if hit["unit"] in ("quarter", "quarters"):
        return not (
            (hit.after() == "of" and hit.last - hit.first < 3)
            or hit.words.text(hit.last - 2) == "-"
            or hit.before() in ("and", "a")
            or hit["count"] in ("a", "one")
        )
    name = hit.words.text(hit.last - 1)
    if name[:1].isupper() and not name.isupper() and "war" in (hit.after(), hit.after(1)):
        return False  # "the Six-Day War", "the Hundred Years' War"
    return not (unit(hit["unit"]) in ("S", "MIN") and name[:1].isupper() and not name.isupper())


_RANKED = Pattern("<ordinal|ordinal_last>")


@rule(
    rf"""
        <dt_the|dt_these>?
        (?P<edge><dt_last|dt_past|dt_next|dt_prior|dt_following|dt_latest|ordinal|ordinal_last|dt_entire|dt_now|dt_remain>)
        (?P<count>(?&count)) {ADJECTIVE} <->? (?P<unit>(?&unit))
    """,
    trigger="timeunit|timeunits",
    needs=f"dt_last|dt_past|dt_next|dt_prior|dt_following|dt_latest|ordinal|ordinal_last|dt_entire|dt_now|dt_remain {COUNT}",
    accept=lambda hit: (
        no_age(hit) and not (_RANKED.match(hit.words.codes, hit.match.start("edge")) and hit.words.text(hit.last - 2) == "-")
    ),
    yes={
        "[the past five years]": "P5Y",
        "[the next few days]": "PXD",
        "[the last 24 hours]": "PT24H",
        "[the first nine months]": "P9M",
        "[the first six months]": "P6M",
    },
    no=("the past week", "the first man", "a second four-year term"),
)
def bounded(hit: Hit, context: Context) -> Time | None:
    """The past five years, the first nine months."""
    return Time("DURATION", value_of(count(hit["count"]), unit(hit["unit"])))


@rule(
    r"<dt_the|dt_this>? (?P<edge><dt_past|dt_last|dt_next>) (?P<fiscal><dt_fiscal>)? (?P<unit><timeunit>)",
    trigger="timeunit",
    needs="dt_past|dt_last|dt_next",
    accept=lambda hit: (
        no_age(hit)
        and unit(hit["unit"]) != "Q"
        and not (unit(hit["unit"]) == "WE" and hit["edge"] == "past")
        and (hit["edge"] == "past" or (hit.words.lower(hit.first) == "the" and unit(hit["unit"]) not in ("D", "WE")))
        and not (unit(hit["unit"]) == "CE" and hit["edge"] == "next")
        and not (hit["fiscal"] and hit["edge"] != "past")
    ),
    yes={
        "[the past decade]": "P10Y",
        "[the past week]": "P1W",
        "in [the last hour]": "PT1H",
        "[the past year]": "P1Y",
        "[the past fiscal year]": "P1Y",
    },
    no=("last week", "the last man"),
)
def bounded_single(hit: Hit, context: Context) -> Time | None:
    """The past decade, the last year."""
    return Time("DURATION", value_of(Fraction(1), unit(hit["unit"])))


@rule(
    rf"""
        (?&amounts) (?: <dt_the> (?= (?&number) {ADJECTIVE} <timeunits> ) )? (?P<count>(?&count)|<dt_single>)
        (?: <-> | {ADJECTIVE} ) (?: <-> )? (?P<unit>(?&unit)) (?: <dt_and> <dt_a> <dt_half> )? (?: <-> <dt_long> )?
    """,
    trigger="timeunit|timeunits",
    needs=f"{COUNT}|dt_single",
    accept=lambda hit: no_age(hit) and _plural(hit),
    yes={
        "[three days]": "P3D",
        "a [24-hour] strike": "PT24H",
        "[two and a half years]": "P2.5Y",
        "a [three-and-a-half-year] term": "P3.5Y",
        "[nearly five months]": "P5M",
        "[six straight days]": "P6D",
        "[a few weeks]": "PXW",
        "a [two-year] contract": "P2Y",
        "[more than 20 years]": "P20Y",
        "[several decades]": "PXDE",
        "a [50-minute-long] talk": "PT50M",
        "[90 minutes]": "PT90M",
        "the worst [single-day] loss": "P1D",
        "its biggest [one-day] drop": "P1D",
        "will take [two more years]": "P2Y",
        "[two consecutive quarters] of losses": "P2Q",
    },
    no=("the Six-Day War", "the Thirty Years' War", "a 65-year-old man", "aged 12 years", "three-quarters", "26 years old"),
)
def counted(hit: Hit, context: Context) -> Time | None:
    """A number of units."""
    number = count(hit["count"])
    if number is not None and hit.words.lower(hit.last - 1) == "half" and number.denominator == 1:
        number += Fraction(1, 2)
    return Time("DURATION", value_of(number, unit(hit["unit"])))


_FINER = {"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",), "D": ("H",), "H": ("MIN",), "MIN": ("S",)}


@rule(
    r"(?&amount) (?P<count>(?&number)) (?P<unit>(?&unit)) (?: <,>? <dt_and> | <,> )? (?P<count2>(?&number)) (?P<unit2>(?&unit))",
    trigger="timeunit|timeunits",
    needs=NUMBER,
    accept=lambda hit: no_age(hit) and unit(hit["unit2"]) in _FINER.get(unit(hit["unit"]), ()),
    yes={"lasted [six hours and 12 minutes]": "PT6H12M", "served [two years, three months]": "P2Y3M"},
    no=("six hours and 12 men", "one year and two years", "two years and three months old"),
)
def compound(hit: Hit, context: Context) -> Time | None:
    """Six hours and 12 minutes."""
    first, second = value_of(count(hit["count"]), unit(hit["unit"])), value_of(count(hit["count2"]), unit(hit["unit2"]))
    if second.startswith("PT"):
        return Time("DURATION", first + (second[2:] if first.startswith("PT") else second[1:]))
    return Time("DURATION", first + second[1:])


@rule(
    rf"(?: (?&amount) <dt_a> {ADJECTIVE} | (?P<another><dt_approx>) ) (?P<unit><timeunit>) (?P<half><dt_and> <dt_a> <dt_half>)?(?!<->)",
    trigger="timeunit",
    needs="dt_a|dt_approx",
    accept=_single,
    yes={
        "for [a week]": "P1W",
        "in [over a decade]": "P10Y",
        "took [an hour]": "PT1H",
        "asked for [another month].": "P1M",
        "after [a year and a half]": "P1.5Y",
    },
    no=(
        "a second man",
        "a quarter of voters",
        "a year-old child",
        "one day he will",
        "it was a day of mourning",
        "about month",
        "the hour",
    ),
)
def single(hit: Hit, context: Context) -> Time | None:
    """A week, an hour."""
    return Time("DURATION", value_of(Fraction(3, 2) if hit["half"] else Fraction(1), unit(hit["unit"])))


@rule(
    r"(?&approx) (?: <dt_half> <->? <dt_a>? <->? (?P<unit><timeunit>) | <dt_a> <dt_half> <->? (?P<unit2><timeunit>) )",
    trigger="dt_half",
    accept=lambda hit: unit(hit["unit"] or hit["unit2"]) in ("H", "DE", "CE", "Y", "D", "M", "MIN") and hit.before(2) != "a",
    yes={
        "[half an hour]": "PT30M",
        "[a half-hour]": "PT30M",
        "[half a century]": "P50Y",
        "[half-hour] talks": "PT30M",
        "[half a year]": "P6M",
    },
    no=("half of them", "half time"),
)
def half(hit: Hit, context: Context) -> Time | None:
    """Half an hour: of the smaller unit."""
    smaller = {"H": "PT30M", "DE": "P5Y", "CE": "P50Y", "Y": "P6M", "D": "PT12H", "M": "P0.5M", "MIN": "PT30S"}
    return Time("DURATION", smaller[unit(hit["unit"] or hit["unit2"])])


@rule(
    r"""
        (?&approx) (?: <dt_a> <fraction> | (?P<three><cardinal>) <->? <fraction> ) <dt_of> <dt_a> (?P<unit><timeunit>)
        | (?&approx) <dt_a> (?&quarter) <->? (?P<unit2><timeunit>)
    """,
    trigger="timeunit",
    needs="fraction dt_a",
    accept=lambda hit: (
        unit(hit["unit2"]) == "CE"
        if hit["unit2"]
        else unit(hit["unit"]) in ("CE", "H") and hit.words.lower(hit.last - 4).startswith("quarter")
    ),
    yes={"[a quarter of a century]": "P25Y", "[three quarters of an hour]": "PT45M", "for [nearly a quarter-century]": "P25Y"},
    no=("a quarter of a mile", "a third of a year"),
)
def quarter_of(hit: Hit, context: Context) -> Time | None:
    """A quarter of a century."""
    times = int(count(hit["three"]) or 1) if hit["three"] else 1
    return Time("DURATION", f"P{25 * times}Y" if unit(hit["unit"] or hit["unit2"]) == "CE" else f"PT{15 * times}M")


@rule(
    r"(?P<unit><timeunits|timeunit>) <->? <dt_long>",
    trigger="timeunit|timeunits",
    needs="dt_long",
    accept=lambda hit: bool(unit(hit["unit"])) and hit.words.text(hit.first + 1) == "-",
    yes={"a [week-long] strike": "P1W", "a [decades-long] dispute": "PXDE"},
    no=("all day long", "years long gone"),
)
def unit_long(hit: Hit, context: Context) -> Time | None:
    """Week-long, decades-long."""
    return Time("DURATION", value_of(None if hit["unit"].endswith("s") else Fraction(1), unit(hit["unit"])))


@rule(
    r"(?P<unit><unitlong>)",
    trigger="unitlong",
    yes={"a [yearlong] dispute": "P1Y", "a [weeklong] visit": "P1W"},
    no=("a long year",),
)
def unit_long_glued(hit: Hit, context: Context) -> Time | None:
    """Yearlong."""
    return Time("DURATION", value_of(Fraction(1), unit(hit["unit"])))


@rule(
    r"(?P<count><num&!year&!version>) (?P<unit><timeunitshort>)",
    trigger="timeunitshort",
    accept=no_age,
    yes={"[40 mins]": "PT40M", "[3 hrs]": "PT3H", "[10 yrs]": "P10Y"},
    no=("the min", "40 m"),
)
def counted_short(hit: Hit, context: Context) -> Time | None:
    """40 mins."""
    return Time("DURATION", value_of(count(hit["count"]), unit(hit["unit"])))


@rule(
    r"<dt_the> <dt_remain> <dt_of> <dt_the|dt_this> (?P<unit><timeunit>)",
    trigger="timeunit",
    needs="dt_remain",
    accept=lambda hit: unit(hit["unit"]) in GRAIN,
    yes={"for [the remainder of the week]": "P1W", "[the rest of this year]": "P1Y"},
    no=("the rest of the world",),
)
def remainder(hit: Hit, context: Context) -> Time | None:
    """The rest of the year: as long as the whole, in the manner of MEANTIME and TimeBank."""
    return Time("DURATION", value_of(Fraction(1), unit(hit["unit"])))


@rule(
    r"(?&amount) (?P<count>(?&number)) (?= <->? <dt_to|dt_or|-|–> (?&approx) (?&number) <->? (?P<unit>(?&unit)) )"
    r"| (?<=<dt_between>) (?P<count2>(?&number)) (?= <dt_and> (?&number) <->? (?P<unit2>(?&unit)) )",
    trigger="timeunit|timeunits",
    needs=f"dt_to|dt_or|-|–|dt_between {NUMBER}",
    accept=lambda hit: (
        bool(unit(hit["unit"] or hit["unit2"])) and not hit.words.text(hit.first).startswith("$") and hit.before() not in ("$", "from")
    ),
    yes={"between [60] and 90 days": "P60D", "[three] to five years": "P3Y", "a [two]- to three-year term": "P2Y"},
    no=("60 men and 90 days", "rose from 3 to 5 years"),
)
def lower_end(hit: Hit, context: Context) -> Time | None:
    """The lower end of "60 to 90 days": the unit is that of the upper end."""
    return Time("DURATION", value_of(count(hit["count"] or hit["count2"]), unit(hit["unit"] or hit["unit2"])))
